from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.claims import span
from samples.reports import HECTARE, MEMBER, PERCENT, RANK, USD, VND, WORKER, goal

from partykpi.core.figure import EVERYTHING, Interval, at_least, exactly
from partykpi.core.model import Direction, Goal, Indicator, Rollup, Unit
from partykpi.problem import Printed, Spread, message
from partykpi.render.text import locale
from partykpi.render.text.figures import goal_text
from partykpi.text import GivenText, Language, Text

F = Fraction


@pytest.mark.parametrize(
    ("value", "decimals", "fixed", "en", "vi"),
    [
        (F(0), 2, False, "0", "0"),
        (F(999), 2, False, "999", "999"),
        (F(1000), 2, False, "1,000", "1.000"),
        (F("82913.5"), 2, False, "82,913.5", "82.913,5"),
        (F("1234567.891"), 2, False, "1,234,567.89", "1.234.567,89"),
        (F("0.005"), 2, False, "0.01", "0,01"),
        (F("-0.005"), 2, False, "-0.01", "-0,01"),
        (F("-0.004"), 2, False, "0", "0"),
        (F("2.5"), 0, False, "3", "3"),
        (F("-2.5"), 0, False, "-3", "-3"),
        (F("1.5"), 2, True, "1.50", "1,50"),
        (F(7), 2, True, "7.00", "7,00"),
        (F(2, 3), 6, False, "0.666667", "0,666667"),
        (F("-1234.5"), 1, False, "-1,234.5", "-1.234,5"),
    ],
)
def test_a_number_is_written_half_up(value: Fraction, decimals: int, fixed: bool, en: str, vi: str) -> None:
    """Numbers are grouped by threes, rounded half up away from zero, and have the signs of their language."""
    assert locale.number(value, "en", decimals, fixed) == en
    assert locale.number(value, "vi", decimals, fixed) == vi


GRADE = Unit(
    "grade",
    Text("grade", "mức xếp loại"),
    Text("grades", "mức xếp loại"),
    grades=(
        GivenText(en="excellent", vi="xuất sắc"),
        GivenText(en="good", vi="tốt"),
        GivenText(vi="hoàn thành"),
    ),
)


@pytest.mark.parametrize(
    ("figure", "en", "vi"),
    [
        (exactly(1), "excellent", "xuất sắc"),
        (exactly(2), "good", "tốt"),
        (exactly(3), "hoàn thành", "hoàn thành"),
        (Interval(F(1), F(2)), "excellent–good", "xuất sắc–tốt"),
        (exactly(F(3, 2)), "1.5 (between excellent and good)", "1,5 (giữa xuất sắc và tốt)"),
        (exactly(4), "4", "4"),
    ],
)
def test_a_grade_is_called_by_its_name(figure: Interval, en: str, vi: str) -> None:
    """A figure is the place of a grade; a mean that lies between two has both, and where there is no name the place."""
    assert (locale.amount(figure, GRADE, "en"), locale.amount(figure, GRADE, "vi")) == (en, vi)
    assert (locale.amount_in_full(figure, GRADE, "en"), locale.amount_in_full(figure, GRADE, "vi")) == (en, vi)


@pytest.mark.parametrize(
    ("interval", "en", "vi"),
    [
        (Interval(F(1), F(2)), "good or better", "tốt trở lên"),
        (Interval(None, F(2)), "good or better", "tốt trở lên"),
        (Interval(None, F(1)), "excellent", "xuất sắc"),
        (exactly(2), "good", "tốt"),
    ],
)
def test_the_goal_of_a_grade_has_its_name(interval: Interval, en: str, vi: str) -> None:
    """A better grade meets the goal too, but for the best."""
    aim = goal(interval, "lower", every="year")
    assert (locale.goal_text(aim, GRADE, "en"), locale.goal_text(aim, GRADE, "vi")) == (en, vi)


