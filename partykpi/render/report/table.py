"""table: a table for a person at a terminal, as wide as it is, with statuses in colour and in words.

Where no table is narrow enough each target becomes a block of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, arrange
from partykpi.render.report import columns as data
from partykpi.render.report._grid import Sheet, grid, sheet_of
from partykpi.render.report.rows import Row, has_implied
from partykpi.render.terminal.drawing import STATUS_STYLES, VERDICT_STYLES, Grid, Line, drawn
from partykpi.render.text import sentences, words
from partykpi.render.text.wrap import NO_BREAK, hang, keep_figures, width, wrap
from partykpi.text import Language, Text

_USUAL_WIDTH = 80


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    room = layout.width or _USUAL_WIDTH
    parts: list[Line | Grid] = []
    for place, report in enumerate(reports):
        parts += [Line()] if place else []
        parts += _parts(report, language, layout, room)
    return drawn(parts, room, layout.color)


def _parts(report: Report, language: Language, layout: Layout, room: int) -> Iterator[Line | Grid]:
    """Return what stands in a report, from top to bottom."""
    chosen, groups = arrange(report, language, layout)
    columns = data.choose(layout.columns or data.DEFAULT, [report.resolution.term])
    for place, line in enumerate(sentences.heading(report, language)):
        yield Line(hang(line, room, then="  "), "" if place else "bold")
    yield Line()
    if chosen:
        yield from _rows(sheet_of(chosen, groups, columns, language), room)
    yield from _below(report, chosen, columns, language, room)
    yield from _summary(report, language, room)


def _rows(sheet: Sheet, room: int) -> Iterator[Line | Grid]:
    whole = grid(sheet, room)
    if whole is None:
        yield from _blocks(sheet, room)
        return
    if not sheet.groups:
        yield whole
    else:
        yield whole._replace(rows=[])
        for title, places in _titles(sheet, room):
            yield from title
            yield whole._replace(rows=[whole.rows[place] for place in places], headed=False)
    if any(mark is not None for mark in sheet.marks):
        yield Line(hang(words.PACE_LEGEND[sheet.language], room), "dim")


def _titles(sheet: Sheet, room: int) -> Iterator[tuple[list[Line], range]]:
    """Return of each group the lines of its title and the places of its rows."""
    from partykpi.render.report import order

    start = 0
    for group in sheet.groups:
        title = order.title(group, sheet.language)
        text = hang(f"{title}: {order.subtotal(group, sheet.language)}", room, then="  ")
        above = [Line()] if start else []
        yield [*above, Line(text, marked=((0, len(title), "bold"),))], range(start, start + len(group.rows))
        start += len(group.rows)


def _below(
    report: Report, chosen: Sequence[Row], columns: Sequence[data.Column], language: Language, room: int
) -> Iterator[Line]:
    """Return the lines right below the rows: the legend, the notes on figures, the claims that are not simply right."""
    if has_implied(chosen):
        yield Line(hang(words.IMPLIED_LEGEND[language], room), "dim")
    forecast = any(column.name == "forecast" for column in columns)
    remarks = sentences.notes(list(chosen), language, refusals=forecast)
    if remarks:
        yield Line(f"\n{words.NOTES[language]}", "bold")
        yield from (Line(hang(remark, room, then="   ")) for remark in remarks)
    claims = sentences.verdicts(report, list(chosen), language)
    if claims:
        yield Line(f"\n{words.CLAIMS[language]}", "bold")
    for claim in claims:
        text = hang(claim.sentence, room, f"{claim.begin} ", "  ")
        yield Line(text, marked=((0, 1, VERDICT_STYLES[claim.verdict]),))


def _summary(report: Report, language: Language, room: int) -> Iterator[Line]:
    yield Line()
    yield Line(hang(sentences.summary(report.summary, language), room), "bold")
    each = list(sentences.each_count(report.summary, language))
    line = sentences.counts(report.summary, language)
    for _, count in each:
        line = line.replace(count, count.replace(" ", NO_BREAK))
    text = hang(line, room, then="  ")
    marked, start = [], 0
    for status, count in each:
        found = text.find(count, start)
        if found >= 0:
            start = found + len(count)
            marked.append((found, start, STATUS_STYLES[status]))
    yield Line(text, marked=tuple(marked))
    yield Line(hang(sentences.CONVENTION[language], room), "dim")


def _blocks(sheet: Sheet, room: int) -> Iterator[Line]:
    if not sheet.groups:
        for place in range(len(sheet.rows)):
            yield from _block(sheet, place, room)
        return
    for title, places in _titles(sheet, room):
        yield from title
        for place in places:
            yield from _block(sheet, place, room)


def _block(sheet: Sheet, place: int, room: int) -> Iterator[Line]:
    """Return a target as lines, where a row of it would be wider than the terminal."""
    row, language = sheet.rows[place], sheet.language
    texts = {name: column[place] for name, column in sheet.texts.items()}
    name = texts.pop("target", "")
    if name and "unit" in texts:
        name = data.name_with_unit(name, texts.pop("unit"), row)
    begin = f"{texts.pop('number')}. " if "number" in texts else ""
    if begin or name:
        lines = wrap(keep_figures(name), max(room - width(begin), 1), fold=True)
        yield Line(begin + f"\n{' ' * width(begin)}".join(lines), "bold")
    others = [column for column in sheet.columns if column.name in texts]
    years = [column for column in others if column.of_year and texts[column.name] != words.NOTHING]
    figures = [column for column in others if column.figure and not column.of_year]
    rest = [column for column in others if not column.figure]
    margin = " " * len(begin)
    for group in (figures, years, rest):
        parts = [_labelled(column, texts[column.name], language, room - len(margin)) for column in group]
        if not parts:
            continue
        text = hang(" · ".join(parts), room, margin, f"{margin}  ")
        found = text.rfind(texts["status"]) if group is rest and "status" in texts else -1
        if found < 0:
            yield Line(text)
        else:
            end = found + len(texts["status"])
            yield Line(text, marked=((found, end, STATUS_STYLES[row.assessment.status]),))


def _labelled(column: data.Column, text: str, language: Language, room: int) -> str:
    """Return a value with its heading, in one piece where that fits into a line."""
    part = f"{column.heading[language]}: {text}"
    return part.replace(" ", NO_BREAK) if width(part) <= room // 2 else part


FORMAT = Format(
    "table",
    Text("a table for the terminal, in colour", "bảng có màu trên màn hình dòng lệnh"),
    _render,
)
