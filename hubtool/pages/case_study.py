"""The page of a case study."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from hubtool.art.cover import cover, mark_drawing
from hubtool.art.shapes import families
from hubtool.hub.duties import is_stale
from hubtool.hub.lead_lesson import lead_lesson
from hubtool.hub.references import LessonReference, lessons_of
from hubtool.hub.timeline import in_order, question_index, years_between
from hubtool.models.case import CaseStudy
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.pages.charts.comparison import AllCases, Comparison, all_cases, comparison
from hubtool.pages.linked_data.case_study import case_data
from hubtool.pages.linked_data.common import iso_day
from hubtool.pages.linked_data.head import case_head
from hubtool.pages.page import PREVIEW, Content, Page, page
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.cards import where
from hubtool.pages.parts.case_parts import (
    AboutRecord,
    BeforeQuestion,
    CaseFunder,
    CaseHead,
    CasePartner,
    Crumb,
    Glance,
    NamedHours,
    RelatedLink,
    StageDecision,
    WhatItTook,
    WhoDecided,
)
from hubtool.pages.parts.citation import citation_files
from hubtool.pages.parts.claims import CaseReferences, case_references
from hubtool.pages.parts.cover_words import cover_key, cover_sentence
from hubtool.pages.parts.facet_choices import country_page
from hubtool.pages.parts.for_partners import ForPartners, for_partners, partner_sites
from hubtool.pages.parts.parties import funder_address, partner_address
from hubtool.pages.parts.sending import github_repository
from hubtool.pages.parts.timelines import time_before
from hubtool.pages.view import View
from hubtool.text.dates import has_passed
from hubtool.text.markdown import render
from hubtool.text.phrases import capitalised, lowered

CoverOf = Callable[[str], Markup]
"""A function that returns the cover of a case by its id."""


@dataclass(frozen=True)
class CaseContent(Content):
    """A case, part by part in the order of the page."""

    template = "case_study/page.html"

    case: CaseStudy
    references: CaseReferences
    head: CaseHead
    glance: Glance
    story: Markup | None
    before: BeforeQuestion
    decided: WhoDecided
    took: WhatItTook
    comparison: Comparison
    lessons: tuple[LessonReference, ...]
    related: tuple[RelatedLink, ...]
    about: AboutRecord
    partners: ForPartners


def case_pages(view: View) -> Iterator[Page]:
    """Yield the page of every case."""

    # A case's cover is on its own page and on those of related cases: it is drawn once.
    @cache
    def cover_of(id_: str) -> Markup:
        return cover(view.hub, view.hub.cases[id_])

    everything = all_cases(view)
    for case in view.hub.cases.values():
        yield case_page(view, case, cover_of=cover_of, everything=everything)


def case_page(
    view: View,
    case: CaseStudy,
    *,
    cover_of: CoverOf | None = None,
    everything: AllCases | None = None,
) -> Page:
    """Return the page of *case*.

    Who makes many pages gives *cover_of* and *everything*, all cases in numbers, to make them once.
    """
    address = f"cases/{case.id}/"
    view = view.at(address)
    cover_of = cover_of or (lambda id_: cover(view.hub, view.hub.cases[id_]))
    references = case_references(case, view.words)
    story = render(case.story, references=references.by_id) if case.story else None
    return page(
        view,
        "case",
        address,
        title=case.title,
        tab=case.short_title or case.title,
        changed=iso_day(case.record.checked or case.record.created),
        description=case.summary,
        noindex=case.id in view.hub.drafts,
        head=case_head(view, case),
        data=case_data(view, case, address),
        picture=f"{address}{PREVIEW}",
        content=CaseContent(
            case=case,
            references=references,
            head=_head(view, case, cover_of),
            glance=_glance(view, case),
            story=Markup(story) if story else None,  # noqa: S704  (sanitised by `render`)
            before=_before(view, case),
            decided=_decided(view, case),
            took=_took(view, case),
            comparison=comparison(case, everything or all_cases(view)),
            lessons=tuple(lessons_of((case,))),
            related=tuple(_related(view, case, cover_of)),
            about=_about(view, case),
            partners=for_partners(view, case),
        ),
    )


def file_url(view: View, path: str) -> str | None:
    """Return where readers can propose a change to the file at *path*."""
    settings, repository = view.hub.settings.hub, github_repository(view)
    return f"{repository}/edit/{settings.branch}/{path}" if repository else settings.repository


def _head(view: View, case: CaseStudy, cover_of: CoverOf) -> CaseHead:
    return CaseHead(
        stock=families(case.topics)[0].stock,
        crumbs=tuple(_crumbs(view, case)),
        place=where(case, view.words),
        years=view.words.years(case.dates) if case.dates else "",
        lead=lead_lesson(case),
        cover=cover_of(case.id),
        sentence=cover_sentence(view, case),
        key=cover_key(view, case),
        is_draft=case.id in view.hub.drafts,
        is_old=is_stale(view.hub, case),
    )


def _crumbs(view: View, case: CaseStudy) -> Iterator[Crumb]:
    for topic in case.topics[:1]:
        yield Crumb(view.hub.term("topics", topic).label, f"topics/{topic}/")
    for place in case.mapped_places[:1]:
        yield Crumb(view.words.country(place.country), country_page(place.country))


def _glance(view: View, case: CaseStudy) -> Glance:
    return Glance(
        places=say.place_names(case.places, view.words),
        begun_by=_party_name(view, case, case.initiated_by) or view.words("case.together"),
        funders=tuple(_funder(view, funder) for funder in case.funders),
        partners=tuple(_partner(view, partner) for partner in case.partners),
        methods=_term_links(view, "methods", case.methods),
        topics=_term_links(view, "topics", case.topics),
    )


def _funder(view: View, funder: FunderEntry) -> CaseFunder:
    return CaseFunder(view.hub.party_name(funder), funder_address(view, funder), funder.award)


def _partner(view: View, partner: PartnerEntry) -> CasePartner:
    kind = view.hub.party_kind(partner)
    label = view.hub.term("partner-kinds", kind).label if kind else ""
    return CasePartner(
        entry=partner,
        name=view.hub.party_name(partner),
        address=partner_address(view, partner),
        kind=label,
        mark=mark_drawing(view.hub.party_side(partner)),
    )


def _term_links(view: View, scheme: str, ids: Iterable[str]) -> Markup:
    anchor = Markup('<a href="{}">{}</a>')
    links = (
        anchor.format(view.link(f"{scheme}/{id_}/"), view.hub.term(scheme, id_).label)
        for id_ in ids
    )
    return Markup(view.words.listed(links))  # noqa: S704  (made of escaped parts)


def _before(view: View, case: CaseStudy) -> BeforeQuestion:
    t, time = view.words, time_before(case)
    months, question = time.months, question_index(case.timeline)
    return BeforeQuestion(
        time=time,
        # That no question is dated, the sentence of the cover says already.
        sentence=say.before_sentence(case, months, t, is_recorded=time.is_recorded)
        if months or question is not None
        else "",
        label_before=t("strip.before", time=t.months(months.least, months.most))
        if months
        else t("strip.before-unknown"),
        label_after=say.after_label(case, t),
        moments=tuple(in_order(case.timeline)),
        gaps=years_between(case.timeline),
        question=question,
    )


def _decided(view: View, case: CaseStudy) -> WhoDecided:
    entries = case.power.stages if case.power else {}
    stages = tuple(
        StageDecision(number, stage, entries.get(stage.id))
        for number, stage in enumerate(view.hub.decision_stages, start=1)
    )
    missing = [lowered(stage.term.label) for stage in stages if stage.reading is None]
    return WhoDecided(
        is_read=any(entry.level not in (None, "not-applicable") for entry in entries.values()),
        voices=say.voice_labels(view, case.power.said_by) if case.power else "",
        stages=stages,
        missing=view.words.listed(missing),
    )


def _took(view: View, case: CaseStudy) -> WhatItTook:
    took = case.investment
    money = took.money if took else None
    holder = money.held_by if money else None
    return WhatItTook(
        voices=say.voice_labels(view, took.said_by) if took else "",
        money=say.money_sum(money, view.words) if money else "",
        held_by=_party_name(view, case, holder) or holder or "",
        payment=say.pay(took.payment, view.words) if took and took.payment else "",
        hours=tuple(
            NamedHours(_party_name(view, case, hours.who) or hours.who, hours)
            for hours in (took.hours if took else ())
        ),
        missing=say.missing_investment(case, view.words),
    )


def _party_name(view: View, case: CaseStudy, id_: str | None) -> str:
    """Return the name of a party of *case*; empty for `together` and for none."""
    party = view.hub.party(case, id_) if id_ else None
    return view.hub.party_name(party) if party else ""


def _related(view: View, case: CaseStudy, cover_of: CoverOf) -> Iterator[RelatedLink]:
    for related in view.hub.related(case.id):
        reason = capitalised(say.reason(related, view))
        yield RelatedLink(related.case, cover_of(related.case.id), reason)


def _change_url(view: View, case: CaseStudy) -> str:
    return view.at(f"cases/{case.id}/").link(f"contribute/change/?page=cases/{case.id}/")


def _about(view: View, case: CaseStudy) -> AboutRecord:
    gaps = (view.words(f"wanted.{part}") for part in view.hub.still_wanted(case))
    return AboutRecord(
        citation=say.citation(view, case),
        citation_files=citation_files(f"cases/{case.id}/", case.id),
        consent=say.consent(view, case),
        file_url=file_url(view, f"cases/{case.id}.yml"),
        form_url=f"contribute/case/?case={case.id}" if case.id in view.hub.sources else None,
        change_url=case.consent.change_contact or _change_url(view, case),
        wanted=view.words.listed(gaps),
        offer_is_open=case.connect is not None and not has_passed(case.connect.until, view.today),
        sites=partner_sites(view, case),
    )
