"""Says how long the report on a hub takes once it is loaded: `python benchmarks/report.py 10000`.

It tells the time of the processor, which is the same whatever else the machine does.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hubs import make
from sites import TODAY

from hubtool.files import sources
from hubtool.hub.report import report
from hubtool.load import load
from hubtool.pages.parts.report_outline import outline
from hubtool.pages.view import View


def measured(count: int) -> tuple[float, float]:
    """Return the seconds for loading a hub of *count* cases, and for the report on it."""
    with TemporaryDirectory() as folder:
        root = make(Path(folder) / "hub", count)
        start = time.process_time()
        hub, _ = load(sources(root), today=TODAY)
        loaded = time.process_time()
        if hub is None:
            raise SystemExit("the hub has errors")
        outline(View(hub), report(hub))
        return loaded - start, time.process_time() - loaded


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    loading, reporting = measured(number)
    print(f"{number} cases: loaded in {loading:.1f} s, reported in {reporting:.1f} s")
