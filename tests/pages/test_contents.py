"""A template uses the fields of its content, all of them and no other name."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

import hubtool.exports
import hubtool.pages
from hubtool.pages.page import FRAME, Content

TEMPLATES = Path(hubtool.pages.__file__).parent.parent / "templates"
CONTENTS = sorted(Content.__subclasses__(), key=lambda content: content.__name__)


def parsed(template: str) -> nodes.Template:
    return Environment(autoescape=True).parse((TEMPLATES / template).read_text(encoding="utf-8"))


def included(template: str) -> Iterator[str]:
    for node in parsed(template).find_all(nodes.Include):
        assert isinstance(node.template, nodes.Const)
        yield node.template.value


def imported(template: str) -> Iterator[str]:
    for node in parsed(template).find_all((nodes.Import, nodes.FromImport)):
        assert isinstance(node.template, nodes.Const)
        yield node.template.value


def exported(template: str) -> Iterator[str]:
    """Yield the names that *template* sets at its top level: those that it includes see them."""
    for node in parsed(template).body:
        match node:
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)
            case nodes.Macro():
                yield node.name
            case nodes.Assign(target=nodes.Name(name=name)):
                yield name


def used(template: str) -> set[str]:
    """Return the names that *template* has from outside, with those of what it includes."""
    inside = {name for other in included(template) for name in used(other)}
    own = find_undeclared_variables(parsed(template))
    return own | (inside - set(exported(template)))


def test_there_are_contents() -> None:
    assert len(CONTENTS) > 20


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.__name__)
def test_a_template_uses_the_fields_of_its_content_and_no_other_names(
    content: type[Content],
) -> None:
    declared = {field.name for field in fields(content)}
    assert used(content.template) - set(FRAME) == declared


@pytest.mark.parametrize(
    "template",
    sorted(
        {
            path
            for each in TEMPLATES.rglob("*.html")
            for path in imported(each.relative_to(TEMPLATES).as_posix())
        }
    ),
)
def test_an_imported_template_is_given_what_it_draws_as_parameters(template: str) -> None:
    assert used(template) - set(FRAME) == set()


def test_every_template_is_used() -> None:
    paths = {
        path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()
    }
    html = {path for path in paths if path.endswith(".html")}
    reached = {content.template for content in CONTENTS} | {"exports/paper_form.html"}
    reached |= {other for path in html for other in (*included(path), *imported(path))}
    assert reached == paths


def test_every_macro_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    macros = re.findall(r"macro (\w+)\(", text)
    assert [name for name in macros if len(re.findall(rf"\b{name}\(", text)) < 2] == []
