"""One reading or baseline of a target, in the unit of its indicator."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from partykpi import findings
from partykpi.core.figure import Interval
from partykpi.core.model import Reading, Unit
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, bounded, decode_amount
from partykpi.parse.text.period import only_day
from partykpi.parse.values.context import TargetContext
from partykpi.parse.yaml.source import Node, Scalar


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
    if written.per is not None and kind.yearly != "same":
        reader.report(findings.YEARLY_UNIT, node)
        return None
    if kind.dated and not _is_share(written.figure):
        reader.report(findings.UNPARSABLE_SHARE, node, text=text)
        return None
    figure = _bounded(written, context.indicator.unit) if written.operator else written.figure
    return Reading(text, reader.place(node), figure, period, written.share)


def _is_share(figure: Interval) -> bool:
    return figure.low is not None and figure.high is not None and 0 <= figure.low <= figure.high <= 100


def _bounded(written: Amount, unit: Unit) -> Interval:
    """Return the values that a bound leaves for a reading; of what is counted none is below zero."""
    figure = bounded(written.figure, written.operator, unit)
    if figure.low is None and unit.counted and figure.high != 0:
        return Interval(Fraction(0), figure.high, True, figure.high_closed)
    return figure
