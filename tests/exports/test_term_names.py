import json

from small_hubs import case, hub

from hubtool.exports.term_names import TERM_NAMES, term_names
from hubtool.pages import page_at
from hubtool.pages.view import View


def test_a_term_goes_by_its_label_each_of_two_names_in_it_and_its_synonyms() -> None:
    files = term_names(View(hub({"cases/one.yml": case()})))
    names = {address: names for _, address, names, _ in json.loads(files[TERM_NAMES])}
    assert names["frictions/contracts/"][:4] == [
        "Contracts and procurement",
        "Contracts",
        "procurement",
        "due diligence",
    ]


def test_countries_cases_and_the_data_are_named_too() -> None:
    made = hub({"cases/one.yml": case("places: [{name: Example, country: GB, region: GB-WLS}]")})
    files = term_names(View(made))
    kinds = {address: (kind, names) for _, address, names, kind in json.loads(files[TERM_NAMES])}
    assert "Y Deyrnas Unedig" in kinds["places/gb/"][1]
    assert {"data", "spreadsheet", "download"} <= set(kinds["data/"][1])
    assert kinds["cases/one/"] == (
        "case",
        ["River walks", "Example", "Exampleton Anglers", "University of Example"],
    )


def test_pages_for_makers_stay_out_of_the_search_of_readers() -> None:
    made = hub({"cases/one.yml": case()})
    for address in ("contribute/codes/", "contribute/codes/H111/", "contribute/fields/"):
        page = page_at(made, address)
        assert page
        assert "data-pagefind-body" not in page.body
