"""Makes hubs of any size to measure with: `python benchmarks/hubs.py 1000 /tmp/hub-1000`.

The text is this repository's own: sentences of its cases, put together anew. Titles, places and
partners are made up, so that each can be searched for. The same size and seed give the same bytes.
"""

import json
import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[1]

PEOPLE = [
    "Anglers",
    "Tenants",
    "Carers",
    "Shepherds",
    "Bus drivers",
    "Midwives",
    "Young farmers",
    "Stroke survivors",
    "Refugees",
    "Market traders",
    "Allotment holders",
    "Fishers",
    "Grandparents",
    "Foster parents",
    "Cleaners",
    "Dockers",
    "Weavers",
    "Deaf pupils",
    "Night nurses",
    "Bakers",
    "Miners",
    "Travellers",
    "Cyclists",
    "Veterans",
    "Beekeepers",
    "Sex workers",
    "Prisoners' families",
    "Street vendors",
    "Wheelchair users",
    "Sixth-formers",
]
DEEDS = [
    "measured",
    "mapped",
    "filmed",
    "counted",
    "redrew",
    "questioned",
    "tested",
    "wrote down",
    "argued over",
    "planned",
    "rebuilt",
    "budgeted for",
    "translated",
    "audited",
    "monitored",
    "described",
    "recorded",
    "challenged",
    "designed",
    "photographed",
]
THINGS = [
    "the damp",
    "their river",
    "the bus routes",
    "school meals",
    "air quality",
    "waiting times",
    "flood walls",
    "pensions",
    "birth care",
    "night shelters",
    "seed banks",
    "street lights",
    "well water",
    "noise",
    "rents",
    "footpaths",
    "hospital food",
    "the harbour",
    "mobile clinics",
    "playgrounds",
    "fuel bills",
    "diaries of debt",
    "the archive",
    "fish stocks",
    "dementia cafés",
    "asthma",
    "fair wages",
    "housing repairs",
    "the forest edge",
    "soil",
]
BODIES = (
    "Friends of {}|{} Residents|{} Housing Co-op|{} Women's Group|{} Youth Forum|{} Health Watch"
)
ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gl",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
VOWELS = ["a", "ai", "e", "ea", "i", "o", "oa", "u"]
ENDS = [
    "ford",
    "ham",
    "wick",
    "ton",
    "ley",
    "mouth",
    "by",
    "dale",
    "stead",
    "thorpe",
    "combe",
    "worth",
    "burn",
    "gate",
    "pool",
]
LANDS = (
    ("GB", "GB-ENG", 8, 52.5, -1.5), ("GB", "GB-SCT", 3, 56.5, -4), ("GB", "GB-WLS", 3, 52.3, -3.7),
    ("GB", "GB-NIR", 1, 54.6, -6.7), ("US", "US-MI", 2, 43, -84), ("US", None, 2, 39, -98),
    ("CA", "CA-BC", 1, 53, -122), ("KE", None, 1, 0.5, 37), ("IN", None, 2, 22, 79),
    ("BR", None, 1, -10, -50), ("ZA", None, 1, -30, 25), ("AU", None, 1, -25, 135),
    ("NL", None, 1, 52.2, 5.5), ("ES", None, 1, 40, -4), ("BD", None, 1, 24, 90),
    ("PE", None, 1, -9, -75), ("IE", None, 1, 53.2, -8), ("SE", None, 1, 60, 15),
    ("MW", None, 1, -13, 34),
)  # fmt: skip
"""Countries and regions, how often one is drawn, and a point in the middle."""


@dataclass(frozen=True)
class Stock:
    """What texts and terms are drawn from."""

    sentences: tuple[str, ...]
    lessons: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]


def make(root: Path, size: int, source: Path = REPOSITORY, *, seed: int = 1) -> Path:
    """Write a hub of *size* cases to *root*, which must not exist, and return it.

    Its sentences are drawn from the cases of the hub in *source*.
    """
    root.mkdir(parents=True)
    (root / "cases").mkdir()
    shutil.copytree(source / "vocabulary", root / "vocabulary")
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    # It features no collection: there are none.
    settings = re.sub(r"(?m)^ *featured: .*\n", "", settings)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    # The settings name hand-written pages, which link to cases that are not in this hub.
    for page in sorted((source / "docs").rglob("*.md")):
        place = root / "docs" / page.relative_to(source / "docs")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# {place.parent.name}\n\nWritten by hand.\n", encoding="utf-8")
    for id_, case in cases(size, source, seed=seed):
        text = json.dumps(case, ensure_ascii=False, indent=1)
        (root / "cases" / f"{id_}.yml").write_text(text, encoding="utf-8")
    return root


