"""Makes the source of the site, as MkDocs and Zensical read it, from the hub."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement

import rjsmin

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.wording import wording
from hubtool.exports import exports
from hubtool.files import package_files
from hubtool.hub.hub import Hub
from hubtool.links.history import LinkHistory
from hubtool.pages import Page, pages
from hubtool.pages.parts.feed_addresses import ALL_CASES, feed_address
from hubtool.pages.parts.script_words import script_words
from hubtool.pages.view import View
from hubtool.site.frame import frame
from hubtool.site.source_page import markdown
from hubtool.site.styles import style_sheets
from hubtool.text.fitting import MOST_TITLE, cut_at_word
from hubtool.text.typography import curly_markdown
from hubtool.text.xml_document import add_text, document

SITEMAP = "theme/sitemap.xml"
"""The list of pages for search engines, which stands in the place of the engines' own."""


@dataclass(frozen=True)
class Compiled:
    """A hub's site before an engine has seen it; paths begin with `docs/` or `theme/`.

    *pages* are made from records, and *files* too, or they are what pages are drawn with; *by_hand*
    are the hand-written pages and what lies beside them.
    """

    pages: Mapping[str, Page]
    files: Mapping[str, bytes]
    by_hand: Mapping[str, bytes]

    def tree(self) -> dict[str, bytes]:
        """Return everything as files, the pages as Markdown, sorted."""
        pages = {path: markdown(page) for path, page in self.pages.items()}
        return dict(sorted({**self.by_hand, **self.files, **pages}.items()))


def compile_site(
    hub: Hub, docs: Mapping[str, bytes], *, links: LinkHistory | None = None
) -> Compiled:
    """Return the site of *hub*.

    *docs* are the hand-written pages by their paths below docs/; a page of the hub goes before one
    with its address. The history of its *links* adds the page for convenors.
    """
    exported = exports(hub)
    page_tree = {
        f"docs/{page.address}index.md": _with_feed(page, exported)
        for page in with_distinct_tabs(pages(hub, links=links))
    }
    files = {f"docs/{path}": content for path, content in exported.items()}
    own_paths = page_tree.keys() | files.keys()
    by_hand = {
        f"docs/{path}": _typeset(content) if path.endswith(".md") else content
        for path, content in docs.items()
        if own_paths.isdisjoint((f"docs/{path}", f"docs/{_address(path)}"))
    }
    texts = [_address(path).removesuffix("index.md") for path in docs if path.endswith(".md")]
    listed = dict.fromkeys(texts) | {
        page.address: page.changed for page in page_tree.values() if not page.noindex
    }
    return Compiled(
        page_tree,
        files | _theme(hub, _version(exported)) | {SITEMAP: _sitemap(hub, listed)},
        by_hand,
    )


def _typeset(content: bytes) -> bytes:
    """Return a hand-written page with the quotation marks that pages of records have."""
    try:
        return curly_markdown(content.decode()).encode()
    except UnicodeDecodeError:
        return content  # the engine says what is wrong with it


def with_distinct_tabs(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield *pages*; of two with the same title in their tabs, the second adds its address."""
    seen: set[str] = set()
    for page in pages:
        tab = page.tab
        if tab in seen:
            end = f" ({page.address.rstrip('/')})"
            tab = f"{cut_at_word(tab, max(1, MOST_TITLE - len(end)))}{end}"
        seen.add(tab)
        yield replace(page, tab=tab)


def _with_feed(page: Page, exported: Mapping[str, bytes]) -> Page:
    """Return *page* with the address of its feed, where there is one that the frame lacks."""
    feed = feed_address(page.address)
    return replace(page, feed=feed) if feed in exported and feed != ALL_CASES else page


def _theme(hub: Hub, version: str) -> dict[str, bytes]:
    """Return the engines' templates and the assets that pages load.

    *version* is another where the records are: browsers keep the word index under it.
    """
    theme = package_files("theme")
    assets = {
        f"docs/assets/{path}": script(content) if path.startswith("js/") else content
        for path, content in theme.items()
        if not path.startswith(("overrides/", "css/"))
    }
    view = View(hub)
    templates = {
        f"theme/{path.removeprefix('overrides/')}": content
        for path, content in theme.items()
        if path.startswith("overrides/")
    }
    return {
        **assets,
        **frame(view, templates),
        **style_sheets(theme),
        "theme/partials/words.html": script_words(view, version).encode(),
    }


def _version(exported: Mapping[str, bytes]) -> str:
    digest = sha256()
    for content in exported.values():
        digest.update(content)
    return digest.hexdigest()[:8]


def script(source: bytes) -> bytes:
    """Return the script *source* without comments and room."""
    return str(rjsmin.jsmin(source.decode())).encode()


def _sitemap(hub: Hub, changes: Mapping[str, str | None]) -> bytes:
    """Return the list of the pages that may be listed, with the days of their last *changes*."""
    site = (hub.settings.url or "").rstrip("/")
    root = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address, changed in sorted(changes.items()) if site else ():
        entry = SubElement(root, "url")
        add_text(entry, "loc", f"{site}/{address}")
        if changed:
            add_text(entry, "lastmod", changed)
    return document(root)


def hidden(docs: Mapping[str, bytes], compiled: Compiled) -> list[Diagnostic]:
    """Return a diagnostic for each hand-written page of *docs* that a page of the hub hides."""
    return [
        diagnostic(wording("H117.page-not-shown"), path=f"docs/{path}", severity=Severity.WARNING)
        for path in docs
        if f"docs/{path}" not in compiled.by_hand
    ]


def _address(path: str) -> str:
    """Return the path at which the page *path* would stand as a folder: `a.md` is `a/index.md`."""
    is_page = path.endswith(".md") and path.rpartition("/")[2] != "index.md"
    return f"{path.removesuffix('.md')}/index.md" if is_page else path
