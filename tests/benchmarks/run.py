"""Measure how fast partykpi starts, checks many files, writes documents and judges claims.

README.md says how to read it.

python tests/benchmarks/run.py [--quick]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_NAIVE = """\
import click
import pint
import tabulate
import yaml
from rich.console import Console
from rich.table import Table

Console(), Table(), pint.UnitRegistry()
"""

_LOADING = """\
import os, sys
from concurrent.futures import ProcessPoolExecutor
import yaml

def load(files):
    for file in files:
        with open(file, "rb") as stream:
            yaml.load(stream, Loader=yaml.CSafeLoader)

if __name__ == "__main__":
    folder = sys.argv[1]
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    chunks = [files[start : start + 50] for start in range(0, len(files), 50)]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(load, chunks))
"""


_LOADER = "CSafeLoader, 2 processes"


class _FailedError(Exception):
    """A command that was to be measured did not end well."""


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description="Measure partykpi; README.md says how to read the tables.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, files and verdicts: only a look")
    quick = parser.parse_args().quick
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with tempfile.TemporaryDirectory(prefix="partykpi-benchmark-") as folder:
        bench = Bench(Path(folder))
        for measure in (
            partial(bench.start_up, rounds=5 if quick else 21),
            partial(bench.many_files, count=500 if quick else 5000, rounds=1 if quick else 5),
            partial(bench.documents, rounds=1 if quick else 5),
        ):
            try:
                measure()
            except _FailedError as error:
                _say(f"\nnot measured: {error}")
    verdicts(10_000 if quick else 100_000)


# Generated resolutions


@dataclass(frozen=True, slots=True)
class _Kind:
    """A target to generate: its indicator and unit, the range of its goal, and a reading under that goal."""

    indicator: str
    unit: str
    low: int
    high: int
    reading: Callable[[random.Random, int], str]
    goal: str = "{goal} {unit}"
    baseline: bool = False


def _part(chance: random.Random, goal: int) -> str:
    return str(chance.randint(goal // 8, goal // 3))


def _near(chance: random.Random, goal: int) -> str:
    return f"{chance.randint(goal * 60, goal * 104) / 100:.2f}"


def _rank(chance: random.Random, goal: int) -> str:
    return str(chance.randint(1, 12))


def _done(chance: random.Random, goal: int) -> str:
    return f"{chance.randint(0, 1000) / 10:.1f}"


_TARGETS = (
    _Kind("party/members-admitted", "members", 100, 900, _part),
    _Kind("party/members-completing-well", "%", 70, 95, _near, baseline=True),
    _Kind("party/themed-meetings", "meetings", 50, 400, _part, "{goal} {unit}/year"),
    _Kind("labour/people-found-jobs", "people", 20_000, 99_000, _part),
    _Kind("labour/trained-workers", "%", 50, 90, _near),
    _Kind("labour/unemployment", "%", 2, 6, _near, "<= {goal} {unit}"),
    _Kind("social/poverty-reduction", "%", 1, 3, _near, "{goal}..4.5 {unit}/year"),
    _Kind("social/merit-houses", "houses", 100, 2_000, _part, "> {goal} {unit}"),
    _Kind("economy/grdp-growth", "%", 5, 11, _near),
    _Kind("economy/investment", "billion VND", 10_000, 60_000, _part),
    _Kind("governance/par-index-rank", "rank", 3, 9, _rank, "<= {goal}"),
    _Kind("work/plan-carried-out", "%", 2023, 2025, _done, "by {goal}-06-15"),
)
_YEARS = range(2020, 2025)


def resolution(seed: int, claims: bool = False, targets: int = len(_TARGETS)) -> str:
    """Return a valid resolution of so many targets with 5 readings each.

    With `claims` the totals have one cumulative figure and what was published of it instead.
    """
    chance = random.Random(seed)
    return "\n".join(_lines(chance, seed, claims, targets)) + "\n"


def _lines(chance: random.Random, seed: int, claims: bool, targets: int) -> Iterator[str]:
    yield f"# generated for a benchmark: committee {seed}"
    yield "resolution:"
    yield f"  en: Resolution of congress {seed}, term 2020-2025"
    yield f"  vi: Nghị quyết đại hội lần thứ {seed}, nhiệm kỳ 2020-2025"
    yield f"committee: {{en: Party Committee of Commune {seed}, vi: Đảng bộ xã số {seed}}}"
    yield "term: 2020-2025"
    yield f"as_of: {chance.randint(2021, 2024)}-12-31"
    yield "source: {title: Generated figures, published: 2024-12-31}"
    yield "targets:"
    for number in range(targets):
        kind = _TARGETS[number % len(_TARGETS)]
        goal = chance.randint(kind.low, kind.high)
        field, name = kind.indicator.split("/")
        unit = "" if kind.indicator.startswith("governance") else f" {kind.unit}"
        yield f"  {name}-{seed + number // len(_TARGETS)}:"
        yield f"    indicator: {field}/{name}"
        yield f"    target: '{kind.goal.format(goal=goal, unit=kind.unit)}'"
        if kind.baseline:
            yield f"    baseline: {goal - chance.randint(5, 30)}{unit}"
        if claims and kind.reading is _part and "year" not in kind.goal:
            actual = chance.randint(goal // 4, goal)
            hundredths = (2 * 10_000 * actual + goal) // (2 * goal)  # half up
            yield f"    actual: {actual}{unit}"
            yield f"    reported: {hundredths // 100}.{hundredths % 100:02}%"
        else:
            yield "    readings:"
            yield from (f"      {year}: {kind.reading(chance, goal)}{unit}" for year in _YEARS)
        yield f"    owner: Board {chance.randint(1, 40)}"
        yield f"    note: Checked by office {chance.randint(1, 90)}."


# Start-up


def _program() -> list[str]:
    script = Path(sys.executable).with_name("partykpi")
    return [str(script)] if script.exists() else [sys.executable, "-m", "partykpi"]


@dataclass(frozen=True, slots=True)
class _Run:
    """The seconds that a command took on the clock, and those that processors worked for it."""

    clock: float
    work: float


def _timed(command: Callable[[], None]) -> _Run:
    before, start = _worked(), time.perf_counter()
    command()
    clock = time.perf_counter() - start
    return _Run(clock, _worked() - before)


def _worked() -> float:
    """Return the processor time of all commands that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _median(runs: Sequence[_Run]) -> float:
    return statistics.median(run.clock for run in runs)


