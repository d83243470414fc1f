"""Every word that pages and scripts ask the catalogue for stands in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from small_hubs import hub

from hubtool.art.cover import SIDES
from hubtool.diagnostics.codes import codes
from hubtool.diagnostics.diagnostic import Severity
from hubtool.hub.changes import Event
from hubtool.hub.duties import DutyKind
from hubtool.hub.facets import CASE_FACETS, FILM_FACETS, LESSON_FACETS
from hubtool.hub.lacks import STEPS
from hubtool.hub.quality import qualities
from hubtool.links.answers import LOST
from hubtool.models.declare import ReferenceTo
from hubtool.pages.form import PARTS
from hubtool.pages.parts.cover_words import _STROKES
from hubtool.pages.parts.report_outline import SECTIONS
from hubtool.pages.parts.ways_in import _SUBJECTS
from hubtool.pages.parts.workshop_plan import QUESTIONS
from hubtool.pages.parts.workshop_plan import STEPS as STEPS_OF_A_WORKSHOP
from hubtool.pages.requests import REQUESTS
from hubtool.text.words import words

PACKAGE = Path(__file__).parents[1] / "hubtool"
SCRIPTS = [path for path in (PACKAGE / "theme/js").rglob("*.js") if path.parent.name != "vendor"]
CHARTS = ("before", "decided", "share", "hours", "outcomes", "lessons")
FACETS = {"cases": CASE_FACETS, "lessons": LESSON_FACETS, "films": FILM_FACETS}
MISSING = ("months", "money", "share", "hours", "payment", "costs")
CONSENT = ["agreed", "partial", "pending", "public-record"]
DIRECTIONS = ("gain", "harm", "mixed")


# The values that stand at the stars of a key that a module or a template puts together.
FAMILIES: dict[str, list[str]] = {
    "*.title": ["themes", "methods", "topics", "frictions"],
    "*s.all": ["partner", "funder"],
    "among.more-*": [*CHARTS],
    "among.ticks-*": ["share", "hours"],
    "case.checked-*": ["sources", "notes"],
    "cite.*": ["public-record", "case-study"],
    "codes.*": [severity.value for severity in Severity],
    "codes.group-*": sorted({code[1] for code in codes()}),
    "codes.is-*": [severity.value for severity in Severity],
    "collections.kind.*": ["case", "lesson", "film"],
    "consent.*": ["roles-only", "pseudonyms", "named"],
    "data.about.*": ["cases", "collections", "collection_items", "collection_used", "terms"],
    "data.column.*": ["case", "collection", "address"],
    "data.means.*": ["case", "collection", "address"],
    "data.note.*": ["empty", "several", "dates", "licence", "record"],
    "data.table.*": ["cases", "collections", "collection_items", "collection_used", "terms"],
    "data.*-day": ["first", "last"],
    "data.*-day-means": ["first", "last"],
    "cover.count-*": [*SIDES],
    "cover.key-*": [*SIDES, *_STROKES],
    "cover.lacks-*": ["question", "end", "question-end"],
    "funders.*": ["money", "before", "flexibility", "cost", "came"],
    "evidence.all-*": ["before", "decided", "share", "hours", "harms", "hopes"],
    "evidence.known.*": [
        "power", "reading", "months", "money", "share", "hours", "payment", "cost", "outcome", "harm",
        "hard", "community", "visit",
    ],
    "facet.cases.*": [facet.name for facet in CASE_FACETS if facet.is_listed],
    "facet.*.*": [f"{kind}.{facet.name}" for kind, facets in FACETS.items() for facet in facets if facet.is_listed],
    "fields.*": ["text"],
    "fields.kind-*": ["case", "collection", "opportunity"],
    "fields.to-*": [*get_args(ReferenceTo)],
    "find.*": ["cases", "lessons", "films"],
    "finder.sorts.*": ["relevance", "title"],
    "form.about.*": ["who"],
    "frame.*": ["themes", "methods", "topics", "frictions"],
    "form.consent.*": CONSENT,
    "form.consent.*-means": CONSENT,
    "form.*.*": [f"{kind.name}.{part.name}" for kind in REQUESTS for part in kind.questions],
    "form.*.*-*": [f"change.wish.{wish}" for wish in ("down", "out", "correct", "other")],
    "form.*.*-hint": ["change.page", "change.what", *(f"used.{name}" for name in ("by", "came"))],
    "form.*.lede": ["change", "used"],
    "form.*.next": ["change", "used"],
    "form.*.public": ["change", "used"],
    "form.*.public-no-mail": ["change", "used"],
    "form.*.title": ["change", "used"],
    **{f"form.way.*-{name}": ["mail", "file", "issue", "new"] for name in ("title", "account", "need", "public", "then")},
    "form.more.*": ["what", "who", "lesson", "agreed"],
    "form.noun.*": ["places", "partners", "lessons", "films", "sources"],
    "form.part.*": [part for part, _, _ in PARTS],
    "github.review.check-people-*": ["roles-only", "pseudonyms", "named"],
    "home.by-*": [*_SUBJECTS],
    "lessons.side-*": ["community", "institution", "both", "outside"],
    "look.mind-*": ["red", "ladder", "alone", "stock", "ink", "round"],
    "look.outcome-*": [*DIRECTIONS],
    "notice.*": ["withdrawn", "moved"],
    "notice.*-means": ["withdrawn", "moved"],
    "opportunities.*": ["opens", "closed", "closes", "starts", "on", "ends"],
    "opportunities.event-*": ["closes", "takes-place"],
    "outcome.*": [*DIRECTIONS],
    "related.*": ["about", "by", "friction", "region", "country"],
    "report.duty.*": [*get_args(DutyKind)],
    "report.event.*": [*get_args(Event)],
    "report.lack.*": [*STEPS],
    "report.lessons-by.*": ["stages", "lesson-kinds"],
    "report.link.*": ["moved", *LOST, "failing", "certificate", "private"],
    "report.quality.*": [share.name for share in qualities(hub({}), {})],
    "report.share-of.*": ["power", "lesson-kinds", "voices"],
    "partners-page.wish.*": ["agree", "correct", "tell", "name", "out", "down"],
    "partners-page.kind.*": ["lesson", "outcome", "tension"],
    "report.sections.*.about": ["changes", *SECTIONS],
    "report.sections.*.title": ["changes", *SECTIONS],
    "report.step.*": [*STEPS],
    "report.tie.*": ["confirms", "contradicts"],
    "took.missing-*": [*MISSING],
    "took.per-*": ["hour", "half-day", "day", "session", "month", "project"],
    "workshop.ask-*": [*QUESTIONS],
    "workshop.how.*": [*STEPS_OF_A_WORKSHOP],
    "workshop.step.*": [*STEPS_OF_A_WORKSHOP],
    "wanted.*": ["story", "power", "outcome", "tension", "voices", "community-voice", "captions"],
}  # fmt: skip
SCRIPT_FAMILIES = {"all-*": ["cases", "lessons", "films"], "take-*": ["csv", "ris", "bib"]}
TEMPLATE_KEY = re.compile(
    r'\bt(?:\.has)?\(\s*((?:"[^"]*"|[\w.\[\]]+)(?:\s*~\s*(?:"[^"]*"|[\w.\[\]]+))*)\s*[,)]'
)


def module_keys() -> Iterator[str]:
    """Yield the keys that modules name, with a star for what is put into them."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and name_of(node.func) in ("t", "words"):
                yield from keys_in(node.args[0])


