"""The live preview, asked by a real HTTP client."""

import http.client
import json
import queue
import re
import shutil
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from faulty_disk import READ, refusing
from playwright.sync_api import Browser
from small_hubs import SITE_CASE, make_hub, write_file

from hubtool.errors import HubError
from hubtool.preview.server import Watch, server
from hubtool.preview.watch import Update, serve

TODAY = date(2026, 11, 23)
PATIENCE = 30


class Preview:
    """A preview of the hub in *root*, and what it tells."""

    def __init__(self, root: Path, told: "queue.Queue[Update]") -> None:
        self.root = root
        self._told = told
        self.first = self.next()
        self.port = urlsplit(self.first.address).port

    def next(self) -> Update:
        return self._told.get(timeout=PATIENCE)

    def next_that(self, is_meant: Callable[[Update], bool]) -> Update:
        while not is_meant(shown := self.next()):
            pass
        return shown

    def next_with(self, path: str, words: str) -> str:
        """Return the page at *path* after the update that has brought *words*."""
        page = ""
        while words not in page:
            self.next()
            page = self.ask(path)[1]
        return page

    def ask(self, path: str, host: str | None = None) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as line:
            line.request("GET", path, headers={"Host": host} if host else {})
            answer = line.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")


@contextmanager
def preview_of(root: Path) -> Iterator[Preview]:
    told: queue.Queue[Update] = queue.Queue()
    stop = threading.Event()
    arguments = {"today": TODAY, "tell": told.put, "port": 0, "stop": stop}
    thread = threading.Thread(target=serve, args=(root,), kwargs=arguments)
    thread.start()
    try:
        yield Preview(root, told)
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview_of(make_hub(tmp_path_factory.mktemp("preview"))) as running:
        yield running


pytestmark = pytest.mark.engine


def test_pages_come_with_the_script_that_loads_them_again(preview: Preview) -> None:
    status, page = preview.ask("/cases/river-walks/")
    assert status == 200
    assert "Estuary walks" in page
    assert '<script type="module" src="/.hubtool/reload.js"></script>' in page
    assert preview.ask("/.hubtool/reload.js")[0] == 200


def test_an_edit_is_shown_and_told_to_the_browser(preview: Preview) -> None:
    asked = "/.hubtool/changes?page=/cases/river-walks/&seen="
    seen = json.loads(preview.ask(asked)[1])["state"]
    answers: queue.Queue[tuple[int, str]] = queue.Queue()
    waiting = threading.Thread(target=lambda: answers.put(preview.ask(f"{asked}{seen}")))
    waiting.start()
    write_file(
        preview.root, "cases/river-walks.yml", SITE_CASE.replace("Estuary walks", "Night walks")
    )
    shown = preview.next_that(lambda one: one.is_new)
    assert shown.diagnostics == ()
    assert json.loads(answers.get(timeout=PATIENCE)[1])["state"] != seen
    assert "Night walks" in preview.ask("/cases/river-walks/")[1]
    waiting.join()


def test_a_fault_is_told_and_the_last_good_pages_stay(preview: Preview) -> None:
    before = preview.ask("/about/")[1]
    write_file(preview.root, "cases/broken.yml", "title: [")
    shown = preview.next_that(lambda one: not one.is_new)
    assert [item.code for item in shown.diagnostics] == ["H101"]
    assert preview.ask("/about/")[1] == before
    (preview.root / "cases/broken.yml").unlink()
    assert preview.next_that(lambda one: one.is_new).diagnostics == ()


def test_a_fault_is_shown_to_the_browser_until_it_is_mended(preview: Preview) -> None:
    asked = "/.hubtool/changes?page=/about/&seen="
    news = json.loads(preview.ask(asked)[1])
    assert news["faults"] == ""
    answers: queue.Queue[tuple[int, str]] = queue.Queue()
    known = f"{asked}{news['state']}&digest={news['digest']}"
    waiting = threading.Thread(target=lambda: answers.put(preview.ask(known)))
    waiting.start()
    write_file(preview.root, "cases/broken.yml", "title: [<script>")
    preview.next_that(lambda one: not one.is_new)
    answer = json.loads(answers.get(timeout=PATIENCE)[1])
    assert answer["state"] == news["state"]
    assert "error[H101]" in answer["faults"]
    assert "--> cases/broken.yml:1" in answer["faults"]
    (preview.root / "cases/broken.yml").unlink()
    preview.next_that(lambda one: one.is_new)
    assert json.loads(preview.ask(asked)[1])["faults"] == ""
    waiting.join()


