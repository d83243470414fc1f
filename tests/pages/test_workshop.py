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


def plan_of(files: dict[str, str]) -> Reading:
    plan = [*workshop_pages(View(hub(files)))][1]
    assert (plan.address, plan.noindex) == ("collections/walks/workshop/", True)
    assert faults(plan.body) == []
    return Reading(plan.body)


def rows(plan: Reading) -> list[str]:
    return [" ".join(text.split()) for text in plan.texts("tr")][1:]


def test_a_plan_without_stories_sorts_cards_and_without_a_pair_is_shorter() -> None:
    steps = rows(plan_of(FILES))
    assert [step.split()[0] for step in steps] == [
        *("0–15", "15–40", "40–60", "60–70", "70–85", "85–100"),
    ]
    assert "Sort the cards" in steps[1]


def test_a_plan_reads_the_stories_and_argues_over_the_pair() -> None:
    river = f"{MORE}    story: They walked.\n"
    other = """
    lessons:
      - id: plan-first
        lesson: Plan first, for the money.
        kind: worked
        said_by: funder
        contradicts: [river-walks#walk-first]
    """
    plan = plan_of({**FILES, "cases/river-walks.yml": case(river), "cases/plan.yml": case(other)})
    steps = rows(plan)
    assert "one story each" in steps[1]
    assert "85–105 The pair" in steps[5]
    first, second = plan.texts("article")
    assert {"Plan first" in first, "Plan first" in second} == {True, False}


def test_a_plan_has_the_questions_of_its_collection_or_those_for_any() -> None:
    asked = f"{COLLECTION}    questions: [When did you last walk?]\n"
    assert (
        "When did you last walk?"
        in plan_of({**FILES, "collections/walks.yml": asked}).texts("li")[-1]
    )
    assert "on Monday?" in plan_of(FILES).texts("li")[-1]


def test_a_collection_of_nothing_has_no_cards() -> None:
    nothing = "title: W\nsummary: S.\nconvenors: [L]\nrule: {country: [FR]}\n"
    assert [*workshop_pages(View(hub({**FILES, "collections/walks.yml": nothing})))] == []
