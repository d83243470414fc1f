"""The guides lead to what they name: keys to the field reference, commands to the tool."""

import re
from pathlib import Path

import pytest
from click import Context
from small_hubs import REPOSITORY

from hubtool.cli import hubtool
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection

GUIDES = sorted((REPOSITORY / "docs").rglob("*.md"))
KEYS = {*fields(CaseStudy), *fields(Collection)}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parent.name)
def test_a_guide_that_shows_keys_leads_to_the_field_reference(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    shown = set(re.findall(r"^    ([a-z_]+):", text, re.MULTILINE))
    assert "fields/index.md" in text or not shown & KEYS


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parent.name)
def test_every_command_that_a_guide_names_is_there(guide: Path) -> None:
    names = set(re.findall(r"(?:`|^    )hubtool ([a-z]+)", guide.read_text("utf-8"), re.MULTILINE))
    assert names <= set(hubtool.list_commands(Context(hubtool)))
