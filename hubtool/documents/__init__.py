"""Text files with YAML in them: bytes in, data that knows its place out."""

from hubtool.documents.document import Document, SourceFile
from hubtool.documents.parsing import IS_FAST, parse

__all__ = ["IS_FAST", "Document", "SourceFile", "parse"]
