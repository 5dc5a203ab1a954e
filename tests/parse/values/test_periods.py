"""Periods beside one another, however they come, against the plain comparison of each with each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.time import Period
from partykpi.parse.values.periods import PeriodIndex

BEGIN = date(2020, 1, 1)


def days(first: int, length: int) -> Period:
    """Return the period of so many days that begins so many days after the begin."""
    return Period(BEGIN + timedelta(first), BEGIN + timedelta(first + length - 1), f"{first}+{length}")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=40), st.booleans())
def test_a_period_clashes_where_any_before_does(given_periods: list[tuple[int, int]], disjoint: bool) -> None:
    """Whatever the order, a period is taken as if it had been compared with each that was taken before."""
    index: PeriodIndex[Period] = PeriodIndex(disjoint)
    taken: list[Period] = []
    for period in (days(*one) for one in given_periods):
        clashes = [one for one in taken if (one.overlaps(period) if disjoint else one.last == period.last)]
        assert (index.clash(period) in clashes) is bool(clashes)
        if not clashes:
            index.add(period, period)
            taken.append(period)


@pytest.mark.parametrize("step", [1, -1, 7])
def test_many_periods_are_found_again(step: int) -> None:
    """Of five thousand single days, forward, backward or in leaps, each clashes with itself and with no other."""
    count = 5000
    order = [days(number * step % count, 1) for number in range(count)]
    index = PeriodIndex(True, ((one, one) for one in order))
    assert [index.clash(one) for one in order] == order
    assert index.clash(days(count, 1)) is None
    assert index.clash(days(-3, 3)) is None
    assert index.clash(days(-3, 4)) == days(0, 1)
