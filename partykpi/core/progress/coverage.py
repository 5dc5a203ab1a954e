"""The periods of a term for which a target has no reading yet."""

from collections.abc import Iterator, Sequence
from datetime import date

from partykpi.core import kinds
from partykpi.core.kinds import Kind
from partykpi.core.model import Reading, Target
from partykpi.core.time import HALF, MONTH, QUARTER, YEAR, Period, Term, parts_of_year


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
        parts = [part for part in parts_of_year(year, _usual(known, year, kind, term)) if part.within(asked)] or [asked]
        yield from (part for part in parts if part.overlaps(term))
    elif kind.disjoint or len(own) > 1:  # else a level that is reported once a year, whenever in the year that is
        lengths = {period.months for period in own}
        parts = [part for months in (HALF, QUARTER, MONTH) if months in lengths for part in parts_of_year(year, months)]
        for part in parts:
            taken = any(part.overlaps(one) for one in own)
            if part.within(asked) and part.overlaps(term) and not taken:
                own.append(part)
                yield part


def _asked(year: int, kind: Kind, term: Term) -> Period:
    """Return the part of a year that needs a reading: the half that lies in the term, else the year."""
    whole, first_half, second_half = (*parts_of_year(year, YEAR), *parts_of_year(year, HALF))
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
        return YEAR
    latest = known[-1].last.year
    lengths = [period.months for period in _of_year(known, latest) if period != _asked(latest, kind, term)]
    return int(lengths[0]) if len(lengths) > 1 and len(set(lengths)) == 1 and lengths[0] else YEAR


def _of_year(known: Sequence[Period], year: int) -> list[Period]:
    return [period for period in known if period.first.year <= year <= period.last.year]
