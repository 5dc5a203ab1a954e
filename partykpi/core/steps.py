"""The steps of a calculation: what is shown of the rules of a case, in which order, and with which numbers."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from partykpi.core import rule
from partykpi.core.calculation import Rules
from partykpi.core.figure import Interval
from partykpi.core.measure import Case, Quantity, Step
from partykpi.core.quantities import ALLOWED, ATTAINMENT, PACE
from partykpi.core.rule import Constant, Formula, Named, Rule, Value, Values
from partykpi.text import Text


def steps(rules: Rules, values: Values, case: Case) -> Iterator[Step]:
    """Return how the quantities that the rules of a case explain come about."""
    for result, made in _in_order(rules, values):
        yield step(result, made, case, values, _OF_LIMIT.get(result) if rules.of == "limit" else None)


def _in_order(rules: Rules, values: Values) -> Iterator[tuple[Named, Rule]]:
    """Return what is explained with its rule, each after the quantities that it is made of.

    What has one rule by two names is told once, by its last name.
    """
    told: set[str] = set()
    labels: set[Text] = set()

    def tell(result: Named) -> Iterator[tuple[Named, Rule]]:
        told.add(result.name)
        labels.add(result.label)
        made = rule.as_calculated(rules.quantities[result.name], values)
        while type(made) is Named and _is_made(made, rules, values):
            told.add(made.name)
            made = rule.as_calculated(rules.quantities[made.name], values)
        for part in rule.quantities(made):
            if part.name not in told and part.label not in labels and _is_made(part, rules, values):
                yield from tell(part)
        yield result, made

    for name in rules.explained:
        if values.get(name) is not None and name not in told:
            limited = rules.of == "limit" and name == ALLOWED.name
            yield from tell(ALLOWED if limited else rules.results[name])


def _is_made(part: Named, rules: Rules, values: Values) -> bool:
    """Say whether a quantity is calculated, and is more than a single reading, a number or a yes or no."""
    made = rules.quantities.get(part.name)
    if made is None or not isinstance(values.get(part.name), Interval):
        return False
    taken = rule.as_calculated(made, values)
    parts = rule.quantities(taken)
    return type(taken) is Formula and (len(taken.parts) > 1 or taken.said is None) and any(True for _ in parts)


_LimitShare = Literal["used", "pace"]


_OF_LIMIT: Mapping[Named, _LimitShare] = {ATTAINMENT: "used", PACE: "pace"}


def step(result: Named, made: Rule, case: Case, values: Values, of_limit: _LimitShare | None = None) -> Step:
    """Return one step; what adds up or averages a single figure says where that figure comes from."""
    numbers, used = ("", {}) if type(made) is Constant else rule.with_numbers(made, values)
    return Step(
        result.label,
        rule.in_words(made),
        numbers,
        {name: _quantity(value, scale, case) for name, (value, scale) in used.items()},
        _quantity(values[result.name], result.scale, case)._replace(of_limit=of_limit),
    )


def _quantity(value: Value, scale: rule.Scale, case: Case) -> Quantity:
    assert type(value) is Interval
    if scale == "day" and value.exact is not None:
        return Quantity(date.fromordinal(int(value.exact)))
    return Quantity(value, case.unit if scale == "unit" else None, percent=scale == "share")
