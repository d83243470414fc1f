"""A file that the form opens and saves again is the file that `hubtool fmt` makes of it."""

from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from properties import tried
from random_files import FOLDERS, RandomFiles, commented
from scripts import answers

from hubtool.documents import SourceFile, parse
from hubtool.documents.writing import write
from hubtool.records.formatting import format_file
from hubtool.records.layout import layout_table, layouts

SCRIPT = Path(__file__).with_name("read_files.mjs")


def opened(files: list[tuple[str, str]], folder: Path) -> list[dict[str, Any]]:
    return answers(SCRIPT, {"layout": layout_table()}, files, folder)


def random_texts() -> list[tuple[str, str]]:
    """Return files in several styles, with comments everywhere, by the names of their layouts."""
    texts = []
    for number, (name, data) in enumerate(islice(RandomFiles(7), tried(1200))):
        style = (None, True, False)[number % 3]
        text = (
            write(data, name, layouts())
            if number % 4 == 0
            else yaml.dump(
                data,
                Dumper=yaml.CSafeDumper,
                allow_unicode=True,
                default_flow_style=style,
                sort_keys=False,
                width=(30, 90)[number % 2],
            )
        )
        document, faults = parse(SourceFile(f"{FOLDERS[name]}/a.yml", text.encode()))
        if document and not faults:
            texts.append((name, commented(document, number)[0]))
    return texts


def test_comments_and_data_stay_as_the_formatter_keeps_them(tmp_path: Path) -> None:
    files = random_texts()
    assert len(files) > tried(1000)
    texts = opened(files, tmp_path)
    wrong = []
    for (name, text), answer in zip(files, texts, strict=True):
        content = format_file(SourceFile(f"{FOLDERS[name]}/a.yml", text.encode())).content or b""
        if answer.get("text") != content.decode():
            wrong.append((text, answer, content.decode()))
    assert wrong == []


REFUSED = {
    "title: [River\n": 2,
    "title: River\n\tsummary: x\n": 2,
    "title: &a River\nsummary: x\n": 1,
    "title: a\nsummary: *a\n": 2,
    "title: !!str a\n": 1,
    "title: a\ntitle: b\n": 2,
    "- a\n- b\n": 1,
    "title: a\n---\ntitle: b\n": 2,
    "just words": 1,
    "": 0,
    f"a: {'[' * 40}{']' * 40}": 1,
    f"a: {'[' * 3000}": 1,
    "x" * 1_000_001: 0,
}
"""What is no case, with the line at which it stops being one."""


def test_what_is_no_case_is_refused_at_its_line(tmp_path: Path) -> None:
    lines = [
        answer["line"] for answer in opened([("CaseStudy", text) for text in REFUSED], tmp_path)
    ]
    assert lines == [*REFUSED.values()]
