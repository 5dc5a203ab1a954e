"""The interval: arithmetic against hand calculation, and the laws that it must keep for any values."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from partykpi.core.figure import (
    EVERYTHING,
    Interval,
    add,
    at_least,
    divide,
    exactly,
    hull,
    inside,
    intersect,
    multiply,
    negate,
    subtract,
    whole_numbers,
)


def span(text: str) -> Interval:
    """Return the interval that `[1, 2)` or `(-oo, 3]` writes; a bare number is itself alone."""
    if text[0] not in "[(":
        return exactly(Fraction(text))
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "-oo" else Fraction(low),
        None if high == "oo" else Fraction(high),
        text[0] == "[",
        text[-1] == "]",
    )


def maybe(text: str | None) -> Interval | None:
    """Return the interval that the text writes, or None."""
    return None if text is None else span(text)


# --- Tables


@pytest.mark.parametrize("text", ["[2, 1]", "[1, 1)", "(1, 1]", "(1, 1)", "(2, 1)"])
def test_an_interval_is_never_empty(text: str) -> None:
    """Ends in the wrong order, or one value that an open end leaves out, are refused."""
    with pytest.raises(ValueError, match="at least one value"):
        span(text)


@pytest.mark.parametrize(
    ("text", "low_closed", "high_closed"),
    [("[1, oo]", True, False), ("[-oo, 1]", False, True), ("[-oo, oo]", False, False), ("(1, 2]", False, True)],
)
def test_an_unbounded_end_is_never_closed(text: str, low_closed: bool, high_closed: bool) -> None:
    """Where an end is unbounded there is no value to hold, whatever was asked for."""
    figure = span(text)
    assert (figure.low_closed, figure.high_closed) == (low_closed, high_closed)


@pytest.mark.parametrize(
    ("text", "held", "left_out"),
    [
        ("[1, 2]", ["1", "3/2", "2"], ["99/100", "201/100"]),
        ("(1, 2)", ["101/100", "199/100"], ["1", "2"]),
        ("[1, 2)", ["1"], ["2"]),
        ("(-oo, 0]", ["-1000000", "0"], ["1/1000000"]),
        ("(0, oo)", ["1/1000000", "1000000"], ["0"]),
        ("(-oo, oo)", ["-5", "0", "5"], []),
        ("7", ["7"], ["699/100", "701/100"]),
    ],
)
def test_values_held(text: str, held: list[str], left_out: list[str]) -> None:
    """A closed end is held, an open one is not."""
    assert all(Fraction(value) in span(text) for value in held)
    assert not any(Fraction(value) in span(text) for value in left_out)


@pytest.mark.parametrize(
    ("text", "exact"), [("7", Fraction(7)), ("[1, 2]", None), ("[1, oo)", None), ("(-oo, oo)", None)]
)
def test_the_one_value(text: str, exact: Fraction | None) -> None:
    """Only an interval of one value is exact."""
    assert span(text).exact == exact


def test_short_names() -> None:
    """`exactly`, `at_least` and EVERYTHING are the intervals that their names say."""
    assert exactly(5) == span("[5, 5]")
    assert at_least(5) == span("[5, oo)")
    assert span("(-oo, oo)") == EVERYTHING


@pytest.mark.parametrize(
    ("left", "right", "total"),
    [
        ("[1, 2]", "[3, 4]", "[4, 6]"),
        ("1/3", "1/6", "1/2"),
        ("(1, 2]", "[3, 4)", "(4, 6)"),  # an end is attained where both its parts are
        ("[1, 2)", "0", "[1, 2)"),
        ("[-5, -1]", "[1, 2]", "[-4, 1]"),
        ("(-oo, 2]", "[1, 3]", "(-oo, 5]"),
        ("[1, oo)", "2", "[3, oo)"),
        ("[1, oo)", "(-oo, 2]", "(-oo, oo)"),
    ],
)
def test_add(left: str, right: str, total: str) -> None:
    """Low ends add up, and high ends."""
    assert add(span(left), span(right)) == span(total)
    assert add(span(right), span(left)) == span(total)


@pytest.mark.parametrize(
    ("left", "right", "difference"),
    [
        ("[5, 7]", "[1, 2]", "[3, 6]"),  # 5 - 2 and 7 - 1
        ("(5, 7]", "[1, 2)", "(3, 6]"),
        ("[1, 2]", "[1, 2]", "[-1, 1]"),
        ("0", "(1, oo)", "(-oo, -1)"),
        ("[1, oo)", "[1, oo)", "(-oo, oo)"),
        ("3/4", "1/4", "1/2"),
    ],
)
def test_subtract(left: str, right: str, difference: str) -> None:
    """From the low end the high end is taken, and the other way round."""
    assert subtract(span(left), span(right)) == span(difference)


@pytest.mark.parametrize(
    ("figure", "turned"), [("[1, 2)", "(-2, -1]"), ("(-oo, 3]", "[-3, oo)"), ("0", "0"), ("(-oo, oo)", "(-oo, oo)")]
)
def test_negate(figure: str, turned: str) -> None:
    """The ends change places and signs, and keep whether they are held."""
    assert negate(span(figure)) == span(turned)


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        ("[2, 3]", "[4, 5]", "[8, 15]"),
        ("[-2, 3]", "[4, 5]", "[-10, 15]"),
        ("[-3, -2]", "[4, 5]", "[-15, -8]"),
        ("[-3, -2]", "[-5, -4]", "[8, 15]"),
        ("[-2, 3]", "[-4, 5]", "[-12, 15]"),  # of 8, -10, -12 and 15
        ("(2, 3)", "[4, 5]", "(8, 15)"),
        ("[2, 3)", "(4, 5]", "(8, 15)"),
        ("[0, 2]", "(3, 4)", "[0, 8)"),  # 0 times anything is attained
        ("(0, 2]", "(3, 4)", "(0, 8)"),
        ("(-1, 1)", "(-1, 1)", "(-1, 1)"),
        ("[-1, 1)", "[-1, 1)", "(-1, 1]"),  # -1 × -1 is attained, -1 × 1 is not
        ("0", "(-oo, oo)", "0"),
        ("0", "[1, oo)", "0"),
        ("[0, 1]", "[1, oo)", "[0, oo)"),
        ("(0, 1]", "[1, oo)", "(0, oo)"),
        ("[-1, 0]", "[2, oo)", "(-oo, 0]"),
        ("[2, 3]", "[1, oo)", "[2, oo)"),
        ("[-1, 1]", "[1, oo)", "(-oo, oo)"),
        ("(-oo, 0)", "(0, 1)", "(-oo, 0)"),
        ("(-oo, -2]", "(-oo, -3]", "[6, oo)"),
        ("2/3", "3/4", "1/2"),
    ],
)
def test_multiply(left: str, right: str, product: str) -> None:
    """The least and the greatest product of the ends; zero times an unbounded end is zero."""
    assert multiply(span(left), span(right)) == span(product)
    assert multiply(span(right), span(left)) == span(product)


@pytest.mark.parametrize(
    ("left", "right", "quotient"),
    [
        ("6", "4", "3/2"),
        ("[8, 15]", "[4, 5]", "[8/5, 15/4]"),
        ("8", "[-5, -4]", "[-2, -8/5]"),
        ("(8, 15]", "[4, 5)", "(8/5, 15/4]"),
        ("48", "[233/200, 47/40)", "(1920/47, 9600/233]"),  # 48 at 116.5% up to, not including, 117.5%
        ("[1, oo)", "[1, 2]", "[1/2, oo)"),
        ("[1, oo)", "[1, oo)", "(0, oo)"),
        ("[1, 2]", "[2, oo)", "(0, 1]"),
        # the divisor holds zero at one end: a half-line
        ("[1, 2]", "[0, 4]", "[1/4, oo)"),
        ("[1, 2]", "(0, 4)", "(1/4, oo)"),
        ("[1, 2]", "[-4, 0]", "(-oo, -1/4]"),
        ("[-2, -1]", "[0, 4]", "(-oo, -1/4]"),
        ("[0, 1]", "[0, 4]", "[0, oo)"),
        ("(0, 1]", "[0, 4]", "(0, oo)"),
        ("[-1, 1]", "[0, 4]", "(-oo, oo)"),
        ("[1, 2]", "[0, oo)", "(0, oo)"),
        # inside: both half-lines, and whatever lies between
        ("[1, 2]", "[-1, 1]", "(-oo, oo)"),
        ("[1, 2]", "(-oo, oo)", "(-oo, oo)"),
        ("0", "[-1, 1]", "0"),
        ("0", "[0, 1]", "0"),
        # alone: no quotient at all
        ("[1, 2]", "0", None),
        ("0", "0", None),
        ("(-oo, oo)", "0", None),
    ],
)
def test_divide(left: str, right: str, quotient: str | None) -> None:
    """Every quotient there is and as few others as an interval can hold; nothing where nothing divides."""
    assert divide(span(left), span(right)) == maybe(quotient)


@pytest.mark.parametrize(
    ("figure", "goal", "answer"),
    [
        ("700", "[700, oo)", True),
        ("20", "(20, oo)", False),
        ("21", "(20, oo)", True),
        ("[3/2, 2]", "[3/2, 2]", True),
        ("[1, 2]", "[3/2, 2]", None),
        ("[1, 3/2]", "[3/2, 2]", None),  # they touch in one value
        ("[1, 3/2)", "[3/2, 2]", False),
        ("[1, 3]", "[3/2, 2]", None),  # the goal lies within the figure
        ("(-oo, oo)", "(-oo, oo)", True),
        ("(1, 2)", "[1, 2]", True),
        ("[1, 2]", "(1, 2)", None),
        ("[5, oo)", "(-oo, 4]", False),
        ("[5, oo)", "[6, oo)", None),
        ("[6, oo)", "[5, oo)", True),
    ],
)
def test_inside(figure: str, goal: str, answer: bool | None) -> None:
    """All of it, none of it, or a part, which decides nothing."""
    assert inside(span(figure), span(goal)) is answer


@pytest.mark.parametrize(
    ("left", "right", "common"),
    [
        ("[1, 3]", "[2, 4]", "[2, 3]"),
        ("[1, 2]", "[2, 3]", "2"),
        ("[1, 2)", "[2, 3]", None),
        ("[1, 2]", "(2, 3]", None),
        ("[1, 2]", "[3, 4]", None),
        ("(1, 3]", "[1, 3)", "(1, 3)"),
        ("(-oo, 3]", "[2, oo)", "[2, 3]"),
        ("(-oo, oo)", "(2, 3]", "(2, 3]"),
        ("(-oo, 3)", "(-oo, 3]", "(-oo, 3)"),
    ],
)
def test_intersect(left: str, right: str, common: str | None) -> None:
    """What both hold; an end that one leaves out is left out."""
    assert intersect(span(left), span(right)) == maybe(common)
    assert intersect(span(right), span(left)) == maybe(common)


@pytest.mark.parametrize(
    ("left", "right", "around"),
    [
        ("[1, 2]", "[3, 4]", "[1, 4]"),
        ("(1, 2]", "[1, 2)", "[1, 2]"),
        ("(1, 2)", "(1, 2)", "(1, 2)"),
        ("1", "(1, 2)", "[1, 2)"),
        ("[1, 5]", "[2, 3]", "[1, 5]"),
        ("(-oo, 1]", "[3, oo)", "(-oo, oo)"),
        ("(-oo, 1]", "(3, 4)", "(-oo, 4)"),
    ],
)
def test_hull(left: str, right: str, around: str) -> None:
    """The smallest interval around both; an end that one holds is held."""
    assert hull(span(left), span(right)) == span(around)
    assert hull(span(right), span(left)) == span(around)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[1, 4]", [1, 2, 3, 4]),
        ("(1, 4)", [2, 3]),
        ("[1, 4)", [1, 2, 3]),
        ("[3/2, 7/2]", [2, 3]),
        ("(1920/47, 9600/233]", [41]),  # 40.85 to 41.20
        ("(1, 2)", []),
        ("[5/4, 7/4]", []),
        ("[-7/2, -1]", [-3, -2, -1]),
        ("(-3, 0)", [-2, -1]),
        ("7", [7]),
        ("1/2", []),
        ("[1, oo)", None),
        ("(-oo, 1]", None),
    ],
)
def test_whole_numbers(text: str, numbers: list[int] | None) -> None:
    """The whole numbers from end to end; there is no list of them where there is no end."""
    found = whole_numbers(span(text))
    assert (None if found is None else list(found)) == numbers


def test_whole_numbers_are_not_counted_one_by_one() -> None:
    """As many as anyone likes, at once."""
    found = whole_numbers(Interval(Fraction(1), Fraction(10**15)))
    assert found is not None
    assert found.stop - found.start == 10**15


# --- Laws


fractions = st.fractions(min_value=-20, max_value=20, max_denominator=12)
shares = st.fractions(min_value=0, max_value=1, max_denominator=12)
Operation = Callable[[Interval, Interval], Interval | None]
OPERATIONS: dict[str, tuple[Operation, Callable[[Fraction, Fraction], Fraction]]] = {
    "add": (add, lambda a, b: a + b),
    "subtract": (subtract, lambda a, b: a - b),
    "multiply": (multiply, lambda a, b: a * b),
    "divide": (divide, lambda a, b: a / b),
}
operations = st.sampled_from(sorted(OPERATIONS))


@st.composite
def intervals(draw: st.DrawFn, bounded: bool = False, closed: bool = False) -> Interval:
    """Draw an interval, zero at or between its ends often enough."""
    low, high = sorted((draw(fractions | st.just(Fraction(0))), draw(fractions | st.just(Fraction(0)))))
    low_closed = closed or low == high or draw(st.booleans())
    high_closed = closed or low == high or draw(st.booleans())
    low_open_ended = not bounded and low != high and draw(st.integers(0, 5)) == 0
    high_open_ended = not bounded and low != high and draw(st.integers(0, 5)) == 0
    return Interval(None if low_open_ended else low, None if high_open_ended else high, low_closed, high_closed)


@st.composite
def with_value(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """Draw an interval and one of its values, often an end."""
    figure = draw(intervals())
    share, far = draw(shares), draw(st.fractions(min_value=0, max_value=1000, max_denominator=12))
    if figure.low is not None and figure.high is not None:
        value = figure.low + share * (figure.high - figure.low)
    elif figure.low is not None:
        value = figure.low + far
    elif figure.high is not None:
        value = figure.high - far
    else:
        value = far - 500
    assume(value in figure)
    return figure, value


@given(operations, with_value(), with_value())
def test_no_value_is_lost(name: str, left: tuple[Interval, Fraction], right: tuple[Interval, Fraction]) -> None:
    """What two values make lies in what their intervals make."""
    on_intervals, on_values = OPERATIONS[name]
    assume(name != "divide" or right[1] != 0)
    made = on_intervals(left[0], right[0])
    assert made is not None
    assert on_values(left[1], right[1]) in made


@given(operations, intervals(bounded=True, closed=True), intervals(bounded=True, closed=True))
def test_closed_ends_are_attained(name: str, left: Interval, right: Interval) -> None:
    """Of closed and bounded intervals the answer reaches exactly as far as the ends do."""
    on_intervals, on_values = OPERATIONS[name]
    assume(name != "divide" or 0 not in right)
    made = on_intervals(left, right)
    pairs = [(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    ends = [on_values(a, b) for a, b in pairs if a is not None and b is not None]
    assert made == Interval(min(ends), max(ends))


@given(intervals(bounded=True), intervals(bounded=True))
def test_a_closed_end_of_a_product_is_attained(left: Interval, right: Interval) -> None:
    """An end is held only where two values that are held make it."""
    attained = {
        a * b
        for a in (left.low, left.high, Fraction(0))
        for b in (right.low, right.high, Fraction(0))
        if a is not None and b is not None and a in left and b in right
    }
    if 0 in left or 0 in right:
        attained.add(Fraction(0))
    made = multiply(left, right)
    assert made.low is not None
    assert made.high is not None
    assert made.low_closed == (made.low in attained)
    assert made.high_closed == (made.high in attained)


@given(intervals(), intervals(bounded=True), shares)
def test_a_quotient_holds_nothing_idle(left: Interval, right: Interval, share: Fraction) -> None:
    """With a divisor on one side of zero, each value of the quotient is a value of the left over one of the right."""
    assume(right.low is not None and right.high is not None and (right.low >= 0 or right.high <= 0))
    quotient = divide(left, right)
    assume(quotient is not None)
    assert quotient is not None
    low = quotient.low if quotient.low is not None else (quotient.high or Fraction(0)) - 50
    high = quotient.high if quotient.high is not None else (quotient.low or Fraction(0)) + 50
    value = low + share * (high - low)
    assume(value in quotient)
    # value × b lies in left for some b of right other than zero
    parts = [intersect(right, side) for side in (span("(0, oo)"), span("(-oo, 0)"))]
    assert any(part is not None and inside(multiply(exactly(value), part), left) is not False for part in parts)


@given(intervals(), intervals())
def test_divide_undoes_multiply(left: Interval, right: Interval) -> None:
    """What was multiplied and divided again may have grown, but has lost nothing."""
    assume(right.exact != 0)
    back = divide(multiply(left, right), right)
    assert back is not None
    assert inside(left, back) is True


@given(intervals(), intervals())
def test_subtract_undoes_add(left: Interval, right: Interval) -> None:
    """What was added and taken away again may have grown, but has lost nothing."""
    assert inside(left, subtract(add(left, right), right)) is True


@given(intervals(), intervals(), fractions)
def test_intersect_holds_what_both_hold(left: Interval, right: Interval, value: Fraction) -> None:
    """A value lies in both exactly where it lies in what they have in common."""
    common = intersect(left, right)
    assert (value in left and value in right) == (common is not None and value in common)
    assert common == intersect(right, left)
    assert common is None or (inside(common, left) is True and inside(common, right) is True)


@given(intervals(), intervals(), intervals())
def test_hull_is_the_smallest(left: Interval, right: Interval, other: Interval) -> None:
    """It holds both, and every interval that holds both holds it."""
    around = hull(left, right)
    assert around == hull(right, left)
    assert inside(left, around) is True
    assert inside(right, around) is True
    assert intersect(left, around) == left
    if inside(left, other) and inside(right, other):
        assert inside(around, other) is True


@given(with_value(), intervals())
def test_inside_agrees_with_the_values(figure: tuple[Interval, Fraction], goal: Interval) -> None:
    """A figure inside has no value outside, and the other way round."""
    answer = inside(figure[0], goal)
    if answer is not None:
        assert (figure[1] in goal) is answer


@given(intervals(bounded=True))
def test_whole_numbers_by_trying(figure: Interval) -> None:
    """The same numbers as a search among all that could be."""
    assert list(whole_numbers(figure) or ()) == [number for number in range(-25, 26) if number in figure]
