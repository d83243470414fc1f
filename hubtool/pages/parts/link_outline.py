"""What became of the addresses that a hub names, in words."""

from collections.abc import Iterator

from hubtool.links.answers import LinkAnswer, archived, problems
from hubtool.links.history import LinkHistory
from hubtool.pages.parts.report_section import ReportLine, ReportSection
from hubtool.text.words import Words


def link_section(t: Words, history: LinkHistory) -> ReportSection:
    """Return the addresses that somebody must look at."""
    title = t("report.sections.links.title")
    if not history.answers:
        nobody = ReportLine(t("report.link.nobody"))
        return ReportSection("links", title, t("report.link.why"), (nobody,))
    lines = tuple(
        ReportLine(url, _lead(t, answer), tuple(_details(t, url, answer)), _files(history, url))
        for url, answer in problems(history.answers)
    )
    date = t.date(history.last_day)
    about = t("report.sections.links.about", n=len(history.answers), date=date)
    return ReportSection("links", title, about, lines)


def _files(history: LinkHistory, url: str) -> str:
    return ", ".join(history.files.get(url, ()))


def _lead(t: Words, answer: LinkAnswer) -> str:
    if answer.is_gone:
        return t("report.link.gone", date=t.date(answer.since))
    if answer.kind in ("ok", "closed", "limited"):
        return t("report.link.title")
    return t(f"report.link.{answer.kind}")


def _details(t: Words, url: str, answer: LinkAnswer) -> Iterator[str]:
    if answer.target:
        yield t("report.link.target", url=answer.target)
    if answer.was and answer.title:
        yield t("report.link.titles", was=answer.was, now=answer.title)
    if answer.is_gone:
        yield t("report.link.archive", url=archived(url))
