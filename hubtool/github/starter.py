"""A hub to begin with: its files, made from what somebody says of it."""

import json
from dataclasses import asdict, dataclass

from jinja2 import Environment, StrictUndefined

from hubtool.diagnostics.diagnostic import failures
from hubtool.documents import SourceFile
from hubtool.errors import HubError
from hubtool.files import RECORD_FOLDERS, package_files, starters
from hubtool.imports.form_fields import form_parts
from hubtool.imports.issue_template import issue_template
from hubtool.models.settings import HubSettings
from hubtool.records.formatting import format_file
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon
from hubtool.records.terms import terms_in
from hubtool.text.words import words

_FOLDER = "starter"
_DOTTED = {"github": ".github", "gitignore": ".gitignore"}
"""Names that begin with a dot in a hub, and could not lie in the package with one."""


@dataclass(frozen=True, slots=True)
class NewHub:
    """What somebody says of a new hub; *tool* is what its workflows install, as pip reads it."""

    name: str
    description: str
    address: str = ""
    repository: str = ""
    contact: str = ""
    licence: str = "CC-BY-4.0"
    tool: str = "hubtool"


def starter_files(hub: NewHub) -> dict[str, bytes]:
    """Return the files of a new hub by their paths, or raise HubError where a setting is none."""
    _check(hub)
    environment = Environment(
        variable_start_string="[[", variable_end_string="]]",
        block_start_string="[%", block_end_string="%]",
        trim_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  # no HTML is made here: each value is quoted as YAML
    )  # fmt: skip
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    files = {
        _path(path): environment.from_string(content.decode()).render(asdict(hub)).encode()
        for path, content in package_files(_FOLDER).items()
    }
    lexicon = terms_in((), starters()).lexicon
    files |= {path: _record(path, files[path], lexicon) for path in files if _is_record(path)}
    template = issue_template(form_parts(words(), lexicon))
    return {**files, ".github/ISSUE_TEMPLATE/case.yml": template}


def _is_record(path: str) -> bool:
    return path.startswith(RECORD_FOLDERS)


def _record(path: str, content: bytes, lexicon: Lexicon) -> bytes:
    """Return the record in the canonical layout; what somebody said of the hub may not fit it."""
    source = SourceFile(path, content)
    faults = failures(read_entry(source, lexicon).diagnostics)
    formatted = format_file(source).content
    if faults or formatted is None:
        reason = faults[0].message if faults else path
        raise HubError(f"a hub cannot be made of this: {reason}")
    return formatted


def _path(path: str) -> str:
    first, slash, others = path.partition("/")
    return f"{_DOTTED.get(first, first)}{slash}{others}"


def _check(hub: NewHub) -> None:
    """Refuse what the settings would refuse, before anything is written."""
    data = {"schema": 1, "contact": hub.contact or None, "repository": hub.repository or None}
    try:
        HubSettings.model_validate(data)
    except ValueError as error:
        raise HubError("the contact is no mailbox, or the repository no address") from error
    if not hub.name.strip() or "\n" in f"{hub.name}{hub.description}{hub.licence}":
        raise HubError("the hub needs a name, on one line")
