"""Laws of the arithmetic that hold for every target, whatever its figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.judged import FIVE_YEARS, PLAN, assessed, inline, said

from partykpi.core.figure import exactly
from partykpi.core.measure import Measure
from partykpi.core.report import Assessment

MEMBERS = inline("total", "member")
MONEY = inline("total", "VND")
CASES = inline("total", "case", "lower")
SHARE = inline("level", "%")
POOR = inline("level", "%", "lower")
POINTS = inline("rate", "%")
GROWTH = inline("rate", "%", more=", mean: compound")
RANK = inline("rank", "rank", "lower")
EXPORTS = inline("annual", "VND")
DISBURSED = inline("annual", "%")
TASK = inline("milestone", "%")

TOTALS = (
    MEMBERS + "target: 120 members, ",
    MEMBERS + "target: '> 90 members', ",
    MEMBERS + "target: 24 members/year, ",
    MEMBERS + "target: 24 members/year, every: year, ",
    MEMBERS + "target: 5 members/month, ",
    MEMBERS + "target: {2021: 20, 2022: 25, 2023: 30, 2024: 30, 2025: 30}, ",
    MEMBERS + "target: {2021: 20, 2022: 25, 2023: 30, 2024: 30, 2025: 30}, every: year, ",
    MEMBERS + "target: 24 members/year, amended: [{on: 2022-07-01, target: 30 members/year}], ",
    MEMBERS + "target: 120 members, amended: [{on: 2022-10-01, target: 150 members}], ",
    MONEY + "target: 95.5 VND, ",
    CASES + "target: 60 cases, ",
    CASES + "target: 20 cases/year, every: year, ",
)
OTHERS = (
    SHARE + "target: 60 %, baseline: 20.5 %, ",
    SHARE + "target: 20 %, baseline: 30 %, ",
    POOR + "target: 20 %, baseline: 60 %, ",
    SHARE + "target: 40 %, every: year, baseline: 20 %, ",
    POINTS + "target: 20..40 %/year, ",
    POINTS + "target: 20 %/year, every: year, ",
    GROWTH + "target: 12 %/year, ",
    RANK + "target: 3, ",
    EXPORTS + "target: 50, baseline: 30, ",
    EXPORTS + "target: 50, every: year, ",
    DISBURSED + "target: 90 %, ",
)
YEARS = (2021, 2022, 2023, 2024, 2025)


def bare(assessment: Assessment) -> tuple[object, Measure]:
    """Return the status and all figures, without what is said of them."""
    return assessment.status, assessment.measure._replace(notes=())


halves = st.integers(0, 40)
ends = st.sampled_from(("2021-12-31", "2022-12-31", "2024-12-31", "2025-12-31", "2026-03-31"))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(TOTALS + OTHERS), st.lists(st.tuples(halves, halves), min_size=1, max_size=5), ends, st.data())
def test_two_half_years_are_a_year(target: str, told: list[tuple[int, int]], as_of: str, data: st.DataObject) -> None:
    """A reading moved from two half years to their year, as its kind combines them, changes nothing.

    Only the line of a level without a baseline begins at its first figure, and so with the half year.
    """
    moved = data.draw(st.sampled_from(YEARS[: len(told)]))
    by_halves, by_year = [], []
    for year, (first, second) in zip(YEARS, told, strict=False):
        first, second = max(first, 1), max(second, 1)  # no rank is better than 1
        both = [f"{year}-H1: {first}", f"{year}-H2: {second}"]
        by_halves += both
        by_year += both if year != moved else [f"{year}: {_combined(target, first, second)}"]
    one, other = (assessed(f"{target}readings: {{{', '.join(r)}}}", as_of, PLAN) for r in (by_halves, by_year))
    assert bare(one) == bare(other)


def _combined(target: str, first: int, second: int) -> str:
    if "kind: total" in target or ("kind: annual" in target and "VND" in target):
        return str(first + second)
    mean = f"{(first + second) // 2}.{(first + second) % 2 * 5}"
    return mean if "kind: rate" in target else str(second)


months = st.lists(st.integers(0, 9), min_size=12, max_size=60).map(lambda some: some[: len(some) // 12 * 12])


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(TOTALS), months, st.lists(st.sampled_from((12, 6, 3, 1)), min_size=5, max_size=5))
def test_a_total_does_not_depend_on_how_it_is_cut(target: str, figures: list[int], cuts: list[int]) -> None:
    """Where every month is reported, by years, halves, quarters or months, or by running totals, all is the same."""
    as_of = f"{2020 + len(figures) // 12}-12-31"
    by_month = [f"{YEARS[at // 12]}-{at % 12 + 1:02d}: {figure}" for at, figure in enumerate(figures)]
    cut, running = [], []
    for year in range(len(figures) // 12):
        size = cuts[year]
        for first in range(0, 12, size):
            part = sum(figures[12 * year + first : 12 * year + first + size])
            cut.append(f"{_name(YEARS[year], first, size)}: {part}")
            last = {3: 31, 6: 30, 9: 30, 12: 31}.get(first + size)
            if last is not None:
                so_far = sum(figures[: 12 * year + first + size])
                running.append(f"{YEARS[year]}-{first + size:02d}-{last}: {so_far}")
    made = [
        bare(assessed(f"{target}{more}readings: {{{', '.join(readings)}}}", as_of, PLAN))
        for more, readings in (("", by_month), ("", cut), ("cumulative: yes, ", running))
    ]
    assert made[0] == made[1] == made[2]


def _name(year: int, first: int, size: int) -> str:
    return {12: f"{year}", 6: f"{year}-H{first // 6 + 1}", 3: f"{year}-Q{first // 3 + 1}"}.get(
        size, f"{year}-{first + 1:02d}"
    )


SAME = (
    (MEMBERS, "120 members"),
    (MEMBERS, "24 members/year"),
    (MEMBERS, "24 members every year"),
    (MEMBERS, "'> 90 members'"),
    (CASES, "90 cases"),
    (CASES, "20 cases every year"),
    (SHARE + "baseline: 20 %, ", "80 %"),
    (SHARE + "baseline: 90 %, ", "80 %"),
    (SHARE, "80 %"),
    (POOR + "baseline: 90 %, ", "8 %"),
    (POINTS, "20..40 %/year"),
    (GROWTH, "12 %/year"),
    (RANK, "3"),
    (EXPORTS + "baseline: 10, ", "50"),
    (EXPORTS, "50"),
)
days = st.sampled_from(("2020-12-31", "2021-12-31", "mid-term", "2023-06-30", "2024-05-17", "end", "2026-01-01"))
amended_on = st.sampled_from(("2020-07-01", "2021-01-01", "2022-07-01", "2023-01-01", "2023-03-15", "2025-06-30"))
by_year = st.dictionaries(st.sampled_from((2020, 2021, 2022, 2023, 2024)), st.integers(1, 60), max_size=5)


def read(figures: dict[int, int], target: str) -> str:
    """Return readings by year; what adds up in a term from July begins with half a year."""
    half = "-H2" if "kind: total" in target else ""
    return ", ".join(f"{year}{half if year == 2020 else ''}: {value}" for year, value in sorted(figures.items()))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAME), by_year, days, amended_on)
def test_an_amendment_to_the_same_goal_changes_nothing(
    target: tuple[str, str], figures: dict[int, int], as_of: str, on: str
) -> None:
    """A goal amended to itself asks for what it asked for, of every kind and on any day."""
    start, goal = target
    readings = f"readings: {{{read(figures, start)}}}"
    plain = assessed(f"{start}target: {goal}, {readings}", as_of)
    again = assessed(f"{start}target: {goal}, amended: [{{on: {on}, target: {goal}}}], {readings}", as_of)
    assert bare(again) == bare(plain)
    assert again.reach == plain.reach
    notes = [note for note in again.measure.notes if "amended from" not in said((note,))]
    assert notes == list(plain.measure.notes)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from((*((start, goal) for start, goal in SAME), (TASK, "by 2024-12-31"))),
    by_year,
    st.sampled_from(("2020-12-31", "2021-12-31", "2022-12-31", "2023-06-30")),
    st.sampled_from(("2024", "2024-H1", "2023-11-30", "2024-05")),
    st.integers(1, 60),
)
def test_a_later_reading_never_changes_an_earlier_report(
    target: tuple[str, str], figures: dict[int, int], as_of: str, later: str, figure: int
) -> None:
    """What is told after the day looked at is told in a note, and in nothing else."""
    start, goal = target
    known = {year: value for year, value in figures.items() if year < 2023}
    told = read(known, start)
    before = assessed(f"{start}target: {goal}, readings: {{{told}}}", as_of)
    text = ", ".join(part for part in (told, f"{later}: {figure}") if part)
    apart = "cumulative: no, " if "kind: total" in start else ""
    after = assessed(f"{start}target: {goal}, {apart}readings: {{{text}}}", as_of)
    assert after.status == before.status
    assert after.measure._replace(notes=()) == before.measure._replace(notes=())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        (
            (CASES, "90 cases"),
            (CASES, "'< 20 cases'"),
            (CASES, "0 cases"),
            (CASES, "10 cases/year"),
            (CASES, "10 cases every year"),
            (POOR, "8 %"),
            (POOR + "baseline: 60 %, ", "8 %"),
            (POOR + "baseline: 8 %, ", "8 %"),
            (POOR + "baseline: 3 %, ", "8 %"),
            (POOR, "8..20 %"),
            (inline("rate", "%", "lower"), "5 %"),
            (inline("annual", "case", "lower"), "20 cases"),
            (inline("annual", "case", "lower") + "baseline: 50, ", "20 cases"),
            (RANK, "3"),
        )
    ),
    by_year.filter(bool),
    days,
    st.integers(1, 30),
    st.data(),
)
def test_the_score_never_rises_with_what_is_better_lower(
    target: tuple[str, str], figures: dict[int, int], as_of: str, more: int, data: st.DataObject
) -> None:
    """One figure raised, where less is better, never makes the score greater."""
    start, goal = target
    raised = data.draw(st.sampled_from(sorted(figures)))
    scores = []
    for told in (figures, {**figures, raised: figures[raised] + more}):
        score = assessed(f"{start}target: {goal}, readings: {{{read(told, start)}}}", as_of).measure.score
        scores.append(None if score is None else score.exact)
    if scores[0] is not None and scores[1] is not None:
        assert 0 <= scores[1] <= scores[0]


@settings(deadline=None)
@given(step=st.integers(1, 500), figures=st.lists(st.integers(0, 800), min_size=1, max_size=5))
def test_a_path_of_equal_steps_is_the_plain_goal(step: int, figures: list[int]) -> None:
    """A goal of equal yearly steps is due, met and judged as the plain goal of their sum, leap years or not."""
    readings = ", ".join(f"{year}: {figure}" for year, figure in zip(YEARS, figures, strict=False))
    steps = ", ".join(f"{year}: {step}" for year in YEARS)
    as_of = f"{2020 + len(figures)}-12-31"
    by_path = assessed(f"{MEMBERS}target: {{{steps}}}, readings: {{{readings}}}", as_of, PLAN)
    by_sum = assessed(f"{MEMBERS}target: {5 * step}, readings: {{{readings}}}", as_of, PLAN)
    assert by_path.measure == by_sum.measure
    assert by_path.status == by_sum.status


@settings(deadline=None)
@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(["mid-term", "2021-06-30", "2024-02-29"]))
def test_more_of_what_is_better_never_worsens_pace_or_forecast(less: int, more: int, as_of: str) -> None:
    """Of two figures the larger has a pace and a forecast that are no smaller."""
    low, high = sorted((less, more))
    lower, higher = (assessed(f"{MEMBERS}target: 100, actual: {actual}", as_of).measure for actual in (low, high))
    for one, other in ((lower.pace, higher.pace), (lower.forecast, higher.forecast)):
        assert one is not None
        assert other is not None
        assert (one.exact or 0) <= (other.exact or 0)


@settings(deadline=None)
@given(st.lists(st.integers(0, 300), min_size=1, max_size=5))
def test_a_report_as_of_the_last_day_is_the_final_one(figures: list[int]) -> None:
    """The report as of the last day and that of any later day say the same of every figure."""
    readings = ", ".join(f"{year}: {figure}" for year, figure in zip(YEARS, figures, strict=False))
    at_the_end, later = (
        assessed(f"{MEMBERS}target: 700, readings: {{{readings}}}", as_of, PLAN) for as_of in ("end", "2027-03-01")
    )
    assert at_the_end.measure == later.measure
    assert at_the_end.status == later.status


@pytest.mark.parametrize(("as_of", "achieved"), [("2022-12-31", 10), ("2023-01-31", 34), ("2023-03-31", 36)])
def test_a_report_of_a_day_uses_what_was_known_then(as_of: str, achieved: int) -> None:
    """A reading counts from the day it was known, and a correction replaces it from its own day."""
    readings = "{2021: 10, 2022: [{figure: 24, known: 2023-01-10}, {figure: 26, known: 2023-02-15}]}"
    it = assessed(f"{MEMBERS}target: 100, readings: {readings}", as_of, PLAN)
    assert it.measure.achieved == exactly(achieved)


def test_a_first_reading_after_the_as_of_date_is_no_data() -> None:
    """Where nothing was known by the as-of date there is nothing to report, and a note says what came later."""
    it = assessed(MEMBERS + "target: 100, readings: {2023: 10}", "2022-12-31", FIVE_YEARS)
    assert it.status == "no-data"
    assert it.measure.achieved is None
    assert "2023" in said(it.measure.notes)
