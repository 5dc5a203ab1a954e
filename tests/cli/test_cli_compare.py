"""`partykpi compare`: two dates of one file or two files, its JSON, its sentences, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from partykpi.cli.compare import command
from partykpi.core.compare import compare
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render.text.wrap import width

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "illustrative-2020-2025.yaml")
SNAPSHOTS = ROOT / "tests" / "snapshots"

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\n"
OLD = f"""{HEAD}as_of: 2022-12-31
targets:
  admitted: {{indicator: party/members-admitted, target: 700 members, actual: 300 members}}
  gone: {{indicator: party/learning-models, target: 50 models, actual: 20 models}}
  jobs: {{indicator: labour/jobs-created, target: 8000 jobs, actual: 4000 jobs}}
  same: {{indicator: social/health-insurance, target: 96 %, actual: 95 %}}
"""
NEW = f"""{HEAD}as_of: 2024-06-30
targets:
  fresh: {{indicator: party/themed-meetings, target: 20 meetings, actual: 10 meetings}}
  admitted: {{indicator: party/members-admitted, target: 700 members, actual: 547 members}}
  jobs: {{indicator: labour/jobs-created, target: 10000 jobs, actual: 4000 jobs}}
  same: {{indicator: social/health-insurance, target: 96 %, actual: 95 %}}
"""


def run(*arguments: str, columns: int | None = None, content: str | None = None) -> Result:
    """Return what the command does with the arguments."""
    runner = CliRunner(env={"COLUMNS": "" if columns is None else str(columns), "LC_ALL": "C.UTF-8"})
    return runner.invoke(command, arguments, input=content, standalone_mode=False)


def tree(*arguments: str) -> dict[str, Any]:
    """Return the JSON that the command prints."""
    found: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return found


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Return the names of an old and a new file."""
    monkeypatch.chdir(tmp_path)
    for name, content in (("old.yaml", OLD), ("new.yaml", NEW)):
        Path(name).write_text(content, encoding="utf-8")
    return "old.yaml", "new.yaml"


def exactly(value: str) -> dict[str, Any]:
    """Return one value as the contract writes it."""
    return {"low": value, "high": value, "low_closed": True, "high_closed": True}


def test_json_of_two_files(files: tuple[str, str]) -> None:
    """Two files, each as of its own date, to the letter of the contract."""
    found = tree(*files)
    assert list(found) == ["format", "before", "after", "targets", "summary"]
    assert found["format"] == "partykpi-compare/2"
    assert found["before"] == {"file": "old.yaml", "as_of": "2022-12-31"}
    assert found["after"] == {"file": "new.yaml", "as_of": "2024-06-30"}
    assert [(one["id"], one["change"]) for one in found["targets"]] == [
        ("fresh", "added"),
        ("admitted", "moved"),
        ("jobs", "amended"),
        ("gone", "dropped"),
    ]
    fresh, admitted, jobs, gone = found["targets"]
    assert admitted == {
        "id": "admitted",
        "name": {"en": "Party members admitted", "vi": "Đảng viên được kết nạp"},
        "change": "moved",
        "goal": {"before": "≥ 700 members", "after": "≥ 700 members"},
        "achieved": {"before": exactly("300"), "after": exactly("547")},
        "latest": {"before": None, "after": None},
        "attainment": {
            "before": {"percent": "42.86", "percent_text": "42.86%", **exactly("3/7"), "of": "goal"},
            "after": {"percent": "78.14", "percent_text": "78.14%", **exactly("547/700"), "of": "goal"},
            "points": {"text": "35.29", **exactly("247/7")},
        },
        "status": {"before": "behind", "after": "on-track"},
    }
    assert jobs["goal"] == {"before": "≥ 8,000 jobs", "after": "≥ 10,000 jobs"}
    assert jobs["attainment"]["points"] == {"text": "-10", **exactly("-10")}
    assert (fresh["goal"], fresh["status"]) == (
        {"before": None, "after": "≥ 20 meetings"},
        {"before": None, "after": "behind"},
    )
    assert (gone["achieved"], gone["attainment"]["after"], gone["attainment"]["points"]) == (
        {"before": exactly("20"), "after": None},
        None,
        None,
    )
    assert found["summary"] == {
        "changed": 4,
        "unchanged": 1,
        "added": 1,
        "dropped": 1,
        "amended": 1,
        "up": 1,
        "down": 1,
        "statuses": 2,
        "achieved_or_exceeded": {"before": 0, "after": 0},
    }


def test_two_files_at_other_dates(files: tuple[str, str]) -> None:
    """--from is of the old file, --to of the new one, in whatever order."""
    found = tree(*files, "--from", "end", "--to", "2021")
    assert (found["before"]["as_of"], found["after"]["as_of"]) == ("2025-06-30", "2021-12-31")
    assert tree(*files, "--from", "2022")["after"]["as_of"] == "2024-06-30"


