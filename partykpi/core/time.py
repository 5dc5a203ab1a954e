"""Time: the parts of a calendar year, the term of a resolution, and the moment that it is looked at."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from math import ceil
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
    def months(self) -> Fraction:
        """The length in months; see `months_of`."""
        return months_of(self.first, self.last)

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
        if len(self.text) == len("2024"):
            return f"năm {self.text}"
        match first.month, last.month:
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


CALENDAR = (1, 1)
"""The month and day on which a calendar year begins."""


class Term(NamedTuple):
    """The days that a resolution or a goal speaks of, both ends counted, and the day on which its years begin."""

    first: date
    last: date
    year_starts: tuple[int, int] = CALENDAR

    @property
    def days(self) -> int:
        """The number of days of the term."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> Fraction:
        """The length in months; see `months_of`."""
        return months_of(self.first, self.last)

    @property
    def years(self) -> Fraction:
        """The length in years of twelve months."""
        return self.months / YEAR

    @property
    def middle(self) -> date:
        """The day that the middle of the term falls on."""
        return day_after_months(self, self.months / 2)

    def gone(self, on: date) -> Fraction:
        """Return the months of the term gone by the end of that day, none before it and all after it."""
        return months_of(self.first, min(on, self.last))

    def elapsed(self, on: date) -> Fraction:
        """Return the share of the term gone by the end of that day, from 0 to 1."""
        return self.gone(on) / self.months

    def year_of(self, day: date) -> int:
        """Return the year that a day lies in: one that begins in July 2024 is 2024 until June 2025."""
        return day.year - ((day.month, day.day) < self.year_starts)

    def year(self, number: int) -> Period:
        """Return the days of a whole year, whether they lie in the term or not."""
        month, day = self.year_starts
        return Period(date(number, month, day), date(number + 1, month, day) - timedelta(days=1), str(number))

    def parts(self) -> list[Period]:
        """Return the part of each year that lies in the term, from the first year to the last."""
        return _parts(self)


@lru_cache(maxsize=64)
def _parts(term: Term) -> list[Period]:
    return [
        Period(max(year.first, term.first), min(year.last, term.last), year.text)
        for year in map(term.year, range(term.year_of(term.first), term.year_of(term.last) + 1))
    ]


@lru_cache(maxsize=4096)
def months_of(first: date, last: date) -> Fraction:
    """Return how many months there are from one day to another, both counted; none where the last comes first.

    A calendar month wholly inside counts 1, one that is partly inside its days over its length.
    """
    return Fraction(0) if last < first else _months_to(last + timedelta(days=1)) - _months_to(first)


@lru_cache(maxsize=1024)
def _months_to(day: date) -> Fraction:
    """Return the months from the year 0 to the beginning of a day."""
    length = _days_of_month(day.year, day.month)
    return day.year * YEAR + day.month - 1 + Fraction(day.day - 1, length)


def _days_of_month(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def day_after_months(term: Term, months: Fraction) -> date:
    """Return the day of a term on which so many of its months are over, or that this falls on."""
    end = _months_to(term.first) + months
    year, month = divmod(int(end), YEAR)
    days = ceil((end - int(end)) * _days_of_month(year, month + 1))
    return date(year, month + 1, 1) + timedelta(days=days - 1)


class Moment(NamedTuple):
    """The day looked at, within a term: `elapsed` is the share of the term gone by then."""

    term: Term
    as_of: date
    elapsed: Fraction

    def __hash__(self) -> int:
        return hash(self.as_of)  # enough for the key of a cache, where hashing a fraction would cost more

    @property
    def ended(self) -> bool:
        """Whether the term is over."""
        return self.as_of >= self.term.last

    @property
    def looked_at(self) -> date:
        """The last day that is judged: the as-of date, or the last day of the term where that is over."""
        return min(self.as_of, self.term.last)

    @property
    def years_gone(self) -> Fraction:
        """The years of the term gone by the as-of date."""
        return self.elapsed * self.term.years

    @property
    def years_left(self) -> Fraction:
        """The years of the term still to come."""
        return (1 - self.elapsed) * self.term.years
