"""A step of a calculation as lines that are equal to each other, for a reader with a pocket calculator."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Quantity, Step
from partykpi.render.text import locale, words
from partykpi.render.text.figures import above_one
from partykpi.text import Language

_SHORT = 28


class Equation(NamedTuple):
    """What is calculated, and what it equals: the rule in words, the rule with its numbers, and the result."""

    name: str
    equals: tuple[str, ...]


def equation(step: Step, language: Language) -> Equation:
    """Return a step as an equation, without lines that say nothing new."""
    equals = [step.words[language]]
    put_in = ""
    if step.numbers:
        put_in = step.numbers.format_map({key: _put_in(value, language) for key, value in step.values.items()})
        if step.result is None or put_in != _quantity(step.result, language, named=False):
            equals.append(put_in)
    if step.result is None:
        return Equation(step.name[language], tuple(equals))
    result = _result(step.result, language)
    if result != put_in or len(step.values) == 1:
        exact = fraction(step.result, language)
        known = exact is None or put_in in (exact.replace("/", " ÷ "), f"({exact})", f"({exact})%")
        told = known or result == words.WITHIN_DUE[language]
        equals.append(result if told else f"{_in_percent(exact, step.result)} = {result}")
    return Equation(step.name[language], tuple(equals))


def _result(quantity: Quantity, language: Language) -> str:
    """Write a result; that of a limit says so, and of its pace no more than that it is above 100%."""
    text, value = _quantity(quantity, language), quantity.value
    if quantity.of_limit == "used":
        return words.OF_LIMIT[language].format(share=text)
    if quantity.of_limit == "pace" and isinstance(value, Interval) and above_one(value):
        return words.WITHIN_DUE[language]
    return text


def with_decimal(number: Fraction, language: Language) -> str:
    """Write a number to its last decimal, or as a fraction together with the decimals that come near to it."""
    quantity = Quantity(number)
    exact, decimals = fraction(quantity, language), _quantity(quantity, language)
    return decimals if exact is None else f"{exact} = {decimals}"


def _quantity(quantity: Quantity, language: Language, named: bool = True) -> str:
    value = quantity.value
    if isinstance(value, date):
        return locale.date_short(value, language)
    figure = exactly(value) if isinstance(value, Fraction) else value
    return locale.amount_in_full(figure, quantity.unit, language, quantity.percent, named)


def _put_in(quantity: Quantity, language: Language) -> str:
    """Write a value for a formula, a number without an end as a fraction, so that the formula is exact."""
    text = _quantity(quantity, language, named=False)
    exact = fraction(quantity, language)
    if exact is not None and not quantity.percent:
        return _in_percent(f"({exact})", quantity)
    open_range = isinstance(quantity.value, Interval) and text.startswith((">", "<", "≥", "≤"))
    return f"({text})" if open_range else text


def _in_percent(exact: str | None, quantity: Quantity) -> str:
    """Return a fraction with the sign of its unit, where that is a part of the number."""
    bare = f"({(exact or '').strip('()')})%"
    return bare if quantity.unit is not None and quantity.unit.percent else exact or ""


def fraction(quantity: Quantity, language: Language) -> str | None:
    """Return the exact fraction of a value that its decimals only come near to, where it is short."""
    value = quantity.value
    if isinstance(value, date):
        return None
    number = value if isinstance(value, Fraction) else value.exact
    if number is None or locale.exact_decimal(number, language)[-1:] != "…":
        return None
    text = f"{locale.number(number.numerator, language)}/{locale.number(number.denominator, language)}"
    return text if len(text) <= _SHORT else None
