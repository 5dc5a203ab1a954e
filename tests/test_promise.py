"""A new kind, column, format, finding or indicator is one file or one entry: each is added to a copy of the tree.

Each addition is made as the guide for contributors says, and touches one file of the copy.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, is_zipfile

import pytest

from partykpi.render import findings as findings_formats
from partykpi.render import report as report_formats

ROOT = Path(__file__).parent.parent

RESOLUTION = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: 2022-12-31
targets:
  visits:
    indicator: party/visits
    target: 40 meetings
    readings: {2021: 12, 2022: 9}
"""
WRONG = RESOLUTION.replace("12", "1.2")


# The additions


class Addition(NamedTuple):
    """A module, or an entry of a file that there is: put before a text that is in it once, or at its end."""

    file: str
    text: str
    before: str = ""

    def make(self, tree: Path) -> None:
        """Add it to a copy of the tree."""
        path = tree / self.file
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not self.before or old.count(self.before) == 1
        at = old.index(self.before) if self.before else len(old)
        path.write_text(old[:at] + self.text + old[at:], encoding="utf-8")


INDICATOR = Addition(
    "indicators/party.yaml",
    """\
  visits:
    name: {en: Visits, vi: Thăm chi bộ}
    definition: {en: Number of visits., vi: Số lần đi thăm.}
    kind: yes-no
    unit: meeting
    better: higher
    rollup: none
""",
)

KIND = Addition(
    "partykpi/core/kinds/yes_no.py",
    '''\
"""yes-no: a state that holds or does not."""

from partykpi.core.calculation import Rules
from partykpi.core.kinds import Kind
from partykpi.core.progress import attainment
from partykpi.core.quantities import READINGS
from partykpi.core.rule import Constant, Formula, in_words
from partykpi.text import Text

_LATEST = Formula("latest", READINGS, said=Text("the latest answer", "câu trả lời gần nhất"))


def _rules(case):
    ends = attainment.ends(case.goal, case.unit)
    return Rules(
        {"achieved": _LATEST, "attainment": attainment.attainment(case.goal)},
        met=attainment.met(case.goal, ends),
        final=Constant(case.moment.ended),
        explained=("achieved", "attainment"),
    )


KIND = Kind(
    name="yes-no",
    label=Text("yes or no", "có hay không"),
    manual=Text("The latest answer counts.", "Lấy câu trả lời gần nhất."),
    table={"achieved": in_words(_LATEST), "attainment": in_words(attainment.OF_BOUND)},
    rules=_rules,
    disjoint=False,
)
''',
)

COLUMN = Addition(
    "partykpi/render/report/columns.py",
    """    _given("letters", Text("Letters", "Số chữ"), lambda one: f"{len(one.target.id)} letters"),
""",
    before='    _given("kind", ',
)

FINDING = Addition(
    "partykpi/findings.py",
    """\
LUCKY_NUMBER = _define(
    "lucky-number",
    Text("{text} brings luck", "{text} là số may mắn"),
    Text("leave it", "giữ nguyên"),
    "actual: 8",
    "actual: 4",
    "note",
)
""",
)

REPORT_FORMAT = Addition(
    "partykpi/render/report/tally.py",
    '''\
"""tally: how many targets each report has."""

from partykpi.render.report import Format
from partykpi.text import Text


def _render(reports, language, layout):
    return "".join(f"{len(one.assessments)} {one.assessments[0].target.name[language]}\\n" for one in reports)


FORMAT = Format("tally", Text("a count", "số lượng"), _render)
''',
)

FINDINGS_FORMAT = Addition(
    "partykpi/render/findings/codes_only.py",
    '''\
"""codes-only: the codes of the findings."""

from partykpi.render.findings import FindingsFormat
from partykpi.text import Text


def _render(findings, files, language, color):
    return "".join(f"{one.code}\\n" for one in findings)


FORMAT = FindingsFormat("codes-only", Text("codes", "mã"), _render)
''',
)

ADDITIONS = (INDICATOR, KIND, COLUMN, FINDING, REPORT_FORMAT, FINDINGS_FORMAT)


