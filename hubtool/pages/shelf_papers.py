"""What a shelf prints: the frames of its papers, which a script fills in the reader's browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.art.qr_code import LONGEST
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cut_cards import (
    BLANK,
    MOST_METHODS,
    ON_A_SHEET,
    SIZES,
    CutCard,
    method_card,
    methods_of,
    sheet_edge,
)
from hubtool.pages.parts.workshop_plan import PAPERS, QUESTIONS, PlanStep, all_steps, papers_beside
from hubtool.pages.view import View


@dataclass(frozen=True)
class ShelfCards(Content):
    """Blank cards, and those of all *methods*; *sizes* are how long the larger texts may be."""

    template = "shelf_papers/cards.html"

    blank: CutCard
    methods: tuple[CutCard, ...]
    most_methods: int
    on_a_sheet: int
    longest_address: int  # that has a code
    sizes: tuple[int, ...]
    edge: str
    site: str | None


@dataclass(frozen=True)
class ShelfBooklet(Content):
    """The booklet without items."""

    template = "shelf_papers/booklet.html"

    site: str | None


@dataclass(frozen=True)
class ShelfReadingCopy(Content):
    """The reading copy without stories."""

    template = "shelf_papers/reading_copy.html"


@dataclass(frozen=True)
class ShelfPlan(Content):
    """The plan of a workshop with every step there may be."""

    template = "shelf_papers/plan.html"

    steps: tuple[PlanStep, ...]
    papers: tuple[tuple[str, str, str], ...]
    questions: tuple[str, ...]


def shelf_paper_pages(view: View) -> Iterator[Page]:
    """Yield the papers of a shelf."""
    t = view.words
    url = view.hub.settings.url
    site = f"{url.rstrip('/')}/" if url else None
    cards = ShelfCards(
        blank=BLANK,
        methods=tuple(
            method_card(view, method, has_code=False)
            for method in methods_of(view, view.hub.cases.values())
        ),
        most_methods=MOST_METHODS,
        on_a_sheet=ON_A_SHEET,
        longest_address=LONGEST,
        sizes=tuple(longest for longest, _ in SIZES),
        edge=sheet_edge(view),
        site=site,
    )
    plan = ShelfPlan(
        steps=all_steps(),
        papers=papers_beside(view, "shelf/"),
        questions=tuple(t(f"workshop.ask-{name}") for name in QUESTIONS),
    )
    yield _paper(view, "cards", cards)
    yield _paper(view, "print", ShelfBooklet(site))
    yield _paper(view, "reading-copy", ShelfReadingCopy())
    yield _paper(view, "workshop", plan)


def _paper(view: View, name: str, content: Content) -> Page:
    return page(
        view,
        "shelf-paper",
        f"shelf/{name}/",
        title=view.words("shelf.paper-title", title=view.words(PAPERS[name])),
        description=view.words("shelf.lede"),
        noindex=True,
        content=content,
    )
