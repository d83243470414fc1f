"""A case's cover: a chart of its record, in two inks.

At the top it shows who decided: a shape for each recorded stage, in reading order, and a small dot
for each other one. In the middle is the relationship to scale, with its dated moments. Below is a
mark for each lesson, in the ink of its voice. No position and no size means better or worse.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from hubtool.art.cover_parts import (
    HEIGHT,
    NOTE_ONLY,
    RULE,
    WIDTH,
    lesson_marks,
    relationship,
    stage_shapes,
    subject_shapes,
)
from hubtool.art.shapes import families
from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.text.words import Words, words


def cover(hub: Hub, case: CaseStudy, *, labelled: bool = False) -> Markup:
    """Return the cover of *case* as SVG; *labelled* if no words beside it describe it."""
    shapes = families(case.topics)
    levels = tuple(_levels(hub, case).values())
    is_read = any(level not in (None, "not-applicable") for level in levels)
    draw = partial(stage_shapes, levels) if is_read else subject_shapes
    top = draw(shapes, _seed(case))
    drawing = (
        f"{top}{RULE}{relationship(case)}{lesson_marks(lesson.said_by for lesson in case.lessons)}"
    )
    role = Markup('aria-hidden="true"')
    if labelled:
        role = Markup('role="img" aria-label="{}"').format(cover_label(hub, case))
    open_tag = (
        f'<svg class="cover-art overprint {shapes[0].stock}" viewBox="0 0 {WIDTH} {HEIGHT}" {role}>'
    )
    return Markup(f"{open_tag}{drawing}</svg>")  # noqa: S704  (numbers, fixed names, an escaped label)


def cover_label(hub: Hub, case: CaseStudy) -> str:
    """Return in words what the cover of *case* shows."""
    t = words(hub.settings.hub.language)
    has_question = any(entry.kind == "question" for entry in case.timeline)
    sentences = [
        t("cover.drawn"),
        *_decided(hub, case, t),
        t("cover.moments", n=len(case.timeline)),
        t("cover.question" if has_question else "cover.no-question"),
        t("cover.lessons", lessons=t.listed(_voices(hub, case, t))),
    ]
    return " ".join(sentences)


def _decided(hub: Hub, case: CaseStudy, t: Words) -> Iterator[str]:
    levels = _levels(hub, case)
    read = [
        t("cover.stage", stage=hub.term("stages", stage).label, reading=_reading(hub, t, level))
        for stage, level in levels.items()
        if level is not None
    ]
    if not read:
        yield t("cover.nobody-says")
        return
    yield t("cover.decided", stages="; ".join(read))
    if silent := len(levels) - len(read):
        yield t("cover.silent", n=silent)


def _reading(hub: Hub, t: Words, level: str) -> str:
    return t("cover.described") if level == NOTE_ONLY else hub.term("power", level).label.lower()


def _voices(hub: Hub, case: CaseStudy, t: Words) -> Iterator[str]:
    counts = Counter(voice for lesson in case.lessons for voice in lesson.said_by)
    for voice, count in counts.items():
        yield t("cover.voice", n=count, voice=hub.term("voices", voice).label.lower())


def _levels(hub: Hub, case: CaseStudy) -> Mapping[str, str | None]:
    """Return each stage with its reading; `NOTE_ONLY` where it has only a note, else none."""
    read = case.power.stages if case.power else {}
    stages = (term.id for term in hub.decision_stages)
    return {stage: (read[stage].level or NOTE_ONLY) if stage in read else None for stage in stages}


def _seed(case: CaseStudy) -> int:
    return sum(map(ord, case.id))
