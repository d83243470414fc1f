"""Reads the YAML files of the package itself, which need no places and have no faults."""

from typing import Any

import yaml

_Loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader  # ten times slower


def read_yaml(text: str) -> Any:
    """Return what *text* holds."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (both are safe)
