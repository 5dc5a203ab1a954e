"""Written figures taken apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.parse.text.number import Number, NumberStyle
from partykpi.parse.text.quantity import Operator, Unwritten, Written, WrittenFault, plain_character, read_written
from partykpi.parse.text.units import Per


def number(text: str) -> Number:
    """Return the number with the decimals that are written."""
    return Number(Fraction(text), len(text.partition(".")[2]))


def written(
    low: str,
    unit: str = "",
    *,
    operator: Operator = "",
    high: str | None = None,
    whole: str | None = None,
    scale: int = 1,
    per: Per | None = None,
) -> Written:
    """Return a figure as it is taken apart."""
    ends = [None if text is None else number(text) for text in (high, whole)]
    return Written(operator, number(low), ends[0], ends[1], scale, unit, per)


FIGURES: list[tuple[NumberStyle, str, Written]] = [
    ("en", "547", written("547")),
    ("en", " 547 ", written("547")),
    ("en", "547 members", written("547", "members")),
    ("en", "547members", written("547", "members")),
    ("en", "547 Members", written("547", "members")),
    ("en", "547 đảng viên", written("547", "đảng viên")),
    ("en", "547 ĐẢNG  VIÊN", written("547", "đảng viên")),
    ("en", "82_913 people", written("82913", "people")),
    ("vi", "82.913 người", written("82913", "người")),
    ("vi", "186,6 %", written("186.6", "%")),
    ("en", "95%", written("95", "%")),
    ("en", "-2.5 %", written("-2.5", "%")),
    ("en", "010", written("10")),
    ("en", "1,188/1,200 households", written("1188", "households", whole="1200")),
    ("en", "1188 / 1200", written("1188", whole="1200")),
    ("en", "1.5..2 %/year", written("1.5", "%", high="2", per="year")),
    ("en", "1.5-2 %", written("1.5", "%", high="2")),
    ("en", "1.5–2 %", written("1.5", "%", high="2")),
    ("en", "1.5 to 2 %", written("1.5", "%", high="2")),
    ("en", "from 1.5 to 2 %", written("1.5", "%", high="2")),
    ("vi", "1,5-2%/năm", written("1.5", "%", high="2", per="year")),
    ("vi", "từ 1,5 đến 2 %", written("1.5", "%", high="2")),
    ("en", "-2..-1 %", written("-2", "%", high="-1")),
    ("en", "5..2", written("5", high="2")),
    ("en", ">= 700", written("700", operator=">=")),
    ("en", "≥700 members", written("700", "members", operator=">=")),
    ("en", "> 20 members", written("20", "members", operator=">")),
    ("en", "<= 1 %", written("1", "%", operator="<=")),
    ("en", "≤ 1 %", written("1", "%", operator="<=")),
    ("en", "< 4 %", written("4", "%", operator="<")),
    ("en", "= 3", written("3", operator="=")),
    ("en", "at least 700 members", written("700", "members", operator=">=")),
    ("en", "More than 20 members", written("20", "members", operator=">")),
    ("en", "over 51%", written("51", "%", operator=">")),
    ("en", "at most 1 %", written("1", "%", operator="<=")),
    ("en", "under 4 %", written("4", "%", operator="<")),
    ("en", "80% or more", written("80", "%", operator=">=")),
    ("vi", "trên 20 đảng viên", written("20", "đảng viên", operator=">")),
    ("vi", "ít nhất 700 đảng viên", written("700", "đảng viên", operator=">=")),
    ("vi", "tối đa 1 %", written("1", "%", operator="<=")),
    ("vi", "không quá 1 %", written("1", "%", operator="<=")),
    ("vi", "dưới 4 %", written("4", "%", operator="<")),
    ("vi", "80% trở lên", written("80", "%", operator=">=")),
    ("vi", "từ 80% trở lên", written("80", "%", operator=">=")),
    ("en", "16 thousand jobs/year", written("16", "jobs", scale=10**3, per="year")),
    ("en", "16 thousand", written("16", scale=10**3)),
    ("en", "1.5 million VND", written("1.5", "vnd", scale=10**6)),
    ("en", "2 thousand billion VND", written("2", "vnd", scale=10**12)),
    ("vi", "16 ngàn lao động/năm", written("16", "lao động", scale=10**3, per="year")),
    ("vi", "16 nghìn lao động mỗi năm", written("16", "lao động", scale=10**3, per="year")),
    ("vi", "1,5 vạn người", written("1.5", "người", scale=10**4)),
    ("vi", "2 nghìn tỷ đồng", written("2", "đồng", scale=10**12)),
    ("en", "3 jobs per year", written("3", "jobs", per="year")),
    ("en", "3 jobs a year", written("3", "jobs", per="year")),
    ("en", "3 jobs / quarter", written("3", "jobs", per="quarter")),
    ("vi", "3 việc làm/quý", written("3", "việc làm", per="quarter")),
    ("en", "3 jobs/month", written("3", "jobs", per="month")),
    ("vi", "3 việc làm/tháng", written("3", "việc làm", per="month")),
    ("en", "3/year", written("3", per="year")),
    ("en", "30 beds/10000 people", written("30", "beds/10000 people")),
    ("en", "12 m²", written("12", "m²")),
    ("en", "12 km²/year", written("12", "km²", per="year")),
]


@pytest.mark.parametrize(("style", "text", "expected"), FIGURES)
def test_a_figure_is_taken_apart(style: NumberStyle, text: str, expected: Written) -> None:
    """Sign or bound, number, range or share, scale word, unit and per year are each found."""
    assert read_written(text, style) == expected


FAULTS: list[tuple[NumberStyle, str, WrittenFault, str]] = [
    # what YAML 1.1 would have turned into something else
    ("en", "no", "unparsable-figure", "no"),
    ("en", "true", "unparsable-figure", "true"),
    ("en", "null", "unparsable-figure", "null"),
    ("en", "~", "unparsable-figure", "~"),
    ("en", "12:30", "unparsable-figure", "12:30"),
    ("en", "2024-09-30", "unparsable-figure", "2024-09-30"),
    ("en", "many members", "unparsable-figure", "many members"),
    ("en", "members 12", "unparsable-figure", "members 12"),
    ("en", "12 / members", "unparsable-figure", "12 / members"),
    ("en", "12 + 3", "unparsable-figure", "12 + 3"),
    ("en", "1..2..3", "unparsable-figure", "1..2..3"),
    ("en", ">= 5..7", "unparsable-figure", ">= 5..7"),
    ("en", "> > 5", "unparsable-figure", "> > 5"),
    ("en", "$12", "unparsable-figure", "$12"),
    ("en", "12²", "unparsable-figure", "12²"),
    ("en", "(12)", "unparsable-figure", "(12)"),
    ("en", "½", "unparsable-figure", "½"),
    ("en", "5,02 %", "number-style", "5,02"),
    ("en", "82.913,5", "number-style", "82.913,5"),
    ("vi", "78.14%", "number-style", "78.14"),
    ("en", "1_00", "number-style", "1_00"),
    ("en", "1..5,02", "number-style", "5,02"),
    ("en", "NaN", "not-finite", "NaN"),
    ("en", ".nan", "not-finite", ".nan"),
    ("en", "inf", "not-finite", "inf"),
    ("en", "-.inf", "not-finite", "-.inf"),
    ("en", "Infinity members", "not-finite", "Infinity members"),
    ("en", "∞", "not-finite", "∞"),
    ("en", "1e400", "exponent", "1e400"),
    ("en", "1E5 members", "exponent", "1E5 members"),
    ("en", "-1.5e3", "exponent", "-1.5e3"),
    ("en", "12e+3", "exponent", "12e+3"),
    ("en", "1_000e-2", "exponent", "1_000e-2"),
    ("vi", "1,5e3", "exponent", "1,5e3"),
    ("en", "> 1e3", "exponent", "> 1e3"),
    ("en", "1..1e3", "exponent", "1..1e3"),
    ("en", "−5", "odd-character", "−"),
    ("en", "５", "odd-character", "５"),
    ("en", "95％", "odd-character", "％"),
    ("en", "٣ members", "odd-character", "٣"),
    ("en", "9" * 61, "number-too-long", "9" * 61),
    ("en", "5/" + "9" * 61, "number-too-long", "9" * 61),
]


@pytest.mark.parametrize(
    ("style", "text", "fault", "part"), FAULTS, ids=[f"{style}-{text[:14]}" for style, text, *_ in FAULTS]
)
def test_what_is_no_figure_is_reported(style: NumberStyle, text: str, fault: WrittenFault, part: str) -> None:
    """What is no figure is reported with the part of it that is wrong, and never read as another one."""
    assert read_written(text, style) == Unwritten(fault, part)


@pytest.mark.parametrize(
    ("odd", "plain"), [("−", "-"), ("－", "-"), ("．", "."), ("％", "%"), ("５", "5"), ("٣", "3"), ("०", "0")]
)
def test_a_look_alike_stands_for_a_plain_character(odd: str, plain: str) -> None:
    """The remedy names the plain character that was meant."""
    assert plain_character(odd) == plain


@given(st.text(max_size=30), st.sampled_from(["en", "vi"]))
def test_any_text_is_a_figure_or_is_reported(text: str, style: NumberStyle) -> None:
    """No text breaks the reader, and an odd character always has a plain one."""
    read = read_written(text, style)
    if isinstance(read, Unwritten) and read.fault == "odd-character":
        assert plain_character(read.part).isascii()


@given(st.text(alphabet="0123456789.,/-–%>=<e²mđ nghìntỷtrên ", max_size=20), st.sampled_from(["en", "vi"]))
def test_any_jumble_is_a_figure_or_is_reported(text: str, style: NumberStyle) -> None:
    """Nor does a text of nothing but the parts of figures."""
    assert isinstance(read_written(text, style), Written | Unwritten)
