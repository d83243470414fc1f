"""The site has the pictures that its pages show: upright, small, and without metadata."""

import re
import resource
from io import BytesIO
from pathlib import Path

import pytest
from photographs import photograph
from PIL import Image, ImageColor
from small_hubs import TODAY, case, sources, write_file

from hubtool.art.png.cover import INKS
from hubtool.documents.pictures import Picture, picture
from hubtool.errors import HubError
from hubtool.files import sources as sources_in
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages import pages
from hubtool.site.build import source
from hubtool.site.pictures import shipped_pictures, with_bare_pictures

PHOTO = "cases/river-walks/photo.jpg"


def shown(file: str = PHOTO) -> str:
    image = f"{{file: {file}, alt: A table, credit: Anglers, licence: CC-BY-4.0}}"
    return case(f"images: [{image}]")


def told(files: dict[str, str | bytes]) -> list[tuple[str, str, str | None]]:
    return [(d.code, d.message, d.hint) for d in load(sources(files), today=TODAY)[1]]


def hub_in(root: Path, content: bytes) -> Hub:
    write_file(root, PHOTO, content)
    write_file(root, "cases/river-walks.yml", shown())
    write_file(root, "mkdocs.yml", "site_name: A hub\nextra: {hub: {schema: 1}}\n")
    hub, diagnostics = load(sources_in(root), today=TODAY)
    assert hub is not None, diagnostics
    return hub


