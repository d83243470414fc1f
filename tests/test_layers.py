"""The modules of hubtool import downwards only."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "hubtool"

LAYERS = (
    ("spans", "errors", "escape"),
    ("codes", "dates", "words", "film_addresses", "transcripts"),
    ("diagnostics",),
    ("documents",),
    ("files", "models"),
    ("vocabularies",),
    ("resolve", "validate"),
    ("records",),
    ("facets", "consent", "likeness", "entries"),
    ("hub", "checks", "jsonschema"),
    ("publishing",),
    ("load", "report", "reporters", "markdown", "drawing", "tables"),
    ("pages",),
    ("exports", "previews", "source_page"),
    ("compile", "shells"),
    ("findables", "small_words", "swap", "pagefind", "preview"),
    ("engine", "search"),
    ("site",),
    ("build",),
    ("show",),
    ("serve",),
    ("cli",),
)
"""From the lowest up. A module imports from lower layers, never from its own layer's siblings."""


def layer(module: str) -> int:
    return next(index for index, names in enumerate(LAYERS) if module in names)


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    from_package = [node for node in nodes if node.module == "hubtool"]
    named = {node.module.split(".")[1] for node in nodes if node.module.startswith("hubtool.")}
    return named | {alias.name for node in from_package for alias in node.names} - {"__version__"}


def modules() -> list[Path]:
    return sorted(
        path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem[0] != "_"
    )


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_from_lower_layers_only(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    above = {name for name in imports(path) if name != own and layer(name) >= layer(own)}
    assert above == set()


def test_only_the_command_line_knows_click() -> None:
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if "import click" in path.read_text(encoding="utf-8")
    }
    assert users == {"cli"}


def test_nobody_imports_an_engine() -> None:
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not {
            name for name in named if name.split(".")[0] in ("mkdocs", "zensical", "material")
        }