# The copy and its program


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of the tree with all additions, and of the files that its program reads."""
    folder = tmp_path_factory.mktemp("tree")
    for part in ("partykpi", "indicators"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for addition in ADDITIONS:
        addition.make(folder)
    (folder / "r.yaml").write_text(RESOLUTION, encoding="utf-8")
    (folder / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    return folder


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program of the copy, and return how it ended."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(
        [sys.executable, "-m", "partykpi", *arguments],
        cwd=tree,
        env={**env, "PYTHONPATH": str(tree), "LANG": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def changes(tree: Path, part: str) -> Iterator[str]:
    """Return the files of a part of the tree that its copy has in another form, or that only the copy has."""
    for path in sorted((tree / part).rglob("*")):
        name = path.relative_to(tree).as_posix()
        if path.is_file() and path.suffix != ".pyc":
            original = ROOT / name
            if not original.is_file() or not filecmp.cmp(path, original, shallow=False):
                yield name


def test_nothing_else_is_touched(tree: Path) -> None:
    """Each addition is one file of the copy; all others are as they were."""
    assert sorted([*changes(tree, "partykpi"), *changes(tree, "indicators")]) == sorted(one.file for one in ADDITIONS)


def test_the_program_is_that_of_the_copy(tree: Path) -> None:
    """What is run below is the copy, and not the package that is installed."""
    shown = subprocess.run(
        [sys.executable, "-c", "import partykpi; print(partykpi.__file__)"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert shown.stdout.strip() == str(tree / "partykpi" / "__init__.py")


def contents(path: Path) -> str:
    """Return what a file says: its text, or that of all parts of an archive."""
    if not is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@pytest.mark.parametrize("name", sorted({*report_formats.names(), "tally"}))
def test_every_format_reports_the_additions(tree: Path, tmp_path: Path, name: str) -> None:
    """The new indicator is in the report of each format, measured by the new kind, with the new column beside it.

    9 of 40 meetings, by the latest answer and not by the sum of both, is 22.5%.
    """
    binary = name in report_formats.names() and report_formats.find(name).binary
    file = tmp_path / (f"r.{name}" if binary else "r.txt")
    chosen = () if name in ("json", "tally") else ("--columns", "+letters")
    ran = run(tree, "report", "r.yaml", "--format", name, "--output", str(file), "--lang", "en", *chosen)
    assert (ran.returncode, ran.stderr) == (0, f"{file} is written\n")
    shown = contents(file)
    assert "Visits" in shown
    if name != "tally":
        assert "6 letters" in shown
        assert ("0.225" if name == "xlsx" else "22.5") in shown


def test_a_new_column_is_a_field_of_the_json(tree: Path) -> None:
    """Programs get it under its name, without asking for it."""
    report = json.loads(run(tree, "report", "r.yaml", "--format", "json").stdout)
    assert report["reports"][0]["targets"][0]["letters"] == "6 letters"


def test_a_new_kind_explains_itself(tree: Path) -> None:
    """Its rules are the steps of the explanation and the formulas of the workbook, in both languages."""
    explained = run(tree, "explain", "r.yaml", "visits", "--lang", "vi").stdout
    assert "loại: có hay không" in explained
    assert "kết quả = câu trả lời gần nhất" in explained
    assert "= 9 ÷ 40" in explained


def test_a_new_format_has_its_ending(tree: Path, tmp_path: Path) -> None:
    """The ending of a file means the new format without being asked for."""
    file = tmp_path / "r.tally"
    assert run(tree, "report", "r.yaml", "--output", str(file), "--lang", "vi").returncode == 0
    assert file.read_text(encoding="utf-8") == "1 Thăm chi bộ\n"


@pytest.mark.parametrize("name", sorted({*findings_formats.names(), "codes-only"}))
def test_every_format_shows_the_findings(tree: Path, name: str) -> None:
    """Each format of findings is found by its module, a new one with a hyphen in its name among them."""
    ran = run(tree, "check", "wrong.yaml", "--format", name)
    assert ran.returncode == 1
    assert "fractional-count" in ran.stdout


def test_a_new_finding_is_explained(tree: Path) -> None:
    """Its code is in the list, is explained in both languages, and can be selected."""
    assert "lucky-number" in run(tree, "findings").stdout
    assert "… là số may mắn" in run(tree, "findings", "lucky-number", "--lang", "vi").stdout
    assert run(tree, "check", "r.yaml", "--select", "lucky-number").returncode == 0


def test_a_new_indicator_is_in_the_catalogue(tree: Path) -> None:
    """It is found by its words, shown whole, and nothing is wrong with it."""
    assert "party/visits" in run(tree, "indicators", "thăm", "chi", "bộ").stdout
    assert "Number of visits." in run(tree, "indicators", "party/visits", "--lang", "en").stdout
    assert run(tree, "check", "indicators", "--strict").returncode == 0
