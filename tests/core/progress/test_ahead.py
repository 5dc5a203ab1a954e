"""The way to the end of the term: needed, within reach, the second opinion, goals by year, amendments, looking back."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.figure import exactly
from partykpi.core.progress.compound import compound_ratio
from partykpi.core.report import Assessment, Report, assess
from partykpi.parse import load_content

_FRAME = """\
resolution: A resolution
committee: A committee
term: {term}
as_of: {as_of}
targets:
  it:
    indicator: {{name: It, kind: {kind}, unit: {unit}, better: {better}}}
"""


def _report(kind: str, body: str, *, term: str, as_of: str, unit: str = "member", better: str = "higher") -> Report:
    text = _FRAME.format(kind=kind, unit=f'"{unit}"', better=better, term=term, as_of=as_of)
    text += "".join(f"    {line}\n" for line in body.splitlines())
    content = load_content("test.yaml", text.encode())
    assert content.resolution is not None
    assert [f.code for f in content.findings if f.severity == "error"] == []
    return assess(content.resolution, None, date(2026, 1, 1))


def _assessed(
    kind: str, body: str, *, term: str, as_of: str, unit: str = "member", better: str = "higher"
) -> Assessment:
    return _report(kind, body, term=term, as_of=as_of, unit=unit, better=better).assessments[0]


@pytest.mark.parametrize(
    ("baseline", "achieved", "bound", "gone", "years", "ratio"),
    [
        (100, 70, 50, 5, 15, "1.5246"),  # 100 in 2015, 70 in 2020, 50 due in 2030
        (100, 85, 50, 5, 15, "0.7082"),
        (80, 88, 100, 7, 15, "0.9147"),  # 80 in 2015, 88 in 2022, 100 due in 2030
        (500, 547, 700, 2, 5, "0.6600"),  # 500 in 2020, 547 in 2022, 700 due in 2025
    ],
)
def test_the_compound_rate_agrees_with_the_published_method(
    baseline: int, achieved: int, bound: int, gone: int, years: int, ratio: str
) -> None:
    """Observed against required compound yearly growth has the values that the published method gives."""
    computed = compound_ratio(Fraction(baseline), Fraction(achieved), Fraction(bound), Fraction(gone), Fraction(years))
    assert computed is not None
    assert round(computed, 4) == Fraction(ratio)


@pytest.mark.parametrize(
    ("baseline", "achieved", "bound", "gone"),
    [(0, 5, 10, 2), (5, 0, 10, 2), (5, 6, 0, 2), (5, 6, 5, 2), (5, 6, 10, 0), (-5, 6, 10, 2)],
)
def test_the_compound_rate_says_nothing_where_growth_has_no_meaning(
    baseline: int, achieved: int, bound: int, gone: int
) -> None:
    """A figure not above zero, no time gone or nothing to gain gives no ratio, and nothing divides by zero."""
    figures = (Fraction(baseline), Fraction(achieved), Fraction(bound), Fraction(gone))
    assert compound_ratio(*figures, Fraction(5)) is None


def test_two_opinions_that_differ_are_both_told() -> None:
    """500 to 547 of 700 after two of five years is 58.75% of what was due, at risk, but behind by the compound rate."""
    # the term is 1826 days; 2 of 5 years are 730 days from 1 January 2021 to 31 December 2022, of 1826 to 2025-12-31
    body = "baseline: 500\ntarget: 700\nreadings: {2022: 547}"
    it = _assessed("level", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of="2022-12-31")
    assert it.measure.pace == exactly(Fraction(47, 1) / (200 * Fraction(730, 1826)))
    assert it.status == "at-risk"
    assert it.measure.compound is not None
    assert round(it.measure.compound, 2) == Fraction("0.66")
    assert any("compound" in note.text.en for note in it.measure.notes)


def test_what_every_remaining_year_must_bring() -> None:
    """547 of 700 at mid-term of five years leaves 153 in 2.5 years: 61.2 a year."""
    it = _assessed("total", "target: 700\nactual: 547", term="2020-2025", as_of="mid-term")
    assert it.measure.needed == exactly(Fraction(306, 5))
    assert it.measure.forecast == exactly(1094)


def test_what_is_needed_is_below_zero_where_lower_is_better() -> None:
    """From 6 % to 5 % with 2.5 years left the rate must fall by 0.4 points a year."""
    body = "baseline: 8 %\ntarget: 5 %\nactual: 6 %"
    it = _assessed("level", body, term="2020-2025", as_of="mid-term", unit="%", better="lower")
    assert it.measure.needed == exactly(Fraction(-2, 5))
    assert it.measure.forecast == exactly(4)  # 8 − 2 ÷ (1/2)


def test_what_each_year_to_come_must_bring_to_the_mean() -> None:
    """Three years of 1, 1.5 and 2 leave two of five to bring 3.5 for a mean of 1.6, 1.75 each."""
    body = "target: 1.6 %\nreadings: {2021: 1 %, 2022: 1.5 %, 2023: 2 %}"
    it = _assessed("rate", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of="2023", unit="%")
    assert it.measure.needed == exactly(Fraction(7, 4))
    assert it.measure.forecast == exactly(Fraction(3, 2))


def test_one_reading_is_not_a_trend() -> None:
    """A level with no baseline and one reading has no forecast, and says why; a second reading gives one."""
    term = "{from: 2021-01-01, to: 2025-12-31}"
    one = _assessed("level", "target: 95 %\nreadings: {2021: 80 %}", term=term, as_of="2022", unit="%")
    assert one.measure.forecast is None
    assert one.measure.refusal is not None
    assert one.status == "pending"
    body = "target: 95 %\nreadings: {2021: 80 %, 2022: 83 %}"
    two = _assessed("level", body, term=term, as_of="2022", unit="%")
    # 3 points in 365 days, 1096 days more to the end of 2025: 80 + 3 × 1461 ÷ 365
    assert two.measure.forecast == exactly(80 + 3 * Fraction(1461, 365))


def test_the_last_day_within_reach() -> None:
    """With 60 missing and 30 in the best year two years are needed: 31 December 2023 is the last day to begin."""
    body = "target: 100\nreadings: {2021: 10, 2022: 30}"
    it = _assessed("total", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of="2022")
    assert it.measure.reach is not None
    assert it.measure.reach.best == 30
    assert it.measure.reach.missing == 60
    # 2 years of a term of 1826 days and 5 years are 730.4 days; 2025-12-31 less 731 days
    assert it.measure.reach.until == date(2023, 12, 31)


def test_years_met_stand_beside_the_sum() -> None:
    """Four of five years met are kept apart from 130% of the sum, and the lost year decides."""
    body = "target: 16 thousand jobs/year\nreadings: {2021: 15000, 2022: 20000, 2023: 20000, 2024: 24000, 2025: 25000}"
    it = _assessed("total", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of="end", unit="job")
    assert it.measure.attainment == exactly(Fraction(130, 100))  # 104 000 of 80 000
    assert it.measure.periods is not None
    assert (it.measure.periods.met, it.measure.periods.reported, it.measure.periods.lost) == (4, 5, ("2021",))
    assert it.status == "nearly"


def test_an_average_forgives_a_weak_year() -> None:
    """The same years judged by their average exceed the goal."""
    body = (
        "target: 16 thousand jobs/year\n"
        "every: average\n"
        "readings: {2021: 15000, 2022: 20000, 2023: 20000, 2024: 24000, 2025: 25000}"
    )
    it = _assessed("total", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of="end", unit="job")
    assert it.measure.attainment == exactly(Fraction(130, 100))
    assert it.measure.periods is None
    assert it.status == "exceeded"


@pytest.mark.parametrize(
    ("kind", "body", "unit", "better", "status", "periods"),
    [
        (
            "level",
            "target: 90 %\nevery: year\nreadings: {2021: 91 %, 2022: 89 %, 2023: 95 %}",
            "%",
            "higher",
            "nearly",
            (2, 3),
        ),
        (
            "level",
            "target: 90 %\nevery: average\nreadings: {2021: 91 %, 2022: 89 %, 2023: 96 %}",
            "%",
            "higher",
            "exceeded",
            None,
        ),
        (
            "rate",
            "target: 2 %\nevery: year\nreadings: {2021: 3 %, 2022: 1 %, 2023: 3 %}",
            "%",
            "higher",
            "nearly",
            (2, 3),
        ),
        ("rate", "target: 2 %\nreadings: {2021: 3 %, 2022: 1 %, 2023: 3 %}", "%", "higher", "exceeded", None),
        ("rank", "target: 2\nevery: average\nreadings: {2021: 1, 2022: 3, 2023: 2}", "rank", "lower", "achieved", None),
        ("rank", "target: 2\nreadings: {2021: 1, 2022: 3, 2023: 2}", "rank", "lower", "missed", (2, 3)),
    ],
)
def test_every_year_and_average_for_each_kind(
    kind: str, body: str, unit: str, better: str, status: str, periods: tuple[int, int] | None
) -> None:
    """A goal can bind every year or the average of the years, whatever the kind (but milestones)."""
    # level by the year: the latest is 95 of 90, but 2022 is lost; the average is 92; the rates have a mean of 7/3
    it = _assessed(kind, body, term="{from: 2021-01-01, to: 2023-12-31}", as_of="end", unit=unit, better=better)
    assert it.status == status
    found = it.measure.periods
    assert (None if found is None else (found.met, found.reported)) == periods


def test_a_path_is_due_step_by_step() -> None:
    """Of 10, 20 and 30 in three years, one and a half years are due 10 + 20 × 181 ÷ 365 by 30 June of the second."""
    body = "target: {2021: 10, 2022: 20, 2023: 30}\nreadings: {2021: 12, 2022-H1: 8}"
    it = _assessed("total", body, term="{from: 2021-01-01, to: 2023-12-31}", as_of="2022-06-30")
    assert it.goal.bound == exactly(60)
    assert it.measure.due == exactly(10 + 20 * Fraction(181, 365))
    assert it.measure.attainment == exactly(Fraction(20, 60))


@given(
    step=st.integers(1, 500),
    figures=st.lists(st.integers(0, 800), min_size=1, max_size=3),
)
def test_a_path_of_equal_steps_is_the_plain_goal(step: int, figures: list[int]) -> None:
    """In years of equal length a goal of equal yearly steps is due, met and judged as the plain goal of their sum."""
    readings = ", ".join(f"{2021 + number}: {figure}" for number, figure in enumerate(figures))
    term, as_of = "{from: 2021-01-01, to: 2023-12-31}", str(2020 + len(figures))
    path = f"target: {{2021: {step}, 2022: {step}, 2023: {step}}}\nreadings: {{{readings}}}"
    plain = f"target: {3 * step}\nreadings: {{{readings}}}"
    by_path = _assessed("total", path, term=term, as_of=as_of)
    by_sum = _assessed("total", plain, term=term, as_of=as_of)
    assert by_path.measure._replace(reach=None) == by_sum.measure._replace(reach=None)
    assert by_path.status == by_sum.status


@pytest.mark.parametrize(("as_of", "bound", "amended"), [("2022-12-31", 700, False), ("2023-12-31", 750, True)])
def test_an_amended_goal_is_in_force_from_its_day(as_of: str, bound: int, amended: bool) -> None:
    """A report as of an earlier day uses what was in force then; a later one says what it was amended from."""
    body = "target: 700 members\nactual: 547\namended: [{on: 2023-01-15, target: 750 members, reason: merger}]"
    it = _assessed("total", body, term="2020-2025", as_of=as_of)
    assert it.goal.bound == exactly(bound)
    assert any("amended from" in note.text.en for note in it.measure.notes) is amended


@pytest.mark.parametrize(("as_of", "achieved"), [("2022-12-31", 10), ("2023-01-31", 34), ("2023-03-31", 36)])
def test_a_report_of_a_day_uses_what_was_known_then(as_of: str, achieved: int) -> None:
    """A reading counts from the day it was known, and a correction replaces it from its own day."""
    body = "target: 100\nreadings: {2021: 10, 2022: [{figure: 24, known: 2023-01-10}, {figure: 26, known: 2023-02-15}]}"
    it = _assessed("total", body, term="{from: 2021-01-01, to: 2025-12-31}", as_of=as_of)
    assert it.measure.achieved == exactly(achieved)


def test_a_first_reading_after_the_as_of_date_is_no_data() -> None:
    """Where nothing was known by the as-of date there is nothing to report, and a note says what came later."""
    it = _assessed("total", "target: 100\nreadings: {2023: 10}", term="2020-2025", as_of="2022-12-31")
    assert it.status == "no-data"
    assert it.measure.achieved is None
    assert any("2023" in str(value) for note in it.measure.notes for value in note.values.values())


@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(["mid-term", "2021-06-30", "2024-02-29"]))
def test_more_of_what_is_better_never_worsens_pace_or_forecast(less: int, more: int, as_of: str) -> None:
    """Of two figures the larger has a pace and a forecast that are no smaller."""
    low, high = sorted((less, more))
    lower = _assessed("total", f"target: 100\nactual: {low}", term="2020-2025", as_of=as_of).measure
    higher = _assessed("total", f"target: 100\nactual: {high}", term="2020-2025", as_of=as_of).measure
    assert lower.pace is not None
    assert higher.pace is not None
    assert lower.forecast is not None
    assert higher.forecast is not None
    assert (lower.pace.exact or 0) <= (higher.pace.exact or 0)
    assert (lower.forecast.exact or 0) <= (higher.forecast.exact or 0)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=5))
def test_a_report_as_of_the_last_day_is_the_final_one(figures: list[int]) -> None:
    """The report as of the last day and that of any later day say the same of every figure."""
    readings = ", ".join(f"{2021 + number}: {figure}" for number, figure in enumerate(figures))
    body = f"target: 700\nreadings: {{{readings}}}"
    term = "{from: 2021-01-01, to: 2025-12-31}"
    at_the_end = _assessed("total", body, term=term, as_of="end")
    later = _assessed("total", body, term=term, as_of="2027-03-01")
    assert at_the_end.measure == later.measure
    assert at_the_end.status == later.status
