"""The page of a case study."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.art.shapes import families
from hubtool.hub.references import LessonReference
from hubtool.hub.timeline import in_order, question_index
from hubtool.models.case import CaseStudy
from hubtool.pages.charts.comparison import Others, among, others
from hubtool.pages.linked_data.case_study import case_data
from hubtool.pages.linked_data.head import case_head
from hubtool.pages.page import PREVIEW, Page, page
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.citation import citation_tools
from hubtool.pages.parts.claims import citer, references
from hubtool.pages.parts.parties import funder_address, partner_address
from hubtool.pages.parts.stages import decision_stages
from hubtool.pages.parts.timelines import before
from hubtool.pages.view import View
from hubtool.text.dates import days, has_passed
from hubtool.text.languages import language_attributes
from hubtool.text.markdown import render
from hubtool.text.phrases import capitalised, host


def case_pages(view: View) -> Iterator[Page]:
    """Yield the page of every case."""

    # A case's cover stands on its own page and on those of its neighbours: it is drawn once.
    @cache
    def cover_of(id_: str) -> Markup:
        return cover(view.hub, view.hub.cases[id_])

    all_cases = others(view)
    for case in view.hub.cases.values():
        yield case_page(view, case, cover_of=cover_of, all_cases=all_cases)


def case_page(
    view: View,
    case: CaseStudy,
    *,
    cover_of: Callable[[str], Markup] | None = None,
    all_cases: Others | None = None,
) -> Page:
    """Return the page of *case*; *cover_of* returns the cover of a case by id.

    *all_cases* is what all of them say; who makes many pages counts it once.
    """
    address = f"cases/{case.id}/"
    view = view.at(address)
    found = references(case, view.words)
    story = render(case.story, references=found) if case.story else None
    return page(
        view,
        "case",
        address,
        title=case.title,
        description=case.summary,
        template="case_study/page.html",
        noindex=case.id in view.hub.drafts,
        head=case_head(view, case),
        data=case_data(view, case, address),
        picture=f"{address}{PREVIEW}",
        **_before(view, case),
        **_decided(view, case),
        **_took(view, case),
        **_glance(view, case),
        **_record(view, case),
        **among(view, case, all_cases or others(view)),
        case=case,
        cite=citer(found),
        lang=language_attributes(case.language, view.words.language),
        story=Markup(story) if story else None,  # noqa: S704  (sanitised by `render`)
        lessons=tuple(
            LessonReference(case, one, one.themes or case.themes) for one in case.lessons
        ),
        cover_of=cover_of or (lambda id_: cover(view.hub, view.hub.cases[id_])),
        related=tuple(
            (near, capitalised(say.reason(near, view))) for near in view.hub.related(case.id)
        ),
    )


def file_url(view: View, path: str) -> str | None:
    """Return where readers can propose a change to the file at *path*."""
    repository = view.hub.settings.hub.repository
    if repository is None or host(repository) != "github.com":
        return repository
    return f"{repository.rstrip('/')}/edit/{view.hub.settings.hub.branch}/{path}"


def _before(view: View, case: CaseStudy) -> dict[str, Any]:
    known = before(case)
    time = say.spell(known.months, view.words)
    return {
        "before": known,
        "moments": in_order(case.timeline),
        "asked": question_index(case.timeline),
        "before_sentence": say.before_sentence(
            case, known.months, view.words, is_recorded=known.is_recorded
        ),
        "before_label": view.words("strip.before", time=time)
        if time
        else view.words("strip.before-unknown"),
        "after_label": say.after_label(case, view.words),
    }


def _decided(view: View, case: CaseStudy) -> dict[str, Any]:
    stages = case.power.stages if case.power else {}
    return {
        "stages": decision_stages(view),
        "is_read": any(entry.level not in (None, "not-applicable") for entry in stages.values()),
        "readings": tuple(
            term for term in view.hub.terms("power") if not term.extra.get("non_value")
        ),
        "reading_voices": say.reading_voices,
        "power_voices": say.voice_labels(view, case.power.said_by) if case.power else "",
    }


def _took(view: View, case: CaseStudy) -> dict[str, Any]:

    def called(id_: str) -> str:
        party = view.hub.party(case, id_)
        return view.hub.party_name(party) if party else id_

    return {
        "took_voices": say.voice_labels(view, case.investment.said_by) if case.investment else "",
        "took_missing": say.missing_investment(case, view.words),
        "money_sum": lambda money: say.money_sum(money, view.words),
        "pay": lambda payment: say.pay(payment, view.words),
        "party_called": called,
    }


def _glance(view: View, case: CaseStudy) -> dict[str, Any]:

    def term_links(scheme: str, ids: tuple[str, ...]) -> str:
        anchor = Markup('<a href="{}">{}</a>')
        return view.words.listed(
            anchor.format(view.link(f"{scheme}/{id_}/"), view.hub.term(scheme, id_).label)
            for id_ in ids
        )

    begun = view.hub.party(case, case.initiated_by) if case.initiated_by else None
    return {
        "places": say.place_names(case.places, view.words),
        "begun_by": view.hub.party_name(begun) if begun else view.words("case.together"),
        "term_links": term_links,
        "partner_address": lambda party: partner_address(view, party),
        "funder_address": lambda party: funder_address(view, party),
        "crumbs": _crumbs(view, case),
        "stock": families(case.topics)[0].stock,
    }


def _crumbs(view: View, case: CaseStudy) -> list[str]:
    topics = [view.hub.term("topics", topic).label for topic in case.topics[:1]]
    if not case.locations:
        return topics
    first = case.locations[0]
    land = (
        view.words.region(first.region)
        if first.country == "GB" and first.region
        else view.words.country(first.country)
    )
    return [*topics, land]


def _record(view: View, case: CaseStudy) -> dict[str, Any]:
    """Return what the page says about itself."""
    connect = case.connect
    return {
        "is_draft": case.id in view.hub.drafts,
        "is_old": _is_old(view, case),
        "citation": say.citation(view, case),
        **citation_tools(),
        "consent": say.consent(view, case),
        "file_url": file_url(view, f"cases/{case.id}.yml"),
        "change_url": case.consent.change_contact or view.hub.settings.hub.change_contact,
        "wanted": view.words.listed(
            view.words(f"wanted.{part}") for part in view.hub.still_wanted(case)
        ),
        "offer_is_open": connect is not None and not has_passed(connect.until, view.hub.today),
    }


def _is_old(view: View, case: CaseStudy) -> bool:
    checked = days(case.record.checked).last if case.record.checked else None
    if checked is None:
        return False
    years = view.hub.settings.hub.review_after_years
    return (checked.year + years, checked.month, checked.day) < (
        view.hub.today.year,
        view.hub.today.month,
        view.hub.today.day,
    )
