from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from samples.reports import (
    MEMBER,
    MOMENT,
    PERCENT,
    PLACE,
    RANK,
    TERM,
    WORKER,
    assessed,
    bloc,
    goal,
    members_admitted,
    replaced,
    reported,
    rows,
)

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure, Periods
from partykpi.core.model import Reading, Status, Unit
from partykpi.core.report import Assessment
from partykpi.core.time import Period
from partykpi.problem import message
from partykpi.render import report as formats
from partykpi.render.report import Layout, columns, order
from partykpi.render.report.columns import Row
from partykpi.render.text import words
from partykpi.text import LANGUAGES, GivenText, Language


def _row(assessment: Assessment) -> Row:
    (row,) = rows(reported(assessment))
    return row


def _says(name: str, assessment: Assessment, language: Language = "en") -> str:
    return columns.find(name).text(_row(assessment), language)


def _reading(figure: int | str, year: int, month: int = 12) -> Reading:
    period = Period(date(year, month, 1), date(year, month, 28), f"{year}-{month:02d}")
    return Reading(str(figure), PLACE, exactly(Fraction(figure)), period)


def test_every_column_has_both_languages_and_is_in_one_of_the_sets() -> None:
    """Each column is called by its name, has a heading in both languages and something to say of every target."""
    assert set(columns.DEFAULT) | set(columns.WIDE) <= set(columns.names())
    for name in columns.names():
        if name == columns.YEARS:
            continue
        column = columns.find(name)
        assert column.name == name
        for language in LANGUAGES:
            assert column.heading[language]
            assert all(column.text(row, language) for row in rows(bloc()))


@pytest.mark.parametrize(
    ("name", "en", "vi"),
    [
        ("number", "1", "1"),
        ("target", "Members admitted to the Party", "Kết nạp đảng viên mới"),
        ("unit", "members", "đảng viên"),
        ("goal", "≥ 700", "≥ 700"),
        ("achieved", "547", "547"),
        ("attainment", "78.14%", "78,14%"),
        ("published", "78.14% ✓", "78.14% ✓"),
        ("status", "on track", "đúng tiến độ"),
        ("due", "350", "350"),
        ("pace", "156.29%", "156,29%"),
        ("forecast", "1,094", "1.094"),
        ("needed", "62", "62"),
        ("reach", "2025-02-11", "11/02/2025"),
        ("periods", "4/5 years", "4/5 năm"),
        ("score", "75%", "75%"),
        ("coverage", "24/30 months", "24/30 tháng"),
        ("owner", "Organisation board", "Ban Tổ chức"),
        ("note", "Held back by few sources", "Nguồn kết nạp hạn chế"),
        ("baseline", "120", "120"),
        ("indicator", "party/sample", "party/sample"),
        ("kind", "total over the period", "tổng số cả kỳ"),
    ],
)
def test_what_a_column_says(name: str, en: str, vi: str) -> None:
    """Each column says its own of a target whose figures are all known."""
    one = members_admitted()
    measure = one.measure._replace(
        score=exactly(Fraction(3, 4)),
        periods=Periods(4, 5, ("2021",)),
    )
    target = one.target._replace(
        owner=GivenText(en="Organisation board", vi="Ban Tổ chức"),
        note=GivenText(en="Held back by few sources", vi="Nguồn kết nạp hạn chế"),
        baseline=Reading("120", PLACE, exactly(120)),
    )
    full = replaced(one, measure=measure, target=target)
    assert (_says(name, full), _says(name, full, "vi")) == (en, vi)


@pytest.mark.parametrize(
    "name", ["due", "pace", "forecast", "needed", "reach", "periods", "owner", "note", "baseline", "attainment"]
)
def test_what_is_not_known_is_a_dash(name: str) -> None:
    """Nothing is made up where nothing can be told."""
    assert _says(name, assessed(GivenText(en="A"), goal(), Measure(), "no-data")) == "–"


def test_a_day_of_reach_that_is_past_says_so() -> None:
    """A last day within reach that lies before the as-of date is out of reach."""
    one = members_admitted()
    late, just = (replaced(one, moment=MOMENT._replace(as_of=date(2025, 2, day))) for day in (12, 11))
    assert _says("reach", late) == "2025-02-11 (out of reach)"
    assert _says("reach", just) == "2025-02-11"


def test_what_is_due_of_a_rank_are_years() -> None:
    """A rank's measure counts years, so what is due is not a place."""
    measure = Measure(exactly(3), attainment=exactly(Fraction(3, 4)), due=exactly(4), periods=Periods(3, 4, ("2021",)))
    one = assessed(GivenText(en="A"), goal(exactly(1), "lower", every="year"), measure, "missed", RANK, "rank")
    assert (_says("achieved", one), _says("due", one), _says("due", one, "vi")) == ("3/4 years", "4 years", "4 năm")


