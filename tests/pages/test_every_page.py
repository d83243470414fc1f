import itertools
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from small_hubs import TODAY, case, hub

from hubtool import files
from hubtool.exports import exports
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages import Page, pages
from hubtool.pages.view import relative


class Seen(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    @classmethod
    def of(cls, body: str) -> "Seen":
        parser = cls()
        parser.feed(body)
        return parser

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


HERE = Path(__file__).parents[1]
HAND_WRITTEN = ("contribute/", "about/", "consent-and-care/")
LATER = ("compare/",)


@cache
def golden(name: str) -> Hub:
    made, told = load(files.sources(HERE / "hubs" / name), today=TODAY)
    assert made is not None, told
    return made


@cache
def golden_pages(name: str) -> tuple[Page, ...]:
    return tuple(pages(golden(name)))


@pytest.mark.parametrize(
    ("address", "target", "written"),
    [
        ("cases/foo/", "lessons/question/", "../../lessons/question/"),
        ("", "cases/", "cases/"),
        ("cases/", "", "../"),
        ("", "", "./"),
        ("films/", "cases/foo/?t=83#film-bar", "../cases/foo/?t=83#film-bar"),
        ("cases/foo/", "cases/foo/#lesson-bar", "#lesson-bar"),
        ("cases/", "cases/?q=x", "./?q=x"),
        ("cases/", "assets/css/base.css", "../assets/css/base.css"),
    ],
)
def test_links_are_relative_to_the_folder_of_the_page(
    address: str, target: str, written: str
) -> None:
    assert relative(address, target) == written


@pytest.mark.parametrize("name", ["minimal", "rich", "awkward"])
def test_every_link_between_pages_leads_to_a_page_and_a_place_on_it(name: str) -> None:
    made = {page.address: page for page in golden_pages(name)}
    files_beside = exports(golden(name))
    wrong = {
        f"{page.address} -> {link}"
        for page in made.values()
        for link in re.findall(r'(?:href|action)="([^"]*)"', page.body)
        if urljoin(f"/{page.address}", link)[1:] not in files_beside
        and not leads_somewhere(page, link, made)
    }
    assert wrong == set()


def leads_somewhere(page: Page, link: str, made: dict[str, Page]) -> bool:
    if re.match(r"https?://|mailto:", link):
        return True
    base = "https://hub.example/site/"
    whole = urljoin(urljoin(base, page.address), link.replace("&amp;", "&"))
    path, _, place = whole.removeprefix(base).partition("#")
    target = path.partition("?")[0]
    if not whole.startswith(base):
        return False
    if target.startswith((*HAND_WRITTEN, *LATER)):
        return True
    return target in made and (not place or f'id="{unquote(place)}"' in made[target].body)


@pytest.mark.parametrize("name", ["minimal", "rich", "awkward"])
def test_a_body_is_one_div_without_scripts_or_styles(name: str) -> None:
    for page in golden_pages(name):
        assert page.body.startswith("<div")
        assert page.body.endswith("</div>")
        assert page.body.count("<div") == page.body.count("</div>")
        seen = Seen.of(page.body)
        assert not seen.tags & {"script", "style", "iframe", "object", "embed"}, page.address
        assert not {name for name in seen.attributes if name.startswith("on") or name == "style"}


@pytest.mark.parametrize("name", ["minimal", "rich", "awkward"])
def test_a_page_has_one_heading_of_the_first_level_and_leaves_out_no_level(name: str) -> None:
    for page in golden_pages(name):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", page.body)]
        assert levels.count(1) == 1, page.address
        assert levels[0] == 1, page.address
        for one, following in itertools.pairwise(levels):
            assert following <= one + 1, (page.address, levels)


@pytest.mark.parametrize("name", ["minimal", "rich", "awkward"])
def test_no_id_stands_twice_on_a_page(name: str) -> None:
    for page in golden_pages(name):
        ids = re.findall(r'\sid="([^"]*)"', page.body)
        assert len(ids) == len(set(ids)), page.address


def test_addresses_are_folders_and_each_stands_once() -> None:
    addresses = [page.address for page in golden_pages("rich")]
    assert len(addresses) == len(set(addresses))
    assert all(address == "" or address.endswith("/") for address in addresses)


def test_what_somebody_wrote_stays_text() -> None:
    made = hub({"cases/one.yml": case('title: "<b>1</b> & {{ 2 }}"')})
    bodies = {page.address: page.body for page in pages(made)}
    for address in ("", "cases/", "cases/one/"):
        assert "&lt;b&gt;1&lt;/b&gt; &amp; {{ 2 }}" in bodies[address]
        assert "<b>1</b>" not in bodies[address]
