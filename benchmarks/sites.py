"""Makes the site of a big hub, as `hubtool build` does but for the pictures of shared pages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import hubs

from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.search.index import index
from hubtool.site.build import source
from hubtool.site.draw import Drawing, draw

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Made:
    """A site in a folder, made from a hub."""

    folder: Path
    hub: Hub


def make(root: Path, size: int) -> Made:
    """Write a hub of *size* cases to *root*, which must not exist, and its site to *root*/site."""
    hubs.make(root, size)
    hub, told = load(sources(root), today=TODAY)
    if hub is None:
        raise RuntimeError([one.message for one in told][:5])
    drawing = Drawing(root, "site", TODAY)
    made = source(root, hub, with_previews=False)
    failed = [*draw(drawing, "mkdocs", made.compiled, made.media).diagnostics]
    failed += index(drawing.folder, hub)
    if failed:
        raise RuntimeError([one.message for one in failed])
    return Made(drawing.folder, hub)
