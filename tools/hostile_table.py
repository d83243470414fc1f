# ruff: noqa: INP001  (a script of this repository, not a package)
"""Prints the table of hostile inputs, faults and kills that the tests try: tests/HOSTILE.md."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from math import prod
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS / "support"))

from fuzzing import TARGETS, seeds  # noqa: E402
from hostile_hub import HOSTILE  # noqa: E402
from long_texts import RECORDS  # noqa: E402
from mistakes import mistakes  # noqa: E402

_START = """\
# What is tried on hubtool, and what must come of it

Made by `python tools/hostile_table.py > tests/HOSTILE.md` from the tests; a test compares, and lets
new tests go uncounted for a while. A test fails where what stands in the third column does not hold.

| Tried | How many | What must come of it | Where |
|---|--:|---|---|
"""
_ROWS = (
    (
        "Addresses, numbers, names and quotations that must not be public",
        "found at its place, or left out",
        ("records/test_privacy.py", "text/test_quotations.py"),
    ),
    (
        "Pictures that are damaged, lie, are too large, or tell of people",
        "refused by name, and never shipped with what they tell",
        (
            "documents/test_pictures.py",
            "documents/test_picture_secrets.py",
            "site/test_pictures.py",
        ),
    ),
    (
        "Captions as the world makes them",
        "read, or told what to change",
        ("documents/test_caption_forms.py", "documents/test_transcripts.py"),
    ),
    ("Texts in place of web addresses", "told in plain words", ("text/test_web_addresses.py",)),
    ("Files that strangers send", "a case file, or one line", ("imports/test_limits.py",)),
    (
        "Engines and indexers that fail, hang or are missing",
        "one message; the last good site stays",
        ("site/test_programs.py",),
    ),
    (
        "Disks that are full, read-only, vanishing or in the way",
        "one line with a hint; the last good site stays",
        ("test_disk.py",),
    ),
    ("Edits, faults and browsers while a preview runs", "it goes on", ("preview/test_serve.py",)),
)


def table() -> str:
    """Return the table."""
    fuzzing, kills = _module("test_fuzzing.py"), _module("site/test_kills.py")
    broken = sum(1 for path in (TESTS / "broken").glob("*/*"))
    drawn = (fuzzing.ALIKE + fuzzing.ANY) * len(TARGETS)
    rows = [
        ("Broken files", broken, "an error with its line and a hint", "broken/"),
        ("First mistakes of newcomers", len([*mistakes()]), "words to act on", "mistakes/"),
        (
            "Texts that would run or break out, in each field, with both engines",
            len(HOSTILE) * 2,
            "words on the page, and nothing else",
            "site/test_hostile.py",
        ),
        *((kind, _cases(names), result, ", ".join(names)) for kind, result, names in _ROWS),
        (
            "Records that slow a careless rule",
            len(RECORDS),
            "twice the record costs less than three times the steps",
            "test_bounded_work.py",
        ),
        (
            "Bytes that fuzzing has kept",
            sum(len(seeds(target)) for target in TARGETS),
            "nothing falls",
            "corpus/",
        ),
        ("Bytes drawn anew in each full run", drawn, "nothing falls", "test_fuzzing.py"),
        (
            "Builds killed, in each test run",
            kills.KILLS,
            "the site and the sources stay whole",
            "site/test_kills.py",
        ),
        (
            "Builds killed by `make faults`",
            kills.MANY_KILLS,
            "the site and the sources stay whole",
            "site/test_kills.py",
        ),
    ]
    lines = [
        f"| {kind} | {count:,} | {result} | `{where}` |\n" for kind, count, result, where in rows
    ]
    return _START + "".join(lines)


def _cases(names: tuple[str, ...]) -> int:
    """Return how many tests stand in the modules *names*, each row of their tables by itself."""
    tests = [
        test
        for module in map(_module, names)
        for name, test in vars(module).items()
        if name.startswith("test_") and callable(test)
    ]
    return sum(
        prod(len(mark.args[1]) for mark in _marks(test) if mark.name == "parametrize")
        for test in tests
    )


def _marks(test: object) -> list[object]:
    return list(getattr(test, "pytestmark", ()))


def _module(name: str) -> ModuleType:
    spec = spec_from_file_location(f"counted_{Path(name).stem}", TESTS / name)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.stdout.write(table())
