"""The lists of the hub as linked data: its terms, its collections, what is open."""

from collections.abc import Iterable, Sequence

from hubtool.models.collection import Collection
from hubtool.models.opportunity import Opportunity
from hubtool.models.vocabulary import Term
from hubtool.pages.linked_data.common import Node, declared, iso_day, node, publisher, site
from hubtool.pages.page import full_address
from hubtool.pages.parts.items import CollectionItem
from hubtool.pages.view import View

_MEETINGS = {"event": "Event", "training": "EducationEvent"}


def home_data(view: View) -> tuple[Node, ...]:
    """Return the site with who publishes it."""
    return ({**site(view, ""), "publisher": publisher(view, "")},)


def scheme_data(view: View, scheme: str, page: str) -> tuple[Node, ...]:
    """Return a vocabulary with its terms."""
    about = view.hub.vocabularies[scheme].file.scheme
    return (
        node(
            "DefinedTermSet",
            full_address(view, page, seen_from=page),
            name=about.title,
            description=about.description,
            inLanguage=about.language,
            version=about.version,
            publisher=publisher(view, page),
            hasDefinedTerm=[
                node(
                    "DefinedTerm",
                    full_address(view, f"{scheme}/{term.id}/", seen_from=page),
                    name=term.label,
                )
                for term in view.hub.terms(scheme)
            ],
        ),
    )


def term_data(view: View, scheme: str, term: Term, page: str) -> tuple[Node, ...]:
    """Return a term in its vocabulary."""
    properties = {
        name: getattr(term, field) for field, name in declared(Term, "schema_org").items()
    }
    set_ = node(
        "DefinedTermSet",
        full_address(view, f"{scheme}/", seen_from=page),
        name=view.hub.vocabularies[scheme].title,
    )
    address = full_address(view, page, seen_from=page)
    return (
        node(
            "DefinedTerm",
            address,
            url=address,
            termCode=term.id,
            inDefinedTermSet=set_,
            **properties,
        ),
    )


def collection_data(
    view: View, collection: Collection, items: Sequence[CollectionItem], page: str
) -> tuple[Node, ...]:
    """Return a collection as its convenors ordered it, without what its rule adds."""
    properties = {
        name: getattr(collection, field)
        for field, name in declared(Collection, "schema_org").items()
    }
    address = full_address(view, page, seen_from=page)
    return (
        node(
            "CollectionPage",
            address,
            url=address,
            isPartOf=site(view, page),
            publisher=publisher(view, page),
            dateCreated=iso_day(collection.opened),
            mainEntity=_listed(
                node(
                    "ListItem",
                    position=number,
                    name=item.title,
                    url=full_address(view, item.address, seen_from=page),
                )
                for number, item in enumerate(items, 1)
            ),
            **properties,
        ),
    )


def opportunity_data(view: View, offers: Iterable[Opportunity], page: str) -> tuple[Node, ...]:
    """Return what is open, in the order of the page."""
    return (
        _listed(
            node("ListItem", position=number, item=_offer(view, offer, page))
            for number, offer in enumerate(offers, 1)
        ),
    )


def _listed(items: Iterable[Node]) -> Node:
    nodes = list(items)
    return node("ItemList", numberOfItems=len(nodes), itemListElement=nodes)


def _offer(view: View, offer: Opportunity, page: str) -> Node:
    """Return an opportunity: a meeting, a grant, or an offer of anything else."""
    address = full_address(view, f"{page}#{offer.id}", seen_from=page)
    by = node("Organization", name=offer.by)
    properties = {"name": offer.title, "description": offer.summary, "url": offer.url}
    if kind := _MEETINGS.get(offer.kind):
        at = node("Place", name=offer.place) if offer.place else None
        online = node("VirtualLocation", url=offer.url) if offer.online else None
        return node(
            kind,
            address,
            organizer=by,
            startDate=iso_day(offer.starts),
            endDate=iso_day(offer.ends),
            location=[where for where in (at, online) if where],
            **properties,
        )
    if offer.kind == "funding":
        return node("MonetaryGrant", address, funder=by, **properties)
    return node(
        "Offer",
        address,
        offeredBy=by,
        validFrom=iso_day(offer.opens),
        validThrough=iso_day(offer.closes),
        **properties,
    )
