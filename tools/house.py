# ruff: noqa: INP001  (a script of this repository, not a package)
"""Prints the figures by which the package is kept in shape: sizes, imports, types and names.

`python tools/house.py [FOLDER]` measures the package in FOLDER, else the one of this repository.
With `--words` it also lists where the participles and pronouns are bound; with `--since COMMIT` the
characters of code stand beside those of COMMIT, both after today's formatters.
"""

import argparse
import ast
import json
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = Path(__file__).parent.parent

_WORDS = (
    "all alone asked asked_for asking begun both brought cut done drawn each either few found "
    "given gone heard held here it kept known lacking left made many meant met mine more "
    "named near none nothing offered one other others ours own place rest said same seen "
    "shelf shelves shown some something spoken spot spots such taken that their theirs them "
    "there these they thing things this those told two waited waiting wanted what which who "
    "whole without worked written "
)
PARTICIPLES_AND_PRONOUNS = frozenset(_WORDS.split())
"""Names that say nothing of a value. `place` is good for a place on the map, and for nothing else."""

ON_THE_MAP = re.compile(
    r"place|atlas|map|hub/consent|checks/quality|models/(case|partnership)|word_list|search/documents"
    r"|pages/(cases|case_study|compare|linked_data|parts/(cards|sentences))"
)
"""The modules in which `place` may be a name: those about the places of cases."""

_LANGUAGES = ("py", "html", "js", "css", "yml")
_VENDOR = "vendor"

# Prints the name and the lines of each function of the scripts on the command line; the parser is
# the one of the formatter.
_NODE = r"""
const fs = require("fs");
const { parsers } = require(process.argv[1]);
const functions = [];
const visit = (node, name) => {
  if (!node || typeof node !== "object") return;
  if (Array.isArray(node)) return node.forEach((part) => visit(part, name));
  const own = node.id?.name ?? node.key?.name ?? name;
  if (node.body?.type === "BlockStatement" && /Function|Method/.test(node.type) && own)
    functions.push([own, node.loc.end.line - node.loc.start.line + 1]);
  for (const [key, part] of Object.entries(node))
    if (part && typeof part === "object" && !/^(loc|comments|tokens|extra|errors)$/.test(key))
      visit(part, /^(init|value)$/.test(key) ? own : undefined);
};
for (const path of process.argv.slice(2))
  visit(parsers.babel.parse(fs.readFileSync(path, "utf8"), {}));
console.log(JSON.stringify(functions));
"""


@dataclass(frozen=True)
class Module:
    """A Python file of the package; *name* is its path below it, without the ending."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The module's syntax tree."""
        return _parsed(self.text)


