from small_hubs import case, hub

from hubtool.hub.lead_lesson import lead_lesson

LESSON = "  - {{id: {id}, lesson: {text}, kind: {kind}, said_by: {voice}}}\n"


def lead(*rows: tuple[str, str, str, str], more: str = "") -> str | None:
    lessons = "".join(
        LESSON.format(id=id_, text=text, kind=kind, voice=voice) for id_, text, kind, voice in rows
    )
    entry = lead_lesson(hub({"cases/one.yml": case(f"lessons:\n{lessons}{more}")}).cases["one"])
    return entry.lesson.id if entry else None


def test_a_community_voice_leads_before_a_shorter_lesson() -> None:
    rows = (("short", "Go.", "barrier", "researcher"), ("long", "Go there.", "worked", "community"))
    assert lead(*rows) == "long"


def test_what_did_not_simply_work_leads_among_equals() -> None:
    rows = (("good", "Go.", "worked", "community"), ("hard", "Go there.", "risk", "community"))
    assert lead(*rows) == "hard"


def test_the_shortest_leads_among_those_alike() -> None:
    rows = (("a", "Go there soon.", "risk", "funder"), ("b", "Go there.", "risk", "funder"))
    assert lead(*rows) == "b"


def test_a_lesson_too_long_for_a_poster_leads_only_alone() -> None:
    text = "word " * 60
    rows = (("long", text, "risk", "community"), ("short", "Go.", "worked", "researcher"))
    assert lead(*rows) == "short"
    assert lead(rows[0]) == "long"


def test_the_case_may_name_its_lead() -> None:
    rows = (("a", "Go.", "risk", "community"), ("b", "Go there.", "worked", "researcher"))
    assert lead(*rows, more="lead_lesson: b\n") == "b"
