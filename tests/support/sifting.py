"""What a filter must find: a plain look at every case for every value, and how a browser is asked."""

import random
from collections.abc import Mapping

from hubtool.hub.facets import CASE_FACETS
from hubtool.hub.hub import Hub

# Goes to what an address asks for as the back button does, and tells what is shown then.
ASKED = """async (query) => {
  const root = document.querySelector("[data-finder]");
  const found = new Promise((done) => root.addEventListener("found", (event) => done(event.detail), { once: true }));
  history.pushState(null, "", query || location.pathname);
  dispatchEvent(new PopStateEvent("popstate"));
  const { ids } = await found;
  const counts = [...root.querySelectorAll("form.facets input[type=checkbox]")]
    .map((box) => [box.name, box.value, Number(box.closest("li").querySelector(".facet-count").textContent), box.closest("li").classList.contains("is-empty")]);
  return { ids, counts, heading: root.querySelector("[data-count]").textContent };
}"""

LISTED = [facet.name for facet in CASE_FACETS if facet.is_listed]
"""The facets that readers see, by name."""


def held(hub: Hub, id_: str, facet: str) -> set[str]:
    """Return what a case has of a facet, straight from the hub."""
    if facet == "years":
        return {f"{year[:3]}0s" for year in hub.facets[id_]["year"]}
    return set(hub.facets[id_][facet])


def passing(hub: Hub, chosen: Mapping[str, set[str]], ids: set[str]) -> set[str]:
    """Return which of *ids* have one of the chosen values of every facet."""
    return {
        id_ for id_ in ids if all(values & held(hub, id_, name) for name, values in chosen.items())
    }


def drawn(hub: Hub, draw: random.Random) -> dict[str, set[str]]:
    """Return a random combination of facets with some of their values."""
    chosen = {}
    for name in draw.sample(LISTED, draw.choice((0, 1, 1, 2, 2, 3, 4))):
        values = sorted({value for id_ in hub.cases for value in held(hub, id_, name)})
        if values:
            chosen[name] = set(draw.sample(values, min(len(values), draw.randint(1, 3))))
    return chosen


def query(chosen: Mapping[str, set[str]], **more: str) -> str:
    """Return the part of an address that asks for this."""
    pairs = [f"{name}={value}" for name, values in chosen.items() for value in sorted(values)]
    return "?" + "&".join([*pairs, *(f"{key}={value}" for key, value in more.items())])
