"""The part of a case's page that its partners are sent, and how readers reach them."""

import pytest
from small_hubs import case, hub, sources

from hubtool.hub.report import report
from hubtool.load import load
from hubtool.pages import page_at
from hubtool.pages.parts.report_outline import outline
from hubtool.pages.view import View

ORGANISATIONS = """
scheme: {id: organisations, title: Organisations, description: Bodies.}
concepts:
  - {id: open-library, label: Open Library, kind: culture-heritage, url: "https://library.example/"}
  - {id: quiet-library, label: Quiet Library, kind: culture-heritage}
"""
CASE = """
partners:
  - {name: Exampleton Anglers, kind: community-group, role: Chose the <question>}
  - {org: open-library}
  - {org: quiet-library}
lessons:
  - {id: walk, lesson: Walk first., kind: worked, said_by: community, sources: [paper]}
  - {id: pay, lesson: Pay early., kind: worked, said_by: researcher, sources: [paper]}
power: {said_by: together, sources: [paper], stages: {question: {level: shared, note: A no would have held.}}}
sources: [{id: paper, title: A paper}]
consent: {status: public-record}
"""
SETTINGS = """
site_name: A small hub
site_url: https://hub.example/
extra: {hub: {schema: 1, contact: hub@example.org}}
"""


def body(text: str = CASE, path: str = "cases/river-walks/", settings: str = SETTINGS) -> str:
    files = {"cases/river-walks.yml": case(text), "vocabulary/organisations.yml": ORGANISATIONS}
    made, faults = load(sources(files, settings=settings), today=hub({}).today)
    assert made is not None, faults
    page = page_at(made, path)
    assert page is not None
    return page.body


def for_partners(text: str = CASE) -> str:
    _, start, rest = body(text).partition('<section class="for-partners" id="for-partners"')
    assert start
    return rest.partition("</section>")[0]


@pytest.mark.parametrize("path", ["cases/river-walks/", "contribute/change/", "contribute/used/"])
def test_only_a_hub_with_a_mailbox_needs_no_account(path: str) -> None:
    without = SETTINGS.replace(", contact: hub@example.org", "")
    assert "You need no account." in body(path=path)
    assert "no account" not in body(path=path, settings=without)


def test_partners_see_what_the_page_says_of_them_and_in_their_view() -> None:
    part = for_partners()
    assert "Exampleton Anglers have not been asked" in part
    assert "<b>Exampleton Anglers</b> (Community group)" in part
    assert "Chose the &lt;question&gt;" in part
    assert "A no would have held." in part
    assert '<a href="#lesson-walk">Walk first.</a>' in part
    assert "Pay early." not in part


def test_partners_see_what_they_may_change_and_how() -> None:
    part = for_partners()
    assert 'href="../../contribute/change/?page=cases/river-walks/"' in part
    assert 'href="../../contribute/case/?case=river-walks"' in part
    assert 'href="mailto:hub@example.org"' in part
    assert "https://hub.example/cases/river-walks/#for-partners" in part


def test_the_part_for_partners_is_out_of_every_search() -> None:
    assert 'data-pagefind-ignore="all" data-nosnippet>' in for_partners()


def test_the_people_of_a_case_are_reached_through_the_pages_of_their_bodies() -> None:
    _, _, about = body().partition('<div class="reach">')
    reach = about.partition("</div>")[0]
    assert '<a href="https://library.example/" rel="noopener">Open Library</a>' in reach
    assert "Quiet Library" not in reach
    assert "mailto:" not in reach


def test_without_a_known_page_nothing_is_promised() -> None:
    assert 'class="reach"' not in body(CASE.replace("  - {org: open-library}\n", ""))


def test_the_report_names_the_address_that_partners_are_sent() -> None:
    consent = """
    consent: {status: agreed, agreed_by: The committee, agreed_on: 2025-03, review_by: 2026-12}
    """
    made = hub({"cases/river-walks.yml": case(consent)}, settings=SETTINGS)
    (section,) = [part for part in outline(View(made), report(made)) if part.id == "due"]
    assert "https://hub.example/cases/river-walks/#for-partners" in section.lines[0].details[-1]
