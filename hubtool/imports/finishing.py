"""A draft as the file of a case: with ids, in the canonical layout, its remarks as comments."""

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.spans import Route, value_at
from hubtool.documents import SourceFile, parse
from hubtool.documents.comments import Comments
from hubtool.documents.writing import write
from hubtool.imports.draft import Draft, Remark
from hubtool.imports.form_fields import FormParts
from hubtool.imports.routes import is_needed, remove_at, without_gaps
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.models.types import SLUG, slug_from
from hubtool.records.file_names import RESERVED
from hubtool.records.ids import with_ids, with_partner_ids
from hubtool.records.layout import layouts
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon, resolve
from hubtool.text.escape import terminal

_LONGEST_ID = 50
_MOST_LETTERS = 200
"""What a file's name can hold on every system, with its ending and a number."""

_CLAIMS = ("timeline", "outcomes", "lessons", "tensions")
_ACCOUNTS = ("power", "investment")
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its file: *remarks* are the words that stand in it as comments."""

    path: str
    content: bytes
    remarks: tuple[Remark, ...]

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.path.removeprefix("cases/").removesuffix(".yml")


def case_file(draft: Draft, lexicon: Lexicon, form: FormParts, id_: str | None = None) -> CaseFile:
    """Return *draft* as the file of a case, named *id_* or else by its title.

    A value that its field cannot hold becomes a remark, unless the case cannot do without it: then
    it stays, and the checks say what to mend.
    """
    path = f"cases/{_safe_id(id_ or draft.id, draft.data)}.yml"
    data: dict[str, Any] = deepcopy(dict(draft.data))
    remarks = list(draft.remarks)
    if draft.comments is None:
        data = _resolved(data, path, lexicon)
        remarks += _misfits(data, path, lexicon, form)
    data = _finished(data)
    comments = draft.comments or _comments(data, remarks)
    text = write(data, "CaseStudy", layouts(), comments)
    if not data:
        text = "".join(f"{line}\n" for remark in remarks for line in _lines(remark)) + "{}\n"
    return CaseFile(path, text.encode(), tuple(remarks))


def case_id(title: str) -> str:
    """Return the id that the title of a case makes: its first words."""
    words = slug_from(title).split("-")
    id_ = words[0]
    for word in words[1:]:
        if len(id_) + len(word) >= _LONGEST_ID:
            break
        id_ = f"{id_}-{word}"
    return id_ or "draft"


def _safe_id(wish: str | None, data: Mapping[str, Any]) -> str:
    title = data.get("title")
    is_fit = wish and len(wish) <= _MOST_LETTERS and SLUG.fullmatch(wish)
    id_ = wish if wish and is_fit else slug_from(wish or "")
    id_ = id_ or case_id(title if isinstance(title, str) else "")
    return f"the-{id_}" if id_ in RESERVED else id_


def _resolved(data: dict[str, Any], path: str, lexicon: Lexicon) -> dict[str, Any]:
    """Return *data* with the ids of terms."""
    document, _ = parse(SourceFile(path, write(data, "CaseStudy", layouts()).encode()))
    return resolve(document, CaseStudy, lexicon)[0] if document else data


def _misfits(
    data: dict[str, Any], path: str, lexicon: Lexicon, form: FormParts
) -> Iterable[Remark]:
    """Take from *data* each value that its field cannot hold, and yield it as a remark."""
    for _ in range(_ROUNDS):
        source = SourceFile(path, write(data, "CaseStudy", layouts()).encode())
        faults = read_entry(source, lexicon).diagnostics
        routes = {item.route for item in faults if _is_misfit(item, data)}
        if not routes:
            return
        for route in sorted(routes, key=_order, reverse=True):
            yield Remark(form.label(_field_of(route)), str(value_at(data, route)), route)
            remove_at(data, route)
        _tidy(data)


def _is_misfit(item: Diagnostic, data: Mapping[str, Any]) -> bool:
    value = value_at(data, item.route)
    is_leaf = bool(item.route) and value is not None and not isinstance(value, dict | list)
    return item.severity is Severity.ERROR and is_leaf and not is_needed(_field_of(item.route))


def _field_of(route: Route) -> Route:
    """Return the route of the field: an entry of a list of words belongs to its list."""
    return route[:-1] if isinstance(route[-1], int) else route


def _order(route: Route) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in route
    )


def _tidy(data: dict[str, Any]) -> None:
    """Remove what of *data* is empty since something was taken."""
    parts = without_gaps(data)
    data.clear()
    data.update(parts)


def _finished(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* as the form in the browser finishes it."""
    data = with_partner_ids(with_ids(_with_only_source(_shortened(data))))
    return {key: value for key, value in data.items() if value not in ([], {})}


