"""Files drawn at random: data in the shape of the models, hard texts in it, comments anywhere."""

import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import Any

from hubtool.documents.document import Document, Location
from hubtool.documents.writing import FieldLayout, MappingLayout
from hubtool.records.layout import layouts

FOLDERS = {
    "CaseStudy": "cases",
    "Collection": "collections",
    "Opportunity": "opportunities",
    "VocabularyFile": "vocabulary",
}

WORDS = (
    *("the", "people", "walked", "along", "river", "chose", "what", "to", "measure", "year", "no"),
    *("Kahnawà:ke", "café", "“quoted”", "it's", "10%", "yes", "On", "£5,000", "[sic]", "{braces}"),
    *("#", "hash", "a,b", "日本語", "🏴", "→", "O’Neill"),
)
HARD_TEXTS = (
    *("", " ", "no", "NO", "on", "y", "~", "null", "True", ".5", "1e5", "0x1F", "0o7", "012"),
    *("1_000", "6:40", "2019", "2019-09", "2019-09-30", "2019/2023", "-", "- a", "? b", "a: b"),
    *("a:", ":a", "#a", "a #b", "a#b", "'a'", '"a"', "a\\b", "@a", "`a`", "%a", "&a", "*a", "!a"),
    *("|", ">", "=", "<<", "...", "---", "a, b", "[a", "a]", "{a", "a}", " a", "a ", "a  b"),
    *("tab\there", "\ttab", "line\nbreak", "line\n", "\nline", "a\n\nb\n", "a\n\n", "a\n  \nb"),
    *("  a\nb", "a \nb ", "a\n\tb", ".inf", ".NaN", "1.0.0", "+1", "-.5", "𝔘𝔫𝔦", "GB-SCT"),
    *("https://example.org/a?b=c&d=[e]#f", "10.5334/cstp.154", "03e012345", "case#lesson"),
)
HIDDEN_TEXTS = ("bell\x07", "\x85", "\u2028", "\ufeff", "a\rb")
NUMBERS = (0, 1, -3, 83, 2019, 55000, 10**15, 0.5, 53.5, -2.25, 1e-5, 1e-7, 1.5e-9, 1e20, 1e21)
DATES = ("2019", 2019, "2019-09", "2019-09-30", "2019~/2023", "2021/..", "-0500")
NESTED = ([["a", "b"], []], {"a": {"b": [1, {"c": "d"}]}}, {}, [[{"a": 1}]])


class RandomFiles:
    """Draws data for kinds of files; the same *seed* draws the same."""

    def __init__(self, seed: int, *, has_hidden: bool = False) -> None:
        self._random = random.Random(seed)  # noqa: S311  (no secret)
        self._hard_texts = HARD_TEXTS + (HIDDEN_TEXTS if has_hidden else ())

    def __iter__(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield names of layouts with data for each, without end."""
        while True:
            name = self._random.choice(["CaseStudy", "CaseStudy", *FOLDERS])
            if data := self._mapping(layouts()[name], 0):
                yield name, data

    def _mapping(self, layout: MappingLayout, depth: int) -> dict[str, Any]:
        share = self._random.choice((0.15, 0.3, 0.6))
        keys = [key for key in layout.fields if self._random.random() < share]
        if self._random.random() < 0.1:
            keys.append(self._random.choice(("unknown", "no", "constructor", "a key: long", "#1")))
        self._random.shuffle(keys)
        return {key: self._value(layout.field(key), depth) for key in keys}

    def _value(self, field: FieldLayout, depth: int) -> Any:
        chance = self._random.random()
        if depth > 6:
            return self._scalar(field)
        if field.values:
            keys = self._random.sample((*WORDS, "no", "a b", "a: b"), 3)
            return {key: self._value(field.values, depth + 1) for key in sorted(set(keys))}
        if field.mapping:
            layout = layouts()[field.mapping]
            count = self._random.randrange(4)
            mappings = [self._mapping(layout, depth + 1) for _ in range(max(1, count))]
            return mappings[0] if chance < 0.3 else mappings[:count]
        if chance < 0.2:
            return [self._scalar(field) for _ in range(self._random.randrange(5))]
        return self._random.choice(NESTED) if chance < 0.23 else self._scalar(field)

    def _scalar(self, field: FieldLayout) -> Any:
        if field.is_date:
            return self._random.choice(DATES)
        other = (None, True, False, self._random.choice(NUMBERS))
        return self._text() if self._random.random() < 0.75 else self._random.choice(other)

    def _text(self) -> str:
        if self._random.random() < 0.3:
            return self._random.choice(self._hard_texts)
        words = self._random.choices(WORDS, k=self._random.choice((1, 2, 5, 12, 30, 45)))
        gaps = [" "] * 20 + ["  ", "\n", "\n\n"] if self._random.random() < 0.3 else [" "]
        return "".join(word + self._random.choice(gaps) for word in words).strip()


def simple(value: Any) -> Any:
    """Return *value* as it compares: dates and years as texts, numbers by value, types apart."""
    match value:
        case dict():
            return {key: simple(part) for key, part in value.items()}
        case list():
            return [simple(part) for part in value]
        case dt.date():
            return str(value)
        case int() if value == 2019:
            return "2019"
        case bool() | None | str():
            return value
    return ("number", float(value))


def commented(document: Document, seed: int) -> tuple[str, list[str]]:
    """Return the text of *document* with comments where YAML allows one, and the comments."""
    rng = random.Random(seed)  # noqa: S311  (no secret)
    text = document.text
    headers, ends = _blocks(document)
    breaks = _breaks(document)
    pieces: list[str] = []
    comments: list[str] = []
    last = 0
    for offset in sorted(breaks | headers):
        if rng.random() < 0.15:
            comment = f"# comment {len(comments)}, with: 'signs' # and \"more\" of them ] }}"
            # After a block more of an indentation would make the comment a part of the text.
            is_after_block = len(text[:offset].rstrip()) in ends and offset not in headers
            indent = 0 if is_after_block else rng.choice((0, 2, 4, 6, 8))
            is_beside = offset in headers or (not is_after_block and rng.random() < 0.5)
            lead = "  " if is_beside else "\n" + " " * indent
            pieces += (text[last:offset], lead, comment)
            comments.append(comment)
            last = offset
    return "".join((*pieces, text[last:])), comments


def _breaks(document: Document) -> set[int]:
    """Return the ends of lines that are not inside a text."""
    breaks = {match.start() for match in re.finditer(r"\n", document.text)}
    for location in _scalars(document.root):
        breaks -= set(range(location.start, location.end))
    return breaks


def _blocks(document: Document) -> tuple[set[int], set[int]]:
    """Return where the headers of blocks end, and where blocks end."""
    blocks = [part for part in _scalars(document.root) if document.text[part.start] in "|>"]
    headers = {document.text.index("\n", block.start) for block in blocks}
    return headers, {block.end for block in blocks}


def _scalars(location: Location) -> Iterator[Location]:
    for part in location.parts.values():
        if part.key_end > part.key_start:
            yield Location(part.key_start, part.key_end, 0, 0, {})
        if part.parts:
            yield from _scalars(part)
        elif part.end > part.start:
            yield part
