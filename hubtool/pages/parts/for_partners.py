"""What a case's page says of its partners, for themselves, and how readers reach them."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub.facet_values import COMMUNITY_VOICES
from hubtool.models.case import CaseStudy
from hubtool.pages.page import full_address
from hubtool.pages.view import View

ANCHOR = "for-partners"
"""The part of a case's page that its partners can be sent: opened there, it stands alone."""


@dataclass(frozen=True, slots=True)
class PartnerSite:
    """A partner with the website of its body; a person's address is in no record."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the page says in the view of the community partner: its *kind*, and where it stands."""

    kind: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ForPartners:
    """What the partners are shown: *address* is what they can be sent."""

    address: str
    statements: tuple[Statement, ...]
    contact: str | None


def for_partners(view: View, case: CaseStudy) -> ForPartners:
    """Return what the page of *case* has for its partners."""
    return ForPartners(
        partners_address(view, case.id),
        tuple(_statements(case)),
        view.hub.settings.hub.contact,
    )


def partners_address(view: View, id_: str) -> str:
    """Return the whole address that the partners of the case *id_* can be sent."""
    return full_address(view, f"cases/{id_}/#{ANCHOR}", seen_from=view.address)


def partner_sites(view: View, case: CaseStudy) -> tuple[PartnerSite, ...]:
    """Return the partners of *case* of whose bodies the hub knows a website."""
    sites = (
        (organisation.label, organisation.url)
        for partner in case.partners
        if partner.org and (organisation := view.hub.organisations.get(partner.org))
    )
    return tuple(PartnerSite(name, url) for name, url in sites if url)


def _statements(case: CaseStudy) -> Iterator[Statement]:
    for lesson in case.lessons:
        if COMMUNITY_VOICES & set(lesson.said_by):
            yield Statement(
                "lesson", lesson.lesson, f"lesson-{lesson.id}" if lesson.id else "lessons"
            )
    for outcome in case.outcomes:
        if COMMUNITY_VOICES & set(outcome.said_by):
            yield Statement("outcome", outcome.what, "changed")
    for tension in case.tensions:
        if COMMUNITY_VOICES & {*tension.said_by, tension.view_of}:
            yield Statement("tension", tension.what, "tensions")
