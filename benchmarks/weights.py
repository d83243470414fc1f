"""Lists the pages of big hubs that weigh too much for a phone: `python benchmarks/weights.py 1000 10000`.

No engine draws them: each page is weighed in the frame of a small hub's site.
"""

import gzip
import sys
import tempfile
from collections import Counter
from pathlib import Path

import hubs
import sites

from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages import Page, page_at, pages
from hubtool.site.source_page import block, parts

MOST_BYTES = 200_000
MOST_SENT = 60_000  # bytes, compressed as hosts do it

_FRAMED = "evidence/"


def frame(folder: Path) -> str:
    """Return what stands around a page in the site of a small hub made in *folder*."""
    small = sites.make(folder, 3)
    page = page_at(small.hub, _FRAMED)
    if page is None:
        raise RuntimeError(f"there is no {_FRAMED}")
    html = (small.folder / _FRAMED / "index.html").read_text(encoding="utf-8")
    return html.replace(block(page.body), "")


def weigh(hub: Hub, around: str) -> None:
    """Print the weights of the pages of *hub* that are above a limit, and how many are not."""
    kinds: Counter[str] = Counter()
    for page in pages(hub):
        content = _content(page, around)
        sent = len(gzip.compress(content, 6))
        is_heavy = len(content) > MOST_BYTES or sent > MOST_SENT
        kinds[page.kind if is_heavy else ""] += 1
        if is_heavy:
            print(f"  {len(content) / 1000:7.0f} kB {sent / 1000:6.0f} kB sent  {page.address}")
    light = kinds.pop("", 0)
    print(f"  {light} pages are light, {kinds.total()} are not: {dict(kinds)}")


def _content(page: Page, around: str) -> bytes:
    return f"{around}{parts(page)['head']}{block(page.body)}".encode()


def main(sizes: list[int]) -> None:
    """Weigh the pages of hubs of all *sizes*."""
    with tempfile.TemporaryDirectory() as folder:
        around = frame(Path(folder) / "small")
        print(f"frame: {len(around.encode()) / 1000:.0f} kB")
        for size in sizes:
            hub, _ = load(sources(hubs.make(Path(folder) / str(size), size)), today=sites.TODAY)
            if hub is None:
                raise RuntimeError("the hub has faults")
            print(f"{size} cases")
            weigh(hub, around)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000])
