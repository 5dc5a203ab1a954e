"""Figures as people write them, in both styles: what each means, exactly, or what is found wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from unicodedata import normalize

import pytest
from babel import numbers as cldr
from hypothesis import assume, given
from hypothesis import strategies as st

from partykpi.core.figure import Interval
from partykpi.parse import load_content
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.number import Number, NumberStyle, read_number
from partykpi.parse.text.units import UNITS, CustomUnits
from partykpi.render.text.locale import fill
from partykpi.render.text.locale import number as written_number
from partykpi.text import LANGUAGES, Language, Text

NBSP, NARROW = "\u00a0", "\u202f"

# style | unit of the indicator | text | operator and value, `low..high`, `part/whole` of a share; or a finding's code
FIGURES = f"""
# whole numbers, grouped by three or not at all
vi | person | 82.913 | 82913
vi | person | 82.913 người | 82913
vi | person | 82{NBSP}913 người | 82913
vi | person | 82{NARROW}913 người | 82913
vi | person | 82913 người | 82913
vi | person | 82_913 người | 82913
vi | VND | 1.234.567 đồng | 1234567
vi | VND | 412.204,00 đồng | 412204
en | person | 82,913 | 82913
en | person | 82_913 people | 82913
en | person | 82913 people | 82913
en | VND | 1,234,567 VND | 1234567
en | VND | 412204.00 | 412204
vi | member | 007 | 7
en | member | 007 | 7
en | member | 0 | 0
vi | member | 0 đảng viên | 0

# decimals
vi | % | 5,02 | 5.02
en | % | 5.02 | 5.02
vi | % | 1.234,5 | 1234.5
vi | % | 1{NBSP}234,5 | 1234.5
en | % | 1,234.5 | 1234.5
vi | % | 85,03 % | 85.03
vi | % | 85,03{NBSP}% | 85.03
vi | % | 85,03% | 85.03
vi | % | -5,1 | -5.1
en | % | -5.1% | -5.1
en | % | +1.2% | 1.2
vi | % | 0,125 % | 0.125
en | % | 0.125 % | 0.125
vi | % | 78,140 % | 78.14
en | % | 95 per cent | 95
vi | % | 95 phần trăm | 95

# numbers of the other style, or of none
en | person | 82.913 | fractional-count
en | person | 82.913 người | fractional-count
vi | person | 82,913 người | fractional-count
vi | % | 5.02 | number-style
en | VND | 500.000 VND | number-style
en | VND | 80.000 million VND | number-style
vi | VND | trên 1,000 tỷ đồng | number-style
en | VND | 500.250 VND | 500.25
vi | VND | 1,25 tỷ đồng | 1250000000
en | % | 95.000% | 95
en | % | 5,02 | number-style
vi | % | 1,234.5 | number-style
en | % | 1.234,5 | number-style
vi | VND | 412204.00 | number-style
vi | % | 1.23 | number-style
en | % | 1,23 | number-style
vi | % | 0.123 | number-style
en | % | 0,123 | number-style
en | VND | 12,34,567 | number-style
en | VND | 12.34.567 | number-style
vi | VND | 12.34.567 | number-style
vi | VND | 007.123 | number-style
vi | VND | 1234.567 | number-style
en | VND | 1234,567 | number-style
vi | VND | 1.234_567 | number-style
en | VND | 82{NBSP}913 | number-style
vi | % | 1,5,5 | number-style
en | VND | 2,37triệu | number-style
vi | % | 1.5-2 | number-style

# two numbers are never one
vi | % | 1 234,5 | number-style
en | % | 1 234.5 | number-style
vi | person | 12 345 người | number-style
en | person | 1 234 567 | number-style
vi | person | 20 - 12 345 người | number-style
vi | person | 5 10 | unparsable-figure
vi | person | 12 34 người | unparsable-figure
vi | person | 5 người 10 | unparsable-figure
en | person | 1.5 and 2 | unparsable-figure
vi | VND | 1 tỷ 200 triệu đồng | unparsable-figure
vi | VND | 5 triệu - 10 | unparsable-figure
vi | person | 1'234 | unparsable-figure
vi | person | 1’234 | unparsable-figure
en | % | 1..2..3 | unparsable-figure
en | person | 1;2 | unparsable-figure

