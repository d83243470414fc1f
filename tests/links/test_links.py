"""Addresses are asked on a server of our own that does everything a host may do."""

import asyncio
import itertools
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme
from click.testing import CliRunner
from small_hubs import SITE_CASE, make_hub, sources

from hubtool.cli import hubtool
from hubtool.links.addresses import addresses
from hubtool.links.answers import LinkAnswer, archived, is_fresh, joined
from hubtool.links.asking import Manners, ask_all
from hubtool.links.history import FILE, NOTHING_ASKED, read_history
from hubtool.load import read

TODAY = date(2026, 11, 23)


class Host(BaseHTTPRequestHandler):
    """A host that answers as its paths say."""

    seen: list[tuple[str, float]]
    limits: int

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        type(self).seen.append((self.path, time.monotonic()))
        getattr(self, f"do_{path.strip('/').partition('/')[0] or 'front'}")()

    def reply(self, status: int, body: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_front(self) -> None:
        self.reply(200, "<title>Front</title>")

    def do_page(self) -> None:
        self.reply(200, "<html><title>A\n page</title><title>x</title>")

    def do_missing(self) -> None:
        self.reply(404)

    def do_closed(self) -> None:
        self.reply(int(self.path[-3:]))

    def do_broken(self) -> None:
        self.reply(500)

    def do_moved(self) -> None:
        self.reply(301, Location="/page")

    def do_detour(self) -> None:
        self.reply(302, Location="/page")

    def do_circle(self) -> None:
        self.reply(301, Location="/circle")

    def do_maze(self) -> None:
        self.reply(302, Location=f"{self.path}/x")

    def do_homeward(self) -> None:
        self.reply(301, Location="/")

    def do_lie(self) -> None:
        self.reply(200, "<title>Page not found | Example</title>")

    def do_inside(self) -> None:
        self.reply(302, Location="http://169.254.169.254/secrets")

    def do_file(self) -> None:
        self.reply(302, Location="file:///etc/passwd")

    def do_sleep(self) -> None:
        time.sleep(1.5)

    def do_reset(self) -> None:
        self.connection.close()

    def do_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(10_000):
                self.wfile.write(b"x" * 10_000)
        except OSError:
            return

    def do_limit(self) -> None:
        type(self).limits += 1
        if type(self).limits == 1:
            self.reply(429, Retry_After="0")
        else:
            self.reply(200, "<title>At last</title>")

    def do_enough(self) -> None:
        self.reply(429, Retry_After="3600")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(context: ssl.SSLContext | None = None) -> Iterator[tuple[str, type[Host]]]:
    kind = type("OneHost", (Host,), {"seen": [], "limits": 0})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"{'https' if context else 'http'}://localhost:{server.server_port}", kind
    finally:
        server.shutdown()
        server.server_close()


def ask(*urls: str, **manners: Any) -> dict[str, LinkAnswer]:
    answers: dict[str, LinkAnswer] = {}
    quick = {"timeout": 1, "pause": 0, "most_wait": 1, "allows_private": True, **manners}
    asking = ask_all(urls, Manners(**quick), today=TODAY, tell=answers.__setitem__)
    apart(asyncio.run, asking)
    return answers


def apart(call: Callable[..., Any], *given: Any) -> Any:
    """Return what *call* does in a thread of its own: a browser may have a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call, *given).result()


def test_each_answer_is_told_by_what_it_means() -> None:
    with served() as (host, _):
        answers = ask(
            *(
                f"{host}/{path}"
                for path in (
                    *("page", "", "missing", "closed/401", "closed/403", "closed/999", "broken"),
                    *("moved", "detour", "circle", "maze", "homeward", "lie", "file", "sleep"),
                    *("reset", "endless", "limit"),
                )
            )
        )
    assert {url.removeprefix(f"{host}/"): answer.kind for url, answer in answers.items()} == {
        "page": "ok",
        "": "ok",
        "missing": "missing",
        "closed/401": "closed",
        "closed/403": "closed",
        "closed/999": "closed",
        "broken": "failing",
        "moved": "moved",
        "detour": "ok",
        "circle": "loop",
        "maze": "loop",
        "homeward": "home",
        "lie": "missing",
        "file": "loop",
        "sleep": "silent",
        "reset": "silent",
        "endless": "ok",
        "limit": "ok",
    }
    assert answers[f"{host}/moved"].target == f"{host}/page"
    assert answers[f"{host}/page"].title == "A page"


def test_a_host_is_asked_slowly_and_not_at_all_once_it_has_enough() -> None:
    with served() as (host, kind):
        ask(f"{host}/page?1", f"{host}/page?2", f"{host}/page?3", pause=0.05)
        times = [moment for _, moment in kind.seen]
        assert min(later - earlier for earlier, later in itertools.pairwise(times)) > 0.04
        kind.seen.clear()
        answers = ask(f"{host}/enough", f"{host}/page")
        assert [path for path, _ in kind.seen] == ["/enough"]
        assert {answer.kind for answer in answers.values()} == {"limited"}


def test_nothing_in_a_private_network_is_asked() -> None:
    with served() as (host, kind):
        assert ask(f"{host}/page", allows_private=False)[f"{host}/page"].kind == "private"
        assert kind.seen == []
    for url in ("http://10.0.0.1/", "http://[::1]/", "http://me:pw@1.1.1.1/", "http://0x7f.1/"):
        assert ask(url, allows_private=False)[url].kind in ("private", "silent")


def test_a_redirect_into_a_private_network_is_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hubtool.links.asking._is_public", lambda ip: ip.startswith("127."))
    with served() as (host, _):
        answer = ask(f"{host}/inside", allows_private=False)[f"{host}/inside"]
    assert answer.kind == "private"


def test_a_certificate_is_checked_for_the_name_of_the_host() -> None:
    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    for name, kind in (("localhost", "ok"), ("other.example", "certificate")):
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(server)
        with served(server) as (host, _):
            assert ask(f"{host}/page", context=context)[f"{host}/page"].kind == kind


def test_an_address_is_gone_only_after_three_days_in_a_row() -> None:
    lost = [LinkAnswer("missing", f"2026-11-0{day}") for day in (1, 1, 2, 3)]
    answer = None
    gone = []
    for item in lost:
        answer = joined(answer, item)
        gone.append(answer.is_gone)
    assert gone == [False, False, False, True]
    assert answer is not None
    assert answer.since == "2026-11-01"
    again = joined(answer, LinkAnswer("ok", "2026-11-04", title="Here"))
    assert not joined(again, LinkAnswer("silent", "2026-11-05")).is_gone


def test_a_changed_title_is_told_until_somebody_has_looked() -> None:
    first = joined(None, LinkAnswer("ok", "2026-11-01", title="Diary"))
    second = joined(first, LinkAnswer("ok", "2026-11-08", title="Buy now"))
    assert (second.was, second.title) == ("Diary", "Buy now")
    assert joined(first, LinkAnswer("ok", "2026-11-08", title="Diary")).was == ""


def test_good_answers_hold_for_days_and_bad_ones_for_one() -> None:
    good, bad = LinkAnswer("ok", "2026-11-20"), LinkAnswer("silent", "2026-11-22")
    assert is_fresh(good, TODAY, days=6)
    assert not is_fresh(good, TODAY, days=3)
    assert not is_fresh(bad, TODAY, days=6)
    assert is_fresh(LinkAnswer("silent", "2026-11-23"), TODAY, days=6)
    assert not is_fresh(LinkAnswer("ok", "yesterday"), TODAY, days=6)


def test_every_address_of_a_hub_is_known_with_its_files() -> None:
    files = {
        "cases/a.yml": SITE_CASE
        + "story: See [it](https://one.example/a_(b)) and https://two.example/x.\n"
        + 'sources: [{id: s, title: S, url: "https://one.example/a_(b)", doi: 10.1000/182}]\n',
        "cases/b.yml": "consent: {status: withdrawn}\n",
        "docs/x.md": "<https://three.example/#part> and [a](https://one.example/a_(b))\n",
    }
    records, _ = read(sources(files), today=TODAY)
    known = addresses(records)
    assert known["https://one.example/a_(b)"] == ("cases/a.yml", "docs/x.md")
    assert {"https://two.example/x", "https://three.example/", "https://doi.org/10.1000/182"} <= (
        known.keys()
    )


def test_the_command_goes_on_where_it_stopped_and_tells_what_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    async def stop_after_one(urls: list[str], *_: object, tell: Any, today: date) -> None:
        asked.append(urls)
        tell(urls[0], LinkAnswer("missing", today.isoformat()))
        if len(asked) == 1:
            raise KeyboardInterrupt
        for url in urls[1:]:
            tell(url, LinkAnswer("moved", today.isoformat(), 200, "https://new.example/", "T"))

    monkeypatch.setattr("hubtool.links.asking.ask_all", stop_after_one)
    case = SITE_CASE + 'resources: [{title: R, url: "https://old.example/"}]\n'
    root = make_hub(tmp_path, {"cases/river-walks.yml": case})
    words = ["--hub", str(root), "links", "--today"]
    apart(CliRunner().invoke, hubtool, [*words, "2026-11-23"])
    output = apart(CliRunner().invoke, hubtool, [*words, "2026-11-23"]).output
    assert set(asked[0]) - set(asked[1]) == {asked[0][0]}
    assert "missing; ask again on another day: " in output
    assert "write: https://new.example/" in output
    assert "cases/river-walks.yml" in output
    for day in ("2026-11-24", "2026-11-25"):
        result = apart(CliRunner().invoke, hubtool, [*words, day, "--format", "json"])
        assert json.loads(result.stdout)["version"] == 1
    gone = read_history(root).answers[asked[0][0]]
    assert gone.is_gone
    output = apart(CliRunner().invoke, hubtool, [*words, "2026-11-25", "--offline"]).output
    assert archived(asked[0][0]) in output
    (root / FILE).write_text("{")
    assert read_history(root) == NOTHING_ASKED
