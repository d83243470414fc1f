"""Quotation marks and apostrophes as printers set them, and code as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtool.text.typography import curly, curly_html, curly_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't", "don’t"),
        ('"Hello," she said', "“Hello,” she said"),
        ("the '90s", "the ’90s"),
        ("residents' majority", "residents’ majority"),
        ("'What's this?'", "‘What’s this?’"),
        ('("a")', "(“a”)"),
        ("\"'x' y\"", "“‘x’ y”"),
        ("a — 'b'", "a — ‘b’"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_marks_open_and_close(text: str, expected: str) -> None:
    assert curly(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>It&#39;s &#34;so&#34;</p>", "<p>It’s “so”</p>"),
        ("<a title=\"it's\">it's</a>", '<a title="it\'s">it’s</a>'),
        ('<p>"<em>a</em>" b</p>', "<p>“<em>a</em>” b</p>"),
        ('<p>x</p><p>"y"</p>', "<p>x</p><p>“y”</p>"),
        ("<code>'a'</code>'s", "<code>'a'</code>’s"),
        ('<pre><b>"x"</b></pre>', '<pre><b>"x"</b></pre>'),
        ('<script>let a = "b";</script>"c"', '<script>let a = "b";</script>”c”'),
        ('<!-- "a" -->"b"', '<!-- "a" -->“b”'),
        ("&lt;&quot;&gt;", "&lt;”&gt;"),
    ],
)
def test_only_the_text_of_html_changes(source: str, expected: str) -> None:
    assert curly_html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('---\ntitle: "It\'s"\n---\n# It\'s *"so"*\n', '---\ntitle: "It\'s"\n---\n# It’s *“so”*\n'),
        ("`'a'`'s and ``b ` 'c'``", "`'a'`’s and ``b ` 'c'``"),
        ("```yaml\na: 'b'\n```\n'c'", "```yaml\na: 'b'\n```\n‘c’"),
        ("See [\"it\"](a.md 'x')'s end", "See [“it”](a.md 'x')’s end"),
        ("<b class='x'>\"y\"</b>", "<b class='x'>“y”</b>"),
        ("    code 'a'\n\n'b'", "    code 'a'\n\n‘b’"),
        ('!!! note "Head"\n{: title="x"}', '!!! note "Head"\n{: title="x"}'),
        ("[a]: b 'c'\n[^1]: It's", "[a]: b 'c'\n[^1]: It’s"),
    ],
)
def test_only_the_prose_of_markdown_changes(source: str, expected: str) -> None:
    assert curly_markdown(source) == expected


@given(st.text())
def test_nothing_but_marks_is_touched(text: str) -> None:
    straight = curly(text).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    entities = re.compile("&#39;|&#x27;")
    again = re.sub("&#34;|&quot;", '"', entities.sub("'", text))
    assert straight == again.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


@given(st.text(alphabet="<>/abcode pres\"'-!&#;=34 \n"))
def test_no_text_takes_long_or_loses_a_tag(text: str) -> None:
    assert re.findall("<[a-z]*>", curly_html(text)) == re.findall("<[a-z]*>", text)
