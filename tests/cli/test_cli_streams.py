"""The exit status tells the truth: whoever reads the output, wherever it goes, and though there be none."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROGRAM = [sys.executable, "-m", "partykpi"]
Run = Callable[..., Any]

GOOD = """\
resolution: R
committee: C
term: 2020-2025
as_of: mid-term
targets:
  t:
    indicator: party/members-admitted
    target: 700 members
    readings: {2021: 150, 2022: 80}
"""
BAD = GOOD + "".join(f"    key-{number}: x\n" for number in range(1000))  # more than a pipe holds
MANY = GOOD.partition("  t:\n")[0] + "".join(
    f"  t{number}:\n{GOOD.partition('  t:')[2].removeprefix(chr(10))}" for number in range(100)
)

# What is done, and the status that it earns.
WORK = [
    (("record", "good.yaml", "t", "90", "--on", "2023"), 0),
    (("record", "good.yaml", "t", "9.5", "--on", "2023"), 1),
    (("check", "good.yaml"), 0),
    (("check", "bad.yaml"), 1),
    (("check", "no.yaml", "bad.yaml", "--format", "sarif"), 2),
    (("report", "good.yaml", "--fail-on", "behind"), 1),
    (("report", "many.yaml", "--format", "json"), 0),
    (("report", "good.yaml", "-o", "x.csv"), 0),
    (("new", "new.yaml", "--yes"), 0),
    (("template", "good.yaml", "-o", "x.xlsx"), 0),
    (("findings",), 0),
    (("report", "--help"), 0),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files to work on."""
    for name, text in (("good", GOOD), ("bad", BAD), ("many", MANY)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def in_shell(folder: Path, arguments: tuple[str, ...], redirected: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program with its streams redirected by a shell."""
    command = ["sh", "-c", f'exec "$@" {redirected}', "sh", *PROGRAM, *arguments]
    env = {**os.environ, "LC_ALL": "C.UTF-8", **env}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("arguments", "status"), WORK, ids=lambda value: " ".join(value) if isinstance(value, tuple) else None
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_read_enough(folder: Path, arguments: tuple[str, ...], status: int, unbuffered: str) -> None:
    """Where nobody reads what is written the work is done all the same, quietly, with the status that it earns."""
    read, write = os.pipe()
    os.close(read)
    env = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": unbuffered}
    try:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=folder, env=env, stdout=write, stderr=subprocess.PIPE, check=False
        )
        assert done.returncode == status
        assert b"Traceback" not in done.stderr
        assert b"cannot write" not in done.stderr
    finally:
        os.close(write)
    recorded = "2023: 90" in (folder / "good.yaml").read_text()
    assert recorded == (arguments[0] == "record" and status == 0)


def test_nobody_reads_the_complaints(folder: Path) -> None:
    """Complaints that nobody reads either change nothing."""
    command = f'("{sys.executable}" -m partykpi report bad.yaml; echo $? >&3) 3>status 2>&1 | true'
    subprocess.run(["bash", "-c", command], cwd=folder, check=True)
    assert (folder / "status").read_text() == "1\n"


def test_a_reader_of_the_first_lines(folder: Path) -> None:
    """`check | head` has the status of the check where the shell asks for it, whatever head has read."""
    command = f'set -o pipefail; "{sys.executable}" -m partykpi check bad.yaml | head -3; exit $?'
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [arguments for arguments, _ in WORK])
def test_a_full_disk(folder: Path, arguments: tuple[str, ...], unbuffered: str) -> None:
    """What cannot be written ends with 2 and says so, where there was anything to write."""
    said = in_shell(folder, arguments, "", PYTHONUNBUFFERED=unbuffered)
    for name in ("x.csv", "x.xlsx", "new.yaml"):
        (folder / name).unlink(missing_ok=True)
    (folder / "good.yaml").write_text(GOOD, encoding="utf-8")
    full = in_shell(folder, arguments, "> /dev/full", PYTHONUNBUFFERED=unbuffered)
    if said.stdout:
        assert full.returncode == 2
        assert full.stderr.endswith("cannot write: the disk is full\n")
    else:
        assert (full.returncode, full.stderr) == (said.returncode, said.stderr)
    assert "Traceback" not in full.stderr
    assert (folder / "good.yaml").read_text(encoding="utf-8") == GOOD  # the change could not be shown
    both = in_shell(folder, arguments, "> /dev/full 2>&1", PYTHONUNBUFFERED=unbuffered)
    assert both.returncode == 2


LIMITED = """\
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from partykpi.__main__ import main
main()
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [("report", "many.yaml", "--format", "json"), ("check", "bad.yaml")])
def test_what_fits_in_part(folder: Path, arguments: tuple[str, ...], unbuffered: str) -> None:
    """Output of which the disk takes a part only is no success, though the first write took as much as it could."""
    command = [sys.executable, "-c", LIMITED, *arguments]
    env = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": unbuffered}
    with open(folder / "out", "wb") as out:
        done = subprocess.run(command, cwd=folder, env=env, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (folder / "out").stat().st_size == 20_000
    assert (done.returncode, done.stderr) == (2, b"cannot write: it is too large\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_does_not_wait(folder: Path, unbuffered: str) -> None:
    """Where the other program has made the pipe refuse what it has no room for, all arrives in the end."""
    command = [*PROGRAM, "report", "many.yaml", "--format", "json"]
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    expected = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True).stdout
    assert len(expected) > 65_536
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETFL, fcntl.fcntl(write, fcntl.F_GETFL) | os.O_NONBLOCK)
    with subprocess.Popen(command, cwd=folder, env=env, stdout=write) as process:
        os.close(write)
        time.sleep(0.5)
        with open(read, "rb") as out:
            assert out.read() == expected
    assert process.returncode == 0


@pytest.mark.parametrize("closed", ["2>&-", ">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("arguments", "status"), WORK[:4] + WORK[7:9])
def test_streams_that_are_closed(folder: Path, closed: str, arguments: tuple[str, ...], status: int) -> None:
    """Without a standard stream the work is done as with one that leads nowhere, and no file gets what is said."""
    done = in_shell(folder, arguments, closed)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    expected = GOOD.replace("80}", "80, 2023: 90}") if (arguments[0], status) == ("record", 0) else GOOD
    assert (folder / "good.yaml").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("arguments", [("check", "-"), ("report", "-"), ("record", "good.yaml", "--from", "-")])
def test_a_standard_input_that_is_closed_cannot_be_read(folder: Path, arguments: tuple[str, ...]) -> None:
    """It is not taken for an empty file."""
    done = in_shell(folder, arguments, "<&-")
    assert done.returncode == 2
    assert "error[unreadable-file]: the file cannot be read" in done.stdout + done.stderr


def test_what_was_written_before_a_complaint_arrives(folder: Path, run: Run) -> None:
    """Output is not lost where the command ends with wrong usage."""
    done = in_shell(folder, ("record", "good.yaml", "t", "90"), "")
    assert (done.returncode, done.stdout) == (2, "")
    assert "add the period of the figure" in done.stderr
    assert run("--version").out.startswith("partykpi ")


def test_a_fault_of_the_program_is_said(folder: Path) -> None:
    """Whatever goes wrong is one sentence and status 2, also where it cannot be said."""
    script = "import partykpi.cli\ndef run(): raise ZeroDivisionError('a\\x1b[31m\\nb')\npartykpi.cli.run = run\n"
    script += "from partykpi.__main__ import main\nmain()"
    for redirected, said in (
        ("", "partykpi failed (ZeroDivisionError: a\ufffd[31m b); this is its own fault, please report it\n"),
        ("2>/dev/full", ""),
        ("2>&-", ""),
    ):
        command = ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-c", script]
        env = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
