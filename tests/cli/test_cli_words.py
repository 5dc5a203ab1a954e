"""Option values in the words of either language, and which language a command speaks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from partykpi.cli._words import Names, find
from partykpi.core.model import Status
from partykpi.core.status import STATUS_WORDS, called
from partykpi.render.report import columns
from partykpi.text import Text

EXAMPLE = Path(__file__).parents[2] / "examples" / "illustrative-2020-2025.yaml"

Run = Callable[..., Any]


def complaint(*arguments: str | Path) -> str:
    """Return what the program says of a wrong command line, in an English environment and a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "partykpi", *map(str, arguments)],
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
        cwd=EXAMPLE.parents[1],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    return ended.stderr


@pytest.mark.parametrize("command", ["report", "check", "record"])
def test_the_language_may_stand_before_the_command(command: str) -> None:
    """`partykpi --lang vi COMMAND` complains in Vietnamese, as `partykpi COMMAND --lang vi` does."""
    said = complaint("--lang", "vi", command)
    assert said == complaint(command, "--lang", "vi")
    assert "Lỗi: Thiếu" in said


def test_the_language_of_the_command_itself_wins(run: Run) -> None:
    """The language before the command gives way to the one after it, and holds for the report too."""
    first = run("report", EXAMPLE, "--lang", "en").out
    assert run("--lang", "vi", "report", EXAMPLE, "--lang", "en").out == first
    assert run("--lang", "vi", "report", EXAMPLE).out == run("report", EXAMPLE, "--lang", "vi").out != first
    assert run("--lang", "tiếng Việt", "report", EXAMPLE).out == run("report", EXAMPLE, "--lang", "vi").out


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        (["--only", "không đạt"], ["--only", "missed"]),
        (["--only", "KHONG-DAT"], ["--only", "missed"]),
        (["--only", "không đạt", "--only", "hoàn thành chậm"], ["--only", "missed", "--only", "nearly"]),
        (["--group-by", "lĩnh vực"], ["--group-by", "field"]),
        (["--group-by", "don vi chu tri"], ["--group-by", "owner"]),
        (["--group-by", "đánh giá"], ["--group-by", "status"]),
        (["--columns", "TT, chỉ tiêu, kết quả"], ["--columns", "number,target,achieved"]),
        (["--columns", "+tiến độ,+ du bao"], ["--columns", "+pace,+forecast"]),
        (["--columns", "tt,chỉ tiêu,các năm"], ["--columns", "number,target,years"]),
        (["--columns", "#,Target,Unit in charge"], ["--columns", "number,target,owner"]),
        (["--sort", "-kết quả, TT"], ["--sort", "-achieved,number"]),
        (["--as-of", "giữa nhiệm kỳ"], ["--as-of", "mid-term"]),
        (["--as-of", "giua nhiem ky"], ["--as-of", "mid-term"]),
        (["--as-of", "Cuối nhiệm kỳ"], ["--as-of", "end"]),
        (["--as-of", "quý 4/2022"], ["--as-of", "2022-Q4"]),
        (["--format", "bảng"], ["--format", "table"]),
        (["--format", "van ban thuan"], ["--format", "plain"]),
        (["--format", "csv", "--separator", "chấm phẩy"], ["--format", "csv", "--separator", "semicolon"]),
    ],
    ids=str,
)
def test_a_report_takes_the_words_of_either_language(run: Run, vietnamese: list[str], english: list[str]) -> None:
    """Whatever language is spoken, capitals, hyphens and accents make no difference; the report is the same."""
    for spoken in ("en", "vi"):
        expected = run("report", EXAMPLE, "--lang", spoken, *english)
        assert expected.out
        assert run("report", EXAMPLE, "--lang", spoken, *vietnamese) == expected


@pytest.mark.parametrize(("word", "profile"), [("đảng", "party"), ("nhà nước", "state"), ("thong thuong", "plain")])
def test_a_profile_is_called_as_in_files(run: Run, tmp_path: Path, word: str, profile: str) -> None:
    """The layout of a Word report by its Vietnamese name is that by its code."""
    made = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for file, name in zip(made, (word, profile), strict=True):
        assert run("report", EXAMPLE, "--profile", name, "-o", file).status == 0
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_status_can_fail_a_run_by_its_word(run: Run) -> None:
    """`--fail-on "không đạt"` fails where a target is missed; where none is at risk, that word does not."""
    assert run("report", EXAMPLE, "--fail-on", "không đạt").status == 1
    assert run("report", EXAMPLE, "--fail-on", "khó đạt").status == 0


