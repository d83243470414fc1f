"""What word processors put into a file is named as what it is, with what to write."""

import pytest
from small_hubs import CASE, diagnostics

SPACE = "\N{NO-BREAK SPACE}"
LESSON = "- id: walk-first"
_BEGINS = "this list item begins with {}, not with a hyphen and a space"


def told(right: str, wrong: str) -> list[tuple[str, str, str | None]]:
    assert right in CASE
    text = CASE.replace(right, wrong, 1)
    return [(d.code, d.message, d.hint) for d in diagnostics({"cases/one.yml": text})]


@pytest.mark.parametrize(
    ("right", "wrong", "shown"),
    [
        ("kind: worked", f"kind:{SPACE}worked", "kind: worked"),
        ("title: River", f"title:{SPACE}River", "title: River walks"),
        (LESSON, f"-{SPACE}id: walk-first", LESSON),
    ],
)
def test_a_space_that_is_not_plain_is_named(right: str, wrong: str, shown: str) -> None:
    ((code, message, hint),) = told(right, wrong)
    assert code == "H113"
    assert "no-break space" in message
    assert hint == f"delete it and press the space bar: `{shown}`"


@pytest.mark.parametrize("blank", [SPACE * 4, "\t", "  \t"])
def test_an_odd_indentation_is_made_anew_with_spaces_that_are_counted(blank: str) -> None:
    ((code, _, hint),) = told("    kind: worked", f"{blank}kind: worked")
    assert code == "H113"
    assert hint == "delete everything before `kind` and press the space bar 4 times"


@pytest.mark.parametrize("blank", [SPACE * 4, "\t", "  \t"])
def test_an_odd_indentation_is_mended_by_machine(blank: str) -> None:
    text = CASE.replace("    kind: worked", f"{blank}kind: worked")
    (item,) = diagnostics({"cases/one.yml": text})
    assert item.fix
    start = text.index(f"{blank}kind")
    result = f"{text[:start]}{item.fix.replacement}{text[start + len(blank) :]}"
    assert result == CASE


@pytest.mark.parametrize(
    ("wrong", "message", "hint"),
    [
        ("-id: walk-first", "this hyphen has no space after it",
         f"add a space after the hyphen: `{LESSON}`"),
        ("• id: walk-first", _BEGINS.format("a bullet (`•`)"), f"write `{LESSON}`"),
        ("\N{EN DASH} id: walk-first", _BEGINS.format("an en dash (`\N{EN DASH}`)"), f"write `{LESSON}`"),
    ],
)  # fmt: skip
def test_a_mark_in_place_of_a_hyphen_is_named(wrong: str, message: str, hint: str) -> None:
    assert told(LESSON, wrong) == [("H101", message, hint)]


@pytest.mark.parametrize("term", [f"worked{SPACE}", "“worked”", "‘worked’"])
def test_a_mark_around_a_term_is_named(term: str) -> None:
    ((code, message, hint),) = told("kind: worked", f"kind: {term}")
    assert (code, hint) == ("H203", "write `worked`")
    assert message.removeprefix("there is an invisible odd space next to ") in (
        "`worked`",
        "`worked` has curly quotes around it",
    )


def test_a_wide_colon_is_named() -> None:
    assert told("title: R", "title：R")[0][1] == "`：` is not a plain colon"


def test_a_missing_dash_is_shown() -> None:
    ((_, _, hint),) = told("  - id: walk-first", "    id: walk-first")
    assert hint == "put `- ` before `id`, and two more spaces before each other line of the entry"


def test_a_second_record_without_a_mark_is_told_once() -> None:
    (item,) = diagnostics({"cases/one.yml": CASE + CASE})
    assert (item.code, item.span and item.span.line) == ("H106", CASE.count("\n") + 1)


def test_a_page_with_front_matter_is_read_and_its_text_led_to_story() -> None:
    text = f"---\n{CASE}layout: page\n---\n\n## Overview\n\nThey met: *weekly*.\n"
    first, second = diagnostics({"cases/one.yml": text})
    assert (first.code, second.code) == ("H202", "H106")
    assert (second.hint or "").startswith("write `story: |` in place of the second `---`")


def test_a_web_page_is_called_one() -> None:
    (item,) = diagnostics({"cases/one.yml": "<!DOCTYPE html>\n<html>\n<p>Hello</p>\n"})
    assert item.message == "this is a web page, not a record"
