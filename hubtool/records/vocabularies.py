"""The hub's vocabularies, whose terms can be named by id, label or synonym."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from hubtool.models.vocabulary import Organisation, Term, VocabularyFile


@dataclass(frozen=True)
class Vocabulary:
    """One scheme of terms."""

    file: VocabularyFile
    path: str

    @property
    def id(self) -> str:
        """The scheme's id."""
        return self.file.scheme.id

    @property
    def title(self) -> str:
        """The scheme's title."""
        return self.file.scheme.title

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The terms by id, in the file's order, group headings included."""
        return {term.id: term for term in self.file.concepts}

    @cached_property
    def names(self) -> "Names":
        """Every way to name a term."""
        return Names.of((term.id, term.label, term.alt) for term in self.file.concepts)


_LEAST_BEGUN = 3


@dataclass(frozen=True)
class Names:
    """The names of ids: the id itself, a label or a synonym."""

    ids: frozenset[str]
    by_name: Mapping[str, str]
    written: Mapping[str, str]  # as the file has them: names in other letters are found too

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> "Names":
        """Return the names of *entries*: id, label, synonyms. Labels win over synonyms."""
        entries = tuple(entries)
        by_name: dict[str, str] = {}
        for id_, label, _ in entries:
            by_name.setdefault(folded(label), id_)
        for id_, _, synonyms in entries:
            for synonym in synonyms:
                by_name.setdefault(folded(synonym), id_)
        names = ((name, id_) for id_, label, synonyms in entries for name in (label, *synonyms))
        written = {name: id_ for name, id_ in names if by_name[folded(name)] == id_}
        return cls(frozenset(id_ for id_, _, _ in entries), by_name, written)

    def find(self, text: str) -> str | None:
        """Return the id that *text* is or names, if any."""
        return text if text in self.ids else self.by_name.get(folded(text))

    def nearest(self, text: str) -> str | None:
        """Return the id whose name is nearest to *text*, if one is near."""
        names = {**self.by_name, **{id_: id_ for id_ in self.ids}}
        key = folded(text)
        if matches := get_close_matches(key, names, 1, 0.72):
            return names[matches[0]]
        # An abbreviation: `uni` for `university`, if no other name begins with it.
        ids = {id_ for name, id_ in names.items() if name.startswith(key)}
        return ids.pop() if len(ids) == 1 and len(key) >= _LEAST_BEGUN else None


@lru_cache(maxsize=1 << 14)  # the same few names are compared for every record
def folded(text: str) -> str:
    """Return *text* as names are compared: without case, and with single spaces."""
    return " ".join(text.casefold().split())


def organisation_names(organisations: Mapping[str, Organisation]) -> Names:
    """Return every way to name an organisation."""
    return Names.of((body.id, body.label, body.alt) for body in organisations.values())
