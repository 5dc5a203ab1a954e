"""plain: a table without colours or wrapped lines, for pipes and mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout
from partykpi.render.report._tabulated import tabulated
from partykpi.render.report.columns import Row
from partykpi.render.report.document import Document, Table, document, overview
from partykpi.text import Language, Text

_USUAL_STYLE = "simple"


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    style = layout.table_style or _USUAL_STYLE
    first = overview(reports, language)
    sections = []
    if first is not None:
        sections.append([first.title, "", *tabulated(first.columns, first.rows, style, language)])
    sections += [list(_lines(document(report, language, layout), style, language)) for report in reports]
    return "\n\n\n".join("\n".join(section) for section in sections) + "\n"


def _lines(one: Document, style: str, language: Language) -> Iterator[str]:
    yield from one.heading.lines
    yield ""
    yield from _table(one.table, style, language)
    yield from one.legends
    for remarks in (one.notes, one.claims):
        if remarks.items:
            yield from ("", f"{remarks.title}:", *(remark.line for remark in remarks.items))
    yield from ("", *one.summary.lines)
    if one.source:
        yield one.source


def _table(table: Table[Row], style: str, language: Language) -> Iterator[str]:
    """Draw the groups as tables, or in the usual style as parts of one table, whose columns they then share."""
    if style == _USUAL_STYLE:
        head, rule, *lines = tabulated(table.columns, table.rows, style, language)
        yield from (head, rule)
    for place, body in enumerate(table.bodies):
        if place:
            yield ""
        if body.title:
            yield f"{body.title}: {body.subtotal}"
        if style == _USUAL_STYLE:
            yield from lines[: len(body.rows)]
            del lines[: len(body.rows)]
            continue
        if body.title:
            yield ""
        yield from tabulated(table.columns, body.rows, style, language)


FORMAT = Format(
    "plain",
    Text("a table in plain text, for pipes and mails", "bảng văn bản thuần, để chuyển tiếp hoặc gửi thư"),
    _render,
)
