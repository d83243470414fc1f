"""The pictures that other sites show beside the addresses of pages."""

from collections.abc import Mapping

from hubtool.art.cover import cover_parts
from hubtool.art.cover_picture import cover_picture
from hubtool.art.png import Preview
from hubtool.hub.hub import Hub
from hubtool.pages.page import PREVIEW

_MOST_COVERS = 4


def previews(hub: Hub) -> Mapping[str, Preview]:
    """Return the picture of each case and each collection, by its path below the site."""
    covers = {id_: cover_picture(cover_parts(hub, case)) for id_, case in hub.cases.items()}
    pictures = {
        f"cases/{id_}/{PREVIEW}": Preview(case.title, hub.settings.name, (covers[id_],))
        for id_, case in hub.cases.items()
    }
    for id_, collection in hub.collections.items():
        first = hub.cases_in(collection)[:_MOST_COVERS]
        pictures[f"collections/{id_}/{PREVIEW}"] = Preview(
            collection.title, hub.settings.name, tuple(covers[case.id] for case in first)
        )
    return pictures
