"""Other people's tools for the same work: the same pages built, the same cases validated."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from measurement import CHECK_JSONSCHEMA, HUGO, HUGO_ALONE, LOOP, MATERIAL, ZENSICAL

ENVIRONMENT = Path(__file__).parents[1] / ".venv-rivals"

_LAYOUT = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><main>{{ .Content }}</main></body>
</html>
"""
_HUGO = {
    "baseURL": "https://example.org/",
    "title": "The same pages",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}
_MATERIAL = """\
site_name: The same pages
site_url: https://example.org/
theme: {{name: material, font: false}}
plugins: []
nav: [index.md]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables]
validation: {validation}
"""
_QUIET = "{nav: {omitted_files: ignore}}"
_LOOP = """\
import sys, yaml
from pathlib import Path
from hubtool.models.case import CaseStudy
for path in sorted(Path(sys.argv[1]).glob("*.yml")):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    CaseStudy.model_validate({**data, "id": path.stem})
"""


@dataclass(frozen=True)
class Rival:
    """A tool over the same files: its commands, and the folders that it makes."""

    name: str
    folder: Path
    commands: tuple[tuple[str | Path, ...], ...]
    results: tuple[str, ...] = ()

    def forget(self) -> None:
        """Remove what the tool has made or kept."""
        for result in self.results:
            shutil.rmtree(self.folder / result, ignore_errors=True)


def builders(compiled: Path, folder: Path) -> tuple[Rival, ...]:
    """Return the tools that make a site of the pages in *compiled*, each in a part of *folder*.

    Hugo is there twice: with Pagefind after it, as the others are, and alone.
    """
    index = (sys.executable, "-m", "pagefind", "--quiet", "--site")
    hugo = (*_program("hugo"), "--quiet", "--destination", "public", "--cacheDir", folder / "cache")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    zensical = (sys.executable, "-m", "zensical", "build", "--clean")
    _for_hugo(compiled, folder / "hugo")
    _for_material(compiled, folder / "mkdocs", _QUIET)
    _for_material(compiled, folder / "zensical", "false")
    return (
        Rival(HUGO, folder / "hugo", (hugo, (*index, "public")), ("public",)),
        Rival(HUGO_ALONE, folder / "hugo", (hugo,), ("public",)),
        Rival(MATERIAL, folder / "mkdocs", (mkdocs, (*index, "site")), ("site",)),
        Rival(ZENSICAL, folder / "zensical", (zensical, (*index, "site")), ("site", ".cache")),
    )  # fmt: skip


def validators(hub: Path) -> tuple[Rival, ...]:
    """Return what else can say whether the cases of *hub* have the right shape."""
    files = sorted((hub / "cases").glob("*.yml"))
    schema = hub / ".hubtool/schema/case.json"
    return (
        Rival(CHECK_JSONSCHEMA, hub, ((*_program("check-jsonschema"), "--schemafile", schema, *files),)),
        Rival(LOOP, hub, ((sys.executable, "-c", _LOOP, hub / "cases"),)),
    )  # fmt: skip


def versions() -> dict[str, str]:
    """Return the version of each tool that is measured, by its name."""
    ours = ("hubtool", "mkdocs", "mkdocs-material", "zensical", "pagefind", "pydantic", "PyYAML")
    script = "import importlib.metadata as m; print(*map(m.version, ('hugo', 'check-jsonschema')))"
    theirs = subprocess.run(
        [*_program("python"), "-c", script], check=True, capture_output=True, text=True
    )
    hugo, check_jsonschema = theirs.stdout.split()
    return {
        **{name: version(name) for name in ours},
        "Hugo": hugo,
        "check-jsonschema": check_jsonschema,
    }


def _program(name: str) -> tuple[Path]:
    program = ENVIRONMENT / "bin" / name
    if not program.exists():
        raise SystemExit(f"there is no {program}: `make bench` installs it")
    return (program,)


def _for_hugo(compiled: Path, folder: Path) -> None:
    """Write *compiled* as Hugo reads it: pages with others below them are sections there."""
    for name in ("home", "single", "list"):
        layout = folder / "layouts" / "_default" / f"{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(_LAYOUT, encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(_HUGO), encoding="utf-8")
    for file in _files(compiled):
        path = file.relative_to(compiled)
        if path.suffix != ".md":
            _link(file, folder / "static" / path)
            continue
        is_section = path.name == "index.md" and any(map(Path.is_dir, file.parent.iterdir()))
        _link(file, folder / "content" / path.with_name("_index.md" if is_section else path.name))


def _for_material(compiled: Path, folder: Path, validation: str) -> None:
    for file in _files(compiled):
        _link(file, folder / "docs" / file.relative_to(compiled))
    text = _MATERIAL.format(validation=validation)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]


def _link(file: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.link(file, path)
