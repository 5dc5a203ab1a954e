"""Periods and terms, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.core.time import Period, Term

TERM = Term(date(2020, 7, 1), date(2025, 6, 30))


def test_the_middle_of_a_term() -> None:
    """Of 1826 days the middle is the one after 913 days: 1 July 2020 and 913 days is 31 December 2022."""
    assert TERM.days == 1826
    assert TERM.middle == date(2022, 12, 31)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), 12),
        (date(2024, 7, 1), date(2024, 12, 31), 6),
        (date(2024, 4, 1), date(2024, 6, 30), 3),
        (date(2024, 2, 1), date(2024, 2, 29), 1),
        (date(2024, 2, 1), date(2024, 2, 28), 0),  # 2024 has a 29 February
        (date(2024, 2, 1), date(2024, 4, 30), 0),  # three months, but no quarter
        (date(2023, 7, 1), date(2024, 6, 30), 0),
    ],
)
def test_months_of_a_period(first: date, last: date, months: int) -> None:
    """Only a calendar year, half, quarter or month has a number of months."""
    assert Period(first, last, "").months == months


@pytest.mark.parametrize(
    ("first", "last", "within", "overlaps"),
    [
        (date(2020, 7, 1), date(2020, 12, 31), True, True),
        (date(2025, 6, 30), date(2025, 7, 1), False, True),
        (date(2025, 7, 1), date(2025, 12, 31), False, False),
        (date(2020, 6, 30), date(2020, 6, 30), False, False),
    ],
)
def test_a_period_and_a_term(first: date, last: date, within: bool, overlaps: bool) -> None:
    """The first and the last day of a term belong to it, the days around it do not."""
    period = Period(first, last, "")
    assert (period.within(TERM), period.overlaps(TERM)) == (within, overlaps)
