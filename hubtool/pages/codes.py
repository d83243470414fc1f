"""The page of each diagnostic code, and their list."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.diagnostics.codes import CodePage, code_page, codes
from hubtool.hub.hub import Hub
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.claims import tools
from hubtool.text.markdown import render_guide


def code_pages(hub: Hub) -> Iterator[Page]:
    """Yield the list of codes, then the page of each."""
    t = hub_words(hub)
    known = tuple(map(code_page, codes()))
    yield page(
        hub,
        "reference",
        "contribute/codes/",
        title=t("codes.title"),
        description=t("codes.lede"),
        template="codes/index.html",
        **tools(hub),
        groups=_groups(known),
    )
    for code in known:
        yield page(
            hub,
            "reference",
            f"contribute/codes/{code.code}/",
            title=t("codes.titled", code=code.code, title=code.title),
            description=t("codes.about", code=code.code, title=code.title),
            template="codes/page.html",
            **tools(hub),
            code=code,
            text=Markup(render_guide(code.text)),  # noqa: S704  (sanitised there)
        )


def _groups(known: tuple[CodePage, ...]) -> dict[str, list[CodePage]]:
    """Return the codes by their first digit, which says what they are about."""
    groups: dict[str, list[CodePage]] = {}
    for code in known:
        groups.setdefault(code.code[1], []).append(code)
    return groups
