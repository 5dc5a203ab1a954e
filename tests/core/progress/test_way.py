"""The way from a baseline to the bound, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from samples.judged import FIVE_YEARS, PLAN, assessed, inline, said, short

SHARE = inline("level", "%")
POOR = inline("level", "%", "lower")
COUNT = inline("level", "commune")
SCORE = inline("level", "score")
INDEX = inline("level", "point")
RATIO = inline("level", "point", "lower")
YEARLY = inline("annual", "point")

TWICE = (
    SCORE + "baseline: 40, target: 100, "
    "amended: [{on: 2021-07-01, target: 76}, {on: 2023-07-01, target: 90}], readings: "
)
STEPS = SCORE + "baseline: 40, target: {2020: 43, 2021: 49, 2022: 61, 2023: 61, 2024: 70, 2025: 76}, readings: "


@pytest.mark.parametrize(
    ("target", "as_of", "due", "pace"),
    [
        # from 40 to 100 in 60 months, at the day of the reading: 1 a month
        (SCORE + "baseline: 40, target: 100, readings: {2020-07-31: 42}", "2020-07-31", "41", "2"),
        (SCORE + "baseline: 40, target: 100, readings: {2020-07-31: 42}", "mid-term", "41", "2"),
        (SCORE + "baseline: 40, target: 100, readings: {2020-12-31: 43}", "mid-term", "46", "1/2"),
        (SCORE + "baseline: 40, target: 100, readings: {2022-12-31: 70}", "mid-term", "70", "1"),
        (SCORE + "baseline: 40, target: 100, readings: {2025-06-30: 70}", "end", "100", "1/2"),
        # a figure without a day is one of the day looked at
        (SCORE + "baseline: 40, target: 100, actual: 55", "mid-term", "70", "1/2"),
        # down from 8 to 2 in 60 months, by 0.1 a month
        (POOR + "baseline: 8 %, target: 2 %, readings: {2021-12-31: 6.2 %}", "mid-term", "31/5", "1"),
        (POOR + "baseline: 8 %, target: 2 %, readings: {2022-12-31: 8 %}", "mid-term", "5", "0"),
        (POOR + "baseline: 8 %, target: 2 %, readings: {2022-12-31: 9 %}", "mid-term", "5", "-1/3"),
        # amended: 12 months of 1, then 76 - 52 in 48 months, then 90 - 64 in 24
        (TWICE + "{2021-06-30: 46}", "2021-06-30", "52", "1/2"),
        (TWICE + "{2022-06-30: 58}", "2022-06-30", "58", "1"),
        (TWICE + "{2023-06-30: 64}", "2023-06-30", "64", "1"),
        (TWICE + "{2024-06-30: 77}", "2024-06-30", "77", "1"),
        (TWICE + "{2025-06-30: 65}", "end", "90", "1/2"),
        # a reading older than the amendment is held against what was due then
        (TWICE + "{2021-06-30: 46}", "2022-06-30", "52", "1/2"),
        # by the years: straight from one goal to the next
        (STEPS + "{2020-09-30: 43}", "2020-09-30", "83/2", "2"),
        (STEPS + "{2021-06-30: 46}", "2021-06-30", "46", "1"),
        (STEPS + "{2022-06-30: 55}", "2022-06-30", "55", "1"),
        (STEPS + "{2023-06-30: 61}", "2023-06-30", "61", "1"),
        (STEPS + "{2024-12-31: 55}", "2024-12-31", "70", "1/2"),
        (STEPS + "{2025-03-31: 73}", "2025-03-31", "73", "1"),
        # nothing leads anywhere without a baseline
        (SCORE + "target: 100, readings: {2022-12-31: 70}", "mid-term", "None", "None"),
    ],
)
def test_due_on_the_way(target: str, as_of: str, due: str, pace: str) -> None:
    """What is due lies on the straight line from the baseline, and the pace is what was gained of it."""
    measure = assessed(target, as_of, FIVE_YEARS).measure
    assert (str(short(measure.due)), str(short(measure.pace))) == (due, pace)


@pytest.mark.parametrize(
    ("target", "as_of", "term", "forecast", "line"),
    [
        # the straight line from the baseline through the latest figure to the end
        (SCORE + "baseline: 40, target: 100, readings: {2020-12-31: 43}", "mid-term", FIVE_YEARS, "70", None),
        (SCORE + "baseline: 40, target: 100, readings: {2022-12-31: 37}", "mid-term", FIVE_YEARS, "34", None),
        (SCORE + "baseline: 40, target: 100, readings: {2025-06-30: 70}", "end", FIVE_YEARS, "70", None),
        # without one through the first figure and the latest: 3 points in a year, three years more
        (SHARE + "target: 95 %, readings: {2021: 80 %, 2022: 83 %}", "2022-12-31", PLAN, "92", None),
        (SHARE + "target: 95 %, readings: {2021: 80 %, 2022: 88 %, 2023: 84 %}", "2023-12-31", PLAN, "88", None),
        # a share is held within its whole, anything else is not
        (SHARE + "target: 95 %, baseline: 70 %, readings: {2021-12-31: 82 %}", "2021-12-31", PLAN, "100", "130"),
        (POOR + "target: 1 %, baseline: 9 %, readings: {2021-12-31: 6.5 %}", "2021-12-31", PLAN, "0", "-3.5"),
        (COUNT + "target: 95 communes, baseline: 70, readings: {2021-12-31: 82}", "2021-12-31", PLAN, "130", None),
    ],
)
def test_where_the_line_leads(target: str, as_of: str, term: str, forecast: str, line: str | None) -> None:
    """A forecast that no share can be is held, and a note says where the line would have ended."""
    measure = assessed(target, as_of, term).measure
    assert short(measure.forecast) == forecast
    notes = said(measure.notes)
    assert ("the straight line ends at" in notes) is (line is not None)
    assert line is None or f"the straight line ends at {line}%, which no share can be" in notes


def test_one_reading_is_not_a_trend() -> None:
    """A level with no baseline and one reading has no forecast, and says why."""
    one = assessed(SHARE + "target: 95 %, readings: {2021: 80 %}", "2022-12-31", PLAN)
    assert one.measure.forecast is None
    assert one.measure.refusal is not None
    assert one.status == "pending"


def test_what_is_needed_is_below_zero_where_lower_is_better() -> None:
    """From 6 % to 5 % with 2.5 years left the rate must fall by 0.4 points a year."""
    measure = assessed(POOR + "baseline: 8 %, target: 5 %, actual: 6 %", "mid-term").measure
    assert short(measure.needed) == str(Fraction(-2, 5))
    assert short(measure.forecast) == "4"  # 8 − 2 ÷ (1/2)


@pytest.mark.parametrize(
    ("target", "worse"),
    [
        (SHARE + "target: 90 %, baseline: 80 %, readings: {2022: 79 %}", True),
        (SHARE + "target: 90 %, baseline: 80 %, readings: {2022: 80 %}", False),
        (SHARE + "target: 90 %, baseline: 80 %, readings: {2022: 81 %}", False),
        (SHARE + "target: 70 %, baseline: 80 %, readings: {2022: 75 %}", False),  # met: nothing to say
        (SHARE + "target: 70 %, baseline: 80 %, readings: {2022: 65 %}", True),
        (POOR + "target: 2 %, baseline: 6 %, readings: {2022: 6.1 %}", True),
        (POOR + "target: 2 %, baseline: 6 %, readings: {2022: 5.9 %}", False),
        (SHARE + "target: 90 %, baseline: 80 %, readings: {2022: 75..85 %}", False),  # not for sure
        (SHARE + "target: 90 %, baseline: 80 %, readings: {2022: 70..79 %}", True),
        (inline("annual", "VND") + "target: 90, baseline: 80, readings: {2022: 79}", True),
        (inline("rate", "%") + "target: 9 %, baseline: 8 %, readings: {2022: 7 %}", True),
        (inline("rate", "%") + "target: 9 %, baseline: 8 %, readings: {2022: 8.5 %}", False),
        (inline("total", "member") + "target: 90, baseline: 80, readings: {2022: 7}", False),  # begins at nothing
    ],
)
def test_worse_than_the_baseline(target: str, worse: bool) -> None:
    """What is unmet, and surely further off than before, has worsened."""
    it = assessed(target, "2022-12-31")
    assert it.measure.worse is worse
    assert (it.status == "worsened") is worse


TO_103 = "target: within 103..107, "


@pytest.mark.parametrize(
    ("target", "status", "attainment", "share_of", "due", "pace"),
    [
        # down from 112 to 107, of which 3 in three of five years are due: 3.6 of 5 gone, all 5, or 6 of them
        (RATIO + TO_103 + "baseline: 112, actual: 108.4", "on-track", "18/25", "way", "109", "6/5"),
        (RATIO + TO_103 + "baseline: 112, actual: 107", "achieved", "1", "way", "109", "5/3"),
        (RATIO + TO_103 + "baseline: 112, actual: 106", "achieved", "6/5", "way", "109", "2"),
        # past both ends: against the one that was crossed, and no progress; worse once it is more than 5 below
        (RATIO + TO_103 + "baseline: 112, actual: 101", "pending", "101/103", "goal", "109", None),
        (RATIO + TO_103 + "baseline: 112, actual: 97", "worsened", "97/103", "goal", "109", None),
        # up from 98 to 103: of what is better lower the way, of what is better higher the share of 103
        (RATIO + TO_103 + "baseline: 98, actual: 101", "on-track", "3/5", "way", "101", "1"),
        (INDEX + TO_103 + "baseline: 98, actual: 101", "on-track", "101/103", "goal", "101", "1"),
        (INDEX + TO_103 + "baseline: 98, actual: 109", "pending", "109/107", "goal", "101", None),
        (INDEX + TO_103 + "baseline: 98, actual: 112.5", "worsened", "225/214", "goal", "101", None),
        (INDEX + TO_103 + "baseline: 112, actual: 108.4", "on-track", "18/25", "way", "109", "6/5"),
        # exactly 3: down from 8, of which 3 are due; up from 1, of which 1.2 are due
        (RATIO + "target: '= 3', baseline: 8, actual: 4", "on-track", "4/5", "way", "5", "4/3"),
        (RATIO + "target: '= 3', baseline: 8, actual: 2", "pending", "2/3", "goal", "5", None),
        (INDEX + "target: '= 3', baseline: 1, actual: 2", "behind", "2/3", "goal", "11/5", "5/6"),
        (INDEX + "target: '= 3', baseline: 1, actual: 4", "pending", "4/3", "goal", "11/5", None),
        # the same of years
        (YEARLY + TO_103 + "baseline: 112, readings: {2023: 108.4}", "on-track", "18/25", "way", "109", "6/5"),
        (YEARLY + TO_103 + "baseline: 98, readings: {2023: 109}", "pending", "109/107", "goal", "101", None),
        # held from within: what is due is the end that was crossed
        (INDEX + TO_103 + "baseline: 105, actual: 108", "worsened", "108/107", "goal", "107", "108/107"),
        (YEARLY + TO_103 + "baseline: 105, readings: {2023: 102}", "worsened", "102/103", "goal", "103", "102/103"),
    ],
)
def test_a_goal_with_two_ends_is_come_to_from_one_side(
    target: str, status: str, attainment: str, share_of: str, due: str, pace: str | None
) -> None:
    """From a baseline outside the way leads to its end on that side, and what is past the other end keeps no pace."""
    it = assessed(target, "2023-12-31", PLAN)
    measure = it.measure
    assert (it.status, short(measure.attainment), measure.of) == (status, attainment, share_of)
    assert (short(measure.due), short(measure.pace)) == (due, pace)


def test_past_both_ends_leads_nowhere() -> None:
    """From 98 to 109 in three of five years leads to 349/3; nothing is within reach, and no rate is compared."""
    it = assessed(INDEX + TO_103 + "baseline: 98, readings: {2022-12-31: 104, 2023-12-31: 109}", "2023-12-31", PLAN)
    assert (short(it.measure.forecast), it.measure.compound, it.reach) == ("349/3", None, None)


def test_a_figure_that_may_be_past_both_ends() -> None:
    """What is within or past the goal is not decided."""
    it = assessed(RATIO + TO_103 + "baseline: 112, actual: 102..104", "2023-12-31", PLAN)
    assert it.status == "undetermined"


def test_back_from_the_share_of_the_way_to_two_ends() -> None:
    """72% of the way down from 112 to 107 is 108.4, where the figure itself is not printed."""
    it = assessed(RATIO + TO_103 + "baseline: 112, reported: 72%", "2025-12-31", PLAN)
    assert short(it.measure.achieved) == "(2167/20, 4337/40]"  # 73% of 5, cut off, and 71.5% of it, half up
