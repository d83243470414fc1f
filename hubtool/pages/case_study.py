"""The page of a case study."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.art.shapes import families
from hubtool.hub.hub import Hub
from hubtool.hub.references import LessonEntry
from hubtool.hub.timeline import in_order, question_index
from hubtool.models.case import CaseStudy
from hubtool.pages.charts.comparison import Others, among, others
from hubtool.pages.linked_data.case_study import case_data
from hubtool.pages.linked_data.head import case_head
from hubtool.pages.page import PREVIEW, Link, Page, hub_words, linker, page
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.citation import citation_tools
from hubtool.pages.parts.claims import (
    capitalised,
    citer,
    host,
    language_attributes,
    references,
    tools,
)
from hubtool.pages.parts.parties import funder_address, partner_address
from hubtool.pages.parts.stages import decision_stages
from hubtool.pages.parts.timelines import before
from hubtool.text.dates import days, has_passed
from hubtool.text.markdown import render


def case_pages(hub: Hub) -> Iterator[Page]:
    """Yield the page of every case."""

    # A case's cover stands on its own page and on those of its neighbours: it is drawn once.
    @cache
    def cover_of(id_: str) -> Markup:
        return cover(hub, hub.cases[id_])

    all_cases = others(hub)
    for case in hub.cases.values():
        yield case_page(hub, case, cover_of=cover_of, all_cases=all_cases)


def case_page(
    hub: Hub,
    case: CaseStudy,
    *,
    cover_of: Callable[[str], Markup] | None = None,
    all_cases: Others | None = None,
) -> Page:
    """Return the page of *case*; *cover_of* returns the cover of a case by id.

    *all_cases* is what all of them say; who makes many pages counts it once.
    """
    t = hub_words(hub)
    address = f"cases/{case.id}/"
    found = references(case, t)
    story = render(case.story, references=found) if case.story else None
    return page(
        hub,
        "case",
        address,
        title=case.title,
        description=case.summary,
        template="case_study/page.html",
        noindex=case.id in hub.drafts,
        head=case_head(hub, case),
        data=case_data(hub, case, address),
        picture=f"{address}{PREVIEW}",
        **tools(hub),
        **_before(hub, case),
        **_decided(hub, case),
        **_took(hub, case),
        **_glance(hub, case, linker(address)),
        **_record(hub, case),
        **among(hub, case, all_cases or others(hub)),
        case=case,
        cite=citer(found),
        lang=language_attributes(case.language, t.language),
        story=Markup(story) if story else None,  # noqa: S704  (sanitised by `render`)
        lessons=tuple(LessonEntry(case, one, one.themes or case.themes) for one in case.lessons),
        cover_of=cover_of or (lambda id_: cover(hub, hub.cases[id_])),
        related=tuple((near, capitalised(say.reason(near, hub))) for near in hub.related(case.id)),
    )


def file_url(hub: Hub, path: str) -> str | None:
    """Return where readers can propose a change to the file at *path*."""
    repository = hub.settings.hub.repository
    if repository is None or host(repository) != "github.com":
        return repository
    return f"{repository.rstrip('/')}/edit/{hub.settings.hub.branch}/{path}"


def _before(hub: Hub, case: CaseStudy) -> dict[str, Any]:
    t = hub_words(hub)
    known = before(case)
    time = say.spell(known.months, t)
    return {
        "before": known,
        "moments": in_order(case.timeline),
        "asked": question_index(case.timeline),
        "before_sentence": say.before_sentence(
            case, known.months, t, is_recorded=known.is_recorded
        ),
        "before_label": t("strip.before", time=time) if time else t("strip.before-unknown"),
        "after_label": say.after_label(case, t),
    }


def _decided(hub: Hub, case: CaseStudy) -> dict[str, Any]:
    stages = case.power.stages if case.power else {}
    return {
        "stages": decision_stages(hub),
        "is_read": any(entry.level not in (None, "not-applicable") for entry in stages.values()),
        "readings": tuple(term for term in hub.terms("power") if not term.extra.get("non_value")),
        "reading_voices": say.reading_voices,
        "power_voices": say.voice_labels(hub, case.power.said_by) if case.power else "",
    }


def _took(hub: Hub, case: CaseStudy) -> dict[str, Any]:
    t = hub_words(hub)

    def called(id_: str) -> str:
        party = hub.party(case, id_)
        return hub.party_name(party) if party else id_

    return {
        "took_voices": say.voice_labels(hub, case.investment.said_by) if case.investment else "",
        "took_missing": say.missing_investment(case, t),
        "money_sum": lambda money: say.money_sum(money, t),
        "pay": lambda payment: say.pay(payment, t),
        "party_called": called,
    }


def _glance(hub: Hub, case: CaseStudy, link: Link) -> dict[str, Any]:
    t = hub_words(hub)

    def term_links(scheme: str, ids: tuple[str, ...]) -> str:
        anchor = Markup('<a href="{}">{}</a>')
        return t.listed(
            anchor.format(link(f"{scheme}/{id_}/"), hub.term(scheme, id_).label) for id_ in ids
        )

    begun = hub.party(case, case.initiated_by) if case.initiated_by else None
    return {
        "places": say.place_names(case.places, t),
        "begun_by": hub.party_name(begun) if begun else t("case.together"),
        "term_links": term_links,
        "partner_address": lambda party: partner_address(hub, party),
        "funder_address": lambda party: funder_address(hub, party),
        "crumbs": _crumbs(hub, case),
        "stock": families(case.topics)[0].stock,
    }


def _crumbs(hub: Hub, case: CaseStudy) -> list[str]:
    t = hub_words(hub)
    first = case.places[0]
    land = (
        t.region(first.region)
        if first.country == "GB" and first.region
        else t.country(first.country)
    )
    return [*(hub.term("topics", topic).label for topic in case.topics[:1]), land]


def _record(hub: Hub, case: CaseStudy) -> dict[str, Any]:
    """Return what the page says about itself."""
    t = hub_words(hub)
    connect = case.connect
    return {
        "is_draft": case.id in hub.drafts,
        "is_old": _is_old(hub, case),
        "citation": say.citation(hub, case),
        **citation_tools(),
        "consent": say.consent(hub, case),
        "file_url": file_url(hub, f"cases/{case.id}.yml"),
        "change_url": case.consent.change_contact or hub.settings.hub.change_contact,
        "wanted": t.listed(t(f"wanted.{part}") for part in hub.still_wanted(case)),
        "offer_is_open": connect is not None and not has_passed(connect.until, hub.today),
    }


def _is_old(hub: Hub, case: CaseStudy) -> bool:
    checked = days(case.record.checked).last if case.record.checked else None
    if checked is None:
        return False
    years = hub.settings.hub.review_after_years
    return (checked.year + years, checked.month, checked.day) < (
        hub.today.year,
        hub.today.month,
        hub.today.day,
    )
