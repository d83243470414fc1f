"""Media: the files of a case are in its folder, and everybody can follow the films."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.spans import Route
from hubtool.documents.pictures import Picture, PictureFault
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
            message = f"`{PurePosixPath(path).name}`: {picture.message}"
            yield diagnostic(picture.code, message, path=path, hint=picture.hint)


def _secrets(path: str, picture: Picture) -> Iterator[Diagnostic]:
    if picture.secrets:
        yield diagnostic(
            "H509",
            f"the picture's metadata tell {' and '.join(picture.secrets)}",
            path=path,
            hint="save it without them: in Windows with “Remove Properties and Personal "
            f"Information”, elsewhere with `exiftool -all= -tagsfromfile @ -orientation {path}`",
        )


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
            hint=_near_name(records, file),
        )
    elif "captions" in route:
        yield from _captions(
            entry, route, file, records.captions[file].content if file in records.captions else b""
        )
    else:
        yield from _picture(entry, route, file, records.pictures.get(file))


def _near_name(records: Records, file: str) -> str:
    folder = f"{PurePosixPath(file).parent}/"
    names = {path.casefold(): path for path in sorted(records.media) if path.startswith(folder)}
    match = names.get(file.casefold()) or next(iter(get_close_matches(file, names.values(), 1)), "")
    return f"did you mean `{match}`?" if match else "add the file, or mend its name"


def _picture(
    entry: Entry, route: Route, file: str, picture: Picture | PictureFault | None
) -> Iterator[Diagnostic]:
    if isinstance(picture, Picture):
        return
    fault = picture or PictureFault("H507", "no picture", "put a JPEG or PNG picture there")
    name = PurePosixPath(file).name
    verb = "is " if fault.code == "H507" else "cannot be shown: "
    yield entry.fault(fault.code, f"`{name}` {verb}{fault.message}", route=route, hint=fault.hint)


def _captions(entry: Entry, route: Route, file: str, content: bytes) -> Iterator[Diagnostic]:
    read = transcript(content)
    if read.other_format:
        message = f"`{PurePosixPath(file).name}` is {read.other_format}"
        yield entry.fault("H505", message, route=route, hint=read.faults[0].hint)
        return
    if not file.endswith(".vtt"):
        hint = f"rename it to `{PurePosixPath(file).with_suffix('.vtt')}`"
        yield entry.fault("H505", f"`{file}` should end in `.vtt`", route=route, hint=hint)
    if read.is_rolling:
        yield diagnostic(
            "H511",
            "these captions show each line again above the next, and the repeats were left out",
            path=file,
            hint="read the transcript: captions that a machine made are often wrong",
        )
    for message, (first, *further) in _by_message(read.faults).items():
        # What is wrong with one cue is mostly wrong with all of them.
        suffix = f", and {len(further)} more like it" if further else ""
        yield diagnostic(
            "H505",
            f"{message}{suffix}",
            path=file,
            span=first.span,
            hint=first.hint,
            severity=Severity.WARNING if first.is_slight else None,
        )


def _by_message(faults: Iterable[CueFault]) -> dict[str, list[CueFault]]:
    groups: dict[str, list[CueFault]] = {}
    for fault in faults:
        groups.setdefault(fault.message, []).append(fault)
    return groups


def _uncaptioned(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # Who restates the public record cannot caption somebody else's film.
    severity = Severity.NOTE if case.is_public_record else None
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
