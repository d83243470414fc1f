"""The frozen hub holds what tests rely on, and nothing that the hub itself no longer shows."""

import re

from small_hubs import FROZEN, REPOSITORY, TODAY

from hubtool.diagnostics.diagnostic import Severity
from hubtool.files import sources
from hubtool.load import load

WITHDRAWN = re.compile(r"^consent:\s*(?:\{.*|\n(?:  .*\n)*  )status: withdrawn", re.MULTILINE)


def test_it_is_valid() -> None:
    hub, diagnostics = load(sources(FROZEN), today=TODAY)
    assert [item for item in diagnostics if item.severity is Severity.ERROR] == []
    assert hub
    assert len(hub.cases) == 40


def test_a_case_that_was_withdrawn_from_the_hub_is_not_kept_for_tests() -> None:
    withdrawn = {
        path.name
        for path in (REPOSITORY / "cases").glob("*.yml")
        if WITHDRAWN.search(path.read_text(encoding="utf-8"))
    }
    assert withdrawn & {path.name for path in (FROZEN / "cases").glob("*.yml")} == set()


def test_a_withdrawn_case_is_seen_in_either_form() -> None:
    assert WITHDRAWN.search("title: x\nconsent: {status: withdrawn}\n")
    assert WITHDRAWN.search("consent:\n  agreed_by: us\n  status: withdrawn\n")
    assert not WITHDRAWN.search("consent:\n  status: agreed\nnote:\n  status: withdrawn\n")
