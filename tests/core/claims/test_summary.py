"""Verdicts on claims about the whole resolution."""

from __future__ import annotations

from fractions import Fraction

import pytest
from samples.claims import PLACE

from partykpi.core.claims.model import Verdict
from partykpi.core.claims.summary import TargetStatus, judge_summary
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.model import Convention, Status, SummaryClaim, SummarySubject
from partykpi.render.text.locale import write
from partykpi.text import GivenText


def target(id: str, status: Status, percent: str | None = None) -> TargetStatus:
    """Return the status of a target, its attainment in percent."""
    attainment = None if percent is None else exactly(Fraction(percent) / 100)
    return TargetStatus(id, GivenText(en=id), status, attainment)


def summary(
    subject: SummarySubject,
    count: int | None = None,
    of: int | None = None,
    interval: Interval | None = None,
    convention: Convention | None = None,
) -> SummaryClaim:
    """Return a claim about the whole resolution."""
    return SummaryClaim("", PLACE, subject, count, of, interval, convention)


SOME = (
    target("a", "exceeded", "120"),
    target("b", "achieved", "100"),
    target("c", "on-track", "78.14"),
    target("d", "no-data"),
)


@pytest.mark.parametrize(
    ("claim", "verdict", "targets"),
    [
        # of 10: 2 are met and 1 is not; 7 can be anything, so 2 to 9
        (summary("achieved", 6, 10, convention="inside"), "unverifiable", ()),
        (summary("achieved", 1, 10, convention="inside"), "inconsistent", ("a", "b")),
        (summary("achieved", 10, 10, convention="inside"), "inconsistent", ("c",)),
        (summary("achieved", 2, 4, convention="inside"), "unverifiable", ()),
        # apart: only b is achieved, so 1 to 2 of 4
        (summary("achieved", 3, 4, convention="apart"), "inconsistent", ("a", "c")),
        (summary("achieved", 3, 4, convention="inside"), "unverifiable", ()),
        (summary("achieved", 3, 4), "unverifiable", ()),
        (summary("achieved", 0, 4), "inconsistent", ("a", "b")),
        (summary("exceeded", 1, 4), "unverifiable", ()),
        (summary("exceeded", 3, 4), "inconsistent", ("b", "c")),
        (summary("achieved", 2, 3), "inconsistent", ()),  # the file holds more than 3
        (summary("achieved", 2), "unverifiable", ()),
        (summary("achieved", 0), "inconsistent", ("a", "b")),
        (summary("rest", interval=at_least(80)), "inconsistent", ("c",)),
        (summary("rest", interval=at_least(70)), "unverifiable", ()),
        (summary("all", interval=at_least(80)), "inconsistent", ("c",)),
    ],
)
def test_judge_summary(claim: SummaryClaim, verdict: Verdict, targets: tuple[str, ...]) -> None:
    """A sentence about all targets is judged by what those held prove, whatever the others are."""
    judgement = judge_summary(claim, SOME)
    assert (judgement.verdict, judgement.targets) == (verdict, targets)


KNOWN = SOME[:3]


@pytest.mark.parametrize(
    ("claim", "counted", "verdict"),
    [
        (summary("achieved", 2, 3), None, "consistent"),
        (summary("achieved", 1, 3), None, "consistent"),  # the exceeded one apart
        (summary("achieved", 1, 3, convention="inside"), None, "inconsistent"),
        (summary("exceeded", 1, 3), None, "consistent"),
        (summary("exceeded", 1), 3, "consistent"),
        (summary("rest", interval=at_least(70)), 3, "consistent"),
        (summary("rest", interval=at_least(70)), None, "unverifiable"),
        (summary("rest", interval=at_least(70)), 4, "unverifiable"),
        (summary("all", interval=at_least(70)), 3, "consistent"),
        (summary("all", interval=at_least(79)), 3, "inconsistent"),
    ],
)
def test_judge_summary_of_all_targets(claim: SummaryClaim, counted: int | None, verdict: Verdict) -> None:
    """Where the file holds every target and each is decided, the sentence is true or false."""
    assert judge_summary(claim, KNOWN, counted).verdict == verdict


def test_conventions_that_differ_are_both_stated() -> None:
    """Where the count fits only one way of counting, the detail says both."""
    detail = judge_summary(summary("achieved", 1, 3), KNOWN).detail
    assert "counted apart" in detail.text.en
    assert "không tính chỉ tiêu vượt" in detail.text.vi


def test_rest_names_the_lowest() -> None:
    """The sentence names the lowest of those that disprove it, at decimals that show it."""
    statuses = (target("a", "behind", "79.9999"), target("b", "behind", "78.14"))
    judgement = judge_summary(summary("rest", interval=at_least(80)), statuses)
    assert write(judgement.detail, "en") == "b stands at 78.14%"
    assert judgement.targets == ("a", "b")
    near = judge_summary(summary("rest", interval=at_least(80)), statuses[:1])
    assert write(near.detail, "en") == "a stands at 79.9999%"


def test_rest_leaves_out_what_may_be_met() -> None:
    """A target that is undetermined may be met, and so not be one of the rest."""
    one = (target("a", "undetermined", "78"),)
    assert judge_summary(summary("rest", interval=at_least(80)), one, 1).verdict == "unverifiable"
    assert judge_summary(summary("all", interval=at_least(80)), one, 1).verdict == "inconsistent"


@pytest.mark.parametrize("claim", [summary("achieved"), summary("rest")])
def test_summary_claims_need_their_figure(claim: SummaryClaim) -> None:
    """A count needs a count and a sentence about each target an interval."""
    with pytest.raises(ValueError, match="claim"):
        judge_summary(claim, KNOWN)
