"""The names of terms that have pages of their own, for searches that mention one."""

import json
import re
from collections.abc import Iterator

from hubtool.hub.facets import schemes_with_pages
from hubtool.models.vocabulary import Term
from hubtool.pages.view import View

TERM_NAMES = "assets/find/terms.json"

_BETWEEN_NAMES = re.compile(r",\s*| and ")


def term_names(view: View) -> dict[str, bytes]:
    """Return the file of terms: each with its label, its page and every name that it goes by."""
    terms = [
        (term.label, f"{scheme}/{term.id}/", list(dict.fromkeys(_names(term))))
        for scheme in schemes_with_pages()
        if scheme in view.hub.vocabularies
        for term in view.hub.terms(scheme)
    ]
    return {TERM_NAMES: json.dumps(terms, ensure_ascii=False, separators=(",", ":")).encode()}


def _names(term: Term) -> Iterator[str]:
    """Yield the label of *term*, the parts of a label of two names, and the synonyms."""
    yield term.label
    yield from _BETWEEN_NAMES.split(term.label)
    yield from term.alt