@pytest.mark.parametrize(
    ("share", "decimals", "fixed", "en", "vi"),
    [
        (F(547, 700), 2, False, "78.14%", "78,14%"),
        (F(3, 4), 2, False, "75%", "75%"),
        (F(1, 2), 2, False, "50%", "50%"),
        (F("0.99996"), 2, False, "99.99%", "99,99%"),
        (F("0.996"), 0, False, "99%", "99%"),
        (F("0.9999999"), 1, True, "99.9%", "99,9%"),
        (F(1), 2, False, "100%", "100%"),
        (F("1.00001"), 2, False, "100%", "100%"),
        (F(48, 41), 0, True, "117%", "117%"),
        (F("12.345"), 2, False, "1,234.5%", "1.234,5%"),
        (F("0.781"), 2, True, "78.10%", "78,10%"),
        (F("-0.051"), 2, False, "-5.1%", "-5,1%"),
        (F("0.00004"), 2, False, "under 0.01%", "dưới 0,01%"),
        (F(1, 750_000_000), 2, True, "under 0.01%", "dưới 0,01%"),
        (F("0.00005"), 2, False, "0.01%", "0,01%"),
        (F("0.004"), 0, False, "under 1%", "dưới 1%"),
        (F(0), 2, False, "0%", "0%"),
    ],
)
def test_what_is_under_100_percent_is_never_written_as_100(
    share: Fraction, decimals: int, fixed: bool, en: str, vi: str
) -> None:
    """Shares are written in percent, half up, but 99.996% stays below 100%, and 0.004% above 0."""
    assert locale.percent(share, "en", decimals, fixed) == en
    assert locale.percent(share, "vi", decimals, fixed) == vi


@pytest.mark.parametrize(
    ("shares", "en", "vi"),
    [
        (Interval(F(3, 4), F(1)), "75–100%", "75–100%"),
        (Interval(F(547, 700), F(548, 700)), "78.14–78.29%", "78,14–78,29%"),
        (Interval(F("0.99991"), F("0.99999")), "99.99%", "99,99%"),
        (at_least(F("0.5")), "≥ 50%", "≥ 50%"),
        (Interval(F("0.51"), None, False), "> 51%", "> 51%"),
        (Interval(None, F("0.04"), high_closed=False), "< 4%", "< 4%"),
        (Interval(None, F("0.04")), "≤ 4%", "≤ 4%"),
        (Interval(F("-0.05"), F("-0.03")), "-5 to -3%", "-5 đến -3%"),
    ],
)
def test_an_interval_is_rounded_outwards(shares: Interval, en: str, vi: str) -> None:
    """The low end of an interval is rounded down and the high end up; a missing end is a comparison."""
    assert locale.percent_interval(shares, "en") == en
    assert locale.percent_interval(shares, "vi") == vi


@pytest.mark.parametrize(
    ("figure", "unit", "en", "vi"),
    [
        (exactly(547), MEMBER, "547 members", "547 đảng viên"),
        (exactly(1), MEMBER, "1 member", "1 đảng viên"),
        (exactly(82_913), WORKER, "82,913 workers", "82.913 lao động"),
        (exactly(F("78.14")), PERCENT, "78.14%", "78,14%"),
        (exactly(F("99.996")), PERCENT, "99.99%", "99,99%"),
        (exactly(F("0.001")), PERCENT, "under 0.01%", "dưới 0,01%"),
        (exactly(F("12.5")), HECTARE, "12.5 ha", "12,5 ha"),
        (exactly(1), RANK, "1st", "hạng 1"),
        (exactly(2), RANK, "2nd", "hạng 2"),
        (exactly(3), RANK, "3rd", "hạng 3"),
        (exactly(11), RANK, "11th", "hạng 11"),
        (exactly(22), RANK, "22nd", "hạng 22"),
        (exactly(112), RANK, "112th", "hạng 112"),
        (Interval(F(1), F(3)), RANK, "1st–3rd", "hạng 1–3"),
        (Interval(F("1.5"), F(2)), PERCENT, "1.5–2%", "1,5–2%"),
        (at_least(700), MEMBER, "≥ 700 members", "≥ 700 đảng viên"),
        (Interval(F(20), None, False), MEMBER, "> 20 members", "> 20 đảng viên"),
        (Interval(F(20), F(30), False), MEMBER, "> 20 and ≤ 30 members", "> 20 và ≤ 30 đảng viên"),
        (Interval(None, F(4), high_closed=False), PERCENT, "< 4%", "< 4%"),
        (EVERYTHING, MEMBER, "– members", "– đảng viên"),
    ],
)
def test_an_amount_has_its_unit(figure: Interval, unit: Unit, en: str, vi: str) -> None:
    """A figure is written with its unit, one thing or many, the per cent sign close to it."""
    assert locale.amount(figure, unit, "en") == en
    assert locale.amount(figure, unit, "vi") == vi


