"""Every address on the web that a hub names, and the files that name it."""

import re
from collections.abc import Iterator, Mapping

from hubtool.records.records import Entry, Records
from hubtool.text.web_addresses import split_address

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+")
_END = ".,;:!?*_"
DOI = "https://doi.org/"
"""What stands before a DOI in its address."""


def addresses(records: Records) -> Mapping[str, tuple[str, ...]]:
    """Return the addresses in *records* and in pages by hand, each with the files that name it."""
    paths: dict[str, set[str]] = {}
    for path, address in (*_in_records(records), *_in_texts(records)):
        paths.setdefault(address, set()).add(path)
    return {address: tuple(sorted(files)) for address, files in sorted(paths.items())}


def _in_records(records: Records) -> Iterator[tuple[str, str]]:
    for entry in records.entries:
        if entry.status != "withdrawn":
            for leaf in entry.leaves:
                yield from ((entry.path, address) for address in _found_in(leaf.value))
            yield from ((entry.path, f"{DOI}{doi}") for doi in _dois(entry))


def _in_texts(records: Records) -> Iterator[tuple[str, str]]:
    own = records.settings.url if records.settings else None
    for source in records.texts:
        for address in _found_in(source.content.decode(errors="replace")):
            if not (own and address.startswith(own)):
                yield source.path, address


def _dois(entry: Entry) -> Iterator[str]:
    for source in entry.parts("sources"):
        if isinstance(source, dict) and isinstance(source.get("doi"), str):
            yield source["doi"]


def _found_in(text: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(text):
        address = match[0].partition("#")[0].rstrip(_END)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_END)
        if "." in (split_address(address).hostname or ""):
            yield address
