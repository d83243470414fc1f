"""Reads YAML: bytes in, data with the location of each part out."""

from hubtool.documents.document import Document, SourceFile
from hubtool.documents.parsing import IS_FAST, parse

__all__ = ["IS_FAST", "Document", "SourceFile", "parse"]
