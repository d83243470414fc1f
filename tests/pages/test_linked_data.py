"""What pages tell machines about themselves: linked data and the `<meta>` elements of a case."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.pages import Page, pages
from hubtool.pages.linked_data import case_study as linked_case
from hubtool.pages.linked_data import head as described
from hubtool.pages.linked_data.common import (
    declared,
    iso_day,
    iso_length,
    iso_span,
    licence_address,
)
from hubtool.site.source_page import parts
from hubtool.text.escape import json_in_html

TODAY = date(2026, 11, 23)
SETTINGS = """\
site_name: A small hub
site_url: https://hub.example/
extra:
  hub: {schema: 1, convenors: [Exampleton Library]}
"""
FULL = """
    dates: 2019-09~/2023-03
    themes: [trust]
    methods: [hanging-around]
    topics: [housing]
    partners:
      - {id: tenants, name: Exampleton Tenants, kind: community-group}
      - {id: uni, name: University of Example, kind: university}
    funders: [{name: Example Trust, award: EX-1}]
    consent: {status: agreed, agreed_by: A body, agreed_on: 2026-01, people: named}
    credits:
      - {name: Exampleton Tenants}
      - {name: Josiah Carberry, orcid: 0000-0002-1825-0097}
      - {name: Badger}
    lessons:
      - {id: late, lesson: Come late., kind: worked, said_by: community, film: {id: talk, at: 83}}
      - {id: soon, lesson: Come soon., kind: worked, said_by: community, film: {id: talk, at: 9}}
    films:
      - {id: talk, title: Nineteen, url: "https://vimeo.com/1", duration: "6:40",
         published: 2021-05, access: {captions: true}}
      - {id: sound, title: A song, url: "https://a.example/song.mp3"}
    sources:
      - {id: policy, title: The policy, publisher: Council, year: 2022, url: "https://a.example/p"}
    record: {created: 2025-02, checked: 2025-03-04}
"""
COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library]
opened: 2026-02
items:
  - {case: river, note: It came late.}
  - {lesson: river#late, note: Hear this.}
"""
OFFERS = {
    "walk": "kind: event\nstarts: 2027-05-01\nends: 2027-05-02\nplace: Exampleton\nonline: true",
    "fund": "kind: funding\ncloses: 2027-02-01",
    "ask": "kind: standing-offer\nrecord: {checked: 2026-10}",
}
HOSTILE = "</script><script>alert(1)</script><!-- {{ 7*7 }} &"

