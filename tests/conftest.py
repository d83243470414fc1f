"""What tests share: the flag that accepts golden files, and a browser where one is needed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

# How long an example takes says more about the machine than about the code.
settings.register_profile("hub", deadline=None)
settings.load_profile("hub")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NO_BROWSER = (
    "there is no browser: install Chromium or Chrome, name one with HUBTOOL_BROWSER=/path/to/it, "
    "or run `.venv/bin/playwright install chromium`"
)
IS_CI = bool(os.environ.get("CI"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be accepted: they change by this flag only, and are read in review."""
    parser.addoption(
        "--accept-golden", action="store_true", help="write the golden files anew, to be read"
    )


def _executable(playwright: Playwright) -> str | None:
    named = os.environ.get("HUBTOOL_BROWSER")
    found = [shutil.which(named)] if named else [shutil.which(name) for name in NAMES]
    own = playwright.chromium.executable_path
    return next(filter(None, found), own if Path(own).exists() and not named else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser: HUBTOOL_BROWSER, else the machine's own, else the one Playwright installed.

    Nothing is installed here. Without a browser the test is skipped, but in CI it fails.
    """
    with sync_playwright() as playwright:
        executable = _executable(playwright)
        if executable is None:
            (pytest.fail if IS_CI else pytest.skip)(NO_BROWSER)
        # Chromium's sandbox does not start for root, which is what containers run as.
        as_root = hasattr(os, "geteuid") and os.geteuid() == 0
        launched = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"] if as_root else []
        )
        yield launched
        launched.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if count := sum(NO_BROWSER in str(report.longrepr) for report in skipped):
        terminalreporter.write_line("")
        terminalreporter.write_line(
            f"*** NOT RUN: {count} tests in a browser, for {NO_BROWSER}", red=True, bold=True
        )
