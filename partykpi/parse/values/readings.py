"""The readings of a target: one figure, a list, or figures by period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from partykpi import findings
from partykpi.core.kinds import Kind
from partykpi.core.model import Indicator, Reading
from partykpi.core.time import Period, Term
from partykpi.parse.text.amount import Amount, Fault, read_amount
from partykpi.parse.text.period import read_period
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import UNITS, Measures, find_unit
from partykpi.parse.values import goal
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence, line_of, place
from partykpi.text import Text


def actual(
    reader: Reader, node: Node, indicator: Indicator, kind: Kind, measures: Measures, last: date | None
) -> list[Reading]:
    """Return what stands at `actual`: one figure, or of a kind that allows it a list of them."""
    nodes: Iterable[Node] = node.items if kind.listed and type(node) is Sequence else [node]
    readings = [goal.reading(reader, "actual", item, indicator, kind, None, measures, last) for item in nodes]
    return [reading for reading in readings if reading is not None]


def by_period(
    reader: Reader, node: Node, indicator: Indicator, kind: Kind, term: Term | None, measures: Measures
) -> list[Reading]:
    """Return what stands at `readings`, by period; whatever is wrong with it is reported."""
    mapping = reader.mapping("readings", node)
    readings: list[Reading] = []
    seen: list[tuple[Period, Scalar]] = []
    latest = date.min
    style, unit = reader.style, indicator.unit
    for key, value in mapping.entries if mapping is not None else ():
        period = read_period(key.value) or reader.period(key.value)
        if period is None:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)
            continue
        written = read_amount(value.value, style, unit, measures) if type(value) is Scalar else None
        if type(written) is not Amount or type(value) is not Scalar or written.operator or written.per or kind.dated:
            stated = _stated(reader, key.value, value, indicator, kind, period, measures)
        else:  # a figure with nothing about it, as most are
            stated = [Reading(value.value, place(reader.source, value), written.figure, period, written.share)]
        # most periods follow one another within the term, and need no closer look
        first, last, _ = period
        follows = first > latest and term is not None and last >= term.first and first <= term.last
        if follows or _fits(reader, key, period, seen, kind, term):
            seen.append((period, key))
            readings += stated
            if last > latest:
                latest = last
    if term is not None and kind.yearly == "binds" and seen:
        first = min(period.first for period, _ in seen)
        covered = sum(period.days for period, _ in seen) if first < term.first or latest > term.last else 0
        # a full calendar year at each end is how terms are reported; a year more than the term is not
        if covered > term.days + 1 and covered - term.days > 60:
            reader.report(findings.READINGS_EXCEED_TERM, node, covered=covered, days=term.days, year=str(first.year))
    return readings


def _stated(
    reader: Reader, key: str, node: Node, indicator: Indicator, kind: Kind, period: Period, measures: Measures
) -> list[Reading]:
    """Return a period's reading; of a list of `{figure:, known:}`, what was known of it from day to day."""
    if type(node) is Scalar:
        only = goal.reading(reader, key, node, indicator, kind, period, measures)
        return [] if only is None else [only]
    readings = []
    for item in node.items if type(node) is Sequence else [node]:
        figure, known = item, None
        if type(item) is Mapping:
            values = reader.fields(item, ("figure", "known"), ("figure", "known"), Text("a reading", "số liệu của kỳ"))
            known = reader.date("known", values["known"]) if "known" in values else None
            if "figure" not in values:
                continue
            figure = values["figure"]
        reading = goal.reading(reader, key, figure, indicator, kind, period, measures)
        if reading is not None:
            readings.append(reading if known is None else reading._replace(known=known))
    return readings


def _fits(
    reader: Reader, key: Scalar, period: Period, seen: list[tuple[Period, Scalar]], kind: Kind, term: Term | None
) -> bool:
    """Say whether a period lies in the term and beside those seen before; what does not is reported."""
    if term is not None and not _is_within(reader, key, period, term):
        return False
    for other, other_key in seen:
        if (period.first, period.last) == (other.first, other.last) or (
            not kind.disjoint and period.last == other.last
        ):
            reader.report(findings.DUPLICATE_PERIOD, key, period=key.value, line=line_of(other_key))
            return False
        if kind.disjoint and period.first <= other.last and other.first <= period.last:
            reader.report(
                findings.OVERLAPPING_PERIODS, key, period=key.value, other=other_key.value, line=line_of(other_key)
            )
            return False
    return True


def _is_within(reader: Reader, key: Scalar, period: Period, term: Term) -> bool:
    """Say whether a period shares a day with the term; one that does not is reported."""
    if period.last >= term.first and period.first <= term.last:
        return True
    reader.report(findings.READING_OUTSIDE_TERM, key, period=key.value, first=term.first, last=term.last)
    return False


def without_indicator(reader: Reader, values: dict[str, Node], term: Term | None, measures: Measures) -> None:
    """Report what is wrong with the figures and periods of a target whose indicator cannot be told.

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
        if type(node) is not Scalar:
            continue
        written = read_written(node.value, reader.style)
        if type(written) is Written:
            unit = find_unit(written.unit, measures) if written.unit and written.whole is None else None
            amount = None if unit is None else read_amount(node.value, reader.style, unit, measures)
        else:
            amount = read_amount(node.value, reader.style, UNITS["%"], measures)
        if type(amount) is Fault and amount.definition is not findings.UNPARSABLE_FIGURE:
            reader.report(amount.definition, node, **amount.values)
