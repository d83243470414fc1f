"""The way to the hub for people without an account."""

from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import wording
from hubtool.files import SETTINGS
from hubtool.records.records import Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield a note where a hub that is on the web has no mailbox."""
    settings = records.settings
    if settings and settings.url and settings.hub.contact is None:
        yield diagnostic(
            wording("H710.no-mailbox"), path=SETTINGS, span=Span(1, 1, 1, 1), severity=Severity.NOTE
        )
