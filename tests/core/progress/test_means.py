"""The mean of the years, arithmetic and compound."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.judged import FIVE_YEARS, PLAN, assessed, inline, said, short

from partykpi.core.model import Status

POINTS = inline("rate", "%")
GROWTH = inline("rate", "%", more=", mean: compound")
SHARE = inline("level", "%")
RANK = inline("rank", "rank", "lower")


@pytest.mark.parametrize(
    ("target", "as_of", "achieved"),
    [
        # each year once, however it is told
        (POINTS + "target: 5 %, readings: {2021: 8, 2022: 2}", "2022-12-31", "5"),
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-H1: 2, 2022-H2: 2}", "2022-12-31", "5"),
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-H1: 1, 2022-H2: 3}", "2022-12-31", "5"),
        # within a year by the months of each: (1 × 3 + 5 × 9) / 12 = 4
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-Q1: 1, 2022-Q2: 5, 2022-H2: 5}", "2022-12-31", "6"),
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-Q1: 1, 2022-Q2: 5, 2022-H2: 8}", "2022-12-31", "27/4"),
        # a year that is not whole does not count, over or not
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-H1: 1}", "2022-06-30", "8"),
        (POINTS + "target: 5 %, readings: {2021: 8, 2022-H1: 1}", "2022-12-31", "8"),
        # one figure is the mean itself, a list has one a year
        (POINTS + "target: 5 %, actual: 4.4", "mid-term", "22/5"),
        (POINTS + "target: 5 %, actual: [4, 6, 8]", "end", "6"),
        # the average that a goal asks of a level, or of a rank: of the latest figure of each year
        (SHARE + "target: 90 %, every: average, readings: {2021-H1: 70 %, 2021-H2: 86 %, 2022: 94 %}", "2022-12-31",
         "90"),
        (RANK + "target: 2, every: average, readings: {2021: 1, 2022: 4}", "2022-12-31", "5/2"),
        # growth: 1.44 × 1 = 1.2², 0.5 × 2 = 1, 1.1³ = 1.331 and 1.331 is 1.21 × 1.1
        (GROWTH + "target: 5 %, readings: {2021: 44, 2022: 0}", "2022-12-31", "20"),
        (GROWTH + "target: 5 %, readings: {2021: -50, 2022: 100}", "2022-12-31", "0"),
        (GROWTH + "target: 5 %, readings: {2021: 21, 2022: 10, 2023: 0}", "2023-12-31", "10"),
        (GROWTH + "target: 5 %, readings: {2021: -100, 2022: 50}", "2022-12-31", "-100"),
        (GROWTH + "target: 5 %, readings: {2021: 7}", "2021-12-31", "7"),
    ],
)  # fmt: skip
def test_the_mean_of_the_years(target: str, as_of: str, achieved: str) -> None:
    """Years are averaged and not readings; growth is what each year would have to bring to come to the same."""
    assert short(assessed(target, as_of, PLAN).measure.achieved) == achieved


@pytest.mark.parametrize(
    ("target", "as_of", "needed"),
    [
        # three years of 1, 1.5 and 2 leave two of five to bring 3.5 for a mean of 1.6
        (POINTS + "target: 1.6 %, readings: {2021: 1, 2022: 1.5, 2023: 2}", "2023-12-31", "7/4"),
        (POINTS + "target: 2 %, readings: {2021: 1}", "2021-12-31", "9/4"),  # (10 - 1) / 4
        (POINTS + "target: 2 %, readings: {2021: 1, 2022: 1, 2023: 1, 2024: 1}", "2024-12-31", "6"),
        (POINTS + "target: 2 %, readings: {2021: 2, 2022: 2, 2023: 2, 2024: 2, 2025: 1}", "end", "None"),
        # growth of 21, 10, 10 and 10 makes 1.21 × 1.331 = 1.1^5: nothing is left to bring of 10 a year
        (GROWTH + "target: 10 %, readings: {2021: 21, 2022: 10, 2023: 10, 2024: 10}", "2024-12-31", "0"),
        (POINTS + "target: 2 %, actual: 1", "mid-term", "None"),  # how many years that is of, nobody says
    ],
)
def test_what_each_year_to_come_must_bring(target: str, as_of: str, needed: str) -> None:
    """So much that the mean of all years comes to the goal."""
    measure = assessed(target, as_of, PLAN).measure
    assert str(short(measure.needed)) == needed


def test_a_year_told_in_part_is_named() -> None:
    """It is not counted, and a note says so."""
    it = assessed(POINTS + "target: 5 %, readings: {2021: 8, 2022-H1: 1}", "2022-12-31", FIVE_YEARS)
    assert "2022 is reported in part only and is not counted" in said(it.measure.notes)


@pytest.mark.parametrize(
    ("goal", "achieved", "status"),
    [
        # four years of 21, 10, 10 and 0 come to 1.21 × 1.1 × 1.1 = 1.1^4 exactly: 10, no more and no less
        ("10", "10", "achieved"),
        ("'> 10'", "10", "nearly"),
        ("'< 10'", "10", "nearly"),
        ("'<= 10'", "10", "achieved"),
        ("10.000000001", "10", "nearly"),
        ("9.999999999", "10", "exceeded"),
    ],
)
def test_the_compound_mean_decides_exactly(goal: str, achieved: str, status: Status) -> None:
    """No root decides whether it meets a goal: a mean that is the goal itself meets it."""
    better = "lower" if "<" in goal else "higher"
    target = inline("rate", "%", better, ", mean: compound")
    target += f"target: {goal}, readings: {{2021: 21, 2022: 10, 2023: 10, 2024: 0}}"
    it = assessed(target, "end", "{from: 2021-01-01, to: 2024-12-31}")
    assert short(it.measure.achieved) == achieved
    assert it.status == status


def test_growth_of_a_term() -> None:
    """2, 13, 6, 12 and 9 make 1.02 × 1.13 × 1.06 × 1.12 × 1.09 = 1.49152…, with 1.08324… as its fifth root."""
    readings = "readings: {2021: 2, 2022: 13, 2023: 6, 2024: 12, 2025: 9}"
    it = assessed(GROWTH + f"target: 8.4 %, {readings}", "end", PLAN)
    assert it.measure.achieved is not None
    assert it.measure.achieved.low is not None
    assert round(it.measure.achieved.low, 2) == Fraction("8.32")
    assert it.measure.attainment is not None
    assert it.measure.attainment.low is not None
    assert round(it.measure.attainment.low, 3) == Fraction("0.991")
    assert it.status == "nearly"


EXACTLY = Context(prec=200)
growth = st.integers(min_value=-400, max_value=1200)  # tenths of a percent a year
goals = st.integers(min_value=-200, max_value=800)


def compound(tenths: list[int]) -> Decimal:
    """Return the compound mean of growth in tenths of a percent, to 200 digits."""
    product = Decimal(1)
    for one in tenths:
        product = EXACTLY.multiply(product, EXACTLY.divide(Decimal(1000 + one), Decimal(1000)))
    root = EXACTLY.power(product, EXACTLY.divide(Decimal(1), Decimal(len(tenths))))
    return EXACTLY.multiply(EXACTLY.subtract(root, Decimal(1)), Decimal(1000))


@settings(max_examples=150, deadline=None)
@given(st.lists(growth, min_size=1, max_size=5), goals, st.sampled_from(("higher", "lower")), st.booleans(), st.data())
def test_the_verdict_is_that_of_two_hundred_digits(
    tenths: list[int], asked: int, better: str, strict: bool, data: st.DataObject
) -> None:
    """Whether a compound mean meets a goal, and leaves it behind, is what its decimals say, as many as one likes."""
    if data.draw(st.booleans()):
        asked = tenths[0]
        tenths = [asked] * len(tenths)  # a mean that is the goal itself
    sign = {"higher": ">", "lower": "<"}[better] + ("" if strict else "=")
    readings = ", ".join(f"{2021 + number}: {one / 10:.1f}" for number, one in enumerate(tenths))
    target = inline("rate", "%", better, ", mean: compound")
    target += f"target: '{sign} {asked / 10:.1f}', readings: {{{readings}}}"
    measure = assessed(target, f"{2020 + len(tenths)}-12-31", PLAN).measure
    beyond = compound(tenths) - asked if better == "higher" else asked - compound(tenths)
    equal = abs(beyond) < Decimal(10) ** -150
    assert measure.met is (not strict if equal else beyond > 0)
    assert measure.exceeded is (not equal and beyond > 0)


OPEN = "no reading of {}: not enough to judge by at the end of the period"


@pytest.mark.parametrize(
    ("target", "term", "status", "notes"),
    [
        # two of five years: the other three can still bring the mean of 9 below 8, or that of 7 up to it
        (GROWTH + "target: 8 %, readings: {2021: 9, 2022: 9}", PLAN, "undetermined", OPEN.format("2023, 2024, 2025")),
        (POINTS + "target: 8 %, readings: {2021: 7, 2022: 7}", PLAN, "undetermined", OPEN.format("2023, 2024, 2025")),
        (POINTS + "target: 8 %, readings: {2021: 9, 2022: 9, 2023: 9, 2024: 9, 2025: 4}", PLAN, "achieved", ""),
        (POINTS + "target: 8 %, readings: {2021: 9, 2022: 9, 2023: 9, 2024: 9, 2025: 3}", PLAN, "nearly", ""),
        # a year that is told in part is missing too
        (
            POINTS + "target: 8 %, readings: {2021: 9, 2022: 9, 2023: 9, 2024: 9, 2025-H1: 4}",
            PLAN,
            "undetermined",
            f"2025 is reported in part only and is not counted; {OPEN.format('2025-H2')}",
        ),
        # a term that ends with June has four whole years, and one figure of them all is their mean
        (POINTS + "target: 8 %, readings: {2021: 9, 2022: 9, 2023: 9, 2024: 5}", FIVE_YEARS, "achieved", ""),
        (POINTS + "target: 8 %, readings: {2021: 9, 2022: 9, 2023: 9}", FIVE_YEARS, "undetermined", OPEN.format(2024)),
        (POINTS + "target: 8 %, actual: 8", PLAN, "achieved", ""),
        # a list of four years
        (
            POINTS + "target: 8 %, actual: [9, 9, 9, 9]",
            PLAN,
            "undetermined",
            "4 of the period's 5 years are reported",
        ),
        # of whatever the mean is asked
        (
            SHARE + "target: 90 %, every: average, readings: {2021: 95 %, 2022: 95 %, 2024: 95 %, 2025: 95 %}",
            PLAN,
            "undetermined",
            OPEN.format("2023"),
        ),
        (
            RANK + "target: 2, every: average, readings: {2021: 1, 2022: 1, 2023: 1, 2024: 1}",
            PLAN,
            "undetermined",
            OPEN.format("2025"),
        ),
        (
            inline("annual", "VND") + "target: 9, every: average, readings: {2021: 9, 2022: 9, 2023: 9, 2025: 9}",
            PLAN,
            "undetermined",
            OPEN.format("2024"),
        ),
    ],
)
def test_years_without_a_reading_leave_a_mean_open_at_the_end(
    target: str, term: str, status: Status, notes: str
) -> None:
    """What the missing years could change is not decided, met or not, and a note names them."""
    it = assessed(target, "end", term)
    assert (it.status, said(it.measure.notes)) == (status, notes)


def test_years_without_a_reading_are_passed_over_before_the_end() -> None:
    """While the period is open the mean goes by the years reported."""
    it = assessed(POINTS + "target: 8 %, readings: {2021: 9, 2023: 9}", "2023-12-31", PLAN)
    assert (it.status, said(it.measure.notes)) == ("exceeded", "no reading of 2022: judged by the years reported")
