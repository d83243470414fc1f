"""What must hold for any bytes: the targets of the fuzzers, and the corpus that they begin with."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from short_cases import form, lexicon
from small_hubs import REPOSITORY, TODAY, case, sources

from hubtool.documents import SourceFile, parse
from hubtool.documents.pictures import Picture, picture, without_metadata
from hubtool.documents.transcripts import passages, transcript
from hubtool.hub.hub import Hub
from hubtool.imports.draft import UnreadableError
from hubtool.imports.finishing import case_file
from hubtool.imports.reading import draft_of, read_drafts
from hubtool.load import Memory, load
from hubtool.pages import page_at
from hubtool.text.contacts import emails, telephones
from hubtool.text.dates import DateError, days
from hubtool.text.film_urls import PLAYER_HOSTS, film_address
from hubtool.text.markdown import plain, render, render_line
from hubtool.text.quotations import without_quotations
from hubtool.text.written_dates import edtf_from

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
CORPUS = REPOSITORY / "tests/corpus"

_MEMORY = Memory()  # of the vocabularies, which are read once
_CASE = "cases/river-walks.yml"
_LIVE = {"iframe", "style", "object", "embed", "base", "meta", "link", "img", "frame"}


class _Tags(HTMLParser):
    """Refuses what no text of a contributor may become."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert tag not in _LIVE or values.get("alt") is not None, tag
        assert tag != "script" or values.get("type") == "application/ld+json", attrs
        assert not any(name.startswith("on") for name in values), attrs
        address = (values.get("href") or "").strip().lower()
        assert not address.startswith(("javascript:", "data:", "vbscript:")), address


def assert_inert(html: str) -> None:
    """Hold *html* to be words, and tags that do nothing by themselves."""
    tags = _Tags(convert_charrefs=True)
    tags.feed(html)
    tags.close()


def reader(content: bytes) -> None:
    """Any file is read, checked and told of within its own lines."""
    _hub(content)


def captions(content: bytes) -> None:
    """Any captions are read; no cue ends before it begins, and no line is a tag."""
    for text in (content, b"WEBVTT\n\n" + content):
        for passage in passages(transcript(text).cues, seconds=30):
            assert passage.text.strip()
            assert not CONTROL.search(f"{passage.text}{passage.voice}")
            assert passage.start <= passage.end


def markdown(content: bytes) -> None:
    """Any text becomes inert HTML, with and without its quotations."""
    text = content.decode("utf-8", "replace")
    for part in (text, without_quotations(text) or ""):
        assert_inert(render(part, references={}))
        assert_inert(render_line(part, references={}))
        plain(part)


def page(content: bytes) -> None:
    """Any words of a case become an inert page, or a fault."""
    text = content.decode("utf-8", "replace")
    words = json.dumps(text)
    lesson = f"[{{id: l, lesson: {words}, kind: worked, said_by: community}}]"
    record = case(f"title: {words}\nsummary: {words}\nstory: {words}\nlessons: {lesson}")
    if (hub := _hub(record.encode())) and (shown := page_at(hub, "cases/river-walks/")):
        assert_inert(shown.body)


def sent_file(content: bytes) -> None:
    """Whatever is sent becomes a file that can be read, or is refused in plain words."""
    try:
        drafts = read_drafts(content, form(), lexicon())
    except UnreadableError:
        return
    for draft in drafts:
        file = case_file(draft, lexicon(), form())
        document, faults = parse(SourceFile(file.path, file.content))
        assert document is not None or draft.diagnostics, faults


def form_draft(content: bytes) -> None:
    """Whatever a browser has kept as a draft becomes a file that can be read."""
    draft = draft_of(content.decode("utf-8", "replace"))
    file = case_file(draft, lexicon(), form())
    document, faults = parse(SourceFile(file.path, file.content))
    assert document is not None or draft.diagnostics, faults


def dates(content: bytes) -> None:
    """A date that somebody has written is read as one that the hub can hold, or not at all."""
    text = content.decode("utf-8", "replace")
    written = edtf_from(text)
    assert written is None or days(written)
    with suppress(DateError):
        assert days(text)


def addresses(content: bytes) -> None:
    """No address leads a player to a host that the policy does not name."""
    text = content.decode("utf-8", "replace")
    for part in (*emails(text), *telephones(text, ("GB", "IN", "US"))):
        assert 0 <= part[0] < part[1] <= len(text)
    film = f"{{title: A film, url: {json.dumps(text)}, access: {{captions: true}}}}"
    if (hub := _hub(case(f"films: [{film}]").encode())) and hub.cases:
        address = film_address(hub.cases["river-walks"].films[0].url)
        if address.kind in ("youtube", "vimeo"):
            assert urlsplit(address.player or "").hostname in PLAYER_HOSTS


def pictures(content: bytes) -> None:
    """A file is a picture that can be made bare and tells no more then, or is told to be none."""
    read = picture("a", content)
    if isinstance(read, Picture):
        bare = picture("a", without_metadata(content))
        assert isinstance(bare, Picture)
        assert {*bare.secrets} <= {*read.secrets}


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(reader, captions, markdown, page, sent_file, form_draft, dates, addresses, pictures),
    )
}


def seeds(target: str) -> list[Path]:
    """Return the kept inputs of *target*."""
    return sorted((CORPUS / target).iterdir())


def _hub(content: bytes) -> Hub | None:
    """Return the hub whose case is *content*, and hold its diagnostics to lie within it."""
    hub, diagnostics = load(sources({_CASE: content}), today=TODAY, memory=_MEMORY)
    lines = content.decode("utf-8", "replace").count("\n") + content.count(b"\r") + 1
    for item in diagnostics:
        if item.span and item.path == _CASE:
            assert 1 <= item.span.line <= lines, item
    assert hub is not None or diagnostics
    return hub
