from __future__ import annotations

from typing import Any

import pytest
from samples.reports import bloc, members_admitted, replaced, reported, rows

from partykpi.core.model import Cited
from partykpi.core.report import Report
from partykpi.render import report as formats
from partykpi.render.report import Layout, columns, order, table_styles
from partykpi.render.text import sentences
from partykpi.text import LANGUAGES, GivenText, Language


def _plain(report: Report, language: Language = "en", **layout: Any) -> str:
    return formats.in_text("plain", [report], language, Layout()._replace(**layout))


@pytest.mark.parametrize("style", table_styles())
def test_every_style_shows_every_figure(style: str) -> None:
    """`--table-style` changes the lines between the cells, not what stands in them or above and below the table."""
    text = _plain(bloc(), "vi", table_style=style)
    shown = columns.choose(columns.DEFAULT, [])
    cells = {column.text(row, "vi") for column in shown for row in rows(bloc()) if column.figure}
    assert len(cells) > 15
    assert [cell for cell in cells if cell not in text.replace("\\%", "%").replace("&gt;", ">")] == []
    assert [line for line in sentences.heading(bloc(), "vi").lines if line not in text] == []


@pytest.mark.parametrize("style", ["", "simple", "grid", "github", "rst", "html", "pretty", "plain", "tsv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_in_every_style(language: Language, style: str) -> None:
    """Each group has its title and subtotal, and below it its own rows and no others."""
    text = _plain(bloc(), language, group_by="status", table_style=style)
    groups = order.group(rows(bloc()), "status", {})
    places = [text.index(f"\n{order.title(group, language)}: {order.subtotal(group, language)}\n") for group in groups]
    assert places == sorted(places)
    for group, begin, end in zip(groups, places, [*places[1:], len(text)], strict=True):
        own = {row.assessment.target.name[language] for row in group.rows}
        every = {row.assessment.target.name[language] for row in rows(bloc())}
        assert {name for name in every if name in text[begin:end].partition("\n\n\n")[0]} >= own
        assert not any(name in text[begin:end] for name in every - own)


def test_groups_of_the_usual_style_share_their_columns() -> None:
    """Without a style all groups stand in one table, their cells below one another."""
    lines = _plain(bloc(), "en", group_by="status").splitlines()
    ends = {
        line.index(figure) + len(figure)
        for line in lines
        for figure in ("≥ 700", "≥ 16,000/year", "≥ 15†")
        if figure in line
    }
    assert len(ends) == 1


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("github", r"a \| b"),
        ("pipe", r"a \| b"),
        ("jira", r"a \| b"),
        ("asciidoc", r"a \| b"),
        ("mediawiki", "a &#124; b"),
        ("textile", "a &#124; b"),
        ("moinmoin", "a &#124; b"),
        ("youtrack", "a &#124; b"),
        ("orgtbl", r"a \vert{} b"),
        ("simple", "a | b"),
        ("", "a | b"),
        ("html", "a | b"),
    ],
)
def test_a_bar_in_a_name_ends_no_cell(style: str, written: str) -> None:
    """Where bars stand between cells, one inside a name is written as the style writes it, so that no figure moves."""
    target = members_admitted().target._replace(own_name=GivenText("a | b"))
    report = reported(replaced(members_admitted(), target=target))
    assert written in _plain(report, table_style=style)


def test_the_source_stands_at_the_end() -> None:
    """Where the figures come from is the last line, and there is none where the file does not tell."""
    report = bloc()
    assert _plain(report).endswith(f"{sentences.convention(report.summary, 'en')}\n")
    cited = Cited(GivenText("Mid-term\nreview", "Sơ kết"), "2023-01-05", "https://example.org/a")
    report = report._replace(resolution=report.resolution._replace(source=cited))
    assert _plain(report).endswith("\nSource: Mid-term review · published 2023-01-05 · https://example.org/a\n")
    assert _plain(report, "vi").endswith("\nNguồn: Sơ kết · công bố 2023-01-05 · https://example.org/a\n")
