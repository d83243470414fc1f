"""Draws a site: the engine draws hand-written pages and shells, hubtool all other pages."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import DOCS_FOLDER, SETTINGS, WORK_FOLDER, add, own_folder, remove, write
from hubtool.pages import Page
from hubtool.site.compile import Compiled
from hubtool.site.engine import EngineName, Job, render
from hubtool.site.shells import Form, Shell, form, shell, stand_in
from hubtool.site.source_page import markdown
from hubtool.site.stages import Stages

File = tuple[str, bytes | Path]
Files = Mapping[str, bytes | Path]

_DOCS = f"{DOCS_FOLDER}/"
_PATH = re.compile(rb"[\w./-]+")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The folder *target* of the hub in *root*, into which a site is drawn, and its *url*."""

    root: Path
    target: str
    today: date
    url: str | None = None

    @property
    def folder(self) -> Path:
        """The folder of the site."""
        return self.root / self.target


@dataclass(frozen=True, slots=True)
class DrawResult:
    """The shells of the drawn pages, none if the engine failed, and the diagnostics."""

    shells: Mapping[Form, Shell]
    diagnostics: tuple[Diagnostic, ...]


def draw(
    drawing: Drawing,
    engine: EngineName,
    compiled: Compiled,
    media: Files,
    stages: Stages | None = None,
) -> DrawResult:
    """Draw the whole site of *compiled* and *media* into an empty folder."""
    stages = stages or Stages()
    stages.begin("engine")
    visible = for_the_engine(drawing.root, compiled, media)
    diagnostics = tuple(_render(drawing, engine, visible))
    if failures(diagnostics):
        return DrawResult({}, diagnostics)
    stages.begin("writing")
    forms = _forms(compiled)
    shells = {form: _take_shell(drawing.folder, form) for form in forms}
    by_engine = visible.keys() - {_stand_in_path(form) for form in forms}
    pages = {path: page for path, page in compiled.pages.items() if path not in by_engine}
    add(drawing.folder, framed(pages, shells))
    add(drawing.folder, copied({**compiled.files, **media}))
    return DrawResult(shells, diagnostics)


def framed(pages: Mapping[str, Page], shells: Mapping[Form, Shell]) -> Iterator[File]:
    """Yield each of *pages* as a file of the site."""
    for page in pages.values():
        yield f"{page.address}index.html", shells[form(page)].around(page)


def copied(files: Files) -> Iterator[File]:
    """Yield the *files* that the site holds unchanged."""
    for path, content in files.items():
        if path.startswith(_DOCS):
            yield path.removeprefix(_DOCS), content


def for_the_engine(root: Path, compiled: Compiled, media: Files) -> dict[str, bytes | Path]:
    """Return the files for the engine: hand-written pages, files that they mention, and stand-ins.

    So the engine finds every broken link, and does no work that is the same for each record.
    """
    by_hand, files = compiled.by_hand, {**compiled.files, **media}
    texts = {path: content for path, content in by_hand.items() if path.endswith(".md")}
    texts[f"{_DOCS}{SETTINGS}"] = (root / SETTINGS).read_bytes()
    mentioned = {target for path, text in texts.items() for target in _mentioned(path, text)}
    return {
        **by_hand,
        **{path: files[path] for path in files if path in mentioned or path.startswith("theme/")},
        **{path: markdown(page) for path, page in compiled.pages.items() if path in mentioned},
        **{_stand_in_path(form): markdown(stand_in(form)) for form in _forms(compiled)},
    }


def _forms(compiled: Compiled) -> set[Form]:
    return {form(page) for page in compiled.pages.values()}


def _stand_in_path(form: Form) -> str:
    return f"{_DOCS}{form.address}index.md"


def _mentioned(path: str, text: bytes) -> Iterator[str]:
    """Yield the paths that the words of *text*, a file at *path*, may mean."""
    folder = posixpath.dirname(path)
    for word in set(_PATH.findall(text)):
        target = posixpath.normpath(posixpath.join(folder, word.decode()))
        yield from (target, f"{target}/index.md")


def _render(drawing: Drawing, engine: EngineName, source: Files) -> list[Diagnostic]:
    name = posixpath.basename(drawing.target)
    part = f"{WORK_FOLDER}/{name}-source"
    write(own_folder(drawing.root, part), source)
    job = Job(drawing.root, part, drawing.target, f".mkdocs.hubtool-{name}.yml", drawing.url)
    diagnostics = render(job, engine, today=drawing.today)
    remove(drawing.root / part)
    return diagnostics


def _take_shell(site: Path, form: Form) -> Shell:
    """Return the shell for pages of *form*, and take its stand-in out of *site*."""
    html = (site / form.address / "index.html").read_text(encoding="utf-8")
    if form.address:
        remove(site / form.address.split("/")[0])
    return shell(html, form)
