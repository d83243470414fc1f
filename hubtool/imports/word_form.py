"""The form for word processors (DOCX): a table for each part, a row for each question."""

import io
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from hubtool.diagnostics.spans import Route
from hubtool.imports.form_fields import FormField, FormParts
from hubtool.imports.word_reading import choices_line
from hubtool.text.escape import xml_text

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WIDTHS = (3900, 5700)  # of the columns, in twentieths of a point
_ROOM = {"long": 1400, "story": 5600}
_DAY = (1980, 1, 1, 0, 0, 0)  # the same form makes the same bytes


def word_form(form: FormParts, language: str, answers: Mapping[Route, str] | None = None) -> bytes:
    """Return the form as DOCX, filled in with *answers*."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
        "word/document.xml": _document(form, answers or {}),
        "word/styles.xml": _styles(language),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, root in parts.items():
            content = tostring(root, encoding="UTF-8", xml_declaration=True)
            package.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _document(form: FormParts, answers: Mapping[Route, str]) -> Element:
    root = Element("w:document", {"xmlns:w": _NAMESPACE})
    body = SubElement(root, "w:body")
    _paragraph(body, form.words("imports.form.title"), "Title")
    _paragraph(body, form.words("imports.form.lede"))
    for title, fields in form.parts:
        _paragraph(body, title, "Heading1")
        table = _table(body)
        for field in fields:
            _row(table, form, field, answers.get(field.route, ""))
    _paragraph(body, form.words("form.words"), "Heading1")
    for title, options in form.lists.items():
        _paragraph(body, title, "Question")
        _paragraph(body, choices_line(options))
    section = SubElement(body, "w:sectPr")
    SubElement(section, "w:pgSz", {"w:w": "11906", "w:h": "16838"})
    margins = {f"w:{side}": "1134" for side in ("top", "right", "bottom", "left")}
    SubElement(
        section, "w:pgMar", {**margins, "w:header": "567", "w:footer": "567", "w:gutter": "0"}
    )
    return root


def _table(body: Element) -> Element:
    table = SubElement(body, "w:tbl")
    properties = SubElement(table, "w:tblPr")
    SubElement(properties, "w:tblW", {"w:w": str(sum(_WIDTHS)), "w:type": "dxa"})
    borders = SubElement(properties, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        SubElement(borders, f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": "808080"})
    SubElement(properties, "w:tblLayout", {"w:type": "fixed"})
    grid = SubElement(table, "w:tblGrid")
    for width in _WIDTHS:
        SubElement(grid, "w:gridCol", {"w:w": str(width)})
    return table


def _row(table: Element, form: FormParts, field: FormField, answer: str) -> None:
    row = SubElement(table, "w:tr")
    properties = SubElement(row, "w:trPr")
    SubElement(properties, "w:cantSplit") if field.name != "story" else None
    room = _ROOM["story"] if field.name == "story" else _ROOM["long"] if field.is_long else 500
    SubElement(properties, "w:trHeight", {"w:val": str(room), "w:hRule": "atLeast"})
    question, space = (_cell(row, width) for width in _WIDTHS)
    _paragraph(question, field.label, "Question")
    choices = choices_line(field.options) if field.is_beside else form.at_end(field)
    for text in filter(None, (field.hint, choices)):
        _paragraph(question, text, "Hint")
    for text in answer.split("\n\n") if answer else [""]:
        _paragraph(space, text)


def _cell(row: Element, width: int) -> Element:
    cell = SubElement(row, "w:tc")
    properties = SubElement(cell, "w:tcPr")
    SubElement(properties, "w:tcW", {"w:w": str(width), "w:type": "dxa"})
    return cell


def _paragraph(parent: Element, text: str, style: str | None = None) -> None:
    paragraph = SubElement(parent, "w:p")
    if style:
        SubElement(SubElement(paragraph, "w:pPr"), "w:pStyle", {"w:val": style})
    run = SubElement(paragraph, "w:r")
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(run, "w:br")
        element = SubElement(run, "w:t", {"xml:space": "preserve"})
        element.text = xml_text(line)


def _styles(language: str) -> Element:
    root = Element("w:styles", {"xmlns:w": _NAMESPACE})
    run = SubElement(SubElement(SubElement(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    SubElement(run, "w:rFonts", {"w:ascii": "Calibri", "w:hAnsi": "Calibri", "w:cs": "Calibri"})
    SubElement(run, "w:sz", {"w:val": "22"})
    SubElement(run, "w:lang", {"w:val": language})
    for id_, name, size, is_bold in (
        ("Normal", "Normal", 22, False),
        ("Title", "Title", 44, True),
        ("Heading1", "heading 1", 30, True),
        ("Question", "Question", 22, True),
        ("Hint", "Hint", 19, False),
    ):
        _style(root, id_, name, size, is_bold=is_bold)
    return root


def _style(root: Element, id_: str, name: str, size: int, *, is_bold: bool) -> None:
    default = {"w:default": "1"} if id_ == "Normal" else {}
    style = SubElement(root, "w:style", {"w:type": "paragraph", "w:styleId": id_, **default})
    SubElement(style, "w:name", {"w:val": name})
    properties = SubElement(style, "w:pPr")
    if id_ == "Heading1":
        SubElement(properties, "w:keepNext")
    before = "300" if id_ == "Heading1" else "0"
    SubElement(properties, "w:spacing", {"w:before": before, "w:after": "80"})
    if id_ == "Heading1":
        SubElement(properties, "w:outlineLvl", {"w:val": "0"})
    run = SubElement(style, "w:rPr")
    if is_bold:
        SubElement(run, "w:b")
    SubElement(run, "w:sz", {"w:val": str(size)})


def _relation(kind: str, target: str) -> Element:
    root = Element("Relationships", {"xmlns": _RELATIONS})
    SubElement(root, "Relationship", {"Id": "rId1", "Type": f"{_OFFICE}/{kind}", "Target": target})
    return root


def _content_types() -> Element:
    root = Element("Types", {"xmlns": _TYPES})
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    SubElement(root, "Default", {"Extension": "rels", "ContentType": relations})
    SubElement(root, "Default", {"Extension": "xml", "ContentType": "application/xml"})
    for name, kind in (("document", "document.main"), ("styles", "styles")):
        part = {"PartName": f"/word/{name}.xml", "ContentType": f"{_PART}.{kind}+xml"}
        SubElement(root, "Override", part)
    return root
