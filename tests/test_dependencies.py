"""What is imported is declared, and what is declared is locked."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str | dict[str, str]]) -> set[str]:
    """Return the names in *requirements*, without extras and versions."""
    texts = [one for one in requirements if isinstance(one, str)]
    return {normal(re.split(r"[^\w.-]", one)[0]) for one in texts}


RUN = declared(PROJECT["project"]["dependencies"])
LINKS = declared(PROJECT["dependency-groups"]["links"])
DEV = declared(PROJECT["dependency-groups"]["dev"]) | LINKS

EXTRA = {
    name
    for requirements in PROJECT["project"]["optional-dependencies"].values()
    for name in declared(requirements)
}

_DISTRIBUTIONS = packages_distributions()


def imported(folder: str) -> set[str]:
    """Return the distributions that the modules in *folder* import."""
    named: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                named.add(node.module)
    ours = {
        path.stem
        for name in ("tests", "tools", "benchmarks", folder)
        for path in (ROOT / name).rglob("*.py")
    }
    tops = (
        {name.split(".")[0] for name in named} - set(sys.stdlib_module_names) - ours - {"hubtool"}
    )
    return {normal(_DISTRIBUTIONS[top][0]) if top in _DISTRIBUTIONS else top for top in tops}


# Parts of a declared package that it names as its own.
WITH = {"pydantic-core": "pydantic"}


def test_what_the_package_imports_is_declared() -> None:
    assert {WITH.get(name, name) for name in imported("hubtool")} <= RUN | EXTRA


@pytest.mark.parametrize("folder", ["tests", "tools", "benchmarks"])
def test_what_tests_and_tools_import_is_declared(folder: str) -> None:
    # Python-Markdown is what both engines run; the fuzzer has an environment of its own.
    known = RUN | DEV | {"markdown"} | declared(PROJECT["dependency-groups"]["fuzz"])
    assert {WITH.get(name, name) for name in imported(folder)} <= known


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("requirements.lock", RUN),
        ("requirements-links.lock", LINKS),
        ("requirements-dev.lock", RUN | DEV),
    ],
)
def test_what_is_declared_is_locked(file: str, names: set[str]) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


@pytest.mark.parametrize(
    "file",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-links.lock",
        "requirements-node.lock",
        "requirements-engines.lock",
        "requirements-fuzz.lock",
        "requirements-rivals.lock",
    ],
)
def test_a_lock_has_hashes_and_no_address(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[\w.-]+==.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))


def test_the_lock_of_node_packages_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_links_are_asked_with_what_the_extra_names() -> None:
    groups, extras = PROJECT["dependency-groups"], PROJECT["project"]["optional-dependencies"]
    assert groups["links"] == extras["links"]


def test_mkdocs_stays_below_2() -> None:
    assert "mkdocs>=1.6.1,<2" in PROJECT["project"]["dependencies"]
