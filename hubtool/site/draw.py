"""Draws a site: the engine the hand-written pages and one shell for each form, hubtool the rest."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import DOCS_FOLDER, SETTINGS, WORK_FOLDER, add, remove, write
from hubtool.pages import Page
from hubtool.site.compile import Compiled
from hubtool.site.engine import EngineName, Job, render
from hubtool.site.shells import Form, Shell, form, shell, stand_in
from hubtool.site.source_page import markdown

File = tuple[str, bytes | Path]
Files = Mapping[str, bytes | Path]

_DOCS = f"{DOCS_FOLDER}/"
_PATH = re.compile(rb"[\w./-]+")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where a site is drawn: *target* is a folder of the hub in *root*, *url* where it is shown."""

    root: Path
    target: str
    today: date
    url: str | None = None

    @property
    def folder(self) -> Path:
        """The folder of the site."""
        return self.root / self.target


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a drawing: the shells its pages stand in; none where the engine failed."""

    shells: Mapping[Form, Shell]
    diagnostics: tuple[Diagnostic, ...]


def draw(drawing: Drawing, engine: EngineName, compiled: Compiled, media: Files) -> Drawn:
    """Draw the whole site of *compiled* and *media*, where nothing else stands yet."""
    seen = for_the_engine(drawing.root, compiled, media)
    told = _render(drawing, engine, seen)
    if failures(told):
        return Drawn({}, tuple(told))
    forms = _forms(compiled)
    shells = {form: _taken(drawing.folder, form) for form in forms}
    drawn = seen.keys() - {_stand_in_path(form) for form in forms}
    rest = {path: page for path, page in compiled.pages.items() if path not in drawn}
    add(drawing.folder, framed(rest, shells))
    add(drawing.folder, copied({**compiled.files, **media}))
    return Drawn(shells, tuple(told))


def framed(pages: Mapping[str, Page], shells: Mapping[Form, Shell]) -> Iterator[File]:
    """Yield each of *pages* as a file of the site."""
    for page in pages.values():
        yield f"{page.address}index.html", shells[form(page)].around(page)


def copied(files: Files) -> Iterator[File]:
    """Yield those of *files* that the site has as they are."""
    for path, content in files.items():
        if path.startswith(_DOCS):
            yield path.removeprefix(_DOCS), content


def for_the_engine(root: Path, compiled: Compiled, media: Files) -> dict[str, bytes | Path]:
    """Return what the engine must see: what is written by hand and what that mentions, and shells.

    So it finds every link that leads nowhere, and does nothing that is the same for each record.
    """
    by_hand, files = compiled.by_hand, {**compiled.files, **media}
    texts = {path: content for path, content in by_hand.items() if path.endswith(".md")}
    texts[f"{_DOCS}{SETTINGS}"] = (root / SETTINGS).read_bytes()
    mentioned = {target for path, text in texts.items() for target in _mentioned(path, text)}
    return {
        **by_hand,
        **{path: files[path] for path in files if path in mentioned or path.startswith("theme/")},
        **{path: markdown(page) for path, page in compiled.pages.items() if path in mentioned},
        **{_stand_in_path(one): markdown(stand_in(one)) for one in _forms(compiled)},
    }


def _forms(compiled: Compiled) -> set[Form]:
    return {form(page) for page in compiled.pages.values()}


def _stand_in_path(form: Form) -> str:
    return f"{_DOCS}{form.address}index.md"


def _mentioned(path: str, text: bytes) -> Iterator[str]:
    """Yield what the words of *text*, which stands at *path*, may stand for if they are paths."""
    folder = posixpath.dirname(path)
    for word in set(_PATH.findall(text)):
        target = posixpath.normpath(posixpath.join(folder, word.decode()))
        yield from (target, f"{target}/index.md")


def _render(drawing: Drawing, engine: EngineName, source: Files) -> list[Diagnostic]:
    name = posixpath.basename(drawing.target)
    part = f"{WORK_FOLDER}/{name}-source"
    write(drawing.root / part, source)
    job = Job(drawing.root, part, drawing.target, f".mkdocs.hubtool-{name}.yml", drawing.url)
    told = render(job, engine, today=drawing.today)
    remove(drawing.root / part)
    return told


def _taken(site: Path, form: Form) -> Shell:
    """Return the shell for pages of *form*, and take its stand-in out of *site*."""
    place = site / form.address
    html = (place / "index.html").read_text(encoding="utf-8")
    if form.address:
        remove(site / form.address.split("/")[0])
    return shell(html, form)
