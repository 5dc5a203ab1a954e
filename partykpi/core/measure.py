"""What the arithmetic says of one target: its measure, and the steps that lead there."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, NamedTuple

from partykpi.core.figure import Interval
from partykpi.core.model import AttainmentOf, Goal, Reading, Target, Unit
from partykpi.core.time import Moment, Term
from partykpi.problem import Message
from partykpi.text import Text

_last_day = attrgetter("last_day")


class Case(NamedTuple):
    """One target as it is judged at a moment: with the goal in force, and the readings known by then, that count.

    These are in the order of time, and each has a figure or a day of completion.
    """

    target: Target
    goal: Goal
    readings: tuple[Reading, ...]
    moment: Moment

    def __hash__(self) -> int:
        return hash((self.target.id, self.moment.as_of, len(self.readings)))  # enough for the key of a cache

    @property
    def unit(self) -> Unit:
        """The unit of the target's figures."""
        return self.target.indicator.unit

    @property
    def term(self) -> Term:
        """The days that the goal speaks of."""
        return self.moment.term

    @property
    def looked_at(self) -> date:
        """The day of the latest reading; the day looked at where it has none, or lies after it."""
        day = self.readings[-1].last_day if self.readings else date.max
        return min(day, self.moment.looked_at)

    @property
    def baseline(self) -> Interval | None:
        """The level before the term; None where the file has none."""
        return self.target.baseline and self.target.baseline.figure


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that have a figure or a day of completion, in the order of time."""
    counted = [reading for reading in readings if reading.figure is not None or reading.done is not None]
    return tuple(sorted(counted, key=_last_day))


class Periods(NamedTuple):
    """How many of the periods reported met a goal that binds every year, and the names of those that did not.

    Of those that are `undecided` the figures are too wide to tell.
    """

    met: int
    reported: int
    lost: tuple[str, ...] = ()
    undecided: int = 0

    @property
    def all_kept(self) -> bool:
        """Whether some year was judged, and each of them kept the goal."""
        return 0 < self.met == self.reported and not self.lost and not self.undecided


class Reach(NamedTuple):
    """How long the bound stays within reach: until `until`, `best` a year would make good what is `missing`.

    `best` is the best yearly pace seen so far. `until` can lie before the as-of date: then even that is too little.
    """

    best: Fraction
    missing: Fraction
    until: date


class Measure(NamedTuple):
    """How far one target is met at the as-of date.

    Figures are in the unit of the indicator (`needed` in that unit a year), `attainment` and `pace` are shares of 1.
    `of` says what the attainment is a share of: the goal, the way from the baseline, a limit, or the years; `score` is
    a share of 1 that is always better higher. What is not known is None. `met` is None where the intervals do not
    decide; `exceeded` is true only where they do. `worse` says that an unmet goal is further off than the baseline was.
    `final` says that an unmet goal is unmet for good; `may_be_nearly`, that a high score then makes it nearly
    met. `compound` is the second opinion on a level: observed against required compound yearly growth, a share of 1 to
    twenty decimals. `refusal` says why there is no forecast; `notes` say what the reader must know to read the figures
    right.
    """

    achieved: Interval | None = None
    done: date | None = None
    attainment: Interval | None = None
    of: AttainmentOf = "goal"
    score: Interval | None = None
    due: Interval | None = None
    pace: Interval | None = None
    forecast: Interval | None = None
    needed: Interval | None = None
    met: bool | None = None
    exceeded: bool = False
    worse: bool = False
    final: bool = False
    may_be_nearly: bool = True
    periods: Periods | None = None
    compound: Fraction | None = None
    refusal: Message | None = None
    notes: tuple[Message, ...] = ()


class Quantity(NamedTuple):
    """A value as a step shows it: in a unit, or (`percent`) a share of 1 shown in percent, or a bare number.

    `of_limit` says whether it is the share of a limit that is used, or the pace of one.
    """

    value: Interval | Fraction | date
    unit: Unit | None = None
    percent: bool = False
    of_limit: Literal["used", "pace"] | None = None


class Step(NamedTuple):
    """One step of a calculation: its name, the rule in words, the rule with the numbers put in, and what comes out.

    `numbers` names in braces the `values` that stand in it.
    """

    name: Text
    words: Text
    numbers: str = ""
    values: Mapping[str, Quantity] = MappingProxyType({})
    result: Quantity | None = None
