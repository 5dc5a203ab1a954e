"""Nothing of a file is more than text where it is shown: on a terminal, in a log, a browser, a document, a shell."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from partykpi.render import findings as finding_formats
from partykpi.render import report as report_formats
from partykpi.text import LANGUAGES, STEERING, Language

Run = Callable[..., Any]

PACKAGE = Path(__file__).parent.parent / "partykpi"

# As YAML writes them: a window's name, a colour, the screen cleared in both ways, a line begun anew, the direction of
# writing turned, what is not seen, an end of a line, what is no character, and letters that only a machine reads.
ESCAPES = (
    r"\e]0;X\a\e[31m\r\x9b2J\b\x7f\u202e\u2066\u061c\u200e\u200b\u200d\xad\ufeff\u2060\ufff9\L\P\ufffe\uffff\ufdd0"
    r"\U000e0041\U0001fffe\n\0"
)

WRITTEN = (
    "\x1b]0;X\a\x1b[31m\r\x9b2J\b\x7f\u202e\u2066\u061c\u200e\u200b\u200d\xad\ufeff\u2060\ufff9\u2028\u2029\ufffe\uffff\ufdd0"
    "\U000e0041\U0001fffe\n\0"
)

FILE = f"""\
resolution: {{en: "Resolution{ESCAPES}", vi: "Nghị quyết{ESCAPES}"}}
committee: {{en: "Committee{ESCAPES}", vi: "Đảng bộ{ESCAPES}"}}
term: 2020-2025
as_of: 2023-12-31
source: {{title: "Source{ESCAPES}", url: "https://example.org/{ESCAPES}"}}
document:
  issuer: "Issuer{ESCAPES}"
  superior: "Superior{ESCAPES}"
  number: "12{ESCAPES}"
  place: "Place{ESCAPES}"
  signatory: {{authority: "For{ESCAPES}", role: "Role{ESCAPES}", name: "Name{ESCAPES}"}}
  recipients: ["Recipient{ESCAPES}"]
units:
  crate: {{en: [crate, "crates{ESCAPES}"], vi: "sọt{ESCAPES}"}}
targets:
  "a{ESCAPES}":
    indicator: party/members-admitted
    name: {{en: "Admitted{ESCAPES}", vi: "Kết nạp{ESCAPES}"}}
    owner: "Owner{ESCAPES}"
    note: "Note{ESCAPES}"
    target: 700 members
    amended: [{{on: 2022-01-01, target: 600 members, reason: "Reason{ESCAPES}"}}]
    readings: {{2021: 150, 2022: 160}}
    reported: [{{figure: 99%, acknowledged: "Known{ESCAPES}"}}]
  "b{ESCAPES}":
    indicator:
      name: "Named{ESCAPES}"
      definition: "Defined{ESCAPES}"
      source: "Taken{ESCAPES}"
      kind: grade
      better: higher
      grades: ["good{ESCAPES}", "done{ESCAPES}"]
    target: "good{ESCAPES}"
    readings: {{2021: "good{ESCAPES}", 2022: "done{ESCAPES}"}}
  "c{ESCAPES}":
    indicator: {{name: "Crates{ESCAPES}", kind: total, unit: crate, better: higher}}
    target: 10
    readings: {{2021: 3, 2022: 4}}
"""

WRONG = f"""\
resolution: Resolution
committee: "Committee
term: "20{ESCAPES}"
as_of: "{ESCAPES}x"
"key{ESCAPES}": "value{ESCAPES}"
targets:
  "a{ESCAPES}":
    indicator: "party/{ESCAPES}"
    target: "7{ESCAPES}"
    kind: "kind{ESCAPES}"
    "no key{ESCAPES}": 1
    readings: {{"2{ESCAPES}": "3{ESCAPES}"}}
  b:
    indicator: party/members-admitted
    target: "700 {ESCAPES}s"
    actual: "547{ESCAPES}"
    reported: "{ESCAPES}%"
""".replace('"Committee', '"Committee"')

CATALOGUE = f"""\
field: {{en: "Field{ESCAPES}", vi: "Lĩnh vực{ESCAPES}"}}
indicators:
  "one{ESCAPES}":
    name: {{en: "One{ESCAPES}", vi: "Một{ESCAPES}"}}
    definition: "Defined{ESCAPES}"
    source: "Taken{ESCAPES}"
    kind: total
    unit: members
    better: higher
