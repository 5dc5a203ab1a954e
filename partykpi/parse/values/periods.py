"""Periods that stand beside one another, entered in any order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Generic, TypeVar

from partykpi.core.time import Period

Entered = TypeVar("Entered")

# A list as short as this is added to in the middle as fast as at its end.
_SHORT = 512

_first = itemgetter(0)


class PeriodIndex(Generic[Entered]):
    """Periods that can each have a reading, with what was entered for each.

    Two of `disjoint` readings must not share a day; two others must not end on the same one.
    """

    def __init__(self, disjoint: bool, entries: Iterable[tuple[Period, Entered]] = ()) -> None:
        self.disjoint = disjoint
        self.by_last: dict[date, Entered] = {}
        # In the order of time, in short lists, with the day on which each of the lists begins.
        self.parts: list[list[tuple[date, date, Entered]]] = []
        self.begins: list[date] = []
        for period, entered in entries:
            if self.clash(period) is None:
                self.add(period, entered)

    def clash(self, period: Period) -> Entered | None:
        """Return what was entered for a period that this one cannot stand beside; None where there is none."""
        if not self.disjoint:
            return self.by_last.get(period.last)
        at = bisect_right(self.begins, period.last) - 1
        if at < 0:
            return None
        part = self.parts[at]
        _, last, entered = part[bisect_right(part, period.last, key=_first) - 1]
        return entered if last >= period.first else None

    def add(self, period: Period, entered: Entered) -> None:
        """Enter what belongs to a period that clashes with none."""
        if not self.disjoint:
            self.by_last[period.last] = entered
            return
        one = (period.first, period.last, entered)
        at = max(bisect_right(self.begins, period.first) - 1, 0)
        if not self.parts:
            self.parts, self.begins = [[one]], [period.first]
            return
        part = self.parts[at]
        part.insert(bisect_right(part, period.first, key=_first), one)
        self.begins[at] = part[0][0]
        if len(part) > _SHORT:
            half = len(part) // 2
            self.parts[at : at + 1] = [part[:half], part[half:]]
            self.begins.insert(at + 1, part[half][0])
