"""Scripts of the site, run by Node on many values at once."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from small_hubs import REPOSITORY


def node() -> str:
    """Return Node's path; without it a test is skipped, and fails in CI."""
    path = shutil.which("node", path=str(REPOSITORY / ".venv" / "bin")) or shutil.which("node")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Node")
    return path


def answers(script: Path, table: Any, values: Iterable[Any], folder: Path) -> list[Any]:
    """Return what *script* answers to each of *values*; it is told a file in *folder* with *table*."""
    file = folder / f"{script.stem}.json"
    file.write_text(json.dumps(table), encoding="utf-8")
    run = subprocess.run(
        [node(), str(script), str(file)],
        input="".join(f"{json.dumps(value)}\n" for value in values),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]
