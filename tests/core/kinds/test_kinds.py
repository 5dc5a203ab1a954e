"""The kinds, from the text of a file to a status, against numbers worked out by hand.

Most tables use a term of three plain years, 1 January 2021 to 31 December 2023: 36 months, of which 12 make a third.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import judged
from samples.judged import Expected, found, inline, said, short

from partykpi.core import kinds
from partykpi.core.figure import exactly
from partykpi.core.measure import Periods
from partykpi.core.model import Status
from partykpi.core.report import Assessment
from partykpi.render.text.locale import write

THREE_YEARS = "{from: 2021-01-01, to: 2023-12-31}"


def assessed(target: str, as_of: str = "mid-term", term: str = THREE_YEARS, more: str = "") -> Assessment:
    """Return the one target as of a date, `mid-term` or `end`, of a term of three years."""
    return judged.assessed(target, as_of, term, more)


ADMITTED = inline("total", "member")
JOBS = inline("total", "job")
COMPLAINTS = inline("total", "case", "lower")
CELLS = inline("level", "cell")
INSURED = inline("level", "%")
POOR = inline("level", "%", "lower")
CUT = inline("rate", "%")
RANK = inline("rank", "rank", "lower")
FIRST = RANK + "target: 1, "
MILESTONE = inline("milestone", "%")
TASK = MILESTONE + "target: by 2022-12-31, "


# --- total

TOTALS = [
    # the first day, 1/31 of one of 36 months or 1/1116: due 300/1116, pace 1/(300/1116), forecast 1 × 1116, needed 299
    # in 1115/1116 of 3 years, which is 299 × 372 ÷ 1115
    (
        ADMITTED + "target: 300 members, actual: 1",
        "2021-01-01",
        Expected("on-track", "1", "1/300", "25/93", "93/25", "1116", "111228/1115"),
    ),
    # a third: due 100, pace 90/100, forecast 90 × 3, needed 210 in 2 years
    (
        ADMITTED + "target: 300 members, readings: {2021: 90}",
        "2021-12-31",
        Expected("behind", "90", "3/10", "100", "9/10", "270", "105"),
    ),
    # two thirds: due 200, pace 195/200, forecast 195 × 3/2, needed 105 in 1 year
    (
        ADMITTED + "target: 300 members, readings: {2021: 90, 2022: 105}",
        "2022-12-31",
        Expected("on-track", "195", "13/20", "200", "39/40", "585/2", "105"),
    ),
    # readings of parts of a year add up as well; that of 30 November speaks of November, so December is missing: 11
    # months reported, due 300 × 11/36, pace 75 ÷ (275/3), forecast 75 × 36/11, and 225 in two years
    (
        ADMITTED + "target: 300 members, readings: {2021-H1: 40, 2021-Q3: 20, 2021-10: 12, 2021-11-30: 3}",
        "2021-12-31",
        Expected("behind", "75", "1/4", "275/3", "9/11", "2700/11", "225/2"),
    ),
    # the end: nothing more is needed or can be
    (
        ADMITTED + "target: 300 members, readings: {2021: 90, 2022: 105, 2023: 95}",
        "end",
        Expected("nearly", "290", "29/30", "300", "29/30", "290"),
    ),
    (ADMITTED + "target: 300 members, actual: 300", "end", Expected("achieved", "300", "1", "300", "1", "300")),
    (
        ADMITTED + "target: 300 members, actual: 330",
        "end",
        Expected("exceeded", "330", "11/10", "300", "11/10", "330"),
    ),
    # met early: nothing is needed
    (
        ADMITTED + "target: 300 members, actual: 300",
        "mid-term",
        Expected("achieved", "300", "1", "150", "2", "600", "0"),
    ),
    # nothing yet
    (ADMITTED + "target: 300 members, actual: 0", "mid-term", Expected("at-risk", "0", "0", "150", "0", "0", "200")),
    (ADMITTED + "target: 300 members", "mid-term", Expected("no-data", None, None)),
    (ADMITTED + "target: unknown, readings: {2021: 90, 2022: 5}", "end", Expected("no-data", "95", None)),
    # jobs a year over three years: 48,000; a third is 16,000
    (
        JOBS + "target: 16 thousand jobs/year, actual: 12 thousand jobs",
        "2021-12-31",
        Expected("behind", "12000", "1/4", "16000", "3/4", "36000", "18000"),
    ),
    # fewer are better: 30 may be used up, 10 of them in a third; pace due / achieved, attainment the share used
    (
        COMPLAINTS + "target: 30 cases, actual: 12",
        "2021-12-31",
        Expected("behind", "12", "2/5", "10", "5/6", "36"),
    ),
    (
        COMPLAINTS + "target: 30 cases, actual: 10",
        "2021-12-31",
        Expected("on-track", "10", "1/3", "10", "1", "30"),
    ),
    # more than may be, with time left: it cannot be undone, and 30/40 is under 80%
    (
        COMPLAINTS + "target: 30 cases, actual: 40",
        "2022-12-31",
        Expected("missed", "40", "4/3", "20", "1/2", "60"),
    ),
    (COMPLAINTS + "target: 30 cases, actual: 30", "end", Expected("achieved", "30", "1", "30", "1", "30")),
    (COMPLAINTS + "target: 30 cases, actual: 24", "end", Expected("exceeded", "24", "4/5", "30", "5/4", "24")),
    # none at all: nothing of the limit is used, and nothing is to be complained of
    (COMPLAINTS + "target: 30 cases, actual: 0", "2021-12-31", Expected("on-track", "0", "0", "10", "[1, oo)", "0")),
    (COMPLAINTS + "target: 30 cases, actual: 0", "end", Expected("exceeded", "0", "0", "30", "[1, oo)", "0")),
]


@pytest.mark.parametrize(("target", "as_of", "expected"), TOTALS)
def test_total(target: str, as_of: str, expected: Expected) -> None:
    """Readings add up, and the term asks for the bound evenly."""
    assert found(assessed(target, as_of)) == expected


def test_the_first_example() -> None:
    """547 of 700 at mid-term: 78.14%, due 350, pace 547/350, forecast 1094, and 153 in two and a half years."""
    assessment = assessed(ADMITTED + "target: 700 members, actual: 547 members", "mid-term", "2020-2025")
    assert found(assessment) == Expected("on-track", "547", "547/700", "350", "547/350", "1094", "306/5")


@pytest.mark.parametrize(
    ("actual", "status", "attainment"),
    [
        (20, "nearly", Fraction(1)),  # 20 of “more than 20”: the whole bound, and still unmet
        (21, "achieved", Fraction(21, 20)),
        (22, "exceeded", Fraction(11, 10)),
    ],
)
def test_more_than_twenty(actual: int, status: Status, attainment: Fraction) -> None:
    """A strict goal over whole things is met by the next whole number, and exceeded by the one after."""
    assessment = assessed(ADMITTED + f"target: '> 20 members', actual: {actual}", "end")
    assert (assessment.status, assessment.measure.attainment) == (status, exactly(attainment))
    assert assessment.measure.met is (actual > 20)


@pytest.mark.parametrize(("actual", "status"), [(20, "nearly"), (19, "achieved"), (18, "exceeded")])
def test_fewer_than_twenty(actual: int, status: Status) -> None:
    """The same the other way down."""
    assert assessed(COMPLAINTS + f"target: '< 20 cases', actual: {actual}", "end").status == status


@pytest.mark.parametrize(
    ("target", "as_of", "status", "periods"),
    [
        # a year short of 100 is lost for good, however good the sum is: 1 of 2 years, 2 of 3, none
        ("{2021: 150, 2022: 99}", "2022-12-31", "missed", Periods(1, 2, ("2022",))),
        ("{2021: 300, 2022: 99, 2023: 300}", "end", "missed", Periods(2, 3, ("2022",))),
        ("{2021: 1, 2022: 2, 2023: 3}", "end", "missed", Periods(0, 3, ("2021", "2022", "2023"))),
        # no year lost
        ("{2021: 100, 2022: 100, 2023: 100}", "end", "achieved", Periods(3, 3)),
        ("{2021: 101, 2022: 101, 2023: 101}", "end", "exceeded", Periods(3, 3)),
        # enough for the term, but a year is still to come and can be lost
        ("{2021: 150, 2022: 160}", "2022-12-31", "on-track", Periods(2, 2)),
        # half a year is not yet lost, and can be met already
        ("{2021: 100, 2022-H1: 45}", "2022-06-30", "on-track", Periods(1, 1)),
        ("{2021: 100, 2022-H1: 100}", "2022-06-30", "on-track", Periods(2, 2)),
        ("{2021: 100, 2022-H1: 40, 2022-H2: 60}", "2022-12-31", "on-track", Periods(2, 2)),
        ("{2021: 100, 2022-H1: 40, 2022-H2: 59}", "2022-12-31", "missed", Periods(1, 2, ("2022",))),
        # the second half is over but not reported, so the year is not lost
        ("{2021: 100, 2022-H1: 45}", "2022-12-31", "on-track", Periods(1, 1)),
        # 300 in two of three years at the end: the third is not known
        ("{2021: 150, 2022: 150}", "end", "undetermined", Periods(2, 2)),
    ],
)
def test_a_goal_for_every_year(target: str, as_of: str, status: Status, periods: Periods) -> None:
    """Each year is held against the goal by itself; a year that was missed cannot be made good."""
    assessment = assessed(JOBS + f"target: 100 jobs/year, every: year, readings: {target}", as_of)
    assert (assessment.status, assessment.measure.periods) == (status, periods)
    assert assessment.measure.final is (bool(periods.lost) or as_of == "end")


@pytest.mark.parametrize(
    ("readings", "as_of", "status", "periods"),
    [
        ("{2021: 9, 2022: 10}", "2022-12-31", "on-track", Periods(2, 2)),
        ("{2021: 12, 2022: 5}", "2022-12-31", "missed", Periods(1, 2, ("2021",))),
        # half a year is not yet met; what it has used up cannot be given back
        ("{2021: 9, 2022-H1: 6}", "2022-06-30", "on-track", Periods(1, 1)),
        ("{2021: 9, 2022-H1: 11}", "2022-06-30", "missed", Periods(1, 2, ("2022",))),
    ],
)
def test_no_more_than_so_many_every_year(readings: str, as_of: str, status: Status, periods: Periods) -> None:
    """At most 10 cases every year: a year is lost once they are more, and met only when it is over."""
    assessment = assessed(COMPLAINTS + f"target: 10 cases/year, every: year, readings: {readings}", as_of)
    assert (assessment.status, assessment.measure.periods) == (status, periods)


@pytest.mark.parametrize(
    ("goal", "actual", "status"),
    [
        ("16 thousand jobs/year", 80_000, "achieved"),
        ("16 thousand jobs/year", 82_913, "exceeded"),
        ("16 thousand jobs/year", 79_999, "nearly"),
        ("4_000 jobs/quarter", 80_000, "achieved"),
        ("4_000 jobs/quarter", 79_999, "nearly"),
        ("1_000 jobs/month", 60_000, "achieved"),
    ],
)
def test_a_goal_per_year_over_five_years(goal: str, actual: int, status: Status) -> None:
    """16 thousand a year over five years is 80,000, of which one figure for all the time tells enough."""
    for every, note in (("average", ""), ("year", "judged by their sum")):
        assessment = assessed(JOBS + f"target: {goal}, every: {every}, actual: {actual}", "end", "2020-2025")
        assert assessment.status == status
        assert assessment.measure.periods is None
        assert note in said(assessment.measure.notes)
        assert bool(note) is bool(assessment.measure.notes)


# --- level

LEVELS = [
    # no baseline: a level says nothing of the pace, only that 20 are lacking and a year and a half is left
    (INSURED + "target: 80 %, actual: 60 %", "mid-term", Expected("pending", "60", "3/4", needed="40/3")),
    (INSURED + "target: 80 %, actual: 60 %", "end", Expected("missed", "60", "3/4")),
    (INSURED + "target: 80 %, actual: 64 %", "end", Expected("nearly", "64", "4/5")),
    (INSURED + "target: 80 %, actual: 80 %", "mid-term", Expected("achieved", "80", "1", needed="0")),
    (INSURED + "target: 80 %, actual: 80.01 %", "mid-term", Expected("exceeded", "8001/100", "8001/8000", needed="0")),
    (INSURED + "target: 99 %, actual: 1188/1200", "end", Expected("achieved", "99", "1")),
    (INSURED + "target: 80 %", "mid-term", Expected("no-data", None, None)),
    (INSURED + "target: unknown, actual: 60 %", "mid-term", Expected("no-data", "60", None)),
    # from 40 up to 80: half the term is due 60; 20 in a year and a half to go
    (
        INSURED + "target: 80 %, baseline: 40 %, actual: 60 %",
        "mid-term",
        Expected("on-track", "60", "3/4", "60", "1", "80", "40/3"),
    ),
    # a third: due 40 + 40/3; 10 gained of 40/3; forecast 40 + 30; 30 in two years
    (
        INSURED + "target: 80 %, baseline: 40 %, readings: {2021: 50 %}",
        "2021-12-31",
        Expected("behind", "50", "5/8", "160/3", "3/4", "70", "15"),
    ),
    # it went the wrong way
    (
        INSURED + "target: 80 %, baseline: 40 %, actual: 36 %",
        "mid-term",
        Expected("worsened", "36", "9/20", "60", "-1/5", "32", "88/3"),
    ),
    (
        INSURED + "target: 80 %, baseline: 40 %, actual: 70 %",
        "end",
        Expected("nearly", "70", "7/8", "80", "3/4", "70"),
    ),
    # the latest reading counts, wherever it stands; 10 more in a year lead to 80 in another
    (
        INSURED + "target: 80 %, readings: {2022: 70 %, 2021: 60 %}",
        "2022-12-31",
        Expected("pending", "70", "7/8", forecast="80", needed="10"),
    ),
    # the baseline is already better: due is the bound itself, and what fell short of it has worsened; the line from
    # the baseline leads to 90 - 18 × 2
    (
        INSURED + "target: 80 %, baseline: 90 %, actual: 72 %",
        "mid-term",
        Expected("worsened", "72", "9/10", "80", "9/10", "54", "16/3"),
    ),
    # the baseline is the bound: there is no way to go, only to keep
    (
        INSURED + "target: 80 %, baseline: 80 %, actual: 76 %",
        "mid-term",
        Expected("worsened", "76", "19/20", "80", "19/20", "72", "8/3"),
    ),
    (
        INSURED + "target: 80 %, baseline: 80 %, actual: 80 %",
        "mid-term",
        Expected("achieved", "80", "1", "80", "1", "80", "0"),
    ),
    # lower is better, no baseline: the share of the limit that is used; 2 of 4 or of 2.5 is how far it is kept
    (POOR + "target: 2 %, actual: 4 %", "mid-term", Expected("pending", "4", "2", needed="-4/3")),
    (POOR + "target: 2 %, actual: 4 %", "end", Expected("missed", "4", "2")),
    (POOR + "target: 2 %, actual: 2.5 %", "end", Expected("nearly", "5/2", "5/4")),
    (POOR + "target: 2 %, actual: 2 %", "end", Expected("achieved", "2", "1")),
    (POOR + "target: 2 %, actual: 1.6 %", "end", Expected("exceeded", "8/5", "4/5")),
    # the baseline is the bound, or better: of the limit as well; the line leads to 2 + 0.5 × 2, to 1 + 1.5 × 2
    (
        POOR + "target: 2 %, baseline: 2 %, actual: 2.5 %",
        "mid-term",
        Expected("worsened", "5/2", "5/4", "2", "4/5", "3", "-1/3"),
    ),
    (
        POOR + "target: 2 %, baseline: 1 %, actual: 2.5 %",
        "mid-term",
        Expected("worsened", "5/2", "5/4", "2", "4/5", "4", "-1/3"),
    ),
    # nothing is divided by zero: of “at most 0 %” nothing is a share
    (POOR + "target: 1 %, actual: 0 %", "mid-term", Expected("exceeded", "0", "0", needed="0")),
    (POOR + "target: 0 %, actual: 0 %", "mid-term", Expected("achieved", "0", None, needed="0")),
    (POOR + "target: 0 %, actual: 0.5 %", "end", Expected("missed", "1/2", None)),
    (INSURED + "target: 0 %, actual: 5 %", "end", Expected("exceeded", "5", None)),
]


@pytest.mark.parametrize(("target", "as_of", "expected"), LEVELS)
def test_level(target: str, as_of: str, expected: Expected) -> None:
    """The latest reading counts, on the straight line from the baseline where there is one."""
    assert found(assessed(target, as_of)) == expected


@pytest.mark.parametrize(
    ("target", "as_of", "expected"),
    [
        # from 6 down to 2: 1.8 gone of 4; due 6 - 2; forecast 6 - 3.6; 2.2 to go in a year and a half
        (
            POOR + "target: 2 %, baseline: 6 %, actual: 4.2 %",
            "mid-term",
            Expected("behind", "21/5", "9/20", "4", "9/10", "12/5", "-22/15"),
        ),
        # down to nothing: 3 gone of 4, 2 were due; the line ends at -2, which no share can be
        (
            POOR + "target: 0 %, baseline: 4 %, actual: 1 %",
            "mid-term",
            Expected("on-track", "1", "3/4", "2", "3/2", "0", "-2/3"),
        ),
        # it rose: 1 in the wrong direction of 4
        (
            POOR + "target: 2 %, baseline: 6 %, actual: 7 %",
            "mid-term",
            Expected("worsened", "7", "-1/4", "4", "-1/2", "8", "-10/3"),
        ),
        (
            POOR + "target: 2 %, baseline: 6 %, actual: 2.8 %",
            "end",
            Expected("nearly", "14/5", "4/5", "2", "4/5", "14/5"),
        ),
        (POOR + "target: 1 %, baseline: 5 %, actual: 0 %", "end", Expected("exceeded", "0", "5/4", "1", "5/4", "0")),
    ],
)
def test_level_going_down(target: str, as_of: str, expected: Expected) -> None:
    """Lower is better: the way gone from the baseline against the whole way."""
    assert found(assessed(target, as_of)) == expected


@pytest.mark.parametrize(
    ("goal", "actual", "met", "exceeded"),
    [
        ("= 3", 3, True, False),
        ("= 3", 2, False, False),
        ("= 3", 4, False, False),  # more is not better where exactly 3 were asked for
        ("3..5", 3, True, False),
        ("3..5", 5, True, False),
        ("3..5", 6, True, True),
        ("3..5", 2, False, False),
        (">= 3", 3, True, False),
        (">= 3", 4, True, True),
        ("> 3", 4, True, False),
        ("> 3", 5, True, True),
    ],
)
def test_met_and_exceeded(goal: str, actual: int, met: bool, exceeded: bool) -> None:
    """Exactly, within a range, at least and more than."""
    measure = assessed(CELLS + f"target: '{goal} cells', actual: {actual}", "end").measure
    assert (measure.met, measure.exceeded) == (met, exceeded)


# --- rate


@pytest.mark.parametrize(
    ("actual", "as_of", "status", "achieved", "attainment"),
    [
        ("1.7", "end", "achieved", "17/10", "17/15"),
        ("1.5", "end", "achieved", "3/2", "1"),
        ("2", "end", "achieved", "2", "4/3"),
        ("2.1", "end", "exceeded", "21/10", "7/5"),
        ("1.4", "end", "nearly", "7/5", "14/15"),
        ("1.1", "end", "missed", "11/10", "11/15"),
        ("1.4", "mid-term", "behind", "7/5", "14/15"),  # 93.3% of what every year is due
        ("1.7", "mid-term", "achieved", "17/10", "17/15"),
        # years are averaged, never added: 4.8 / 3
        ("[1.4, 1.6, 1.8]", "end", "achieved", "8/5", "16/15"),
        ("[3, 0, 1.5]", "end", "achieved", "3/2", "1"),
        ("[3, 0]", "end", "undetermined", "3/2", "1"),  # of the third year nothing is told
        # ranges: all of it inside, a part of it, none of it
        ("1.5..2", "end", "achieved", "[3/2, 2]", "[1, 4/3]"),
        ("1.9..2.1", "end", "achieved", "[19/10, 21/10]", "[19/15, 7/5]"),
        ("2.1..2.4", "end", "exceeded", "[21/10, 12/5]", "[7/5, 8/5]"),
        ("1.4..1.6", "end", "undetermined", "[7/5, 8/5]", "[14/15, 16/15]"),
        ("1.2..1.4", "end", "nearly", "[6/5, 7/5]", "[4/5, 14/15]"),
        ("1.1..1.4", "end", "undetermined", "[11/10, 7/5]", "[11/15, 14/15]"),  # around 80%
    ],
)
def test_rate(actual: str, as_of: str, status: Status, achieved: str, attainment: str) -> None:
    """1.5 to 2 % a year: the mean of the years against the near end, exceeded beyond the far one."""
    assessment = assessed(CUT + f"target: 1.5..2 %/year, actual: {actual}", as_of)
    expected = Expected(status, achieved, attainment, "3/2", attainment, achieved)
    assert found(assessment) == expected


def test_rate_of_years() -> None:
    """Readings by year: (1.2 + 1.6) / 2, against 1.5; the year that is left must bring 3 × 1.5 - 2.8."""
    assessment = assessed(CUT + "target: 1.5..2 %/year, readings: {2021: 1.2, 2022: 1.6}", "2022-12-31")
    assert found(assessment) == Expected("behind", "7/5", "14/15", "3/2", "14/15", "7/5", "17/10")


@pytest.mark.parametrize(
    ("actual", "status", "attainment"),
    [("1.7", "achieved", "17/20"), ("2", "achieved", "1"), ("2.1", "exceeded", "21/20"), ("1.4", "missed", "7/10")],
)
def test_measured_against_the_high_end(actual: str, status: Status, attainment: str) -> None:
    """The other end changes attainment, not what meets the goal: 1.7 lies in 1.5 to 2 and is 85% of 2."""
    assessment = assessed(CUT + f"target: 1.5..2 %/year, measured_against: high, actual: {actual}", "end")
    assert (assessment.status, short(assessment.measure.attainment)) == (status, attainment)


# --- rank


@pytest.mark.parametrize(
    ("readings", "as_of", "status", "attainment", "periods"),
    [
        # 3 of 4 years: lost at once, with a year and a half to go as well as at the end
        ("actual: [1, 1, 1, 2]", "2024-12-31", "missed", "3/4", Periods(3, 4, ("2",))),
        ("actual: [1, 1, 1, 2]", "end", "missed", "3/4", Periods(3, 4, ("2",))),
        ("actual: [1, 1, 1, 1, 1]", "end", "achieved", "1", Periods(5, 5)),
        ("actual: [1, 1, 1, 1, 2]", "end", "nearly", "4/5", Periods(4, 5, ("2",))),
        ("actual: [1, 1, 1]", "mid-term", "on-track", "1", Periods(3, 3)),
        ("actual: [1, 1, 1]", "end", "undetermined", "1", Periods(3, 3)),  # two years are not told
        ("readings: {2020: 1, 2021: 1, 2022: 2}", "mid-term", "missed", "2/3", Periods(2, 3, ("2022",))),
        ("readings: {2020: 3, 2021: 1, 2022: 2}", "mid-term", "missed", "1/3", Periods(1, 3, ("2020", "2022"))),
        ("readings: {2020: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 1}", "end", "achieved", "1", Periods(5, 5)),
        ("actual: [1, 1..2]", "mid-term", "undetermined", "[1/2, 1]", Periods(1, 2, (), 1)),
    ],
)
def test_rank(readings: str, as_of: str, status: Status, attainment: str, periods: Periods) -> None:
    """First place every year: a lost year is not forgiven, and a year to come is not yet won."""
    assessment = assessed(FIRST + readings, as_of, "2020-2025")
    assert (assessment.status, short(assessment.measure.attainment)) == (status, attainment)
    assert assessment.measure.periods == periods
    assert assessment.measure.due == exactly(periods.reported)
    assert (assessment.measure.forecast, assessment.measure.needed) == (None, None)


def test_a_lost_year_is_named() -> None:
    """The note says which year it was."""
    assessment = assessed(FIRST + "readings: {2020: 1, 2021: 2}", "mid-term", "2020-2025")
    assert "2021" in said(assessment.measure.notes)


def test_a_lost_year_is_named_by_its_number() -> None:
    """Readings of a day or of a half-year are named by their year, and each year once."""
    note, *_ = assessed(FIRST + "readings: {2021-06-30: 2, 2021-H2: 3, 2022: 1}").measure.notes
    assert write(note, "en") == "a year was lost (2021) and cannot be won back"
    assert write(note, "vi") == "có năm không đạt (2021), không thể bù lại"


@pytest.mark.parametrize(("rank", "met"), [(1, True), (5, True), (6, False)])
def test_among_the_first_five(rank: int, met: bool) -> None:
    """Fifth or better: a smaller rank is a better one."""
    assert assessed(RANK + f"target: 5, actual: [{rank}, {rank}, {rank}]", "end").measure.met is met


# --- milestone


@pytest.mark.parametrize(
    ("reading", "as_of", "status", "achieved", "attainment", "due", "pace"),
    [
        # 730 days to its date, 365 of them gone at the end of 2021
        ("actual: 45 %", "2021-12-31", "behind", "45", "9/20", "50", "9/10"),
        ("actual: 47.5 %", "2021-12-31", "on-track", "95/2", "19/40", "50", "19/20"),
        ("actual: 29 %", "2021-12-31", "at-risk", "29", "29/100", "50", "29/50"),
        ("actual: 100 %", "2021-12-31", "achieved", "100", "1", "50", "2"),
        # on its date there is still that day; the day after it is too late
        ("actual: 95 %", "2022-12-31", "on-track", "95", "19/20", "100", "19/20"),
        ("actual: 95 %", "2023-01-01", "missed", "95", "19/20", "100", "19/20"),
        ("actual: 79 %", "2023-01-01", "missed", "79", "79/100", "100", "79/100"),
        # done in time, on the day, late
        ("actual: 2021-11-18", "2021-12-31", "achieved", "100", "1", "50", "2"),
        ("actual: 2022-12-31", "end", "achieved", "100", "1", "100", "1"),
        ("actual: 2023-01-01", "end", "nearly", "100", "1", "100", "1"),
        # done, but who knows when
        ("actual: 100 %", "2023-01-01", "undetermined", "100", "1", "100", "1"),
        # the latest share counts
        ("readings: {2022-H1: 60 %, 2021: 30 %}", "2022-12-31", "behind", "60", "3/5", "100", "3/5"),
    ],
)
def test_milestone(
    reading: str, as_of: str, status: Status, achieved: str, attainment: str, due: str, pace: str
) -> None:
    """The share of the time to its own date; what is late is done, but not in time."""
    assessment = assessed(TASK + reading, as_of)
    assert found(assessment) == Expected(status, achieved, attainment, due, pace)


def test_late_is_shown_as_late() -> None:
    """The day it was done stays, and the note counts the days: 8 from the end of 2022 to 8 January."""
    measure = assessed(TASK + "actual: 2023-01-08", "end").measure
    assert (measure.done, measure.met, measure.final) == (date(2023, 1, 8), False, True)
    assert said(measure.notes) == "done 8 days late"


def test_a_task_done_for_an_unknown_date_says_the_day_alone() -> None:
    """Where the source prints no date, the steps tell the day it was done and nothing that was not calculated."""
    case = assessed(MILESTONE + "target: unknown, actual: 2023-01-08", "end")
    steps = kinds.find("milestone").steps(case.case, case.measure)
    assert [(step.name.en, step.words.en) for step in steps] == [("done", "the day it was done")]


def test_a_share_done_by_a_day_before_the_date_is_in_time() -> None:
    """All done by the end of 2021 is in time for the end of 2022, whenever one looks."""
    assert assessed(TASK + "readings: {2021: 100 %}", "end").status == "achieved"


def test_a_milestone_unmet_at_the_end_of_the_term() -> None:
    """The end of the term is for good, for a milestone of that day too, however much of it is done."""
    assert assessed(MILESTONE + "target: by 2023-12-31, readings: {2023: 85 %}", "end").status == "missed"
    assert assessed(MILESTONE + "target: by 2023-12-31, readings: {2022: 50 %}", "end").status == "missed"


@pytest.mark.parametrize("kind", ["level", "annual", "rate"])
@pytest.mark.parametrize("goal", ["within 103..107", "'= 3'", "5"])
def test_a_target_without_a_reading_has_rules_too(kind: str, goal: str) -> None:
    """A workbook calculates by them once a figure is typed in."""
    case = assessed(inline(kind, "point" if kind != "rate" else "%") + f"target: {goal}, baseline: 112").case
    assert "achieved" in kinds.find(kind).rules(case).quantities


# --- What holds for all


@pytest.mark.parametrize(
    ("target", "as_of", "status"),
    [
        ("actual: 301", "mid-term", "exceeded"),
        ("actual: 300", "mid-term", "achieved"),
        ("actual: 149", "mid-term", "on-track"),
        ("actual: 120", "mid-term", "behind"),
        ("actual: 80", "mid-term", "at-risk"),
        ("actual: 250", "end", "nearly"),
        ("actual: 200", "end", "missed"),
        ("actual: 290..310", "mid-term", "undetermined"),
        ("note: nothing yet", "mid-term", "no-data"),
    ],
)
def test_statuses_from_a_file(target: str, as_of: str, status: Status) -> None:
    """All that a total of 300 can come to (a level without a baseline is pending)."""
    assert assessed(ADMITTED + f"target: 300 members, {target}", as_of).status == status


def test_all_statuses_are_reached() -> None:
    """Every status of the model comes out of the tables above."""
    reached = {expected.status for *_, expected in (*TOTALS, *LEVELS)}
    assert reached | {"undetermined"} == set(get_args(Status))


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [
        # due 1000 of 2000 at mid-term
        ("950", "mid-term", "on-track"),
        ("949", "mid-term", "behind"),
        ("600", "mid-term", "behind"),
        ("599", "mid-term", "at-risk"),
        ("1600", "end", "nearly"),
        ("1599", "end", "missed"),
        ("1999", "end", "nearly"),
        # intervals that touch or cross a threshold
        ("950..1100", "mid-term", "on-track"),
        ("949..1100", "mid-term", "undetermined"),
        ("600..949", "mid-term", "behind"),
        ("600..950", "mid-term", "undetermined"),
        ("0..599", "mid-term", "at-risk"),
        ("599..600", "mid-term", "undetermined"),
        ("1599..1600", "end", "undetermined"),
        # and that straddle the goal
        ("1999..2000", "mid-term", "undetermined"),
        ("2000..2001", "mid-term", "achieved"),
        ("2001..2002", "mid-term", "exceeded"),
    ],
)
def test_at_the_thresholds(actual: str, as_of: str, status: Status) -> None:
    """What equals a threshold has reached it, and nothing is rounded on the way there."""
    assert assessed(ADMITTED + f"target: 2000 members, actual: {actual}", as_of).status == status


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [("900", "mid-term", "on-track"), ("500", "mid-term", "behind"), ("499", "mid-term", "at-risk"),
     ("1400", "end", "nearly"), ("1399", "end", "missed")],
)  # fmt: skip
def test_thresholds_of_the_file(actual: str, as_of: str, status: Status) -> None:
    """A file can say at which shares it wants to be told."""
    more = "thresholds: {on-track: 90%, behind: 50%, nearly: 70%}"
    assert assessed(ADMITTED + f"target: 2000 members, actual: {actual}", as_of, more=more).status == status


_TOLD = {
    "2021-06-30": "30 June 2021",
    "2021-12-31": "31 December 2021",
    "2022-06-29": "29 June 2022",
    "2022-12-30": "30 December 2022",
}


@pytest.mark.parametrize(
    ("target", "as_of", "achieved", "left_out"),
    [
        (ADMITTED + "target: 300 members, readings: {2021: 90, 2022: 105}", "2021-12-31", "90", "2022"),
        (ADMITTED + "target: 300 members, readings: {2021: 90, 2022: 105}", "2022-12-30", "90", "2022"),
        (ADMITTED + "target: 9, readings: {2021-H1: 4, 2021-H2: 5, 2022: 6}", "2021-06-30", "4", "2021-H2, 2022"),
        (INSURED + "target: 80 %, readings: {2021: 60 %, 2022: 90 %}", "2021-12-31", "60", "2022"),
        (CUT + "target: 1.5 %/year, readings: {2021: 1, 2022: 2}", "2021-12-31", "1", "2022"),
        (FIRST + "readings: {2021: 1, 2022: 2}", "2021-12-31", "1", "2022"),
        (TASK + "actual: 2022-06-30", "2022-06-29", None, "30 June 2022"),
        (TASK + "readings: {2021: 40 %, 2022-06-30: 2022-06-30}", "2022-06-29", "40", "30 June 2022"),
    ],
)
def test_readings_after_the_as_of_date(target: str, as_of: str, achieved: str | None, left_out: str) -> None:
    """They do not count, not even in part, and the note names them."""
    assessment = assessed(target, as_of)
    assert short(assessment.measure.achieved) == achieved
    assert said(assessment.measure.notes[-1:]) == (
        f"not counted, since it lies after the as-of date of {_TOLD[as_of]}: {left_out}"
    )


def test_what_is_not_counted_is_told_with_its_days() -> None:
    """Days, and since when a reading is known, are dates in the reader's language; longer periods have their names."""
    readings = "{2022-H1: 4, 2022-09-03: 5, 2021: [{figure: 6, known: 2022-02-01}]}"
    (note,) = assessed(INSURED + f"target: 80 %, readings: {readings}", "2021-12-31").measure.notes
    assert write(note, "en") == (
        "not counted, since it lies after the as-of date of 31 December 2021: "
        "2022-H1, 3 September 2022, 2021 (known since 1 February 2022)"
    )
    assert write(note, "vi") == (
        "chưa tính số liệu có sau ngày 31 tháng 12 năm 2021: "
        "6 tháng đầu năm 2022, ngày 03 tháng 9 năm 2022, năm 2021 (có từ ngày 01 tháng 02 năm 2022)"
    )


