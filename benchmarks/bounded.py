"""Measures what the longest files cost that are read at all: `python benchmarks/bounded.py`.

For each kind of record that a careless rule would be slow on, it checks a file of half the limit
and one of nearly all of it, and prints the seconds and the calls: twice the file should cost about
twice as much. Then it does the same for every pattern of the package, and prints the slowest.
"""

import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests/support"))

from long_texts import RECORDS, calls  # noqa: E402
from small_hubs import TODAY, sources  # noqa: E402
from step_counting import Pattern, patterns  # noqa: E402

from hubtool.documents.decoding import MOST_BYTES  # noqa: E402
from hubtool.load import Memory, load  # noqa: E402

SLOWEST = 10
MEMORY = Memory()


def _check(text: str) -> None:
    load(sources({"cases/river-walks.yml": text}), today=TODAY, memory=MEMORY)


def _seconds(text: str) -> float:
    begin = time.process_time()
    _check(text)
    return time.process_time() - begin


def records() -> None:
    """Print what each kind of record costs at half the limit and near the limit."""
    for name, text_of in RECORDS.items():
        each = (len(text_of(2000)) - len(text_of(1000))) / 1000
        few, many = (text_of(int(MOST_BYTES * share / each)) for share in (0.45, 0.9))
        spent = [_seconds(few), _seconds(many)]
        work = [calls(lambda text=text: _check(text)) for text in (few, many)]
        print(
            f"{name:32} {len(many.encode()):>9,} bytes {spent[1]:6.2f} s ({spent[1] / spent[0]:.1f} "
            f"times half of it) {work[1]:>12,} calls ({work[1] / work[0]:.1f} times)"
        )


def slowest_patterns() -> None:
    """Print the patterns that take longest for a text near the limit."""
    rows = []
    for pattern in patterns(ROOT / "hubtool"):
        texts = zip(
            pattern.slow_texts(MOST_BYTES // 2), pattern.slow_texts(MOST_BYTES), strict=True
        )
        rows += [(_match(pattern, long), _match(pattern, short), pattern) for short, long in texts]
    for long, short, pattern in sorted(rows, key=lambda row: row[0])[: -SLOWEST - 1 : -1]:
        print(f"{pattern.place:40} {long:6.3f} s ({long / max(short, 1e-6):.1f} times half of it)")


def _match(pattern: Pattern, text: str) -> float:
    compiled = re.compile(pattern.text, pattern.flags)
    begin = time.process_time()
    if pattern.is_anchored:
        compiled.match(text)
    else:
        for _ in compiled.finditer(text):
            pass
    return time.process_time() - begin


if __name__ == "__main__":
    records()
    slowest_patterns()
