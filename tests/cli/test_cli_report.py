"""`partykpi report`: how far each target is met."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partykpi.render import report as formats
from partykpi.render.text.wrap import width
from partykpi.text import LANGUAGES

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
BLOC = EXAMPLES / "agencies-enterprises-bloc-2020-2025.yaml"
PROGRAM = [sys.executable, "-m", "partykpi"]

# The formats that can go to the standard output.
TEXTS = [name for name in formats.names() if not formats.find(name).binary]

Run = Callable[..., Any]

FILE = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: mid-term
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    actual: 547 members
    reported: 78.14%
  models:
    indicator: party/learning-models
    target: 50 models
    actual: 123 models
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a small resolution file of two targets: one on track, one exceeded."""
    path = tmp_path / "r.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def environment(**changed: str) -> dict[str, str]:
    """Return an environment that says nothing of colours, widths and languages but what is changed."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH", "SYSTEMROOT")}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"} | changed


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_text_alone(run: Run, language: str, name: str) -> None:
    """What goes to the standard output is the report and nothing beside it, without any escape code."""
    ran = run("report", BLOC, "--lang", language, "--format", name)
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) > 4
    assert "\x1b" not in ran.out


def report(ran: Any) -> dict[str, Any]:
    """Return the one report of the JSON form."""
    tree = json.loads(ran.out)
    assert tree["format"] == "partykpi-report/2"
    (only,) = tree["reports"]
    assert isinstance(only, dict)
    return only


def test_the_figures_of_the_main_example(run: Run, file: Path) -> None:
    """547 of 700 at the middle of the term: 78.14%, on track, 350 due, at a pace of 547/350, 1094 in the end."""
    tree = report(run("report", file, "--format", "json"))
    target = tree["targets"][0]
    assert tree["elapsed"] == "1/2"
    assert target["attainment"]["percent"] == "78.14"
    assert (target["status"], target["due"]["low"], target["pace"]["low"]) == ("on-track", "350", "547/350")
    assert target["forecast"]["low"] == "1094"
    text = run("report", file, "--lang", "en").out
    assert "78.14" in text
    assert "on track" in text or "on-track" in text


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_a_file_from_standard_input(file: Path, name: str) -> None:
    """A dash is the standard input, in a pipe."""
    done = subprocess.run(
        [*PROGRAM, "report", name], input=FILE.encode(), capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"78.14" in done.stdout


def test_standard_input_with_mistakes(run: Run) -> None:
    """Findings in the standard input are shown with its name on the standard error, with no report."""
    ran = run("report", "-", "--lang", "en", stdin=FILE.replace("547", "54.7").encode())
    assert ran.status == 1
    assert ran.out == ""
    assert ran.err.startswith("<stdin>:9:13: error[fractional-count]: ")


def test_several_files_are_one_report(run: Run, file: Path) -> None:
    """All files are reported; the JSON form holds them in their order."""
    ran = run("report", BLOC, file, "--format", "json")
    assert ran.status == 0
    assert [Path(tree["file"]).name for tree in json.loads(ran.out)["reports"]] == [BLOC.name, "r.yaml"]


def test_a_broken_file_does_not_stop_the_rest(run: Run, file: Path, tmp_path: Path) -> None:
    """What can be reported is, and the status says that not all could."""
    bad = tmp_path / "bad.yaml"
    bad.write_text(FILE.replace("547", "54.7"))
    ran = run("report", bad, file, "--format", "json", "--lang", "en")
    assert ran.status == 1
    assert [Path(tree["file"]).name for tree in json.loads(ran.out)["reports"]] == ["r.yaml"]
    assert "fractional-count" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("report",), 2),
        (("report", "no-such-file.yaml"), 2),
        (("report", "r.yaml", "no-such-file.yaml"), 2),
        (("report", "."), 2),
        (("report", "r.yaml", "--format", "yaml"), 2),
        (("report", "r.yaml", "--lang", "fr"), 2),
        (("report", "r.yaml", "--only", "finished"), 2),
        (("report", "r.yaml", "--fail-on", "finished"), 2),
        (("report", "r.yaml", "--catalogue", "no-such-folder"), 2),
        (("report", "r.yaml", "--as-of", "soon"), 2),
        (("report", "r.yaml", "--as-of", "2023-02-30"), 2),
        (("report", "r.yaml", "--as-of", ""), 2),
        (("report", "r.yaml", "--as-of", "2020-06-30"), 2),
        (("report", "r.yaml", "--as-of", "2019"), 2),
        (("report", "r.yaml", "--as-of", "2020-07-01"), 0),
        (("report", "r.yaml", "--as-of", "2020"), 0),
        (("report", "r.yaml", "--as-of", "end"), 0),
        (("report", "r.yaml", "--as-of", "2040"), 0),
        (("report", "r.yaml"), 0),
        (("report", "r.yaml", "--fail-on", "missed"), 0),
        (("report", "r.yaml", "--fail-on", "on-track"), 1),
        (("report", "r.yaml", "--fail-on", "missed", "--fail-on", "exceeded"), 1),
        (("report", "r.yaml", "--fail-on", "on-track", "--as-of", "end"), 0),
        (("report", "r.yaml", "--fail-on", "missed", "--as-of", "end"), 1),
        (("report", "r.yaml", "--fail-on", "on-track", "--only", "exceeded"), 1),
    ],
)
def test_the_exit_status(
    file: Path, monkeypatch: pytest.MonkeyPatch, run: Run, arguments: tuple[str, ...], status: int
) -> None:
    """0 with a report, 1 where a status is there that `--fail-on` names, 2 where nothing can be done as asked."""
    monkeypatch.chdir(file.parent)
    ran = run(*arguments)
    assert ran.status == status
    assert bool(ran.err) == (status == 2)


def test_a_wrong_claim_fails_a_report(run: Run, file: Path) -> None:
    """A report whose published figures disagree with it ends with 1 and is shown all the same."""
    file.write_text(FILE.replace("78.14%", "79.14%"))
    ran = run("report", file, "--format", "json")
    assert ran.status == 1
    assert report(ran)["targets"][0]["reported"][0]["verdict"] == "inconsistent"


@pytest.mark.parametrize(
    ("as_of", "date", "elapsed"),
    [
        ("mid-term", "2022-12-31", "1/2"),
        ("end", "2025-06-30", "1"),
        ("2040", "2040-12-31", "1"),
        ("2020-07-01", "2020-07-01", "1/1860"),
        ("2021", "2021-12-31", "3/10"),  # 6 months of 2020 and 12 of 2021
    ],
)
def test_the_as_of_date_overrides_the_file(run: Run, file: Path, as_of: str, date: str, elapsed: str) -> None:
    """`--as-of` says at which day to look."""
    tree = report(run("report", file, "--as-of", as_of, "--format", "json"))
    assert tree["as_of"] == date
    assert tree["elapsed"] == elapsed


@pytest.mark.parametrize("name", ["table", "plain"])
def test_only_some_targets_are_shown(run: Run, file: Path, name: str) -> None:
    """`--only` leaves out the targets of other statuses, but not from the summary."""
    out = run("report", file, "--only", "exceeded", "--format", name, "--lang", "en").out
    assert "models" in out.lower()
    assert "547" not in out
    assert "1 of 2 targets" in re.sub(r"\s+", " ", out)


def test_what_is_piped_is_plain_text(file: Path) -> None:
    """Output that goes elsewhere than to a terminal has no escape codes, though the terminal could show them."""
    done = subprocess.run([*PROGRAM, "report", str(file)], capture_output=True, env=environment(), check=True)
    assert b"\x1b" not in done.stdout
    assert done.stdout.decode().splitlines()


def test_a_terminal_gets_colours(file: Path, terminal: Run) -> None:
    """At a terminal the report is coloured, and fits its columns."""
    ran = terminal([*PROGRAM, "report", str(file)], environment())
    assert ran.status == 0
    assert "\x1b[" in ran.out
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", ran.out)
    assert "78.14" in plain
    assert max(map(len, plain.splitlines())) <= 100


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_not_wanted(file: Path, terminal: Run, variables: dict[str, str]) -> None:
    """NO_COLOR and a terminal without colours are honoured."""
    ran = terminal([*PROGRAM, "report", str(file)], environment(**variables))
    assert ran.status == 0
    assert "\x1b[" not in ran.out
    assert "78.14" in ran.out


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_report_fits_the_terminal(path: Path, terminal: Run, columns: int) -> None:
    """No line is wider than the terminal, in 80 columns either."""
    ran = terminal([*PROGRAM, "report", str(path), "--lang", "vi"], environment(NO_COLOR="1"), columns)
    assert ran.status == 0
    assert max(width(line) for line in ran.out.splitlines()) <= columns


@pytest.mark.parametrize("command", ["report FILES --format json", "report FILES", "check FILES --format json"])
def test_a_closed_pipe_ends_quietly(command: str) -> None:
    """A reader who has read enough causes no complaint."""
    files = " ".join(str(path) for path in sorted(EXAMPLES.glob("*.yaml")) * 20)
    line = f"{sys.executable} -m partykpi {command.replace('FILES', files)} | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, env=environment(), check=False)
    assert done.stderr == b""
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_a_full_disk_is_told(file: Path) -> None:
    """Output that cannot be written ends with 2 and a message."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "report", str(file)], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258", "utf-8"])
