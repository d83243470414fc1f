"""Cases as reference managers read them: RIS, BibTeX and CSL-JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NotRequired, TypedDict

from hubtool.pages.parts.citation import Citation, citation_of, file_address
from hubtool.pages.view import View
from hubtool.text.escape import bibtex, ris

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def citation_files(view: View) -> dict[str, bytes]:
    """Return the citations of each case, of each collection's cases and of all, in every format.

    Each is a file, although they are many: their links lead on without scripts, and their addresses
    stay. For 1,000 cases they take half a second.
    """
    citations = {id_: citation_of(view, case) for id_, case in view.hub.cases.items()}
    sets = {"cases/": list(citations.values())}
    sets |= {f"cases/{id_}/": [citation] for id_, citation in citations.items()}
    for collection in view.hub.collections.values():
        cases = view.hub.cases_in(collection)
        sets[f"collections/{collection.id}/"] = [citations[case.id] for case in cases]
    return {
        file_address(folder, ending): write(group)
        for folder, group in sets.items()
        for ending, write in _WRITERS.items()
    }


def ris_records(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as RIS; a blank line stands between two, and `ID` names the case."""
    records = (
        "".join(f"{tag}  - {ris(text)}\r\n" for tag, text in _ris(citation))
        for citation in citations
    )
    return "\r\n".join(records).encode()


def bibtex_entries(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as BibTeX, in UTF-8; each author is kept whole."""
    entries = []
    for citation in citations:
        fields = ",\n".join(f"  {name} = {value}" for name, value in _bibtex(citation).items())
        entries.append(f"@misc{{{citation.id},\n{fields}\n}}\n")
    return "\n".join(entries).encode()


def csl_items(citations: Iterable[Citation]) -> bytes:
    """Return *citations* as CSL-JSON."""
    return f"{json.dumps([_csl(citation) for citation in citations], ensure_ascii=False, indent=1)}\n".encode()


_WRITERS = {"ris": ris_records, "bib": bibtex_entries, "json": csl_items}


def _ris(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", citation.id
    yield "TI", citation.title
    yield from (("AU", name) for name in citation.authors)
    yield "T2", citation.site
    yield "PB", citation.site
    yield "M3", citation.kind
    if citation.date:
        yield "PY", f"{citation.date[0]:04}"
        yield "DA", "/".join(f"{part:02}" for part in citation.date)
    if citation.url:
        yield "UR", citation.url
    yield "LA", citation.language
    yield "AB", citation.abstract
    yield from (("KW", word) for word in citation.keywords)
    yield "N1", citation.licence
    yield "ER", ""


def _bibtex(citation: Citation) -> Mapping[str, str]:
    authors = " and ".join(f"{{{bibtex(name)}}}" for name in citation.authors)
    fields = {
        "author": f"{{{authors}}}",
        "title": f"{{{{{bibtex(citation.title)}}}}}",
        "howpublished": f"{{{bibtex(citation.site)}}}",
        "type": f"{{{bibtex(citation.kind)}}}",
    }
    if citation.date:
        fields["year"] = f"{{{citation.date[0]:04}}}"
    if len(citation.date) > 1:
        fields["month"] = _MONTHS[citation.date[1] - 1]
    if citation.url:
        fields["url"] = f"{{{citation.url.replace('{', '%7B').replace('}', '%7D')}}}"
    return {
        **fields,
        "language": f"{{{bibtex(citation.language)}}}",
        "abstract": f"{{{bibtex(citation.abstract)}}}",
        "keywords": f"{{{', '.join(map(bibtex, citation.keywords))}}}",
        "note": f"{{{bibtex(citation.licence)}}}",
    }


_CslItem = TypedDict(
    "_CslItem",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[dict[str, str]],
        "abstract": str,
        "container-title": str,
        "publisher": str,
        "genre": str,
        "language": str,
        "keyword": str,
        "note": str,
        "issued": NotRequired[dict[str, list[list[int]]]],
        "URL": NotRequired[str],
    },
)


def _csl(citation: Citation) -> _CslItem:
    fields: _CslItem = {
        "id": citation.id,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": name} for name in citation.authors],
        "abstract": citation.abstract,
        "container-title": citation.site,
        "publisher": citation.site,
        "genre": citation.kind,
        "language": citation.language,
        "keyword": ", ".join(citation.keywords),
        "note": citation.licence,
    }
    if citation.date:
        fields["issued"] = {"date-parts": [list(citation.date)]}
    if citation.url:
        fields["URL"] = citation.url
    return fields
