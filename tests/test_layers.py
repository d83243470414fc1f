"""The folders of hubtool stand in the order of the flow, and import downwards only."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "hubtool"

LAYERS = (
    "errors",
    "text",
    "diagnostics",
    "documents",
    "files",
    "models",
    "records",
    "hub",
    "checks",
    "load",
    "links",
    "fixing",
    "art",
    "pages",
    "exports",
    "search",
    "site",
    "preview",
    "imports",
    "github",
    "cli",
)
"""From the lowest up: what stands on the top level of the package. Each imports lower ones only."""

PAGE_LAYERS = ("view", "page", "parts", "linked_data", "charts")
"""Inside `pages/`, from the lowest up. Above them stand the kinds of page, side by side."""

DATA = {"guides", "messages", "starter", "templates", "theme"}


def imports(path: Path) -> set[str]:
    """Return the modules of hubtool that *path* imports, as paths below the package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hubtool"):
            base = (node.module or "").removeprefix("hubtool").strip(".").replace(".", "/")
            names |= {f"{base}/{alias.name}".strip("/") for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {
                alias.name.removeprefix("hubtool.").replace(".", "/")
                for alias in node.names
                if alias.name.startswith("hubtool.")
            }
    return names - {"__version__"}


def layer(name: str) -> str:
    return name.split("/", maxsplit=1)[0]


def page_layer(name: str) -> str:
    """Return the layer of a module of `pages/`: a kind of page is a layer of its own."""
    return name.split("/")[1] if "/" in name else ""


def modules(below: str = "") -> list[Path]:
    folder = PACKAGE / below
    return sorted(
        path for path in folder.rglob("*.py") if path.parent != PACKAGE or path.stem[0] != "_"
    )


def test_the_top_level_holds_the_folders_of_the_flow_and_five_modules_at_most() -> None:
    entries = {path.name for path in PACKAGE.iterdir()} - DATA - {"__pycache__", "py.typed"}
    top = {name.removesuffix(".py") for name in entries} - {"__init__", "__main__"}
    assert top == set(LAYERS)
    assert len([name for name in entries if name.endswith(".py")]) <= 5


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_from_lower_layers_only(path: Path) -> None:
    own = layer(path.relative_to(PACKAGE).with_suffix("").as_posix())
    above = {
        name
        for name in imports(path)
        if layer(name) != own and LAYERS.index(layer(name)) > LAYERS.index(own)
    }
    assert above == set()


@pytest.mark.parametrize(
    "path", modules("pages"), ids=lambda path: str(path.relative_to(PACKAGE / "pages"))
)
def test_a_kind_of_page_imports_no_other_kind(path: Path) -> None:
    own = page_layer(path.relative_to(PACKAGE).with_suffix("").as_posix())
    if own == "__init__":
        return
    inside = {page_layer(name) for name in imports(path) if layer(name) == "pages"} - {own}
    lower = PAGE_LAYERS[: PAGE_LAYERS.index(own)] if own in PAGE_LAYERS else PAGE_LAYERS
    assert inside <= set(lower)


def test_templates_stand_in_folders_of_the_names_of_what_they_draw() -> None:
    folders = {path.name for path in (PACKAGE / "templates").iterdir()}
    kinds = {path.stem for path in (PACKAGE / "pages").iterdir()} | {"exports"}
    assert folders <= kinds


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