def cases(
    size: int, source: Path = REPOSITORY, *, seed: int = 1
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield *size* cases with their ids."""
    stock, draw = _stock(source), random.Random(seed)
    names = tuple(_names(max(60, size * 2 // 3), draw))
    used: set[str] = set()
    for _ in range(size):
        case = _case(stock, names, draw)
        id_ = stem = re.sub(r"[^a-z0-9]+", "-", case["title"].lower()).strip("-")[:60].strip("-")
        number = 2
        while id_ in used:
            id_, number = f"{stem}-{number}", number + 1
        used.add(id_)
        yield id_, case


def _stock(source: Path) -> Stock:
    sentences: list[str] = []
    lessons: list[str] = []
    for file in sorted((source / "cases").glob("*.yml")):
        case = yaml.safe_load(file.read_text(encoding="utf-8"))
        story = re.sub(r"\[@[^\]]*\]|[*_`#\[\]()]", "", case.get("story", ""))
        for text in (case.get("summary", ""), story):
            found = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
            sentences += [one for one in found if 30 < len(one) < 220 and "@" not in one]
        lessons += [lesson["lesson"] for lesson in case.get("lessons", ())]
    terms = {}
    for file in sorted((source / "vocabulary").glob("*.yml")):
        found = yaml.safe_load(file.read_text(encoding="utf-8"))["concepts"]
        terms[file.stem] = tuple(one["id"] for one in found if not one.get("group"))
    return Stock(tuple(sentences), tuple(lessons), terms)


def _names(count: int, draw: random.Random) -> Iterator[str]:
    made: set[str] = set()
    while len(made) < count:
        parts = [draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.choice((1, 2, 2)))]
        name = ("".join(parts) + draw.choice("lnrs") + draw.choice(ENDS)).capitalize()
        if name not in made:
            made.add(name)
            yield name


def _some(draw: random.Random, values: tuple[str, ...], most: int, least: int = 0) -> list[str]:
    # The first of a vocabulary are chosen more often than the last, as in real hubs.
    weights = [1 / (2 + place) for place in range(len(values))]
    chosen = draw.choices(values, weights, k=draw.randint(least, most))
    return list(dict.fromkeys(chosen))


def _case(stock: Stock, names: tuple[str, ...], draw: random.Random) -> dict[str, Any]:
    terms = stock.terms
    place, near = draw.sample(names, 2)
    country, region, *_ = draw.choices(LANDS, [land[2] for land in LANDS])[0]
    title = f"{draw.choice(PEOPLE)} of {place} {draw.choice(DEEDS)} {draw.choice(THINGS)}"
    first = draw.randint(1975, 2024)
    last = draw.choice((str(min(2026, first + draw.randint(0, 12))), ".."))
    body = draw.choice(BODIES.split("|")).format(place)
    kinds = [kind for kind in terms["partner-kinds"] if kind != "funder"]
    case: dict[str, Any] = {
        "title": title,
        "summary": " ".join(draw.sample(stock.sentences, 2))[:390].rsplit(" ", 1)[0] + ".",
        "places": _places(place, near, country, region),
        "dates": f"{first}/{last}",
        "themes": _some(draw, terms["themes"], 5, 1),
        "methods": _some(draw, terms["methods"], 4, 1),
        "topics": _some(draw, terms["topics"], 3, 1),
        "partners": [
            {"id": "group", "name": body, "kind": draw.choice(kinds)},
            {"id": "uni", "name": f"University of {near}", "kind": "university"},
        ],
        "initiated_by": draw.choice(("group", "uni", "together")),
        "story": "\n\n".join(" ".join(draw.sample(stock.sentences, 7)) for _ in range(4)),
        "lessons": [_lesson(stock, number, draw) for number in range(draw.randint(1, 6))],
        "tensions": [_tension(stock, draw) for _ in range(draw.choice((0, 1, 1, 2)))],
        "films": [_film(place, draw) for _ in range(draw.choice((0, 0, 1)))],
        "sources": [{"id": "web", "title": f"The {place} report", "kind": "report"}],
        "consent": {
            "status": "agreed",
            "agreed_by": body,
            "agreed_on": "2026-01",
            "scope": ["text", "film", "place"],
        },
        "record": {
            "created": f"20{draw.randint(20, 25)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        },
    }
    stages = [stage for stage in terms["stages"] if stage != "throughout"]
    readings = {
        stage: draw.choice(("informed", "consulted", "involved", "shared", "community"))
        for stage in draw.sample(stages, draw.randint(0, 4))
    }
    if readings:
        case["power"] = {"said_by": "outside", "stages": readings}
    # Drawn apart: what is added here leaves the rest of every case as it was.
    case |= _charted(stock, first, random.Random(title))
    return {key: value for key, value in case.items() if value}


def _places(name: str, near: str, country: str, region: str | None) -> list[dict[str, Any]]:
    """Return one place, or two; the same name in the same country always lies at the same point."""
    own = random.Random(f"{name} {country} {region}")
    here = next(land for land in LANDS if land[:2] == (country, region))
    places = [_place(name, here)]
    if own.random() < 0.25:
        places.append(_place(near, own.choice((here, *LANDS))))
    return places


def _place(name: str, land: tuple[str, str | None, int, float, float]) -> dict[str, Any]:
    country, region, _, lat, lon = land
    own = random.Random(f"{name} {country} {region}")
    place: dict[str, Any] = {"name": name, "country": country}
    if region:
        place["region"] = region
    if own.random() < 0.95:
        point = {"lat": lat + own.uniform(-2, 2), "lon": lon + own.uniform(-2, 2)}
        place |= {name: round(value, 2) for name, value in point.items()}
    return place


def _charted(stock: Stock, first: int, draw: random.Random) -> dict[str, Any]:
    """Return what the charts are made of: the months, the money, the hours, what changed when."""
    made: dict[str, Any] = {
        "timeline": [
            {
                "when": str(first - draw.choice((0, 1, 1, 2, 5))),
                "kind": "meet",
                "what": "They met.",
            },
            {"when": str(first), "kind": "question", "what": "They chose what to ask."},
        ],
        "outcomes": [_outcome(stock, first, draw) for _ in range(draw.randint(1, 7))],
    }
    if draw.random() < 0.5:
        made["investment"] = {
            "said_by": "together",
            "basis": draw.choice(("actual", "estimate")),
            "money": {
                "low": 10_000,
                "high": 90_000,
                "currency": "GBP",
                "community_share_percent": draw.randint(0, 100),
            },
            "hours": [
                {"who": who, "paid": draw.randint(0, 900), "unpaid": draw.randint(0, 400)}
                for who in ("group", "uni")
            ],
        }
    return made


def _outcome(stock: Stock, first: int, draw: random.Random) -> dict[str, Any]:
    made: dict[str, Any] = {
        "what": draw.choice(stock.sentences),
        "kind": draw.choice(stock.terms["outcome-kinds"]),
        "direction": draw.choice(("gain", "gain", "gain", "gain", "harm", "mixed")),
        "said_by": draw.choice(("community", "researcher")),
    }
    if draw.random() < 0.1:
        return made | {"hoped_for": True}
    return made | {
        "seen": str(min(2026, first + int(draw.expovariate(0.2)))),
        "evidence": draw.choice(stock.terms["evidence"]),
        "sources": ["web"],
    }


def _lesson(stock: Stock, number: int, draw: random.Random) -> dict[str, Any]:
    terms = stock.terms
    made = {
        "id": f"lesson-{number + 1}",
        "lesson": draw.choice(stock.lessons)[:198],
        "kind": draw.choice(terms["lesson-kinds"]),
        "said_by": _some(draw, terms["voices"], 2, 1),
        "because": draw.choice(stock.sentences),
        "themes": _some(draw, terms["themes"], 2),
    }
    if draw.random() < 0.9:
        made["stage"] = draw.choice(terms["stages"])
    if draw.random() < 0.8:
        made["evidence"] = draw.choice(terms["evidence"])
    return {key: value for key, value in made.items() if value}


def _tension(stock: Stock, draw: random.Random) -> dict[str, Any]:
    return {
        "about": draw.choice(stock.terms["frictions"]),
        "what": draw.choice(stock.sentences),
        "said_by": draw.choice(("community", "researcher")),
    }


def _film(place: str, draw: random.Random) -> dict[str, Any]:
    made = {
        "id": "film",
        "title": f"A day in {place}",
        "url": f"https://films.example.org/{place.lower()}",
        "kind": draw.choice(("project-story", "participatory-film", "testimony")),
        "made_by": draw.choice(("community", "researcher", "group")),
        "published": str(draw.randint(2005, 2025)),
        "language": draw.choice(("en", "en", "cy", "es")),
    }
    if draw.random() < 0.6:
        made["duration"] = draw.randint(60, 5400)
    if draw.random() < 0.5:
        made["access"] = {"captions": draw.random() < 0.7}
    return made


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[1]))