@dataclass(frozen=True)
class Binding:
    """A name that gets a value, and the line on which it does."""

    name: str
    line: int


Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> None:
    """Measure a package and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=_ROOT / "hubtool")
    options.add_argument("--words", action="store_true", help="list where such names are bound")
    options.add_argument("--since", metavar="COMMIT", help="compare the characters of code")
    chosen = options.parse_args()
    package = modules(chosen.folder)
    rows = [
        *_sizes(chosen.folder, package),
        *_imports(package),
        *_types(package),
        *_names(package),
        *_characters(chosen.folder, chosen.since),
    ]
    width = max(len(label) for label, _ in rows)
    print("\n".join(f"{label:<{width}}  {figure}" for label, figure in rows))  # noqa: T201
    if chosen.words:
        for module in package:
            for binding in poor_names(module):
                print(f"{module.name}.py:{binding.line}: {binding.name}")  # noqa: T201


def modules(folder: Path) -> list[Module]:
    """Return the Python modules in *folder*, by name."""
    paths = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return [
        Module(
            path.relative_to(folder).with_suffix("").as_posix(), path.read_text(encoding="utf-8")
        )
        for path in paths
    ]


def bindings(module: Module) -> Iterator[Binding]:
    """Yield what *module* names: variables, parameters, functions, classes and attributes.

    The fields of a record are left out: they are the words of contributors' files.
    """
    fields = {id(node) for node in _record_fields(module)}
    for node in ast.walk(module.tree):
        if id(node) in fields:
            continue
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield Binding(name, node.lineno)
            case ast.arg(arg=name) if name not in {"self", "cls"}:
                yield Binding(name, node.lineno)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield Binding(name, node.lineno)
            case ast.ClassDef(name=name):
                yield Binding(name, node.lineno)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield Binding(name, node.lineno)


def poor_names(module: Module) -> Iterator[Binding]:
    """Yield the bindings of *module* whose names are participles or pronouns."""
    allowed = {"place"} if ON_THE_MAP.search(module.name) else set()
    for binding in bindings(module):
        if binding.name.startswith("__"):
            continue
        if binding.name.strip("_").lower() in PARTICIPLES_AND_PRONOUNS - allowed:
            yield binding


def classes(package: Iterable[Module]) -> Mapping[str, list[str]]:
    """Return the modules in which each class name is used; a leading underscore does not count."""
    homes: dict[str, list[str]] = defaultdict(list)
    for module in package:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                homes[node.name.lstrip("_")].append(module.name)
    return homes


def near_twins(package: Iterable[Module]) -> list[tuple[str, str]]:
    """Return the pairs of module names in one folder that differ by one letter, or by none."""
    folders: dict[str, set[str]] = defaultdict(set)
    for module in package:
        folder, _, name = module.name.rpartition("/")
        folders[folder].add(name.strip("_"))
    pairs = (pair for names in folders.values() for pair in combinations(sorted(names), 2))
    return [pair for pair in pairs if _is_one_letter_apart(*pair)]


def depth(graph: Mapping[str, set[str]]) -> int:
    """Return how many nodes the longest way through *graph* has, its cycles passed over."""

    @cache
    def below(node: str) -> int:
        return 1 + max((below(child) for child in graph[node]), default=0)

    return max(map(below, graph), default=0) if not cycles(graph) else 0


def cycles(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the nodes of *graph* from which a way leads back to them."""
    return [start for start in graph if start in _reachable(graph, start)]


def _reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    queue = list(graph[start])
    while queue:
        node = queue.pop()
        if node not in reached:
            reached.add(node)
            queue += graph[node]
    return reached


def _sizes(folder: Path, package: Sequence[Module]) -> Iterator[tuple[str, str]]:
    lengths = [module.text.count("\n") for module in package if module.text]
    yield "modules / median / largest lines", _three(len(lengths), lengths)
    functions = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for module in package
        for node in ast.walk(module.tree)
        if isinstance(node, Function)
    ]
    yield "function lines: median / p90 / max", _spread(functions)
    scripts = sorted(path for path in folder.rglob("*.js") if _VENDOR not in path.parts)
    lengths = [path.read_text(encoding="utf-8").count("\n") for path in scripts]
    yield "scripts / median / largest lines", _three(len(lengths), lengths)
    yield "script function lines: median / p90 / max", _script_functions(scripts)


