"""Media: what a case owns lies beside it, and films can be followed by everybody."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from hubtool.diagnostics import Diagnostic, Severity
from hubtool.models.case import CaseStudy
from hubtool.records import Entry, Records
from hubtool.spans import Route


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield media that are missing, misplaced or no WebVTT, and films without captions."""
    for entry, case in records.cases():
        for route, file in _media(case):
            yield from _file(records, entry, route, file)
        yield from _uncaptioned(entry, case)


def _media(case: CaseStudy) -> Iterator[tuple[Route, str]]:
    for index, image in enumerate(case.images):
        yield ("images", index, "file"), image.file
    for index, film in enumerate(case.films):
        for position, captions in enumerate(film.captions):
            yield ("films", index, "captions", position, "file"), captions.file


def _file(records: Records, entry: Entry, route: Route, file: str) -> Iterator[Diagnostic]:
    home = f"cases/{entry.id}/"
    span = entry.document.span(route)
    path = PurePosixPath(file)
    if not file.startswith(home) or ".." in path.parts or "\\" in file:
        yield entry.fault(
            "H502",
            f"`{file}` does not lie in `{home}`",
            span=span,
            route=route,
            hint=f"put the file into `{home}` and write `{home}{path.name}`",
        )
    elif file not in records.media:
        yield entry.fault(
            "H501",
            f"there is no file `{file}`",
            span=span,
            route=route,
            hint="add the file, or mend its name",
        )
    elif "captions" in route and not _is_webvtt(records.captions.get(file, b"")):
        yield entry.fault(
            "H505",
            f"`{path.name}` is not a WebVTT file",
            span=span,
            route=route,
            hint="its first line must be `WEBVTT`, and each cue needs `00:01.000 --> 00:04.000`",
        )


def _is_webvtt(content: bytes) -> bool:
    head = content.removeprefix(b"\xef\xbb\xbf")
    return (
        head.startswith(b"WEBVTT")
        and head[6:7] in (b"", b" ", b"\t", b"\n", b"\r")
        and b"-->" in head
    )


def _uncaptioned(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # Somebody else's film cannot be captioned by whoever restates the public record.
    severity = Severity.NOTE if case.consent.status == "public-record" else None
    for index, film in enumerate(case.films):
        if not film.captions and not (film.access and film.access.captions):
            route = ("films", index, "title")
            yield entry.fault(
                "H504",
                "nothing says that this film has captions or a transcript",
                route=route,
                severity=severity,
                hint="add a WebVTT file under `captions`, or say `access: {captions: true}`",
            )
