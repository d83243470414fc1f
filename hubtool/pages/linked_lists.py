"""The lists of the hub as linked data: its terms, its collections, what is open."""

from collections.abc import Iterable

from hubtool.hub import Hub
from hubtool.models.collection import Collection
from hubtool.models.opportunity import Opportunity
from hubtool.models.vocabulary import Term
from hubtool.pages.items import ShownItem
from hubtool.pages.linked import Node, declared, iso_day, node, publisher, site
from hubtool.pages.page import whole

_KINDS = {"event": "Event", "training": "EducationEvent", "funding": "MonetaryGrant"}


def home_data(hub: Hub) -> tuple[Node, ...]:
    """Return the site and who publishes it."""
    return (dict(site(hub, "")) | {"publisher": publisher(hub, "")},)
