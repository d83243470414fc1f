"""Makes a record of the sound parts of a file with faults, so that every rule can speak about them."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from hubtool.diagnostics.spans import Route, value_at
from hubtool.models.annotations import Shape, fields, shape_at
from hubtool.models.declare import Model
from hubtool.models.other_names import meanings
from hubtool.records.pictures import PICTURES, picture
from hubtool.text.own_yaml import read_yaml

_MOST_ROUNDS = 3
# No term: a stand-in must not count as a meeting, a happy lesson or the community's voice.
_NO_TERM = "none"
_NOTHING = object()
_TERMS = ("kind", "said_by", "about")


@dataclass(frozen=True)
class SoundParts:
    """A record whose faulty parts are left out or have stand-ins: these are at *gaps*."""

    record: Model | None
    gaps: tuple[Route, ...]

    def is_about_gap(self, route: Route) -> bool:
        """Say whether something about *route* may come from a gap alone."""
        return any(gap[: len(route)] == route or route[: len(gap)] == gap for gap in self.gaps)


def sound_parts(
    data: Mapping[str, Any], model: type[Model], unread: Iterable[str] = ()
) -> SoundParts:
    """Return the record that the sound parts of *data* make; *unread* keys may stand in the file."""
    copy: dict[str, Any] = deepcopy(dict(data))
    gaps: list[Route] = [(key,) for key in unread]
    for _ in range(_MOST_ROUNDS):
        try:
            return SoundParts(model.model_validate(copy), tuple(gaps))
        except ValidationError as error:
            faults = error.errors(include_url=False)
        for fault in faults:
            route = tuple(step for step in fault["loc"] if step != "[key]")
            if fault["type"] == "extra_forbidden":
                _leave_out(copy, route)
                gaps += [(*route[:-1], ours) for ours in meanings(str(route[-1]))]
            else:
                gaps.append(_mend(copy, model, route))
    return SoundParts(None, ())


def _mend(data: dict[str, Any], model: type[Model], route: Route) -> Route:
    """Leave out the part of *data* with a fault at *route*, or put a stand-in there; return where."""
    while len(route) > 1:
        shape = shape_at(model, route)
        if isinstance(route[-1], int):
            if shape.model in PICTURES and value_at(data, route, _NOTHING) is not _NOTHING:
                _put(data, route, _stand_in(shape))
                return route
        else:
            parent = shape_at(model, route[:-1]).inner_model
            declared = fields(parent).get(route[-1]) if parent else None
            if (
                declared
                and not declared.info.is_required()
                and value_at(data, route, _NOTHING) is not _NOTHING
            ):
                _leave_out(data, route)
                return route
        route = route[:-1]
    declared = fields(model).get(str(route[0])) if route else None
    if declared is None or not declared.info.is_required():
        _leave_out(data, route)
    else:
        data[str(route[0])] = _stand_in(declared.shape)
    return route


def _stand_in(shape: Shape) -> Any:
    value = read_yaml(f"key: {picture(shape, None)}".replace(": \n", ":\n"))["key"]
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            entry.pop("id", None)
            entry |= {key: _NO_TERM for key in _TERMS if key in entry}
    return value


def _leave_out(data: Any, route: Route) -> None:
    if route and value_at(data, route, _NOTHING) is not _NOTHING:
        del value_at(data, route[:-1])[route[-1]]


def _put(data: Any, route: Route, value: Any) -> None:
    value_at(data, route[:-1])[route[-1]] = value
