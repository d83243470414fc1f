# ruff: noqa: INP001  (a script of this repository, not a package)
"""Fuzzes what reads strangers' bytes, led by which code runs: `python tools/fuzz.py FOLDER SECONDS`.

It makes an environment with atheris in FOLDER, and gives each target of `tests/support/fuzzing.py`
so many seconds. What brings a target down is kept in `tests/corpus/`, and so becomes a test.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from engines import ROOT, pinned

CORPUS = ROOT / "tests/corpus"
LONGEST_STEP = 20  # seconds for one input
MOST_BYTES = 4096


def environment(folder: Path) -> Path:
    """Make an environment with atheris and what hubtool needs, and return its Python."""
    python = folder / "bin/python"
    wanted = pinned("requirements.lock") | pinned("requirements-fuzz.lock")
    text = "\n".join(block for _, block in sorted(wanted.items())) + "\n"
    mark = folder / "requirements.txt"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != text:
        venv.create(folder, with_pip=True, clear=True)
        mark.write_text(text, encoding="utf-8")
        install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        if subprocess.run([*install, "--requirement", mark], check=False).returncode:
            mark.unlink()
            sys.exit("atheris cannot be installed here: it has wheels for Linux and few Pythons")
    return python


def fuzz(target: str, arguments: list[str]) -> None:
    """Let atheris draw inputs for *target* until its *arguments* are fulfilled."""
    import atheris  # noqa: PLC0415  (only this environment has it)

    sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]
    with atheris.instrument_imports(include=["hubtool"]):
        from fuzzing import TARGETS  # noqa: PLC0415
    atheris.Setup([sys.argv[0], *arguments], TARGETS[target])
    atheris.Fuzz()


def main(folder: Path, seconds: int) -> int:
    """Fuzz each target, and say which of them fell."""
    python, fallen = environment(folder), []
    for target in sorted(path.name for path in CORPUS.iterdir()):
        with tempfile.TemporaryDirectory() as drawn:
            options = [f"-max_total_time={seconds}", f"-timeout={LONGEST_STEP}"]
            options += [f"-max_len={MOST_BYTES}", f"-artifact_prefix={CORPUS / target}/"]
            command = [python, __file__, "--target", target, *options, drawn, CORPUS / target]
            if subprocess.run(command, check=False).returncode:
                fallen.append(target)
    sys.stdout.write(f"fallen: {', '.join(fallen)}\n" if fallen else "all targets hold\n")
    return int(bool(fallen))


if __name__ == "__main__":
    if sys.argv[1] == "--target":
        fuzz(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main(Path(sys.argv[1]).resolve(), int(sys.argv[2])))
