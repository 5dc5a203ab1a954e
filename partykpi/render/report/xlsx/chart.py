"""The sheet with the chart of attainment against what is due by now."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from xlsxwriter.chart_bar import ChartBar

from partykpi.render.report.columns import Row
from partykpi.render.report.xlsx import sheet
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import CellValue, SheetDraft, put
from partykpi.render.report.xlsx.lines import Block, share_due
from partykpi.render.report.xlsx.number_format import of_number
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import Notation, attainment, attainment_notation
from partykpi.render.text.wrap import one_line, width
from partykpi.text import Language, Text

TITLE = Text("Chart", "Biểu đồ")
_CHART = Text("Attainment against what is due by now", "Tỷ lệ đạt so với mức cần đạt đến nay")
_DUE = Text("Due by now", "Cần đạt đến nay")

_MOST_IN_ONE = 20
_LONGEST = 46
_WIDTHS = (50.0, 12.0, 16.0)

# Sizes in centimetres, and the pixels of one.
_WIDTH = 20
_EACH, _AROUND = 0.72, 3.0
_ROW = 0.45  # the least that a program makes of a row
_PIXELS = 96 / 2.54

_COLORS = ("#2F6EA5", "#B9B9B9")
_GRID = "#DDDDDD"
_KEEP_SIZE = 2  # how XlsxWriter calls an object that moves with its cells and keeps its size


def drawn(rows: Sequence[Row], arithmetic: Arithmetic) -> list[Row]:
    """Return the targets whose attainment is one number, which can be drawn."""
    return [row for row in rows if isinstance(_attainment(arithmetic.blocks[row.number]), Fraction)]


def write(draft: SheetDraft, arithmetic: Arithmetic, rows: Sequence[Row]) -> None:
    """Write the sheet of targets that can be drawn, a page with a chart for each 20 of them."""
    language = arithmetic.language
    above = sentences.heading(arithmetic.report, language).lines
    texts = [_CHART[language], above[0], above[-1]]
    for number, text in enumerate(texts, 1):
        sheet.across(draft, number, _WIDTHS, text, sheet.SUBTITLE if number == 1 else sheet.TEXT)
    head = len(texts) + 2
    sheet.head(draft, head, [heading[language] for heading in (words.TARGET, words.ATTAINMENT, _DUE)], _WIDTHS)
    sheet.set_up(draft, _WIDTHS, language, heading=head, frozen_columns=0)
    first, breaks = head + 1, []
    for start in range(0, len(rows), _MOST_IN_ONE):
        part = rows[start : start + _MOST_IN_ONE]
        for place, row in enumerate(part, first):
            _write_row(draft, place, arithmetic.blocks[row.number], arithmetic)
        if start:
            breaks.append(first - 1)
        height = _EACH * len(part) + _AROUND
        chart = _chart(draft, head, (first, first + len(part) - 1), language)
        chart.set_size({"width": _WIDTH * _PIXELS, "height": height * _PIXELS})
        draft.sheet.insert_chart(f"E{first if start else head}", chart, {"object_position": _KEEP_SIZE})
        first += max(len(part), ceil(height / _ROW)) + 1
    draft.sheet.set_h_pagebreaks(breaks)


def _attainment(block: Block) -> object:
    return block.cells.exact("attainment")


def _write_row(draft: SheetDraft, place: int, block: Block, arithmetic: Arithmetic) -> None:
    row, language, number = block.row, arithmetic.language, block.row.number
    share = _attainment(block)
    assert isinstance(share, Fraction)
    text, notation = attainment(row.assessment, language).text, attainment_notation(row.assessment)
    source = arithmetic.outside(number, "attainment")
    put(draft, place, 1, _label(row, language), {**sheet.LABEL, "text_wrap": False})
    put(draft, place, 2, CellValue(share, of_number(share, text, language, notation), source), sheet.FIGURE)
    put(draft, place, 3, _due(block, arithmetic), sheet.FIGURE)


def _due(block: Block, arithmetic: Arithmetic) -> CellValue:
    """Return the attainment that is due by now."""
    due, language = share_due(block.cells), arithmetic.language
    if due is None:
        return CellValue(words.NOTHING)
    formula = ""
    if "due_share" in block.formulas:
        formula = block.formulas["due_share"].in_cell(lambda name: arithmetic.outside(block.row.number, name))
    return CellValue(due, of_number(due, locale.percent(due, language), language, Notation(share=True)), formula)


def _label(row: Row, language: Language) -> str:
    """Return the number and the name of a target, cut between words where it is long."""
    text = f"{row.number}. {one_line(row.assessment.target.name[language])}"
    if width(text) <= _LONGEST:
        return text
    while width(text) >= _LONGEST and " " in text.partition(" ")[2]:
        text = text.rpartition(" ")[0]
    return f"{text[:_LONGEST]}…"


def _chart(draft: SheetDraft, head: int, rows: tuple[int, int], language: Language) -> ChartBar:
    """Return the chart of the targets in those rows, from the first to the last, under the headings in that row."""
    chart = draft.book.workbook.add_chart({"type": "bar"})
    assert isinstance(chart, ChartBar)
    first, last = rows

    def area(column: int, first: int, last: int) -> list[str | int]:
        return [draft.name, first - 1, column, last - 1, column]

    for column, color in enumerate(_COLORS, 1):
        series = {
            "name": [draft.name, head - 1, column],
            "categories": area(0, first, last),
            "values": area(column, first, last),
            "fill": {"color": color},
            "gap": 50,
            "overlap": 0,
        }
        chart.add_series(series | ({"data_labels": {"value": True}} if column == 1 else {}))
    chart.set_title({"name": _CHART[language], "name_font": {"size": 12, "bold": True}})
    chart.set_legend({"position": "bottom"})
    no_ticks = {"major_tick_mark": "none", "minor_tick_mark": "none"}
    grid = {"visible": True, "line": {"color": _GRID}}
    chart.set_x_axis({"min": 0, "num_format": "0%", "major_gridlines": grid, **no_ticks})
    # the first target on top, and the axis of the shares at the bottom all the same
    chart.set_y_axis({"reverse": True, "crossing": "max", **no_ticks})
    return chart
