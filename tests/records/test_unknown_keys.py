"""Keys of other catalogues, misspelt keys and cut texts lead to ours, and no words are lost."""

import pytest
from small_hubs import case, diagnostics, filled

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.models.other_names import OTHER_NAMES, PAGE_KEYS
from hubtool.records.pictures import PICTURES

CATALOGUE = """\
title: Keys of other catalogues
description: Tenants and researchers measured damp together.
authors: [Exampleton Tenants]
tags: [housing]
category: health
location: Exampleton
video: https://youtu.be/AAAAAAAAAAA
website: https://example.org
start_date: 2019
layout: case-study
permalink: /damp/
copyright_text: CC-BY-4.0
speakers: [Ann, Bob]
thumbnail_url: https://example.org/a.jpg
favourite_biscuit: Digestives
second_favourite: Hobnobs
"""

_TITLE = ", with its title in place of `…`"
_PARTNER_KIND = (
    "`kind` is only a guess: correct it; "
    "type `hubtool explain partner-kinds` in a terminal to read what you can choose from"
)
_COMMA = "inside `{ }` a comma ends a text without quotes"
_LESSON = (
    "write `lessons: [{id: walk-first, lesson: Walk first., kind: worked, said_by: community}]`; "
    "`kind`, `said_by` are only guesses: correct them; `said_by` is whose view this is; "
    "type `hubtool explain lesson-kinds` in a terminal to read what you can choose from"
)


def about(text: str) -> list[Diagnostic]:
    return diagnostics({"cases/one.yml": filled("cases/one.yml", f"{text}\n")})


def hints(text: str) -> list[str]:
    return [item.hint or "" for item in about(text)]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("authors: [Exampleton Tenants]", "write `credits: [{name: Exampleton Tenants}]`"),
        ("Author: Ann, Bob", "write `credits: [{name: Ann}, {name: Bob}]`"),
        ("tags: [water]", "write `topics` in place of `tags`"),
        ("category: water", "write `topics: [water]`"),
        (
            "video: https://youtu.be/A",
            f"write `films: [{{id: film, title: …, url: https://youtu.be/A}}]`{_TITLE}",
        ),
        (
            "website: https://a.org",
            f"write `sources: [{{id: source, title: …, url: https://a.org}}]`{_TITLE}",
        ),
        ("start_date: 2019", "write `dates` in place of `start_date`"),
        ("location: Exampleton", "delete this line: `places` has `Exampleton` already"),
        (
            "location: Otherton",
            (
                "change your `places:` line to "
                "`places: [{name: Exampleton, country: GB}, {name: Otherton, country: GB}]`, "
                "and delete this line; `country` is only a guess: correct it"
            ),
        ),
        ("description: We walked.", "write `story` in place of `description`"),
        (
            "organisation: Anglers",
            (
                "add the line `  - {name: Anglers, kind: community-group}` right below `partners:`, "
                f"and delete this line; {_PARTNER_KIND}"
            ),
        ),
        ("country: GB", "delete it: `places` has this `country` already"),
        (
            "region: GB-SCT",
            (
                "change `{name: Exampleton, country: GB}` in `places` to "
                "`{name: Exampleton, country: GB, region: GB-SCT}`, "
                "and delete this line"
            ),
        ),
        (
            "agreed_by: Anglers",
            "delete it: `consent` has another `agreed_by` already; if this one is right, write it there",
        ),
        ("layout: page", "delete it: it is for another program"),
    ],
)
def test_a_key_of_another_catalogue_leads_to_ours(line: str, hint: str) -> None:
    assert hints(line) == [hint]


def test_a_description_is_the_summary_that_is_missing() -> None:
    text = case().replace("summary: ", "description: ")
    (item,) = diagnostics({"cases/one.yml": text})
    assert (item.message, item.hint) == (
        "`description` is called `summary` here",
        "write `summary` in place of `description`",
    )
    assert item.fix is not None
    assert item.fix.replacement == "summary"


