"""The rules over a whole hub: one module, one kind of rule."""

from collections.abc import Callable, Iterator

from hubtool.checks import (
    addresses,
    claims,
    dates,
    media,
    offers,
    privacy,
    quality,
    references,
    withdrawn,
)
from hubtool.checks import collections as choices
from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.records.records import Records

CHECKS: tuple[Callable[[Records], Iterator[Diagnostic]], ...] = (
    addresses.check,
    references.check,
    choices.check,
    privacy.check,
    claims.check,
    dates.check,
    offers.check,
    media.check,
    quality.check,
    withdrawn.check,
)


def check(records: Records) -> list[Diagnostic]:
    """Return the diagnostics of every rule about *records*."""
    return [item for rule in CHECKS for item in rule(records)]
