"""What was not agreed to must not stay by a trick of the notation."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtool.text.markdown import render
from hubtool.text.quotations import without_quotations


@pytest.mark.parametrize(
    "text",
    [
        "> SECRET",
        "Kept.\n\n> a first line\nand SECRET the lazy line.",
        "Kept.\n\n> a first line\n  and SECRET the lazy line,\nSECRET again\n\nKept.",
        "- Kept.\n\n  > SECRET in a list\n  SECRET lazy\n- Kept.",
        "- > SECRET in a list\n- Kept.",
        "1. > SECRET\n   > SECRET\n2. Kept.",
        "- - > SECRET\n    SECRET\n- Kept.",
        "> > SECRET\nSECRET\n\nKept.",
        "> - SECRET\nSECRET\n\nKept.",
        "> SECRET\n>\n> SECRET\n\nKept.",
        "Kept.\n> SECRET right below",
        "Kept.\r\n\r\n> SECRET\r\nSECRET\r\n\r\nKept.\r\n",
        "Kept.\r\r> SECRET\rSECRET\r\rKept.",
        "   > SECRET\nSECRET\n\nKept.",
        "- Kept.\n\n   >SECRET",
        ">\tSECRET\n\nKept.",
        "-\t> SECRET\n\nKept.",
        "é — Kept.\n\n- é > Kept.\n- > é SECRET\n\n  > SECRET",
        "<div>\n> SECRET\n</div>\n\nKept.",
        "> ```\n> SECRET\n> ```\n\nKept.",
        "> # SECRET\n\nKept.",
        "> [SECRET]: https://example.org\n\nKept [SECRET].",
        "10) > SECRET\nSECRET\n\n11) Kept.",
        "<blockquote>SECRET</blockquote>\n\nKept.",
        "She said <Q lang='en'>SECRET</Q>. Kept.",
    ],
)
def test_no_word_of_a_quotation_stays(text: str) -> None:
    kept = without_quotations(text) or ""
    assert "SECRET" not in kept
    assert kept.count("Kept") in (0, text.count("Kept"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Before.\n\n> Theirs.\n\nAfter.", "Before.\n\nAfter."),
        ("Before.\n> Theirs,\nlazily.\n\nAfter.", "Before.\n\nAfter."),
        ("- One.\n- > Theirs.\n- Three.", "- One.\n\n- Three."),
        ("Five > four, and 1 <b> 2.", "Five > four, and 1 <b> 2."),
        ("    > an example", "    > an example"),
    ],
)
def test_all_else_stays_as_it_is(text: str, kept: str) -> None:
    assert without_quotations(text) == kept


def words(text: str) -> list[str]:
    return html.unescape(re.sub(r"<[^>]*>", " ", render(text, references={}))).split()


PIECES = st.sampled_from(
    [
        "> ",
        ">",
        "- ",
        "* ",
        "1. ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "\t",
        "# ",
        "```",
        "a",
        "b",
        "<i>",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_stays_of_any_text_holds_no_quotation(text: str) -> None:
    kept = without_quotations(text)
    assert kept is None or "<blockquote" not in render(kept, references={})
    if "<blockquote" not in render(text, references={}):
        assert words(kept or "") == words(text)