# no numbers at all
vi | member | nhiều đảng viên | unparsable-figure
en | member | no | unparsable-figure
en | % | .5 | unparsable-figure
vi | % | 5, | unparsable-figure
en | % | ½ | unparsable-figure
en | % | 12:30 | unparsable-figure
en | member | 2024-09-30 | unparsable-figure
en | member | about 20 to 30 | unparsable-figure
vi | member | gần 20..30 | unparsable-figure
vi | VND | 1e3 | exponent
en | VND | 1E+3 | exponent
vi | VND | 1,5e3 | exponent
en | VND | NaN | not-finite
vi | VND | Infinity | not-finite
en | VND | -.inf | not-finite
en | VND | ∞ | not-finite
vi | % | −5,1 | odd-character
vi | member | １２ | odd-character
en | member | 1２ | odd-character
en | % | 95％ | odd-character
en | % | 5．02 | odd-character
en | % | ٣ | odd-character
en | % | 1．．2 | odd-character

# scale words, apart or joined
vi | VND | 2,37triệu | 2370000
vi | VND | 28,3tỷ | 28300000000
vi | VND | 28,3 tỷ đồng | 28300000000
vi | VND | 28,3 tỉ đồng | 28300000000
vi | VND | 28,3 TỶ ĐỒNG | 28300000000
vi | VND | 3,1 đến 3,2 triệu tỷ đồng | 3100000000000000..3200000000000000
vi | VND | 2 nghìn tỷ đồng | 2000000000000
vi | VND | 2 ngàn tỉ đồng | 2000000000000
vi | VND | 12.500 triệu đồng | 12500000000
vi | VND | 12.500 trđ | 12500000000
vi | VND | 12.500 Tr.đ | 12500000000
vi | VND | 5 tỷđ | 5000000000
vi | VND | 5 ty dong | 5000000000
vi | VND | 500 trieu dong | 500000000
vi | person | 1,5 vạn người | 15000
vi | worker | 16 ngàn lao động/năm | 16000
vi | worker | 16nghìn lao động | 16000
en | job | 16 thousand jobs/year | 16000
en | VND | 2.37million VND | 2370000
en | VND | 1.5 billion VND | 1500000000
en | VND | 2 trillion VND | 2000000000000
en | VND | 2 thousand billion VND | 2000000000000
en | member | 0.5 thousand members | 500
en | member | 1.0001 thousand members | fractional-count
vi | document | 3 van ban | 3
en | VND | 1 million million million VND | unknown-unit

# ranges
en | % | 1.5..2 | 1.5..2
en | % | 1.5-2 | 1.5..2
vi | % | 1,5-2 | 1.5..2
vi | % | 1,5–2 | 1.5..2
vi | % | 1,5 – 2 % | 1.5..2
vi | % | 1,5—2 % | 1.5..2
vi | % | 1,5 đến 2 | 1.5..2
vi | % | 1,5 tới 2 % | 1.5..2
vi | % | từ 1,5 đến 2 | 1.5..2
vi | % | Từ 1,5 - 2 %/năm | 1.5..2
vi | % | trong khoảng từ 1,5 đến 2% | within 1.5..2
vi | % | tu 1,5 den 2 % | 1.5..2
en | job | 80.000 jobs | fractional-count
en | job | 80.0 | fractional-count
en | job | 16.000..17.000 jobs | fractional-count
vi | job | 16,000 | fractional-count
vi | job | 16,0 nghìn việc làm | 16000
en | job | 16.000 thousand jobs | 16000
en | rank | 1.0 | not-a-rank
vi | % | 1,5% - 2%/năm | 1.5..2
vi | % | từ 1,5% đến 2% | 1.5..2
en | % | 1.5 to 2 | 1.5..2
en | % | from 1.5 to 2 % | 1.5..2
en | % | from 1.5% to 2%/year | 1.5..2
en | % | between 1.5 and 2 % | 1.5..2
en | % | -2..-1 % | -2..-1
en | % | -2 to -1 % | -2..-1
vi | member | 20 đảng viên đến 30 đảng viên | 20..30
vi | VND | 500 triệu đến 1 tỷ đồng | 500000000..1000000000
vi | VND | 500 triệu đồng đến 1 tỷ đồng | 500000000..1000000000
vi | ha | 5 m2-6 m2 | 0.0005..0.0006
en | member | 30-20 | empty-goal
en | VND | 5 to 1 thousand VND | empty-goal
en | member | 20.5-30 members | fractional-count
en | % | between 1.5 to 2 % | unparsable-figure
vi | ha | 5 ha đến 1 km2 | unparsable-figure
en | % | over 1.5..2 | unparsable-figure

