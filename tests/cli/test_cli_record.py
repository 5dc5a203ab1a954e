"""`partykpi record`: readings into the user's own file, exactly, and never anything else."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from partykpi.parse import load
from partykpi.parse.edit.record import record
from partykpi.text import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
Run = Callable[..., Any]

FILE = """\
# the resolution
resolution: R     # its name
committee: C
term: 2020-2025
targets:
  admitted:
    indicator: party/members-admitted
    target: 700 members
    readings: {2021: 150, 2022: 80}   # two years
  review: {indicator: work/review-done, target: by 2023-06-30}
  coverage: {indicator: social/health-insurance, target: 96 %}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file to record readings in."""
    path = tmp_path / "r.yaml"
    path.write_bytes(FILE.encode())
    return path


def test_a_period_that_is_none_is_remedied_in_vietnamese_words(run: Run, file: Path) -> None:
    """In Vietnamese the remedy names periods as a Vietnamese file has them, whatever the keys of the file."""
    ran = run("record", file, "admitted", "9", "--on", "abc", "--lang", "vi")
    assert ran.status == 1
    assert "ghi `năm 2021`, `6 tháng đầu năm 2022`, `quý 3/2022`, `tháng 10/2022` hoặc `30/11/2022`" in ran.err
    assert run("record", file, "admitted", "9", "--on", "6 tháng đầu năm 2023").status == 0


def test_a_reading_is_shown_and_written(run: Run, file: Path) -> None:
    """The change is shown with line numbers, then written; nothing else of the file is touched."""
    ran = run("record", file, "admitted", " 90 members ", "--on", "2023")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        "    6     admitted:",
        "    9 -     readings: {2021: 150, 2022: 80}   # two years",
        "    9 +     readings: {2021: 150, 2022: 80, 2023: 90 members}   # two years",
        "   10     review: {indicator: work/review-done, target: by 2023-06-30}",
        f"1 reading recorded in {file}",
    ]
    assert file.read_text(encoding="utf-8") == FILE.replace("2022: 80}", "2022: 80, 2023: 90 members}")


def test_a_dry_run_writes_nothing(run: Run, file: Path) -> None:
    """The change is shown, and said to be none."""
    ran = run("record", file, "admitted", "90", "--on", "2023", "--dry-run")
    assert (ran.status, ran.err) == (0, "")
    assert "+     readings: {2021: 150, 2022: 80, 2023: 90}" in ran.out
    assert ran.out.endswith("1 reading to record; nothing is written\n")
    assert file.read_bytes() == FILE.encode()


def test_the_same_reading_again(run: Run, file: Path) -> None:
    """What is there already is said to be, and the file stays as it is, to the second."""
    before = file.stat().st_mtime_ns
    ran = run("record", file, "admitted", "80 members", "--on", "2022")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"nothing to record: {file} holds this reading already\n"
    assert file.stat().st_mtime_ns == before


def test_a_target_by_its_number_and_a_task_by_its_day(run: Run, file: Path) -> None:
    """A target can be named by its number in the report; a day of completion needs no period."""
    assert run("record", file, "2", "2023-05-04").status == 0
    assert "target: by 2023-06-30, actual: 2023-05-04}" in file.read_text(encoding="utf-8")


def test_a_figure_that_begins_with_a_minus(run: Run, tmp_path: Path) -> None:
    """Growth below zero is no option of the command line."""
    file = tmp_path / "g.yaml"
    text = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  g:\n    target: 5 %/year\n"
    file.write_text(text + "    indicator: {name: n, kind: rate, unit: '%', better: higher}\n", encoding="utf-8")
    assert run("record", file, "g", "-2.5 %", "--on", "2021").status == 0
    assert "      2021: -2.5 %\n" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("r.yaml", "admitted", "9.5", "--on", "2023"), 1, "command line:1:33: error[fractional-count]: 9.5 is"),
        (("r.yaml", "admitted", "9", "--on", "soon"), 1, "error[unparsable-period]: `soon` is not a period"),
        (("r.yaml", "admitted", "9", "--on", "2019"), 1, "error[reading-outside-term]: 2019 lies outside the time"),
        (("r.yaml", "admitted", "81", "--on", "2022"), 1, "error[reading-differs]: 2022 has another reading"),
        (("r.yaml", "admited", "9", "--on", "2023"), 2, "no target `admited`: did you mean `admitted`?"),
        (("r.yaml", "9", "9", "--on", "2023"), 2, "no target `9`"),
        (("r.yaml", "admitted", "9"), 2, "add the period of the figure, such as --on 2023"),
        (("r.yaml", "review", "60 %"), 2, "add the period of the figure"),
        (("r.yaml", "admitted"), 2, "nothing to record"),
        (("r.yaml", "admitted", " ", "--on", "2023"), 2, "nothing to record"),
        (("r.yaml",), 2, "nothing to record"),
        (("r.yaml", "admitted", "9", "--on", "2023", "--from", "a.xlsx"), 2, "leave TARGET, VALUE and --on out"),
        (("r.yaml", "--dryrun", "--from", "a.csv"), 2, "--dryrun"),
        (("r.yaml", "admitted", "--dryrun", "--on", "2023"), 2, "--dryrun"),
        (("r.yaml", "admitted", "9", "--dryrun", "--on", "2023"), 2, "--dryrun"),
        (("-", "admitted", "9", "--on", "2023"), 2, "the standard input (-) cannot be"),
        (("no.yaml", "admitted", "9", "--on", "2023"), 2, "there is no such file"),
        ((".", "admitted", "9", "--on", "2023"), 2, "it is a folder"),
        (("r.yaml", "--from", "no.xlsx"), 2, "there is no such file"),
        (("r.yaml", "--from", "r.yaml"), 1, "error[no-table]"),
        (("r.yaml", "--from", "."), 2, "it is a folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_refused(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """A sentence says what is wrong, and the file stays as it is."""
    monkeypatch.chdir(file.parent)
    ran = run("record", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert said in " ".join(ran.err.split())
    assert file.read_bytes() == FILE.encode()
    assert [path.name for path in file.parent.iterdir()] == ["r.yaml"]


def test_a_finding_shows_the_command_line(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The value that is wrong is marked where it was typed."""
    monkeypatch.chdir(file.parent)
    ran = run("record", "r.yaml", "admitted", "82.913 members", "--on", "2023")
    assert ran.err.splitlines()[1:3] == [
        "    1 | partykpi record r.yaml admitted '82.913 members' --on 2023",
        "      |                                 ^^^^^^^^^^^^^^^^",
    ]
    assert ran.err.endswith("nothing is recorded, and the file is as it was\n")


