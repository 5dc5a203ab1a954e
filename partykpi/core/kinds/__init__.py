"""The kinds: how readings become one achieved figure. One module a kind, found by its name.

A module holds `KIND`: its words, its manual and its arithmetic. To add a kind, add a module; nothing else changes.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from partykpi.core.measure import Case, Measure, Step
from partykpi.core.model import Every, Goal, Reading
from partykpi.core.time import Term
from partykpi.registry import Registry
from partykpi.text import Text

Readings = Sequence[Reading]


def as_it_is(goal: Goal, term: Term) -> Goal:
    """Return the goal itself: over the term it asks for no other figure."""
    return goal


class Kind(NamedTuple):
    """One kind.

    `measure` says how far the target is met by those readings (all up to the as-of date) under that goal; `steps`
    tells the same calculation step by step. `outlook` adds to a measure what only a person asks for: until when the
    bound is within reach, and the second opinion. `yearly` says what `/year` in a goal means: `binds` every year by
    itself, is the `same` as without it, or has no meaning (`none`). `every` are the ways in which the years may have to
    keep a goal, the usual one first; `of_path` says what the goals of single years come to over the term, and
    `over_term` turns a goal for a year into the one for the term. A `dated` kind has a date for a goal, and a date
    or a share done as readings. A `listed` kind takes a list of figures, one a year, where the years are not known.
    Of a `disjoint` kind no two readings may share a day. `by_share` kinds have an attainment that is the share
    `core.attainment` speaks of, so a published share implies an unknown bound or actual.
    """

    name: str
    label: Text
    manual: Text
    measure: Callable[[Case], Measure]
    steps: Callable[[Case, Measure], list[Step]]
    outlook: Callable[[Case, Measure], Measure] | None = None
    yearly: Literal["binds", "same", "none"] = "none"
    every: tuple[Every, ...] = ("term", "year", "average")
    of_path: Literal["sum", "last", "mean"] | None = None
    over_term: Callable[[Goal, Term], Goal] = as_it_is
    dated: bool = False
    listed: bool = False
    disjoint: bool = True
    by_share: bool = False


def last_day(reading: Reading) -> date:
    """Return the last day that a reading speaks of; one without a period speaks of all the time so far."""
    return date.max if reading.period is None else reading.period.last


_REGISTRY: Registry[Kind] = Registry(__name__, "KIND")
names, find = _REGISTRY.names, _REGISTRY.find