@pytest.mark.parametrize(
    ("kind", "unit", "readings", "expected"),
    [
        # a total adds up, a rate is averaged, of a level and a rank the latest counts, wherever it stands
        ("total", WORKER, [_reading(7, 2021, 3), _reading(5, 2021, 9), _reading(4, 2022)], ["–", "12", "4"]),
        ("rate", PERCENT, [_reading("1.5", 2021, 3), _reading(2, 2021, 9)], ["–", "1.75%", "–"]),
        ("level", PERCENT, [_reading(80, 2021, 9), _reading(70, 2021, 3), _reading(90, 2022)], ["–", "80%", "90%"]),
        ("rank", RANK, [_reading(2, 2021), _reading(1, 2022)], ["–", "2nd", "1st"]),
    ],
)
def test_the_years_of_a_kind(kind: str, unit: Unit, readings: list[Reading], expected: list[str]) -> None:
    """Each calendar year of the term has a column with what its readings came to."""
    one = assessed(GivenText(en="A"), goal(at_least(1)), Measure(), "behind", unit, kind, readings=tuple(readings))
    years = columns.choose(("years",), [TERM])
    assert [year.heading.en for year in years] == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert [year.text(_row(one), "en") for year in years][:3] == expected


def test_the_year_in_which_a_task_was_done() -> None:
    """A task has no figure in its year, but was done in it."""
    measure = Measure(exactly(100), done=date(2021, 11, 18), attainment=exactly(1), met=True)
    one = assessed(GivenText(en="A"), goal(by=date(2021, 12, 31)), measure, "achieved", PERCENT, "milestone")
    years = columns.choose(("years",), [TERM])
    assert [year.text(_row(one), "en") for year in years] == ["–", "done", "–", "–", "–", "–"]
    assert [year.text(_row(one), "vi") for year in years][1] == words.DONE["vi"]


def test_figures_always_have_a_unit_somewhere() -> None:
    """The unit stands behind the name where figures need it and it has no column of its own."""

    def first(*names: str) -> str:
        text = formats.in_text("plain", [reported(members_admitted())], "en", Layout(columns=names))
        return text.splitlines()[7]

    assert first("target", "due") == "Members admitted to the Party (members)    350"
    assert first("target", "unit", "due") == "Members admitted to the Party  members    350"
    assert first("target", "pace") == "Members admitted to the Party  156.29%"


def test_columns_are_shown_once_and_in_order() -> None:
    """A column that is named twice stands where it was named first."""
    chosen = columns.choose(("status", "pace", "status", "years", "number"), [TERM])
    assert [column.name for column in chosen if not column.of_year] == ["status", "pace", "number"]
    assert sum(column.of_year for column in chosen) == 6


# Sorting and grouping


def _one(name: str, share: Interval | None, status: Status = "behind", owner: str | None = None) -> Assessment:
    one = assessed(GivenText(vi=name), goal(at_least(1)), Measure(exactly(1), attainment=share), status, MEMBER)
    return replaced(one, target=one.target._replace(owner=None if owner is None else GivenText(en=owner)))


def _names(*by: str, among: list[Assessment], language: Language = "vi") -> list[str]:
    sorted_rows = order.sort(rows(reported(*among)), by, language)
    return [row.assessment.target.name[language] for row in sorted_rows]


THIRD, NEAR_THIRD = exactly(Fraction(1, 3)), exactly(Fraction("0.33333333333"))


def test_rows_are_sorted_by_exact_values() -> None:
    """What looks alike is told apart; what has no value stands last either way; equals stay in their order."""
    among = [_one("a", THIRD), _one("b", None), _one("c", NEAR_THIRD), _one("d", THIRD)]
    assert _names("attainment", among=among) == ["c", "a", "d", "b"]
    assert _names("-attainment", among=among) == ["a", "d", "c", "b"]
    assert _names("-number", among=among) == ["d", "c", "b", "a"]
    assert _names("attainment", "-number", among=among) == ["c", "d", "a", "b"]


def test_intervals_are_sorted_by_their_low_ends() -> None:
    """An interval stands where its least value stands, one without a low end before all others."""
    among = [
        _one("a", Interval(Fraction(1, 2), None)),
        _one("b", Interval(None, Fraction(2))),
        _one("c", Interval(Fraction(1, 2), Fraction(1))),
    ]
    assert _names("attainment", among=among) == ["b", "c", "a"]


