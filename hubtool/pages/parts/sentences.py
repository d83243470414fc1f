"""Sentences about a case, each made from its record."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from hubtool.hub.facets import Facet, facets_of_cases
from hubtool.hub.hub import RelatedCase
from hubtool.hub.measures import MonthScale
from hubtool.hub.timeline import Months, months_since_question
from hubtool.models.case import CaseStudy
from hubtool.models.investment import Money, Payment
from hubtool.models.partnership import Place
from hubtool.pages.parts.citation import authors
from hubtool.pages.view import View
from hubtool.text.phrases import licence_name, lowered
from hubtool.text.words import Words

_MOST_REASONS = 3
_REASONS = ("about", "by", "friction", "region", "country")  # as a sentence names them


def place_names(places: Iterable[Place], t: Words, *, is_short: bool = False) -> str:
    """Return *places* in words, each with its region or country unless its name has it.

    A short name ends where a bracket begins.
    """
    return "; ".join(dict.fromkeys(_place_name(place, t, is_short=is_short) for place in places))


def _place_name(place: Place, t: Words, *, is_short: bool) -> str:
    if place.online:
        return t("places.online")
    area = (
        t.region(place.region)
        if place.region and place.country == "GB"
        else t.country(place.country)
    )
    name = (place.name.partition(" (")[0] if is_short else "") or place.name
    return name if area.lower() in name.lower() else f"{name}, {area}"


def before_sentence(case: CaseStudy, months: Months | None, t: Words, *, is_recorded: bool) -> str:
    """Return how long the time before the question was, or that nobody recorded it."""
    if months is None:
        has_question = any(moment.kind == "question" for moment in case.timeline)
        return t("before.no-meeting" if has_question else "before.no-question")
    if months.most == 0:
        return t("before.none" if is_recorded else "before.at-once")
    time = t.months(months.least, months.most)
    return t("before.recorded" if is_recorded else "before.reckoned", time=time)


def after_label(case: CaseStudy, t: Words) -> str:
    """Return how long the timeline goes on after the question."""
    since = months_since_question(case.timeline, case.dates)
    return t("strip.after", time=t.months(since.least, since.most)) if since and since.most else ""


def scale_ends(scale: MonthScale, t: Words) -> tuple[str, str]:
    """Return what to write at the two ends of a line of months around the question."""
    return (
        t("strip.ends-before", time=t.months(scale.before, scale.before)),
        t("strip.ends-after", time=t.months(scale.after, scale.after)),
    )


def voice_labels(view: View, voices: Iterable[str]) -> str:
    """Return *voices* inside a sentence."""
    labels = (
        view.words("ref.partners-together")
        if voice == "together"
        else lowered(view.hub.term("voices", voice).label)
        for voice in voices
    )
    return view.words.listed(labels)


def money_sum(money: Money, t: Words) -> str:
    """Return a sum or its range."""
    low, high = t.money(money.low, money.currency), t.money(money.high, money.currency)
    return low if low == high else t("took.range", low=low, high=high)


def pay(payment: Payment, t: Words) -> str:
    """Return whether people were paid, and how much."""
    if not payment.offered:
        return t("took.unpaid-work")
    if payment.rate is None or payment.currency is None:
        return t("took.paid-work")
    rate = t.money(payment.rate, payment.currency)
    return t(f"took.per-{payment.per}", rate=rate) if payment.per else rate


def missing_investment(case: CaseStudy, t: Words) -> tuple[str, ...]:
    """Return what nobody recorded of what it took."""
    took = case.investment
    if took is None:
        return ()
    absent = {
        "months": took.months_before_question is None,
        "money": took.money is None,
        "share": took.money is not None and took.money.community_share_percent is None,
        "hours": not took.hours,
        "payment": took.payment is None,
        "costs": took.costs_to_people is None,
    }
    return tuple(t(f"took.missing-{part}") for part, is_absent in absent.items() if is_absent)


def reason(neighbour: RelatedCase, view: View) -> str:
    """Return in words why *near* is related: `Also about fair pay and housing, also in Wales`."""
    facets = facets_of_cases()
    shared = [
        pair for pair in neighbour.shared if pair[0] != "country" or not _shares_region(neighbour)
    ]
    names: dict[str, str] = {}
    for name, value in shared:
        names.setdefault(facets[name].shared_as or "", _shared_name(facets[name], value, view))
    rarest = list(names)[:_MOST_REASONS]
    in_order = sorted(rarest, key=_REASONS.index)
    return ", ".join(view.words(f"related.{key}", what=names[key]) for key in in_order)


def _shares_region(neighbour: RelatedCase) -> bool:
    return any(facet == "region" for facet, _ in neighbour.shared)


def _shared_name(facet: Facet[CaseStudy], value: str, view: View) -> str:
    if facet.scheme:
        return lowered(view.hub.term(facet.scheme, value).label)
    return view.words.region(value) if facet.name == "region" else view.words.country(value)


def citation(view: View, case: CaseStudy) -> Markup:
    """Return how to cite the page: authors, title, kind, site, date, address and licence."""
    record = case.record.checked or case.record.created
    kind = "cite.public-record" if case.is_public_record else "cite.case-study"
    site = Markup("<cite>{}</cite>").format(view.hub.settings.name)
    parts = [
        view.words.listed(credit.name for credit in authors(case)),
        case.title,
        view.words(kind),
        view.words("cite.checked", site=site, date=view.words.date(record)) if record else site,
        page_url(view, case),
        licence_name(case.licence),
    ]
    return Markup(" ").join(
        escape(part) + ("" if str(part).endswith("?") else ".") for part in parts if part
    )


def page_url(view: View, case: CaseStudy) -> str:
    """Return the page's whole address, where the site has one."""
    return f"{view.hub.settings.url.rstrip('/')}/cases/{case.id}/" if view.hub.settings.url else ""


def consent(view: View, case: CaseStudy) -> str:
    """Return in one plain sentence what was agreed, by whom and when."""
    agreement = case.consent
    when = view.words.date(agreement.agreed_on) if agreement.agreed_on else ""
    match agreement.status:
        case "agreed":
            sentence = view.words("consent.agreed", who=agreement.agreed_by, when=when)
        case "partial":
            withheld = view.words.listed(agreement.withheld)
            sentence = view.words(
                "consent.partial", who=agreement.agreed_by, when=when, withheld=withheld
            )
        case "public-record":
            return view.words(
                "consent.public-record",
                partners=_community_names(view, case) or view.words("consent.the-partners"),
            )
        case _:
            return view.words("consent.pending")
    return f"{sentence} {view.words(f'consent.{agreement.people}')}"


def _community_names(view: View, case: CaseStudy) -> str:
    names = [
        view.hub.party_name(partner)
        for partner in case.partners
        if view.hub.party_kind(partner)
        in ("community-group", "lived-experience-group", "indigenous-community")
    ]
    return view.words.listed(names) if names else ""
