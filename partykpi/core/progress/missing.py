"""The parts of a period for which a target has no reading yet."""

from collections.abc import Iterator, Sequence
from datetime import date

from partykpi.core import kinds
from partykpi.core.measure import Case, Measure, in_order
from partykpi.core.model import Reading, Target
from partykpi.core.progress.coverage import Span, coverage, gaps, merged, months_in, spoken_of
from partykpi.core.time import CALENDAR, HALF, MONTH, QUARTER, YEAR, Moment, Period, Term, months_of, parts_of_year
from partykpi.problem import Message, Value, message


def missing_periods(target: Target, term: Term, as_of: date) -> tuple[Period, ...]:
    """Return the parts of the days that a goal speaks of, over by the as-of date, that have no reading yet, in order.

    They are years, or the halves, quarters or months by which the target is already reported. Nothing is missing where
    one figure is for all the time so far, nor of a task that is done; less than a month is no gap.
    """
    kind = kinds.find(target.indicator.kind)
    periods = [reading.period for reading in target.readings]
    known = sorted({period for period in periods if period is not None}, key=_by_time)
    if None in periods or (kind.dated and _is_done(target.readings)):
        return ()
    spans = _spans(target, term, as_of) if kind.adds_up else ()
    found = [
        part
        for whole in term.parts()
        if whole.first <= as_of
        for part in _in_year(whole, known, target, term)
        if part.last <= as_of and not _is_spoken_of(part, spans, term)
    ]
    if kind.dated and known:
        found = [period for period in found if period.last > known[-1].last]
    if kind.adds_up:
        found += _others(spans, found, (term.first, min(as_of, term.last)))
    return tuple(sorted(found, key=_by_time))


def missing_in(case: Case) -> tuple[Period, ...]:
    """Return the periods that the readings of a case lack up to the day looked at."""
    return missing_periods(case.target._replace(readings=case.readings), case.term, case.moment.looked_at)


def notes(case: Case) -> Iterator[Message]:
    """Name the periods without a reading where months of what adds up are missing."""
    found = coverage(case)
    if found.whole or not case.readings:
        return
    periods = missing_in(case)
    if periods:
        yield message(
            "no reading of {periods}: judged by the months reported ({months} of {of})"
            if not case.moment.ended
            else "no reading of {periods}: {months} of {of} months are reported",
            "chưa có số liệu {periods}: đánh giá theo các tháng đã có số liệu ({months}/{of} tháng)"
            if not case.moment.ended
            else "chưa có số liệu {periods}: mới có số liệu {months}/{of} tháng",
            periods=listed(periods),
            months=found.months,
            of=found.asked,
        )


def years_without(case: Case, measure: Measure, after: date | None = None) -> Iterator[Message]:
    """Name the years that are over and have no reading, of what is judged year by year.

    At the end these can leave open how it stands: of what goes by its latest year, those `after` that.
    """
    periods = missing_in(case) if case.readings and case.goal.known else ()
    if periods and case.moment.ended and measure.met is None:
        yield from years_undecided(case, measure, after)
    elif periods:
        yield message(
            "no reading of {periods}: judged by the years reported",
            "chưa có số liệu {periods}: đánh giá theo các năm đã có số liệu",
            periods=listed(periods),
        )


def years_undecided(case: Case, measure: Measure, after: date | None = None) -> Iterator[Message]:
    """Name the periods without a reading that leave open at the end how a target stands."""
    open_ones = [one for one in missing_in(case) if after is None or one.first > after] if case.goal.known else []
    if open_ones and case.moment.ended and measure.met is None:
        yield message(
            "no reading of {periods}: not enough to judge by at the end of the period",
            "chưa có số liệu {periods}: hết kỳ nhưng chưa đủ cơ sở để đánh giá",
            periods=listed(open_ones),
        )


def listed(periods: Sequence[Period]) -> Message:
    """Return the names of some periods, in a row."""
    names: dict[str, Value] = {f"period{number}": period.in_sentence for number, period in enumerate(periods)}
    row = ", ".join(f"{{{name}}}" for name in names)
    return message(row, row, **names)


def _spans(target: Target, term: Term, as_of: date) -> tuple[Span, ...]:
    case = Case(target, target.goal, in_order(target.readings), Moment(term, as_of, term.elapsed(as_of)))
    return merged(spoken_of(case.readings, case.moment), (term.first, term.last))