@pytest.mark.parametrize(
    ("command", "option", "words"),
    [
        ("report", "--only", "'vượt', 'đạt', 'đúng tiến độ'"),
        ("report", "--fail-on", "'cơ bản đạt', 'không đạt'"),
        ("report", "--group-by", "'lĩnh vực', 'đơn vị chủ trì', 'đánh giá'"),
        ("report", "--profile", "'văn bản của đảng', 'văn bản hành chính', 'thông thường'"),
        ("report", "--separator", "'phẩy', 'chấm phẩy', 'tab'"),
        ("report", "--format", "'văn bản thuần', 'bảng', 'xlsx'"),
        ("report", "--columns", "`TT`, `chỉ tiêu`, `ĐVT`, `mục tiêu`"),
        ("report", "--sort", "`TT`, `chỉ tiêu`, `ĐVT`, `mục tiêu`"),
        ("report", "--as-of", "“giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”"),
        ("check", "--format", "'văn bản'"),
        ("compare", "--format", "'bảng', 'văn bản thuần', 'json'"),
    ],
)
def test_what_is_accepted_is_listed_in_the_language(command: str, option: str, words: str) -> None:
    """A word that means nothing is refused with those that do, in Vietnamese where that is spoken."""
    said = complaint(command, EXAMPLE, "--lang", "vi", option, "zzz")
    assert words in said
    assert "zzz" in said


def test_in_english_the_codes_are_listed(run: Run) -> None:
    """In English what is accepted is listed by the codes, as it always was."""
    assert "'zzz' is not one of 'field', 'owner', 'status'." in run("report", EXAMPLE, "--group-by", "zzz").err


def test_accents_are_missed_only_where_nothing_is_left_in_doubt() -> None:
    """Without accents a word is found by itself alone; one of two that then look alike is found by its accents."""
    names: Names = {"a": [Text("one", "đạt")], "b": [Text("two", "dắt")], "c": [Text("three", "vượt")]}
    assert [find(word, names) for word in ("đạt", "DẮT", "dat", "VUOT", "three", "c", "four")] == [
        "a",
        "b",
        None,
        "c",
        "c",
        "c",
        None,
    ]


def test_every_word_of_a_status_and_a_column_means_it_alone() -> None:
    """No two statuses, nor two columns, are called alike, even without accents."""
    statuses: Names = {status: called(status) for status in STATUS_WORDS}
    headings: Names = {name: (columns.find(name).heading,) for name in columns.names() if name != columns.YEARS}
    assert set(statuses) == set(get_args(Status))
    for names in (statuses, headings):
        for code, words in names.items():
            assert {find(word, names) for words_of_code in words for word in words_of_code} == {code}


# The language of a file


def test_every_command_speaks_the_language_of_the_file(run: Run, tmp_path: Path) -> None:
    """A file that names Vietnamese, or whose keys are, is spoken of in Vietnamese; one that does neither is not."""
    wrong = "committee: C\nterm: 2020-2025\ntargets: {}\n"
    files = {
        "named.yaml": f"language: vi\n{wrong}",
        "keys.yaml": "đảng bộ: Đảng bộ\nnhiệm kỳ: 2020-2025\nchỉ tiêu: {}\n",
        "neither.yaml": wrong,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in ("check", "report"):
        said = {name: "lỗi[" in run(command, tmp_path / name).out + run(command, tmp_path / name).err for name in files}
        assert said == {"named.yaml": True, "keys.yaml": True, "neither.yaml": False}
    assert "error[" in run("check", tmp_path / "named.yaml", "--lang", "en").out


def test_several_files_are_spoken_of_in_the_language_that_all_have(run: Run, tmp_path: Path) -> None:
    """Two Vietnamese files are checked and reported in Vietnamese; with an English one the environment decides."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert "language: en\n" in text
    files = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for file, language in zip(files, ("vi", "vi", "en"), strict=True):
        file.write_text(text.replace("language: en\n", f"language: {language}\n"), encoding="utf-8")
    assert "tệp" in run("check", *files[:2]).out
    assert "files" in run("check", *files).out
    assert "Tổng hợp" in run("report", *files[:2]).out
    assert "Overview" in run("report", *files).out
