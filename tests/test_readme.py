"""The README in both languages, as its reader would follow it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from partykpi.core import kinds
from partykpi.core.report import Report, assess
from partykpi.core.status import STATUS_WORDS
from partykpi.parse import load_content
from partykpi.parse.keys import in_vietnamese
from partykpi.parse.text.period_words import read_any_period
from partykpi.render import report as formats
from partykpi.text import LANGUAGES, Language, Text

ROOT = Path(__file__).parent.parent
PAGES: dict[Language, Path] = {"en": ROOT / "README.md", "vi": ROOT / ".github" / "README.vi.md"}
TEXTS = {language: page.read_text(encoding="utf-8") for language, page in PAGES.items()}
README = TEXTS["en"]

_SESSION = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


def _run(command: str, folder: Path, language: Language) -> str:
    words = shlex.split(command)
    assert words[0] == "partykpi"
    result = subprocess.run(
        [sys.executable, "-m", "partykpi", *words[1:]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={"COLUMNS": "80", "LANG": _LOCALES[language], "PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=False,
    )
    return result.stdout


_LOCALES: dict[Language, str] = {"en": "C.UTF-8", "vi": "vi_VN.UTF-8"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_prints_what_the_readme_shows(
    tmp_path: Path, language: Language, snapshot: Callable[[Path, str], None]
) -> None:
    """The commands of a block print exactly what is below each, in a folder where they may write files."""

    def as_run(session: re.Match[str]) -> str:
        folder = tmp_path / str(session.start())
        folder.mkdir()
        for name in ("examples", "tests"):
            (folder / name).symlink_to(ROOT / name)
        commands = _COMMAND.findall(session[1])
        assert session[1].startswith(f"$ {commands[0]}")
        ran = (f"$ {command}\n{_run(command, folder, language).rstrip()}\n" for command in commands)
        return f"```console\n{''.join(ran)}```"

    snapshot(PAGES[language], _SESSION.sub(as_run, TEXTS[language]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", formats.endings())
def test_each_ending_is_explained(ending: str, language: Language) -> None:
    """The README says what each ending of a report is for."""
    assert re.search(rf"^\| `\.{ending}` \| \w", TEXTS[language], re.MULTILINE)


# The manual in Vietnamese beside it


def _meant(command: str) -> tuple[str, dict[str, Any]]:
    """Return the command of a line and what its options mean, but for the language and what files are called."""
    name, *rest = shlex.split(command)[1:]
    found: click.Command = import_module(f"partykpi.cli.{name}").command
    given = found.make_context(name, rest, resilient_parsing=True).params
    for key in given.keys() & {"on", "as_of", "since", "until"}:
        given[key] = given[key] and read_any_period(given[key])
    return name, {key: value for key, value in given.items() if key not in ("lang", "output", "catalogue")}


def test_both_readmes_have_the_same_sections_and_the_same_commands() -> None:
    """Headings, blocks and tables follow each other alike, and each command means the same in both."""
    english, vietnamese = (
        re.findall(r"^(#+ |```\w*$|\|[-|]+\|$)", _SESSION.sub("```console", text), re.MULTILINE)
        for text in TEXTS.values()
    )
    assert vietnamese == english
    en, vi = (
        [_meant(line) for block in _SESSION.findall(text) for line in _COMMAND.findall(block)]
        for text in TEXTS.values()
    )
    assert en == vi
    shells = [re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL) for text in TEXTS.values()]
    assert shells[0] == shells[1]


def test_each_readme_leads_to_the_other() -> None:
    """At the top of each stands where the other is."""
    others: dict[Language, str] = {"en": ".github/README.vi.md", "vi": "../README.md"}
    for language, target in others.items():
        top = TEXTS[language].partition("```")[0]
        assert f"({target})" in top
        assert (PAGES[language].parent / target).is_file()


def test_the_format_by_example_says_the_same_in_both_languages() -> None:
    """The two examples of the whole format have the same goals, readings and results, target by target."""
    reports: list[Report] = []
    for text in TEXTS.values():
        resolution = load_content("README", format_by_example(text).encode()).resolution
        assert resolution is not None
        reports.append(assess(resolution, None, date(2026, 1, 1)))
    for en, vi in zip(*(report.assessments for report in reports), strict=True):
        assert (en.goal.interval, en.goal.by, en.goal.every) == (vi.goal.interval, vi.goal.by, vi.goal.every)
        assert [reading.figure for reading in en.readings] == [reading.figure for reading in vi.readings]
        assert (en.status, en.measure.attainment, en.measure.pace) == (
            vi.status,
            vi.measure.attainment,
            vi.measure.pace,
        )
        assert [one.verdict for one in en.judgements] == [one.verdict for one in vi.judgements]
    en_summary, vi_summary = (report.summary for report in reports)
    assert [one.verdict for one in en_summary.judgements] == [one.verdict for one in vi_summary.judgements]


def test_the_vietnamese_readme_names_every_status_and_command() -> None:
    """The table of statuses has both words of each, and that of commands each command."""
    from partykpi.cli import COMMANDS

    rows = re.findall(r"^\| ([^|]+) \| ([a-z-]+) \| ", TEXTS["vi"], re.MULTILINE)
    assert rows == [(word.vi, status) for status, word in STATUS_WORDS.items()]
    assert tuple(re.findall(r"^\| `partykpi ([a-z]+)", TEXTS["vi"], re.MULTILINE)) == COMMANDS


def format_by_example(text: str) -> str:
    """Return the example of the whole format, below the one heading of the third level."""
    example = re.search(r"^### [^\n]+\n+```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert example is not None
    return example[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_format_by_example_has_nothing_wrong_with_it(language: Language) -> None:
    """The example of the whole format is read without an error."""
    content = load_content("README.md", format_by_example(TEXTS[language]).encode())
    assert content.resolution is not None
    assert [finding.code for finding in content.findings] == []


@pytest.mark.parametrize(("language", "first"), [("en", "nghị quyết"), ("vi", "resolution")])
def test_the_example_in_the_other_keys_has_nothing_wrong_with_it(language: Language, first: str) -> None:
    """The example with the keys of the other language is read without an error, and its claim is right."""
    example = re.search(rf"^```yaml\n({first}.*?)^```", TEXTS[language], re.MULTILINE | re.DOTALL)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_python_example_runs(language: Language) -> None:
    """The example of the Python interface prints a line for each target."""
    example = re.search(r"^```python\n(.*?)^```", TEXTS[language], re.MULTILINE | re.DOTALL)
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
    "total": Text("members admitted", "kết nạp đảng viên"),
    "level": Text("coverage, poverty rate", "tỷ lệ bao phủ, tỷ lệ hộ nghèo"),
    "annual": Text("exports, revenue", "xuất khẩu, thu ngân sách"),
    "rate": Text("growth a year", "tốc độ tăng trưởng hằng năm"),
    "rank": Text("1st every year", "hằng năm đứng thứ nhất"),
    "grade": Text("good or better every year", "hằng năm xếp loại tốt trở lên"),
    "milestone": Text("done by a date", "hoàn thành đúng thời hạn"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_kinds_is_that_of_their_rules(language: Language) -> None:
    """How each kind calculates is printed from its rules, for every kind there is, by the name that files have."""
    rows = [
        f"| `{name if language == 'en' else in_vietnamese(name)}` ({KINDS[name][language]}) | "
        + " | ".join(
            kinds.find(name).table[quantity][language] for quantity in ("achieved", "attainment", "due", "forecast")
        )
        + " |"
        for name in KINDS
    ]
    assert set(KINDS) == set(kinds.names())
    assert "\n".join(rows) in TEXTS[language]
