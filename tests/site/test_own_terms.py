"""A hub may bring terms of its own: what rules and pages rely on is what it must keep."""

from small_hubs import TODAY, case, sources

from hubtool import files
from hubtool.load import load
from hubtool.models.vocabulary import NEEDED_TERMS, NEVER_PUBLISHED
from hubtool.site.compile import compile_site

CASE = """\
topics: [other]
themes: [other]
methods: [other]
timeline: [{when: 2019, kind: question, what: A question.}]
power: {said_by: other, stages: {other: shared}}
outcomes: [{what: A change., kind: other, said_by: community, evidence: other}]
tensions: [{about: other, what: A clash., said_by: other}]
films: [{id: film, title: A film, url: "https://vimeo.com/1", kind: other, made_by: other}]
resources: [{title: A diary, kind: other}]
sources: [{id: source, title: A source, kind: other}]
credits: [{name: Exampleton Anglers, roles: [other]}]
partners: [{id: anglers, name: Exampleton Anglers, kind: other}]
lessons: [{id: lesson, lesson: Walk., kind: other, said_by: other, stage: other}]
"""


def vocabulary(scheme: str) -> str:
    """Return the smallest vocabulary that the hub takes for *scheme*, with the term `other`."""
    lines = [f"scheme: {{id: {scheme}, title: Terms, description: Terms.}}", "concepts:"]
    for id_ in sorted(NEEDED_TERMS.get(scheme, frozenset()) | {"other"}):
        publish = f", publish: {str(id_ not in NEVER_PUBLISHED).lower()}"
        more = publish if scheme == "consent" else ""
        lines.append(f"  - {{id: {id_}, label: {id_.title()}, definition: A term.{more}}}")
    return "\n".join(lines) + "\n"


def test_a_hub_of_its_own_terms_is_made_whole() -> None:
    schemes = [file.path.removeprefix("vocabulary/")[:-4] for file in files.starters()]
    own = {f"vocabulary/{scheme}.yml": vocabulary(scheme) for scheme in schemes}
    read = sources({"cases/river-walks.yml": case(CASE), **own}, vocabularies=())
    hub, diagnostics = load(read, today=TODAY)
    assert hub is not None, diagnostics
    assert "docs/cases/river-walks/index.md" in compile_site(hub, {}).tree()
