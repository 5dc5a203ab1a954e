"""The years of a period: which are known, by which readings, and what each came to."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.measure import Case
from partykpi.core.progress.coverage import Span, merged, months_in, spoken_of
from partykpi.core.rule import Formula, Operator, Rule
from partykpi.core.time import Period, months_of


class Year(NamedTuple):
    """One year with readings: the `part` of it in the period, the places of its readings in the order of time.

    `lengths` are the months that each speaks of, `spans` their days, in order and apart, whether these lie in the part
    or not. The year is `over` once no reading of it is to come, and `whole` where by then no month is missing either.
    """

    number: int
    part: Period
    readings: tuple[int, ...]
    spans: tuple[Span, ...]
    lengths: tuple[Fraction, ...]
    over: bool
    whole: bool

    @property
    def is_reported_to_its_end(self) -> bool:
        """Whether a reading reaches to within a month of the end of the part."""
        return months_of(self.spans[-1][1] + timedelta(days=1), self.part.last) < 1


@lru_cache(maxsize=16)
def by_year(case: Case, *, adds_up: bool) -> tuple[Year, ...]:
    """Return the years that have readings with a period, in order.

    Where readings add up, one that speaks of days in two years belongs to neither, and then both are left out. Else one
    of a single day speaks of its whole year.
    """
    parts = {int(part.text): part for part in case.term.parts()}
    grouped: dict[int, list[_Spoken]] = {}
    mixed: set[int] = set()
    for place, (reading, (first, last)) in enumerate(zip(case.readings, _spoken(case), strict=True), 1):
        if reading.period is None or reading.figure is None:
            continue
        year, begun = case.term.year_of(last), case.term.year_of(first)
        if adds_up and begun != year and last >= case.term.first:
            mixed |= {*range(begun, year + 1)}
        one = _Spoken(place, (first, last), months_of(first, last))
        if not adds_up and reading.period.first == last:
            one = one._replace(span=case.term.year(year)[:2])
        grouped.setdefault(year, []).append(one)
    found = sorted(grouped.items())
    return tuple(_year(parts[year], own, case) for year, own in found if year in parts and year not in mixed)


def full_years(case: Case, *, adds_up: bool) -> tuple[Year, ...]:
    """Return the years of which every month is reported, in order; less than a month is no gap.

    The part of a year at either end of the period is no full year.
    """
    spans = merged(_spoken(case), (date.min, date.max))
    return tuple(
        year for year in by_year(case, adds_up=adds_up) if year.over and is_reported(case.term.year(year.number), spans)
    )


def is_reported(period: Period, spans: Sequence[Span]) -> bool:
    """Say whether some spans, which lie apart and in order, leave less than a month of a period out: that is no gap."""
    days = period[:2]
    inside = merged(spans, days)
    return inside == (days,) or period.months - months_in(inside) < 1


def _spoken(case: Case) -> list[Span]:
    return spoken_of(case.readings, case.moment)


class _Spoken(NamedTuple):
    """The place of a reading, the days that it speaks of, and how many months it has spoken of."""

    place: int
    span: Span
    months: Fraction


def _year(part: Period, own: Sequence[_Spoken], case: Case) -> Year:
    spans = [one.span for one in own]
    apart = merged(spans, (min(first for first, _ in spans), max(last for _, last in spans)))
    over = case.moment.as_of >= part.last or any(case.readings[one.place - 1].last_day >= part.last for one in own)
    places, months = tuple(one.place for one in own), tuple(one.months for one in own)
    return Year(int(part.text), part, places, apart, months, over, over and is_reported(part, apart))


def figures(years: Sequence[Year], combine: Operator, *, running: bool = False) -> dict[int, Rule]:
    """Return what the readings of each year come to, combined by `total`, `latest`, or `mean` by the months of each.

    Of `running` totals each reading holds all before it, so a year comes to what its last one has grown by.
    """
    found: dict[int, Rule] = {}
    for year in years:
        parts = [quantities.reading(place) for place in year.readings]
        if running:
            before = year.readings[0] - 1
            found[year.number] = parts[-1] - quantities.reading(before) if before else parts[-1]
            continue
        if combine == "latest":
            parts = parts[-1:]
        if len(parts) == 1:
            found[year.number] = parts[0]
        elif combine == "mean" and len(set(year.lengths)) > 1:
            weighted = [part * months for part, months in zip(parts, year.lengths, strict=True)]
            found[year.number] = rule.sum_of(weighted) / sum(year.lengths)
        else:
            found[year.number] = Formula(combine, *parts)
    return found


def figures_of(case: Case, combine: Operator) -> dict[int, Rule]:
    """Return what the readings of each year come to, whether the year is whole or not."""
    years = by_year(case, adds_up=combine == "total")
    return figures(years, combine, running=case.target.cumulative)


def value_of_years(case: Case, combine: Operator) -> dict[int, Interval]:
    """Return what the readings of each year came to."""
    found = {year: rule.figure(made, _figures(case)) for year, made in figures_of(case, combine).items()}
    return {year: figure for year, figure in found.items() if figure is not None}


def _figures(case: Case) -> Mapping[str, Interval | None]:
    return {f"r{place}": reading.figure for place, reading in enumerate(case.readings, 1)}
