"""What is shown of a limit, of which less is better: that it is one, what is used of it, and what is left."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from samples.reports import MEMBER, assessed, goal, members_admitted, reported, rows

from partykpi.core import kinds
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Status, Unit
from partykpi.core.report import Assessment, Report, assess
from partykpi.parse import load_content
from partykpi.render import report as formats
from partykpi.render.commands.explain import explain
from partykpi.render.report import Layout, columns
from partykpi.render.report.document import document
from partykpi.render.report.xlsx.number_format import of_number
from partykpi.render.text.figures import PERCENT, attainment_text
from partykpi.text import LANGUAGES, GivenText, Language

F = Fraction


def _limited(used: int, of: int, pace: Interval | None = None, unit: Unit = MEMBER) -> Assessment:
    """Return so many used of a limit of so many."""
    measure = Measure(exactly(used), attainment=exactly(F(used, of)), of="limit", pace=pace)
    aim = goal(Interval(None, F(of)), "lower")
    return assessed(GivenText(en="Limited", vi="Có giới hạn"), aim, measure, "on-track", unit)


def _says(name: str, assessment: Assessment, language: Language = "en") -> str:
    (row,) = rows(reported(assessment))
    return columns.find(name).text(row, language)


@pytest.mark.parametrize(
    ("used", "of", "en", "vi", "left"),
    [
        (12, 20, "60%", "60%", "8"),
        (1000, 500, "200%", "200%", "-500"),
        (1, 750, "0.13%", "0,13%", "749"),
        (1, 750_000, "under 0.01%", "dưới 0,01%", "749,999"),
        (0, 20, "0%", "0%", "20"),
    ],
)
def test_a_share_of_a_limit_is_marked_and_said(used: int, of: int, en: str, vi: str, left: str) -> None:
    """12 of at most 20 is 60 % of the limit, and 8 are left; what is above it leaves less than nothing."""
    one = _limited(used, of)
    assert (_says("attainment", one), _says("attainment", one, "vi")) == (f"{en}‡", f"{vi}‡")
    assert (attainment_text(one, "en"), attainment_text(one, "vi")) == (f"{en} of the limit", f"{vi} mức giới hạn")
    assert (_says("used", one), _says("used", one, "vi"), _says("left", one)) == (en, vi, left)


def test_what_is_no_limit_has_no_mark() -> None:
    """Of a goal nothing is used or left, and no mark is at its attainment."""
    one = members_admitted()
    assert (_says("attainment", one), _says("used", one), _says("left", one)) == ("78.14%", "–", "–")
    assert attainment_text(one, "en") == "78.14%"


@pytest.mark.parametrize(
    ("pace", "en", "vi"),
    [
        (exactly(F(1, 2)), "50%", "50%"),
        (exactly(1), "100%", "100%"),
        (exactly(F(101, 100)), "within what is due", "trong mức cho phép"),
        (at_least(1), "within what is due", "trong mức cho phép"),  # nothing is used
        (Interval(F(1, 2), F(2)), "50–200%", "50–200%"),
    ],
)
def test_the_pace_of_a_limit_above_100_percent_is_no_number(pace: Interval, en: str, vi: str) -> None:
    """To use less than is due is within it, however little that is."""
    one = _limited(12, 20, pace)
    assert (_says("pace", one), _says("pace", one, "vi")) == (en, vi)
    assert "%" in _says("pace", members_admitted())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mark_has_its_meaning_below_the_table(language: Language) -> None:
    """Where a limit is shown with its attainment, a legend says so; else it does not."""
    meant = {
        "en": "‡ attainment is in percent of the limit: less is better",
        "vi": "‡ tỷ lệ đã dùng so với mức giới hạn",
    }
    told = document(reported(_limited(12, 20)), language, Layout()).legends
    assert any(legend.startswith(meant[language]) for legend in told)
    assert document(reported(_limited(12, 20)), language, Layout(columns=("target", "used"))).legends == ()
    assert not any("‡" in legend for legend in document(reported(members_admitted()), language, Layout()).legends)


def test_figures_stand_below_each_other_in_the_terminal() -> None:
    """The mark of a limit stands beside the column of figures, and not in it."""
    text = formats.in_text("table", [reported(_limited(12, 20), members_admitted())], "en", Layout(width=100))
    (limited,) = (line for line in text.splitlines() if "60%‡" in line)
    (other,) = (line for line in text.splitlines() if "78.14% " in line and "≥" in line)
    assert limited.index("%") == other.index("%")


def test_comma_separated_values_keep_the_number() -> None:
    """A spreadsheet reads the share as a number; the record says in its notes that it is of a limit."""
    text = formats.in_text("csv", [reported(_limited(12, 20))], "en", Layout())
    assert ",60%," in text
    assert "‡" not in text
    assert "Attainment is in percent of the limit: less is better." in text


@pytest.mark.parametrize(
    ("share", "text", "code"),
    [
        (F(3, 5), "60%‡", '[$-409]#,##0%"‡"'),
        (F(1, 750_000_000), "under 0.01%‡", '"under 0.01%‡"'),
    ],
)
def test_a_cell_of_a_workbook_shows_the_mark(share: Fraction, text: str, code: str) -> None:
    """The number stays a number, and its format shows the mark; once it changes the mark stays."""
    form = of_number(share, text, "en", PERCENT)
    assert form is not None
    assert form.code == code
    assert all("‡" in rule.code for rule in form.rules)


def test_a_cell_of_a_workbook_shows_a_pace_within_what_is_due() -> None:
    """The pace is a number too, which shows as words while it is above 1 and in percent once it is not."""
    form = of_number(F(375), "within what is due", "en", PERCENT._replace(capped=True))
    assert form is not None
    assert form.code == '"within what is due"'
    assert form.rules[0] == ("ROUND({cell},9)>1", '"within what is due"')
    assert form.rules[-1].code == "[$-409]#,##0.00%"


# Whole reports of a file

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: 2022-12-31\ntargets:\n"
_CASES = "{name: Accidents, kind: total, unit: case, better: lower, rollup: sum}"


def _report(target: str) -> Report:
    resolution = load_content("r.yaml", f"{HEAD}  a: {{{target}}}\n".encode()).resolution
    assert resolution is not None
    return assess(resolution, None, date(2026, 1, 1))


def _explained(target: str, language: Language) -> str:
    report = _report(target)
    (one,) = report.assessments
    steps = kinds.find(one.target.indicator.kind).steps(one.case, one.measure)
    return " ".join(explain(report, one, steps, language).split())


@pytest.mark.parametrize(
    ("target", "status", "en", "vi"),
    [
        # 10 of 20 are allowed in half the time
        (
            "target: 20, actual: 4",
            "on-track",
            "On track: the period is open, and the figure is within what is due.",
            "Đúng tiến độ: còn thời gian, kết quả còn trong mức cho phép.",
        ),
        (
            "target: 20, actual: 12",
            "behind",
            "Behind: the period is open, and more is used than is due: the pace of 83.33% is at least 60%, below 95%.",
            "Chậm tiến độ: còn thời gian nhưng đã vượt mức cho phép đến nay; tiến độ 83,33%, từ 60% đến dưới 95%.",
        ),
        (
            "target: 20, actual: 18",
            "at-risk",
            "At risk: the period is open, and more is used than is due: the pace of 55.56% is below 60%.",
            "Khó đạt: còn thời gian nhưng đã vượt mức cho phép đến nay; tiến độ 55,56%, dưới 60%.",
        ),
    ],
)
def test_explain_gives_the_reason_of_a_limit(target: str, status: Status, en: str, vi: str) -> None:
    """Why a limit has its status is said in words of a limit, and its share too."""
    target = f"indicator: {_CASES}, {target}"
    assert _report(target).assessments[0].status == status
    assert en in _explained(target, "en")
    assert vi in _explained(target, "vi")
    assert "% of the limit" in _explained(target, "en")
    assert "% mức giới hạn" in _explained(target, "vi")


def test_a_kept_limit_is_better_than_it() -> None:
    """A level of 1.5 % of at most 2 % exceeds its goal, which is called better than the limit."""
    rate = '{name: Poverty, kind: level, unit: "%", better: lower, rollup: none}'
    target = f"indicator: {rate}, target: 2 %, actual: 1.5 %"
    assert "Better than the limit: the limit is kept, and not used up. " in _explained(target, "en")
    assert "Tốt hơn mức giới hạn: không vượt mức giới hạn, còn dưới mức đó. " in _explained(target, "vi")


def test_a_dong_of_a_budget_is_no_nought() -> None:
    """One dong of 750 million is under 0.01 % of the limit, and nothing like 75,000 % is anywhere."""
    spending = "{name: Reception, kind: total, unit: VND, better: lower, rollup: sum}"
    target = f"indicator: {spending}, target: 750 million VND, actual: 1 VND"
    text = _explained(target, "en")
    assert "0.000000…% → under 0.01% of the limit: what is above 0 is never written as 0." in text
    assert "= 375 ÷ 0.000001 = within what is due " in text
    assert "37,500" not in text
    assert _says("pace", _report(target).assessments[0]) == "within what is due"
