"""Makes the pages of a site lead to one another where no server is: opened from a folder."""

import re
from pathlib import Path

# A relative address of a folder, which only a server knows to be the page in it.
_FOLDER = re.compile(
    rb"""( (?:href|action)=)(["']?)((?![a-zA-Z][a-zA-Z0-9+.-]{0,30}:|/|\#)(?:[^"'\s>?\#]*/|\.{1,2}|))"""
    rb"""(?=["'?\#\s>])"""
)


def name_pages(site: Path) -> None:
    """Let each link in *site* to a folder name the page in it."""
    for file in site.rglob("*.html"):
        content = file.read_bytes()
        if (replacement := _FOLDER.sub(_with_page, content)) != content:
            file.write_bytes(replacement)


def _with_page(match: re.Match[bytes]) -> bytes:
    attribute, quote, folder = match.groups()
    if not folder:
        return match[0]  # the page itself
    slash = b"" if folder.endswith(b"/") else b"/"
    return attribute + quote + folder + slash + b"index.html"
