"""What must not be public is found wherever it would be published."""

import time

import pytest
from small_hubs import TODAY, case, hub, sources

from hubtool.load import load
from hubtool.models.case import CaseStudy
from hubtool.pages.parts.sentences import consent
from hubtool.pages.view import View
from hubtool.site.compile import compile_site
from hubtool.text.contacts import emails, telephones

PRIVATE = "Write to ana.silva@gmail.com or ring 07911 123456."
CAPTIONS = f"WEBVTT\n\n00:01.000 --> 00:04.000\n{PRIVATE}\n"
FILM = """\
films:
  - title: A film
    url: https://vimeo.com/1
    captions: [{language: en-GB, file: cases/river-walks/film.vtt}]
"""
SETTINGS = "site_name: A hub\nextra:\n  hub:\n    schema: 1\n"
TOPICS = (
    "scheme: {id: topics, title: Topics, description: Subjects.}\n"
    f"concepts:\n  - {{id: water, label: Water, definition: '{PRIVATE}'}}\n"
)


def codes(files: dict[str, str], settings: str = SETTINGS) -> list[tuple[str, str, int]]:
    _, told = load(
        sources({"cases/river-walks.yml": case(), **files}, settings=settings), today=TODAY
    )
    return [
        (item.code, item.path, item.span.line if item.span else 0)
        for item in told
        if item.code in ("H222", "H223", "H234", "H311", "H506", "H111")
    ]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("cases/river-walks.yml", case(f"story: {PRIVATE}"), 13),
        ("cases/river-walks/film.vtt", CAPTIONS, 4),
        ("vocabulary/topics.yml", TOPICS, 3),
        ("docs/about.md", f"# About\n\n{PRIVATE}\n", 3),
        ("docs/deep/down/index.md", f"{PRIVATE}\n", 1),
        ("collections/one.yml", f"title: One\nsummary: {PRIVATE}\nitems: []\n", 2),
        ("opportunities/one.yml", f"title: One\nsummary: {PRIVATE}\n", 2),
    ],
)
def test_addresses_and_numbers_are_found_in_every_text(path: str, text: str, line: int) -> None:
    films = {"cases/river-walks.yml": case(FILM)} if path.endswith(".vtt") else {}
    told = [(code, where, at) for code, where, at in codes({**films, path: text}) if where == path]
    assert told == [("H222", path, line), ("H223", path, line)]


def test_settings_may_hold_no_address_but_the_contact() -> None:
    contact = f"{SETTINGS}    contact: hub@university.ac.uk\n"
    assert codes({"docs/about.md": "Write to Hub@university.ac.uk.\n"}, contact) == []
    told = codes({"docs/about.md": "Write to ann@university.ac.uk.\n"}, contact)
    assert told == [("H222", "docs/about.md", 1)]
    told = codes({}, f"{SETTINGS}    strapline: Write to ann@university.ac.uk\n")
    assert told == [("H222", "mkdocs.yml", 5)]


def test_guides_may_show_addresses_that_are_nobodys() -> None:
    assert codes({"docs/about.md": "Write `hub@example.org` or ann@hub.example.\n"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.org",
        "Ana.Silva+x@mail.example.co.uk",
        "ana\uff20example.org",
        "ana [at] example.org",
        "ana(at)example.org",
        "mañana@correo.es",
        "ana@bücher.example",
        "ana @ example.org",
        "ana (at) example (dot) org",
        "ana at example dot org",
        "ana\uff20example\uff0eorg",
        "ana&#64;example.org",
        "ana&commat;example.org",
        "ana%40example.org",
    ],
)
def test_an_email_address_is_found_in_each_of_its_forms(text: str) -> None:
    assert [*emails(f"Write to {text}, please")] == [(9, 9 + len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "We met at the river, at noon, and dotted the map",
        "https://mastodon.example/@ana and @ana on most hosts",
        "at 3.30 p.m. @ the library",
        "pictures/12345678%40N00/",
        "the at-risk register. Dot your i",
    ],
)
def test_other_words_are_no_email_address(text: str) -> None:
    assert not [*emails(text)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("07911 123456", "GB"),
        ("(020) 7946 0018", "GB"),
        ("+44 20 7946 0018", ""),
        ("+353 1 896 1000", ""),
        ("01 896 1000", "IE"),
        ("(312) 996-7000", "US"),
        ("1-800-356-9377", "US"),
        ("06 12 34 56 78", "FR"),
        ("091 234 5678", "ES"),
        ("91 234 56 78", "ES"),
        ("+55 21 3938-9600", ""),
        ("0091 80 2293 2001", ""),
        ("https://wa.me/447911123456", ""),
        ("https://api.whatsapp.com/send?phone=447911123456", ""),
        ("[us](tel:+447911123456)", ""),
        ("\u0660\u0667\u0669\u0661\u0661 \u0661\u0662\u0663\u0664\u0665\u0666", "GB"),
    ],
)
def test_a_telephone_number_is_found_as_its_country_writes_it(text: str, countries: str) -> None:
    assert [*telephones(f"Ring {text} soon", countries.split())]


