from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest
from samples.reports import (
    MEMBER,
    PERCENT,
    PLACE,
    RANK,
    assessed,
    bloc,
    goal,
    judged,
    members_admitted,
    replaced,
    reported,
)
from wcwidth import wcswidth

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Goal, Reading, Target, Unit
from partykpi.core.report import Assessment, Report
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.render.text import words
from partykpi.text import LANGUAGES, GivenText, Language

_ESCAPES = re.compile(r"\x1b\[[\d;]*m")


def _table(report: Report, language: Language, width: int | None, color: bool = False) -> str:
    return formats.in_text("table", [report], language, Layout(width, color))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 70, 80, 100, 120, 160, 240])
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    """Every line fits, coloured or not, and both show the same text."""
    plain = _table(bloc(), language, width)
    colored = _ESCAPES.sub("", _table(bloc(), language, width, color=True))
    assert all(wcswidth(line) <= width for line in plain.splitlines())
    assert [line.rstrip() for line in colored.splitlines()] == plain.splitlines()
    assert "\x1b" not in plain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "layout",
    [
        Layout(80, group_by="status"),
        Layout(34, group_by="status"),
        Layout(60, columns=("number", "target", "owner", "note", "goal", "status")),
        Layout(120, sort=("-attainment",), only=("missed", "exceeded")),
        Layout(None, columns=("number", "target", "goal", "achieved", "forecast", "owner", "kind", "status")),
    ],
    ids=str,
)
def test_colour_changes_no_letter(language: Language, layout: Layout) -> None:
    """However the table is laid out, rich draws the same text in colour as stands in a pipe, in both languages."""
    reports = [bloc(), reported(members_admitted())]
    plain = formats.in_text("table", reports, language, layout)
    colored = formats.in_text("table", reports, language, layout._replace(color=True))
    assert "\x1b[" in colored
    assert [line.rstrip() for line in _ESCAPES.sub("", colored).split("\n")] == plain.split("\n")


