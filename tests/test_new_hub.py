"""A hub that the installed wheel begins: it builds at once, and passes what this repository's own hub passes."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.request import urlopen

import pytest
from browsing import Look, look, served
from playwright.sync_api import Browser
from small_hubs import REPOSITORY
from wheels import built_wheel, installed, run

pytestmark = pytest.mark.engine
NU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
PAGES = (
    "", "cases/", "cases/example-river-walks/", "cases/example-damp-diaries/", "lessons/",
    "lessons/relationship/", "films/", "collections/", "collections/first-steps/",
    "collections/first-steps/print/", "themes/trust/", "methods/walking/", "opportunities/",
    "places/", "places/gb/", "partners/", "funders/", "evidence/", "compare/", "data/", "shelf/",
    "about/", "consent-and-care/", "accessibility/", "privacy/", "contribute/", "contribute/case/",
    "contribute/change/", "contribute/fields/", "contribute/codes/H203/", "nowhere/",
)  # fmt: skip


@dataclass(frozen=True)
class NewHub:
    """A hub in *root*, and where the *wheel* that has begun it is installed."""

    root: Path
    tool: Path
    wheel: Path

    @property
    def site(self) -> Path:
        return self.root / "site"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> NewHub:
    """Return a hub begun and built by the installed wheel, nothing said of it."""
    folder = tmp_path_factory.mktemp("new")
    wheel = built_wheel(folder)
    tool, root = installed(wheel, folder), folder / "demo"
    run("-P", "-m", "hubtool", "init", str(root), "--yes", PYTHONPATH=str(tool))
    run("-P", "-m", "hubtool", "--hub", str(root), "build", PYTHONPATH=str(tool))
    return NewHub(root, tool, wheel)


@pytest.fixture(scope="module")
def seen(demo: NewHub, browser: Browser) -> Iterator[Callable[[str], Look]]:
    """Return the function that visits a page of the hub, once."""
    context = browser.new_context()
    with served(demo.site) as address:
        yield cache(lambda page: look(context, address + page))
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_sound_in_a_browser_and_asks_no_other_host(
    seen: Callable[[str], Look], page: str
) -> None:
    visit = seen(page)
    assert visit.status == (404 if page == "nowhere/" else 200)
    assert (visit.told, visit.asked_elsewhere) == ((), ())
    assert {setting: faults for setting, faults in visit.faults.items() if faults} == {}
    assert {about: those for about, those in visit.wrong.items() if those} == {}


def test_no_link_is_dead(demo: NewHub) -> None:
    dead = {
        (page.relative_to(demo.site).as_posix(), link)
        for page in demo.site.rglob("*.html")
        for link in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', page.read_text("utf-8"))
        if not ((demo.site if link.startswith("/") else page.parent) / link.lstrip("/"))
        .resolve()
        .exists()
    }
    assert {item for item in dead if item[0] != "404.html"} == set()


def test_the_nu_checker_has_nothing_to_say_of_its_pages(demo: NewHub) -> None:
    java = shutil.which("java")
    if java is None or not NU.exists():
        pytest.skip("there is no Java, or no Nu HTML Checker")
    command = [java, "-jar", str(NU), "--errors-only", "--skip-non-html", str(demo.site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_workflows_install_the_wheel_that_made_it(demo: NewHub) -> None:
    assert (demo.root / "requirements.txt").read_text("utf-8") == f"./{demo.wheel.name}\n"
    assert (demo.root / demo.wheel.name).read_bytes() == demo.wheel.read_bytes()


def test_it_is_shown_at_once(demo: NewHub) -> None:
    hub = ("-P", "-m", "hubtool", "--hub", str(demo.root))
    command = [sys.executable, *hub, "serve", "--port", "0"]
    environment = {"PYTHONPATH": str(demo.tool), "PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as preview:
        try:
            assert preview.stdout
            lines = iter(preview.stdout.readline, "")
            matches = (re.match(r"(http://\S+) shows your files", line) for line in lines)
            match = next(filter(None, matches))
            with urlopen(f"{match[1]}cases/example-river-walks/") as answer:
                assert "Example" in answer.read().decode()
        finally:
            preview.terminate()
