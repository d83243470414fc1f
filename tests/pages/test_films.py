"""A film's card: where it plays and what is said in it; the booklet and the comparison."""

import re

import pytest
from reading import Reading, faults
from small_hubs import case, hub

from hubtool.art.poster import film_poster
from hubtool.pages.booklet import booklet_pages
from hubtool.pages.case_study import case_page
from hubtool.pages.compare import compare_pages, compared
from hubtool.pages.films import film_pages
from hubtool.pages.view import View

FILM = """
    films:
      - {id: talk, title: Nineteen, url: "https://youtu.be/SCtFTslwgR0?t=5",
         captions: [{language: cy, file: cases/river-walks/cy.vtt},
                    {language: en-GB, file: cases/river-walks/en.vtt}]}
      - {id: page, title: A page, url: "https://a.example/film"}
"""
FILES = {
    "cases/river-walks.yml": case(FILM),
    "cases/river-walks/en.vtt": """\
        WEBVTT

        00:01.500 --> 00:04.000
        <v A. & B.>Nineteen &lt;script&gt; "came".

        01:23.000 --> 01:27.000
        </ol><script>alert(1)</script>The end.
        """,
    "cases/river-walks/cy.vtt": "WEBVTT\n\n00:01.500 --> 00:04.000\nDaeth pedwar.\n",
}


def of_case() -> Reading:
    made = hub(FILES)
    return Reading(case_page(View(made), made.cases["river-walks"]).body)


def test_a_film_with_a_player_offers_it_and_a_page_does_not() -> None:
    read = of_case()
    tube, page = read.all("article", "film")
    assert tube.attributes["data-player"] == "https://www.youtube-nocookie.com/embed/SCtFTslwgR0"
    assert (tube.attributes["data-film"], tube.attributes["data-start"]) == ("youtube", "5")
    assert "data-player" not in page.attributes
    assert "your browser asks youtube-nocookie.com for the film" in tube.text
    assert len([one for one in read.elements if one.tag in ("iframe", "video", "audio")]) == 0


def test_what_is_said_stands_with_its_moments_in_the_readers_language_first() -> None:
    read = of_case()
    lines = [one for one in read.elements if "data-at" in one.attributes]
    assert [(one.attributes["href"], one.attributes["data-at"]) for one in lines] == [
        ("?t=1#film-talk", "1.5"),
        ("?t=83#film-talk", "83"),
        ("?t=1#film-talk", "1.5"),
    ]
    assert [" ".join(one.text.split()) for one in lines] == [
        "0:01 A. & B.: Nineteen <script> “came”.",
        "1:23 alert(1)The end.",
        "0:01 Daeth pedwar.",
    ]
    assert [one.attributes.get("lang") for one in read.elements if one.tag == "ol"][:2] == [
        None,
        "cy",
    ]


def test_what_is_said_cannot_act_in_the_page() -> None:
    made = hub(FILES)
    for page in (case_page(View(made), made.cases["river-walks"]), *film_pages(View(made))):
        assert "<script>alert" not in page.body
        assert faults(page.body) == []


def test_the_gallery_leads_to_what_is_said_without_holding_it() -> None:
    made = hub(FILES)
    (page,) = film_pages(View(made))
    assert "Daeth pedwar" not in page.body
    assert "../cases/river-walks/#film-talk" in page.body


def test_what_was_not_agreed_to_is_not_said() -> None:
    agreed = "consent: {status: agreed, agreed_by: Them, agreed_on: 2026-01, scope: [text]}"
    made = hub({**FILES, "cases/river-walks.yml": case(f"{FILM}    {agreed}\n")})
    assert made.transcripts == {}


COLLECTION = """\
    title: First walks
    summary: Partnerships that began outdoors.
    convenors: [Exampleton Library]
    why: Because *walking* comes first.
    items:
      - {case: river-walks, note: The question came late.}
      - {lesson: "river-walks#walk-first", note: Say it aloud.}
      - {film: "river-walks#talk", note: Watch it together.}
    questions: [When did you last walk?]
"""


