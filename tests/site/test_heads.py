"""What tabs, search engines and reference managers read in the heads of pages."""

import re
from functools import cache

import yaml
from small_hubs import FROZEN, REPOSITORY, TODAY, case, hub

from hubtool.files import docs, package_files, sources
from hubtool.load import load
from hubtool.pages import Page, page_at
from hubtool.site.compile import SITEMAP, Compiled, compile_site
from hubtool.site.source_page import parts

SETTINGS = "site_name: A hub\nsite_url: https://hub.example/\nextra: {hub: {schema: 1}}\n"


@cache
def frozen() -> Compiled:
    loaded, diagnostics = load(sources(FROZEN), today=TODAY)
    assert loaded, diagnostics
    return compile_site(loaded, package_files("guides") | docs(FROZEN))


def site_of(files: dict[str, str]) -> Compiled:
    return compile_site(hub(files, settings=SETTINGS), {})


def page_of(text: str, name: str = "cases/one/") -> Page:
    page = page_at(hub({"cases/one.yml": case(text)}), name)
    assert page
    return page


def test_the_titles_in_tabs_are_short_and_no_two_are_alike() -> None:
    tabs = [page.tab for page in frozen().pages.values()]
    assert len(tabs) > 300
    assert [tab for tab in tabs if not 0 < len(tab) <= 70] == []
    assert len(tabs) == len(set(tabs))


def test_descriptions_have_50_to_170_signs() -> None:
    descriptions = {page.address: page.description for page in frozen().pages.values()}
    wrong = {key: text for key, text in descriptions.items() if not 50 <= len(text) <= 170}
    assert wrong == {}


def test_hand_written_pages_say_what_they_are_in_50_to_170_signs() -> None:
    texts = package_files("guides") | docs(REPOSITORY)
    front = {
        path: yaml.safe_load(text.decode().split("---\n")[1])
        for path, text in texts.items()
        if path.endswith(".md")
    }
    assert {path for path, head in front.items() if len(head["title"]) > 70} == set()
    lengths = {path: len(head["description"]) for path, head in front.items()}
    assert {path: n for path, n in lengths.items() if not 50 <= n <= 170} == {}


def test_a_case_is_titled_by_its_short_title_and_without_the_hub() -> None:
    assert page_of("title: River walks").tab == "River walks"
    assert page_of("title: River walks\nshort_title: Walks").tab == "Walks"
    long = page_of(f"title: {'Anglers and ecologists ' * 6}").tab
    assert long == "Anglers and ecologists Anglers and ecologists Anglers and ecologists…"


def test_two_cases_of_one_title_have_two_tabs() -> None:
    pages = site_of({"cases/one.yml": case(), "cases/two.yml": case()}).pages
    assert pages["docs/cases/one/index.md"].tab == "River walks"
    assert pages["docs/cases/two/index.md"].tab == "River walks (cases/two)"


def test_a_description_ends_with_a_sentence_or_at_a_word() -> None:
    first, second = f"{'They walked ' * 9}home.", f"{'They talked ' * 9}there."
    assert page_of(f"summary: {first} {second}").description == first
    cut = page_of(f"summary: {'They walked ' * 20}home.").description
    assert cut.endswith("walked…")
    assert len(cut) <= 170


def test_the_list_of_pages_has_the_day_of_a_case_and_of_nothing_else() -> None:
    dated = "record: {created: 2026-01-02, checked: 2026-03-04}"
    xml = site_of({"cases/one.yml": case(dated), "cases/two.yml": case()}).files[SITEMAP].decode()
    entries = re.findall(r"<loc>https://hub.example/(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", xml)
    assert entries == [("cases/one/", "2026-03-04")]


def zotero_name(author: str) -> tuple[str, str]:
    """Return the first and the last name that Zotero's translators make of an author's name."""
    if "," in author:
        last, first, *_ = (part.strip() for part in author.split(","))
        return first, last
    first, _, last = author.rpartition(" ")
    return first, last


def test_zotero_keeps_the_name_of_a_body_together_and_parts_that_of_a_person() -> None:
    head = page_of("""
        partners:
          - {name: "Exampleton Tenants, North", kind: community-group}
          - {name: University of Example, kind: university}
        consent: {status: agreed, agreed_by: A body, agreed_on: 2026-01, people: named}
        credits: [{name: "Exampleton Tenants, North"}, {name: Josiah Carberry}]
    """).head["citation_author"]
    assert [zotero_name(author) for author in head] == [
        ("", "Exampleton Tenants - North"),
        ("Josiah", "Carberry"),
    ]


def test_an_old_address_leads_on_without_script_too() -> None:
    page = page_at(hub({"cases/one.yml": case("formerly: [old]")}), "cases/old/")
    assert page
    refresh = '<noscript><meta http-equiv="refresh" content="0; url=../one/"></noscript>'
    assert refresh in parts(page, page.body)["head"]
    assert 'href="../one/" data-moved' in page.body
