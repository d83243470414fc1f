"""Sections of a report as text for a terminal, and as Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hubtool.pages.parts.report_section import ReportSection
from hubtool.text.escape import markdown_line, terminal
from hubtool.text.words import Words


def text(sections: Sequence[ReportSection], t: Words, most: int | None) -> Iterator[str]:
    """Yield *sections*, of each the first *most* lines, as text for a terminal."""
    for section in sections:
        yield terminal(t("report.count", title=section.title, n=len(section.lines)))
        yield f"  {terminal(section.about)}"
        for line in section.first(most):
            lead = f"{terminal(line.lead)}: " if line.lead else ""
            yield f"  - {lead}{terminal(line.title)}"
            yield from (f"    {terminal(detail)}" for detail in line.details)
            if line.path:
                yield f"    {terminal(line.path)}"
        yield from (f"  {words}" for words in _rest(section, t, most))
        yield ""


def markdown(sections: Sequence[ReportSection], t: Words, most: int | None) -> Iterator[str]:
    """Yield *sections*, of each the first *most* lines, as Markdown."""
    for section in sections:
        yield f"## {markdown_line(t('report.count', title=section.title, n=len(section.lines)))}\n"
        yield f"{markdown_line(section.about)}\n"
        for line in section.first(most):
            words = (f"**{line.lead}**" if line.lead else "", markdown_line(line.title))
            details = (markdown_line(detail) for detail in line.details)
            path = (markdown_line(line.path),) if line.path else ()
            yield "  \n  ".join([f"- {' '.join(filter(None, words))}", *details, *path])
        yield from (f"\n{markdown_line(words)}" for words in _rest(section, t, most))
        yield ""


def _rest(section: ReportSection, t: Words, most: int | None) -> Iterator[str]:
    if not section.lines:
        yield t("report.clear")
    elif most is not None and len(section.lines) > most:
        yield t("report.more", n=len(section.lines) - most, section=section.id)


Writer = Callable[[Sequence[ReportSection], Words, int | None], Iterator[str]]

WRITERS: Mapping[str, Writer] = {"text": text, "markdown": markdown}
