"""Media: the files of a case are in its folder, and everybody can follow the films."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import Wording, did_you_mean, phrase, wording
from hubtool.documents.pictures import Picture
from hubtool.documents.transcripts import CueFault, transcript
from hubtool.models.case import CaseStudy
from hubtool.records.records import Entry, Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield media that are missing, misplaced or faulty, and films without captions."""
    for entry, case in records.cases():
        for route, file in _media(case):
            yield from _file(records, entry, route, file)
        yield from _uncaptioned(entry, case)
    for path, picture in sorted(records.pictures.items()):
        if isinstance(picture, Picture):
            yield from _secrets(path, picture)
        elif path.startswith("docs/"):
            message = phrase("any.file", name=PurePosixPath(path).name, reason=picture.message)
            yield diagnostic(picture._replace(message=message), path=path)


def _secrets(path: str, picture: Picture) -> Iterator[Diagnostic]:
    if picture.secrets:
        key = ("H509.secret", "H509.secrets", "H509.three")[len(picture.secrets) - 1]
        values = dict(zip(("first", "second", "third"), picture.secrets, strict=False))
        yield diagnostic(wording(key, path=path, **values), path=path)


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
        words = wording("H502.elsewhere", file=file, home=home, name=path.name)
        yield entry.fault(words, span=span, route=route)
    elif file not in records.media:
        words = wording("H501.no-file", _near_name(records, file), file=file)
        yield entry.fault(words, span=span, route=route)
    elif "captions" in route:
        yield from _captions(
            entry, route, file, records.captions[file].content if file in records.captions else b""
        )
    else:
        yield from _picture(entry, route, file, records.pictures.get(file))


def _near_name(records: Records, file: str) -> str | None:
    folder = f"{PurePosixPath(file).parent}/"
    names = {path.casefold(): path for path in sorted(records.media) if path.startswith(folder)}
    match = names.get(file.casefold()) or next(iter(get_close_matches(file, names.values(), 1)), "")
    return did_you_mean(match)


def _picture(
    entry: Entry, route: Route, file: str, picture: Picture | Wording | None
) -> Iterator[Diagnostic]:
    if isinstance(picture, Picture):
        return
    words = picture or wording("H507.missing")
    key = "H507.file" if words.code == "H507" else "any.not-shown"
    message = phrase(key, name=PurePosixPath(file).name, reason=words.message)
    yield entry.fault(words._replace(message=message), route=route)


def _captions(entry: Entry, route: Route, file: str, content: bytes) -> Iterator[Diagnostic]:
    read = transcript(content)
    if read.other_format:
        name = PurePosixPath(file).name
        words = wording("H505.file", read.faults[0].words.hint, name=name, kind=read.other_format)
        yield entry.fault(words, route=route)
        return
    if not file.endswith(".vtt"):
        words = wording("H505.ending", file=file, better=PurePosixPath(file).with_suffix(".vtt"))
        yield entry.fault(words, route=route)
    if read.is_rolling:
        yield diagnostic(wording("H511.rolling"), path=file)
    for message, (first, *further) in _by_message(read.faults).items():
        # What is wrong with one cue is mostly wrong with all of them.
        words = first.words
        if further:
            several = phrase("H505.several", message=message, count=len(further))
            words = words._replace(message=several)
        severity = Severity.WARNING if first.is_slight else None
        yield diagnostic(words, path=file, span=first.span, severity=severity)


def _by_message(faults: Iterable[CueFault]) -> dict[str, list[CueFault]]:
    groups: dict[str, list[CueFault]] = {}
    for fault in faults:
        groups.setdefault(fault.words.message, []).append(fault)
    return groups


def _uncaptioned(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # Who restates the public record cannot caption somebody else's film.
    severity = Severity.NOTE if case.is_public_record else None
    for index, film in enumerate(case.films):
        if not film.captions and not (film.access and film.access.captions):
            route = ("films", index, "title")
            yield entry.fault(wording("H504.uncaptioned"), route=route, severity=severity)
