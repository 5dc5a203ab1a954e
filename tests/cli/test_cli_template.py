"""`partykpi template`: the sheet it writes, and everything that it must not do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., Any]

FILE = """\
resolution: R
committee: C
term: 2020-2025
targets:
  admitted: {indicator: party/members-admitted, target: 700 members, readings: {2021: 150}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that lacks readings."""
    path = tmp_path / "r.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def headings(sheet: Path) -> list[Any]:
    """Return the headings of a sheet that are periods."""
    return [cell.value for cell in load_workbook(sheet).worksheets[0][6]][5:-1]


def test_a_sheet_is_written_and_said_how_to_go_on(run: Run, file: Path, tmp_path: Path) -> None:
    """It asks for the periods over by the day, and the command that reads it back is named."""
    sheet = tmp_path / "actuals.xlsx"
    ran = run("template", file, "-o", sheet, "--as-of", "2023-06")
    assert (ran.status, ran.err) == (0, "")
    assert "3 readings are missing up to 30 June 2023" in ran.out
    assert f"partykpi record {file} --from {sheet}" in ran.out
    assert headings(sheet) == ["2020-H2", 2021, 2022, "2023-H1"]
    assert run("template", file, "-o", sheet, "--as-of", "2023-06").status == 2


def test_the_day(run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--as-of`, else the as-of date of the file, else today, whatever readings there are."""
    sheet = tmp_path / "a.xlsx"
    assert run("template", file, "-o", sheet).status == 0
    assert headings(sheet) == ["2020-H2", 2021, 2022, 2023, 2024, "2025-H1"]  # the term is over
    file.write_text(FILE.replace("targets:", "as_of: mid-term\ntargets:"), encoding="utf-8")
    assert run("template", file, "-o", sheet, "--force").status == 0
    assert headings(sheet) == ["2020-H2", 2021, 2022]
    assert run("template", file, "-o", sheet, "--force", "--as-of", "end").status == 0
    assert headings(sheet) == ["2020-H2", 2021, 2022, 2023, 2024, "2025-H1"]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_example(run: Run, tmp_path: Path, example: Path, lang: str) -> None:
    """Each example gets a sheet, or is said to lack nothing."""
    sheet = tmp_path / "a.xlsx"
    ran = run("template", example, "-o", sheet, "--as-of", "2025-12-31", "--lang", lang)
    assert (ran.status, ran.err) == (0, "")
    assert sheet.exists() or "Nothing is written" in ran.out or "Không tạo tệp" in ran.out


def test_the_same_bytes_at_any_time(run: Run, file: Path, tmp_path: Path) -> None:
    """Two runs write the same file."""
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for sheet in (first, second):
        assert run("template", file, "-o", sheet, "--as-of", "2024").status == 0
    assert first.read_bytes() == second.read_bytes()


def test_nothing_missing(run: Run, file: Path, tmp_path: Path) -> None:
    """Where no reading is missing no sheet is written."""
    ran = run("template", file, "-o", tmp_path / "a.xlsx", "--as-of", "2020-07-15")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("No reading is missing up to 15 July 2020")
    assert not (tmp_path / "a.xlsx").exists()


def test_nothing_is_overwritten_unasked(run: Run, file: Path, tmp_path: Path) -> None:
    """What exists stays, without `--force`; the resolution itself stays in any case."""
    sheet, link = tmp_path / "a.xlsx", tmp_path / "link.xlsx"
    sheet.write_text("mine", encoding="utf-8")
    ran = run("template", file, "-o", sheet)
    assert (ran.status, sheet.read_text(encoding="utf-8")) == (2, "mine")
    assert "exists already" in ran.err
    link.symlink_to(file)
    assert run("template", file, "-o", link, "--force").status == 2
    assert file.read_text(encoding="utf-8") == FILE
    assert run("template", file, "-o", sheet, "--force").status == 0
    assert headings(sheet)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("template", "r.yaml"), "Missing option '--output'"),
        (("template", "r.yaml", "-o", "a.xls"), "end its name in .xlsx"),
        (("template", "r.yaml", "-o", "a.csv"), "end its name in .xlsx"),
        (("template", "r.yaml", "-o", "-"), "end its name in .xlsx"),
        (("template", "r.yaml", "-o", "no/a.xlsx"), "there is no folder no"),
        (("template", "r.yaml", "-o", "a.xlsx", "--as-of", "soon"), "--as-of soon"),
        (("template", "r.yaml", "-o", "a.xlsx", "--as-of", "2019"), "lies before the term"),
        (("template", "no.yaml", "-o", "a.xlsx"), "there is no such file"),
        (("template", "folder.xlsx", "-o", "a.xlsx"), "it is a folder"),
        (("template", "r.yaml", "-o", "folder.xlsx"), "is not a file"),
    ],
)
def test_what_it_cannot_do(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    """A sentence says why, and nothing is written."""
    monkeypatch.chdir(file.parent)
    (file.parent / "folder.xlsx").mkdir()
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert sorted(path.name for path in file.parent.iterdir()) == ["folder.xlsx", "r.yaml"]


def test_a_file_with_errors(run: Run, file: Path, tmp_path: Path) -> None:
    """What is wrong with the file is shown, and no sheet is written."""
    file.write_text(FILE.replace("150", "many"), encoding="utf-8")
    ran = run("template", file, "-o", tmp_path / "a.xlsx")
    assert (ran.status, ran.out) == (1, "")
    assert "unparsable-figure" in ran.err
    assert not (tmp_path / "a.xlsx").exists()


def test_standard_input(run: Run, tmp_path: Path) -> None:
    """A resolution from the standard input is asked for as well."""
    ran = run("template", "-", "-o", tmp_path / "a.xlsx", stdin=FILE.encode())
    assert (ran.status, "partykpi record FILE --from" in ran.out) == (0, True)
    assert (tmp_path / "a.xlsx").exists()


def test_in_vietnamese(run: Run, file: Path, tmp_path: Path) -> None:
    """All that is said and written is Vietnamese where that is asked for."""
    ran = run("template", file, "-o", tmp_path / "a.xlsx", "--as-of", "2024", "--lang", "vi")
    assert ran.out.startswith("Đã tạo ")
    assert "còn thiếu 04 số liệu tính đến ngày 31 tháng 12 năm 2024" in ran.out
    assert headings(tmp_path / "a.xlsx") == ["6 tháng cuối năm 2020", 2021, 2022, 2023, 2024]