def test_words_that_are_too_long_for_a_summary_become_the_story() -> None:
    text = case().replace("summary: ", f"description: {'We walked. ' * 50}")
    (item,) = diagnostics({"cases/one.yml": text})
    assert item.hint == (
        "`summary` takes 400 characters at most: write those, and call this `story`"
    )


def test_a_record_of_another_catalogue_has_few_messages_and_loses_no_words() -> None:
    every_hint = hints(CATALOGUE)
    assert len(every_hint) == 13
    assert [hint for hint in every_hint if "remove" in hint] == []
    assert sum("say them in a sentence in `story`" in hint for hint in every_hint) == 1
    assert "put its words into `topics` too" in every_hint


def test_keys_of_another_program_are_told_at_once() -> None:
    assert [item.message for item in about("layout: a\npermalink: /b/\n")] == [
        "`layout` and `permalink` are not keys we know here"
    ]


@pytest.mark.parametrize(
    ("part", "message", "hint"),
    [
        (
            "{name: Dolphin House, Rialto, Dublin, country: IE}",
            "a comma has cut the text of `name` before `Rialto`",
            f'write `name: "Dolphin House, Rialto, Dublin"`: {_COMMA}',
        ),
        (
            "{name: Smith, Jones and co, country: IE}",
            "a comma has cut the text of `name` before `Jones and co`",
            f'write `name: "Smith, Jones and co"`: {_COMMA}',
        ),
    ],
)
def test_a_text_cut_by_commas_wants_quotes(part: str, message: str, hint: str) -> None:
    assert [(d.message, d.hint) for d in about(f"places: [{part}]")] == [(message, hint)]


def test_a_number_with_a_comma_is_named_each_time() -> None:
    text = """\
        investment:
          said_by: together
          money: {low: 55,000, high: 65,000, currency: GBP}
        """
    told = diagnostics({"cases/one.yml": case(text)})
    assert [item.hint for item in told] == ["write `55000`", "write `65000`"]


@pytest.mark.parametrize("model", PICTURES, ids=lambda model: model.__name__)
def test_the_picture_of_a_part_uses_its_keys(model: type) -> None:
    keys = {part.split(":")[0].strip("{ \n") for part in PICTURES[model].split(", ")}
    assert keys & set(fields(model))


def test_no_other_name_is_a_key_of_a_case() -> None:
    keys = set(fields(CaseStudy))
    names = {name for ours in keys for name in OTHER_NAMES.get(ours, "").split()}
    assert (names | PAGE_KEYS) & keys <= {"story"}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("lessons: Walk first.", _LESSON),
        ("films: https://youtu.be/A",
         f"write `films: [{{id: film, title: …, url: https://youtu.be/A}}]`{_TITLE}"),
        ("places: Online", "write `places: [{online: true}]`"),
        ("places: A, B", ("write `places: [{name: A, country: GB}, {name: B, country: GB}]`; "
         "`country` is only a guess: correct it")),
        ("partners: Anglers", ("write `partners: [{name: Anglers, kind: community-group}]`; "
         f"{_PARTNER_KIND}")),
        ("themes: trust, payment", "write `themes: [trust, payment]`"),
        ("lessons:\n  id: walk-first\n  lesson: Walk.\n",
         "put `- ` before `id`, and two more spaces before each other line of the entry"),
        ("lessons: {id: walk-first, lesson: Walk.}",
         "put `[` before the `{`, and `]` after its `}`: `lessons: [{id: walk-first, lesson: Walk.}]`"),
        ("consent: yes", ("write:\nconsent:\n  status: agreed\n  agreed_by: …\n  agreed_on: 2026-01\n"
         "with the group's name in place of `…`, and the month it agreed in place of `2026-01`")),
    ],
)  # fmt: skip
def test_a_wrong_shape_is_met_with_a_picture(text: str, hint: str) -> None:
    assert hints(text) == [hint]
