"""The catalogue of the words of diagnostics: each is used, and each that is used is there."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from small_hubs import SETTINGS, TODAY, case, sources

from hubtool.diagnostics.codes import codes
from hubtool.diagnostics.diagnostic import diagnostic
from hubtool.diagnostics.wording import in_language, phrase, wording, words
from hubtool.load import load
from hubtool.text import catalogues

PACKAGE = Path(__file__).parents[2] / "hubtool"
MAKERS = ("fault", "phrase", "wording")
KEY = re.compile(r"(?:any|H\d{3})\.[a-z0-9-]+")
PARTS = ("message", "hint")


def entries() -> Mapping[str, dict[str, str]]:
    """Return the entries of the catalogue by key: their message and their hint, or a phrase."""
    grouped: dict[str, dict[str, str]] = {}
    for key, text in words().items():
        name, _, part = key.rpartition(".")
        entry, part = (name, part) if part in PARTS and name.count(".") else (key, "phrase")
        grouped.setdefault(entry, {})[part] = text
    return grouped


def trees() -> Iterator[ast.Module]:
    for path in PACKAGE.rglob("*.py"):
        yield ast.parse(path.read_text("utf-8"))


def keys_in_modules() -> set[str]:
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and KEY.fullmatch(node.value)
    }


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield the calls that name an entry: the function, the key, and the call."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                key, function = node.args[0].value, node.func
                if isinstance(function, ast.Name) and function.id in MAKERS:
                    yield function.id, str(key), node


ENTRIES = entries()


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_entry_is_used_and_every_entry_used_is_there() -> None:
    assert keys_in_modules() == ENTRIES.keys()


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_has_a_message_or_is_a_phrase(key: str) -> None:
    assert ENTRIES[key].keys() in ({"message", "hint"}, {"message"}, {"phrase"})
    assert key.startswith("any.") or key.partition(".")[0] in codes()


def test_the_values_of_an_entry_are_those_that_its_words_name() -> None:
    wrong = []
    for function, key, call in calls():
        parts = ENTRIES[key]
        names = {keyword.arg for keyword in call.keywords if keyword.arg}
        needed = slots(parts.get("message") or parts["phrase"])
        if function != "phrase":
            needed |= slots(parts.get("hint", ""))
        if names != needed:
            wrong.append((key, names, needed))
    assert wrong == []


def test_words_are_said_in_another_language_as_far_as_it_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "H205: {wrong: '{value}, nid {expected}: {name}', list: rhestr}\n"
    (tmp_path / "eo.yml").write_text(other, encoding="utf-8")
    source = catalogues.MESSAGES / "diagnostics" / "en-GB.yml"
    (tmp_path / "en-GB.yml").write_bytes(source.read_bytes())
    monkeypatch.setattr("hubtool.diagnostics.wording.FOLDER", tmp_path)
    wrong = wording(
        "H205.wrong",
        phrase("any.did-you-mean", match="x"),
        name=f"`{'n' * 90}`",
        expected=phrase("H205.list"),
        value=phrase("H205.text"),
    )
    item = diagnostic(wrong, path="cases/a.yml")
    assert item.message == f"`{'n' * 80}…` should be a list, but you wrote text"
    said = item.in_language("eo")
    assert said.message == f"text, nid rhestr: `{'n' * 80}…`"
    assert said.hint == "did you mean `x`?"
    assert in_language("not of the catalogue", "eo") == "not of the catalogue"
    settings = SETTINGS.replace("schema: 1", "schema: 1, language: eo")
    _, told = load(sources({"cases/one.yml": case("places: Oslo")}, settings=settings), today=TODAY)
    assert "`Oslo`, nid rhestr: `places`" in [item.message for item in told]
