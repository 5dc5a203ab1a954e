"""Achieved against the bound, and back from a share to the figure that was not printed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core import kinds, rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Better, Direction, End, Goal, Indicator, Reading, Target, Unit
from partykpi.core.progress.attainment import (
    achieved_from_share,
    bound_from_share,
    ends,
    exceeded,
    far_end,
    is_met,
    met,
    share_reached,
)
from partykpi.core.time import Term
from partykpi.problem import Place, Source
from partykpi.text import GivenText, Text

PLACE = Place(Source("test.yaml", ""), 1, 1, 1)
MEMBERS = Unit("member", Text("member", "đảng viên"), Text("members", "đảng viên"), counted=True)
PERCENT = Unit("%", Text("%", "%"), Text("%", "%"))


def value(text: str | None) -> Interval | None:
    """Return the figure that `5` or `1.5..2` writes."""
    if text is None:
        return None
    low, _, high = text.partition("..")
    return Interval(Fraction(low), Fraction(high or low))


def figure(text: str) -> Interval:
    """Return the figure that must be there."""
    found = value(text)
    assert found is not None
    return found


def goal(text: str, against: End | None = None) -> Goal:
    """Return the goal that `>= 5`, `> 5`, `<= 5`, `< 5`, `= 5`, `3..5` (more is better) or `-3..5` writes."""
    sign, _, number = text.rpartition(" ")
    ends = figure(number)
    direction: Direction = "lower" if sign.startswith(("<", "down")) else "exactly" if sign == "=" else "higher"
    if sign in (">=", ">"):
        ends = Interval(ends.low, None, sign == ">=")
    elif sign in ("<=", "<"):
        ends = Interval(None, ends.high, high_closed=sign == "<=")
    return Goal(
        text, PLACE, ends, direction=direction, measured_against=against or ("high" if direction == "lower" else "low")
    )


def values(asked: str, achieved: str) -> rule.Values:
    """Return what a figure and a goal are as the values of quantities."""
    far = far_end(goal(asked), PERCENT)
    other = None if far is None else exactly(far)
    return {"achieved": figure(achieved), "bound": goal(asked).bound, "far": other}


def target(goal: Goal, baseline: Interval | None = None) -> Target:
    """Return a target of that goal."""
    better: Better = "lower" if goal.direction == "lower" else "higher"
    indicator = Indicator(None, GivenText("N"), "level", PERCENT, better)
    start = None if baseline is None else Reading("", PLACE, baseline)
    return Target("t", PLACE, indicator, goal, start)


@pytest.mark.parametrize(
    ("asked", "achieved", "baseline", "share"),
    [
        (">= 700", "547", None, "547/700"),
        ("> 20", "21", None, "21/20"),
        ("1.5..2", "1.8", None, "6/5"),
        (">= 80", "70..84", None, "7/8..21/20"),
        (">= 80", "60", "40", "3/4"),  # a baseline matters only to what shall go down
        ("= 4", "3", None, "3/4"),
        # nothing divides by zero, and nothing below zero is a share
        (">= 0", "5", None, None),
        (">= -5", "5", None, None),
        # lower is better: the way gone, 1.8 of 4, or bound / achieved
        ("<= 2", "4.2", "6", "9/20"),
        ("<= 2", "1", "6", "5/4"),
        ("<= 2", "7", "6", "-1/4"),
        ("<= 2", "4", None, "1/2"),
        ("<= 2", "1", None, "2"),
        ("<= 2", "4", "2", "1/2"),
        ("<= 2", "4", "1", "1/2"),
        ("<= 0", "1", "4", "3/4"),
        ("<= 0", "0", "4", "1"),
        ("<= 0", "1", None, "0"),
        ("<= 1", "0", None, None),
        ("<= 1", "0..2", None, None),
        ("<= 2", "2..4", "6", "1/2..1"),
    ],
)
def test_share_reached(asked: str, achieved: str, baseline: str | None, share: str | None) -> None:
    """Achieved / bound, the way gone from the baseline, or bound / achieved."""
    assert share_reached(figure(achieved), goal(asked), value(baseline)) == value(share)


@pytest.mark.parametrize(("against", "share"), [("low", "17/15"), ("high", "17/20")])
def test_the_end_measured_against(against: End, share: str) -> None:
    """1.7 of 1.5 to 2."""
    assert share_reached(figure("1.7"), goal("1.5..2", against)) == value(share)


@pytest.mark.parametrize(
    ("asked", "achieved", "expected"),
    [
        (">= 700", "700", True),
        (">= 700", "699.99", False),
        ("> 20", "20", False),
        ("> 20", "20.01", True),
        ("<= 2", "2", True),
        ("<= 2", "2.01", False),
        ("< 2", "2", False),
        ("= 3", "3", True),
        ("= 3", "3.01", False),
        # better than a range asks for meets it as well, on its better side only
        ("1.5..2", "2.1", True),
        ("1.5..2", "1.4", False),
        ("down 1.5..2", "1.4", True),
        ("down 1.5..2", "2.1", False),
        ("= 1.5..2", "2.1", False),
        # both of some and of other values
        (">= 700", "690..710", None),
        (">= 700", "700..710", True),
        (">= 700", "690..699", False),
        (">= 700", "690..700", None),
        ("> 700", "690..700", False),
        ("= 3", "2..4", None),
    ],
)
def test_is_met(asked: str, achieved: str, expected: bool | None) -> None:
    """Yes, no, or not to be told."""
    assert is_met(figure(achieved), goal(asked)) is expected
    assert rule.verdict(met(goal(asked), ends(goal(asked), PERCENT)), values(asked, achieved)) is expected


@pytest.mark.parametrize(
    ("share", "expected"), [("1", True), ("1.2", True), ("0.99", False), ("0.9..1", None), (None, None)]
)
def test_is_met_by_the_share(share: str | None, expected: bool | None) -> None:
    """Where only the share is known it decides."""
    assert rule.verdict(met(Goal("unknown", PLACE), (None, None)), {"attainment": value(share)}) is expected


@pytest.mark.parametrize(
    ("asked", "achieved", "members", "percent"),
    [
        (">= 700", "700", False, False),
        (">= 700", "701", True, True),
        ("> 20", "21", False, True),  # 21 is the nearest whole number that meets it
        ("> 20", "22", True, True),
        ("> 20.5", "21", False, True),
        ("> 20.5", "22", True, True),
        ("<= 20", "20", False, False),
        ("<= 20", "19", True, True),
        ("< 20", "19", False, True),
        ("< 20", "18", True, True),
        ("< 20.5", "20", False, True),
        ("3..5", "5", False, False),
        ("3..5", "6", True, True),
        ("down 3..5", "3", False, False),
        ("down 3..5", "2", True, True),
        ("= 3", "4", False, False),
        (">= 700", "700..710", False, False),  # it may not be
        (">= 700", "701..710", True, True),
    ],
)
def test_is_exceeded(asked: str, achieved: str, members: bool, percent: bool) -> None:
    """Beyond the bound, or the far end; of whole things beyond the first one that meets a strict goal."""
    for unit, expected in ((MEMBERS, members), (PERCENT, percent)):
        made = exceeded(goal(asked), ends(goal(asked), unit), unit)
        assert (rule.verdict(made, values(asked, achieved)) is True) is expected


def test_over_term() -> None:
    """16,000 every year are 80,000 in five; a goal for the term stays what it is."""
    term = Term(date(2020, 7, 1), date(2025, 6, 30))
    over_term = kinds.find("total").over_term
    yearly = goal(">= 16000")._replace(every="year")
    assert over_term(yearly, term).bound == exactly(80_000)
    assert over_term(goal(">= 16000"), term) == goal(">= 16000")
    assert kinds.find("level").over_term(yearly, term).bound == exactly(16_000)


figures = st.fractions(min_value=Fraction(1, 10), max_value=100, max_denominator=20)


@given(figures, figures, st.booleans(), figures)
def test_back_from_the_share(achieved: Fraction, bound: Fraction, lower: bool, way: Fraction) -> None:
    """From the share and either figure the other one comes back."""
    for baseline in (None, bound + way) if lower else (None,):
        asked = goal(f"<= {bound}" if lower else f">= {bound}")
        start = None if baseline is None else exactly(baseline)
        share = share_reached(exactly(achieved), asked, start)
        assert share is not None
        assert achieved_from_share(share, target(asked, start), asked) == exactly(achieved)
        if share.exact != 0:
            assert bound_from_share(share, target(asked, start), exactly(achieved)) == exactly(bound)


@given(figures, figures, figures)
def test_more_is_a_larger_share(one: Fraction, other: Fraction, bound: Fraction) -> None:
    """Attainment keeps the order of what was achieved, and turns it where lower is better."""
    worse, better = sorted((one, other))
    higher = [share_reached(exactly(achieved), goal(f">= {bound}")) for achieved in (worse, better)]
    lower = [share_reached(exactly(achieved), goal(f"<= {bound}")) for achieved in (better, worse)]
    for low, high in (higher, lower):
        assert low is not None
        assert high is not None
        assert low.low is not None
        assert high.low is not None
        assert low.low <= high.low
