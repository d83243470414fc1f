"""What the parts of a record have in common."""

from typing import TypeVar

from hubtool.models.declare import Model
from hubtool.models.types import fault

WHOSE_VIEW = "Whose view this is: one voice, or a list of voices. Roles, never people."
WHERE_SAID = "The ids of this case's sources where it is said."

_Part = TypeVar("_Part", bound=Model)


def exactly_one(part: _Part, *keys: str) -> _Part:
    """Return *part*, or raise where it has none or more than one of *keys*."""
    filled = [key for key in keys if getattr(part, key) is not None]
    if len(filled) == 1:
        return part
    names = [f"`{key}`" for key in keys]
    phrase = (
        f"neither {' nor '.join(names)}" if not filled else f"more than one of {', '.join(names)}"
    )
    raise fault("H230", f"this entry has {phrase}", f"write exactly one of {', '.join(names)}")