def _is_spoken_of(part: Period, spans: Sequence[Span], term: Term) -> bool:
    first, last = max(part.first, term.first), min(part.last, term.last)
    return bool(spans) and months_of(first, last) - months_in(merged(spans, (first, last))) < 1


def _others(spans: Sequence[Span], found: Sequence[Period], within: Span) -> Iterator[Period]:
    """Return the halves, quarters and months that are missing beside those found, the longest first."""
    named = merged([*spans, *((period.first, period.last) for period in found)], within)
    for months in (HALF, QUARTER, MONTH):
        parts = [
            part
            for first, last in gaps(named, within)
            for year in range(first.year, last.year + 1)
            for part in parts_of_year(year, months)
            if first <= part.first and part.last <= last
        ]
        yield from parts
        named = merged([*named, *((part.first, part.last) for part in parts)], within)


def _is_done(readings: Sequence[Reading]) -> bool:
    return any(reading.done or (reading.figure is not None and reading.figure.exact == 100) for reading in readings)


def _by_time(period: Period) -> tuple[date, date]:
    return period.last, period.first


def _in_year(whole: Period, known: Sequence[Period], target: Target, term: Term) -> Iterator[Period]:
    """Return the missing periods of one year, of which `whole` is the part in the term, whether it is over or not.

    What is of whole years has five of them in a term of five years that begins in the middle of one.
    """
    year, kind, yearly = int(whole.text), kinds.find(target.indicator.kind), _is_yearly(target)
    if yearly and term.year(year).first < term.first and whole.last < term.last:
        return
    asked = _asked(whole, yearly, term)
    own = _of_year(known, term.year(year))
    if not own:
        parts = [part for part in _parts(asked, _usual(known, whole, yearly, term)) if part.within(asked)] or [asked]
        yield from (part for part in parts if part.overlaps(term))
    elif kind.disjoint or len(own) > 1:  # else a level that is reported once a year, whenever in the year that is
        lengths = {period.months for period in own}
        for months in (HALF, QUARTER, MONTH):
            for part in _parts(asked, months) if months in lengths else ():
                taken = any(part.overlaps(one) for one in own)
                if part.within(asked) and part.overlaps(term) and not taken:
                    own.append(part)
                    yield part


def _is_yearly(target: Target) -> bool:
    """Say whether a figure is of a whole year: a rate, a rank, what starts anew each year or has to keep its goal."""
    kind = kinds.find(target.indicator.kind)
    return kind.listed or kind.anew or (target.goal.every == "year" and not kind.adds_up)


def _parts(year: Period, months: int) -> list[Period]:
    """Return the calendar parts of so many months that a year, or the part of it that is asked, may have."""
    if months == YEAR:
        return [year]
    return [part for number in range(year.first.year, year.last.year + 1) for part in parts_of_year(number, months)]


def _asked(whole: Period, yearly: bool, term: Term) -> Period:
    """Return the part of a year that needs a reading: the half that lies in the term, else the year."""
    year = term.year(int(whole.text))
    if yearly or term.year_starts != CALENDAR:
        return year if yearly else whole
    halves = {(half.first, half.last): half for half in parts_of_year(year.first.year, HALF)}
    return halves.get((whole.first, whole.last), year)


def _usual(known: Sequence[Period], whole: Period, yearly: bool, term: Term) -> int:
    """Return how many months the periods have by which a year without a reading is to be reported.

    As many as those of the latest year that has readings, where the year comes after it and it has several such.
    """
    if not known or known[-1].last >= whole.first:
        return YEAR
    latest = term.year_of(known[-1].last)
    own = _of_year(known, term.year(latest))
    part = next((part for part in term.parts() if int(part.text) == latest), None)
    asked = None if part is None else _asked(part, yearly, term)
    lengths = [period.months for period in own if asked is None or (period.first, period.last) != asked[:2]]
    usual = next((months for months in (HALF, QUARTER, MONTH) if lengths and months == lengths[0]), 0)
    return usual if usual and len(lengths) > 1 and len(set(lengths)) == 1 else YEAR


def _of_year(known: Sequence[Period], year: Period) -> list[Period]:
    return [period for period in known if period.overlaps(year)]
