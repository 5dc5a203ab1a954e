"""Goals and readings as they are written, in the unit of their indicator."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from partykpi import findings
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.kinds import Kind
from partykpi.core.model import BETTER_WORDS, Direction, End, Every, Goal, Indicator, Period, Reading, Unit
from partykpi.parse.text.amount import amount
from partykpi.parse.text.period import read_period_in_vietnamese
from partykpi.parse.text.quantity import Operator
from partykpi.parse.text.units import STANDARD, Measures, Per
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar

UNKNOWN = "unknown"

_PER_YEAR: dict[Per, int] = {"year": 1, "quarter": 4, "month": 12}
_BY = r"(?i:by)\s+(.*)\Z"


def goal(
    reader: Reader,
    node: Node,
    indicator: Indicator,
    kind: Kind,
    measured_against: Node | None = None,
    every: Node | None = None,
    measures: Measures = STANDARD,
    day: date | None = None,
) -> Goal | None:
    """Return the goal that stands at `target`; whatever is wrong with it is reported.

    `day` is the one on which it was set, for money in another currency.
    """
    if type(node) is Mapping and kind.of_path is not None:
        return _path(reader, node, indicator, kind, measured_against, every, measures, day)
    text = reader.scalar("target", node)
    if text is None or type(node) is not Scalar:
        return None
    direction: Direction = indicator.better
    place = reader.place(node)
    if text.casefold() == UNKNOWN or (not text.isascii() and _means_unknown(text)):
        return Goal(text, place, direction=direction, measured_against=_near_end(direction))
    if kind.dated:
        match = re.match(_BY, text.strip())
        by = reader.day(match[1]) if match else None if text.isascii() else _deadline(reader, text)
        if by is None:
            reader.report(findings.UNPARSABLE_MILESTONE, node, text=text)
            return None
        return Goal(text, place, by=by)
    written = amount(reader, node, indicator.unit, measures, day)
    if written is None:
        return None
    if written.per is not None and kind.yearly == "none":
        reader.report(findings.YEARLY_UNIT, node)
        return None
    figure = written.figure
    if written.per in ("quarter", "month"):
        times = _PER_YEAR[written.per]
        assert figure.low is not None
        assert figure.high is not None
        figure = Interval(figure.low * times, figure.high * times)
    operator = written.operator
    if not operator and not written.ranged:
        operator = ">=" if indicator.better == "higher" else "<="
    if operator == "=":
        direction = "exactly"
    elif operator:
        direction = "higher" if operator in (">=", ">") else "lower"
        if direction != indicator.better:
            reader.report(findings.GOAL_DIRECTION, node, better=BETTER_WORDS[indicator.better])
    end = _near_end(direction)
    interval = _bounded(figure, operator, indicator.unit)
    if measured_against is not None:
        chosen = reader.choice("measured_against", measured_against, ("low", "high"))
        if chosen is not None and (interval.low if chosen == "low" else interval.high) is None:
            reader.report(findings.MEASURED_AGAINST, measured_against, end=chosen)
        elif chosen is not None:
            end = "low" if chosen == "low" else "high"
    binds = kind.yearly == "binds" and written.per is not None
    return Goal(text, place, interval, None, direction, end, _every(reader, every, kind, binds=binds))


def _means_unknown(text: str) -> bool:
    from partykpi.parse.keys import value_meant

    return value_meant(text, (UNKNOWN,)) is not None


def _deadline(reader: Reader, text: str) -> date | None:
    """Return the date of a goal such as `chậm nhất 31/12/2024`, or None."""
    from partykpi.parse.keys import deadline

    written = deadline(text)
    period = None if written is None else reader.period(written) or read_period_in_vietnamese(written)
    return period.first if period is not None and period.first == period.last else None


def _every(reader: Reader, node: Node | None, kind: Kind, *, binds: bool) -> Every:
    """Return what has to keep the goal: as `every` says, else each year of a goal per year, else the usual."""
    if node is not None:
        chosen = reader.choice("every", node, kind.every)
        if chosen in kind.every:
            return "year" if chosen == "year" else "average" if chosen == "average" else "term"
    return "year" if binds else kind.every[0]


def _path(
    reader: Reader,
    node: Mapping,
    indicator: Indicator,
    kind: Kind,
    measured_against: Node | None,
    every: Node | None,
    measures: Measures,
    day: date | None,
) -> Goal | None:
    """Return the goal that is set year by year; over the term it is their sum, their last or their mean."""
    steps: list[tuple[int, Goal]] = []
    for key, value in node.entries:
        period = reader.period(key.value)
        if period is None or len(period.text) != 4:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)
            continue
        step = goal(reader, value, indicator, kind, measured_against, None, measures, day)
        if step is not None and step.interval is not None:
            steps.append((period.year, step))
    if not steps:
        if not node.entries:
            reader.report(findings.EMPTY_VALUE, node, key="target")
        return None
    steps.sort(key=lambda pair: pair[0])
    intervals = [step.interval for _, step in steps if step.interval is not None]
    interval = intervals[-1]
    if kind.of_path in ("sum", "mean"):
        interval = intervals[0]
        for step_interval in intervals[1:]:
            interval = add(interval, step_interval)
        if kind.of_path == "mean":
            interval = multiply(interval, exactly(Fraction(1, len(intervals))))
    last = steps[-1][1]
    return last._replace(
        text=", ".join(f"{year}: {step.text}" for year, step in steps),
        place=reader.place(node),
        interval=interval,
        every=_every(reader, every, kind, binds=False),
        path=tuple((year, step.interval) for year, step in steps if step.interval is not None),
    )


def _near_end(direction: Direction) -> End:
    """Return the end of a goal that is reached first."""
    return "high" if direction == "lower" else "low"


def _bounded(figure: Interval, operator: Operator, unit: Unit) -> Interval:
    """Return the values that a bound leaves; a rank is never better than 1, a count never less than 0."""
    if operator in (">=", ">"):
        return Interval(figure.low, None, operator == ">=")
    if operator in ("<=", "<"):
        least = Fraction(1) if unit.id == "rank" else None
        if least is not None and figure.high is not None and figure.high < least:
            least = None
        return Interval(least, figure.high, high_closed=operator == "<=")
    return figure


def _is_share(figure: Interval) -> bool:
    return figure.low is not None and figure.high is not None and 0 <= figure.low <= figure.high <= 100


def reading(
    reader: Reader,
    key: str,
    node: Node,
    indicator: Indicator,
    kind: Kind,
    period: Period | None,
    measures: Measures = STANDARD,
    day: date | None = None,
) -> Reading | None:
    """Return the reading that stands at the node; whatever is wrong with it is reported.

    Money in another currency is exchanged by the rate of the period's last day, or of `day` where it has no period.
    """
    text = reader.scalar(key, node)
    if text is None or type(node) is not Scalar:
        return None
    if kind.dated:
        done = reader.period(text)
        if done is not None and done.first == done.last:
            return Reading(text, reader.place(node), period=period, done=done.first)
        if done is not None and "/" in text:  # 9/2024 is no share of 2024
            reader.report(findings.UNPARSABLE_DATE, node, text=text, others="")
            return None
    written = amount(reader, node, indicator.unit, measures, day if period is None else period.last)
    if written is None:
        return None
    if written.per is not None and kind.yearly != "same":
        reader.report(findings.YEARLY_UNIT, node)
        return None
    figure = written.figure
    if kind.dated and not _is_share(figure):
        reader.report(findings.UNPARSABLE_SHARE, node, text=text)
        return None
    if written.operator:
        figure = _bounded(figure, written.operator, indicator.unit)
        if figure.low is None and indicator.unit.counted and figure.high != 0:
            figure = Interval(Fraction(0), figure.high, True, figure.high_closed)
    return Reading(text, reader.place(node), figure, period, written.share)