def test_names_are_sorted_as_a_vietnamese_dictionary_does() -> None:
    """Letters count before tones, and đ comes after d."""
    among = [_one(name, None) for name in ("Đảng viên", "Dân cư", "Ấp", "ấm no", "Anh hùng", "Giáo dục", "Ăn ở", "dán")]
    assert _names("target", among=among) == [
        "Anh hùng", "Ăn ở", "ấm no", "Ấp", "dán", "Dân cư", "Đảng viên", "Giáo dục",
    ]  # fmt: skip


def test_statuses_are_sorted_from_the_best_to_the_unknown() -> None:
    """The order is that of the statuses and not of their words."""
    among = [_one("a", None, "no-data"), _one("b", None, "on-track"), _one("c", None, "exceeded")]
    assert _names("status", among=among) == ["c", "b", "a"]
    assert _names("-status", among=among) == ["a", "b", "c"]


@pytest.mark.parametrize("name", [name for name in columns.names() if name != columns.YEARS])
def test_every_column_can_be_sorted_by(name: str) -> None:
    """Dates, figures and words in one column keep apart, and no row is lost."""
    for by in (name, f"-{name}"):
        assert sorted(row.number for row in order.sort(rows(bloc()), (by,), "en")) == list(range(1, 8))


def test_groups_stand_as_they_occur_and_the_rest_last() -> None:
    """Owners come in the order of their first targets; targets of nobody come last; each group has its counts."""
    among = [
        _one("a", None),
        _one("b", THIRD, "behind", "Board B"),
        _one("c", None, "missed", "Board A"),
        _one("d", THIRD, "exceeded", "Board B"),
    ]
    groups = order.group(rows(reported(*among)), "owner", {})
    assert [order.title(group, "en") for group in groups] == ["Board B", "Board A", "No unit in charge"]
    assert [[row.number for row in group.rows] for group in groups] == [[2, 4], [3], [1]]
    assert order.subtotal(groups[0], "en") == "2 targets · exceeded 1 · behind 1"
    assert order.subtotal(groups[1], "vi") == "1 chỉ tiêu · không đạt 1"


def test_groups_by_field_and_status() -> None:
    """A field is told for each indicator; statuses come from the best and are not counted twice."""
    named: dict[str | GivenText, GivenText] = {"party/sample": GivenText(en="party building", vi="xây dựng Đảng")}
    (group,) = order.group(rows(bloc()), "field", named)
    assert (order.title(group, "en"), order.title(group, "vi")) == ("Party building", "Xây dựng Đảng")
    assert [order.title(one, "en") for one in order.group(rows(bloc()), "field", {})] == ["No field named"]
    groups = order.group(rows(bloc()), "status", {})
    assert [order.title(one, "en") for one in groups][:2] == ["Exceeded", "On track"]
    assert order.subtotal(groups[0], "en") == "2 targets"


@pytest.mark.parametrize("name", ["table", "plain"])
@pytest.mark.parametrize("width", [60, 120])
def test_groups_are_shown_with_their_titles(name: str, width: int) -> None:
    """Each group has a line with its counts before its rows, and every row is there once."""
    text = formats.in_text(name, [bloc()], "en", Layout(width, group_by="status", sort=("-number",)))
    lines = text.splitlines()
    numbers = [line.split()[0].rstrip(".") for line in lines[4:] if line.strip()[:1].isdigit()]
    titled = [line for line in lines if line.startswith(("Exceeded: 2 targets", "No data: 1 target"))]
    assert len(titled) == 2
    assert numbers[:7] == ["5", "2", "1", "6", "3", "4", "7"]


def test_a_refusal_is_told_where_a_forecast_is_asked_for() -> None:
    """Why there is no forecast stands in the notes, once for all targets it holds for, and only with that column."""
    refusal = message("no forecast: one reading is not a trend", "chưa dự báo được")
    ones = [_one(name, None)._replace(measure=Measure(exactly(1), refusal=refusal)) for name in "ab"]
    report = reported(members_admitted(), *ones)
    for name in ("table", "plain"):
        asked = formats.in_text(name, [report], "en", Layout(120, columns=("target", "forecast")))
        assert "2, 3. No forecast: one reading is not a trend.\n" in asked
        assert "No forecast" not in formats.in_text(name, [report], "en", Layout(120))


def test_a_task_has_no_unit() -> None:
    """Where all figures are days no unit stands beside them; a share of the task that is done is in percent."""
    one = assessed(GivenText(en="A"), goal(by=date(2021, 12, 31)), Measure(), "pending", PERCENT, "milestone")
    done = replaced(one, target=one.target._replace(readings=(Reading("60 %", PLACE, exactly(60)),)))
    task, half = rows(reported(one, done))
    assert columns.find("unit").text(task, "vi") == words.NOTHING
    assert columns.find("unit").text(half, "vi") == "%"
