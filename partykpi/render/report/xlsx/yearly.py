"""The calendar years of a target as formulas: what each came to, and whether it kept a goal that binds every year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import exactly
from partykpi.core.kinds import last_day
from partykpi.core.model import Reading
from partykpi.core.progress import years
from partykpi.render.report.xlsx import outcome
from partykpi.render.report.xlsx.case import Case, ends, meets
from partykpi.render.report.xlsx.live import Live, compare, either, minus, named, number, sum_of, tidied, times


class Judged(NamedTuple):
    """The years that a goal binds, each a formula that is 1 where it was kept and 0 where not, by its name.

    `met` and `lost` say how many count as kept and as lost: a year that is not over counts only where nothing to come
    can change that. `reported` is their number where it cannot change, and `complete` says that no year is missing.
    """

    years: Mapping[str, Live]
    met: Live
    lost: Live
    reported: int | None
    complete: bool


def by_year(case: Case) -> dict[int, Live]:
    """Return what the readings of each calendar year came to, the same way as a column of the year tells it."""
    names: dict[int, list[tuple[str, Reading]]] = {}
    for place, reading in enumerate(case.readings, 1):
        if reading.period is not None and reading.figure is not None:
            names.setdefault(reading.period.year, []).append((f"r{place}", reading))
    return {year: _combined(case, parts) for year, parts in names.items()}


def cell_of(case: Case, place: int) -> Live:
    """Return a reading by its place: by the name of its year where it is what that year came to."""
    period, name = case.readings[place - 1].period, f"r{place}"
    year = None if period is None else by_year(case).get(period.year)
    if period is None or year is None or year.text != f"{{{name}}}":
        return case.cell(name)
    return named(f"y{period.year}", year.value)


def _combined(case: Case, parts: Sequence[tuple[str, Reading]]) -> Live:
    if len(parts) == 1:
        return case.cell(parts[0][0])
    of_path = kinds.find(case.assessment.target.indicator.kind).of_path
    listed = ",".join(f"{{{name}}}" for name, _ in parts)
    values = [reading.figure.exact for _, reading in parts if reading.figure is not None]
    exact = [value for value in values if value is not None]
    total = sum(exact, Fraction(0)) if len(exact) == len(parts) else None
    if of_path in ("sum", "mean"):
        function = "SUM" if of_path == "sum" else "AVERAGE"
        value = total if total is None or of_path == "sum" else total / len(parts)
        found = Live(f"{function}({listed})", value)
        return found if case.whole else tidied(found)
    return case.cell(max(parts, key=lambda part: last_day(part[1]))[0])


def judged(case: Case) -> Judged | None:
    """Return the years that a goal binds; None where it binds none or no year is known by itself."""
    goal, moment = case.goal, case.moment
    if not goal.every_year or goal.interval is None:
        return None
    adds_up = case.assessment.target.indicator.kind == "total"
    days_count = case.assessment.target.indicator.kind != "level"
    known = years.by_year(case.readings, moment, lambda parts: exactly(0), days_count=days_count)
    figures = by_year(case)
    rows: dict[str, Live] = {}
    may_keep, may_lose = [], []
    for year in known:
        asked = _asked(case, year, adds_up=adds_up)
        if asked is None:
            continue
        kept = meets(case, named(f"y{year.number}", figures[year.number].value), *asked)
        keeps = year.complete or (adds_up and goal.direction == "higher")
        loses = year.complete or (adds_up and goal.direction == "lower")
        if kept is None or not (keeps or loses):
            continue
        row = rows[f"j{year.number}"] = either(kept, number(1), number(0))
        cell = named(f"j{year.number}", row.value)
        may_keep += [cell] if keeps else []
        may_lose += [cell] if loses else []
    if not known:
        return None
    met = sum_of(may_keep) if may_keep else number(0)
    lost = minus(number(len(may_lose)), sum_of(may_lose)) if may_lose else number(0)
    return Judged(
        rows,
        met,
        lost,
        len(rows) if len(may_keep) == len(may_lose) == len(rows) else None,
        years.all_there(known, moment.term),
    )


def _asked(case: Case, year: years.Year, *, adds_up: bool) -> tuple[Live | None, Live | None] | None:
    """Return what a year has to keep: its step of a path, else the goal, or the share of it that the year covers."""
    if case.goal.path:
        name = f"g{year.number}"
        return (case.cell(name), case.cell(name)) if name in case.values else None
    low, high = ends(case, of_year=True)
    whole = years.days_of(year.number)
    if adds_up and year.complete and year.covered < whole:
        part = number(Fraction(year.covered, whole))
        return low and times(low, part), high and times(high, part)
    return low, high


def one_a_year(case: Case) -> bool:
    """Say whether no two readings are of the same year."""
    return len({reading.period and reading.period.year for reading in case.readings}) == len(case.readings)


def verdict(case: Case, formulas: Mapping[str, Live], years_judged: Judged, met: Live | bool) -> Live:
    """Return the status of a goal that binds every year, and whose sum, mean or latest figure `met` it or not."""
    lost = compare(years_judged.lost, ">", number(0))
    ended = case.moment.ended
    if years_judged.complete:
        rest = outcome.decided(case, formulas, met, ended)
    elif ended:
        rest = either(met, outcome.of(case, "undetermined"), outcome.for_good(case, formulas))
    else:
        rest = outcome.still_open(case, formulas)
    return either(lost, outcome.for_good(case, formulas), rest)