# What schema.org (release 30.0) lets each type have, of what is used here.
THING = {"name", "description", "url", "identifier", "alternateName", "mainEntity"}
WORK = THING | {
    *("abstract", "about", "author", "accessibilityFeature", "citation", "contentLocation"),
    *("contributor", "dateCreated", "dateModified", "datePublished", "hasPart", "image"),
    *("inLanguage", "isPartOf", "keywords", "license", "mainEntity", "publisher", "teaches"),
    *("temporalCoverage", "version", "video", "headline"),
}
FILE = WORK | {"thumbnailUrl", "embedUrl", "contentUrl", "uploadDate", "duration"}
MEETING = THING | {"startDate", "endDate", "location", "organizer"}
ALLOWED = {
    "Article": WORK,
    "AudioObject": FILE,
    "VideoObject": FILE,
    "Clip": WORK | {"startOffset", "endOffset"},
    "CollectionPage": WORK,
    "CreativeWork": WORK,
    "WebSite": WORK,
    "DefinedTermSet": WORK | {"hasDefinedTerm"},
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"},
    "ResearchProject": THING | {"member", "funder", "funding", "location"},
    "Organization": THING,
    "Person": THING,
    "Grant": THING | {"funder"},
    "MonetaryGrant": THING | {"funder"},
    "Place": THING | {"address", "geo"},
    "PostalAddress": THING | {"addressCountry", "addressRegion"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "VirtualLocation": THING,
    "ItemList": THING | {"numberOfItems", "itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Event": MEETING,
    "EducationEvent": MEETING,
    "Offer": THING | {"offeredBy", "validFrom", "validThrough"},
}


@cache
def full_hub() -> Hub:
    return made({"cases/river.yml": case(FULL)})


def made(files: dict[str, str], settings: str = SETTINGS) -> Hub:
    offers = {
        f"opportunities/{id_}.yml": (
            f"title: Offer {id_}\nby: Exampleton Anglers\nsummary: Come.\n"
            f"url: https://a.example/{id_}\n{more}\n"
        )
        for id_, more in OFFERS.items()
    }
    return hub(
        {"collections/walks.yml": COLLECTION, **offers, **files}, today=TODAY, settings=settings
    )


def page_at(hub_: Hub, address: str) -> Page:
    return next(page for page in pages(hub_) if page.address == address)


def data_of(page: Page) -> tuple[dict[str, Any], ...]:
    """Return the data of *page* as a reader of JSON finds it."""
    graph = json.loads(json_in_html({"@graph": page.data}))["@graph"]
    return tuple(graph)


def nodes(value: object) -> Iterator[dict[str, Any]]:
    match value:
        case dict():
            if "@type" in value:
                yield value
            for inner in value.values():
                yield from nodes(inner)
        case list() | tuple():
            for inner in value:
                yield from nodes(inner)


def test_every_property_is_one_that_schema_org_gives_to_its_type() -> None:
    found = [
        (one["@type"], name)
        for page in pages(full_hub())
        for one in nodes(page.data)
        for name in one
        if not name.startswith("@") and name not in ALLOWED[one["@type"]]
    ]
    assert found == []


def test_nothing_is_said_of_what_is_not_known() -> None:
    small = made({"cases/river.yml": case(FULL), "cases/bare.yml": case("")})
    empty = [
        (page.address, one)
        for page in pages(small)
        for one in nodes(page.data)
        if any(value in (None, "", []) for value in one.values())
    ]
    assert empty == []


def test_a_case_is_an_article_about_a_research_project() -> None:
    article = data_of(page_at(full_hub(), "cases/river/"))[0]
    project, theme = article["about"]
    assert article["@type"] == "Article"
    assert article["@id"] == "https://hub.example/cases/river/"
    assert article["headline"] == "River walks"
    assert article["temporalCoverage"] == "2019-09/2023-03"
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert article["dateModified"] == "2025-03-04"
    assert project["@type"] == "ResearchProject"
    assert [one["name"] for one in project["member"]] == [
        "Exampleton Tenants",
        "University of Example",
    ]
    assert article["contributor"] == [{"@id": one["@id"]} for one in project["member"]]
    assert project["funder"] == [{"@type": "Organization", "name": "Example Trust"}]
    assert project["funding"][0]["identifier"] == "EX-1"
    assert project["location"][0]["address"]["addressCountry"] == "GB"
    assert theme["@id"] == "https://hub.example/themes/trust/"
    assert "funder" not in article


def test_who_wrote_is_a_person_or_a_body_only_where_the_case_says_so() -> None:
    article = data_of(page_at(full_hub(), "cases/river/"))[0]
    assert article["author"] == [
        {"@type": "Organization", "name": "Exampleton Tenants"},
        {
            "@type": "Person",
            "@id": "https://orcid.org/0000-0002-1825-0097",
            "name": "Josiah Carberry",
        },
        "Badger",
    ]


def test_the_hub_is_the_author_of_what_is_drawn_from_the_public_record() -> None:
    public = """
        consent: {status: public-record, change_contact: "https://a.example/change"}
        credits: [{name: Josiah Carberry}]
        lessons: [{id: late, lesson: W., kind: worked, said_by: outside, sources: [s]}]
        sources: [{id: s, title: S, url: "https://a.example/s"}]
    """
    page = page_at(made({"cases/river.yml": case(public)}), "cases/river/")
    assert data_of(page)[0]["author"] == [{"@id": "https://hub.example/#hub"}]
    assert page.head["citation_author"] == "A small hub,"
    assert page.head["DC.creator"] == "A small hub"


def test_a_film_has_the_moments_in_which_somebody_says_a_lesson() -> None:
    _, film, song = data_of(page_at(full_hub(), "cases/river/"))
    assert film["@type"] == "VideoObject"
    assert film["embedUrl"] == "https://player.vimeo.com/video/1?dnt=1"
    assert film["duration"] == "PT6M40S"
    assert film["uploadDate"] == "2021-05"
    assert film["thumbnailUrl"].endswith("/preview.png")
    assert film["accessibilityFeature"] == ["captions"]
    assert [(clip["startOffset"], clip["name"], clip["url"]) for clip in film["hasPart"]] == [
        (9, "Come soon.", "https://hub.example/cases/river/?t=9#film-talk"),
        (83, "Come late.", "https://hub.example/cases/river/?t=83#film-talk"),
    ]
    assert (song["@type"], song["contentUrl"]) == ("AudioObject", "https://a.example/song.mp3")


def test_a_term_is_in_its_vocabulary() -> None:
    (term,) = data_of(page_at(full_hub(), "themes/trust/"))
    (scheme,) = data_of(page_at(full_hub(), "themes/"))
    assert (term["@type"], term["termCode"]) == ("DefinedTerm", "trust")
    assert term["inDefinedTermSet"]["@id"] == scheme["@id"] == "https://hub.example/themes/"
    assert term["@id"] in [one["@id"] for one in scheme["hasDefinedTerm"]]


def test_a_collection_lists_what_was_chosen_in_its_order() -> None:
    (collection,) = data_of(page_at(full_hub(), "collections/walks/"))
    listed = collection["mainEntity"]
    assert collection["@type"] == "CollectionPage"
    assert collection["author"] == ["Exampleton Library"]
    assert collection["dateCreated"] == "2026-02"
    assert listed["numberOfItems"] == 2
    assert [(one["position"], one["url"]) for one in listed["itemListElement"]] == [
        (1, "https://hub.example/cases/river/"),
        (2, "https://hub.example/cases/river/#lesson-late"),
    ]


def test_what_is_open_is_a_meeting_a_grant_or_an_offer() -> None:
    (listed,) = data_of(page_at(full_hub(), "opportunities/"))
    offers = {one["item"]["name"]: one["item"] for one in listed["itemListElement"]}
    assert offers["Offer walk"]["@type"] == "Event"
    assert offers["Offer walk"]["startDate"] == "2027-05-01"
    assert [one["@type"] for one in offers["Offer walk"]["location"]] == [
        "Place",
        "VirtualLocation",
    ]
    assert offers["Offer fund"]["@type"] == "MonetaryGrant"
    assert offers["Offer ask"]["@type"] == "Offer"


def test_without_an_address_of_the_site_all_is_relative_to_the_page() -> None:
    plain = made({"cases/river.yml": case(FULL)}, settings=SETTINGS.replace("site_url", "x_url"))
    article = data_of(page_at(plain, "cases/river/"))[0]
    assert article["@id"] == "./"
    assert article["about"][1]["@id"] == "../../themes/trust/"


def test_what_the_models_declare_is_said() -> None:
    said = linked_case.VALUES.keys() | linked_case.ELSEWHERE
    assert declared(CaseStudy, "schema_org").keys() == said
    assert declared(CaseStudy, "dublin_core").keys() == described.VALUES.keys()


def test_catalogues_find_the_case_in_the_head_of_its_page() -> None:
    head = page_at(full_hub(), "cases/river/").head
    assert head["DC.title"] == head["citation_title"] == "River walks"
    assert head["z:itemType"] == "webpage"
    assert head["DC.subject"][0] == full_hub().term("themes", "trust").label
    assert head["DCTERMS.temporal"] == "2019-09/2023-03"
    assert head["DC.contributor"] == ("Exampleton Tenants", "University of Example")
    assert head["citation_author"] == ("Exampleton Tenants,", "Josiah Carberry", "Badger")
    assert head["citation_publication_date"] == "2025/03/04"
    assert head["citation_public_url"] == "https://hub.example/cases/river/"


def test_hostile_text_stays_inside_the_data() -> None:
    spoilt = case(FULL).replace("title: River walks", f"title: {json.dumps(HOSTILE)}")
    page = page_at(made({"cases/river.yml": spoilt}), "cases/river/")
    head = parts(page, page.body)["head"]
    inside = head.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&") & set(inside)
    assert json.loads(inside)["@graph"][0]["headline"] == HOSTILE


@pytest.mark.parametrize(
    ("edtf", "day", "span"),
    [
        ("2019-09~", "2019-09", "2019-09"),
        ("2019-09~/2023-03", "2019-09", "2019-09/2023-03"),
        ("2021/..", "2021", "2021/.."),
        ("2015/", "2015", "2015/.."),
        ("201X", "2010-01-01", "2010-01-01"),
        ("2019-21", "2019-03-01", "2019-03-01"),
        (None, None, None),
    ],
)
def test_dates_are_told_as_iso_8601_knows_them(
    edtf: str | None, day: str | None, span: str | None
) -> None:
    assert (iso_day(edtf), iso_span(edtf)) == (day, span)


@pytest.mark.parametrize(
    ("seconds", "length"), [(400, "PT6M40S"), (3600, "PT1H"), (0, None), (None, None)]
)
def test_lengths_are_told_as_iso_8601_knows_them(seconds: int | None, length: str | None) -> None:
    assert iso_length(seconds) == length


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("OGL-UK-3.0", "https://spdx.org/licenses/OGL-UK-3.0.html"),
    ],
)
def test_a_licence_has_an_address(licence: str, address: str) -> None:
    assert licence_address(licence) == address
