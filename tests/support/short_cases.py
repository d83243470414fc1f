"""A short case as its answers, and the same answers by every way in."""

import json
from functools import cache

from small_hubs import vocabularies

from hubtool.imports.draft import draft_from
from hubtool.imports.finishing import CaseFile, case_file
from hubtool.imports.form_fields import FormParts, form_parts
from hubtool.imports.reading import read_drafts
from hubtool.records.resolve import Lexicon
from hubtool.records.terms import terms_in
from hubtool.text.words import words

ANSWERS = {
    "title": "Tenants and a university measured damp, then changed the rule",
    "summary": "A tenants' group and a university measured damp together: the council changed.",
    "dates": "2019-09/2022",
    "places.1.name": "Exampleton, West",
    "places.1.country": "GB",
    "partners.1.name": "Exampleton Tenants",
    "partners.1.kind": "Community group",
    "partners.1.role": "Hosted, and chose the question",
    "partners.2.name": "University of Example",
    "partners.2.kind": "University",
    "lessons.1.lesson": "Hold the first six meetings where people already meet.",
    "lessons.1.kind": "This worked",
    "lessons.1.said_by": "Community partner",
    "lessons.1.because": "The first, at the university, drew four: in the kitchen, nineteen came.",
    "story": "Before anybody spoke of research, there was tea.\n\nThen: the meters # and a list.",
    "topics": "Housing",
    "consent.status": "Yes: their own body has read this text and agreed",
    "consent.agreed_by": "Exampleton Tenants committee",
    "consent.agreed_on": "2025-03",
}
"""The answers, by the names of their columns, as somebody gives them."""

RECORD = {
    "title": ANSWERS["title"],
    "summary": ANSWERS["summary"],
    "dates": "2019-09/2022",
    "topics": ["housing"],
    "places": [{"name": "Exampleton, West", "country": "GB"}],
    "partners": [
        {
            "name": "Exampleton Tenants",
            "kind": "community-group",
            "role": ANSWERS["partners.1.role"],
        },
        {"name": "University of Example", "kind": "university"},
    ],
    "story": ANSWERS["story"],
    "lessons": [
        {
            "lesson": ANSWERS["lessons.1.lesson"],
            "kind": "worked",
            "said_by": "community",
            "because": ANSWERS["lessons.1.because"],
        }
    ],
    "consent": {
        "status": "agreed",
        "agreed_by": ANSWERS["consent.agreed_by"],
        "agreed_on": "2025-03",
    },
}
"""The same case as the form in the browser keeps it."""


@cache
def lexicon() -> Lexicon:
    return terms_in(vocabularies()).lexicon


@cache
def form() -> FormParts:
    return form_parts(words(), lexicon())


def body(answers: dict[str, str] = ANSWERS, *, end: str = "\n") -> str:
    """Return *answers* as GitHub writes the body of an issue."""
    sections = [
        f"### {field.label}\n\n{answers.get(field.name) or '_No response_'}"
        for field in form().fields
    ]
    return "\n\n".join(sections).replace("\n", end)


def files(content: bytes) -> list[CaseFile]:
    """Return the case files that *content* becomes."""
    drafts = read_drafts(content, form(), lexicon())
    return [case_file(draft, lexicon(), form()) for draft in drafts]


def file(content: bytes) -> CaseFile:
    (only,) = files(content)
    return only


def draft() -> bytes:
    return json.dumps({"record": RECORD, "isWhole": True}).encode()


__all__ = ["ANSWERS", "RECORD", "body", "draft", "draft_from", "file", "files", "form", "lexicon"]
