"""Periods, dates, terms and the day on which years begin, as they are written.

Years are those from 1000 to 2999; any other is a slip of the pen.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from partykpi.core.time import CALENDAR, Period

_PERIOD = re.compile(r"([12][0-9]{3})(?:-(?:H([12])|Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?\Z", re.IGNORECASE)
_TERM = re.compile(r"([12][0-9]{3})\s*[-–]\s*([12][0-9]{3})\Z")


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
        first = date(int(year), first_month, 1)
        within_next = date(int(year), last_month, 28) + timedelta(days=4)
        return Period(first, within_next - timedelta(days=within_next.day), text)
    except ValueError:
        return None


def read_date(text: str) -> date | None:
    """Return the date that `2024-12-31` names, or None."""
    return only_day(read_period(text))


def year_named(period: Period | None) -> int | None:
    """Return the year whose number is all that a period is called by; None for any other period or for none."""
    return int(period.text) if period is not None and len(period.text) == _DIGITS_OF_YEAR else None


_DIGITS_OF_YEAR = 4


def as_own_year(period: Period | None, year_starts: tuple[int, int]) -> Period | None:
    """Return the period, a year as the one that begins in it on that month and day; parts of a year stay as they are.

    So `2024` of a body whose years begin on 1 July are the days from 1 July 2024 to 30 June 2025.
    """
    if year_starts == CALENDAR or period is None or (year := year_named(period)) is None:
        return period
    month, day = year_starts
    return Period(date(year, month, day), date(year + 1, month, day) - timedelta(days=1), period.text)


def only_day(period: Period | None) -> date | None:
    """Return the day that a period of one day is, and None for any other period or for none."""
    return period.first if period is not None and period.first == period.last else None


def read_years(text: str, year_starts: tuple[int, int] = CALENDAR) -> tuple[date, date] | None:
    """Return the ends of a term as it is named by years, in no order; or None.

    A term between congresses names one year more than it has: 2020-2025 is 1 July 2020 to 30 June 2025. A plan names
    its years, five or a multiple of it: 2021-2025 is 1 January 2021 to 31 December 2025. 2024 alone is that year.
    """
    match = _TERM.match(text)
    if match is None:
        return _only_year(text, year_starts)
    first, last = int(match[1]), int(match[2])
    if (last - first + 1) % _YEARS_OF_PLAN == 0:
        return date(first, 1, 1), date(last, 12, 31)
    return date(first, 7, 1), date(last, 6, 30)


def read_calendar_years(text: str, year_starts: tuple[int, int] = CALENDAR) -> tuple[date, date] | None:
    """Return the ends of whole calendar years, in no order, or of the one year that is named alone; or None."""
    match = _TERM.match(text)
    if match is None:
        return _only_year(text, year_starts)
    return date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)


_YEARS_OF_PLAN = 5


def _only_year(text: str, year_starts: tuple[int, int]) -> tuple[date, date] | None:
    year = as_own_year(read_period(text), year_starts)
    return None if year is None or year_named(year) is None else (year.first, year.last)


_YEAR_START = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\Z")
_YEAR_START_IN_VIETNAMESE = re.compile(r"(?:ngày )?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})\Z")
_COMMON_YEAR = 2001


def read_year_start(text: str, *, vietnamese: bool) -> tuple[int, int] | None:
    """Return the month and day that `07-01`, or `vietnamese` 01/7, names; None where not every year has that day."""
    match = _YEAR_START.match(text) or (_YEAR_START_IN_VIETNAMESE.match(text.casefold()) if vietnamese else None)
    if match is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        return None
    return month, day
