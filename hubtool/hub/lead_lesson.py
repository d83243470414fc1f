"""The lesson that opens the page of a case: the one it names, else the one a rule chooses."""

from hubtool.hub.facet_values import COMMUNITY_VOICES
from hubtool.hub.references import LessonReference, lessons_of
from hubtool.models.case import CaseStudy

LONGEST = 220
"""Characters of a lesson that still reads as a poster; a longer one leads only if it must."""


def lead_lesson(case: CaseStudy) -> LessonReference | None:
    """Return the lesson that *case* names as its lead, else one that a community voice says.

    Among those of the same standing a lesson that is not "this worked" comes first, then the
    shortest.
    """
    lessons = tuple(lessons_of((case,)))
    named = (entry for entry in lessons if entry.lesson.id == case.lead_lesson)
    by_rule = min(lessons, key=_standing, default=None)
    return next(named, by_rule) if case.lead_lesson else by_rule


def _standing(entry: LessonReference) -> tuple[bool, bool, bool, int]:
    lesson = entry.lesson
    return (
        len(lesson.lesson) > LONGEST,
        not COMMUNITY_VOICES & set(lesson.said_by),
        lesson.kind == "worked",
        len(lesson.lesson),
    )
