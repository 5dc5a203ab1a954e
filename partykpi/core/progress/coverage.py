"""The periods of a term for which a target has no reading yet."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from partykpi.core import kinds
from partykpi.core.kinds import Kind
from partykpi.core.model import Period, Reading, Target, Term

_YEAR, _HALF, _QUARTER, _MONTH = 12, 6, 3, 1


def missing_periods(target: Target, term: Term, as_of: date) -> tuple[Period, ...]:
    """Return the periods of the term, over by the as-of date, that have no reading yet, in their order.

    They are calendar years, or the halves, quarters or months by which the target is already reported. No period is
    missing where one figure is for all the time so far, nor of a task that is done.
    """
    kind = kinds.find(target.indicator.kind)
    periods = [reading.period for reading in target.readings]
    known = sorted({period for period in periods if period is not None}, key=_by_time)
    if None in periods or (kind.dated and _is_done(target.readings)):
        return ()
    found = [
        period
        for year in range(term.first.year, min(as_of, term.last).year + 1)
        for period in _in_year(year, known, kind, term)
        if period.last <= as_of
    ]
    if kind.dated and known:
        found = [period for period in found if period.last > known[-1].last]
    return tuple(found)


def _is_done(readings: Sequence[Reading]) -> bool:
    return any(reading.done or (reading.figure is not None and reading.figure.exact == 100) for reading in readings)


def _by_time(period: Period) -> tuple[date, date]:
    return period.last, period.first


def _in_year(year: int, known: Sequence[Period], kind: Kind, term: Term) -> Iterator[Period]:
    """Return the missing periods of one year, whether it is over or not.

    A rate or a rank is for a whole year: a term of five years that begins in the middle of one has five.
    """
    if kind.listed and date(year, 1, 1) < term.first and year < term.last.year:
        return
    asked = _asked(year, kind, term)
    own = _of_year(known, year)
    if not own:
        parts = [part for part in _parts(year, _usual(known, year, kind, term)) if _within(part, asked)] or [asked]
        yield from (part for part in parts if _share_a_day(part, term))
    elif kind.disjoint or len(own) > 1:  # else a level that is reported once a year, whenever in the year that is
        lengths = {_months(period) for period in own}
        parts = [part for months in (_HALF, _QUARTER, _MONTH) if months in lengths for part in _parts(year, months)]
        for part in parts:
            taken = any(_share_a_day(part, one) for one in own)
            if _within(part, asked) and _share_a_day(part, term) and not taken:
                own.append(part)
                yield part


def _asked(year: int, kind: Kind, term: Term) -> Period:
    """Return the part of a year that needs a reading: the half that lies in the term, else the year."""
    whole, first_half, second_half = (*_parts(year, _YEAR), *_parts(year, _HALF))
    if kind.listed:
        return whole
    if term.last == first_half.last:
        return first_half
    if term.first == second_half.first:
        return second_half
    return whole


def _usual(known: Sequence[Period], year: int, kind: Kind, term: Term) -> int:
    """Return how many months the periods have by which a year without a reading is to be reported.

    As many as those of the latest year that has readings, where the year comes after it and it has several such.
    """
    if not known or known[-1].last.year >= year:
        return _YEAR
    latest = known[-1].last.year
    lengths = [_months(period) for period in _of_year(known, latest) if period != _asked(latest, kind, term)]
    return lengths[0] if len(lengths) > 1 and len(set(lengths)) == 1 and lengths[0] else _YEAR


def _of_year(known: Sequence[Period], year: int) -> list[Period]:
    return [period for period in known if period.first.year <= year <= period.last.year]


def _parts(year: int, months: int) -> list[Period]:
    """Return the periods of so many months that make up a year."""
    return [_part(year, first, months) for first in range(1, 13, months)]


def _part(year: int, first: int, months: int) -> Period:
    after = first + months
    last = (date(year, after, 1) if after <= 12 else date(year + 1, 1, 1)) - timedelta(days=1)
    text = {
        _YEAR: f"{year}",
        _HALF: f"{year}-H{first // 6 + 1}",
        _QUARTER: f"{year}-Q{first // 3 + 1}",
        _MONTH: f"{year}-{first:02d}",
    }[months]
    return Period(date(year, first, 1), last, text)


def _months(period: Period) -> int:
    """Return how many months a half, a quarter or a month has; 0 for any other period."""
    for months in (_HALF, _QUARTER, _MONTH):
        if any((part.first, part.last) == (period.first, period.last) for part in _parts(period.last.year, months)):
            return months
    return 0


def _within(part: Period, whole: Period) -> bool:
    return whole.first <= part.first and part.last <= whole.last


def _share_a_day(one: Period, other: Period | Term) -> bool:
    return one.first <= other.last and other.first <= one.last
