"""The axes of a picture over the period: round values with few labels, and years, quarters or months."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from partykpi.core.chart import Chart
from partykpi.core.figure import Interval
from partykpi.core.model import Unit
from partykpi.text import Language, Text

_MOST_STEPS = 6

_MONTH = Text("{year}-{month:02d}", "{month:02d}/{year}")
_QUARTER = Text("{year}-Q{quarter}", "quý {quarter}/{year}")


class Values(NamedTuple):
    """The values on the axis: its low end, the step from one label to the next, and how many steps there are."""

    low: Fraction
    step: Fraction
    steps: int
    downwards: bool = False

    def share(self, value: Fraction) -> Fraction:
        """Return how high a value lies, 0 at the bottom of the axis and 1 at its top."""
        up = (value - self.low) / self.step / self.steps
        return 1 - up if self.downwards else up

    def labelled(self) -> Iterator[Fraction]:
        """Return the values that have a label, the least first."""
        return (self.low + self.step * number for number in range(self.steps + 1))


class Days(NamedTuple):
    """The days on the axis."""

    first: date
    last: date

    def share(self, day: date) -> Fraction:
        """Return how far along a day lies, 0 at the first and 1 at the last."""
        return Fraction((day - self.first).days, max((self.last - self.first).days, 1))

    def nearest(self, day: date) -> date:
        """Return the day on the axis that lies nearest to a day."""
        return max(self.first, min(day, self.last))

    def parts(self, columns: int, language: Language) -> list[tuple[date, str]]:
        """Return the last days of the years, quarters or months, with the name of the one that follows.

        There are as many as their names fit into so many `columns`; the ends of the axis come first and last.
        """
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month or 1
        for each, name in _PERIODS:
            if columns * each // months > len(name(date(2000, 12, 1), language)) + 2:
                break
        years = range(self.first.year, self.last.year + 2)
        inside = [
            day
            for day in (date(year, month, 1) - timedelta(days=1) for year in years for month in range(1, 13, each))
            if self.first < day < self.last
        ]
        days = [self.first, *inside]
        return [*((day, name(day + timedelta(days=1), language)) for day in days), (self.last, "")]


def values(drawn: Chart, unit: Unit) -> Values:
    """Return the axis that holds all points, with few round labels; ranks run downwards from the first."""
    known = [*drawn.readings, *([drawn.baseline] if drawn.baseline else [])]
    lines = (drawn.due, *drawn.goals, drawn.forecast)
    held = [end(point.value) for point in known for end in (low, high)]
    held += [middle(point.value) for line in lines for point in line]
    if drawn.cumulated:
        held.append(Fraction(0))
    from_first = unit.ordinal
    least, most = (Fraction(1) if from_first else min(held)), max(held)
    if least == most:
        apart = Fraction(1) if unit.counted or not least else abs(least) / 10
        least, most = (least if from_first else least - apart), most + apart
    step = _step(least, most, from_first, whole=unit.counted)
    start = least if from_first else floor(least / step) * step
    return Values(start, step, _steps(least, most, step, from_first), downwards=from_first)


def middle(value: Interval) -> Fraction:
    """Return the point at which a line is drawn for an interval."""
    return (low(value) + high(value)) / 2


def low(value: Interval) -> Fraction:
    """Return the low end, or of what has none the high one."""
    return value.low if value.low is not None else value.high or Fraction(0)


def high(value: Interval) -> Fraction:
    """Return the high end, or of what has none the low one."""
    return value.high if value.high is not None else value.low or Fraction(0)


def _step(least: Fraction, most: Fraction, from_low: bool, whole: bool) -> Fraction:
    """Return the least of 1, 2 and 5, of 10, 20 and 50 and so on up and down, that makes few steps."""
    power = Fraction(1)
    while not whole and power * _MOST_STEPS > most - least:
        power /= 10
    while True:
        for step in (power, 2 * power, 5 * power):
            if _steps(least, most, step, from_low) <= _MOST_STEPS:
                return step
        power *= 10


def _steps(least: Fraction, most: Fraction, step: Fraction, from_low: bool) -> int:
    """Return how many steps lead past the high end, from the low end itself or from the multiple below it."""
    return ceil((most - least) / step) if from_low else ceil(most / step) - floor(least / step)


def _month(day: date, language: Language) -> str:
    return _MONTH[language].format(month=day.month, year=day.year)


def _quarter(day: date, language: Language) -> str:
    return _QUARTER[language].format(quarter=(day.month + 2) // 3, year=day.year)


def _year(day: date, language: Language) -> str:
    return str(day.year)


# From the finest to the coarsest: the months of each, and its name.
_PERIODS: tuple[tuple[int, Callable[[date, Language], str]], ...] = ((1, _month), (3, _quarter), (12, _year))
