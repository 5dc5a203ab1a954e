"""What starts anew each year, worked out by hand.

On the term from July 2020 to June 2025 the way leads from 2020, the year of the day before it, to 2025: five steps. On
five calendar years from 2021 it leads from 2020 to 2025 as well.
"""

from __future__ import annotations

import pytest
from samples.judged import FIVE_YEARS, PLAN, Expected, assessed, found, inline, said

from partykpi.core.measure import Periods

EXPORTS = inline("annual", "VND")
TOURISTS = inline("annual", "person")
SHARE = inline("annual", "%")
ACCIDENTS = inline("annual", "case", "lower")
UNDECIDED = "no reading of {}: not enough to judge by at the end of the period"
FROM_100 = EXPORTS + "target: 150 VND, baseline: 100 VND, "


@pytest.mark.parametrize(
    ("target", "as_of", "term", "expected"),
    [
        # start: no year is over, and none is held against the goal
        (FROM_100 + "readings: {2021-H1: 70}", "2021-06-30", PLAN, Expected("pending", None, None)),
        # the first year: 1 of 5 steps of 50; 12 of 10 gained, 100 + 12 × 5
        (
            FROM_100 + "readings: {2021: 112}",
            "2021-12-31",
            PLAN,
            Expected("on-track", "112", "56/75", "110", "6/5", "160", "19/2"),
        ),
        # middle: years are not added up; 2 of 5 steps
        (
            FROM_100 + "readings: {2021: 112, 2022: 114}",
            "2022-12-31",
            PLAN,
            Expected("behind", "114", "19/25", "120", "7/10", "135", "12"),
        ),
        # the same on a term with half a year at either end
        (
            FROM_100 + "readings: {2021: 112, 2022: 114}",
            "2022-12-31",
            FIVE_YEARS,
            Expected("behind", "114", "19/25", "120", "7/10", "135", None),
        ),
        # within a year money adds up, by halves as by quarters
        (
            FROM_100 + "readings: {2021: 112, 2022-H1: 50, 2022-H2: 64}",
            "2022-12-31",
            PLAN,
            Expected("behind", "114", "19/25", "120", "7/10", "135", "12"),
        ),
        (
            FROM_100 + "readings: {2022-Q1: 20, 2022-Q2: 30, 2022-Q3: 30, 2022-Q4: 34}",
            "2022-12-31",
            PLAN,
            Expected("behind", "114", "19/25", "120", "7/10", "135", "12"),
        ),
        # a year of which a quarter is missing is not whole: 2021 is what there is
        (
            FROM_100 + "readings: {2021: 112, 2022-Q1: 20, 2022-Q2: 30, 2022-Q4: 34}",
            "2022-12-31",
            PLAN,
            Expected("on-track", "112", "56/75", "110", "6/5", "160", None),
        ),
        # end: the figure of the last year, whatever the others were
        (
            FROM_100 + "readings: {2021: 160, 2022: 170, 2023: 180, 2024: 190, 2025: 130}",
            "end",
            PLAN,
            Expected("nearly", "130", "13/15", "150", "3/5", "130"),
        ),
        (
            FROM_100 + "readings: {2024: 140, 2025: 151}",
            "end",
            PLAN,
            Expected("exceeded", "151", "151/150", "150", "51/50", "151"),
        ),
        # fallen below where it began; one step of 10, the line leads to 100 - 5 × 5
        (
            FROM_100 + "readings: {2021: 95}",
            "2021-12-31",
            PLAN,
            Expected("worsened", "95", "19/30", "110", "-1/2", "75", "55/4"),
        ),
        # one figure without a day is that of the year that was over last: 3 of 5 steps at the end of 2023
        (FROM_100 + "actual: 124", "2023-12-31", PLAN, Expected("behind", "124", "62/75", "130", "4/5", "140", "13")),
        # down from 90 to 60 in five steps of 6: 9 of 12 gone, of 30 in all
        (
            ACCIDENTS + "target: 60 cases, baseline: 90 cases, readings: {2021: 85, 2022: 81}",
            "2022-12-31",
            PLAN,
            Expected("behind", "81", "3/10", "78", "3/4", "135/2", "-7"),
        ),
        # without a baseline the share of the limit, and the line through the years: 70, 66, so 54 after three more
        (
            ACCIDENTS + "target: 60 cases, readings: {2021: 70, 2022: 66}",
            "2022-12-31",
            PLAN,
            Expected("pending", "66", "11/10", None, None, "54", "-2"),
        ),
        # of a share the latest figure of the year counts
        (
            SHARE + "target: 95 %, readings: {2021-H1: 40 %, 2021-H2: 96 %, 2022-H1: 45 %}",
            "2022-06-30",
            PLAN,
            Expected("exceeded", "96", "96/95", None, None, None, "0"),
        ),
        # by the years: each against its own goal
        (
            EXPORTS + "target: {2021: 110, 2022: 120, 2023: 130}, readings: {2021: 120, 2022: 108}",
            "2022-12-31",
            "{from: 2021-01-01, to: 2023-12-31}",
            Expected("behind", "108", "54/65", "120", "9/10", "96", "22"),
        ),
    ],
)
def test_annual(target: str, as_of: str, term: str, expected: Expected) -> None:
    """The latest whole year against the goal, on the way that whole years go."""
    it = found(assessed(target, as_of, term))
    if expected.needed is None:  # the table does not say what is needed where years are cut off or not told
        it = it._replace(needed=None)
    assert it == expected


