"""The exact points of a chart, calculated by hand for each kind."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.chart import Chart, Point, Polyline, chart, dated
from partykpi.core.figure import Interval, exactly
from partykpi.core.report import Assessment, Report, assess
from partykpi.parse import load_content
from partykpi.parse.catalogue import shipped

BEFORE, LAST = date(2020, 6, 30), date(2025, 6, 30)
MONTHS = 60  # from 1 July 2020 to 30 June 2025
YEAR_ENDS = [date(year, 12, 31) for year in range(2020, 2025)]


def report(target: str, as_of: date = date(2022, 12, 31)) -> Report:
    """Return the report of a file with one target, of the term from July 2020 to June 2025."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  t: {{{target}}}\n"
    content = load_content("r.yaml", text.encode(), shipped())
    assert content.resolution is not None, content.findings
    return assess(content.resolution, as_of, as_of)


def assessed(target: str, as_of: date = date(2022, 12, 31)) -> Assessment:
    """Return the one target of a file, assessed."""
    return report(target, as_of).assessments[0]


def charted(target: str, as_of: date = date(2022, 12, 31)) -> Chart:
    """Return what there is to draw of the one target of a file."""
    drawn = chart(assessed(target, as_of))
    assert drawn is not None
    return drawn


def line(*points: tuple[date, int | Fraction]) -> Polyline:
    """Return a line through exact values."""
    return tuple(Point(day, exactly(value)) for day, value in points)


def test_total() -> None:
    """The readings of a total add up, and all the months of the term ask for the same."""
    drawn = charted("indicator: party/members-admitted, target: 700 members, readings: {2021: 150, 2022: 160}")
    assert (drawn.first, drawn.last, drawn.cumulated, drawn.baseline) == (BEFORE, LAST, True, None)
    assert drawn.start == Point(date(2020, 12, 31), exactly(0))
    assert drawn.readings == line((date(2021, 12, 31), 150), (date(2022, 12, 31), 310))
    gone = [6, 18, 30, 42, 54]
    due = [(day, Fraction(700 * months, MONTHS)) for day, months in zip(YEAR_ENDS, gone, strict=True)]
    assert drawn.due == line((BEFORE, 0), *due, (LAST, 700))
    assert drawn.goals == (line((BEFORE, 700), (LAST, 700)),)
    # two years are reported: 310 in 24 months
    assert drawn.forecast == line((date(2022, 12, 31), 310), (LAST, Fraction(310 * MONTHS, 24)))


def test_total_of_intervals() -> None:
    """What is not known exactly adds up to an interval."""
    drawn = charted("indicator: party/members-admitted, target: 700 members, readings: {2021: 1..3, 2022: 2}")
    assert [point.value for point in drawn.readings] == [
        Interval(Fraction(1), Fraction(3)),
        Interval(Fraction(3), Fraction(5)),
    ]


def test_total_per_year() -> None:
    """A goal per year is drawn as what it comes to: 5 years of 100."""
    drawn = charted("indicator: labour/jobs-created, target: 100 jobs/year, readings: {2021: 90}")
    assert drawn.goals == (line((BEFORE, 500), (LAST, 500)),)


def test_total_by_year() -> None:
    """Goals by year add up step by step."""
    drawn = charted(
        "indicator: labour/jobs-created, readings: {2021: 90}, "
        "target: {2020: 10 jobs, 2021: 20 jobs, 2022: 30 jobs, 2023: 40 jobs, 2024: 50 jobs, 2025: 60 jobs}"
    )
    sums = zip(YEAR_ENDS, [10, 30, 60, 100, 150], strict=True)
    assert drawn.due == line((BEFORE, 0), *sums, (LAST, 210))
    assert drawn.goals == (line((BEFORE, 210), (LAST, 210)),)


def test_level_with_baseline() -> None:
    """Every reading of a level is drawn as it is; what is due leads from the baseline to the bound."""
    drawn = charted(
        "indicator: social/poverty-rate, target: <= 1 %, baseline: 8 %, readings: {2021: 6, 2022: 4}",
    )
    assert (drawn.start, drawn.cumulated) == (None, False)
    assert drawn.baseline == Point(BEFORE, exactly(8))
    assert drawn.readings == line((date(2021, 12, 31), 6), (date(2022, 12, 31), 4))
    assert drawn.due[0] == Point(BEFORE, exactly(8))
    assert drawn.due[3] == Point(date(2022, 12, 31), exactly(8 - Fraction(7 * 30, MONTHS)))
    assert drawn.due[-1] == Point(LAST, exactly(1))
    assert drawn.goals == (line((BEFORE, 1), (LAST, 1)),)
    assert drawn.forecast[-1] == Point(LAST, exactly(8 - Fraction(4 * MONTHS, 30)))


