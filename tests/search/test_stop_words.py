from hypothesis import given
from hypothesis import strategies as st

from hubtool.search.stop_words import SmallWords

SMALL = SmallWords(("a", "of", "the", "us"))


def test_small_words_are_hidden_and_come_back() -> None:
    text = "The end of the line, a US town (of old)."
    hidden = SMALL.hidden(text)
    assert [word for word in hidden.split() if word.isascii()] == [
        "end",
        "line,",
        "US",
        "town",
        "old).",
    ]
    assert SMALL.shown(hidden) == text


def test_as_many_words_stand_there_as_before() -> None:
    text = "a tale of the sea"
    assert len(SMALL.hidden(text).split()) == len(text.split())


def test_markup_is_left_alone() -> None:
    html = '<a title="of the" href="/the/">the <b>end of</b> it</a>'
    hidden = SMALL.hidden_in_html(html)
    assert hidden.startswith('<a title="of the" href="/the/">')
    assert "end of" not in hidden
    assert SMALL.shown(hidden) == html


@given(st.text(alphabet=st.characters(exclude_categories=["Co", "Cs"])))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert SMALL.shown(SMALL.hidden(text)) == text
    assert SMALL.shown(SMALL.hidden_in_html(text)) == text