def test_each_size_is_drawn_upright_and_bare(tmp_path: Path) -> None:
    hub = hub_in(tmp_path, photograph(size=(2400, 1800), turn=6))
    paths = shipped_pictures(tmp_path / "cache", tmp_path, hub)
    sizes = {}
    for path, file in paths.items():
        with Image.open(file) as image:
            assert not image.getexif()
            if path.endswith("-print.png"):
                continue
            assert image.format == "WEBP"
            sizes[image.size] = image.convert("RGB").getpixel((image.width // 2, 5))
    assert list(sizes) == [(480, 640), (960, 1280), (1600, 2133)]
    for colour in sizes.values():
        assert isinstance(colour, tuple)
        assert (colour[0] > 200, colour[2] < 50) == (
            True,
            True,
        )  # turned by a quarter, red is above


def test_no_size_is_larger_than_the_picture(tmp_path: Path) -> None:
    hub = hub_in(tmp_path, photograph(size=(300, 200)))
    (size,) = hub.pictures[PHOTO].renditions
    assert (size.width, size.height) == (300, 200)


def test_the_page_shows_what_the_site_has_and_says_how_large_it_is(tmp_path: Path) -> None:
    hub = hub_in(tmp_path, photograph(size=(2000, 1000)))
    (page,) = [page for page in pages(hub) if page.address == "cases/river-walks/"]
    tags = re.findall(r"<img [^>]*photo[^>]*>", page.body)
    names = {name for tag in tags for name in re.findall(r"photo-[\w-]+\.(?:webp|png)", tag)}
    paths = shipped_pictures(tmp_path / "cache", tmp_path, hub)
    assert names == {Path(path).name for path in paths}
    assert [re.findall(r'(?:width|height)="(\d+)"', tag) for tag in tags] == [
        ["800", "400"],
        ["960", "480"],
    ]


def test_a_picture_that_changes_after_the_check_is_not_shipped(tmp_path: Path) -> None:
    hub = hub_in(tmp_path, photograph())
    write_file(tmp_path, PHOTO, photograph(place=True))
    with pytest.raises(HubError, match="changed while the site was built"):
        shipped_pictures(tmp_path / "cache", tmp_path, hub)


def test_captions_that_change_after_the_check_are_not_shipped(tmp_path: Path) -> None:
    text = b"WEBVTT\n\n00:01.000 --> 00:04.000\nWhat was checked.\n"
    film = "{id: a, title: A film, url: https://vimeo.com/1, captions: [{language: en, file: cases/river-walks/a.vtt}], access: {captions: true}}"
    write_file(tmp_path, "cases/river-walks/a.vtt", text)
    write_file(tmp_path, "cases/river-walks.yml", case(f"films: [{film}]"))
    write_file(tmp_path, "mkdocs.yml", "site_name: A hub\nextra: {hub: {schema: 1}}\n")
    hub, diagnostics = load(sources_in(tmp_path), today=TODAY)
    assert hub is not None, diagnostics
    write_file(tmp_path, "cases/river-walks/a.vtt", b"WEBVTT\n\nring 07911 123456\n")
    shipped = source(tmp_path, hub, with_previews=False)
    assert shipped.media["docs/cases/river-walks/a.vtt"] == text


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_picture_beside_a_page_by_hand_is_shipped_bare(format_: str) -> None:
    secret = photograph(format_, place=True, turn=6)
    bare = with_bare_pictures({"a": secret, "b.svg": b"<svg/>", "plain": photograph("GIF")})
    opened = picture("a", bare["a"])
    assert isinstance(opened, Picture)
    assert (opened.secrets, opened.width, opened.height) == ((), 40, 60)
    assert (bare["b.svg"], bare["plain"]) == (b"<svg/>", photograph("GIF"))


def test_a_picture_beside_a_page_by_hand_must_not_tell_where_it_was_taken(tmp_path: Path) -> None:
    write_file(tmp_path, "docs/a/table.jpg", photograph(place=True))
    write_file(tmp_path, "mkdocs.yml", "site_name: A hub\nextra: {hub: {schema: 1}}\n")
    _, diagnostics = load(sources_in(tmp_path), today=TODAY)
    assert ("H509", "docs/a/table.jpg") in [(item.code, item.path) for item in diagnostics]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "H507"),
        ("logo.svg", b"\xef\xbb\xbf<svg/>", "H507"),
        ("logo.svg", "<svg/>".encode("utf-16"), "H507"),
        ("logo.svgz", b"\x1f\x8b\x08", "H507"),
        ("logo.png", b"<svg/>", "H507"),
        ("table.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "H507"),
        ("table.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0", "H507"),
        ("table.avif", b"\0\0\0\x18ftypavif\0\0\0\0", "H507"),
        ("table", b"II*\0rest", "H507"),
        ("table.jpg", b"just text", "H507"),
        ("table.png", b"", "H508"),
        ("table.txt", photograph(place=True), "H509"),
    ],
)
def test_what_lies_beside_a_page_by_hand_is_held_to_the_same(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    write_file(tmp_path, f"docs/a/{name}", content)
    write_file(tmp_path, "mkdocs.yml", "site_name: A hub\nextra: {hub: {schema: 1}}\n")
    _, diagnostics = load(sources_in(tmp_path), today=TODAY)
    assert (code, f"docs/a/{name}") in [(item.code, item.path) for item in diagnostics]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.pdf", b"%PDF-1.7"),
        ("sheet.xlsx", b"PK\x03\x04"),
        ("talk.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0"),
        ("drawn.md", b"<svg></svg> in a page\n"),
        ("favicon.ico", b"\0\0\1\0"),
        ("words.txt", b"BMA is a body\n"[1:]),
    ],
)
def test_a_file_that_is_no_picture_may_lie_beside_a_page_by_hand(
    tmp_path: Path, name: str, content: bytes
) -> None:
    write_file(tmp_path, f"docs/a/{name}", content)
    assert sources_in(tmp_path).pictures == {}


def test_a_damaged_cache_is_drawn_again(tmp_path: Path) -> None:
    hub = hub_in(tmp_path, photograph())
    paths = shipped_pictures(tmp_path / "cache", tmp_path, hub)
    for content in (b"", b"rubbish", photograph("WEBP", size=(3, 3))):
        for file in paths.values():
            file.write_bytes(content)
        assert shipped_pictures(tmp_path / "cache", tmp_path, hub) == paths
        for file in paths.values():
            with Image.open(BytesIO(file.read_bytes())) as image:
                assert image.size == (60, 40)


