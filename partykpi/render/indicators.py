"""The catalogue for a person and for machines: a list of indicators by field, or one whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from partykpi.core import kinds
from partykpi.core.model import Better, Frequency, Indicator, Rollup
from partykpi.render import words
from partykpi.render.line import hang, one_line, width, wrap
from partykpi.text import GivenText, Language, Text

_VERSION = "partykpi-indicators/1"

_BETTER: Mapping[Better, Text] = {"higher": Text("higher", "cao"), "lower": Text("lower", "thấp")}
_BETTER_IN_FULL: Mapping[Better, Text] = {
    "higher": Text("higher is better", "càng cao càng tốt"),
    "lower": Text("lower is better", "càng thấp càng tốt"),
}
_ROLLUP: Mapping[Rollup, Text] = {
    "sum": Text("as a sum", "cộng lại"),
    "share": Text("as a share", "theo tỷ lệ"),
    "mean": Text("as a mean", "bình quân"),
    "none": Text("not at all", "không"),
}
_ROLLUP_IN_FULL: Mapping[Rollup, Text] = {
    "sum": Text("the figures of committees are added", "cộng số liệu của các đơn vị"),
    "share": Text(
        "the parts and the wholes of committees are added, then divided",
        "cộng riêng tử số và mẫu số của các đơn vị rồi tính tỷ lệ",
    ),
    "mean": Text("the mean of the committees' figures", "lấy bình quân số liệu của các đơn vị"),
    "none": Text("not combined over committees", "không tổng hợp từ các đơn vị"),
}
_FREQUENCY: Mapping[Frequency, Text] = {
    "month": Text("every month", "hằng tháng"),
    "quarter": Text("every quarter", "hằng quý"),
    "half-year": Text("every half-year", "6 tháng một lần"),
    "year": Text("every year", "hằng năm"),
    "term": Text("once a term", "mỗi nhiệm kỳ một lần"),
}

_ID = Text("Id", "Mã")
_INDICATOR = Text("Indicator", "Chỉ số")
_NAME = Text("Name", "Tên")
_KIND = Text("Kind", "Loại")
_KIND_AND_UNIT = Text("Kind, unit", "Loại, ĐVT")
_IS_BETTER = Text("Better", "Tốt khi")
_ADDS_UP = Text("Adds up", "Tổng hợp")
_UNIT_IN_FULL = Text("Unit", "Đơn vị tính")
_BETTER_LABEL = Text("Better", "Chiều tốt")
_EVERY = Text("Frequency", "Kỳ báo cáo")
_SOURCE = Text("Source", "Nguồn")
_TO_PASTE = Text("To paste under `targets:`", "Dán vào dưới `targets:`")
_WHOLE_NUMBERS = Text("whole numbers only", "chỉ nhận số nguyên")
_LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English", "vi": "Tiếng Việt"}

_GAP = 2
_LEAST_NAME = 28
_USUAL_WIDTH = 80


class Group(NamedTuple):
    """The indicators of one field, or those of them that are to be shown."""

    name: GivenText
    indicators: Sequence[Indicator]


def as_lines(groups: Sequence[Group], language: Language) -> str:
    """Return the list as plain lines in columns, one line an indicator, nothing broken or cut."""
    from tabulate import tabulate

    rows = [
        [_id(one), _name(one, language), _kind(one, language), _unit(one, language), *_marks(one, language)]
        for group in groups
        for one in group.indicators
    ]
    table = iter(tabulate(rows, tablefmt="plain", disable_numparse=True).splitlines())
    parts = (
        "\n".join([one_line(group.name[language]), *(next(table).rstrip() for _ in group.indicators)])
        for group in groups
    )
    return "\n\n".join(parts) + "\n"


def as_table(groups: Sequence[Group], language: Language, columns: int, color: bool) -> str:
    """Return the list for a terminal of that many columns: names wrap, an id never does."""
    count = sum(len(group.indicators) for group in groups)
    shown = [one for group in groups for one in group.indicators]
    for head, cells in (_wide(language), _narrow(language)):
        rows = [cells(one) for one in shown]
        widths = _widths(head, rows, columns, cells is not _wide_cells)
        if widths is not None:
            break
    return ""