@pytest.mark.parametrize(
    ("aim", "unit", "en", "vi"),
    [
        (goal(at_least(700)), MEMBER, "≥ 700 members", "≥ 700 đảng viên"),
        (goal(at_least(16_000), every="year"), WORKER, "≥ 16,000 workers every year", "≥ 16.000 lao động hằng năm"),
        (goal(Interval(F("1.5"), F(2)), every="year"), PERCENT, "1.5–2% every year", "1,5–2% hằng năm"),
        (goal(exactly(3), "exactly"), MEMBER, "= 3 members", "= 3 đảng viên"),
        (goal(at_least(F("99.996"))), PERCENT, "≥ 99.996%", "≥ 99,996%"),
        (goal(by=date(2024, 12, 31)), PERCENT, "by 2024-12-31", "chậm nhất 31/12/2024"),
        (goal(Interval(None, F(1)), "lower", every="year"), RANK, "1st", "hạng 1"),
        (goal(exactly(1), "lower", every="year"), RANK, "1st", "hạng 1"),
        (goal(Interval(None, F(5)), "lower"), RANK, "5th or better", "hạng 5 trở lên"),
        (goal(implied=exactly(41)), MEMBER, "≥ 41 members", "≥ 41 đảng viên"),
        (goal(implied=span("(24.32,24.83]")), MEMBER, "≥ 24.32–24.83 members", "≥ 24,32–24,83 đảng viên"),
        (goal(implied=exactly(4), direction="lower"), PERCENT, "≤ 4%", "≤ 4%"),
        (goal(), MEMBER, "not printed", "không nêu"),
    ],
)
def test_a_goal_says_what_is_acceptable(aim: Goal, unit: Unit, en: str, vi: str) -> None:
    """A goal is written as its bounds, with the year or the date that it binds by."""
    assert locale.goal_text(aim, unit, "en") == en
    assert locale.goal_text(aim, unit, "vi") == vi


@pytest.mark.parametrize(
    ("kind", "unit", "rollup", "direction", "interval", "en", "vi"),
    [
        ("total", MEMBER, "sum", "lower", Interval(None, Fraction(0)), "0 members", "0 đảng viên"),
        ("level", PERCENT, "share", "higher", at_least(100), "100%", "100%"),
        ("level", PERCENT, "share", "lower", Interval(None, Fraction(0)), "0%", "0%"),
        ("level", PERCENT, "none", "higher", at_least(100), "≥ 100%", "≥ 100%"),  # of the year before, say
        ("annual", PERCENT, "share", "higher", at_least(100), "≥ 100%", "≥ 100%"),  # of a quota
        ("rate", PERCENT, "none", "lower", Interval(None, Fraction(0)), "≤ 0%", "≤ 0%"),
        ("total", MEMBER, "sum", "lower", Interval(None, Fraction(1)), "≤ 1 member", "≤ 1 đảng viên"),
    ],
)
def test_a_goal_beyond_which_nothing_lies_has_no_sign(
    kind: str, unit: Unit, rollup: Rollup, direction: Direction, interval: Interval, en: str, vi: str
) -> None:
    """At most none, and at least all of a share, is that number; what can go beyond keeps its sign."""
    indicator = Indicator(
        "a/b", GivenText("n"), kind, unit, "higher" if direction == "higher" else "lower", rollup=rollup
    )
    one = goal(interval, direction=direction)
    assert (goal_text(one, indicator, "en"), goal_text(one, indicator, "vi")) == (en, vi)


