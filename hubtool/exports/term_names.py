"""The names of what has a page of its own, for searches that mention one."""

import json
import re
from collections.abc import Iterator

from hubtool.hub.facets import schemes_with_pages
from hubtool.hub.references import parties
from hubtool.models.vocabulary import Term
from hubtool.pages.parts.facet_choices import country_page
from hubtool.pages.parts.parties import funders_with_page, partners_with_page
from hubtool.pages.view import View
from hubtool.text.own_names import own_names

TERM_NAMES = "assets/find/terms.json"

_MOST_CASES = 500
_BETWEEN_NAMES = re.compile(r",\s*| and ")


NamedPage = tuple[str, str, list[str], str]
"""What a page is called, its address, every name it goes by, and its kind."""


def term_names(view: View) -> dict[str, bytes]:
    """Return the file of all pages that a search may name.

    A small hub's cases are among them by title, place and partner; a large one leaves these to the
    word index.
    """
    named = [
        *_terms(view),
        *_countries(view),
        *_bodies(view),
        _data(view),
        *(_cases(view) if len(view.hub.cases) <= _MOST_CASES else ()),
    ]
    return {TERM_NAMES: json.dumps(named, ensure_ascii=False, separators=(",", ":")).encode()}


def _terms(view: View) -> Iterator[NamedPage]:
    for scheme in schemes_with_pages():
        if scheme in view.hub.vocabularies:
            for term in view.hub.terms(scheme):
                yield term.label, f"{scheme}/{term.id}/", list(dict.fromkeys(_names(term))), "term"


def _countries(view: View) -> Iterator[NamedPage]:
    codes = {place.country for case in view.hub.cases.values() for place in case.mapped_places}
    for code in sorted(codes):
        name = view.words.country(code)
        yield name, country_page(code), list(dict.fromkeys((name, *own_names(code)))), "page"


def _bodies(view: View) -> Iterator[NamedPage]:
    """Yield the partners and funders that have pages of their own."""
    for folder, ids in (
        ("partners", partners_with_page(view)),
        ("funders", funders_with_page(view)),
    ):
        for id_ in ids:
            body = view.hub.organisations[id_]
            yield body.label, f"{folder}/{id_}/", [body.label, *body.alt], "page"


def _data(view: View) -> NamedPage:
    names = view.words("data.names").split(", ")
    return view.words("frame.data"), "data/", names, "page"


def _cases(view: View) -> Iterator[NamedPage]:
    for case in view.hub.cases.values():
        names = [case.title, case.project or ""]
        names += [place.name for place in case.mapped_places]
        names += map(view.hub.party_name, parties(case))
        yield case.title, f"cases/{case.id}/", list(dict.fromkeys(filter(None, names))), "case"


def _names(term: Term) -> Iterator[str]:
    """Yield the label of *term*, the parts of a label of two names, and the synonyms."""
    yield term.label
    yield from _BETWEEN_NAMES.split(term.label)
    yield from term.alt
