from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtool.text.markdown import Reference, citations, plain, render, render_line

SOURCES = {
    "a": Reference("1", "#source-a", "Source 1"),
    "b-2": Reference("2", "#source-b-2", "Source 2"),
}
ONE = '<a class="source-ref" href="#source-a" aria-label="Source 1" data-pagefind-ignore="">1</a>'
TWO = '<a class="source-ref" href="#source-b-2" aria-label="Source 2" data-pagefind-ignore="">2</a>'
ALLOWED = {"p", "em", "strong", "ul", "ol", "li", "a", "blockquote", "h3", "h4", "h5", "h6"}


class Tags(HTMLParser):
    """Collects what a browser would make of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def html(text: str) -> str:
    return render(text, references=SOURCES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One.\n\nTwo *three* **four**.",
            "<p>One.</p> <p>Two <em>three</em> <strong>four</strong>.</p>",
        ),
        ("One\ntwo.", "<p>One two.</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> Quoted.", "<blockquote><p>Quoted.</p></blockquote>"),
        ("Q & A, 3 < 4", "<p>Q &amp; A, 3 &lt; 4</p>"),
    ],
)
def test_plain_markdown_is_kept(text: str, expected: str) -> None:
    assert html(text).replace("</p><p>", "</p> <p>") == expected


def test_a_citation_becomes_a_numbered_link() -> None:
    assert html("Damp fell. [@a]") == f"<p>Damp fell.{ONE}</p>"


def test_several_citations_share_a_bracket() -> None:
    assert html("Damp fell.[@b-2; @a]") == f"<p>Damp fell.{TWO}\u202f{ONE}</p>"


def test_a_citation_that_leads_nowhere_stays_as_it_was_written() -> None:
    assert html("Damp fell. [@c]") == "<p>Damp fell. [@c]</p>"


def test_citations_name_each_source_once() -> None:
    assert citations(("a", "a", "nowhere"), SOURCES) == ONE


def test_a_link_to_another_website_says_noopener() -> None:
    assert html("[There](https://example.org/a?b=1&c=2)") == (
        '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener">There</a></p>'
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//example.org",
        "/cases/",
        "mailto:a",
        "ftp://a.b",
    ],
)
def test_a_link_elsewhere_keeps_its_words_only(address: str) -> None:
    assert html(f"[There]({address})") == "<p><a>There</a></p>"


def test_headings_begin_at_the_third_level_and_leave_none_out() -> None:
    assert html("# One\n\n### Two\n\n# Three") == "<h3>One</h3><h4>Two</h4><h3>Three</h3>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png)",
        "[x](javascript&#58;alert(1))",
        '[x](https://a.b "onmouseover=alert(1)")',
        "<a href='https://a.b' onclick='alert(1)'>x</a>",
        "<https://a.b/onclick='alert(1)'>",
        "```html\n<script>alert(1)</script>\n```",
        "    <script>alert(1)</script>",
        "`<script>`",
        "[@a]: javascript:alert(1)\n\n[@a]",
        "\ue001script>alert(1)\ue001/script>",
        "---\ntitle: x\n---\n\ntext",
        "{{ config }} {% include 'x' %}",
        '--8<-- "/etc/passwd"',
        "<!-- x --> <?php ?> <![CDATA[x]]>",
        "<svg/onload=alert(1)>",
    ],
)
def test_hostile_text_makes_allowed_tags_only(text: str) -> None:
    _assert_safe(html(text))
    _assert_safe(render_line(text, references=SOURCES))


@given(st.text(max_size=300))
def test_any_text_makes_allowed_tags_only(text: str) -> None:
    _assert_safe(html(text))
    _assert_safe(render_line(text, references=SOURCES))


_PIECES = st.one_of(
    st.sampled_from(list("<>\"'()[]#`-&=\\!*:a \n\t\x00\ue000\ue001")),
    st.sampled_from(["[@a]", "[x](", "https://a.b", "javascript:", "script", " onerror=", "```"]),
    st.sampled_from(["\n\n", "    ", "- ", "1. ", "<!--", "-->"]),
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_markup_makes_allowed_tags_only(text: str) -> None:
    _assert_safe(html(text))
    _assert_safe(render_line(text, references=SOURCES))


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_no_line_begins_with_a_contributors_words(text: str) -> None:
    assert "\n" not in html(text)


def test_a_line_keeps_what_looks_like_a_list() -> None:
    assert (
        render_line("2019. The year of *damp*", references={}) == "2019. The year of <em>damp</em>"
    )


def test_a_line_has_no_blocks() -> None:
    assert render_line("# One\n\n> two", references={}) == "# One &gt; two"


def test_raw_tags_stay_visible() -> None:
    assert html("the <b>bold</b> ones") == "<p>the &lt;b&gt;bold&lt;/b&gt; ones</p>"


def test_plain_leaves_citations_out() -> None:
    assert plain("A **b** & c [@a].") == "A b & c."


def _assert_safe(text: str) -> None:
    for tag, attributes in Tags(text).found:
        assert tag in ALLOWED
        assert set(attributes) <= {
            "href",
            "class",
            "rel",
            "aria-label",
            "data-pagefind-ignore",
            "start",
        }
        if "href" in attributes:
            address = attributes["href"] or ""
            assert address.startswith(("http://", "https://", "#source-", "#film-"))
            assert address.startswith("#") or attributes.get("rel") == "noopener"
        assert attributes.get("class") in (None, "source-ref")
