"""A form filled in with a word processor (DOCX)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from hubtool.imports.draft import Answer, Remark
from hubtool.imports.form_fields import FormParts
from hubtool.imports.packages import Package
from hubtool.imports.routes import leaf_shape
from hubtool.models.declare import Prose
from hubtool.records.vocabularies import folded

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_OTHERS = ("comments", "footnotes", "endnotes", "header", "footer")


def is_word_file(package: Package) -> bool:
    """Say whether *package* is a text document."""
    return _BODY in package.names


def answers(package: Package, form: FormParts) -> tuple[list[Answer], list[Remark]]:
    """Return the answers in the tables of the document, and what else somebody wrote in it."""
    results: list[Answer] = []
    outside: list[str] = []
    own = _own_words(form)
    body = package.xml(_BODY)
    in_tables: set[Element] = set()
    for row in body.iter(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        question = [text for cell in cells[:1] for text in _paragraphs(cell) if text]
        route = form.route(question[0]) if len(cells) > 1 and question else None
        if route is None:
            continue
        in_tables.update(row.iter(f"{_W}p"))
        texts = [text for cell in cells[1:] for text in _paragraphs(cell)]
        results.append(
            Answer(route, form.label(route), _separator(route).join(filter(None, texts)))
        )
        outside += [text for text in question[1:] if folded(text) not in own]
    outside += [
        text
        for paragraph in body.iter(f"{_W}p")
        if paragraph not in in_tables and (text := _text(paragraph)) and folded(text) not in own
    ]
    outside += [text for text in _beside(package) if folded(text) not in own]
    remarks = [Remark(form.words("imports.outside"), "\n".join(outside))] if outside else []
    return results, remarks


def _separator(route: tuple[str | int, ...]) -> str:
    """Return what parts two paragraphs of an answer: in a text of several, an empty line."""
    shape = leaf_shape(route)
    is_markdown = shape is not None and isinstance(shape.mark, Prose) and shape.mark.markdown
    return "\n\n" if is_markdown else "\n"


def _paragraphs(cell: Element) -> Iterator[str]:
    return (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))


def _text(paragraph: Element) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of *element* as it is read: what was struck out is not there any more."""
    for inner in element:
        match inner.tag.removeprefix(_W):
            case "t":
                yield inner.text or ""
            case "tab":
                yield " "
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "p" | "pPr" | "rPr":
                continue
            case _ if inner.tag != _FALLBACK:
                yield from _pieces(inner)


def _beside(package: Package) -> Iterator[str]:
    """Yield what stands in comments, notes, headers and footers."""
    for name in sorted(package.names):
        part = name.removeprefix("word/")
        if part != name and part.endswith(".xml") and part.startswith(_OTHERS) and "/" not in part:
            yield from filter(None, map(_text, package.xml(name).iter(f"{_W}p")))


def _own_words(form: FormParts) -> frozenset[str]:
    """Return the paragraphs of the form that nobody typed."""
    texts = [form.words("imports.form.title"), form.words("imports.form.lede")]
    texts += [title for title, _ in form.parts]
    texts += [form.words("form.words"), *form.lists]
    for field in form.fields:
        texts += [field.label, field.hint, choices_line(field.options), form.at_end(field)]
    return frozenset(map(folded, filter(None, texts)))


def choices_line(options: tuple[str, ...]) -> str:
    """Return the line that lists the words to choose from."""
    return " / ".join(options)
