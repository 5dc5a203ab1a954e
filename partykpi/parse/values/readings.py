"""The readings of a target: one figure, a list, or figures by period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from partykpi import findings
from partykpi.core.model import Reading
from partykpi.core.time import Period, Term, months_of
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import PERCENT, CustomUnits, find_unit
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.reading import decode_reading
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, line_of, place
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.text import Text

if TYPE_CHECKING:
    from partykpi.parse.values.periods import PeriodIndex

_A_FIGURE_OR_MORE = Text("one figure, or figures by period", "một số, hoặc các số theo từng kỳ")


def decode_readings(context: TargetContext, key: str, node: Node) -> list[Reading]:
    """Return the readings that are the value of a key; whatever is wrong with them is reported.

    They are one figure, figures by period in a mapping or in a list of mappings, or of a kind that allows it a list of
    figures: one a year, or the shares of a task that were done one after another and the day that it was done.
    """
    if type(node) is Mapping:
        return _by_period(context, node, node.entries)
    if type(node) is Items and not context.indicator.unit.ordinal and context.reader.has_cut_numbers(node):
        return []
    if type(node) is Items and any(type(item) is Mapping for item in node.items):
        entries = [entry for item in context.reader.mappings(key, node) for entry in item.entries]
        return _by_period(context, node, entries)
    if type(node) is Items and not (context.kind.listed or context.kind.dated):
        context.reader.wrong_type(key, node, _A_FIGURE_OR_MORE)
        return []
    nodes: Sequence[Node] = node.items if type(node) is Items else [node]
    readings = [decode_reading(context, key, item, None, context.latest) for item in nodes]
    if context.kind.listed and context.period is not None and len(nodes) > ceil(context.period.years):
        years = ceil(context.period.years)
        context.reader.report(findings.MORE_THAN_THE_YEARS, node, figures=len(nodes), years=years)
    return [reading for reading in readings if reading is not None]


def _by_period(context: TargetContext, node: Node, entries: Sequence[tuple[Scalar, Node]]) -> list[Reading]:
    """Return the readings of entries, each with its period as its key."""
    reader, whole = context.reader, context.period
    readings: list[Reading] = []
    seen: list[tuple[Period, Scalar]] = []
    index: PeriodIndex[tuple[Period, Scalar]] | None = None
    earliest, latest = date.max, date.min
    over_two = _years_over_two(entries)
    for key, value in entries:
        period = reader.period(key.value)
        if period is None or key.value in over_two:
            _report_no_period(reader, key, value)
            continue
        stated = _plain_reading(context, value, period) or _stated(context, key.value, value, period)
        # most periods follow one another within the whole, and need no closer look
        first, last, _ = period
        follows = first > latest and whole is not None and last >= whole.first and first <= whole.last
        if not follows and index is None:  # those so far follow one another, and none clashes
            from partykpi.parse.values.periods import PeriodIndex

            index = PeriodIndex(context.kind.disjoint, ((one, (one, own)) for one, own in seen))
        if follows or _fits(context, key, period, index):
            seen.append((period, key))
            if index is not None:
                index.add(period, (period, key))
            readings += stated
            if first < earliest:
                earliest = first
            if last > latest:
                latest = last
    if whole is not None and (earliest < whole.first or latest > whole.last):
        _check_ends(context, node, whole, seen)
    return readings


def _years_over_two(entries: Sequence[tuple[Scalar, Node]]) -> frozenset[str]:
    """Return the keys that look like months but are, several together, rather years from one to the next: 2009-10."""
    long = [key.value for key, _ in entries if len(key.value) == _LIKE_MONTH]
    keys = frozenset(key for key in long if _next_year_of(key) is not None)
    return keys if len(keys) > 1 else frozenset()


_LIKE_MONTH = len("2009-10")


def _next_year_of(key: str) -> int | None:
    """Return the year that a key such as 2009-10 ends in, where its second number is that year; else None."""
    year, sign, after = key.partition("-")
    if len(key) != _LIKE_MONTH or sign != "-" or not (year.isdigit() and after.isdigit()):
        return None
    return int(year) + 1 if (int(year) + 1) % 100 == int(after) else None


def _report_no_period(reader: Reader, key: Scalar, value: Node) -> None:
    """Report a key that is no period, as what it is likely to be."""
    if _next_year_of(key.value) is not None:
        year, _, month = key.value.partition("-")
        as_month = Text(f", a month as `{month}/{year}`", f"; tháng thì ghi `{month}/{year}`")
        is_month = reader.period(key.value) is not None
        reader.report(
            findings.YEARS_OR_MONTHS, key, period=key.value, year=year, month=as_month if is_month else Text("", "")
        )
    elif not reader.has_no_space(key, value):
        reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)


def _plain_reading(context: TargetContext, node: Node, period: Period) -> list[Reading]:
    """Return the reading of a figure with nothing about it, as most are; nothing where it needs a closer look."""
    reader, indicator, kind, custom_units, *_ = context
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


def _fits(context: TargetContext, key: Scalar, period: Period, seen: PeriodIndex[tuple[Period, Scalar]] | None) -> bool:
    """Say whether a period lies in the term and beside those seen before; what does not is reported."""
    reader = context.reader
    if context.period is not None and not _is_within(reader, key, period, context.period):
        return False
    clash = None if seen is None else seen.clash(period)
    if clash is None:
        return True
    other, other_key = clash
    if is_same_period(period, other, context.kind.disjoint):
        reader.report(findings.DUPLICATE_PERIOD, key, period=key.value, line=line_of(other_key))
    else:
        reader.report(
            findings.OVERLAPPING_PERIODS, key, period=key.value, other=other_key.value, line=line_of(other_key)
        )
    return False


def is_same_period(one: Period, other: Period, disjoint: bool) -> bool:
    """Say whether two periods can have one reading only: the same days or, unless `disjoint`, any that end together."""
    return one.last == other.last and (one.first == other.first or not disjoint)


def _is_within(reader: Reader, key: Scalar, period: Period, whole: Term) -> bool:
    """Say whether a period shares a day with the whole one; one that does not is reported."""
    if period.overlaps(whole):
        return True
    reader.report(findings.READING_OUTSIDE_TERM, key, period=key.value, first=whole.first, last=whole.last)
    return False


def _check_ends(context: TargetContext, node: Node, whole: Term, seen: Sequence[tuple[Period, Scalar]]) -> None:
    """Report readings that add up and, some of days outside the whole period, speak of too much.

    Those that end a month later are not counted. The others may speak of more days than there are.
    """
    if not context.kind.adds_up:
        return
    counted, after = [], whole.last + timedelta(days=1)
    for period, key in seen:
        if period.last > after and months_of(after, period.last) > 1:
            years = ceil(whole.years)
            calendar = f"{period.last.year - years + 1}-{period.last.year}" if years > 1 else f"{period.last.year}"
            context.reader.report(
                findings.READING_BEYOND_PERIOD, key, period=key.value, last=whole.last, years=calendar
            )
        else:
            counted.append(period)
    covered = sum(period.days for period in counted)
    # a full calendar year at the beginning is how terms are reported; a year more than the term is not
    if covered > whole.days + 1 and covered - whole.days > 60:
        year = str(min(period.first for period in counted).year)
        context.reader.report(findings.READINGS_EXCEED_TERM, node, covered=covered, days=whole.days, year=year)


def check_without_indicator(
    reader: Reader, values: dict[str, Node], whole: Term | None, custom_units: CustomUnits
) -> None:
    """Report what is wrong with the figures and periods of a target whose indicator is not known.

    Only what is wrong whatever the indicator is: what else there may be shows once it is known.
    """
    nodes = [values[key] for key in ("target", "baseline") if key in values]
    for readings in (values[key] for key in ("actual", "readings") if key in values):
        parts = readings.items if type(readings) is Items else [readings]
        nodes += [part for part in parts if type(part) is Scalar]
        for key, node in (entry for part in parts if type(part) is Mapping for entry in part.entries):
            period = reader.period(key.value)
            if period is None:
                _report_no_period(reader, key, node)
            elif whole is not None:
                _is_within(reader, key, period, whole)
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
