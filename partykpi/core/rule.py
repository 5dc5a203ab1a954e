"""Rules as values: a formula over named quantities, written once and read in several ways.

`BASELINE + (BOUND - BASELINE) * ELAPSED` is a rule. It is read as an interval (`evaluate`), as words in either language
(`words`), with the numbers put in (`with_numbers`), and, by whoever writes workbooks, as the formula of a cell.

A rule is one of three: a `Named` quantity, a `Constant`, or a `Formula` of an operator and its parts. Rules are put
together with + − × ÷, compared with > ≥ < ≤, and joined by & | ~. A comparison of intervals is True, False, or None
where the intervals do not decide.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from partykpi.core.figure import (
    Interval,
    add,
    at_least,
    divide,
    exactly,
    greatest,
    hull,
    inside,
    least,
    multiply,
    subtract,
)
from partykpi.text import LANGUAGES, Language, Text

Value: TypeAlias = "Interval | tuple[Interval, ...] | bool | str | None"
"""What a rule comes to: a figure, the figures of many readings, whether something holds, a word, or nothing."""

Values: TypeAlias = Mapping[str, Value]

Scale = Literal["unit", "share", "number", "day"]
"""How a quantity is written: in the unit of the target, as a share of 1 in percent, as a bare number, or as a day."""

Operator = Literal[
    "+", "-", "*", "/", "share", "least", "greatest",
    ">=", ">", "<=", "<", "=", "and", "or", "not", "surely", "known", "if",
    "total", "mean", "latest", "how many", "count", "next whole", "floor", "power",
]  # fmt: skip


class Rule:
    """A formula over named quantities."""

    __slots__ = ()

    def __add__(self, other: Rule | int) -> Rule:
        return Formula("+", self, _rule(other))

    def __sub__(self, other: Rule | int) -> Rule:
        return Formula("-", self, _rule(other))

    def __mul__(self, other: Rule | int | Fraction) -> Rule:
        return Formula("*", self, _rule(other))

    def __truediv__(self, other: Rule | int | Fraction) -> Rule:
        return Formula("/", self, _rule(other))

    def __ge__(self, other: Rule | int) -> Rule:
        return Formula(">=", self, _rule(other))

    def __gt__(self, other: Rule | int) -> Rule:
        return Formula(">", self, _rule(other))

    def __le__(self, other: Rule | int) -> Rule:
        return Formula("<=", self, _rule(other))

    def __lt__(self, other: Rule | int) -> Rule:
        return Formula("<", self, _rule(other))

    def __and__(self, other: Rule) -> Rule:
        return Formula("and", self, other)

    def __or__(self, other: Rule) -> Rule:
        return Formula("or", self, other)

    def __invert__(self) -> Rule:
        return Formula("not", self)


class Named(Rule):
    """A quantity with a name of its own, such as what was achieved; `label` is what words call it."""

    __slots__ = ("label", "name", "scale")

    def __init__(self, name: str, label: Text, scale: Scale = "unit") -> None:
        self.name, self.label, self.scale = name, label, scale

    def __eq__(self, other: object) -> bool:
        return type(other) is Named and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


class Constant(Rule):
    """A value that no input changes. None is what is not known: a figure that is missing, a verdict left open."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return type(other) is Constant and type(self.value) is type(other.value) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


class Formula(Rule):
    """An operator and the rules that it joins; `said` are its words, where its parts do not say it."""

    __slots__ = ("operator", "parts", "said")

    def __init__(self, operator: Operator, *parts: Rule, said: Text | None = None) -> None:
        self.operator: Operator = operator
        self.parts = parts
        self.said = said

    def __eq__(self, other: object) -> bool:
        return type(other) is Formula and (self.operator, self.parts) == (other.operator, other.parts)

    def __hash__(self) -> int:
        return hash((self.operator, self.parts))


def number(value: Fraction | int) -> Rule:
    """Return a number that no input changes."""
    return Constant(exactly(value))


def _rule(value: Rule | Fraction | int) -> Rule:
    return value if isinstance(value, Rule) else number(value)


ZERO, ONE = number(0), number(1)
YES, NO, UNKNOWN = Constant(True), Constant(False), Constant(None)


def share(part: Rule, whole: Rule) -> Rule:
    """Return part ÷ whole, which is there only where the whole is surely above zero."""
    return Formula("share", part, whole)


