"""Achieved against the bound, and back from a share to the figure that was not printed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import AttainmentOf, Better, Direction, End, Goal, Indicator, Reading, Target, Unit
from partykpi.core.progress.attainment import (
    achieved_from_share,
    attainment,
    bound_from_share,
    ends,
    exceeded,
    far_end,
    is_met,
    met,
    of,
    score,
    share_reached,
)
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
        # lower is better: the way gone, 1.8 of 4, or the share of the limit that is used
        ("<= 2", "4.2", "6", "9/20"),
        ("<= 2", "1", "6", "5/4"),
        ("<= 2", "7", "6", "-1/4"),
        ("<= 2", "4", None, "2"),
        ("<= 2", "1", None, "1/2"),
        ("<= 2", "4", "2", "2"),  # a baseline at the limit, or already under it, leaves no way
        ("<= 2", "4", "1", "2"),
        ("<= 0", "1", "4", "3/4"),
        ("<= 0", "0", "4", "1"),
        ("<= 0", "1", None, None),
        ("<= 1", "0", None, "0"),
        ("<= 1", "0..2", None, "0..2"),
        ("<= 20", "12", None, "3/5"),
        ("<= 500", "1000", None, "2"),
        ("<= 2", "2..4", "6", "1/2..1"),
        # a range of what is better lower is measured against its high end
        ("down 15..20", "25", None, "5/4"),
        # two-sided: against the end that was crossed, or the nearer one
        ("= 103..107", "95", None, "95/103"),
        ("= 103..107", "110", None, "110/107"),
        ("= 103..107", "104", None, "104/103"),
        ("= 103..107", "106", None, "106/107"),
    ],
)
def test_share_reached(asked: str, achieved: str, baseline: str | None, share: str | None) -> None:
    """Achieved / bound, of a limit too, or the way gone from the baseline."""
    asked_for = goal(asked)
    far = far_end(asked_for, PERCENT)
    values: rule.Values = {
        "achieved": figure(achieved),
        "bound": asked_for.bound,
        "baseline": value(baseline),
        "far": None if far is None else exactly(far),
    }
    assert rule.figure(attainment(asked_for, value(baseline)), values) == value(share)


@pytest.mark.parametrize(
    ("asked", "baseline", "share_of"),
    [
        (">= 80", None, "goal"),
        (">= 80", "40", "goal"),
        ("= 3", None, "goal"),
        ("<= 2", None, "limit"),
        ("<= 2", "6", "way"),
        ("<= 2", "2", "limit"),
        ("<= 2", "1", "limit"),
    ],
)
def test_what_attainment_is_a_share_of(asked: str, baseline: str | None, share_of: AttainmentOf) -> None:
    """Of the goal, of the limit, or of the way down from a baseline above it."""
    assert of(goal(asked), value(baseline)) == share_of


@pytest.mark.parametrize(
    ("asked", "achieved", "baseline", "expected"),
    [
        (">= 80", "60", None, "3/4"),
        (">= 80", "-8", None, "0"),  # never below 0
        (">= 0", "-1", None, "0"),  # of nothing there is no share
        # a limit: limit / achieved, and 1 while it is not passed
        ("<= 500", "1000", None, "1/2"),
        ("<= 20", "25", None, "4/5"),
        ("<= 20", "12", None, "1"),
        ("<= 0", "3", None, "0"),
        ("<= -5", "-3", None, "0"),
        # on the way down from a baseline the way gone, and nothing for the wrong direction
        ("<= 2", "4.2", "6", "9/20"),
        ("<= 2", "7", "6", "0"),
        # two-sided: low end from below, high end from above
        ("= 103..107", "95", None, "95/103"),
        ("= 103..107", "110", None, "107/110"),
        ("= 3", "2", None, "2/3"),
        ("= 3", "4", None, "3/4"),
        ("= 3", "-2", None, "0"),
    ],
)
def test_score(asked: str, achieved: str, baseline: str | None, expected: str) -> None:
    """Always better higher, whatever attainment is a share of."""
    asked_for, start = goal(asked), value(baseline)
    on_way = of(asked_for, start) == "way"
    far = far_end(asked_for, PERCENT)
    values: dict[str, rule.Value] = {
        "achieved": figure(achieved),
        "bound": asked_for.bound,
        "baseline": start,
        "far": None if far is None else exactly(far),
    }
    values["attainment"] = rule.figure(attainment(asked_for, start), values)
    assert rule.figure(score(asked_for, ends(asked_for, PERCENT), on_way=on_way), values) == value(expected)


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
    """Attainment keeps the order of what was achieved, of a goal and of what is used of a limit."""
    less, more = sorted((one, other))
    for asked in (goal(f">= {bound}"), goal(f"<= {bound}")):
        low, high = (share_reached(exactly(achieved), asked) for achieved in (less, more))
        assert low is not None
        assert high is not None
        assert low.low is not None
        assert high.low is not None
        assert low.low <= high.low


signed = st.fractions(min_value=-100, max_value=100, max_denominator=20)


@given(signed, signed, signed, st.none() | signed)
def test_the_score_never_rises_with_what_is_better_lower(
    one: Fraction, other: Fraction, bound: Fraction, baseline: Fraction | None
) -> None:
    """More of what should be less is never worth more, with a baseline or none, of a limit of any sign."""
    asked, start = goal(f"<= {bound}"), None if baseline is None else exactly(baseline)
    on_way = of(asked, start) == "way"
    scores = []
    for achieved in sorted((one, other)):
        reached = share_reached(exactly(achieved), asked, start)
        values = {"achieved": exactly(achieved), "bound": exactly(bound), "baseline": start, "attainment": reached}
        met_by = is_met(exactly(achieved), asked)
        found = exactly(1) if met_by else rule.figure(score(asked, ends(asked, PERCENT), on_way=on_way), values)
        assert found is not None
        assert found.exact is not None
        scores.append(found.exact)
    assert scores[0] >= scores[1]
