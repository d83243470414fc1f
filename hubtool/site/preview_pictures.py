"""The pictures that stand for pages where somebody shares their addresses."""

from collections.abc import Mapping

from hubtool.art.cover import cover
from hubtool.art.png import Preview
from hubtool.hub.hub import Hub
from hubtool.hub.references import item_case
from hubtool.models.collection import Collection
from hubtool.pages.page import PREVIEW

_MOST_COVERS = 4


def previews(hub: Hub) -> Mapping[str, Preview]:
    """Return what is drawn for each case and each collection, by the paths below the site."""
    covers = {id_: str(cover(hub, case)) for id_, case in hub.cases.items()}
    found = {
        f"cases/{id_}/{PREVIEW}": Preview(case.title, hub.settings.name, (covers[id_],))
        for id_, case in hub.cases.items()
    }
    for id_, one in hub.collections.items():
        chosen = tuple(covers[case] for case in _first_cases(hub, one))
        found[f"collections/{id_}/{PREVIEW}"] = Preview(one.title, hub.settings.name, chosen)
    return found


def _first_cases(hub: Hub, collection: Collection) -> list[str]:
    chosen = [case.id for item in collection.items if (case := hub.case_at(item_case(item)))]
    added = [case.id for case in hub.matching(collection)]
    return list(dict.fromkeys([*chosen, *added]))[:_MOST_COVERS]
