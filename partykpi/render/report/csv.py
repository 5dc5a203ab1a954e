"""csv: comma-separated values, a line a target or, in the long form, a line a reading.

Figures and dates are written as in every other format, so that a spreadsheet of the report's language reads them as
numbers and dates. What there is not is left empty, and what a spreadsheet would take for a formula is disarmed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, Separator, _values, arrange
from partykpi.render.report._values import Column, Line
from partykpi.render.text import words
from partykpi.render.text.spreadsheet import begins_like_formula
from partykpi.text import Language, Text

_SEPARATORS: Mapping[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_BYTE_ORDER_MARK = "\ufeff"

_NEGATIVE = re.compile(r"-[\d.,]+%?")


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    terms = [report.resolution.term for report in reports]
    of = _values.of_readings if layout.long else _values.of_targets
    shown = of(layout.columns, terms, layout.group_by is not None)
    out = StringIO()
    writer = csv.writer(out, delimiter=_SEPARATORS[layout.separator], lineterminator="\r\n")
    writer.writerow([column.heading[language] for column in shown])
    for report in reports:
        for line in _lines(report, language, layout):
            writer.writerow([_cell(column, line, language) for column in shown])
    return (_BYTE_ORDER_MARK if layout.byte_order_mark else "") + out.getvalue()


def _lines(report: Report, language: Language, layout: Layout) -> Iterator[Line]:
    rows, groups = arrange(report, language, layout)
    titles: dict[int, str] = {}
    for group in groups:
        from partykpi.render.report import order

        titles.update((row.number, order.title(group, language)) for row in group.rows)
    for row in rows:
        line = Line(report, row, titles.get(row.number, ""))
        if layout.long:
            yield from (line._replace(reading=reading) for reading in _values.readings(row))
        else:
            yield line


def _cell(column: Column, line: Line, language: Language) -> str:
    text = column.text(line, language)
    if text == words.NOTHING:
        return ""
    if begins_like_formula(text) and not (column.figure and _NEGATIVE.fullmatch(text)):
        return f"'{text}"
    return text


FORMAT = Format(
    "csv",
    Text(
        "comma-separated values, for spreadsheets and data offices: a line a target, or a line a reading",
        "giá trị ngăn cách bằng dấu phẩy, cho bảng tính và bộ phận dữ liệu: mỗi chỉ tiêu hoặc mỗi số liệu một dòng",
    ),
    _render,
)