# --- Laws

ORDER: tuple[Status, ...] = (
    "missed",
    "nearly",
    "at-risk",
    "pending",
    "behind",
    "on-track",
    "achieved",
    "exceeded",
)
"""From worst to best; what is unmet for good is worse than anything that can still be met."""

counts = st.integers(min_value=0, max_value=400)
tenths = st.integers(min_value=0, max_value=1000).map(lambda number: f"{number / 10:.1f}")
days = st.integers(min_value=0, max_value=1094).map(lambda number: (date(2021, 1, 1) + timedelta(number)).isoformat())
by_year = st.permutations((2021, 2022, 2023))


@st.composite
def targets(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a target with readings by year, and the readings, in any order."""
    start, values = draw(
        st.sampled_from(
            (
                (ADMITTED + "target: 300 members", counts.map(str)),
                (JOBS + "target: 100 jobs/year", counts.map(str)),
                (COMPLAINTS + "target: 300 cases", counts.map(str)),
                (INSURED + "target: 60 %, baseline: 20.5 %", tenths),
                (POOR + "target: 20 %, baseline: 60 %", tenths),
                (POOR + "target: 20 %", tenths),
                (CUT + "target: 20..40 %/year", tenths),
                (RANK + "target: 3", st.integers(1, 6).map(str)),
                (MILESTONE + "target: by 2022-06-30", tenths),
            )
        )
    )
    years = draw(by_year)[: draw(st.integers(1, 3))]
    return start, [f"{year}: {draw(values)}" for year in years]


@settings(max_examples=150, deadline=None)
@given(targets(), days)
def test_the_order_of_readings_does_not_matter(target: tuple[str, list[str]], as_of: str) -> None:
    """A file may list its years as it likes."""
    start, readings = target
    orders = (readings, sorted(readings), sorted(readings, reverse=True))
    measures = [assessed(f"{start}, readings: {{{', '.join(order)}}}", as_of).measure for order in orders]
    bare = [measure._replace(notes=(), periods=None) for measure in measures]
    assert bare[0] == bare[1] == bare[2]
    periods = [measure.periods for measure in measures if measure.periods is not None]
    assert len({(kept.met, kept.reported, frozenset(kept.lost)) for kept in periods}) <= 1


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(
        (
            (ADMITTED + "target: 300 members", False, 1),
            (ADMITTED + "target: '> 300 members'", False, 1),
            (JOBS + "target: 100 jobs/year", False, 1),
            (COMPLAINTS + "target: 300 cases", True, 1),
            (INSURED + "target: 60 %, baseline: 20 %", False, 5),
            (INSURED + "target: 60 %", False, 5),
            (INSURED + "target: 40..60 %, baseline: 20 %", False, 5),
            (POOR + "target: 20 %, baseline: 60 %", True, 5),
            (POOR + "target: 20 %", True, 5),
            (CUT + "target: 40..60 %/year", False, 5),
            (MILESTONE + "target: by 2022-06-30", False, 5),
        )
    ),
    counts,
    counts,
    counts,
    days,
)
def test_better_figures_never_look_worse(
    target: tuple[str, bool, int], before: int, one: int, other: int, as_of: str
) -> None:
    """With more of what is better neither status nor pace falls."""
    start, lower, scale = target
    worse, better = sorted((one, other), reverse=lower)
    results = [
        assessed(f"{start}, readings: {{2021-03: {before // scale}, 2021-04: {value // scale}}}", as_of)
        for value in (worse, better)
    ]
    statuses = [result.status for result in results]
    paces = [result.measure.pace for result in results]
    if set(statuses) <= set(ORDER):
        assert ORDER.index(statuses[0]) <= ORDER.index(statuses[1])
    if paces[0] is not None and paces[1] is not None and paces[0].low is not None and paces[1].low is not None:
        assert paces[0].low <= paces[1].low or paces[1].high is None


@settings(max_examples=100, deadline=None)
@given(targets(), st.integers(min_value=1, max_value=4000))
def test_nothing_happens_after_the_term(target: tuple[str, list[str]], later: int) -> None:
    """Seen from the last day or from any later one, a target stands the same."""
    start, readings = target
    text = f"{start}, readings: {{{', '.join(readings)}}}"
    after = (date(2023, 12, 31) + timedelta(later)).isoformat()
    assert assessed(text, "end")[2:] == assessed(text, after)[2:]
