"""What a cover says, in words: as a sentence, and as a key to each of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import SIDES, Cover, cover_parts, mark_drawing, sides_of, tile
from hubtool.art.cover_line import stroke_drawing
from hubtool.hub.timeline import in_order, months_before_question
from hubtool.models.case import CaseStudy
from hubtool.pages.view import View
from hubtool.text.phrases import capitalised, lowered

_STROKES = ("dotted", "question", "solid", "thin", "dot", "setback", "faded")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A part of a cover, cut out, with its name and what it says."""

    drawing: Markup
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CoverKey:
    """The parts that a cover has, and those that others have."""

    own: tuple[KeyRow, ...]
    others: tuple[KeyRow, ...]


def cover_sentence(view: View, case: CaseStudy) -> str:
    """Return what the cover of *case* draws, and what of it is not recorded."""
    parts = (_partners(view, case), _question(view, case), *_work(view, case), *_read(view, case))
    return " ".join(part for part in parts if part)


def card_sentence(view: View, case: CaseStudy) -> str:
    """Return what the cover of *case* draws besides what a card says anyway."""
    parts = (_partners(view, case), _question(view, case), *_read(view, case))
    return " ".join(part for part in parts if part)


def cover_key(view: View, case: CaseStudy) -> CoverKey:
    """Return the key to the cover of *case*."""
    cover = cover_parts(view.hub, case)
    rows = dict(_rows(view, case, cover))
    present = {name for name, is_there in _presence(cover) if is_there}
    return CoverKey(
        own=tuple(row for name, row in rows.items() if name in present),
        others=tuple(
            KeyRow(row.drawing, row.name) for name, row in rows.items() if name not in present
        ),
    )


def _partners(view: View, case: CaseStudy) -> str:
    t, sides = view.words, sides_of(view.hub, case)
    counts = ((side, sides.count(side)) for side in SIDES)
    phrases = [t(f"cover.count-{side}", n=count) for side, count in counts if count]
    return f"{capitalised(t.listed(phrases))}." if phrases else ""


def _question(view: View, case: CaseStudy) -> str:
    t = view.words
    questions = (moment for moment in in_order(case.timeline) if moment.kind == "question")
    question = next(questions, None)
    if question is None:
        return ""
    date, months = t.date(question.when), months_before_question(case.timeline)
    if months is None or not months.most:
        return t("cover.question", date=date)
    return t("cover.question-after", date=date, time=t.months(months.least, months.most))


def _work(view: View, case: CaseStudy) -> Iterator[str]:
    """Yield the years of the work, and once for all what is not recorded."""
    t, dates = view.words, case.dates
    if dates:
        key = "cover.work-goes-on" if dates.endswith("/..") else "cover.work"
        yield t(key, years=t.years(dates))
    has_question = any(moment.kind == "question" for moment in case.timeline)
    lack = "" if has_question else "question"
    if dates is None or dates.endswith("/"):
        lack += "-end" if lack else "end"
    if lack:
        yield t(f"cover.lacks-{lack}")


def _read(view: View, case: CaseStudy) -> Iterator[str]:
    stages = case.power.stages if case.power else {}
    for reading in (*view.hub.power_readings, view.hub.term("power", "disputed")):
        labels = [
            lowered(view.hub.term("stages", stage.id).label)
            for stage in view.hub.decision_stages
            if stage.id in stages and stages[stage.id].level == reading.id
        ]
        if labels:
            yield view.words("cover.read", reading=reading.label, stages=view.words.listed(labels))


def _rows(view: View, case: CaseStudy, cover: Cover) -> Iterator[tuple[str, KeyRow]]:
    t = view.words
    topics = [view.hub.term("topics", topic).label for topic in case.topics]
    drawing = Markup(tile(cover.shapes))  # noqa: S704  (numbers and fixed paths)
    yield "topic", KeyRow(drawing, t("cover.key-topic"), t.listed(topics))
    for side in SIDES:
        names = [
            view.hub.party_name(partner)
            for partner in case.partners
            if view.hub.party_side(partner) == side
        ]
        yield side, KeyRow(mark_drawing(side), t(f"cover.key-{side}"), t.listed(names))
    yield "shared", KeyRow(mark_drawing("shared"), t("cover.key-shared"))
    for kind in _STROKES:
        yield kind, KeyRow(stroke_drawing(kind), t(f"cover.key-{kind}"))


def _presence(cover: Cover) -> Iterator[tuple[str, bool]]:
    """Yield each part with whether *cover* has it."""
    yield "topic", True
    for side in SIDES:
        yield side, side in cover.marks
    yield "shared", cover.is_shared
    time = cover.line
    if time is None:
        return
    has_question = bool(time.questions)
    kinds = [kind for _, kind in time.moments]
    yield "dotted", has_question and time.questions[0][0] > time.start
    yield "question", has_question
    yield "solid", has_question
    yield "thin", not has_question
    yield "faded", time.is_unended
    yield "setback", "rupture" in kinds
    yield "dot", any(kind != "rupture" for kind in kinds)
