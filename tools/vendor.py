# ruff: noqa: INP001  (a script of this repository, not a package)
"""Refreshes what the site takes from npm; with `--update`, in its newest versions."""

import argparse
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT))

from hubtool.art.projection import BOTTOM, HEIGHT, WIDTH, point  # noqa: E402

_VENDOR = _ROOT / "hubtool" / "theme" / "vendor"
_MANIFEST = _VENDOR / "vendor.toml"

# What is drawn here instead of copied: into which file, how coarse in units of the map, and with
# how many digits. A unit is a pixel where the whole world is shown; the atlas can be enlarged
# thirty times.
_DRAWN = {
    "land": (_ROOT / "hubtool" / "templates" / "parts" / "land.svg", 0.9, 1),
    "atlas": (_ROOT / "hubtool" / "theme" / "atlas.svg", 0.1, 2),
}

Place = tuple[float, float]


def main() -> None:
    """Fetch every package of the manifest, check or renew its hashes and write its files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--update", action="store_true", help="take the newest versions and renew the manifest"
    )
    update = options.parse_args().update
    text = _MANIFEST.read_text(encoding="utf-8")
    manifest = tomllib.loads(text)
    for package in manifest["package"]:
        version = "latest" if update else package["version"]
        archive = _archive(package["name"], version)
        for file in package["file"]:
            content = (
                _bundle(archive, file, manifest["esbuild"])
                if "exports" in file
                else _member(archive, file["from"])
            )
            found = hashlib.sha256(content).hexdigest()
            if update:
                text = text.replace(file["sha256"], found)
            elif found != file["sha256"]:
                sys.exit(
                    f"{package['name']} {version}: {file['from']} is not what the manifest says"
                )
            if file["to"] in _DRAWN:
                path, coarse, digits = _DRAWN[file["to"]]
                land = _land(json.loads(content), coarse, digits)
                path.write_text(
                    land if file["to"] == "land" else _standing_alone(land), encoding="utf-8"
                )
            else:
                (_VENDOR / file["to"]).write_bytes(content)
        if update:
            current = json.loads(_member(archive, "package.json"))["version"]
            named = f'name = "{package["name"]}"\nversion = '
            text = text.replace(f'{named}"{package["version"]}"', f'{named}"{current}"')
    _MANIFEST.write_text(text, encoding="utf-8")


def _archive(name: str, version: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return next(Path(folder).glob("*.tgz")).read_bytes()


def _member(archive: bytes, path: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        member = files.extractfile(f"package/{path}")
        if member is None:
            sys.exit(f"{path} is no file")
        return member.read()


def _bundle(archive: bytes, file: dict[str, str], esbuild: str) -> bytes:
    """Return the exports that *file* names, with all they need, as one small module."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        entry = Path(folder) / "entry.mjs"
        entry.write_text(f'export {{ {file["exports"]} }} from "./package/{file["from"]}";\n')
        command = ["npx", "--yes", f"esbuild@{esbuild}", entry.name, "--bundle", "--minify"]
        options = ["--format=esm", "--platform=browser", "--legal-comments=none"]
        run = subprocess.run([*command, *options], cwd=folder, check=True, capture_output=True)
        return run.stdout


def _standing_alone(land: str) -> str:
    """Return *land* as a file of its own, drawn on the whole map."""
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {space} viewBox="0 0 {WIDTH} {HEIGHT}">{land.strip()}</svg>\n'


def _land(topology: dict, coarse: float, digits: int) -> str:
    """Return the outline of the land as one SVG path, projected and thinned."""
    arcs = list(_arcs(topology))
    rings = [
        ring
        for polygon in topology["objects"]["land"]["geometries"]
        for ring in _rings(polygon, arcs)
    ]
    drawn = (_outline(ring, coarse, digits) for ring in rings)
    path = "".join(outline for outline in drawn if outline)
    return f'<path class="land" d="{path}"/>\n'


def _arcs(topology: dict) -> Iterator[list[Place]]:
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    for arc in topology["arcs"]:
        x = y = 0
        places = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            places.append((y * scale_y + move_y, x * scale_x + move_x))
        yield places


def _rings(geometry: dict, arcs: list[list[Place]]) -> Iterator[list[Place]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            yield [
                place
                for index in ring
                for place in (arcs[index] if index >= 0 else arcs[~index][::-1])
            ]


def _outline(ring: Sequence[Place], coarse: float, digits: int) -> str:
    """Draw one ring, without what lies south of the map, in as few points as *coarse* allows."""
    if max(latitude for latitude, _ in ring) < BOTTOM:
        return ""
    points = [point(latitude, longitude) for latitude, longitude in ring]
    if any(abs(one.x - two.x) > WIDTH / 2 for one, two in pairwise(points)):
        points = [place for place in points if place.x > WIDTH / 2] or points
    kept = _thinned([(round(x, digits), round(y, digits)) for x, y in points], coarse)
    width = max(x for x, _ in kept) - min(x for x, _ in kept)
    if len(kept) < 4 or width < 2 * coarse or min(y for _, y in kept) > HEIGHT:
        return ""
    steps = " ".join(f"{x:g} {y:g}" for x, y in kept)
    return re.sub(r" -", "-", f"M{steps}z")


def _thinned(points: list[Place], most: float) -> list[Place]:
    """Douglas and Peucker's algorithm: leave out what lies within *most* of the line without it."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5

    def off(place: Place) -> float:
        if length == 0:
            return ((place[0] - x1) ** 2 + (place[1] - y1) ** 2) ** 0.5
        return abs((x2 - x1) * (y1 - place[1]) - (x1 - place[0]) * (y2 - y1)) / length

    farthest = max(range(1, len(points) - 1), key=lambda index: off(points[index]))
    if off(points[farthest]) <= most:
        return [points[0], points[-1]]
    return _thinned(points[: farthest + 1], most)[:-1] + _thinned(points[farthest:], most)


if __name__ == "__main__":
    main()
