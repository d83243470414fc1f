"""Writes documents in XML."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hubtool.text.escape import xml_text


def add_text(element: Element, name: str, text: str) -> None:
    """Add to *element* a child that holds *text*."""
    SubElement(element, name).text = xml_text(text)


def document(root: Element) -> bytes:
    """Return the document *root*, with each element on a line of its own."""
    indent(root, "")
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