def _shortened(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* with a reading alone where a stage says nothing else."""
    power = data.get("power")
    stages = power.get("stages") if isinstance(power, dict) else None
    if not isinstance(stages, dict):
        return data
    short = {
        stage: entry["level"] if isinstance(entry, dict) and entry.keys() == {"level"} else entry
        for stage, entry in stages.items()
    }
    return {**data, "power": {**power, "stages": short}} if isinstance(power, dict) else data


def _with_only_source(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data*; if it restates one source, each claim names that."""
    consent, sources = data.get("consent"), data.get("sources")
    is_public_record = isinstance(consent, dict) and consent.get("status") == "public-record"
    if not is_public_record or not isinstance(sources, list) or len(sources) != 1:
        return data
    only = with_ids(data)["sources"][0]
    if not isinstance(only, dict):
        return data
    claims = {
        key: [_sourced(claim, only.get("id")) for claim in data[key]]
        for key in _CLAIMS
        if isinstance(data.get(key), list)
    }
    accounts = {
        key: _sourced(data[key], only.get("id"))
        for key in _ACCOUNTS
        if isinstance(data.get(key), dict)
    }
    return {**data, **claims, **accounts, "sources": [only]}


def _sourced(claim: Any, source: Any) -> Any:
    return {"sources": [source], **claim} if isinstance(claim, dict) else claim


def _comments(data: Mapping[str, Any], remarks: Iterable[Remark]) -> Comments:
    before: dict[Route, list[str]] = {}
    after: dict[Route, list[str]] = {}
    for remark in remarks:
        is_before, route = _beside(data, remark.route)
        (before if is_before else after).setdefault(route, []).extend(_lines(remark))
    inside: Counter[Route] = Counter()
    for route, lines in before.items():
        inside.update({route[:length]: len(lines) for length in range(len(route))})
    for route, lines in after.items():
        inside.update({route[:length]: len(lines) for length in range(len(route) + 1)})
    return Comments(before, {}, after, inside)


def _beside(data: Mapping[str, Any], wish: Route) -> tuple[bool, Route]:
    """Return where a comment about *wish* stands: before a part that is there, or after the last."""
    route: Route = ()
    for step in wish:
        if value_at(data, (*route, step)) is None:
            break
        route = (*route, step)
    value = value_at(data, route)
    if route == wish or not isinstance(value, dict):
        return (bool(route), route)
    following = _following(route, str(wish[len(route)]), value)
    return (True, (*route, following)) if following else (False, route)


def _following(route: Route, key: str, value: Mapping[str, Any]) -> str | None:
    """Return the first key of the mapping at *route* that the file has after *key*."""
    if route:
        return None
    keys = [*fields(CaseStudy)]
    later = keys[keys.index(key) + 1 :] if key in keys else []
    return next((name for name in later if name in value), None)


def _lines(remark: Remark) -> list[str]:
    """Return *remark* as comments; what no comment may hold is made visible."""
    first, *others = remark.text.splitlines() or [""]
    texts = [f"{remark.label}: {first}", *(f"  {line}" for line in others)]
    return [f"# {terminal(text.expandtabs(2))}".rstrip() for text in texts]
