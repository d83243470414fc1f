"""How somebody used a case or a collection stands on its page, and is counted for convenors."""

import pytest
from small_hubs import case, diagnostics, hub

from hubtool.exports import exports
from hubtool.hub.report import report
from hubtool.pages import page_at
from hubtool.pages.page import Page
from hubtool.pages.parts.report_outline import outline
from hubtool.pages.view import View

USED = """
used:
  - when: 2027-03
    by: Exampleton <Tenants>
    how: They read it aloud. “Walk first,” said one.
    what_came_of_it: They walked.
"""
COLLECTION = f"""\
title: First walks
summary: Partnerships that began outdoors.
items: [{{case: river-walks, note: The question came late.}}]
{USED}"""


def files(text: str = USED) -> dict[str, str]:
    return {"cases/river-walks.yml": case(text), "collections/first-walks.yml": COLLECTION}


def page(address: str, text: str = USED) -> Page:
    made = page_at(hub(files(text)), address)
    assert made is not None
    return made


@pytest.mark.parametrize("address", ["cases/river-walks/", "collections/first-walks/"])
def test_a_story_of_use_stands_on_the_page_with_a_way_to_tell_another(address: str) -> None:
    body = page(address).body
    assert "Exampleton &lt;Tenants&gt;</b> · March 2027" in body
    assert "They walked." in body
    assert f'contribute/used/?page={address}"' in body


def test_a_page_that_nobody_used_yet_asks_for_it() -> None:
    body = page("cases/river-walks/", "").body
    assert 'id="used"' not in body
    assert body.count("contribute/used/?page=cases/river-walks/") == 1


def test_where_the_text_was_not_agreed_to_no_story_of_use_is_published() -> None:
    consent = (
        "consent: {status: agreed, agreed_by: The committee, agreed_on: 2026-01, scope: [place]}\n"
    )
    assert hub(files(USED + consent)).cases["river-walks"].used == ()
    assert "said one" not in page("cases/river-walks/", USED + consent).body


def test_a_story_of_use_holds_no_way_to_reach_a_person() -> None:
    text = USED.replace("They walked.", "Ask jo@example.org, 020 7946 0123.")
    codes = [item.code for item in diagnostics(files(text)) if item.path.startswith("cases/")]
    assert {"H222", "H223"} <= set(codes)


def test_stories_of_use_are_counted_for_convenors_the_last_first() -> None:
    later = USED.replace("2027-03", "2027-05")
    made = hub({**files(later), "cases/two.yml": case()})
    figures = report(made)
    assert [(use.when, use.record.path) for use in figures.used] == [
        ("2027-05", "cases/river-walks.yml"),
        ("2027-03", "collections/first-walks.yml"),
    ]
    share = next(share for share in figures.qualities if share.name == "records-used")
    assert (share.count, share.total) == (2, 3)
    section = next(part for part in outline(View(made), figures) if part.id == "used")
    assert section.lines[0].details == (
        "Exampleton <Tenants>, May 2027",
        "They read it aloud. “Walk first,” said one.",
        "What came of it: They walked.",
    )


def test_stories_of_use_are_among_the_data() -> None:
    data = exports(hub(files()))
    for path in ("data/used.csv", "data/collection_used.csv"):
        assert "They read it aloud." in data[path].decode()
