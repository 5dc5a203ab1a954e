"""A table of readings to what is to be recorded: a row a target and a column a period, or a row a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import Target
from partykpi.core.time import Period
from partykpi.parse.edit.cells import SEPARATORS, Cell, Row, in_digits, read_cells
from partykpi.parse.edit.insert import Given, Layout, told
from partykpi.parse.keys import plain
from partykpi.parse.text.number import POINTS
from partykpi.parse.text.number_style import is_bare, spelled, with_unit
from partykpi.parse.text.period import read_period, read_period_in_vietnamese
from partykpi.parse.yaml.reader import did_you_mean
from partykpi.problem import Finding, Place, Source, find
from partykpi.text import Text

# The headings of columns, as `template` writes them and as people shorten them; of a period, see `_period`.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("target id", "id", "mã chỉ tiêu", "mã"),
    "unit": ("unit", "đvt", "đơn vị tính", "đơn vị"),
    "period": ("period", "kỳ", "kỳ số liệu"),
    "value": ("value", "figure", "reading", "số liệu", "giá trị"),
    "": (
        "#", "no", "target", "name", "goal", "notes", "note",
        "tt", "stt", "chỉ tiêu", "tên chỉ tiêu", "mục tiêu", "ghi chú",
    ),
}  # fmt: skip
_ROLES = {plain(name): role for role, names in _HEADINGS.items() for name in names}


class Table(NamedTuple):
    """The rows of a table below its headings.

    `columns` are those of the id, the unit, and of a table with a row a reading the period and the figure (`value`);
    `periods` are those that are periods, `strangers` have headings that say nothing known, and `idle` hold no readings.
    """

    columns: dict[str, int]
    periods: dict[int, tuple[Cell, Period]]
    strangers: dict[int, Cell]
    idle: set[int]
    rows: list[Row]


def read_table(
    name: str, data: bytes, laid: Layout, targets: Mapping[str, Target]
) -> tuple[list[Given], list[Finding]]:
    """Return the readings that a workbook or a CSV file holds, and what is wrong with it.

    Empty cells are passed over. What the file has already is among the readings as well.
    """
    tables: list[Table] = []
    for separator in SEPARATORS:
        sheets = read_cells(name, data, separator)
        if isinstance(sheets, Finding):
            return [], [sheets]
        tables = tables or [table for sheet in sheets if (table := _table(sheet.rows)) is not None]
    if not tables:
        return [], [find(findings.NO_TABLE, Place(Source(name, ""), 1, 1, 1), reason=_NO_HEADINGS)]
    given: list[Given] = []
    found: list[Finding] = []
    for table in tables:
        for one in _readings(table, laid, targets):
            if isinstance(one, Finding):
                found.append(one)
            else:
                given.append(one)
    return given, found


_NO_HEADINGS = Text(
    "it has no row of headings with the ids of the targets and with periods",
    "không thấy dòng tiêu đề có mã chỉ tiêu và các kỳ số liệu",
)


def _table(rows: list[Row]) -> Table | None:
    """Return the table below the first row of headings, or None where there is none."""
    for number, row in enumerate(rows):
        roles = {column: _ROLES[plain(cell.text)] for column, cell in row.items() if plain(cell.text) in _ROLES}
        columns = {role: column for column, role in reversed(roles.items()) if role}
        periods = {column: (cell, period) for column, cell in row.items() if (period := _period(cell)) is not None}
        tidy = "period" in columns and "value" in columns
        if "id" in columns and (periods or tidy):
            if not tidy:
                columns = {role: column for role, column in columns.items() if role in ("id", "unit")}
            idle = {column for column, role in roles.items() if not role}
            known = {*columns.values(), *periods, *idle}
            strangers = {column: cell for column, cell in row.items() if column not in known}
            return Table(columns, periods, strangers, idle, rows[number + 1 :])
    return None


def _period(cell: Cell) -> Period | None:
    """Return the period that a heading names in either language."""
    text = normalize("NFC", cell.text)
    return read_period(text) or read_period_in_vietnamese(text)


def _readings(table: Table, laid: Layout, targets: Mapping[str, Target]) -> Iterator[Given | Finding]:
    """Return the readings of a table, and what is wrong with it, row by row."""
    passed = {*table.columns.values(), *table.idle} - {table.columns.get("value", 0)}
    misnamed: set[int] = set()
    for row in table.rows:
        values = {column: cell for column, cell in row.items() if column not in passed}
        if not values:
            continue
        at = row.get(table.columns["id"])
        id = "" if at is None else normalize("NFC", at.text)
        if at is None:
            yield find(findings.EMPTY_VALUE, next(iter(values.values())).place, key=_ID)
            continue
        if id not in targets:
            yield find(findings.UNKNOWN_TARGET, at.place, target=id, suggestion=did_you_mean(id, list(targets)))
            continue
        for column, cell in values.items():
            heading = row.get(table.columns["period"]) if column == table.columns.get("value") else None
            if column in table.periods:
                heading = table.periods[column][0]
            elif column in table.strangers:
                heading = table.strangers[column]
            period = None if heading is None else _period(heading)
            if heading is None:
                yield find(findings.UNUSABLE_CELL, cell.place, what=_NO_HEADING, suggestion=_NAME_THE_PERIOD)
            elif period is None and column not in misnamed:
                yield find(findings.UNPARSABLE_PERIOD, heading.place, text=heading.text)
                misnamed |= {column} & table.strangers.keys()
            elif period is not None:
                unit = row.get(table.columns.get("unit", 0))
                yield _given(laid, targets[id], heading, period, cell, "" if unit is None else unit.text)


_ID = Text("Target id", "Mã chỉ tiêu")
_NO_HEADING = Text("its period is not told", "không rõ kỳ số liệu")
_NAME_THE_PERIOD = Text(
    "write the period at the head of the column, such as 2023; in a CSV file a value with a comma stands in quotes",
    "ghi kỳ số liệu ở đầu cột, ví dụ 2023; trong tệp CSV, giá trị có dấu phẩy đặt trong dấu nháy kép",
)
_A_NUMBER = Text(
    "write the figure itself as a number, in a cell of its own",
    "ghi thẳng con số vào một ô riêng, không gộp ô, không dùng công thức",
)
_NO_DAY = Text(
    "write the figure as a number; put an apostrophe before a share such as 3/4, so that it is no date: '3/4",
    "ghi số liệu dưới dạng số; tỷ số như 3/4 thì thêm dấu nháy đơn ở trước để không thành ngày tháng: '3/4",
)


def _given(laid: Layout, target: Target, heading: Cell, period: Period, cell: Cell, unit: str) -> Given | Finding:
    """Return the reading that stands in a cell, written as the file writes its own, or what is wrong with it."""
    dated = kinds.find(target.indicator.kind).dated
    own = target.indicator.unit
    cell = _in_context(cell, f"{target.id}, {heading.text}: ", laid)
    fault, suggestion = cell.fault, _A_NUMBER
    text = normalize("NFC", cell.text)
    if cell.day is not None and dated:
        text = f"{cell.day:%d/%m/%Y}" if laid.reader.source.keys == "vi" else cell.day.isoformat()
    elif cell.day is not None:
        fault, suggestion = Text(f"the day {cell.day}", f"ngày {cell.day:%d/%m/%Y}"), _NO_DAY
    elif cell.percent and not own.percent:
        fault = Text(f"a percentage, where the unit is {own.many.en}", f"tỷ lệ %, trong khi ĐVT là {own.many.vi}")
    elif cell.number is not None:
        number = cell.number.scaleb(2) if cell.percent else cell.number
        text = in_digits(number).replace(".", POINTS[laid.reader.style])
    if fault is not None:
        return find(findings.UNUSABLE_CELL, cell.place, what=fault, suggestion=suggestion)
    if is_bare(text):
        text = with_unit(text, unit, target) if not dated else f"{text} %" if own.percent else text
    own_keys = [key.value for key, _, _ in told(laid.targets[target.id], laid.reader)]
    key = spelled(period, [own_keys, laid.usual], laid.reader)
    if laid.reader.period(key) is None:
        return find(findings.UNPARSABLE_PERIOD, heading.place, text=heading.text)
    return Given(target.id, text, cell.place, period, key, heading.place)


def _in_context(cell: Cell, before: str, laid: Layout) -> Cell:
    """Return the cell of a workbook with whose figure it is and of when, so that a finding can show it."""
    place = cell.place
    source = place.source._replace(keys=laid.reader.source.keys)
    if not place.cell:
        return cell._replace(place=place._replace(source=source))
    source = source._replace(text="\n" * (place.line - 1) + before + cell.text)
    column = len(before) + 1
    return cell._replace(place=Place(source, place.line, column, column + len(cell.text), place.cell))
