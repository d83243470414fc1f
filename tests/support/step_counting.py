"""Counts the steps in which a regular expression is matched, and writes texts that make it slow.

Python's own engine tells nobody how often it tried; this one walks the same tree, which Python's
parser makes, in the same order, and counts.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser
from typing import Any

Node = tuple[Any, Any]

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_MANY = 1000
MOST_STEPS = 100_000
_ANCHORED = {"match", "fullmatch"}


@dataclass(frozen=True)
class Pattern:
    """A pattern of the package: where it stands, and whether it is tried at the beginning only."""

    place: str
    text: str
    flags: int
    is_anchored: bool

    def steps(self, text: str) -> int:
        """Return in how many steps all matches in *text* are found, or that these are too many."""
        tree = _parser.parse(self.text, self.flags)
        counter = _Counter(text, tree.state.flags)
        try:
            counter.find_all(list(tree), is_anchored=self.is_anchored)
        except _TooManyError:
            return MOST_STEPS
        return counter.steps

    def slow_texts(self, size: int) -> Iterator[str]:
        """Yield texts of about *size* letters on which a careless pattern of this form is slow."""
        tree = list(_parser.parse(self.text, self.flags))
        for before, body, behind in _repeats(tree, ""):
            for part in {body, body.swapcase(), f"{before}{body}", f"{body}{behind}"} - {""}:
                pumped = part * (size // len(part))
                yield from (f"{before}{pumped}\0", f"{pumped}\0", f"{before}{pumped}{behind}\0")
        beginning = "".join(_sample(node) for node in tree[:2])
        if beginning:
            yield beginning * (size // len(beginning))


def patterns(package: Path) -> list[Pattern]:
    """Return every pattern that is written out in the modules of *package*."""
    return [
        pattern
        for module in sorted(package.rglob("*.py"))
        for pattern in _patterns_of(module, module.relative_to(package).as_posix())
    ]


def _patterns_of(module: Path, name: str) -> Iterator[Pattern]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    uses = _uses(tree)
    constants = _module_names(name)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and _is_of_re(node.func) and node.args):
            continue
        method = node.func.attr  # type: ignore[attr-defined]
        text = _text(node.args[0], constants)
        if text is None:
            continue
        owner = _owner(tree, node)
        methods = {method}
        if (
            method == "compile"
        ):  # one of a table is called by the name that the table's reader gives it
            methods = uses.get(owner, set()) if owner else _uses_of_tables(uses)
        yield Pattern(
            f"{name}:{node.lineno}",
            text,
            _flags(node),
            is_anchored=bool(methods) and methods <= _ANCHORED,
        )


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr
        in {"compile", "sub", "search", "match", "fullmatch", "findall", "split", "finditer"}
    )


def _module_names(name: str) -> dict[str, Any]:
    """Return the names of the module that patterns are put together from."""
    module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return vars(import_module(f"hubtool.{module}".removesuffix(".__init__")))


def _text(node: ast.expr, names: dict[str, Any]) -> str | None:
    try:
        value = eval(compile(ast.Expression(node), "pattern", "eval"), dict(names))  # noqa: S307
    except NameError:  # it is put together where it is used
        return None
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _flags(node: ast.Call) -> int:
    named = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
    names = {
        part.attr for each in named for part in ast.walk(each) if isinstance(part, ast.Attribute)
    }
    flags = 0
    for name in names:
        value = getattr(re, name, 0)
        flags |= int(value) if isinstance(value, re.RegexFlag) else 0
    return flags


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """Return by which methods each name of *tree* is called."""
    uses: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
    return uses


def _uses_of_tables(uses: dict[str, set[str]]) -> set[str]:
    methods = set().union(*(used for name, used in uses.items() if name.islower() and name != "re"))
    return methods & {*_ANCHORED, "search", "finditer", "findall"}


def _owner(tree: ast.Module, call: ast.Call) -> str:
    """Return the name that the pattern of *call* is given, if it has one of its own."""
    return next(
        (
            node.targets[0].id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            and node.value is call
            and isinstance(node.targets[0], ast.Name)
        ),
        "",
    )


class _TooManyError(Exception):
    """The steps are more than anybody would wait for."""


@dataclass
class _Counter:
    """One text, and the steps that were taken in it."""

    text: str
    flags: int
    steps: int = 0
    groups: dict[int, str] = field(default_factory=dict)

    def find_all(self, nodes: list[Node], *, is_anchored: bool) -> None:
        start = 0
        while start <= len(self.text):
            end = next(self.ends(nodes, 0, start), None)
            if is_anchored:
                return
            start = max(start + 1, end or 0)

    def step(self) -> None:
        self.steps += 1
        if self.steps >= MOST_STEPS:
            raise _TooManyError

    def ends(self, nodes: Sequence[Node], index: int, at: int) -> Iterator[int]:
        """Yield where *nodes* from *index* on may end that begin *at*, in the order of trying."""
        if index == len(nodes):
            yield at
            return
        self.step()
        kind, value = nodes[index]
        if kind in _REPEATS and _is_letter(value[2]):
            for end in self._letters(kind, value, at):
                yield from self.ends(nodes, index + 1, end)
        else:
            for end in self.node_ends(kind, value, at):
                yield from self.ends(nodes, index + 1, end)
                if kind in (op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT):
                    return

    def node_ends(self, kind: Any, value: Any, at: int) -> Iterator[int]:
        if kind is op.SUBPATTERN:
            for end in self.ends(list(value[3]), 0, at):
                self.groups[value[0] or 0] = self.text[at:end]
                yield end
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from self.ends(list(branch), 0, at)
        elif kind in _REPEATS:
            yield from self._repeated(kind, value, at, 0)
        elif kind is op.ATOMIC_GROUP:
            yield from self.ends(list(value), 0, at)
        else:
            yield from self._small_ends(kind, value, at)

    def _small_ends(self, kind: Any, value: Any, at: int) -> Iterator[int]:
        """Yield where a letter, a reference or what takes no room ends that begins *at*."""
        if kind is op.GROUPREF:
            group = self.groups.get(value, "")
            if self.text.startswith(group, at):
                yield at + len(group)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            if self._holds(kind, value, at):
                yield at
        elif kind is op.AT:
            if self._is_at(value, at):
                yield at
        elif at < len(self.text) and self.fits(kind, value, self.text[at]):
            yield at + 1

    def _letters(self, kind: Any, value: Any, at: int) -> Iterator[int]:
        least, most, (node,) = value
        most = min(int(most), len(self.text) - at)
        count = 0
        if kind is op.MIN_REPEAT:
            while count <= most:
                if count >= least:
                    yield at + count
                self.step()
                if count == most or not self.fits(*node, self.text[at + count]):
                    return
                count += 1
            return
        while count < most and self.fits(*node, self.text[at + count]):
            self.step()
            count += 1
        if kind is op.POSSESSIVE_REPEAT:
            if count >= least:
                yield at + count
            return
        for end in range(at + count, at + least - 1, -1):
            self.step()
            yield end

    def _repeated(self, kind: Any, value: Any, at: int, count: int) -> Iterator[int]:
        least, most, body = value
        self.step()
        if kind is op.MIN_REPEAT and count >= least:
            yield at
        if count < most:
            for end in self.ends(list(body), 0, at):
                if end > at:
                    yield from self._repeated(kind, value, end, count + 1)
        if kind is not op.MIN_REPEAT and count >= least:
            yield at

    def _holds(self, kind: Any, value: Any, at: int) -> bool:
        direction, body = value
        nodes = list(body)
        if direction > 0:
            is_there = next(self.ends(nodes, 0, at), None) is not None
        else:
            width = body.getwidth()[0]
            is_there = at >= width and at in self.ends(nodes, 0, at - width)
        return is_there is (kind is op.ASSERT)

    def _is_at(self, where: Any, at: int) -> bool:
        text = self.text
        if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            is_line = where is op.AT_BEGINNING and self.flags & re.MULTILINE
            return at == 0 or bool(is_line and text[at - 1] == "\n")
        if where in (op.AT_END, op.AT_END_STRING):
            is_line = where is op.AT_END and self.flags & re.MULTILINE
            return at == len(text) or bool(is_line and text[at] == "\n")
        before = at > 0 and _is_word(text[at - 1])
        behind = at < len(text) and _is_word(text[at])
        return (before is not behind) is (where is op.AT_BOUNDARY)

    def fits(self, kind: Any, value: Any, letter: str) -> bool:
        if kind is op.ANY:
            return letter != "\n" or bool(self.flags & re.DOTALL)
        if kind is op.IN:
            is_not = value[0][0] is op.NEGATE
            return any(self.fits(*each, letter) for each in value[is_not:]) is not is_not
        if kind is op.RANGE:
            cases = (
                {letter, letter.lower(), letter.upper()} if self.flags & re.IGNORECASE else {letter}
            )
            return any(len(case) == 1 and value[0] <= ord(case) <= value[1] for case in cases)
        if kind is op.CATEGORY:
            return _is_of(value, letter)
        same = ord(letter) == value or (
            bool(self.flags & re.IGNORECASE) and letter.casefold() == chr(value).casefold()
        )
        return same is (kind is op.LITERAL)


def _is_word(letter: str) -> bool:
    return letter == "_" or letter.isalnum()


def _is_of(category: Any, letter: str) -> bool:
    name = str(category)
    is_in = (
        letter.isdigit()
        if name.endswith("DIGIT")
        else letter.isspace()
        if name.endswith("SPACE")
        else _is_word(letter)
    )
    return is_in is not ("_NOT_" in name)


def _is_letter(body: Any) -> bool:
    return len(body) == 1 and body[0][0] in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)


def _repeats(nodes: Sequence[Node], before: str) -> Iterator[tuple[str, str, str]]:
    """Yield of each repeat without a near limit: what may stand before it, its body, what follows."""
    for index, (kind, value) in enumerate(nodes):
        if kind in _REPEATS:
            body = "".join(_sample(node) for node in value[2])
            behind = "".join(_sample(node) for node in nodes[index + 1 :])
            if value[1] >= _MANY:
                yield before, body, behind
            yield from _repeats(list(value[2]), before)
        elif kind is op.SUBPATTERN:
            yield from _repeats(list(value[3]), before)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        before += _sample((kind, value))


def _sample(node: Node) -> str:
    """Return a text that *node* matches."""
    kind, value = node
    if kind in _REPEATS:
        return "".join(map(_sample, value[2])) * max(1, value[0])
    parts = {op.SUBPATTERN: lambda: value[3], op.BRANCH: lambda: value[1][0]}
    if kind in parts or kind is op.ATOMIC_GROUP:
        return "".join(map(_sample, parts.get(kind, lambda: value)()))
    if kind not in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        return ""
    letters = map(chr, (*range(97, 123), *range(32, 97), *range(123, 0x3000), 9, 10))
    counter = _Counter("", 0)
    return next((letter for letter in letters if counter.fits(kind, value, letter)), "a")
