"""COMMANDS.md is what the commands say of themselves, and README names each of them."""

import re
import sys
from pathlib import Path

import click
import pytest

from hubtool.cli import hubtool

ROOT = Path(__file__).parents[2]
NAMES = hubtool.list_commands(click.Context(hubtool))


def test_the_reference_is_what_the_commands_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    sys.modules.pop("commands", None)
    from commands import reference  # noqa: PLC0415  # a script of tools/, found by its path

    assert (ROOT / "COMMANDS.md").read_text(encoding="utf-8") == reference(), (
        "run `python tools/commands.py > COMMANDS.md`"
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_names_every_command(name: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`hubtool {name}\b", text)