def test_one_file_at_two_dates() -> None:
    """By 2022 party members stood at 242 of 260, by 2024 at 255: 5 points more."""
    found = tree(EXAMPLE, "--from", "2022", "--to", "2024-12-31")
    members = found["targets"][0]
    assert (members["id"], members["attainment"]["points"]["low"]) == ("members", "5")
    assert (found["before"]["as_of"], found["after"]["as_of"]) == ("2022-12-31", "2024-12-31")
    ids = [one["id"] for one in found["targets"]]
    assert "learning-models" not in ids  # one figure without a date counts at both dates
    assert found["summary"]["changed"] == len(ids) == 15


def test_goals_that_read_alike_are_told_apart(tmp_path: Path) -> None:
    """Two ways to the same end read alike; then they are shown as the files have them."""
    target = (
        "targets:\n  t:\n    indicator: labour/jobs-created\n    actual: 5 jobs\n    target: {{2021: {}, 2022: {}}}\n"
    )
    names = []
    for name, steps in (("old", ("10 jobs", "20 jobs")), ("new", ("20 jobs", "10 jobs"))):
        (tmp_path / name).write_text(HEAD + target.format(*steps), encoding="utf-8")
        names.append(str(tmp_path / name))
    (only,) = tree(*names, "--from", "2022", "--to", "2022")["targets"]
    assert only["change"] == "amended"
    assert only["goal"]["before"] != only["goal"]["after"]


@pytest.mark.parametrize(("language", "sentence"), [("en", "Nothing has changed."), ("vi", "Không có gì thay đổi.")])
@pytest.mark.parametrize("format_name", ["table", "plain"])
def test_nothing_has_changed(format_name: str, language: str, sentence: str) -> None:
    """A file and itself differ in nothing, and it is said."""
    for arguments in ((EXAMPLE, EXAMPLE), (EXAMPLE, "--from", "2022", "--to", "2022")):
        result = run(*arguments, "--format", format_name, "--lang", language)
        assert result.return_value == 0
        assert result.stdout.endswith(f"\n\n{sentence}\n")


READINGS = st.dictionaries(st.integers(2021, 2024), st.integers(0, 999), min_size=1).map(
    lambda years: "{" + ", ".join(f"{year}: {figure}" for year, figure in sorted(years.items())) + "}"
)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["700 members", "unknown", '"> 20 members"', "10 members/year"]), READINGS)),
    st.dates(date(2020, 7, 1), date(2026, 6, 30)),
)
def test_a_file_and_itself(targets: list[tuple[str, str]], day: date) -> None:
    """Whatever the file and the day, comparing it with itself shows nothing."""
    lines = [
        f"  t{number}: {{indicator: party/members-admitted, target: {goal}, readings: {readings}}}\n"
        for number, (goal, readings) in enumerate([("5 members", "{2021: 1}"), *targets])
    ]
    content = f"{HEAD}targets:\n{''.join(lines)}"
    dates = ("-", "--from", str(day), "--to", str(day))
    found = json.loads(run(*dates, "--format", "json", content=content).stdout)
    assert found["targets"] == []
    counted = {name: count for name, count in found["summary"].items() if count and isinstance(count, int)}
    assert counted == {"unchanged": len(lines)}
    assert run(*dates, "--lang", "en", content=content).stdout.endswith("Nothing has changed.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (EXAMPLE,),
        (EXAMPLE, "--from", "2022"),
        (EXAMPLE, "--to", "2022"),
        (EXAMPLE, EXAMPLE, EXAMPLE),
        (EXAMPLE, "--from", "2024", "--to", "2022"),
        (EXAMPLE, "--from", "2019", "--to", "2022"),
        (EXAMPLE, "--from", "someday", "--to", "2022"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """What cannot be compared is a usage error, in a sentence."""
    error = run(*arguments).exception
    assert isinstance(error, click.UsageError)
    assert (error.exit_code, bool(error.message)) == (2, True)


def test_no_file() -> None:
    """Without a file there is nothing to compare."""
    assert isinstance(run().exception, click.UsageError)


def test_the_option_is_named() -> None:
    """A date that cannot be read is said of the option that it was given with."""
    error = run(EXAMPLE, "--from", "2022", "--to", "later").exception
    assert isinstance(error, click.UsageError)
    assert error.message.startswith("--to later")


def test_findings_come_first(files: tuple[str, str]) -> None:
    """A file with an error is not compared: its findings are shown, and the end is 1; an unreadable one ends with 2."""
    Path("wrong.yaml").write_text(OLD.replace("target: 96 %", "target: 96 % 97"), encoding="utf-8")
    result = run(files[0], "wrong.yaml", "--lang", "en")
    assert (result.return_value, result.stdout) == (1, "")
    assert "wrong.yaml:9:" in result.stderr
    result = run("no-such-file.yaml", "wrong.yaml", "--lang", "en")
    assert (result.return_value, result.stdout) == (2, "")
    assert "no-such-file.yaml" in result.stderr
    assert "wrong.yaml:9:" in result.stderr


def test_it_reads_without_colour(files: tuple[str, str]) -> None:
    """Signs and words say what colours would."""
    text = run(*files, "--lang", "en").stdout
    for expected in (
        "↑ +35.29",
        "↓ -10",
        "added",
        "dropped",
        "amended",
        "Goal: ≥ 8,000 → ≥ 10,000",
        "→ 547",
        "→ on track",
    ):
        assert expected in text
    assert "\x1b" not in text
    assert "4 of 5 targets changed: 1 up, 1 down, 2 with a new status, 1 amended, 1 added, 1 dropped." in " ".join(
        text.split()
    )


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [30, 40, 60, 80, 120, 200])
def test_it_fits(files: tuple[str, str], columns: int, language: str) -> None:
    """No line is wider than the terminal, and no figure is cut."""
    for arguments in (files, (EXAMPLE, "--from", "2022", "--to", "2024")):
        text = run(*arguments, "--lang", language, columns=columns).stdout
        assert max(width(line) for line in text.splitlines()) <= columns
        if arguments == files:
            assert "547" in text
            assert {"en": "↑ +35.29", "vi": "↑ +35,29"}[language] in text


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [80, 120])
def test_as_it_looks(columns: int, language: str, snapshot: Callable[[Path, str], None]) -> None:
    """The table as it was read and found good."""
    text = run(EXAMPLE, "--from", "2022-12-31", "--to", "2024-12-31", "--lang", language, columns=columns).stdout
    snapshot(SNAPSHOTS / f"compare.{language}.{columns}.txt", text)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_two_files_as_they_look(language: str, files: tuple[str, str], snapshot: Callable[[Path, str], None]) -> None:
    """Two files with a target added, one dropped and one amended, as table and as plain text."""
    for format_name in ("table", "plain"):
        text = run(*files, "--lang", language, "--format", format_name, columns=80).stdout
        snapshot(SNAPSHOTS / f"compare-files.{language}.{format_name}.txt", text)


