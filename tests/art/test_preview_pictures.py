"""The pictures of pages: drawn from the covers' own shapes, small, and each drawn once."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from small_hubs import case, hub

from hubtool.art.png import Preview, preview_png
from hubtool.art.png.cover import INKS, drawing
from hubtool.art.png.paths import Matrix, matrix, outlines_of
from hubtool.pages.page import PREVIEW
from hubtool.site import build
from hubtool.site.preview_pictures import previews

COLLECTION = """
    title: First walks
    summary: Outdoors.
    convenors: [Exampleton Library]
    items: [{case: river, note: Late.}]
"""
SQUARE = '<svg class="cover-art overprint tint-blue" viewBox="0 0 100 100">{}</svg>'


def rgb(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(INKS[name][1:]))


def picture(preview: Preview) -> Image.Image:
    return Image.open(BytesIO(preview_png(preview))).convert("RGB")


def colours(image: Image.Image) -> set[object]:
    return {colour for _, colour in image.getcolors(1 << 20) or ()}


def ink_at(inside: str, x: int, y: int) -> tuple[int, ...]:
    found = drawing(SQUARE.format(inside), 100).getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def test_the_mark_is_drawn_in_every_ink() -> None:
    seen = colours(picture(Preview("Walks", "A hub", ())))
    assert {rgb("blue"), rgb("pink"), rgb("yellow"), rgb("ink"), rgb("paper")} <= seen


def test_two_inks_over_each_other_are_the_third() -> None:
    both = (
        '<g class="overprint"><g class="plate fill-blue"><path d="M10 10h50v50h-50z"/></g>'
        '<g class="plate fill-pink"><path d="M40 40h50v50h-50z"/></g></g>'
    )
    assert ink_at(both, 20, 20) == rgb("blue")
    assert ink_at(both, 80, 80) == rgb("pink")
    assert ink_at(both, 50, 50) == rgb("mix")
    assert ink_at(both, 5, 5) == rgb("tint-blue")


def test_a_line_inside_another_is_a_hole() -> None:
    coin = (
        '<g class="overprint"><g class="plate fill-blue">'
        '<path d="M-50 0a50 50 0 1 1 100 0a50 50 0 1 1-100 0zM-13-13v26h26v-26z" '
        'transform="translate(50 50) scale(.8)"/></g></g>'
    )
    assert ink_at(coin, 50, 50) == rgb("tint-blue")
    assert ink_at(coin, 20, 50) == rgb("blue")
    assert ink_at(coin, 2, 2) == rgb("tint-blue")


def test_an_arc_goes_round_the_side_it_says() -> None:
    (arch,) = outlines_of("M-42 50v-55a42 42 0 0 1 84 0v55z")
    assert min(y for _, y in arch.points) == pytest.approx(-47, abs=0.1)
    (bowl,) = outlines_of("M-42 0a42 42 0 0 0 84 0z")
    assert max(y for _, y in bowl.points) == pytest.approx(42, abs=0.1)


def test_the_last_transform_comes_first() -> None:
    assert matrix("translate(10 20) rotate(90) scale(2)")((1, 0)) == pytest.approx((10, 22))
    assert matrix(None) == Matrix()


def test_every_element_of_a_cover_can_be_drawn() -> None:
    full = case(
        """
        topics: [water, poverty, climate-and-energy, heritage-and-arts]
        dates: 2019/..
        timeline:
          - {when: 2018, kind: meet, what: A.}
          - {when: 2019, kind: question, what: B.}
          - {when: 2021, kind: rupture, what: C.}
        power:
          said_by: community
          stages: {question: informed, design: consulted, inquiry: shared, sensemaking: community}
        """
    )
    (preview,) = previews(hub({"cases/river.yml": full})).values()
    seen = picture(preview)
    assert seen.size == (1200, 630)
    assert {rgb("blue"), rgb("pink"), rgb("mix"), rgb("yellow")} <= colours(seen)


def test_each_case_and_each_collection_has_one() -> None:
    made = previews(hub({"cases/river.yml": case(), "collections/walks.yml": COLLECTION}))
    assert list(made) == [f"cases/river/{PREVIEW}", f"collections/walks/{PREVIEW}"]


@pytest.mark.parametrize(
    "title", ["Walks", "W" * 200, "walk " * 40, "Łódź, Ōtautahi", "川を歩く", "المشي", "\U0001f6b6"]
)
def test_any_title_makes_a_small_picture(title: str) -> None:
    (preview,) = previews(hub({"cases/river.yml": case()})).values()
    content = preview_png(Preview(title, "A hub", preview.covers))
    assert len(content) < 30_000
    assert Image.open(BytesIO(content)).size == (1200, 630)


def test_a_title_that_the_face_lacks_leaves_the_room_to_the_cover() -> None:
    (preview,) = previews(hub({"cases/river.yml": case()})).values()
    bare = picture(Preview("川を歩く", "A hub", preview.covers))
    left = bare.crop((0, 0, 240, 520))
    assert len(colours(left)) == 1


def test_another_title_is_another_picture() -> None:
    one, same, other = (Preview(title, "A hub", ()).key for title in ("A", "A", "B"))
    assert one == same != other


@pytest.mark.engine
def test_a_second_build_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = hub({"cases/river.yml": case()})
    first = build.write_source(tmp_path, build.source(tmp_path, made))
    assert f"docs/cases/river/{PREVIEW}" in first.changed
    monkeypatch.setattr(build, "preview_png", lambda _: pytest.fail("drawn again"))
    second = build.write_source(tmp_path, build.source(tmp_path, made))
    assert second.changed == ()


@pytest.mark.engine
@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"rubbish", lambda png: png[:-40]])
def test_a_damaged_picture_in_the_cache_is_drawn_again(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    made = hub({"cases/river.yml": case()})
    (file,) = (file for file in build.source(tmp_path, made).media.values())
    assert isinstance(file, Path)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    build.source(tmp_path, made)
    assert file.read_bytes() == whole
    inside = whole[:600] + bytes([whole[600] ^ 1]) + whole[601:]
    file.write_bytes(inside)
    build.source(tmp_path, made)
    assert file.read_bytes() == whole


@pytest.mark.engine
def test_a_picture_that_nobody_shows_any_more_goes(tmp_path: Path) -> None:
    build.source(tmp_path, hub({"cases/river.yml": case()}))
    build.source(tmp_path, hub({"cases/river.yml": case("title: Other walks")}))
    assert len(list((tmp_path / build.PREVIEWS).iterdir())) == 1
