"""A thousand records, right and wrong: what people type into a form, and what files can hold."""

import copy
import random
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]

WHOLE: Record = {
    "title": "Anglers walked the river",
    "short_title": "River walks",
    "summary": "They walked for a year, then chose what to measure.",
    "language": "en-GB",
    "places": [
        {"name": "Exampleton", "country": "GB", "region": "GB-SCT", "lat": 55.9, "lon": -3.1},
        {"online": True},
    ],
    "dates": "2019-09~/2023-03",
    "ended_early": False,
    "themes": ["fair-pay"],
    "topics": ["housing"],
    "sdgs": [3, 11],
    "partners": [
        {"id": "anglers", "name": "Exampleton Anglers", "kind": "community-group"},
        {"id": "uni", "name": "University of Example", "kind": "university", "role": "Helped"},
    ],
    "initiated_by": "anglers",
    "funders": [{"name": "A fund", "award": "EX-1"}],
    "credits": [{"name": "A group", "roles": ["methodology"], "orcid": "0000-0002-1825-0097"}],
    "story": "They walked.\n\nThen they measured [@report].",
    "timeline": [{"when": 2019, "kind": "meet", "what": "They met", "said_by": "community"}],
    "power": {
        "said_by": ["community", "researcher"],
        "stages": {"question": "shared", "design": {"level": "community", "note": "A vote"}},
    },
    "investment": {
        "said_by": "together",
        "basis": "actual",
        "months_before_question": 15,
        "money": {"low": 10, "high": 20.5, "currency": "GBP", "year": 2019},
        "hours": [{"who": "anglers", "paid": 1, "unpaid": 2.5}],
        "payment": {"offered": True, "rate": 12, "currency": "GBP", "per": "hour"},
    },
    "outcomes": [{"what": "A sign", "kind": "practice-policy", "said_by": "community", "direction": "gain"}],
    "checkpoints": [{"due": "2027", "note": "Go back"}],
    "lessons": [
        {
            "id": "walk-first",
            "lesson": "Walk first.",
            "kind": "worked",
            "said_by": "community",
            "film": {"id": "walk", "at": "1:23"},
        }
    ],
    "tensions": [{"about": "ethics-review", "what": "It took long", "said_by": "researcher"}],
    "films": [{"id": "walk", "title": "The walk", "url": "https://film.example/1", "duration": "6:40"}],
    "resources": [{"title": "A guide", "url": "https://guide.example/", "year": 2020}],
    "sources": [{"id": "report", "title": "A report", "doi": "10.5334/cstp.154"}],
    "connect": {"open_to": ["visits"], "contact_url": "https://contact.example/"},
    "consent": {"status": "agreed", "agreed_by": "Their committee", "agreed_on": "2026-01"},
    "used": [{"when": "2027", "by": "A body", "how": "Read it"}],
    "licence": "CC-BY-4.0",
    "record": {"written_by": "researcher", "created": "2026-01-05"},
}  # fmt: skip

