"""The live view of the form shows the words of a story that the built page shows."""

import html
import re
from pathlib import Path

import pytest
from scripts import answers
from small_hubs import FROZEN

from hubtool.documents import SourceFile, parse
from hubtool.text.markdown import Reference, render
from hubtool.text.typography import curly_html

SCRIPT = Path(__file__).with_name("draw_stories.mjs")
SAMPLES = (
    "One line.",
    "Two\nlines, *in* one **paragraph**.\n\nThen _another_ and snake_case_name.",
    "# A heading\n\nText.\n\n## Another ##\n\nMore.",
    "A heading\n=========\n\nText\n---\nmore.",
    "- one\n- two\n  goes on\n- three\n\nAfter.",
    "1. first\n2) second\n\n* star\n+ plus",
    "> Quoted words,\n> on two lines.\n\nWho said so.",
    "A [link](https://example.org/a_b) and <https://example.org/>.",
    "\"It's 'ours',\" she said: 'the '90s' and rock 'n' roll (\"so\").",
    "Dogs' bowls\u2014\"quoted\" - '20s, the 1980's.",
    'What she *said*: **"no"**.',
    "Cited [@report]. Twice [@report; @log], and [@nobody] else.",
    "Before a rule\n\n---\n\nafter it.",
    "Code `a * b` and \\*stars\\*, 2 * 3 * 4.",
    "<b>Tags</b> stay & so do < signs.",
    "Line one  \nline two\r\nline three",
    "",
)  # fmt: skip


def shown(text: str, ids: list[str]) -> list[str]:
    """Return the words of each block of *text* on a page, without the numbers of its sources."""
    references = {id_: Reference("1", f"#source-{id_}", id_) for id_ in ids}
    page = curly_html(render(text, references=references))
    page = re.sub(r'\u202f?<a class="source-ref"[^>]*>.*?</a>', "", page)
    blocks = re.split(r"</?(?:p|li|ul|ol|blockquote|h[3-6])\b[^>]*>", page)
    texts = (html.unescape(re.sub(r"<[^>]*>", "", block)) for block in blocks)
    return [" ".join(text.split()) for text in texts if text.strip()]


def drawn(stories: list[tuple[str, list[str]]], folder: Path) -> list[list[str]]:
    return answers(SCRIPT, {}, stories, folder)


@pytest.mark.parametrize("text", SAMPLES)
def test_each_part_of_markdown_has_the_words_of_the_page(text: str, tmp_path: Path) -> None:
    ids = ["report", "log"]
    assert drawn([(text, ids)], tmp_path) == [shown(text, ids)]


def test_stories_have_the_words_of_the_page(tmp_path: Path) -> None:
    stories = []
    for path in sorted((FROZEN / "cases").glob("*.yml")):
        document, _ = parse(SourceFile(f"cases/{path.name}", path.read_bytes()))
        data = document.data if document else {}
        ids = [
            item["id"] for key in ("sources", "films") for item in data.get(key, ()) if "id" in item
        ]
        stories.append((data.get("story", ""), ids))
    assert len(stories) > 20
    assert drawn(stories, tmp_path) == [shown(*story) for story in stories]
