"""Asks the addresses of a hub whether they are there: politely, and nothing in a private network."""

import asyncio
import ipaddress
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

import httpx

from hubtool.links.answers import AnswerKind, LinkAnswer
from hubtool.text.web_addresses import split_address, target_of

_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MISSING = frozenset({404, 410})
_LIMITED = frozenset({429, 503})
_FIRST_ERROR = 400
_FIRST_SERVER_ERROR = 500
_MOST_TITLE = 200


@dataclass(frozen=True)
class Manners:
    """How patient and how polite the asking is; *context* holds the certificates to trust."""

    timeout: float = 20
    pause: float = 1  # seconds between two questions to one host
    most_wait: float = 60  # seconds that a host may ask us to wait, once
    hosts: int = 20  # that are asked at the same time
    redirects: int = 10
    most_bytes: int = 200_000  # that are read for a title
    agent: str = "hubtool-links (checks that the addresses of a knowledge hub still work)"
    allows_private: bool = False  # for tests
    context: ssl.SSLContext | None = None


class PrivateAddressError(Exception):
    """An address that leads into a private network."""


Tell = Callable[[str, LinkAnswer], None]
"""What is called with each address and its answer."""


async def ask_all(addresses: Iterable[str], manners: Manners, *, today: date, tell: Tell) -> None:
    """Ask all *addresses* and *tell* each answer as it comes; one host is asked one by one."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[split_address(address).hostname or ""].append(address)
    limit = asyncio.Semaphore(manners.hosts)
    async with _client(manners) as client, asyncio.TaskGroup() as tasks:
        for urls in by_host.values():
            tasks.create_task(_Host(client, manners, today, tell).ask(urls, limit))


def _client(manners: Manners) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        timeout=manners.timeout,
        headers={"User-Agent": manners.agent, "Accept": "text/html,*/*;q=0.8"},
        verify=manners.context or ssl.create_default_context(),
        follow_redirects=False,
        trust_env=False,  # a proxy would look names up itself, in its own network
    )


@dataclass(frozen=True)
class _Host:
    """One host, and with what it is asked."""

    client: httpx.AsyncClient
    manners: Manners
    today: date
    tell: Tell

    async def ask(self, urls: list[str], limit: asyncio.Semaphore) -> None:
        """Ask for *urls* one by one; once the host has had enough of us, no more today."""
        has_enough = False
        async with limit:
            for number, url in enumerate(urls):
                if has_enough:
                    answer = LinkAnswer("limited", self.today.isoformat())
                else:
                    await asyncio.sleep(self.manners.pause if number else 0)
                    answer = await _ask(self.client, url, self.manners, self.today)
                    has_enough = answer.kind == "limited"
                self.tell(url, answer)


async def _ask(client: httpx.AsyncClient, url: str, manners: Manners, today: date) -> LinkAnswer:
    """Return the answer of *url*, whatever goes wrong."""
    try:
        async with asyncio.timeout(manners.timeout * 3 + manners.most_wait):
            return await _followed(client, url, manners, today)
    except PrivateAddressError:
        kind: AnswerKind = "private"
    except httpx.ConnectError as error:
        kind = "certificate" if "CERTIFICATE" in str(error) else "silent"
    except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError, ValueError):
        kind = "silent"
    return LinkAnswer(kind, today.isoformat())


async def _followed(
    client: httpx.AsyncClient, url: str, manners: Manners, today: date
) -> LinkAnswer:
    """Follow *url* to its page and return what came of it."""
    day, address, has_waited = today.isoformat(), url, False
    is_permanent = True
    visited = {url}
    for _ in range(manners.redirects + 2):
        reply = await _get(client, address, manners)
        if reply.status in _LIMITED and not has_waited and 0 <= reply.wait <= manners.most_wait:
            await asyncio.sleep(reply.wait)
            has_waited = True
            continue
        if reply.status not in _REDIRECTS or not reply.target:
            return _answer(url, address if is_permanent else "", address, reply, day)
        is_permanent = is_permanent and reply.status in _PERMANENT
        address = target_of(address, reply.target)
        if address in visited or split_address(address).scheme not in ("http", "https"):
            break
        visited.add(address)
    return LinkAnswer("loop", day, target=address)


def _answer(url: str, moved_to: str, end: str, reply: "_Reply", day: str) -> LinkAnswer:
    status = reply.status
    kind: AnswerKind = "ok"
    if status in _MISSING:
        kind = "missing"
    elif status in _LIMITED:
        kind = "limited"
    elif status >= _FIRST_SERVER_ERROR and status != 999:  # LinkedIn's way of saying no
        kind = "failing"
    elif status >= _FIRST_ERROR:
        kind = "closed"
    elif _is_lie(reply.title):
        kind = "missing"
    elif _is_home(end) and not _is_home(url):
        kind = "home"
    elif moved_to not in ("", url):
        kind = "moved"
    return LinkAnswer(kind, day, status, moved_to if kind == "moved" else "", reply.title)


def _is_lie(title: str) -> bool:
    """Say whether a page that is said to be there calls itself missing."""
    words = title.casefold()
    return words.startswith(("404", "page not found", "not found", "error 404"))


def _is_home(url: str) -> bool:
    parts = split_address(url)
    return parts.path in ("", "/") and not parts.query


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    target: str
    title: str
    wait: float  # seconds that it asks us to wait; negative: it does not say


async def _get(client: httpx.AsyncClient, url: str, manners: Manners) -> _Reply:
    """Ask *url* once, at an address of its host that was looked at before."""
    parts = httpx.URL(url)
    ip = await _public_ip(parts, manners)
    host = parts.netloc.decode()
    async with client.stream(
        "GET",
        parts.copy_with(host=ip),
        headers={"Host": host},
        extensions={"sni_hostname": parts.raw_host.decode()},
    ) as response:
        title = ""
        if response.is_success and "html" in response.headers.get("content-type", ""):
            title = _title(await _start(response, manners.most_bytes), response.encoding)
        return _Reply(
            response.status_code,
            response.headers.get("location", ""),
            title,
            _wait(response.headers.get("retry-after", "")),
        )


async def _public_ip(url: httpx.URL, manners: Manners) -> str:
    """Return an IP address of the host of *url*, or raise if any of them is private.

    The question goes to this very address: a name that is looked up again might lead elsewhere.
    """
    if url.userinfo:
        raise PrivateAddressError
    loop = asyncio.get_running_loop()
    port = url.port or (443 if url.scheme == "https" else 80)
    entries = await loop.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    ips = [str(address[0]) for *_, address in entries]
    if not (manners.allows_private or all(map(_is_public, ips))):
        raise PrivateAddressError
    return ips[0]


def _is_public(text: str) -> bool:
    ip = ipaddress.ip_address(text)
    return ip.is_global and not ip.is_multicast


async def _start(response: httpx.Response, most: int) -> bytes:
    content = b""
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) >= most:
            break
    return content[:most]


def _title(content: bytes, encoding: str | None) -> str:
    reader = _TitleReader()
    try:
        reader.feed(content.decode(encoding or "utf-8", errors="replace"))
    except LookupError:
        reader.feed(content.decode("utf-8", errors="replace"))
    return " ".join("".join(reader.words).split())[:_MOST_TITLE]


class _TitleReader(HTMLParser):
    """Reads the words of the first `<title>`."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  (the parser's signature)
        self._is_inside = tag == "title" and not self.words

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "title"


def _wait(text: str) -> float:
    """Return how many seconds `Retry-After` asks for; -1 where it does not."""
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return -1
