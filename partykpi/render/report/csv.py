"""csv: comma-separated values, a record a target or, in the long form, a record a reading.

Figures and dates are written as in every other format, so that a spreadsheet of the report's language reads them as
numbers and dates. What there is not is left empty, and what a spreadsheet would take for a formula is disarmed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, Separator, _fields, columns
from partykpi.render.report._fields import Record
from partykpi.render.report.document import Document, document
from partykpi.render.text import words
from partykpi.render.text.spreadsheet import begins_like_formula
from partykpi.text import Language, Text

_SEPARATORS: Mapping[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_BYTE_ORDER_MARK = "\ufeff"

# The columns of the long form, where none are asked for.
_LONG = ("number", "target", "unit")

_NEGATIVE = re.compile(r"-[\d.,]+%?")


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    terms = [term for report in reports for term in columns.terms(report)]
    if layout.long:
        layout = layout._replace(columns=layout.columns or _LONG)
    documents = [document(report, language, layout, terms) for report in reports]
    fields_of = _fields.of_readings if layout.long else _fields.of_targets
    fields = fields_of(documents[0].table.columns, layout.group_by is not None)
    out = StringIO()
    writer = csv.writer(out, delimiter=_SEPARATORS[layout.separator], lineterminator="\r\n")
    writer.writerow([field.heading[language] for field in fields])
    for one in documents:
        for record in _records(one, layout.long, language):
            writer.writerow([_written(field.text(record, language), field.figure) for field in fields])
    return (_BYTE_ORDER_MARK if layout.byte_order_mark else "") + out.getvalue()


def _records(one: Document, long: bool, language: Language) -> Iterator[Record]:
    whole = _fields.whole(one, language)
    for body in one.table.bodies:
        for row in body.rows:
            record = Record(whole, row, body.title)
            if long:
                counted = row.subject.assessment.counted
                for reading in _fields.readings(row.subject):
                    yield record._replace(reading=reading, counted=id(reading) in counted)
            else:
                yield record


def _written(text: str, figure: bool) -> str:
    if text == words.NOTHING:
        return ""
    if begins_like_formula(text) and not (figure and _NEGATIVE.fullmatch(text)):
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