# bounds in signs and words
en | member | >= 700 | >=700
en | member | ≥700 members | >=700
en | member | > 20 members | >20
en | % | <= 1 % | <=1
en | % | ≤ 1 % | <=1
en | % | < 4 % | <4
en | model | = 3 | =3
vi | member | trên 20 | >20
vi | member | hơn 20 đảng viên | >20
vi | % | dưới 4 % | <4
vi | member | ít nhất 700 đảng viên | >=700
vi | member | tối thiểu 700 | >=700
vi | member | không dưới 700 | >=700
vi | % | tối đa 1% | <=1
vi | % | không quá 5% | <=5
vi | % | không vượt quá 5% | <=5
vi | % | khong qua 5% | <=5
vi | member | từ 80 trở lên | >=80
vi | member | từ 80 đảng viên trở lên | >=80
vi | % | 80% trở lên | >=80
vi | % | đạt từ 95% trở lên | >=95
vi | % | đạt trên 95% | >95
vi | % | 4% trở xuống | <=4
vi | % | 1,5% trở lên/năm | >=1.5
vi | % | 1,5%/năm trở lên | >=1.5
en | % | over 51% | >51
en | member | More than 20 members | >20
en | % | under 4 % | <4
en | % | less than 4 % | <4
en | member | at least 700 members | >=700
en | member | no fewer than 700 members | >=700
en | % | at most 1 % | <=1
en | % | up to 5% | <=5
en | member | 20 or more members | >=20
en | member | 20 members or more | >=20
en | % | 4% or less | <=4
vi | % | từ 95% | unparsable-figure
en | % | from 95% | unparsable-figure
vi | % | trên 95% trở lên | unparsable-figure
vi | % | 1,5-2% trở lên | unparsable-figure
en | member | > > 5 | unparsable-figure

# shares of a whole
vi | % | 1188/1200 hộ | 1188/1200
vi | % | 1.188/1.200 hộ | 1188/1200
vi | % | 547/700 | 547/700
en | % | 547 / 700 members | 547/700
en | % | 547 of 700 members | 547/700
en | % | 547 out of 700 | 547/700
vi | % | 1188 trên tổng số 1200 hộ | 1188/1200
vi | % | 1,5/2 nghìn hộ | 1500/2000
vi | % | 1200/1188 hộ | share-over-whole
vi | % | 0/0 hộ | empty-whole
vi | % | 1,5/3 hộ | fractional-count
vi | member | 547/700 | share-unit
vi | % | 547/7.00 | number-style

# units by their names
vi | point | 0,47 điểm % | 0.47
vi | point | 0,47 điểm phần trăm | 0.47
en | point | 0.47 percentage points | 0.47
vi | % | 0,47 điểm % | unit-mismatch
vi | point | 0,47 % | unit-mismatch
vi | score | 65 điểm | 65
vi | member | 20 dang vien | 20
vi | member | 20 ĐẢNG VIÊN | 20
vi | member | 20 Ðảng viên | 20
vi | committee | 5 cấp ủy | 5
vi | committee | 5 cấp uỷ | 5
vi | course | 5 khóa học | 5
vi | course | 5 khoá học | 5
vi | doctor | 5 bác sĩ | 5
vi | doctor | 5 bác sỹ | 5
vi | doctor | 5 bac si | 5
vi | household | 12 ho gia dinh | 12
vi | cooperative | 3 HTX | 3
vi | village | 5 ban | unknown-unit
vi | member | 5 đoàn | unknown-unit
en | member | 5 jobs | unit-mismatch
vi | member | 5 việc làm | unit-mismatch
en | rank | 2nd | 2
vi | rank | 1,5 | not-a-rank
en | member | -5 members | negative-count

