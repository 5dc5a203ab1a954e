"""table: a table for a person at a terminal, as wide as it is, with statuses in colour and in words.

Figures never break and are never cut: names and words wrap instead, the bar shrinks, the unit moves under the
name, and where all that does not help each target becomes a block of lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from io import StringIO
from typing import Any, Literal, NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from partykpi.core.claim import Verdict
from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.render import sentences, words
from partykpi.render.line import NO_BREAK, hang, keep_figures, wrap
from partykpi.render.report import Format, Layout
from partykpi.render.rows import Published, Row, has_implied, rows
from partykpi.text import Language, Text

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

    A bar of no width of its own stands below its figure. In a `tight` shape all wraps that may.
    """

    name: int
    bar: int
    gap: int
    unit_apart: bool = True
    tight: bool = False


# From roomy to tight; the first that fits is taken.
_SHAPES = (
    _Shape(name=44, bar=20, gap=3),
    _Shape(name=34, bar=12, gap=2),
    _Shape(name=24, bar=6, gap=2),
    _Shape(name=24, bar=6, gap=2, unit_apart=False),
    _Shape(name=24, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=18, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=12, bar=0, gap=1, unit_apart=False, tight=True),
)

# The width of a bar below its figure; up to what width a published figure and a unit do not wrap, and up to
# what width names grow before other columns do.
_BAR_BELOW = 9
_PUBLISHED_WIDTH = 20
_UNIT_WIDTH = 10
_NAME_WIDTH = 24


class _Part(NamedTuple):
    """A paragraph of a cell, all in one style."""

    text: str
    style: str = ""


_Cell = tuple[_Part, ...]


class _Column(NamedTuple):
    """A column: its heading and its cells.

    `wraps` says that lines may break at spaces, though not to make a column narrower than `comfort`; `folds`
    that long words may break as well.
    """

    label: str
    cells: tuple[_Cell, ...]
    side: Literal["left", "right"] = "left"
    wraps: bool = False
    folds: bool = False
    comfort: int = 0

    @property
    def natural(self) -> int:
        """The width at which nothing wraps."""
        return max([cell_len(self.label), *(cell_len(part.text) for cell in self.cells for part in cell)])

    @property
    def least(self) -> int:
        """The least width at which no figure and no word is cut."""
        texts = [part.text for cell in self.cells for part in cell]
        if not self.wraps:
            return max([_longest(self.label), *map(cell_len, texts)])
        return max([_longest(self.label), *map(_longest, texts), min(self.comfort, self.natural)])


def _longest(text: str) -> int:
    return max(cell_len(word) for word in text.split(" "))


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    width = layout.width or _USUAL_WIDTH
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=layout.color,
        no_color=not layout.color,
        color_system="standard" if layout.color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for place, report in enumerate(reports):
        if place:
            _say(console, "")
        _print(console, report, language, layout, width)
    text = out.getvalue()
    return text if layout.color else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _print(console: Console, report: Report, language: Language, layout: Layout, width: int) -> None:
    chosen = rows(report, language, layout.only)
    for place, line in enumerate(sentences.heading(report, language)):
        _say(console, hang(line, width, then="  "), "" if place else "bold")
    _say(console, "")
    if chosen:
        _print_rows(console, chosen, language, width)
    if has_implied(chosen):
        _say(console, hang(words.IMPLIED_LEGEND[language], width), "dim")
    remarks = sentences.notes(chosen, language)
    if remarks:
        _say(console, f"\n{words.NOTES[language]}", "bold")
        for remark in remarks:
            _say(console, hang(remark, width, then="   "))
    claims = sentences.verdicts(report, chosen, language)
    if claims:
        _say(console, f"\n{words.CLAIMS[language]}", "bold")
        for claim in claims:
            begin = " ".join(part for part in (claim.sign, claim.mark) if part) + " "
            text = Styled(hang(claim.sentence, width, begin, "  "))
            text.stylize(_VERDICT_STYLES[claim.verdict], 0, 1)
            console.print(text, no_wrap=True, overflow="ignore", crop=False)
    _say(console, "")
    _say(console, hang(sentences.summary(report.summary, language), width), "bold")
    _print_counts(console, report, language, width)
    _say(console, hang(sentences.CONVENTION[language], width), "dim")


def _print_counts(console: Console, report: Report, language: Language, width: int) -> None:
    each = list(sentences.each_count(report.summary, language))
    line = sentences.counts(report.summary, language)
    for _, count in each:
        line = line.replace(count, count.replace(" ", NO_BREAK))
    text = Styled(hang(line, width, then="  "))
    start = 0
    for status, count in each:
        found = text.plain.find(count, start)
        if found >= 0:
            start = found + len(count)
            text.stylize(_STATUS_STYLES[status], found, start)
    console.print(text, no_wrap=True, overflow="ignore", crop=False)


def _say(console: Console, text: str, style: str = "") -> None:
    """Print lines that are broken already."""
    console.print(Styled(text, style=style), no_wrap=True, overflow="ignore", crop=False)


def _print_rows(console: Console, chosen: Sequence[Row], language: Language, width: int) -> None:
    for shape in _SHAPES:
        columns = _columns(chosen, language, shape)
        widths = _widths(columns, width - shape.gap * (len(columns) - 1), shape.name)
        if widths is not None:
            console.print(_table(columns, widths, shape))
            return
    for row in chosen:
        _print_block(console, row, language, width)


