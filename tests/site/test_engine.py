"""Both engines over one tree: what goes in must come out."""

import re
from datetime import date
from functools import cache
from html.parser import HTMLParser as _Parser
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hostile_pages import HOSTILE, expected, meaning
from small_hubs import SITE_SETTINGS, write_file

from hubtool.files import write
from hubtool.pages import Page
from hubtool.site.engine import Job, render
from hubtool.site.source_page import markdown
from hubtool.text.packing import pack

ENGINES = ("mkdocs", "zensical")
TODAY = date(2026, 11, 23)
JOB = {"source": "build", "site": "out/site", "configuration": ".mkdocs.test.yml"}

# The frame around a page, as bare as it can be: what stands in it is what the engine made of the
# page.
FRAME = """\
<!doctype html><html><head><title>{{ page.meta.title if page and page.meta else "" }}</title>
<meta name="description" content="{{ page.meta.description if page and page.meta else "" }}">
</head><body><main>{{ page.content if page else "" }}</main></body></html>
"""


def hostile_pages() -> list[Page]:
    """Return a page for each hostile text, alone and in a sentence, in all its parts."""
    texts = [part for text in HOSTILE for part in (text, f"x {text} x", f"{text}\n{text}")]
    plain = [re.sub(r"<[^>]*>|[\x00-\x1f\u2028\u202e]", "", text) for text in texts]
    return [
        Page(
            f"cases/p{number}/",
            f"Title {words} <b>&amp; \"quoted\" 'single'",
            f'About {words} "></title><script>alert(1)</script>',
            pack(
                f'<div class="page">\n<h1 id="t">{text}</h1>\n<p title="a\tb">{text}</p>\n'
                f"<pre>  {text}\n    deep\n</pre>\n</div>"
            ),
            "case",
        )
        for number, (text, words) in enumerate(zip(texts, plain, strict=True))
    ]


@cache
def rendered(engine: str) -> tuple[Path, list[str]]:
    """Return the folder of the site that *engine* makes of the hostile pages, and what it said."""
    root = Path(mkdtemp())
    write_file(root, "mkdocs.yml", SITE_SETTINGS)
    tree = {f"docs/{page.address}index.md": markdown(page) for page in hostile_pages()}
    tree |= {"docs/index.md": b"# Home\n\nBy hand.\n"}
    tree |= {f"theme/{name}.html": FRAME.encode() for name in ("main", "404")}
    write(root / "build", tree)
    told = render(Job(root, **JOB), engine, today=TODAY)  # type: ignore[arg-type]
    return root / JOB["site"], [item.message for item in told]


def page_at(engine: str, address: str) -> str:
    return (rendered(engine)[0] / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_pages_bring_no_warning(engine: str) -> None:
    assert rendered(engine)[1] == []


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_body_in_is_body_out_in_both_engines(engine: str) -> None:
    for page in hostile_pages():
        made = re.search(r"<main>(.*)</main>", page_at(engine, page.address), re.DOTALL)
        assert made
        assert meaning(made[1].strip()) == expected(page.body), page.address


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_title_and_description_are_text_in_both_engines(engine: str) -> None:
    for page in hostile_pages():
        head = page_at(engine, page.address).partition("<body>")[0]
        assert f"<title>{page.title}" in meaning(head).replace("<title []>", "<title>")
        assert ("content", page.description) in _attributes(head), page.address
        assert "<script" not in head


def _attributes(head: str) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []

    class Attributes(_Parser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(attrs if tag == "meta" else [])

    Attributes(convert_charrefs=True).feed(head)
    return found


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write_file(tmp_path, "mkdocs.yml", SITE_SETTINGS)
    write_file(tmp_path, "build/docs/index.md", "# Home\n")
    for name in ("main", "404"):
        write_file(tmp_path, f"build/theme/{name}.html", FRAME)
    return tmp_path


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_link_in_a_hand_written_page_is_told_there(tree: Path, engine: str) -> None:
    for folder in ("docs", "build/docs"):
        write_file(tree, f"{folder}/guide/a.md", "# A\n\nSee [this](nowhere.md).\n")
    told = render(Job(tree, **JOB), engine)  # type: ignore[arg-type]
    assert [(item.code, item.path) for item in told] == [("H603", "docs/guide/a.md")]
    if engine == "zensical":
        assert told[0].span
        assert told[0].span.line == 3


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_a_warning_about_a_page_of_ours_is_our_own_fault(tree: Path, engine: str) -> None:
    write_file(tree, "build/docs/cases/a/index.md", "# A\n\nSee [this](nowhere.md).\n")
    told = render(Job(tree, **JOB), engine)  # type: ignore[arg-type]
    assert [(item.code, item.severity) for item in told] == [("H601", "warning")]
    assert "cases/a/index.md" in told[0].message


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_that_fails_is_quoted_and_leaves_no_configuration(
    tree: Path, engine: str
) -> None:
    write_file(tree, "build/theme/main.html", "{% if %}")
    told = render(Job(tree, **JOB), engine)  # type: ignore[arg-type]
    assert [(item.code, item.severity) for item in told] == [("H601", "error")]
    assert "main.html" in told[0].message or "end of statement block" in told[0].message
    assert not (tree / JOB["configuration"]).exists()


@pytest.mark.engine
def test_an_engine_that_fails_over_a_page_names_it_and_no_folder_of_ours(tree: Path) -> None:
    write_file(tree, "build/docs/bad.md", b"# Caf\xe9\n")
    write_file(tree, "docs/bad.md", b"# Caf\xe9\n")
    (item,) = render(Job(tree, **JOB), "mkdocs")  # type: ignore[arg-type]
    assert item.path == "docs/bad.md"
    assert "\n" in item.message
    assert "build/docs" not in item.message
    assert str(tree) not in item.message


@pytest.mark.engine
def test_the_same_tree_makes_the_same_site(tree: Path) -> None:
    sites = []
    for name in ("one", "two"):
        job = Job(tree, "build", f"out/{name}", ".mkdocs.test.yml", url="https://example.org/")
        assert render(job, "mkdocs", today=TODAY) == []
        files = sorted((tree / "out" / name).rglob("*"))
        sites.append(
            {
                file.relative_to(tree / "out" / name): file.read_bytes()
                for file in files
                if file.is_file()
            }
        )
    assert sites[0] == sites[1]
    assert b"2026-11-23" in next(
        text for path, text in sites[0].items() if path.name == "sitemap.xml"
    )


@pytest.mark.engine
def test_a_hub_with_a_file_named_like_a_module_builds(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    write_file(tree, "yaml.py", "raise SystemExit('not this one')")
    assert render(Job(tree, **JOB), "mkdocs") == []
