import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, String
from small_hubs import case, hub

from hubtool.pages.parts.ways_in import OTHER_WAYS, subject_ways
from hubtool.site.compile import script
from hubtool.site.styles import STYLES, STYLES_OF_KINDS, style_sheets
from hubtool.text.words import words

THEME = Path(__file__).parents[2] / "hubtool" / "theme"
TOKENS = (THEME / "css" / "tokens.css").read_text(encoding="utf-8")
OVERRIDES = sorted((THEME / "overrides").rglob("*.html"))


def colour(name: str, scheme: str) -> tuple[float, float, float]:
    value = re.search(rf"--{name}: ([^;]*);", TOKENS)
    assert value, name
    light, _, dark = value[1].partition(" var(--dark")
    found = re.findall(r"#([0-9a-f]{6})", light if scheme == "light" or not dark else dark)
    red, green, blue = (int(found[0][place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, scheme: str) -> float:
    light, dark = sorted((luminance(colour(name, scheme)) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(
            (text, ground)
            for text in ("ink", "ink-2", "link")
            for ground in (
                "paper",
                "sheet",
                "tint-blue",
                "tint-pink",
                "tint-yellow",
                "tint-lilac",
            )
        ),
        *((f"on-{ink}", ink) for ink in ("blue", "pink", "mix", "yellow")),
    ],
)
def test_text_can_be_read_on_its_ground(text: str, ground: str, scheme: str) -> None:
    assert contrast(text, ground, scheme) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "ground",
    [
        *("paper", "sheet", "tint-blue", "tint-pink", "tint-yellow", "tint-lilac"),
        *("deep-blue", "deep-pink", "deep-yellow", "deep-lilac"),
    ],
)
def test_lines_can_be_seen_on_their_ground(ground: str, scheme: str) -> None:
    assert contrast("ink", ground, scheme) >= 7


def test_no_page_asks_another_host_for_anything() -> None:
    # What is vendored names addresses it never opens; a browser test sees that it does not.
    scripts_and_sheets = (*THEME.rglob("*.css"), *THEME.rglob("*.js"))
    own = [file for file in scripts_and_sheets if file.parent.name != "vendor"]
    files = [*own, *OVERRIDES]
    for file in files:
        assert not re.search(r"https?://|\burl\(//", file.read_text(encoding="utf-8")), file


def test_scripts_are_files() -> None:
    for file in OVERRIDES:
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"<script(?![^>]*\s(?:src=|type=\"application/(?:ld\+)?json\"))|\son\w+=|<style", text
        ), file


def test_overrides_use_nothing_that_only_python_has() -> None:
    # MiniJinja has Jinja's filters and tests; a method call such as `.upper()` fails there.
    for file in OVERRIDES:
        code = re.findall(r"{[{%](.*?)[%}]}", file.read_text(encoding="utf-8"), re.DOTALL)
        assert not [part for part in code if re.search(r"\.\w+\(", part)], file


def test_every_file_that_the_frame_names_is_there() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in OVERRIDES)
    named = set(re.findall(r"'assets/([\w./-]+\.\w+)' \| url", text)) - {"css/site.css"}
    assert {name for name in named if not (THEME / name).is_file()} == set()


