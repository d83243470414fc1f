"""JSON Schemas at a lasting address: an editor that reads a file's first line needs no copy of the hub."""

import json

from hubtool.pages.view import View
from hubtool.records.json_schema import schemas
from hubtool.records.resolve import Lexicon
from hubtool.records.vocabularies import organisation_names


def schema_files(view: View) -> dict[str, bytes]:
    """Return the schema of each kind of record."""
    hub = view.hub
    lexicon = Lexicon(hub.vocabularies, organisation_names(hub.organisations))
    return {
        f"schema/{name}.json": json.dumps(
            schema, ensure_ascii=False, separators=(",", ":")
        ).encode()
        for name, schema in schemas(lexicon).items()
    }
