"""Citations come back from other people's readers as they went in."""

import json
import re
from io import StringIO

import rispy
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from pybtex.database import BibliographyData, parse_string
from pybtex.richtext import Text
from small_hubs import case, hub

from hubtool.exports import exports
from hubtool.exports.citations import bibtex_entries, csl_items, ris_records
from hubtool.pages.parts.citation import Citation

SETTINGS = "site_name: A & B\nsite_url: https://hub.example/\nextra:\n  hub: {schema: 1}\n"
CREDITED = """
    topics: [housing]
    credits: [{name: Exampleton Tenants and Friends}, {name: Badger}]
    record: {checked: 2025-03-04}
    consent: {status: agreed, agreed_by: A, agreed_on: 2026-01, people: named}
"""
PUBLIC = """
    consent: {status: public-record, change_contact: "https://a.example/change"}
    credits: [{name: Josiah Carberry}]
    lessons: [{id: a, lesson: Walk., kind: worked, said_by: outside, sources: [s]}]
    sources: [{id: s, title: S, url: "https://a.example/s"}]
"""
COLLECTION = """
    title: First walks
    summary: Outdoors.
    convenors: [Exampleton Library]
    items: [{case: river, note: Late.}]
"""
# What pybtex leaves alone that LaTeX prints.
_COMMANDS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "$": "$"}


def made() -> dict[str, bytes]:
    return exports(
        hub(
            {
                "cases/river.yml": case(CREDITED),
                "cases/bay.yml": case(PUBLIC),
                "collections/walks.yml": COLLECTION,
            },
            settings=SETTINGS,
        )
    )


def citation(text: str) -> Citation:
    return Citation(
        id="river",
        title=text,
        authors=(text, "Badger"),
        abstract=text,
        kind="Case study",
        site=text,
        url="https://hub.example/cases/river/",
        date=(2025, 3, 4),
        language="en-GB",
        licence="CC BY 4.0",
        keywords=(text,),
    )


def read_ris(content: bytes) -> list[dict[str, object]]:
    return rispy.load(StringIO(content.decode(), newline=""))


def read_bibtex(content: bytes) -> BibliographyData:
    return parse_string(content.decode(), "bibtex")


def plain(latex: str) -> str:
    known = re.split(r"(\\(?:textbraceleft|textbraceright|textasciicircum|\$)(?:{})?)", latex)
    return "".join(
        _COMMANDS[part.strip("\\{}")] if number % 2 else str(Text.from_latex(part))
        for number, part in enumerate(known)
    )


def test_ris_says_who_what_when_and_where() -> None:
    (river,) = read_ris(made()["cases/river/cite.ris"])
    assert river["type_of_reference"] == "ELEC"
    assert river["id"] == "river"
    assert river["title"] == "River walks"
    assert river["authors"] == ["Exampleton Tenants and Friends", "Badger"]
    assert river["year"] == "2025"
    assert river["date"] == "2025/03/04"
    assert river["urls"] == ["https://hub.example/cases/river/"]
    assert river["publisher"] == "A & B"


def test_bibtex_keeps_a_group_whole() -> None:
    entry = read_bibtex(made()["cases/river/cite.bib"]).entries["river"]
    assert [str(person) for person in entry.persons["author"]] == [
        "{Exampleton Tenants and Friends}",
        "{Badger}",
    ]
    assert entry.fields["year"] == "2025"
    assert entry.fields["month"] == "March"
    assert entry.fields["url"] == "https://hub.example/cases/river/"
    assert plain(entry.fields["howpublished"]) == "A & B"


def test_csl_says_who_what_when_and_where() -> None:
    (river,) = json.loads(made()["cases/river/cite.json"])
    assert river["type"] == "webpage"
    assert river["author"] == [
        {"literal": "Exampleton Tenants and Friends"},
        {"literal": "Badger"},
    ]
    assert river["issued"] == {"date-parts": [[2025, 3, 4]]}
    assert river["container-title"] == "A & B"


def test_the_hub_is_the_author_of_what_is_drawn_from_the_public_record() -> None:
    files = made()
    assert read_ris(files["cases/bay/cite.ris"])[0]["authors"] == ["A & B"]
    assert json.loads(files["cases/bay/cite.json"])[0]["author"] == [{"literal": "A & B"}]


def test_all_cases_and_those_of_a_collection_are_in_one_file_too() -> None:
    files = made()
    assert [one["id"] for one in read_ris(files["cases/cite.ris"])] == ["bay", "river"]
    assert list(read_bibtex(files["cases/cite.bib"]).entries) == ["bay", "river"]
    assert [one["id"] for one in json.loads(files["collections/walks/cite.json"])] == ["river"]


def test_a_blank_line_stands_between_two_records_and_nowhere_else() -> None:
    both = ris_records([citation("One"), citation("Two")]).decode()
    assert [record.partition("\r\n")[0] for record in both.split("\r\n\r\n")] == ["TY  - ELEC"] * 2


_HARD = st.text().filter(lambda text: text.strip())


@examples(200)
@given(_HARD)
def test_ris_comes_back_as_it_went_in(text: str) -> None:
    read = read_ris(ris_records([citation(text)]))
    wanted = shown(text)
    assert [one.get("title", "") for one in read] == [wanted]
    assert read[0]["authors"] == [wanted, "Badger"]


@examples(200, derandomize=True)
# The foreign parser leaves the commands for these undecoded, and with them the spaces that follow.
@given(_HARD.filter(lambda text: not set(text) & set("{}^$\\~")))
def test_bibtex_comes_back_as_it_went_in(text: str) -> None:
    entries = read_bibtex(bibtex_entries([citation(text), citation("x")][:1])).entries
    assert list(entries) == ["river"]
    fields = entries["river"].fields
    assert plain(fields["abstract"]) == shown(text)
    assert plain(fields["title"][1:-1]) == shown(text)
    assert len(entries["river"].persons["author"]) == 2


@examples(100)
@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_csl_comes_back_as_it_went_in(text: str) -> None:
    (read,) = json.loads(csl_items([citation(text)]))
    assert read["title"] == text


def shown(text: str) -> str:
    """Return *text* on one line, with a sign for what cannot be printed."""
    kept = "".join(sign if is_printable(sign) else "\ufffd" for sign in text)
    return " ".join(kept.split())


def is_printable(sign: str) -> bool:
    code = ord(sign)
    return sign.isspace() or not (
        code < 0x20 or code == 0x7F or code in (0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF
    )
