import re
from io import BytesIO

import pytest
from measurement import CLEAN, HUGO, Machine, Measurement
from PIL import Image
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
    slower, faster = re.split(r"^## Where it is faster in both$", text, flags=re.MULTILINE)
    assert f"- {CLEAN}, beside {HUGO}: 9.60 / 0.17" in slower
    assert "- `hubtool build`, nothing changed, beside Hugo with Pagefind: 0.52 / 0.50" in faster


def test_memory_of_the_word_index_stands_apart(text: str) -> None:
    assert "| 300 | 400 |" in text


def test_growth_is_the_power_of_the_number_of_cases(text: str) -> None:
    assert "the power 1.00 of the number of cases" in text
    assert "| 2,000 | 2000.0 | 310 MB |" in text


def test_the_machine_its_load_and_the_versions_are_named(text: str) -> None:
    assert "Measured on 2026-11-30: Exemplar 3, 2 processors, 8 GB, Linux, Python 3.11." in text
    assert "4.5 programs\nran or waited for a processor, so others shared it. Hugo 0.168.0." in text


def test_the_plot_has_a_bar_for_every_tool() -> None:
    picture = Image.open(BytesIO(plot([measurement(1000)])))
    colours = [picture.getpixel((342, 8 + 32 * number + 16)) for number in range(len(NAMES))]
    paper = picture.getpixel((2, 2))
    assert picture.height == 8 + 32 * len(NAMES) + 8
    assert paper not in colours
