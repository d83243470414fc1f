# ruff: noqa: INP001  (a script of this repository, not a package)
"""Builds one hub with MkDocs and with each of its forks: the sites must be the same bytes.

`python tools/engines.py FOLDER` makes an environment for each engine in FOLDER.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
HUB = ROOT / "tests/hubs/rich"
ENGINES = ("mkdocs", "properdocs", "mkdocs-ng")
TODAY = "2026-11-23"


def pinned(file: str) -> dict[str, str]:
    """Return the requirements in *file* with their hashes, by name."""
    text = (ROOT / file).read_text(encoding="utf-8")
    blocks = re.findall(r"^[\w.-]+==[^\n]*(?:\n    [^\n]*)*", text, re.MULTILINE)
    return {block.partition("==")[0]: block for block in blocks}


def environment(folder: Path, engine: str) -> Path:
    """Make an environment with *engine* and what hubtool needs, and return its Python."""
    python = folder / "bin" / "python"
    wanted = pinned("requirements.lock") | pinned("requirements-engines.lock")
    others = {*ENGINES} - {engine}
    text = "\n".join(block for name, block in sorted(wanted.items()) if name not in others) + "\n"
    mark = folder / "requirements.txt"
    if mark.is_file() and mark.read_text(encoding="utf-8") == text:
        return python
    venv.create(folder, with_pip=True, clear=True)
    mark.write_text(text, encoding="utf-8")
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps"]
    try:
        subprocess.run([*install, "--require-hashes", "--requirement", mark], check=True)
    except subprocess.CalledProcessError:
        mark.unlink()
        raise
    return python


def built(python: Path, root: Path) -> dict[str, bytes]:
    """Return the files of the site of a copy of the hub in *root*, built with *python*."""
    shutil.copytree(HUB, root)
    command = [python, "-m", "hubtool", "--hub", root, "build", "--today", TODAY]
    subprocess.run(command, check=True, cwd=ROOT)
    files = (file for file in (root / "site").rglob("*") if file.is_file())
    return {file.relative_to(root / "site").as_posix(): file.read_bytes() for file in files}


def main(folder: Path) -> int:
    """Build with each engine, and say which files differ from those of MkDocs."""
    status, first = 0, None
    for engine in ENGINES:
        python = environment(folder / engine, engine)
        with tempfile.TemporaryDirectory() as work:
            site = built(python, Path(work) / "hub")
        first = first or site
        paths = sorted(first.keys() | site.keys())
        wrong = [path for path in paths if first.get(path) != site.get(path)]
        counts = f"{len(site)} files, {len(wrong)} of them other than those of MkDocs"
        sys.stdout.write("\n  ".join([f"{engine}: {counts}", *wrong[:20]]) + "\n")
        status = status or bool(wrong)
    return int(status)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
