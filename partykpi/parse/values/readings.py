"""The readings of a target: one figure, a list, or figures by period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from partykpi import findings
from partykpi.core.model import Reading
from partykpi.core.time import Period, Term
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.period import read_period
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import PERCENT, CustomUnits, find_unit
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.reading import decode_reading
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, line_of, place
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.text import Text


def decode_actual(context: TargetContext, node: Node) -> list[Reading]:
    """Return the readings at `actual`: one figure, or of a kind that allows it a list of them."""
    nodes: Iterable[Node] = node.items if context.kind.listed and type(node) is Items else [node]
    readings = [decode_reading(context, "actual", item, None, context.latest) for item in nodes]
    return [reading for reading in readings if reading is not None]


def decode_readings(context: TargetContext, node: Node) -> list[Reading]:
    """Return the readings at `readings`, by period; whatever is wrong with them is reported."""
    reader, term = context.reader, context.term
    mapping = reader.mapping("readings", node)
    readings: list[Reading] = []
    seen: list[tuple[Period, Scalar]] = []
    earliest, latest = date.max, date.min
    for key, value in mapping.entries if mapping is not None else ():
        period = read_period(key.value) or reader.period(key.value)  # most are in figures, which is quickly seen
        if period is None:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)
            continue
        stated = _plain_reading(context, value, period) or _stated(context, key.value, value, period)
        # most periods follow one another within the term, and need no closer look
        first, last, _ = period
        follows = first > latest and term is not None and last >= term.first and first <= term.last
        if follows or _fits(context, key, period, seen):
            seen.append((period, key))
            readings += stated
            if first < earliest:
                earliest = first
            if last > latest:
                latest = last
    if term is not None and (earliest < term.first or latest > term.last):
        _check_days_covered(context, node, term, [period for period, _ in seen])
    return readings


def _plain_reading(context: TargetContext, node: Node, period: Period) -> list[Reading]:
    """Return the reading of a figure with nothing about it, as most are; nothing where it needs a closer look."""
    reader, indicator, kind, custom_units, _, _ = context
    if type(node) is not Scalar or kind.dated:
        return []
    written = read_amount(node.value, reader.style, indicator.unit, custom_units)
    if type(written) is not Amount:
        return []
    figure, operator, per, share, _, step = written
    if operator or per:
        return []
    return [Reading(node.value, place(reader.source, node), figure, period, share, step=step)]


def _stated(context: TargetContext, key: str, node: Node, period: Period) -> list[Reading]:
    """Return a period's reading; of a list of `{figure:, known:}`, what was known of it from day to day."""
    if type(node) is Scalar:
        only = decode_reading(context, key, node, period)
        return [] if only is None else [only]
    reader = context.reader
    readings = []
    for item in node.items if type(node) is Items else [node]:
        figure, known = item, None
        if type(item) is Mapping:
            values = reader.fields(item, ("figure", "known"), ("figure", "known"), Text("a reading", "số liệu của kỳ"))
            known = reader.date("known", values["known"]) if "known" in values else None
            if "figure" not in values:
                continue
            figure = values["figure"]
        reading = decode_reading(context, key, figure, period)
        if reading is not None:
            readings.append(reading if known is None else reading._replace(known=known))
    return readings


def _fits(context: TargetContext, key: Scalar, period: Period, seen: Sequence[tuple[Period, Scalar]]) -> bool:
    """Say whether a period lies in the term and beside those seen before; what does not is reported."""
    reader, disjoint = context.reader, context.kind.disjoint
    if context.term is not None and not _is_within(reader, key, period, context.term):
        return False
    for other, other_key in seen:
        if is_same_period(period, other, disjoint):
            reader.report(findings.DUPLICATE_PERIOD, key, period=key.value, line=line_of(other_key))
            return False
        if disjoint and overlap(period, other):
            reader.report(
                findings.OVERLAPPING_PERIODS, key, period=key.value, other=other_key.value, line=line_of(other_key)
            )
            return False
    return True


def is_same_period(one: Period, other: Period, disjoint: bool) -> bool:
    """Say whether two periods can have one reading only: the same days or, unless `disjoint`, any that end together."""
    return one.last == other.last and (one.first == other.first or not disjoint)


def overlap(one: Period, other: Period) -> bool:
    """Say whether two periods share a day."""
    return one.first <= other.last and other.first <= one.last


def _is_within(reader: Reader, key: Scalar, period: Period, term: Term) -> bool:
    """Say whether a period shares a day with the term; one that does not is reported."""
    if period.last >= term.first and period.first <= term.last:
        return True
    reader.report(findings.READING_OUTSIDE_TERM, key, period=key.value, first=term.first, last=term.last)
    return False


def _check_days_covered(context: TargetContext, node: Node, term: Term, periods: Sequence[Period]) -> None:
    """Report readings that add up and, some of days outside the term, speak of more days than the term has."""
    covered = sum(period.days for period in periods) if context.kind.yearly == "binds" else 0
    # a full calendar year at each end is how terms are reported; a year more than the term is not
    if covered > term.days + 1 and covered - term.days > 60:
        year = str(min(period.first for period in periods).year)
        context.reader.report(findings.READINGS_EXCEED_TERM, node, covered=covered, days=term.days, year=year)


def check_without_indicator(
    reader: Reader, values: dict[str, Node], term: Term | None, custom_units: CustomUnits
) -> None:
    """Report what is wrong with the figures and periods of a target whose indicator is not known.

    Only what is wrong whatever the indicator is: what else there may be shows once it is known.
    """
    nodes = [values[key] for key in ("target", "baseline", "actual") if key in values]
    readings = values.get("readings")
    for key, node in readings.entries if type(readings) is Mapping else ():
        period = reader.period(key.value)
        if period is None:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)
        elif term is not None:
            _is_within(reader, key, period, term)
        nodes.append(node)
    for node in nodes:
        if type(node) is Scalar:
            _check_figure(reader, node, custom_units)


def _check_figure(reader: Reader, node: Scalar, custom_units: CustomUnits) -> None:
    """Report what is wrong with a figure in the unit that is written with it, whatever that is."""
    written = read_written(node.value, reader.style)
    unit = PERCENT
    if type(written) is Written:
        found = find_unit(written.unit, custom_units) if written.unit and written.whole is None else None
        if found is None:
            return
        unit = found
    amount = read_amount(node.value, reader.style, unit, custom_units)
    if type(amount) is AmountFault and amount.definition is not findings.UNPARSABLE_FIGURE:
        reader.report(amount.definition, node, **amount.values)
