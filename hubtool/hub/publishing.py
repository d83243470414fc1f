"""From what was read to the hub: what may be published, and what leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hubtool.documents import Document
from hubtool.documents.comments import comments
from hubtool.documents.pictures import Picture
from hubtool.documents.transcripts import transcript
from hubtool.hub.consent import published_parts
from hubtool.hub.hub import Hub
from hubtool.hub.pictures import SizedPicture
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection, Item
from hubtool.models.opportunity import Opportunity
from hubtool.models.settings import Settings
from hubtool.records.records import Records
from hubtool.text.dates import has_passed


def build_hub(records: Records, settings: Settings, *, drafts: bool = False) -> Hub:
    """Return the hub that *records* without faults make. Only here does consent let a case in."""
    cases, hidden = {}, set()
    for entry, case in records.cases():
        if records.is_published(entry) or (drafts and case.consent.status == "pending"):
            cases[case.id] = published_parts(case, records.organisations)
        if not records.is_published(entry):
            hidden.add(case.id)
    collections = {e.id: e.record for e in records.entries if isinstance(e.record, Collection)}
    opportunities = {
        e.id: e.record
        for e in records.entries
        if isinstance(e.record, Opportunity) and not has_passed(e.record.last_date, records.today)
    }
    captions = {path: records.captions[path].content for path in sorted(_owned(records, cases))}
    hub = Hub(
        settings=settings,
        vocabularies=records.vocabularies,
        organisations=records.organisations,
        cases=dict(sorted(cases.items())),
        collections={},
        opportunities=dict(sorted(opportunities.items())),
        withdrawn=tuple(sorted(e.id for e in records.entries if e.status == "withdrawn")),
        drafts=frozenset(hidden & cases.keys()),
        moved=dict(sorted(_moved(records, {*cases, *collections}))),
        captions=captions,
        pictures=dict(sorted(_pictures(records, cases))),
        transcripts={path: transcript(content).cues for path, content in captions.items()},
        today=records.today,
        sources=dict(sorted(_sources(records, cases, settings))),
    )
    collections = {id_: _published(hub, entry) for id_, entry in sorted(collections.items())}
    return replace(hub, collections=collections)


def _sources(
    records: Records, cases: Mapping[str, CaseStudy], settings: Settings
) -> Iterator[tuple[str, str]]:
    """Yield the files of cases that are published whole.

    A file with comments is for those who can read the repository: without one that is named, it stays.
    """
    for entry, case in records.cases():
        if cases.get(case.id) != case:  # consent has taken something out
            continue
        if settings.hub.repository or not _has_comments(entry.document):
            yield case.id, entry.document.text


def _has_comments(document: Document) -> bool:
    """Say whether there are comments in *document* below those at its head."""
    texts = comments(document)
    return bool(texts.before.keys() - {()} or texts.beside or texts.after)


def _owned(records: Records, cases: Mapping[str, CaseStudy]) -> set[str]:
    tracks = {
        track.file for case in cases.values() for film in case.films for track in film.captions
    }
    return tracks & records.captions.keys()


def _pictures(
    records: Records, cases: Mapping[str, CaseStudy]
) -> Iterator[tuple[str, SizedPicture]]:
    for case in cases.values():
        for image in case.images:
            picture = records.pictures.get(image.file)
            if isinstance(picture, Picture):
                yield image.file, SizedPicture(picture)


def _published(hub: Hub, collection: Collection) -> Collection:
    """Return *collection* with what readers may see, signed only by convenors of the hub."""
    items = tuple(item for item in collection.items if _is_published(hub, item))
    names = hub.settings.hub.convenors
    convenors = tuple(name for name in collection.convenors if name in names)
    return collection.model_copy(update={"items": items, "convenors": convenors})


def _is_published(hub: Hub, item: Item) -> bool:
    if item.case:
        return hub.case_at(item.case) is not None
    if item.lesson:
        return item.lesson in hub.ties.lesson_at
    return item.film in hub.film_at


def _moved(records: Records, published: set[str]) -> Iterator[tuple[str, str]]:
    for entry in records.entries:
        if entry.id in published and entry.record is not None:
            for old in getattr(entry.record, "formerly", ()):
                yield f"{entry.folder}/{old}/", f"{entry.folder}/{entry.id}/"
