"""The goals that a target has had, and when each was in force."""

from __future__ import annotations

from datetime import date

import pytest
from samples.judged import assessed, case_of, inline, said

from partykpi.core.figure import exactly
from partykpi.core.progress.stages import goal_on, stages

MEMBERS = inline("total", "member")
ONCE = MEMBERS + "target: 700, amended: [{on: 2023-01-15, target: 750, reason: merger}], actual: 5"
TWICE = MEMBERS + "target: 60, amended: [{on: 2021-07-01, target: 108}, {on: 2023-07-01, target: 156}], actual: 5"
FIRST_DAY = MEMBERS + "target: 60, amended: [{on: 2020-07-01, target: 108}], actual: 5"
UNKNOWN = MEMBERS + "target: unknown, amended: [{on: 2022-01-01, target: 108}], actual: 5"


@pytest.mark.parametrize(
    ("target", "as_of", "expected"),
    [
        (MEMBERS + "target: 60, actual: 5", "end", "0 2020-07-01 2025-06-30 60"),
        (ONCE, "2023-01-14", "0 2020-07-01 2025-06-30 700"),
        (ONCE, "2023-01-15", "1 2020-07-01 2023-01-14 700 | 0 2023-01-15 2025-06-30 750"),
        (TWICE, "2022-12-31", "1 2020-07-01 2021-06-30 60 | 0 2021-07-01 2025-06-30 108"),
        (
            TWICE,
            "end",
            "1 2020-07-01 2021-06-30 60 | 2 2021-07-01 2023-06-30 108 | 0 2023-07-01 2025-06-30 156",
        ),
        # on the first day the new goal takes the whole place; one that was not known leaves its days to the next
        (FIRST_DAY, "end", "0 2020-07-01 2025-06-30 108"),
        (UNKNOWN, "end", "0 2020-07-01 2025-06-30 108"),
    ],
)
def test_the_days_of_each_goal(target: str, as_of: str, expected: str) -> None:
    """One after another over the whole period; an amendment after the day looked at is none yet."""
    found = [
        f"{stage.number} {stage.first} {stage.last} {stage.goal.bound and stage.goal.bound.exact}"
        for stage in stages(case_of(target, as_of))
    ]
    assert " | ".join(found) == expected


@pytest.mark.parametrize(
    ("on", "bound"),
    [("2020-01-01", 60), ("2021-06-30", 60), ("2021-07-01", 108), ("2023-06-30", 108), ("2025-06-30", 156)],
)
def test_the_goal_on_a_day(on: str, bound: int) -> None:
    """It is in force from its own day; before all of them the first one is."""
    stage = goal_on(date.fromisoformat(on), stages(case_of(TWICE, "end")))
    assert stage.goal.bound == exactly(bound)


@pytest.mark.parametrize(("as_of", "bound", "amended"), [("2022-12-31", 700, False), ("2023-12-31", 750, True)])
def test_an_amended_goal_is_in_force_from_its_day(as_of: str, bound: int, amended: bool) -> None:
    """A report as of an earlier day uses what was in force then; a later one says what it was amended from."""
    it = assessed(ONCE, as_of)
    assert it.goal.bound == exactly(bound)
    assert ("amended from 700" in said(it.measure.notes)) is amended
