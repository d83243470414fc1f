"""What was measured, and what follows from it."""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processes import Cost

CLEAN = "`hubtool build`, nothing kept"
SAME = "`hubtool build`, nothing changed"
CASE = "`hubtool build`, one case edited"
TERM = "`hubtool build`, one term edited"
HUGO = "Hugo with Pagefind"
HUGO_ALONE = "Hugo, no search"
MATERIAL = "MkDocs + Material with Pagefind"
ZENSICAL = "Zensical with Pagefind"
VALIDATE = "`hubtool validate`"
CHECK_JSONSCHEMA = "check-jsonschema"
LOOP = "pydantic over `yaml.safe_load`"


@dataclass(frozen=True)
class Measurement:
    """What each tool took for a hub of *size* cases, in each round."""

    size: int
    costs: Mapping[str, Sequence[Cost]]

    def median(self, name: str, figure: str) -> float:
        """Return the median of a *figure* of the runs under *name*."""
        return statistics.median(getattr(run, figure) for run in self.costs[name])

    def ratio(self, name: str, to: str, figure: str) -> float:
        """Return how many times as much *name* takes as *to*."""
        return self.median(name, figure) / self.median(to, figure)


@dataclass(frozen=True)
class Machine:
    """What was measured on, and with."""

    processor: str
    cores: int
    memory: float  # GB
    system: str
    load: float  # programs that ran or waited for a processor when it began
    day: str
    versions: Mapping[str, str]


def growth(measurements: Iterable[Measurement]) -> float | None:
    """Return the power of the number of cases with which a build's processor time grows."""
    ordered = sorted(measurements, key=lambda measurement: measurement.size)
    first, last = ordered[0], ordered[-1]
    if first.size == last.size:
        return None
    times = last.median(CLEAN, "processor") / first.median(CLEAN, "processor")
    return math.log(times) / math.log(last.size / first.size)