def _columns(chosen: Sequence[Row], language: Language, shape: _Shape) -> list[_Column]:
    figures = max(cell_len(row.attainment) for row in chosen)

    def column(label: Text, cell: Callable[[Row], _Cell], **more: Any) -> _Column:
        return _Column(label[language].replace(" ", NO_BREAK), tuple(cell(row) for row in chosen), **more)

    columns = [
        column(words.NUMBER, lambda row: (_Part(str(row.number)),), side="right"),
        column(words.TARGET, lambda row: (_Part(_name(row, shape)),), wraps=True, folds=True),
        column(words.UNIT, lambda row: (_Part(row.unit),), wraps=True, comfort=_UNIT_WIDTH),
        column(words.GOAL, lambda row: _figure(row.goal), side="right", wraps=shape.tight),
        column(words.ACHIEVED, lambda row: _figure(row.achieved), side="right", wraps=shape.tight),
        column(words.ATTAINMENT, lambda row: _attainment(row, figures, shape.bar)),
        column(words.PUBLISHED, _published, wraps=True, comfort=0 if shape.tight else _PUBLISHED_WIDTH),
        column(words.STATUS, _status, wraps=shape.tight),
    ]
    return columns if shape.unit_apart else [one for one in columns if one.label != words.UNIT[language]]


def _widths(columns: Sequence[_Column], room: int, for_name: int) -> list[int] | None:
    """Share the room out, or return None where the names would get less than is wanted for them."""
    name = next(place for place, column in enumerate(columns) if column.folds)
    wanted = min(for_name, columns[name].natural)
    widths = [column.least for column in columns]
    widths[name] = wanted
    left = room - sum(widths)
    if left < 0:
        return None
    natural = [column.natural for column in columns]
    rest = [(place, natural[place]) for place in range(len(columns) - 1, -1, -1) if place != name]
    for place, size in ((name, min(_NAME_WIDTH, natural[name])), *rest, (name, natural[name])):
        more = max(min(left, size - widths[place]), 0)
        widths[place] += more
        left -= more
    return widths


def _table(columns: Sequence[_Column], widths: Sequence[int], shape: _Shape) -> Table:
    cells = [
        [_broken(cell, size, column.folds) for cell in column.cells]
        for column, size in zip(columns, widths, strict=True)
    ]
    tall = sum(any("\n" in cell.plain for cell in line) for line in zip(*cells, strict=True))
    table = Table(
        box=_RULES,
        show_edge=False,
        pad_edge=False,
        padding=(0, shape.gap - 1, 0, 0),
        border_style="dim",
        header_style="bold",
        show_lines=3 * tall >= len(cells[0]),
    )
    for column, size in zip(columns, widths, strict=True):
        label = _broken((_Part(column.label),), size, fold=False)
        table.add_column(label, width=size, justify=column.side, no_wrap=True, overflow="crop")
    for line in zip(*cells, strict=True):
        table.add_row(*line)
    return table


def _broken(cell: _Cell, size: int, fold: bool) -> Styled:
    """Return the cell with its lines broken at that width."""
    broken = Styled()
    for part in cell:
        for line in wrap(part.text, size, fold):
            broken.append(f"\n{line}" if broken.plain else line, part.style or None)
    return broken


def _name(row: Row, shape: _Shape) -> str:
    # A figure in percent and a rank say themselves what they are.
    unit = row.assessment.target.indicator.unit
    if shape.unit_apart or not row.unit or unit.percent or unit.id == "rank":
        return row.name
    return f"{row.name} ({row.unit})"


def _figure(text: str) -> _Cell:
    return (_Part(keep_figures(text)),)


def _attainment(row: Row, figures: int, bar: int) -> _Cell:
    style = _STATUS_STYLES[row.assessment.status]
    if bar:
        figure = " " * (figures - cell_len(row.attainment)) + row.attainment
        return (_Part(f"{figure} {_bar(row, bar)}".replace(" ", NO_BREAK), style),)
    figures = max(figures, _BAR_BELOW)
    parts = [" " * (figures - cell_len(row.attainment)) + row.attainment, _bar(row, _BAR_BELOW)]
    return tuple(_Part(part.replace(" ", NO_BREAK), style) for part in parts if part.strip())


def _bar(row: Row, columns: int) -> str:
    """Draw the attainment that is certain, from 0 to 100%, in eighths of a column."""
    shares = row.assessment.measure.attainment
    share = (
        Fraction(0)
        if shares is None or shares.low is None
        else min(max(shares.low, Fraction(0)), Fraction(1))
    )
    full, part = divmod(int(share * columns * 8), 8)
    return ("█" * full + (_EIGHTHS[part] if part else "")).ljust(columns)


def _published(row: Row) -> _Cell:
    if not row.published:
        return (_Part(words.NOTHING, "dim"),)
    return tuple(
        _Part(_with_sign(claim), _VERDICT_STYLES[claim.judgement.verdict]) for claim in row.published
    )


def _with_sign(claim: Published) -> str:
    text = f"{keep_figures(claim.text)}{NO_BREAK}{claim.sign}"
    return f"{text} {claim.word}" if claim.word else text


def _status(row: Row) -> _Cell:
    return (_Part(row.status, _STATUS_STYLES[row.assessment.status]),)


def _print_block(console: Console, row: Row, language: Language, width: int) -> None:
    """Print a target as lines, where a row of it would be wider than the terminal."""
    _say(console, hang(row.name, width, f"{row.number}. ", "   "), "bold")
    lines = [
        (words.GOAL, row.goal),
        (words.ACHIEVED, row.achieved),
        (words.UNIT, row.unit),
        (words.ATTAINMENT, row.attainment),
        *((words.PUBLISHED, _with_sign(claim)) for claim in row.published),
        (words.STATUS, row.status),
    ]
    for label, value in lines:
        _say(console, hang(value, width, f"   {label[language]}: ", "     "))


FORMAT = Format(
    "table",
    Text("a table for the terminal, in colour", "bảng có màu trên màn hình dòng lệnh"),
    _render,
)
