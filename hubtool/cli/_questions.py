"""Asks for the keys of a record one after the other, and for each again until its answer is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import click
from pydantic import TypeAdapter, ValidationError

from hubtool.models.annotations import FieldShape, Shape, fields
from hubtool.models.declare import InScheme, Model
from hubtool.models.keeping import Consent
from hubtool.models.types import slug_from
from hubtool.records.blank_record import first_keys, is_wanted
from hubtool.records.resolve import Lexicon
from hubtool.text.escape import terminal

_ONE_AT_LEAST, _TWO_AT_LEAST = 1, 2


@dataclass(frozen=True)
class Questions:
    """Asks with *prompt*, which returns what somebody types, and *say*, which tells them something."""

    lexicon: Lexicon
    prompt: Callable[[str], str]
    say: Callable[[str], None]

    def record(self, model: type[Model]) -> dict[str, Any]:
        """Return the data of a record of *model*, as it was answered."""
        parts = [
            part for part in fields(model).values() if part.key != "id" and is_wanted(model, part)
        ]
        return {part.key: self._value(part) for part in parts}

    def _value(self, declared: FieldShape) -> Any:
        shape = declared.shape
        self.say(f"\n{declared.info.title}. {declared.info.description or ''}")
        if shape.model is Consent:
            return self._consent()
        if shape.item and shape.item.model:
            return self._entries(shape.item.model, least=_least(declared))
        if shape.item:
            return [self._text(declared, shape.item)]
        if shape.model:
            return self._entry(shape.model)
        return self._text(declared, shape)

    def _entries(self, model: type[Model], *, least: int) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        while len(entries) < least or click.confirm("One more?", default=False):
            entries.append(self._entry(model))
        return entries

    def _entry(self, model: type[Model]) -> dict[str, Any]:
        keys = [key for key in first_keys(model) if key != "id"]
        entry = {key: self._text(fields(model)[key], fields(model)[key].shape) for key in keys}
        if "lesson" in entry and "id" in fields(model):
            words = slug_from(" ".join(entry["lesson"].split()[:4]))
            entry = {"id": words or "first", **entry}
        return entry

    def _consent(self) -> dict[str, Any]:
        if not click.confirm("Has the partner agreed to publish this?", default=False):
            self.say("The case waits: it is published once the partner has agreed.")
            return {"status": "pending"}
        keys = {key: fields(Consent)[key] for key in ("agreed_by", "agreed_on")}
        return {
            "status": "agreed",
            **{key: self._text(part, part.shape) for key, part in keys.items()},
        }

    def _text(self, declared: FieldShape, shape: Shape) -> Any:
        """Return the answer to one question: a text, a number or the id of a term."""
        term = shape.item or shape
        scheme = term.mark.scheme if isinstance(term.mark, InScheme) else None
        vocabulary = self.lexicon.vocabularies.get(scheme) if scheme else None
        if vocabulary:
            for choice in vocabulary.terms.values():
                if not choice.group:
                    self.say(f"  {choice.id}: {terminal(choice.label)}")
        while True:
            answer = self.prompt(declared.info.title or declared.key).strip()
            if vocabulary:
                if id_ := vocabulary.names.find(answer):
                    return id_
                self.say("That is none of them; type one of the words before the colons.")
            elif (fault := _fault(declared, answer)) is None:
                return answer
            else:
                self.say(fault)


def _least(declared: FieldShape) -> int:
    return _TWO_AT_LEAST if declared.key == "partners" else _ONE_AT_LEAST


def _fault(declared: FieldShape, answer: str) -> str | None:
    """Return what is wrong with *answer*, None if it is right."""
    if not answer:
        return "Please write something; Ctrl-C ends, and writes nothing."
    if declared.shape.item:
        return None
    metadata = tuple(declared.info.metadata)
    annotation: Any = declared.info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(
        Annotated[annotation, *metadata] if metadata else annotation
    )
    try:
        adapter.validate_python(answer)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        context = fault.get("ctx", {})
        words = (context.get("said") or fault["msg"], context.get("hint"))
        return terminal(": ".join(str(part) for part in words if part))
    return None