def test_level_without_baseline() -> None:
    """Without a baseline nothing is due; two readings make a forecast, one does not."""
    drawn = charted("indicator: social/health-insurance, target: 96 %, readings: {2022: 95}")
    assert (drawn.baseline, drawn.due, drawn.forecast) == (None, (), ())
    drawn = charted("indicator: social/health-insurance, target: 96 %, readings: {2021: 94, 2022: 95}")
    # one point in 12 months, and 30 months left
    assert drawn.forecast == line((date(2022, 12, 31), 95), (LAST, 95 + Fraction(30, 12)))


def test_level_held() -> None:
    """Where the bound was reached before the term, what is due is the goal itself and is not drawn twice."""
    drawn = charted("indicator: social/health-insurance, target: 96 %, baseline: 97 %, readings: {2022: 97}")
    assert drawn.due == ()


def test_level_by_year() -> None:
    """Goals by year are drawn as steps, one a year."""
    drawn = charted(
        "indicator: social/health-insurance, baseline: 90 %, target: {2021: 92 %, 2022: 94 %}, readings: {2021: 91}"
    )
    first, second, third = YEAR_ENDS[:3]
    assert drawn.goals == (line((first, 92), (second, 92)), line((second, 94), (third, 94)))
    assert dict(drawn.due)[second] == exactly(92)


def test_rate() -> None:
    """A rate has both ends of its goal; nothing else is due, and the forecast is the mean all along."""
    drawn = charted(
        "indicator: social/poverty-reduction, target: 1.5..2 %/year, measured_against: high, "
        "readings: {2021: 1, 2022: 2}"
    )
    assert drawn.due == ()
    ends = [Fraction(3, 2), Fraction(2)]
    assert drawn.goals == tuple(line((BEFORE, end), (LAST, end)) for end in ends)
    assert drawn.forecast == line((date(2022, 12, 31), Fraction(3, 2)), (LAST, Fraction(3, 2)))


def test_rank() -> None:
    """Of a rank the readings and the worst that keeps the goal are drawn."""
    drawn = charted('indicator: governance/dti-rank, target: "<= 5", readings: {2021: 6, 2022: 4}')
    assert (drawn.due, drawn.forecast, drawn.baseline) == ((), (), None)
    assert drawn.goals == (line((BEFORE, 5), (LAST, 5)),)


def test_milestone() -> None:
    """Of a task the share done is drawn, up to its date, of which 6 of 18 months are gone at the end of 2020."""
    drawn = charted("indicator: work/project-carried-out, target: by 2021-12-31, readings: {2020: 20 %, 2021: 60 %}")
    assert drawn.readings == line((date(2020, 12, 31), 20), (date(2021, 12, 31), 60))
    assert drawn.goals == (line((BEFORE, 100), (date(2021, 12, 31), 100)),)
    assert drawn.due[:3] == line((BEFORE, 0), (date(2020, 12, 31), Fraction(100, 3)), (date(2021, 12, 31), 100))


def test_milestone_done() -> None:
    """A day of completion is 100 % on that day."""
    drawn = charted("indicator: work/review-done, target: by 2022-06-30, actual: 2022-08-25")
    assert drawn.readings == line((date(2022, 8, 25), 100))


def test_one_figure_without_a_date() -> None:
    """A single figure speaks of all the time so far; it has no date of its own."""
    target = "indicator: party/members-admitted, target: 700 members, actual: 547 members"
    assert charted(target).readings == line((date(2022, 12, 31), 547))
    assert dated(assessed(target)) == 0
    assert charted(target, date(2026, 1, 1)).readings == line((LAST, 547))


@pytest.mark.parametrize("readings", ["actual: [1, 1, 1]", "readings: {2024: 1}"])
def test_nothing_to_draw(readings: str) -> None:
    """Several figures without dates, or none up to the as-of date, have no place in time."""
    made = report(f"indicator: governance/dti-rank, target: 1, {readings}")
    assert chart(made.assessments[0]) is None


def test_implied_goal() -> None:
    """A goal that a published figure implies is drawn as well: only 34 gives 112 % of 38."""
    drawn = charted("indicator: party/themed-meetings, target: unknown, actual: 38 meetings, reported: 112%")
    assert drawn.goals == (line((BEFORE, 34), (LAST, 34)),)


def test_unknown_goal() -> None:
    """Without a goal there are the readings."""
    drawn = charted("indicator: party/members-admitted, target: unknown, readings: {2021: 5, 2022: 6}")
    assert (drawn.goals, drawn.due, drawn.forecast) == ((), (), ())
    assert len(drawn.readings) == 2


def test_after_the_term() -> None:
    """After the term nothing is forecast."""
    target = "indicator: party/members-admitted, target: 700 members, readings: {2021: 150, 2022: 160}"
    assert charted(target, LAST).forecast == ()


def test_dated() -> None:
    """Only readings that count are counted."""
    target = "indicator: party/members-admitted, target: 700 members, readings: {2021: 150, 2022: 160, 2023: 1}"
    assert dated(assessed(target)) == 2
