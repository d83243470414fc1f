"""The glossary of DEVELOPING.md holds: one thing has one name."""

import re
from pathlib import Path

import pytest
from house import Module, bindings, classes, modules, poor_names

ROOT = Path(__file__).parent.parent
PACKAGE = modules(ROOT / "hubtool")
MOST_POOR_NAMES = 0.01

TO_COME = ()
"""The folders whose names are still being replaced; each goes from here when it is done."""

EXCEPTIONS = {
    # of a stage: its notes say how it was decided, and no reading says who held the decision
    "described": {"pages/evidence", "pages/look"},
}
"""The modules in which a word of the last column is right, by the word."""


def held() -> list[Module]:
    """Return the modules whose names are held to the glossary."""
    return [module for module in PACKAGE if not module.name.startswith(TO_COME)]


def replaced() -> set[str]:
    """Return the words of the glossary's last column."""
    text = (ROOT / "DEVELOPING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|.*\|([^|]*)\|$", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`(\w+)`", row)}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip("_")).lower()


def test_the_glossary_has_some_sixty_words() -> None:
    text = (ROOT / "DEVELOPING.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| \*\*", text, re.MULTILINE)
    assert 50 <= len(words) <= 80
    assert len(replaced()) > 20


@pytest.mark.parametrize("module", held(), ids=lambda module: module.name)
def test_nothing_has_a_name_that_the_glossary_replaces(module: Module) -> None:
    words = {word for word in replaced() if module.name not in EXCEPTIONS.get(word, set())}
    assert [item for item in bindings(module) if snake(item.name) in words] == []


def test_few_names_are_participles_or_pronouns() -> None:
    poor = sum(1 for module in held() for _ in poor_names(module))
    total = sum(1 for module in held() for _ in bindings(module))
    assert poor / total <= MOST_POOR_NAMES


def test_each_class_name_is_used_for_one_thing() -> None:
    assert {name: homes for name, homes in classes(held()).items() if len(homes) > 1} == {}