@pytest.mark.parametrize("wrong", ["targets: [", "note: x", "committee:", "\ttargets:"])
def test_a_file_with_errors_of_its_own(run: Run, file: Path, wrong: str) -> None:
    """They are shown, to be repaired first, and nothing is written."""
    text = FILE + wrong + "\n"
    file.write_text(text, encoding="utf-8")
    ran = run("record", file, "admitted", "90", "--on", "2023")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.endswith("nothing is recorded: the file has errors of its own, to be repaired first\n")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("\n", "\r\n"),
        "\ufeff" + FILE,
        FILE.removesuffix("\n"),
        FILE.replace("R     #", "Nghị quyết😀 #"),
        "\ufeff" + FILE.replace("R     #", "Nghi\u0323 quye\u0302\u0301t #").replace("\n", "\r\n") + "...\r\n",
    ],
    ids=["CRLF", "BOM", "no-last-line-end", "signs-beyond", "all"],
)
def test_the_bytes_of_a_file(run: Run, file: Path, text: str) -> None:
    """Ends of lines, the mark of the encoding, and accents of either form stay byte for byte."""
    file.write_bytes(text.encode())
    assert run("record", file, "admitted", "90", "--on", "2023").status == 0
    assert file.read_bytes() == text.replace("2022: 80}", "2022: 80, 2023: 90}").encode()


def test_permissions_and_links(run: Run, file: Path) -> None:
    """The file keeps its permissions; of a link, what it leads to is changed."""
    file.chmod(0o640)
    link = file.parent / "link.yaml"
    link.symlink_to(file)
    assert run("record", link, "admitted", "90", "--on", "2023").status == 0
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert b"2023: 90" in file.read_bytes()