# one unit in another
en | ha | 1.5 km2 | 150
vi | ha | 1,5 km² | 150
vi | km2 | 115.000 ha | 1150
vi | m2 | 1 héc ta | 10000
vi | tonne | 5 tạ | 0.5
vi | kg | 1,5 tấn | 1500
en | m3 | 500 litres | 0.5
en | MWh | 1,500 kWh | 1.5
vi | km | 350 mét | 0.35
vi | km | 1 ha | unit-mismatch
vi | bed/10000 people | 30 giường/vạn dân | 30
vi | bed/10000 people | 30,5 giường bệnh/vạn dân | 30.5
vi | bed/10000 people | 30 giường/1 vạn dân | 30
vi | bed/10000 people | 30 giường bệnh/10.000 dân | 30
vi | bed/10000 people | 3 giường/1.000 dân | 30
en | bed/10000 people | 3 beds per thousand people | 30
en | bed/10000 people | 30 beds per 10,000 people | 30
en | bed/10000 people | 30 doctors per 10,000 people | unit-mismatch
vi | bed/10000 people | 30 giường | 30
vi | doctor/10000 people | 11 bác sĩ trên vạn dân | 11
vi | VND | 2 triệu USD | missing-rate
en | USD | 2 billion VND | missing-rate
"""


def cases() -> Iterator[tuple[NumberStyle, str, str, str]]:
    """Return the lines of the table."""
    for line in FIGURES.splitlines():
        if line and not line.startswith("#"):
            style, unit, text, expected = (part.strip(" ") for part in line.split("|"))
            yield "vi" if style == "vi" else "en", unit, text, expected


CASES = list(cases())


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    """There are at least 150 figures, each once."""
    assert len({(style, unit, text) for style, unit, text, _ in CASES}) == len(CASES) >= 150


@pytest.mark.parametrize(("style", "unit", "text", "expected"), CASES)
def test_a_figure_is_read_exactly_or_found_wrong(style: NumberStyle, unit: str, text: str, expected: str) -> None:
    """Each figure is its exact value, or the finding that names its mistake; composed letters or not."""
    result = read_amount(text, style, UNITS[unit])
    if isinstance(result, AmountFault):
        assert result.definition.code == expected
        for language in LANGUAGES:
            assert fill(result.definition.message, result.values, language)
            assert fill(result.definition.remedy, result.values, language)
        return
    match = re.fullmatch(r"((?:[<>=]|within)*) ?(-?[0-9.]+?)(?:(\.\.|/)(-?[0-9.]+))?", expected)
    assert match is not None, result
    operator, first, between, second = match.groups()
    assert result.operator == operator
    if between == "/":
        assert result.share == (Fraction(first), Fraction(second))
        assert result.figure.exact == 100 * Fraction(first) / Fraction(second)
    else:
        assert result.share is None
        assert (result.figure.low, result.figure.high) == (Fraction(first), Fraction(second or first))
        assert result.ranged == (between is not None)
    assert result.per == ("year" if re.search(r"/(năm|year)", text) else None)
    assert read_amount(normalize("NFD", text), style, UNITS[unit]) == result


WITH_DECIMALS: list[tuple[NumberStyle, str, str, str]] = [
    ("en", "job", "80.000 jobs", "80_000"),
    ("en", "job", "16.000", "16_000"),
    ("en", "job", "16.000 jobs/year", "16_000"),
    ("en", "job", ">= 16.000 jobs", "16_000"),
    ("en", "job", "about 16.000 jobs", "16_000"),
    ("en", "job", "12..16.000 jobs", "16_000"),
    ("en", "job", "5.0 jobs", "5"),
    ("en", "job", "0.00 jobs", "0"),
    ("en", "%", "1.188/1.200 households", "1_188"),
    ("vi", "job", "16,000", "16.000"),
    ("vi", "job", "16,000 việc làm", "16.000"),
    ("vi", "job", "80.000,00 việc làm", "80.000"),
]


@pytest.mark.parametrize(("style", "unit", "text", "meant"), WITH_DECIMALS)
def test_what_is_counted_has_no_decimals_be_they_zeros(style: NumberStyle, unit: str, text: str, meant: str) -> None:
    """A count with decimals is found, whatever its value, and the remedy says what may be meant."""
    result = read_amount(text, style, UNITS[unit])
    assert isinstance(result, AmountFault)
    assert result.definition.code == "fractional-count"
    assert fill(result.definition.remedy, result.values, "en").startswith(f"write {meant},")
    assert fill(result.definition.message, result.values, "vi").startswith(text)


def test_a_rank_has_no_decimals_either() -> None:
    """2.0 is no rank, and neither is 2.000."""
    for text in ("2.0", "2.000"):
        result = read_amount(text, "en", UNITS["rank"])
        assert isinstance(result, AmountFault)
        assert result.definition.code == "not-a-rank"


@pytest.mark.parametrize(
    ("style", "unit", "text", "value", "step"),
    [
        ("en", "job", "16.5 thousand jobs", "16500", "100"),
        ("en", "job", "16.500 thousand jobs", "16500", "1"),
        ("en", "job", "289 thousand jobs", "289000", "1000"),
        ("en", "job", "= 289 thousand", "289000", "1000"),
        ("vi", "job", "1,2 vạn việc làm", "12000", "1000"),
        ("en", "job", "289000 jobs", "289000", None),
        ("en", "VND", "1.50 billion VND", "1500000000", "10000000"),
        ("en", "%", "78.14 %", "78.14", "1/100"),
        ("en", "%", "78.10", "78.1", "1/100"),
        ("en", "%", "78 %", "78", None),
        ("en", "m2", "2 ha", "20000", None),
        ("en", "m2", "2.5 ha", "25000", "1000"),
        ("en", "%", ">= 78.1 %", "78.1", None),
        ("en", "%", "78.1 % or more", "78.1", None),
    ],
)
def test_a_rounded_figure_knows_its_last_place(
    style: NumberStyle, unit: str, text: str, value: str, step: str | None
) -> None:
    """What is printed with decimals or a scale word is rounded to its last place; a bound and a bare number are not."""
    result = read_amount(text, style, UNITS[unit])
    assert isinstance(result, Amount)
    assert result.figure.exact == Fraction(value)
    assert result.step == (None if step is None else Fraction(step))


@pytest.mark.parametrize(
    ("style", "unit", "text", "low", "high", "high_closed"),
    [
        ("en", "%", "nearly 80 %", "76", "80", False),
        ("vi", "%", "gần 80%", "76", "80", False),
        ("vi", "%", "đạt khoảng 80%", "76", "84", True),
        ("en", "member", "about 20 members", "19", "21", True),
        ("vi", "member", "khoảng 547 đảng viên", "520", "574", True),  # 519.65 to 574.35
        ("en", "member", "nearly 700", "665", "699", True),
        ("vi", "member", "gần 700 đảng viên", "665", "699", True),
        ("en", "VND", "nearly 700", "665", "700", False),
        ("en", "member", "nearly 20", "19", "19", True),
        ("vi", "member", "gần 15 đảng viên", "14", "14", True),  # 14.25 to below 15 has no whole number
        ("en", "member", "about 3", "3", "3", True),  # 2.85 to 3.15, and what rounds to 3
        ("en", "job", "about 16 thousand jobs", "15200", "16800", True),
        ("en", "%", "~ 1.0 %", "0.95", "1.05", True),
    ],
)
def test_what_is_near_a_number_is_an_interval(
    style: NumberStyle, unit: str, text: str, low: str, high: str, high_closed: bool
) -> None:
    """Nearly is from 95 % to below the number, about is 5 % to either side; of a count, the whole numbers there."""
    result = read_amount(text, style, UNITS[unit])
    assert isinstance(result, Amount)
    assert result.figure == Interval(Fraction(low), Fraction(high), True, high_closed)
    assert result.operator in ("nearly", "about")


REMEDIES: list[tuple[NumberStyle, str, str, Text]] = [
    (
        "vi", "%", "5.02",
        Text("write 5,02, or set `numbers: en` for the whole file", "ghi 5,02, hoặc đặt `numbers: en` cho cả tệp"),
    ),
    (
        "en", "VND", "1.234,5",
        Text(
            "write 1,234.5, or set `numbers: vi` for the whole file",
            "ghi 1,234.5, hoặc đặt `numbers: vi` cho cả tệp",
        ),
    ),
    (
        "vi", "VND", "12.34.567",
        Text(
            "write 1.234.567 if the dots group digits, or 1.234,567 if the last one is the decimal sign",
            "ghi 1.234.567 nếu dấu chấm phân cách các nhóm, hoặc 1.234,567 nếu dấu cuối là dấu thập phân",
        ),
    ),
    (
        "vi", "%", "1 234,5",
        Text(
            "write 1.234,5, or no-break spaces (U+00A0) between the groups",
            "ghi 1.234,5, hoặc dùng dấu cách không ngắt (U+00A0) giữa các nhóm",
        ),
    ),
    ("en", "person", "12 345 people", Text("write 12,345", "ghi 12,345")),
    (
        "en", "person", "82.913 people",
        Text(
            "write 82_913, or set `numbers: vi` if the dot groups thousands",
            "ghi 82_913, hoặc đặt `numbers: vi` nếu dấu chấm phân cách hàng nghìn",
        ),
    ),
    ("vi", "member", "5 đang viên", Text("did you mean `đảng viên`?", "có phải là `đảng viên`?")),
    ("en", "member", "12 membres", Text("did you mean `members`?", "có phải là `members`?")),
    ("vi", "%", "−5,1", Text("write `-`", "ghi `-`")),
    ("vi", "%", "１２", Text("write `1`", "ghi `1`")),
]  # fmt: skip


@pytest.mark.parametrize(("style", "unit", "text", "remedy"), REMEDIES, ids=lambda part: str(part)[:20])
def test_a_remedy_says_what_may_be_meant(style: NumberStyle, unit: str, text: str, remedy: Text) -> None:
    """Where a number can be read in two ways both are offered, and the reader chooses none of them."""
    result = read_amount(text, style, UNITS[unit])
    assert isinstance(result, AmountFault)
    for language in LANGUAGES:
        assert fill(result.definition.remedy, result.values, language) == remedy[language]


FILE = """\
resolution: R
committee: C
term: 2020-2025
numbers: {style}
targets:
  one: {{indicator: economy/grdp-growth, target: "{first}"}}
  two: {{indicator: economy/grdp-growth, target: "{second}"}}
