"""Which status a measure earns, decided from exact values."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Status, Thresholds
from partykpi.core.status import STATUS_WORDS, decide


def share(text: str | None) -> Interval | None:
    """Return the share that `95%`, `59..60%` or None writes."""
    if text is None:
        return None
    low, _, high = text.rstrip("%").partition("..")
    return Interval(Fraction(low) / 100, Fraction(high or low) / 100)


def measure(
    met: bool | None,
    pace: str | None = None,
    score: str | None = None,
    attainment: str | None = None,
    exceeded: bool = False,
    final: bool = False,
    worse: bool = False,
) -> Measure:
    """Return a measure with something achieved."""
    return Measure(
        achieved=exactly(1),
        attainment=share(attainment),
        score=share(score),
        pace=share(pace),
        met=met,
        exceeded=exceeded,
        worse=worse,
        final=final,
    )


CASES: list[tuple[Measure, Status]] = [
    (Measure(), "no-data"),
    (measure(True), "achieved"),
    (measure(True, exceeded=True), "exceeded"),
    (measure(True, final=True), "achieved"),
    (measure(None), "undetermined"),
    (measure(None, pace="100%", attainment="100%"), "undetermined"),
    # unmet, and the term is open: the pace decides
    (measure(False), "pending"),
    (measure(False, pace="95%"), "on-track"),
    (measure(False, pace="200%"), "on-track"),
    (measure(False, pace="94.999999999%"), "behind"),
    (measure(False, pace="60%"), "behind"),
    (measure(False, pace="59.999999999%"), "at-risk"),
    (measure(False, pace="0%"), "at-risk"),
    (measure(False, pace="-20%"), "at-risk"),
    (measure(False, pace="95..120%"), "on-track"),
    (measure(False, pace="94..96%"), "undetermined"),
    (measure(False, pace="60..94%"), "behind"),
    (measure(False, pace="59..61%"), "undetermined"),
    (measure(False, pace="10..59%"), "at-risk"),
    (measure(False, pace="10..96%"), "undetermined"),
    # neither attainment nor score says anything while the period is open
    (measure(False, pace="59%", score="99%", attainment="99%"), "at-risk"),
    # worse than the baseline is never on track, whatever the pace; once met, or unmet for good, it says nothing
    (measure(False, pace="100%", worse=True), "worsened"),
    (measure(False, worse=True), "worsened"),
    (measure(True, worse=True), "achieved"),
    (measure(False, score="85%", worse=True, final=True), "nearly"),
    # unmet for good: the score decides, and neither the pace nor the attainment says anything
    (measure(False, score="80%", final=True), "nearly"),
    (measure(False, score="79.999999999%", final=True), "missed"),
    (measure(False, pace="100%", score="79%", final=True), "missed"),
    (measure(False, score="83%", attainment="120%", final=True), "nearly"),  # 12 of at most 10
    (measure(False, score="50%", attainment="200%", final=True), "missed"),  # 1 000 of at most 500
    (measure(False, score="79..81%", final=True), "undetermined"),
    (measure(False, score="81..90%", final=True), "nearly"),
    (measure(False, final=True), "missed"),
]


@pytest.mark.parametrize(("earned", "status"), CASES)
def test_status(earned: Measure, status: Status) -> None:
    """What equals a threshold has reached it; an interval across one decides nothing."""
    assert decide(earned, True, Thresholds()) == status


def test_all_statuses() -> None:
    """The table above holds each of them, and each has its words."""
    assert {status for _, status in CASES} == set(get_args(Status)) == set(STATUS_WORDS)


@pytest.mark.parametrize("earned", [measure(True), measure(False, pace="100%"), measure(None)])
def test_no_goal_is_no_data(earned: Measure) -> None:
    """Without a goal there is nothing to be met, whatever was achieved."""
    assert decide(earned, False, Thresholds()) == "no-data"


@pytest.mark.parametrize(
    ("earned", "status"),
    [
        (measure(False, pace="90%"), "on-track"),
        (measure(False, pace="89.9%"), "behind"),
        (measure(False, pace="50%"), "behind"),
        (measure(False, pace="49.9%"), "at-risk"),
        (measure(False, score="70%", final=True), "nearly"),
        (measure(False, score="69.9%", final=True), "missed"),
    ],
)
def test_other_thresholds(earned: Measure, status: Status) -> None:
    """A file can set each of the three."""
    assert decide(earned, True, Thresholds(Fraction(9, 10), Fraction(1, 2), Fraction(7, 10))) == status
