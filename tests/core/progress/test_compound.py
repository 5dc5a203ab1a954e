"""The second opinion on a level: observed against required compound growth, by published examples."""

from __future__ import annotations

from fractions import Fraction

import pytest
from samples.judged import assessed, inline, said

from partykpi.core.model import Status
from partykpi.core.progress.compound import compound_ratio


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


TINY = Fraction(1, 10**59)


@pytest.mark.parametrize(
    ("baseline", "achieved", "bound", "gone", "years", "ratio"),
    [
        # what is next to nothing grows by its share of a year: (1 + x)^(1/n) − 1 = x/n but for x²
        (1, 1 + TINY, 1 + 2 * TINY, 2, 4, 1),
        (1, 1 - TINY, 1 - 4 * TINY, 1, 5, Fraction(5, 4)),
        (1, 1, 1 + TINY, 1, 5, 0),
        (1, 2, 1 + TINY, 1, 5, None),  # doubled, where next to nothing is required
        (1, 10**59, 2, Fraction(1, 365), 5, None),  # of a day
        (1, TINY, 2, Fraction(1, 365), 1, -1),  # all but all is lost
    ],
)
def test_growth_next_to_nothing_and_beyond_measure(
    baseline: Fraction, achieved: Fraction, bound: Fraction, gone: Fraction, years: int, ratio: Fraction | None
) -> None:
    """Figures that are almost alike are told apart, and what is beyond all measure is no ratio."""
    figures = (Fraction(baseline), Fraction(achieved), Fraction(bound))
    assert compound_ratio(*figures, Fraction(gone), Fraction(years)) == ratio


# Worked examples of Statistics Canada (Canadian Indicator Framework, the method of Open SDG) as published: the first
# year of the way, that of the reading and the last one, which way is better, the goal, the figures before and now, the
# ratio. A figure of a year stands at its end, whole years lie between; the way begins with the end of the year before.
STATISTICS_CANADA = [
    ("1.1.1", (2016, 2023, 2030), "lower", "7.25", "14.5", "10.2", "0.9526"),
    ("11.1.1", (2017, 2024, 2028), "lower", "13433", "26866", "36058", "-0.6676"),
    ("11.3.1", (2006, 2020, 2030), "higher", "85", "63", "74", "0.8949"),
    ("11.5.1", (2017, 2021, 2030), "higher", "22", "19.3", "13.9", "-6.7615"),
    ("11.6.1", (2015, 2022, 2030), "lower", "490", "699", "683.4", "0.1283"),
    ("12.1.1", (2016, 2024, 2030), "higher", "60", "0.37", "14.63", "1.2496"),
    ("14.1.1", (2016, 2023, 2030), "higher", "30", "0.9", "14.7", "1.5867"),
    ("15.2.1", (2020, 2024, 2026), "higher", "60", "42", "40", "-0.1858"),
    ("15.4.1", (2016, 2023, 2030), "higher", "30", "10.1", "13.7", "0.5160"),
]


@pytest.mark.parametrize(("series", "years", "better", "bound", "before", "now", "ratio"), STATISTICS_CANADA)
def test_the_ratios_of_statistics_canada(
    series: str, years: tuple[int, int, int], better: str, bound: str, before: str, now: str, ratio: str
) -> None:
    """By whole years the ratios are the published ones."""
    gone, whole = years[1] - years[0] + 1, years[2] - years[0] + 1
    figures = (Fraction(before), Fraction(now), Fraction(bound))
    computed = compound_ratio(*figures, Fraction(gone), Fraction(whole))
    assert computed is not None
    assert abs(computed - Fraction(ratio)) < Fraction(1, 10000), series


@pytest.mark.parametrize(("series", "years", "better", "bound", "before", "now", "ratio"), STATISTICS_CANADA)
def test_the_examples_of_statistics_canada_as_targets(
    series: str, years: tuple[int, int, int], better: str, bound: str, before: str, now: str, ratio: str
) -> None:
    """A level from the file has the same ratio to 0.1 percentage point; one that moved the wrong way has worsened."""
    target = inline("level", "score", better)
    target += f"target: {bound}, baseline: {before}, readings: {{{years[1]}-12-31: {now}}}"
    it = assessed(target, f"{years[1]}-12-31", f"{{from: {years[0]}-01-01, to: {years[2]}-12-31}}")
    if Fraction(ratio) < 0:
        assert it.status == "worsened", series
        return
    assert it.measure.compound is not None
    assert abs(it.measure.compound - Fraction(ratio)) < Fraction(1, 1000), series


@pytest.mark.parametrize(
    ("better", "bound", "before", "now", "years", "status"),
    [
        # 70 lay under the limit of 100 already, and 68 lies further below it
        ("lower", "100", "70", "68", (2016, 2021, 2030), "exceeded"),
        # 68.6 was above 55 before, 46.7 is not any more: no pace and no ratio of it may look like progress
        ("higher", "55", "68.5534591194968", "46.7336683417085", (2016, 2023, 2026), "worsened"),
    ],
)
def test_goals_that_were_met_before(
    better: str, bound: str, before: str, now: str, years: tuple[int, int, int], status: Status
) -> None:
    """What was met before is held or has worsened, and no compound ratio is shown of it."""
    target = inline("level", "score", better)
    target += f"target: {bound}, baseline: {before}, readings: {{{years[1]}-12-31: {now}}}"
    it = assessed(target, f"{years[1]}-12-31", f"{{from: {years[0]}-01-01, to: {years[2]}-12-31}}")
    assert it.status == status
    assert it.measure.compound is None


def test_two_opinions_that_differ_are_both_told() -> None:
    """500 to 547 of 700 after two of five years is 58.75% of what was due, at risk, but behind by the compound rate."""
    target = inline("level", "member") + "baseline: 500, target: 700, readings: {2022: 547}"
    it = assessed(target, "2022-12-31", "2021-2025")
    assert it.measure.pace is not None
    assert it.measure.pace.exact == Fraction(47, 80)  # 24 of 60 months: 47 of 200 × 2/5
    assert it.status == "at-risk"
    assert it.measure.compound is not None
    assert round(it.measure.compound, 2) == Fraction("0.66")
    assert "by the compound yearly rate (Eurostat, Open SDG) it is behind (66" in said(it.measure.notes)
