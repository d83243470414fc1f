"""The words of the contribution form's checks: the words of hubtool, with slots for what varies.

Each rule is broken once on purpose, so that no sentence stands in two places.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hubtool.diagnostics.wording import wording
from hubtool.documents import SourceFile
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon

_LONG = 201  # one character more than a title can have

_CASE: Mapping[str, Any] = {
    "title": "a",
    "summary": "a",
    "places": [{"name": "a", "country": "GB"}],
    "partners": [{"name": "a"}],
    "lessons": [{"lesson": "a", "kind": "a", "said_by": "a"}],
    "consent": {"status": "public-record"},
}


@dataclass(frozen=True, slots=True)
class _Probe:
    """A way to break a rule: *data* stands in place of parts of a valid case.

    *slots* are the texts of the answer that vary, with the names they go by.
    """

    data: Mapping[str, Any]
    slots: Mapping[str, str]


def _date(text: str, **slots: str) -> _Probe:
    return _Probe({"dates": text}, {text: "text", **slots})


def _place(**values: str) -> _Probe:
    data = {"places": [{"name": "a", "country": "GB", **values}]}
    return _Probe(data, dict.fromkeys(values.values(), "text"))


def _online(**values: Any) -> _Probe:
    return _Probe({"places": [{"online": True, **values}]}, {})


def _source(**values: str) -> _Probe:
    data = {"sources": [{"title": "a", **values}]}
    return _Probe(data, dict.fromkeys(values.values(), "text"))


def _consent(**values: Any) -> _Probe:
    return _Probe({"consent": values}, {values["status"]: "text"})


def _stage(**values: Any) -> _Probe:
    return _Probe({"power": {"said_by": "a", "stages": {"question": values}}}, {})


def _orcid(text: str) -> _Probe:
    return _Probe({"credits": [{"name": "a", "orcid": text}]}, {text: "text"})


def _better(probe: _Probe, better: str) -> _Probe:
    return _Probe(probe.data, {better: "better", **probe.slots})


_PROBES: Mapping[str, _Probe] = {
    "missing": _Probe({"title": None}, {"title": "key"}),
    "filled": _Probe({"title": " "}, {}),
    "too-long": _Probe({"title": "x" * _LONG}, {f"{_LONG}": "length", "200": "most", "by 1": "by"}),
    "too-few": _Probe({"places": []}, {"places": "key"}),
    "text": _Probe({"title": 73}, {"`title`": "name", "the number `73`": "value"}),
    "list": _Probe({"places": 73}, {"`places`": "name", "the number `73`": "value"}),
    "model": _Probe({"connect": 73}, {"`connect`": "name", "the number `73`": "value"}),
    "integer": _Probe({"sdgs": ["z"]}, {"`sdgs`": "name", "`z`": "value"}),
    "number": _Probe(
        {"places": [{"name": "a", "country": "GB", "lat": "z"}]},
        {"`lat`": "name", "`z`": "value"},
    ),
    "truth": _Probe({"ended_early": "z"}, {"`ended_early`": "name", "`z`": "value"}),
    "least": _Probe({"sdgs": [0]}, {"the number `0`": "value", "at least 1": "bound"}),
    "date": _date("someday"),
    "date-letters": _date("2O19", **{"2019": "date"}),
    "date-better": _date("May 2019", **{"2019-05": "better"}),
    "date-season": _date("Spring 2019", **{"2019-21": "better"}),
    "date-order": _Probe(
        {"dates": "5/9/2019"},
        {"2019-09-05": "better", "2019-05-09": "other", "5/9/2019": "text"},
    ),
    "date-keys": _Probe({"dates": {"a": "b"}}, {}),
    "date-span": _Probe({"dates": "2018-2023"}, {"2018/2023": "better", "2018-2023": "text"}),
    "date-reversed": _date("2023/2018"),
    "slug": _Probe({"formerly": ["!"]}, {"!": "text"}),
    "slug-better": _Probe({"formerly": ["A b"]}, {"A b": "text", "a-b": "better"}),
    "address": _source(url="a b"),
    "address-inside": _better(_source(url="see https://z.org/a"), "write `https://z.org/a`"),
    "address-doi": _better(_source(url="10.1234/zebra"), "https://doi.org/10.1234/zebra"),
    "address-bare": _source(url="www.zebra.example"),
    "address-scheme": _source(url="ftp://zebra.example"),
    "address-host": _source(url="https://zebra"),
    "address-user": _source(url="https://z@zebra.example"),
    "country": _place(country="Zebra"),
    "country-named": _better(_place(country="Kenya"), "KE"),
    "country-nation": _better(_place(country="Wales"), "write `GB`"),
    "place-online": _online(name="a"),
    "region": _place(region="Zebra"),
    "language": _Probe({"language": "z z"}, {"z z": "text"}),
    "licence": _Probe({"licence": "z z"}, {"z z": "text"}),
    "doi": _source(doi="zebra"),
    "doi-better": _better(_source(doi="doi:10.1234/zebra"), "write `10.1234/zebra`"),
    "doi-inside": _better(_source(doi="z.org/10.1234/zebra"), "`10.1234/zebra`?"),
    "orcid": _orcid("zebra"),
    "orcid-better": _better(_orcid("0000000218250097"), "0000-0002-1825-0097"),
    "orcid-digits": _orcid("0000-0002-1825-0098"),
    "currency": _Probe(
        {
            "investment": {
                "said_by": "a",
                "money": {"low": 1.0, "high": 1.0, "currency": "zebra"},
            }
        },
        {"zebra": "text"},
    ),
    "money": _Probe(
        {"investment": {"said_by": "a", "money": {"low": 2.0, "high": 1.0, "currency": "GBP"}}},
        {},
    ),
    "seconds": _Probe(
        {"films": [{"title": "a", "url": "https://zebra.example", "duration": "zebra"}]},
        {"`zebra`": "value"},
    ),
    "neither": _Probe({"partners": [{"role": "a"}]}, {}),
    "both": _Probe({"partners": [{"name": "a", "org": "a"}]}, {}),
    "consent-who": _consent(status="partial"),
    "consent-withheld": _consent(status="partial", agreed_by="a", agreed_on="2019"),
    "stage-readings": _stage(level="disputed"),
    "stage-level": _stage(level="shared", readings={"a": "b"}),
    "stage-empty": _stage(),
    "choice": _Probe(
        {"consent": {"status": "a", "people": "z"}},
        {"`z`": "value"},
    ),
}


_FILES_ONLY = frozenset(
    {
        *("list", "model", "truth", "text", "choice", "date-keys"),
        *("missing", "consent-who", "consent-withheld"),
    }
)
"""What no control of the form can hold, or has a control of its own: hints about YAML help nobody there."""


@cache
def check_words() -> Mapping[str, tuple[str, str, str | None]]:
    """Return the code, the message and the hint of each fault, with slots such as `{text}`."""
    contacts = {"email": "H222.email", "telephone": "H223.telephone"}
    return {name: _answer(name, probe) for name, probe in _PROBES.items()} | {
        name: wording(key) for name, key in contacts.items()
    }


def _answer(name: str, probe: _Probe) -> tuple[str, str, str | None]:
    content = json.dumps({**_CASE, **probe.data}).encode()
    nothing_known = Lexicon({}, None)
    diagnostics = read_entry(SourceFile("cases/a.yml", content), nothing_known).diagnostics
    if len(diagnostics) != 1:
        raise AssertionError(name, [item.message for item in diagnostics])
    fault = diagnostics[0]
    hint = None if name in _FILES_ONLY else fault.hint
    return (
        fault.code,
        _slotted(fault.message, probe.slots),
        _slotted(hint, probe.slots) if hint else None,
    )


def _slotted(text: str, slots: Mapping[str, str]) -> str:
    for example, name in slots.items():
        text = text.replace(example, f"{{{name}}}")
    return text
