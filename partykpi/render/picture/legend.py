"""The words of a picture over the period: its title, its legend, and remarks on how to read it right."""

from collections.abc import Iterator
from typing import Literal

from partykpi.core import kinds
from partykpi.core.chart import Chart
from partykpi.core.figure import Interval
from partykpi.core.report import Assessment, Report
from partykpi.problem import Value
from partykpi.render.text import locale, words
from partykpi.render.text.figures import figure_text, forecast, goal_text, rounded, years_met
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

Series = Literal["goal", "due", "forecast", "baseline", "readings"]

_CUMULATED = Text("readings added up: {figure}", "số liệu cộng dồn: {figure}")
_READINGS = Text("readings, the latest {figure}", "số liệu, mới nhất {figure}")
_BASELINE = Text("baseline: {figure}", "mức đầu kỳ: {figure}")
_DUE = Text("due by {as_of}: {figure}", "mức cần đạt đến {as_of}: {figure}")
_GOAL = Text("goal: {goal}", "mục tiêu: {goal}")
_GOAL_OVER_TERM = Text("goal: {goal}, over the period {whole}", "mục tiêu: {goal}, cả kỳ {whole}")
_FORECAST = Text("forecast: {figure}", "dự báo cuối kỳ: {figure}")
_AS_OF_WORDS = Text("as of {as_of}", "tính đến {as_of}")

_BEST_ON_TOP = Text(
    "The best rank is at the top; the goal was kept in {years}.",
    "Thứ hạng tốt nhất ở trên cùng; số năm đạt mục tiêu: {years}.",
)
_SHARE_DONE = Text(
    "Drawn is the share done against the time to its date.", "Biểu đồ thể hiện phần đã hoàn thành theo thời gian."
)


def title(assessment: Assessment, number: int, language: Language) -> str:
    """Write the number and the name of a target, and its unit."""
    unit = assessment.target.indicator.unit
    name = f"{number}. {one_line(assessment.target.name[language])}"
    plural = "" if unit.ordinal else locale.unit_name(unit, language)
    return f"{name} ({plural})" if plural else name


def as_of(report: Report, language: Language) -> str:
    """Say what the mark of the as-of date means."""
    return locale.fill(_AS_OF_WORDS, {"as_of": report.moment.as_of}, language)


def entries(report: Report, assessment: Assessment, drawn: Chart, language: Language) -> Iterator[tuple[Series, str]]:
    """Return what each series that is drawn shows, with its latest figure."""
    measure = assessment.measure

    def written(text: Text, **values: Value) -> str:
        return locale.fill(text, values, language)

    def figure(value: Interval) -> str:
        return figure_text(value, assessment, language, named=False)

    def rough(value: Interval) -> str:
        return rounded(assessment).write(value, language)

    latest = figure(drawn.readings[-1].value)
    yield "readings", written(_CUMULATED if drawn.cumulated else _READINGS, figure=latest)
    if drawn.baseline is not None:
        yield "baseline", written(_BASELINE, figure=figure(drawn.baseline.value))
    if drawn.goals:
        yield "goal", _goal(report, assessment, language)
    if drawn.due and measure.due is not None:
        yield "due", written(_DUE, as_of=report.moment.as_of, figure=rough(measure.due))
    if drawn.forecast:
        led_to = forecast(assessment).write(drawn.forecast[-1].value, language)
        yield "forecast", written(_FORECAST, figure=led_to)


def _goal(report: Report, assessment: Assessment, language: Language) -> str:
    """Write the goal, and what it comes to over the period where it is set for a year."""
    indicator = assessment.target.indicator
    goal = assessment.goal
    whole = kinds.find(indicator.kind).over_period(assessment.case)
    values: dict[str, Value] = {"goal": goal_text(goal, indicator, language, named=False, sentence=True)}
    if (whole.interval, whole.implied) == (goal.interval, goal.implied):
        return locale.fill(_GOAL, values, language)
    values["whole"] = goal_text(whole._replace(every="term"), indicator, language, named=False)
    return locale.fill(_GOAL_OVER_TERM, values, language)


def remarks(assessment: Assessment, language: Language) -> Iterator[str]:
    """Say what the reader must know to read the picture right."""
    measure, indicator = assessment.measure, assessment.target.indicator
    if measure.refusal is not None:
        yield words.ended(words.capital(locale.write(measure.refusal, language)))
    if indicator.unit.ordinal:
        yield locale.fill(_BEST_ON_TOP, {"years": years_met(assessment, language)}, language)
    if kinds.find(indicator.kind).dated:
        yield _SHARE_DONE[language]