def test_a_protected_file(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced by one that is, and neither is one in a folder that may not be."""
    for forbidden in (file, file.parent):
        monkeypatch.setattr(os, "access", lambda path, mode, no=forbidden: Path(path) != no or not mode & os.W_OK)
        ran = run("record", file, "admitted", "90", "--on", "2023")
        assert ran.status == 2
        assert ("is protected" if forbidden == file else "nothing can be written to the folder") in ran.err
        assert file.read_bytes() == FILE.encode()


def test_a_file_that_changes_in_the_meantime(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program has just written is not lost."""

    def slowly(*arguments: Any) -> Any:
        file.write_text(FILE + "# by somebody else\n", encoding="utf-8")
        return record(*arguments)

    monkeypatch.setattr("partykpi.cli.record.record", slowly)
    ran = run("record", file, "admitted", "90", "--on", "2023")
    assert ran.status == 2
    assert "was changed in the meantime" in ran.err
    assert file.read_text(encoding="utf-8") == FILE + "# by somebody else\n"


def test_a_disk_that_is_full(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written whole leaves the file as it was, and nothing beside it."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("record", file, "admitted", "90", "--on", "2023")
    assert ran.status == 2
    assert "cannot be written: the disk is full" in ran.err
    assert file.read_bytes() == FILE.encode()
    assert list(file.parent.iterdir()) == [file]


def test_an_interrupt(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, even in the midst of writing, leaves the file as it was."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    assert run("record", file, "admitted", "90", "--on", "2023").status == 130
    assert file.read_bytes() == FILE.encode()
    assert list(file.parent.iterdir()) == [file]


def test_readings_after_the_as_of_date(run: Run, file: Path) -> None:
    """Where the file looks at a day before, it is said that reports do not count the reading."""
    for as_of, expected in (("as_of: mid-term\n", True), ("as_of: 2023-12-31\n", False), ("", False)):
        file.write_text(as_of + FILE, encoding="utf-8")
        ran = run("record", file, "admitted", "90", "--on", "2023", "--dry-run")
        assert ("reports do not count what is later" in ran.out) is expected


def test_a_published_figure_that_would_be_wrong(run: Run, file: Path) -> None:
    """The claim is shown, and the sentence says what speaks against the reading."""
    file.write_text(FILE.replace("   # two years", "\n    reported: 32.86%"), encoding="utf-8")  # 230 of 700
    ran = run("record", file, "admitted", "90", "--on", "2023")
    assert ran.status == 1
    assert "r.yaml:10:15: error[claim-inconsistent]" in ran.err
    assert "with it, a published figure of the file would no longer be true" in ran.err


def test_in_vietnamese(run: Run, tmp_path: Path) -> None:
    """A Vietnamese file gets Vietnamese words, and its user Vietnamese sentences."""
    file = tmp_path / "nghi-quyet.yaml"
    text = "nghị quyết: Nghị quyết\nđảng bộ: Đảng bộ\nnhiệm kỳ: 2020-2025\ncách viết số: vi\nchỉ tiêu:\n  kết-nạp:\n"
    file.write_text(text + "    chỉ số: party/members-admitted\n    chỉ tiêu: 700 đảng viên\n", encoding="utf-8")
    ran = run("record", file, "kết-nạp", "1.150 đảng viên", "--on", "quý 3/2023", "--lang", "vi")
    assert (ran.status, ran.err) == (0, "")
    assert file.read_text(encoding="utf-8").endswith("    số liệu:\n      quý 3/2023: 1.150 đảng viên\n")
    assert ran.out.endswith(f"Đã ghi 01 số liệu vào {file}\n")
    ran = run("record", file, "kết-nạp", "1.5 đảng viên", "--on", "2024", "--lang", "vi")
    assert ran.status == 1
    assert ": lỗi[number-style]: `1.5` không đúng cách viết số `cách viết số: vi`" in ran.err


# From a sheet


def filled(sheet: Path, *, percent: bool = False) -> dict[tuple[str, str], Fraction]:
    """Fill in the open cells of a sheet, each with another figure, and return them."""
    book = load_workbook(sheet)
    table = book.worksheets[0]
    expected: dict[tuple[str, str], Fraction] = {}
    for number_of_row, row in enumerate(table.iter_rows(min_row=7), 7):
        id, unit = row[2].value, row[3].value
        for column, cell in enumerate(row[5:-1], 6):
            if cell.protection.locked:
                continue
            number: float = number_of_row * 10 + column
            scale = 1
            if unit in ("rank", "hạng"):
                number = 1 + number % 3
            elif unit in ("day done, or %", "ngày hoàn thành hoặc %"):
                number = number % 100
            elif unit == "%":
                number = number / (1000 if percent else 10)
                if percent:
                    cell.number_format = "0.00%"
                    scale = 100
            cell.value = number
            expected[str(id), str(table.cell(6, column).value)] = Fraction(str(number)) * scale
    book.save(sheet)
    return expected


def headings(lang: Language, period: Any) -> str:
    """Return what the heading of a period is."""
    if period.text.isdigit():
        return str(period.text)
    name = str(period.name[lang])
    return name[:1].upper() + name[1:]


def without_claims(text: str) -> str:
    """Return a resolution without its published figures, which the readings of these tests would make wrong."""
    lines, skipped = [], None
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if skipped is not None and (indent > skipped or not line.strip()):
            continue
        skipped = indent if line.lstrip().startswith(("reported:", "công bố:")) else None
        if skipped is None:
            lines.append(line)
    return "".join(lines)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("percent", [False, True], ids=["plain", "percent"])
def test_from_template_to_record(run: Run, tmp_path: Path, example: Path, lang: Language, percent: bool) -> None:
    """Of every example: what is filled into its sheet is what its readings then say, and the file is well."""
    file, sheet = tmp_path / example.name, tmp_path / "actuals.xlsx"
    before = without_claims(example.read_text(encoding="utf-8"))
    file.write_text(before, encoding="utf-8")
    assert run("template", file, "-o", sheet, "--as-of", "2025-12-31", "--lang", lang).status == 0
    if not sheet.exists():
        return
    expected = filled(sheet, percent=percent)
    assert expected
    ran = run("record", file, "--from", sheet, "--lang", "en")
    assert (ran.status, "error[" in ran.err) == (0, False)
    assert f"{len(expected)} readings recorded" in ran.out or len(expected) == 1
    resolution, findings = load(file)
    assert resolution is not None
    assert [one for one in findings if one.severity == "error"] == []
    old, _ = load(ROOT / "examples" / example.name)
    assert old is not None
    known = {(target.id, one.period) for target in old.targets for one in target.readings}
    new = {
        (target.id, headings(lang, one.period)): one.figure.exact / (10**6 if one.text.endswith("million VND") else 1)
        for target in resolution.targets
        for one in target.readings
        if one.period is not None and one.figure is not None and one.figure.exact is not None
        if (target.id, one.period) not in known
    }
    assert new == expected
    changes = list(unified_diff(before.splitlines(), file.read_text(encoding="utf-8").splitlines(), n=0))[2:]
    assert all("readings: {" in line for line in changes if line.startswith("-"))
    assert run("check", file).status == 0
    again = run("record", file, "--from", sheet, "--lang", "en")
    assert (again.status, again.err) == (0, "")
    assert again.out.startswith("nothing to record: ")
    ran = run("template", file, "-o", sheet, "--as-of", "2025-12-31", "--lang", "en", "--force")
    assert ran.out.startswith("No reading is missing")


def saved(path: Path, *rows: list[Any]) -> Path:
    """Write a workbook of those rows."""
    book = Workbook()
    book.worksheets[0].title = "Số liệu"
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_finding_names_sheet_and_cell(run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is wrong with a sheet is shown together, each with its cell, and nothing is recorded."""
    monkeypatch.chdir(tmp_path)
    saved(
        Path("actuals.xlsx"),
        ["Target id", "Unit", 2021, 2022, 2023, 2024],
        ["admitted", "members", 151, 80, 90.5, 12],
        ["coverage", "%", None, None, date(2023, 3, 4), "many"],
        ["nobody", "%", 5],
    )
    ran = run("record", "r.yaml", "--from", "actuals.xlsx")
    assert ran.status == 1
    assert [line.partition("]:")[0] for line in ran.err.splitlines() if "error[" in line] == [
        "actuals.xlsx:Số liệu!E3: error[unusable-cell",
        "actuals.xlsx:Số liệu!A4: error[unknown-target",
        "actuals.xlsx:Số liệu!C2: error[reading-differs",
        "actuals.xlsx:Số liệu!E2: error[fractional-count",
        "actuals.xlsx:Số liệu!F3: error[unparsable-figure",
    ]
    assert "   E2 | admitted, 2023: 90.5\n      |                 ^^^^" in ran.err
    assert file.read_bytes() == FILE.encode()


def test_from_a_csv_file(run: Run, file: Path, tmp_path: Path) -> None:
    """A CSV file does as well, also through the standard input."""
    table = b"id;2021;2023\nadmitted;150;90\ncoverage;95.5 %;\n"
    (tmp_path / "a.csv").write_bytes(table)
    ran = run("record", file, "--from", tmp_path / "a.csv", "--dry-run")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("2 readings to record; nothing is written\n")
    ran = run("record", file, "--from", "-", stdin=table)
    assert (ran.status, ran.err) == (0, "")
    text = file.read_text(encoding="utf-8")
    assert "{2021: 150, 2022: 80, 2023: 90}" in text
    assert "target: 96 %, readings: {2021: 95.5 %}}" in text


def test_an_empty_sheet(run: Run, file: Path, tmp_path: Path) -> None:
    """A sheet that nobody has filled in is nothing to record."""
    (tmp_path / "a.csv").write_bytes(b"id;2023\nadmitted;\n")
    ran = run("record", file, "--from", tmp_path / "a.csv")
    assert (ran.status, ran.out) == (0, "nothing to record: no figure is filled in\n")


def test_through_libreoffice(run: Run, file: Path, tmp_path: Path, soffice: Callable[..., Path]) -> None:
    """A sheet that another program has opened and saved, as a workbook or as CSV, says the same."""
    sheet = tmp_path / "actuals.xlsx"
    assert run("template", file, "-o", sheet, "--as-of", "2023").status == 0
    expected = filled(sheet, percent=True)
    table = soffice(sheet, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false")
    again = soffice(sheet, "xlsx")
    for given in (again, table):
        file.write_bytes(FILE.encode())
        ran = run("record", file, "--from", given)
        assert (ran.status, ran.err) == (0, "")
        resolution, _ = load(file)
        assert resolution is not None
        read = {
            (target.id, one.period.text): one.figure.exact
            for target in resolution.targets
            for one in target.readings
            if one.period is not None and one.figure is not None and one.text not in ("150", "80")
        }
        assert read == expected


def test_the_program_as_it_is_called(file: Path) -> None:
    """In a process of its own: no traceback, whatever is given."""
    for arguments in (["admitted"], ["admitted", "\udce9", "--on", "2023"], ["--from", str(file)]):
        ran = subprocess.run(
            [sys.executable, "-m", "partykpi", "record", str(file), *arguments], capture_output=True, check=False
        )
        assert b"Traceback" not in ran.stderr
        assert ran.returncode in (1, 2)
    assert file.read_bytes() == FILE.encode()


def test_the_target_is_completed(file: Path) -> None:
    """A shell offers the ids of the file's targets."""
    line = f"partykpi record {file} adm"
    answer = subprocess.run(
        [sys.executable, "-m", "partykpi"],
        env={**os.environ, "_PARTYKPI_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": "3"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert answer.stdout == "plain,admitted\n"


@pytest.mark.parametrize(
    ("language", "options", "told"),
    [
        ("en", ["--dry-run"], "2 readings to record, with 2 warnings to look at; nothing is written\n"),
        ("vi", ["--dry-run"], "Có 02 số liệu cần ghi (có 02 cảnh báo, cần kiểm tra lại); chưa ghi vào tệp\n"),
        ("en", [], "2 readings recorded in {file}, with 2 warnings to look at\n"),
        ("vi", [], "Đã ghi 02 số liệu vào {file} (có 02 cảnh báo, cần kiểm tra lại)\n"),
    ],
)
def test_what_warnings_speak_against_is_not_recorded_without_a_word(
    run: Run, file: Path, language: Language, options: list[str], told: str
) -> None:
    """A fraction for a percentage, and 100 000 times too many: the last line says that there are warnings."""
    sheet = file.with_name("s.csv")
    sheet.write_text("id;2023\ncoverage;0.94\nadmitted;70000000\n", encoding="utf-8")
    ran = run("record", file, "--from", sheet, "--lang", language, *options)
    assert ran.status == 0
    assert ran.err.count("[unlikely-size]") == 2
    assert ran.out.endswith(told.format(file=file))