def if_(condition: Rule, then: Rule, otherwise: Rule) -> Rule:
    """Return the one or the other; of figures both at once (as an interval) where the condition is not decided."""
    if type(condition) is Constant and condition.value is not None:
        return then if condition.value else otherwise
    return Formula("if", condition, then, otherwise)


def surely(condition: Rule) -> Rule:
    """Return whether a condition holds; one that is not decided does not."""
    return Formula("surely", condition)


def known(figure: Rule) -> Rule:
    """Return whether there is a figure at all."""
    return Formula("known", figure)


def sum_of(parts: Sequence[Rule], said: Text | None = None) -> Rule:
    """Return the sum of some rules; of none it is zero."""
    if not parts:
        return ZERO
    return parts[0] if len(parts) == 1 and said is None else Formula("+", *parts, said=said)


# Read as an interval, a verdict or a word


def evaluate(rule: Rule, values: Values) -> Value:
    """Return what a rule comes to; None where a figure that it needs is missing, or nothing can be divided."""
    if type(rule) is Formula:
        return _EVALUATE[rule.operator](rule.parts, values)
    if type(rule) is Named:
        return values.get(rule.name)
    assert type(rule) is Constant
    return rule.value


def figure(rule: Rule, values: Values) -> Interval | None:
    """Return the figure that a rule comes to; None where there is none."""
    if type(rule) is Formula:
        found = _EVALUATE[rule.operator](rule.parts, values)
    else:
        found = values.get(rule.name) if type(rule) is Named else evaluate(rule, values)
    return found if type(found) is Interval else None


def verdict(rule: Rule, values: Values) -> bool | None:
    """Return whether a rule holds; None where that is not decided."""
    found = evaluate(rule, values)
    return found if type(found) is bool else None


_Parts: TypeAlias = "tuple[Rule, ...]"
_Reader: TypeAlias = "Callable[[_Parts, Values], Value]"


def _joined(join: Callable[[Interval, Interval], Interval | None]) -> _Reader:
    def read(parts: _Parts, values: Values) -> Value:
        first, *others = parts
        result = figure(first, values)
        for part in others:
            other = figure(part, values)
            if result is None or other is None:
                return None
            result = join(result, other)
        return result

    return read


_ABOVE_ZERO = Interval(Fraction(0), None, low_closed=False)

# How two single values are compared, and where the difference of two intervals then lies.
_COMPARED: Mapping[str, tuple[Callable[[int, int], bool], Interval]] = {
    ">=": (operator.ge, at_least(0)),
    ">": (operator.gt, _ABOVE_ZERO),
    "<=": (operator.le, Interval(None, Fraction(0))),
    "<": (operator.lt, Interval(None, Fraction(0), high_closed=False)),
    "=": (operator.eq, exactly(0)),
}


def _share(part: Interval, whole: Interval) -> Interval | None:
    exact = whole.exact
    above_zero = inside(whole, _ABOVE_ZERO) if exact is None else exact.numerator > 0
    return divide(part, whole) if above_zero else None


def _compared(sign: str) -> _Reader:
    holds, difference = _COMPARED[sign]

    def read(parts: _Parts, values: Values) -> Value:
        left, right = figure(parts[0], values), figure(parts[1], values)
        if left is None or right is None:
            return None
        one, other = left.exact, right.exact
        if one is not None and other is not None:  # compared as whole numbers, since fractions take longer to
            return holds(one.numerator * other.denominator, other.numerator * one.denominator)
        return inside(subtract(left, right), difference)

    return read


def _and(parts: _Parts, values: Values) -> Value:
    found = [verdict(part, values) for part in parts]
    return False if False in found else None if None in found else True


def _or(parts: _Parts, values: Values) -> Value:
    found = [verdict(part, values) for part in parts]
    return True if True in found else None if None in found else False


def _not(parts: _Parts, values: Values) -> Value:
    found = verdict(parts[0], values)
    return None if found is None else not found


def _if(parts: _Parts, values: Values) -> Value:
    condition, then, otherwise = parts
    holds = verdict(condition, values)
    if holds is not None:
        return evaluate(then if holds else otherwise, values)
    one, other = evaluate(then, values), evaluate(otherwise, values)
    return hull(one, other) if type(one) is Interval and type(other) is Interval else None


def _series(parts: _Parts, values: Values) -> list[Interval]:
    """Return the figures of parts, of which each is one figure or those of many readings."""
    found: list[Interval] = []
    for part in parts:
        value = evaluate(part, values)
        if isinstance(value, tuple):
            found.extend((value,) if isinstance(value, Interval) else value)
    return found