def test_a_booklet_holds_what_a_workshop_needs() -> None:
    made = hub({**FILES, "collections/first-walks.yml": COLLECTION})
    (page,) = booklet_pages(View(made))
    assert (page.address, page.noindex) == ("collections/first-walks/print/", True)
    read = Reading(page.body)
    assert faults(page.body) == []
    text = " ".join(read.texts("article")[0].split())
    for words in (
        "First walks",
        "Exampleton Library",
        "Because walking comes first.",
        "The question came late.",
        "Say it aloud.",
        "Watch it together.",
        "https://youtu.be/SCtFTslwgR0?t=5",
        "When did you last walk?",
    ):
        assert words in text, words


def test_a_case_in_a_booklet_carries_its_story_and_who_decided() -> None:
    more = """
    story: "They walked the *whole* river first. [@report; @diary]"
    sources: [{id: report, title: R.}, {id: diary, title: D.}]
    power: {said_by: together, stages: {question: {level: shared, note: A no held.}}}
    outcomes: [{what: A weir went., kind: practice-policy, said_by: community}]
    """
    built = hub(
        {**FILES, "cases/river-walks.yml": case(f"{FILM}{more}"), "collections/w.yml": COLLECTION}
    )
    booklet, copy = booklet_pages(View(built))
    assert "They walked the <em>whole</em> river first." in booklet.body
    assert "A no held." in booklet.body
    assert "[@" not in booklet.body + copy.body
    assert (copy.address, copy.noindex) == ("collections/w/reading-copy/", True)
    assert faults(copy.body) == []
    assert "They walked the <em>whole</em> river first." in copy.body
    for told in ("River walks", "A weir went.", "A no held."):
        assert told not in copy.body


def test_a_comparison_has_a_row_for_every_stage() -> None:
    power = """
    power:
      said_by: together
      stages:
        question: shared
        inquiry: {note: Tenants did the interviews.}
        action: {level: disputed, readings: {community: involved, researcher: shared}}
    """
    made = hub({"cases/river-walks.yml": case(power)})
    (page,) = compare_pages(View(made))
    rows = [
        one.attributes["data-row"]
        for one in Reading(page.body).all("tr")
        if "data-row" in one.attributes
    ]
    said = compared(View(made), made.cases["river-walks"])
    assert set(rows) <= said.keys()
    assert "Not recorded" in said["stage-design"]
    assert "reading-shared" in said["stage-question"]
    assert "Tenants did the interviews." in said["stage-inquiry"]
    assert "reading-involved" in said["stage-action"]
    assert 'href="../cases/river-walks/#lesson-walk-first"' in said["lessons"]
    assert "Not recorded" in said["took"]


def poster(said: str = "") -> str:
    film = f'{{id: f, title: T, url: "https://a.example/f", access: {{captions: true}}{said}}}'
    made = hub({"cases/river.yml": case(f"films: [{film}]")})
    river = made.cases["river"]
    return str(film_poster(made, river, river.films[0]))


@pytest.mark.parametrize(
    ("maker", "inks"),
    [
        ("community", ["fill-pink"]),
        ("researcher", ["fill-blue"]),
        ("together", ["fill-blue", "fill-pink"]),
        ("outside", []),
        ("uni", ["fill-blue"]),
        ("anglers", ["fill-pink"]),
    ],
)
def test_a_poster_is_printed_in_the_ink_of_whoever_made_the_film(
    maker: str, inks: list[str]
) -> None:
    assert re.findall(r'class="plate (fill-\w+)"', poster(f", made_by: {maker}")) == inks


def test_a_poster_is_in_neither_ink_where_nobody_recorded_who_made_the_film() -> None:
    assert "plate" not in poster()


@pytest.mark.parametrize(("length", "minutes"), [("0:40", 1), ("6:00", 6), ("6:40", 7)])
def test_a_poster_has_a_hole_for_each_minute_that_is_begun(length: str, minutes: int) -> None:
    assert poster(f', duration: "{length}"').count("v18") == minutes


def test_a_poster_has_no_holes_where_nobody_recorded_how_long_it_is() -> None:
    assert "v18" not in poster()