DATES = (
    "2O19", "30/9/2019", "2019-2023", "2019–23", "2023/2018", "someday", "2019-13", "2019-02-30",
    "2019-02-29", "2020-02-29", "201X", "20XX", "2019-XX", "2019-XX-XX", "2019-05-XX", "/2020",
    "2019/", "..", "/", "../..", "2019/2020/2021", "2019-21", "2019-24~", "2019-25", "0000", "19",
    "2019-9", "May 2019", "2019?", "2019-09-30%", "2019 - 2023", "2023-2019", "l999", "1.5.2020",
    "2019-21-01", "2019-21-XX", "0000-01", "000X", "2019/..", 2019, 20191, "3 April 2019",
    "April 3rd, 2019", "sept 2019", "31 june 2019", "2019 to 2021", "May 2019 - now", "since 2019",
    "c. 1990", "about 2019", "2019-", "5/9/2019", "15/1/2026", "31.2.2019", "2019/4/3", "2019.13",
    "spring 2019", " 2019", "1/13/2020", "13/13/2020", "from 3 may 2019", {"from": "May 2019"},
    "the 1990s", "1990s-2000s", "2019/20", "2019/13", "1999/00", "May to July 2019", "may-june",
    "Spring to Summer 2019", "3 spring 2019", "2019 April", "2019-09-30T12:00", "20l9-O5",
)  # fmt: skip
ADDRESSES = (
    "www.example.org", "example.org/a", "example", "a b", "ftp://a.example", "http://", "https://a",
    "https://me@a.example", "mailto:a@b.example", "javascript:alert(1)", "https://a.example/<b>",
    "HTTPS://A.EXAMPLE/x", "https://a.example:80/x?y#z", "//a.example", "10.1234/x",
    "https://u:p@a.example/", "https://a.example/u@v", "file.pdf", "https:/a.example",
    "see https://a.example/b", "https://a.example https://b.example", "DOI: 10.1234/X", "é.example/a",
)  # fmt: skip
COUNTRIES = ("Kenya", "kenya", "UK", "wales", "Kosovo", "XK", "gb", "Nowhere", "GBR", "826", "KE")
TEXTS = ("", " ", "x", "x" * 60, "x" * 61, "x" * 200, "x" * 201, "y" * 400, "é" * 401, "a\nb")
NUMBERS = (0, 1, -1, 17, 18, 1200, 1201, 90.5, 180, -181, 101, "12", "a lot", 2.5, 1000)
TERMS = (
    "worked", "worke", "community", "Community partner", "resident", "university", "uni", "housing",
    "fair-pay", "human rights", "throughout", "question", "shared", "disputed", "zzz", "", "meet",
    "a", "policy", "methodology", "agreed", "partial", "pending", "public-record", "policies",
)  # fmt: skip
DOIS = (
    "www.doi.org/10.1234/x.",
    "DOI: 10.1234/x",
    "10.1234/x;",
    "10.1/x",
    "doi:10.1234/x",
    "https://doi.org/10.1234/x",
    "10.1234/x",
    "x",
    "10.1234/ x",
    "z.example/10.1234/x",
    "https://z.example/doi/10.1234/x?y",
)
ODD = ({}, [], [{}], True, False, None, "x", 7, {"a": 1}, ["x"], "a, b")
ORCIDS = (
    "https://orcid.org/0000-0002-1825-0097/",
    "orcid:0000 0002 1825 0098",
    "0000-0002-1825-0098",
    "0000-0002-1825-009X",
    "x",
    "0000000218250097",
)
LENGTHS = ("6:40", "1:02:03", "PT1M", "PT", "6.40", "six", 83, -1, "0:61", 1.5)
SPECIAL: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(
        ("dates", "when", "due", "visited", "agreed_on", "until", "created", "seen"), DATES
    ),
    **dict.fromkeys(("url", "contact_url", "local_contexts"), ADDRESSES),
    **dict.fromkeys(("lat", "lon", "low", "high", "year", "rate", "paid", "unpaid"), NUMBERS),
    "months_before_question": NUMBERS,
    "sdgs": (*NUMBERS, [*NUMBERS]),
    "country": COUNTRIES,
    "language": ("cy", "en-GB", "bfi", "pt-BR", "xx-YY", "jp", "English", "EN", "de-1901-x", "e"),
    "region": ("GB-WLS", "gb-wls", "GB-XXX", "US-MI", "Wales"),
    "licence": (
        "CC-BY-4.0",
        "cc by",
        "MIT",
        "mit OR Apache-2.0",
        "LicenseRef-own",
        "CC-BY",
        "MIT AND",
    ),
    "currency": ("GBP", "gbp", "pounds", "XXX"),
    "doi": DOIS,
    "orcid": ORCIDS,
    "duration": LENGTHS,
    "at": LENGTHS,
    "id": ("A b", "a-b", "ä", "-", "a--b", "cases/a-b.yml", "A b.yaml", "a/"),
    "basis": ("actual", "actuall", "guess"),
    "per": ("hour", "hours", "half day", "week"),
    "direction": ("gain", "gains", "loss"),
    "readings": ({"community": "shared"}, {"community": "shared", "researcher": "consulted"}),
    **dict.fromkeys(
        ("kind", "said_by", "themes", "topics", "roles", "about", "status", "level", "written_by"),
        (*TERMS, ["community", "zz"], ["zz"]),
    ),
}
KEYS = ("titel", "places_", "note", "name", "org", "zz", "what", "wat", "Said by", "lessson")


def records(count: int, seed: int = 13) -> Iterator[Record]:
    """Yield *count* records: a right one, and others with a few changes each."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    yield copy.deepcopy(WHOLE)
    for _ in range(count - 1):
        record = copy.deepcopy(WHOLE)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _change(record, chance)
        yield record


def each_value() -> Iterator[Record]:
    """Yield the right record with each special value in it once."""
    keys = {id(values): key for key, values in reversed(SPECIAL.items())}
    for key in keys.values():
        for value in SPECIAL[key]:
            record = copy.deepcopy(WHOLE)
            parent = next((parent for parent, name in _places(record) if name == key), {})
            parent[key] = copy.deepcopy(value)
            yield record


def _change(record: Record, chance: random.Random) -> None:
    parent, key = chance.choice(list(_places(record)))
    act = chance.random()
    if act < 0.15:
        del parent[key]
    elif act < 0.25 and isinstance(parent, dict):
        parent[chance.choice(KEYS)] = chance.choice(TEXTS)
    elif act < 0.35 and key not in ("at", "duration"):
        parent[key] = copy.deepcopy(chance.choice(ODD))
    else:
        values = SPECIAL.get(str(key), TEXTS)
        parent[key] = copy.deepcopy(chance.choice(values))


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        yield data, key
        if isinstance(value, dict | list):
            yield from _places(value)
