from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from samples.judged import inline, resolution
from samples.reports import (
    HECTARE,
    MEMBER,
    MOMENT,
    PLACE,
    TERM,
    assessed,
    bloc,
    goal,
    members_admitted,
    replaced,
    reported,
)

from partykpi.core import kinds
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure, Quantity, Step
from partykpi.core.model import Amendment, Reading, Unit
from partykpi.core.report import Assessment, Report, assess
from partykpi.core.time import Moment, Period
from partykpi.problem import message
from partykpi.render.commands.explain import explain
from partykpi.render.commands.explain_outcome import rounding_lines, status_lines
from partykpi.render.text.equation import equation
from partykpi.render.text.wrap import width
from partykpi.text import LANGUAGES, GivenText, Language, Text


def _told(assessment: Assessment, language: Language = "en", report: Report | None = None) -> str:
    report = report or reported(assessment)
    case = assessment.case._replace(readings=assessment.target.readings)
    steps = kinds.find(assessment.target.indicator.kind).steps(case, assessment.measure)
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
    assert text.endswith(
        "Rounding\n  78.142857…% → 78.14%, half up at two decimals.\n  Needed a year 61.2 → 62, up to a whole number.\n"
    )


def test_the_calculation_is_told_in_vietnamese() -> None:
    """Every heading, rule and figure is Vietnamese."""
    text = _told(members_admitted(), "vi")
    assert "  tỷ lệ đạt = kết quả ÷ chỉ tiêu\n            = 547 ÷ 700\n            = 78,142857…%\n" in text
    assert "Đúng tiến độ: chưa đạt chỉ tiêu nhưng còn thời gian; tiến độ 156,29%" in text
    assert text.endswith(
        "Làm tròn\n  78,142857…% → 78,14%, làm tròn đến hai chữ số thập phân.\n"
        "  Cần thêm mỗi năm 61,2 → 62, làm tròn lên số nguyên.\n"
    )


def test_the_months_gone_are_counted() -> None:
    """Elapsed is months of months, and at the middle of a term that no day ends at exactly one half."""
    assessment = members_admitted()
    assert "elapsed: 30 of 60 months = 50%\n" in _told(assessment)
    later = replaced(assessment, moment=MOMENT._replace(as_of=date(2023, 1, 15)))
    assert "elapsed: mid-term is exactly one half = 50%\n" in _told(later)


