"""A written figure in the unit of its indicator, with every rule that a number must keep."""

import re
from collections.abc import Mapping as Values
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from itertools import count
from math import ceil
from typing import NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval, exactly, multiply, whole_numbers
from partykpi.core.model import PER_MILLE, Nearness, Unit
from partykpi.core.rounding import allowed
from partykpi.parse.text import units
from partykpi.parse.text.number import MOST_DIGITS, POINTS, TOKEN, Number, NumberStyle
from partykpi.parse.text.quantity import Operator, Unwritten, Written, plain_character, read_written
from partykpi.parse.text.units import NO_CUSTOM_UNITS, CustomUnits, Per
from partykpi.parse.yaml.reader import Reader, did_you_mean
from partykpi.parse.yaml.source import Scalar
from partykpi.problem import Definition, Value
from partykpi.text import Text


class Amount(NamedTuple):
    """A figure in the unit of its indicator: the number or range as an interval, and what is written around it.

    What is nearly or about a number is all the values that these words allow. `step` is what one more in the last place
    that is printed is worth, where a number is printed with decimals or a scale word: 1000 of 289 thousand.
    """

    figure: Interval
    operator: Operator
    per: Per | None
    share: tuple[Fraction, Fraction] | None = None
    ranged: bool = False
    step: Fraction | None = None


class AmountFault(NamedTuple):
    """Why a text is no figure in that unit."""

    definition: Definition
    values: Values[str, Value]


def decode_amount(
    reader: Reader, node: Scalar, unit: Unit, custom_units: CustomUnits = NO_CUSTOM_UNITS, day: date | None = None
) -> Amount | None:
    """Return the figure that the scalar writes, in `unit`; whatever is wrong with it is reported.

    Money in another currency is exchanged by the file's rate of that day.
    """
    result = amount_on(node.value, reader.style, unit, custom_units, day)
    if type(result) is AmountFault:
        reader.report(result.definition, node, **result.values)
        return None
    assert type(result) is Amount
    return result


def amount_on(
    text: str, style: NumberStyle, unit: Unit, custom_units: CustomUnits, day: date | None
) -> Amount | AmountFault:
    """Return the figure that `text` writes, in `unit`, or what is wrong with it; money is exchanged by that day."""
    result = read_amount(text, style, unit, custom_units)
    if type(result) is AmountFault and result.definition is findings.MISSING_RATE:
        return _exchanged(text, style, unit, custom_units, day) or result
    return result


def bounded(figure: Interval, operator: Operator, unit: Unit) -> Interval:
    """Return the values that a bound leaves; a rank is never better than 1."""
    if operator in (">=", ">"):
        return Interval(figure.low, None, operator == ">=")
    if operator in ("<=", "<"):
        least = Fraction(1) if unit.ordinal else None
        if least is not None and figure.high is not None and (figure.high, operator == "<=") <= (least, False):
            least = None  # no rank is: then nothing meets it
        return Interval(least, figure.high, high_closed=operator == "<=")
    return figure


# Emptied when it is full: to keep what was used last costs more, at each figure, than to read some again.
_MOST_REMEMBERED = 16_384
_remembered = count(1)

# The digits that stand together where the sign of the other style sets thousands apart.
_GROUP = 3


@cache
def read_amount(
    text: str, style: NumberStyle, unit: Unit, custom_units: CustomUnits = NO_CUSTOM_UNITS
) -> Amount | AmountFault:
    """Return the figure that `text` writes, in `unit`, or what is wrong with it."""
    if next(_remembered) % _MOST_REMEMBERED == 0:
        read_amount.cache_clear()
    if unit.grades:
        return _grade(text, unit)
    digits, _, words = text.partition(" ")
    number = _plain_number(digits, style)
    around = None if number is None else _around(words, style, unit, custom_units)
    if number is None or around is None:
        return _read_in_full(text, style, unit, custom_units)
    value, decimals = number
    if around.times is not None:
        value *= around.times
    if (unit.counted and (decimals or not value)) or (decimals == _GROUP and number.value.denominator == 1):
        return _read_in_full(text, style, unit, custom_units)  # which says what is wrong with it, if anything is
    step = around.step
    if decimals and not around.operator:
        step = _last_place(decimals)
        if around.times is not None:
            step *= around.times
    return Amount(exactly(value), around.operator, around.per, step=step)


