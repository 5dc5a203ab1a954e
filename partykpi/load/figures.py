"""Written figures to goals and readings in the unit of their indicator, with every rule that a figure must keep."""

from __future__ import annotations

import re
from collections.abc import Mapping as Values
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.kinds import Kind
from partykpi.core.model import Direction, End, Every, Goal, Indicator, Period, Reading, Unit
from partykpi.load import units
from partykpi.load.number import Number, Style, other_style, read_number
from partykpi.load.period import read_date, read_period
from partykpi.load.reader import Reader, did_you_mean
from partykpi.load.source import Mapping, Node, Scalar
from partykpi.load.units import Per
from partykpi.load.written import Operator, Unwritten, Written, plain_character, read_written
from partykpi.problem import Definition, Value
from partykpi.text import Text

UNKNOWN = "unknown"

_PER_YEAR: dict[Per, int] = {"year": 1, "quarter": 4, "month": 12}
_BY = re.compile(r"by\s+(.*)\Z", re.IGNORECASE)


class Amount(NamedTuple):
    """A written figure in the unit of its indicator: the number or range as an interval, and what stood around it."""

    figure: Interval
    operator: Operator
    per: Per | None
    share: tuple[Fraction, Fraction] | None = None
    ranged: bool = False


class Fault(NamedTuple):
    """Why a text is no figure in that unit."""

    definition: Definition
    values: Values[str, Value]


def amount(reader: Reader, node: Scalar, unit: Unit) -> Amount | None:
    """Return the figure that the scalar writes, in `unit`; whatever is wrong with it is reported."""
    result = read_amount(node.text, reader.style, unit)
    if type(result) is Fault:
        reader.report(result.definition, node, **result.values)
        return None
    assert type(result) is Amount
    return result


@lru_cache(maxsize=16384)
def read_amount(text: str, style: Style, unit: Unit) -> Amount | Fault:
    """Return the figure that `text` writes, in `unit`, or what is wrong with it."""
    written = read_written(text, style)
    if type(written) is Unwritten:
        return _unwritten(written, text, style, unit)
    assert type(written) is Written
    own = unit
    if written.unit:
        found = units.find_unit(written.unit)
        if found is None:
            return Fault(
                findings.UNKNOWN_UNIT,
                {"unit": written.unit, "suggestion": did_you_mean(written.unit, units.known_names())},
            )
        own = found
    if written.whole is not None:
        return _share(text, written, written.whole, own, unit)
    try:
        factor = written.scale * units.factor(own, unit)
    except ValueError:
        return Fault(findings.UNIT_MISMATCH, {"found": own.many, "expected": unit.many})
    low = written.low.value * factor
    high = low if written.high is None else written.high.value * factor
    for number, value in ((written.low, low), (written.high, high)):
        fault = None if number is None else _count_fault(text, number, value, style, own, unit)
        if fault is not None:
            return fault
    if low > high:
        return Fault(findings.EMPTY_GOAL, {"text": text})
    return Amount(Interval(low, high), written.operator, written.per, ranged=written.high is not None)


def _share(text: str, written: Written, whole: Number, own: Unit, unit: Unit) -> Amount | Fault:
    part = written.low.value
    if not unit.percent:
        return Fault(findings.SHARE_UNIT, {"unit": unit.many, "example": _example(unit)})
    if own.counted and (part.denominator != 1 or whole.value.denominator != 1):
        return Fault(findings.FRACTIONAL_COUNT, {"text": text, "suggestion": _WHOLE})
    if part < 0 or whole.value < 0:
        return Fault(findings.NEGATIVE_COUNT, {"text": text})
    if whole.value == 0:
        return Fault(findings.EMPTY_WHOLE, {"text": text})
    if part > whole.value:
        return Fault(findings.SHARE_OVER_WHOLE, {"text": text})
    scaled = (part * written.scale, whole.value * written.scale)
    return Amount(exactly(100 * part / whole.value), written.operator, written.per, scaled)


_WHOLE = Text(
    "what is counted is whole: correct the figure, or choose an indicator that is measured",
    "số đếm phải là số nguyên: sửa lại số liệu, hoặc chọn chỉ số đo lường",
)


def _count_fault(text: str, number: Number, value: Fraction, style: Style, own: Unit, unit: Unit) -> Fault | None:
    """Return what is wrong with a number of things that are counted, or with a rank; None where nothing is."""
    if not unit.counted:
        return None
    if unit.id == "rank" and (value < 1 or value.denominator != 1):
        return Fault(findings.NOT_A_RANK, {"text": text})
    if value.denominator != 1:
        remedy = _WHOLE
        if number.decimals == 3 and 1 <= abs(number.value) < 1000 and value == number.value:
            whole = f"{int(number.value * 1000):_}"
            sign = "dot" if style == "en" else "comma"
            sign_vi = "dấu chấm" if style == "en" else "dấu phẩy"
            other = other_style(style)
            remedy = Text(
                f"write {whole}, or set `numbers: {other}` if the {sign} groups thousands",
                f"ghi {whole}, hoặc đặt `numbers: {other}` nếu {sign_vi} phân cách hàng nghìn",
            )
        return Fault(findings.FRACTIONAL_COUNT, {"text": text, "suggestion": remedy})
    if value < 0:
        return Fault(findings.NEGATIVE_COUNT, {"text": text})
    return None