def test_headings_end_on_one_line() -> None:
    """A heading of two lines ends beside those of one, right above the rule."""
    text = formats.in_text("table", [bloc()], "en", Layout(60, columns=("number", "target", "owner", "note", "status")))
    lines = text.splitlines()
    rule = next(place for place, line in enumerate(lines) if line.startswith("━"))
    assert lines[rule - 2].split() == ["Unit", "in"]
    assert lines[rule - 1].split() == ["#", "Target", "charge", "Note", "Status"]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_figure_is_cut(width: int) -> None:
    """At every width each figure stands whole on a line, in both languages."""
    figures: dict[Language, str] = {
        "en": "≥ 700|547|78.14%|≥ 16,000|82,913|103.64%|93.33–133.34%|≥ 15†|186.67%",
        "vi": "≥ 700|547|78,14%|≥ 16.000|82.913|103,64%|93,33–133,34%|≥ 15†|186,67%",
    }
    for language, expected in figures.items():
        text = _table(bloc(), language, width)
        assert [figure for figure in expected.split("|") if figure not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_columns_are_aligned_under_accents(language: Language, width: int) -> None:
    """The rules are as wide as the table, and each figure of a column ends at the same place."""
    lines = _table(bloc(), language, width).splitlines()
    rules = {wcswidth(line) for line in lines if line and set(line) <= {"━", "─"}}
    assert len(rules) == 1
    ends = [
        wcswidth(line[: line.index(figure) + len(figure)])
        for figure in ("≥ 700", "≥ 15†")
        for line in lines
        if figure in line
    ]
    assert len(ends) == 2
    assert ends[0] == ends[1]


def test_a_figure_of_sixty_digits_is_whole() -> None:
    """Where no row can hold a figure each target becomes a block of lines."""
    huge = 10**59 + 7
    text = _table(
        reported(
            assessed(
                GivenText(en="Much"),
                goal(at_least(huge)),
                Measure(exactly(huge), attainment=exactly(1), met=True),
                "achieved",
            )
        ),
        "en",
        80,
    )
    assert text.count(f"{huge:,}") == 2


def test_the_summary_is_the_sentence_of_a_secretary() -> None:
    """Below the table stand the summary and the counts; what the sentence gives both numbers of needs no convention."""
    met = [
        assessed(
            GivenText(en="A", vi="A"),
            goal(at_least(1)),
            Measure(exactly(2), attainment=exactly(2), met=True, exceeded=place < 2),
            "exceeded" if place < 2 else "achieved",
        )
        for place in range(6)
    ]
    report = reported(*met, members_admitted())
    english = _table(report, "en", 200)
    assert (
        "6 of 7 targets achieved or exceeded (2 exceeded, 4 achieved); the lowest of the rest stands at 78.14%.\n"
        "By status: 2 exceeded, 4 achieved, 1 on track\n"
    ) in english
    assert (
        "Có 6/7 chỉ tiêu đạt và vượt (02 vượt, 04 đạt); trong các chỉ tiêu chưa đạt, thấp nhất đạt 78,14%.\n"
        "Trong đó: 02 chỉ tiêu vượt, 04 chỉ tiêu đạt, 01 chỉ tiêu đúng tiến độ\n"
    ) in _table(report, "vi", 200)


def test_the_heading_says_where_the_term_stands() -> None:
    """Above the table stand committee, resolution, term, as-of date and elapsed share."""
    assert _table(bloc(), "vi", 80).splitlines()[:4] == [
        "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        "Nghị quyết đại hội nhiệm kỳ 2020-2025",
        "Nhiệm kỳ từ ngày 01 tháng 7 năm 2020 đến ngày 30 tháng 6 năm 2025",
        "Tính đến ngày 31 tháng 12 năm 2022 · đã qua 50% thời gian",
    ]
    assert _table(bloc(), "en", 80).splitlines()[2:4] == [
        "Term 1 July 2020 to 30 June 2025",
        "As of 31 December 2022 · 50% elapsed",
    ]
    ended = bloc()._replace(moment=bloc().moment._replace(as_of=date(2025, 6, 30), elapsed=Fraction(1)))
    assert _table(ended, "vi", 80).splitlines()[3] == "Tính đến ngày 30 tháng 6 năm 2025 · hết nhiệm kỳ"


def test_claims_that_are_not_right_have_a_sentence() -> None:
    """Each verdict but consistent is told below the table, with the number of its target and its reason."""
    text = _table(bloc(), "en", 200)
    assert "✗ 3. basically – inconsistent." in text
    assert "Acknowledged: the source speaks of all four indices together." in text
    assert "! 5. vượt 186,6% kế hoạch – cut off, not rounded." in text
    assert "✗ rest: ≥ 80% – inconsistent. The lowest of the rest stands at 78.14%." in text
    assert "1. 78.14%" not in text
    assert "† implied by the published figure" in text


def test_only_keeps_the_numbers() -> None:
    """Rows left out leave the numbers of the others, and the summary, as they are."""
    for name in ("table", "plain"):
        text = formats.in_text(name, [bloc()], "en", Layout(200, only=("no-data",)))
        assert re.search(r"^ *7 +New model", text, re.MULTILINE)
        assert "Members admitted" not in text
        assert "2 of 7 targets" in text


def test_a_report_without_rows_is_still_a_report() -> None:
    """Where no target has the status asked for there is no table, but heading and summary stand."""
    for name in ("table", "plain"):
        text = formats.in_text(name, [bloc()], "en", Layout(80, only=("achieved",)))
        assert "Party Committee" in text
        assert "2 of 7 targets" in text


def test_user_text_is_never_markup() -> None:
    """Brackets, colons and escape codes in a name are printed, or made harmless, not obeyed."""
    name = GivenText(en="[red]Jobs[/red] :smile: \x1b[31m and\nmore")
    share = exactly(Fraction(1, 2))
    report = reported(assessed(name, goal(at_least(2)), Measure(share, attainment=share), "pending", PERCENT))
    for form in ("table", "plain"):
        text = formats.in_text(form, [report], "en", Layout(200))
        assert "[red]Jobs[/red] :smile: \ufffd[31m and more" in text


@pytest.mark.parametrize(
    ("share", "claimed", "decimals", "shown"),
    [
        (Fraction(48, 41), "117", 0, "117%"),
        (Fraction("0.781"), "78.10", 2, "78.10%"),
        (Fraction("0.996"), "100", 0, "99.6%"),
    ],
)
def test_attainment_has_the_decimals_of_its_claim(share: Fraction, claimed: str, decimals: int, shown: str) -> None:
    """A share is printed as the claim printed it, unless that would hide how little is lacking."""
    claims = (judged(f"{claimed}%", "consistent", Fraction(claimed), decimals),)
    measure = Measure(exactly(1), attainment=exactly(share))
    target = assessed(GivenText(en="A"), goal(at_least(1)), measure, "behind", judgements=claims)
    text = formats.in_text("plain", [reported(target)], "en", Layout())
    assert f"1  {shown:>12}  {claimed}% ✓" in text


def test_several_reports_follow_one_another() -> None:
    """Two reports are two tables, one after the other."""
    for name in ("table", "plain"):
        text = formats.in_text(name, [bloc(), bloc()], "en", Layout(80))
        assert text.count("Party Committee of a provincial Agencies and Enterprises Bloc\nResolution") == 2
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def _drawn(assessment: Assessment, width: int = 120) -> str:
    (line,) = (line for line in _table(reported(assessment), "en", width).splitlines() if line.startswith("1 "))
    return line


def test_the_bar_has_a_mark_where_the_pace_of_the_term_would_be() -> None:
    """Half-way the mark stands in the middle, in the open and over the bar, without colour, and a legend tells it."""
    ahead = members_admitted()
    measure = Measure(exactly(210), attainment=exactly(Fraction(3, 10)), due=exactly(350), pace=exactly(Fraction(3, 5)))
    late = ahead._replace(measure=measure)
    assert f" 78.14% {'█' * 10}┊{'█' * 4}▋ " in _drawn(ahead)
    assert f" 30.00% {'█' * 6}    ┊ " in _drawn(late)
    assert words.PACE_LEGEND["en"] in _table(reported(late), "en", 120)
    assert "┊" not in formats.in_text("plain", [reported(late)], "en", Layout())


def test_blocks_of_lines_have_no_bars() -> None:
    """Where no table is narrow enough there is no bar, and no legend of its mark either."""
    late = members_admitted()._replace(
        measure=Measure(
            exactly(210), attainment=exactly(Fraction(3, 10)), due=exactly(350), pace=exactly(Fraction(3, 5))
        )
    )
    text = _table(reported(late), "en", 24)
    assert "Attainment: 30.00%" in text
    assert "┊" not in text


@pytest.mark.parametrize(
    ("aim", "measure", "kind", "unit", "baseline", "mark"),
    [
        # a total: 4 due of 9
        (goal(at_least(9)), Measure(exactly(7), attainment=exactly(0), due=exactly(4)), "total", MEMBER, None, True),
        # a level up from 60 to 80: 70 due is 87.5% of 80
        (goal(at_least(80)), Measure(exactly(7), attainment=exactly(0), due=exactly(70)), "level", PERCENT, 60, True),
        # a level down from 8 to 2: 5 due is half of the way
        (
            goal(Interval(None, Fraction(2)), "lower"),
            Measure(exactly(7), attainment=exactly(0), due=exactly(5), of="way"),
            "level",
            PERCENT,
            8,
            True,
        ),
        # a task: half of its time is gone
        (
            goal(by=date(2024, 12, 31)),
            Measure(exactly(7), attainment=exactly(0), due=exactly(50)),
            "milestone",
            PERCENT,
            None,
            True,
        ),
        # all is due, by the end of the term, of a rate, and of the time of a task
        (goal(at_least(7)), Measure(exactly(7), attainment=exactly(0), due=exactly(7)), "total", MEMBER, None, False),
        (goal(at_least(7)), Measure(exactly(7), attainment=exactly(0), due=exactly(7)), "rate", PERCENT, None, False),
        (
            goal(by=date(2020, 12, 31)),
            Measure(exactly(7), attainment=exactly(0), due=exactly(100)),
            "milestone",
            PERCENT,
            None,
            False,
        ),
        # nothing is due that can be told, or what is due is a number of years
        (goal(at_least(7)), Measure(exactly(7), attainment=exactly(0)), "level", PERCENT, None, False),
        (goal(at_least(7)), Measure(exactly(7), attainment=exactly(0), due=exactly(4)), "rank", RANK, None, False),
        # a limit: half of it is allowed by now
        (
            goal(Interval(None, Fraction(10)), "lower"),
            Measure(exactly(7), attainment=exactly(0), due=exactly(5)),
            "total",
            MEMBER,
            None,
            True,
        ),
    ],
)
def test_only_what_has_a_pace_has_a_mark(
    aim: Goal, measure: Measure, kind: str, unit: Unit, baseline: int | None, mark: bool
) -> None:
    """Totals, levels with a baseline and tasks have a mark while the term or their time is open, and nothing else."""
    one = assessed(GivenText(en="A"), aim, measure, "behind", unit, kind)
    if baseline is not None:
        one = replaced(one, target=one.target._replace(baseline=Reading("b", PLACE, exactly(baseline))))
    text = _table(reported(one), "en", 120)
    assert ("┊" in _drawn(one), words.PACE_LEGEND["en"] in text) == (mark, mark)


@pytest.mark.parametrize("width", range(40, 121, 8))
def test_no_word_of_a_name_is_broken(width: int) -> None:
    """Whatever the width, a long word of a name stands whole on a line."""
    long = assessed(
        GivenText(en="Multidimensional poverty, interdepartmentally counted"),
        goal(at_least(12_345_678)),
        Measure(exactly(12_345_678), attainment=exactly(1), met=True),
        "achieved",
    )
    text = _table(reported(long, members_admitted()), "en", width)
    assert "Multidimensional" in text
    assert "interdepartmentally" in text
    assert all(wcswidth(line) <= width for line in text.splitlines())


def test_a_word_wider_than_the_terminal_is_broken_at_last() -> None:
    """Only where a line cannot hold a word it continues on the next."""
    text = _table(reported(replaced(members_admitted(), target=_called("ß" * 100))), "en", 40)
    assert text.count("ß") == 100
    assert all(wcswidth(line) <= 40 for line in text.splitlines())


def _called(name: str) -> Target:
    return members_admitted().target._replace(own_name=GivenText(en=name))
