import re
from html import escape, unescape

import yaml
from hostile_pages import HOSTILE, expected, meaning
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from small_hubs import REPOSITORY

from hubtool.pages import Page
from hubtool.site.source_page import block, markdown
from hubtool.text.packing import pack


def extensions() -> list[str]:
    """Return the Markdown extensions of this project's site, with those MkDocs adds by itself."""
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    named = [
        next(iter(one)) if isinstance(one, dict) else one for one in settings["markdown_extensions"]
    ]
    return ["toc", "tables", "fenced_code", *named]


@given(st.lists(st.sampled_from(HOSTILE) | st.sampled_from((" ", "\n", "x")), max_size=12))
def test_body_in_is_body_out(parts: list[str]) -> None:
    body = f'<div class="page">\n{"".join(parts)}\n</div>'
    rendered = Markdown(extensions=extensions()).convert(block(body))
    assert meaning(rendered) == expected(body)


@given(st.text(max_size=60))
def test_any_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = f'<div class="page">\n<p>{safe}</p>\n</div>'
    rendered = Markdown(extensions=extensions()).convert(block(body))
    assert meaning(rendered) == expected(body)


@given(title=st.text(max_size=40), description=st.text(max_size=40), extra=st.text(max_size=40))
def test_front_matter_holds_any_text(title: str, description: str, extra: str) -> None:
    page = Page(
        "cases/x/", title, description, pack("<div>\nx\n</div>"), "case", {"citation_title": extra}
    )
    front = markdown(page).decode().split("\n---\n", 1)[0].removeprefix("---\n")
    read = yaml.safe_load(front)
    assert read["kind"] == "case"
    assert "<" not in read["title"]
    for given_text, read_text in ((title, read["title"]), (description, read["description"])):
        if given_text.isprintable():
            assert unescape(read_text) == given_text
    if extra.isprintable():
        assert read["head"] == f'<meta name="citation_title" content="{escape(extra)}">'


def test_front_matter_has_one_line_for_each_key() -> None:
    page = Page("", "A\n---\nB", "line\u2028end", pack("<div>\n</div>"), "home", noindex=True)
    front = markdown(page).decode().split("\n\n")[0].splitlines()
    assert (front[0], front[-1]) == ("---", "---")
    assert 'title: "A --- B"' in front
    assert 'description: "line end"' in front
    assert r'head: "<meta name=\"robots\" content=\"noindex\">"' in front
    assert all(re.match(r"[a-z]+: ", line) for line in front[1:-1])


def test_the_sites_markdown_extensions_are_these() -> None:
    assert sorted({*extensions()}) == [
        "admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc",
    ]  # fmt: skip
