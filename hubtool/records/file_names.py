"""The names of the files of records: each is the address of a page."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from hubtool.diagnostics.diagnostic import Diagnostic, Related, Severity, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import phrase, wording
from hubtool.models.types import SLUG, slug_from

RESERVED = frozenset(
    {
        "404",
        "assets",
        "atom",
        "by-theme",
        "feed",
        "index",
        "page",
        "pagefind",
        "print",
        "robots",
        "search",
        "sitemap",
    }
)
"""Ids that would take the address of a file or folder of the site."""

_FORMS = (".docx", ".xlsx", ".csv")
_PAGES = {
    ".md": "H117.page",
    ".markdown": "H117.page",
    ".html": "H117.web-page",
    ".htm": "H117.web-page",
}
_START = Span(1, 1, 1, 1)


def misplaced(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of *paths*, which are where records belong and are none."""
    for text in paths:
        path = PurePosixPath(text)
        stem = path.name.partition(".")[0]
        values = {"name": path.name, "stem": stem, "folder": path.parts[0]}
        hint = severity = None
        if path.stem.lower() == "readme":
            hint, severity = phrase("H117.readme", folder=path.parent), Severity.WARNING
        words = wording(_misplacement(path), hint, **values)
        yield diagnostic(words, path=text, span=_START, severity=severity)


def _misplacement(path: PurePosixPath) -> str:
    if path.suffix == ".yaml":
        return "H117.ending"
    if ".yml" in path.suffixes[:-1]:
        return "H117.two-endings"
    if path.suffix in _FORMS:
        return "H117.form"
    if path.suffix != ".yml":
        return _PAGES.get(path.suffix, "H117.no-record")
    return "H117.folder" if len(path.parts) > 2 else "H117.link"


def bad_name(path: PurePosixPath, paths: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if no page can have the name of *path*; it joins those in *paths*."""
    key = f"{path.parts[0]}/{path.stem.lower()}"
    if key in paths:
        related = (Related(paths[key], _START, phrase("H116.other-file")),)
        yield diagnostic(
            wording("H116.one-address", name=path.name, other=PurePosixPath(paths[key]).name),
            path=str(path),
            span=_START,
            related=related,
        )
        return
    paths[key] = str(path)
    if path.stem in RESERVED:
        yield diagnostic(wording("H115.kept", stem=path.stem), path=str(path), span=_START)
    elif not SLUG.fullmatch(path.stem):
        better = slug_from(path.stem)
        hint = phrase("H114.rename", name=better) if better else None
        yield diagnostic(
            wording("H114.no-address", hint, name=path.name), path=str(path), span=_START
        )
