"""Dates as people write them are read where they are clear."""

import pytest

from hubtool.text.written_dates import edtf_from


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 April 2019", "2019-04-03"),
        ("April 3rd, 2019", "2019-04-03"),
        ("Jan 2026", "2026-01"),
        ("01/15/2026", "2026-01-15"),
        ("2019/4", "2019-04"),
        ("2019 to present", "2019/.."),
        ("2019 - 2021", "2019/2021"),
        ("May 2019 – June 2021", "2019-05/2021-06"),
        ("since 2015", "2015/.."),
        ("about 2019", "2019~"),
        ("Spring 2019", "2019-21"),
        ("2019 May", "2019-05"),
        ("May to July 2019", "2019-05/2019-07"),
        ("May - 3 July 2019", "2019-05/2019-07-03"),
        ("2019/20", "2019/2020"),
        ("the 1990s", "199X"),
        ("2019-09-30T10:00:00Z", "2019-09-30"),
        ("3 spring 2019", None),
        ("2019/13", None),
        ("03/04/2019", None),
        ("31 February 2019", None),
        ("soon", None),
        ("2019 - 2021 - 2023", None),
        ("since 2019 to 2021", None),
        ("2019-13", None),
        ("9" * 50_000, None),
        ("a " * 50_000, None),
    ],
)
def test_a_date_in_words(text: str, edtf: str | None) -> None:
    assert edtf_from(text) == edtf
