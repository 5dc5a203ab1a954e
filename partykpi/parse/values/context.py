"""What the values of one target are read with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from partykpi.core.kinds import Kind
from partykpi.core.model import Goal, Indicator, Multiple
from partykpi.core.time import Term
from partykpi.parse.text.units import NO_CUSTOM_UNITS, CustomUnits
from partykpi.parse.yaml.reader import Reader


class TargetContext(NamedTuple):
    """The file's reader, the target's indicator and kind, and what the file says of units, of time and of its date.

    `period` is what the goal speaks of. Without one (the file has no term that can be used) nothing lies outside it.
    `as_of` is the day that the file itself is looked at, and `term` the years of the resolution.
    `goal` is that of the target, once it is known, and `shown_in` the unit that it is written in.
    """

    reader: Reader
    indicator: Indicator
    kind: Kind
    custom_units: CustomUnits = NO_CUSTOM_UNITS
    period: Term | None = None
    as_of: date | None = None
    term: Term | None = None
    goal: Goal | None = None
    shown_in: Multiple | None = None

    @property
    def latest(self) -> date | None:
        """The day that a figure without a period is taken to be of."""
        return self.as_of or (None if self.period is None else self.period.last)
