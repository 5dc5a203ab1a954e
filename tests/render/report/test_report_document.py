"""The report as a value: its parts, its typed cells, and that every format writes all of them down."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from html import unescape
from io import BytesIO

import docx
import pytest
from samples.reports import (
    MOMENT,
    PERCENT,
    RANK,
    VND,
    assessed,
    bloc,
    goal,
    judged,
    members_admitted,
    replaced,
    reported,
    rows,
)

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure, Periods
from partykpi.core.model import Cited, Unit
from partykpi.core.report import Assessment, Report, assess
from partykpi.core.time import Term
from partykpi.parse import load_content
from partykpi.problem import message
from partykpi.render import report as formats
from partykpi.render.report import Layout, columns
from partykpi.render.report.document import document, overview
from partykpi.render.text import words
from partykpi.render.text.figures import Cell, Notation
from partykpi.text import LANGUAGES, GivenText, Language


def _cell(name: str, assessment: Assessment, language: Language = "en") -> Cell:
    (row,) = rows(reported(assessment))
    return columns.find(name).cell(row, language)


# What a cell holds


@pytest.mark.parametrize(
    ("name", "text", "value", "notation"),
    [
        ("number", "1", 1, Notation()),
        ("goal", "≥ 700", exactly(700), Notation(members_admitted().target.indicator.unit)),
        ("achieved", "547", exactly(547), Notation(members_admitted().target.indicator.unit)),
        ("attainment", "78.14%", exactly(Fraction(547, 700)), Notation(share=True, decimals=2, fixed=True)),
        ("due", "350", exactly(350), Notation(members_admitted().target.indicator.unit)),
        ("pace", "156.29%", exactly(Fraction(547, 350)), Notation(share=True)),
        ("status", "on track", "on-track", None),
        ("owner", "–", None, None),
        ("periods", "–", None, None),
    ],
)
def test_a_cell_has_its_text_and_its_value(name: str, text: str, value: object, notation: Notation | None) -> None:
    """547 of 700 members: each cell has what is shown, the exact value, and how the number in it is written."""
    assert _cell(name, members_admitted()) == Cell(text, value, notation)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "low", "high", "value"),
    [
        (PERCENT, 96, None, exactly(96)),
        (PERCENT, None, 4, exactly(4)),
        (PERCENT, 2, 3, Interval(Fraction(2), Fraction(3))),
        (VND, 12_500_000_000, None, exactly(12_500_000_000)),
    ],
)
def test_a_goal_is_its_bound_or_its_range(unit: Unit, low: int | None, high: int | None, value: Interval) -> None:
    """A goal with one end has one number in its cell, a range has both."""
    ends = Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))
    aim = goal(ends, "lower" if low is None else "higher")
    cell = _cell("goal", assessed(GivenText("A"), aim, Measure(), "no-data", unit))
    assert (cell.value, cell.notation) == (value, Notation(unit))


def test_the_mark_of_a_cell_ends_its_text() -> None:
    """A figure that no file holds has its mark in the text and by itself; its value has none."""
    one = assessed(GivenText("A"), goal(implied=exactly(15)), Measure(), "no-data", implied="target")
    assert _cell("goal", one)[:2] == ("≥ 15†", exactly(15))
    assert _cell("goal", one).mark == words.IMPLIED_MARK


def test_days_and_years_are_values() -> None:
    """A task has the day it was done, a reach its last day, a rank the number of years, whatever is written around."""
    done = Measure(exactly(100), done=date(2021, 11, 18))
    task = assessed(GivenText("A"), goal(by=date(2021, 12, 31)), done, "achieved", PERCENT, "milestone")
    assert _cell("goal", task, "vi") == Cell("chậm nhất 31/12/2021", date(2021, 12, 31))
    assert _cell("achieved", task, "vi") == Cell("18/11/2021", date(2021, 11, 18))
    assert _cell("reach", members_admitted()) == Cell("2025-02-11", date(2025, 2, 11))
    years = Measure(exactly(3), periods=Periods(3, 4, ("2021",)))
    rank = assessed(GivenText("A"), goal(exactly(1), "lower", every="year"), years, "missed", RANK, "rank")
    assert _cell("achieved", rank) == Cell("3/4 years", exactly(3), Notation())
    assert _cell("periods", rank) == Cell("3/4 years", 3, Notation())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_a_cell_is_written_in_its_notation(language: Language) -> None:
    """Whatever is around it, the number of a cell is in its text as its notation writes it."""
    found = 0
    for name in columns.names():
        for column in columns.choose([name], [bloc().resolution.term]):
            for row in rows(bloc()):
                cell = column.cell(row, language)
                if cell.notation is not None and isinstance(cell.value, Interval):
                    assert cell.notation.write(cell.value, language) in cell.text
                    found += 1
    assert found > 20


# What a document has


def _full() -> Report:
    """Return a report that has something in each part."""
    cited = Cited(GivenText("Mid-term review"), "2023-01-05", "https://example.org/a")
    report = bloc()
    return report._replace(resolution=report.resolution._replace(source=cited))


def test_the_parts_of_a_report() -> None:
    """Heading, table, legends, notes, claims, summary and source, each by its name."""
    one = document(_full(), "en", Layout(only=("no-data",)))
    assert one.heading.names[1] == "Resolution of the congress for 2020-2025"
    assert (one.heading.term, one.heading.as_of) == (
        "Term 1 July 2020 to 30 June 2025",
        "As of 31 December 2022 · 50% elapsed",
    )
    assert [[cell.text for cell in row.cells[:3]] for row in one.table.rows] == [["7", "New model", "ha"]]
    assert one.legends == ("Published: ? unverifiable.",)
    assert [remark.begin for remark in one.claims.items] == ["? 7.", "✗"]
    assert one.claims.title == "Published figures"
    assert one.summary.title == "Summary"
    assert one.summary.statuses == ("By status: 2 exceeded, 1 on track, 1 behind, 1 missed, 1 undetermined, 1 no data")
    assert one.source == "Source: Mid-term review · published 2023-01-05 · https://example.org/a"


def test_a_note_on_several_targets_has_all_their_numbers() -> None:
    """The same reason why there is no forecast is one remark."""
    refusal = message("no forecast: one reading is not a trend", "chưa dự báo được")
    ones = [assessed(GivenText(name), goal(), Measure(exactly(1), refusal=refusal), "pending") for name in "ab"]
    notes = document(reported(members_admitted(), *ones), "en", Layout(columns=("target", "forecast"))).notes
    assert [(note.numbers, note.line) for note in notes.items] == [
        ((2, 3), "2, 3. No forecast: one reading is not a trend.")
    ]
    assert document(reported(*ones), "en", Layout()).notes.items == ()


def test_groups_are_bodies_with_a_title() -> None:
    """Each group has its rows, its title and its subtotal; without groups there is one body without a title."""
    table = document(bloc(), "vi", Layout(group_by="status", sort=("-number",))).table
    assert [(body.title, body.subtotal) for body in table.bodies[:2]] == [
        ("Vượt", "2 chỉ tiêu"),
        ("Đúng tiến độ", "1 chỉ tiêu"),
    ]
    assert [row.subject.number for row in table.bodies[0].rows] == [5, 2]
    (body,) = document(bloc(), "vi", Layout()).table.bodies
    assert (body.title, len(body.rows)) == ("", 7)


def test_one_report_has_no_overview() -> None:
    """Only several reports have a table before them, a row a report, with the exact values of its figures."""
    assert overview([bloc()], "en") is None
    found = overview([bloc(), bloc()], "en")
    assert found is not None
    shares = [cell for cell in found.rows[0].cells if cell.notation == Notation(share=True)]
    assert shares == [
        Cell("50%", Fraction(1, 2), Notation(share=True)),
        Cell("60%", Fraction(3, 5), Notation(share=True)),
    ]


# That every format writes all of it down


def _text(name: str, reports: list[Report], language: Language) -> str:
    """Return what a format says, in one line."""
    content = formats.in_bytes(name, reports, language, Layout(width=200))
    if name == "docx":
        body = docx.Document(BytesIO(content)).element.body
        text = "\n".join("".join(part.itertext()) for part in body.iter("{*}p"))
    else:
        text = unescape(re.sub("<[^>]*>", "", content.decode()) if name == "html" else content.decode())
    return " ".join(text.replace("\u2011", "-").replace('""', '"').split())


@pytest.mark.parametrize("name", ["table", "plain", "md", "html", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_format_says_each_part(name: str, language: Language) -> None:
    """Heading, legends, notes, claims, summary and source are in each format for people, in both languages."""
    one = document(_full(), language, Layout())
    text = _text(name, [_full()], language)
    said = [
        one.heading.names[0].casefold(),
        *one.legends,
        *(remark.sentence for remark in (*one.notes.items, *one.claims.items)),
        one.summary.sentence,
        one.summary.convention,
        *(count for _, count in one.summary.counts),
        one.source.removeprefix(f"{words.SOURCE[language]}: "),
    ]
    assert [part for part in said if part not in text and part not in text.casefold()] == []


@pytest.mark.parametrize("name", ["table", "plain", "md", "html", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_format_begins_several_reports_with_the_overview(name: str, language: Language) -> None:
    """Its title and the totals of each resolution come before the first report, and nowhere for one alone."""
    title = words.OVERVIEW[language].casefold()
    text = _text(name, [_full(), _full()], language)
    assert title in text.casefold()
    met = {"en": "Achieved or exceeded", "vi": "Đạt và vượt"}[language]
    assert all(word in text for word in met.split())
    assert met not in _text(name, [_full()], language)


@pytest.mark.parametrize("name", ["table", "plain", "md", "csv", "html", "docx"])
def test_signs_are_explained_where_they_show(name: str) -> None:
    """A sign behind a published figure has its meaning beside it, those that do not occur have none."""
    report = reported(members_admitted(), assessed(GivenText("A"), goal(at_least(1)), Measure(), "no-data"))
    assert "Published: ✓ consistent." in _text(name, [report], "en")
    assert "Công bố: ✓ khớp." in _text(name, [report], "vi")
    other = members_admitted()._replace(judgements=(judged("78%", "ambiguous", Fraction(78)),))
    assert "Published: ? ambiguous." in _text(name, [reported(other)], "en")
    assert "Published:" not in _text(name, [reported(report.assessments[1])], "en")


@pytest.mark.parametrize("name", ["md", "html", "docx"])
def test_the_summary_has_one_title(name: str) -> None:
    """Every format that gives the summary a title gives it the same one."""
    for language, title in (("en", "Summary"), ("vi", "Kết quả chung")):
        assert title in _text(name, [bloc()], language)  # type: ignore[arg-type]


def test_a_period_that_is_not_the_term_is_named() -> None:
    """The note says it once for all targets that have it, and not where a column shows it."""
    one = members_admitted()
    years = MOMENT._replace(term=Term(date(2021, 1, 1), date(2025, 12, 31)))
    other = replaced(one, moment=years)
    report = reported(one, other, other)
    english, vietnamese = (document(report, language, Layout()).notes.items for language in LANGUAGES)
    assert [note.line for note in english] == ["2, 3. Period 1 January 2021 to 31 December 2025."]
    assert vietnamese[0].sentence == ("Kỳ của chỉ tiêu: từ ngày 01 tháng 01 năm 2021 đến ngày 31 tháng 12 năm 2025.")
    shown = document(report, "en", Layout(columns=("target", "period")))
    assert shown.notes.items == ()
    assert [row.cells[1].text for row in shown.table.rows] == ["–", *["2021-01-01 – 2025-12-31"] * 2]


def test_years_are_those_of_the_periods_too() -> None:
    """A target that goes on until 2030 has its years beside those of the term, 2020 to 2025."""
    longer = MOMENT._replace(term=Term(date(2021, 1, 1), date(2030, 12, 31)))
    report = reported(members_admitted(), replaced(members_admitted(), moment=longer))
    shown = document(report, "en", Layout(columns=("years",)))
    assert [column.name for column in shown.table.columns] == [str(year) for year in range(2020, 2031)]


def test_years_are_called_by_the_day_that_they_start_on() -> None:
    """Of April 2024 to March 2026 there are the years that begin in 2024 and in 2025."""
    fiscal = MOMENT._replace(term=Term(date(2024, 4, 1), date(2026, 3, 31), (4, 1)))
    report = reported(replaced(members_admitted(), moment=fiscal))
    report = report._replace(resolution=report.resolution._replace(term=fiscal.term))
    shown = document(report, "en", Layout(columns=("years",)))
    assert [column.name for column in shown.table.columns] == ["2024", "2025"]


def test_notes_that_are_the_same_are_said_once() -> None:
    """What is to be noted of two targets alike names both, where the first of them stands."""
    note = message("no reading of {year}", "chưa có số liệu {year}", year="2022")
    one = members_admitted()
    alike = one._replace(measure=one.measure._replace(notes=(note,)))
    lines = [each.line for each in document(reported(alike, one, alike), "en", Layout()).notes.items]
    assert lines == ["1, 3. No reading of 2022."]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["docx", "html", "md", "plain", "table"])
def test_a_note_of_the_file_reaches_the_reader(name: str, language: Language) -> None:
    """What the file notes of a target is among the notes of every format for people, with the target's number."""
    one = members_admitted()
    noted = replaced(one, target=one.target._replace(note=GivenText(vi="số liệu do Trạm Y tế cung cấp")))
    report = reported(one, noted)
    (note,) = document(report, language, Layout()).notes.items
    assert note.line == "2. Số liệu do Trạm Y tế cung cấp."
    assert note.sentence in _text(name, [report], language)
    assert document(report, language, Layout(columns=("target", "note"))).notes.items == ()


def test_a_status_is_counted_by_the_words_of_its_row() -> None:
    """What is done late is not counted as nearly met, nor what keeps a limit as exceeding it, in text and groups."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: end\ntargets:\n"
        "  a: {indicator: {name: A, kind: milestone, better: higher}, target: by 2024-06-30, actual: 2024-08-25}\n"
        "  b: {indicator: {name: B, kind: milestone, better: higher}, target: by 2024-06-30, actual: 85 %}\n"
        "  c: {indicator: {name: C, kind: total, unit: case, better: lower}, target: 20, actual: 14}\n"
    )
    content = load_content("test.yaml", text.encode())
    assert content.resolution is not None
    report = assess(content.resolution, None, date(2026, 1, 1))
    one = document(report, "vi", Layout(group_by="status"))
    assert one.summary.statuses == (
        "Trong đó: 01 chỉ tiêu tốt hơn mức giới hạn, 01 chỉ tiêu hoàn thành chậm, 01 chỉ tiêu không đạt"
    )
    assert [body.title for body in one.table.bodies] == ["Tốt hơn mức giới hạn", "Hoàn thành chậm", "Không đạt"]
    assert dict(report.summary.statuses) == {"exceeded": 1, "nearly": 1, "missed": 1}
