"""Addresses that play nothing are refused, with the address to write where it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_hubs import case, diagnostics

from hubtool.models.film_faults import film_fault
from hubtool.text.film_urls import film_address
from hubtool.text.shared_addresses import without_marks

ID = "SCtFTslwgR0"
WATCH = f"https://www.youtube.com/watch?v={ID}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (f"https://studio.youtube.com/video/{ID}/edit", WATCH),
        (f"https://studio.youtube.com/video/{ID}/analytics/tab-overview/period-default", WATCH),
        (f"https://studio.youtube.com/video/{ID}/livestreaming", WATCH),
        ("https://studio.youtube.com/channel/UC0123456789/videos", None),
        (f"https://www.youtube.com/edit?o=U&video_id={ID}", WATCH),
        ("https://www.youtube.com/upload", None),
        ("https://vimeo.com/manage/videos/123456789", "https://vimeo.com/123456789"),
        ("https://vimeo.com/manage/videos/123456789/privacy", "https://vimeo.com/123456789"),
        ("https://vimeo.com/manage/videos/123456789/7da580d79b",
         "https://vimeo.com/123456789/7da580d79b"),
        ("https://vimeo.com/123456789/settings", "https://vimeo.com/123456789"),
        ("https://vimeo.com/manage/videos", None),
        ("https://drive.google.com/file/d/abc/edit?usp=sharing",
         "https://drive.google.com/file/d/abc/view"),
        ("https://www.dropbox.com/home/films", None),
    ],
)  # fmt: skip
def test_a_page_of_the_uploader_is_refused(url: str, address: str | None) -> None:
    fault = film_fault(url)
    assert fault
    assert fault.words.message == "only whoever uploaded the film can open this page"
    assert fault.address == address
    assert address is None or film_fault(address) is None


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://www.youtube.com/watch?v=abc", "`abc` has 3 characters"),
        ("https://youtu.be/SCtFTslwgR0SCt", "`SCtFTslwgR0SCt` has 14 characters"),
        ("https://www.youtube.com/shorts/a", "`a` has 1 character;"),
        ("https://www.youtube.com/embed/SCtFTslwg!0", "`SCtFTslwg!0` cannot be"),
        ("https://www.youtube.com/watch", "this address names no film"),
        ("https://youtu.be/", "this address names no film"),
    ],
)
def test_an_id_of_the_wrong_length_is_told(url: str, message: str) -> None:
    fault = film_fault(url)
    assert fault
    assert fault.words.message.startswith(message)


@pytest.mark.parametrize(
    "url",
    [
        WATCH,
        f"https://youtu.be/{ID}?t=83",
        "https://www.youtube.com/playlist?list=PL0123456789",
        "https://www.youtube.com/embed/videoseries?list=PL0123456789",
        "https://www.youtube.com/@somebody",
        "https://vimeo.com/123456789/7da580d79b",
        "https://vimeo.com/event/123456",
        "https://vimeo.com/user12345/review/123456789/7da580d79b",
        "https://films.example.org/edit/film.mp4",
    ],
)
def test_what_readers_can_open_passes(url: str) -> None:
    assert film_fault(url) is None


@given(
    st.text(max_size=60), st.sampled_from(["www.youtube.com", "studio.youtube.com", "vimeo.com"])
)
def test_a_better_address_is_a_film_of_the_same_host(rest: str, host: str) -> None:
    url = f"https://{host}/" + "".join(rest.split()).replace("[", "").replace("]", "")
    fault = film_fault(url)
    if fault and fault.address:
        assert film_address(fault.address).kind in ("youtube", "vimeo")


@pytest.mark.parametrize(
    ("url", "short"),
    [
        (f"https://youtu.be/{ID}?si=AbC", f"https://youtu.be/{ID}"),
        (f"{WATCH}&feature=share&t=83", f"{WATCH}&t=83"),
        ("https://a.org/x?utm_source=mail&id=7#part", "https://a.org/x?id=7#part"),
        ("https://a.org/x?si=7", "https://a.org/x?si=7"),
        ("https://a.org/x?b=%20&c", "https://a.org/x?b=%20&c"),
    ],
)
def test_marks_of_sharing_are_left_out_and_nothing_else(url: str, short: str) -> None:
    assert without_marks(url) == short


def test_a_fix_keeps_the_quotes_around_an_address() -> None:
    text = f"""\
        films: [{{id: a, title: A, url: "https://youtu.be/{ID}?si=x", access: {{captions: true}}}}]
        """
    (item,) = diagnostics({"cases/one.yml": case(text)})
    assert item.fix
    assert (item.code, item.fix.replacement) == ("H411", f'"https://youtu.be/{ID}"')
