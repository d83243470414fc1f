"""What the pages share on which something is written in the browser and sent by whoever wrote it."""

import json

from hubtool.pages.view import View
from hubtool.text.phrases import host

_SAY = "form.say."  # what the catalogue calls the words of the scripts


def github_repository(view: View) -> str | None:
    """Return the address of the hub's repository, if it is on GitHub."""
    repository = view.hub.settings.hub.repository
    is_there = repository and host(repository) == "github.com"
    return repository.rstrip("/") if repository and is_there else None


def sending_words(view: View, *beginnings: str) -> str:
    """Return what the scripts say, as JSON for an attribute: all, or what has these *beginnings*."""
    words = {
        key.removeprefix(_SAY): text
        for key, text in view.words.catalogue.items()
        if key.startswith(_SAY) and key.removeprefix(_SAY).startswith(beginnings or ("",))
    }
    return json.dumps(words, ensure_ascii=False)
