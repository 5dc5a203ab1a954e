"""Which module knows which, and what the program loads before it has anything to say."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parent.parent / "partykpi"

# cli → parse, render → core → text, problem: what the modules of each part may import of partykpi.
MAY: dict[str, set[str]] = {
    "text": set(),
    "registry": set(),
    "problem": {"text"},
    "findings": {"text", "problem"},
    "core": {"core", "registry", "text", "problem", "findings"},
    "parse": {"parse", "core", "text", "problem", "findings"},
    "render": {"render", "registry", "core", "text", "problem", "findings", "__version__"},
    "cli": {"cli", "parse", "render", "core", "text", "problem", "findings", "__version__"},
    "__init__": {"parse", "core"},
    "__main__": {"cli"},
}

# The only parts that may import what is not in the standard library.
KNOW: dict[str, tuple[str, ...]] = {
    "yaml": ("parse/yaml/source.py",),
    "pint": ("parse/text/units.py",),
    "click": ("cli/",),
    "docx": ("render/report/docx/document.py",),
    "jinja2": ("render/report/html/",),
    "markupsafe": ("render/report/html/",),
    "plotille": ("render/picture/chart.py",),
    "rich": ("render/",),
    "tabulate": ("render/",),
    "xlsxwriter": ("render/report/xlsx/",),
}


def part(path: Path) -> str:
    """Return the part of the package that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Return every module that a module imports, at its top or within, for types or for use."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_modules_know_only_what_lies_below_them(path: Path) -> None:
    """The parts are layers; `parse` and `render` do not know each other, and only one module knows the YAML library."""
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "partykpi":
            assert rest.partition(".")[0] in MAY[part(path)], name
        elif top not in sys.stdlib_module_names:
            inside = str(path.relative_to(PACKAGE)).replace(os.sep, "/")
            assert inside.startswith(KNOW.get(top, ())), name


def test_every_package_is_installed() -> None:
    """A folder of modules that the set-up does not name would be missing wherever partykpi is not run from here."""
    setup = ConfigParser()
    setup.read(PACKAGE.parent / "setup.cfg", encoding="utf-8")
    folders = {".".join(file.parent.relative_to(PACKAGE.parent).parts) for file in PACKAGE.rglob("*.py")}
    assert set(setup["options"]["packages"].split()) == folders | {"partykpi.indicators"}


def test_the_core_is_pure() -> None:
    """The arithmetic has no files, no clock, no randomness, no environment and no floating point of its own."""
    banned = {"os", "sys", "pathlib", "io", "time", "random", "locale", "subprocess", "json"}
    for path in sorted((PACKAGE / "core").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not {name.partition(".")[0] for name in imports(path)} & banned, path
        for node in ast.walk(tree):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"float", "open", "print"}, path
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"today", "now"}, path


TWELVE = "resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: 2024\ntargets:\n" + "".join(
    f"  t{number}:\n    indicator: {indicator}\n    target: {goal}\n    readings: {{2021: {a}, 2022: {b}, 2023: {b}}}\n"
    for number, (indicator, goal, a, b) in enumerate(
        [
            ("party/members-admitted", "700 members", "150", "160"),
            ("party/members", "260 members", "240", "250"),
            ("labour/jobs-created", "16 thousand jobs/year", "16_000", "15_000"),
            ("social/poverty-reduction", "1.5..2 %/year", "1.7", "1.8"),
            ("social/poverty-rate", '"<= 1 %"', "5 %", "3 %"),
            ("social/merit-households", "99 %", "97/100", "98/100"),
        ]
        * 2
    )
)

Loaded = Callable[..., set[str]]

# The program as it is called, which writes down the modules that it has loaded when it ends.
PROGRAM = """\
import os, sys
leave = os._exit
names, sys.argv = sys.argv[1], ["partykpi", *sys.argv[2:]]
def write_down(status, names=names):
    sys.stdout.flush()
    with open(names, "w") as file:
        file.write("\\n".join(sorted(sys.modules)))
    leave(status)
os._exit = write_down
from partykpi.__main__ import main
main()
"""

DOCUMENTS = {"openpyxl", "xlsxwriter", "docx", "jinja2"}
HEAVY = {
    "pint",
    "plotille",
    "tabulate",
    "rich",
    "hypothesis",
    "jsonschema",
    "difflib",
    "concurrent",
    "multiprocessing",
} | DOCUMENTS


