"""Readings beside one another and beside their goal: running totals, shares and sizes that can hardly be meant."""

from __future__ import annotations

import pytest

from partykpi.parse import load_content

ADMITTED = "indicator: party/members-admitted, target: 100 members"
INSURED = "indicator: social/health-insurance, target: 95 %"  # a level and a share of a whole
LEVEL = "indicator: {name: L, kind: level, unit: '%', better: higher}"
RATE = "indicator: {name: R, kind: rate, unit: '%', better: higher}"
JOBS = "indicator: labour/jobs-created, target: 80 thousand jobs"
SPENT = "indicator: {name: S, kind: total, unit: VND, better: lower}, target: 750 million VND"


def found(target: str, more: str = "") -> list[str]:
    """Return the codes of what is found in a file with one target."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\n{more}\ntargets: {{t: {{{target}}}}}\n"
    return [finding.code for finding in load_content("f.yaml", text.encode()).findings]


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        (f"{ADMITTED}, readings: {{2021-12-31: 20, 2022-06-30: 35, 2022-12-31: 52}}", True),
        (f"{ADMITTED}, readings: {{2021-12-31: 20, 2022-06-30: 20}}", True),
        (f"{ADMITTED}, readings: {{2022-06-30: 35, 2021-12-31: 20}}", True),  # in any order of the file
        (f"{ADMITTED}, readings: {{2020-H2: 9, 2021-12-31: 20, 2022-06-30: 35}}", True),
        (f"{ADMITTED}, readings: {{2021-12-31: 20, 2022-06-30: 35, 2022-12-31: 34}}", False),
        (f"{ADMITTED}, readings: {{2021-12-31: 20}}", False),
        (f"{ADMITTED}, readings: {{2021-12: 20, 2022-06: 35}}", False),
        (f"{ADMITTED}, readings: {{2021-12-31: 20, 2022: 35}}", False),
        ("indicator: party/members, target: 260, readings: {2021-12-31: 233, 2022-12-31: 242}", False),
        (
            f"{ADMITTED}, readings: {{2021-12-31: [{{figure: 20, known: 2022-01-31}}, "
            "{figure: 40, known: 2022-03-31}], 2022-06-30: 35}",
            False,  # what was known last falls
        ),
    ],
)
def test_what_may_be_running_totals_is_asked(target: str, asked: bool) -> None:
    """Two or more readings of a total at single days that never fall may be either."""
    assert found(target) == (["running-totals"] if asked else [])


@pytest.mark.parametrize(
    ("target", "warned"),
    [
        (f"{INSURED}, actual: 100 %", False),
        (f"{INSURED}, actual: 100.1 %", True),
        (f"{INSURED}, actual: '> 99 %'", False),
        (f"{INSURED}, actual: 0 %", False),
        (f"{INSURED}, actual: -9 %", True),
        (
            "indicator: social/health-insurance, target: 105 %, actual: 110 %",
            False,
        ),  # the goal itself is above the whole
        (f"{LEVEL}, target: 95 %, actual: 105 %", False),  # not said to be a share: a plan carried out may be
        (f"{LEVEL}, target: 95 %, actual: -9 %", True),
        (f"{LEVEL}, target: -1 %, actual: -2 %", False),
        (f"{LEVEL}, target: 1 %, baseline: -3 %, actual: -2 %", False),
        (f"{RATE}, target: 8 %, actual: [-6, 145]", False),  # growth
    ],
)
def test_a_share_out_of_its_whole_is_told(target: str, warned: bool) -> None:
    """What is given as a share of a whole, or is a level in percent that may not be below zero."""
    assert found(target) == (["share-out-of-range"] if warned else [])


@pytest.mark.parametrize(
    ("target", "warned"),
    [
        # too large
        (f"{JOBS}, readings: {{2021: 8 million jobs}}", True),
        (f"{JOBS}, readings: {{2021: 7_999_999 jobs}}", False),
        (f"{SPENT}, actual: 75 billion VND", True),
        (f"{INSURED.replace('95', '0.9')}, actual: 90 %", True),
        ("indicator: labour/jobs-created, target: 16 thousand jobs/year, readings: {2021: 1_600_000}", True),
        ("indicator: labour/jobs-created, target: 16 thousand jobs/year, actual: 7_900_000", False),  # of five years
        ("indicator: labour/jobs-created, target: 16 thousand jobs/year, actual: 8_000_000", True),
        # too small: at a level each by itself
        (f"{INSURED}, readings: {{2021: 0.94 %}}", True),
        # a percentage as a fraction: a hundred times it lies between half the goal and twice the goal
        (f"{INSURED}, readings: {{2021: 0.95 %}}", True),
        (f"{INSURED}, readings: {{2021: 96 %, 2022: 0.97}}", True),
        (f"{LEVEL}, target: 90 %, readings: {{2021: 0.94}}", True),
        (f"{LEVEL}, target: 90 %, readings: {{2021: 1}}", True),
        (f"{LEVEL}, target: 90 %, readings: {{2021: 1.01}}", False),
        (f"{LEVEL}, target: 90 %, readings: {{2021: 1/100 hộ}}", False),  # counted, and not pasted
        (f"{LEVEL}, target: 20 %, readings: {{2021: 0.4}}", True),
        (f"{LEVEL}, target: 20 %, readings: {{2021: 0.41}}", False),
        (f"{LEVEL}, target: 20 %, baseline: 0.3 %, readings: {{2021: 0.4}}", False),
        (f"{LEVEL}, target: 19.9 %, readings: {{2021: 0.3}}", False),
        (f"{LEVEL.replace('higher', 'lower')}, target: at most 30 %, readings: {{2021: 0.28}}", True),
        (f"{LEVEL.replace('higher', 'lower')}, target: at most 30 %, readings: {{2021: 0.14}}", False),
        (f"{RATE}, target: 20 %, readings: {{2021: 0.3, 2022: 22}}", False),  # a bad year
        (f"{RATE}, target: 20 %, readings: {{2021: 0.22}}", True),
        (f"{INSURED}, baseline: 0.5 %, readings: {{2021: 0.94 %}}", False),
        (f"{INSURED}, readings: {{2021: 0 %}}", False),
        # of what adds up the whole, when half of the time is over
        (f"{JOBS}, readings: {{2021: 16, 2022: 17}}", True),
        (f"{JOBS}, readings: {{2021: 16}}", False),
        (f"{JOBS}, readings: {{2021: 16, 2022: 17, 2023: 16_000}}", False),
        (f"{JOBS}, readings: {{2021-12-31: 799, 2022-12-31: 799}}, cumulative: yes", True),
        (f"{JOBS}, readings: {{2021-12-31: 799, 2022-12-31: 800}}, cumulative: yes", False),
        ("indicator: labour/jobs-created, target: 16 thousand jobs/year, readings: {2021: 16, 2022: 17}", True),
        # a bad year is small, several are not
        (f"{RATE}, target: 8 %, readings: {{2021: 0.01, 2022: 9}}", False),
        (f"{RATE}, target: 8 %, readings: {{2021: 0.07, 2022: 0.08}}", True),
        # nothing is known of a goal of 0, of a limit hardly used, of a rank or of a task
        (f"{LEVEL}, target: 0 %, actual: 60 %", False),
        (f"{SPENT}, actual: 1 VND", False),
        ("indicator: governance/dti-rank, target: 1, actual: [1, 63, 100]", False),
        ("indicator: work/project-adopted, target: by 2024-12-31, actual: 60 %", False),
        ("indicator: labour/jobs-created, target: unknown, actual: 1", False),
        # an amended goal speaks for the years before it, and the one before for those
        (f"{JOBS}, amended: [{{on: 2022-01-01, target: 1000 jobs}}], readings: {{2021: 10, 2022: 10}}", False),
    ],
)
def test_a_size_that_can_hardly_be_meant_is_told(target: str, warned: bool) -> None:
    """A hundred times the goal or more, or under a hundredth of it, where that can be no figure of the beginning."""
    assert found(target, "as_of: 2024-12-31") == (["unlikely-size"] if warned else [])


@pytest.mark.parametrize(
    ("as_of", "warned"),
    [("", False), ("as_of: 2021", False), ("as_of: mid-term", True), ("as_of: 2023", True), ("as_of: end", True)],
)
def test_one_figure_is_small_only_late_in_the_time_of_its_goal(as_of: str, warned: bool) -> None:
    """Of a figure without a period the file's as-of date says how late it is."""
    assert found(f"{JOBS}, actual: 16 jobs", as_of) == (["unlikely-size"] if warned else [])


