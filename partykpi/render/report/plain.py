"""plain: a table without colours or wrapped lines, for pipes and mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, arrange, columns, overview
from partykpi.render.report._tabulated import tabulated
from partykpi.render.report.columns import Column
from partykpi.render.report.rows import Row, has_implied
from partykpi.render.text import sentences, words
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.render.report.order import Group

_USUAL_STYLE = "simple"


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    sections = [_lines(report, language, layout) for report in reports]
    if len(reports) > 1:
        sections.insert(0, _overview(reports, language, layout.table_style))
    return "\n\n\n".join("\n".join(section) for section in sections) + "\n"


def _overview(reports: Sequence[Report], language: Language, style: str) -> Iterator[str]:
    yield overview.TITLE[language]
    yield ""
    yield from tabulated(
        [[column.text(report, language) for column in overview.COLUMNS] for report in reports],
        [column.heading[language] for column in overview.COLUMNS],
        [column.figure for column in overview.COLUMNS],
        style or _USUAL_STYLE,
    )


def _lines(report: Report, language: Language, layout: Layout) -> Iterator[str]:
    rows, groups = arrange(report, language, layout)
    shown = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    style = layout.table_style or _USUAL_STYLE
    yield from sentences.heading(report, language)
    yield ""
    if not groups:
        yield from _table(rows, shown, language, style)
    elif style == _USUAL_STYLE:
        yield from _in_one_table(rows, groups, shown, language)
    else:
        yield from _in_tables(groups, shown, language, style)
    if has_implied(rows):
        yield words.IMPLIED_LEGEND[language]
    forecast = any(column.name == "forecast" for column in shown)
    yield from _section(words.NOTES[language], sentences.notes(rows, language, refusals=forecast))
    claims = sentences.verdicts(report, rows, language)
    yield from _section(words.CLAIMS[language], [f"{claim.begin} {claim.sentence}" for claim in claims])
    yield ""
    yield sentences.summary(report.summary, language)
    yield sentences.counts(report.summary, language)
    yield sentences.CONVENTION[language]
    source = sentences.source(report, language)
    if source:
        yield f"{words.SOURCE[language]}: {source}"


def _table(rows: Sequence[Row], shown: Sequence[Column], language: Language, style: str) -> list[str]:
    return tabulated(
        [[column.text(row, language) for column in shown] for row in rows],
        [column.heading[language] for column in shown],
        [column.figure for column in shown],
        style,
    )


def _in_one_table(
    rows: Sequence[Row], groups: Sequence[Group], shown: Sequence[Column], language: Language
) -> Iterator[str]:
    """Put the titles of the groups between the lines of the usual table, whose columns all groups share."""
    head, rule, *lines = _table(rows, shown, language, _USUAL_STYLE)
    yield from (head, rule)
    for place, group in enumerate(groups):
        if place:
            yield ""
        yield _title(group, language)
        yield from lines[: len(group.rows)]
        del lines[: len(group.rows)]


def _in_tables(groups: Sequence[Group], shown: Sequence[Column], language: Language, style: str) -> Iterator[str]:
    for place, group in enumerate(groups):
        if place:
            yield ""
        yield _title(group, language)
        yield ""
        yield from _table(group.rows, shown, language, style)


def _title(group: Group, language: Language) -> str:
    from partykpi.render.report import order

    return f"{order.title(group, language)}: {order.subtotal(group, language)}"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title}:"
        yield from lines


FORMAT = Format(
    "plain",
    Text("a table in plain text, for pipes and mails", "bảng văn bản thuần, để chuyển tiếp hoặc gửi thư"),
    _render,
)
