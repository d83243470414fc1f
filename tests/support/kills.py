"""Builds that are killed at a chosen step: at the n-th time that they touch a file of the hub."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from small_hubs import REPOSITORY

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)

_SCRIPT = """\
import os, sys
from hubtool.cli import main
root, last, number, note = sys.argv.pop(), int(sys.argv.pop()), int(sys.argv.pop()), sys.argv.pop()
steps = 0
def hook(event, arguments):
    global steps
    if event.startswith(("open", "os.", "shutil.", "subprocess.")) and root in str(arguments[:1]):
        steps += 1
        if steps == last:
            os.kill(os.getpid(), number)
sys.addaudithook(hook)
try:
    main()
finally:
    with open(note, "w") as file:
        file.write(str(steps))
"""


def steps_of_a_build(root: Path) -> int:
    """Build the hub in *root*, and return in how many steps that was done."""
    process, note = _build(root, 0, signal.SIGTERM)
    assert process.returncode == 0, process.stderr
    return int(note.read_text())


def kill_a_build(root: Path, step: int, number: signal.Signals) -> subprocess.CompletedProcess[str]:
    """Build the hub in *root*, and send the build *number* at *step*."""
    return _build(root, step, number)[0]


def _build(
    root: Path, step: int, number: signal.Signals
) -> tuple[subprocess.CompletedProcess[str], Path]:
    note = root.parent / "steps.txt"
    words = ["build", "--today", "2026-11-23", str(note), str(int(number)), str(step), str(root)]
    process = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return process, note
