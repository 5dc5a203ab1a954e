"""A target drawn over the term for a terminal: its readings, what is due, the goal and the forecast."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Any, Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.chart import Chart, Line, Point
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Unit
from partykpi.core.report import Assessment, Report
from partykpi.problem import Value
from partykpi.render import locale, words
from partykpi.render.line import hang, one_line, width
from partykpi.render.rows import achieved_text, figure_text, goal_text, years_met
from partykpi.text import Language, Text

_USUAL_WIDTH = 80
_LEAST_CANVAS = 20
_ROWS = 15
_MOST_STEPS = 6

Series = Literal["goal", "due", "forecast", "baseline", "readings"]

# What is drawn later lies on top.
_MARKS: Mapping[Series, str] = {"goal": "─", "due": "·", "forecast": "○", "baseline": "◆", "readings": "●"}
_COLORS: Mapping[Series, str] = {
    "goal": "\x1b[32m",
    "due": "\x1b[33m",
    "forecast": "\x1b[35m",
    "baseline": "\x1b[36m",
    "readings": "\x1b[1;36m",
}
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
_AS_OF = "▲"
_EMPTY = "\u2800"  # the library's cell without a dot

_CUMULATED = Text("readings added up: {figure}", "số liệu cộng dồn: {figure}")
_READINGS = Text("readings, the latest {figure}", "số liệu, mới nhất {figure}")
_BASELINE = Text("baseline: {figure}", "mức đầu kỳ: {figure}")
_DUE = Text("due by {as_of}: {figure}", "mức cần đạt đến {as_of}: {figure}")
_GOAL = Text("goal: {goal}", "mục tiêu: {goal}")
_GOAL_OVER_TERM = Text("goal: {goal}, over the term {whole}", "mục tiêu: {goal}, cả nhiệm kỳ {whole}")
_FORECAST = Text("forecast: {figure}", "dự báo cuối kỳ: {figure}")
_AS_OF_WORDS = Text("as of {as_of}", "tính đến {as_of}")

_BEST_ON_TOP = Text(
    "The best rank is at the top; the goal was kept in {years}.",
    "Thứ hạng tốt nhất ở trên cùng; số năm đạt mục tiêu: {years}.",
)
_SHARE_DONE = Text(
    "Drawn is the share done against the time to its date.", "Biểu đồ thể hiện phần đã hoàn thành theo thời gian."
)
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
    """The values on the axis: its low end, the step from one label to the next, how many steps and rows between."""

    low: Fraction
    step: Fraction
    steps: int
    downwards: bool = False

    @property
    def every(self) -> int:
        """The rows from one label to the next."""
        return max(_ROWS // self.steps, 1)

    @property
    def rows(self) -> int:
        """The rows of the whole axis."""
        return self.steps * self.every + 1

    def dot(self, value: Fraction) -> int:
        """Return the dot of a value, four to a row and counted from below."""
        up = (value - self.low) / self.step
        return floor((self.steps - up if self.downwards else up) * self.every * 4 + Fraction(1, 2)) + 2

    def labels(self) -> dict[int, Fraction]:
        """Return the value at each row that has a label."""
        values = (self.low + self.step * number for number in range(self.steps + 1))
        return {self.dot(value) // 4: value for value in values}


class _Time(NamedTuple):
    """The days on the axis, spread over so many columns."""

    first: date
    last: date
    columns: int

    def dot(self, day: date) -> int:
        """Return the dot of a day, two to a column."""
        share = Fraction((day - self.first).days, max((self.last - self.first).days, 1))
        return floor(share * (2 * self.columns - 1) + Fraction(1, 2))

    def column(self, day: date) -> int:
        """Return the column of a day."""
        return self.dot(day) // 2


def draw(
    report: Report,
    number: int,
    drawn: Chart,
    language: Language,
    columns: int | None = None,
    color: bool = False,
) -> str:
    """Return the picture of the report's target of that number: title, chart, axes and legend."""
    assessment = report.assessments[number - 1]
    room = columns or _USUAL_WIDTH
    unit = assessment.target.indicator.unit
    scale = _scale(drawn, unit)
    labels = {
        row: locale.amount(exactly(value), unit, language, locale.MOST_DECIMALS, named=False)
        for row, value in scale.labels().items()
    }
    margin = max(width(label) for label in labels.values())
    time = _Time(drawn.first, drawn.last, max(room - margin - 2, _LEAST_CANVAS))
    lines = [_paint(hang(_title(assessment, number, language), room, then="   "), _BOLD, color)]
    rows = _merged(drawn, scale, time, color)
    for row, text in zip(range(scale.rows - 1, -1, -1), rows, strict=True):
        label = labels.get(row, "")
        lines.append(" " * (margin - width(label)) + label + (" ┤" if label else " │") + text)
    lines += [" " * (margin + 1) + line for line in _time_axis(time, report, language)]
    lines += _legend(report, assessment, drawn, language, room, color)
    lines += [hang(line, room) for line in _remarks(assessment, language)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def not_drawable(report: Report, number: int, language: Language) -> str:
    """Say why there is no picture of a target."""
    assessment = report.assessments[number - 1]
    told = assessment.measure.achieved is not None
    values: dict[str, Value] = {"achieved": achieved_text(assessment, language)}
    return words.ended(
        f"{_title(assessment, number, language)}: {locale.fill(_NO_DATES if told else _NO_READING, values, language)}"
    )


def left_out(report: Report, numbers: Sequence[int], language: Language) -> str:
    """Say which targets are not drawn, for want of readings that could show a course."""
    ids = ", ".join(report.assessments[number - 1].target.id for number in numbers)
    return locale.fill(_NOT_DRAWN, {"targets": ids}, language)


def _title(assessment: Assessment, number: int, language: Language) -> str:
    unit = assessment.target.indicator.unit
    name = f"{number}. {one_line(assessment.target.name[language])}"
    plural = "" if unit.id == "rank" else one_line(locale.unit_name(unit, language))
    return f"{name} ({plural})" if plural else name


# The axes


def _scale(drawn: Chart, unit: Unit) -> _Scale:
    """Return the axis that holds all points, with few round labels; ranks run downwards from the first."""
    told = [*drawn.readings, *([drawn.baseline] if drawn.baseline else [])]
    lines = (drawn.due, *drawn.goals, drawn.forecast)
    values = [end(point.value) for point in told for end in (_low, _high)]
    values += [_middle(point.value) for line in lines for point in line]
    if drawn.cumulated:
        values.append(Fraction(0))
    rank = unit.id == "rank"
    low, high = (Fraction(1) if rank else min(values)), max(values)
    if low == high:
        apart = Fraction(1) if unit.counted or not low else abs(low) / 10
        low, high = (low if rank else low - apart), high + apart
    step = _step(low, high, rank, whole=unit.counted)
    return _Scale(low if rank else floor(low / step) * step, step, _steps(low, high, step, rank), downwards=rank)


def _step(low: Fraction, high: Fraction, from_low: bool, whole: bool) -> Fraction:
    """Return the least of 1, 2 and 5, of 10, 20 and 50 and so on up and down, that makes few steps."""
    power = Fraction(1)
    while not whole and power * _MOST_STEPS > high - low:
        power /= 10
    while True:
        for step in (power, 2 * power, 5 * power):
            if _steps(low, high, step, from_low) <= _MOST_STEPS:
                return step
        power *= 10


def _steps(low: Fraction, high: Fraction, step: Fraction, from_low: bool) -> int:
    """Return how many steps lead past the high end, from the low end itself or from the multiple below it."""
    return ceil((high - low) / step) if from_low else ceil(high / step) - floor(low / step)


def _time_axis(time: _Time, report: Report, language: Language) -> Iterator[str]:
    """Return the axis with a mark for the as-of date, the years or months below it, and its first and last day."""
    edges = _edges(time, language)
    axis = ["─"] * time.columns
    for day, _ in edges[1:-1]:
        axis[time.column(day)] = "┬"
    as_of = min(report.moment.as_of, time.last)
    axis[time.column(as_of)] = _AS_OF
    yield "└" + "".join(axis)
    names = [" "] * time.columns
    for (begin, name), (end, _) in pairwise(edges):
        left, right = time.column(begin), time.column(end)
        start = left + (right - left + 1 - width(name)) // 2
        if name and right - left > width(name):
            names[start : start + width(name)] = name
    yield " " + "".join(names)
    first = locale.date_short(time.first + timedelta(days=1), language)
    last = locale.date_short(time.last, language)
    yield " " + first + last.rjust(time.columns - width(first))


def _edges(time: _Time, language: Language) -> list[tuple[date, str]]:
    """Return the last days of the years, or of the quarters or months where there is room, with the name of the next.

    The ends of the axis come first and last.
    """
    months = (time.last.year - time.first.year) * 12 + time.last.month - time.first.month or 1
    for each, name in _PERIODS:
        if time.columns * each // months > len(name(date(2000, 12, 1), language)) + 2:
            break
    inside = [
        day
        for day in (date(year, month, 1) - timedelta(days=1) for year in _years(time) for month in range(1, 13, each))
        if time.first < day < time.last
    ]
    days = [time.first, *inside]
    return [*((day, name(day + timedelta(days=1), language)) for day in days), (time.last, "")]


def _years(time: _Time) -> range:
    return range(time.first.year, time.last.year + 2)


def _month(day: date, language: Language) -> str:
    return f"{day.month:02d}/{day.year}" if language == "vi" else f"{day.year}-{day.month:02d}"


def _quarter(day: date, language: Language) -> str:
    quarter = (day.month + 2) // 3
    return f"quý {quarter}/{day.year}" if language == "vi" else f"{day.year}-Q{quarter}"


def _year(day: date, language: Language) -> str:
    return str(day.year)


# From the finest to the coarsest: the months of each, and its name.
_PERIODS: tuple[tuple[int, Callable[[date, Language], str]], ...] = ((1, _month), (3, _quarter), (12, _year))


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
                text += (_RESET if current else "") + style
                current = style
            text += mark
        yield text + (_RESET if current else "")


def _layers(drawn: Chart, scale: _Scale, time: _Time) -> Iterator[tuple[Series, list[str]]]:
    """Return each series on a canvas of its own, as the rows of its cells."""
    from plotille import Canvas  # type: ignore[import-untyped]

    def place(point: Point) -> tuple[int, int]:
        return time.dot(point.day), scale.dot(_middle(point.value))

    def marked(series: Series, lines: Sequence[Line], every: int = 1) -> list[str]:
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
        canvas.line(column, scale.dot(_low(point.value)), column, scale.dot(_high(point.value)))
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


def _middle(value: Interval) -> Fraction:
    low, high = _low(value), _high(value)
    return (low + high) / 2


def _low(value: Interval) -> Fraction:
    return value.low if value.low is not None else value.high or Fraction(0)


def _high(value: Interval) -> Fraction:
    return value.high if value.high is not None else value.low or Fraction(0)


def _paint(text: str, style: str, color: bool) -> str:
    return f"{style}{text}{_RESET}" if color and style else text


# What stands below


def _legend(
    report: Report, assessment: Assessment, drawn: Chart, language: Language, columns: int, color: bool
) -> Iterator[str]:
    """Return the marks with what they mean and their latest figures, as many on a line as fit."""
    entries = [
        (_paint(_MARKS[series], _COLORS[series], color), text)
        for series, text in _entries(report, assessment, drawn, language)
    ]
    entries.append((_AS_OF, locale.fill(_AS_OF_WORDS, {"as_of": report.moment.as_of}, language)))
    line, taken = "", 0
    for mark, text in entries:
        size = 2 + width(text)
        if line and taken + 3 + size > columns:
            yield line
            line, taken = "", 0
        line += ("   " if line else "") + f"{mark} {text}"
        taken += (3 if taken else 0) + size
    yield line


def _entries(report: Report, assessment: Assessment, drawn: Chart, language: Language) -> Iterator[tuple[Series, str]]:
    measure = assessment.measure

    def told(text: Text, **values: Value) -> str:
        return locale.fill(text, values, language)

    def figure(value: Interval) -> str:
        return figure_text(value, assessment, language, named=False)

    def rough(value: Interval) -> str:
        return locale.amount(value, assessment.target.indicator.unit, language, named=False, rough=True)

    latest = figure(drawn.readings[-1].value)
    yield "readings", told(_CUMULATED if drawn.cumulated else _READINGS, figure=latest)
    if drawn.baseline is not None:
        yield "baseline", told(_BASELINE, figure=figure(drawn.baseline.value))
    if drawn.goals:
        yield "goal", _goal(report, assessment, language)
    if drawn.due and measure.due is not None:
        yield "due", told(_DUE, as_of=report.moment.as_of, figure=rough(measure.due))
    if drawn.forecast:
        yield "forecast", told(_FORECAST, figure=rough(drawn.forecast[-1].value))


def _goal(report: Report, assessment: Assessment, language: Language) -> str:
    """Write the goal, and what it comes to over the term where it is set for a year."""
    indicator = assessment.target.indicator
    goal = assessment.goal
    whole = kinds.find(indicator.kind).over_term(goal, report.resolution.term)
    values: dict[str, Value] = {"goal": goal_text(goal, indicator, language, named=False)}
    if (whole.interval, whole.implied) == (goal.interval, goal.implied):
        return locale.fill(_GOAL, values, language)
    values["whole"] = goal_text(whole._replace(every="term"), indicator, language, named=False)
    return locale.fill(_GOAL_OVER_TERM, values, language)


def _remarks(assessment: Assessment, language: Language) -> Iterator[str]:
    """Say what the reader must know to read the picture right."""
    measure, indicator = assessment.measure, assessment.target.indicator
    if measure.refusal is not None:
        yield words.ended(words.capital(locale.write(measure.refusal, language)))
    if indicator.unit.id == "rank":
        yield locale.fill(_BEST_ON_TOP, {"years": years_met(assessment, language)}, language)
    if kinds.find(indicator.kind).dated:
        yield _SHARE_DONE[language]
