"""Film addresses that play nothing for readers: pages of whoever uploaded it, ids of wrong length."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs

from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.text.web_addresses import split_address

_ID = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE = re.compile(r"^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$")
_OF_A_FILM = frozenset({"embed", "shorts", "live", "v", "e"})
_NO_ID = frozenset({"videoseries", "live_stream"})
_OF_THE_MAKER = re.compile(
    r"/(?:manage/videos/)?(?P<id>\d+)(?:/(?P<hash>[0-9a-f]{6,}))?"
    r"(?P<end>/(?:settings|edit|privacy|analytics|advanced|general|distribution)\b.*)?/?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class FilmFault:
    """Why an address plays nothing, and the address that does, where it follows from this one."""

    words: Wording
    address: str | None = None


def film_fault(url: str) -> FilmFault | None:
    """Return why nobody but its maker can watch the film at *url*, None if they can."""
    parts = split_address(url)
    host = parts.hostname or ""
    if host == "studio.youtube.com" or (_YOUTUBE.match(host) and _is_editor(parts)):
        return _studio(parts)
    if host in {"youtu.be", "www.youtu.be"} or _YOUTUBE.match(host):
        return _wrong_id(parts, host)
    if host.removeprefix("www.") == "vimeo.com":
        return _vimeo(parts)
    if host == "drive.google.com" and parts.path.endswith("/edit"):
        return _only_maker(url.partition("/edit")[0] + "/view")
    if host in ("www.dropbox.com", "dropbox.com") and parts.path.startswith("/home"):
        return _only_maker(None)
    return None


def _is_editor(parts: SplitResult) -> bool:
    return parts.path.strip("/").split("/")[0] in ("edit", "upload", "my_videos", "video_edit")


def _studio(parts: SplitResult) -> FilmFault:
    query = parse_qs(parts.query)
    names = [*parts.path.split("/"), *query.get("v", ()), *query.get("video_id", ())]
    id_ = next((name for name in names if _ID.fullmatch(name) and name != "livestreams"), None)
    return _only_maker(f"https://www.youtube.com/watch?v={id_}" if id_ else None)


def _wrong_id(parts: SplitResult, host: str) -> FilmFault | None:
    steps = [step for step in parts.path.split("/") if step]
    if host.endswith("youtu.be"):
        id_ = steps[0] if steps else ""
    elif steps == ["watch"]:
        id_ = parse_qs(parts.query).get("v", [""])[0]
    elif steps and steps[0] in {*_OF_A_FILM, "watch"}:
        id_ = steps[1] if len(steps) > 1 else ""
    else:
        return None
    if _ID.fullmatch(id_) or id_ in _NO_ID:
        return None
    if not id_:
        return FilmFault(wording("H512.no-name"))
    key = {1: "H512.one-character", 11: "H512.odd-name"}.get(len(id_), "H512.length")
    return FilmFault(wording(key, id=id_, count=len(id_)))


def _vimeo(parts: SplitResult) -> FilmFault | None:
    match = _OF_THE_MAKER.fullmatch(parts.path)
    if match and (match["end"] or parts.path.startswith("/manage/")):
        return _only_maker(
            "/".join(filter(None, ("https://vimeo.com", match["id"], match["hash"])))
        )
    if parts.path.startswith(("/manage/", "/upload", "/settings")):
        return _only_maker(None)
    return None


def _only_maker(address: str | None) -> FilmFault:
    hint = phrase("any.write", text=address) if address else None
    return FilmFault(wording("H512.of-maker", hint), address)
