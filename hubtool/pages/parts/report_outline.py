"""The report for convenors in words: sections of lines, the same on a page, in text and in Markdown."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from hubtool.hub.changes import PartChange, RecordChange
from hubtool.hub.facets import CASE_FACETS
from hubtool.hub.quality import Proportion
from hubtool.hub.report import Gap, HubReport, Named
from hubtool.links.history import NOTHING_ASKED, LinkHistory
from hubtool.pages.parts.facet_choices import value_label
from hubtool.pages.parts.for_partners import partners_address
from hubtool.pages.parts.link_outline import link_section
from hubtool.pages.parts.report_section import ReportLine, ReportSection
from hubtool.pages.view import View

SECTIONS = (
    "due",
    "stale",
    "links",
    "lacks",
    "silent",
    "uncollected",
    "films",
    "reasons",
    "thin",
    "ties",
    "used",
    "gaps",
    "cases",
    "figures",
)
"""The sections of the report, in the order in which convenors read them."""


def outline(
    view: View, report: HubReport, history: LinkHistory = NOTHING_ASKED
) -> tuple[ReportSection, ...]:
    """Return *report* in words, with what became of the hub's links."""
    return tuple(
        link_section(view.words, history)
        if id_ == "links"
        else section(view, id_, _LINES[id_](view, report))
        for id_ in SECTIONS
    )


def changes_outline(view: View, changes: Iterable[RecordChange]) -> ReportSection:
    """Return *changes* in words."""
    return section(view, "changes", (_change(view, change) for change in changes))


def section(view: View, id_: str, lines: Iterable[ReportLine]) -> ReportSection:
    """Return the section *id_* of the report with *lines*."""
    t = view.words
    return ReportSection(
        id_, t(f"report.sections.{id_}.title"), t(f"report.sections.{id_}.about"), tuple(lines)
    )


def page_address(path: str, part: str = "") -> str | None:
    """Return the address of the page of the record in the file *path*, if it has a page."""
    folder, _, name = path.partition("/")
    if folder not in ("cases", "collections"):
        return None
    return f"{folder}/{name.removesuffix('.yml')}/{part}"


