"""The years that a goal binds one by one, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from samples.judged import FIVE_YEARS, PLAN, assessed, inline, said, short

from partykpi.core import kinds
from partykpi.core.measure import Periods
from partykpi.core.model import MET, Status

JOBS = inline("total", "job")
MONEY = inline("total", "VND")
CASES = inline("total", "case", "lower")
SHARE = inline("level", "%")
POOR = inline("level", "%", "lower")
CUT = inline("rate", "%")
RANK = inline("rank", "rank", "lower")
REVENUE = inline("annual", "VND")
CASES_A_YEAR = inline("annual", "case", "lower")
DISBURSED = inline("annual", "%")
EVERY = "every: year, "


@pytest.mark.parametrize(
    ("target", "as_of", "status", "kept", "lost"),
    [
        # start: a half year of 10 a year asks 5; what is not over can be kept, not lost
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-H2: 5}", "2020-12-31", "on-track", "1/1", ""),
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-H2: 4}", "2020-12-31", "missed", "0/1", "2020"),
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-Q3: 4}", "2020-09-30", "pending", "0/0", ""),
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-Q3: 5}", "2020-09-30", "on-track", "1/1", ""),
        # the year is over and a quarter of it is not told: it cannot be lost, and can be kept
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-Q3: 4}", "2020-12-31", "pending", "0/0", ""),
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-Q4: 5}", "2020-12-31", "on-track", "1/1", ""),
        # of whole things 5.5 of 11 is 5; of money it is 5.5
        (JOBS + "target: 11 jobs/year, " + EVERY + "readings: {2020-H2: 5}", "2020-12-31", "on-track", "1/1", ""),
        (MONEY + "target: 11 VND/year, " + EVERY + "readings: {2020-H2: 5}", "2020-12-31", "missed", "0/1", "2020"),
        # more than asked strictly: more than 5 in half a year
        (JOBS + "target: '> 10 jobs/year', " + EVERY + "readings: {2020-H2: 5}", "2020-12-31", "missed", "0/1", "2020"),
        # a reading of the whole year beside a half in the term is held against the whole year's goal
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020: 10}", "2020-12-31", "on-track", "1/1", ""),
        (JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020: 9}", "2020-12-31", "missed", "0/1", "2020"),
        # middle: a lost year is final however many are kept: 3 of 4 is under 80%, 4 of 5 is not
        (
            JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-H2: 9, 2021: 9, 2022: 30, 2023: 30}",
            "2023-12-31",
            "missed",
            "3/4",
            "2021",
        ),
        (
            JOBS + "target: 10 jobs/year, " + EVERY + "readings: {2020-H2: 9, 2021: 9, 2022: 30, 2023: 30, 2024: 10}",
            "2024-12-31",
            "nearly",
            "4/5",
            "2021",
        ),
        # a limit: a running year is lost once it is passed, and kept only when it is over
        (CASES + "target: 10 cases/year, " + EVERY + "readings: {2020-Q3: 5}", "2020-09-30", "pending", "0/0", ""),
        (CASES + "target: 10 cases/year, " + EVERY + "readings: {2020-Q3: 6}", "2020-09-30", "missed", "0/1", "2020"),
        (CASES + "target: 10 cases/year, " + EVERY + "readings: {2020-H2: 5}", "2020-12-31", "on-track", "1/1", ""),
        # a path says what its own part of the year is to bring
        (
            JOBS + "target: {2020: 3, 2021: 10, 2022: 12}, " + EVERY + "readings: {2020-H2: 3, 2021: 11, 2022: 11}",
            "2022-12-31",
            "missed",
            "2/3",
            "2022",
        ),
        # running totals: 4, then 10 more, then 9 more
        (
            JOBS
            + "target: 8 jobs/year, cumulative: yes, "
            + EVERY
            + "readings: {2020-12-31: 4, 2021-12-31: 14, 2022-12-31: 23}",
            "2022-12-31",
            "on-track",
            "3/3",
            "",
        ),
        (
            JOBS
            + "target: 10 jobs/year, cumulative: yes, "
            + EVERY
            + "readings: {2020-12-31: 5, 2021-12-31: 15, 2022-12-31: 24}",
            "2022-12-31",
            "missed",
            "2/3",
            "2022",
        ),
        # end: all kept, and one that nobody told of
        (
            JOBS
            + "target: 10 jobs/year, "
            + EVERY
            + "readings: {2020-H2: 5, 2021: 10, 2022: 10, 2023: 10, 2024: 10, 2025-H1: 5}",
            "end",
            "achieved",
            "6/6",
            "",
        ),
        (
            JOBS
            + "target: 10 jobs/year, "
            + EVERY
            + "readings: {2020-H2: 5, 2021: 10, 2022: 10, 2024: 10, 2025-H1: 5}",
            "end",
            "undetermined",
            "5/5",
            "",
        ),
        # levels, by the latest figure of each year
        (
            SHARE + "target: 90 %, " + EVERY + "readings: {2021-06: 80 %, 2021-12: 91 %}",
            "2021-12-31",
            "on-track",
            "1/1",
            "",
        ),
        (
            SHARE + "target: 90 %, " + EVERY + "readings: {2021: 91 %, 2022: 89 %}",
            "2022-12-31",
            "missed",
            "1/2",
            "2022",
        ),
        (POOR + "target: 2 %, " + EVERY + "readings: {2021: 2 %, 2022: 1.9 %}", "2022-12-31", "on-track", "2/2", ""),
        # half of a year is told, and the year is over: it is not whole, so it is not lost
        (
            SHARE + "target: 90 %, " + EVERY + "readings: {2021: 91 %, 2022-H1: 40 %}",
            "2022-12-31",
            "on-track",
            "1/1",
            "",
        ),
        (CUT + "target: 2 %, " + EVERY + "readings: {2021: 3 %, 2022-H1: 1 %}", "2022-12-31", "on-track", "1/1", ""),
        (
            DISBURSED + "target: 90 %, " + EVERY + "readings: {2021: 91 %, 2022-H1: 40 %}",
            "2022-12-31",
            "on-track",
            "1/1",
            "",
        ),
        # rates, by the mean of the year
        (
            CUT + "target: 2 %, " + EVERY + "readings: {2021: 3 %, 2022-H1: 1 %, 2022-H2: 3 %}",
            "2022-12-31",
            "on-track",
            "2/2",
            "",
        ),
        (CUT + "target: 2 %, " + EVERY + "readings: {2021: 3 %, 2022: 1.9 %}", "2022-12-31", "missed", "1/2", "2022"),
        # what starts anew, by the sum of the year
        (
            REVENUE + "target: 10 VND, " + EVERY + "readings: {2021: 11, 2022-H1: 4, 2022-H2: 6}",
            "2022-12-31",
            "on-track",
            "2/2",
            "",
        ),
        (
            REVENUE + "target: 10 VND, " + EVERY + "readings: {2021: 11, 2022-H1: 4, 2022-H2: 5}",
            "2022-12-31",
            "missed",
            "1/2",
            "2022",
        ),
        # with no whole year beside it a part of a year is held against what is asked of its months: 125 of 250
        (REVENUE + "target: 250 VND, " + EVERY + "readings: {2020-H2: 120}", "2020-12-31", "missed", "0/1", "2020"),
        (REVENUE + "target: 250 VND, " + EVERY + "readings: {2020-H2: 125}", "2020-12-31", "on-track", "1/1", ""),
        (REVENUE + "target: 250 VND, " + EVERY + "readings: {2020-Q4: 120}", "2020-12-31", "pending", "0/0", ""),
        (DISBURSED + "target: 95 %, " + EVERY + "readings: {2020-H2: 94 %}", "2020-12-31", "missed", "0/1", "2020"),
        (DISBURSED + "target: 95 %, " + EVERY + "readings: {2020-Q3: 94 %}", "2020-09-30", "pending", "0/0", ""),
        # a running year that is the only one: what comes in may keep it already, and a limit may be broken already
        (REVENUE + "target: 250 VND, " + EVERY + "readings: {2021-H1: 260}", "2021-06-30", "on-track", "1/1", ""),
        (REVENUE + "target: 250 VND, " + EVERY + "readings: {2021-H1: 240}", "2021-06-30", "pending", "0/0", ""),
        (CASES_A_YEAR + "target: 30, " + EVERY + "readings: {2021-H1: 31}", "2021-06-30", "missed", "0/1", "2021"),
        (CASES_A_YEAR + "target: 30, " + EVERY + "readings: {2021-H1: 30}", "2021-06-30", "pending", "0/0", ""),
        (CASES_A_YEAR + "target: '< 30', " + EVERY + "readings: {2021-H1: 30}", "2021-06-30", "missed", "0/1", "2021"),
    ],
)
def test_years_kept_and_lost(target: str, as_of: str, status: Status, kept: str, lost: str) -> None:
    """Each year by itself, a part of one for its months; a lost year is final, and all is met only at the end."""
    it = assessed(target, as_of, FIVE_YEARS)
    assert it.status == status
    periods = it.measure.periods or Periods(0, 0)
    assert f"{periods.met}/{periods.reported}" == kept
    assert " ".join(periods.lost) == lost
    share = None if periods.reported == 0 else str(_share(kept))
    assert short(it.measure.pace) == share
    assert short(it.measure.score) == share


def _share(kept: str) -> object:
    met, _, reported = kept.partition("/")
    return 1 if met == reported else kept if met != "0" else 0


def test_years_met_stand_beside_the_sum() -> None:
    """Four of five years met are kept apart from 130% of the sum, and the lost year decides."""
    readings = "readings: {2021: 15000, 2022: 20000, 2023: 20000, 2024: 24000, 2025: 25000}"
    it = assessed(JOBS + f"target: 16 thousand jobs/year, every: year, {readings}", "end", PLAN)
    assert short(it.measure.attainment) == "13/10"  # 104 000 of 80 000
    assert it.measure.periods == Periods(4, 5, ("2021",))
    assert short(it.measure.score) == "4/5"
    assert it.status == "nearly"
    assert "the goal binds every year; lost for good: 2021" in said(it.measure.notes)


@pytest.mark.parametrize(
    "target",
    [
        SHARE + "target: 90 %, every: year, actual: 95 %",
        REVENUE + "target: 90 VND, every: year, actual: 95 VND",
        CUT + "target: 2 %, every: year, actual: 3 %",
        JOBS + "target: 10 jobs/year, every: year, actual: 60",
    ],
)
def test_years_to_come_can_still_be_lost(target: str) -> None:
    """In the middle of a period no goal of each year is met, whatever one figure for all the time so far is."""
    assert assessed(target, "mid-term").status not in MET


@pytest.mark.parametrize("every", ["", "every: average, "])
def test_an_average_forgives_a_weak_year(every: str) -> None:
    """The same years judged by their average, as they are unless it is said otherwise, exceed the goal."""
    readings = "readings: {2021: 15000, 2022: 20000, 2023: 20000, 2024: 24000, 2025: 25000}"
    it = assessed(JOBS + f"target: 16 thousand jobs/year, {every}{readings}", "end", PLAN)
    assert short(it.measure.attainment) == "13/10"
    assert it.measure.periods is None
    assert it.status == "exceeded"
    assert said(it.measure.notes) == "short of the yearly goal by themselves: 2021 (15,000 of 16,000)"


@pytest.mark.parametrize(
    ("target", "status", "periods"),
    [
        # the latest is 95 of 90, but 2022 is lost: 2 of 3; their average is 92
        (SHARE + "target: 90 %, every: year, readings: {2021: 91 %, 2022: 89 %, 2023: 95 %}", "missed", (2, 3)),
        (SHARE + "target: 90 %, every: average, readings: {2021: 91 %, 2022: 89 %, 2023: 96 %}", "exceeded", None),
        (CUT + "target: 2 %, every: year, readings: {2021: 3 %, 2022: 1 %, 2023: 3 %}", "missed", (2, 3)),
        (CUT + "target: 2 %, readings: {2021: 3 %, 2022: 1 %, 2023: 3 %}", "exceeded", None),  # a mean of 7/3
        (RANK + "target: 2, every: average, readings: {2021: 1, 2022: 3, 2023: 2}", "achieved", None),
        (RANK + "target: 2, readings: {2021: 1, 2022: 3, 2023: 2}", "missed", (2, 3)),
        (REVENUE + "target: 9, every: year, readings: {2021: 9, 2022: 8, 2023: 12}", "missed", (2, 3)),
        (REVENUE + "target: 9, readings: {2021: 9, 2022: 8, 2023: 12}", "exceeded", None),
    ],
)
def test_every_year_and_average_for_each_kind(target: str, status: str, periods: tuple[int, int] | None) -> None:
    """A goal can bind every year or the average of the years, whatever the kind (but milestones)."""
    it = assessed(target, "end", "{from: 2021-01-01, to: 2023-12-31}")
    assert it.status == status
    found = it.measure.periods
    assert (None if found is None else (found.met, found.reported)) == periods


@pytest.mark.parametrize(
    ("readings", "status", "periods"),
    [
        ("{2024-Q2: 3, 2024-Q3: 2, 2024-Q4: 3, 2025-Q1: 2}", "on-track", Periods(1, 1)),
        ("{2024-Q2: 3, 2024-Q3: 2, 2024-Q4: 3, 2025-Q1: 1}", "missed", Periods(0, 1, ("2024",))),
        ("{2024: 10}", "on-track", Periods(1, 1)),
        ("{2024-Q2: 3, 2024-Q3: 2, 2024-Q4: 3}", "pending", Periods(0, 0)),
    ],
)
def test_years_of_a_body(readings: str, status: Status, periods: Periods) -> None:
    """Where years begin in April, 2024 is April 2024 to March 2025, while quarters stay those of the calendar."""
    target = JOBS + f"target: 10 jobs/year, every: year, readings: {readings}"
    it = assessed(target, "2025-03-31", "{from: 2024-04-01, to: 2026-03-31}", "year_starts: 04-01")
    assert (it.status, it.measure.periods or Periods(0, 0)) == (status, periods)


def test_a_part_of_a_year_is_asked_for_its_months() -> None:
    """Half a year of 250 a year is asked 125, and 120 loses it; nothing is told of a year that is not whole."""
    it = assessed(REVENUE + "target: 250 VND, every: year, readings: {2020-H2: 120}", "2020-12-31")
    year = kinds.find("annual").bound_years(it.case)[0]
    assert (year.asked.low, year.kept) == (Fraction(125), False)
    assert it.measure.achieved is None


@pytest.mark.parametrize(
    ("target", "open_year"),
    [
        (CASES_A_YEAR + "target: 30, every: year, readings: {2021-H1: 31}", False),
        (CASES_A_YEAR + "target: 30, every: year, readings: {2021-H1: 30}", True),
        (REVENUE + "target: 250, every: year, readings: {2021-H1: 260}", False),
        (REVENUE + "target: 250, every: year, readings: {2021-H1: 240}", True),
    ],
)
def test_a_running_year_that_is_decided_is_not_called_open(target: str, open_year: bool) -> None:
    """What nothing to come can change is kept or lost, in explain as in the notes."""
    it = assessed(target, "2021-06-30", PLAN)
    assert ("2021 is not whole yet" in said(it.measure.notes)) is open_year
    assert (kinds.find("annual").bound_years(it.case)[0].kept is None) is open_year
