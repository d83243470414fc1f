from hypothesis import given
from hypothesis import strategies as st

from hubtool.search.stop_words import StopWords

STOP_WORDS = StopWords(("a", "of", "the", "us"))


def test_stop_words_are_hidden_and_come_back() -> None:
    text = "The end of the line, a US town (of old)."
    hidden = STOP_WORDS.hidden(text)
    assert [word for word in hidden.split() if word.isascii()] == [
        "end",
        "line,",
        "US",
        "town",
        "old).",
    ]
    assert STOP_WORDS.restored(hidden) == text


def test_as_many_words_stand_there_as_before() -> None:
    text = "a tale of the sea"
    assert len(STOP_WORDS.hidden(text).split()) == len(text.split())


def test_markup_is_left_alone() -> None:
    html = '<a title="of the" href="/the/">the <b>end of</b> it</a>'
    hidden = STOP_WORDS.hidden_in_html(html)
    assert hidden.startswith('<a title="of the" href="/the/">')
    assert "end of" not in hidden
    assert STOP_WORDS.restored(hidden) == html


@given(st.text(alphabet=st.characters(exclude_categories=["Co", "Cs"])))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert STOP_WORDS.restored(STOP_WORDS.hidden(text)) == text
    assert STOP_WORDS.restored(STOP_WORDS.hidden_in_html(text)) == text
