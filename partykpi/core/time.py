"""Time: the parts of a calendar year, the term of a resolution, and the moment that it is looked at."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi.text import Text

YEAR, HALF, QUARTER, MONTH = 12, 6, 3, 1
"""How many months each part of a calendar year has."""


class Period(NamedTuple):
    """The days from `first` to `last`, both counted, and how the file names them."""

    first: date
    last: date
    text: str

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1

    @property
    def year(self) -> int:
        """The calendar year that the period ends in."""
        return self.last.year

    @property
    def months(self) -> int:
        """How many months a calendar year, half, quarter or month has; 0 for any other period."""
        for months in (YEAR, HALF, QUARTER, MONTH):
            if any((part.first, part.last) == (self.first, self.last) for part in parts_of_year(self.year, months)):
                return months
        return 0

    @property
    def name(self) -> Text:
        """What a file calls it: 2022-H1, 6 tháng đầu năm 2022."""
        return Text(self.text, self._in_vietnamese())

    @property
    def in_sentence(self) -> Text | date:
        """What a sentence calls the period: a single day by its date, any other by its name."""
        return self.first if self.first == self.last else self.name

    def within(self, whole: Period | Term) -> bool:
        """Say whether every day of the period is one of the other."""
        return whole.first <= self.first and self.last <= whole.last

    def overlaps(self, other: Period | Term) -> bool:
        """Say whether any day of the period is one of the other."""
        return self.first <= other.last and other.first <= self.last

    def _in_vietnamese(self) -> str:
        first, last = self.first, self.last
        if first == last:
            return f"{last.day:02d}/{last.month:02d}/{last.year}"
        match first.month, last.month:
            case 1, 12:
                return f"năm {last.year}"
            case 7, 12:
                return f"6 tháng cuối năm {last.year}"
            case begin, end if begin == end:
                return f"tháng {end}/{last.year}"
            case begin, end if begin == end - 2 and end % 3 == 0:
                return f"quý {end // 3}/{last.year}"
            case _, end:
                return f"{end} tháng đầu năm {last.year}"


def parts_of_year(year: int, months: int) -> list[Period]:
    """Return the periods of so many months (12, 6, 3 or 1) that make up a calendar year."""
    return [_part_of_year(year, first, months) for first in range(1, 13, months)]


def _part_of_year(year: int, first: int, months: int) -> Period:
    after = first + months
    last = (date(year, after, 1) if after <= 12 else date(year + 1, 1, 1)) - timedelta(days=1)
    text = {
        YEAR: f"{year}",
        HALF: f"{year}-H{first // 6 + 1}",
        QUARTER: f"{year}-Q{first // 3 + 1}",
        MONTH: f"{year}-{first:02d}",
    }[months]
    return Period(date(year, first, 1), last, text)


class Term(NamedTuple):
    """The days of the resolution, both ends counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days of the term."""
        return (self.last - self.first).days + 1

    @property
    def years(self) -> Fraction:
        """The length in years: the whole years, and the days left over as a share of the year they begin."""
        return _years(self.first, self.last)

    @property
    def middle(self) -> date:
        """The day that the middle of the term falls on."""
        return self.first + timedelta(days=self.days // 2)

    def elapsed(self, on: date) -> Fraction:
        """Return the share of the term's days gone by the end of that day, from 0 to 1."""
        gone = (on - self.first).days + 1
        return min(max(Fraction(gone, self.days), Fraction(0)), Fraction(1))


@lru_cache(maxsize=64)
def _years(first: date, last: date) -> Fraction:
    after = last + timedelta(days=1)
    whole = after.year - first.year
    if _anniversary(first, whole) > after:
        whole -= 1
    start = _anniversary(first, whole)
    return whole + Fraction((after - start).days, (_anniversary(first, whole + 1) - start).days)


def _anniversary(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes 1 March where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


class Moment(NamedTuple):
    """The day looked at, within a term: `elapsed` is the share of the term gone by then."""

    term: Term
    as_of: date
    elapsed: Fraction

    @property
    def ended(self) -> bool:
        """Whether the term is over."""
        return self.as_of >= self.term.last

    @property
    def years_gone(self) -> Fraction:
        """The years of the term gone by the as-of date."""
        return self.elapsed * self.term.years

    @property
    def years_left(self) -> Fraction:
        """The years of the term still to come."""
        return (1 - self.elapsed) * self.term.years
