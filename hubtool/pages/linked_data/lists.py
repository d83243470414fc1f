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
    said = {name: getattr(term, field) for field, name in declared(Term, "schema_org").items()}
    set_ = node(
        "DefinedTermSet",
        full_address(view, f"{scheme}/", seen_from=page),
        name=view.hub.vocabularies[scheme].title,
    )
    here = full_address(view, page, seen_from=page)
    return (node("DefinedTerm", here, url=here, termCode=term.id, inDefinedTermSet=set_, **said),)


def collection_data(
    view: View, collection: Collection, items: Sequence[CollectionItem], page: str
) -> tuple[Node, ...]:
    """Return a collection as its convenors ordered it, without what its rule adds."""
    said = {
        name: getattr(collection, field)
        for field, name in declared(Collection, "schema_org").items()
    }
    here = full_address(view, page, seen_from=page)
    return (
        node(
            "CollectionPage",
            here,
            url=here,
            isPartOf=site(view, page),
            publisher=publisher(view, page),
            dateCreated=iso_day(collection.opened),
            mainEntity=_listed(
                node(
                    "ListItem",
                    position=place,
                    name=item.title,
                    url=full_address(view, item.address, seen_from=page),
                )
                for place, item in enumerate(items, 1)
            ),
            **said,
        ),
    )


def opportunity_data(view: View, offers: Iterable[Opportunity], page: str) -> tuple[Node, ...]:
    """Return what is open, in the order of the page."""
    return (
        _listed(
            node("ListItem", position=place, item=_offer(view, one, page))
            for place, one in enumerate(offers, 1)
        ),
    )


def _listed(items: Iterable[Node]) -> Node:
    found = list(items)
    return node("ItemList", numberOfItems=len(found), itemListElement=found)


def _offer(view: View, one: Opportunity, page: str) -> Node:
    """Return an opportunity: a meeting, a grant, or an offer of anything else."""
    here = full_address(view, f"{page}#{one.id}", seen_from=page)
    by = node("Organization", name=one.by)
    said = {"name": one.title, "description": one.summary, "url": one.url}
    if kind := _MEETINGS.get(one.kind):
        at = node("Place", name=one.place) if one.place else None
        online = node("VirtualLocation", url=one.url) if one.online else None
        return node(
            kind,
            here,
            organizer=by,
            startDate=iso_day(one.starts),
            endDate=iso_day(one.ends),
            location=[where for where in (at, online) if where],
            **said,
        )
    if one.kind == "funding":
        return node("MonetaryGrant", here, funder=by, **said)
    return node(
        "Offer",
        here,
        offeredBy=by,
        validFrom=iso_day(one.opens),
        validThrough=iso_day(one.closes),
        **said,
    )
