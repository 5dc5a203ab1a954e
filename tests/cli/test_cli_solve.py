"""`partykpi solve`: its sentence, its table, its JSON, and how it ends."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from partykpi.cli.solve import command
from partykpi.core.claims.solve import solve
from partykpi.core.figure import exactly
from partykpi.core.model import Claim
from partykpi.problem import Place, Source
from partykpi.render.commands.solve import render
from partykpi.render.text.wrap import width

PLACE = Place(Source("--reported", "117%"), 1, 1, 5)


def run(*arguments: str, columns: int | None = None) -> Result:
    """Return what the command does with the arguments, on a terminal of so many columns or into a pipe."""
    runner = CliRunner(env={"COLUMNS": "" if columns is None else str(columns)})
    return runner.invoke(command, arguments, standalone_mode=False)


def solved(*arguments: str) -> dict[str, Any]:
    """Return the JSON that the command prints."""
    tree: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return tree


def test_target_in_json() -> None:
    """48 at 117% is JSON to the letter of its contract."""
    assert solved("--actual", "48", "--reported", "117%") == {
        "format": "partykpi-solve/1",
        "unknown": "target",
        "verdict": "implied",
        "sense": "reaches",
        "rounding": "half-up",
        "whole": ["41"],
        "whole_count": 1,
        "candidates": [{"value": "41", "roundings": ["half-up", "half-even", "cut-off"]}],
        "low": "2400/59",
        "high": "9600/233",
        "low_closed": False,
        "high_closed": True,
    }


def test_target_in_a_sentence() -> None:
    """48 at 117% says 41, and a table of the ways to read it."""
    result = run("--actual", "48", "--reported", "117%", "--lang", "en")
    assert result.return_value == 0
    assert result.stdout.startswith("≈ Target – implied: only 41 fits: 48/41 is 117.07%.\n")
    assert "half up" in result.stdout


def test_target_in_vietnamese() -> None:
    """Everything is said in Vietnamese, with Vietnamese numbers."""
    arguments = ("--actual", "28", "--reported", "vượt 186,6% kế hoạch", "--lang", "vi", "--format", "plain")
    result = run(*arguments)
    assert result.return_value == 0
    assert result.stdout.startswith("! Chỉ tiêu – dùng từ chưa đúng: chỉ có 15 phù hợp, nếu hiểu là “đạt”")
    assert "28/15 bằng 186,67%" in result.stdout


def test_impossible() -> None:
    """An impossible percentage ends with 1, and names the nearest that are possible."""
    result = run("--target", "150", "--reported", "67.4%", "--lang", "en", "--format", "plain")
    assert result.return_value == 1
    assert "101 gives 67.3% and 102 gives 68.0%" in result.stdout
    tree = solved("--target", "150", "--reported", "67.4%")
    assert (tree["unknown"], tree["sense"], tree["whole"], tree["whole_count"]) == ("actual", None, [], 0)


@pytest.mark.parametrize(
    ("reported", "verdict", "status"),
    [("117%", "consistent", 0), ("118%", "rounded-up", 0), ("119%", "inconsistent", 1)],
)
def test_all_three(reported: str, verdict: str, status: int) -> None:
    """All three give a verdict, and a disagreement ends with 1."""
    arguments = ("--actual", "48 members", "--target", "41 members", "--reported", reported)
    tree = solved(*arguments)
    assert (tree["unknown"], tree["verdict"], tree["whole"], tree["low"]) == (None, verdict, None, "4800/41")
    assert run(*arguments).return_value == status


def test_reported() -> None:
    """Actual and target give the percentage."""
    result = run("--actual", "547", "--target", "700", "--lang", "en")
    assert (result.return_value, result.stdout) == (0, "≈ Percentage – implied: 547/700 is 78.14%.\n")


def test_whole_or_any() -> None:
    """The unknown is whole where the figures given are, unless it is said."""
    assert solved("--target", "10", "--reported", "50%")["whole"] == ["5"]
    assert solved("--target", "10.5", "--reported", "50%")["whole"] is None
    assert solved("--target", "10", "--reported", "50%", "--any")["whole"] is None
    assert solved("--target", "10.5", "--reported", "50%", "--whole")["whole"] == []
    assert solved("--target", "50 %", "--reported", "+1.2 points")["low"] == "1023/20"  # 50 + 1.15
    assert solved("--target", "10.0", "--reported", "50%")["whole"] is None  # written with a decimal
    assert solved("--target", "10 tonnes", "--reported", "50%")["whole"] is None  # a tonne has parts
    assert solved("--target", "10 widgets", "--reported", "50%")["whole"] == ["5"]


def test_many_whole_numbers() -> None:
    """At most 20 whole numbers are listed, and all are counted."""
    tree = solved("--actual", "1000000000000000", "--reported", "78.14%")
    assert len(tree["whole"]) == 20
    assert len(tree["candidates"]) == 20
    assert tree["whole_count"] == 245_649_938_765  # over 10^15 / 0.7815 and up to 10^15 / 0.78135
    endless = solved("--actual", "48", "--reported", "under 50%")
    assert (endless["whole"], endless["whole_count"], endless["high"]) == (None, None, None)


def test_style_of_the_language() -> None:
    """A number is read in the style of the language, or in the other where it can only be that."""
    assert solved("--actual", "82.913", "--target", "41.000", "--lang", "vi")["low"] == "82913/410"
    assert solved("--actual", "51,2%", "--target", "50%", "--lang", "en")["low"] == "512/5"
    assert solved("--actual", "16 ngàn", "--target", "8000", "--lang", "vi")["low"] == "200"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--actual", "48"),
        ("--actual", "many", "--target", "41"),
        ("--actual", "1e5", "--target", "41"),
        ("--actual", "3/0", "--target", "41"),
        ("--actual", "5..3", "--target", "41"),
        ("--actual", "48", "--reported", "a lot"),
        ("--actual", "48", "--reported", "đạt"),
        ("--actual", "48 members", "--target", "41 jobs"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """What cannot be understood is a usage error, in a sentence."""
    error = run(*arguments).exception
    assert isinstance(error, click.UsageError)
    assert (error.exit_code, bool(error.message)) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--actual", "727,215 người", "--target", "800.000 người", "--lang", "vi"), "727,215 người"),
        (("--actual", "727,215", "--target", "800.000 người", "--lang", "vi"), "727,215 is not a whole number"),
        (("--actual", "16.000", "--target", "80 jobs", "--lang", "en"), "16.000 is a count, but written with decimals"),
        (("--actual", "16", "--target", "80.000 jobs", "--lang", "en"), "without decimals"),
        (("--actual", "48", "--target", "about 40", "--lang", "en"), "does not say when the goal is met"),
        (("--actual", "48 members", "--target", "41 jobs", "--lang", "en"), "members cannot be counted as jobs"),
        (("--actual", "3/5 members", "--target", "41 jobs", "--lang", "en"), "a share of a whole"),
        (("--actual", "48 members", "--reported", "vượt 6,5 đảng viên", "--lang", "vi"), "is not a whole number"),
        (("--actual", "48 members", "--reported", "6 tonnes more than the goal", "--lang", "en"), "tonnes"),
        (("--actual", "48 members/year", "--target", "41 members", "--lang", "en"), "one unit"),
    ],
)
def test_figures_are_read_as_in_a_file(arguments: tuple[str, ...], said: str) -> None:
    """What a file would find wrong with a figure is a usage error that says so."""
    error = run(*arguments).exception
    assert isinstance(error, click.UsageError)
    assert said in error.message


@pytest.mark.parametrize(
    ("actual", "target", "low", "high"),
    [
        ("2 tấn", "4000 kg", "50", "50"),
        ("289 thousand jobs", "300_000 jobs", "289/3", "289/3"),
        ("3/4", "50 %", "150", "150"),
        ("48", "30..40", "160", "160"),  # of a range the low end counts
        ("48", ">= 40", "120", "120"),
        ("48", "over 40", "120", "120"),
        ("2 %", "<= 4 %", "50", "50"),
        ("nearly 100 members", "200 members", "95/2", "99/2"),  # 95 to 99 members
        ("about 50 tonnes", "100 tonnes", "95/2", "105/2"),
        ("75..80", "100", "75", "80"),
    ],
)
def test_units_bounds_and_ranges_are_those_of_a_file(actual: str, target: str, low: str, high: str) -> None:
    """An actual is every value that its words allow, a target the end that counts, both in one unit."""
    tree = solved("--actual", actual, "--target", target, "--lang", "en")
    assert (tree["low"], tree["high"]) == (low, high)


def test_candidates_have_their_rounding() -> None:
    """241 at 160% is 150, cut off, or 151, rounded, and none of them alone."""
    tree = solved("--actual", "241", "--reported", "160%")
    assert (tree["verdict"], tree["rounding"]) == ("ambiguous", None)
    assert tree["candidates"] == [
        {"value": "150", "roundings": ["cut-off"]},
        {"value": "151", "roundings": ["half-up", "half-even"]},
    ]
    result = run("--actual", "241", "--reported", "160%", "--lang", "vi")
    assert result.stdout.startswith("? Chỉ tiêu – nhiều giá trị phù hợp: 150 (cắt bỏ phần lẻ), 151 (làm tròn) đều")


def test_a_rounded_actual() -> None:
    """289 thousand of 300 thousand are 96.2% to 96.5%; nothing is wrong with any of them."""
    arguments = ("--actual", "289 thousand jobs", "--target", "300 thousand jobs", "--reported")
    assert solved(*arguments, "96.3%")["verdict"] == "consistent"
    assert solved(*arguments, "96.4%")["verdict"] == "possible"
    assert solved(*arguments, "96.6%")["verdict"] == "inconsistent"
    result = run(*arguments, "96.4%", "--lang", "en", "--format", "plain")
    assert result.return_value == 0
    assert result.stdout.startswith("~ Published figure – possible, by rounding: 289,000/300,000 is 96.3%; ")


def test_differences_and_time() -> None:
    """A difference gives the target; when it was met a percentage does not tell."""
    tree = solved("--actual", "48 đảng viên", "--reported", "vượt 6 đảng viên")
    assert (tree["verdict"], tree["sense"], tree["whole"]) == ("implied", "difference", ["42"])
    assert solved("--actual", "48", "--reported", "6 more than the goal")["whole"] == ["42"]
    assert solved("--actual", "48", "--target", "41", "--reported", "two years early")["verdict"] == "unverifiable"
    assert solved("--actual", "48", "--reported", "two years early")["verdict"] == "unverifiable"


@pytest.mark.parametrize(
    ("reported", "sense", "low"),
    [
        ("đạt 80% kế hoạch tỉnh giao", "reaches", "400"),
        ("bằng 80% dự toán năm", "reaches", "400"),
        ("equivalent to 80 percent of this year's target", "reaches", "400"),
        ("cao hơn 20% kế hoạch", "exceeds", "600"),
        ("gấp đôi kế hoạch", "times", "950"),  # 1.9 to 2.1 times
        ("80% (400/500)", "reaches", "400"),
    ],
)
def test_what_is_published_is_read_as_in_a_file(reported: str, sense: str, low: str) -> None:
    """Of 500, by the words of reports: the lowest whole number, to the nearest where no decimals are told."""
    tree = solved("--target", "500 hộ", "--reported", reported.replace("0%", "0.0%").replace("80 p", "80.0 p"))
    assert (tree["sense"], tree["whole"][0]) == (sense, low)


@pytest.mark.parametrize(
    ("reported", "en", "vi", "whole"),
    [
        ("tăng 8,5% so với cùng kỳ", "The figure of the same period last year", "Số cùng kỳ năm trước", ["47"]),
        ("tăng 8,5% so với cùng kỳ năm 2022", "The figure of the same period in 2022", "Số cùng kỳ năm 2022", ["47"]),
        ("tăng 8,5% so với năm 2022", "The figure of 2022", "Số liệu năm 2022", ["47"]),
        ("tăng 8,5% so với năm trước", "Last year's figure", "Số năm trước", ["47"]),
        ("giảm 15,0% so với đầu nhiệm kỳ", "The figure from before the term", "Mức đầu kỳ hoặc kỳ trước", ["60"]),
        ("tăng 6,3% so với đầu năm", "The figure at the end of last year", "Số cuối năm trước", ["48"]),
        ("tăng 6,3% so với tháng trước", "The other figure", "Số đem so sánh", ["48"]),
        ("tăng 6,3%", "The earlier figure", "Số trước đó", ["48"]),
        ("tăng 3 đảng viên so với cùng kỳ", "The figure of the same period last year", "Số cùng kỳ năm trước", ["48"]),
        ("chiếm 37,5% tổng số đảng viên", "The whole", "Tổng số", ["136"]),
        ("tăng 20% so với cùng kỳ", "The figure of the same period last year", "Số cùng kỳ năm trước", []),
    ],
)
def test_another_base_is_never_called_the_target(reported: str, en: str, vi: str, whole: list[str]) -> None:
    """51 against another figure gives that figure by its name: 51/47 is 108.5%, 51/136 is 37.5%, nothing is 120.0%."""
    arguments = ("--actual", "51 đảng viên", "--reported", reported.replace("20%", "20,0%"))
    assert run(*arguments, "--lang", "en").stdout[2:].startswith(f"{en} – ")
    told = run(*arguments, "--lang", "vi").stdout
    assert told[2:].startswith(f"{vi} – ")
    assert "chỉ tiêu" not in told.lower()
    tree = solved(*arguments)
    assert (tree["unknown"], tree["whole"]) == ("base", whole)


@pytest.mark.parametrize(
    ("reported", "en", "vi"),
    [
        ("đạt 85% kế hoạch năm", "The plan of the year", "Kế hoạch năm"),
        ("đạt 85% kế hoạch năm 2022", "The plan of 2022", "Kế hoạch năm 2022"),
        ("bằng 85% dự toán", "The budget estimate", "Dự toán"),
        ("đạt 85% kế hoạch", "Target", "Chỉ tiêu"),
    ],
)
def test_the_plan_of_a_year_is_a_target_of_its_own_name(reported: str, en: str, vi: str) -> None:
    """51 that are 85% of the plan of a year make it 60, and say that it is that plan."""
    arguments = ("--actual", "51", "--reported", reported)
    assert solved(*arguments)["unknown"] == "target"
    assert run(*arguments, "--lang", "en").stdout.startswith(f"≈ {en} – implied: only 60 fits")
    assert run(*arguments, "--lang", "vi").stdout.startswith(f"≈ {vi} – suy ra được: chỉ có 60 phù hợp")


@pytest.mark.parametrize("reported", ["tăng 20% so với cùng kỳ", "chiếm 80% tổng số hộ", "tăng 12%", "35% là nữ"])
@pytest.mark.parametrize("given", [("--target", "500"), ("--actual", "51", "--target", "60")])
def test_a_target_is_no_other_base(given: tuple[str, ...], reported: str) -> None:
    """A target says nothing of what is compared with something else; a sentence says with what."""
    tree = solved(*given, "--reported", reported)
    assert (tree["verdict"], tree["low"], tree["whole"]) == ("unverifiable", None, None)


def test_what_a_claim_compares_with_is_said() -> None:
    """The sentence names the base, and how to find it."""
    arguments = ("--actual", "51", "--target", "60", "--reported", "tăng 8,5% so với cùng kỳ")
    told = " ".join(run(*arguments, "--lang", "vi").stdout.split())
    assert "so với số cùng kỳ năm trước, không so với chỉ tiêu; bỏ chỉ tiêu, chỉ ghi kết quả thì tính được" in told


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("format_name", ["table", "plain"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--actual", "100", "--reported", "5%"),
        ("--actual", "100", "--reported", "chiếm 5% tổng số"),
        ("--actual", "100", "--target", "400", "--reported", "accounting for 25% of the total"),
        ("--actual", "0", "--reported", "1%"),
        ("--actual", "75..80", "--target", "100", "--reported", "78%"),
        ("--actual", ">= 3", "--target", "4"),
        ("--actual", "< 3", "--target", "4"),
        ("--actual", "3", "--target", "0"),
    ],
)
def test_every_answer_is_written(arguments: tuple[str, ...], format_name: str, language: str) -> None:
    """Every kind of answer has its sentence in every format and language, and ends with a new line."""
    result = run(*arguments, "--format", format_name, "--lang", language)
    assert result.exception is None
    assert result.stdout.endswith("\n")
    assert "{" not in result.stdout


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [30, 50, 80, 120])
@pytest.mark.parametrize("actual", ["48", "1000000000000000"])
def test_the_table_fits_the_terminal(actual: str, columns: int, language: str) -> None:
    """No line is wider than the terminal, and each of the 8 ways to read the claim has its sign."""
    text = run("--actual", actual, "--reported", "117%", "--lang", language, columns=columns).stdout
    assert max(map(width, text.splitlines())) <= columns
    assert text.count("✓") + text.count("✗") == 8


def test_what_does_not_fit_is_dim() -> None:
    """A reading of the claim that no whole number fits is marked with a sign, and in colour it is dim as well."""
    solution = solve(exactly(48), None, Claim("117%", PLACE, "reaches", Fraction(117), 0), whole=True, percent=False)
    plain, colored = (render(solution, "table", "en", 80, color) for color in (False, True))
    _, exceeded = (line for line in colored.splitlines() if "half to even" in line)
    assert exceeded.startswith("\x1b[2mexceeds by")
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines()] == plain.splitlines()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--actual", "18 nghìn tỷ đồng", "--reported", "73%"), "chỉ tiêu vào khoảng 24.324–24.828 tỷ đồng"),
        (("--actual", "1,8 %", "--reported", "100%"), "chỉ tiêu vào khoảng 1,782–1,809%"),
        (("--target", "2,5 ha", "--reported", "72%"), "kết quả vào khoảng 1,788–1,825 ha"),
    ],
)
def test_a_range_is_told_in_the_unit_with_ends_that_differ(arguments: tuple[str, ...], said: str) -> None:
    """What is not whole lies about two values that look different, money in what it is counted in."""
    text = " ".join(run(*arguments, "--lang", "vi").stdout.split())
    assert said in text
    assert "≥ >" not in text
