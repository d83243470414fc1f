"""The words of the interface: one catalogue a language, with dates, numbers, plurals and names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup, escape

from hubtool.text.catalogues import FALLBACK, MESSAGES, catalogue, has_catalogue
from hubtool.text.dates import DateParts, date_parts
from hubtool.text.languages import primary

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_YEARS_FROM = 24  # months
_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps-about"}


class WordError(LookupError):
    """A key that the catalogue does not have."""


@dataclass(frozen=True)
class Words:
    """What the interface says in one language."""

    language: str
    catalogue: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the words of *key* with *values* in their places.

        A key with plural forms takes its form from the value `n`. Numbers are written as the
        language writes them. If a value is markup, so is the result, and everything else in it is
        escaped.
        """
        text = self._form(key, values.get("n"))
        replacements = {
            name: self.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        if any(isinstance(value, Markup) for value in replacements.values()):
            return escape(text).format(**replacements)
        return text.format(**replacements)

    def has(self, key: str) -> bool:
        """Return whether the catalogue has *key*."""
        return key in self.catalogue

    def number(self, value: float) -> str:
        """Return *value* as the language writes numbers."""
        return _decimal(self._locale, value)

    def money(self, amount: float, currency: str) -> str:
        """Return a sum of money, without pence where it has none."""
        is_whole = amount == int(amount)
        pattern = "¤#,##0" if is_whole else "¤#,##0.00"
        return str(
            format_currency(amount, currency, pattern, locale=self._locale, currency_digits=False)
        )

    def listed(self, parts: Iterable[str]) -> str:
        """Return *parts* as one phrase: `a, b and c`; markup stays markup."""
        items = list(parts)
        if not any(isinstance(part, Markup) for part in items):
            return format_list(items, locale=self._locale)
        slots = format_list([f"{{{index}}}" for index in range(len(items))], locale=self._locale)
        return escape(slots).format(*items)

    def length(self, seconds: int) -> str:
        """Return how long a film is: `6 minutes 40 seconds`."""
        hours, remainder = divmod(seconds, 3600)
        minutes, seconds_left = divmod(remainder, 60)
        if hours:
            parts = [("hours", hours), ("minutes", minutes)]
        else:
            parts = [("minutes", minutes), ("seconds", seconds_left)]
        return " ".join(self(f"length.{unit}", n=count) for unit, count in parts if count) or self(
            "length.seconds", n=0
        )

    def months(self, least: int, most: int) -> str:
        """Return *least* to *most* months in words: `15 months`, `about 3 years`."""
        if most < _YEARS_FROM:
            is_same = least == most
            return (
                self("strip.months", n=most)
                if is_same
                else self("strip.months-range", low=least, n=most)
            )
        low, high = round(least / 12), round(most / 12)
        if least == most and most % 12 == 0:
            return self("strip.years", n=high)
        if low in {high, 0}:
            return self("strip.about-years", n=high)
        return self("strip.years-range", low=low, n=high)

    def clock(self, seconds: int) -> str:
        """Return a moment in a film: `1:23`."""
        hours, remainder = divmod(seconds, 3600)
        minutes, seconds_left = divmod(remainder, 60)
        return (
            f"{hours}:{minutes:02}:{seconds_left:02}" if hours else f"{minutes}:{seconds_left:02}"
        )

    def country(self, code: str) -> str:
        """Return the name of the country with this code of ISO 3166."""
        return self._override(f"country.{code}") or str(self._locale.territories.get(code, code))

    def region(self, code: str) -> str:
        """Return the name of the region with this code of ISO 3166-2."""
        if override := self._override(f"region.{code}"):
            return override
        subdivision = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]  # has no types
        # ISO 3166-2 writes other languages' names into brackets: `Catalunya [Cataluña]`.
        return str(subdivision.name).partition(" [")[0] if subdivision else code

    def language_name(self, tag: str) -> str:
        """Return the name of the language with this tag of BCP 47."""
        if override := self._override(f"language.{tag}"):
            return override
        try:
            name = Locale.parse(tag, sep="-").get_display_name(self._locale)
        except (UnknownLocaleError, ValueError):
            name = None
        return str(name) if name else _registered_language(tag)

    def language_label(self, tag: str) -> str:
        """Return the name of *tag* as readers of the interface need it.

        On an English page `English` says enough; `Portuguese (Brazil)` may say what viewers need.
        """
        base = primary(tag)
        return self.language_name(base if base == primary(self.language) else tag)

    def date(self, edtf: str) -> str:
        """Return a date or a span in words: `September 2019`, `2007 to 2008`, `since 2015`."""
        return self._span(edtf, self._date)

    def years(self, edtf: str) -> str:
        """Return the years of a date or a span of time: `2007 to 2008`."""
        return self._span(edtf, self._year)

    def _span(self, edtf: str, phrase: Any) -> str:
        start, slash, end = edtf.partition("/")
        if not slash:
            return str(phrase(start))
        if start in ("", ".."):
            return self("date.until", end=phrase(end))
        if end == "..":
            return self("date.since", start=phrase(start))
        if end == "":
            return self("date.from", start=phrase(start))
        first, last = phrase(start), phrase(end)
        return str(first) if first == last else self("date.range", start=first, end=last)

    def _date(self, text: str) -> str:
        parts = date_parts(text)
        if parts is None:
            return text
        year, month = self._year_words(parts.year), parts.month
        if month is None:
            phrase = year
        elif month in _SEASONS:
            phrase = self(f"date.{_SEASONS[month]}", year=year)
        else:
            name = str(self._locale.months["stand-alone"]["wide"][month])
            phrase = self("date.month", month=name, year=year)
            if parts.day is not None:
                phrase = self("date.day", day=str(parts.day), month=name, year=year)
        return self._with_doubt(phrase, parts)

    def _year(self, text: str) -> str:
        parts = date_parts(text)
        return text if parts is None else self._with_doubt(self._year_words(parts.year), parts)

    def _with_doubt(self, phrase: str, parts: DateParts) -> str:
        return self(f"date.{_DOUBTS[parts.doubt]}", date=phrase) if parts.doubt else phrase

    def _year_words(self, year: str) -> str:
        if year.endswith("XX"):
            return self("date.century", year=f"{year[:2]}00")
        if year.endswith("X"):
            return self("date.decade", year=f"{year[:3]}0")
        return year

    def _form(self, key: str, n: Any) -> str:
        entry = self.catalogue.get(key)
        if entry is None:
            raise WordError(key)
        if isinstance(entry, str):
            return entry
        if n == 0 and "zero" in entry:
            return entry["zero"]
        form = self._locale.plural_form(n)
        return entry.get(form) or entry["other"]

    def _override(self, key: str) -> str | None:
        entry = self.catalogue.get(key)
        return entry if isinstance(entry, str) else None

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")


@lru_cache(maxsize=1 << 14)
def _decimal(locale: Locale, value: float) -> str:
    return str(format_decimal(value, locale=locale))


@cache
def words(language: str = FALLBACK) -> Words:
    """Return the words of *language*; where some are missing, those of British English."""
    tag = language if has_catalogue(MESSAGES, language) else FALLBACK
    return Words(tag, catalogue(MESSAGES, tag))


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(sorted(file.stem for file in MESSAGES.glob("*.yml")))


def _registered_language(tag: str) -> str:
    base = primary(tag)
    entry = pycountry.languages.get(**{f"alpha_{len(base)}": base}) if len(base) in (2, 3) else None
    return str(entry.name) if entry else tag
