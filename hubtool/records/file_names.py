"""The names of the files of records: each is the address of a page."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from hubtool.diagnostics.diagnostic import Diagnostic, Related, Severity, diagnostic
from hubtool.diagnostics.spans import Span
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

_START = Span(1, 1, 1, 1)


def misplaced(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of *paths*, which are where records belong and are none."""
    for text in paths:
        path = PurePosixPath(text)
        if path.suffix == ".yaml":
            message, hint = (
                "the file's name should end in `.yml`",
                f"rename it to `{path.stem}.yml`",
            )
        elif path.suffix == ".yml" and len(path.parts) > 2:
            message, hint = (
                "a record lies in the wrong folder",
                f"move it to `{path.parts[0]}/{path.name}`",
            )
        elif path.suffix == ".yml":
            message, hint = "a link to another file is not followed", "put the file itself here"
        else:
            message = f"`{path.name}` is not a record"
            hint = "records end in `.yml`; what a case owns lies in `cases/<id>/`"
        is_about_folder = path.stem.lower() == "readme"
        severity = Severity.WARNING if is_about_folder else None
        if is_about_folder:
            hint = f"nothing of it is published; words for readers belong in `docs/`, not {path.parent}/"
        yield diagnostic("H117", message, path=text, span=_START, hint=hint, severity=severity)


def bad_name(path: PurePosixPath, paths: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if no page can have the name of *path*; it joins those in *paths*."""
    key = f"{path.parts[0]}/{path.stem.lower()}"
    if key in paths:
        related = (Related(paths[key], _START, "the other file"),)
        message = f"`{path.name}` and `{PurePosixPath(paths[key]).name}` would have one address"
        yield diagnostic(
            "H116", message, path=str(path), span=_START, hint="rename one of them", related=related
        )
        return
    paths[key] = str(path)
    if path.stem in RESERVED:
        yield diagnostic(
            "H115",
            f"`{path.stem}` is kept for the site itself",
            path=str(path),
            span=_START,
            hint=f"rename the file, for instance to `the-{path.stem}.yml`",
        )
    elif not SLUG.fullmatch(path.stem):
        better = slug_from(path.stem)
        hint = (
            f"rename it to `{better}.yml`"
            if better
            else "use small letters, digits and single hyphens"
        )
        yield diagnostic(
            "H114", f"`{path.name}` cannot be an address", path=str(path), span=_START, hint=hint
        )
