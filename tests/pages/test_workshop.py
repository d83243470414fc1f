"""What a workshop needs on paper, made from a collection."""

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.art.qr_code import qr_code
from hubtool.pages.view import View
from hubtool.pages.workshop import workshop_pages

MORE = """
    methods: [peer-research]
    films: [{id: talk, title: Nineteen, url: "https://youtu.be/SCtFTslwgR0", duration: 9:00}]
"""
COLLECTION = """\
    title: First walks
    summary: Partnerships that began outdoors.
    convenors: [Exampleton Library]
    items:
      - {case: river-walks, note: The question came late.}
      - {lesson: "river-walks#walk-first", note: Say it aloud.}
      - {film: "river-walks#talk", note: Watch it together.}
"""
METHODS = """\
scheme: {id: methods, title: Methods, description: How.}
concepts:
  - {id: peer-research, label: Peer research, definition: People study their own place.}
"""
SETTINGS = "site_name: A hub\nsite_url: https://a.example/hub/\nextra: {hub: {schema: 1}}\n"
FILES = {
    "cases/river-walks.yml": case(MORE),
    "collections/walks.yml": COLLECTION,
    "vocabulary/methods.yml": METHODS,
    "mkdocs.yml": SETTINGS,
}


def test_a_lesson_is_on_one_card_though_its_case_is_there_too() -> None:
    cards = next(workshop_pages(View(hub(FILES))))
    assert (cards.address, cards.noindex) == ("collections/walks/cards/", True)
    assert faults(cards.body) == []
    texts = [" ".join(text.split()) for text in Reading(cards.body).texts("li")]
    kinds = ("Community partner This worked Walk first.", "A case", "A film 9 minutes", "A method")
    assert len(texts) == len(kinds)
    for text, beginning in zip(texts, kinds, strict=True):
        assert text.startswith(beginning), text


def test_a_card_has_the_code_of_its_own_address() -> None:
    cards = next(workshop_pages(View(hub(FILES))))
    for address in ("cases/river-walks/#lesson-walk-first", "methods/peer-research/"):
        assert str(qr_code(f"https://a.example/hub/{address}")) in cards.body


def test_there_is_no_code_where_the_site_has_no_address_or_a_very_long_one() -> None:
    for url in ("", f"site_url: https://a.example/{'x' * 400}/\n"):
        settings = f"site_name: A hub\n{url}extra: {{hub: {{schema: 1}}}}\n"
        cards = next(workshop_pages(View(hub({**FILES, "mkdocs.yml": settings}))))
        assert "qr-code" not in cards.body
        assert "/cases/river-walks/" in cards.body


def test_a_collection_of_a_rule_has_the_cards_of_what_matches() -> None:
    rule = "title: W\nsummary: S.\nconvenors: [L]\nrule: {country: [GB]}\n"
    cards = next(workshop_pages(View(hub({**FILES, "collections/walks.yml": rule}))))
    assert "A case" in cards.body


def test_a_collection_of_nothing_has_no_cards() -> None:
    nothing = "title: W\nsummary: S.\nconvenors: [L]\nrule: {country: [FR]}\n"
    assert [*workshop_pages(View(hub({**FILES, "collections/walks.yml": nothing})))] == []
