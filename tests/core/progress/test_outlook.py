"""The best yearly pace so far, and until when it still leads to the bound."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from samples.judged import FIVE_YEARS, PLAN, assessed, case_of, inline

from partykpi.core.figure import exactly
from partykpi.core.measure import Reach
from partykpi.core.model import Direction, Reading
from partykpi.core.progress.outlook import best_change, best_sum, short_by, within_reach
from partykpi.core.time import Period, Term, months_of
from partykpi.problem import Place, Source

MEMBERS = inline("total", "member") + "target: 100 members, "
SHARE = inline("level", "%")
POOR = inline("level", "%", "lower")
PLACE = Place(Source("readings", ""), 1, 1, 1)
TERM = Term(date(2020, 7, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("missing", "best", "until"),
    [
        ("60", "30", "2023-06-30"),  # two years before the end
        ("5/2", "1", "2022-12-31"),
        ("4", "9/10", "2021-01-21"),  # 53 1/3 months, so 6 2/3 of 60 are left: 2/3 of January
        ("5", "1", "2020-06-30"),  # the whole period: from the day before it on
        ("1", "100", "2025-06-27"),  # 0.12 months: 59 and 0.88 of June, which is 26.4 of 30 days
    ],
)
def test_within_reach(missing: str, best: str, until: str) -> None:
    """The end of the period less the months that the best pace needs for what is missing."""
    found = within_reach(Fraction(missing), Fraction(best), TERM)
    assert found == Reach(Fraction(best), Fraction(missing), date.fromisoformat(until))


@pytest.mark.parametrize(("missing", "best"), [("0", "5"), ("-3", "5"), ("5", "0"), ("5", "-1")])
def test_nothing_to_reach(missing: str, best: str) -> None:
    """Nothing is missing, or the best pace brought nothing: no day is told."""
    assert within_reach(Fraction(missing), Fraction(best), TERM) is None


@pytest.mark.parametrize(
    ("readings", "best"),
    [
        # spans of a year or more that follow one another without a gap
        ("readings: {2020-H2: 20, 2021: 30}", "100/3"),  # 50 in 18 months
        ("readings: {2021: 10, 2022: 30}", "30"),
        ("readings: {2021-H1: 20, 2021-H2: 5, 2022-H1: 20}", "30"),  # 45 in 18 months; 25 in each 12
        ("readings: {2021: 10, 2023: 12}", "12"),  # 2022 is not told
        ("readings: {2020-H2: 30}", "0"),  # half a year is no pace of a year
        ("cumulative: yes, readings: {2021-12-31: 20, 2022-06-30: 35, 2022-12-31: 52}", "32"),  # 52 - 20 in 2022
        ("cumulative: no, readings: {2021-12-31: 20, 2022-12-31: 16}", "16"),  # 20 in 18 months are 13 1/3
    ],
)
def test_the_best_pace_of_a_total(readings: str, best: str) -> None:
    """The most that came a year over a year or more."""
    assert best_sum(case_of(MEMBERS + readings, "2023-12-31")) == Fraction(best)


@pytest.mark.parametrize(
    ("points", "sign", "best"),
    [
        ([("2020-06-30", "90"), ("2022-12-31", "92.5")], 1, "1"),  # 2.5 in 30 months
        ([("2020-06-30", "8"), ("2020-12-31", "7.8"), ("2022-12-31", "6")], -1, "9/10"),  # 1.8 in two years
        ([("2020-06-30", "60"), ("2020-12-31", "70")], 1, "0"),  # half a year
        ([("2020-06-30", "60"), ("2021-06-30", "70"), ("2022-06-30", "65")], 1, "10"),
        ([("2020-06-30", "60"), ("2021-06-30", "55")], 1, "0"),  # the wrong way
        ([("2020-06-30", "60")], 1, "0"),
    ],
)
def test_the_best_pace_of_a_level(points: list[tuple[str, str]], sign: int, best: str) -> None:
    """The most that a level changed to the better a year, between days that lie a year apart or more."""
    found = best_change([(date.fromisoformat(day), Fraction(value)) for day, value in points], sign)
    assert found == Fraction(best)


DAYS = some.one_of(
    some.dates(date(2019, 12, 25), date(2026, 1, 5)),
    some.builds(date, some.integers(2020, 2026), some.sampled_from([1, 2, 3, 6, 7, 12]), some.sampled_from([1, 28])),
)
VALUES = some.one_of(some.integers(-3, 3).map(Fraction), some.fractions(-50, 50, max_denominator=40))


@given(some.dictionaries(DAYS, VALUES, max_size=40), some.sampled_from([1, -1]))
def test_no_two_points_change_faster(levels: dict[date, Fraction], sign: int) -> None:
    """The best change is that of the best of all pairs of days that lie a year apart or more, and never below 0."""
    best = Fraction(0)
    for (first, before), (last, after) in combinations(sorted(levels.items()), 2):
        months = months_of(first + timedelta(days=1), last)
        if months >= 12:
            best = max(best, sign * (after - before) / months * 12)
    assert best_change(sorted(levels.items()), sign) == best


@given(some.lists(some.tuples(some.integers(1, 20), some.integers(0, 9), some.booleans()), min_size=1, max_size=25))
def test_no_stretch_of_a_total_comes_to_more(parts: list[tuple[int, int, bool]]) -> None:
    """The best sum is that of the best stretch of readings without a gap, of a year or more."""
    spans, month = [], 0
    for length, figure, gap in parts:
        month += gap
        first, after = (date(2020 + at // 12, at % 12 + 1, 1) for at in (month, month + length))
        month += length
        last = after - timedelta(days=1)
        spans.append((first, last, figure))
    readings = tuple(
        Reading(str(figure), PLACE, exactly(figure), Period(first, last, "")) for first, last, figure in spans
    )
    case = case_of(MEMBERS + "readings: {2020: 1}", "2069-12-31")._replace(readings=readings)
    best = Fraction(0)
    for start in range(len(spans)):
        for end in range(start, len(spans)):
            stretch = spans[start : end + 1]
            whole = all(one[1] + timedelta(days=1) == two[0] for one, two in pairwise(stretch))
            months = months_of(stretch[0][0], stretch[-1][1])
            if whole and months >= 12:
                best = max(best, Fraction(sum(figure for _, _, figure in stretch)) / months * 12)
    assert best_sum(case) == best


@pytest.mark.parametrize(
    ("target", "as_of", "term", "best", "until"),
    [
        # 60 lacking at 30 a year: two years before the end
        (MEMBERS + "readings: {2021: 10, 2022: 30}", "2022-12-31", PLAN, "30", "2023-12-31"),
        # 3.6 points in two and a half years are 1.44 a year; 3.6 lacking take 30 months
        (SHARE + "target: 97.2 %, baseline: 90 %, readings: {2022-12-31: 93.6 %}", "mid-term", FIVE_YEARS, "36/25",
         "2022-12-31"),
        # a survey of two years: 2.4 in 24 months; 3.6 lacking take 36, and more than are left
        (POOR + "target: 3 %, baseline: 9.2 %, readings: {2020-12-31: 9 %, 2022-12-31: 6.6 %}", "mid-term", FIVE_YEARS,
         "6/5", "2022-06-30"),
    ],
)  # fmt: skip
def test_the_last_day_within_reach(target: str, as_of: str, term: str, best: str, until: str) -> None:
    """Two and a half years bring two and a half years' worth and not more; a day gone by is told as well."""
    reach = assessed(target, as_of, term).reach
    assert reach is not None
    assert (reach.best, reach.until) == (Fraction(best), date.fromisoformat(until))


