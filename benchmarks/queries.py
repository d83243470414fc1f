"""Measures how well words find things: `python benchmarks/queries.py SITE [--failures]`.

SITE is the folder of a built site inside its hub's folder. Two hundred queries are drawn from the
hub with a fixed seed; none is removed by hand. For each, the right answers follow from the hub.
"""

import os
import random
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from serving import served

from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.hub.references import parties
from hubtool.load import load
from hubtool.models.case import CaseStudy
from hubtool.text.own_names import folded, own_names

SEED = 12
COUNTS = {"slip": 80, "two words": 40, "beginning": 30, "foreign": 30, "no answer": 20}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"[^\W\d_]+")

# The first three and their order, as the header's box shows them.
_SUGGESTED = """async (words) => {
  const { suggestions } = await import(new URL("assets/js/find/suggestions.js", document.baseURI));
  const { groups } = await suggestions(words);
  return groups.flatMap(({ found }) => found.map(({ url }) => new URL(url, document.baseURI).pathname));
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the pages that are right; nothing is right where there are none."""

    kind: str
    words: str
    right: frozenset[str]


def drawn(hub: Hub) -> list[Query]:
    """Return the queries of every kind, the same for the same hub."""
    draw = random.Random(SEED)
    makers: dict[str, Callable[[Hub, random.Random], Query | None]] = {
        "slip": _slip,
        "two words": _two_words,
        "beginning": _beginning,
        "foreign": _foreign,
        "no answer": _no_answer,
    }
    queries: list[Query] = []
    for kind, count in COUNTS.items():
        words: set[str] = set()
        while len(words) < count:
            query = makers[kind](hub, draw)
            if query and query.words not in words:
                words.add(query.words)
                queries.append(query)
    return queries


def _things(hub: Hub) -> list[tuple[str, frozenset[str]]]:
    """Return the titles, projects, places and partners of *hub*, each with the pages that are right."""
    right: dict[str, set[str]] = {}
    for case in hub.cases.values():
        page = f"cases/{case.id}/"
        names = [case.title, *(place.name for place in case.mapped_places)]
        names += [case.project] if case.project else []
        for name in names:
            right.setdefault(name, set()).add(page)
        for party in parties(case):
            pages = right.setdefault(hub.party_name(party), set())
            pages.add(page)
            if party.org:
                pages |= {f"partners/{party.org}/", f"funders/{party.org}/"}
    return [(name, frozenset(pages)) for name, pages in sorted(right.items())]


def _slip(hub: Hub, draw: random.Random) -> Query | None:
    """Return a title, a place or a partner with one slip of the keyboard in it."""
    name, right = draw.choice(_things(hub))
    words = [match for match in _WORD.finditer(name) if len(match[0]) >= 4]
    if not words:
        return None
    match = draw.choice(words)
    word = match[0]
    place = draw.randrange(1, len(word) - 1)
    slip = draw.choice((_swapped, _dropped, _doubled, _next_key))(word, place, draw)
    return (
        Query("slip", name[: match.start()] + slip + name[match.end() :], right)
        if slip != word
        else None
    )


