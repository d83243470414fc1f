"""Lets Lighthouse look at the built site as on a phone: `python benchmarks/lighthouse.py FOLDER`.

FOLDER is where Lighthouse was installed: `npm install --prefix FOLDER --ignore-scripts lighthouse`.
Prints the four scores of each page and what it weighs, and ends with 1 where one is below the mark.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from serving import served

SITE = Path(__file__).parents[1] / "site"
PAGES = ("", "cases/ryedale-flood-research-group/", "cases/", "lessons/", "evidence/")
MARKS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = ("largest-contentful-paint", "cumulative-layout-shift", "total-byte-weight")


def seen(program: Path, address: str) -> dict[str, Any]:
    """Return what Lighthouse says of the page at *address*."""
    flags = "--headless --no-sandbox" if os.geteuid() == 0 else "--headless"
    command = [
        *("node", str(program), address, "--quiet", "--output=json", f"--chrome-flags={flags}"),
        f"--only-categories={','.join(MARKS)}",
    ]
    browser = os.environ.get("HUBTOOL_BROWSER") or shutil.which("chromium") or ""
    done = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": browser}, capture_output=True, check=True
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def main(program: Path) -> int:
    """Print what is said of every page, and return 1 where a score is below the mark."""
    is_good = True
    with served(SITE) as (address, _):
        for page in PAGES:
            said = seen(program, address + page)
            scores = {name: round(100 * said["categories"][name]["score"]) for name in MARKS}
            figures = [said["audits"][name]["displayValue"] for name in FIGURES]
            print(f"{page or 'home':<40}", *scores.values(), *figures, sep="  ")
            is_good &= all(scores[name] >= mark for name, mark in MARKS.items())
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) / "node_modules/lighthouse/cli/index.js"))