def _due(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for duty in report.due:
        day = t.date(duty.day.isoformat())
        lead = t("report.late", date=day) if duty.is_late else day
        todo = t(f"report.duty.{duty.kind}")
        details = (todo, *_to_send(view, duty.path)) if duty.kind == "consent" else (todo,)
        yield ReportLine(duty.title, lead, details, duty.path, page_address(duty.path))


def _stale(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for case in report.stale:
        lead = t.date(case.checked.isoformat()) if case.checked else t("report.never-checked")
        yield ReportLine(case.title, lead, (), case.path, page_address(case.path))


def _lacks(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for case in report.lacks:
        parts = t.listed(t(f"report.lack.{part}") for part in case.parts)
        details = (
            t("report.lacks", parts=parts),
            t("report.first", step=t(f"report.step.{case.step}")),
            *(_to_send(view, case.path) if case.step == "partners" else ()),
        )
        yield ReportLine(case.title, "", details, case.path, page_address(case.path))


def _to_send(view: View, path: str) -> tuple[str, ...]:
    """Return the address that the partners of the case in the file *path* can be sent."""
    id_ = path.removeprefix("cases/").removesuffix(".yml")
    return (view.words("report.send", address=partners_address(view, id_)),)


def _films(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for entry in report.films:
        faults = (
            (entry.has_captions, t("report.no-captions")),
            (entry.plays, t("report.no-player")),
        )
        details = tuple(words for is_there, words in faults if not is_there)
        yield _named(entry.film, details, part="film")


def _thin(view: View, report: HubReport) -> Iterator[ReportLine]:
    for entry in report.thin:
        count = view.words("report.thin-claims", n=len(entry.claims), all=entry.total)
        yield _named(entry.case, (count,))


def _ties(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for tie in report.ties:
        second = t("report.quoted", text=tie.second.title, address=tie.second.address)
        yield _named(tie.first, (t(f"report.tie.{tie.relation}"), second), part="lesson")


def _used(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for use in report.used:
        came = (f"{t('used.came')} {use.what_came_of_it}",) if use.what_came_of_it else ()
        details = (f"{use.by}, {t.date(use.when)}", use.how, *came)
        yield _named(use.record, details)


def _gaps(view: View, report: HubReport) -> Iterator[ReportLine]:
    groups: dict[str, list[str]] = {}
    for gap in report.gaps:
        value = view.words("report.gap", value=_value(view, gap), n=gap.count)
        groups.setdefault(gap.facet, []).append(value)
    for facet, values in groups.items():
        yield ReportLine(_facet(view, facet), "", (", ".join(values),))


def _facet(view: View, facet: str) -> str:
    scheme = facet.removeprefix("lessons by ")
    if scheme != facet:
        return view.words(f"report.lessons-by.{scheme}")
    return view.words(f"facet.cases.{facet}")


def _value(view: View, gap: Gap) -> str:
    scheme = gap.facet.removeprefix("lessons by ")
    if scheme != gap.facet:
        return view.hub.term(scheme, gap.value).label
    facet = next(facet for facet in CASE_FACETS if facet.name == gap.facet)
    return value_label(view, facet, gap.value)


def _cases(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    for line in report.cases:
        figures = t(
            "report.case",
            words=line.words,
            lessons=line.lessons,
            hard=line.unwelcome,
            sourced=line.sourced,
            claims=line.claims,
            films=line.films,
        )
        path = f"cases/{line.id}.yml"
        voices = (view.hub.term("voices", id_).label for id_ in line.voices)
        yield ReportLine(line.id, "", (figures, ", ".join(voices)), path, page_address(path))


def _figures(view: View, report: HubReport) -> Iterator[ReportLine]:
    t = view.words
    lessons = sum(line.lessons for line in report.cases)
    yield ReportLine(
        t(
            "report.totals",
            cases=len(report.cases),
            lessons=lessons,
            ties=len(report.ties),
            pairs=report.contradictions,
        )
    )
    for share in report.qualities:
        yield _share(view, t(f"report.quality.{share.name}"), share)
    for scheme, shares in (
        ("power", report.readings),
        ("lesson-kinds", report.lesson_kinds),
        ("voices", report.lesson_voices),
    ):
        for share in shares:
            label = view.hub.term(scheme, share.name).label
            yield _share(view, t(f"report.share-of.{scheme}", label=label), share)


def _share(view: View, title: str, share: Proportion) -> ReportLine:
    percent = round(share.percent)
    words = view.words("report.share", count=share.count, total=share.total, percent=percent)
    return ReportLine(title, words)


def _change(view: View, change: RecordChange) -> ReportLine:
    t = view.words
    parts = tuple(_part(view, part) for part in change.parts)
    is_there = change.event in ("new", "changed")
    address = page_address(change.path) if is_there else None
    return ReportLine(change.title, t(f"report.event.{change.event}"), parts, change.path, address)


def _part(view: View, part: PartChange) -> str:
    if not (part.more or part.fewer):
        return part.label
    return view.words("report.part", label=part.label, more=part.more, fewer=part.fewer)


def _named(entry: Named, details: tuple[str, ...] = (), part: str = "") -> ReportLine:
    id_ = entry.address.partition("#")[2]
    anchor = f"#{part}-{id_}" if part and id_ else ""
    return ReportLine(entry.title, "", details, entry.path, page_address(entry.path, anchor))


def _all_named(
    entries: Callable[[HubReport], tuple[Named, ...]], part: str = ""
) -> Callable[[View, HubReport], Iterator[ReportLine]]:
    return lambda _, report: (_named(entry, part=part) for entry in entries(report))


_LINES: Mapping[str, Callable[[View, HubReport], Iterable[ReportLine]]] = {
    "due": _due,
    "stale": _stale,
    "lacks": _lacks,
    "silent": _all_named(lambda report: report.silent),
    "uncollected": _all_named(lambda report: report.uncollected),
    "films": _films,
    "reasons": _all_named(lambda report: report.reasons, "lesson"),
    "thin": _thin,
    "ties": _ties,
    "used": _used,
    "gaps": _gaps,
    "cases": _cases,
    "figures": _figures,
}
