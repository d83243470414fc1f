"""Vocabularies fail closed: what is not plainly published stays off the site."""

import pytest
from small_hubs import TODAY, case, sources, vocabularies

from hubtool import files
from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.models.vocabulary import NEEDED_TERMS

CONSENT = """\
scheme: {{id: consent, title: Consent, description: Who agreed.}}
concepts:
  - {{id: agreed, label: Agreed, definition: A body agreed., publish: true}}
  - {{id: partial, label: In part, definition: Some of it., publish: true}}
  - {{id: public-record, label: Public, definition: From what is public., publish: true}}
  - {{id: pending, label: Pending, definition: Not yet., {publish}}}
  - {{id: withdrawn, label: Withdrawn, definition: No more., publish: false}}
"""
PENDING = {"cases/river-walks.yml": case("consent: {status: pending}")}


def loaded(files_: dict[str, str]) -> tuple[Hub | None, list[Diagnostic]]:
    return load(sources(files_), today=TODAY)


def loaded_with_starters(
    files_: dict[str, str], *left_out: str
) -> tuple[Hub | None, list[Diagnostic]]:
    kept = [file for file in vocabularies() if file.path not in left_out]
    read = sources(files_, vocabularies=kept)
    with_starters = files.Sources(
        read.settings,
        read.records,
        read.vocabularies,
        read.captions,
        read.media,
        read.strays,
        files.starters(),
    )
    return load(with_starters, today=TODAY)


@pytest.mark.parametrize("value", ["no", "No", "off", "n", '"false"', "0", "1", "[]", "yes", "on"])
def test_publish_is_true_or_false_and_nothing_else(value: str) -> None:
    consent = CONSENT.format(publish=f"publish: {value}")
    hub, diagnostics = loaded({**PENDING, "vocabulary/consent.yml": consent})
    assert hub is None
    (fault,) = [item for item in diagnostics if item.path == "vocabulary/consent.yml"]
    assert fault.code == "H705"
    assert fault.message.startswith("`publish` should be true or false")
    assert fault.span is not None
    assert fault.span.line == 6


@pytest.mark.parametrize("line", ["publish: null", "alt: [draft]"])
def test_publish_must_be_said(line: str) -> None:
    consent = CONSENT.format(publish=line)
    hub, diagnostics = loaded({**PENDING, "vocabulary/consent.yml": consent})
    assert hub is None
    assert "`publish` is missing" in [item.message for item in diagnostics]


def test_no_vocabulary_can_publish_what_is_pending() -> None:
    consent = CONSENT.format(publish="publish: true")
    hub, diagnostics = loaded({**PENDING, "vocabulary/consent.yml": consent})
    assert hub is None
    assert "a case that is `pending` must not be published" in [d.message for d in diagnostics]


@pytest.mark.parametrize(
    ("path", "extra"),
    [
        ("vocabulary/topics.yml", "publish: true"),
        ("vocabulary/consent.yml", "shape: water"),
        ("vocabulary/stages.yml", "use_only_in: [cases]"),
        ("vocabulary/power.yml", "non_value: yes"),
        ("vocabulary/roles.yml", "credit: maybe"),
    ],
)
def test_each_vocabulary_has_extra_keys_of_its_own(path: str, extra: str) -> None:
    (file,) = [file for file in vocabularies() if file.path == path]
    text = f"{file.content.decode()}  - {{id: new, label: New, definition: New., {extra}}}\n"
    hub, diagnostics = loaded({"cases/river-walks.yml": case(), path: text})
    assert hub is None
    assert {item.code for item in diagnostics if item.path == path} == {"H705"}


@pytest.mark.parametrize("scheme", sorted(NEEDED_TERMS))
def test_a_vocabulary_without_a_needed_term_is_an_error_with_its_name(scheme: str) -> None:
    path = f"vocabulary/{scheme}.yml"
    publish = ", publish: true" if scheme == "consent" else ""
    text = (
        f"scheme: {{id: {scheme}, title: Terms, description: Terms.}}\n"
        f"concepts:\n  - {{id: other, label: Other, definition: Another.{publish}}}\n"
    )
    hub, diagnostics = loaded({"cases/river-walks.yml": case(), path: text})
    assert hub is None
    messages = {item.message for item in diagnostics if item.code == "H709"}
    assert messages == {
        f"the term `{id_}` is missing, which the hub needs" for id_ in NEEDED_TERMS[scheme]
    }


@pytest.mark.parametrize("path", [file.path for file in files.starters()])
def test_each_vocabulary_that_is_not_there_comes_from_hubtool(path: str) -> None:
    hub, diagnostics = loaded_with_starters({"cases/river-walks.yml": case()}, path)
    assert hub is not None
    (note,) = [item for item in diagnostics if item.code == "H708"]
    assert note.severity == "note"
    assert path.removeprefix("vocabulary/") in note.message


def test_a_hub_without_the_folder_has_all_vocabularies() -> None:
    paths = [file.path for file in vocabularies()]
    hub, diagnostics = loaded_with_starters({"cases/river-walks.yml": case()}, *paths)
    assert hub is not None
    assert [item.code for item in diagnostics] == ["H708"]
    assert set(hub.vocabularies) == {file.path[11:-4] for file in files.starters()}


@pytest.mark.parametrize("content", [None, "concepts: []"])
def test_without_organisations_each_one_that_is_named_is_an_error(content: str | None) -> None:
    scheme = "scheme: {id: organisations, title: Bodies, description: Bodies.}\n"
    path = "vocabulary/organisations.yml"
    named = case("partners: [{org: university-of-nowhere, role: Walked}]")
    written = {path: scheme + content} if content else {}
    hub, diagnostics = loaded_with_starters({"cases/river-walks.yml": named, **written}, path)
    assert hub is None
    assert [item.code for item in diagnostics if item.severity == "error"] == ["H302"]
