"""The page of each diagnostic code, and their list."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.diagnostics.codes import CodePage, code_page, codes
from hubtool.pages.page import Page, page
from hubtool.pages.view import View
from hubtool.text.markdown import render_guide


def code_pages(view: View) -> Iterator[Page]:
    """Yield the list of codes, then the page of each."""
    known = tuple(map(code_page, codes()))
    yield page(
        view,
        "reference",
        "contribute/codes/",
        title=view.words("codes.title"),
        description=view.words("codes.lede"),
        template="codes/index.html",
        groups=_groups(known),
    )
    for code in known:
        yield page(
            view,
            "reference",
            f"contribute/codes/{code.code}/",
            title=view.words("codes.titled", code=code.code, title=code.title),
            description=view.words("codes.about", code=code.code, title=code.title),
            template="codes/page.html",
            code=code,
            text=Markup(render_guide(code.text)),  # noqa: S704  (sanitised there)
        )


def _groups(known: tuple[CodePage, ...]) -> dict[str, list[CodePage]]:
    """Return the codes by their first digit, which says what they are about."""
    groups: dict[str, list[CodePage]] = {}
    for code in known:
        groups.setdefault(code.code[1], []).append(code)
    return groups
