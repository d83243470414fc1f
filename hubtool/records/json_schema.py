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
_OWN_KEYS = ("facet", "schema_org", "dublin_core", "missing", "x-scheme", "x-organisation")


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
    schema = _with_names(schema, lexicon)
    schema = {"$schema": _DIALECT, **schema, "title": title}
    return _with_withdrawal(schema) if model is CaseStudy else schema


def _with_names(node: Any, lexicon: Lexicon) -> Any:
    if isinstance(node, list):
        return [_with_names(item, lexicon) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-scheme" in node or "x-organisation" in node:
        schema = {key: value for key, value in node.items() if key not in ("type", *_OWN_KEYS)}
        return {**schema, **_choices(node, lexicon)}
    schema = {
        key: _with_names(value, lexicon) for key, value in node.items() if key not in _OWN_KEYS
    }
    if schema.pop("example", None) is not None:
        schema["examples"] = (
            node["example"] if isinstance(node["example"], list) else [node["example"]]
        )
    if "properties" in schema and schema.get("type") == "object":
        required = set(schema.get("required", ()))
        schema["properties"] = {
            name: part if name in required else _or_nothing(part)
            for name, part in schema["properties"].items()
        }
    return schema


def _or_nothing(part: dict[str, Any]) -> dict[str, Any]:
    """Return *part* with `null` valid too: absent and null mean the same."""
    if any(option.get("type") == "null" for option in part.get("anyOf", ())):
        return part
    words: dict[str, Any] = {
        key: part[key] for key in ("title", "description", "default", "examples") if key in part
    }
    schema = {key: value for key, value in part.items() if key not in words}
    return {**words, "anyOf": [schema, {"type": "null"}]}


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
    enumeration: dict[str, Any] = {"type": "string", "enum": ids}
    if words:
        enumeration |= {"enumDescriptions": list(words.values())}
    # Labels and synonyms are valid too, but are not offered: there would be too many.
    patterns = "|".join(
        _any_case(name) for name, id_ in sorted(names.by_name.items()) if id_ in ids
    )
    return {"anyOf": [enumeration, {"type": "string", "pattern": f"^\\s*(?:{patterns})\\s*$"}]}


def _any_case(name: str) -> str:
    parts = []
    for character in name:
        cases = sorted({character.lower(), character.upper()})
        if character == " ":
            parts.append(r"\s+")
        elif len(cases) > 1 and all(len(case) == 1 for case in cases):
            parts.append(f"[{''.join(cases)}]")
        else:
            parts.append(re.escape(character).replace(r"\-", "-"))
    return "".join(parts)


def _with_withdrawal(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a case in which a withdrawn one needs nothing but its consent."""
    required = schema.pop("required")
    withdrawn = {"properties": {"status": {"const": "withdrawn"}}, "required": ["status"]}
    keys = {name: True for name in Withdrawn.model_fields if name != "id"}
    return {
        **schema,
        "if": {"properties": {"consent": withdrawn}, "required": ["consent"]},
        "then": {"propertyNames": {"enum": sorted(keys)}},
        "else": {"required": required},
    }
