"""A case's cover: a slim strip that says what it was about, who took part, and how long it lasted.

What is recorded is loud, what is not is pale. At the left stands the shape of the topic; then a mark
for each partner: a disc for a community partner, a square for an institution, an outline for others;
then their time together, to scale. No position and no size means better or worse.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover_line import TimeTogether, line, time_together
from hubtool.art.shapes import Family, families
from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.text.words import words

SIDES = ("community", "institution", "neither")
"""The sides of partners, in the order of their marks."""

TOGETHER = "shared"
"""The reading that prints the two inks over each other."""

MOST_MARKS = 6
_MOST_SHAPES = 3
_STEP, _OVERLAP = 44, 22  # from mark to mark, and where two of them overlap
_CLASSES = {"community": "plate fill-pink", "institution": "plate fill-blue", "neither": "bare"}
TILE = 96
"""The height and width of the topic's paper."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover draws: *further* are partners beyond the marks, *line* is the time together."""

    shapes: tuple[Family, ...]
    marks: tuple[str, ...]  # a side for each
    further: int
    is_shared: bool  # deciding together is recorded
    line: TimeTogether | None


def cover_parts(hub: Hub, case: CaseStudy) -> Cover:
    """Return what the cover of *case* draws."""
    sides = sides_of(hub, case)
    marks = tuple(_marks({side: sides.count(side) for side in SIDES}))
    stages = case.power.stages.values() if case.power else ()
    return Cover(
        shapes=families(case.topics)[:_MOST_SHAPES],
        marks=marks,
        further=len(sides) - len(marks),
        is_shared=any(entry.level == TOGETHER for entry in stages)
        and {"community", "institution"} <= set(marks),
        line=time_together(case),
    )


def cover(hub: Hub, case: CaseStudy) -> Markup:
    """Return the cover of *case* as a strip for a page, which words beside it describe."""
    if case.id not in hub.covers:
        hub.covers[case.id] = _cover(hub, case)
    return hub.covers[case.id]


def _cover(hub: Hub, case: CaseStudy) -> Markup:
    parts = cover_parts(hub, case)
    now = words(hub.settings.hub.language)("cover.now")
    first = parts.shapes[0]
    further = f"<b>+{parts.further}</b>" if parts.further else ""
    return Markup(  # noqa: S704  (numbers, fixed names and a word of the catalogue)
        f'<div class="case-cover {first.stock}" aria-hidden="true">{tile(parts.shapes)}'
        f'<span class="partner-marks">{who(parts)}{further}</span>'
        f'<span class="together">{line(parts.line, now)}</span></div>'
    )


def sides_of(hub: Hub, case: CaseStudy) -> tuple[str, ...]:
    """Return the side of each partner of *case*, in the order of the file."""
    return tuple(hub.party_side(partner) for partner in case.partners)


def tile(shapes: tuple[Family, ...]) -> str:
    """Return the shapes of the topics on the paper of the first."""
    box = f'viewBox="0 0 {TILE} {TILE}"'
    return f'<svg class="topic-tile {shapes[0].deep}" {box}>{topic_shapes(shapes)}</svg>'


def topic_shapes(shapes: tuple[Family, ...]) -> str:
    """Return the shapes of the topics in ink, the first of them large."""
    first, *others = shapes
    middle = TILE / 2 if not others else 40
    drawings = [_shape(first, middle, TILE / 2, 0.56)]
    heights = (48,) if len(others) == 1 else (30, 66)
    drawings += [_shape(shape, 82, y, 0.17) for shape, y in zip(others, heights, strict=False)]
    return f'<g class="fill-ink">{"".join(drawings)}</g>'


def who(parts: Cover) -> str:
    """Return the marks of the partners as a drawing."""
    width, drawing = marks_drawn(parts)
    return f'<svg class="overprint" viewBox="0 0 {width} 40">{drawing}</svg>'


def marks_drawn(parts: Cover) -> tuple[int, str]:
    """Return the width of the marks of the partners and what is drawn, plate by plate."""
    positions = tuple(_positions(parts))
    width = (positions[-1][1] if positions else 0) + 42
    paths = {
        side: "".join(_mark(side, x) for name, x in positions if name == side) for side in SIDES
    }
    inked = f'<path d="{paths["community"]}{paths["institution"]}"/>'
    plates = "".join(
        f'<g class="{_CLASSES[side]}"><path d="{path}"/></g>'
        for side, path in paths.items()
        if path
    )
    has_ink = paths["community"] or paths["institution"]
    outlines = f'<g class="outlines">{inked}</g>' if has_ink else ""
    return width, f"{plates}{outlines}"


def mark_drawing(side: str) -> Markup:
    """Return the mark of a partner of this side; for `shared` two of them, printed over each other."""
    is_shared = side == TOGETHER
    marks = ("community", "institution") if is_shared else (side,)
    parts = Cover((), marks, 0, is_shared, None)
    return Markup(who(parts).replace("<svg", '<svg aria-hidden="true"'))  # noqa: S704  (numbers and fixed paths)


def _marks(counts: dict[str, int]) -> Iterator[str]:
    """Yield a side for each mark: six at most are shared out, and no side is left out."""
    total = sum(counts.values())
    room = {side: min(count, 1) for side, count in counts.items()}
    while sum(room.values()) < min(total, MOST_MARKS):
        # The side that is furthest behind its share has the next mark; of two alike, the first.
        def lack(side: str) -> float:
            return counts[side] / total - room[side] / MOST_MARKS

        room[max((side for side in room if room[side] < counts[side]), key=lack)] += 1
    for side, count in room.items():
        yield from [side] * count


def _positions(parts: Cover) -> Iterator[tuple[str, int]]:
    x = 2
    for index, side in enumerate(parts.marks):
        previous = parts.marks[index - 1] if index else ""
        is_pair = parts.is_shared and (previous, side) == ("community", "institution")
        x += 0 if not index else _OVERLAP if is_pair else _STEP
        yield side, x


def _mark(side: str, x: float) -> str:
    match side:
        case "community":
            return f"M{x + 2:g} 20a18 18 0 1 1 36 0a18 18 0 1 1-36 0z"
        case "institution":
            return f"M{x + 3.5:g} 3.5h33v33h-33z"
        case _:
            return f"M{x + 20:g} 3.5h16.5v33h-16.5a16.5 16.5 0 0 1 0-33z"


def _shape(family: Family, x: float, y: float, scale: float) -> str:
    transform = f"translate({x:g} {y:g}) scale({scale:g})"
    return f'<path transform="{transform}" d="{family.path}"/>'
