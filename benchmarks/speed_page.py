"""Writes what was measured as a page of the hub, with its plot."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from measurement import (
    CASE,
    CHECK_JSONSCHEMA,
    CLEAN,
    HUGO,
    HUGO_ALONE,
    LOOP,
    MATERIAL,
    SAME,
    VALIDATE,
    ZENSICAL,
    Machine,
    Measurement,
    growth,
)
from PIL import Image, ImageDraw, ImageFont

_HEAD = """\
---
title: How fast the tool is
description: What building and validating a hub takes beside other tools, measured in one run on one machine, and where the tool is slower.
---

# How fast the tool is

`make bench` measures this, and writes this page. The hubs are made up for it: each case has the length of a real
one. Hugo, MkDocs and Zensical build what `hubtool compile` has written: the same pages as Markdown with the
same files beside them, each in its simplest form, and Pagefind's command line then indexes their words. They
check no records, and draw no covers and no pictures for shared pages; the figures of `hubtool build` hold all
of that.

*Nothing kept* means that the folder of what was kept (`.hubtool/`) and the site were deleted before. All tools
find the files of the hub in the memory of the system, and Python its own modules already compiled. Nobody else
builds from a warm cache either: their results and caches are deleted before each run.
"""
_MEASURED = """
## Machine and versions

Measured on {day}: {processor}, {cores} processors, {memory:.0f} GB, {system}. When it began, {load:.1f} programs
ran or waited for a processor{shared}. {versions}.
"""
_BAR, _LEFT, _WIDTH = 32, 340, 720

_COMPARISONS = (
    (CLEAN, HUGO),
    (CLEAN, HUGO_ALONE),
    (CLEAN, MATERIAL),
    (CLEAN, ZENSICAL),
    (SAME, HUGO),
    (CASE, HUGO),
    (VALIDATE, CHECK_JSONSCHEMA),
    (VALIDATE, LOOP),
)


def page(machine: Machine, measurements: Sequence[Measurement]) -> str:
    """Return the page about *measurements* in Markdown."""
    beside = [measurement for measurement in measurements if HUGO in measurement.costs]
    parts = [_HEAD, *map(_table, beside)]
    last = beside[-1]
    parts.append(f"\n![Seconds that each tool takes for {last.size:,} cases](times.png)\n")
    for title, is_loss in (("Where it is slower", True), ("Where it is faster in both", False)):
        lines = list(_comparisons(last, is_loss=is_loss))
        parts.append(
            f"\n## {title}\n\nTimes as long for {last.size:,} cases, by the clock / of processors:\n\n"
        )
        parts.append("".join(lines) or "- nowhere among what is compared here\n")
    parts += _growth(measurements)
    names = ", ".join(f"{name} {version}" for name, version in machine.versions.items())
    shared = ", so others shared it" if machine.load > 1 else ""
    values = {**vars(machine), "versions": names, "shared": shared}
    return "".join([*parts, _MEASURED.format(**values)])


def plot(measurements: Sequence[Measurement]) -> bytes:
    """Return bars for the seconds of each tool with the largest hub that all of them built, as PNG."""
    last = [measurement for measurement in measurements if HUGO in measurement.costs][-1]
    seconds = {name: last.median(name, "wall") for name in last.costs}
    scale = _WIDTH / max(seconds.values())
    picture = Image.new("RGB", (_LEFT + _WIDTH + 90, _BAR * len(seconds) + 16), "#fdfbf6")
    drawing, font = ImageDraw.Draw(picture), ImageFont.load_default(18)
    for number, (name, time) in enumerate(seconds.items()):
        middle = 8 + number * _BAR + _BAR // 2
        right = _LEFT + max(1, round(time * scale))
        colour = "#7a2e5d" if name.startswith("`hubtool") else "#8a8478"
        drawing.text((_LEFT - 10, middle), name.replace("`", ""), "#222", font, anchor="rm")
        drawing.rectangle((_LEFT, middle - 11, right, middle + 11), colour)
        drawing.text((right + 8, middle), f"{time:.1f} s", "#222", font, anchor="lm")
    content = BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


def _table(measurement: Measurement) -> str:
    times = [
        f"\n## {measurement.size:,} cases\n",
        "| Seconds | By the clock (least to most) | Of processors |",
        "|---|---:|---:|",
    ]
    memory = ["", "| Megabytes | At most | Pagefind |", "|---|---:|---:|"]
    for name, runs in measurement.costs.items():
        walls = [run.wall for run in runs]
        spread = f" ({min(walls):.1f} to {max(walls):.1f})" if len(runs) > 1 else " (one run)"
        wall, processor = (measurement.median(name, figure) for figure in ("wall", "processor"))
        own, index = (measurement.median(name, figure) for figure in ("memory", "index_memory"))
        times.append(f"| {name} | {wall:.1f}{spread} | {processor:.1f} |")
        memory.append(f"| {name} | {own:.0f} | {f'{index:.0f}' if index else ''} |")
    return "\n".join([*times, *memory, ""])


def _comparisons(measurement: Measurement, *, is_loss: bool) -> Iterator[str]:
    for name, other in _COMPARISONS:
        wall, processor = (
            measurement.ratio(name, other, figure) for figure in ("wall", "processor")
        )
        if (max(wall, processor) > 1) == is_loss:
            yield f"- {name}, beside {other}: {wall:.2f} / {processor:.2f}\n"


def _growth(measurements: Sequence[Measurement]) -> Iterator[str]:
    exponent = growth(measurements)
    if exponent is None:
        return
    yield "\n## Growth\n\n| Cases, nothing kept | Seconds of processors | Memory |\n|---:|---:|---:|\n"
    for measurement in sorted(measurements, key=lambda measurement: measurement.size):
        yield (
            f"| {measurement.size:,} | {measurement.median(CLEAN, 'processor'):.1f} "
            f"| {measurement.median(CLEAN, 'memory'):.0f} MB |\n"
        )
    yield f"\nThe processor time grows with the power {exponent:.2f} of the number of cases.\n"
    yield "A build whose time grows in step with the number of cases has the exponent 1.\n"