def test_a_goal_in_a_sentence_has_its_date_in_full() -> None:
    """Only a goal that is a date reads otherwise in a sentence than in a table."""
    name = GivenText("n")
    task = Indicator("work/task", name, "milestone", PERCENT, "higher")
    members = Indicator("party/members", name, "level", MEMBER, "higher")
    day = goal(by=date(2025, 2, 3))
    assert goal_text(day, task, "en") == "by 2025-02-03"
    assert goal_text(day, task, "en", sentence=True) == "by 3 February 2025"
    assert goal_text(day, task, "vi", sentence=True) == "chậm nhất ngày 03 tháng 02 năm 2025"
    assert goal_text(goal(at_least(700)), members, "vi", sentence=True) == "≥ 700 đảng viên"


@pytest.mark.parametrize(
    ("aim", "unit", "average", "en", "vi"),
    [
        (goal(at_least(F("95.5")), every="year"), PERCENT, locale.ON_AVERAGE, "≥ 95.5% every year", "≥ 95,5% hằng năm"),
        (
            goal(at_least(70), every="average"),
            MEMBER,
            locale.YEARLY,
            "≥ 70 members/year",
            "≥ 70 đảng viên/năm",
        ),
        (goal(at_least(70), every="average"), PERCENT, locale.ON_AVERAGE, "≥ 70% on average", "≥ 70% bình quân"),
        (
            goal(at_least(70), every="average"),
            PERCENT,
            locale.AVERAGE_OF_YEARS,
            "≥ 70% a year on average",
            "≥ 70% bình quân hằng năm",
        ),
        (
            goal(at_least(70), every="average")._replace(words="(50%)"),
            MEMBER,
            locale.YEARLY,
            "≥ 70 members/year (50%)",
            "≥ 70 đảng viên/năm (50%)",
        ),
        (
            goal(at_least(90), every="year")._replace(words="dân số"),
            PERCENT,
            locale.AVERAGE_OF_YEARS,
            "≥ 90% dân số every year",
            "≥ 90% dân số hằng năm",
        ),
        (
            goal(Interval(F(1), F(3)), "lower", every="average"),
            RANK,
            locale.ON_AVERAGE,
            "3rd or better on average",
            "hạng 3 trở lên bình quân",
        ),
        (
            goal(at_least(31_000), path=((2021, at_least(15_000)), (2022, at_least(16_000)))),
            WORKER,
            locale.YEARLY,
            "≥ 31,000 workers (by year)",
            "≥ 31.000 lao động (theo từng năm)",
        ),
        (
            goal(at_least(90), every="year", path=((2021, at_least(90)),)),
            PERCENT,
            locale.ON_AVERAGE,
            "≥ 90% (by year)",
            "≥ 90% (theo từng năm)",
        ),
    ],
)
def test_a_goal_says_how_its_years_count(aim: Goal, unit: Unit, average: Text, en: str, vi: str) -> None:
    """Each year, their average, or years of their own: each is written by its words."""
    assert locale.goal_text(aim, unit, "en", average=average) == en
    assert locale.goal_text(aim, unit, "vi", average=average) == vi


