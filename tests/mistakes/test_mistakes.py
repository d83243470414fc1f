"""What newcomers type first is met with words that say what to type."""

import sys

import pytest
from mistakes import FOLDER, Mistake, first, mistakes

_LEAST = 100
_STRANGERS = (
    "add ", "ask ", "begin ", "change ", "choose ", "copy ", "delete ", "did you", "fill ", "give ", "keep ", "leave ",
    "make ", "move ", "open ", "press ", "put ", "remove ", "rename ", "say ", "shorten ", "start ", "take ", "type ",
    "use ", "write",
)  # fmt: skip
"""The verbs with which a hint tells somebody what to do."""


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.it)
def test_the_first_message_says_what_to_type(mistake: Mistake) -> None:
    item = first(mistake)
    if not mistake.says:
        assert item is None
        return
    assert item is not None
    words = f"{item.message}\n{item.hint}"
    assert [part for part in mistake.says if part not in words] == []
    assert (item.hint or "").startswith(_STRANGERS), item.hint


def test_there_are_a_hundred_and_each_is_named_once() -> None:
    names = [mistake.it for mistake in mistakes()]
    assert len(names) == len(set(names))
    assert len(names) >= _LEAST


def test_no_message_speaks_our_own_language() -> None:
    ours = ("block of keys", "scalar", "mapping", "sequence", "anchor", "alias", "token", "node")
    told = [first(mistake) for mistake in mistakes()]
    words = [f"{item.message} {item.hint}" for item in told if item]
    assert [text for text in words if any(f" {word}" in text for word in ours)] == []


def test_the_table_for_developers_is_what_people_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER.parents[1] / "tools"))
    sys.modules.pop("mistakes_table", None)
    from mistakes_table import table  # noqa: PLC0415  # a script of tools/, found by its path

    assert (FOLDER / "README.md").read_text("utf-8") == table(), (
        "run `python tools/mistakes_table.py > tests/mistakes/README.md`"
    )
