"""Written figures to goals and readings in the unit of their indicator, with every rule that a figure must keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Values
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.kinds import Kind
from partykpi.core.model import Direction, End, Every, Goal, Indicator, Period, Reading, Unit
from partykpi.load import units
from partykpi.load.number import MOST_DIGITS, POINTS, TOKEN, Number, Style, other_style, read_number
from partykpi.load.period import read_period_in_vietnamese
from partykpi.load.reader import Reader, did_you_mean
from partykpi.load.source import Mapping, Node, Scalar, Sequence
from partykpi.load.units import STANDARD, Measures, Per
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


def amount(
    reader: Reader, node: Scalar, unit: Unit, measures: Measures = STANDARD, day: date | None = None
) -> Amount | None:
    """Return the figure that the scalar writes, in `unit`; whatever is wrong with it is reported.

    `measures` are the file's own units and its rates of exchange; the rate is that of the `day`.
    """
    result = read_amount(node.text, reader.style, unit, measures)
    if type(result) is Fault and result.definition is findings.MISSING_RATE:
        result = _exchanged(result, node.text, reader.style, unit, measures, day)
    if type(result) is Fault:
        reader.report(result.definition, node, **result.values)
        return None
    assert type(result) is Amount
    return result


@lru_cache(maxsize=16384)
def read_amount(text: str, style: Style, unit: Unit, measures: Measures = STANDARD) -> Amount | Fault:
    """Return the figure that `text` writes, in `unit`, or what is wrong with it."""
    written = read_written(text, style)
    if type(written) is Unwritten:
        return _unwritten(written, text, style, unit)
    assert type(written) is Written
    own = unit
    if written.unit:
        found = units.find_unit(written.unit, measures)
        if found is not None:
            own = found
        elif not units.same_name(written.unit, unit):
            suggestion = did_you_mean(written.unit, units.known_names(measures))
            return Fault(findings.UNKNOWN_UNIT, {"unit": written.unit, "suggestion": suggestion})
    if written.whole is not None:
        return _share(text, written, written.whole, own, unit)
    try:
        factor = written.scale if own is unit else written.scale * units.factor(own, unit)
    except ValueError:
        is_money = units.currency(own) is not None and units.currency(unit) is not None
        definition = findings.MISSING_RATE if is_money else findings.UNIT_MISMATCH
        return Fault(definition, {"found": own.many, "expected": unit.many})
    low = high = written.low.value if factor == 1 else written.low.value * factor
    fault = _count_fault(text, written.low, low, style, unit) if unit.counted else None
    if written.high is not None:
        high = written.high.value * factor
        if fault is None and unit.counted:
            fault = _count_fault(text, written.high, high, style, unit)
        if fault is None and low > high:
            fault = Fault(findings.EMPTY_GOAL, {"text": text})
    if fault is not None:
        return fault
    return Amount(Interval(low, high), written.operator, written.per, ranged=written.high is not None)


def _exchanged(
    fault: Fault, text: str, style: Style, unit: Unit, measures: Measures, day: date | None
) -> Amount | Fault:
    """Return a figure in another currency by the rate of the day, or the fault where the file states none."""
    written = read_written(text, style)
    own = units.find_unit(written.unit, measures) if type(written) is Written else None
    source = None if own is None else units.currency(own)
    target = units.currency(unit)
    rate = None if source is None or target is None else measures.rate(source, target, day)
    if source is None or target is None or rate is None:
        return fault
    result = read_amount(text, style, units.UNITS[source], measures)
    if type(result) is not Amount:
        return result
    times = rate * units.factor(units.UNITS[target], unit)
    return result._replace(figure=multiply(result.figure, exactly(times)))


def _share(text: str, written: Written, whole: Number, own: Unit, unit: Unit) -> Amount | Fault:
    part, all_of_it = written.low.value * written.scale, whole.value * written.scale
    if not unit.percent:
        return Fault(findings.SHARE_UNIT, {"unit": unit.many, "example": _example(unit)})
    if own.counted and (part.denominator != 1 or all_of_it.denominator != 1):
        return Fault(findings.FRACTIONAL_COUNT, {"text": text, "suggestion": _WHOLE})
    if part < 0 or all_of_it < 0:
        return Fault(findings.NEGATIVE_COUNT, {"text": text})
    if all_of_it == 0:
        return Fault(findings.EMPTY_WHOLE, {"text": text})
    if part > all_of_it:
        return Fault(findings.SHARE_OVER_WHOLE, {"text": text})
    return Amount(exactly(100 * part / all_of_it), written.operator, written.per, (part, all_of_it))


_WHOLE = Text(
    "what is counted is whole: correct the figure, or choose an indicator that is measured",
    "số đếm phải là số nguyên: sửa lại số liệu, hoặc chọn chỉ số không phải số đếm",
)


def _count_fault(text: str, number: Number, value: Fraction, style: Style, unit: Unit) -> Fault | None:
    """Return what is wrong with a number of things that are counted, or with a rank; None where nothing is."""
    if unit.id == "rank" and (value.numerator < 1 or value.denominator != 1):
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
    if value.numerator < 0:
        return Fault(findings.NEGATIVE_COUNT, {"text": text})
    return None


def _unwritten(unwritten: Unwritten, text: str, style: Style, unit: Unit) -> Fault:
    if unwritten.fault == "number-style":
        return Fault(
            findings.NUMBER_STYLE,
            {"text": unwritten.part, "style": style, "suggestion": _readings(unwritten.part, style)},
        )
    if unwritten.fault == "number-too-long":
        return Fault(findings.NUMBER_TOO_LONG, {"limit": MOST_DIGITS})
    if unwritten.fault == "odd-character":
        plain = plain_character(unwritten.part)
        return Fault(findings.ODD_CHARACTER, {"text": text, "character": unwritten.part, "plain": plain})
    if unwritten.fault == "unparsable-figure":
        return Fault(findings.UNPARSABLE_FIGURE, {"text": text, "example": _example(unit)})
    return Fault(findings.NOT_FINITE if unwritten.fault == "not-finite" else findings.EXPONENT, {"text": text})


_SIGN_NAMES = {".": Text("dots", "dấu chấm"), ",": Text("commas", "dấu phẩy")}
_SWAPPED = str.maketrans(".,", ",.")


def _readings(part: str, style: Style, witness: str | None = None) -> Text:
    """Return the remedy for a number with the wrong separators: what it may mean, as it is written in this style.

    `witness` is a number of the same file that fits this style alone: the file is not all in the other one.
    """
    other = other_style(style)
    swapped = part.translate(_SWAPPED)
    if isinstance(read_number(part, other), Number) and isinstance(read_number(swapped, style), Number):
        if witness is not None:
            return Text(
                f"write {swapped}: `{witness}` in this file fits only `numbers: {style}`",
                f"ghi {swapped}: `{witness}` trong tệp này chỉ đúng với `numbers: {style}`",
            )
        return Text(
            f"write {swapped}, or set `numbers: {other}` for the whole file",
            f"ghi {swapped}, hoặc đặt `numbers: {other}` cho cả tệp",
        )
    if any(character.isspace() for character in part):
        return _without_spaces(part, style)
    signs = [sign for sign in ".," if sign in part]
    if len(signs) == 1 and "_" not in part and part.count(signs[0]) > 1:
        before, _, last = part.rpartition(signs[0])
        digits = before.replace(signs[0], "")
        name = _SIGN_NAMES[signs[0]]
        whole, fraction = _grouped(digits + last, style), _grouped(digits, style) + POINTS[style] + last
        return Text(
            f"write {whole} if the {name.en} group digits, or {fraction} if the last one is the decimal sign",
            f"ghi {whole} nếu {name.vi} phân cách các nhóm, hoặc {fraction} nếu dấu cuối là dấu thập phân",
        )
    return Text(
        "group the digits by three or not at all, with one decimal sign",
        "phân cách từng nhóm ba chữ số hoặc không phân cách, và chỉ dùng một dấu thập phân",
    )


def _without_spaces(part: str, style: Style) -> Text:
    """Return the remedy for a number whose groups stand apart by spaces."""
    whole, point, decimals = "".join(part.split()).replace(",", ".").partition(".")
    grouped = _grouped(whole, style) + (POINTS[style] + decimals if point else "")
    if style == "en":
        return Text(f"write {grouped}", f"ghi {grouped}")
    return Text(
        f"write {grouped}, or no-break spaces (U+00A0) between the groups",
        f"ghi {grouped}, hoặc dùng dấu cách không ngắt (U+00A0) giữa các nhóm",
    )


def _grouped(digits: str, style: Style) -> str:
    grouped = f"{int(digits):,}"
    return grouped.translate(_SWAPPED) if style == "vi" else grouped


def settle_styles(reader: Reader, texts: Iterable[str]) -> None:
    """Tell of each number in the other style whether the file as a whole can be in it.

    `texts` are the figures of the file that were understood. Where one of them fits only the style that the file
    names, the remedy is not to change that.
    """
    witness = next((number for text in texts for number in _in_one_style(text, reader.style)), None)
    if witness is None:
        return
    from partykpi.load.keys import in_words_of_file

    for index, finding in enumerate(reader.findings):
        if finding.code == findings.NUMBER_STYLE.code:
            suggestion = _readings(str(finding.values["text"]), reader.style, witness)
            settled = finding._replace(values={**finding.values, "suggestion": suggestion})
            reader.findings[index] = in_words_of_file(settled)


def _in_one_style(text: str, style: Style) -> Iterator[str]:
    """Return the numbers in the text that are numbers in this style alone."""
    for number in re.findall(TOKEN, text):
        if isinstance(read_number(number, style), Number) and isinstance(read_number(number, other_style(style)), str):
            yield number


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
        match = _BY.match(text.strip())
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


def _means_unknown(text: str) -> bool:
    from partykpi.load.keys import value_meant

    return value_meant(text, (UNKNOWN,)) is not None


def _deadline(reader: Reader, text: str) -> date | None:
    """Return the date of a goal such as `chậm nhất 31/12/2024`, or None."""
    from partykpi.load.keys import deadline

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
        period = reader.period(key.text)
        if period is None or len(period.text) != 4:
            reader.report(findings.UNPARSABLE_PERIOD, key, text=key.text)
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


# The file's own units and rates


def measures_of(reader: Reader, own: Node | None, rates: Node | None) -> Measures:
    """Return what the file says of units and money at `units` and `rates`; whatever is wrong there is reported."""
    names: dict[str, Unit] = {}
    mapping = None if own is None else reader.mapping("units", own)
    for key, node in mapping.entries if mapping is not None else ():
        unit = _own_unit(reader, key, node, Measures(names))
        if unit is not None:
            names |= dict.fromkeys(units.names_of(unit), unit)
    return Measures(names, {} if rates is None else _rates(reader, rates))


def _own_unit(reader: Reader, key: Scalar, node: Node, known: Measures) -> Unit | None:
    mapping = reader.mapping(Text(key.text, key.text), node)
    if mapping is None:
        return None
    values = reader.fields(mapping, ("en", "vi", "is"), (), _A_UNIT)
    given = {language: _names(reader, language, values[language]) for language in ("en", "vi") if language in values}
    if None in given.values():
        return None
    en, vi = given.get("en") or given.get("vi"), given.get("vi") or given.get("en")
    if en is None or vi is None:
        reader.report(findings.MISSING_KEY, mapping, key=reader.word("en"), owner=_A_UNIT)
        return None
    of = _multiple(reader, values["is"], known) if "is" in values else None
    unit = Unit(key.text, Text(en[0], vi[0]), Text(en[-1], vi[-1]), counted="is" not in values, of=of)
    for name in (unit.id, *unit.one, *unit.many):
        found = units.find_unit(name, known)
        if found is not None:
            reader.report(findings.UNIT_CLASH, key, name=name, unit=found.many)
            return None
        written = read_written(f"1 {name}", reader.style)
        if type(written) is not Written or written != written._replace(scale=1, unit=units.plain(name), per=None):
            reader.report(findings.UNIT_NAME, key, name=name)
            return None
    return None if "is" in values and of is None else unit


_A_UNIT = Text("a unit", "đơn vị tính")


def _names(reader: Reader, key: str, node: Node) -> list[str] | None:
    """Return what one thing is called, or one and many of them."""
    items = node.items if type(node) is Sequence else [node]
    if not 1 <= len(items) <= 2:
        reader.wrong_type(key, node, Text("a name, or those of one and of many", "một tên, hoặc tên số ít và số nhiều"))
        return None
    names = [reader.scalar(key, item) for item in items]
    given = [name.strip() for name in names if name is not None]
    return given if len(given) == len(names) else None


def _multiple(reader: Reader, node: Node, known: Measures) -> tuple[Fraction, str] | None:
    """Return how many of which unit the text says; of a unit that is a multiple itself, what that one is made of."""
    text = reader.scalar("is", node)
    if text is None:
        return None
    written = read_written(text, reader.style)
    if type(written) is Written and not (written.operator or written.high or written.whole or written.per):
        base = units.find_unit(written.unit, known) if written.unit else None
        times = written.low.value * written.scale
        if base is not None and not base.percent and base.id != "rank" and times > 0:
            return (times, base.id) if base.of is None else (times * base.of[0], base.of[1])
    reader.report(findings.UNIT_MULTIPLE, node, text=text)
    return None


_CURRENCIES = ("USD", "VND")


def _rates(reader: Reader, node: Node) -> dict[tuple[str, str], tuple[tuple[date, Fraction], ...]]:
    rates: dict[tuple[str, str], tuple[tuple[date, Fraction], ...]] = {}
    mapping = reader.mapping("rates", node)
    if mapping is None:
        return rates
    for source, by_day in reader.fields(mapping, _CURRENCIES, (), Text("the rates", "tỷ giá")).items():
        target = _CURRENCIES[source == "USD"]
        days = reader.mapping(source, by_day)
        known = []
        for key, value in days.entries if days is not None else ():
            day, text = reader.day(key.text), reader.scalar(key.text, value)
            if day is None:
                reader.report(findings.UNPARSABLE_DATE, key, text=key.text, others="")
            rate = None if text is None else _rate(text, reader.style, units.UNITS[target])
            if text is not None and rate is None:
                reader.report(findings.UNPARSABLE_RATE, value, text=text, source=source, target=target)
            if day is not None and rate is not None:
                known.append((day, rate))
        rates[source, target] = tuple(sorted(known))
    return rates


def _rate(text: str, style: Style, unit: Unit) -> Fraction | None:
    written = read_amount(text, style, unit)
    if type(written) is not Amount or written.operator or written.per:
        return None
    rate = written.figure.exact
    return rate if rate is not None and rate > 0 else None
