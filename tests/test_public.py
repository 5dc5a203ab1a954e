"""The public names of the package: each can be called at any time, whatever ran in the process before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import partykpi

EXAMPLE = Path(__file__).parent.parent / "examples" / "agencies-enterprises-bloc-2020-2025.yaml"

# Every public name is called twice before and twice after commands have run, which load nearly all modules.
CALLED = """
import contextlib, io, sys
from datetime import date
import partykpi

def called():
    loaded = partykpi.load(sys.argv[1])
    report = partykpi.assess(loaded.resolution, date(2023, 12, 31))
    return {
        "__version__": partykpi.__version__,
        "load": (len(loaded.resolution.targets), len(loaded.findings)),
        "assess": [assessment.status for assessment in report.assessments],
    }

def command(*arguments):
    from partykpi import cli
    sys.argv[1:] = arguments
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return cli.run()

file = sys.argv[1]
before = [called(), called()]
assert command("check", file) == command("report", file) == command("explain", file, "1") == 0
sys.argv[1:] = [file]
after = [called(), called()]
assert sorted(before[0]) == sorted(partykpi.__all__), "a public name is not called here"
assert before[0]["load"][0] == len(before[0]["assess"]) > 0
assert before[0] == before[1] == after[0] == after[1], (before, after)
"""


def test_every_public_name_is_callable_for_ever() -> None:
    """Called twice, before and after commands in one process, each public name does the same."""
    done = subprocess.run([sys.executable, "-c", CALLED, str(EXAMPLE)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_public_name_is_that_of_a_module() -> None:
    """A module that is imported takes its name in the package, and would take the place of a function of that name."""
    package = Path(partykpi.__file__).parent
    modules = {path.stem for path in package.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert {"cli", "core", "parse", "problem"} <= modules
    assert not modules & set(partykpi.__all__)
    assert all(hasattr(partykpi, name) for name in partykpi.__all__)
