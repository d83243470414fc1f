"""Measures how soon an edit is in the browser: `python benchmarks/preview.py 79 1000`.

For each size it shows a hub as `hubtool serve` does, changes the title of a case that somebody has
open, and prints how long it is until the browser is told and has the new page. Beside it stands
what the engine by itself takes for the same pages, which is what its own preview does at each edit.
"""

import http.client
import json
import queue
import re
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import hubs
from sites import TODAY

from hubtool.files import sources
from hubtool.load import load
from hubtool.preview.watch import Update, serve
from hubtool.site.build import SOURCE, source, write_source
from hubtool.site.engine import Job, render

EDITS = 7


def measure(size: int, root: Path) -> None:
    """Print how long an edit takes in a hub of *size* cases made in *root*."""
    hubs.make(root, size)
    waits = _edits(root)
    seconds = statistics.median(waits)
    print(f"{size:>6} cases  an edit is in the browser after {seconds:.2f} s", end="")
    whole = _engine_alone(root)
    print(f", with the engine alone after {whole:.2f} s ({whole / seconds:.0f} times)")


def _edits(root: Path) -> list[float]:
    told: queue.Queue[Update] = queue.Queue()
    stop = threading.Event()
    arguments = {"today": TODAY, "tell": told.put, "port": 0, "stop": stop}
    thread = threading.Thread(target=serve, args=(root,), kwargs=arguments)
    thread.start()
    shown = told.get()
    port = urlsplit(shown.address).port or 0
    file = min((root / "cases").glob("*.yml"))
    page = f"/cases/{file.stem}/"
    waits = [_edit(port, page, file, f"Edit {number}", told) for number in range(EDITS)]
    stop.set()
    thread.join()
    return waits


def _edit(port: int, page: str, file: Path, title: str, told: "queue.Queue[Update]") -> float:
    asked = f"/.hubtool/changes?page={page}&seen="
    state = json.loads(_asked(port, asked))["state"]
    answered = threading.Event()

    def wait() -> None:
        while json.loads(_asked(port, f"{asked}{state}"))["state"] == state:
            pass  # a browser asks again, too
        if title.encode() in _asked(port, page):
            answered.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    _wait_for_words(file)
    text = file.read_text(encoding="utf-8")
    start = time.monotonic()
    file.write_text(re.sub(r'"title": "[^"]*"', f'"title": "{title}"', text, count=1), "utf-8")
    waiting.join()
    seconds = time.monotonic() - start
    if not answered.is_set():
        raise RuntimeError(f"`{title}` is not on {page}")
    told.get()
    return seconds


def _wait_for_words(file: Path) -> None:
    """Wait until the words of the edit before are there: an edit made meanwhile waits for them."""
    rows = file.parents[1] / ".hubtool/preview-site/pagefind/pages-en/rows.json"
    while not rows.is_file() or rows.stat().st_mtime < file.stat().st_mtime:
        time.sleep(0.1)
    time.sleep(0.5)


def _asked(port: int, path: str) -> bytes:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    line.request("GET", path)
    content = line.getresponse().read()
    line.close()
    return content


def _engine_alone(root: Path) -> float:
    start = time.monotonic()
    hub, told = load(sources(root), today=TODAY)
    if hub is None:
        raise RuntimeError(told[:3])
    write_source(root, source(root, hub, with_previews=False))
    render(Job(root, SOURCE, "plain", ".mkdocs.plain.yml"), "mkdocs", today=TODAY)
    return time.monotonic() - start


if __name__ == "__main__":
    for number in [int(argument) for argument in sys.argv[1:]] or [79, 1000]:
        with tempfile.TemporaryDirectory() as folder:
            measure(number, Path(folder) / "hub")