def _script_functions(scripts: Sequence[Path]) -> str:
    node, parser = (
        shutil.which("node"),
        _ROOT / "node_modules" / "prettier" / "plugins" / "babel.js",
    )
    if node is None or not parser.is_file() or not scripts:
        return "not measured: needs Node and node_modules/prettier"
    command = [node, "-e", _NODE, str(parser), *map(str, scripts)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    functions = json.loads(output)
    longest = max(functions, key=lambda function: function[1])
    return f"{_spread([length for _, length in functions])} ({longest[0]})"


def _imports(package: Sequence[Module]) -> Iterator[tuple[str, str]]:
    names = {module.name.removesuffix("/__init__") for module in package}
    files = {module.name.removesuffix("/__init__"): _imported(module, names) for module in package}
    units: dict[str, set[str]] = defaultdict(set)
    for name, targets in files.items():
        unit = name.split("/")[0]
        units[unit] |= {target.split("/")[0] for target in targets} - {unit}
    for label, graph in (("files", files), ("folders", units)):
        edges = sum(map(len, graph.values()))
        yield (
            f"import depth of {label} / cycles / edges",
            f"{depth(graph)} / {len(cycles(graph))} / {edges}",
        )
    top = sorted({name.split("/")[0] for name in names if "/" not in name} - {"__main__"})
    alone = [name for name in top if any(module.name == name for module in package)]
    yield "modules on the top level", f"{len(alone)} ({', '.join(alone)})"


def _imported(module: Module, names: set[str]) -> set[str]:
    """Return which of *names* the module imports at its top, not inside a function."""
    targets: set[str] = set()
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hubtool"):
            base = (node.module or "").removeprefix("hubtool").strip(".").replace(".", "/")
            for alias in node.names:
                inner = f"{base}/{alias.name}".strip("/")
                targets.add(inner if inner in names else base)
    return {name for name in targets if name in names} - {module.name.removesuffix("/__init__")}


def _types(package: Iterable[Module]) -> Iterator[tuple[str, str]]:
    functions = [
        node for module in package for node in ast.walk(module.tree) if isinstance(node, Function)
    ]
    returns = sum(function.returns is not None for function in functions)
    bags = sum(
        ast.unparse(function.returns) == "dict[str, Any]"
        for function in functions
        if function.returns
    )
    yield "typed returns", f"{100 * returns / len(functions):.0f} % of {len(functions)} functions"
    yield "functions that return dict[str, Any]", str(bags)


def _names(package: Sequence[Module]) -> Iterator[tuple[str, str]]:
    total = sum(1 for module in package for _ in bindings(module))
    words = Counter(
        binding.name.strip("_").lower() for module in package for binding in poor_names(module)
    )
    share = 100 * words.total() / total
    yield "participles and pronouns as names", f"{share:.1f} % of {total} bindings"
    yield "  of these", ", ".join(f"{word} {count}" for word, count in words.most_common(16))
    doubles = {name: homes for name, homes in classes(package).items() if len(homes) > 1}
    listed = ", ".join(f"{name} ({', '.join(homes)})" for name, homes in sorted(doubles.items()))
    yield "class names used twice", f"{len(doubles)} {listed}".strip()
    pairs = [f"{one}/{other}" for one, other in near_twins(package)]
    yield "module names that differ by a letter", f"{len(pairs)} {', '.join(pairs)}".strip()


def _characters(folder: Path, since: str | None) -> Iterator[tuple[str, str]]:
    counts = _counted(folder)
    with TemporaryDirectory(dir=_ROOT) as home:
        earlier = _counted(_formatted(since, Path(home))) if since else {}
    for language, (count, files) in counts.items():
        before = f"; at {since} {earlier[language][0]:,}" if earlier else ""
        yield f"non-blank characters of {language}", f"{count:,} in {files} files{before}"


def _counted(folder: Path) -> dict[str, tuple[int, int]]:
    """Return how many characters, and in how many files, *folder* has of each language."""
    counts = {}
    for language in _LANGUAGES:
        paths = [path for path in folder.rglob(f"*.{language}") if _VENDOR not in path.parts]
        texts = [path.read_text(encoding="utf-8") for path in paths]
        counts[language] = sum(len(re.sub(r"\s", "", text)) for text in texts), len(texts)
    return counts


def _formatted(commit: str, home: Path) -> Path:
    """Return the package as it was at *commit*, in *home*, laid out by today's formatters."""
    command = [shutil.which("git") or "git", "archive", commit, "hubtool"]
    archive = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as package:
        package.extractall(home, filter="data")
    biome = ["node", str(_ROOT / "node_modules/@biomejs/biome/bin/biome"), "format", "--write"]
    for formatter in ([sys.executable, "-m", "ruff", "format", "--quiet"], biome):
        subprocess.run([*formatter, str(home)], cwd=_ROOT, check=False, capture_output=True)
    return home / "hubtool"


def _record_fields(module: Module) -> Iterator[ast.AST]:
    if not module.name.startswith("models/"):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            for statement in node.body:
                if isinstance(statement, ast.AnnAssign):
                    yield statement.target


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _three(count: int, lengths: Sequence[int]) -> str:
    return f"{count} / {statistics.median(lengths):.0f} / {max(lengths)}" if lengths else "none"


def _spread(lengths: Sequence[int]) -> str:
    ordered = sorted(lengths)
    ninetieth = ordered[int(len(ordered) * 0.9)]
    return f"{statistics.median(ordered):.0f} / {ninetieth} / {ordered[-1]} of {len(ordered)}"


def _is_one_letter_apart(short: str, long: str) -> bool:
    short, long = sorted((short, long), key=len)
    if len(long) - len(short) > 1:
        return False
    if len(long) == len(short):
        return sum(left != right for left, right in zip(short, long, strict=True)) == 1
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


if __name__ == "__main__":
    main()
