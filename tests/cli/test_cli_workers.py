"""One file is one file: whatever goes wrong with it, all others are checked, and no process outlives the program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partykpi.cli._resolution import assess_as_of
from partykpi.parse import load_content

GOOD = """\
resolution: R
committee: C
term: 2020-2025
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    actual: 547 members
"""
BAD = GOOD.replace("547 members", "82.913 members")
FILES = 230  # more than one process alone checks

Run = Callable[..., Any]


def write(folder: Path, count: int, **odd: str) -> Path:
    """Write so many files, every tenth with a mistake, and some of those names besides."""
    for number in range(count):
        (folder / f"{number:04}.yaml").write_text(BAD if number % 10 == 0 else GOOD, encoding="utf-8")
    for name, text in odd.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def faulty(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Return a function that fails at the file of that name."""

    def fail(file: str, *rest: Any, **options: Any) -> Any:
        if Path(file).stem == name:
            raise RecursionError("a\x1b[31m\nb")
        return function(file, *rest, **options)

    return fail


@pytest.mark.parametrize("count", [30, FILES])
@pytest.mark.parametrize("options", [(), ("--select", "alias"), ("--ignore", "own-fault")])
def test_a_fault_at_one_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, count: int, options: tuple[str, ...]
) -> None:
    """It is a finding of that file, always shown, and fails; the others are checked, in several processes too."""
    write(tmp_path, count, fault=GOOD)
    monkeypatch.setattr("partykpi.cli.check.load_content", faulty(load_content, "fault"))
    ran = run("check", tmp_path, "--format", "json", "--lang", "en", *options)
    found = [(Path(one["file"]).stem, one["code"]) for one in json.loads(ran.out)["findings"]]
    others = [] if "--select" in options else [(f"{n:04}", "fractional-count") for n in range(0, count, 10)]
    assert found == [*others, ("fault", "own-fault")]
    assert (ran.status, ran.err) == (2, "")
    words = run("check", tmp_path, "--lang", "vi", *options).out
    assert "lỗi[own-fault]: partykpi gặp sự cố khi xử lý tệp này (RecursionError: a\ufffd[31m b)" in words


def test_a_fault_at_a_claim(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails after a file is read is of that file as well."""

    def fail(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr("partykpi.core.report.check_claims", fail)
    write(tmp_path, 11, claim=GOOD + "    reported: 78.14%\n")
    ran = run("check", tmp_path, "--lang", "en")
    assert ran.status == 2
    assert ran.out.count("error[fractional-count]") == 2
    assert "claim.yaml:1:1: error[own-fault]: partykpi failed at this file (ArithmeticError), and nothing" in ran.out


@pytest.mark.parametrize("where", ["partykpi.cli._resolution.load_content", "partykpi.cli.report.assess_as_of"])
def test_a_fault_at_one_of_several_reports(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """The other files are reported, the status is 2, and a report that would lack a file is not written."""
    write(tmp_path, 0, a=GOOD, b=GOOD.replace("committee: C", "committee: D"))
    if where.endswith("load_content"):
        monkeypatch.setattr(where, faulty(load_content, "a"))
    else:
        at_file = faulty(lambda _, resolution, as_of: assess_as_of(resolution, as_of), "a")
        monkeypatch.setattr(where, lambda one, as_of: at_file(one.file, one, as_of))
    ran = run("report", tmp_path / "a.yaml", tmp_path / "b.yaml", "--lang", "en")
    assert ran.status == 2
    assert ran.out.startswith("D\n")
    assert "a.yaml:1:1: error[own-fault]: partykpi failed at this file (RecursionError" in ran.err
    ran = run("report", tmp_path / "a.yaml", tmp_path / "b.yaml", "-o", tmp_path / "x.csv", "--lang", "en")
    assert ran.status == 2
    assert ran.err.endswith("x.csv is not written, for not every file could be reported\n")
    assert not (tmp_path / "x.csv").exists()


def test_a_file_at_which_a_process_is_ended(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that the system ends, as for want of memory, is a finding of its file; the others are checked."""
    here = os.getpid()

    def deadly(file: str, *rest: Any, **options: Any) -> Any:
        if Path(file).stem in ("0057x", "0123x") and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return load_content(file, *rest, **options)

    monkeypatch.setattr("partykpi.cli.check.load_content", deadly)
    write(tmp_path, FILES, **{"0057x": GOOD, "0123x": GOOD})
    ran = run("check", tmp_path, "--format", "json", "--lang", "en")
    tree = json.loads(ran.out)
    assert (ran.status, ran.err, tree["files"]) == (2, "", FILES + 2)
    found = [(Path(one["file"]).stem, one["code"]) for one in tree["findings"]]
    expected = [(f"{n:04}", "fractional-count") for n in range(0, FILES, 10)]
    assert found == sorted([*expected, ("0057x", "own-fault"), ("0123x", "own-fault")])


# However the program ends

PROGRAM = """\
import multiprocessing, sys, time
from partykpi.cli import check
quick = check.check_file

def slow(file, catalogue, today):
    time.sleep(0.02)
    return quick(file, catalogue, today)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    check.check_file = slow
    from partykpi.__main__ import main
    main()
"""


def below(process: int) -> set[int]:
    """Return the processes that one has begun, and those that they have."""
    begun = set()
    for path in Path("/proc").iterdir():
        try:
            if path.name.isdecimal() and int((path / "stat").read_text().rpartition(")")[2].split()[1]) == process:
                begun |= {int(path.name), *below(int(path.name))}
        except (FileNotFoundError, ProcessLookupError):
            continue
    return begun


def lives(process: int) -> bool:
    """Say whether a process is still there."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="the system does not list its processes")
@pytest.mark.parametrize(
    ("method", "which"),
    [*(("fork", name) for name in ("INT", "TERM", "HUP", "KILL")), ("spawn", "INT"), ("spawn", "KILL")],
)
@pytest.mark.parametrize("whom", ["the program", "all"])
def test_no_process_outlives_the_program(tmp_path: Path, method: str, which: str, whom: str) -> None:
    """Whoever reads its output comes to an end, whatever ends the program; Ctrl-C is quiet, and its status 130."""
    write(tmp_path, 1000)
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    number = getattr(signal, f"SIG{which}")
    with subprocess.Popen(
        [sys.executable, script, method, "check", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    ) as process:  # fmt: skip
        deadline = time.monotonic() + 30
        while len(begun := below(process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(begun) >= 2
        time.sleep(0.1)
        begun |= below(process.pid)
        (os.kill if whom == "the program" else os.killpg)(process.pid, number)
        _, err = process.communicate(timeout=30)
    while any(map(lives, begun)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [one for one in begun if lives(one)] == []
    assert process.returncode == (130 if which == "INT" else -number)
    if which == "INT":
        assert err.strip() == b"stopped"


def test_ctrl_c_before_anything_has_begun() -> None:
    """A program that is stopped while it starts says nothing at all."""
    script = "import sys\nclass Stop:\n    def find_spec(self, name, *_):\n        if name == 'click':\n"
    script += "            raise KeyboardInterrupt\nsys.meta_path.insert(0, Stop())\n"
    script += "from partykpi.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", script, "--version"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
