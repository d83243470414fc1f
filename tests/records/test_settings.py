"""The settings are read as MkDocs reads them, and those that lead nowhere are told."""

from pathlib import Path

import pytest
from small_hubs import CASE, TODAY, make_hub, sources, write_file

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.documents import SourceFile
from hubtool.files import sources as read_sources
from hubtool.files.configuration import Configuration, configuration
from hubtool.load import load, read
from hubtool.models.settings import Settings

HUB = "https://github.com/first/hub"
SETTINGS = """\
site_name: A hub
site_url: https://first.github.io/hub/
extra:
  hub:
    schema: 1
    contact: hub@example.org
    repository: https://github.com/first/hub
    change_contact: https://github.com/first/hub/issues/new
"""


def settings(
    text: str, given: Configuration | None = None
) -> tuple[Settings | None, list[Diagnostic]]:
    hub_sources = sources({"cases/one.yml": CASE}, settings=text, configuration=given)
    records, _ = read(hub_sources, today=TODAY)
    return records.settings, load(hub_sources, today=TODAY)[1]


def variables(**values: str) -> Configuration:
    return Configuration(variables=values)


@pytest.mark.parametrize(
    ("written", "given", "url"),
    [
        ("!ENV SITE_URL", variables(SITE_URL="https://a.org/"), "https://a.org/"),
        ("!ENV [SITE_URL, 'https://b.org/']", variables(), "https://b.org/"),
        ("!ENV [ONE, TWO, 'https://b.org/']", variables(TWO="https://c.org/"), "https://c.org/"),
        ("!ENV SITE_URL", variables(), None),
    ],
)
def test_a_variable_is_read_as_mkdocs_reads_it(
    written: str, given: Configuration, url: str | None
) -> None:
    text = f"site_name: A hub\nsite_url: {written}\nextra: {{hub: {{schema: 1}}}}\n"
    result, told = settings(text, given)
    assert result
    assert result.url == url
    assert [item.code for item in told if item.severity == "error"] == []


def test_name_and_repository_may_be_variables_too() -> None:
    text = "site_name: !ENV NAME\nextra: {hub: {schema: 1, repository: !ENV [REPO, 'https://a.org/x']}}\n"
    result, _ = settings(text, variables(NAME="River hub"))
    assert result
    assert (result.name, result.hub.repository) == ("River hub", "https://a.org/x")


def test_a_variable_that_is_not_set_is_told_where_it_is_needed() -> None:
    _, told = settings("site_name: !ENV NAME\nextra: {hub: {schema: 1}}\n")
    (item,) = [item for item in told if item.code == "H703"]
    assert item.hint
    assert "fall back" in item.hint


def test_a_secret_is_never_put_on_a_page() -> None:
    given = Configuration(variables={"GITHUB_TOKEN": "x"})
    _, told = settings("site_name: !ENV GITHUB_TOKEN\nextra: {hub: {schema: 1}}\n", given)
    assert [item.code for item in told if item.severity == "error"] == ["H703"]


def test_another_tag_is_still_refused_in_the_hubs_settings() -> None:
    _, told = settings("site_name: x\nextra: {hub: {schema: 1, strapline: !!str x}}\n")
    assert "H107" in [item.code for item in told]


def test_what_a_hub_inherits_is_read_and_its_faults_stand_there() -> None:
    base = b"site_url: https://a.org/\nextra:\n  hub: {schema: 1, engine: hugo, branch: live}\n"
    given = Configuration(inherited=(SourceFile("config/base.yml", base),))
    text = "INHERIT: config/base.yml\nsite_name: A hub\nextra: {hub: {branch: main}}\n"
    _, told = settings(text, given)
    assert [(item.code, item.path) for item in told if item.severity == "error"] == [
        ("H703", "config/base.yml")
    ]
    mended = Configuration(inherited=(SourceFile("b.yml", base.replace(b"hugo", b"zensical")),))
    result, _ = settings(text, mended)
    assert result
    assert (result.url, result.hub.engine, result.hub.branch) == (
        "https://a.org/",
        "zensical",
        "main",
    )


