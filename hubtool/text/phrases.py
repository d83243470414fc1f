"""Names as they stand in a sentence, on a line of their own, or in a list."""

from collections.abc import Iterable

from hubtool.text.web_addresses import split_address


def lowered(label: str) -> str:
    """Return *label* as it stands inside a sentence; `IP and data` keeps its capitals."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def capitalised(text: str) -> str:
    """Return *text* as it begins a line."""
    return text[:1].upper() + text[1:]


def host(url: str) -> str:
    """Return the website that *url* leads to, as readers know it."""
    return (split_address(url).hostname or url).removeprefix("www.")


def licence_name(licence: str) -> str:
    """Return an SPDX licence as readers write it: `CC BY-NC 4.0`."""
    if licence.startswith("CC-"):
        _, *terms, version = licence.split("-")
        return f"CC {'-'.join(terms)} {version}"
    return licence.removeprefix("LicenseRef-").replace("-", " ")


def code_list(names: Iterable[str]) -> str:
    """Return *names* as code, with commas."""
    return ", ".join(f"`{name}`" for name in names)
