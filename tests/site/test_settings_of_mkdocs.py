"""Settings as MkDocs allows them build the same site with each engine, and reach it escaped."""

from pathlib import Path

import pytest
from small_hubs import SITE_SETTINGS, TODAY, make_hub

from hubtool.site.build import build
from hubtool.site.engine import EngineName
from hubtool.site.last_build import Options
from hubtool.site.swap import SITE

NAME = 'The "River" <i>hub</i> & co'
PAGE = """\
---
title: The "A" & <b>
description: Say "hi" & <script>alert(1)</script>
---

# About
"""


@pytest.mark.engine
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_inherited_settings_and_variables_build_a_site(
    engine: EngineName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_NAME", NAME)
    base = SITE_SETTINGS.replace("Test hub", "!ENV [HUB_NAME, Nameless]")
    settings = 'INHERIT: config/base.yml\nextra: {hub: {slogan: "Tea & <b>maps</b>"}}\n'
    files = {"mkdocs.yml": settings, "config/base.yml": base, "docs/about.md": PAGE}
    result = build(make_hub(tmp_path, files), Options(today=TODAY, engine_name=engine))
    assert result.is_new, result.diagnostics
    home = (tmp_path / SITE / "index.html").read_text("utf-8")
    assert "<h1>Tea &amp; &lt;b&gt;maps&lt;/b&gt;</h1>" in home
    assert "The &#34;River&#34; &lt;i&gt;hub&lt;/i&gt; &amp; co" in home
    assert NAME not in home
    about = (tmp_path / SITE / "about/index.html").read_text("utf-8")
    head = about.partition("<body")[0]
    assert "<script>alert" not in head
    assert '"hi"' not in head
    assert 'content="The "A"' not in head
    assert "River" in head
