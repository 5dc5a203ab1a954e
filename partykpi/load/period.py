"""Periods, dates and terms as they are written. Years are those from 1000 to 2999; any other is a slip of the pen."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from partykpi.core.model import Period, Term

_PERIOD = re.compile(r"([12][0-9]{3})(?:-(?:H([12])|Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?\Z", re.IGNORECASE)
_TERM = re.compile(r"([12][0-9]{3})(?:\s*[-–]\s*([12][0-9]{3}))?\Z")


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | None:
    """Return the period that `2021`, `2022-H1`, `2022-Q3`, `2022-10` or `2022-11-30` names, or None."""
    match = _PERIOD.match(text)
    if match is None:
        return None
    year, half, quarter, month, day = match.groups()
    try:
        if day:
            only = date(int(year), int(month), int(day))
            return Period(only, only, text)
        if month:
            first_month = last_month = int(month)
        elif quarter:
            first_month, last_month = 3 * int(quarter) - 2, 3 * int(quarter)
        elif half:
            first_month, last_month = 6 * int(half) - 5, 6 * int(half)
        else:
            first_month, last_month = 1, 12
        last_day = monthrange(int(year), last_month)[1]
        return Period(date(int(year), first_month, 1), date(int(year), last_month, last_day), text)
    except ValueError:
        return None


def read_date(text: str) -> date | None:
    """Return the date that `2024-12-31` names, or None."""
    period = read_period(text)
    return period.first if period is not None and period.first == period.last else None


def read_years(text: str) -> tuple[date, date] | None:
    """Return the ends of a term: 2020-2025 is 1 July 2020 to 30 June 2025, 2024 the calendar year; or None.

    The ends are not put in order.
    """
    match = _TERM.match(text)
    if match is None:
        return None
    if match[2] is None:
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    return date(int(match[1]), 7, 1), date(int(match[2]), 6, 30)


def middle(term: Term) -> date:
    """Return the day that the middle of the term falls on."""
    return date.fromordinal(term.first.toordinal() + term.days // 2)
