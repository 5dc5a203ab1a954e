"""The mean of the years: of a rate, or of whatever a goal asks the average of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules
from partykpi.core.measure import Case
from partykpi.core.progress import asked, attainment, pace, way
from partykpi.core.progress.years import Year, by_year, figures, full_years
from partykpi.core.quantities import BOUND, FAR_END, READINGS
from partykpi.core.rule import NO, ONE, UNKNOWN, Constant, Formula, Named, Operator, Rule, number
from partykpi.core.time import YEAR
from partykpi.problem import Message, message
from partykpi.text import Text

_MEAN = Text("the sum of the yearly readings ÷ their number", "tổng số liệu các năm ÷ số năm")
_ONE_AVERAGE = Text("the average as it stands", "số bình quân ghi trong tệp")
_COMPOUND = Text(
    "((1 + each year's rate) multiplied)^(1 ÷ the number of years) − 1",
    "(tích các (1 + tốc độ từng năm))^(1 ÷ số năm) − 1",
)


def rules(case: Case) -> Rules:
    """Return the rules of a goal that the mean of the years has to keep; of each year its latest reading counts."""
    goal, found = case.goal, achieved(case, "latest")
    if found["achieved"] == UNKNOWN:
        return Rules(found)
    ends = attainment.ends(goal, case.unit)
    made = Rules(
        {
            **found,
            **asked.last_of_path(goal),
            "attainment": attainment.attainment(goal),
            "due": BOUND,
            "pace": pace.of_due(goal),
        },
        met=attainment.met(goal, ends),
        final=Constant(case.moment.ended),
        worse=way.worse(case),
        score=attainment.score(goal, ends),
        of=attainment.of(goal),
        explained=("achieved", "attainment"),
    )
    return open_where_years_are_missing(case, made)


def open_where_years_are_missing(case: Case, rules: Rules) -> Rules:
    """Return the rules of a mean, which at the end of the period nothing decides where years of it are missing."""
    return rules._replace(met=UNKNOWN, final=NO) if case.moment.ended and lacks_years(case) else rules


def lacks_years(case: Case) -> bool:
    """Say whether a year of the period that is over counts in no mean; one figure without a day is the mean itself."""
    if any(reading.period is None for reading in case.readings):
        return 1 < len(case.readings) < ceil(case.term.years)
    known = {year.number for year in known_years(case)}
    over = (part for part in case.term.parts() if part.months == YEAR and part.last <= case.moment.looked_at)
    return any(int(part.text) not in known for part in over)


def known_years(case: Case) -> list[Year]:
    """Return the years that count: those of which nothing is missing or to come."""
    return [year for year in by_year(case, adds_up=False) if year.whole]


def achieved(case: Case, combine: Operator, *, full: bool = False) -> dict[str, Rule]:
    """Return the rule of the mean of the years, and of what each year comes to.

    One figure without a day is the average itself, a list of them has one a year. A year that is not whole does not
    count, nor with `full` the part of one at either end of the period.
    """
    undated = [reading for reading in case.readings if reading.period is None]
    if len(undated) == 1 == len(case.readings):
        return {"achieved": Formula("latest", READINGS, said=_ONE_AVERAGE)}
    parts = _parts(case, combine, full=full)
    if not parts:
        return {"achieved": UNKNOWN if case.readings else Formula("mean", READINGS, said=_MEAN)}
    mean = _compound(parts) if is_compound(case) else None
    if mean is None:
        each_counts = len(parts) == len(case.readings)
        mean = Formula("mean", READINGS, said=_MEAN) if each_counts else Formula("mean", *parts.values(), said=_MEAN)
    years = {name: made for name, made in parts.items() if name[0] == "y"}
    return {**years, "achieved": mean}


@lru_cache(maxsize=16)
def _parts(case: Case, combine: Operator, *, full: bool = False) -> Mapping[str, Rule]:
    """Return what each year that counts comes to, by name; of an undated list each figure."""
    if any(reading.period is None for reading in case.readings):
        places = range(1, len(case.readings) + 1)
        return {quantities.reading(place).name: quantities.reading(place) for place in places}
    known = full_years(case, adds_up=combine == "total") if full else known_years(case)
    made = figures(known, combine)
    return {quantities.figure_of(year).name: one for year, one in made.items()}


def is_compound(case: Case) -> bool:
    """Say whether years are averaged as growth is, by multiplying; a figure without a day is the average itself."""
    only = len(case.readings) == 1 and case.readings[0].period is None
    return case.target.indicator.mean == "compound" and not only


def _grown(figure: Rule) -> Rule:
    """Return how many times as much a rate of so many percent makes in a year."""
    bare = Named(figure.name, figure.label, "number") if isinstance(figure, Named) else figure
    return ONE + bare / _HUNDRED


_HUNDRED = number(100)


def product(factors: Sequence[Rule]) -> Rule:
    """Return some rules multiplied; of none it is 1."""
    return ONE if not factors else factors[0] if len(factors) == 1 else Formula("*", *factors)


def growth_so_far(case: Case, combine: Operator) -> Rule:
    """Return how many times as much there is after the years that count."""
    return product([_grown(part) for part in _parts(case, combine).values()])


def _compound(parts: Mapping[str, Rule]) -> Rule | None:
    if len(parts) < 2:
        return None
    times = Formula("power", product([_grown(part) for part in parts.values()]), ONE / len(parts))
    return Formula("-", times * 100, number(100), said=_COMPOUND)


def raised(rate: Rule, years: int) -> Rule:
    """Return how many times as much a rate makes in so many years."""
    return product([_grown(rate)] * years)


def needed(case: Case, combine: Operator) -> Rule:
    """Return what each year still to come must bring for the mean of all years to reach the bound.

    There is none where the years are not known one by one, or none is to come.
    """
    parts = _parts(case, combine) if all(reading.period is not None for reading in case.readings) else {}
    to_come = ceil(case.term.years) - len(parts)
    if not parts or to_come <= 0 or case.moment.ended:
        return UNKNOWN
    if is_compound(case):
        times = raised(BOUND, len(parts) + to_come) / growth_so_far(case, combine)
        return Formula("power", times, ONE / to_come) * 100 - number(100)
    years = len(parts) + to_come
    if len(parts) == len(case.readings):
        return (BOUND * years - Formula("total", READINGS)) / (number(years) - Formula("how many", READINGS))
    return (BOUND * years - rule.sum_of(list(parts.values()))) / to_come


def notes(case: Case) -> Iterator[Message]:
    """Name the years that do not count, since a part of them has no reading."""
    for year in by_year(case, adds_up=False):
        if not year.whole:
            yield message(
                "{year} is reported in part only and is not counted",
                "năm {year} mới có số liệu một phần nên chưa tính",
                year=str(year.number),
            )
    if case.moment.ended and lacks_years(case) and case.readings[0].period is None:
        yield years_reported(len(case.readings), case)


def years_reported(reported: int, case: Case) -> Message:
    """Say of how many years of the period there are figures."""
    return message(
        "{reported} of the period's {years} years are reported",
        "mới có số liệu {reported}/{years} năm của kỳ",
        reported=reported,
        years=ceil(case.term.years),
    )


def grown(verdict: Callable[[attainment.Ends], Rule], case: Case, combine: Operator) -> Rule:
    """Return a verdict on a compound mean by products alone, so that no root decides it.

    The mean meets a goal where all years together grew as much as by the goal in each.
    """
    parts = _parts(case, combine)
    years = len(parts)
    ends = attainment.ends(case.goal, case.unit, raised(BOUND, years), raised(FAR_END, years))
    return rule.put_in_place(verdict(ends), {"achieved": growth_so_far(case, combine)})
