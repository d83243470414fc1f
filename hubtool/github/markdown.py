"""Other people's words in a comment on GitHub: they mention nobody, link nothing and close nothing."""

import re

from hubtool.text.escape import terminal

_SPECIAL = re.compile(r"[^\w\s.,;?'/()\N{EN DASH}\N{RIGHT SINGLE QUOTATION MARK}-]|_")
_FENCES = re.compile(r"`{3,}")


def plain(text: str) -> str:
    """Return *text* as words within a line: every sign that means something is written as a number."""
    line = " ".join(terminal(text.replace("\n", " ")).split())
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", line)


def code(text: str) -> str:
    """Return *text* as code within a line; mentions and references are not read there."""
    return f"<code>{plain(text)}</code>"


def block(text: str, language: str = "yaml") -> str:
    """Return *text* as a block of code that no line of it can end."""
    fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(text))])
    lines = "\n".join(map(terminal, text.rstrip("\n").split("\n")))
    return f"{fence}{language}\n{lines}\n{fence}"
