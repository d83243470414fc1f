"""Cases as reference managers read them: RIS, BibTeX and CSL-JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hubtool.hub.references import item_case
from hubtool.pages.parts.citation import Citation, citation_of, file_address
from hubtool.pages.view import View
from hubtool.text.escape import bibtex, ris

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def citation_files(view: View) -> dict[str, bytes]:
    """Return the citations of each case, of each collection's cases and of all, in every format."""
    cited = {id_: citation_of(view, case) for id_, case in view.hub.cases.items()}
    sets = {"cases/": list(cited.values())}
    sets |= {f"cases/{id_}/": [one] for id_, one in cited.items()}
    for collection in view.hub.collections.values():
        chosen = [
            case.id for item in collection.items if (case := view.hub.case_at(item_case(item)))
        ]
        added = [case.id for case in view.hub.matching(collection)]
        ids = dict.fromkeys([*chosen, *added])
        sets[f"collections/{collection.id}/"] = [cited[id_] for id_ in ids]
    return {
        file_address(folder, ending): written
        for folder, citations in sets.items()
        for ending, written in _written(citations)
    }


def ris_records(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as RIS; a blank line stands between two, and `ID` names the case."""
    records = ("".join(f"{tag}  - {ris(text)}\r\n" for tag, text in _ris(one)) for one in citations)
    return "\r\n".join(records).encode()


def bibtex_entries(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as BibTeX, in UTF-8; each author is kept whole."""
    entries = []
    for one in citations:
        fields = ",\n".join(f"  {name} = {value}" for name, value in _bibtex(one).items())
        entries.append(f"@misc{{{one.id},\n{fields}\n}}\n")
    return "\n".join(entries).encode()


def csl_items(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as CSL-JSON."""
    return (
        f"{json.dumps([_csl(one) for one in citations], ensure_ascii=False, indent=1)}\n".encode()
    )


def _written(citations: Iterable[Citation]) -> Iterator[tuple[str, bytes]]:
    given = tuple(citations)
    yield "ris", ris_records(given)
    yield "bib", bibtex_entries(given)
    yield "json", csl_items(given)


def _ris(one: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", one.id
    yield "TI", one.title
    yield from (("AU", name) for name in one.authors)
    yield "T2", one.site
    yield "PB", one.site
    yield "M3", one.kind
    if one.date:
        yield "PY", f"{one.date[0]:04}"
        yield "DA", "/".join(f"{part:02}" for part in one.date)
    if one.url:
        yield "UR", one.url
    yield "LA", one.language
    yield "AB", one.abstract
    yield from (("KW", word) for word in one.keywords)
    yield "N1", one.licence
    yield "ER", ""


def _bibtex(one: Citation) -> Mapping[str, str]:
    authors = " and ".join(f"{{{bibtex(name)}}}" for name in one.authors)
    said = {
        "author": f"{{{authors}}}",
        "title": f"{{{{{bibtex(one.title)}}}}}",
        "howpublished": f"{{{bibtex(one.site)}}}",
        "type": f"{{{bibtex(one.kind)}}}",
    }
    if one.date:
        said["year"] = f"{{{one.date[0]:04}}}"
    if len(one.date) > 1:
        said["month"] = _MONTHS[one.date[1] - 1]
    if one.url:
        said["url"] = f"{{{one.url.replace('{', '%7B').replace('}', '%7D')}}}"
    return {
        **said,
        "language": f"{{{bibtex(one.language)}}}",
        "abstract": f"{{{bibtex(one.abstract)}}}",
        "keywords": f"{{{', '.join(map(bibtex, one.keywords))}}}",
        "note": f"{{{bibtex(one.licence)}}}",
    }


def _csl(one: Citation) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": one.id,
        "type": "webpage",
        "title": one.title,
        "author": [{"literal": name} for name in one.authors],
        "abstract": one.abstract,
        "container-title": one.site,
        "publisher": one.site,
        "genre": one.kind,
        "language": one.language,
        "keyword": ", ".join(one.keywords),
        "note": one.licence,
    }
    if one.date:
        said["issued"] = {"date-parts": [list(one.date)]}
    if one.url:
        said["URL"] = one.url
    return said
