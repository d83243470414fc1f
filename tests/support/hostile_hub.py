"""A hub in which every text that somebody wrote is hostile."""

import copy
import shutil
from pathlib import Path
from typing import Any

import yaml
from small_hubs import REPOSITORY, SITE_SETTINGS, write_file

from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.declare import Model, Prose
from hubtool.models.opportunity import Opportunity
from hubtool.models.walk import leaves

RICH = REPOSITORY / "tests/hubs/rich"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "![x](https://evil.example/x.png)",
    "</div></div></main><h1>Loose",
    "{{ 7 * 7 }}{% if %}{{ config }}",
    '--8<-- "mkdocs.yml"',
    "<!-- not closed",
    "&lt;b&gt;&amp;lt;",
    "``` fence",
    "<https://evil.example/a>",
    "<style>*{display:none}</style>",
    "]]> <![CDATA[ <?php ?>",
    "<iframe src=//evil.example>",
    "{: onclick=alert(1) }",
)


def poisoned(model: type[Model], data: dict[str, Any], poison: str) -> dict[str, Any]:
    """Return *data* with *poison* at the start of every text that is written for readers."""
    spoilt = copy.deepcopy(data)
    for leaf in leaves(model, data):
        if isinstance(leaf.mark, Prose):
            *way, last = leaf.route
            part: Any = spoilt
            for step in way:
                part = part[step]
            part[last] = f"{poison} {leaf.value}"
    return spoilt


def write_hostile_hub(root: Path) -> Path:
    """Write to *root* a hub whose every record is poisoned, one poison to each case."""
    shutil.copytree(RICH / "docs", root / "docs")
    shutil.copytree(RICH / "vocabulary", root / "vocabulary")
    write_file(root, "mkdocs.yml", SITE_SETTINGS)
    write_file(root, "docs/contribute/index.md", "# Add yours\n")
    case = yaml.safe_load((RICH / "cases/kitchen-table-damp.yml").read_text(encoding="utf-8"))
    for number, poison in enumerate(HOSTILE):
        name = f"case-{number}"
        spoilt = poisoned(CaseStudy, case, poison)
        for film in spoilt["films"]:
            film.pop("captions", None)
        for lesson in spoilt["lessons"]:
            lesson.pop("confirms", None)
            lesson.pop("contradicts", None)
        spoilt.pop("images", None)
        spoilt.pop("formerly", None)
        _write(root, f"cases/{name}.yml", spoilt)
        item = {"case": name, "note": "Chosen."}
        chosen = {"title": "T", "summary": "S", "convenors": ["C"], "why": "W", "items": [item]}
        chosen |= {"questions": ["Q"], "wanted": ["W"]}
        _write(root, f"collections/set-{number}.yml", poisoned(Collection, chosen, poison))
        offer = {"title": "T", "kind": "event", "by": "B", "summary": "S"}
        offer |= {"url": "https://example.org/", "opens": "2026-01", "closes": "2027-01"}
        _write(root, f"opportunities/offer-{number}.yml", poisoned(Opportunity, offer, poison))
    return root


def _write(root: Path, path: str, data: dict[str, Any]) -> None:
    # YAML 1.1, as PyYAML writes it, is YAML 1.2 here: everything doubtful is quoted.
    write_file(root, path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000))
