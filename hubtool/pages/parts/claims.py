"""What every claim on a page carries: its sources as numbered links, its voices, its language."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from hubtool.models.case import CaseStudy
from hubtool.text.markdown import Reference, citations
from hubtool.text.words import Words

Cite = Callable[[Iterable[str]], Markup]


def references(case: CaseStudy, t: Words) -> Mapping[str, Reference]:
    """Return where the sources and films of *case* are to be found on its page, by id."""
    found = {
        source.id: Reference(str(number), f"#source-{source.id}", t("ref.source", n=number))
        for number, source in enumerate(case.sources, 1)
        if source.id
    }
    for film in case.films:
        if film.id:
            label = t("ref.film-called", title=film.title)
            found.setdefault(film.id, Reference(t("ref.film"), f"#film-{film.id}", label))
    return found


def citer(found: Mapping[str, Reference]) -> Cite:
    """Return the function that turns ids into numbered links, for templates."""

    def cite(ids: Iterable[str]) -> Markup:
        return Markup(citations(ids, found))  # noqa: S704  (made of escaped parts)

    return cite
