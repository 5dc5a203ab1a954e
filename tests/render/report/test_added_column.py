"""A new column is one entry: one is added to a copy of the package, and stands in every format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from partykpi.render import report as formats

ROOT = Path(__file__).parents[3]

NEXT = '    _given("kind", '
ENTRY = '    _given("direction", Text("Direction", "Chiều"), lambda one: one.target.indicator.better),\n'

RESOLUTION = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: 2022-12-31
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    actual: 547 members
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of the package with one entry more among its columns, and of a file to report."""
    folder = tmp_path_factory.mktemp("tree")
    for part in ("partykpi", "indicators"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    columns = folder / "partykpi" / "render" / "report" / "columns.py"
    text = columns.read_text(encoding="utf-8")
    assert text.count(NEXT) == 1
    columns.write_text(text.replace(NEXT, ENTRY + NEXT), encoding="utf-8")
    (folder / "r.yaml").write_text(RESOLUTION, encoding="utf-8")
    return folder


def report(tree: Path, file: Path, name: str, *options: str) -> str:
    """Return what the copy of the program writes in a format."""
    ran = subprocess.run(
        [sys.executable, "-m", "partykpi", "report", "r.yaml", "--format", name, "--output", str(file), *options],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, f"{file} is written\n")
    if not is_zipfile(file):
        return file.read_text(encoding="utf-8")
    with ZipFile(file) as archive:
        return "\n".join(archive.read(part).decode(errors="replace") for part in archive.namelist())


@pytest.mark.parametrize("name", sorted({*formats.names()} - {"json"}))
def test_every_format_has_the_column(tree: Path, tmp_path: Path, name: str) -> None:
    """Its heading and what it says of the target are in the table of each format that is asked for it."""
    file = tmp_path / f"r.{name if formats.find(name).binary else 'txt'}"
    text = report(tree, file, name, "--columns", "number,target,direction", "--sort", "direction")
    assert "Direction" in text
    assert "higher" in text


def test_json_has_it_as_a_field(tree: Path, tmp_path: Path) -> None:
    """Without being asked for, it is a field of its name, and the fields that there were are as before."""
    file = tmp_path / "r.json"
    (target,) = json.loads(report(tree, file, "json"))["reports"][0]["targets"]
    assert target["direction"] == "higher"
    assert [key for key in target if key != "direction"] == [
        *("id", "indicator", "name", "kind", "period", "coverage", "unit", "goal", "amended", "baseline", "readings"),
        *("achieved", "attainment", "status", "weight", "due", "pace", "forecast", "needed", "score", "used", "left"),
        *("refusal", "reach", "compound", "periods", "owner", "implied", "reported", "notes"),
    ]
