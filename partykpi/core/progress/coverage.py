"""The months that the readings of a target speak of."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi.core.measure import Case
from partykpi.core.model import Reading
from partykpi.core.time import YEAR, Moment, day_after_months, months_of

Span = tuple[date, date]
"""The days from the first to the last, both counted."""

_ONE_DAY = timedelta(days=1)


class Coverage(NamedTuple):
    """The stretches of the period that have readings up to the as-of date, in order and apart.

    They have `months` in all, of the `asked` months of the period up to that date.
    """

    spans: tuple[Span, ...]
    months: Fraction
    asked: Fraction

    @property
    def whole(self) -> bool:
        """Whether nothing is missing; less than a month is no gap."""
        return self.asked - self.months < 1


@lru_cache(maxsize=16)
def coverage(case: Case) -> Coverage:
    """Return what the readings of a case speak of."""
    first, last = case.term.first, case.moment.looked_at
    if len(case.readings) == 1 and case.readings[0].period is None:  # the most common case by far
        months = months_of(first, last)
        return Coverage(((first, last),) if first <= last else (), months, months)
    spans = merged(spoken_of(case.readings, case.moment), (first, last))
    return Coverage(spans, months_in(spans), months_of(first, last))


def spoken_of(readings: Sequence[Reading], moment: Moment) -> list[Span]:
    """Return the days that each reading speaks of; the readings are in the order of time.

    One of a single day speaks of the time since the one before, or since the period began. One figure without a day
    speaks of all the time so far, a list of them of a year each.
    """
    undated = sum(reading.period is None for reading in readings)
    found: list[Span] = []
    before = moment.term.first - _ONE_DAY
    for reading in readings:
        period = reading.period
        if period is not None:
            first = min(before + _ONE_DAY, period.last) if period.first == period.last else period.first
            found.append((first, period.last))
            before = max(before, period.last)
        elif undated == 1:
            found.append((moment.term.first, moment.looked_at))
        else:
            last = day_after_months(moment.term, Fraction(YEAR * (len(found) + 1)))
            found.append((min(before + _ONE_DAY, last), last))
            before = last
    return found


def merged(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """Return the days that any of some spans has, as spans that lie apart, in order and within another one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        first, last = max(first, within[0]), min(last, within[1])
        if last < first:
            continue
        if found and first <= found[-1][1] + _ONE_DAY:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return tuple(found)


def gaps(spans: Sequence[Span], within: Span) -> list[Span]:
    """Return the days within a span that none of some spans has; the spans lie apart and in order."""
    found = []
    first = within[0]
    for begin, end in merged(spans, within):
        if first < begin:
            found.append((first, begin - _ONE_DAY))
        first = end + _ONE_DAY
    return [*found, (first, within[1])] if first <= within[1] else found


def months_in(spans: Iterable[Span]) -> Fraction:
    """Return how many months some spans have in all; they lie apart."""
    lengths = [months_of(first, last) for first, last in spans]
    return sum(lengths[1:], lengths[0]) if lengths else Fraction(0)
