"""table: a table for a person at a terminal, as wide as it is, with statuses in colour and in words.

Where no table is narrow enough each row becomes a block of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout
from partykpi.render.report._grid import grid, name_column
from partykpi.render.report.columns import Column, name_with_unit
from partykpi.render.report.document import Document, SummaryText, Table, TableRow, document, overview
from partykpi.render.terminal.drawing import TONE_STYLES, Grid, Line, drawn
from partykpi.render.text import words
from partykpi.render.text.figures import share_due
from partykpi.render.text.wrap import NO_BREAK, USUAL_WIDTH, hang, keep_figures, width, wrap
from partykpi.text import Language, Text


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    available = layout.width or USUAL_WIDTH
    parts: list[Line | Grid] = []
    first = overview(reports, language)
    if first is not None:
        parts += [Line(first.title, "bold"), Line(), *_table(first, (), language, available)]
    for report in reports:
        parts += [Line()] if parts else []
        parts += _report(document(report, language, layout), language, available)
    return drawn(parts, available, layout.color)


def _report(one: Document, language: Language, available: int) -> Iterator[Line | Grid]:
    """Return a report, from top to bottom."""
    for place, line in enumerate(one.heading.lines):
        yield Line(hang(line, available, then="  "), "" if place else "bold")
    yield Line()
    rows = one.table.rows
    if rows:
        barred = any(column.name == "attainment" for column in one.table.columns)
        marks = [share_due(row.subject.assessment) for row in rows] if barred else []
        yield from _table(one.table, marks, language, available)
    yield from (Line(hang(legend, available), "dim") for legend in one.legends)
    for remarks in (one.notes, one.claims):
        if remarks.items:
            yield Line(f"\n{remarks.title}", "bold")
        for remark in remarks.items:
            if remark.look is None:
                yield Line(hang(remark.line, available, then="   "))
            else:
                style = TONE_STYLES[remark.look.tone]
                yield Line(hang(remark.sentence, available, f"{remark.begin} ", "  "), marked=((0, 1, style),))
    yield Line()
    yield from _summary(one.summary, available)
    if one.source:
        yield Line(hang(one.source, available, then="  "), "dim")


def _summary(summary: SummaryText, available: int) -> Iterator[Line]:
    yield Line(hang(summary.sentence, available), "bold")
    line = summary.statuses
    for _, count in summary.counts:
        line = line.replace(count, count.replace(" ", NO_BREAK))
    text = hang(line, available, then="  ")
    marked, start = [], 0
    for status, count in summary.counts:
        found = text.find(count, start)
        if found >= 0:
            start = found + len(count)
            marked.append((found, start, TONE_STYLES[words.STATUS_TONES[status]]))
    yield Line(text, marked=tuple(marked))
    if summary.convention:
        yield Line(hang(summary.convention, available), "dim")


def _table(
    table: Table[Any], marks: Sequence[Fraction | None], language: Language, available: int
) -> Iterator[Line | Grid]:
    """Return the rows below their headings and the titles of their groups, and what the mark in the bars means."""
    whole = grid(table, marks, language, available)
    grouped = bool(table.bodies[0].title)
    if whole is not None:
        yield whole._replace(rows=[]) if grouped else whole
    start = 0
    for body in table.bodies:
        if body.title:
            text = hang(f"{body.title}: {body.subtotal}", available, then="  ")
            yield from [Line()] if start else []
            yield Line(text, marked=((0, len(body.title), "bold"),))
        end = start + len(body.rows)
        if whole is None:
            for row in body.rows:
                yield from _block(table.columns, row, language, available)
        elif grouped:
            yield whole._replace(rows=whole.rows[start:end], headed=False)
        start = end
    if whole is not None and any(mark is not None for mark in marks):
        yield Line(hang(words.PACE_LEGEND[language], available), "dim")


def _block(columns: Sequence[Column[Any]], row: TableRow[Any], language: Language, available: int) -> Iterator[Line]:
    """Return a row as lines, where it would be wider than the terminal."""
    texts = {column.name: cell.text for column, cell in zip(columns, row.cells, strict=True)}
    name = texts.pop(name_column(columns), "")
    if name and "unit" in texts:
        name = name_with_unit(name, texts.pop("unit"), row.subject)
    begin = f"{texts.pop('number')}. " if "number" in texts else ""
    if begin or name:
        lines = wrap(keep_figures(name), max(available - width(begin), 1), fold=True)
        yield Line(begin + f"\n{' ' * width(begin)}".join(lines), "bold")
    others = [column for column in columns if column.name in texts]
    years = [column for column in others if column.of_year and texts[column.name] != words.NOTHING]
    figures = [column for column in others if column.figure and not column.of_year]
    rest = [column for column in others if not column.figure]
    margin = " " * len(begin)
    for group in (figures, years, rest):
        parts = [_labelled(column, texts[column.name], language, available - len(margin)) for column in group]
        if not parts:
            continue
        text = hang(" · ".join(parts), available, margin, f"{margin}  ")
        found = text.rfind(texts["status"]) if group is rest and "status" in texts else -1
        if found < 0:
            yield Line(text)
        else:
            style = TONE_STYLES[words.STATUS_TONES[row.subject.assessment.status]]
            yield Line(text, marked=((found, found + len(texts["status"]), style),))


def _labelled(column: Column[Any], text: str, language: Language, available: int) -> str:
    """Return a value with its heading, in one piece where that fits into a line."""
    part = f"{column.heading[language]}: {text}"
    return part.replace(" ", NO_BREAK) if width(part) <= available // 2 else part


FORMAT = Format(
    "table",
    Text("a table for the terminal, in colour", "bảng có màu trên màn hình dòng lệnh"),
    _render,
)
