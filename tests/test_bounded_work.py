"""No text costs unbounded time: twice as much of it costs less than three times the steps.

Steps are counted and not timed, so that a slow machine fails no test.
"""

import pytest
from long_texts import RECORDS, calls
from small_hubs import REPOSITORY, TODAY, sources
from step_counting import MOST_STEPS, Pattern, patterns

from hubtool.documents.transcripts import transcript
from hubtool.load import Memory, load
from hubtool.text.markdown import render
from hubtool.text.quotations import without_quotations

MOST = 3
ENOUGH_STEPS = 1500  # below these a beginning counts for more than the text
# These read what the package itself has written, never a contributor's file.
READ_OUR_OWN = {
    "art/png/paths.py": "the drawings of this package",
    "search/documents.py": "finished pages, in which each tag is closed",
    "search/stop_words.py": "finished pages, in which each tag is closed",
    "site/engine.py": "the words of an engine, within bounds",
    "site/compile.py": "the style sheets of this package",
    "text/typography.py": "finished pages, in which each tag is closed",
    "text/markdown.py": "rendered Markdown of this package",
}
OURS = ("(<pre>.*?</pre>)",)
MEMORY = Memory()  # of the vocabularies, which are read once


def is_checked(pattern: Pattern) -> bool:
    file = pattern.place.partition(":")[0]
    return file not in READ_OUR_OWN or (file == "text/markdown.py" and pattern.text not in OURS)


PATTERNS = [pattern for pattern in patterns(REPOSITORY / "hubtool") if is_checked(pattern)]


def test_the_patterns_of_the_package_are_found() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize(
    ("text", "is_slow"),
    [(r"\s*\[", True), (r"(?<!\s)\s*\[", False), (r"(a+)+b", True), (r"a{1,64}@", False)],
)
def test_a_careless_pattern_is_known_by_its_steps(text: str, is_slow: bool) -> None:
    pattern = Pattern("here", text, 0, is_anchored=False)
    assert any(growth(pattern, *texts) >= MOST for texts in pairs(pattern)) is is_slow


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.place)
def test_a_pattern_is_matched_in_steps_that_grow_as_the_text_does(pattern: Pattern) -> None:
    for short, long in pairs(pattern):
        assert growth(pattern, short, long) < MOST, f"{pattern.text} in {long[:40]!r}…"


def pairs(pattern: Pattern) -> list[tuple[str, str]]:
    return list(zip(pattern.slow_texts(100), pattern.slow_texts(200), strict=True))


def growth(pattern: Pattern, short: str, long: str) -> float:
    steps = pattern.steps(long)
    if steps >= MOST_STEPS:
        return float("inf")
    return steps / pattern.steps(short) if steps > ENOUGH_STEPS else 1


@pytest.mark.parametrize("name", RECORDS)
def test_a_file_is_checked_in_steps_that_grow_as_it_does(name: str) -> None:
    def check(size: int) -> int:
        text = RECORDS[name](size)
        return calls(
            lambda: load(sources({"cases/river-walks.yml": text}), today=TODAY, memory=MEMORY)
        )

    check(0)  # the vocabularies are read
    nothing = check(0)
    assert check(240) - nothing < MOST * (check(120) - nothing) + nothing


@pytest.mark.parametrize(
    "form",
    ["> a\n", "- > a\n\n", "[@s] ", "<a:", "*a ", "[a](b ", "a\n\n", "# a\n", "1. a\n", "`a"],
)
def test_markdown_is_rendered_in_steps_that_grow_as_it_does(form: str) -> None:
    for act in (lambda text: render(text, references={}), without_quotations):
        few, many = (calls(lambda n=n, act=act: act(form * n)) for n in (1000, 2000))  # type: ignore[misc]
        assert many < MOST * few + 1000


@pytest.mark.parametrize(
    "form", ["00:01.000 --> 00:02.000\na\n\n", "a\n\n", "<v A>a", " \n", "-->\n"]
)
def test_captions_are_read_in_steps_that_grow_as_they_do(form: str) -> None:
    few, many = (
        calls(lambda n=n: transcript(f"WEBVTT\n\n{form * n}".encode()))  # type: ignore[misc]
        for n in (500, 1000)
    )
    assert many < MOST * few + 1000
