"""`partykpi indicators`: the list, the search, one whole, JSON, and a catalogue with mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from partykpi.cli.indicators import command
from partykpi.parse.catalogue import shipped
from partykpi.parse.search import fold, nearest, search
from partykpi.render.text.wrap import width

FIELD = """\
field: Field
indicators:
  a: {{name: {name}, definition: D, kind: total, unit: job, better: higher, rollup: sum}}
"""
IDS = [indicator.id or "" for indicator in shipped().indicators()]


def run(*arguments: str, columns: int | None = None) -> Result:
    """Return what the command does with the arguments, on a terminal of so many columns or into a pipe."""
    environment = {"COLUMNS": None if columns is None else str(columns), "LANG": "C", "LC_ALL": "C", "NO_COLOR": "1"}
    return CliRunner().invoke(command, arguments, env=environment, standalone_mode=False)


def test_a_pipe_gets_one_line_an_indicator() -> None:
    """Every indicator has a line of its own that begins with its id, below the name of its field."""
    result = run("--lang", "en")
    lines = result.stdout.splitlines()
    assert result.return_value == 0
    assert [line.split()[0] for line in lines if "/" in line.split(" ")[0]] == IDS
    assert "Party building" in lines
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("columns", [50, 80, 100, 200])
def test_a_table_fits_and_breaks_no_id(columns: int, lang: str) -> None:
    """No line is wider than the terminal, and every id is unbroken."""
    lines = run("--lang", lang, columns=columns).stdout.splitlines()
    assert max(map(width, lines)) <= columns
    assert (lines[1][:2] == "━━") == (columns > 50)
    parts = {part for line in lines for part in line.split()}
    assert parts.issuperset(IDS)


@pytest.mark.parametrize(
    "words", [("dang", "vien", "ket nap"), ("Đảng viên", "KẾT NẠP"), ("MEMBERS", "decision to admit")]
)
def test_words_are_searched_without_accents(words: tuple[str, ...]) -> None:
    """Words match ids, names and definitions in both languages, whatever their case and accents."""
    assert "party/members-admitted" in run(*words).stdout


def test_what_is_meant_is_listed_first() -> None:
    """The field of the likeliest indicator comes first, and in it that indicator."""
    lines = run("cơ cấu", "kinh tế", "--lang", "vi").stdout.splitlines()
    assert lines[0] == "Kinh tế"
    assert lines[1].startswith("economy/agriculture-share ")
    assert run("KET NAP").stdout.splitlines()[1].startswith("party/members-admitted ")
    assert run("forrest", "cover", "--lang", "en").stdout.splitlines()[:1] == ["Economy"]


def test_all_words_must_occur() -> None:
    """An indicator in which only some of the words occur is not found."""
    assert run("members", "poverty").return_value == 1
    every = list(shipped().indicators())
    assert search(every, []) == every
    assert {one.id for one in search(every, ["dang vien", "ky luat"])} == {"party/members-disciplined"}


def test_one_whole() -> None:
    """An id shows name and definition, the manual of its kind, and lines to paste."""
    result = run("party/members-admitted", "--lang", "en")
    said = " ".join(result.stdout.split())
    assert result.return_value == 0
    for part in ("Party members admitted", "total: ", "by the date of the decision", "The readings add"):
        assert part in said
    assert "    indicator: party/members-admitted\n    target: unknown" in result.stdout
    assert max(map(width, result.stdout.splitlines())) <= 80


def test_one_whole_has_other_names_and_grades() -> None:
    """What else an indicator is called, and the grades in place of a direction."""
    said = " ".join(run("social/health-insurance", "--lang", "vi").stdout.split())
    assert "Tên khác BHYT, bao phủ BHYT, thẻ BHYT, insured" in said
    said = run("party/organisation-grade", "--lang", "en").stdout
    assert "grades: excellent, good, done, not done" in said
    assert "is better" not in said


def test_one_whole_in_vietnamese() -> None:
    """Labels, names and manual are in Vietnamese, and nothing is in English."""
    said = run("social/poverty-rate", "--lang", "vi").stdout
    assert "Tỷ lệ hộ nghèo" in said
    assert not any(word in said for word in ("English", "Multidimensional", "level:", "share:"))
    assert "càng thấp càng tốt" in said


def test_nothing_found_names_the_nearest() -> None:
    """A wrong id or a misspelt word is answered with the nearest ids and 1."""
    result = run("party/members-admited", "--lang", "en")
    assert result.return_value == 1
    assert result.stdout == ""
    assert result.stderr.startswith("no indicator for “party/members-admited”; the nearest: `party/members-admitted`")
    assert "`partykpi indicators` liệt kê tất cả" in run("zzzzz", "--lang", "vi").stderr
    assert nearest(shipped().indicators(), ["hộ nghèo đa chiều x"])[0] == "social/poverty-rate"


def test_json() -> None:
    """JSON holds everything of what is found, and an empty list where nothing is."""
    tree = json.loads(run("party/cells", "--format", "json").stdout)
    assert tree["format"] == "partykpi-indicators/1"
    (only,) = tree["indicators"]
    assert only["id"] == "party/cells"
    assert only["name"] == {"en": "Party cells", "vi": "Chi bộ"}
    assert only["also"] == ["số chi bộ", "tổ chức đảng"]
    assert (only["kind"], only["unit"], only["better"], only["rollup"]) == ("level", "cell", "higher", "sum")
    nothing = run("zzzzz", "--format", "json")
    assert json.loads(nothing.stdout)["indicators"] == []
    assert nothing.return_value == 1


def test_a_catalogue_with_mistakes_shows_them(tmp_path: Path) -> None:
    """What can be used is listed, the findings are shown beside it, and the status is 1."""
    (tmp_path / "good.yaml").write_text(FIELD.format(name="A"), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("field: [\n", encoding="utf-8")
    result = run("--catalogue", str(tmp_path), "--lang", "en")
    assert result.return_value == 1
    assert "good/a" in result.stdout
    assert "bad.yaml:1:9: error[syntax]" in result.stderr


def test_an_unreadable_catalogue_file_ends_with_2(tmp_path: Path) -> None:
    """A file of the catalogue that cannot be read is a finding, and the status is 2."""
    (tmp_path / "folder.yaml").mkdir()
    result = run("--catalogue", str(tmp_path), "--lang", "en")
    assert result.return_value == 2
    assert "error[unreadable-file]" in result.stderr


def test_markup_and_steering_in_names_are_harmless(tmp_path: Path) -> None:
    """A name from a file reaches the terminal as text: neither as markup of rich nor as an escape sequence."""
    text = FIELD.format(name=r'"[bold]A\e[31mB[/bold]\nC"')
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    for columns in (None, 50, 100):
        said = run("--catalogue", str(tmp_path), columns=columns).stdout
        assert "[bold]A\N{REPLACEMENT CHARACTER}[31mB[/bold] C" in said


def test_folding() -> None:
    """Accents and case go, letters stay."""
    assert fold("ĐẢNG VIÊN, Hồ Chí Minh") == "dang vien, ho chi minh"
