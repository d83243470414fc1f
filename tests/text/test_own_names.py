import re
from pathlib import Path

from hubtool.text.own_names import (
    FOLDED_LETTERS,
    existing_names,
    folded,
    folded_words,
    own_language_name,
    own_names,
)

SCRIPT = Path(__file__).parents[2] / "hubtool/theme/js/find/fold.js"


def test_letters_fold_alike_in_the_browser_and_in_the_index() -> None:
    text = SCRIPT.read_text(encoding="utf-8").partition("});")[0]
    table = dict(re.findall(r'[{,]\s*"?([^\s":,{}.])"?: "(\w*)"', text))
    assert table == FOLDED_LETTERS


def test_special_letters_accents_and_apostrophes_are_folded() -> None:
    assert folded("Łódź Hawaiʻi Tromsø") == "lodz hawaii tromso"
    assert list(folded_words("Hawaiʻi and people’s Café in Łódź")) == ["hawaii", "lodz"]


def test_countries_regions_and_languages_are_found_by_their_own_names() -> None:
    assert "Cymru" in own_names("GB", "GB-WLS")
    assert "España" in own_names("ES")
    assert "Catalunya" in own_names("ES", "ES-CT")
    assert own_names("XX") == ()
    assert own_language_name("cy") == "Cymraeg"
    assert own_language_name("xx") is None


def test_the_names_of_languages_are_words_that_exist() -> None:
    assert {"basque", "kenya"} <= set(existing_names("en-GB"))
