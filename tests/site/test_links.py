"""The pages of whole hubs, below a path of their own: they ask nobody else, and lead somewhere."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browsing import TODAY, Site, address_of

from hubtool.site.build import source
from hubtool.site.draw import Drawing, draw

# Elements that make a browser ask for what they name, and the attribute that names it.
LOADS = {"img": "src", "script": "src", "iframe": "src", "video": "src", "audio": "src"} | {
    "source": "src", "track": "src", "embed": "src", "object": "data", "link": "href",
}  # fmt: skip
ONLY_NAMED = {"canonical", "alternate", "license", "prev", "next", "author", "cite-as"}
LEADS = ("href", "src", "action", "poster", "data-index", "data-feed")

pytestmark = pytest.mark.engine


class Links(HTMLParser):
    """The addresses in a page: those it leads to, those it asks for, and its own anchors."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.leads_to: list[str] = []
        self.asks_for: list[str] = []
        self.anchors: set[str] = {"", "top"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        only_named = tag == "link" and set(values.get("rel", "").split()) <= ONLY_NAMED
        if (loaded := values.get(LOADS.get(tag, "-"))) and not only_named:
            self.asks_for.append(loaded)
        self.leads_to += [values[name] for name in LEADS if name in values]
        if values.get("property") in ("og:url", "og:image"):
            self.leads_to.append(values["content"])


@dataclass(frozen=True)
class Made:
    """The files of a site that is to stand at *url*."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, Links]:
        """The links of every page, by its address below the site."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            found[address_of(file, self.folder)] = links = Links()
            links.feed(file.read_text(encoding="utf-8"))
        return found

    def leads_somewhere(self, page: str, link: str) -> bool:
        """Say whether there is what *link* on *page* leads to; other hosts are not asked."""
        target = urlsplit(urljoin(self.url + page, link))
        if target.scheme not in ("http", "https") or target.netloc != urlsplit(self.url).netloc:
            return True
        below = urlsplit(self.url).path
        if not target.path.startswith(below):
            return bool(urlsplit(link).scheme)  # somebody else's part of the same host
        path = unquote(target.path.removeprefix(below))
        there = self.pages.get(path) or self.pages.get(f"{path}/")
        if there is None:
            return (self.folder / path).is_file() and not target.fragment
        return unquote(target.fragment) in there.anchors


@pytest.fixture(scope="module", params=["rich", "zensical", "real", "real by zensical"])
def made(request: pytest.FixtureRequest) -> Made:
    """Return the files of a whole site: all that a hub can have, and this project's own hub."""
    site: Site = request.getfixturevalue(request.param.partition(" ")[0])
    folder = site.folder
    if request.param.endswith("by zensical"):
        made = source(site.root, site.hub)
        other = Drawing(site.root, "other", TODAY)
        assert draw(other, "zensical", made.compiled, made.media).diagnostics == ()
        folder = site.root / "other"
    return Made(folder, site.hub.settings.url or "")


def test_no_page_asks_another_host_for_anything(made: Made) -> None:
    assert len(made.pages) > 50
    for address, links in made.pages.items():
        elsewhere = [one for one in links.asks_for if re.match(r"([a-z]+:)?//", one, re.IGNORECASE)]
        assert elsewhere == [], address


def test_no_style_sheet_asks_another_host_for_anything(made: Made) -> None:
    for sheet in made.folder.rglob("*.css"):
        asked = re.findall(
            r"(?:url\(|@import)\s*[\"']?\s*(?:[a-z]+:)?//[^\s\"')]+", sheet.read_text()
        )
        assert asked == [], sheet.name


def test_every_link_leads_to_a_page_or_a_file_and_its_anchor(made: Made) -> None:
    astray = [
        (address, link)
        for address, links in made.pages.items()
        for link in dict.fromkeys(links.leads_to)
        if not made.leads_somewhere(address, link)
    ]
    assert astray == []


def test_pages_work_wherever_the_site_stands(made: Made) -> None:
    # But that of what is missing, which is shown at addresses of any depth.
    for address, links in made.pages.items():
        rooted = [link for link in links.leads_to if link.startswith("/")]
        assert rooted == [] or address == "404.html", address


def test_the_site_map_lists_pages_that_are_there(made: Made) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (made.folder / "sitemap.xml").read_text("utf-8"))
    assert len(listed) > 50
    assert [url for url in listed if not made.leads_somewhere("", url)] == []
