# ruff: noqa: INP001  (a script of this repository, not a package)
"""Prints the table of newcomers' first mistakes with what they are told: tests/mistakes/README.md."""

import sys
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/support"))

from mistakes import Mistake, first, mistakes

_START = """\
# First mistakes, and what people are told

Made by `python tools/mistakes_table.py > tests/mistakes/README.md` from `mistakes.yml`; a test compares. Whoever changes a
message reads its rows aloud as somebody who has never seen the format: is it clear what to type?
"""
_MOST = 60


def table() -> str:
    """Return the table, kind by kind."""
    parts = [_START]
    for kind, group in groupby(mistakes(), key=lambda mistake: mistake.kind):
        parts.append(f"\n## {kind}\n\n| Mistake | Written | Told |\n|---|---|---|\n")
        parts += [_row(mistake) for mistake in group]
    return "".join(parts)


def _row(mistake: Mistake) -> str:
    item = first(mistake)
    told = "nothing: it is right" if item is None else f"{item.message}. **{item.hint}**"
    written = mistake.shown.strip()
    shown = written if len(written) <= _MOST else f"{written[:_MOST]}…"
    cells = (mistake.it, _code(shown), told.replace("\n", " ⏎ ").replace("|", "\\|"))
    return f"| {' | '.join(cells)} |\n"


def _code(text: str) -> str:
    visible = "".join(
        letter if letter.isprintable() else f"<U+{ord(letter):04X}>"
        for letter in text.replace("\n", " ⏎ ")
    )
    return f"`` {visible.replace('|', chr(92) + '|')} ``"


if __name__ == "__main__":
    sys.stdout.write(table())
