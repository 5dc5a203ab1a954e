"""The one unit that all figures of a target are shown in: that which its goal is written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from partykpi.core.model import Multiple, Reading
from partykpi.parse.text import units
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.values.context import TargetContext
from partykpi.parse.yaml.source import Mapping, Node, Scalar


def shown_unit(context: TargetContext, readings: Sequence[Reading], node: Node | None) -> Multiple | None:
    """Return the unit that the goal is written in; without a goal, that of the readings. None for the indicator's own.

    What is counted stays whole, and a percentage what it is.
    """
    known = context.goal is not None and context.goal.known
    return _unit_of(context, _text_of_goal(context, node) if known else _texts_of(readings))


def unit_of_bare(context: TargetContext, readings: Sequence[Reading]) -> Multiple | None:
    """Return the unit of a figure beside a claim that has none: that which the target is shown in, or the readings."""
    return context.shown_in or _unit_of(context, _texts_of(readings))


def _unit_of(context: TargetContext, texts: Iterator[str]) -> Multiple | None:
    """Return the unit of the first of the texts that has one, where it is another than that of the indicator."""
    unit = context.indicator.unit
    if unit.counted or not unit.additive or context.kind.dated:
        return None
    for text in texts:
        written = read_written(text, context.reader.style)
        if type(written) is Written and (written.unit or written.scale != 1):
            return _written(context, written)
    return None


def _text_of_goal(context: TargetContext, node: Node | None) -> Iterator[str]:
    """Yield the text of the goal, of one by years the last."""
    last = node.entries[-1][1] if type(node) is Mapping and node.entries else node
    if type(last) is Scalar and context.goal is not None:
        yield context.goal.figure or last.value


def _texts_of(readings: Sequence[Reading]) -> Iterator[str]:
    yield from (reading.text for reading in readings)


def _written(context: TargetContext, written: Written) -> Multiple | None:
    """Return the unit that a figure is written in, where it is another than that of the indicator."""
    unit = context.indicator.unit
    found = units.find_unit(written.unit, context.custom_units) if written.unit else unit
    if found is None or found.counted or (not written.unit and unit.of is not None):
        return None
    if written.scale == 1 and found.id == unit.id:  # as most are: without what turns one unit into another
        return None
    from partykpi.parse.text.compound_units import compose, over_of

    try:
        size = units.factor(units.as_asked(found, unit), unit)
    except ValueError:
        return None
    if size * written.scale == 1:
        return None
    if size == 1:
        return Multiple(compose(written.scale, unit), Fraction(written.scale))
    over = () if found.over else over_of(unit, context.custom_units)
    if over is None:
        return None
    per = None if context.kind.yearly == "binds" else unit.per
    return Multiple(compose(written.scale, found, over, per), size * written.scale)
