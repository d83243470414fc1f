"""What runs of `hubtool links` learned, kept in a file that is safe to delete."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hubtool.files import CACHE_FOLDER, put
from hubtool.links.addresses import DOI
from hubtool.links.answers import LinkAnswer, problems

FILE = f"{CACHE_FOLDER}/links.json"


@dataclass(frozen=True, slots=True)
class LinkHistory:
    """The answers by address, and the files of the hub that name each address."""

    answers: Mapping[str, LinkAnswer]
    files: Mapping[str, tuple[str, ...]]

    @property
    def last_day(self) -> str:
        """The day of the last answer; empty where nobody has asked."""
        return max((answer.day for answer in self.answers.values()), default="")


NOTHING_ASKED = LinkHistory({}, {})


def read_history(root: Path) -> LinkHistory:
    """Return what earlier runs learned; nothing where the file is missing or damaged."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        answers = {url: LinkAnswer(**answer) for url, answer in data["answers"].items()}
        files = {url: tuple(map(str, paths)) for url, paths in data["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return NOTHING_ASKED
    return LinkHistory(answers, files)


def write_history(root: Path, history: LinkHistory) -> None:
    """Keep *history* for the next run, and for the report."""
    data = {"version": 2, **asdict(history)}
    put(root / FILE, json.dumps(data, ensure_ascii=False, indent=0).encode())


def history_now(root: Path) -> LinkHistory:
    """Return what earlier runs learned, of bad answers only those that the hub still names.

    Who has mended an address need not ask again to have it off the list.
    """
    history = read_history(root)
    files = dict(history.files)
    texts: dict[str, str] = {}
    for url, _ in problems(history.answers):
        for path in files.get(url, ()):
            texts.setdefault(path, _text(root, path))
        name = url.removeprefix(DOI)
        files[url] = tuple(path for path in files.get(url, ()) if name in texts[path])
    answers = {url: answer for url, answer in history.answers.items() if files.get(url)}
    return replace(history, answers=answers, files=files)


def bad_links(history: LinkHistory) -> list[dict[str, Any]]:
    """Return the addresses that somebody must look at, with their files, as plain data."""
    return [
        {"address": url, **asdict(answer), "files": history.files.get(url, ())}
        for url, answer in problems(history.answers)
    ]


def _text(root: Path, path: str) -> str:
    file = (root / path).resolve()
    if not (file.is_relative_to(root.resolve()) and file.is_file()):
        return ""
    return file.read_text(encoding="utf-8", errors="replace")
