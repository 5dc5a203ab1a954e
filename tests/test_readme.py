"""The README as its reader would follow it."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from partykpi.core import kinds
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render import report as formats

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

_SESSIONS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _run(command: str, folder: Path) -> str:
    words = command.split()
    assert words[0] == "partykpi"
    result = subprocess.run(
        [sys.executable, "-m", "partykpi", *words[1:]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={"COLUMNS": "80", "LANG": "C.UTF-8", "PATH": "", "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return result.stdout


@pytest.mark.parametrize("session", _SESSIONS, ids=lambda session: session.splitlines()[0])
def test_each_command_prints_what_the_readme_shows(tmp_path: Path, session: str) -> None:
    """The commands of a block print exactly what is below each, in a folder where they may write files."""
    for name in ("examples", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    first, *said = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)
    assert first == ""
    for command, shown in zip(said[::2], said[1::2], strict=True):
        assert _run(command, tmp_path).rstrip() == shown.rstrip()


@pytest.mark.parametrize("ending", formats.endings())
def test_each_ending_is_explained(ending: str) -> None:
    """The README says what each ending of a report is for."""
    assert re.search(rf"^\| `\.{ending}` \| \w", README, re.MULTILINE)


def test_the_format_by_example_has_nothing_wrong_with_it() -> None:
    """The example of the whole format is read without an error."""
    example = re.search(r"### The format by example\n+```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert example is not None
    content = load_content("README.md", example[1].encode())
    assert content.resolution is not None
    assert [finding.code for finding in content.findings] == []


def test_the_vietnamese_example_has_nothing_wrong_with_it() -> None:
    """The example with Vietnamese keys is read without an error, and its claim is right."""
    example = re.search(r"^```yaml\n(nghị quyết.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert example is not None
    content = load_content("README.md", example[1].encode())
    assert content.resolution is not None
    assert content.findings == []
    report = assess(content.resolution, None, date(2026, 1, 1))
    assert [j.verdict for j in report.assessments[0].judgements] == ["consistent"]  # 24 350 of 80 000 is 30.4375%


def test_every_command_is_named() -> None:
    """The README names each command, and no command that there is not."""
    from partykpi.cli import COMMANDS

    named = set(re.findall(r"partykpi ([a-z]+)\b", README)) - {"is", "alone", "reads", "as", "check"}
    assert set(COMMANDS) - {"check"} == {name for name in named if name in COMMANDS}
    table = re.findall(r"^\| `partykpi ([a-z]+)", README, re.MULTILINE)
    assert tuple(table) == COMMANDS


def test_the_python_example_runs() -> None:
    """The example of the Python interface prints a line for each target."""
    example = re.search(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert example is not None
    result = subprocess.run(
        [sys.executable, "-c", example[1]], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert len(result.stdout.splitlines()) == 5


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """The test command is between the marks that the CI script reads, and only there."""
    marked = re.search(r"<!-- tests -->\n```sh\n(.*?)\n```\n<!-- end -->", README, re.DOTALL)
    assert marked is not None
    assert marked[1].endswith(".venv/bin/pytest")
    assert README.count(marked[1]) == 1


# What each kind is good for, as the table of the README says it beside the name.
KINDS = {
    "total": "members admitted",
    "level": "coverage, poverty rate",
    "annual": "exports, revenue",
    "rate": "growth a year",
    "rank": "1st every year",
    "grade": "good or better every year",
    "milestone": "done by a date",
}


def test_the_table_of_kinds_is_that_of_their_rules() -> None:
    """How each kind calculates is printed from its rules, for every kind there is."""
    rows = [
        f"| `{name}` ({KINDS[name]}) | "
        + " | ".join(
            kinds.find(name).table[quantity]["en"] for quantity in ("achieved", "attainment", "due", "forecast")
        )
        + " |"
        for name in KINDS
    ]
    assert set(KINDS) == set(kinds.names())
    assert "\n".join(rows) in README
