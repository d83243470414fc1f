"""Web addresses as they are shared: with marks that say who shared them, and that lead nowhere."""

import re

from hubtool.text.web_addresses import split_address

_MARKS = re.compile(
    r"(?:utm_\w+|fbclid|gclid|igshid|igsh|mc_cid|mc_eid|si|pp|feature)=.*", re.IGNORECASE
)
_ON_YOUTUBE_ONLY = re.compile(r"(?:si|pp|feature)=", re.IGNORECASE)
_YOUTUBE = re.compile(r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|spotify\.com)$")


def without_marks(url: str) -> str:
    """Return *url* without the parts of its query that only say who shared it, and how."""
    parts = split_address(url)
    is_youtube = _YOUTUBE.search(parts.hostname or "") is not None
    parts_left = [
        part for part in parts.query.split("&") if not _is_mark(part, is_youtube=is_youtube)
    ]
    return (
        url
        if "&".join(parts_left) == parts.query
        else parts._replace(query="&".join(parts_left)).geturl()
    )


def _is_mark(part: str, *, is_youtube: bool) -> bool:
    if not _MARKS.fullmatch(part):
        return False
    return is_youtube or not _ON_YOUTUBE_ONLY.match(part)
