from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.reports import assessed, bloc, goal, members_admitted, reported

from partykpi.core.figure import at_least, exactly
from partykpi.core.measure import Measure
from partykpi.render import report as formats
from partykpi.render.report import Layout, overview
from partykpi.render.text import sentences, words
from partykpi.text import LANGUAGES, GivenText, Language


def _line(language: Language) -> list[str]:
    return [column.text(bloc(), language) for column in overview.COLUMNS]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "Committee": "Party Committee of a provincial Agencies and Enterprises Bloc",
                "Resolution": "Resolution of the congress for 2020-2025",
                "Term": "2020-07-01 – 2025-06-30",
                "As of": "2022-12-31",
                "Elapsed": "50%",
                "Targets": "7",
                "Achieved or exceeded": "2",
                "Lowest of the rest": "60%",
                "Status": "exceeded 2 · on track 1 · behind 1 · missed 1 · undetermined 1 · no data 1",
            },
        ),
        (
            "vi",
            {
                "Đảng bộ": "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
                "Nghị quyết": "Nghị quyết đại hội nhiệm kỳ 2020-2025",
                "Nhiệm kỳ": "01/07/2020 – 30/06/2025",
                "Tính đến": "31/12/2022",
                "Đã qua": "50%",
                "Số chỉ tiêu": "7",
                "Đạt và vượt": "2",
                "Thấp nhất còn lại": "60%",
                "Đánh giá": "vượt 2 · đúng tiến độ 1 · chậm tiến độ 1 · không đạt 1 · chưa xác định 1 "
                "· chưa có số liệu 1",
            },
        ),
    ],
)
def test_a_row_by_hand(language: Language, expected: dict[str, str]) -> None:
    """A row says of a resolution when it was looked at and how many of its targets stand where."""
    headings = [column.heading[language] for column in overview.COLUMNS]
    assert dict(zip(headings, _line(language), strict=True)) == expected


def test_figures_are_known_as_such() -> None:
    """Words stand at the left, numbers and dates at the right."""
    assert [column.heading.en for column in overview.COLUMNS if not column.figure] == [
        "Committee",
        "Resolution",
        "Term",
        "Status",
    ]


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_row_is_a_line(committee: str, name: str) -> None:
    """Whatever committee and resolution are called, no cell holds the end of a line or anything that steers."""
    report = reported(members_admitted())
    named = report.resolution._replace(committee=GivenText(committee), name=GivenText(name))
    cells = [column.text(report._replace(resolution=named), "vi") for column in overview.COLUMNS]
    assert [cell.splitlines() for cell in cells if cell] == [[cell] for cell in cells if cell]
    assert not any(set(cell) & {"\n", "\r", "\t", "\x1b", "\u2028"} for cell in cells)


def test_what_has_no_rest_has_a_dash() -> None:
    """Where all targets are met, or there is none, nothing stands at the lowest of the rest."""
    met = assessed(GivenText("A"), goal(at_least(1)), Measure(exactly(2), attainment=exactly(2), met=True), "achieved")
    for report in (reported(met), reported()):
        cells = {column.heading.en: column.text(report, "en") for column in overview.COLUMNS}
        assert cells["Lowest of the rest"] == "–"
    assert cells["Status"] == "–"
    assert cells["Targets"] == "0"


@settings(deadline=None)
@given(st.fractions(0, 1, max_denominator=999))
def test_the_lowest_is_that_of_the_summary(share: Fraction) -> None:
    """The lowest of the rest is written as the sentence of the summary writes it."""
    low = assessed(GivenText("A"), goal(at_least(1)), Measure(exactly(share), attainment=exactly(share)), "behind")
    report = reported(low)
    cells = {column.heading.en: column.text(report, "vi") for column in overview.COLUMNS}
    assert sentences.summary(report.summary, "vi").endswith(f"đạt {cells['Lowest of the rest']}.")
    assert sentences.counts(report.summary, "vi") == "Trong đó: 01 chỉ tiêu chậm tiến độ"
    assert cells["Status"] == "chậm tiến độ 1"


# In plain text


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_reports_in_plain_text_have_it_first(language: Language) -> None:
    """Title, table, then the reports as they are alone, two empty lines between; one report has none."""
    alone = formats.in_text("plain", [bloc()], language, Layout())
    assert words.OVERVIEW[language] not in alone
    first, *others = formats.in_text("plain", [bloc(), bloc()], language, Layout()).split("\n\n\n")
    assert "\n\n\n".join(others) == f"{alone.rstrip()}\n\n\n{alone}"
    title, empty, *table = first.splitlines()
    assert (title, empty) == (words.OVERVIEW[language], "")
    assert len(table) == 4
    for line in table[2:]:
        assert [cell for cell in _line(language) if cell not in line] == []
