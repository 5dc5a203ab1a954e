"""Any two of actual, target and published figure give the third; all three a verdict."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from samples.claims import PLACE, claimed

from partykpi.core.claims.infer import how_many
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.solve import Neighbour, solve
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Claim
from partykpi.core.rounding import Rounding
from partykpi.render.text.locale import write


def figure(text: str | int | None) -> Interval | None:
    """Return the one value, or None."""
    return None if text is None else exactly(Fraction(text))


def test_target_of_117_percent() -> None:
    """48 at 117% is 48 of 41, and the interval is that of all usual ways of rounding."""
    solution = solve(figure(48), None, claimed("117"), whole=True)
    assert (solution.unknown, solution.verdict, solution.sense, solution.rounding) == (
        "target",
        "implied",
        "reaches",
        "half-up",
    )
    assert solution.whole == range(41, 42)
    # 4800/118 = 2400/59, cut off, and 4800/116.5 = 9600/233
    assert solution.interval == Interval(Fraction(2400, 59), Fraction(9600, 233), low_closed=False)
    assert write(solution.detail, "en") == "only 41 fits: 48/41 is 117.07%"
    assert write(solution.detail, "vi") == "chỉ có 41 phù hợp: 48/41 bằng 117,07%"


def test_target_of_the_wrong_word() -> None:
    """28 that “exceeds 186.6%” fits nothing as it is worded; read as reaches, and cut off, it is 28 of 15."""
    solution = solve(figure(28), None, claimed("186.6", "exceeds"), whole=True)
    assert (solution.verdict, solution.sense, solution.rounding) == ("misworded", "reaches", "cut-off")
    assert solution.whole == range(15, 16)
    fits = [(fit.sense, fit.rounding) for fit in solution.fits if fit.fits]
    assert fits == [("reaches", "cut-off")]


def test_impossible_percentage_of_150() -> None:
    """101 of 150 is 67.3%, 102 are 68.0%, and nothing is 67.4%."""
    solution = solve(None, figure(150), claimed("67.4"), whole=True)
    assert (solution.unknown, solution.verdict, solution.sense, solution.rounding) == (
        "actual",
        "impossible",
        None,
        None,
    )
    assert (solution.whole, how_many(solution.whole)) == (range(0), 0)
    assert solution.nearest == (Neighbour(101, Fraction("67.3")), Neighbour(102, Fraction(68)))
    assert (
        write(solution.detail, "en") == "no whole number fits, rounded or cut off; 101 gives 67.3% and 102 gives 68.0%"
    )


def test_impossible_target_has_neighbours() -> None:
    """3 of 2 is 150% and 3 of 3 is 100%: nothing is 130%."""
    solution = solve(figure(3), None, claimed("130"), whole=True)
    assert solution.nearest == (Neighbour(2, Fraction(150)), Neighbour(3, Fraction(100)))


def test_impossible_target_below_one() -> None:
    """A target of zero is no neighbour: 1 of 1 is 100%, and nothing is 300%."""
    solution = solve(figure(1), None, claimed("300"), whole=True)
    assert solution.nearest == (Neighbour(1, Fraction(100)),)
    assert write(solution.detail, "en") == "no whole number fits, rounded or cut off; 1 gives 100%"


@pytest.mark.parametrize(
    ("actual", "target", "number", "verdict", "rounding"),
    [
        (48, 41, "117", "consistent", "half-up"),
        (28, 15, "186.6", "cut-off", "cut-off"),
        (28, 15, "186.5", "inconsistent", None),
        (547, 700, "78.2", "rounded-up", "rounded-up"),
    ],
)
def test_all_three(actual: int, target: int, number: str, verdict: Verdict, rounding: Rounding | None) -> None:
    """With all three known the answer is the verdict, and the interval is what should have been published."""
    solution = solve(figure(actual), figure(target), claimed(number), whole=True)
    assert (solution.unknown, solution.verdict, solution.rounding) == (None, verdict, rounding)
    assert (solution.sense is None) == (rounding is None)
    assert solution.interval == exactly(Fraction(100 * actual, target))
    assert len(solution.fits) == 8
    assert [fit.rounding for fit in solution.fits if fit.fits][:1] == ([rounding] if rounding else [])


def test_reported() -> None:
    """Without a published figure the percentage is computed."""
    solution = solve(figure(547), figure(700), None, whole=True)
    assert (solution.unknown, solution.verdict, solution.sense, solution.rounding) == (
        "reported",
        "implied",
        "reaches",
        None,
    )
    assert solution.interval == exactly(Fraction(547, 7))
    assert write(solution.detail, "en") == "547/700 is 78.14%"


@pytest.mark.parametrize(
    ("actual", "sentence"),
    [
        (Interval(Fraction(3), Fraction(4)), "it is 75% to 100%"),
        (Interval(Fraction(3), None), "it is 75% or more"),
        (Interval(None, Fraction(3)), "it is 75% or less"),
        (Interval(None, None), "it can be any percentage"),
    ],
)
def test_reported_of_an_interval(actual: Interval, sentence: str) -> None:
    """Figures that are not known exactly give percentages that are not."""
    solution = solve(actual, figure(4), None, whole=False)
    assert solution.verdict == "ambiguous"
    assert write(solution.detail, "en") == sentence


def test_reported_of_zero() -> None:
    """There is no percentage of zero."""
    assert solve(figure(3), figure(0), None, whole=True).verdict == "unverifiable"


def test_not_whole() -> None:
    """Where whole numbers are not meant there is an interval, and nothing is impossible."""
    solution = solve(None, figure(150), claimed("67.4"), whole=False)
    # 150 × 67.35 %, which half even prints as 67.4, and 150 × 67.5 %, which is no longer cut off to it
    assert solution.interval == Interval(Fraction("101.025"), Fraction("101.25"), high_closed=False)
    assert (solution.whole, solution.verdict, solution.nearest) == (None, "ambiguous", ())


def test_points() -> None:
    """Points are solved between percentages; of anything else “over” so many says nothing."""
    solution = solve(figure("51.2"), None, claimed("1.2", "points"), whole=False, percent=True)
    assert solution.interval == Interval(Fraction("49.9"), Fraction("50.05"), low_closed=False)
    other = solve(figure("51.2"), None, claimed("1.2", "points", "over"), whole=False)
    assert (other.verdict, other.fits) == ("unverifiable", ())


def test_widened_numbers_have_one_rounding() -> None:
    """“Over 100%” of an unknown target that 48 reached leaves every target under 48."""
    solution = solve(figure(48), None, claimed("100", nearness="over"), whole=True)
    assert (solution.whole, solution.verdict) == (range(1, 48), "ambiguous")
    assert [(fit.sense, fit.rounding) for fit in solution.fits] == [("reaches", "half-up")]


@pytest.mark.parametrize("known", [10**15, 10**30])
def test_large_numbers_at_once(known: int) -> None:
    """Large numbers are solved by arithmetic, not by trying."""
    begun = time.perf_counter()
    for_target = solve(figure(known), None, claimed("78.14"), whole=True)
    for_actual = solve(None, figure(known), claimed("78.14"), whole=True)
    assert time.perf_counter() - begun < 1
    assert for_target.whole is not None
    # from 78.135 %, which half even prints as 78.14, to 78.15 % of the target, which is no longer cut off to it
    assert how_many(for_actual.whole) == known * 15 // 100_000
    assert all(fit.fits for fit in for_target.fits)


def test_two_are_needed() -> None:
    """One figure alone says nothing, nor does a status word."""
    for actual, target, claim in ((48, None, None), (None, 48, None), (None, None, claimed("117"))):
        with pytest.raises(ValueError, match="two of"):
            solve(figure(actual), figure(target), claim, whole=True)
    with pytest.raises(ValueError, match="no number"):
        solve(figure(48), None, Claim("đạt", PLACE, status="achieved"), whole=True)
