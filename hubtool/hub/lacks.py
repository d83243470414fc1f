"""What each case still lacks, and the one step that would help its readers most."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubtool.hub.hub import Hub
from hubtool.hub.quality import Claims, ClaimText
from hubtool.models.case import CaseStudy
from hubtool.text.film_urls import film_address

STEPS = (
    "source",
    "community-voice",
    "tension",
    "story",
    "outcome",
    "power",
    "voices",
    "reason",
    "captions",
    "player",
    "second-source",
    "partners",
)
"""What a case may lack; the first of them that it lacks is the step that helps most.

A claim that nobody can check comes before everything; then whose voice is missing, what was hard,
and what the page lacks to be full; then what makes it easier to use.
"""


@dataclass(frozen=True, slots=True)
class CaseLacks:
    """What a case lacks, each as one of `STEPS`, in the order in which it would help."""

    path: str
    title: str
    parts: tuple[str, ...]

    @property
    def step(self) -> str:
        """What would help most."""
        return self.parts[0]


def cases_lacks(hub: Hub, claims: Claims) -> tuple[CaseLacks, ...]:
    """Return the cases that lack anything, by how much the next step would help."""
    lacks = (
        CaseLacks(f"cases/{case.id}.yml", case.title, parts)
        for case in hub.cases.values()
        if (parts := _lacks(hub, case, claims[case.id]))
    )
    return tuple(sorted(lacks, key=lambda entry: (STEPS.index(entry.step), entry.path)))


def _lacks(hub: Hub, case: CaseStudy, claims: Iterable[ClaimText]) -> tuple[str, ...]:
    sources = [claim.sources for claim in claims]
    lacks = set(hub.still_wanted(case)) | {
        name
        for name, is_lacking in {
            # With partners' own words nothing published need stand behind a claim.
            "source": case.is_public_record and not all(sources),
            "second-source": case.is_public_record and all(len(ids) == 1 for ids in sources),
            "reason": any(lesson.because is None for lesson in case.lessons),
            "player": any(film_address(film.url).player is None for film in case.films),
            "partners": case.is_public_record,
        }.items()
        if is_lacking
    }
    return tuple(step for step in STEPS if step in lacks)
