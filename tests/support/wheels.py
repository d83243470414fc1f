"""The wheel that people install, built and installed without a network."""

import os
import subprocess
import sys
from pathlib import Path

from small_hubs import REPOSITORY


def run(*words: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def built_wheel(folder: Path) -> Path:
    """Build the wheel of this repository into *folder*, and return it."""
    options = ("--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder))
    run("-m", "pip", "wheel", *options, str(REPOSITORY))
    (wheel,) = folder.glob("hubtool-*.whl")
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    """Install *wheel* alone into a folder below *folder*, and return that."""
    target = folder / "installed"
    run("-m", "pip", "install", "--no-deps", "--quiet", "--target", str(target), str(wheel))
    return target