@pytest.mark.parametrize(
    "target",
    [
        MEMBERS + "readings: {2021: 60, 2022: 40}",  # met
        MEMBERS + "actual: 0",  # no pace
        SHARE + "target: 97 %, baseline: 90 %, readings: {2022-12-31: 89 %}",  # none to the better
        POOR + "target: 3 %, readings: {2022-12-31: 6 %}",  # one figure
    ],
)
def test_no_day_where_there_is_no_pace(target: str) -> None:
    """What is met, or never moved to the better, has no last day."""
    assert assessed(target, "2022-12-31").reach is None


@pytest.mark.parametrize(
    "target",
    [
        # each year so far kept, by more than was asked: 9 points are the surplus, nothing is lacking
        SHARE + "target: over 90 % every year, readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}",
        # a year lost is lost, and no later one makes it good
        SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 85 %, 2023: 89 %}",
        SHARE + "target: over 90 %, every: year, readings: {2021: 85 %, 2022: 88 %, 2023: 91 %}",
        inline("total", "member") + "target: 25 members/year, every: year, readings: {2021: 26, 2022: 30, 2023: 31}",
        inline("annual", "%") + "target: 90 % every year, readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}",
        # the mean of 92, 95 and 99 is over 90 as it stands
        SHARE + "target: over 90 %, every: average, readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}",
        # beyond the far end of a goal that asks for no more
        SHARE + "target: within 40..50 %, readings: {2021: 45 %, 2022: 48 %, 2023: 55 %}",
    ],
)
def test_no_day_where_nothing_is_lacking(target: str) -> None:
    """What each year has to keep, and what lies beyond the bound, lacks nothing that a pace could bring."""
    assert assessed(target, "2023-12-31").reach is None


@pytest.mark.parametrize(("direction", "short"), [("higher", "3"), ("lower", "-3"), ("exactly", "3")])
def test_what_is_lacking_is_on_the_side_of_the_goal(direction: Direction, short: str) -> None:
    """Of 10, 7 falls 3 short where higher is better, and lies 3 within the limit where lower is."""
    goal = case_of(SHARE + "target: 10 %, readings: {2021: 7 %}").goal._replace(direction=direction)
    assert short_by(goal, Fraction(7), Fraction(10)) == Fraction(short)