@cache
def _last_place(decimals: int) -> Fraction:
    return Fraction(1, 10**decimals)


def _grade(text: str, unit: Unit) -> Amount | AmountFault:
    """Return the place of the grade that has that name in either language, counted from the best, or what is wrong."""
    from partykpi.parse.search import fold

    name = " ".join(fold(text).split())
    found = re.fullmatch(_GRADE, name)
    bound = name if found is None else found[1]
    for place, names in enumerate(units.names_of_grades(unit.grades), 1):
        if name in names or bound in names:
            return Amount(exactly(place), "" if name in names else "<=", None)
    in_english = did_you_mean(text, [grade.en or grade.vi or "" for grade in unit.grades])
    in_vietnamese = did_you_mean(text, [grade.vi or grade.en or "" for grade in unit.grades])
    suggestion = Text(in_english.en, in_vietnamese.vi)
    return AmountFault(findings.UNKNOWN_GRADE, {"text": text, "suggestion": suggestion})


# "good or better", "từ tốt trở lên", without accents
_GRADE = r"(?:(?:at least|it nhat|toi thieu|tu muc|tu) )?(.+?)(?: (?:or better|or above|or higher|tro len))?"


class _Around(NamedTuple):
    """What the words behind a number say: what to multiply it by, if so, which bound it is, what it is counted per.

    `step` is that of an amount, where the number has no decimals.
    """

    times: Fraction | None
    operator: Operator
    per: Per | None
    step: Fraction | None


@lru_cache(maxsize=4096)
def _around(words: str, style: NumberStyle, unit: Unit, custom_units: CustomUnits) -> _Around | None:
    """Return what words say of any number before them, or None where that depends on the number.

    The same few words follow most numbers: they are read once, and then only the numbers.
    """
    if words[:1].isdigit():
        return None
    read = _read_in_full(f"1 {words}", style, unit, custom_units)
    if type(read) is not Amount or read.ranged or read.share is not None or read.figure.exact is None:
        return None
    times = read.figure.exact
    return _Around(times if times != 1 else None, read.operator, read.per, read.step)


def _plain_number(text: str, style: NumberStyle) -> Number | None:
    """Return the number where it is only digits, with or without decimals: as most figures are, and quicker read."""
    if len(text) > MOST_DIGITS or not text.isascii():
        return None
    if text.isdigit():
        return Number(Fraction(int(text)), 0)
    whole, _, decimals = text.partition(POINTS[style])
    if whole.isdigit() and decimals.isdigit():
        return Number(Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals))
    return None


def _read_in_full(text: str, style: NumberStyle, unit: Unit, custom_units: CustomUnits) -> Amount | AmountFault:
    """Return the figure that is written in any way that there is, or what is wrong with it."""
    written = read_written(text, style)
    if type(written) is Unwritten:
        bare = _without_name(text, unit)
        return _unwritten(written, text, style, unit) if bare is None else read_amount(bare, style, unit, custom_units)
    assert type(written) is Written
    written = _to_so_many(written, unit, custom_units)
    own = _written_unit(text, written, unit, custom_units)
    if type(own) is AmountFault:
        return own
    assert type(own) is Unit
    if written.whole is not None:
        return _share(text, style, written, own, unit)
    factor = _factor(own, unit)
    if type(factor) is AmountFault:
        return factor
    assert type(factor) is Fraction
    factor *= written.scale
    numbers = [written.low] if written.high is None else [written.low, written.high]
    values = [number.value if factor == 1 else number.value * factor for number in numbers]
    for number, value in zip(numbers, values, strict=True):
        fault = count_fault(text, number, value, style, unit) if unit.counted else _thousands(text, number, style, unit)
        if fault is not None:
            return fault
    if written.high is not None:
        if values[0] > values[1]:
            return AmountFault(findings.EMPTY_GOAL, {"text": text})
        return Amount(Interval(values[0], values[1]), written.operator, written.per, ranged=True)
    figure, step = exactly(values[0]), None
    if written.operator in ("nearly", "about"):
        figure = _near(written.low, written.operator, factor, unit)
    elif written.operator in ("", "=") and (written.low.decimals or written.scale != 1):
        step = factor * _last_place(written.low.decimals)
    return Amount(figure, written.operator, written.per, step=step)


