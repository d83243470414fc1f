"""The funders' view: what was risked, what it cost the relationship, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hubtool.hub.references import LessonReference
from hubtool.hub.timeline import Months, months_before_question
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Outcome, Tension
from hubtool.models.partnership import FunderEntry
from hubtool.models.power import StageReading
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Page, page
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.directories import Listed, directory, directory_pages
from hubtool.pages.parts.lesson_groups import sample
from hubtool.pages.parts.parties import body, funder_address, funders_with_page, partners_with_page
from hubtool.pages.view import View
from hubtool.text.dates import days

PAGE = "funders/"
ABOUT_MONEY = ("money", "payment", "contracts", "timetable", "staffing", "ending")
"""The frictions that come with how work is paid for."""

_READ_ON = ("funder-risk", "seed-funding", "investment-not-cost", "long-term-outcomes")
_FEW_OUTCOMES = 4
_MOST_TENSIONS = 80


@dataclass(frozen=True)
class Venture:
    """One case as whoever paid for it may look at it. `None` and empty are: not recorded."""

    case: CaseStudy
    card: Card
    awards: tuple[str, ...]
    others: tuple[str, ...]  # who else paid
    money: str
    before: str
    resources: StageReading | None
    flexibility: tuple[str, ...]
    hours: tuple[str, ...]
    tensions: tuple[Tension, ...]
    outcomes: tuple[Outcome, ...]  # some of them


def funder_pages(view: View) -> Iterator[Page]:
    """Yield the list of funders, then a page for each that paid for more than one case."""
    listed = directory(funders(view), f"{PAGE}all/")
    rubbed = tuple((case, one) for case in view.hub.cases.values() for one in _about_money(case))
    paid_for = tuple(case for case in view.hub.cases.values() if case.funders)
    yield page(
        view,
        "funders",
        PAGE,
        title=view.words("funders.title"),
        description=view.words("funders.lede"),
        template="funders/index.html",
        funders=listed,
        paid_for=len(paid_for),
        with_money=sum(bool(case.investment and case.investment.money) for case in paid_for),
        lessons=sample(view, view.hub.lessons_with("stages", "resources")),
        tensions=rubbed[:_MOST_TENSIONS],
        frictions=_frictions(view) if len(rubbed) > _MOST_TENSIONS else (),
        read_on=tuple(
            view.hub.term("themes", id_)
            for id_ in _READ_ON
            if id_ in view.hub.vocabularies["themes"].terms
        ),
    )
    back = (PAGE, view.words("funders.title"))
    yield from directory_pages(view, "funder", listed, view.words("funders.by-name"), back=back)
    for org in funders_with_page(view):
        yield _funder(view, org)


def funders(view: View) -> tuple[Listed, ...]:
    """Return all funders by name; one known by name alone stands once for each case."""
    found: list[Listed] = []
    seen: set[str] = set()
    for case in view.hub.cases.values():
        for funder in case.funders:
            if funder.org not in seen:
                found.append(_listed(view, case, funder))
            if funder.org:
                seen.add(funder.org)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name)))


def venture(view: View, case: CaseStudy, org: str) -> Venture:
    """Return *case* as the funder *org* may look at it."""
    took = case.investment
    recorded = took.months_before_question if took else None
    months = (
        Months(recorded, recorded)
        if recorded is not None
        else months_before_question(case.timeline)
    )
    return Venture(
        case=case,
        card=card(view, case),
        awards=tuple(one.award for one in case.funders if one.org == org and one.award),
        others=tuple(view.hub.party_name(one) for one in case.funders if one.org != org),
        money=_money(view, case),
        before=say.before_sentence(case, months, view.words, is_recorded=recorded is not None),
        resources=case.power.stages.get("resources") if case.power else None,
        flexibility=tuple(_flexibility(view, case)),
        hours=tuple(_hours(view, case)),
        tensions=_about_money(case),
        outcomes=_few(case.outcomes),
    )


def _listed(view: View, case: CaseStudy, funder: FunderEntry) -> Listed:
    country = view.hub.organisations[funder.org].country if funder.org else None
    return Listed(
        view.hub.party_name(funder),
        view.words.country(country) if country else "",
        funder_address(view, funder),
        view.hub.cases_by_funder[funder.org] if funder.org else (case,),
    )


def _funder(view: View, org: str) -> Page:
    # By the time they began, and by nothing else: this is no order of merit.
    cases = sorted(view.hub.cases_by_funder[org], key=lambda case: (_first_day(case), case.id))
    name = view.hub.organisations[org].label
    return page(
        view,
        "funder",
        f"{PAGE}{org}/",
        title=view.words("funders.titled", name=name),
        description=view.words("funders.of", name=name, n=len(cases)),
        template="funders/page.html",
        body=body(view, org, other=f"partners/{org}/" if org in partners_with_page(view) else None),
        ventures=tuple(venture(view, case, org) for case in cases),
        lessons=_lessons(view, cases),
    )


def _lessons(view: View, cases: Iterable[CaseStudy]) -> tuple[LessonReference, ...]:
    ids = {case.id for case in cases}
    return tuple(e for e in view.hub.lessons_with("stages", "resources") if e.case.id in ids)


def _few(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return a few of *outcomes*, as recorded; what was no plain gain is never left out."""
    gains = [one for one in outcomes if one.direction == "gain" and not one.hoped_for]
    room = max(_FEW_OUTCOMES - (len(outcomes) - len(gains)), 0)
    return tuple(one for one in outcomes if one not in gains[room:])


def _frictions(view: View) -> tuple[Term, ...]:
    return tuple(term for term in view.hub.terms("frictions") if term.id in ABOUT_MONEY)


def _about_money(case: CaseStudy) -> tuple[Tension, ...]:
    return tuple(one for one in case.tensions if one.about in ABOUT_MONEY)


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
        who = view.hub.party_name(party) if party else view.words("case.together")
        yield view.words("funders.held-by", who=who)
    if took.money and took.money.community_share_percent is not None:
        yield view.words(
            "funders.share", number=view.words.number(took.money.community_share_percent)
        )
    if took.payment:
        yield view.words("funders.payment", pay=say.pay(took.payment, view.words))


def _hours(view: View, case: CaseStudy) -> Iterator[str]:
    for entry in case.investment.hours if case.investment else ():
        party = view.hub.party(case, entry.who)
        who = view.hub.party_name(party) if party else view.words("case.together")
        if entry.paid is not None:
            yield view.words("funders.hours-paid", who=who, number=view.words.number(entry.paid))
        if entry.unpaid is not None:
            yield view.words(
                "funders.hours-unpaid", who=who, number=view.words.number(entry.unpaid)
            )


def _first_day(case: CaseStudy) -> int:
    known = days(case.dates) if case.dates else None
    first = (known.first or known.last) if known else None
    return first.toordinal() if first else 0