"""


@pytest.mark.parametrize(
    ("style", "first", "second", "remedy"),
    [
        ("vi", "6,5 %", "7.25 %", "write 7,25: `6,5` in this file fits only `numbers: vi`"),
        ("en", "6.5 %", "7,25 %", "write 7.25: `6.5` in this file fits only `numbers: en`"),
        ("vi", "6 %", "7.25 %", "write 7,25, or set `numbers: en` for the whole file"),
    ],
)
def test_a_file_in_mixed_styles_is_not_to_be_turned_round(style: str, first: str, second: str, remedy: str) -> None:
    """Where another figure fits only the style that the file names, changing that is not offered."""
    content = load_content("f.yaml", FILE.format(style=style, first=first, second=second).encode())
    (finding,) = content.findings
    assert finding.code == "number-style"
    assert fill(finding.definition.remedy, finding.values, "en") == remedy


# What is written is read back


FIGURE = st.builds(
    lambda digits, decimals: (Fraction(digits, 10**decimals), decimals),
    st.integers(min_value=-(10**24), max_value=10**24),
    st.integers(min_value=0, max_value=9),
)


@given(FIGURE, st.sampled_from(LANGUAGES), st.booleans())
def test_a_written_figure_is_read_back_as_itself(figure: tuple[Fraction, int], language: Language, fixed: bool) -> None:
    """Any exact figure, written by partykpi in either style, is that figure when it is read in the same style."""
    value, decimals = figure
    text = written_number(value, language, decimals, fixed)
    read = read_number(text, language)
    assert isinstance(read, Number)
    assert read.value == value
    result = read_amount(f"{text} %", language, UNITS["%"])
    assert isinstance(result, Amount)
    assert result.figure.exact == value


@given(FIGURE, st.sampled_from(LANGUAGES))
def test_a_figure_in_the_other_style_is_never_another_figure(figure: tuple[Fraction, int], language: Language) -> None:
    """With a decimal sign that is not before three digits the other style is found, whatever the figure."""
    value, decimals = figure
    assume(decimals not in (0, 3))
    text = written_number(value, language, decimals, fixed=True)
    assert read_number(text, "en" if language == "vi" else "vi") == "number-style"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6),
    st.integers(min_value=0, max_value=6),
    st.sampled_from(LANGUAGES),
)
def test_figures_are_written_as_the_common_locale_data_say(value: Decimal, decimals: int, language: Language) -> None:
    """Grouping, decimal sign and rounding half up are those of the Unicode locale data for the language."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    rounded = abs(rounded) if rounded == 0 else rounded
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    expected = cldr.format_decimal(rounded, format=pattern, locale=language)
    assert written_number(Fraction(value), language, decimals, fixed=True) == expected
    whole = cldr.format_decimal(int(rounded), locale=language)
    assert written_number(int(rounded), language) == whole


def test_a_unit_is_known_by_its_own_names_where_it_is_asked_for() -> None:
    """What an indicator counts is understood by its names, although no file lists them."""
    boat = UNITS["bed"]._replace(id="boat", one=Text("boat", "tàu"), many=Text("boats", "tàu"))
    for text in ("12 boats", "12 Tàu", "12"):
        result = read_amount(text, "en", boat)
        assert isinstance(result, Amount)
        assert result.figure.exact == 12
    assert isinstance(read_amount("12.5 boats", "en", boat), AmountFault)
    assert isinstance(read_amount("12 beds", "en", boat), AmountFault)
    assert isinstance(read_amount("12 boats", "en", UNITS["bed"]), AmountFault)
    known = CustomUnits({"boats": boat})
    fault = read_amount("12 boots", "en", boat, known)
    assert isinstance(fault, AmountFault)
    assert fill(fault.definition.remedy, fault.values, "en") == "did you mean `boats`?"
