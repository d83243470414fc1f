"""The pages for funders: what each risked, what it cost, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hubtool.hub.references import LessonReference, TensionReference
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Outcome, Tension
from hubtool.models.partnership import FunderEntry
from hubtool.models.power import StageReading
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.directories import Directory, DirectoryEntry, directory, directory_pages
from hubtool.pages.parts.lesson_groups import sample
from hubtool.pages.parts.paging import BackLink
from hubtool.pages.parts.parties import (
    OrganisationSummary,
    funder_address,
    funders_with_page,
    organisation_summary,
    partners_with_page,
)
from hubtool.pages.parts.timelines import time_before
from hubtool.pages.view import View
from hubtool.text.dates import days
from hubtool.text.phrases import lowered

PAGE = "funders/"
ABOUT_MONEY = ("money", "payment", "contracts", "timetable", "staffing", "ending")
"""The frictions that come with how work is paid for."""

_THEMES = ("funder-risk", "seed-funding", "investment-not-cost", "long-term-outcomes")
_MOST_OUTCOMES = 4
_MOST_TENSIONS = 80


@dataclass(frozen=True)
class FundedCase:
    """One case as one of its funders looks at it. `None` and empty mean: not recorded.

    *lacks* says in words what else is not.
    """

    case: CaseStudy
    card: Card
    awards: tuple[str, ...]
    others: tuple[str, ...]  # the names of the other funders
    money: str
    before: str
    resources: StageReading | None
    flexibility: tuple[str, ...]
    hours: tuple[str, ...]
    tensions: tuple[Tension, ...]
    outcomes: tuple[Outcome, ...]  # not all of many
    lacks: str


@dataclass(frozen=True)
class FundersContent(Content):
    """The directory of funders, and what all cases say of money; *paid_for* counts their cases."""

    template = "funders/index.html"

    funders: Directory
    paid_for: int
    with_money: int
    lessons: tuple[LessonReference, ...]
    tensions: tuple[TensionReference, ...]
    frictions: tuple[Term, ...]
    themes: tuple[Term, ...]


@dataclass(frozen=True)
class FunderContent(Content):
    """One funder with the cases that it paid for."""

    template = "funders/page.html"

    summary: OrganisationSummary
    cases: tuple[FundedCase, ...]
    lessons: tuple[LessonReference, ...]


def funder_pages(view: View) -> Iterator[Page]:
    """Yield the list of funders, then a page for each that paid for more than one case."""
    listed = directory(funders(view), f"{PAGE}all/")
    yield _index(view, listed)
    back = BackLink(PAGE, view.words("funders.title"))
    yield from directory_pages(view, "funder", listed, view.words("funders.by-name"), back=back)
    for org in funders_with_page(view):
        yield _funder(view, org)


def funders(view: View) -> tuple[DirectoryEntry, ...]:
    """Return all funders by name; one without an organisation is listed for each of its cases."""
    entries: list[DirectoryEntry] = []
    listed: set[str] = set()
    for case in view.hub.cases.values():
        for funder in case.funders:
            if funder.org not in listed:
                entries.append(_entry(view, case, funder))
            if funder.org:
                listed.add(funder.org)
    return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name)))


def funded_case(view: View, case: CaseStudy, org: str) -> FundedCase:
    """Return *case* as its funder *org* looks at it."""
    before = time_before(case)
    money, hours = _money(view, case), tuple(_hours(view, case))
    flexibility = tuple(_flexibility(view, case))
    resources = case.power.stages.get("resources") if case.power else None
    tensions, took = _about_money(case), case.investment
    parts = {
        "money": money,
        "before": before.months,
        "flexibility": resources or flexibility,
        "cost": tensions or hours or (took and (took.costs_to_people or took.not_counted)),
        "came": case.outcomes,
    }
    return FundedCase(
        case=case,
        card=card(view, case),
        awards=tuple(funder.award for funder in case.funders if funder.org == org and funder.award),
        others=tuple(view.hub.party_name(funder) for funder in case.funders if funder.org != org),
        money=money,
        before=say.before_sentence(case, before.months, view.words, is_recorded=before.is_recorded)
        if before.months
        else "",
        resources=resources,
        flexibility=flexibility,
        hours=hours,
        tensions=tensions,
        outcomes=_sample(case.outcomes),
        lacks=view.words.listed(
            lowered(view.words(f"funders.{name}")) for name, value in parts.items() if not value
        ),
    )


def _index(view: View, listed: Directory) -> Page:
    cases = view.hub.cases.values()
    tensions = tuple(
        TensionReference(case, tension) for case in cases for tension in _about_money(case)
    )
    paid_for = tuple(case for case in cases if case.funders)
    return page(
        view,
        "funders",
        PAGE,
        title=view.words("funders.title"),
        description=view.words("funders.lede"),
        content=FundersContent(
            funders=listed,
            paid_for=len(paid_for),
            with_money=sum(bool(case.investment and case.investment.money) for case in paid_for),
            lessons=sample(view, view.hub.lessons_with("stages", "resources")),
            tensions=tensions[:_MOST_TENSIONS],
            frictions=_frictions(view) if len(tensions) > _MOST_TENSIONS else (),
            themes=tuple(
                view.hub.term("themes", id_)
                for id_ in _THEMES
                if id_ in view.hub.vocabularies["themes"].terms
            ),
        ),
    )


def _entry(view: View, case: CaseStudy, funder: FunderEntry) -> DirectoryEntry:
    country = view.hub.organisations[funder.org].country if funder.org else None
    return DirectoryEntry(
        view.hub.party_name(funder),
        view.words.country(country) if country else "",
        funder_address(view, funder),
        view.hub.cases_by_funder[funder.org] if funder.org else (case,),
    )


def _funder(view: View, org: str) -> Page:
    # In the order in which they began: any other would read as an order of merit.
    cases = sorted(view.hub.cases_by_funder[org], key=lambda case: (_first_day(case), case.id))
    name = view.hub.organisations[org].label
    partner_page = f"partners/{org}/" if org in partners_with_page(view) else None
    return page(
        view,
        "funder",
        f"{PAGE}{org}/",
        title=view.words("funders.titled", name=name),
        description=view.words("funders.of", name=name, n=len(cases)),
        content=FunderContent(
            summary=organisation_summary(view, org, other=partner_page),
            cases=tuple(funded_case(view, case, org) for case in cases),
            lessons=_lessons(view, cases),
        ),
    )


def _lessons(view: View, cases: Iterable[CaseStudy]) -> tuple[LessonReference, ...]:
    ids = {case.id for case in cases}
    about_resources = view.hub.lessons_with("stages", "resources")
    return tuple(entry for entry in about_resources if entry.case.id in ids)


def _sample(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return some of *outcomes*, as recorded, with every one that was not simply a gain."""
    gains = [
        outcome for outcome in outcomes if outcome.direction == "gain" and not outcome.hoped_for
    ]
    room = max(_MOST_OUTCOMES - (len(outcomes) - len(gains)), 0)
    return tuple(outcome for outcome in outcomes if outcome not in gains[room:])


