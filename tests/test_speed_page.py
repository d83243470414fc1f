import re

import pytest
from defusedxml.ElementTree import fromstring
from measurement import CLEAN, HUGO, Machine, Measurement
from processes import Cost
from speed_page import page, plot

NAMES = (
    "`hubtool build`, nothing kept",
    "`hubtool build`, nothing changed",
    "`hubtool build`, one case edited",
    "`hubtool build`, one term edited",
    "Hugo with Pagefind",
    "Hugo, no search",
    "MkDocs + Material with Pagefind",
    "Zensical with Pagefind",
    "`hubtool validate`",
    "check-jsonschema",
    "pydantic over `yaml.safe_load`",
)
MACHINE = Machine(
    "Exemplar 3", 2, 8.0, "Linux, Python 3.11", 4.5, "2026-11-30", {"Hugo": "0.168.0"}
)


def measurement(size: int) -> Measurement:
    """Return a measurement in which each tool takes a second more than the one before it."""
    runs = {
        name: [Cost(number, number * size, 90), Cost(number + 0.5, number * size, 110)]
        for number, name in enumerate(NAMES, 2)
    }
    return Measurement(size, runs | {CLEAN: [Cost(60, size, 300, 400)]})


@pytest.fixture(scope="module")
def text() -> str:
    larger = Measurement(2000, {CLEAN: [Cost(130, 2000, 310)]})
    return page(MACHINE, [measurement(1000), larger])


def test_every_tool_has_a_row_with_its_spread(text: str) -> None:
    rows = re.findall(
        r"^\| (.+?) \| [\d.]+ \((?:[\d.]+ to [\d.]+|one run)\) \|", text, re.MULTILINE
    )
    assert rows == list(NAMES)


def test_what_is_slower_and_what_is_faster_is_said(text: str) -> None:
    slower, faster = re.split(r"^## Where it is faster$", text, flags=re.MULTILINE)
    assert f"- {CLEAN}: 9.6 times as long as {HUGO}" in slower
    assert "- `hubtool build`, nothing changed: 0.52 of the time of Hugo with Pagefind" in faster


def test_memory_of_the_word_index_stands_apart(text: str) -> None:
    assert "300 MB + 400 MB Pagefind" in text


def test_growth_is_the_power_of_the_number_of_cases(text: str) -> None:
    assert "the power 1.00 of the number of cases" in text
    assert "| 2,000 | 2000.0 | 310 MB |" in text


def test_the_machine_its_load_and_the_versions_are_named(text: str) -> None:
    assert "Measured on 2026-11-30: Exemplar 3, 2 processors, 8 GB, Linux, Python 3.11." in text
    assert "4.5 programs\nran or waited for a processor, so others shared it. Hugo 0.168.0." in text


def test_the_plot_has_a_bar_for_every_tool() -> None:
    drawing = fromstring(plot([measurement(1000)]))
    labels = [text.text for text in drawing.iterfind("{*}text[@text-anchor]")]
    assert labels == [name.replace("`", "") for name in NAMES]
