"""Builds the site: all of it or, where anything is wrong, nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hubtool import compile as compiling
from hubtool import engine, search
from hubtool.diagnostics import Diagnostic, Severity
from hubtool.drawing import preview_png
from hubtool.files import WORK_FOLDER, Written, docs, put, sources, write
from hubtool.hub import Hub
from hubtool.load import load
from hubtool.previews import previews
from hubtool.swap import alone, put_in_place, recover

SOURCE = "build"
SITE = "site"
PREVIEWS = f"{WORK_FOLDER}/cache/previews"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the diagnostics, and whether there is a new site."""

    diagnostics: tuple[Diagnostic, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What the engine reads, as it was written, and what was left out of it."""

    written: Written
    diagnostics: tuple[Diagnostic, ...]


def build(
    root: Path, *, today: date, engine_name: engine.EngineName | None = None, strict: bool = False
) -> Built:
    """Build the site of the hub in *root*; where that fails, the last good site stays as it is.

    An error fails it; with *strict* a warning does, too.
    """
    with alone(root / WORK_FOLDER / "build.lock", doing="building"):
        new, site = root / WORK_FOLDER / SITE, root / SITE
        recover(new, site)
        hub, diagnostics = load(sources(root), today=today)
        if hub is None or fails(diagnostics, strict=strict):
            return Built(tuple(diagnostics), is_new=False)
        diagnostics += write_source(root, SOURCE, hub).diagnostics
        job = engine.Job(root, SOURCE, f"{WORK_FOLDER}/{SITE}", ".mkdocs.hubtool.yml")
        name = engine_name or hub.settings.hub.engine
        diagnostics += engine.render(job, name, today=today)
        if not fails(diagnostics, strict=strict):
            diagnostics += search.index(new, hub)
        if is_good := not fails(diagnostics, strict=strict):
            put_in_place(new, site)
        return Built(tuple(sorted(diagnostics)), is_new=is_good)


def write_source(root: Path, folder: str, hub: Hub, *, with_previews: bool = True) -> Source:
    """Write what the engine reads into *folder* below *root*.

    *with_previews* draws the pictures of the pages too, which only matter once they are published.
    """
    media: dict[str, bytes | Path] = {**compiling.media(hub, root)}
    if with_previews:
        media |= _drawn(root / PREVIEWS, hub)
    by_hand = docs(root)
    tree = media | compiling.tree(hub, by_hand)
    return Source(write(root / folder, tree), tuple(compiling.hidden(by_hand, tree)))


def _drawn(cache: Path, hub: Hub) -> dict[str, Path]:
    """Return where in the tree the pages' pictures stand, and where they lie, drawn once."""
    wanted = previews(hub)
    kept = {path: cache / f"{preview.key}.png" for path, preview in wanted.items()}
    for path, place in kept.items():
        if not place.is_file():
            put(place, preview_png(wanted[path]))
    write(cache, {place.name: place for place in kept.values()})  # what nobody shows any more goes
    return {f"docs/{path}": place for path, place in kept.items()}


def fails(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Say whether *diagnostics* keep a site from being published."""
    weights = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(found.severity in weights for found in diagnostics)
