"""Links of pages by hand to records are followed by validate, not only by an engine."""

import pytest
from small_hubs import CASE, diagnostics

PENDING = CASE.replace("status: agreed, agreed_by: Exampleton Anglers committee, agreed_on: 2026-01",
                       "status: pending")  # fmt: skip


def about(path: str, text: str) -> list[str]:
    files = {"cases/river-walks.yml": CASE, "cases/damp.yml": PENDING, path: text}
    return [item.message for item in diagnostics(files) if item.code == "H312"]


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (
            "docs/a.md",
            "[x](cases/nowhere/index.md)",
            "leads to `cases/nowhere`, which is not there",
        ),
        (
            "docs/a/index.md",
            "[x](../cases/nowhere/)",
            "leads to `cases/nowhere`, which is not there",
        ),
        ("docs/a/index.md", "[x]\n\n[x]: ../cases/nowhere/index.md", "which is not there"),
        ("docs/a.md", "[x](cases/damp/index.md)", "leads to `cases/damp`, which is not published"),
        ("docs/a.md", "[x](cases/river-walks/index.md#lesson-no)", "has no part `lesson-no`"),
        ("docs/a.md", "[x](collections/none/index.md)", "leads to `collections/none`"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(path: str, text: str, message: str) -> None:
    (told,) = about(path, text)
    assert message in told


@pytest.mark.parametrize(
    "text",
    [
        "[x](cases/river-walks/index.md)",
        "[x](cases/river-walks/index.md#lesson-walk-first)",
        "[x](cases/river-walks/index.md#story)",
        "[x](cases/index.md) [y](cases/) [z](https://a.org/cases/nowhere/)",
        "[x](cases/river-walks/cite.bib)",
        "Code:\n\n    [x](cases/nowhere/index.md)",
        "```\n[x](cases/nowhere/index.md)\n```",
    ],
)
def test_what_leads_somewhere_passes(text: str) -> None:
    assert about("docs/a.md", text) == []