def test_a_size_is_not_judged_beside_errors() -> None:
    """Where a reading cannot be read, the rest of them may well be small."""
    assert found(f"{JOBS}, readings: {{2021: 16, 2022: many, 2023: 5}}") == ["unparsable-figure"]


@pytest.mark.parametrize(
    ("readings", "codes"),
    [
        ("{2024: 2024-12-30}", []),
        ("{2024-Q4: 2024-12-30}", []),
        ("{2021: 2024-12-30}", ["done-outside-period"]),
        ("{2024-Q3: 2024-12-30}", ["done-outside-period"]),
        ("{2025-H1: 2024-12-30}", ["done-outside-period"]),
    ],
)
def test_a_task_is_done_on_a_day_of_its_period(readings: str, codes: list[str]) -> None:
    """One that was done on another day is told for another period."""
    assert found(f"indicator: work/project-adopted, target: by 2024-12-31, readings: {readings}") == codes


YIELD = "indicator: {name: Y, kind: level, unit: quintal/ha, better: higher}"


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        (f"{YIELD}, target: 6 tonne/ha, actual: 5.8", 1),
        (f"{YIELD}, target: 6 tonne/ha, baseline: 5.2, actual: 5.8", 2),
        (f"{YIELD}, target: 6 tonne/ha, actual: 5.8 tonne/ha", 0),
        (f"{YIELD}, target: 60, actual: 58", 0),
        (f"{YIELD}, target: 60 quintal/ha, actual: 58", 0),
        (f"{JOBS}, actual: 79", 0),  # what is counted stays whole
    ],
)
def test_a_number_that_may_be_in_two_units_is_asked_about(target: str, asked: int) -> None:
    """Where the goal is in another unit than the indicator, the size of a bare number does not tell which it is in."""
    assert found(target).count("bare-figure") == asked
