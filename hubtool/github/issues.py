"""A case told in an issue: what came of it, said in plain words, and the file to propose."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.documents import SourceFile
from hubtool.errors import HubError
from hubtool.files import Sources
from hubtool.github.markdown import block, code, plain
from hubtool.github.reply import GitHubReply, Proposal, shortened
from hubtool.imports import headings
from hubtool.imports.draft import Draft, UnreadableError
from hubtool.imports.finishing import CaseFile, case_file
from hubtool.imports.form_fields import FormParts, form_parts
from hubtool.imports.packages import within_limit
from hubtool.imports.reading import read_drafts
from hubtool.load import Memory, load, read
from hubtool.records.records import Entry, Records
from hubtool.text.catalogues import FALLBACK
from hubtool.text.contacts import emails, telephones
from hubtool.text.words import Words, words

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?")
_PREFIX = re.compile(r"^(?:a (?:story|case):\s*)+", re.IGNORECASE)
_MOST_FAULTS = 30


@dataclass(frozen=True, slots=True)
class IssueEvent:
    """An issue as GitHub's event tells of it."""

    number: int
    title: str
    body: str
    login: str
    account: int


@dataclass(frozen=True, slots=True)
class _HubReading:
    """How the hub is read, and whether it has a case of that name already, which is to be changed."""

    today: date
    memory: Memory
    is_there: bool
    is_change: bool


def read_event(file: Path) -> IssueEvent | None:
    """Return the issue in the event *file*; None where it is a pull request, closed, or none."""
    try:
        event: Any = json.loads(file.read_text(encoding="utf-8"))
        issue_data = event["issue"]
        if "pull_request" in issue_data or issue_data.get("state", "open") != "open":
            return None
        login, account = str(issue_data["user"]["login"]), int(issue_data["user"]["id"])
        if not _LOGIN.fullmatch(login):
            return None
        title, body = str(issue_data["title"]), str(issue_data["body"] or "")
        return IssueEvent(int(issue_data["number"]), title, body, login, account)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise HubError(f"{file} is no event of an issue") from error


def reply_to_issue(
    event: IssueEvent, sources: Sources, *, today: date, memory: Memory | None = None
) -> GitHubReply | None:
    """Return what to answer; None where the issue tells no case."""
    memory = memory or Memory()
    records, _ = read(sources, today=today, memory=memory)
    language = records.settings.hub.language if records.settings else FALLBACK
    form = form_parts(words(language), records.lexicon)
    if not _tells_case(event.body, form):
        return None
    try:
        draft = _draft(event, form, records)
    except UnreadableError as error:
        return _unread(event, form.words, [plain(str(error)), plain(error.hint or "")])
    if draft.diagnostics:
        return _unread(event, form.words, [plain(item.message) for item in draft.diagnostics[:5]])
    file = case_file(draft, records.lexicon, form)
    is_there = any(source.path == file.path for source in sources.records)
    reading = _HubReading(today, memory, is_there, _is_change(draft, file, records))
    return _reply(event, file, _with(sources, file), form, reading)


def _is_change(draft: Draft, file: CaseFile, records: Records) -> bool:
    """Say whether *draft* is a whole case that names the published one whose place it takes."""
    entry = records.by_address.get(f"cases/{file.id}")
    names_it = draft.comments is not None and draft.id == file.id
    return names_it and entry is not None and records.is_published(entry)


def _tells_case(body: str, form: FormParts) -> bool:
    title = f"### {form.labels['title',]}"
    lines = {line.strip() for line in body.splitlines()}
    return title in lines or any(headings.is_packed_heading(line) for line in lines)


def _draft(event: IssueEvent, form: FormParts, records: Records) -> Draft:
    content = within_limit(event.body.encode("utf-8", "replace"))
    (draft,) = read_drafts(content, form, records.lexicon)
    title = _PREFIX.sub("", event.title).strip()
    if draft.diagnostics or "title" in draft.data or not title:
        return draft
    return replace(draft, data={"title": title, **draft.data})


def _unread(event: IssueEvent, t: Words, reasons: list[str]) -> GitHubReply:
    listed = "\n".join(f"- {reason}" for reason in filter(None, reasons))
    comment = f"{t('github.unread')}\n\n{listed}\n\n{t('github.edit')}\n\n{t('github.somebody')}"
    return GitHubReply("issue", event.number, shortened(comment))


def _with(sources: Sources, file: CaseFile) -> Sources:
    """Return *sources* with *file* among them."""
    others = tuple(source for source in sources.records if source.path != file.path)
    return replace(sources, records=(*others, SourceFile(file.path, file.content)))


