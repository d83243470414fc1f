"""A case as a card: what lists of cases show of it."""

from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.models.case import CaseStudy
from hubtool.pages.parts.cover_words import card_sentence
from hubtool.pages.parts.sentences import place_names
from hubtool.pages.view import View
from hubtool.text.fitting import opening
from hubtool.text.languages import language_attributes
from hubtool.text.words import Words

_LONGEST_OPENING = 120


@dataclass(frozen=True)
class Card:
    """A case in short. *counts* says what it has, *lang* is the attribute of its own words."""

    id: str
    title: str
    opening: str
    place: str
    years: str
    counts: str
    lang: Markup
    cover: Markup
    sentence: str  # what the cover says


def card(view: View, case: CaseStudy) -> Card:
    """Return *case* in short."""
    cards: dict[str, Card] = view.hub.cards
    if case.id not in cards:
        cards[case.id] = _card(view, case)
    return cards[case.id]


def _card(view: View, case: CaseStudy) -> Card:
    counts = [view.words("count.lessons", n=len(case.lessons))]
    if case.films:
        counts.append(view.words("count.films", n=len(case.films)))
    return Card(
        id=case.id,
        title=case.title,
        opening=opening(case.summary, _LONGEST_OPENING),
        place=where(case, view.words, is_short=True),
        years=view.words.years(case.dates) if case.dates else "",
        counts=" · ".join(counts),
        lang=language_attributes(case.language, view.words.language),
        cover=cover(view.hub, case),
        sentence=card_sentence(view, case),
    )


def where(case: CaseStudy, t: Words, *, is_short: bool = False) -> str:
    """Return where it happened: the first place, and how many more there are.

    A short answer leaves out what stands in brackets after the name of the place.
    """
    first = place_names(case.places[:1], t, is_short=is_short)
    further = len(case.places) - 1
    return t("count.more-places", name=first, n=further) if further else first