def total(figures: Sequence[Interval]) -> Interval | None:
    """Return the sum of some figures, or None where there is none."""
    result = figures[0] if figures else None
    for each in figures[1:]:
        result = result and add(result, each)
    return result


def mean(figures: Sequence[Interval]) -> Interval | None:
    """Return the mean of some figures, or None where there is none."""
    whole = total(figures)
    return whole and multiply(whole, exactly(Fraction(1, len(figures))))


def latest(figures: Sequence[Interval]) -> Interval | None:
    """Return the last of some figures in the order of time, or None where there is none."""
    return figures[-1] if figures else None


def _count(parts: _Parts, values: Values) -> Value:
    found = [verdict(part, values) for part in parts]
    sure, unsure = found.count(True), found.count(None)
    return Interval(Fraction(sure), Fraction(sure + unsure)) if unsure else exactly(sure)


def _next_whole(parts: _Parts, values: Values) -> Value:
    """Return the least whole number above a figure."""
    value = figure(parts[0], values)
    exact = value and value.exact
    return None if exact is None else exactly(exact.numerator // exact.denominator + 1)


def _floor(parts: _Parts, values: Values) -> Value:
    """Return the greatest whole number that is no more than a figure."""
    value = figure(parts[0], values)
    exact = value and value.exact
    return None if exact is None else exactly(exact.numerator // exact.denominator)


_PLACES = 30


def _power(parts: _Parts, values: Values) -> Value:
    """Return a figure of zero or more to a power, to thirty decimals: far more than is shown, and never compared."""
    base, exponent = (figure(part, values) for part in parts)
    if base is None or exponent is None or exponent.exact is None or base.low is None or base.low < 0:
        return None
    low = _rational_power(base.low, exponent.exact)
    high = None if base.high is None else low if base.exact is not None else _rational_power(base.high, exponent.exact)
    return Interval(low, high, base.low_closed, base.high_closed)


def _rational_power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a power, rounded down to thirty decimals; one that has no more is exact."""
    raised = base**exponent.numerator
    scale = 10 ** (_PLACES * exponent.denominator)
    return Fraction(_whole_root(raised.numerator * scale // raised.denominator, exponent.denominator), 10**_PLACES)


def _whole_root(value: int, degree: int) -> int:
    """Return the greatest whole number whose power of that degree is no more than a value, by Newton's method."""
    if value == 0 or degree == 1:
        return value
    root = 1 << -(-value.bit_length() // degree)
    while True:
        closer = ((degree - 1) * root + value // root ** (degree - 1)) // degree
        if closer >= root:
            return root
        root = closer


_EVALUATE: Mapping[Operator, _Reader] = {
    "+": _joined(add),
    "-": _joined(subtract),
    "*": _joined(multiply),
    "/": _joined(divide),
    "share": _joined(_share),
    "least": _joined(least),
    "greatest": _joined(greatest),
    ">=": _compared(">="),
    ">": _compared(">"),
    "<=": _compared("<="),
    "<": _compared("<"),
    "=": _compared("="),
    "and": _and,
    "or": _or,
    "not": _not,
    "surely": lambda parts, values: verdict(parts[0], values) is True,
    "known": lambda parts, values: figure(parts[0], values) is not None,
    "if": _if,
    "total": lambda parts, values: total(_series(parts, values)),
    "mean": lambda parts, values: mean(_series(parts, values)),
    "latest": lambda parts, values: latest(_series(parts, values)),
    "how many": lambda parts, values: exactly(len(_series(parts, values))),
    "count": _count,
    "next whole": _next_whole,
    "floor": _floor,
    "power": _power,
}


# Read as words


_SUM, _PRODUCT, _COMPARISON, _POWER = 2, 3, 1, 4

# The sign between two parts, and how strongly it binds them.
_SIGNS: Mapping[Operator, tuple[Text, int]] = {
    "+": (Text("+", "+"), _SUM),
    "-": (Text("−", "−"), _SUM),
    "*": (Text("×", "×"), _PRODUCT),
    "/": (Text("÷", "÷"), _PRODUCT),
    "share": (Text("÷", "÷"), _PRODUCT),
    ">=": (Text("≥", "≥"), _COMPARISON),
    ">": (Text(">", ">"), _COMPARISON),
    "<=": (Text("≤", "≤"), _COMPARISON),
    "<": (Text("<", "<"), _COMPARISON),
    "=": (Text("=", "="), _COMPARISON),
    "and": (Text("and", "và"), 0),
    "or": (Text("or", "hoặc"), 0),
    "power": (Text("^", "^"), _POWER),
}

# The words of what is no sign between parts.
_SAID: Mapping[Operator, Text] = {
    "least": Text("the least of {all}", "giá trị nhỏ nhất trong {all}"),
    "greatest": Text("the greatest of {all}", "giá trị lớn nhất trong {all}"),
    "not": Text("not {0}", "không phải {0}"),
    "surely": Text("{0}", "{0}"),
    "known": Text("{0} is known", "đã có {0}"),
    "if": Text("{1} if {0}, else {2}", "{1} nếu {0}, còn lại là {2}"),
    "total": Text("the sum of {all}", "tổng {all}"),
    "mean": Text("the mean of {all}", "bình quân {all}"),
    "latest": Text("the latest of {all}", "giá trị gần nhất trong {all}"),
    "how many": Text("the number of {all}", "số lượng của {all}"),
    "count": Text("how many hold of: {all}", "số điều kiện đúng trong: {all}"),
    "next whole": Text("the next whole number above {0}", "số nguyên liền trên {0}"),
    "floor": Text("{0}, rounded down", "{0}, làm tròn xuống"),
}

_HOLDS: Mapping[bool, Text] = {True: Text("yes", "có"), False: Text("no", "không")}
_OPEN = Text("not known", "chưa rõ")
_AT_LEAST = Text("at least {}", "ít nhất {}")


def words(rule: Rule, language: Language) -> str:
    """Return a rule in words: baseline + (bound − baseline) × elapsed."""

    def write(part: Rule) -> str:
        if type(part) is Named:
            return part.label[language]
        assert type(part) is Constant
        match part.value:
            case bool():
                return _HOLDS[part.value][language]
            case Interval(exact=exact) if exact is not None:
                return str(exact)
            case Interval(low=low) if low is not None:
                return _AT_LEAST[language].format(low)
            case str():
                return part.value
            case _:
                return _OPEN[language]

    return _put_together(rule, write, language)


def in_words(rule: Rule) -> Text:
    """Return a rule in words of both languages."""
    return Text(words(rule, "en"), words(rule, "vi"))


def _put_together(rule: Rule, write: Callable[[Rule], str], language: Language, strength: int = 0) -> str:
    if type(rule) is not Formula:
        return write(rule)
    if rule.said is not None:
        return rule.said[language]
    if rule.operator in ("least", "greatest") and (inner := _limited(rule)) is not None:
        return _put_together(inner, write, language, strength)
    if rule.operator not in _SIGNS:
        each = [_put_together(part, write, language) for part in rule.parts]
        return _SAID[rule.operator][language].format(*each, all=", ".join(each))
    sign, own = _SIGNS[rule.operator]
    tight = own + (rule.operator in ("-", "/", "share", "power"))
    each = [_put_together(part, write, language, tight if place else own) for place, part in enumerate(rule.parts)]
    text = _between(rule.operator, sign[language]).join(each)
    return f"({text})" if own < strength else text


def _between(operator: Operator, sign: str) -> str:
    """Return a sign as it is written between two parts."""
    return sign if operator == "power" else f" {sign} "


def _limited(rule: Formula) -> Rule | None:
    """Return the rule that a constant end only limits: words and numbers are those of the rule itself."""
    inner = [part for part in rule.parts if type(part) is not Constant]
    return inner[0] if len(inner) == 1 else None


# Read with its numbers


Numbers: TypeAlias = "dict[str, tuple[Value, Scale]]"


def with_numbers(rule: Rule, values: Values) -> tuple[str, Numbers]:
    """Return a rule with places for its numbers in braces, {achieved} ÷ {bound}, and the number for each place."""
    numbers: Numbers = {}

    def write(part: Rule) -> str:
        if type(part) is Named:
            name, value, scale = part.name, values.get(part.name), part.scale
        else:
            assert type(part) is Constant
            name, value, scale = f"c{len(numbers)}", part.value, "number"
        numbers[name] = value, scale
        return f"{{{name}}}"

    return _numbered(rule, values, write, numbers), numbers


def _numbered(rule: Rule, values: Values, write: Callable[[Rule], str], numbers: Numbers, strength: int = 0) -> str:
    if type(rule) is not Formula:
        return write(rule)
    match rule.operator:
        case "total" | "mean" | "latest":
            return _numbers_of_series(rule, values, numbers, strength)
        case "how many":
            numbers["count"] = exactly(len(_series(rule.parts, values))), "number"
            return "{count}"
        case "count":
            return "; ".join(f"{write(_subject(part))} {_HELD[verdict(part, values)]}" for part in rule.parts)
        case "if":
            return "; ".join(_numbered(part, values, write, numbers) for part in rule.parts[1:])
        case "least" | "greatest":
            scales: list[Scale] = [part.scale for part in quantities(rule)]
            each = [
                _limit(part, scales[0] if scales else "number", numbers)
                if type(part) is Constant
                else _numbered(part, values, write, numbers)
                for part in rule.parts
            ]
            return _NOTATION[rule.operator].format(all="; ".join(each))
        case operator if operator in _SIGNS:
            sign, own = _SIGNS[operator]
            tight = own + (operator in ("-", "/", "share", "power"))
            each = [
                _numbered(part, values, write, numbers, tight if place else own)
                for place, part in enumerate(rule.parts)
            ]
            negative = [place > 0 and _is_negative(part, values) for place, part in enumerate(rule.parts)]
            each = [f"({text})" if below else text for text, below in zip(each, negative, strict=True)]
            text = _between(rule.operator, sign.en).join(each)
            return f"({text})" if own < strength else text
        case operator:
            each = [_numbered(part, values, write, numbers) for part in rule.parts]
            return _NOTATION.get(operator, "{all}").format(*each, all="; ".join(each))


def _is_negative(part: Rule, values: Values) -> bool:
    """Say whether a part is one number below zero, which stands in brackets behind a sign."""
    value = part.value if type(part) is Constant else values.get(part.name) if type(part) is Named else None
    return type(value) is Interval and _below_zero(value)


def _below_zero(value: Interval) -> bool:
    return value.low is not None and value.low < 0


_HELD: Mapping[bool | None, str] = {True: "✓", False: "✗", None: "?"}

# How what is no sign between parts is written with its numbers, in any language; else its parts stand in a row.
_NOTATION: Mapping[Operator, str] = {
    "least": "min({all})",
    "greatest": "max({all})",
    "floor": "⌊{0}⌋",
    "next whole": "⌊{0}⌋ + 1",
}


def _limit(limit: Constant, scale: Scale, numbers: Numbers) -> str:
    """Write a constant that limits a figure as that figure is written."""
    name = f"c{len(numbers)}"
    numbers[name] = limit.value, scale
    return f"{{{name}}}"


def _numbers_of_series(rule: Formula, values: Values, numbers: Numbers, strength: int) -> str:
    figures = _series(rule.parts, values)
    if rule.operator == "latest":
        figures = figures[-1:]
    before = sum(name[0] == "r" and name[1:].isdecimal() for name in numbers)  # of another series of the same rule
    names = [f"r{number}" for number in range(before + 1, before + len(figures) + 1)]
    scale: Scale = next((part.scale for part in rule.parts if type(part) is Named), "unit")
    for name, each in zip(names, figures, strict=True):
        numbers[name] = each, scale
    below = [place > 0 and _below_zero(each) for place, each in enumerate(figures)]
    text = " + ".join(f"({{{name}}})" if minus else f"{{{name}}}" for name, minus in zip(names, below, strict=True))
    if len(names) < 2:
        return text
    if rule.operator == "mean":
        count = "count" if not before else f"count{before}"
        numbers[count] = exactly(len(names)), "number"
        text = f"({text}) ÷ {{{count}}}"
    own = _PRODUCT if rule.operator == "mean" else _SUM
    return f"({text})" if own < strength else text


def _subject(condition: Rule) -> Rule:
    """Return what a condition is about: the left-hand side of its first comparison."""
    while type(condition) is Formula:
        condition = condition.parts[0]
    return condition


# Taken apart and put together again


def quantities(rule: Rule) -> Iterator[Named]:
    """Return every named quantity of a rule, in the order in which it is written."""
    if type(rule) is Named:
        yield rule
    elif type(rule) is Formula:
        for part in rule.parts:
            yield from quantities(part)


def put_in_place(rule: Rule, others: Mapping[str, Rule]) -> Rule:
    """Return a rule with other rules in place of the quantities of those names."""
    if type(rule) is Named:
        return others.get(rule.name, rule)
    if type(rule) is not Formula:
        return rule
    return Formula(rule.operator, *(put_in_place(part, others) for part in rule.parts), said=rule.said)


def decided(rule: Rule, values: Values) -> Rule:
    """Return a rule without its conditions: of each, the branch that these values lead to."""
    if type(rule) is not Formula:
        return rule
    if rule.operator == "if" and (holds := verdict(rule.parts[0], values)) is not None:
        return decided(rule.parts[1 if holds else 2], values)
    return Formula(rule.operator, *(decided(part, values) for part in rule.parts), said=rule.said)


def as_calculated(rule: Rule, values: Values) -> Rule:
    """Return a rule as these values make it: without conditions, and without a limit that does not limit them.

    Where a limit does, its words say so.
    """
    if type(rule) is not Formula:
        return rule
    if rule.operator == "if" and (holds := verdict(rule.parts[0], values)) is not None:
        return as_calculated(rule.parts[1 if holds else 2], values)
    said = rule.said
    if rule.operator in ("least", "greatest") and (inner := _limited(rule)) is not None:
        if evaluate(inner, values) == evaluate(rule, values):
            return as_calculated(inner, values)
        said = said or Text(*(_in_a_row(rule, language) for language in LANGUAGES))
    return Formula(rule.operator, *(as_calculated(part, values) for part in rule.parts), said=said)


def _in_a_row(rule: Formula, language: Language) -> str:
    return _SAID[rule.operator][language].format(all=", ".join(words(part, language) for part in rule.parts))


def simplified(rule: Rule, assumed: Mapping[Rule, bool] | None = None) -> Rule:
    """Return a rule that comes to the same with fewer conditions: none is asked twice or inside another condition."""
    known_so_far = assumed or {}
    if rule in known_so_far:
        return YES if known_so_far[rule] else NO
    if type(rule) is not Formula:
        return rule
    if rule.operator == "if":
        return _simplified_if(rule, known_so_far)
    parts = tuple(simplified(part, known_so_far) for part in rule.parts)
    match rule.operator:
        case "not" if (opposite := _opposite(parts[0])) is not None:
            return opposite
        case "surely" if type(parts[0]) is Constant:
            return YES if parts[0].value is True else NO
        case "and":
            return _without(parts, "and", neutral=YES, decisive=NO)
        case "or":
            return _without(parts, "or", neutral=NO, decisive=YES)
        case ">=" | ">" | "<=" | "<" | "=" if (spread := _spread(rule.operator, parts)) is not None:
            return simplified(spread, known_so_far)
        case operator:
            return Formula(operator, *parts, said=rule.said)


_OPPOSITES: Mapping[Operator, Operator] = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def _opposite(condition: Rule) -> Rule | None:
    """Return what holds where a condition does not, where that can be said without a "not"."""
    if type(condition) is Constant and isinstance(condition.value, bool):
        return NO if condition.value else YES
    if type(condition) is not Formula:
        return None
    if condition.operator in _OPPOSITES:
        return Formula(_OPPOSITES[condition.operator], *condition.parts)
    if condition.operator == "and":
        return Formula("or", *(simplified(~part) for part in condition.parts))
    return None


def _simplified_if(rule: Formula, assumed: Mapping[Rule, bool]) -> Rule:
    condition, then, otherwise = rule.parts
    condition = simplified(condition, assumed)
    if condition in assumed:
        return simplified(then if assumed[condition] else otherwise, assumed)
    if type(condition) is Constant:
        if isinstance(condition.value, bool):
            return simplified(then if condition.value else otherwise, assumed)
        return UNKNOWN
    if type(condition) is Formula and condition.operator == "if":
        first, yes, no = condition.parts
        return simplified(if_(first, Formula("if", yes, then, otherwise), Formula("if", no, then, otherwise)), assumed)
    then = simplified(then, {**assumed, condition: True})
    otherwise = simplified(otherwise, {**assumed, condition: False})
    return then if then == otherwise else Formula("if", condition, then, otherwise)


def _without(parts: _Parts, operator: Literal["and", "or"], neutral: Constant, decisive: Constant) -> Rule:
    if decisive in parts:
        return decisive
    rest = [part for part in parts if part != neutral]
    return neutral if not rest else rest[0] if len(rest) == 1 else Formula(operator, *rest)


def _spread(sign: Operator, parts: _Parts) -> Rule | None:
    """Return a comparison with a conditional figure as a condition between two comparisons."""
    left, right = parts
    if type(left) is Formula and left.operator == "if":
        condition, then, otherwise = left.parts
        return Formula("if", condition, Formula(sign, then, right), Formula(sign, otherwise, right))
    return None
