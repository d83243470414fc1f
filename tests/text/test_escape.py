"""Each escape survives a round trip through somebody else's reader."""

import re
from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from hubtool.text import escape

_MOST = examples(200)


@_MOST
@given(st.text())
def test_a_text_for_xml_comes_back_as_it_went_in(text: str) -> None:
    element = Element("p", title=escape.xml_text(text))
    element.text = escape.xml_text(text)
    back = fromstring(tostring(element))  # noqa: S314  (our own)
    assert (back.text or "", back.attrib["title"]) == (element.text, element.text)


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