@pytest.fixture
def loaded(tmp_path: Path, terminal: Callable[..., Any]) -> Loaded:
    """Return the function that returns the top names of the modules that the program has loaded at its end.

    It runs in a pipe, or at a terminal.
    """
    names = tmp_path / "modules"

    def call(*arguments: str, at_terminal: bool = False) -> set[str]:
        command = [sys.executable, "-c", PROGRAM, str(names), *arguments]
        env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        env.pop("NO_COLOR", None)
        if at_terminal:
            assert terminal(command, env).out
        else:
            done = subprocess.run(command, capture_output=True, env=env, check=False)
            assert b"fault" not in done.stderr
            assert done.stdout
        modules = names.read_text().split()
        return {name.partition(".")[0] for name in modules} | {name for name in modules if name.startswith("partykpi")}

    return call


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return the name of a file of 12 targets that nothing is wrong with."""
    path = tmp_path / "twelve.yaml"
    path.write_text(TWELVE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("at_terminal", [False, True], ids=["piped", "terminal"])
def test_a_report_loads_little(loaded: Loaded, file: str, at_terminal: bool) -> None:
    """A report loads rich at a terminal, for its colours, and nothing else that takes long, in a pipe not even that."""
    modules = loaded("report", file, at_terminal=at_terminal)
    assert "partykpi.core.report" in modules
    assert modules & HEAVY == ({"rich"} if at_terminal else set())


@pytest.mark.parametrize("at_terminal", [False, True], ids=["piped", "terminal"])
def test_a_check_loads_less(loaded: Loaded, file: str, at_terminal: bool) -> None:
    """A check that finds nothing loads no rich and no report either."""
    modules = loaded("check", file, at_terminal=at_terminal)
    assert modules & HEAVY == set()
    assert not any(name.startswith("partykpi.render.report") for name in modules)


def test_a_check_with_findings_loads_no_more_in_a_pipe(loaded: Loaded, file: str) -> None:
    """What is written to a file or a pipe is drawn by no library."""
    Path(file).write_text(TWELVE.replace("700 members", "700 jobs"), encoding="utf-8")
    assert loaded("check", file) & HEAVY == set()


def test_a_comparison_loads_no_more_in_a_pipe(loaded: Loaded, file: str) -> None:
    """The table of what moved between two dates needs rich at a terminal alone."""
    dates = ["--from", "2021-12-31", "--to", "2024-12-31"]
    assert loaded("compare", file, *dates) & HEAVY == set()
    assert loaded("compare", file, *dates, at_terminal=True) & HEAVY == {"rich"}
    assert loaded("compare", file, *dates, "--format", "json", at_terminal=True) & HEAVY == set()


def test_solving_loads_no_more_in_a_pipe(loaded: Loaded) -> None:
    """The table of the ways to read a published figure needs rich at a terminal alone."""
    arguments = ["solve", "--actual", "48", "--reported", "117%"]
    assert loaded(*arguments) & HEAVY == set()
    assert loaded(*arguments, at_terminal=True) & HEAVY == {"rich"}


@pytest.mark.parametrize("name", ["plain", "md"])
def test_a_plain_report_loads_tabulate(loaded: Loaded, file: str, name: str) -> None:
    """The plain format and Markdown are tabulate's, and need nothing else."""
    assert loaded("report", file, "--format", name) & HEAVY == {"tabulate"}


@pytest.mark.parametrize("arguments", [["json"], ["csv"], ["csv", "--long"]], ids=" ".join)
def test_a_report_for_machines_loads_no_tables(loaded: Loaded, file: str, arguments: list[str]) -> None:
    """The JSON form and comma-separated values need neither rich nor tabulate."""
    assert loaded("report", file, "--format", *arguments) & HEAVY == set()


def test_a_web_page_loads_its_templates_alone(loaded: Loaded, file: str) -> None:
    """A page needs Jinja2, and nothing that draws at a terminal or writes other documents."""
    modules = loaded("report", file, "--format", "html")
    assert "jinja2" in modules
    assert modules & {"rich", "tabulate", "plotille", "pint", "docx", "openpyxl", "xlsxwriter"} == set()


def test_a_sheet_to_fill_in_loads_its_writer_alone(loaded: Loaded, tmp_path: Path, file: str) -> None:
    """A workbook is written by XlsxWriter and nothing else; the help needs not even that."""
    assert loaded("template", file, "--output", str(tmp_path / "a.xlsx")) & HEAVY == {"xlsxwriter"}
    assert loaded("template", "--help") & HEAVY == set()


def test_units_that_differ_load_pint(loaded: Loaded, file: str) -> None:
    """Square kilometres to hectares are pint's work."""
    Path(file).write_text(
        "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  t:\n    target: 3 km2\n"
        "    indicator: {name: n, kind: total, unit: ha, better: higher}\n    actual: 120 ha\n"
    )
    assert "pint" in loaded("report", file)


def test_recording_a_reading_loads_no_workbook(tmp_path: Path, loaded: Loaded, file: str) -> None:
    """A reading from the command line or from CSV needs nothing that opens workbooks."""
    table = tmp_path / "a.csv"
    table.write_text("id;2024\nt0;9\n", encoding="utf-8")
    for given in (("t0", "9", "--on", "2024"), ("--from", str(table))):
        modules = loaded("record", file, *given, "--dry-run")
        assert "partykpi.parse.edit.record" in modules
        assert modules & HEAVY == set()


def test_help_loads_no_arithmetic(loaded: Loaded) -> None:
    """To list the commands nothing is loaded but what they are called."""
    modules = loaded("--version")
    assert modules & (HEAVY | {"yaml", "fractions"}) == set()
