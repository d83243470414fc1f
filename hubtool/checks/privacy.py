"""Privacy and safety of text: what must not be public, and links that are no links."""

import re
from collections.abc import Iterable, Iterator

import langcodes

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.wording import wording
from hubtool.documents import SourceFile
from hubtool.documents.decoding import decode
from hubtool.documents.lines import line_starts, span_between
from hubtool.models.case import CaseStudy
from hubtool.models.declare import Prose
from hubtool.models.walk import Leaf
from hubtool.records.credits import people_credited
from hubtool.records.records import Entry, Records
from hubtool.text.contacts import Part, emails, telephones

# As long as Markdown allows.
_SCHEME = "[a-z][a-z0-9+.-]{0,31}"
_LINK = re.compile(
    rf"\]\(\s{{0,99}}<?\s{{0,9}}({_SCHEME}):|<({_SCHEME}):[^\s<>]*>"
    rf"|^[ \t>*+-]{{0,99}}\[[^\[\]]{{1,999}}\]:\s{{0,99}}<?({_SCHEME}):",
    re.IGNORECASE | re.MULTILINE,
)
_SIGN_OF_LINK = re.compile(r"\]\(|<|\]:")  # each match of _LINK has one of these
_TIMES = re.compile(r"^.*-->.*$", re.MULTILINE)
_DEFAULT_COUNTRY = "GB"
_MOST_OF_A_TEXT = 50


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield ways to reach people, names that the page says are not there, and odd links."""
    for entry in records.entries:
        countries = _countries(records, entry)
        for leaf in entry.leaves:
            if not leaf.is_key:
                yield from _contacts_in_leaf(records, entry, leaf, countries)
                yield from _links(entry, leaf)
    for source in (*records.texts, *records.captions.values()):
        yield from _contacts_in_file(records, source)
    for entry, case in records.cases():
        yield from _names(records, entry, case)


def _contacts_in_leaf(
    records: Records, entry: Entry, leaf: Leaf, countries: Iterable[str]
) -> Iterator[Diagnostic]:
    parts = {"H222.email": [*emails(leaf.value, allowed=_contact(records))]}
    if isinstance(leaf.mark, Prose):
        parts["H223.telephone"] = [*telephones(leaf.value, countries)]
    for key, contacts in parts.items():
        # To find the place of each costs a look through the whole text.
        for part in contacts[:_MOST_OF_A_TEXT]:
            span = entry.document.inside(leaf.route, *part)
            yield entry.fault(wording(key), route=leaf.route, span=span)


def _contacts_in_file(records: Records, source: SourceFile) -> Iterator[Diagnostic]:
    """Yield the ways to reach people in a file that is no record, and say if it is no text."""
    text = decode(source)
    if not isinstance(text, str):
        if source.path.endswith(".md"):
            yield text
        return
    starts = line_starts(text)
    prose = _TIMES.sub(lambda match: "-" * len(match[0]), text)
    owner = source.path.split("/")[1] if source.path.startswith("cases/") else ""
    countries = _countries(records, records.by_address.get(f"cases/{owner}"))
    numbers: Iterator[Part] = telephones(prose, countries)
    addresses = emails(text, allowed=_contact(records), examples=not owner)
    for key, parts in (("H222.email", addresses), ("H223.telephone", numbers)):
        for part in parts:
            yield diagnostic(wording(key), path=source.path, span=span_between(starts, *part))


def _contact(records: Records) -> str | None:
    return records.settings.hub.contact if records.settings else None


def _countries(records: Records, entry: Entry | None) -> set[str]:
    """Return the countries from which numbers in *entry* may be dialled: its own and the hub's."""
    language = records.settings.hub.language if records.settings else ""
    home = (langcodes.get(language).territory if language else None) or _DEFAULT_COUNTRY
    places = entry.parts("places") if entry else []
    named = [place.get("country") for place in places if isinstance(place, dict)]
    return {home, *(country for country in named if isinstance(country, str))}


def _names(records: Records, entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    if case.consent.people != "roles-only":
        return
    for index in people_credited(case, records.organisations):
        yield entry.fault(
            wording("H234.person", name=case.credits[index].name), route=("credits", index, "name")
        )


def _links(entry: Entry, leaf: Leaf) -> Iterator[Diagnostic]:
    if not isinstance(leaf.mark, Prose) or not _SIGN_OF_LINK.search(leaf.value):
        return
    for match in _LINK.finditer(leaf.value):
        scheme = next(group for group in match.groups() if group)
        if scheme.lower() not in ("http", "https"):
            span = entry.document.inside(leaf.route, *match.span(match.lastindex or 0))
            yield entry.fault(wording("H213.link", scheme=scheme), route=leaf.route, span=span)