@pytest.mark.parametrize(
    "text",
    [
        "From 2019-2023, then 2024/2026",
        "2019-09-30, 1995/2016, 2018-12/2020-03",
        "55,000 and 1 200 000 people",
        "ISBN 978-0-19-852663-6, ISSN 0028-0836",
        "doi 10.1371/journal.pone.0123456",
        "https://example.org/01632960123",
        "award AH/J013625/1 and 1003456",
        "18 months, 1,400 homes, 26 streets, 12 partners",
        "Volume 22(4):802-812",
    ],
)
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert not [*telephones(text, ["GB", "US", "IE", "ZA"])]


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "a@" * 50_000, "a." * 50_000, "1 " * 50_000, "@" * 99_999]
)
def test_a_long_text_is_looked_through_in_time(text: str) -> None:
    begun = time.process_time()
    list(emails(text))
    list(telephones(text, ["GB"]))
    assert time.process_time() - begun < 3


def test_a_page_that_is_not_utf8_is_named() -> None:
    _, told = load(
        sources({"docs/bad.md": b"caf\xe9", "cases/river-walks.yml": case()}), today=TODAY
    )
    assert [(item.code, item.path) for item in told] == [("H111", "docs/bad.md")]


def named(people: str) -> str:
    consent_ = f"consent: {{status: agreed, agreed_by: A, agreed_on: 2026-01{people}}}"
    return case(f"{consent_}\ncredits: [{{name: Ana Silva}}, {{name: Exampleton Anglers}}]")


def test_a_name_under_roles_only_is_told_and_stands_nowhere_on_the_site() -> None:
    files = {"cases/river-walks.yml": named("")}
    assert codes(files) == [("H234", "cases/river-walks.yml", 13)]
    made = hub(files)
    assert "roles only" in consent(View(made), made.cases["river-walks"])
    tree = compile_site(made, {}).tree()
    assert [path for path, content in tree.items() if b"Ana Silva" in content] == []
    assert b"Exampleton Anglers" in tree["docs/cases/river-walks/cite.bib"]


@pytest.mark.parametrize("people", ["named", "pseudonyms"])
def test_a_name_that_was_agreed_to_is_nothing_to_tell(people: str) -> None:
    files = {"cases/river-walks.yml": named(f", people: {people}")}
    assert codes(files) == []
    assert b"Ana Silva" in compile_site(hub(files), {}).tree()["docs/cases/river-walks/cite.ris"]


def test_a_page_without_names_says_so() -> None:
    made = hub({"cases/river-walks.yml": case()})
    assert "roles only" in consent(View(made), made.cases["river-walks"])


WITHDRAWN = {"cases/fog-lake.yml": "consent: {status: withdrawn}\nformerly: [old-lake]\n"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("collections/one.yml", "title: One\nsummary: As in Fog Lake.\n"),
        ("opportunities/one.yml", "title: One\nsummary: The fog lake people ask.\n"),
        ("docs/guide.md", "See [this](../cases/fog-lake.md).\n"),
        ("docs/guide.md", "Once called old-lake.\n"),
        ("cases/river-walks.yml", case("story: We learnt it from fog-lake.")),
    ],
)
def test_a_text_that_names_a_withdrawn_case_is_named(path: str, text: str) -> None:
    assert {(code, where) for code, where, _ in codes({**WITHDRAWN, path: text})} == {
        ("H311", path)
    }


def test_files_of_a_withdrawn_case_are_named() -> None:
    told = codes({**WITHDRAWN, "cases/fog-lake/film.vtt": "WEBVTT\n", "cases/fog-lake/a.jpg": ""})
    assert [(code, path) for code, path, _ in told] == [
        ("H506", "cases/fog-lake/a.jpg"),
        ("H506", "cases/fog-lake/film.vtt"),
    ]


def test_only_what_was_agreed_to_is_published() -> None:
    scoped = case(
        "consent: {status: agreed, agreed_by: A, agreed_on: 2026-01, scope: [text]}\n"
        "story: |\n  Ours.\n\n  > a first line\n  and SECRET the lazy line.\n\n  - > SECRET in a list\n"
    )
    river: CaseStudy = hub({"cases/river-walks.yml": scoped}).cases["river-walks"]
    assert river.story == "Ours."
