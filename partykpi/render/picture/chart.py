"""A target drawn over its period for a terminal: its readings, what is due, the goal and the forecast."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Any, NamedTuple

from partykpi.core.chart import Chart, Point, Polyline, chart
from partykpi.core.figure import exactly
from partykpi.core.report import Assessment, Report
from partykpi.problem import Value
from partykpi.render.picture import axes, legend
from partykpi.render.picture.axes import high, low, middle
from partykpi.render.picture.legend import Series
from partykpi.render.terminal.colors import BOLD, CYAN, GREEN, MAGENTA, RESET, YELLOW, paint, start
from partykpi.render.text import locale, words
from partykpi.render.text.figures import achieved_text
from partykpi.render.text.wrap import USUAL_WIDTH, hang, width
from partykpi.text import Language, Text

_LEAST_CANVAS = 20
_ROWS = 15

# What is drawn later lies on top.
_MARKS: Mapping[Series, str] = {"goal": "─", "due": "·", "forecast": "○", "baseline": "◆", "readings": "●"}
_COLORS: Mapping[Series, str] = {
    "goal": GREEN,
    "due": YELLOW,
    "forecast": MAGENTA,
    "baseline": CYAN,
    "readings": f"{BOLD};{CYAN}",
}
_AS_OF = "▲"
_EMPTY = "\u2800"  # the library's cell without a dot

_NO_READING = Text("cannot be drawn: there is no reading yet", "chưa vẽ được: chưa có số liệu")
_NO_DATES = Text(
    "cannot be drawn over time: its readings have no dates; achieved: {achieved}",
    "không vẽ được theo thời gian: số liệu không ghi thời điểm; kết quả: {achieved}",
)
_NOT_DRAWN = Text(
    "Not drawn, having fewer than two dated readings: {targets}.",
    "Không vẽ vì chưa có đủ hai số liệu ghi thời điểm: {targets}.",
)


class _Scale(NamedTuple):
    """The values on the axis, on so many rows."""

    values: axes.Values

    @property
    def every(self) -> int:
        """The rows from one label to the next."""
        return max(_ROWS // self.values.steps, 1)

    @property
    def rows(self) -> int:
        """The rows of the whole axis."""
        return self.values.steps * self.every + 1

    def dot(self, value: Fraction) -> int:
        """Return the dot of a value, four to a row and counted from below."""
        return floor(self.values.share(value) * self.values.steps * self.every * 4 + Fraction(1, 2)) + 2

    def labels(self) -> dict[int, Fraction]:
        """Return the value at each row that has a label."""
        return {self.dot(value) // 4: value for value in self.values.labelled()}


class _Time(NamedTuple):
    """The days on the axis, spread over so many columns."""

    days: axes.Days
    columns: int

    def dot(self, day: date) -> int:
        """Return the dot of a day, two to a column."""
        return floor(self.days.share(day) * (2 * self.columns - 1) + Fraction(1, 2))

    def column(self, day: date) -> int:
        """Return the column of a day."""
        return self.dot(day) // 2


def draw(report: Report, number: int, language: Language, columns: int = USUAL_WIDTH, color: bool = False) -> str:
    """Return the picture of the report's target of that number, or the sentence that says why there is none.

    The picture has a title, the chart, its axes and a legend, and fits so many columns of a terminal.
    """
    assessment = report.assessments[number - 1]
    drawn = chart(assessment)
    if drawn is None:
        return hang(_not_drawable(assessment, number, language), columns, then="   ") + "\n"
    unit = assessment.target.indicator.unit
    scale = _Scale(axes.values(drawn, unit))
    labels = {
        row: locale.amount(exactly(value), unit, language, locale.MOST_DECIMALS, named=False)
        for row, value in scale.labels().items()
    }
    margin = max(width(label) for label in labels.values())
    time = _Time(axes.Days(drawn.first, drawn.last), max(columns - margin - 2, _LEAST_CANVAS))
    lines = [paint(hang(legend.title(assessment, number, language), columns, then="   "), BOLD, color)]
    rows = _merged(drawn, scale, time, color)
    for row, text in zip(range(scale.rows - 1, -1, -1), rows, strict=True):
        label = labels.get(row, "")
        lines.append(" " * (margin - width(label)) + label + (" ┤" if label else " │") + text)
    lines += [" " * (margin + 1) + line for line in _time_axis(time, report, language)]
    entries = [
        (paint(_MARKS[series], _COLORS[series], color), text)
        for series, text in legend.entries(report, assessment, drawn, language)
    ]
    lines += _legend([*entries, (_AS_OF, legend.as_of(report, language))], columns)
    lines += [hang(line, columns) for line in legend.remarks(assessment, language)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _not_drawable(assessment: Assessment, number: int, language: Language) -> str:
    """Say why there is no picture of a target."""
    why = _NO_READING if assessment.measure.achieved is None else _NO_DATES
    values: dict[str, Value] = {"achieved": achieved_text(assessment, language)}
    return words.ended(f"{legend.title(assessment, number, language)}: {locale.fill(why, values, language)}")


def left_out(report: Report, numbers: Sequence[int], language: Language) -> str:
    """Say which targets are not drawn, for want of readings that could show a course."""
    ids = ", ".join(report.assessments[number - 1].target.id for number in numbers)
    return locale.fill(_NOT_DRAWN, {"targets": ids}, language)


# The axes


def _time_axis(time: _Time, report: Report, language: Language) -> Iterator[str]:
    """Return the axis with a mark for the as-of date, the years or months below it, and its first and last day."""
    edges = time.days.parts(time.columns, language)
    axis = ["─"] * time.columns
    for day, _ in edges[1:-1]:
        axis[time.column(day)] = "┬"
    as_of = time.days.nearest(report.moment.as_of)
    axis[time.column(as_of)] = _AS_OF
    yield "└" + "".join(axis)
    names = [" "] * time.columns
    for (begin, name), (end, _) in pairwise(edges):
        left, right = time.column(begin), time.column(end)
        at = left + (right - left + 1 - width(name)) // 2
        if name and right - left > width(name):
            names[at : at + width(name)] = name
    yield " " + "".join(names)
    first = locale.date_short(time.days.first + timedelta(days=1), language)
    last = locale.date_short(time.days.last, language)
    yield " " + first + last.rjust(time.columns - width(first))


# The lines


def _merged(drawn: Chart, scale: _Scale, time: _Time, color: bool) -> Iterator[str]:
    """Return the rows of the canvas from the top, of the marks in one cell the last one drawn."""
    layers = list(_layers(drawn, scale, time))
    for row in range(scale.rows):
        text, current = "", ""
        for column in range(time.columns):
            mark, style = " ", ""
            for series, rows in reversed(layers):
                if rows[row][column] != _EMPTY:
                    mark, style = rows[row][column], _COLORS[series]
                    break
            if color and style != current and mark != " ":
                text += (RESET if current else "") + start(style)
                current = style
            text += mark
        yield text + (RESET if current else "")


def _layers(drawn: Chart, scale: _Scale, time: _Time) -> Iterator[tuple[Series, list[str]]]:
    """Return each series on a canvas of its own, as the rows of its cells."""
    from plotille import Canvas  # type: ignore[import-untyped]

    def place(point: Point) -> tuple[int, int]:
        return time.dot(point.day), scale.dot(middle(point.value))

    def marked(series: Series, lines: Sequence[Polyline], every: int = 1) -> list[str]:
        canvas = Canvas(time.columns, scale.rows, 0, 0, 2 * time.columns, 4 * scale.rows)
        for line in lines:
            for before, after in pairwise(map(place, line)):
                for column, dot in _columns_between(before, after):
                    if (after[0] // 2 - column) % every == 0:
                        canvas.point(2 * column, dot, marker=_MARKS[series])
        return _cells(canvas)

    yield "goal", marked("goal", drawn.goals)
    yield "due", marked("due", [drawn.due])
    yield "forecast", marked("forecast", [drawn.forecast], every=2)
    canvas = Canvas(time.columns, scale.rows, 0, 0, 2 * time.columns, 4 * scale.rows)
    begin = drawn.start or drawn.baseline
    for before, after in pairwise(map(place, (*([begin] if begin else []), *drawn.readings))):
        canvas.line(*before, *after)
    for point in drawn.readings:
        column, _ = place(point)
        canvas.line(column, scale.dot(low(point.value)), column, scale.dot(high(point.value)))
    for point in drawn.readings:
        canvas.point(*place(point), marker=_MARKS["readings"])
    yield "readings", _cells(canvas)
    if drawn.baseline is not None:
        canvas = Canvas(time.columns, scale.rows, 0, 0, 2 * time.columns, 4 * scale.rows)
        canvas.point(*place(drawn.baseline), marker=_MARKS["baseline"])
        yield "baseline", _cells(canvas)


def _columns_between(before: tuple[int, int], after: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Return the columns from one dot to another, each with the dot's height on the straight line there."""
    (first, low), (last, high) = before, after
    for column in range(first // 2, last // 2 + 1):
        share = Fraction(min(max(2 * column, first), last) - first, max(last - first, 1))
        yield column, floor(low + (high - low) * share + Fraction(1, 2))


def _cells(canvas: Any) -> list[str]:
    """Return the rows of the canvas, the top one first."""
    return str(canvas.plot("\n")).split("\n")


# The legend


def _legend(entries: Sequence[tuple[str, str]], columns: int) -> Iterator[str]:
    """Return the marks with what they mean and their latest figures, as many on a line as fit."""
    line, taken = "", 0
    for mark, text in entries:
        size = 2 + width(text)
        if line and taken + 3 + size > columns:
            yield line
            line, taken = "", 0
        line += ("   " if line else "") + f"{mark} {text}"
        taken += (3 if taken else 0) + size
    yield line
