"""Builds the site: all of it or, if anything is wrong, nothing."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from hubtool.art.png import Preview, preview_png
from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import TreeChanges, docs, own_folder, package_files, put, sources, write
from hubtool.hub.hub import Hub
from hubtool.links.history import history_now
from hubtool.load import load
from hubtool.search import index as search
from hubtool.site.compile import Compiled, compile_site, hidden
from hubtool.site.draw import Drawing, draw
from hubtool.site.last_build import (
    PICTURES,
    PREVIEWS,
    LastBuild,
    Options,
    is_closed,
    key,
    last_build,
    remember,
    tool,
)
from hubtool.site.offline import name_pages
from hubtool.site.pictures import is_whole, shipped_pictures, with_bare_pictures
from hubtool.site.preview_pictures import previews
from hubtool.site.stages import Amounts, Stages
from hubtool.site.strangers import note_files, strangers
from hubtool.site.swap import NEW, SITE, building, put_in_place

SOURCE = "build"

_ENOUGH_TO_SHARE = 64  # pictures: for fewer it takes longer to begin than to draw


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The diagnostics of a build, whether there is a new site, and what was made for it."""

    diagnostics: tuple[Diagnostic, ...]
    is_new: bool
    amounts: Amounts = field(default_factory=Amounts)
    indexes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteSource:
    """Everything a site is made from, and the diagnostics about pages that are left out."""

    compiled: Compiled
    media: dict[str, bytes | Path]
    diagnostics: tuple[Diagnostic, ...]
    amounts: Amounts


def build(root: Path, options: Options, stages: Stages | None = None) -> BuildResult:
    """Build the site of the hub in *root*; if that fails, the last good site stays as it is.

    It fails on an error, and with *options* that are strict on a warning too.
    """
    stages = stages or Stages()
    with building(root):
        stages.begin("reading")
        files = sources(root)
        digest = key(root, files, options)
        hub, diagnostics = load(files, today=options.today)
        if hub is None or failures(diagnostics, strict=options.strict):
            return BuildResult(tuple(diagnostics), is_new=False)
        gc.freeze()  # the hub stays: it need not be searched for garbage again and again
        result = _publish(root, hub, options, diagnostics, stages)
        gc.unfreeze()
        # What changed while the site was made may be in it by half, and the page for convenors
        # says what is known of links too.
        is_known = key(root, sources(root), options) == digest and not options.with_report
        if result.is_new and is_known and is_closed(files):
            remember(root, LastBuild(digest, result.diagnostics, indexes=result.indexes))
        stages.end()
        return result


def _publish(
    root: Path, hub: Hub, options: Options, diagnostics: list[Diagnostic], stages: Stages
) -> BuildResult:
    """Make the site of *hub*, and put it in the place of the last one if nothing is wrong."""
    folder = root / NEW
    further, amounts = _draw(root, hub, options, stages)
    diagnostics = [*diagnostics, *further]
    indexes = _last_indexes(root)

    def is_good() -> bool:
        return not failures(diagnostics, strict=options.strict)

    if is_good():
        stages.begin("words")
        diagnostics += search.index(folder, hub, indexes)
    if options.offline:
        name_pages(folder)
    stages.begin("publishing")
    if is_good():
        diagnostics += strangers(root, SITE, folder)
    if is_new := is_good():
        note_files(root, folder)
        put_in_place(folder, root / SITE)
    amounts = replace(amounts, indexes=len(indexes.digests), new_indexes=indexes.fresh)
    return BuildResult(tuple(sorted(diagnostics)), is_new, amounts, indexes.digests)


def _last_indexes(root: Path) -> search.Indexes:
    """Return the word indexes of the site, if nothing has touched it and hubtool is the same."""
    last = last_build(root)
    digests = last.indexes if last and last.tool == tool() else {}
    return search.Indexes(root / SITE / search.FOLDER, digests)


def _draw(
    root: Path, hub: Hub, options: Options, stages: Stages
) -> tuple[tuple[Diagnostic, ...], Amounts]:
    """Draw the pages of *hub*, and let them go before their words are indexed."""
    site_source = source(root, hub, with_report=options.with_report, stages=stages)
    drawing = Drawing(root, NEW, today=options.today)
    engine = options.engine_name or hub.settings.hub.engine
    result = draw(drawing, engine, site_source.compiled, site_source.media, stages)
    return (*site_source.diagnostics, *result.diagnostics), site_source.amounts


def source(
    root: Path,
    hub: Hub,
    *,
    with_previews: bool = True,
    with_report: bool = False,
    stages: Stages | None = None,
) -> SiteSource:
    """Return everything that the site of *hub* in *root* is made from.

    *with_previews* adds the pictures of the pages, which matter only on a published site;
    *with_report* the page for convenors.
    """
    stages = stages or Stages()
    stages.begin("pages")
    # Pages of records link to the guides, so a hub without its own gets these.
    by_hand = package_files("guides") | with_bare_pictures(docs(root))
    tree = compile_site(hub, by_hand, links=history_now(root) if with_report else None)
    stages.begin("pictures")
    pictures = shipped_pictures(own_folder(root, PICTURES), root, hub)
    files: dict[str, bytes | Path] = {**hub.captions, **pictures}
    files = {f"docs/{path}": file for path, file in files.items()}
    amounts = Amounts(pages=len(tree.pages))
    if with_previews:
        previews, new = _pictures(own_folder(root, PREVIEWS), hub)
        files |= previews
        amounts = replace(amounts, pictures=len(previews), new_pictures=new)
    return SiteSource(tree, files, tuple(hidden(by_hand, tree)), amounts)


def write_source(root: Path, source: SiteSource) -> TreeChanges:
    """Write *source* into build/ below *root*, for an engine that is run by hand."""
    return write(root / SOURCE, {**source.media, **source.compiled.tree()})


def _pictures(cache: Path, hub: Hub) -> tuple[dict[str, Path], int]:
    """Return the pictures of the pages and how many are new.

    They are the files in *cache*, by their paths in the tree.
    """
    pictures = previews(hub)
    files = {path: cache / f"{preview.key}.png" for path, preview in pictures.items()}
    missing = {file: pictures[path] for path, file in files.items() if not is_whole(file)}
    for file, content in zip(missing, _drawings(list(missing.values())), strict=True):
        put(file, content)
    write(cache, {file.name: file for file in files.values()})  # removes the pictures of no page
    return {f"docs/{path}": file for path, file in files.items()}, len(missing)


def _drawings(pictures: Sequence[Preview]) -> Iterator[bytes]:
    """Yield *pictures* as PNGs; many are shared out among the machine's processors."""
    if len(pictures) < _ENOUGH_TO_SHARE:
        yield from map(preview_png, pictures)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(preview_png, pictures, chunksize=8)