def _thousands(text: str, number: Number, style: NumberStyle, unit: Unit) -> AmountFault | None:
    """Return what is wrong with 500.000 tonnes, which nobody measures to the kilogram; None where nothing is."""
    if number.decimals != _GROUP or number.value.denominator != 1 or not number.value or unit.percent:
        return None
    from partykpi.parse.text.number_remedy import whole_remedy

    suggestion = whole_remedy(number, number.value, style)
    return AmountFault(findings.NUMBER_STYLE, {"text": text, "style": style, "suggestion": suggestion})


def _near(number: Number, nearness: Nearness, factor: Fraction, unit: Unit) -> Interval:
    """Return what is near a number, as a claim that says so allows it; of what is counted the whole numbers alone.

    What is nearly a number is below it: of few things, where no whole number is so near, the one before it.
    """
    figure = multiply(allowed(number.value, number.decimals, nearness, "half-up"), exactly(factor))
    whole = whole_numbers(figure) if unit.counted else None
    if whole is not None and not whole and figure.high is not None and figure.high > 0:
        return exactly(Fraction(ceil(figure.high) - 1))
    return Interval(Fraction(whole[0]), Fraction(whole[-1])) if whole else figure


def _written_unit(text: str, written: Written, unit: Unit, custom_units: CustomUnits) -> Unit | AmountFault:
    """Return the unit that is written, which is `unit` where none is or where it is called by that name."""
    found = units.find_unit(written.unit, custom_units) if written.unit else unit
    found = found or units.named_after(written.unit, unit)
    if found is not None:
        return units.as_asked(found, unit)
    if written.unit in _TIMES:
        number = text.split()[0]
        each = Text(f"{number} {unit.many.en}/year", f"{number} {unit.many.vi}/năm")
        return AmountFault(findings.TIME_AS_FIGURE, {"unit": unit.many, "each": each})
    suggestion = units.near_unit(written.unit, custom_units, unit)
    return AmountFault(findings.UNKNOWN_UNIT, {"unit": written.unit, "suggestion": suggestion})


# What a number of is a length of time, and no figure.
_TIMES = frozenset(
    ("năm", "nam", "year", "years", "quý", "quarter", "quarters", "tháng", "month", "months", "ngày", "days")
)


def _factor(own: Unit, unit: Unit) -> Fraction | AmountFault:
    """Return how many of `unit` one of its `own` is."""
    try:
        return units.factor(own, unit)
    except ValueError:
        currencies = {units.currency(own), units.currency(unit)}
        exchanged = len(currencies) == 2 and None not in currencies
        definition = findings.MISSING_RATE if exchanged else findings.UNIT_MISMATCH
        return AmountFault(definition, {"found": own.many, "expected": unit.many})


def _exchanged(
    text: str, style: NumberStyle, unit: Unit, custom_units: CustomUnits, day: date | None
) -> Amount | AmountFault | None:
    """Return a figure in another currency by the rate of the day, or None where the file states no rate."""
    written = read_written(text, style)
    own = units.find_unit(written.unit, custom_units) if type(written) is Written else None
    source = None if own is None else units.currency(own)
    target = units.currency(unit)
    rate = None if source is None or target is None else custom_units.rate(source, target, day)
    if source is None or target is None or rate is None:
        return None
    assert own is not None
    own = units.as_asked(own, unit)
    result = read_amount(text, style, own, custom_units)
    if type(result) is not Amount:
        return result
    of_one, _ = own.of or (Fraction(1), own.id)
    times = rate * units.factor(own._replace(id=f"{own.id} in {target}", of=(of_one, target)), unit)
    step = None if result.step is None else result.step * times
    return result._replace(figure=multiply(result.figure, exactly(times)), step=step)


def _without_name(text: str, unit: Unit) -> str | None:
    """Return a figure without the name of its unit, which may have numbers of its own; None where it has none."""
    spoken = units.comparable_name(text)
    for name in (*unit.many, *unit.one):
        own = units.comparable_name(name)
        if any(character.isdigit() for character in own) and spoken.endswith(f" {own}"):
            return spoken.removesuffix(own).rstrip()
    return None


