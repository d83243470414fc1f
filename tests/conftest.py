"""What tests share: the flag that accepts golden files, a browser, and whole sites."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from browsing import Look, Site, look
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright
from sites import Sites, opened_site
from small_hubs import make_hub

# How long an example takes says more about the machine than about the code.
settings.register_profile("hub", deadline=None, database=None)
settings.register_profile("quick", settings.get_profile("hub"), max_examples=10)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NO_BROWSER = (
    "there is no browser: install Chromium or Chrome, name one with HUBTOOL_BROWSER=/path/to/it, "
    "or run `.venv/bin/playwright install chromium`"
)
IS_CI = bool(os.environ.get("CI"))


def pytest_configure(config: pytest.Config) -> None:
    """Try properties on fewer examples in the quick run, which is without engines; hear SIGINT."""
    # A shell that starts the run in the background has it ignore SIGINT, as would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    is_quick = "not engine" in config.getoption("markexpr")
    settings.load_profile("quick" if is_quick else "hub")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file on one worker, but those that only need what all workers share."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if not names & {"frozen", "generated"} and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


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


@pytest.fixture
def hub_folder(tmp_path: Path) -> Path:
    """Return the folder of a hub with one case and one hand-written page."""
    return make_hub(tmp_path / "hub")


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return the sites of this run, which all its workers share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sites"
    folder.mkdir(exist_ok=True)
    return Sites(folder)


@pytest.fixture(scope="session")
def real(sites: Sites) -> Iterator[Site]:
    """Give the site of this repository's own hub."""
    yield from opened_site(sites.of("real"))


@pytest.fixture(scope="session")
def frozen(sites: Sites) -> Iterator[Site]:
    """Give the site of a hub of forty cases that contributors do not change."""
    yield from opened_site(sites.of("frozen"))


@pytest.fixture(scope="session")
def generated(sites: Sites) -> Iterator[Site]:
    """Give the site of a hub whose cases are drawn at random."""
    yield from opened_site(sites.of("generated"))


@pytest.fixture(scope="session")
def rich(sites: Sites) -> Iterator[Site]:
    """Give the site of a hub that has everything once, published below a path."""
    yield from opened_site(sites.of("rich"))


@pytest.fixture(scope="session")
def zensical(sites: Sites) -> Iterator[Site]:
    """Give the same site, made by Zensical."""
    yield from opened_site(sites.of("rich", "zensical"))


@pytest.fixture(scope="session")
def awkward(sites: Sites) -> Iterator[Site]:
    """Give the site of a hub with every text that could break a page."""
    yield from opened_site(sites.of("awkward"))


@pytest.fixture(scope="session")
def seen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], Look]]:
    """Return the function that visits a page of a hub, once a run."""
    context = browser.new_context()

    looks = cache(partial(look, context))

    def see(hub: str, address: str) -> Look:
        site: Site = request.getfixturevalue(hub)
        return looks(site.address + site.resolved(address))

    yield see
    context.close()
