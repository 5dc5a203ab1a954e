from __future__ import annotations

import re
from fractions import Fraction

import pytest
from render_samples import PERCENT, assessed, bloc, goal, judged, members_admitted, reported
from wcwidth import wcswidth

from partykpi.core.figure import at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.report import Report
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.text import LANGUAGES, GivenText, Language

_ESCAPES = re.compile(r"\x1b\[[\d;]*m")


def _table(report: Report, language: Language, width: int | None, color: bool = False) -> str:
    return formats.find("table").render([report], language, Layout(width, color))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 70, 80, 100, 120, 160, 240])
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    """Every line fits, coloured or not, and both show the same text."""
    plain = _table(bloc(), language, width)
    colored = _ESCAPES.sub("", _table(bloc(), language, width, color=True))
    assert all(wcswidth(line) <= width for line in plain.splitlines())
    assert [line.rstrip() for line in colored.splitlines()] == plain.splitlines()
    assert "\x1b" not in plain


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_figure_is_cut(width: int) -> None:
    """At every width each figure stands whole on a line, in both languages."""
    figures: dict[Language, str] = {
        "en": "≥ 700|547|78.14%|≥ 16,000/year|82,913|103.64%|93.33–133.34%|≥ 15†|186.67%",
        "vi": "≥ 700|547|78,14%|≥ 16.000/năm|82.913|103,64%|93,33–133,34%|≥ 15†|186,67%",
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
    """Below the table stand the summary, the counts and the counting convention."""
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
        "6 of 7 targets achieved or exceeded, 2 of them exceeded; the lowest of the rest stands at 78.14%.\n"
        "Status: exceeded 2 · achieved 4 · on track 1\n"
        "Exceeded targets are counted among the achieved ones.\n"
    ) in english
    assert (
        "6/7 chỉ tiêu đạt và vượt, trong đó 2 chỉ tiêu vượt; "
        "chỉ tiêu thấp nhất trong số còn lại đạt 78,14%.\n"
    ) in _table(report, "vi", 200)


def test_the_heading_says_where_the_term_stands() -> None:
    """Above the table stand committee, resolution, term, as-of date and elapsed share."""
    assert _table(bloc(), "vi", 120).splitlines()[:3] == [
        "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        "Nghị quyết đại hội nhiệm kỳ 2020-2025",
        "Nhiệm kỳ 01/07/2020 – 30/06/2025 · tính đến 31/12/2022 · đã qua 50%",
    ]


def test_claims_that_are_not_right_have_a_sentence() -> None:
    """Each verdict but consistent is told below the table, with the number of its target and its reason."""
    text = _table(bloc(), "en", 200)
    assert "✗ 3. basically – inconsistent." in text
    assert "Acknowledged: the source speaks of all four indices together." in text
    assert "! 5. vượt 186,6% kế hoạch – cut off, not rounded." in text
    assert "✗ rest: >= 80% – inconsistent. The lowest of the rest stands at 78.14%." in text
    assert "1. 78.14%" not in text
    assert "† implied by the published figure" in text


def test_only_keeps_the_numbers() -> None:
    """Rows left out leave the numbers of the others, and the summary, as they are."""
    for name in ("table", "plain"):
        text = formats.find(name).render([bloc()], "en", Layout(200, only=("no-data",)))
        assert re.search(r"^ *7 +New model", text, re.MULTILINE)
        assert "Members admitted" not in text
        assert "2 of 7 targets" in text


def test_a_report_without_rows_is_still_a_report() -> None:
    """Where no target has the status asked for there is no table, but heading and summary stand."""
    for name in ("table", "plain"):
        text = formats.find(name).render([bloc()], "en", Layout(80, only=("achieved",)))
        assert "Party Committee" in text
        assert "2 of 7 targets" in text


def test_user_text_is_never_markup() -> None:
    """Brackets, colons and escape codes in a name are printed, or made harmless, not obeyed."""
    name = GivenText(en="[red]Jobs[/red] :smile: \x1b[31m and\nmore")
    share = exactly(Fraction(1, 2))
    report = reported(assessed(name, goal(at_least(2)), Measure(share, attainment=share), "pending", PERCENT))
    for form in ("table", "plain"):
        text = formats.find(form).render([report], "en", Layout(200))
        assert "[red]Jobs[/red] :smile: \ufffd[31m and more" in text


@pytest.mark.parametrize(
    ("share", "claimed", "decimals", "shown"),
    [
        (Fraction(48, 41), "117", 0, "117%"),
        (Fraction("0.781"), "78.10", 2, "78.10%"),
        (Fraction("0.996"), "100", 0, "99.6%"),
    ],
)
def test_attainment_has_the_decimals_of_its_claim(
    share: Fraction, claimed: str, decimals: int, shown: str
) -> None:
    """A share is printed as the claim printed it, unless that would hide how little is lacking."""
    claims = (judged(f"{claimed}%", "consistent", Fraction(claimed), decimals),)
    measure = Measure(exactly(1), attainment=exactly(share))
    target = assessed(GivenText(en="A"), goal(at_least(1)), measure, "behind", judgements=claims)
    text = formats.find("plain").render([reported(target)], "en", Layout())
    assert f"1  {shown:>12}  {claimed}% ✓" in text


def test_several_reports_follow_one_another() -> None:
    """Two reports are two tables, one after the other."""
    for name in ("table", "plain"):
        text = formats.find(name).render([bloc(), bloc()], "en", Layout(80))
        assert text.count("Party Committee of a provincial") == 2
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_formats_are_found_by_their_modules() -> None:
    """Every module of the package is a format of its own name, described in both languages."""
    assert {"json", "plain", "table"} <= set(formats.names())
    for name in formats.names():
        form = formats.find(name)
        assert form.name == name
        assert all(form.description[language] for language in LANGUAGES)
    with pytest.raises(ValueError, match="no such format"):
        formats.find("../x")
