"""Cards to cut out: lessons, cases, films and methods, eight on a sheet of A4."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.inks import side
from hubtool.art.qr_code import qr_code
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Term
from hubtool.pages.page import full_address
from hubtool.pages.parts.cards import card
from hubtool.pages.view import View
from hubtool.text.fitting import cut_at_word, opening

MOST_METHODS = 8
"""Cards of methods that go with the cards of some cases."""

ON_A_SHEET = 8
_LONGEST_TEXT = 400
_LONGEST_MORE = 280
_LONGEST_SOURCE = 100
_LONGEST_META = 60
SIZES = ((100, "large"), (200, "middle"))
"""How many characters of text are large on a card, and how many still middling."""


@dataclass(frozen=True, slots=True)
class CutCard:
    """What stands on a card; a lesson has *voices* in place of a *heading*."""

    stock: str  # a class of the style sheet: the ink of who says it, or what it is
    heading: str
    voices: tuple[str, ...]
    aside: str
    text: str
    more: str
    source: str
    meta: str
    address: str
    lang: Markup
    code: Markup | None

    @property
    def size(self) -> str:
        """How large the text can stand on the card."""
        length = len(self.text) + len(self.more) // 2
        return next((name for longest, name in SIZES if length <= longest), "small")

    @property
    def page(self) -> str:
        """The address of the page, as somebody would type it."""
        return self.address.partition("#")[0]


CardSheet = tuple[CutCard, ...]

BLANK = CutCard("", "", (), "", "", "", "", "", "", Markup(), None)
"""A card that a script fills."""


def card_sheets(cards: Iterable[CutCard]) -> tuple[CardSheet, ...]:
    """Return *cards* as they stand on sheets of paper."""
    all_cards = tuple(cards)
    starts = range(0, len(all_cards), ON_A_SHEET)
    return tuple(all_cards[start : start + ON_A_SHEET] for start in starts)


def sheet_edge(view: View, licences: Iterable[str] = ()) -> str:
    """Return what stands at the edge of a sheet: whose it is, under which *licences*."""
    settings = view.hub.settings
    site = (settings.url or "").partition("://")[2].rstrip("/")
    return " · ".join(filter(None, (settings.name, site, *licences, view.words("workshop.cut"))))


def lesson_card(view: View, entry: LessonReference) -> CutCard:
    """Return a lesson as a card in the ink of who says it."""
    case, lesson = entry.case, entry.lesson
    part = f"#lesson-{lesson.id}" if lesson.id else ""
    return _card(
        view,
        case,
        f"cases/{case.id}/{part}",
        stock=f"ink-{side(lesson.said_by)}",
        voices=lesson.said_by,
        aside=view.hub.term("lesson-kinds", lesson.kind).label,
        text=lesson.lesson,
        source=case.title,
    )


def case_card(view: View, case: CaseStudy) -> CutCard:
    """Return a case as a card."""
    return _card(
        view,
        case,
        f"cases/{case.id}/",
        stock="is-case",
        heading=view.words("collections.kind.case"),
        text=case.title,
        more=card(view, case).opening,
    )


def film_card(view: View, entry: FilmReference) -> CutCard:
    """Return a film as a card."""
    case, film = entry.case, entry.film
    return _card(
        view,
        case,
        f"cases/{case.id}/#film-{film.id}",
        stock="is-film",
        heading=view.words("collections.kind.film"),
        aside=view.words.length(film.duration) if film.duration else "",
        text=film.title,
        source=case.title,
    )


def method_card(view: View, method: Term, *, has_code: bool = True) -> CutCard:
    """Return a method with what it means as a card; a script gives it its code if it lacks one."""
    address = f"methods/{method.id}/"
    count = len(view.hub.cases_with("method", method.id))
    return CutCard(
        stock="is-method",
        heading=view.words("workshop.method"),
        voices=(),
        aside="",
        text=cut_at_word(method.label, _LONGEST_TEXT),
        more=opening(method.definition, _LONGEST_MORE),
        source="",
        meta=view.words("count.cases", n=count),
        address=address,
        lang=Markup(),
        code=_code(view, address) if has_code else None,
    )


def methods_of(view: View, cases: Iterable[CaseStudy]) -> Iterator[Term]:
    """Yield the methods of *cases*, those of most cases first."""
    counts = Counter(method for case in cases for method in case.methods)
    order = {term.id: index for index, term in enumerate(view.hub.terms("methods"))}
    for method in sorted(counts, key=lambda id_: (-counts[id_], order[id_])):
        yield view.hub.term("methods", method)


def _card(  # noqa: PLR0913  (a card has this many parts)
    view: View,
    case: CaseStudy,
    address: str,
    *,
    stock: str,
    text: str,
    heading: str = "",
    voices: tuple[str, ...] = (),
    aside: str = "",
    more: str = "",
    source: str = "",
) -> CutCard:
    about = card(view, case)
    return CutCard(
        stock=stock,
        heading=heading,
        voices=voices,
        aside=aside,
        text=cut_at_word(text, _LONGEST_TEXT),
        more=more,
        source=cut_at_word(source, _LONGEST_SOURCE),
        meta=cut_at_word(" · ".join(filter(None, (about.place, about.years))), _LONGEST_META),
        address=address,
        lang=about.lang,
        code=_code(view, address),
    )


def _code(view: View, address: str) -> Markup | None:
    """Return the code of *address*, which it has where the site's own address is known."""
    is_known = view.hub.settings.url is not None
    return qr_code(full_address(view, address, seen_from="")) if is_known else None