@pytest.mark.parametrize("name", TEXTS)
def test_an_output_of_another_encoding_breaks_nothing(encoding: str, name: str) -> None:
    """What is piped is UTF-8, whatever the environment says; Vietnamese text is whole."""
    done = subprocess.run(
        [*PROGRAM, "report", str(BLOC), "--lang", "vi", "--format", name],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Đảng bộ Khối" in done.stdout.decode()


def test_a_terminal_of_another_encoding_breaks_nothing(terminal: Run) -> None:
    """At a terminal that cannot show a letter another takes its place."""
    env = environment(PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", NO_COLOR="1")
    ran = terminal([*PROGRAM, "report", str(BLOC), "--lang", "vi"], env)
    assert ran.status == 0
    assert "78,14" in ran.out


@pytest.mark.parametrize(
    ("language", "arguments", "word"),
    [
        ("C.UTF-8", (), "target"),
        ("vi_VN.UTF-8", (), "chỉ tiêu"),
        ("vi_VN.UTF-8", ("--lang", "en"), "target"),
        ("C.UTF-8", ("--lang", "vi"), "chỉ tiêu"),
    ],
)
def test_the_language_of_a_report(file: Path, language: str, arguments: tuple[str, ...], word: str) -> None:
    """The language is the one asked for, else the file's, else that of the environment."""
    done = subprocess.run(
        [*PROGRAM, "report", str(file), *arguments], capture_output=True, env=environment(LC_ALL=language), check=True
    )
    assert word in done.stdout.decode().lower()