def test_windows_have_six_widths_and_no_more() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in (THEME / "css").iterdir())
    queries = re.findall(
        r"@(?:media|container)([^{]*)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    )
    widths = {width for query in queries for width in re.findall(r"\d[\d.]*\w*", query)}
    documented = re.findall(r"(?m)^     ([\d.]+em)  ", TOKENS)
    assert documented == ["22.5em", "34em", "44em", "60em", "68em"]
    # A cover is measured by its own box, in which three arrangements have room.
    assert widths - {"14rem", "40rem"} == {*documented}
    assert [query for query in queries if "-width" in query] == []


def test_every_style_sheet_is_in_a_layer_of_one_that_pages_load() -> None:
    names = [*(name for layer in STYLES.values() for name in layer), *STYLES_OF_KINDS]
    assert sorted(file.stem for file in (THEME / "css").iterdir()) == sorted(names)
    made = sheets_of({name: f"/* x */\n  .{name} {{}}\n" for name in names})
    assert made.pop("site").startswith("@layer tokens{.tokens{}}@layer base{.base{}}@layer parts{")
    assert made == {name: f"@layer pages{{.{name}{{}}}}" for name in STYLES_OF_KINDS}


def sheets_of(texts: dict[str, str]) -> dict[str, str]:
    """Return the sheets that are made of the sources *texts*, by their names."""
    theme = {f"css/{name}.css": text.encode() for name, text in texts.items()}
    made = style_sheets({**theme, "vendor/leaflet.css": b""})
    return {Path(path).stem: sheet.decode() for path, sheet in made.items() if "/css/" in path}


def test_the_style_sheets_keep_their_strings_and_what_is_nothing() -> None:
    sheets = {file.stem: file.read_text(encoding="utf-8") for file in (THEME / "css").iterdir()}
    made = "".join(sheets_of(sheets).values())
    bare = re.sub(r"/\*.*?\*/", "", "".join(sheets.values()), flags=re.DOTALL)
    strings = re.compile(r'"[^"\n]*"')
    assert sorted(strings.findall(made)) == sorted(strings.findall(bare))
    assert made.count("--dark:;") == bare.count("--dark: ;") > 0


def test_every_custom_property_is_declared() -> None:
    sheets = {file: file.read_text(encoding="utf-8") for file in THEME.rglob("*.css")}
    declared = set(re.findall(r"(--[\w-]+)\s*:", "".join(sheets.values())))
    used = set(re.findall(r"var\((--[\w-]+)", "".join(sheets.values())))
    assert used - declared == set()


def test_fonts_that_are_preloaded_are_those_of_the_text() -> None:
    text = (THEME / "overrides" / "main.html").read_text(encoding="utf-8")
    preloaded = re.findall(r"assets/vendor/([\w-]+\.woff2)", text)
    assert preloaded == ["bricolage-grotesque-latin.woff2", "public-sans-latin.woff2"]
    assert all(f'url("../vendor/{name}")' in TOKENS for name in preloaded)


def test_vendored_files_are_what_the_manifest_says() -> None:
    manifest = tomllib.loads((THEME / "vendor" / "vendor.toml").read_text(encoding="utf-8"))
    files = {
        file["to"]: file["sha256"]
        for package in manifest["package"]
        for file in package["file"]
        if file["to"] not in ("land", "atlas")  # drawn anew from what is fetched
    }
    here = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (THEME / "vendor").iterdir()
        if file.name != "vendor.toml"
    }
    assert files == here


def test_every_word_of_the_frame_comes_from_the_catalogue() -> None:
    raw = "".join(file.read_text(encoding="utf-8") for file in OVERRIDES)
    code = r"<[^>]*>|\[\[.*?\]\]|\[%.*?%\]|{{.*?}}|{%.*?%}|{#.*?#}"
    quoted = r'(?:aria-label|placeholder|title)="(?!\[\[)([^"]*)"'
    assert re.findall(r"\w+", re.sub(code, "", raw, flags=re.DOTALL)) == []
    assert re.findall(quoted, raw) == []


def test_every_word_of_the_frame_in_the_catalogue_is_said() -> None:
    raw = "".join(file.read_text(encoding="utf-8") for file in OVERRIDES)
    keys = {key for key in words().catalogue if key.startswith("frame.")}
    said = set(re.findall(r"frame\.[a-z-]+", raw))
    assert "for way in ways" in raw
    ways = (*subject_ways(hub({"cases/one.yml": case()})), *OTHER_WAYS)
    assert keys == said | {f"frame.{way.id}" for way in ways}


def test_type_has_eight_sizes_and_no_more() -> None:
    sheets = {file.name: file.read_text(encoding="utf-8") for file in (THEME / "css").iterdir()}
    text = re.sub(
        r"/\*.*?\*/|@page[^}]*}|@font-face[^}]*}", "", "".join(sheets.values()), flags=re.DOTALL
    )
    sizes = {
        size
        for font in re.findall(r"(?<![\w-])font(?:-size)?: ([^;}]*)", text)
        for size in re.findall(r"var\(--type-\d\)|(?<![\w./])[\d.]+(?:rem|pt|vw|em|px|%)", font)
    }
    tokens = {f"var(--type-{number})" for number in range(1, 9)}
    # A drawing's own units, a part of what a note or code stands in, and what paper makes of rem.
    assert sizes - tokens == {"14px", "15px", "106px", ".9em", ".92em", ".78em", "76%"}
    assert sizes >= tokens


def test_a_script_loses_its_comments_and_its_room_and_nothing_else() -> None:
    lexer = JavascriptLexer()
    for file in (THEME / "js").rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        compact = script(text.encode()).decode()
        assert _code(lexer, compact) == _code(lexer, text), file
        texts = [value for kind, value in lexer.get_tokens(text) if kind in String]
        assert [value for value in texts if "\n" in value] == [], file  # no room is lost in a text


def _code(lexer: JavascriptLexer, text: str) -> str:
    """Return *text* without comments and room."""
    tokens = lexer.get_tokens(text)
    return re.sub(r"\s+", "", "".join(value for kind, value in tokens if kind not in Comment))
