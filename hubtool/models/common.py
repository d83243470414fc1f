"""What the parts of a record have in common."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from hubtool.diagnostics.wording import phrase
from hubtool.models.declare import Model, field
from hubtool.models.types import EdtfDate, Text, fault

WHOSE_VIEW = "Whose view this is: one voice, such as `community`, or a list of voices. Give a role, not a person's name."
WHERE_SAID = "The ids of this case's sources where it is said."

USED = "How somebody used it: when, who, what they did; agreed by them like any other text."

_Part = TypeVar("_Part", bound=Model)


def exactly_one(part: _Part, *keys: str) -> _Part:
    """Return *part*, or raise where it has none or more than one of *keys*."""
    filled = [key for key in keys if getattr(part, key) is not None]
    if len(filled) == 1:
        return part
    first, *others = [f"`{key}`" for key in keys]
    names = ", ".join((first, *others))
    if filled:
        raise fault("H230.several", names=names)
    neither = phrase("H230.neither", first=first, second=others[0])
    for name in others[1:]:
        neither = phrase("H230.nor", names=neither, name=name)
    raise fault("H230.none", neither=neither, names=names)


def joined(
    error: ValidationError | None, title: str, additions: Iterable[InitErrorDetails]
) -> ValidationError:
    """Return *error* with *additions*, more faults of the same part."""
    details = [
        InitErrorDetails(
            # Our faults carry their words; pydantic makes the words of its own again.
            type=PydanticCustomError(fault["type"], "{said}", fault["ctx"])
            if fault["type"].startswith("H")
            else fault["type"],
            loc=fault["loc"],
            input=fault["input"],
            ctx=fault.get("ctx", {}),
        )
        for fault in (error.errors() if error else ())
    ]
    return ValidationError.from_exception_data(title, [*details, *additions])


class Use(Model):
    """How somebody used this case or collection."""

    when: EdtfDate = field("When", "When it was used, as near as it is known.", example="2027-03")
    by: Text = field("By", "The body or group that used it; not a person.")
    how: Text = field("How", "What they did with it.")
    what_came_of_it: Text | None = field("What came of it", "What changed by it.", default=None)
