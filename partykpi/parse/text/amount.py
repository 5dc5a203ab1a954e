"""A written figure in the unit of its indicator, with every rule that a number must keep."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Values
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.model import Unit
from partykpi.parse.text import units
from partykpi.parse.text.number import MOST_DIGITS, POINTS, TOKEN, Number, Style, other_style, read_number
from partykpi.parse.text.quantity import Operator, Unwritten, Written, plain_character, read_written
from partykpi.parse.text.units import STANDARD, Measures, Per
from partykpi.parse.yaml.reader import Reader, did_you_mean
from partykpi.parse.yaml.source import Scalar
from partykpi.problem import Definition, Value
from partykpi.text import Text


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
    result = read_amount(node.value, reader.style, unit, measures)
    if type(result) is Fault and result.definition is findings.MISSING_RATE:
        result = _exchanged(result, node.value, reader.style, unit, measures, day)
    if type(result) is Fault:
        reader.report(result.definition, node, **result.values)
        return None
    assert type(result) is Amount
    return result


# Emptied when it is full: to keep what was used last costs more, at each figure, than to read some again.
_MOST_REMEMBERED = 16_384
_remembered = count(1)


@cache
def read_amount(text: str, style: Style, unit: Unit, measures: Measures = STANDARD) -> Amount | Fault:
    """Return the figure that `text` writes, in `unit`, or what is wrong with it."""
    if next(_remembered) % _MOST_REMEMBERED == 0:
        read_amount.cache_clear()
    digits, _, words = text.partition(" ")
    value = _plain_number(digits, style)
    around = None if value is None else _around(words, style, unit, measures)
    if value is None or around is None:
        return _taken_apart(text, style, unit, measures)
    if around.times is not None:
        value *= around.times
    if unit.counted and (value.denominator != 1 or not value):
        return _taken_apart(text, style, unit, measures)  # which says what is wrong with it, if anything is
    return Amount(Interval(value, value), around.operator, around.per)


class _Around(NamedTuple):
    """What the words behind a number say: what to multiply it by, if so, which bound it is, what it is counted per."""

    times: Fraction | None
    operator: Operator
    per: Per | None


@lru_cache(maxsize=4096)
def _around(words: str, style: Style, unit: Unit, measures: Measures) -> _Around | None:
    """Return what words say of any number before them, or None where that depends on the number.

    The same few words stand behind most figures: they are read once, and then only the numbers.
    """
    if words[:1].isdigit():
        return None
    read = _taken_apart(f"1 {words}", style, unit, measures)
    if type(read) is not Amount or read.ranged or read.share is not None or read.figure.exact is None:
        return None
    times = read.figure.exact
    return _Around(times if times != 1 else None, read.operator, read.per)


def _plain_number(text: str, style: Style) -> Fraction | None:
    """Return the number where it is only digits, with or without decimals: as most figures are, and quicker read."""
    if len(text) > MOST_DIGITS or not text.isascii():
        return None
    if text.isdigit():
        return Fraction(int(text))
    whole, _, decimals = text.partition(POINTS[style])
    if whole.isdigit() and decimals.isdigit():
        return Fraction(int(whole + decimals), 10 ** len(decimals))
    return None


def _taken_apart(text: str, style: Style, unit: Unit, measures: Measures) -> Amount | Fault:
    """Return the figure that is written in any way that there is, or what is wrong with it."""
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
    if unit.ordinal and (value.numerator < 1 or value.denominator != 1):
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
    from partykpi.parse.keys import in_words_of_file

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
