"""What a pull request changes for readers, and what a reviewer looks at: one comment that stays one."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hubtool.diagnostics.diagnostic import failures
from hubtool.documents import SourceFile, parse
from hubtool.errors import HubError
from hubtool.files import Sources
from hubtool.github.markdown import code, plain
from hubtool.github.reply import GitHubReply, shortened
from hubtool.hub.hub import Hub
from hubtool.hub.quality import claims
from hubtool.load import Memory, load
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.text.catalogues import FALLBACK
from hubtool.text.words import Words, words

_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_MOST_CASES = 10
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class PullRequestHead:
    """The newest commit of a pull request, and the branch it stands on."""

    label: str
    commit: str


def read_head(file: Path) -> PullRequestHead:
    """Return the head that the event *file* of a finished workflow names."""
    try:
        run: Any = json.loads(file.read_text(encoding="utf-8"))["workflow_run"]
        owner, branch = str(run["head_repository"]["owner"]["login"]), str(run["head_branch"])
        commit = str(run["head_sha"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise HubError(f"{file} is no event of a finished workflow") from error
    if not (_OWNER.fullmatch(owner) and _COMMIT.fullmatch(commit)):
        raise HubError(f"{file} is no event of a finished workflow")
    return PullRequestHead(f"{owner}:{branch}", commit)


def review(
    head: PullRequestHead, change: Sources, base: Sources, *, today: date
) -> GitHubReply | None:
    """Return the comment on what *change* makes of *base*; None where no record changes."""
    before = {source.path: source for source in base.records}
    files = [source for source in change.records if source != before.get(source.path)]
    gone = sorted(before.keys() - {source.path for source in change.records})
    if not files and not gone:
        return None
    hub, diagnostics = load(change, today=today, drafts=True, memory=Memory())
    t = words(hub.settings.hub.language if hub else FALLBACK)
    paths = {source.path for source in files}
    faults = [item for item in failures(diagnostics) if item.path in paths]
    parts = [t("github.review.head", n=len(files) + len(gone))]
    if faults:
        parts += [t("github.review.faults", n=len(faults))]
        parts += [
            "\n".join(
                f"- {code(item.path)}: {plain(item.message)}" for item in faults[:_MOST_FAULTS]
            )
        ]
    for source in files[:_MOST_CASES]:
        parts += _record(source, before.get(source.path), hub, t)
    parts += [t("github.review.gone", path=code(path)) for path in gone[:_MOST_CASES]]
    if len(files) > _MOST_CASES:
        parts.append(t("github.review.more", n=len(files) - _MOST_CASES))
    comment = shortened("\n\n".join(parts))
    return GitHubReply("review", 0, comment, head=head.label, commit=head.commit)


def _record(
    source: SourceFile, before: SourceFile | None, hub: Hub | None, t: Words
) -> Iterator[str]:
    data, old = _data(source), _data(before) if before else {}
    title = data.get("title")
    yield f"### {plain(title) if isinstance(title, str) else code(source.path)}"
    if before is None:
        yield t("github.review.new", path=code(source.path))
    else:
        keys = [key for key in {**old, **data} if old.get(key) != data.get(key)]
        labels = ", ".join(f"**{plain(_label(key))}**" for key in keys)
        yield t("github.review.changed", path=code(source.path), fields=labels or "–")
    folder, _, name = source.path.partition("/")
    case = hub.cases.get(name.removesuffix(".yml")) if hub and folder == "cases" else None
    if hub is not None and case is not None:
        yield from _case(hub, case, t)


def _case(hub: Hub, case: CaseStudy, t: Words) -> Iterator[str]:
    yield t(
        "github.review.readers",
        lessons=len(case.lessons),
        outcomes=len(case.outcomes),
        films=len(case.films),
        partners=len(case.partners),
    )
    wanted = [t(f"wanted.{part}") for part in hub.still_wanted(case)]
    if wanted:
        yield t("github.review.wanted", what=t.listed(wanted))
    yield "\n".join(f"- [ ] {line}" for line in _checklist(hub, case, t))


def _checklist(hub: Hub, case: CaseStudy, t: Words) -> Iterator[str]:
    """Yield what a reviewer has to look at, made from what the case says."""
    consent = case.consent
    if case.is_public_record:
        yield t("github.review.check-record", n=len(case.sources))
    elif consent.status in ("agreed", "partial"):
        when = t.date(consent.agreed_on) if consent.agreed_on else "–"
        yield t("github.review.check-agreed", body=code(consent.agreed_by or "–"), when=when)
    else:
        yield t("github.review.check-pending")
    names = [code(hub.party_name(partner)) for partner in case.partners]
    yield t("github.review.check-sides", names=", ".join(names))
    bare = sum(1 for claim in claims(case) if not claim.sources)
    if bare and case.is_public_record:
        yield t("github.review.check-claims", n=bare)
    yield t(f"github.review.check-people-{consent.people}")
    if case.films or case.images:
        yield t("github.review.check-media", n=len(case.films) + len(case.images))


def _data(source: SourceFile) -> Mapping[str, Any]:
    document, _ = parse(source)
    return document.data if document else {}


def _label(key: str) -> str:
    declared = fields(CaseStudy).get(key)
    return (declared.info.title if declared else None) or key
