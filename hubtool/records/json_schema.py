"""JSON Schemas for editors, derived from the models and the vocabularies."""

from collections.abc import Mapping
from typing import Any

import pycountry
from pydantic.json_schema import GenerateJsonSchema

from hubtool.models.case import CaseStudy, Withdrawn
from hubtool.models.collection import Collection
from hubtool.models.declare import Model
from hubtool.models.identifiers import COUNTRIES
from hubtool.models.opportunity import Opportunity
from hubtool.records.resolve import Lexicon
from hubtool.records.vocabularies import Names
from hubtool.text.fitting import cut_at_word

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' language servers know best
_MOST_OF_A_DEFINITION = 54
_SNIPPETS: Mapping[str, Mapping[str, str]] = {
    "Lesson": {"id": "$1", "lesson": "$2", "kind": "$3", "said_by": "$4"},
    "Film": {"id": "$1", "title": "$2", "url": "$3"},
    "Source": {"id": "$1", "title": "$2", "url": "$3"},
}
_OWN_KEYS = (
    "facet",
    "schema_org",
    "dublin_core",
    "missing",
    "x-scheme",
    "x-organisation",
    "x-country",
)
_MARKS = frozenset(("x-scheme", "x-organisation", "x-country"))


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
    """Return the schema of a file of *model*; a term's id, label and synonyms are all valid.

    It is plain enough for every validator: no pattern needs an escape that only some know. What
    hubtool takes besides, such as another case of letters, is left to hubtool.
    """
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    # The id is the file's name.
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
    schema = _TermNames(lexicon).put(schema)
    schema = {"$schema": _DIALECT, **schema, "title": title}
    return _with_withdrawal(schema) if model is CaseStudy else schema


class _TermNames:
    """Puts the names of terms into a schema: each vocabulary once, with a reference where it belongs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._definitions: dict[str, dict[str, Any]] = {}

    def put(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return *schema* with the names, and without keys of our own."""
        result: dict[str, Any] = self._part(schema)
        definitions = {
            name: _completed(name, part) for name, part in result.pop("$defs", {}).items()
        }
        return {**result, "$defs": {**definitions, **self._definitions}}

    def _part(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._part(item) for item in node]
        if not isinstance(node, dict):
            return node
        if not _MARKS.isdisjoint(node):
            words = {key: node[key] for key in ("title", "description") if key in node}
            name = "countries" if "x-country" in node else node.get("x-scheme", "organisations")
            reference = {"$ref": f"#/$defs/{self._defined(name)}"}
            return {**words, "allOf": [reference]} if words else reference
        schema = {key: self._part(value) for key, value in node.items() if key not in _OWN_KEYS}
        if isinstance(properties := schema.get("properties"), dict):
            schema["properties"] = {key: _untitled(key, part) for key, part in properties.items()}
        if schema.pop("example", None) is not None:
            example = node["example"]
            schema["examples"] = example if isinstance(example, list) else [example]
        return _without_null(schema)

    def _defined(self, name: str) -> str:
        key = f"names-{name}"
        if key not in self._definitions:
            self._definitions[key] = self._names(name)
        return key

    def _names(self, name: str) -> dict[str, Any]:
        if name == "countries":
            return _countries()
        if name == "organisations":
            names = self._lexicon.organisations
            # They are many, and further_names may be added: what is none is left to hubtool to tell.
            return (
                {"anyOf": [{"enum": sorted(names.ids)}, {"type": "string"}]}
                if names
                else {"type": "string"}
            )
        vocabulary = self._lexicon.vocabularies.get(name)
        if vocabulary is None:
            return {"type": "string"}
        terms = (term for term in vocabulary.terms.values() if not term.group)
        words = {
            term.id: f"{term.label}: {_first_sentence(term.definition or '')}" for term in terms
        }
        return _name_schema(vocabulary.names, words)


def _first_sentence(text: str) -> str:
    return cut_at_word(text.partition(". ")[0].rstrip("."), _MOST_OF_A_DEFINITION)


def _untitled(key: str, part: Any) -> Any:
    """Return the schema *part* of *key* without a title that only says the key once more."""
    is_key = isinstance(part, dict) and str(part.get("title", "")).lower() == key.replace("_", " ")
    return {name: value for name, value in part.items() if name != "title"} if is_key else part


def _name_schema(names: Names, words: Mapping[str, str]) -> dict[str, Any]:
    ids = list(words) or sorted(names.ids)
    enumeration: dict[str, Any] = {"enum": ids}
    if words:
        enumeration |= {"enumDescriptions": list(words.values())}
    # Labels and synonyms are valid too, but are not offered: there would be too many.
    further_names = sorted({name for name, id_ in names.written.items() if id_ in ids} - {*ids})
    return {"anyOf": [enumeration, {"enum": further_names}]} if further_names else enumeration


def _countries() -> dict[str, Any]:
    countries = {
        code: getattr(pycountry.countries.get(alpha_2=code), "name", "Kosovo") for code in COUNTRIES
    }
    codes = sorted(countries)
    return {"enum": codes, "enumDescriptions": [countries[code] for code in codes]}


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return *schema* without `null`: editors would offer it, and a key without a value says nothing."""
    options = [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]
    if "anyOf" not in schema or len(options) == len(schema["anyOf"]):
        return schema
    remainder = {key: value for key, value in schema.items() if key != "anyOf"}
    if remainder.get("default", 0) is None:
        del remainder["default"]
    if len(options) > 1:
        return {**remainder, "anyOf": options}
    # Beside a reference older readers see nothing else.
    return (
        {**remainder, "allOf": options}
        if "$ref" in options[0] and remainder
        else {**options[0], **remainder}
    )


def _completed(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a part with what an editor writes for it, and its own rules."""
    if name == "Consent":
        condition = {
            "properties": {"status": {"enum": ["agreed", "partial"]}},
            "required": ["status"],
        }
        schema = {**schema, "if": condition, "then": {"required": ["agreed_by", "agreed_on"]}}
    if name in _SNIPPETS:
        label = f"a {name.lower()}"
        schema = {**schema, "defaultSnippets": [{"label": label, "body": _SNIPPETS[name]}]}
    return schema


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