def _to_so_many(written: Written, unit: Unit, custom_units: CustomUnits) -> Written:
    """Return a figure that looks like a share (12/1.000 trẻ đẻ sống) as one in a unit that is set to so many."""
    whole = written.whole
    if whole is None or whole.value <= 0 or (len(unit.over) != 1 and unit.id != PER_MILLE):
        return written
    if unit.id == PER_MILLE:
        times = 1000 / whole.value
    else:
        ((many, id),) = unit.over
        noun = units.find_unit(written.unit, custom_units) if written.unit else None
        if noun is None or (noun.of or (1, noun.id)) != (1, id):
            return written
        times = many / whole.value
    return written._replace(low=Number(written.low.value * times, written.low.decimals), whole=None, unit="")


def _share(text: str, style: NumberStyle, written: Written, own: Unit, unit: Unit) -> Amount | AmountFault:
    whole = written.whole
    assert whole is not None
    part, all_of_it = written.low.value * written.scale, whole.value * written.scale
    if not unit.percent:
        first = text.partition("/")[0].strip()
        first = first if "/" in text else str(re.findall(TOKEN, text)[0])
        example = Text(f"{first} {unit.many.en}", f"{first} {unit.many.vi}")
        return AmountFault(findings.SHARE_UNIT, {"unit": unit.many, "example": example})
    for number, value in ((written.low, part), (whole, all_of_it)) if own.counted else ():
        if _in_parts(number, value):
            return _fractional(text, number, value, style)
    if part < 0 or all_of_it < 0:
        return AmountFault(findings.NEGATIVE_COUNT, {"text": text})
    if all_of_it == 0:
        return AmountFault(findings.EMPTY_WHOLE, {"text": text})
    if part > all_of_it:
        return AmountFault(findings.SHARE_OVER_WHOLE, {"text": text})
    return Amount(exactly(100 * part / all_of_it), written.operator, written.per, (part, all_of_it))


def count_fault(text: str, number: Number, value: Fraction, style: NumberStyle, unit: Unit) -> AmountFault | None:
    """Return what is wrong with a number of things that are counted, or with a rank; None where nothing is."""
    if unit.ordinal and (value.numerator < 1 or _in_parts(number, value)):
        return AmountFault(findings.NOT_A_RANK, {"text": text})
    if _in_parts(number, value):
        return _fractional(text, number, value, style)
    if value.numerator < 0:
        return AmountFault(findings.NEGATIVE_COUNT, {"text": text})
    return None


def _in_parts(number: Number, value: Fraction) -> bool:
    """Say whether a number of things is written with decimals, be they zeros, and no scale makes it whole."""
    return value.denominator != 1 or (number.decimals > 0 and value == number.value)


def _fractional(text: str, number: Number, value: Fraction, style: NumberStyle) -> AmountFault:
    from partykpi.parse.text.number_remedy import whole_remedy

    fault = Text("is not a whole number", "không phải là số nguyên")
    if value.denominator == 1:
        fault = Text("is a count, but written with decimals", "là số đếm nhưng ghi có phần thập phân")
    values: dict[str, Value] = {"text": text, "fault": fault, "suggestion": whole_remedy(number, value, style)}
    return AmountFault(findings.FRACTIONAL_COUNT, values)


def _unwritten(unwritten: Unwritten, text: str, style: NumberStyle, unit: Unit) -> AmountFault:
    if unwritten.fault == "number-style":
        from partykpi.parse.text.number_remedy import style_remedy

        return AmountFault(
            findings.NUMBER_STYLE,
            {"text": unwritten.part, "style": style, "suggestion": style_remedy(unwritten.part, style)},
        )
    if unwritten.fault == "number-too-long":
        return AmountFault(findings.NUMBER_TOO_LONG, {"limit": MOST_DIGITS})
    if unwritten.fault == "odd-character":
        plain = plain_character(unwritten.part)
        return AmountFault(findings.ODD_CHARACTER, {"text": text, "character": unwritten.part, "plain": plain})
    if unwritten.fault == "unparsable-figure":
        return AmountFault(findings.UNPARSABLE_FIGURE, {"text": text, "example": of_unit(unit)})
    return AmountFault(findings.NOT_FINITE if unwritten.fault == "not-finite" else findings.EXPONENT, {"text": text})


def of_unit(unit: Unit) -> Text:
    """Return what a remedy that asks for a number says of its unit."""
    return Text(f" ({unit.many.en})", f" ({unit.many.vi})")