@pytest.mark.parametrize(
    ("format_", "mode"),
    [
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "RGBA"),
        ("PNG", "I;16"),
        ("PNG", "1"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("GIF", "P"),
    ],
)
def test_each_kind_of_colour_is_drawn(tmp_path: Path, format_: str, mode: str) -> None:
    buffer = BytesIO()
    Image.new("L", (50, 50), 128).convert(mode).save(buffer, format_)
    hub = hub_in(tmp_path, buffer.getvalue())
    assert len(shipped_pictures(tmp_path / "cache", tmp_path, hub)) == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "H507"),
        ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "H507"),
        ("photo.docx", b"PK\x03\x04", "H507"),
        ("photo.jpg", b"just text", "H507"),
        ("photo.jpg", b"", "H508"),
        ("photo.jpg", photograph()[:200], "H508"),
        ("photo.jpg", photograph(place=True), "H509"),
        ("photo.jpg", photograph(artist="Ana Silva"), "H509"),
    ],
)
def test_what_cannot_be_shown_is_an_error_with_its_name(
    name: str, content: bytes, code: str
) -> None:
    file = f"cases/river-walks/{name}"
    (fault,) = told({"cases/river-walks.yml": shown(file), file: content})
    assert fault[0] == code


def test_a_picture_that_no_case_shows_may_tell_no_place_either() -> None:
    (fault,) = told({"cases/river-walks.yml": case(), PHOTO: photograph(place=True)})
    assert fault[:2] == ("H509", "the picture's metadata tell the place where it was taken")


@pytest.mark.parametrize("name", ["photo.JPG", "Photo.jpg", "photo.jpeg", "phto.jpg"])
def test_a_name_that_is_nearly_right_is_offered(name: str) -> None:
    near = f"cases/river-walks/{name}"
    (fault,) = told({"cases/river-walks.yml": shown(), near: photograph()})
    assert fault == ("H501", f"there is no file `{PHOTO}`", f"did you mean `{near}`?")


def test_pictures_of_pages_by_hand_are_opened_too(tmp_path: Path) -> None:
    write_file(tmp_path, "docs/about/table.png", photograph("PNG", place=True))
    write_file(tmp_path, "docs/about/half.png", photograph("PNG")[:80])
    read = sources_in(tmp_path).pictures
    assert {path: getattr(item, "secrets", item) for path, item in read.items()} == {
        "docs/about/table.png": ("the place where it was taken",),
        "docs/about/half.png": picture("docs/about/half.png", photograph("PNG")[:80]),
    }


def test_a_large_photograph_takes_little_memory(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    hub = hub_in(tmp_path, photograph("PNG", size=(8000, 5000)))
    shipped_pictures(tmp_path / "cache", tmp_path, hub)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 350_000  # kB


def test_a_picture_is_printed_in_the_two_inks_and_in_nothing_else(tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.linear_gradient("L").resize((300, 300)).save(buffer, "PNG")
    hub = hub_in(tmp_path, buffer.getvalue())
    paths = shipped_pictures(tmp_path / "cache", tmp_path, hub)
    (printed,) = (file for path, file in paths.items() if path.endswith("-print.png"))
    with Image.open(printed) as image:
        assert image.size == (300, 300)
        colours = {colour for _, colour in image.convert("RGB").getcolors(8) or []}
        shares = [
            sum(image.convert("L").crop((0, y, 300, y + 50)).histogram()[200:])
            for y in range(0, 300, 50)
        ]
    inks = {name: ImageColor.getrgb(INKS[name]) for name in ("sheet", "blue", "pink", "mix")}
    assert colours == set(inks.values())
    assert shares == sorted(shares)  # the darker it is, the less paper is left


def test_a_picture_says_who_made_it_and_who_agreed(tmp_path: Path) -> None:
    agreed = shown().replace("credit: Anglers", "credit: Anglers, agreed_by: River Walkers")
    write_file(tmp_path, PHOTO, photograph(size=(300, 200)))
    write_file(tmp_path, "cases/river-walks.yml", agreed)
    write_file(tmp_path, "mkdocs.yml", "site_name: A hub\nextra: {hub: {schema: 1}}\n")
    hub, diagnostics = load(sources_in(tmp_path), today=TODAY)
    assert hub is not None, diagnostics
    (page,) = [page for page in pages(hub) if page.address == "cases/river-walks/"]
    assert "Anglers. CC BY 4.0. Agreed by River Walkers." in page.body
    assert page.body.index('<figure class="picture"') < page.body.index('class="case-cover')
    assert page.body.count('alt="A table"') == 2
