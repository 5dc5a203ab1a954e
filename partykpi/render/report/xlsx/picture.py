"""The sheet with the chart of attainment against what is due by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory as Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.text import Text as ChartText
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.pagebreak import Break

from partykpi.core.report import Report
from partykpi.render.report.columns import Row
from partykpi.render.report.xlsx import look, sheet
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import Page, Style, letter, put
from partykpi.render.report.xlsx.formulas import in_cell
from partykpi.render.report.xlsx.lines import Block, share_due
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import attainment_notation, attainment_text
from partykpi.render.text.wrap import one_line, width
from partykpi.text import Language, Text

TITLE = Text("Chart", "Biểu đồ")
_CHART = Text("Attainment against what is due by now", "Tỷ lệ đạt so với mức cần đạt đến nay")
_DUE = Text("Due by now", "Cần đạt đến nay")

_MOST_IN_ONE = 20
_LONGEST = 46
_WIDTHS = (50.0, 12.0, 16.0)

# Sizes in centimetres.
_WIDTH = 20
_EACH, _AROUND = 0.72, 3.0
_ROW = 0.45  # the least that a program makes of a row

_COLORS = ("2F6EA5", "B9B9B9")


def write(
    page: Page,
    report: Report,
    rows: Sequence[Row],
    blocks: Mapping[int, Block],
    arithmetic: Arithmetic,
    language: Language,
) -> bool:
    """Write the sheet, a page with a chart for each 20 targets; say whether there is any target to draw."""
    drawn = [row for row in rows if isinstance(blocks[row.number].case.values["attainment"], Fraction)]
    if not drawn:
        return False
    above = sentences.heading(report, language).lines
    texts = [_CHART[language], above[0], above[-1]]
    for number, text in enumerate(texts, 1):
        sheet.across(page, number, len(_WIDTHS), text, sheet.SUBTITLE if number == 1 else sheet.TEXT, _WIDTHS)
    head = len(texts) + 2
    sheet.head(page, head, [heading[language] for heading in (words.TARGET, words.ATTAINMENT, _DUE)], _WIDTHS)
    sheet.set_up(page, _WIDTHS, language, heading=head, frozen=f"A{head + 1}")
    first = head + 1
    for start in range(0, len(drawn), _MOST_IN_ONE):
        if start:
            page.sheet.row_breaks.append(Break(first - 1))
        part = drawn[start : start + _MOST_IN_ONE]
        for place, row in enumerate(part, first):
            _write_row(page, place, blocks[row.number], arithmetic, language)
        chart = _chart(page, head, first, first + len(part) - 1, language)
        page.sheet.add_chart(chart, f"E{first - 1 if start == 0 else first}")
        first += max(len(part), ceil(chart.height / _ROW)) + 1
    return True


def _write_row(page: Page, place: int, block: Block, arithmetic: Arithmetic, language: Language) -> None:
    row, number = block.row, block.row.number
    figure = Style(side="right", border=True)
    share = block.case.values["attainment"]
    assert isinstance(share, Fraction)
    put(page, place, 1, _label(row, language), Style(border=True))
    notation = attainment_notation(row.assessment)
    shown = look.of_number(
        share, attainment_text(row.assessment, language), language, "share", notation.decimals, notation.fixed
    )
    put(page, place, 2, share, figure, shown, arithmetic.outside(number, "attainment"))
    due = share_due(block.case)
    formula = ""
    if "due_share" in block.formulas:
        found = in_cell("due_share", block.formulas["due_share"], block.case)
        formula = found.written(lambda name: arithmetic.outside(number, name))
    if due is None:
        put(page, place, 3, words.NOTHING, figure)
    else:
        shown = look.of_number(due, locale.percent(due, language), language, "share")
        put(page, place, 3, due, figure, shown, formula)


def _label(row: Row, language: Language) -> str:
    """Return the number and the name of a target, cut between words where it is long."""
    text = f"{row.number}. {one_line(row.assessment.target.name[language])}"
    if width(text) <= _LONGEST:
        return text
    while width(text) >= _LONGEST and " " in text.partition(" ")[2]:
        text = text.rpartition(" ")[0]
    return f"{text[:_LONGEST]}…"


def _title(text: str) -> Title:
    look = ParagraphProperties(defRPr=CharacterProperties(sz=1200, b=True))
    return Title(tx=ChartText(rich=RichText(p=[Paragraph(pPr=look, r=[RegularTextRun(t=text)])])), overlay=False)


def _chart(page: Page, head: int, first: int, last: int, language: Language) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping = "bar", "clustered"
    chart.title = _title(_CHART[language])
    chart.width, chart.height = _WIDTH, _EACH * (last - first + 1) + _AROUND
    chart.gapWidth, chart.overlap = 50, 0
    chart.legend.position = "b"
    for column, color in zip((2, 3), _COLORS, strict=True):
        series = Series(Reference(page.sheet, min_col=column, min_row=first, max_row=last))
        series.tx = SeriesLabel(strRef=StrRef(f"{sheet.quoted(page.sheet.title)}!${letter(column)}${head}"))
        series.graphicalProperties = GraphicalProperties(solidFill=color)
        chart.series.append(series)
    chart.series[0].dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.set_categories(Reference(page.sheet, min_col=1, min_row=first, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.number_format = "0%"
    chart.y_axis.crosses = "max"  # at the bottom, since the first target stands on top
    assert chart.y_axis.majorGridlines is not None
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="DDDDDD"))
    return chart
