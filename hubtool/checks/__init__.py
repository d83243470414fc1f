"""The rules over a whole hub: one module, one kind of rule."""

from collections.abc import Callable, Iterator

from hubtool.checks import (
    addresses,
    claims,
    contact,
    dates,
    links,
    markup,
    media,
    offers,
    pages_by_hand,
    privacy,
    quality,
    references,
    settings,
    withdrawn,
)
from hubtool.checks import collections as choices
from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.records.records import Records

FILE_CHECKS: tuple[Callable[[Records], Iterator[Diagnostic]], ...] = (
    addresses.check,
    references.check,
    privacy.check,
    markup.check,
    links.check,
    settings.check,
    pages_by_hand.check,
)
"""The rules about what files hold, whether it makes a record or not."""

RECORD_CHECKS: tuple[Callable[[Records], Iterator[Diagnostic]], ...] = (
    choices.check,
    claims.check,
    dates.check,
    offers.check,
    media.check,
    quality.check,
    withdrawn.check,
    contact.check,
)
"""The rules about records: of a file with faults they see the sound parts."""


def check(records: Records) -> list[Diagnostic]:
    """Return the diagnostics of every rule about *records*, but those that a gap may cause."""
    partial = {entry.path: entry.sound for entry in records.entries if entry.sound.gaps}
    diagnostics = [item for rule in FILE_CHECKS for item in rule(records)]
    diagnostics += [
        item
        for rule in RECORD_CHECKS
        for item in rule(records)
        if item.path not in partial or not partial[item.path].is_about_gap(item.route)
    ]
    return diagnostics