def test_files_outside_the_hub_are_not_inherited(tmp_path: Path) -> None:
    write_file(tmp_path, "secret.yml", "site_name: secret\n")
    hub = make_hub(tmp_path / "hub", {"mkdocs.yml": "INHERIT: ../secret.yml\nsite_name: A hub\n"})
    (hub / "link.yml").symlink_to(tmp_path / "secret.yml")
    assert configuration(hub).inherited == ()
    _, told = read(read_sources(hub), today=TODAY)
    assert any("INHERIT" in item.message for item in told)
    write_file(hub, "mkdocs.yml", "INHERIT: link.yml\nsite_name: A hub\n")
    assert configuration(hub).inherited == ()


def test_a_chain_that_never_ends_is_read_so_far(tmp_path: Path) -> None:
    write_file(tmp_path, "mkdocs.yml", "INHERIT: mkdocs.yml\nsite_name: A hub\n")
    assert len(configuration(tmp_path).inherited) < 10


def test_only_variables_that_are_named_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAMED", "yes")
    monkeypatch.setenv("OTHER", "no")
    write_file(tmp_path, "mkdocs.yml", "site_name: !ENV [NAMED, UNSET, x]\n")
    assert configuration(tmp_path).variables == {"NAMED": "yes"}


def test_hooks_and_python_tags_are_told() -> None:
    text = "site_name: A hub\nhooks: [x.py]\n# !!python/object/apply:os.system\nx: !!python/object/apply:os.system [id]\nextra: {hub: {schema: 1}}\n"
    _, told = settings(text)
    assert [(item.code, item.span.line) for item in told if item.span and item.code == "H711"] == [
        ("H711", 2),
        ("H711", 4),
    ]


def about_hub(told: list[Diagnostic]) -> list[str]:
    return [item.message for item in told if item.code == "H712"]


@pytest.mark.parametrize(
    "origin", ["git@github.com:our/fork.git", "https://github.com/our/fork", "ssh://git@github.com/our/fork.git"]
)  # fmt: skip
def test_settings_of_the_hub_that_was_copied_are_told(origin: str) -> None:
    _, told = settings(SETTINGS, Configuration(origin=origin))
    (message,) = about_hub(told)
    assert message == (
        f"`repository`, `change_contact` and `site_url` belong to {HUB}, "
        "and this copy comes from https://github.com/our/fork"
    )


@pytest.mark.parametrize(
    "origin", [None, "git@github.com:First/hub.git", "https://gitlab.com/our/fork", "/srv/hub.git"]
)
def test_a_hub_from_its_own_repository_is_not_told(origin: str | None) -> None:
    assert about_hub(settings(SETTINGS, Configuration(origin=origin))[1]) == []


def test_git_tells_where_a_hub_came_from(tmp_path: Path) -> None:
    assert configuration(tmp_path).origin is None
    address = "git@github.com:our/fork.git"
    write_file(
        tmp_path, ".git/config", f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {address}\n'
    )
    assert configuration(tmp_path).origin == address
    write_file(tmp_path, ".git/config", "[remote\nno sense")
    assert configuration(tmp_path).origin is None


def test_a_question_that_leads_to_no_term_is_told() -> None:
    question = "questions: [{words: how did trust grow?, term: themes/trusst}]"
    _, told = settings(f"site_name: x\nextra: {{hub: {{schema: 1, {question}}}}}\n")
    (item,) = [item for item in told if item.code == "H703"]
    assert item.message == "no page of a term is at `themes/trusst`"
    assert item.hint == "did you mean `themes/trust`?"


def test_a_featured_collection_that_is_not_there_is_told() -> None:
    _, told = settings("site_name: x\nextra: {hub: {schema: 1, featured: nowhere}}\n")
    assert [item.message for item in told if item.code == "H703"] == [
        "there is no collection `nowhere`"
    ]


def test_a_language_without_words_is_told() -> None:
    _, told = settings("site_name: x\nextra: {hub: {schema: 1, language: cy}}\n")
    (item,) = [item for item in told if item.code == "H703"]
    assert item.severity == "warning"
    assert "British English" in item.message
