"""Builds the site: all of it or, where anything is wrong, nothing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hubtool.art.png import preview_png
from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import WORK_FOLDER, TreeChanges, docs, package_files, put, sources, write
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.search import index as search
from hubtool.site.compile import Compiled, compiled, hidden, media
from hubtool.site.draw import Drawing, draw
from hubtool.site.engine import EngineName
from hubtool.site.preview_pictures import previews
from hubtool.site.swap import put_in_place, recover, single_writer

SOURCE = "build"
SITE = "site"
PREVIEWS = f"{WORK_FOLDER}/cache/previews"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the diagnostics, and whether there is a new site."""

    diagnostics: tuple[Diagnostic, ...]
    is_new: bool


@dataclass(frozen=True)
class Source:
    """What a site is made from: what was compiled, the media beside it, and what was left out."""

    compiled: Compiled
    media: dict[str, Path]
    diagnostics: tuple[Diagnostic, ...]


def build(
    root: Path, *, today: date, engine_name: EngineName | None = None, strict: bool = False
) -> Built:
    """Build the site of the hub in *root*; where that fails, the last good site stays as it is.

    An error fails it; with *strict* a warning does, too.
    """
    with single_writer(root / WORK_FOLDER / "build.lock", doing="building"):
        drawing = Drawing(root, f"{WORK_FOLDER}/{SITE}", today=today)
        recover(drawing.folder, root / SITE)
        hub, diagnostics = load(sources(root), today=today)
        if hub is None or failures(diagnostics, strict=strict):
            return Built(tuple(diagnostics), is_new=False)
        made = source(root, hub)
        diagnostics += made.diagnostics
        name = engine_name or hub.settings.hub.engine
        diagnostics += draw(drawing, name, made.compiled, made.media).diagnostics
        if not failures(diagnostics, strict=strict):
            diagnostics += search.index(drawing.folder, hub)
        if is_good := not failures(diagnostics, strict=strict):
            put_in_place(drawing.folder, root / SITE)
        return Built(tuple(sorted(diagnostics)), is_new=is_good)


def source(root: Path, hub: Hub, *, with_previews: bool = True) -> Source:
    """Return what the site of *hub* in *root* is made from.

    *with_previews* draws the pictures of the pages too, which only matter once they are published.
    """
    # Pages of records lead to these, so a hub that has none of its own is given them.
    by_hand = package_files("guides") | docs(root)
    made = compiled(hub, by_hand)
    beside = media(hub, root)
    if with_previews:
        beside |= _drawn(root / PREVIEWS, hub)
    return Source(made, beside, tuple(hidden(by_hand, made)))


def write_source(root: Path, source: Source) -> TreeChanges:
    """Write *source* into build/ below *root*, for an engine that is run by hand."""
    return write(root / SOURCE, {**source.media, **source.compiled.tree()})


def _drawn(cache: Path, hub: Hub) -> dict[str, Path]:
    """Return where in the tree the pages' pictures stand, and where they lie, drawn once."""
    wanted = previews(hub)
    kept = {path: cache / f"{preview.key}.png" for path, preview in wanted.items()}
    for path, place in kept.items():
        if not place.is_file():
            put(place, preview_png(wanted[path]))
    write(cache, {place.name: place for place in kept.values()})  # what nobody shows any more goes
    return {f"docs/{path}": place for path, place in kept.items()}
