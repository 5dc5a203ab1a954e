"""table: a table for a person at a terminal, as wide as it is, with statuses in colour and in words.

Neither figures nor the words of a name are ever cut: names wrap between words instead, the bar shrinks, the unit and
then other words move under the name, and where all that does not help each target becomes a block of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from rich.box import Box
from rich.cells import cached_cell_len as cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table
from rich.text import Text as Styled

from partykpi.core.judgement import Verdict
from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.render import columns as data
from partykpi.render import sentences, terminal, words
from partykpi.render.line import NO_BREAK, hang, keep_figures, wrap
from partykpi.render.report import Format, Layout, arrange
from partykpi.render.rows import Published, Row, due_mark, has_implied, published
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.render.order import Group

_STATUS_STYLES: Mapping[Status, str] = {
    "exceeded": "bold green",
    "achieved": "green",
    "on-track": "cyan",
    "behind": "yellow",
    "at-risk": "red",
    "pending": "dim",
    "nearly": "yellow",
    "missed": "red",
    "undetermined": "dim",
    "no-data": "dim",
}

_VERDICT_STYLES: Mapping[Verdict, str] = {
    "consistent": "green",
    "cut-off": "yellow",
    "rounded-up": "yellow",
    "misworded": "yellow",
    "inconsistent": "red",
    "implied": "cyan",
    "ambiguous": "cyan",
    "impossible": "red",
    "unverifiable": "dim",
}

_USUAL_WIDTH = 80
_EIGHTHS = " ▏▎▍▌▋▊▉"

# Rules under the head and between rows, nothing at the sides.
_RULES = Box("    \n    \n ━━ \n    \n ── \n ── \n    \n    \n")


class _Shape(NamedTuple):
    """One way to lay the columns out; `name` is the least width of names that makes it worth while.

    A bar of no width of its own stands below its figure. In a `tight` shape all wraps that may; in a `stacked` one
    words that belong to a target stand under its name.
    """

    name: int
    bar: int
    gap: int
    unit_apart: bool = True
    tight: bool = False
    stacked: bool = False


# From roomy to tight; the first that fits is taken.
_SHAPES = (
    _Shape(name=44, bar=20, gap=3),
    _Shape(name=34, bar=12, gap=2),
    _Shape(name=24, bar=6, gap=2),
    _Shape(name=24, bar=6, gap=2, unit_apart=False),
    _Shape(name=24, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=18, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=12, bar=0, gap=1, unit_apart=False, tight=True),
    _Shape(name=12, bar=0, gap=1, unit_apart=False, tight=True, stacked=True),
)

_STACKED = ("owner", "note", "indicator", "kind")
_BELOW = f"→{NO_BREAK}"

# The width of a bar below its figure; up to what width columns of words do not wrap while there is room, up to what
# width headings never do, and up to what width names grow before other columns do.
_BAR_BELOW = 9
_COMFORT = {"unit": 10, "published": 20, "reach": 12, "owner": 16, "note": 24, "indicator": 16, "kind": 16}
_TIGHT_COMFORT = dict.fromkeys(_STACKED, 8)
_SHORT_LABEL = 9
_NAME_WIDTH = 24


class _Part(NamedTuple):
    """A paragraph of a cell, all in one style."""

    text: str
    style: str = ""


_Cell = tuple[_Part, ...]


class _Column(NamedTuple):
    """A column: its heading and its cells.

    `wraps` says that lines may break at spaces, though not to make a column narrower than `comfort`. The `name` column
    is the one that takes what room the others leave.
    """

    label: _Cell
    cells: tuple[_Cell, ...]
    side: Literal["left", "right"] = "left"
    wraps: bool = False
    comfort: int = 0
    name: bool = False

    @property
    def natural(self) -> int:
        """The width at which nothing wraps."""
        return max(cell_len(part.text) for cell in (self.label, *self.cells) for part in cell)

    @property
    def least(self) -> int:
        """The least width at which no figure and no word is cut."""
        texts = [part.text for cell in self.cells for part in cell]
        label = max(_longest(part.text) for part in self.label)
        if not self.wraps:
            return max([label, *map(cell_len, texts)])
        return max([label, *map(_longest, texts), min(self.comfort, self.natural)])


@cache
def _longest(text: str) -> int:
    return max(cell_len(word) for word in text.split(" "))


class _Sheet(NamedTuple):
    """The rows and what the columns say of them, each made once however many shapes are tried.

    `cells` are those that look alike in all shapes, by their columns.
    """

    language: Language
    rows: Sequence[Row]
    groups: Sequence[Group]
    columns: Sequence[data.Column]
    texts: Mapping[str, list[str]]
    marks: Sequence[Fraction | None]
    cells: Mapping[str, tuple[_Cell, ...]]


def _sheet(rows: Sequence[Row], groups: Sequence[Group], columns: Sequence[data.Column], language: Language) -> _Sheet:
    texts = {column.name: [column.text(row, language) for row in rows] for column in columns}
    marks = [due_mark(row) for row in rows] if "attainment" in texts else []
    cells = {name: _cells(name, rows, language, texts[name]) for name in texts.keys() - {"target", "attainment"}}
    return _Sheet(language, rows, groups, columns, texts, marks, cells)


def _cells(name: str, rows: Sequence[Row], language: Language, texts: Sequence[str]) -> tuple[_Cell, ...]:
    if name == "published":
        return tuple(_published(published(row.assessment, language)) for row in rows)
    if name == "status":
        styles = [_STATUS_STYLES[row.assessment.status] for row in rows]
        return tuple((_Part(text, style),) for text, style in zip(texts, styles, strict=True))
    return tuple((_Part(keep_figures(text)),) for text in texts)


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    width = layout.width or _USUAL_WIDTH
    out = StringIO()
    console = terminal.console(out, width, layout.color)
    for place, report in enumerate(reports):
        if place:
            _say(console, "")
        _print(console, report, language, layout, width)
    text = out.getvalue()
    return text if layout.color else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _print(console: Console, report: Report, language: Language, layout: Layout, width: int) -> None:
    chosen, groups = arrange(report, language, layout)
    columns = data.choose(layout.columns or data.DEFAULT, [report.resolution.term])
    above = [
        _line(hang(line, width, then="  "), "" if place else "bold")
        for place, line in enumerate(sentences.heading(report, language))
    ]
    _print_lines(console, [*above, _line("")])
    if chosen:
        _print_rows(console, _sheet(chosen, groups, columns, language), width)
    _print_lines(console, [*_below(report, chosen, columns, language, width), *_summary(report, language, width)])


def _below(
    report: Report, chosen: Sequence[Row], columns: Sequence[data.Column], language: Language, width: int
) -> Iterator[Styled]:
    """Return the lines right below the rows: the legend, the notes on figures, the claims that are not simply right."""
    if has_implied(chosen):
        yield _line(hang(words.IMPLIED_LEGEND[language], width), "dim")
    forecast = any(column.name == "forecast" for column in columns)
    remarks = sentences.notes(list(chosen), language, refusals=forecast)
    if remarks:
        yield _line(f"\n{words.NOTES[language]}", "bold")
        yield from (_line(hang(remark, width, then="   ")) for remark in remarks)
    claims = sentences.verdicts(report, list(chosen), language)
    if claims:
        yield _line(f"\n{words.CLAIMS[language]}", "bold")
    for claim in claims:
        begin = " ".join(part for part in (claim.sign, claim.mark) if part) + " "
        text = _line(hang(claim.sentence, width, begin, "  "))
        text.stylize(_VERDICT_STYLES[claim.verdict], 0, 1)
        yield text


def _summary(report: Report, language: Language, width: int) -> Iterator[Styled]:
    yield _line("")
    yield _line(hang(sentences.summary(report.summary, language), width), "bold")
    each = list(sentences.each_count(report.summary, language))
    line = sentences.counts(report.summary, language)
    for _, count in each:
        line = line.replace(count, count.replace(" ", NO_BREAK))
    text = _line(hang(line, width, then="  "))
    start = 0
    for status, count in each:
        found = text.plain.find(count, start)
        if found >= 0:
            start = found + len(count)
            text.stylize(_STATUS_STYLES[status], found, start)
    yield text
    yield _line(hang(sentences.CONVENTION[language], width), "dim")


def _line(text: str, style: str = "") -> Styled:
    return Styled(text, style=style)


def _print_lines(console: Console, lines: Sequence[Styled]) -> None:
    """Print lines that are broken already, all at once: each print takes its time."""
    console.print(Styled("\n").join(lines), no_wrap=True, overflow="ignore", crop=False)


def _say(console: Console, text: str, style: str = "") -> None:
    _print_lines(console, [_line(text, style)])


def _print_rows(console: Console, sheet: _Sheet, width: int) -> None:
    for shape in _SHAPES:
        columns = _columns(sheet, shape)
        widths = _widths(columns, width - shape.gap * (len(columns) - 1), shape.name)
        if widths is not None:
            _print_table(console, sheet, columns, widths, shape, width)
            break
    else:
        _print_blocks(console, sheet, width)
        return
    if any(mark is not None for mark in sheet.marks):
        _say(console, hang(words.PACE_LEGEND[sheet.language], width), "dim")


def _columns(sheet: _Sheet, shape: _Shape) -> list[_Column]:
    shown = list(sheet.columns)
    named = any(column.name == "target" for column in shown)
    under: list[data.Column] = []
    if named and not shape.unit_apart:
        shown = [column for column in shown if column.name != "unit"]
    if named and shape.stacked:
        under = [column for column in shown if column.name in _STACKED]
        shown = [column for column in shown if column.name not in _STACKED]
    return [_column(sheet, column, shape, under if column.name == "target" else []) for column in shown]


def _column(sheet: _Sheet, column: data.Column, shape: _Shape, under: Sequence[data.Column]) -> _Column:
    label = column.heading[sheet.language]
    label = label.replace(" ", NO_BREAK) if cell_len(label) <= _SHORT_LABEL else label
    heading = (_Part(label), *(_Part(_BELOW + one.heading[sheet.language], "dim") for one in under))
    texts = sheet.texts[column.name]
    styles = [_STATUS_STYLES[row.assessment.status] for row in sheet.rows]
    comfort = (_TIGHT_COMFORT if shape.tight else _COMFORT).get(column.name, 0)
    match column.name:
        case "target":
            names = texts
            if not shape.unit_apart and "unit" in sheet.texts:
                units = sheet.texts["unit"]
                names = [data.name_with_unit(*one) for one in zip(texts, units, sheet.rows, strict=True)]
            below = [[sheet.texts[one.name][place] for one in under] for place in range(len(names))]
            cells = [
                (_Part(name), *(_Part(_BELOW + text, "dim") for text in more if text != words.NOTHING or len(more) > 1))
                for name, more in zip(names, below, strict=True)
            ]
            return _Column(heading, tuple(cells), wraps=True, name=True)
        case "attainment":
            figures = max(map(cell_len, texts))
            drawn = zip(sheet.rows, texts, sheet.marks, styles, strict=True)
            return _Column(heading, tuple(_attainment(*one, figures, shape.bar) for one in drawn))
        case "status":
            return _Column(heading, sheet.cells["status"], wraps=shape.tight)
        case name if column.figure:
            return _Column(heading, sheet.cells[name], side="right", wraps=shape.tight)
        case name:
            return _Column(heading, sheet.cells[name], wraps=True, comfort=comfort)


def _widths(columns: Sequence[_Column], room: int, for_name: int) -> list[int] | None:
    """Share the room out, or return None where the names would get less than is wanted for them."""
    widths = [column.least for column in columns]
    natural = [column.natural for column in columns]
    names = [place for place, column in enumerate(columns) if column.name]
    for place in names:
        widths[place] = max(widths[place], min(for_name, natural[place]))
    left = room - sum(widths)
    if left < 0:
        return None
    rest = [(place, natural[place]) for place in range(len(columns) - 1, -1, -1) if place not in names]
    first = [(place, min(_NAME_WIDTH, natural[place])) for place in names]
    for place, size in (*first, *rest, *((place, natural[place]) for place in names)):
        more = max(min(left, size - widths[place]), 0)
        widths[place] += more
        left -= more
    return widths


def _print_table(
    console: Console, sheet: _Sheet, columns: Sequence[_Column], widths: Sequence[int], shape: _Shape, width: int
) -> None:
    sized = zip(columns, widths, _gaps(columns, shape), strict=True)
    cells = [[_broken(cell, size, gap, column.side) for cell in column.cells] for column, size, gap in sized]
    lines = list(zip(*cells, strict=True))
    ruled = 3 * sum(any(len(cell) > 1 for cell in line) for line in lines) >= len(lines)
    if not sheet.groups:
        console.print(_table(columns, widths, shape, lines, ruled=ruled))
        return
    console.print(_table(columns, widths, shape, [], ruled=ruled))
    for place, start in enumerate(_print_titles(console, sheet, width)):
        rows = lines[start : start + len(sheet.groups[place].rows)]
        console.print(_table(columns, widths, shape, rows, ruled=ruled, headed=False))


def _print_titles(console: Console, sheet: _Sheet, width: int) -> Iterator[int]:
    """Print the title of each group, and return in turn which of the rows is its first."""
    from partykpi.render import order

    start = 0
    for place, group in enumerate(sheet.groups):
        title = order.title(group, sheet.language)
        text = Styled(hang(f"{title}: {order.subtotal(group, sheet.language)}", width, then="  "))
        text.stylize("bold", 0, len(title))
        if place:
            _say(console, "")
        console.print(text, no_wrap=True, overflow="ignore", crop=False)
        yield start
        start += len(group.rows)


def _table(
    columns: Sequence[_Column],
    widths: Sequence[int],
    shape: _Shape,
    lines: Sequence[Sequence[list[Segment]]],
    *,
    ruled: bool,
    headed: bool = True,
) -> Table:
    table = Table(
        box=_RULES,
        show_edge=False,
        pad_edge=False,
        padding=0,
        border_style="dim",
        header_style="bold",
        show_header=headed,
        show_lines=ruled,
    )
    for column, size, gap in zip(columns, widths, _gaps(columns, shape), strict=True):
        label = _broken(column.label, size, gap, column.side)
        table.add_column(Segments(label, new_lines=True), width=gap + size)
    for line in lines:
        table.add_row(*(Segments(cell, new_lines=True) for cell in line))
    return table


def _gaps(columns: Sequence[_Column], shape: _Shape) -> list[int]:
    """Return how many columns of the terminal keep a column from the one before, beyond the border between them.

    The table's own padding would do the same, and take as long as all else that it draws.
    """
    return [shape.gap - 1 if place else 0 for place in range(len(columns))]


def _broken(cell: _Cell, size: int, gap: int, side: Literal["left", "right"]) -> list[Segment]:
    """Return the lines of a cell, broken at that width and as they are drawn: to break them again would take longer."""
    return [
        Segment(
            " " * (gap if side == "left" else gap + size - cell_len(line)) + line,
            Style.parse(part.style) if part.style else None,
        )
        for part in cell
        for line in wrap(part.text, size)
    ]


def _attainment(row: Row, text: str, mark: Fraction | None, style: str, figures: int, bar: int) -> _Cell:
    if bar:
        return (_Part(f"{text.rjust(figures)} {_bar(row, mark, bar)}".replace(" ", NO_BREAK), style),)
    parts = [text.rjust(max(figures, _BAR_BELOW)), _bar(row, mark, _BAR_BELOW)]
    return tuple(_Part(part.replace(" ", NO_BREAK), style) for part in parts if part.strip())


def _bar(row: Row, mark: Fraction | None, columns: int) -> str:
    """Draw the attainment that is certain, from 0 to 100%, in eighths of a column, and the mark of the pace over it."""
    shares = row.assessment.measure.attainment
    share = Fraction(0) if shares is None or shares.low is None else min(max(shares.low, Fraction(0)), Fraction(1))
    full, part = divmod(int(share * columns * 8), 8)
    bar = ("█" * full + (_EIGHTHS[part] if part else "")).ljust(columns)
    if mark is None:
        return bar
    place = int(mark * columns)
    return bar[:place] + words.PACE_MARK + bar[place + 1 :]


def _published(claims: Sequence[Published]) -> _Cell:
    if not claims:
        return (_Part(words.NOTHING, "dim"),)
    return tuple(_Part(_with_sign(claim), _VERDICT_STYLES[claim.judgement.verdict]) for claim in claims)


def _with_sign(claim: Published) -> str:
    text = f"{keep_figures(claim.text)}{NO_BREAK}{claim.sign}"
    return f"{text} {claim.word}" if claim.word else text


# A target as lines, where a row of it would be wider than the terminal


def _print_blocks(console: Console, sheet: _Sheet, width: int) -> None:
    if not sheet.groups:
        for place in range(len(sheet.rows)):
            _print_block(console, sheet, place, width)
        return
    for number, start in enumerate(_print_titles(console, sheet, width)):
        for place in range(start, start + len(sheet.groups[number].rows)):
            _print_block(console, sheet, place, width)


def _print_block(console: Console, sheet: _Sheet, place: int, width: int) -> None:
    row, language = sheet.rows[place], sheet.language
    texts = {name: column[place] for name, column in sheet.texts.items()}
    name = texts.pop("target", "")
    if name and "unit" in texts:
        name = data.name_with_unit(name, texts.pop("unit"), row)
    begin = f"{texts.pop('number')}. " if "number" in texts else ""
    if begin or name:
        room = max(width - cell_len(begin), 1)
        title = f"\n{' ' * cell_len(begin)}".join(wrap(keep_figures(name), room, fold=True))
        _say(console, begin + title, "bold")
    others = [column for column in sheet.columns if column.name in texts]
    years = [column for column in others if column.of_year and texts[column.name] != words.NOTHING]
    figures = [column for column in others if column.figure and not column.of_year]
    rest = [column for column in others if not column.figure]
    margin = " " * len(begin)
    for group in (figures, years, rest):
        parts = [_labelled(column, texts[column.name], language, width - len(margin)) for column in group]
        if not parts:
            continue
        text = Styled(hang(" · ".join(parts), width, margin, f"{margin}  "))
        if group is rest and "status" in texts:
            found = text.plain.rfind(texts["status"])
            text.stylize(_STATUS_STYLES[row.assessment.status], found, found + len(texts["status"]))
        console.print(text, no_wrap=True, overflow="ignore", crop=False)


def _labelled(column: data.Column, text: str, language: Language, width: int) -> str:
    """Return a value with its heading, in one piece where that fits into a line."""
    part = f"{column.heading[language]}: {text}"
    return part.replace(" ", NO_BREAK) if cell_len(part) <= width // 2 else part


FORMAT = Format(
    "table",
    Text("a table for the terminal, in colour", "bảng có màu trên màn hình dòng lệnh"),
    _render,
)
