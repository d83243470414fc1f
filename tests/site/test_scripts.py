"""What a page asks for at once is what its scripts would ask for one after another."""

import re
from pathlib import Path

import pytest

from hubtool.site.scripts import ON_DEMAND, data_for, first_modules, modules_for, with_imports

JS = Path(__file__).parents[2] / "hubtool/theme/js"
CASES = '<div data-finder="cases" data-index="../assets/find/cases.json"></div>'
PLACES = '<div data-finder="cases" data-places="../assets/find/places.json"></div>'


def test_each_module_that_a_page_loads_on_demand_is_known() -> None:
    text = (JS / "site.js").read_text(encoding="utf-8")
    known = {entry for entries in ON_DEMAND.values() for entry in entries}
    known.add("shelf/buttons.js")  # nobody waits for the buttons of the shelf
    assert set(re.findall(r'import\("\./([^"]+)"\)', text)) <= known
    for attribute in ON_DEMAND.keys() - {"data-places"}:
        assert f"[{attribute}" in text


def test_each_module_is_there() -> None:
    bodies = [f"<p {attribute}></p>" for attribute in ON_DEMAND]
    for address in (*first_modules(), *(path for body in bodies for path in modules_for(body))):
        assert (JS / address.removeprefix("assets/js/")).is_file(), address


def test_a_page_asks_for_what_it_imports_and_for_no_other_list() -> None:
    listed = modules_for(CASES)
    assert {"assets/js/find/finder.js", "assets/js/find/table.js"} <= set(listed)
    assert "assets/js/atlas/atlas.js" not in listed
    mapped = modules_for(PLACES)
    assert {"assets/js/atlas/dots.js", "assets/js/find/place_list.js"} <= set(mapped)
    assert "assets/js/find/card_list.js" not in mapped
    assert set(first_modules()).isdisjoint(listed)
    assert modules_for("<p>data-finder</p>") == ()


def test_a_list_of_its_own_asks_for_its_data_and_one_within_a_page_waits() -> None:
    assert data_for(CASES) == ("../assets/find/cases.json",)
    assert data_for(CASES.replace(">", ' data-within="{}">', 1)) == ()


@pytest.mark.parametrize("start", ["search.js", "find/finder.js"])
def test_the_search_asks_for_all_of_its_modules_at_once(start: str) -> None:
    text = (JS / start).read_text(encoding="utf-8").partition("const loadSearch")[2]
    named = re.findall(r'import\("(\./[^"]+)"\)', text.partition("]);")[0])
    folder = (JS / start).parent
    asked = {(folder / path).resolve().relative_to(JS).as_posix() for path in named}
    present = [*first_modules(), *(modules_for(CASES) if start == "find/finder.js" else ())]
    needed = {path for entry in asked for path in with_imports((entry,))}
    assert needed - asked - {path.removeprefix("assets/js/") for path in present} == set()