def test_what_the_disk_refuses_is_told_and_the_preview_goes_on(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    with refusing(READ, "cases/river-walks.yml"):
        write_file(preview.root, "docs/about.md", "# About\n\nWhile it is refused.\n")
        shown = preview.next_that(lambda one: not one.is_new)
        assert [item.code for item in shown.diagnostics] == ["H902"]
    shown = preview.next_that(lambda one: one.is_new)  # without another edit
    assert "While it is refused" in preview.ask("/about/")[1]
    assert "Traceback" not in capfd.readouterr().err


def test_a_fault_of_our_own_does_not_end_the_preview(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("hubtool.preview.watch.load", lambda *_, **__: 1 // 0)
        write_file(preview.root, "docs/about.md", "# About\n\nOurs.\n")
        shown = preview.next_that(lambda one: not one.is_new)
        assert [item.code for item in shown.diagnostics] == ["H901"]
    preview.next_that(lambda one: one.is_new)
    assert "Ours." in preview.ask("/about/")[1]


def test_files_may_flicker_and_folders_be_made_anew(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    for turn in range(25):  # as sync programs and `git switch` do
        shutil.rmtree(preview.root / "cases")
        write_file(
            preview.root, "cases/river-walks.yml", SITE_CASE.replace("Estuary", f"Turn {turn}")
        )
    preview.next_with("/cases/river-walks/", "Turn 24 walks")
    for turn in range(3):
        title = f"Later {turn}"
        write_file(preview.root, "cases/river-walks.yml", SITE_CASE.replace("Estuary", title))
        preview.next_with("/cases/river-walks/", f"{title} walks")
    assert "Traceback" not in capfd.readouterr().err


def test_a_browser_that_leaves_is_nothing_to_tell(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    assert preview.port
    for _ in range(20):
        line = socket.create_connection(("127.0.0.1", preview.port))
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.sendall(b"GET /assets/css/site.css HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
        line.close()  # without waiting for an answer
    assert preview.ask("/about/")[0] == 200
    assert "Traceback" not in capfd.readouterr().err


def test_a_draft_is_shown_with_a_banner(preview: Preview) -> None:
    draft = re.sub(r"consent: .*", "consent: {status: pending}", SITE_CASE).replace(
        "Estuary", "Secret"
    )
    write_file(preview.root, "cases/secret.yml", draft)
    page = preview.next_with("/cases/secret/", "Secret walks")
    assert "noindex" in page
    assert 'class="notice"' in page


def test_a_new_folder_is_noticed(preview: Preview) -> None:
    write_file(preview.root, "opportunities/a-walk.yml", "title: [")
    shown = preview.next_that(lambda one: not one.is_new)
    assert shown.diagnostics[0].path == "opportunities/a-walk.yml"
    write_file(preview.root, "opportunities/a-walk.yml", "title: (")
    preview.next()
    (preview.root / "opportunities/a-walk.yml").unlink()
    preview.next_that(lambda one: one.is_new)


def test_a_hand_written_page_is_kept_up_with(preview: Preview) -> None:
    write_file(preview.root, "docs/about.md", "# About\n\nWritten anew.\n")
    preview.next_with("/about/", "Written anew")


def test_words_can_be_searched_when_it_is_quiet(preview: Preview) -> None:
    deadline = time.monotonic() + PATIENCE
    while preview.ask("/pagefind/pages-en/pagefind-entry.json")[0] != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_page_made_by_itself_is_the_page_of_a_whole_build(preview: Preview) -> None:
    def pages() -> dict[str, bytes]:
        site = preview.root / ".hubtool/preview-site"
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}

    write_file(preview.root, "cases/second.yml", SITE_CASE.replace("Estuary walks", "Second walks"))
    preview.next_with("/cases/second/", "Second walks")
    write_file(preview.root, "cases/second.yml", SITE_CASE.replace("Estuary walks", "Third walks"))
    preview.next_with("/cases/second/", "Third walks")
    one_by_one = pages()
    with (preview.root / "mkdocs.yml").open("a") as settings:
        settings.write("# all pages, please\n")
    preview.next_that(lambda one: one.is_new)
    assert pages() == one_by_one


def test_the_published_site_is_never_touched(preview: Preview) -> None:
    assert not (preview.root / "site").exists()
    assert not (preview.root / "build").exists()


@pytest.mark.parametrize(
    "path", ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "//etc/passwd", "/nowhere/"]
)
def test_nothing_outside_of_the_pages_is_served(preview: Preview, path: str) -> None:
    status, text = preview.ask(path)
    assert status == 404
    assert "docs_dir" not in text


def test_folders_are_not_listed(preview: Preview) -> None:
    assert preview.ask("/assets/")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", ""])
def test_another_websites_name_for_this_machine_is_refused(preview: Preview, host: str) -> None:
    assert preview.ask("/", host=host or "x")[0] == 403


def test_a_second_preview_is_turned_away(preview: Preview) -> None:
    with pytest.raises(HubError, match="showing a preview"):
        serve(preview.root, today=TODAY, tell=print, port=0)


def test_a_hub_that_starts_with_a_fault_comes_alive_when_it_is_mended(tmp_path: Path) -> None:
    root = make_hub(tmp_path)
    write_file(root, "cases/river-walks.yml", "title: [")
    with preview_of(root) as preview:
        assert not preview.first.is_new
        status, page = preview.ask("/")
        assert status == 404
        assert "The terminal says what is wrong" in page
        write_file(root, "cases/river-walks.yml", SITE_CASE)
        preview.next_that(lambda one: one.is_new)
        assert "Estuary walks" in preview.ask("/cases/river-walks/")[1]


@pytest.mark.browser
def test_the_page_in_the_browser_loads_itself_again(tmp_path: Path, browser: Browser) -> None:
    write_file(tmp_path, "index.html", "<!doctype html><body><h1>Before</h1></body>")
    watch = Watch()
    served = server(tmp_path, watch, 0)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{served.server_port}/")
    with page.expect_response(lambda one: "changes?page" in one.url, timeout=PATIENCE * 1000):
        page.wait_for_timeout(300)
        write_file(tmp_path, "index.html", "<!doctype html><body><h1>After</h1></body>")
        watch.notify()
    page.get_by_role("heading", name="After").wait_for(timeout=PATIENCE * 1000)
    watch.show("error[H101]: <b>a fault</b>\n")
    alert = page.get_by_role("alert")
    alert.get_by_text("<b>a fault</b>").wait_for(timeout=PATIENCE * 1000)
    watch.show("")
    alert.wait_for(state="detached", timeout=PATIENCE * 1000)
    page.close()
    served.shutdown()
    served.server_close()
