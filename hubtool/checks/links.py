"""Web addresses: films that readers can watch, and no marks of whoever shared the address."""

from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, Fix
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import phrase, wording
from hubtool.models.film_faults import film_fault
from hubtool.records.records import Entry, Records
from hubtool.text.shared_addresses import without_marks

_MOST_QUOTED = 200


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield addresses of films that play nothing, and addresses with marks."""
    for entry in records.entries:
        yield from _films(entry)
        for leaf in entry.leaves:
            if leaf.mark is None and leaf.value.startswith(("https://", "http://")):
                yield from _marks(entry, leaf.route, leaf.value)


def _films(entry: Entry) -> Iterator[Diagnostic]:
    for index, film in enumerate(entry.parts("films")):
        url = film.get("url") if isinstance(film, dict) else None
        fault = film_fault(url) if isinstance(url, str) else None
        if fault:
            route: Route = ("films", index, "url")
            fix = _fix(entry, route, fault.address) if fault.address else None
            yield entry.fault(fault.words, route=route, fix=fix)


def _marks(entry: Entry, route: Route, url: str) -> Iterator[Diagnostic]:
    address = without_marks(url)
    if address != url:
        hint = phrase("any.write", text=address) if len(address) <= _MOST_QUOTED else None
        yield entry.fault(
            wording("H411.traced", hint), route=route, fix=_fix(entry, route, address)
        )


def _fix(entry: Entry, route: Route, address: str) -> Fix:
    """Return the fix that writes *address*, in the quotes in which the old one stands."""
    quote = entry.document.source_text(route)[:1]
    replacement = f"{quote}{address}{quote}" if quote in ("'", '"') else address
    return Fix(entry.document.span(route), replacement)
