"""The classes that pages and drawings carry, and those that the style sheets name."""

import re
from pathlib import Path

HUBTOOL = Path(__file__).parents[2] / "hubtool"

HOOKS = {
    # what a page is; some rules of a kind of page name it
    *("about", "case", "cases", "collections", "comparing", "films", "home", "lessons"),
    *("notice-page", "term", "terms"),
    # found by scripts and tests
    *("also", "case-here", "from", "moment"),
    # names for what needs no rule of its own
    *("band", "buttons", "list", "live-title", "moment-text", "opening"),
    *("hero-text", "outcome-rows", "paper-note", "rise"),
}
"""The classes without a rule."""

FROM_MARKDOWN = {
    *("admonition", "admonition-title", "caution", "danger", "example", "info", "note", "tip"),
    *("warning", "footnote", "footnote-ref", "headerlink"),
}
"""What Python-Markdown writes into pages of prose."""

ATTRIBUTE = re.compile(r'\bclass=\\?"((?:\{\{.*?\}\}|\{%.*?%\}|[^"\\\n])*)')
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
STRING = re.compile(r"((?:[=!]=|\bin|\[)\s*)?'([^']*)'")
IN_SCRIPT = re.compile(
    r'\b(?:class: |className = |className: .* \? |(?P<many>classList\.\w+\())"([^"]*)"'
    r'(?:(?: : |(?(many), |(?!)))"([^"]*)")?'
)
WORD = re.compile(r"-?[A-Za-z][\w-]*")


def texts(*patterns: str) -> list[str]:
    files = sorted(file for pattern in patterns for file in HUBTOOL.glob(pattern))
    return [file.read_text(encoding="utf-8") for file in files]


def styled() -> set[str]:
    names: set[str] = set()
    for text in texts("theme/css/*.css"):
        rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        for selectors in re.findall(r"([^{};]+)\{", rules):
            names.update(re.findall(r"\.(-?[A-Za-z_][\w-]*)", selectors))
    return names


def carried() -> tuple[set[str], set[str]]:
    """Return the classes of elements, and the beginnings of those that a value completes."""
    names: set[str] = set()
    beginnings: set[str] = set()
    pages = texts("templates/**/*.html", "templates/**/*.svg", "theme/overrides/**/*.html")
    for value in (
        found for text in (*pages, *texts("**/*.py")) for found in ATTRIBUTE.findall(text)
    ):
        for expression in EXPRESSION.findall(value):
            strings = (text for compared, text in STRING.findall(expression) if not compared)
            names.update(word for text in strings for word in text.split())
        for word in EXPRESSION.sub("{}", value).split():
            beginning, _, rest = word.partition("{")
            if not rest or beginning[-1:].isalnum():
                names.add(beginning)
            elif beginning:
                beginnings.add(beginning)
    for text in texts("theme/js/**/*.js"):
        for _, *values in IN_SCRIPT.findall(text):
            names.update(word for value in values for word in value.split())
    return names, beginnings


def assembled() -> set[str]:
    """Return the words of strings in Python and scripts that end as classes by another way."""
    code = texts("art/**/*.py", "pages/**/*.py", "theme/js/suggestion_list.js")
    strings = (value for text in code for value in re.findall(r'"([\w -]+)"', text))
    return {word for value in strings for word in value.split()}


def test_every_class_has_a_rule_or_is_known_to_have_none() -> None:
    names, beginnings = carried()
    styles = styled()
    assert names - styles - HOOKS == set()
    assert HOOKS - names == set()
    assert [one for one in beginnings if not any(name.startswith(one) for name in styles)] == []


def test_every_class_of_a_style_sheet_is_carried() -> None:
    names, beginnings = carried()
    unused = styled() - names - assembled() - FROM_MARKDOWN
    ours = {name for name in unused if not name.startswith(("leaflet-", *beginnings))}
    assert ours == set()


def test_the_name_of_a_class_says_what_it_is() -> None:
    names, _ = carried()
    known = {"tip"}  # Python-Markdown's
    assert {name for name in styled() | names if len(name) <= 3} - known == set()
    # A number at the end counts something: a size, a step, covers.
    assert {name for name in styled() | names if re.search(r"[a-z]\d$", name)} <= {
        "as-h1",
        "as-h2",
        "as-h3",
        "as-h4",
    }
