"""Film addresses: a host with a player, a file, or a page that carries the film."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qs

from hubtool.text.web_addresses import split_address

FilmKind = Literal["youtube", "vimeo", "video", "audio", "page"]

PLAYER_HOSTS = ("www.youtube-nocookie.com", "player.vimeo.com")
"""The only hosts whose pages are ever shown inside ours; the content security policy names them."""

_YOUTUBE = frozenset({"youtube.com", "youtube-nocookie.com"})
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE_PATHS = frozenset({"embed", "shorts", "live", "v", "e"})
# These are as long as an id and are none: the players of a playlist and of a channel's broadcast.
_NO_YOUTUBE_ID = frozenset({"videoseries", "live_stream"})
_VIMEO_PATH = re.compile(
    r"/(?:video/|manage/videos/|channels/[^/]+/|groups/[^/]+/videos?/|"
    r"(?:showcase|album)/[^/]+/video/|ondemand/[^/]+/)?(?P<id>\d+)(?:/(?P<hash>[0-9a-f]+))?/?",
    re.ASCII,
)
_HASH = re.compile(r"[0-9a-f]+")
_FILE = re.compile(
    r"\.(?:(?P<video>mp4|webm|m4v|ogv)|(?P<audio>mp3|m4a|ogg|oga|wav))$", re.IGNORECASE
)
# Hosts whose pages about a file end as the file does: what stands in the path makes it a page.
_PAGES_ABOUT_FILES = (
    (re.compile(r"(?:^|\.)archive\.org$"), re.compile(r"^/(?:details|embed|compress)/")),
    (re.compile(r"(?:^|\.)(?:wikimedia|wikipedia|wikiversity)\.org$"), re.compile(r"^/wiki/")),
    (re.compile(r"^github\.com$"), re.compile(r"^/[^/]+/[^/]+/(?:blob|tree|blame)/")),
    (re.compile(r"(?:^|\.)gitlab\.[\w.-]+$"), re.compile(r"/-?/?(?:blob|tree)/")),
    (re.compile(r"^bitbucket\.org$|^codeberg\.org$"), re.compile(r"^/[^/]+/[^/]+/src/")),
    (re.compile(r"^huggingface\.co$"), re.compile(r"/(?:blob|tree)/")),
    (re.compile(r"(?:^|\.)zenodo\.org$"), re.compile(r"/preview/")),
    (re.compile(r"(?:^|\.)sharepoint\.com$|^1drv\.ms$|^onedrive\.live\.com$"), re.compile("")),
    (re.compile(r"^drive\.google\.com$|(?:^|\.)box\.com$|^we\.tl$"), re.compile("")),
)
_DROPBOX = re.compile(r"(?:^|\.)dropbox\.com$")
_CLOCK = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FilmAddress:
    """The address of a film: *host* is the website asked, *start* the second it names.

    *player* is what can be shown inside a page: an address for an `<iframe>`, or the file itself;
    a film that is only on somebody's page has none. *id* is the host's own name for it.
    """

    kind: FilmKind
    host: str
    player: str | None = None
    id: str | None = None
    start: int = 0


def film_address(url: str) -> FilmAddress:
    """Return what the web address *url* says about its film."""
    parts = split_address(url)
    host = parts.hostname or ""
    return _youtube(parts, host) or _vimeo(parts, host) or _file(parts, host) or _page(host)


def _youtube(parts: SplitResult, host: str) -> FilmAddress | None:
    query = parse_qs(parts.query)
    steps = [step for step in parts.path.split("/") if step]
    id_ = None
    if host.removeprefix("www.") == "youtu.be" and steps:
        id_ = steps[0]
    elif re.sub(r"^(?:www|m|music)\.", "", host) in _YOUTUBE:
        if steps == ["watch"]:
            id_ = query.get("v", [""])[0]
        elif len(steps) > 1 and steps[0] in {*_YOUTUBE_PATHS, "watch"}:
            id_ = steps[1]
    if id_ is None or not _YOUTUBE_ID.fullmatch(id_) or id_ in _NO_YOUTUBE_ID:
        return None
    player = f"https://{PLAYER_HOSTS[0]}/embed/{id_}"
    return FilmAddress("youtube", PLAYER_HOSTS[0], player, id_, _start(parts))


def _vimeo(parts: SplitResult, host: str) -> FilmAddress | None:
    if host.removeprefix("www.") not in {"vimeo.com", "player.vimeo.com"}:
        return None
    match = _VIMEO_PATH.fullmatch(parts.path)
    if not match:
        return None
    # An unlisted film plays only with the hash of its address.
    hash_ = match["hash"] or parse_qs(parts.query).get("h", [""])[0]
    secret = f"&h={hash_}" if _HASH.fullmatch(hash_) else ""
    player = f"https://{PLAYER_HOSTS[1]}/video/{match['id']}?dnt=1{secret}"
    return FilmAddress("vimeo", PLAYER_HOSTS[1], player, match["id"], _start(parts))


def _file(parts: SplitResult, host: str) -> FilmAddress | None:
    match = _FILE.search(parts.path)
    # Browsers refuse an unencrypted file inside an encrypted page.
    if not match or parts.scheme != "https" or _is_page_about_file(parts, host):
        return None
    kind: FilmKind = "video" if match["video"] else "audio"
    return FilmAddress(kind, host, parts._replace(fragment="").geturl(), start=_start(parts))


def _is_page_about_file(parts: SplitResult, host: str) -> bool:
    if _DROPBOX.search(host):
        # Dropbox gives the file itself to whoever asks for it.
        return not {"raw=1", "dl=1"} & set(parts.query.split("&"))
    return any(
        hosts.search(host) and paths.search(parts.path) for hosts, paths in _PAGES_ABOUT_FILES
    )


def _page(host: str) -> FilmAddress:
    return FilmAddress("page", host)


def _start(parts: SplitResult) -> int:
    """Return the second that `t=83`, `t=1m23s`, `start=83` or `time_continue=83` names."""
    query = parse_qs(parts.fragment) | parse_qs(parts.query)
    named = (query.get(name) for name in ("t", "start", "time_continue"))
    text = next((values[0] for values in named if values), "").split(",")[0].split(".")[0]
    match = _CLOCK.fullmatch(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds
