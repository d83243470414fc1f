"""Puts pages into shells: the theme's frame around a page, drawn once for pages of one form.

The page around a record differs from its neighbour's only in the parts of its head, its address and
its body. So an engine draws one stand-in for each form of page, whose parts are marks, and what
stands between the marks is the shell.
"""

import re
from dataclasses import dataclass

from hubtool.pages import Page
from hubtool.site.source_page import block, parts
from hubtool.text.packing import pack

FOLDER = "hubtool-shell"
"""The beginning of the address of every stand-in; no page of a hub has such an address."""

_BODY = "<div>hubtool-body</div>"
_MARKS = {name: f"hubtool-{name}" for name in ("title", "tab", "description", "picture")}
_HEAD = "hubtool-head"


@dataclass(frozen=True, order=True, slots=True)
class Form:
    """The properties that decide how the theme draws a page: its kind, and its depth."""

    kind: str
    depth: int

    @property
    def address(self) -> str:
        """The address of the stand-in for pages of this form, at the same depth."""
        first = f"{FOLDER}-{self.kind}-{self.depth}"
        return "/".join([first, *["x"] * (self.depth - 1), ""]) if self.depth else ""


@dataclass(frozen=True)
class Shell:
    """The HTML around pages of one form: *between* has the names of what stands between *pieces*."""

    pieces: tuple[str, ...]
    between: tuple[str, ...]

    def around(self, page: Page) -> bytes:
        """Return the whole of *page*, as the engine would have drawn it."""
        body = page.body
        values = parts(page, body) | {"address": page.address, "body": block(body)}
        filled = [values[name] for name in self.between]
        pairs = zip(self.pieces, [*filled, ""], strict=True)
        return "".join(text for pair in pairs for text in pair).encode()


def form(page: Page) -> Form:
    """Return the form of *page*."""
    return Form(page.kind, page.address.count("/"))


def stand_in(form: Form) -> Page:
    """Return the page that is drawn for all pages of *form*."""
    return Page(
        form.address,
        _MARKS["title"],
        _MARKS["description"],
        pack(_BODY),
        form.kind,
        head={_HEAD: ""},
        picture=_MARKS["picture"],
        tab=_MARKS["tab"],
    )


def shell(html: str, form: Form) -> Shell:
    """Return the shell in *html*, which the engine drew for the stand-in of *form*."""
    names = {mark: name for name, mark in _MARKS.items()}
    names |= {parts(stand_in(form), _BODY)["head"]: "head", _BODY: "body"}
    if form.address:
        names[form.address] = "address"
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", html)
    return Shell(tuple(pieces[::2]), tuple(names[mark] for mark in pieces[1::2]))