def _reply(
    event: IssueEvent, file: CaseFile, sources: Sources, form: FormParts, reading: _HubReading
) -> GitHubReply:
    t = form.words
    records, _ = read(sources, today=reading.today, memory=reading.memory)
    entry = records.by_address.get(f"cases/{file.id}")
    _, diagnostics = load(sources, today=reading.today, memory=reading.memory)
    faults = failures(item for item in diagnostics if item.path == file.path)
    reasons = [*_reasons(faults, entry, form), *_reserves(file, entry, records, t)]
    if reading.is_there and not reading.is_change:
        reasons.append(t("github.is-there", id=code(file.id)))
    details = _details(file, t)
    if reasons:
        head = t("github.faults", n=len(reasons))
        parts = [head, "\n".join(f"- {reason}" for reason in reasons), t("github.edit")]
        parts += [t("github.somebody"), details]
        return GitHubReply("issue", event.number, shortened("\n\n".join(parts)))
    return GitHubReply(
        "issue",
        event.number,
        shortened("\n\n".join([*_next(file, reading, t), details])),
        proposal=_proposal(event, file, entry, form.words, is_change=reading.is_change),
        opened=t("github.opened", number="{number}"),
        unopened=t("github.unopened"),
        edited=t("github.edited-by-hand"),
    )


def _next(file: CaseFile, reading: _HubReading, t: Words) -> Iterator[str]:
    yield t("github.next")
    if reading.is_change:
        yield t("github.changes", id=code(file.id))


def _reasons(faults: list[Diagnostic], entry: Entry | None, form: FormParts) -> Iterator[str]:
    """Yield each fault under the words of its question; whole parts that are missing by theirs."""
    missing = [*_missing(entry, form)] if entry else []
    if missing:
        yield form.words("github.needed", questions=", ".join(missing))
    others = [item for item in faults if not missing or (item.code, len(item.route)) != ("H201", 1)]
    for item in others[:_MOST_FAULTS]:
        label = form.labels.get(item.route) or form.labels.get(item.route[:-1], "")
        question = f"**{plain(label)}**: " if label else ""
        hint = f" → {_words(item.hint)}" if item.hint else ""
        yield f"{question}{_words(item.message)}{hint}"


def _missing(entry: Entry, form: FormParts) -> Iterator[str]:
    """Yield the questions that a case needs an answer to, of parts that it says nothing of."""
    for field in form.fields:
        if field.is_needed and field.route[0] not in entry.data:
            yield f"**{plain(field.label)}**"


def _words(text: str) -> str:
    """Return the words of a diagnostic, what it quotes as code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return plain(text)
    pieces = (code(part) if number % 2 else _spaced(part) for number, part in enumerate(parts))
    return "".join(pieces)


def _spaced(text: str) -> str:
    """Return *text* as words, with the spaces at its ends."""
    start, end = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * start}{plain(text)}{' ' * (end and bool(text.strip()))}"


def _reserves(file: CaseFile, entry: Entry | None, records: Records, t: Words) -> Iterator[str]:
    """Yield what keeps a case without faults from being proposed: consent, and ways to reach people."""
    if entry is not None and "consent" in entry.data and not records.is_published(entry):
        yield t("github.pending")
    texts = [remark.text for remark in file.remarks]
    if any([*emails(text)] or [*telephones(text, ("GB",))] for text in texts):
        yield t("github.contact")


def _details(file: CaseFile, t: Words) -> str:
    remarks = "\n".join(f"- **{plain(item.label)}**: {code(item.text)}" for item in file.remarks)
    parts = [f"{t('github.remarks')}\n\n{remarks}"] if remarks else []
    text = file.content.decode()
    file_part = f"<details><summary>{t('github.file')}</summary>\n\n{block(text)}\n\n</details>"
    return "\n\n".join([*parts, file_part])


def _proposal(
    event: IssueEvent, file: CaseFile, entry: Entry | None, t: Words, *, is_change: bool
) -> Proposal:
    title = str(entry.data.get("title", file.id)) if entry else file.id
    line = " ".join(title.split())[:160]
    co_author = f"{event.login} <{event.account}+{event.login}@users.noreply.github.com>"
    return Proposal(
        path=file.path,
        content=file.content.decode(),
        branch=f"case-{event.number}",
        title=t("github.pull-title-change" if is_change else "github.pull-title", title=line),
        about=t("github.pull-about", number=str(event.number)),
        message=f"{'Change' if is_change else 'Add'} the case {file.id}\n\nTold in #{event.number}.\n\nCo-authored-by: {co_author}\n",
        is_change=is_change,
    )
