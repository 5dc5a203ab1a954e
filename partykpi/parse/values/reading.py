"""One reading or baseline of a target, in the unit of its indicator."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from partykpi import findings
from partykpi.core.figure import Interval, intersect
from partykpi.core.model import Reading, Unit
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, bounded, decode_amount
from partykpi.parse.text.period import only_day
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.per import in_time_of_unit
from partykpi.parse.yaml.source import Node, Scalar

_A_SHARE = Interval(Fraction(0), Fraction(100))


def decode_reading(
    context: TargetContext, key: str, node: Node, period: Period | None, day: date | None = None
) -> Reading | None:
    """Return the reading that is the value of a key; whatever is wrong with it is reported.

    Money in another currency is exchanged by the rate of the period's last day, or of `day` where it has no period.
    """
    reader, kind = context.reader, context.kind
    text = reader.scalar(key, node)
    if text is None or type(node) is not Scalar:
        return None
    if kind.dated:
        named = reader.period(text)
        done = only_day(named)
        if done is not None:
            if period is not None and not period.first <= done <= period.last:
                reader.report(findings.DONE_OUTSIDE_PERIOD, node, text=text, period=period.name)
                return None
            return Reading(text, reader.place(node), period=period, done=done)
        if named is not None and "/" in text:  # 9/2024 is no share of 2024
            reader.report(findings.UNPARSABLE_DATE, node, text=text, others="")
            return None
    written = decode_amount(
        reader, node, context.indicator.unit, context.custom_units, day if period is None else period.last
    )
    if written is None:
        return None
    written = in_time_of_unit(context, written)
    if written.per is not None and (kind.yearly != "same" or written.per != "year"):
        reader.report(findings.YEARLY_UNIT, node)
        return None
    figure = values_of(written, context.indicator.unit)
    if kind.dated:
        share = _share(written, figure)
        if share is None:
            reader.report(findings.UNPARSABLE_SHARE, node, text=text)
            return None
        figure = share
    return Reading(text, reader.place(node), figure, period, written.share, step=written.step)


def _share(written: Amount, figure: Interval) -> Interval | None:
    """Return the share of a task that is done, which is none that is below 0 or above the whole; None where it is."""
    low, high = written.figure.low, written.figure.high
    near = written.operator in ("nearly", "about")
    if low is None or high is None or low < 0 or (low if near else high) > 100:
        return None
    return intersect(figure, _A_SHARE)


def values_of(written: Amount, unit: Unit) -> Interval:
    """Return the values that a figure can have as a reading; of what is counted none is below zero."""
    figure = bounded(written.figure, written.operator, unit)
    if figure.low is None and unit.counted and figure.high != 0:
        return Interval(Fraction(0), figure.high, True, figure.high_closed)
    return figure