@pytest.mark.parametrize(
    ("share", "rule"),
    [
        (Fraction(3, 4), "75% is exact, nothing is rounded."),
        (Fraction("0.99996"), "99.996% → 99.99%: what is under 100% is never written as 100%."),
        (Fraction(48, 41), "117.073170…% → 117.07%, half up at two decimals."),
        (Fraction("0.00004"), "0.004% → under 0.01%: what is above 0 is never written as 0."),
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
    assessment = assessed(GivenText(en="A"), goal(at_least(1)), Measure(shares, attainment=shares), "undetermined")
    assert "66.666666…–85.714285…% → 66.66–85.72%, the low end rounded down" in " ".join(_told(assessment).split())


@pytest.mark.parametrize(
    ("readings", "counted", "reasons"),
    [
        # a period that ends after the as-of date
        ([("2022", None), ("2023", None)], [0], ["", "after the as-of date, not counted"]),
        # known only after it
        (
            [("2021", None), ("2022", "2023-02-01")],
            [0],
            ["", "not known before 1 February 2023, after the as-of date, not counted"],
        ),
        # corrected since, and the correction
        (
            [("2022", None), ("2022", "2022-12-15")],
            [1],
            ["corrected on 15 December 2022, not counted", "known since 15 December 2022"],
        ),
    ],
)
def test_a_reading_that_does_not_count_says_why(
    readings: list[tuple[str, str | None]], counted: list[int], reasons: list[str]
) -> None:
    """Each reading that is left out says for what reason, and a corrected one since when it is known."""
    assessment = members_admitted()
    made = tuple(
        Reading(
            f"{number} members",
            PLACE,
            exactly(number),
            Period(date(int(year), 1, 1), date(int(year), 12, 31), year),
            known=None if known is None else date.fromisoformat(known),
        )
        for number, (year, known) in enumerate(readings, 11)
    )
    target = assessment.target._replace(readings=made)
    text = " ".join(_told(replaced(assessment, target=target, readings=tuple(made[n] for n in counted))).split())
    for number, reason in enumerate(reasons, 11):
        begin = f"{number} members (examples/bloc.yaml:3:13)"
        assert f"{begin}; {reason} " in text if reason else f"{begin} " in text


def test_amendments_are_told_with_their_time() -> None:
    """Each goal says since and until when it is in force, and why it was changed."""
    assessment = members_admitted()
    amendments = (
        Amendment(date(2022, 1, 15), assessment.goal, GivenText(en="more cells")),
        Amendment(date(2024, 1, 15), goal(at_least(750))),
    )
    target = assessment.target._replace(goal=goal(at_least(650)), amendments=amendments)
    text = " ".join(_told(replaced(assessment, target=target)).split())
    assert "read as ≥ 650 members (examples/bloc.yaml:3:13); in force until 14 January 2022 goal" in text
    assert "read as ≥ 700 members (examples/bloc.yaml:3:13); amended on 15 January 2022: more cells goal" in text
    assert "read as ≥ 750 members (examples/bloc.yaml:3:13); amended on 15 January 2024; not yet in force" in text
    text = " ".join(_told(replaced(assessment, target=target), "vi").split())
    assert "(examples/bloc.yaml:3:13); có hiệu lực đến hết ngày 14 tháng 01 năm 2022 mục tiêu" in text
    assert "(examples/bloc.yaml:3:13); điều chỉnh ngày 15 tháng 01 năm 2022: more cells mục tiêu" in text
    assert "(examples/bloc.yaml:3:13); điều chỉnh ngày 15 tháng 01 năm 2024; chưa có hiệu lực" in text


@pytest.mark.parametrize(
    ("written", "en", "vi"),
    [
        ("by 2024-12-31", "", ", hiểu là chậm nhất ngày 31 tháng 12 năm 2024"),
        ("chậm nhất 31/12/2024", ", read as by 31 December 2024", ""),
        ("chậm nhất 31-12-2024", ", read as by 31 December 2024", ", hiểu là chậm nhất ngày 31 tháng 12 năm 2024"),
    ],
)
def test_a_date_is_told_where_it_is_written_otherwise(written: str, en: str, vi: str) -> None:
    """A date of the file is written in full, unless the file has it as tables would."""
    by = goal(by=date(2024, 12, 31))._replace(text=written)
    assessment = assessed(GivenText(en="A"), by, Measure(), "no-data", kind="milestone")
    assert f"goal: {written}{en} (examples/bloc.yaml:3:13)" in " ".join(_told(assessment).split())
    assert f"mục tiêu: {written}{vi} (examples/bloc.yaml:3:13)" in " ".join(_told(assessment, "vi").split())


@pytest.mark.parametrize(
    ("as_of", "en", "vi"),
    [
        (
            date(2025, 2, 11),
            "Within reach until 11 February 2025 at the pace of the best year so far (397 members a year): 139 days "
            "before the term ends.",
            "Còn kịp nếu bắt đầu chậm nhất ngày 11 tháng 02 năm 2025 với tốc độ của năm cao nhất đến nay "
            "(397 đảng viên/năm), tức 139 ngày trước khi hết nhiệm kỳ.",
        ),
        (
            date(2025, 2, 12),
            "Out of reach: at the pace of the best year so far (397 members a year) the goal would still not be met "
            "when the term ends.",
            "Không còn kịp: với tốc độ của năm cao nhất đến nay (397 đảng viên/năm), đến hết nhiệm kỳ vẫn không hoàn "
            "thành chỉ tiêu.",
        ),
    ],
)
def test_reach_is_told(as_of: date, en: str, vi: str) -> None:
    """Until when the goal is within reach is said by a date and by days, or that the best pace does not reach it."""
    assessment = replaced(members_admitted(), moment=MOMENT._replace(as_of=as_of))
    for language, expected in zip(LANGUAGES, (en, vi), strict=True):
        assert expected in " ".join(_told(assessment, language).split())


@pytest.mark.parametrize(
    ("kind", "told"), [("annual", "(247 million VND/person/year)"), ("total", "(397 million VND/person/year a year)")]
)
def test_the_best_change_is_of_a_year_once(kind: str, told: str) -> None:
    """Income per person and year says by itself that it is a year's; what adds up over the years does not.

    From 150 to 397 it changed by 247.
    """
    income = Unit("I", Text("million VND/person/year", ""), Text("million VND/person/year", ""), per="year")
    assessment = members_admitted()
    indicator = assessment.target.indicator._replace(unit=income, kind=kind)
    changed = replaced(assessment, target=assessment.target._replace(indicator=indicator))
    assert told in " ".join(_told(changed).split())


def test_why_there_is_no_forecast_is_told() -> None:
    """Below the steps it is said why there is no forecast."""
    assessment = members_admitted()
    refusal = message("no forecast: one reading is not a trend", "chưa dự báo được")
    measure = assessment.measure._replace(forecast=None, refusal=refusal)
    assert "\n\n  No forecast: one reading is not a trend.\n\nStatus\n" in _told(assessment._replace(measure=measure))


def test_time_is_counted_by_months() -> None:
    """15 January 2023 is 30 months and 15 of the 31 days of one, and leaves 29 and 16 of 31; with their fractions."""
    moment = Moment(TERM, date(2023, 1, 15), TERM.elapsed(date(2023, 1, 15)))
    text = _told(replaced(members_admitted(), moment=moment))
    assert "elapsed: 945/31 = 30.483870… of 60 months = 63/124 = 50.806451…%\n" in text
    assert "years left: 915/31 = 29.516129… months ÷ 12 = 305/124 = 2.459677…\n" in text
    assert "years left: 30 months ÷ 12 = 2.5\n" in _told(members_admitted())


def test_an_implied_goal_is_named() -> None:
    """What a claim had to supply is shown among the inputs."""
    assert "goal implied by the published figure: ≥ 15 members\n" in _told(bloc().assessments[4])


def test_a_fraction_without_end_is_put_in_exactly() -> None:
    """A bare number whose decimals have no end is a fraction in a formula."""
    step = Step(
        Text("due", "mức cần đạt"),
        Text("bound × elapsed", "chỉ tiêu × phần thời gian đã qua"),
        "{bound} × {elapsed}",
        {"bound": Quantity(exactly(700), MEMBER), "elapsed": Quantity(exactly(Fraction(1, 3)))},
        Quantity(exactly(Fraction(700, 3)), MEMBER),
    )
    assert equation(step, "en").equals == ("bound × elapsed", "700 × (1/3)", "700/3 = 233.333333… members")


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


@pytest.mark.parametrize(
    ("readings", "language", "reason"),
    [
        ("2021: 92 %, 2022: 95 %", "vi", "Đúng tiến độ: còn thời gian; các năm đã qua đều đạt chỉ tiêu (2/2 năm)."),
        ("2021: 92 %, 2022: 95 %", "en",
         "On track: the period is open, and every year so far met the goal (2 of 2 years)."),
        ("2022: 95 %", "vi", "Đúng tiến độ: còn thời gian; năm đã qua đạt chỉ tiêu (1/1 năm)."),
    ],
)  # fmt: skip
def test_what_each_year_kept_so_far_is_on_track_for(readings: str, language: Language, reason: str) -> None:
    """A goal of each year that every year so far kept is not called unmet."""
    target = f"{inline('level', '%')}target: 90 % every year, readings: {{{readings}}}"
    report = assess(resolution(target), date(2022, 12, 31), date(2022, 12, 31))
    assert status_lines(report, report.assessments[0], language)[0] == reason


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Forecast 56.666666… → 56, down to a whole number."]),
        ("vi", ["Dự báo 56,666666… → 56, làm tròn xuống số nguyên."]),
    ],
)
def test_how_a_forecast_of_what_is_counted_becomes_whole(language: Language, told: list[str]) -> None:
    """51 in 54 of 60 months are 56 2/3, of which 56 are shown; the 18 a year that are needed are whole already."""
    readings = "readings: {2020-H2: 5, 2021: 12, 2022: 14, 2023: 10, 2024: 10}"
    report = assess(
        resolution(f"{inline('total', 'member')}target: 60 members, {readings}"), date(2024, 12, 31), date(2024, 12, 31)
    )
    assert list(rounding_lines(report.assessments[0], language))[1:] == told
