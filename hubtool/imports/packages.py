"""Files from strangers, opened within limits: 1 MB as sent, 10 MB unpacked, no external entities."""

import base64
import binascii
import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from hubtool.imports.draft import UnreadableError

MOST_BYTES = 1_000_000
MOST_UNPACKED = 10_000_000
MOST_FILES = 200


def within_limit(content: bytes) -> bytes:
    """Return *content*, or raise UnreadableError where it is too large."""
    if len(content) > MOST_BYTES:
        raise UnreadableError("this is larger than 1 MB", hint="send the words without pictures")
    return content


def unpacked_text(letters: str) -> str:
    """Return the case that the form in the browser has packed into *letters*."""
    packed = "".join(letters.split()).rstrip("=")
    try:
        content = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        text = unpacker.decompress(content, MOST_UNPACKED)
        if unpacker.unconsumed_tail:
            raise UnreadableError("the packed case is larger than 10 MB")
        if not unpacker.eof:
            raise UnreadableError(_INCOMPLETE, hint=_SEND_AGAIN)
        return text.decode("utf-8")
    except (binascii.Error, zlib.error, UnicodeError, ValueError):
        raise UnreadableError(_INCOMPLETE, hint=_SEND_AGAIN) from None


_INCOMPLETE = "the packed case is not complete"
_SEND_AGAIN = "send it again with the form, or attach the file that the form saves"


class Package:
    """A ZIP file of XML parts, as word processors and spreadsheets write them."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise UnreadableError("this file cannot be opened: it is not complete") from None
        parts = self._zip.infolist()
        # No part yields more bytes than its entry in the directory says.
        if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableError("this file is larger than 10 MB when it is unpacked")
        self.names = frozenset(part.filename for part in parts)

    def check(self) -> None:
        """Raise UnreadableError where any XML part declares entities or is no XML."""
        for name in sorted(self.names):
            if name.endswith((".xml", ".rels", ".vml")):
                self.xml(name)

    def xml(self, name: str) -> Element:
        """Return the XML part *name*."""
        try:
            root: Element = fromstring(self._zip.read(name), forbid_dtd=True)
        except DefusedXmlException:
            raise UnreadableError("this file declares entities, which no form does") from None
        except (
            ParseError,
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            ValueError,
            EOFError,
        ):
            raise UnreadableError("this file cannot be opened: a part of it is broken") from None
        return root
