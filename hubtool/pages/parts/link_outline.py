"""What became of the addresses that a hub names, in words."""

from collections.abc import Iterator, Mapping

from hubtool.links.answers import LinkAnswer, archived, problems
from hubtool.pages.parts.report_outline import ReportLine, ReportSection
from hubtool.text.words import Words


def link_section(
    t: Words, answers: Mapping[str, LinkAnswer], files: Mapping[str, tuple[str, ...]]
) -> ReportSection:
    """Return the addresses that somebody must look at, with the *files* that name them."""
    lines = tuple(
        ReportLine(url, _lead(t, answer), tuple(_details(t, url, answer)), ", ".join(files[url]))
        for url, answer in problems(answers)
    )
    about = t("report.sections.links.about", n=len(answers))
    return ReportSection("links", t("report.sections.links.title"), about, lines)


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
