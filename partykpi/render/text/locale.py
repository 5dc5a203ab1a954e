"""Numbers, dates and sentences as they are written in English and in Vietnamese.

English groups by comma and has a decimal point (82,913.5), Vietnamese the other way round (82.913,5). All of
it is arithmetic on whole numbers: a figure of any length is written exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, assert_never

from partykpi.core.figure import Interval
from partykpi.core.model import Direction, Goal, Unit
from partykpi.problem import Message, Printed, Spread, Value
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

Rounded = Literal["half-up", "down", "up"]

MOST_DECIMALS = 6
"""The most decimals that a figure is written with where it must not be rounded."""

_TO_VIETNAMESE = str.maketrans(",.", ".,")

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

YEARLY = Text("/year", "/năm")
"""What follows a goal of each year where the years add up."""

ON_AVERAGE = Text(" on average", " bình quân")
"""What follows the goal of a yearly rate, which is nothing but an average."""

AVERAGE_OF_YEARS = Text(" a year on average", " bình quân hằng năm")
"""What follows the goal of another figure that the average of the years has to reach."""

_WITHIN = Text("within {}", "trong khoảng {}")
_EVERY_YEAR = Text(" every year", " hằng năm")
_BY_YEAR = Text(" (by year)", " (theo từng năm)")
_OR_BETTER = Text(" or better", " trở lên")
_TO = Text(" to ", " đến ")
_AND = Text(" and ", " và ")
_BY = Text("by ", "chậm nhất ")
_UNDER = Text("under", "dưới")
_NOT_PRINTED = Text("not printed", "không nêu")
_RANK = Text("{rank}", "hạng {rank}")
_BETWEEN_GRADES = Text("{mean} (between {best} and {worst})", "{mean} (giữa {best} và {worst})")

_SCALES: tuple[tuple[int, Text], ...] = ((10**9, Text("billion", "tỷ")), (10**6, Text("million", "triệu")))
"""What large amounts of money are counted in, the largest first."""

_SCALED_DECIMALS = 3

# How many steps of the last decimal lie between two values that are told apart.
_APART = 10

_COMPARED: Mapping[Direction, str] = {"higher": "≥", "lower": "≤", "exactly": "="}

_FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def number(
    value: Fraction | int,
    language: Language,
    decimals: int = 2,
    fixed: bool = False,
    rounded: Rounded = "half-up",
) -> str:
    """Write a number with at most `decimals` decimals, or with exactly so many where they are `fixed`.

    Half up, away from zero; or `rounded` down or up, for the ends of an interval.
    """
    return _digits(_scaled(value, decimals, rounded), decimals, language, fixed)


def percent(
    share: Fraction | int,
    language: Language,
    decimals: int = 2,
    fixed: bool = False,
    rounded: Rounded = "half-up",
) -> str:
    """Write a share of 1 in percent; what is under 100% is never written as 100%, and what is above 0 never as 0."""
    return percentage(share * 100, language, decimals, fixed, rounded) + "%"


def percentage(
    value: Fraction | int,
    language: Language,
    decimals: int = 2,
    fixed: bool = False,
    rounded: Rounded = "half-up",
) -> str:
    """Write a number of percent without its sign.

    What is under 100 is never written as 100, and what is above 0 never as 0, but as under 0.01.
    """
    scaled = _scaled(value, decimals, rounded)
    if value > 0 and not scaled and rounded == "half-up":
        return f"{_UNDER[language]} {_digits(1, decimals, language, fixed)}"
    if value < 100:
        scaled = min(scaled, 100 * 10**decimals - 1)
    return _digits(scaled, decimals, language, fixed)


def percent_interval(shares: Interval, language: Language, decimals: int = 2, fixed: bool = False) -> str:
    """Write an interval of shares of 1 in percent, rounded outwards: 75–100%, ≥ 78.13%."""

    def write(value: Fraction, rounded: Rounded) -> str:
        return percentage(value * 100, language, decimals, fixed, rounded)

    return _ends(shares, language, write) + "%"


def amount(figure: Interval, unit: Unit, language: Language, decimals: int = 2, named: bool = True) -> str:
    """Write a figure with its unit: 547 members, 1.5–2%, ≥ 700 members, 1st, 12.5 billion VND.

    Without its name where it is not `named`, since the unit has a column of its own; the signs % and ‰ stay. With its
    name, money is written in millions or billions where that is exact.
    """
    size, word = _counted_in(figure, unit) if named else (1, None)
    if word is not None:
        return _in_scale(figure, size, word, unit, language)
    text = _amount(figure, unit, language, decimals)
    return _with_name(text, figure, unit, language) if named and not unit.ordinal else text


def _counted_in(figure: Interval, unit: Unit) -> tuple[int, Text | None]:
    """Return what an amount of money is counted in: as much as leaves few decimals and no end below 1."""
    ends = [abs(end) for end in (figure.low, figure.high) if end] if unit.money else []
    for size, word in _SCALES:
        if ends and min(ends) >= size and all((end * 10**_SCALED_DECIMALS / size).denominator == 1 for end in ends):
            return size, word
    return 1, None


def spread(values: Spread, language: Language) -> str:
    """Write what lies from one value to another with as many decimals as tell them apart: 24.63–24.86 billion VND."""
    size, word = _roughly_counted_in((values.low, values.high), values.money)
    low, high = values.low / size, values.high / size
    decimals = next((places for places in range(MOST_DECIMALS) if (high - low) * 10**places >= _APART), MOST_DECIMALS)
    ends = [number(end, language, decimals, fixed=True) for end in (low, high)]
    text = number(low, language, decimals)
    if ends[0] != ends[1]:
        text = ("–" if low >= 0 else _TO[language]).join(ends)
    if values.sign:
        return text + values.sign
    names = (name[language] for name in (word, values.unit) if name is not None)
    return " ".join(filter(None, (text, *names)))


def rough_amount(figure: Interval, unit: Unit, language: Language, decimals: int) -> str:
    """Write a figure without the name of its unit, money in the largest of its scales that its ends reach."""
    size, word = _roughly_counted_in([end for end in (figure.low, figure.high) if end is not None], unit.money)
    if word is None:
        return _amount(figure, unit, language, decimals)
    text = _ends(figure, language, lambda value, rounded: number(value / size, language, decimals, rounded=rounded))
    return f"{text} {word[language]}"


def _roughly_counted_in(ends: Sequence[Fraction], money: bool) -> tuple[int, Text | None]:
    """Return what an amount of money is counted in where it need not come out even."""
    if money and ends:
        least = min(map(abs, ends))
        return next((scale for scale in _SCALES if least >= scale[0]), (1, None))
    return 1, None


def _in_scale(figure: Interval, size: int, word: Text, unit: Unit, language: Language) -> str:
    text = _ends(figure, language, lambda value, _: number(value / size, language, _SCALED_DECIMALS))
    return _with_name(f"{text} {word[language]}", figure, unit, language)


def _amount(figure: Interval, unit: Unit, language: Language, decimals: int) -> str:
    """Write a figure with the sign, but without the name of its unit."""
    if unit.grades:
        return _grades(figure, unit, language)
    if unit.ordinal:
        return _rank(figure, language, decimals)

    def write(value: Fraction, rounded: Rounded) -> str:
        if unit.percent:
            return percentage(value, language, decimals, False, rounded)
        return number(value, language, decimals, rounded=rounded)

    return _ends(figure, language, write) + unit.sign


def _with_name(text: str, figure: Interval, unit: Unit, language: Language) -> str:
    """Return an amount with the name of its unit, unless a sign stands for that."""
    last = figure.high if figure.high is not None else figure.low
    name = "" if unit.sign else unit_name(unit, language, one=last == 1)
    return f"{text} {name}" if name else text


def unit_name(unit: Unit, language: Language, one: bool = False) -> str:
    """Return the name of a unit, of one thing or of many."""
    return one_line(unit.one[language] if one else unit.many[language])


def deadline_text(day: date, language: Language, sentence: bool = False) -> str:
    """Write the day by which a task is to be done, for a table, by 2024-12-31, or for a `sentence`."""
    return _BY[language] + (date_text if sentence else date_short)(day, language)


def goal_text(goal: Goal, unit: Unit, language: Language, named: bool = True, average: Text = YEARLY) -> str:
    """Write a goal: ≥ 700 members, > 20 members, = 3 models, ≥ 16,000 jobs/year, by 2024-12-31.

    `average` is how a goal of the average of the years is written. A goal that is set year by year is written as what
    that comes to. Words of the file that no figure holds follow as they are.
    """
    if goal.by is not None:
        return deadline_text(goal.by, language)
    if goal.interval is None and goal.implied is None:
        return _NOT_PRINTED[language]
    if unit.ordinal and goal.interval is not None:
        text = _rank_goal(goal.interval, unit, language)
    elif goal.interval is not None:
        text = amount(goal.interval, unit, language, decimals_of(goal.interval), named)
        if goal.interval.exact is not None:
            text = f"= {text}" if goal.direction == "exactly" else text
        elif goal.direction == "exactly":
            text = _WITHIN[language].format(text)
    else:
        implied = goal.implied
        if implied is None or implied.low is None or implied.high is None:
            return _NOT_PRINTED[language]
        name = unit.many if named else Text("", "")
        bound = spread(Spread(implied.low, implied.high, name, unit.sign, unit.money and named), language)
        if implied.exact is not None:
            bound = amount(implied, unit, language, named=named)
        text = f"{_COMPARED[goal.direction]} {bound}"
    yearly = goal.every == "average" and not goal.path and average is YEARLY
    if yearly:
        text += YEARLY[language]
    if goal.words:
        text = f"{text} {one_line(goal.words)}"
    if goal.path:
        return text + _BY_YEAR[language]
    if goal.every == "average":
        return text if yearly else text + average[language]
    if goal.every_year and not unit.ordinal:
        return text + _EVERY_YEAR[language]
    return text


def decimals_of(figure: Interval) -> int:
    """Return how many decimals write both ends without rounding, from 2 to the most there are."""
    broken = [end for end in (figure.low, figure.high) if end is not None and end.denominator > 1]
    return min(max([2, *map(_decimals, broken)]), MOST_DECIMALS)


def ends_within(figure: Interval) -> bool:
    """Say whether both ends can be written without rounding, with the most decimals that there are."""
    return all(end is None or _decimals(end) <= MOST_DECIMALS for end in (figure.low, figure.high))


def exact_decimal(value: Fraction, language: Language) -> str:
    """Write a number to its last decimal; one without an end, or a far one, breaks off with an ellipsis."""
    places = _decimals(value)
    if places <= MOST_DECIMALS:
        return number(value, language, places)
    sign = "-" if value < 0 else ""
    return sign + number(abs(value), language, MOST_DECIMALS, fixed=True, rounded="down") + "…"


def amount_in_full(
    figure: Interval, unit: Unit | None, language: Language, percentage: bool = False, named: bool = True
) -> str:
    """Write a figure to its last decimal, or broken off with an ellipsis; a `percentage` is a share of 1."""
    if percentage:
        text = _ends(figure, language, lambda value, _: exact_decimal(value * 100, language))
        return f"{text}%"
    if unit is None:
        return _ends(figure, language, lambda value, _: exact_decimal(value, language))
    if unit.grades:
        return _grades(figure, unit, language)
    if unit.ordinal and figure.exact is not None:
        return _rank(figure, language, MOST_DECIMALS)
    size, word = _counted_in(figure, unit)
    text = _ends(figure, language, lambda value, _: exact_decimal(value / size, language)) + unit.sign
    text = text if word is None else f"{text} {word[language]}"
    return _with_name(text, figure, unit, language) if named else text


def date_short(day: date, language: Language) -> str:
    """Write a date for a table: 2024-09-30, 30/09/2024."""
    match language:
        case "en":
            return day.isoformat()
        case "vi":
            return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
        case _:
            assert_never(language)


def date_text(day: date, language: Language) -> str:
    """Write a date for a sentence, as official documents do: 3 April 2023, ngày 03 tháng 4 năm 2023."""
    match language:
        case "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case "vi":
            month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
            return f"ngày {day.day:02d} tháng {month} năm {day.year}"
        case _:
            assert_never(language)


def counted(count: int) -> Text:
    """Return how many there are; below ten in Vietnamese with a nought before it, as officials write."""
    return Text(number(count, "en"), f"{count:02d}" if 0 < count < 10 else number(count, "vi"))


def write(message: Message, language: Language) -> str:
    """Return the sentence with its values, all in the language."""
    return fill(message.text, message.values, language)


def fill(text: Text, values: Mapping[str, Value], language: Language) -> str:
    """Put the values in place of their names in braces; doubled braces are written as braces."""

    def put(found: re.Match[str]) -> str:
        name = found[1]
        return found[0][0] if name is None else _value(values[name], language)

    return _FIELD.sub(put, text[language])


def _value(value: Value, language: Language) -> str:
    match value:
        case str():
            return one_line(value)
        case Text() | GivenText():
            return one_line(value[language])
        case Spread():
            return spread(value, language)
        case Printed():
            return number(value.value, language, value.decimals, fixed=True)
        case date():
            return date_text(value, language)
        case Message():
            return write(value, language)
        case _:
            return number(value, language)


def _scaled(value: Fraction | int, decimals: int, rounded: Rounded) -> int:
    """Return the number of units in the last decimal."""
    above, below = value.numerator * 10**decimals, value.denominator
    if rounded == "down":
        return int(above // below)
    if rounded == "up":
        return int(-(-above // below))
    size: int = (2 * abs(above) + below) // (2 * below)
    return size if above >= 0 else -size


def _digits(scaled: int, decimals: int, language: Language, fixed: bool) -> str:
    whole, part = divmod(abs(scaled), 10**decimals)
    after = f"{part:0{decimals}d}" if decimals else ""
    if not fixed:
        after = after.rstrip("0")
    text = f"{'-' if scaled < 0 else ''}{whole:,}" + (f".{after}" if after else "")
    match language:
        case "en":
            return text
        case "vi":
            return text.translate(_TO_VIETNAMESE)
        case _:
            assert_never(language)


def _ends(figure: Interval, language: Language, write_end: Callable[[Fraction, Rounded], str]) -> str:
    """Write both ends of an interval, rounded outwards, or its one value, half up."""
    if figure.exact is not None:
        return write_end(figure.exact, "half-up")
    low = None if figure.low is None else write_end(figure.low, "down")
    high = None if figure.high is None else write_end(figure.high, "up")
    from_low = f"{'≥' if figure.low_closed else '>'} {low}"
    to_high = f"{'≤' if figure.high_closed else '<'} {high}"
    if low is None:
        return "–" if high is None else to_high
    if high is None:
        return from_low
    if low == high:
        return low
    if not (figure.low_closed and figure.high_closed):
        return from_low + _AND[language] + to_high
    return low + ("–" if "-" not in low + high else _TO[language]) + high


def _rank(figure: Interval, language: Language, decimals: int) -> str:
    text = _ends(figure, language, lambda value, rounded: _ordinal(value, language, decimals, rounded))
    return _RANK[language].format(rank=text)


def _rank_goal(goal: Interval, unit: Unit, language: Language) -> str:
    def place(figure: Interval) -> str:
        return _grades(figure, unit, language) if unit.grades else _rank(figure, language, 2)

    if goal.high is not None and goal.high_closed and (goal.low is None or goal.low <= 1):
        best = place(Interval(goal.high, goal.high))
        return best if goal.high == 1 else best + _OR_BETTER[language]
    return place(goal)


def grade_name(place: Fraction, unit: Unit, language: Language) -> str | None:
    """Return what the grade at a place is called, the first being the best; None where no grade has that place."""
    known = place.denominator == 1 and 1 <= place <= len(unit.grades)
    return one_line(unit.grades[int(place) - 1][language]) if known else None


def _grades(figure: Interval, unit: Unit, language: Language) -> str:
    """Write places as the names of grades; one between two of them, such as a mean, with both."""

    def write(place: Fraction, rounded: Rounded) -> str:
        name = grade_name(place, unit, language)
        if name is not None:
            return name
        shown = number(place, language, rounded=rounded)
        best, worst = (grade_name(Fraction(one), unit, language) for one in (int(place), int(place) + 1))
        if best is None or worst is None:
            return shown
        return _BETWEEN_GRADES[language].format(mean=shown, best=best, worst=worst)

    return _ends(figure, language, write)


def _ordinal(value: Fraction, language: Language, decimals: int, rounded: Rounded) -> str:
    return number(value, language, decimals, rounded=rounded) + _ordinal_ending(value)[language]


def _ordinal_ending(value: Fraction) -> Text:
    """Return what a whole number ends in as the name of a place: 1st, 22nd, 13th; in Vietnamese nothing."""
    if value.denominator != 1:
        return Text("", "")
    last, tens = abs(value.numerator) % 10, abs(value.numerator) // 10 % 10
    return Text("th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th"), "")


def _decimals(value: Fraction) -> int:
    """Return how many decimals write the number to its end; where it has none, more than the most allowed."""
    for places in range(MOST_DECIMALS + 1):
        if 10**places % value.denominator == 0:
            return places
    return MOST_DECIMALS + 1