@pytest.mark.parametrize(
    ("as_of", "needed"),
    [
        ("2022-12-31", "12"),  # 36 lacking in three years
        ("2023-06-30", "12"),  # half of 2023 is over, and all of it still to be told: the years left are the same
        ("2023-12-31", "18"),  # 2023 is over, with two years left
    ],
)
def test_what_each_year_left_must_add(as_of: str, needed: str) -> None:
    """The years left are whole years, as the way is counted in them."""
    it = assessed(FROM_100 + "readings: {2021: 112, 2022: 114}", as_of, PLAN)
    assert found(it).needed == needed


@pytest.mark.parametrize(
    ("readings", "as_of", "status", "periods"),
    [
        # a running year is not held against a whole one: kept early where money already suffices, else open
        ("{2021: 150, 2022-H1: 60}", "2022-06-30", "on-track", Periods(1, 1)),
        ("{2021: 150, 2022-H1: 160}", "2022-06-30", "on-track", Periods(2, 2)),
        ("{2021: 150, 2022: 149}", "2022-12-31", "missed", Periods(1, 2, ("2022",))),
        ("{2021: 150, 2022: 150, 2023: 150, 2024: 150, 2025: 150}", "end", "achieved", Periods(5, 5)),
        ("{2021: 150, 2022: 150, 2024: 150, 2025: 150}", "end", "undetermined", Periods(4, 4)),
    ],
)
def test_every_year(readings: str, as_of: str, status: str, periods: Periods) -> None:
    """Each year is held against the goal by itself, and there is no forecast."""
    it = assessed(EXPORTS + f"target: 150 VND, every: year, readings: {readings}", as_of, PLAN)
    assert (it.status, it.measure.periods) == (status, periods)
    assert it.measure.forecast is None


def test_a_running_year_is_named() -> None:
    """A note says which year is not held against the goal."""
    it = assessed(TOURISTS + "target: 150 people, readings: {2021: 151, 2022-H1: 60}", "2022-06-30", PLAN)
    assert "2022 is not whole yet and is not held against the goal" in said(it.measure.notes)


@pytest.mark.parametrize(("latest", "status"), [("2023", "undetermined"), ("2024", "undetermined"), ("2025", "nearly")])
def test_an_old_year_decides_nothing_at_the_end(latest: str, status: str) -> None:
    """Where the last year of the period has no figure, the one before it does not say how it ended."""
    it = assessed(EXPORTS + f"target: 150 VND, readings: {{2021: 130, {latest}: 140}}", "end", PLAN)
    assert it.status == status


@pytest.mark.parametrize(
    ("readings", "term", "status", "notes"),
    [
        ("{2023: 140, 2024: 160}", PLAN, "undetermined", UNDECIDED.format("2025")),
        ("{2022: 120, 2023: 140}", PLAN, "undetermined", UNDECIDED.format("2024, 2025")),
        # of a year that is told in part the rest is named
        (
            "{2024: 140, 2025-H1: 70}",
            PLAN,
            "undetermined",
            f"2025 is not whole yet and is not held against the goal; {UNDECIDED.format('2025-H2')}",
        ),
        # a term that ends with June has no whole year after 2024; a gap before the last year decides nothing
        (
            "{2022: 130, 2024: 140}",
            FIVE_YEARS,
            "nearly",
            "no reading of 2021, 2023: judged by the years reported",
        ),
    ],
)
def test_the_last_year_is_named_where_it_is_missing(readings: str, term: str, status: str, notes: str) -> None:
    """A note names what is missing since the latest whole year, which alone can still decide."""
    it = assessed(EXPORTS + f"target: 150 VND, readings: {readings}", "end", term)
    assert (it.status, said(it.measure.notes)) == (status, notes)


def test_an_amendment_bends_the_way() -> None:
    """From 100 to 150 in five steps, and from 120 after two of them to 180 in three: 140 in 2023."""
    target = FROM_100 + "amended: [{on: 2023-01-01, target: 180 VND}], readings: {2022: 115, 2023: 130}"
    it = found(assessed(target, "2023-12-31", PLAN))
    assert (it.status, it.due, it.pace) == ("behind", "140", "3/4")
