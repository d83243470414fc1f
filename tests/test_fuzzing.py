"""Whatever bytes come, each way in holds: the kept corpus, and changes of it drawn at random.

`make fuzz` looks further, led by what the code does; what it finds is kept in the corpus.
"""

import re
from pathlib import Path

import pytest
from fuzzing import CORPUS, TARGETS, seeds
from hostile_table import table as table_of_tests
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from small_hubs import REPOSITORY

ALIKE, ANY = 60, 40  # examples of each target
NUMBER = re.compile(r"\| ([\d,]+) \|")
SEEDS = [(target, file) for target in TARGETS for file in seeds(target)]

# A part of the whole that is cut out, doubled, or replaced by some bytes.
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.sampled_from((0, 2)), st.binary(max_size=8)),
    max_size=5,
)


def edited(content: bytes, edits: list[tuple[float, float, int, bytes]]) -> bytes:
    for where, share, times, replacement in edits:
        start = int(where * len(content))
        end = start + int(share * len(content))
        content = content[:start] + content[start:end] * times + replacement + content[end:]
    return content


def test_each_target_has_a_corpus_and_each_corpus_a_target() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == TARGETS.keys()
    assert all(len(seeds(target)) >= 4 for target in TARGETS)


@pytest.mark.parametrize(("target", "file"), SEEDS, ids=lambda part: getattr(part, "name", part))
def test_what_is_kept_in_the_corpus_holds(target: str, file: Path) -> None:
    TARGETS[target](file.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.data())
@examples(ALIKE)
def test_what_is_like_the_corpus_holds(target: str, data: st.DataObject) -> None:
    kept = data.draw(st.sampled_from(seeds(target))).read_bytes()
    TARGETS[target](edited(kept, data.draw(EDITS)))


@pytest.mark.parametrize("target", TARGETS)
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@examples(ANY)
def test_any_bytes_hold(target: str, content: bytes) -> None:
    TARGETS[target](content)


def test_the_table_of_what_is_tried_is_that_of_the_tests() -> None:
    kept = (REPOSITORY / "tests/HOSTILE.md").read_text(encoding="utf-8")
    made = table_of_tests()
    hint = "run `python tools/hostile_table.py > tests/HOSTILE.md`"
    assert NUMBER.sub("|N|", kept) == NUMBER.sub("|N|", made), hint
    for told, true in zip(NUMBER.findall(kept), NUMBER.findall(made), strict=True):
        counts = [int(count.replace(",", "")) for count in (told, true)]
        assert 0.8 * counts[1] <= counts[0] <= counts[1], hint
