"""In a site for a folder, links to folders name the page in them, and all others stay."""

from pathlib import Path

import pytest
from small_hubs import write_file

from hubtool.site.offline import name_pages


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('href="../cases/"', 'href="../cases/index.html"'),
        ('href="../cases/?topic=water#list"', 'href="../cases/index.html?topic=water#list"'),
        ("href=../ rel=x", "href=../index.html rel=x"),
        ('href="."', 'href="./index.html"'),
        ('href=".."', 'href="../index.html"'),
        ('href="./"', 'href="./index.html"'),
        ('action="./cases/"', 'action="./cases/index.html"'),
        ('href="#top"', 'href="#top"'),
        ('href=""', 'href=""'),
        ('href="?t=3"', 'href="?t=3"'),
        ('href="feed.xml"', 'href="feed.xml"'),
        ('href="https://a.example/b/"', 'href="https://a.example/b/"'),
        ('href="//a.example/b/"', 'href="//a.example/b/"'),
        ('href="mailto:a@b.example/"', 'href="mailto:a@b.example/"'),
        ('data-href="../cases/"', 'data-href="../cases/"'),
    ],
)
def test_a_link_names_its_page(tmp_path: Path, before: str, after: str) -> None:
    write_file(tmp_path, "a/index.html", f"<p><a {before}>A</a>")
    name_pages(tmp_path)
    assert (tmp_path / "a/index.html").read_text() == f"<p><a {after}>A</a>"
