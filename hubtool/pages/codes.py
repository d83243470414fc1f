"""The page of each diagnostic code, and their list."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.diagnostics.codes import CodePage, code_page, codes
from hubtool.pages.page import Content, Page, page
from hubtool.pages.view import View
from hubtool.text.markdown import render_guide


@dataclass(frozen=True)
class CodesContent(Content):
    """All codes by their first digit, which says what they are about."""

    template = "codes/index.html"

    groups: Mapping[str, list[CodePage]]


@dataclass(frozen=True)
class CodeContent(Content):
    """One code with its text."""

    template = "codes/page.html"

    code: CodePage
    text: Markup


def code_pages(view: View) -> Iterator[Page]:
    """Yield the list of codes, then the page of each."""
    all_codes = tuple(map(code_page, codes()))
    yield page(
        view,
        "reference",
        "contribute/codes/",
        title=view.words("codes.title"),
        description=view.words("codes.lede"),
        content=CodesContent(_by_digit(all_codes)),
    )
    for code in all_codes:
        yield page(
            view,
            "reference",
            f"contribute/codes/{code.code}/",
            title=view.words("codes.titled", code=code.code, title=code.title),
            description=view.words("codes.about", code=code.code, title=code.title),
            content=CodeContent(code, Markup(render_guide(code.text))),  # noqa: S704  (sanitised there)
        )


def _by_digit(all_codes: Iterable[CodePage]) -> dict[str, list[CodePage]]:
    groups: dict[str, list[CodePage]] = {}
    for code in all_codes:
        groups.setdefault(code.code[1], []).append(code)
    return groups
