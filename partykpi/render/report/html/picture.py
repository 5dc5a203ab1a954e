"""A target over its period as a picture of lines and points, in the units of its drawing and in words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from partykpi.core.chart import Chart, Point, Polyline, chart, dated
from partykpi.core.figure import exactly
from partykpi.core.report import Assessment, Report
from partykpi.render.picture import axes, legend
from partykpi.render.picture.axes import high, low, middle
from partykpi.render.text import locale
from partykpi.render.text.figures import figure_text
from partykpi.render.text.wrap import width
from partykpi.text import Language, Text

# The size of the area of lines and points, its margins, and how wide a letter of the labels is at most.
_PLOT_WIDTH, _PLOT_HEIGHT = 340, 170
_TOP, _RIGHT, _BELOW = 10, 14, 46
_LETTER = 8

_TITLE = Text("Readings over the period: {name}", "Số liệu trong kỳ: {name}")

_ENOUGH = 2


class Label(NamedTuple):
    """A word at a place of the drawing."""

    x: str
    y: str
    text: str


class Drawn(NamedTuple):
    """The lines of one series, each as the points that it leads through, and points to be marked."""

    series: str
    lines: tuple[str, ...]
    points: tuple[tuple[str, str], ...] = ()


class Picture(NamedTuple):
    """A picture: `title` and `description` say the same in words.

    What is drawn lies between `left`, `right`, `top` and `bottom`. Beside it are the values of some `rows`, below it
    the parts of the time with marks at their `edges`, and the `first` and the `last` day.
    """

    title: str
    description: str
    width: str
    height: str
    left: str
    right: str
    top: str
    bottom: str
    rows: tuple[Label, ...]
    days: tuple[Label, ...]
    edges: tuple[str, ...]
    first: str
    last: str
    as_of: str
    series: tuple[Drawn, ...]
    entries: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def picture(report: Report, assessment: Assessment, language: Language) -> Picture | None:
    """Return the picture of a target; None where a single point, and no pace beside it, is all that there is."""
    drawn = chart(assessment)
    if drawn is None or (dated(assessment) < _ENOUGH and not drawn.due):
        return None
    unit = assessment.target.indicator.unit
    scale = axes.values(drawn, unit)
    texts = {
        value: locale.amount(exactly(value), unit, language, locale.MOST_DECIMALS, named=False)
        for value in scale.labelled()
    }
    left = _LETTER * max(width(text) for text in texts.values()) + 8
    plot = _Plot(scale, axes.Days(drawn.first, drawn.last), Fraction(left))
    return Picture(
        title=locale.fill(_TITLE, {"name": assessment.target.name}, language),
        description=_description(drawn, assessment, language),
        width=str(left + _PLOT_WIDTH + _RIGHT),
        height=str(_TOP + _PLOT_HEIGHT + _BELOW),
        left=str(left),
        right=str(left + _PLOT_WIDTH),
        top=str(_TOP),
        bottom=str(_TOP + _PLOT_HEIGHT),
        rows=tuple(Label(str(left - 6), plot.y(value), text) for value, text in texts.items()),
        days=tuple(_names(plot, language)),
        edges=tuple(plot.x(day) for day, _ in plot.parts(language)),
        first=locale.date_short(drawn.first + timedelta(days=1), language),
        last=locale.date_short(drawn.last, language),
        as_of=plot.x(plot.days.nearest(report.moment.as_of)),
        series=tuple(_series(drawn, plot)),
        entries=(*legend.entries(report, assessment, drawn, language), ("as-of", legend.as_of(report, language))),
        remarks=tuple(legend.remarks(assessment, language)),
    )


class _Plot(NamedTuple):
    """Where on the drawing values and days lie."""

    scale: axes.Values
    days: axes.Days
    left: Fraction

    def along(self, day: date) -> Fraction:
        return self.left + self.days.share(day) * _PLOT_WIDTH

    def x(self, day: date) -> str:
        return _written(self.along(day))

    def y(self, value: Fraction) -> str:
        return _written(_TOP + (1 - self.scale.share(value)) * _PLOT_HEIGHT)

    def point(self, point: Point) -> tuple[str, str]:
        return self.x(point.day), self.y(middle(point.value))

    def line(self, points: Sequence[Point]) -> str:
        return " ".join(",".join(self.point(point)) for point in points)

    def parts(self, language: Language) -> list[tuple[date, str]]:
        return self.days.parts(_PLOT_WIDTH // _LETTER, language)


def _written(place: Fraction) -> str:
    """Write a place on the drawing to a tenth of its unit."""
    tenths = (place * 20 + 1) // 2
    whole, tenth = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}" + (f".{tenth}" if tenth else "")


def _names(plot: _Plot, language: Language) -> Iterator[Label]:
    """Return the names of the parts of the time that are wide enough for them."""
    y = str(_TOP + _PLOT_HEIGHT + 18)
    for (begin, name), (end, _) in pairwise(plot.parts(language)):
        start, stop = plot.along(begin), plot.along(end)
        if _LETTER * width(name) <= stop - start:
            yield Label(_written((start + stop) / 2), y, name)


def _series(drawn: Chart, plot: _Plot) -> Iterator[Drawn]:
    """Return the series; what comes later lies on top."""

    def lines(series: str, *given: Polyline) -> Drawn:
        return Drawn(series, tuple(plot.line(line) for line in given if len(line) > 1))

    yield lines("goal", *drawn.goals)
    yield lines("due", drawn.due)
    yield lines("forecast", drawn.forecast)._replace(points=tuple(plot.point(point) for point in drawn.forecast[-1:]))
    begin = drawn.start or drawn.baseline
    course = lines("readings", (*([begin] if begin else []), *drawn.readings))
    spans = [
        f"{plot.x(point.day)},{plot.y(low(point.value))} {plot.x(point.day)},{plot.y(high(point.value))}"
        for point in drawn.readings
        if low(point.value) != high(point.value)
    ]
    points = tuple(plot.point(point) for point in drawn.readings)
    yield course._replace(lines=(*course.lines, *spans), points=points)
    if drawn.baseline is not None:
        yield Drawn("baseline", (), (plot.point(drawn.baseline),))


def _description(drawn: Chart, assessment: Assessment, language: Language) -> str:
    """Say each reading that is drawn, with its day."""

    def described(point: Point) -> str:
        figure = figure_text(point.value, assessment, language, named=False)
        return f"{locale.date_short(point.day, language)}: {figure}"

    return "; ".join(described(point) for point in drawn.readings) + "."