@pytest.mark.parametrize(
    ("figure", "unit", "en", "vi"),
    [
        (exactly(12_500_000_000), VND, "12.5 billion VND", "12,5 tỷ đồng"),
        (exactly(12_125_000_000), VND, "12.125 billion VND", "12,125 tỷ đồng"),
        (exactly(12_125_500_000), VND, "12,125.5 million VND", "12.125,5 triệu đồng"),
        (exactly(12_125_500_001), VND, "12,125,500,001 VND", "12.125.500.001 đồng"),
        (exactly(36_000_000_000_000), VND, "36,000 billion VND", "36.000 tỷ đồng"),
        (exactly(999_000), VND, "999,000 VND", "999.000 đồng"),
        (exactly(0), VND, "0 VND", "0 đồng"),
        (exactly(-2_500_000), VND, "-2.5 million VND", "-2,5 triệu đồng"),
        (exactly(3_500), USD, "3,500 USD", "3.500 USD"),
        (exactly(1_250_000), USD, "1.25 million USD", "1,25 triệu USD"),
        (at_least(12_500_000_000), VND, "≥ 12.5 billion VND", "≥ 12,5 tỷ đồng"),
        (Interval(F(500_000_000), F(1_200_000_000)), VND, "500–1,200 million VND", "500–1.200 triệu đồng"),
        (exactly(F(10**12, 7)), VND, "142,857,142,857.14 VND", "142.857.142.857,14 đồng"),
    ],
)
def test_money_is_written_with_the_largest_exact_scale(figure: Interval, unit: Unit, en: str, vi: str) -> None:
    """Billions or millions where at most three decimals are exact, else in full."""
    assert locale.amount(figure, unit, "en") == en
    assert locale.amount(figure, unit, "vi") == vi


def test_money_is_written_to_its_last_decimal() -> None:
    """Scaled where that is exact; without its name, under a heading that is in dong, in dong."""
    assert locale.amount_in_full(exactly(12_125_000_000), VND, "en") == "12.125 billion VND"
    assert locale.amount_in_full(exactly(F(10**12, 7)), VND, "en") == "142,857,142,857.142857… VND"
    assert locale.amount_in_full(exactly(12_125_000_000), VND, "vi", named=False) == "12,125 tỷ"
    assert locale.amount(exactly(12_500_000_000), VND, "vi", named=False) == "12.500.000.000"


def test_a_figure_in_a_column_has_no_name_but_keeps_its_sign() -> None:
    """Where the unit has its own column the name is left out, the per cent sign and the rank are not."""
    assert locale.amount(exactly(547), MEMBER, "en", named=False) == "547"
    assert locale.amount(exactly(5), PERCENT, "vi", named=False) == "5%"
    assert locale.goal_text(goal(at_least(16_000), every="year"), WORKER, "en", named=False) == "≥ 16,000 every year"


@pytest.mark.parametrize(
    ("day", "short", "en", "vi"),
    [
        (date(2023, 4, 3), "03/04/2023", "3 April 2023", "ngày 03 tháng 4 năm 2023"),
        (date(2023, 2, 14), "14/02/2023", "14 February 2023", "ngày 14 tháng 02 năm 2023"),
        (date(2024, 12, 31), "31/12/2024", "31 December 2024", "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_a_date_is_written_as_in_official_documents(day: date, short: str, en: str, vi: str) -> None:
    """Days below 10 and months 1 and 2 have a zero in Vietnamese sentences; English tables use ISO dates."""
    assert locale.date_short(day, "vi") == short
    assert locale.date_short(day, "en") == day.isoformat()
    assert locale.date_text(day, "en") == en
    assert locale.date_text(day, "vi") == vi


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(54700, 700), "78.142857…"),
        (F(-2, 3), "-0.666666…"),
        (F("0.125"), "0.125"),
        (F(1, 10**7), "0.000000…"),
        (F(10**60 + 1), "1" + ",000" * 19 + ",001"),
    ],
)
def test_a_figure_in_full_is_not_rounded(value: Fraction, text: str) -> None:
    """A decimal without an end is broken off, not rounded; a long number keeps every digit."""
    assert locale.exact_decimal(value, "en") == text


