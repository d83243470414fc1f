"""Each escape survives a round trip through somebody else's reader."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from hubtool.text import escape

_MOST = examples(200)
# a parser of HTML turns NUL into U+FFFD and CR into LF before anything else
_TEXT = st.text(st.characters(exclude_characters="\0\r", exclude_categories=("Cs",)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.attributes: dict[str, str | None] = {}

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@_MOST
@given(_TEXT, st.sampled_from("'\""))
def test_an_attribute_comes_back_as_it_went_in(text: str, quote: str) -> None:
    attributes = read(f"<p title={quote}{escape.html_attribute(text)}{quote} lang=cy>").attributes
    assert attributes == {"title": text, "lang": "cy"}


@_MOST
@given(st.text())
def test_a_github_message_is_one_line_and_comes_back(text: str) -> None:
    written = escape.github_data(text)
    assert not set(written) & set("\r\n")
    assert re.sub("%(25|0D|0A)", lambda found: chr(int(found[1], 16)), written) == text


@_MOST
@given(st.text())
def test_a_github_property_ends_nothing_and_comes_back(text: str) -> None:
    written = escape.github_property(text)
    assert not set(written) & set("\r\n:,")
    assert re.sub("%(25|0D|0A|3A|2C)", lambda found: chr(int(found[1], 16)), written) == text


@_MOST
@given(st.text())
def test_nothing_acts_on_a_terminal(text: str) -> None:
    acting = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029]")
    assert not acting.search(escape.terminal(text))


def test_a_tab_is_shown_as_an_arrow_and_a_control_as_its_number() -> None:
    assert escape.terminal("a\tb\x1bc\u202e") == "a→b<U+001B>c<U+202E>"


def test_joiners_inside_words_are_left_alone_on_a_terminal() -> None:
    assert escape.terminal("\u0645\u06cc\u200c\u062e") == "\u0645\u06cc\u200c\u062e"


def test_cells_count_wide_as_two_and_combining_as_none() -> None:
    assert [escape.cells(text) for text in ("abc", "漢字", "e\u0301", "ﾊﾝ", "\uff21")] == [
        3,
        4,
        1,
        2,
        2,
    ]