def _frictions(view: View) -> tuple[Term, ...]:
    return tuple(term for term in view.hub.terms("frictions") if term.id in ABOUT_MONEY)


def _about_money(case: CaseStudy) -> tuple[Tension, ...]:
    return tuple(tension for tension in case.tensions if tension.about in ABOUT_MONEY)


def _money(view: View, case: CaseStudy) -> str:
    money = case.investment.money if case.investment else None
    if money is None:
        return ""
    total = say.money_sum(money, view.words)
    return view.words("funders.sum-year", sum=total, year=str(money.year)) if money.year else total


def _flexibility(view: View, case: CaseStudy) -> Iterator[str]:
    took = case.investment
    if took is None:
        return
    if took.money and took.money.held_by:
        party = view.hub.party(case, took.money.held_by)
        name = view.hub.party_name(party) if party else view.words("case.together")
        yield view.words("funders.held-by", who=name)
    if took.money and took.money.community_share_percent is not None:
        yield view.words(
            "funders.share", number=view.words.number(took.money.community_share_percent)
        )
    if took.payment:
        yield view.words("funders.payment", pay=say.pay(took.payment, view.words))


def _hours(view: View, case: CaseStudy) -> Iterator[str]:
    for entry in case.investment.hours if case.investment else ():
        party = view.hub.party(case, entry.who)
        name = view.hub.party_name(party) if party else view.words("case.together")
        if entry.paid is not None:
            yield view.words("funders.hours-paid", who=name, number=view.words.number(entry.paid))
        if entry.unpaid is not None:
            yield view.words(
                "funders.hours-unpaid", who=name, number=view.words.number(entry.unpaid)
            )


def _first_day(case: CaseStudy) -> int:
    span = days(case.dates) if case.dates else None
    first = (span.first or span.last) if span else None
    return first.toordinal() if first else 0