RANKS = f"""{HEAD}targets:
  poverty: {{indicator: social/poverty-rate, target: 1 %, baseline: 8 %, readings: {{2021: 6 %, 2022: 7 %}}}}
  rank: {{indicator: governance/dti-rank, target: "<= 5", readings: {{2021: 6, 2022: 9}}}}
  same: {{indicator: governance/sipas-rank, target: "<= 5", readings: {{2021: 6}}}}
  grade:
    indicator: {{name: Grade, kind: grade, grades: [excellent, good, done]}}
    target: good
    readings: {{2021: good, 2022: done}}
  accidents: {{indicator: labour/work-accidents, target: 20, readings: {{2020-H2: 1, 2021: 3, 2022: 4}}}}
"""


def test_a_rank_that_moved_is_listed_with_both_ranks(tmp_path: Path) -> None:
    """From 6th to 9th no year more kept the goal, and yet the rank moved; one that was not reported again did not."""
    file = tmp_path / "r.yaml"
    file.write_text(RANKS, encoding="utf-8")
    text = run(str(file), "--from", "2021", "--to", "2022", "--lang", "en", "--format", "plain").stdout
    rows = {line.split()[0]: " ".join(line.split()) for line in text.splitlines() if " → " in line}
    assert "6th → 9th 0% = 0 missed" in rows["DTI"]
    assert "good → done 100% → 50%" in rows["Grade"]
    assert "SIPAS" not in text
    assert "4 of 5 targets changed" in text
    found = {one["id"]: one["latest"] for one in tree(str(file), "--from", "2021", "--to", "2022")["targets"]}
    assert found["rank"] == {"before": exactly("6"), "after": exactly("9")}
    assert found["poverty"] == {"before": None, "after": None}


def test_more_of_a_limit_is_worse(tmp_path: Path) -> None:
    """4 of 20 accidents, then 8: attainment rises, which is coloured as what is worse; the mark is explained."""
    file = tmp_path / "r.yaml"
    file.write_text(RANKS, encoding="utf-8")
    text = run(str(file), "--from", "2021", "--to", "2022", "--lang", "en", "--format", "plain").stdout
    assert "20%‡ → 40%‡ ↑ +20" in " ".join(text.split())
    assert "‡ attainment is in percent of the limit: less is better" in text
    resolution = load_content("r.yaml", RANKS.encode()).resolution
    assert resolution is not None
    before, after = (assess(resolution, date(year, 12, 31), date(2026, 1, 1)) for year in (2021, 2022))
    better = {change.id: (change.way, change.better) for change in compare(before, after).changes}
    assert better["accidents"] == ("up", False)
    assert better["poverty"] == ("down", False)
    assert better["rank"] == (None, None)
