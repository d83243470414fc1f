"""Records of any length in which a careless rule would be slow, and what counts its work."""

import sys
from collections.abc import Callable
from itertools import count

from small_hubs import case


def items(form: str) -> Callable[[int], str]:
    """Return what writes *form* so often, `N` being another number each time."""
    return lambda size: "".join(form.replace("N", str(number)) for number in range(size))


def lessons(rest: str) -> Callable[[int], str]:
    each = items(f"  - {{id: lN, lesson: Walk N., {rest}}}\n")
    return lambda size: case(f"lessons:\n{each(size)}")


RECORDS: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: case() + items("keyN: 1\n")(n),
    "a key again and again": lambda n: case() + "title: a\n" * n,
    "anchors": lambda n: case() + items("kN: &aN 1\n")(n),
    "unknown terms": lambda n: case(f"topics: [{items('termN, ')(n)}]"),
    "lessons": lessons("kind: worked, said_by: community"),
    "lessons of unknown kinds": lessons("kind: workd, said_by: comunity"),
    "lessons that confirm none": lessons(
        "kind: worked, said_by: community, confirms: [river-walks#mN]"
    ),
    "lessons of unknown partners": lessons("kind: worked, said_by: partnerN"),
    "places": lambda n: case(f"places: [{items('{name: P N, country: GB}, ')(n)}]"),
    "places in no country": lambda n: case(f"places: [{items('{name: P, country: XN}, ')(n)}]"),
    "partners": lambda n: case(
        f"partners: [{items('{id: pN, name: P N, kind: community-group}, ')(n)}]"
    ),
    "credits": lambda n: case(f"credits: [{items('{name: Ana N}, ')(n)}]"),
    "citations": lambda n: case(
        f"sources: [{items('{id: sN, title: S}, ')(n)}]\nstory: '{items('[@sN] ')(n)}'"
    ),
    "citations of nothing": lambda n: case(f"sources: []\nstory: '{items('[@qN] ')(n)}'"),
    "addresses": lambda n: case(f"story: {items('aN@b.co ')(n)}"),
    "telephone numbers": lambda n: case(f"story: {'07911 123456, ' * n}"),
    "moments": lambda n: case(f"timeline: [{items('{when: 2019, kind: visit, what: A N.}, ')(n)}]"),
    "invisible characters": lambda n: case("story: a" + "\u200bx" * n),
    "conflicts": lambda n: case() + "<<<<<<< HEAD\n" * n,
    "odd spaces": lambda n: case("story: a") + "\n\u00a0kind: a" * n,
    "comments": lambda n: case() + "  # a\n" * n,
}


def calls(act: Callable[[], object]) -> int:
    """Return how many functions *act* calls, those of other packages and of C among them."""
    counter = count()

    def note(_frame: object, event: str, _argument: object) -> None:
        if event.endswith("call"):
            next(counter)

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return next(counter)