def _work(runs: Sequence[_Run]) -> float:
    return statistics.median(run.work for run in runs)


class Bench:
    """The commands to measure, in a folder of their own and with compiled modules."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        own = ("PYTHON", "LC_", "COLUMNS", "NO_COLOR")
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(own)},
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }

    def start_up(self, rounds: int) -> None:
        """Time single runs, all commands in turn each round, against the bare interpreter."""
        one = self._write("one.yaml", resolution(1, claims=True))
        naive = self._write("naive.py", _NAIVE)
        program = _program()
        report = [*program, "report", one]
        commands: dict[str, Callable[[], None]] = {
            "bare interpreter": lambda: self._piped([sys.executable, "-c", "pass"]),
            "naive script": lambda: self._piped([sys.executable, naive]),
            "report, piped": lambda: self._piped(report),
            "report, terminal": lambda: self._at_terminal(report),
            "check": lambda: self._piped([*program, "check", one]),
            "explain": lambda: self._piped([*program, "explain", one, "1"]),
        }
        for command in commands.values():  # the first run compiles
            command()
        runs: dict[str, list[_Run]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(_timed(command))
        bare, naively = _median(runs["bare interpreter"]), _median(runs["naive script"])
        rows = []
        for name, taken in runs.items():
            ratio, faster = _median(taken) / bare, naively / _median(taken)
            said = ""
            if name.startswith("report"):
                said = f"at most 10 x bare: {_met(ratio <= 10)}; at least 3 x faster: {_met(faster >= 3)}"
            elif name == "check":
                said = f"at most 8 x bare: {_met(ratio <= 8)}"
            times = (_median(taken), min(run.clock for run in taken), _work(taken))
            figures = [f"{1000 * seconds:.1f}" for seconds in times]
            rows.append([name, *figures, f"{ratio:.2f}", f"{faster:.2f}", said])
        heads = ["command", "median ms", "least ms", "cpu ms", "x bare", "x faster than naive", "target"]
        _table(f"Start-up, {rounds} rounds", heads, rows)

    def many_files(self, count: int, rounds: int) -> None:
        """Time `check` on a folder against loading its files and nothing else, and watch its memory."""
        some = max(250, count // 10)
        folders = {"plain": (count, False), "claimed": (count, True), "some": (some, False)}
        for name, (number, claims) in folders.items():
            (self.folder / name).mkdir()
            for seed in range(number):
                text = resolution(seed, claims)
                (self.folder / name / f"{seed:05}.yaml").write_text(text, encoding="utf-8")
        plain, claimed, part = (str(self.folder / name) for name in folders)
        size = sum(file.stat().st_size for file in Path(plain).iterdir()) / count
        check = [*_program(), "check"]
        commands = {
            "check": [*check, plain],
            "check, 4 claims a file": [*check, claimed],
            _LOADER: [sys.executable, self._write("loading.py", _LOADING), plain],
        }
        runs: dict[str, list[_Run]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(_timed(partial(self._piped, command)))
        peaks = {name: self._peak(command) for name, command in commands.items()}
        loading = _median(runs[_LOADER])
        rows = []
        for name, taken in runs.items():
            rate, ratio = count / _median(taken), loading / _median(taken)
            said = ""
            if name == "check":
                said = f"at least 1,200: {_met(rate >= 1200)}; no slower than loading: {_met(ratio >= 1)}"
            rows.append(
                [
                    name,
                    f"{rate:,.0f}",
                    f"{count / min(run.clock for run in taken):,.0f}",
                    f"{1000 * _work(taken) / count:.2f}",
                    f"{ratio:.2f}",
                    _size(peaks[name]),
                    said,
                ]
            )
        title = f"{count:,} files of 12 targets and 5 readings, {size:,.0f} bytes each, {rounds} rounds"
        heads = ["work", "median files/s", "most files/s", "cpu ms a file", "x loading", "peak MB", "target"]
        _table(title, heads, rows)
        peak, small = peaks["check"], self._peak([*check, part])
        if peak and small:
            held = f"{_size(small)} MB for {some:,} files, {_size(peak)} MB for {count:,}"
            _say(f"memory of check: {held}; at most half as much again: {_met(peak <= 1.5 * small)}")

    def documents(self, rounds: int) -> None:
        """Time each kind of document of a resolution of 200 targets, and watch its memory."""
        large = self._write("large.yaml", resolution(1, targets=200))
        rows = []
        for name in ("docx", "xlsx", "html", "md", "csv"):
            command = [*_program(), "report", large, "--output", str(self.folder / f"large.{name}"), "--force"]
            self._piped(command)  # the first run compiles
            runs = [_timed(partial(self._piped, command)) for _ in range(rounds)]
            peak, taken = self._peak(command), _median(runs)
            said = ""
            if name in ("docx", "xlsx", "html"):
                small = peak is not None and peak <= 200_000_000
                said = f"below 3 s: {_met(taken < 3)}; at most 200 MB: {_met(small)}"
            rows.append([name, f"{taken:.2f}", f"{_work(runs):.2f}", _size(peak), said])
        heads = ["document", "median s", "cpu s", "peak MB", "target"]
        _table(f"Documents of 200 targets and 5 readings each, {rounds} rounds", heads, rows)

    def _write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _piped(self, command: Sequence[str]) -> None:
        """Run a command with its output in a pipe."""
        done = subprocess.run(command, env=self.environment, capture_output=True)
        if done.returncode:
            raise _FailedError(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr).decode()[-2000:]}")

    def _at_terminal(self, command: Sequence[str]) -> None:
        """Run a command at a terminal of 100 columns, until its last output is read."""
        import fcntl
        import pty
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        running = subprocess.Popen(command, env=self.environment, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        said = b""
        try:
            while more := os.read(ours, 65536):
                said += more
        except OSError:  # how Linux says that nobody holds the other end any more
            pass
        status = running.wait()
        os.close(ours)
        if status or b"\x1b[" not in said:
            raise _FailedError(f"{' '.join(command)} failed at a terminal:\n{said.decode()[-2000:]}")

    def _peak(self, command: Sequence[str]) -> int | None:
        """Return the most memory, in bytes, that a command and all its processes held at once.

        What processes share counts once, split among them (PSS). None where the system does not tell.
        """
        quiet = subprocess.DEVNULL
        running = subprocess.Popen(command, env=self.environment, stdout=quiet, stderr=quiet)
        most = 0
        while running.poll() is None:
            most = max(most, sum(map(_memory, _tree(running.pid))))
            time.sleep(0.02)
        return most or None


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _memory(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    except OSError:
        pass
    return 0


# Verdicts


def verdicts(count: int) -> None:
    """Time verdicts on that many different claims."""
    from fractions import Fraction

    from partykpi.core.claims.inputs import ClaimInputs
    from partykpi.core.claims.judge import judge
    from partykpi.core.figure import exactly
    from partykpi.core.model import Claim
    from partykpi.problem import Place, Source

    chance = random.Random(0)
    place = Place(Source("benchmark", ""), 1, 1, 1)
    cases = []
    for number in range(count):
        base = chance.randint(100, 100_000)
        actual = chance.randint(base // 3, base)
        ratio = Fraction(actual, base)
        # every fourth is cut off, and every tenth made up
        hundredths = (20_000 * actual + base) // (2 * base) if number % 4 else 10_000 * actual // base
        printed = Fraction(hundredths, 100)
        if number % 10 == 0:
            printed += Fraction(chance.randint(1, 900), 100)
        claim = Claim(f"{float(printed):.2f}%", place, "reaches", printed, 2)
        cases.append((claim, ClaimInputs(exactly(ratio), exactly(actual), exactly(base))))
    told: dict[str, int] = {}
    start = time.perf_counter()
    for claim, facts in cases:
        verdict = judge(claim, facts).verdict
        told[verdict] = told.get(verdict, 0) + 1
    taken = time.perf_counter() - start
    each = 1e6 * taken / count
    rows = [[f"{count:,}", f"{taken:.2f}", f"{each:.1f}", f"at most 100: {_met(each <= 100)}"]]
    _table("Verdicts", ["claims", "seconds", "microseconds each", "target"], rows)
    _say(", ".join(f"{number:,} {verdict}" for verdict, number in sorted(told.items())) + "\n")


# Output


def _met(met: bool) -> str:
    return "met" if met else "not met"


def _size(size: int | None) -> str:
    return "-" if size is None else f"{size / 1e6:.0f}"


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    last = len(heads) - 1
    _say(f"\n{title}\n")
    for row in (heads, ["-" * width for width in widths], *rows):
        cells = [
            cell.ljust(width) if column in (0, last) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        _say("  ".join(cells).rstrip())


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