def name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def keys_in(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=body, orelse=other):
            yield from (*keys_in(body), *keys_in(other))
        case ast.JoinedStr(values=parts):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)


def template_keys() -> Iterator[str]:
    """Yield the keys that templates name, with a star for what is put into them."""
    for path in (PACKAGE / "templates").rglob("*.html"):
        for call in TEMPLATE_KEY.findall(path.read_text("utf-8")):
            parts = re.split(r"\s*~\s*", call)
            if any(part.startswith('"') for part in parts):
                yield "".join(part.strip('"') if part[0] == '"' else "*" for part in parts)


def script_keys() -> set[str]:
    text = "".join(path.read_text("utf-8") for path in SCRIPTS)
    literal = set(re.findall(r'\bsay\("([a-z-]+)"', text))
    joined = {re.sub(r"\$\{.*?\}", "*", key) for key in re.findall(r"\bsay\(`([^`]+)`", text)}
    return literal | joined


def filled(family: str, value: str) -> str:
    for part in value.split(".") if family.count("*") > 1 else [value]:
        family = family.replace("*", part, 1)
    return family


NAMED = {*module_keys(), *template_keys()}


def test_every_key_that_modules_and_templates_name_is_in_the_catalogue() -> None:
    literal = {key for key in NAMED if "*" not in key}
    assert len(literal) > 300
    assert {key for key in literal if not words().has(key)} == set()


def test_every_family_of_keys_is_listed_here() -> None:
    assert {key for key in NAMED if "*" in key} == FAMILIES.keys()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_key_of_a_family_is_in_the_catalogue(family: str) -> None:
    keys = [filled(family, value) for value in FAMILIES[family]]
    assert [key for key in keys if not words().has(key)] == []


def test_every_word_that_the_scripts_say_is_handed_to_them() -> None:
    handed = {
        key.partition(".")[2]
        for key in words().catalogue
        if key.startswith(("find.", "search.", "shortcut."))
    } | {"sort-relevance"}
    named = script_keys()
    literal = {key for key in named if "*" not in key}
    assert len(literal) >= 25
    assert named - literal == SCRIPT_FAMILIES.keys()
    joined = {filled(family, value) for family, of in SCRIPT_FAMILIES.items() for value in of}
    assert (literal | joined) - handed == set()
