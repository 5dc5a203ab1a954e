"""Grades from the best to the worst, asked for every year."""

from __future__ import annotations

import pytest
from samples.judged import FIVE_YEARS, assessed, inline, said, short

from partykpi.core.measure import Periods
from partykpi.core.model import Status

GRADES = ", grades: [excellent, good, done, not done]"
BRANCHES = f"indicator: {{name: N, kind: grade, better: higher{GRADES}}}, "
VIETNAMESE = (
    "indicator: {name: N, kind: grade, better: higher, "
    "grades: [xuất sắc, hoàn thành tốt, hoàn thành, không hoàn thành]}, "
)
ONE_YEAR = "{from: 2024-01-01, to: 2024-12-31}"


@pytest.mark.parametrize(
    ("target", "as_of", "status", "periods"),
    [
        # start: one year, kept or lost
        ("target: good, readings: {2021: good}", "2021-12-31", "on-track", Periods(1, 1)),
        ("target: good, readings: {2021: done}", "2021-12-31", "missed", Periods(0, 1, ("2021",))),
        # middle: a better grade keeps it too; a lost year is not made good
        ("target: good, readings: {2021: excellent, 2022: good}", "2022-12-31", "on-track", Periods(2, 2)),
        ("target: good, readings: {2021: done, 2022: excellent}", "2022-12-31", "missed", Periods(1, 2, ("2021",))),
        ("target: excellent, readings: {2021: good}", "2022-12-31", "missed", Periods(0, 1, ("2021",))),
        (
            "target: good, readings: {2020: good, 2021: good, 2022: not done, 2023: good, 2024: good}",
            "end",
            "nearly",
            Periods(4, 5, ("2022",)),
        ),
        # end: five years are told of, or not
        ("target: good, readings: {2020: good, 2021: good, 2022: excellent, 2023: good, 2024: good}", "end", "achieved",
         Periods(5, 5)),
        ("target: good, readings: {2020: good, 2021: good, 2022: good}", "end", "undetermined", Periods(3, 3)),
    ],
)  # fmt: skip
def test_grades(target: str, as_of: str, status: Status, periods: Periods) -> None:
    """Good is met by good or better, year by year."""
    it = assessed(BRANCHES + target, as_of, FIVE_YEARS)
    assert (it.status, it.measure.periods) == (status, periods)
    kept = f"{periods.met}/{periods.reported}"
    assert short(it.measure.attainment) == (kept if periods.lost and periods.met else str(int(not periods.lost)))


@pytest.mark.parametrize(
    ("asked", "was", "status"),
    [
        ("good", "excellent", "exceeded"),
        ("good", "good", "achieved"),
        ("excellent", "excellent", "achieved"),  # nothing is better
        ("done", "good", "exceeded"),
        ("good", "done", "missed"),
    ],
)
def test_a_better_grade_exceeds(asked: str, was: str, status: Status) -> None:
    """At the end a grade beyond the one that was asked for is more than it."""
    assert assessed(BRANCHES + f"target: {asked}, readings: {{2024: {was}}}", "end", ONE_YEAR).status == status


@pytest.mark.parametrize(
    ("asked", "was"),
    [("Hoàn thành tốt", "HOÀN THÀNH TỐT"), ("hoan thanh tot", "xuất sắc"), ("hoàn thành tốt", "Xuat sac")],
)
def test_names_are_read_blind_to_case_and_accents(asked: str, was: str) -> None:
    """However a name is written it is the grade."""
    it = assessed(VIETNAMESE + f"target: {asked}, readings: {{2021: {was}}}", "2021-12-31")
    assert it.measure.periods == Periods(1, 1)


def test_a_lost_year_is_named() -> None:
    """The note says which year it was."""
    it = assessed(BRANCHES + "target: good, readings: {2021: good, 2022: done}", "2022-12-31")
    assert "a year was lost (2022) and cannot be won back" in said(it.measure.notes)


@pytest.mark.parametrize(
    ("asked", "ranks", "status"),
    [
        ("3", "1", "exceeded"),
        ("3", "3", "achieved"),
        ("1", "1", "achieved"),
        ("3", "4", "missed"),
        ("'<= 3'", "2", "exceeded"),
        ("'< 3'", "2", "achieved"),  # the nearest that meets it
        ("'< 3'", "1", "exceeded"),
    ],
)
def test_a_better_rank_exceeds(asked: str, ranks: str, status: Status) -> None:
    """First where third was asked for is more than it."""
    target = inline("rank", "rank", "lower") + f"target: {asked}, readings: {{2024: {ranks}}}"
    assert assessed(target, "end", ONE_YEAR).status == status
