"""Inputs by chance for as long as one likes, each within ten seconds and half a gigabyte.

    python tests/fuzz/run.py --minutes 60

What goes wrong is said with the kind and the seed of its input, which `--only "KIND SEED"` makes again. The status is 1
where anything was found.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parents[1]
KINDS = ("resolution",) * 6 + ("spoilt",) * 4 + ("command",) * 4 + ("sheet",) * 2 + ("table",) * 2 + ("large",)

SECONDS = 120
"""After so long an input is ended: several commands, on a machine that has other things to do as well."""
MEMORY = 500_000_000


class Fault(NamedTuple):
    """An input by its kind and seed, and what it brought about."""

    job: str
    what: str


class Child:
    """A process that takes inputs, begun anew where it has ended."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fuzz.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (TESTS.parent, TESTS)))},
        )
        self.answers: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.jobs = 0
        self.memory = 0

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.answers.put(line)
        self.answers.put("")

    def ask(self, job: str, seconds: float) -> tuple[int, str]:
        """Return how many commands an input came through, and what it brought about, "" for nothing."""
        assert self.process.stdin is not None
        self.process.stdin.write(job + "\n")
        self.process.stdin.flush()
        self.jobs += 1
        try:
            line = self.answers.get(timeout=seconds)
        except queue.Empty:
            self.end()
            return 0, f"took more than {seconds:.0f} seconds"
        if not line:
            return 0, f"the process ended with {self.process.wait()}"
        answer = json.loads(line)
        grown, self.memory = answer.get("memory", 0), max(self.memory, answer.get("memory", 0))
        fault = answer["fault"] or (f"took {grown // 1_000_000} MB" if grown > MEMORY else "")
        return answer["calls"], fault

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        self.reader.join()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    @property
    def is_used_up(self) -> bool:
        """Whether the process has ended, or has kept so much that it is no measure any more."""
        return self.process.poll() is not None or self.jobs >= 150 or self.memory > MEMORY // 2


def run(jobs: Iterable[str], seconds: float = SECONDS) -> tuple[Counter[str], list[Fault]]:
    """Give each input to a process, and return the numbers of inputs and commands, and the faults."""
    counts: Counter[str] = Counter()
    faults: list[Fault] = []
    child = Child()
    try:
        for job in jobs:
            if child.is_used_up:
                child.end()
                child = Child()
            calls, fault = child.ask(job, seconds)
            if fault and "took" in fault and child.jobs > 1:  # perhaps by what was kept of inputs before it
                child.end()
                child = Child()
                calls, fault = child.ask(job, seconds)
            counts[job.partition(" ")[0]] += 1
            counts["commands"] += calls
            if fault:
                faults.append(Fault(job, fault))
                sys.stdout.write(f"--- {job}\n{fault}\n")
                sys.stdout.flush()
    finally:
        child.end()
    return counts, faults


def seeded(first: int, until: float) -> Iterable[str]:
    """Return inputs until the time is over, from a first seed on."""
    number = first
    while time.monotonic() < until:
        yield f"{KINDS[number % len(KINDS)]} {number}"
        number += 1


def main() -> int:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first; by default another each time")
    parser.add_argument("--only", help='one input, as in "resolution 17"')
    options = parser.parse_args()
    until = time.monotonic() + 60 * options.minutes
    counts, faults = run([options.only] if options.only else seeded(options.seed, until))
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    sys.stdout.write(f"{told}; {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