"""

# What a text of a terminal, and of nearly every file, holds besides: the end of a line.
LINES = "\n"


def steering(text: str, allowed: str = LINES) -> set[str]:
    """Return what in a text steers what shows it."""
    return set(re.findall(STEERING, text)) - set(allowed)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands are called in, which holds the files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f.yaml").write_text(FILE, encoding="utf-8")
    (tmp_path / NAME).write_text(WRONG, encoding="utf-8")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "field.yaml").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


# A name that a file can have on every system.
NAME = "w\u202e\u061c\u200b\x9b2J.yaml"


def shown(run: Run, *arguments: str, language: Language | None = None) -> str:
    """Return all that a command shows."""
    ran = run(*arguments, *(["--lang", language] if language else []))
    return f"{ran.out}{ran.err}"


def test_the_file_says_all_this(folder: Path, run: Run) -> None:
    """The file is well but for the letters that steer, so that they come as far as to what shows them."""
    assert run("check", "f.yaml").status == 0
    assert run("check", NAME).status == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", ["", "30", "200"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "f.yaml"),
        ("report", "f.yaml", "--wide", "--columns", "+owner,+note,+baseline"),
        ("report", "f.yaml", "--group-by", "owner"),
        ("report", "f.yaml", "f.yaml"),
        ("explain", "f.yaml", "1"),
        ("explain", "f.yaml", "2"),
        ("explain", "f.yaml", "3"),
        ("explain", "f.yaml", "none\x1b[31m\u202e"),
        ("chart", "f.yaml"),
        ("compare", "f.yaml", "--from", "2022-12-31", "--to", "2023-12-31"),
        ("compare", "f.yaml", "f.yaml"),
        ("check", "f.yaml"),
        ("check", NAME),
        ("report", NAME),
        ("report", "none\x1b[31m\u202e.yaml"),
        ("report", "--\x1b[31m\u202e"),
        ("\x1b[31m\u202e",),
        ("report", "f.yaml", "f\x1b[31m\u202e", "--as-of", "\x1b[31m\u202e"),
        ("report", "f.yaml", "--columns", "\x1b[31m\u202e"),
        ("report", "f.yaml", "--catalogue", "\x1b[31m\u202e"),
        ("record", "f.yaml", "1", "50", "--on", "2023", "--dry-run"),
        ("record", "f.yaml", "1", "5\x1b[31m\u202e", "--on", "2023", "--dry-run"),
        ("record", "f.yaml", "1", "50", "--on", "20\x1b[31m\u202e"),
        ("record", "f.yaml", "--from", NAME),
        ("template", "f.yaml", "-o", "\x1b\u202e.xlsx"),
        ("indicators", "--catalogue", "catalogue"),
        ("indicators", "--catalogue", "catalogue", "one"),
        ("indicators", "--catalogue", "catalogue", "field/one" + WRITTEN),
        ("indicators", "--catalogue", "catalogue", "--format", "json"),
        ("compare", "f.yaml", "--from", "2022-12-31", "--to", "2023-12-31", "--format", "json"),
        ("report", "f.yaml", "--format", "json"),
        ("indicators", "--catalogue", "catalogue", "o\x1b[31m\u202e"),
        ("findings", "\x1b[31m\u202e"),
        ("solve", "--actual", "\x1b[31m\u202e", "--target", "7"),
        ("new", "--yes", "-o", "\x1b\u202e.yaml", "--committee", "x\x1b[31m\u202e"),
    ],
)
def test_a_terminal_is_shown_text(
    arguments: tuple[str, ...],
    columns: str,
    language: Language,
    folder: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every command, at every width and in both languages, steers no terminal, whatever it is given."""
    monkeypatch.setenv("COLUMNS", columns)
    text = shown(run, *arguments, language=language)
    assert text.strip()
    assert steering(text) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_name", finding_formats.names())
def test_findings_are_text_in_every_format(format_name: str, language: Language, folder: Path, run: Run) -> None:
    """The names of files and what they say are text to a person, to GitHub, and to a service that gathers them."""
    for file in ("f.yaml", NAME, "none\u202e.yaml"):
        text = shown(run, "check", file, "--format", format_name, language=language)
        assert text.strip()
        assert steering(text) == set()


def texts_of(name: str, data: bytes) -> Iterator[str]:
    """Return the texts of a document, each part by itself."""
    if name not in ("docx", "xlsx"):
        yield data.decode("utf-8-sig")
        return
    with ZipFile(BytesIO(data)) as archive:
        for part in archive.namelist():
            yield part
            for element in ElementTree.fromstring(archive.read(part)).iter():
                yield from (element.text or "", element.tail or "", *element.attrib.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_name", sorted({*report_formats.names()} - {"table"}))
def test_documents_hold_text(format_name: str, language: Language, folder: Path, run: Run) -> None:
    """What is written for a browser, an office program or another program to read holds nothing that steers these."""
    options = [["--columns", "+owner,+note"], ["--group-by", "owner"]] if format_name != "json" else [[]]
    if format_name == "csv":
        options.append(["--long"])
    if format_name == "docx":
        options += [["--profile", profile] for profile in ("party", "state", "plain")]
    for more in options:
        out = folder / "out"
        ran = run("report", "f.yaml", "--format", format_name, "-o", out, "--force", "--lang", language, *more)
        assert ran.status == 0, ran.err
        for text in texts_of(format_name, out.read_bytes()):
            assert steering(text, "\r\n" if format_name == "csv" else LINES) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_holds_text(language: Language, folder: Path, run: Run) -> None:
    """The sheet to be filled in is read again by a program that takes each cell for what it is."""
    assert run("template", "f.yaml", "-o", "t.xlsx", "--lang", language).status == 0
    for text in texts_of("xlsx", (folder / "t.xlsx").read_bytes()):
        assert steering(text) == set()


def calls(path: Path) -> Iterator[str]:
    """Return what a module calls, by its last names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize(
    ("function", "modules"),
    [
        ("json.dumps", {"render/text/machine.py"}),
        ("csv.writer", {"render/report/csv.py"}),
        ("CompletionItem", {"cli/_completion.py", "cli/_words.py", "cli/findings.py"}),
        ("error.show", {"cli/_show.py"}),
    ],
)
def test_there_is_one_way_out(function: str, modules: set[str]) -> None:
    """What goes to a program, a shell or the user in its own form goes through the place that knows it."""
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if function in set(calls(path))}
    assert found == modules
