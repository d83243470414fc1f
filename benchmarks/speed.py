"""Measures building and validating beside other tools: `python benchmarks/speed.py 200 1000`.

For each size it makes a hub, builds it as `hubtool build` does, and then builds the same compiled
pages with the others, in turn. `--rounds 5` is how often; `--ours 5000 10000` are further sizes that
hubtool alone builds once; `--page FOLDER` writes the table as a page of the hub, with its plot.
"""

import argparse
import math
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import hubs
import rivals
from measurement import CASE, CLEAN, MATERIAL, SAME, TERM, VALIDATE, ZENSICAL, Machine, Measurement
from processes import Cost, cost
from rivals import Rival
from speed_page import page, plot

_HUBTOOL = (sys.executable, "-m", "hubtool")
_SLOW = (MATERIAL, ZENSICAL)  # are run in the first round only


def measure(size: int, rounds: int, folder: Path) -> Measurement:
    """Return what all tools take for a hub of *size* cases made in *folder*."""
    hub = hubs.make(folder / "hub", size)
    cost([*_HUBTOOL, "compile"], hub)
    others = rivals.builders(hub / "build/docs", folder)
    shutil.rmtree(hub / "build")
    costs: dict[str, list[Cost]] = {}
    for number in range(rounds):
        runs = _own_builds(hub, number)
        runs |= {
            rival.name: _run(rival) for rival in others if number == 0 or rival.name not in _SLOW
        }
        runs |= _validations(hub)
        for name, run in runs.items():
            costs.setdefault(name, []).append(run)
            print(
                f"{size:>6} {name:<36}{run.wall:8.2f} s {run.processor:8.2f} s {run.memory:6.0f} MB"
            )
    return Measurement(size, costs)


def measure_ours(size: int, folder: Path) -> Measurement:
    """Return what a build of a hub of *size* cases takes with nothing kept."""
    hub = hubs.make(folder / "hub", size)
    return Measurement(size, {CLEAN: [_clean_build(hub)]})


def machine() -> Machine:
    """Return what this machine is, as far as it tells."""
    about = _text(Path("/proc/cpuinfo"))
    model = re.search(r"^model name\s*: (.*)", about, re.MULTILINE)
    memory = re.search(r"MemTotal: +(\d+)", _text(Path("/proc/meminfo")))
    return Machine(
        model[1] if model else platform.machine(),
        os.cpu_count() or 1,
        int(memory[1]) / 1_000_000 if memory else math.nan,
        f"{platform.system()}, Python {platform.python_version()}",
        os.getloadavg()[0],
        datetime.now(tz=UTC).date().isoformat(),
        rivals.versions(),
    )


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _own_builds(hub: Path, number: int) -> dict[str, Cost]:
    clean, same = _clean_build(hub), _build(hub)
    _edit(min((hub / "cases").glob("*.yml")), r'("title": ")[^"]*', rf"\g<1>Edit {number}")
    case = _build(hub)
    _edit(hub / "vocabulary/themes.yml", r"(- id: trust\n +label: ).*", rf"\g<1>Edit {number}")
    return {CLEAN: clean, SAME: same, CASE: case, TERM: _build(hub)}


def _clean_build(hub: Path) -> Cost:
    """Build with nothing kept from an earlier build: no site, no pictures, no records."""
    for name in ("site", "build", ".hubtool"):
        shutil.rmtree(hub / name, ignore_errors=True)
    return _build(hub)


def _build(hub: Path) -> Cost:
    return cost([*_HUBTOOL, "build"], hub)


def _edit(file: Path, pattern: str, words: str) -> None:
    text, count = re.subn(pattern, words, file.read_text(encoding="utf-8"), count=1)
    if not count:
        raise RuntimeError(f"nothing to edit in {file}")
    file.write_text(text, encoding="utf-8")


def _validations(hub: Path) -> dict[str, Cost]:
    cost([*_HUBTOOL, "schema"], hub)
    runs = {VALIDATE: cost([*_HUBTOOL, "validate"], hub)}
    return runs | {rival.name: _run(rival) for rival in rivals.validators(hub)}


def _run(rival: Rival) -> Cost:
    rival.forget()
    first, *others = [cost(command, rival.folder) for command in rival.commands]
    return sum(others, first)


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the page if one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[200, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ours", type=int, nargs="*", default=[])
    parser.add_argument("--page", type=Path)
    options = parser.parse_args(arguments)
    about, measurements = machine(), []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measurements.append(measure(size, options.rounds, Path(folder)))
    for size in options.ours:
        with tempfile.TemporaryDirectory() as folder:
            measurements.append(measure_ours(size, Path(folder)))
    text = page(about, measurements)
    print(text)
    if options.page:
        options.page.mkdir(parents=True, exist_ok=True)
        (options.page / "index.md").write_text(text, encoding="utf-8")
        (options.page / "times.png").write_bytes(plot(measurements))


if __name__ == "__main__":
    main(sys.argv[1:])
