"""Where this hubtool was installed from, so that the workflows of a hub can install the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.request import url2pathname

from hubtool import __version__
from hubtool.text.web_addresses import split_address

WHEEL = f"hubtool-{__version__}-py3-none-any.whl"


@dataclass(frozen=True, slots=True)
class Tool:
    """*requirement* is what pip reads; *wheel* the file that it names, where there is one."""

    requirement: str
    wheel: Path | None = None

    @property
    def is_file(self) -> bool:
        """Say whether the requirement is a file in the hub's own folder."""
        return self.requirement.startswith("./")


def installed_tool() -> Tool:
    """Return what pip has noted: a version from an index, an address, or a file of this machine."""
    origin = _origin()
    address = str(origin.get("url", ""))
    if origin == {}:
        return Tool(f"hubtool=={__version__}")
    if not address.startswith("https://"):
        file = Path(url2pathname(split_address(address).path))
        return Tool(f"./{WHEEL}", file if file.name == WHEEL and file.is_file() else None)
    if source := origin.get("vcs_info"):
        return Tool(f"hubtool @ {source['vcs']}+{address}@{source['commit_id']}")
    return Tool(f"hubtool @ {address}")


def _origin() -> dict[str, Any]:
    try:
        text = distribution("hubtool").read_text("direct_url.json")
    except PackageNotFoundError:
        return {"url": "file:"}
    return dict(json.loads(text)) if text else {}