def _unwritten(unwritten: Unwritten, text: str, style: Style, unit: Unit) -> Fault:
    if unwritten.fault == "number-style":
        return Fault(
            findings.NUMBER_STYLE,
            {"text": unwritten.part, "style": style, "suggestion": _readings(unwritten.part, style)},
        )
    if unwritten.fault == "number-too-long":
        from partykpi.load.number import MOST_DIGITS

        return Fault(findings.NUMBER_TOO_LONG, {"limit": MOST_DIGITS})
    if unwritten.fault == "odd-character":
        plain = plain_character(unwritten.part)
        return Fault(findings.ODD_CHARACTER, {"text": text, "character": unwritten.part, "plain": plain})
    if unwritten.fault == "unparsable-figure":
        return Fault(findings.UNPARSABLE_FIGURE, {"text": text, "example": _example(unit)})
    return Fault(findings.NOT_FINITE if unwritten.fault == "not-finite" else findings.EXPONENT, {"text": text})


def _readings(part: str, style: Style) -> Text:
    """Return the remedy for a number with the wrong separators: how it reads in the other style, where it does."""
    other = other_style(style)
    swapped = part.translate(str.maketrans(".,", ",."))
    if isinstance(read_number(part, other), Number) and isinstance(read_number(swapped, style), Number):
        return Text(
            f"write {swapped}, or set `numbers: {other}` for the whole file",
            f"ghi {swapped}, hoặc đặt `numbers: {other}` cho cả tệp",
        )
    return Text(
        "group the digits by three or not at all, with one decimal sign",
        "phân cách từng nhóm ba chữ số hoặc không phân cách, và chỉ một dấu thập phân",
    )


def _example(unit: Unit) -> Text:
    if unit.percent:
        return Text("95 %", "95 %")
    return Text(f"12 {unit.many.en}", f"12 {unit.many.vi}")


def goal(
    reader: Reader,
    node: Node,
    indicator: Indicator,
    kind: Kind,
    measured_against: Node | None = None,
    every: Node | None = None,
) -> Goal | None:
    """Return the goal that stands at `target`; whatever is wrong with it is reported."""
    if type(node) is Mapping and kind.of_path is not None:
        return _path(reader, node, indicator, kind, measured_against, every)
    text = reader.scalar("target", node)
    if text is None or type(node) is not Scalar:
        return None
    direction: Direction = indicator.better
    place = reader.place(node)
    if text.casefold() == UNKNOWN:
        return Goal(text, place, direction=direction, measured_against=_near_end(direction))
    if kind.dated:
        match = _BY.match(text.strip())
        by = read_date(match[1]) if match else None
        if by is None:
            reader.report(findings.UNPARSABLE_MILESTONE, node, text=text)
            return None
        return Goal(text, place, by=by)
    written = amount(reader, node, indicator.unit)
    if written is None:
        return None
    if written.per is not None and kind.yearly == "none":
        reader.report(findings.YEARLY_UNIT, node)
        return None
    figure = written.figure
    if written.per in ("quarter", "month"):
        times = _PER_YEAR[written.per]
        assert figure.low is not None and figure.high is not None
        figure = Interval(figure.low * times, figure.high * times)
    operator = written.operator
    if not operator and not written.ranged:
        operator = ">=" if indicator.better == "higher" else "<="
    if operator == "=":
        direction = "exactly"
    elif operator:
        direction = "higher" if operator in (">=", ">") else "lower"
        if direction != indicator.better:
            reader.report(findings.GOAL_DIRECTION, node, better=_BETTER[indicator.better])
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


def _every(reader: Reader, node: Node | None, kind: Kind, *, binds: bool) -> Every:
    """Return what has to keep the goal: as `every` says, else each year of a goal per year, else the usual."""
    if node is not None:
        chosen = reader.choice("every", node, kind.every)
        if chosen in kind.every:
            return "year" if chosen == "year" else "average" if chosen == "average" else "term"
    return "year" if binds else kind.every[0]


def _path(
    reader: Reader, node: Mapping, indicator: Indicator, kind: Kind, measured_against: Node | None, every: Node | None
) -> Goal | None:
    """Return the goal that is set year by year; over the term it is their sum, their last or their mean."""
    steps: list[tuple[int, Goal]] = []
    for key, value in node.entries:
        period = read_period(key.text)
        if period is None or len(key.text) != 4:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.text)
            continue
        step = goal(reader, value, indicator, kind, measured_against)
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


_BETTER = {
    "higher": Text("higher is better", "càng cao càng tốt"),
    "lower": Text("lower is better", "càng thấp càng tốt"),
}


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
    reader: Reader, key: str, node: Node, indicator: Indicator, kind: Kind, period: Period | None
) -> Reading | None:
    """Return the reading that stands at the node; whatever is wrong with it is reported."""
    text = reader.scalar(key, node)
    if text is None or type(node) is not Scalar:
        return None
    if kind.dated:
        done = read_date(text)
        if done is not None:
            return Reading(text, reader.place(node), period=period, done=done)
    written = amount(reader, node, indicator.unit)
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