def test_a_message_is_filled_by_the_type_of_its_values() -> None:
    """Each value is in the sentence as the language writes it, and doubled braces are braces."""
    filled = message(
        "{share}, {printed}, {day}, {word}, {given}, {count}, {text}, {{en:}} {en: x}",
        "{share}; {printed}; {day}; {word}; {given}; {count}; {text}",
        share=F(54700, 700),
        printed=Printed(F("78.1"), 2),
        day=date(2024, 9, 3),
        word=Text("met", "đạt"),
        given=GivenText(vi="Đảng ủy"),
        count=82_913,
        text="a\x1b[31m {b}",
    )
    assert locale.write(filled, "en") == (
        "78.14, 78.10, 3 September 2024, met, Đảng ủy, 82,913, a\ufffd[31m {b}, {en:} {en: x}"
    )
    assert locale.write(filled, "vi") == (
        "78,14; 78,10; ngày 03 tháng 9 năm 2024; đạt; Đảng ủy; 82.913; a\ufffd[31m {b}"
    )


def _read(text: str, language: Language) -> Fraction:
    group, point = (".", ",") if language == "vi" else (",", ".")
    return Fraction(text.replace(group, "").replace(point, "."))


@given(
    st.fractions(max_denominator=10**40) | st.integers(-(10**60), 10**60).map(Fraction),
    st.integers(0, 6),
    st.sampled_from(["en", "vi"]),
)
def test_a_written_number_read_back_is_the_rounded_one(value: Fraction, decimals: int, language: Language) -> None:
    """What is written, read back, is the nearest number with so many decimals, ties away from zero."""
    read = _read(locale.number(value, language, decimals), language)
    step = Fraction(1, 10**decimals)
    assert (read / step).denominator == 1
    assert abs(read - value) <= step / 2
    if abs(read - value) == step / 2:
        assert abs(read) > abs(value)
    assert read == _read(locale.number(value, language, decimals, fixed=True), language)


@given(st.fractions(min_value=0, max_value=1), st.integers(0, 4))
def test_only_a_whole_is_written_as_100_percent(share: Fraction, decimals: int) -> None:
    """A share is written as 100% exactly when it is 1."""
    assert (locale.percent(share, "en", decimals) == "100%") == (share == 1)


@given(st.fractions(min_value=0, max_value=1), st.integers(0, 4))
def test_only_nothing_is_written_as_0_percent(share: Fraction, decimals: int) -> None:
    """A share is written as 0% exactly when it is 0."""
    assert (locale.percent(share, "en", decimals) == "0%") == (share == 0)


DONG = Text("VND", "đồng")


@pytest.mark.parametrize(
    ("values", "en", "vi"),
    [
        # 18 thousand billion at 72.41% to 73.07%: whole billions tell the two apart
        (
            Spread(Fraction(24_632_876_712_328), Fraction(24_860_000_000_000), DONG, money=True),
            "24,633–24,860 billion VND",
            "24.633–24.860 tỷ đồng",
        ),
        (
            Spread(Fraction(24_632_876_712), Fraction(24_860_000_000), DONG, money=True),
            "24.63–24.86 billion VND",
            "24,63–24,86 tỷ đồng",
        ),
        (Spread(Fraction("1.7821"), Fraction("1.8181"), sign="%"), "1.782–1.818%", "1,782–1,818%"),
        (Spread(Fraction("1.79999"), Fraction("1.80001"), sign="%"), "1.799990–1.800010%", "1,799990–1,800010%"),
        (Spread(Fraction("1.8"), Fraction("1.8000001"), sign="%"), "1.8%", "1,8%"),
        (Spread(Fraction(-3), Fraction(20), Text("ha", "ha")), "-3 to 20 ha", "-3 đến 20 ha"),
    ],
)
def test_two_ends_are_told_apart(values: Spread, en: str, vi: str) -> None:
    """What lies between two values has as many decimals as tell them apart."""
    assert locale.spread(values, "en") == en
    assert locale.spread(values, "vi") == vi


def test_counts_of_officials_have_two_digits() -> None:
    """In Vietnamese a count below ten has a nought before it; none has none."""
    assert [locale.counted(count).vi for count in (0, 1, 9, 10, 1200)] == ["0", "01", "09", "10", "1.200"]
    assert locale.counted(3).en == "3"
