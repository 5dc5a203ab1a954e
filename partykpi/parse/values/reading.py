"""One reading or baseline of a target, in the unit of its indicator."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from partykpi import findings
from partykpi.core.figure import Interval, exactly, intersect
from partykpi.core.model import Reading, Unit
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, AmountFault, amount_on, bounded
from partykpi.parse.text.period import only_day
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.per import in_time_of_unit
from partykpi.parse.yaml.source import Node, Scalar

_A_SHARE = Interval(Fraction(0), Fraction(100))
_WHOLE = exactly(100)
# All that most shares of a task are written with; without a word or a hyphen, nothing says when it was done.
_OF_SHARES = "0123456789.,/% "


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
    done = _done(context, node, period) if kind.dated else None
    if done is not None:
        return done if type(done) is Reading else None
    day = day if period is None else period.last
    written = amount_on(text, reader.style, context.indicator.unit, context.custom_units, day)
    if type(written) is AmountFault:
        from partykpi.parse.values.reading_wording import read_reading_words

        written = read_reading_words(context, text, written, day)
    if type(written) is AmountFault:
        reader.report(written.definition, node, **written.values)
        return None
    assert type(written) is Amount
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


def _done(context: TargetContext, node: Scalar, period: Period | None) -> Reading | Literal["wrong"] | None:
    """Return the reading of a task that is done on a day or in a time; None of another, "wrong" where it cannot be."""
    reader, text = context.reader, node.value
    if text.endswith("%") and not text.strip(_OF_SHARES):
        return None
    named = reader.period(text)
    if named is None and not text.strip(_OF_SHARES):
        return None
    when: Period | Literal["some day"] | None = named
    if only_day(named) is None:
        if named is not None and "/" in text and not any(character.isalpha() for character in text):
            reader.report(findings.UNPARSABLE_DATE, node, text=text, others="")  # 9/2024 is no share of 2024
            return "wrong"
        from partykpi.parse.values.reading_wording import done_when

        when = done_when(reader, text)
    if when is None or when == "some day":
        return None if when is None else Reading(text, reader.place(node), _WHOLE, period)
    assert type(when) is Period
    if period is not None and not when.within(period):
        reader.report(findings.DONE_OUTSIDE_PERIOD, node, text=text, period=period.name)
        return "wrong"
    done = only_day(when)
    if done is None:
        return Reading(text, reader.place(node), _WHOLE, when)
    return Reading(text, reader.place(node), period=period, done=done)


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
