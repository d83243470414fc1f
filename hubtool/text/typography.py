"""Typographic quotation marks and apostrophes, in plain words and in the text of HTML."""

import re
from collections.abc import Callable, Sequence

_VERBATIM = "code|kbd|pre|samp|script|style|textarea"
# Code as a whole, a comment, or a tag: what stands between two of them is text.
_NO_TEXT = re.compile(rf"(<({_VERBATIM})\b[^>]*>.*?</\2>|<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|span|strong|sup)\b")
_CODE = re.compile(rf"<(?:{_VERBATIM})\b")
_MARKS = re.compile(r"""'|"|&#39;|&#34;|&quot;|&#x27;""")
_DOUBLE = frozenset({'"', "&#34;", "&quot;"})
_NO_PROSE = re.compile(
    rf"""
      \A---\n.*?\n---\n                                        # front matter
    | ^\ {{0,3}}(?P<fence>`{{3,}}|~{{3,}}).*?(?:^\ {{0,3}}(?P=fence)|\Z)
    | ^(?:\ {{4}}|\t)[^\n]*                                     # code, or what may be
    | ^\ {{0,3}}\[(?!\^)[^\]\n]*\]:[^\n]*                       # the target of links
    | ^\ *[!?]{{3}}[^\n]*                                       # the head of a box
    | (?<!`)(?P<ticks>`+)[^`]+(?P=ticks)
    | <(?P<tag>{_VERBATIM})\b.*?(?:</(?P=tag)>|\Z)
    | <[^<>]*>
    | (?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)
    | \{{[^{{}}\n]*\}}
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_PARTS = 3  # of the split: a text, what is no text, and the name of an element of code
_EMPHASIS = frozenset("*_")
_DECADE = re.compile(r"\d0s\b")
_OPENERS = frozenset("([{‘“-–—/") | {
    ""
}  # what may stand before an opening mark, beside white space


def curly(text: str) -> str:
    """Return plain *text* with typographic quotation marks and apostrophes."""
    return _curly(text, "")


def curly_html(source: str) -> str:
    """Return the HTML *source* with such marks in its text, but neither in tags nor in code."""
    parts = _NO_TEXT.split(source)
    for index in range(0, len(parts), _PARTS):
        text = parts[index]
        if "'" in text or '"' in text or "&#" in text or "&quot;" in text:
            parts[index] = _curly(text, _before(parts, index))
        if index:
            parts[index - 1] = ""  # the name of an element of code, which stands in the part before
    return "".join(parts)


def curly_markdown(source: str) -> str:
    """Return the Markdown *source* with such marks in its prose: as many signs, in the same lines."""
    parts, end, before = [], 0, ""
    for match in (*_NO_PROSE.finditer(source), None):
        prose = source[end : match.start() if match else None]
        parts.append(_curly(prose, before))
        if match:
            parts.append(match[0])
            end = match.end()
            # After code and addresses a mark closes.
            before = (prose[-1:] or before) if _TAG.match(match[0]) else "x"
    return "".join(parts)


def _before(parts: Sequence[str], index: int) -> str:
    """Return the character before a text, across the tags inside a line."""
    while index:
        element = parts[index - _PARTS + 1]
        if _CODE.match(element):
            return "x"  # a mark after code closes
        if not _TAG.match(element):
            return ""
        index -= _PARTS
        if parts[index]:
            return parts[index][-1]
    return ""


def _curly(text: str, before: str) -> str:
    return _MARKS.sub(_mark(before), text)


def _mark(before: str) -> Callable[[re.Match[str]], str]:
    """Return a function for the marks of a text that follows the character *before*."""
    previous = {"end": -1, "mark": ""}

    def mark(match: re.Match[str]) -> str:
        text, start, end = match.string, match.start(), match.end()
        place = start
        while place and text[place - 1] in _EMPHASIS:
            place -= 1
        last = text[place - 1] if place else before
        if previous["end"] == start:
            last = str(previous["mark"])
        opens = (last in _OPENERS or last.isspace()) and not text[end : end + 1].isspace()
        if match[0] in _DOUBLE:
            result = "“" if opens else "”"
        else:
            result = "‘" if opens and not _DECADE.match(text, end) else "’"
        previous.update(end=end, mark=result)
        return result

    return mark
