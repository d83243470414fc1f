"""JSON Schemas for editors, derived from the models and the vocabularies."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from hubtool.models.case import CaseStudy, Withdrawn
from hubtool.models.collection import Collection
from hubtool.models.declare import Model
from hubtool.models.opportunity import Opportunity
from hubtool.records.resolve import Lexicon
from hubtool.records.vocabularies import Names

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' language servers know best
_OURS = ("facet", "schema_org", "dublin_core", "missing", "x-scheme", "x-organisation")


class _Generator(GenerateJsonSchema):
    schema_dialect = _DIALECT


def schemas(lexicon: Lexicon) -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of record by its name: `case`, `collection`, `opportunity`."""
    kinds: Mapping[str, type[Model]] = {
        "case": CaseStudy,
        "collection": Collection,
        "opportunity": Opportunity,
    }
    return {
        name: json_schema(model, lexicon, title=f"One {name} of the hub")
        for name, model in kinds.items()
    }


def json_schema(model: type[Model], lexicon: Lexicon, *, title: str) -> dict[str, Any]:
    """Return the schema of a file of *model*; a term's id, label and synonyms are all valid."""
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    # The id is the file's name.
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
    named = _named(schema, lexicon)
    named = {"$schema": _DIALECT, **named, "title": title}
    return _with_withdrawal(named) if model is CaseStudy else named


def _named(node: Any, lexicon: Lexicon) -> Any:
    if isinstance(node, list):
        return [_named(item, lexicon) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-scheme" in node or "x-organisation" in node:
        rest = {key: value for key, value in node.items() if key not in ("type", *_OURS)}
        return {**rest, **_choices(node, lexicon)}
    made = {key: _named(value, lexicon) for key, value in node.items() if key not in _OURS}
    if made.pop("example", None) is not None:
        made["examples"] = (
            node["example"] if isinstance(node["example"], list) else [node["example"]]
        )
    if "properties" in made and made.get("type") == "object":
        required = set(made.get("required", ()))
        made["properties"] = {
            name: part if name in required else _or_nothing(part)
            for name, part in made["properties"].items()
        }
    return made


def _or_nothing(part: dict[str, Any]) -> dict[str, Any]:
    """Return *part* with `null` valid too: absent and null are one."""
    if any(option.get("type") == "null" for option in part.get("anyOf", ())):
        return part
    words: dict[str, Any] = {
        key: part[key] for key in ("title", "description", "default", "examples") if key in part
    }
    rest = {key: value for key, value in part.items() if key not in words}
    return {**words, "anyOf": [rest, {"type": "null"}]}


def _choices(node: Mapping[str, Any], lexicon: Lexicon) -> dict[str, Any]:
    if "x-organisation" in node:
        names = lexicon.organisations
        return _name_schema(names, {}) if names else {"type": "string"}
    vocabulary = lexicon.vocabularies.get(node["x-scheme"])
    if vocabulary is None:
        return {"type": "string"}
    words: dict[str, Any] = {
        t.id: f"{t.label}: {t.definition}" for t in vocabulary.terms.values() if not t.group
    }
    return _name_schema(vocabulary.names, words)


def _name_schema(names: Names, words: Mapping[str, str]) -> dict[str, Any]:
    ids = list(words) or sorted(names.ids)
    offered: dict[str, Any] = {"type": "string", "enum": ids}
    if words:
        offered |= {"enumDescriptions": list(words.values())}
    # Labels and synonyms are valid too, but not offered: they would crowd out the ids.
    patterns = "|".join(
        _any_case(name) for name, id_ in sorted(names.by_name.items()) if id_ in ids
    )
    return {"anyOf": [offered, {"type": "string", "pattern": f"^\\s*(?:{patterns})\\s*$"}]}


def _any_case(name: str) -> str:
    parts = []
    for character in name:
        both = sorted({character.lower(), character.upper()})
        if character == " ":
            parts.append(r"\s+")
        elif len(both) > 1 and all(len(one) == 1 for one in both):
            parts.append(f"[{''.join(both)}]")
        else:
            parts.append(re.escape(character).replace(r"\-", "-"))
    return "".join(parts)


def _with_withdrawal(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a case in which a withdrawn one needs nothing but its consent."""
    required = schema.pop("required")
    withdrawn = {"properties": {"status": {"const": "withdrawn"}}, "required": ["status"]}
    kept = {name: True for name in Withdrawn.model_fields if name != "id"}
    return {
        **schema,
        "if": {"properties": {"consent": withdrawn}, "required": ["consent"]},
        "then": {"propertyNames": {"enum": sorted(kept)}},
        "else": {"required": required},
    }
