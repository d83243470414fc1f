"""A section of the report for convenors, as every way to write it takes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a section: *lead* stands before the title, *details* below it."""

    title: str
    lead: str = ""
    details: tuple[str, ...] = ()
    path: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section of the report; *lines* may be none, which is good news."""

    id: str
    title: str
    about: str
    lines: tuple[ReportLine, ...]

    def first(self, most: int | None) -> tuple[ReportLine, ...]:
        """Return the first *most* lines, or all of them."""
        return self.lines[:most]
