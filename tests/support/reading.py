"""Reads pages as a browser would: their elements, and what is wrong with their order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

_VOID = frozenset({"img", "input", "br", "meta", "link", "hr"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset({"a", "b", "cite", "code", "em", "q", "span", "strong"})


def straight(text: str) -> str:
    """Return *text* with the quotation marks that a keyboard has, as records are written."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


@dataclass
class Element:
    """One element with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    depth: int = 0

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


@dataclass
class Reading(HTMLParser):
    """The elements of a page in order."""

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, depth=len(self.open))
        self._break(tag)
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(
            Element(tag, {key: value or "" for key, value in attrs}, depth=len(self.open))
        )

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.unmatched.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str | None = None, class_: str | None = None) -> list[Element]:
        """Return the elements with this tag and class."""
        return [
            element
            for element in self.elements
            if tag in (None, element.tag) and (class_ is None or class_ in element.classes)
        ]

    def texts(self, tag: str | None = None, class_: str | None = None) -> list[str]:
        """Return what these elements say, in single spaces."""
        return [" ".join(element.text.split()) for element in self.all(tag, class_)]

    def at(self, id_: str) -> Element:
        """Return the element with this id."""
        return next(one for one in self.elements if one.attributes.get("id") == id_)


def faults(source: str) -> list[str]:
    """Return what is wrong with the structure of a page: tags, headings, ids, anchors, roots."""
    page = Reading(source)
    found = [f"</{tag}> closes nothing" for tag in page.unmatched]
    found += [f"<{one.tag}> is left open" for one in page.open]
    levels = [int(one.tag[1]) for one in page.elements if one.tag in _HEADINGS]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} h1")
    found += [f"h{a} before h{b}" for a, b in pairwise(levels) if b > a + 1]
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    found += [f"two #{id_}" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1})]
    links = [one.attributes.get("href", "") for one in page.all("a")]
    found += [f"{link} leads nowhere" for link in links if link[:1] == "#" and link[1:] not in ids]
    roots = [one.tag for one in page.elements if one.depth == 0]
    if roots != ["div"]:
        found.append(f"roots: {roots}")
    found += [f"<{one.tag}>" for one in page.elements if one.tag in ("script", "iframe", "style")]
    found += [
        f"{one.tag} with {key}"
        for one in page.elements
        for key in one.attributes
        if key.startswith("on")
    ]
    return found
