import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtool.text.film_urls import PLAYER_HOSTS, FilmAddress, film_address

ID = "SCtFTslwgR0"
YOUTUBE = FilmAddress(
    "youtube", "www.youtube-nocookie.com", f"https://www.youtube-nocookie.com/embed/{ID}", ID
)


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?v={ID}",
        f"http://m.youtube.com/watch?v={ID}&feature=share",
        f"https://www.youtube.com/watch?app=desktop&v={ID}&list=PLabc",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch/{ID}",
        f"https://youtu.be/{ID}",
        f"https://youtu.be/{ID}?si=AbCdEf",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube-nocookie.com/embed/{ID}?rel=0",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube.com/v/{ID}",
    ],
)
def test_youtube_is_recognised_in_all_its_forms(url: str) -> None:
    assert film_address(url) == YOUTUBE


@pytest.mark.parametrize(
    ("rest", "start"),
    [
        (f"/watch?v={ID}&t=83", 83),
        (f"/watch?v={ID}&t=83s", 83),
        (f"/watch?v={ID}&t=1m23s", 83),
        (f"/watch?t=1h2m3s&v={ID}", 3723),
        (f"/watch?v={ID}#t=83", 83),
        (f"/embed/{ID}?start=83&rel=0", 83),
        (f"/watch?v={ID}&t=soon", 0),
        (f"/watch?v={ID}&t=2m", 120),
        (f"/watch?time_continue=83&v={ID}", 83),
    ],
)
def test_the_second_in_an_address_is_where_the_film_starts(rest: str, start: int) -> None:
    found = film_address(f"https://www.youtube.com{rest}")
    assert (found.kind, found.id, found.start) == ("youtube", ID, start)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/playlist?list=PL0123456789",
        "https://www.youtube.com/embed/videoseries?list=PL0123456789",
        "https://www.youtube.com/embed/live_stream?channel=UC0123456789",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/channel/UC0123456789",
        "https://www.youtube.com/watch?v=short",
        f"https://youtube.com.example.org/watch?v={ID}",
        f"https://example.org/?next=https://youtu.be/{ID}",
        "https://vimeo.com/channels/staffpicks",
        "https://vimeo.com/showcase/123456",
        "https://vimeo.com/event/123456",
        "https://vimeo.com/user1234",
        "https://notvimeo.com/123456",
        "https://example.org/films/nineteen",
        "https://example.org/watch.mp4.html",
        "http://example.org/film.mp4",
        "https://archive.org/details/item/film.mp4",
        "https://commons.wikimedia.org/wiki/File:Kitchen_talk.webm",
        "https://en.wikipedia.org/wiki/File:Kitchen_talk.webm",
        "https://github.com/somebody/films/blob/main/film.mp4",
        "https://gitlab.com/somebody/films/-/blob/main/film.mp4",
        "https://codeberg.org/somebody/films/src/branch/main/film.mp4",
        "https://zenodo.org/records/1234567/preview/film.mp4",
        "https://www.dropbox.com/s/abcdefgh/film.mp4?dl=0",
        "https://www.dropbox.com/scl/fi/abcdefgh/film.mp4?rlkey=x&dl=0",
        "https://example.sharepoint.com/sites/x/film.mp4",
        "https://app.box.com/s/x/film.mp4",
        "https://vimeo.com/showcase/1234567?video=123456789",
        "https://vimeo.com/user12345/review/123456789/7da580d79b",
    ],
)
def test_what_has_no_player_is_a_page(url: str) -> None:
    found = film_address(url)
    assert (found.kind, found.player, found.id) == ("page", None, None)


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("https://vimeo.com/76979871", ""),
        ("https://www.vimeo.com/76979871/", ""),
        ("https://vimeo.com/76979871?share=copy", ""),
        ("https://vimeo.com/76979871/0a1b2c3d4e", "&h=0a1b2c3d4e"),
        ("https://vimeo.com/76979871?h=0a1b2c3d4e", "&h=0a1b2c3d4e"),
        ("https://player.vimeo.com/video/76979871", ""),
        ("https://player.vimeo.com/video/76979871?h=0a1b2c3d4e&title=0", "&h=0a1b2c3d4e"),
        ("https://player.vimeo.com/video/76979871?h=%22%3E%3Cscript", ""),
        ("https://vimeo.com/channels/staffpicks/76979871", ""),
        ("https://vimeo.com/groups/shortfilms/videos/76979871", ""),
        ("https://vimeo.com/showcase/1234/video/76979871", ""),
        ("https://vimeo.com/album/1234/video/76979871", ""),
        ("https://vimeo.com/manage/videos/76979871/0a1b2c3d4e", "&h=0a1b2c3d4e"),
    ],
)
def test_vimeo_is_recognised_in_all_its_forms(url: str, secret: str) -> None:
    player = f"https://player.vimeo.com/video/76979871?dnt=1{secret}"
    assert film_address(url) == FilmAddress("vimeo", "player.vimeo.com", player, "76979871")


def test_vimeo_starts_where_its_address_says() -> None:
    assert film_address("https://vimeo.com/76979871#t=1m23s").start == 83


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("film.mp4", "video"),
        ("film.WEBM", "video"),
        ("film.m4v?download=1", "video"),
        ("film.ogv", "video"),
        ("talk.mp3", "audio"),
        ("talk.m4a", "audio"),
        ("talk.ogg", "audio"),
    ],
)
def test_a_file_of_film_or_sound_plays_by_itself(name: str, kind: str) -> None:
    url = f"https://films.example.org/{name}"
    assert film_address(url) == FilmAddress(kind, "films.example.org", url)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.org/download/item/film.mp4",
        "https://upload.wikimedia.org/wikipedia/commons/a/ab/Kitchen_talk.webm",
        "https://raw.githubusercontent.com/somebody/films/main/film.mp4",
        "https://zenodo.org/records/1234567/files/film.mp4?download=1",
        "https://www.dropbox.com/s/abcdefgh/film.mp4?raw=1",
        "https://films.example.org/archive.org/details/film.mp4",
    ],
)
def test_a_file_on_a_host_of_pages_still_plays(url: str) -> None:
    assert film_address(url) == FilmAddress("video", urlsplit(url).hostname or "", url)


def test_a_files_fragment_is_where_it_starts() -> None:
    found = film_address("https://films.example.org/film.mp4#t=83,90")
    assert (found.player, found.start) == ("https://films.example.org/film.mp4", 83)


@given(st.text(max_size=60), st.sampled_from(["www.youtube.com", "youtu.be", "vimeo.com", "a.org"]))
def test_any_address_has_an_answer_that_asks_no_other_host(rest: str, host: str) -> None:
    found = film_address(f"https://{host}/" + re.sub(r"[\s\[\]]", "", rest))
    if found.kind in ("youtube", "vimeo"):
        assert found.host in PLAYER_HOSTS
        assert found.player is not None
        assert re.fullmatch(rf"https://{re.escape(found.host)}/[\w/?=&-]+", found.player)


def test_the_policy_of_the_frame_names_the_hosts_that_play() -> None:
    frame = Path(__file__).parents[2] / "hubtool/theme/overrides/main.html"
    named = re.search(r"frame-src ([^;]*);", frame.read_text(encoding="utf-8"))
    assert named
    assert tuple(named[1].split()) == PLAYER_HOSTS
