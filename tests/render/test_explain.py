from __future__ import annotations

from fractions import Fraction

import pytest
from render_samples import HECTARE, assessed, bloc, goal, members_admitted, reported

from partykpi.core import kinds
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.report import Assessment, Report
from partykpi.render.explain import explain
from partykpi.render.line import width
from partykpi.text import LANGUAGES, GivenText, Language


def _told(assessment: Assessment, language: Language = "en", report: Report | None = None) -> str:
    report = report or reported(assessment)
    target = assessment.target
    steps = kinds.find(target.indicator.kind).steps(
        target, target.readings, assessment.goal, report.moment, assessment.measure
    )
    return explain(report, assessment, steps, language)


def test_the_calculation_is_told_with_its_numbers() -> None:
    """Each step is the rule, the rule with the numbers put in, and what comes out."""
    text = _told(members_admitted())
    assert (
        "  achieved = the sum of the readings\n"
        "           = 150 + 397\n"
        "           = 547 members\n"
        "\n"
        "  attainment = achieved ÷ bound\n"
        "             = 547 ÷ 700\n"
        "             = 78.142857…%\n"
    ) in text
    assert "  reading 2021: 150 members (examples/bloc.yaml:3:13)\n" in text
    assert "  definition: People admitted to the Party in the period.\n" in text
    assert text.endswith("Rounding\n  78.142857…% → 78.14%, half up at two decimals.\n")


def test_the_calculation_is_told_in_vietnamese() -> None:
    """Every heading, rule and figure is Vietnamese."""
    text = _told(members_admitted(), "vi")
    assert "  tỷ lệ đạt = kết quả ÷ chỉ tiêu\n            = 547 ÷ 700\n            = 78,142857…%\n" in text
    assert "Đúng tiến độ: chưa đạt chỉ tiêu nhưng còn thời gian, và tiến độ 156,29%" in text
    assert text.endswith("Làm tròn\n  78,142857…% → 78,14%, làm tròn đến hai chữ số thập phân.\n")


def test_the_days_of_the_term_are_counted() -> None:
    """Elapsed is days of days, or exactly one half at mid-term."""
    assessment = members_admitted()
    assert "elapsed: mid-term is exactly one half = 50%\n" in _told(assessment)
    counted = reported(assessment, elapsed=Fraction(914, 1826))
    assert "elapsed: 914 of 1,826 days = 50.054764…%\n" in _told(assessment, report=counted)


@pytest.mark.parametrize(
    ("share", "rule"),
    [
        (Fraction(3, 4), "75% is exact, nothing is rounded."),
        (Fraction("0.99996"), "99.996% → 99.99%: what is under 100% is never written as 100%."),
        (Fraction(48, 41), "117.073170…% → 117.07%, half up at two decimals."),
    ],
)
def test_the_rounding_names_its_rule(share: Fraction, rule: str) -> None:
    """The last step says what was rounded and how."""
    assessment = assessed(
        GivenText(en="A"), goal(at_least(1)), Measure(exactly(share), attainment=exactly(share)), "behind"
    )
    assert _told(assessment).endswith(f"Rounding\n  {rule}\n")


def test_an_interval_is_rounded_outwards() -> None:
    """An attainment that is an interval has both its ends rounded."""
    shares = Interval(Fraction(2, 3), Fraction(6, 7))
    assessment = assessed(
        GivenText(en="A"), goal(at_least(1)), Measure(shares, attainment=shares), "undetermined"
    )
    assert "66.666666…–85.714285…% → 66.66–85.72%, the low end rounded down" in " ".join(
        _told(assessment).split()
    )


def test_a_reading_that_does_not_count_is_marked() -> None:
    """A reading that the as-of date leaves out is shown as such."""
    assessment = members_admitted()
    text = _told(assessment._replace(readings=assessment.readings[:1]))
    assert "397 members (examples/bloc.yaml:3:13); after the as-of date, not counted" in " ".join(
        text.split()
    )
    assert text.count("not counted") == 1


def test_an_implied_goal_is_named() -> None:
    """What a claim had to supply is told among the inputs."""
    assert "goal implied by the published figure: ≥ 15 members\n" in _told(bloc().assessments[4])


def test_a_fraction_without_end_is_put_in_exactly() -> None:
    """A bare number whose decimals have no end stands in a formula as a fraction."""
    assessment = members_admitted()
    report = reported(assessment, elapsed=Fraction(1, 3))
    assert "= 700 × (1/3)\n" in _told(assessment, report=report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_fit_eighty_columns(language: Language) -> None:
    """No line of any explanation is wider than 80 columns."""
    report = bloc()
    for assessment in report.assessments[:-1]:
        text = _told(assessment, language, report)
        assert max(map(width, text.splitlines())) <= 80


def test_a_target_without_figures_is_explained_too() -> None:
    """Where nothing can be calculated the explanation says so."""
    assessment = assessed(GivenText(en="A"), goal(), Measure(), "no-data", HECTARE, "level")
    text = explain(reported(assessment), assessment, [], "en")
    assert "There is nothing to calculate." in text
    assert "There is no attainment to round." in text
