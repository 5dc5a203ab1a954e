"""A table of readings to what is to be recorded: a row a target and a column a period, or a row a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import Target
from partykpi.core.time import CALENDAR, Period
from partykpi.parse.edit.cells import SEPARATORS, SheetCell, SheetRow, in_digits, read_sheets
from partykpi.parse.edit.insert import FileLayout, NewReading
from partykpi.parse.keys import comparable
from partykpi.parse.text.number import POINTS
from partykpi.parse.text.period import as_own_year
from partykpi.parse.text.period_words import read_any_period
from partykpi.parse.text.reading_style import is_bare, period_key, with_unit
from partykpi.parse.yaml.reader import did_you_mean
from partykpi.problem import Finding, Place, Source, find
from partykpi.text import Text

# The headings of columns, as `template` writes them and as people shorten them; of a period, see `heading_period`.
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
ROLES = {comparable(name): role for role, names in _HEADINGS.items() for name in names}


class ReadingTable(NamedTuple):
    """The rows of a table below its headings.

    `columns` are those of the id, the unit, and of a table with a row a reading the period and the figure (`value`);
    `periods` are those that are periods, `unknown_columns` have headings that say nothing known, and `ignored_columns`
    hold no readings.
    """

    columns: dict[str, int]
    periods: dict[int, tuple[SheetCell, Period]]
    unknown_columns: dict[int, SheetCell]
    ignored_columns: set[int]
    rows: list[SheetRow]


class _TableReading(NamedTuple):
    """A reading as a table has it: of which target, the cell that names its period, its own cell, and its unit."""

    target: Target
    heading: SheetCell
    period: Period
    cell: SheetCell
    unit: str


def read_table(
    name: str, data: bytes, layout: FileLayout, targets: Mapping[str, Target]
) -> tuple[list[NewReading], list[Finding]]:
    """Return the readings that a workbook or a CSV file holds, and what is wrong with it.

    Empty cells are passed over. What the file has already is among the readings as well.
    """
    tables: list[ReadingTable] = []
    for separator in SEPARATORS:
        sheets = read_sheets(name, data, separator)
        if isinstance(sheets, Finding):
            return [], [sheets]
        year_starts = layout.reader.year_starts
        tables = tables or [table for rows in sheets if (table := _table(rows, year_starts)) is not None]
    if not tables:
        return [], [find(findings.NO_TABLE, Place(Source(name, ""), 1, 1, 1), reason=_NO_HEADINGS)]
    readings: list[NewReading] = []
    found: list[Finding] = []
    for table in tables:
        for one in _readings(table, layout, targets):
            if isinstance(one, Finding):
                found.append(one)
            else:
                readings.append(one)
    return readings, findings.capped(found)


_NO_HEADINGS = Text(
    "it has no row of headings with the ids of the targets and with periods",
    "không thấy dòng tiêu đề có mã chỉ tiêu và các kỳ số liệu",
)


def _table(rows: list[SheetRow], year_starts: tuple[int, int]) -> ReadingTable | None:
    """Return the table below the first row of headings, or None where there is none."""
    for number, row in enumerate(rows):
        table = _below(row, rows[number + 1 :], year_starts)
        if table is not None:
            return table
    return None


def _below(headings: SheetRow, rows: list[SheetRow], year_starts: tuple[int, int]) -> ReadingTable | None:
    """Return the table of the rows below those headings, or None where they are none."""
    roles = {column: ROLES[name] for column, cell in headings.items() if (name := comparable(cell.text)) in ROLES}
    columns = _columns(roles)
    periods = {
        column: (cell, period)
        for column, cell in headings.items()
        if (period := heading_period(cell, year_starts)) is not None
    }
    if "id" not in columns or not (periods or "value" in columns):
        return None
    ignored = {column for column, role in roles.items() if not role}
    known = {*columns.values(), *periods, *ignored}
    unknown = {column: cell for column, cell in headings.items() if column not in known}
    return ReadingTable(columns, periods, unknown, ignored, rows)


def _columns(roles: dict[int, str]) -> dict[str, int]:
    """Return the first column of each role; those of the period and of the value only where there are both."""
    columns = {role: column for column, role in reversed(roles.items()) if role}
    if "period" in columns and "value" in columns:
        return columns
    return {role: column for role, column in columns.items() if role in ("id", "unit")}


def heading_period(cell: SheetCell, year_starts: tuple[int, int] = CALENDAR) -> Period | None:
    """Return the period that a heading names in either language, a year as one that begins on that month and day."""
    return as_own_year(read_any_period(normalize("NFC", cell.text)), year_starts)


def _readings(table: ReadingTable, layout: FileLayout, targets: Mapping[str, Target]) -> Iterator[NewReading | Finding]:
    """Return the readings of a table, and what is wrong with it, row by row."""
    value_column = table.columns.get("value")
    passed = {*table.columns.values(), *table.ignored_columns} - {value_column}
    misnamed: set[int] = set()
    for row in table.rows:
        values = {column: cell for column, cell in row.items() if column not in passed}
        if not values:
            continue
        at = row.get(table.columns["id"])
        target = _target_of(at, next(iter(values.values())), targets)
        if isinstance(target, Finding):
            yield target
            continue
        unit = row.get(table.columns.get("unit", 0))
        for column, cell in values.items():
            heading = _heading(table, row, column)
            period = None if heading is None else heading_period(heading, layout.reader.year_starts)
            if heading is None:
                yield find(findings.UNUSABLE_CELL, cell.place, what=_NO_HEADING, suggestion=_NAME_THE_PERIOD)
            elif period is None and column not in misnamed:
                yield find(findings.UNPARSABLE_PERIOD, heading.place, text=heading.text)
                misnamed |= {column} & table.unknown_columns.keys()
            elif period is not None:
                stated = _TableReading(target, heading, period, cell, "" if unit is None else unit.text)
                yield _reading(stated, layout)


def _target_of(at: SheetCell | None, value: SheetCell, targets: Mapping[str, Target]) -> Target | Finding:
    """Return the target that a row names in its cell `at`, or what is wrong with that; `value` is its first figure."""
    if at is None:
        return find(findings.EMPTY_VALUE, value.place, key=_ID)
    id = normalize("NFC", at.text)
    if id not in targets:
        return find(findings.UNKNOWN_TARGET, at.place, target=id, suggestion=did_you_mean(id, list(targets)))
    return targets[id]


def _heading(table: ReadingTable, row: SheetRow, column: int) -> SheetCell | None:
    """Return the cell that names the period of a column, in the row or at the head of the table."""
    if column in table.periods:
        return table.periods[column][0]
    if column in table.unknown_columns:
        return table.unknown_columns[column]
    return row.get(table.columns["period"]) if column == table.columns.get("value") else None


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


def _reading(stated: _TableReading, layout: FileLayout) -> NewReading | Finding:
    """Return a reading of a table, written as the file writes its own, or what is wrong with it."""
    target, heading, period, cell, unit = stated
    dated = kinds.find(target.indicator.kind).dated
    cell = _in_context(cell, f"{target.id}, {heading.text}: ", layout)
    fault, suggestion = _fault(cell, target, dated)
    if fault is not None:
        return find(findings.UNUSABLE_CELL, cell.place, what=fault, suggestion=suggestion)
    text = _text(cell, layout)
    if is_bare(text) and not dated:
        text = with_unit(text, unit, target)
    elif is_bare(text) and target.indicator.unit.percent:
        text = f"{text} %"
    key = period_key(period, [layout.own_period_keys[target.id], layout.period_keys], layout.reader)
    if layout.reader.period(key) is None:
        return find(findings.UNPARSABLE_PERIOD, heading.place, text=heading.text)
    return NewReading(target.id, text, cell.place, period, key, heading.place)


def _fault(cell: SheetCell, target: Target, dated: bool) -> tuple[Text | None, Text]:
    """Return what keeps a cell from being a reading of the target, None where nothing does, and the remedy."""
    unit = target.indicator.unit
    if cell.day is not None:
        if dated:
            return cell.fault, _A_NUMBER
        return Text(f"the day {cell.day}", f"ngày {cell.day:%d/%m/%Y}"), _NO_DAY
    if cell.percent and not unit.percent:
        fault = Text(f"a percentage, where the unit is {unit.many.en}", f"tỷ lệ %, trong khi ĐVT là {unit.many.vi}")
        return fault, _A_NUMBER
    return cell.fault, _A_NUMBER


def _text(cell: SheetCell, layout: FileLayout) -> str:
    """Return what a cell holds as the file would write it."""
    if cell.day is not None:
        return f"{cell.day:%d/%m/%Y}" if layout.reader.source.keys == "vi" else cell.day.isoformat()
    if cell.number is not None:
        number = cell.number.scaleb(2) if cell.percent else cell.number
        return in_digits(number).replace(".", POINTS[layout.reader.style])
    return normalize("NFC", cell.text)


def _in_context(cell: SheetCell, before: str, layout: FileLayout) -> SheetCell:
    """Return the cell of a workbook with whose figure it is and of when, so that a finding can show it."""
    place = cell.place
    source = place.source._replace(keys=layout.reader.source.keys)
    if not place.cell:
        return cell._replace(place=place._replace(source=source))
    source = source._replace(text=before + cell.text)
    column = len(before) + 1
    return cell._replace(place=Place(source, place.line, column, column + len(cell.text), place.cell))
