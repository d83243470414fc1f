"""What the hub holds as linked data in the words of schema.org: the parts that pages share."""

from collections.abc import Iterable, Mapping
from typing import Any

from hubtool.models.declare import Model
from hubtool.models.partnership import FunderEntry, PartnerEntry, Place
from hubtool.pages.page import full_address
from hubtool.pages.view import View
from hubtool.text.dates import days

Node = Mapping[str, Any]
"""A thing with its properties, as JSON-LD writes it."""


def declared(model: type[Model], vocabulary: str) -> Mapping[str, str]:
    """Return the fields of *model* that *vocabulary* has a name for, with the name."""
    names = {}
    for field, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        if isinstance(name := extra.get(vocabulary), str):
            names[field] = name
    return names


def node(kind: str, id_: str | None = None, /, **properties: Any) -> Node:
    """Return a thing of *kind*, called *id_*, without the properties of which nothing is known."""
    present = {name: value for name, value in properties.items() if value not in (None, "", (), [])}
    return {"@type": kind} | ({"@id": id_} if id_ else {}) | present


def site(view: View, page: str) -> Node:
    """Return the site as *page* names it."""
    return node(
        "WebSite",
        f"{full_address(view, '', seen_from=page)}#site",
        name=view.hub.settings.name,
        url=full_address(view, "", seen_from=page),
        description=view.hub.settings.description or view.hub.settings.hub.strapline,
        inLanguage=view.hub.settings.hub.language,
    )


def publisher(view: View, page: str) -> Node:
    """Return the hub as the body that publishes."""
    home = full_address(view, "", seen_from=page)
    return node("Organization", f"{home}#hub", name=view.hub.settings.name, url=home)


def terms(view: View, page: str, scheme: str, ids: Iterable[str]) -> list[Node]:
    """Return the terms *ids* of *scheme* as *page* names them."""
    return [
        node(
            "DefinedTerm",
            full_address(view, f"{scheme}/{id_}/", seen_from=page),
            name=view.hub.term(scheme, id_).label,
        )
        for id_ in ids
    ]


def party(view: View, entry: PartnerEntry | FunderEntry, id_: str | None = None) -> Node:
    """Return a partner or funder, called as the registry of organisations does, else *id_*."""
    body = view.hub.organisations[entry.org] if entry.org else None
    return node(
        "Organization",
        f"https://ror.org/{body.ror}" if body and body.ror else id_,
        name=view.hub.party_name(entry),
        alternateName=list(body.alt) if body else None,
        url=body.url if body else None,
    )


def place(view: View, where: Place, id_: str | None = None) -> Node:
    """Return a place with its address, and its point where one is recorded."""
    region = view.words.region(where.region) if where.region else None
    has_point = where.lat is not None and where.lon is not None
    return node(
        "Place",
        id_,
        name=where.name,
        address=node("PostalAddress", addressCountry=where.country, addressRegion=region),
        geo=node("GeoCoordinates", latitude=where.lat, longitude=where.lon) if has_point else None,
    )


def licence_address(licence: str) -> str:
    """Return where an SPDX licence can be read."""
    if licence.startswith("CC-BY-"):
        *terms_, version = licence.removeprefix("CC-").split("-")
        return f"https://creativecommons.org/licenses/{'-'.join(terms_).lower()}/{version}/"
    if licence.startswith("LicenseRef-"):
        return licence
    return f"https://spdx.org/licenses/{licence}.html"


def iso_day(edtf: str | None) -> str | None:
    """Return *edtf* as ISO 8601 knows it: as exact as it is, without its doubts."""
    if edtf is None:
        return None
    plain = edtf.partition("/")[0].rstrip("?~%")
    if "X" not in plain and plain[5:7] < "13":  # no season
        return plain or None
    span = days(edtf)
    return span.first.isoformat() if span.first else None


def iso_span(edtf: str | None) -> str | None:
    """Return *edtf* as a day or an interval of ISO 8601, open where it is open."""
    if edtf is None or "/" not in edtf:
        return iso_day(edtf)
    start, _, end = edtf.partition("/")
    return f"{iso_day(start) or '..'}/{iso_day(end) or '..'}"


def iso_length(seconds: int | None) -> str | None:
    """Return a length as ISO 8601 writes it: `PT6M40S`."""
    if not seconds:
        return None
    hours, remainder = divmod(seconds, 3600)
    minutes, seconds_left = divmod(remainder, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds_left, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)