def _swapped(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _dropped(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place + 1 :]


def _doubled(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place] + word[place:]


def _next_key(word: str, place: int, draw: random.Random) -> str:
    row = next((row for row in _ROWS if word[place].lower() in row), "")
    index = row.find(word[place].lower())
    keys = [row[near] for near in (index - 1, index + 1) if row and 0 <= near < len(row)]
    return word[:place] + draw.choice(keys) + word[place + 1 :] if keys else word


def _two_words(hub: Hub, draw: random.Random) -> Query | None:
    """Return two words of a case's title; right is every case that has both in its title."""
    case = draw.choice(list(hub.cases.values()))
    words = sorted({word for word in _words(case.title) if len(word) >= 5})
    if len(words) < 2:
        return None
    pair = draw.sample(words, 2)
    right = {
        f"cases/{one.id}/" for one in hub.cases.values() if set(pair) <= set(_words(one.title))
    }
    return Query("two words", " ".join(pair), frozenset(right))


def _beginning(hub: Hub, draw: random.Random) -> Query | None:
    """Return the beginning of a title, its last word unfinished, or of a term's name."""
    terms = [
        (term.label, f"{scheme}/{term.id}/")
        for scheme in ("themes", "methods", "topics", "frictions")
        for term in hub.terms(scheme)
    ]
    cases = [(case.title, f"cases/{case.id}/") for case in hub.cases.values()]
    title, _ = draw.choice(draw.choice((terms, cases)))
    words = list(_WORD.finditer(title))
    last = words[min(len(words) - 1, draw.randrange(1, 3))]
    if len(last[0]) < 5:
        return None
    text = title[: last.start() + draw.randrange(3, len(last[0]))]
    right = {page for name, page in (*terms, *cases) if name.startswith(text)}
    return Query("beginning", text, frozenset(right))


def _foreign(hub: Hub, draw: random.Random) -> Query | None:
    """Return a foreign name as it is written, or without its accents, or what a country calls itself."""
    return draw.choice((_without_accents, _own_name, _source))(hub, draw)


def _without_accents(hub: Hub, draw: random.Random) -> Query | None:
    accented = [
        (name, right)
        for name, right in _things(hub)
        if folded(name) != name.lower().replace("'", "").replace("’", "")
    ]
    name, right = draw.choice(accented)
    plain = unicodedata.normalize("NFKD", name)
    text = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return Query("foreign", text, right)


def _own_name(hub: Hub, draw: random.Random) -> Query | None:
    place = draw.choice([place for case in hub.cases.values() for place in case.mapped_places])
    names = own_names(place.country, place.region)
    if not names:
        return None
    name = draw.choice(names)
    right = {
        f"cases/{one.id}/"
        for one in hub.cases.values()
        if any(name in own_names(each.country, each.region) for each in one.mapped_places)
    }
    return Query("foreign", name, frozenset(right | {f"places/{place.country.lower()}/"}))


def _source(hub: Hub, draw: random.Random) -> Query | None:
    case = draw.choice(list(hub.cases.values()))
    titles = [source.title for source in case.sources if not source.title.isascii()]
    words = [word for title in titles for word in _words(title) if not word.isascii()]
    if not words:
        return None
    word = draw.choice(words)
    right = {
        f"cases/{one.id}/"
        for one in hub.cases.values()
        if word in {each for text in _texts(one) for each in _words(text)}
    }
    return Query("foreign", draw.choice((word, folded(word))), frozenset(right))


def _no_answer(hub: Hub, draw: random.Random) -> Query | None:
    """Return a word that nobody wrote here, alone or with one that somebody did."""
    words = sorted(
        {word for case in hub.cases.values() for word in _words(case.summary) if len(word) > 6}
    )
    first, second = draw.sample(words, 2)
    strange = first[: len(first) // 2][::-1] + second[len(second) // 2 :][::-1]
    return Query("no answer", draw.choice((strange, f"{strange} {first}")), frozenset())


def _texts(case: CaseStudy) -> Iterator[str]:
    yield from (case.title, case.summary, case.story or "")
    yield from (source.title for source in case.sources)
    yield from (place.name for place in case.places)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def ranks(page: Page, base: str, queries: Sequence[Query]) -> Iterator[tuple[Query, int]]:
    """Yield each of *queries* with the rank of the first right answer, 0 where there is none."""
    for query in queries:
        found = [url.removeprefix(base) for url in page.evaluate(_SUGGESTED, query.words)]
        pages = list(dict.fromkeys(found))
        if not query.right:
            yield query, int(not pages)
            continue
        yield (
            query,
            next(
                (
                    place
                    for place, url in enumerate(pages, 1)
                    if url.partition("#")[0].partition("?")[0] in query.right
                ),
                0,
            ),
        )


def main(site: Path, *, shows_failures: bool) -> None:
    """Print the figures of the *site*."""
    hub, _ = load(sources(site.parent), today=date(2026, 11, 23))
    if hub is None:
        raise SystemExit("the hub has faults")
    options = {"args": ["--no-sandbox"]} if os.geteuid() == 0 else {}
    with sync_playwright() as playwright, served(site) as (address, _):
        executable = os.environ.get("HUBTOOL_BROWSER") or shutil.which("chromium")
        page = playwright.chromium.launch(executable_path=executable, **options).new_page()
        page.goto(address)
        results = list(ranks(page, urlsplit(address).path, drawn(hub)))
    for kind in (*COUNTS, ""):
        own = [rank for query, rank in results if kind in ("", query.kind)]
        first_three = sum(1 for rank in own if 1 <= rank <= 3) / len(own)
        reciprocal = sum(1 / rank for rank in own if rank) / len(own)
        print(
            f"  {kind or 'all':<12} {len(own):4}  first three {first_three:6.1%}  MRR {reciprocal:.3f}"
        )
    if shows_failures:
        for query, rank in results:
            if not 1 <= rank <= 3:
                print(
                    f"  {query.kind}: {query.words} (rank {rank or 'none'}): {sorted(query.right)[:3]}"
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]), shows_failures="--failures" in sys.argv)
