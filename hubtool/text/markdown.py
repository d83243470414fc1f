"""A contributor's Markdown as HTML that is safe to set into any page.

There are two safeguards: the Markdown reader passes no raw HTML, and its output goes
through an allow-list.
"""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import cmarkgfm
import nh3

_INLINE = frozenset({"a", "em", "strong"})
_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6"})

BEFORE_TAG = "\ue001"
"""The sign for the `<` of a tag on the way through the Markdown reader."""

_THIN_SPACE = "\u202f"  # two numbers side by side stay two numbers where there is no style sheet
_ONE_LINE = "\ue000"  # keeps a line such as `2019. A year` from being read as a list
_PRIVATE = str.maketrans("", "", BEFORE_TAG + _ONE_LINE)

_LESS_THAN = re.compile(r"<(?!https?://)")
_TAG = re.compile(r"(<[^<>]*>)")
_CITATION = re.compile(r"(?<!\s)\s*\[((?:@[a-z0-9-]+)(?:\s*[;,]\s*@[a-z0-9-]+)*)\]")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_LINK = re.compile(r'<a href="(https?://[^"<>]*)"[^<>]*>')


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation's link: its text, its address, and its name for screen readers."""

    text: str
    address: str
    label: str


def render(text: str, *, references: Mapping[str, Reference]) -> str:
    """Return *text*, in Markdown, as safe HTML.

    It may contain paragraphs, emphasis, lists, links, quotes, and headings from h3 down.
    """
    rendered = cmarkgfm.markdown_to_html(without_tags(text))
    rendered = re.sub(r"<pre><code[^>]*>", "<p>", rendered).replace("</code></pre>", "</p>")
    return _finished(_headings(rendered), references, _blocks()).strip()


def render_line(text: str, *, references: Mapping[str, Reference]) -> str:
    """Return one line of Markdown as safe HTML: emphasis, links, citations, and no block."""
    line = _ONE_LINE + " ".join(without_tags(text).split())
    rendered = cmarkgfm.markdown_to_html(line).replace(_ONE_LINE, "")
    return _finished(rendered, references, _inline()).strip()


def render_guide(text: str) -> str:
    """Return Markdown of this package's own as safe HTML, with its code and its examples."""
    clean = _guide().clean(cmarkgfm.markdown_to_html(text))
    parts = re.split(r"(<pre>.*?</pre>)", clean, flags=re.DOTALL)
    parts[::2] = [part.replace("\n", " ").strip() for part in parts[::2]]
    # Later steps may strip white space; line ends written as entities survive in examples.
    # The theme's script adds a button and an id only where there is a `code` element.
    parts[1::2] = [re.sub(r"</?code>", "", part).replace("\n", "&#10;") for part in parts[1::2]]
    return "".join(parts)


def plain(text: str) -> str:
    """Return *text*, in Markdown, as plain words without citations."""
    return html.unescape(_TAG.sub("", render_line(without_citations(text), references={})))


def without_citations(text: str) -> str:
    """Return *text*, in Markdown, without what leads to its sources."""
    return _CITATION.sub("", text)


def citations(ids: Iterable[str], references: Mapping[str, Reference]) -> str:
    """Return the numbered links of *ids*, each once; an id that leads nowhere is left out."""
    targets = [references[name] for name in dict.fromkeys(ids) if name in references]
    return _THIN_SPACE.join(_anchor(reference) for reference in targets)


def without_tags(text: str) -> str:
    """Return *text* with a sign of ours for the `<` of each tag.

    The Markdown reader would drop raw HTML silently; like this it stays visible as typed.
    """
    return _LESS_THAN.sub(BEFORE_TAG, text.translate(_PRIVATE))


def _headings(rendered: str) -> str:
    levels = sorted({int(level) for _, level in _HEADING.findall(rendered)})
    new = {str(level): min(3 + rank, 6) for rank, level in enumerate(levels)}
    return _HEADING.sub(lambda match: f"<{match[1]}h{new[match[2]]}>", rendered)


def _finished(rendered: str, references: Mapping[str, Reference], cleaner: nh3.Cleaner) -> str:
    # Line ends become spaces, so that no line of the page begins with a contributor's words.
    html_ = _LINK.sub(r'<a href="\1" rel="noopener">', rendered.replace("\n", " "))
    parts = _TAG.split(html_.replace("<br />", " "))
    parts[::2] = [_cited(part, references) for part in parts[::2]]
    clean = cleaner.clean("".join(parts)).replace(BEFORE_TAG, "&lt;")
    return re.sub(r" (?=</?(?:p|ul|ol|li|blockquote|h[3-6])>)|(?<=<p>) ", "", clean)


def _cited(text: str, references: Mapping[str, Reference]) -> str:
    def numbers(match: re.Match[str]) -> str:
        ids = re.findall(r"@([a-z0-9-]+)", match[1])
        return citations(ids, references) if any(name in references for name in ids) else match[0]

    return _CITATION.sub(numbers, text)


def _anchor(reference: Reference) -> str:
    text, address, label = map(html.escape, (reference.text, reference.address, reference.label))
    attributes = f'class="source-ref" href="{address}" aria-label="{label}"'
    return f'<a {attributes} data-pagefind-ignore="">{text}</a>'


@lru_cache(maxsize=1)
def _blocks() -> nh3.Cleaner:
    return _cleaner(_INLINE | _BLOCKS)


@lru_cache(maxsize=1)
def _guide() -> nh3.Cleaner:
    return _cleaner(_INLINE | _BLOCKS | {"h2", "code", "pre"})


@lru_cache(maxsize=1)
def _inline() -> nh3.Cleaner:
    return _cleaner(_INLINE)


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        attributes={
            "a": {"href", "class", "rel", "aria-label", "data-pagefind-ignore"},
            "ol": {"start"},
        },
        attribute_filter=_attribute,
        url_schemes={"http", "https"},
        link_rel=None,
    )


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Keep links to other websites, and citations as this module writes them."""
    match name:
        case "href":
            return value if re.match(r"https?://|#(?:source|film)-", value) else None
        case "class":
            return value if value == "source-ref" else None
        case "start":
            return value if value.isdigit() else None
        case _:
            return value
