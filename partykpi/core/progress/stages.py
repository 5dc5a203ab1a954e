"""The goals that a target has had, each with the days on which it was in force."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from partykpi.core import quantities
from partykpi.core.measure import Case
from partykpi.core.model import Goal
from partykpi.core.rule import Named


class Stage(NamedTuple):
    """The days from `first` to `last`, on which a goal was in force; `number` counts from 1, and the last one has 0."""

    first: date
    last: date
    goal: Goal
    number: int = 0

    @property
    def bound(self) -> Named:
        """The bound of the goal as a quantity."""
        return quantities.GOAL if self.number == 0 else quantities.goal_before(self.number)

    def bound_of(self, year: int) -> Named:
        """The goal of a single year as a quantity."""
        return quantities.goal_of(year) if self.number == 0 else quantities.goal_of_before(self.number, year)


def stages(case: Case) -> tuple[Stage, ...]:
    """Return the stages of a case in their order, from the first day of its period to the last.

    A goal that is not known leaves its days to the next one that is.
    """
    first, last = case.term.first, case.term.last
    if not case.target.amendments:
        return (Stage(first, last, case.goal),)
    earlier = [(first, case.target.goal)]
    for amendment in case.target.amendments:
        if amendment.on > min(case.moment.looked_at, last):
            break
        if amendment.on <= first or not earlier[-1][1].known:
            earlier.pop()
        earlier.append((amendment.on if earlier else first, amendment.goal))
    ends = [begin - timedelta(days=1) for begin, _ in earlier[1:]]
    before = [
        Stage(begin, end, goal, number)
        for number, ((begin, goal), end) in enumerate(zip(earlier, ends, strict=False), 1)
    ]
    return (*before, Stage(earlier[-1][0], last, case.goal))


def goal_on(day: date, of: Sequence[Stage]) -> Stage:
    """Return the stage that a day lies in; the first one for a day before all of them."""
    return next((stage for stage in reversed(of) if stage.first <= day), of[0])
