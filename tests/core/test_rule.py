"""Rules read in each of their ways: as an interval, as words, with their numbers, and taken apart."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.progress import attainment, pace
from partykpi.core.quantities import ACHIEVED, BASELINE, BOUND, DUE, ELAPSED, READINGS
from partykpi.core.rule import (
    NO,
    ONE,
    UNKNOWN,
    YES,
    ZERO,
    Constant,
    Formula,
    Named,
    Operator,
    Rule,
    Value,
    Values,
    decided,
    evaluate,
    if_,
    number,
    put_in_place,
    simplified,
    surely,
    with_numbers,
    words,
)
from partykpi.text import LANGUAGES

HALF = exactly(Fraction(1, 2))


def between(low: int, high: int) -> Interval:
    """Return the interval between two numbers."""
    return Interval(Fraction(low), Fraction(high))


OF_547: Values = {"achieved": exactly(547), "bound": exactly(700), "baseline": exactly(400), "elapsed": HALF}


@pytest.mark.parametrize(
    ("made", "values", "result"),
    [
        (BASELINE + (BOUND - BASELINE) * ELAPSED, OF_547, exactly(550)),  # 400 + 300 / 2
        (ACHIEVED / BOUND, OF_547, exactly(Fraction(547, 700))),
        (ACHIEVED / ZERO, OF_547, None),  # nothing is divided by zero
        (ACHIEVED / BOUND, {"achieved": exactly(547)}, None),  # nor by what is missing
        (rule.share(ACHIEVED, BASELINE - BOUND), OF_547, None),  # no share of less than nothing
        (ACHIEVED / BOUND, {"achieved": between(2, 4), "bound": between(4, 8)}, Interval(Fraction(1, 4), Fraction(1))),
        (Formula("greatest", ZERO, ACHIEVED), {"achieved": between(-2, 3)}, between(0, 3)),
        (Formula("least", ZERO, ACHIEVED), {"achieved": between(-2, 3)}, between(-2, 0)),
        (Formula("total", READINGS), {"readings": (exactly(150), exactly(397))}, exactly(547)),
        (Formula("mean", READINGS), {"readings": (exactly(1), exactly(2))}, exactly(Fraction(3, 2))),
        (Formula("latest", READINGS), {"readings": (exactly(1), exactly(2))}, exactly(2)),
        (Formula("total", READINGS), {"readings": ()}, None),
        (Formula("how many", READINGS), {"readings": (exactly(1), exactly(2))}, exactly(2)),
        (Formula("how many", READINGS), {"readings": ()}, exactly(0)),
        (Formula("next whole", ACHIEVED), {"achieved": exactly(20)}, exactly(21)),
        (Formula("next whole", ACHIEVED), {"achieved": exactly(Fraction(41, 2))}, exactly(21)),
        # two conditions hold for sure, a third may
        (Formula("count", YES, UNKNOWN, YES, NO), {}, between(2, 3)),
        # where a condition is not decided a figure may be either
        (if_(ACHIEVED > 3, ONE, ZERO), {"achieved": between(2, 4)}, between(0, 1)),
        (if_(ACHIEVED > 3, ONE, ZERO), {"achieved": exactly(4)}, exactly(1)),
    ],
)
def test_a_rule_comes_to_a_figure(made: Rule, values: Values, result: Value) -> None:
    """Sums, quotients, series and conditions, of single values and of intervals."""
    assert evaluate(made, values) == result


@pytest.mark.parametrize(
    ("made", "achieved", "holds"),
    [
        (ACHIEVED >= 3, exactly(3), True),
        (ACHIEVED > 3, exactly(3), False),
        (ACHIEVED <= 3, exactly(3), True),
        (ACHIEVED < 3, exactly(3), False),
        (Formula("=", ACHIEVED, number(3)), exactly(3), True),
        (ACHIEVED >= 3, between(2, 4), None),
        (ACHIEVED >= 3, between(3, 4), True),
        (ACHIEVED > 3, between(1, 3), False),
        (ACHIEVED >= 3, None, None),
        ((ACHIEVED >= 3) & NO, between(2, 4), False),  # one that does not hold decides
        ((ACHIEVED >= 3) | YES, between(2, 4), True),
        ((ACHIEVED >= 3) & YES, between(2, 4), None),
        (~(ACHIEVED >= 3), exactly(2), True),
        (~(ACHIEVED >= 3), between(2, 4), None),
        (surely(ACHIEVED >= 3), between(2, 4), False),
        (rule.known(ACHIEVED), None, False),
        (rule.known(ACHIEVED), exactly(0), True),
    ],
)
def test_a_condition_holds_or_not_or_is_not_decided(made: Rule, achieved: Interval | None, holds: bool | None) -> None:
    """Intervals that straddle an end decide nothing, and what is not known decides nothing."""
    assert rule.verdict(made, {"achieved": achieved}) is holds


@pytest.mark.parametrize(
    ("made", "en", "vi"),
    [
        (attainment.OF_BOUND, "achieved ÷ bound", "kết quả ÷ chỉ tiêu"),
        (
            attainment.FROM_BASELINE,
            "(baseline − achieved) ÷ (baseline − bound)",
            "(mức đầu kỳ − kết quả) ÷ (mức đầu kỳ − chỉ tiêu)",
        ),
        (
            pace.FROM_BASELINE["due"],
            "baseline + (bound − baseline) × elapsed",
            "mức đầu kỳ + (chỉ tiêu − mức đầu kỳ) × phần thời gian đã qua",
        ),
        (ACHIEVED / (BOUND / DUE), "achieved ÷ (bound ÷ due)", "kết quả ÷ (chỉ tiêu ÷ mức cần đạt đến nay)"),
        (ACHIEVED - (BOUND - DUE), "achieved − (bound − due)", "kết quả − (chỉ tiêu − mức cần đạt đến nay)"),
        (Formula("greatest", ZERO, BOUND - ACHIEVED), "bound − achieved", "chỉ tiêu − kết quả"),
        (if_(ACHIEVED > 3, ACHIEVED, BOUND), "achieved if achieved > 3, else bound", None),
    ],
)
def test_a_rule_is_words(made: Rule, en: str, vi: str | None) -> None:
    """The signs of a pocket calculator, with brackets only where they are needed."""
    assert words(made, "en") == en
    assert vi is None or words(made, "vi") == vi


@pytest.mark.parametrize(
    ("made", "values", "text", "numbers"),
    [
        (ACHIEVED / BOUND, OF_547, "{achieved} ÷ {bound}", {"achieved": 547, "bound": 700}),
        (
            Formula("total", READINGS),
            {"readings": (exactly(150), exactly(397))},
            "{r1} + {r2}",
            {"r1": 150, "r2": 397},
        ),
        (
            Formula("mean", READINGS),
            {"readings": (exactly(1), exactly(2))},
            "({r1} + {r2}) ÷ {count}",
            {"r1": 1, "r2": 2, "count": 2},
        ),
        (Formula("latest", READINGS), {"readings": (exactly(1), exactly(2))}, "{r1}", {"r1": 2}),
        (
            BOUND - Formula("total", READINGS),
            {"bound": exactly(9), "readings": (exactly(1), exactly(2))},
            "{bound} − ({r1} + {r2})",
            {"bound": 9, "r1": 1, "r2": 2},
        ),
        (
            Formula("mean", READINGS),
            {"readings": (exactly(-6), exactly(-2))},
            "({r1} + ({r2})) ÷ {count}",
            {"r1": -6, "r2": -2, "count": 2},
        ),
        (
            BOUND - ACHIEVED,
            {"bound": exactly(-9), "achieved": exactly(-8)},
            "{bound} − ({achieved})",
            {"bound": -9, "achieved": -8},
        ),
        (ACHIEVED * 3, OF_547, "{achieved} × {c1}", {"achieved": 547, "c1": 3}),
        (
            BOUND / Formula("how many", READINGS),
            {"bound": exactly(9), "readings": (exactly(1), exactly(2))},
            "{bound} ÷ {count}",
            {"bound": 9, "count": 2},
        ),
    ],
)
def test_a_rule_with_its_numbers(made: Rule, values: Values, text: str, numbers: dict[str, int]) -> None:
    """Each quantity leaves a place for its number; a series leaves one for each reading."""
    found, used = with_numbers(made, values)
    assert found == text
    assert {name: value for name, (value, _) in used.items()} == {n: exactly(v) for n, v in numbers.items()}


def test_every_operator_is_read_in_every_way() -> None:
    """None is missing from what evaluates, and from what writes words."""
    for operator in get_args(Operator):
        assert operator in rule._EVALUATE
        assert operator in rule._SIGNS or operator in rule._SAID
        made = Formula(operator, ACHIEVED, BOUND, DUE)
        assert all(words(made, language) for language in LANGUAGES)


def test_a_decided_rule_has_no_conditions() -> None:
    """Of a condition the branch is left that its values lead to; one that is not decided stays."""
    made = if_(ACHIEVED > BOUND, DUE, BASELINE) + ELAPSED
    assert decided(made, OF_547) == BASELINE + ELAPSED
    assert decided(made, {}) == made


def test_other_rules_take_the_place_of_quantities() -> None:
    """What is due, put in the place of what was achieved, gives the attainment that is due."""
    assert put_in_place(ACHIEVED / BOUND, {"achieved": DUE}) == DUE / BOUND


NAMES = ("achieved", "bound", "due")
comparisons = st.builds(
    lambda sign, left, right: Formula(sign, Named(left, ACHIEVED.label), right),
    st.sampled_from((">=", ">", "<=", "<")),
    st.sampled_from(NAMES),
    st.integers(-2, 2).map(number),
)
conditions = st.recursive(
    comparisons | st.sampled_from((YES, NO)),
    lambda inner: st.one_of(
        st.builds(lambda a, b: a & b, inner, inner),
        st.builds(lambda a, b: a | b, inner, inner),
        st.builds(lambda a: ~a, inner),
        st.builds(if_, inner, inner, inner),
    ),
    max_leaves=6,
)
choices = st.recursive(
    st.sampled_from([Constant(name) for name in ("one", "two", "three")]),
    lambda inner: st.builds(if_, conditions, inner, inner),
    max_leaves=6,
)


@given(choices, st.fixed_dictionaries({name: st.integers(-3, 3).map(exactly) for name in NAMES}))
def test_a_simplified_rule_comes_to_the_same(made: Rule, values: dict[str, Interval]) -> None:
    """Whatever the conditions are, and however they stand inside each other, the branch that is taken is the same."""
    assert evaluate(simplified(made), values) == evaluate(made, values)


@given(choices)
def test_a_simplified_rule_asks_nothing_twice(made: Rule) -> None:
    """No condition stands below itself, and none is a condition with branches of its own."""

    def check(part: Rule, asked: tuple[Rule, ...]) -> None:
        if type(part) is not Formula or part.operator != "if":
            return
        condition, then, otherwise = part.parts
        assert condition not in asked
        assert not isinstance(condition, Constant)
        assert not (type(condition) is Formula and condition.operator == "if")
        assert then != otherwise
        for branch in (then, otherwise):
            check(branch, (*asked, condition))

    check(simplified(made), ())
