"""The arithmetic of a target line by line: what went in and from where, and each figure with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Reading
from partykpi.core.progress import attainment
from partykpi.core.report import Report
from partykpi.problem import Place
from partykpi.render.report import columns
from partykpi.render.report.columns import Row
from partykpi.render.report.xlsx import yearly
from partykpi.render.report.xlsx.book import Content, has_day, has_number
from partykpi.render.report.xlsx.case import Case, case_of
from partykpi.render.report.xlsx.formulas import formulas, in_cell
from partykpi.render.report.xlsx.live import Live
from partykpi.render.report.xlsx.parts import Formulas
from partykpi.render.text import locale, words
from partykpi.render.text.figures import goal_text
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

State = Literal["input", "live", "fixed", "told"]

_DECIMALS = locale.MOST_DECIMALS
_SHARE_DECIMALS = 4

_FAR = Text("Goal, other end", "Mục tiêu, đầu kia của khoảng")
_GOAL_OF = Text("Goal of {year}", "Mục tiêu năm {year}")
_READING = Text("Reading", "Số liệu")
_READING_OF = Text("Reading, {period}", "Số liệu {period}")
_BOUND = Text("Goal over the term", "Mục tiêu cả nhiệm kỳ")
_KEPT = Text("{year}: goal kept?", "Năm {year}: đạt mục tiêu?")
_YEARS = Text("years", "năm")
_NOT_COUNTED = Text("not counted", "không tính")
_SHARE_OF = Text("{part} of {whole}", "{part}/{whole}")

# How a figure comes about that the steps of its kind do not tell.
_RULES: Mapping[str, Text] = {
    "goal": Text("from the goals of single years", "tính từ mục tiêu từng năm"),
    "due": Text("as much as the goal asks for by now", "mức mà mục tiêu đòi hỏi đến nay"),
    "pace": Text("achieved ÷ due", "kết quả ÷ mức cần đạt đến nay"),
    "forecast": Text("if the figures so far go on alike", "nếu tiếp tục như các số liệu đến nay"),
    "needed": Text("what is lacking ÷ years to come", "phần còn thiếu ÷ số năm còn lại"),
    "met": Text("the years that kept the goal", "số năm đạt mục tiêu"),
    "status": Text(
        "achieved against the goal, then pace against the thresholds",
        "so kết quả với mục tiêu, rồi xét tiến độ theo ngưỡng",
    ),
    "reach": Text("at the pace of the best year so far", "theo tốc độ của năm tốt nhất đến nay"),
    "published": Text("checked against the calculation", "đối chiếu với kết quả tính"),
}
_FIXED = Text("calculated by partykpi", "partykpi tính sẵn")
_IMPLIED = Text("implied by the published figure", "suy ra từ số liệu đã công bố")

# The names that the steps of the kinds have, and the quantity that each tells of.
_OF_STEP = {
    "achieved": "achieved",
    "years met": "achieved",
    "done": "achieved",
    "bound": "bound",
    "attainment": "attainment",
    "due": "due",
    "pace": "pace",
    "forecast": "forecast",
    "needed a year": "needed",
}

# The quantities whose column in the report has the same name.
_OF_COLUMN = ("achieved", "attainment", "due", "pace", "forecast", "needed")


class Line(NamedTuple):
    """One line: its `name` in formulas, what it is called, how it comes about, what it holds and how that is written.

    An `input` may be changed, and what is `live` follows by its `formula`; what is `fixed` holds only while no input
    is changed, and the rest is `told` for the reader.
    """

    name: str
    label: str
    rule: str
    content: Content
    text: str
    state: State
    formula: str = ""
    unit: str = ""
    share: bool = False
    written: str = ""
    line: int | None = None


class Block(NamedTuple):
    """The lines of a target, the formulas that come to our figures, by name, and what each year's readings came to."""

    row: Row
    case: Case
    lines: tuple[Line, ...]
    formulas: Formulas
    years: Mapping[int, Live]

    def year(self, name: str) -> Live | None:
        """Return what the readings of a year came to, by its name in formulas."""
        return self.years.get(int(name[1:])) if name[:1] == "y" and name[1:].isdecimal() else None


def block(row: Row, report: Report, language: Language) -> Block:
    """Return the arithmetic of a target."""
    case = case_of(row.assessment, report, language)
    found = {
        name: formula for name, formula in formulas(case).items() if _agrees(name, in_cell(name, formula, case), case)
    }
    lines = (*_inputs(case, found), *_calculated(row, case, found))
    return Block(row, case, lines, found, yearly.by_year(case))


def _agrees(name: str, formula: Live, case: Case) -> bool:
    """Say whether a formula comes to the figure of the core."""
    measure = case.measure
    match name:
        case "in_row":
            expected = case.values["achieved"]
        case "status":
            expected = case.status(case.assessment.status)
        case "met":
            expected = Fraction(measure.periods.met) if measure.periods and measure.periods.reported else None
        case "due_share":
            expected = share_due(case)
        case "pace" if measure.pace is not None and measure.pace.exact is None:
            expected = locale.percent_interval(measure.pace, case.language)
        case _ if name in case.values:
            expected = case.values[name]
            if expected is None and getattr(measure, name, None) is not None:
                return False
        case _:
            return formula.value is not None
    return formula.value == expected


def share_due(case: Case) -> Fraction | None:
    """Return the attainment that is due by now."""
    target, due = case.assessment.target, case.measure.due
    kind = kinds.find(target.indicator.kind)
    if due is None or due.exact is None:
        return None
    if kind.dated:
        return due.exact / 100
    whole = kind.over_term(case.goal, case.moment.term)
    baseline = target.baseline and target.baseline.figure
    share = attainment.share_reached(due, whole, baseline) if kind.by_share else None
    return None if share is None else share.exact


# What goes in


def _inputs(case: Case, found: Formulas) -> Iterator[Line]:
    assessment, language = case.assessment, case.language
    target, goal = assessment.target, case.goal
    if assessment.implied != "target" and not goal.path:
        yield _goal_line(case)
    if "far" in case.values:
        yield _figure("far", _FAR[language], "", case.values["far"], case, goal.text, goal.place)
    for year, step in goal.path:
        label = locale.fill(_GOAL_OF, {"year": str(year)}, language)
        rule = goal_text(goal._replace(path=(), interval=step), target.indicator, language, named=False)
        yield _figure(f"g{year}", label, rule, case.values[f"g{year}"], case, goal.text, goal.place)
    if target.baseline is not None:
        label = columns.find("baseline").heading[language]
        yield _reading("baseline", label, target.baseline, case)
    for number, reading in enumerate(case.readings, 1):
        yield _reading(f"r{number}", _label(reading, language), reading, case)
    if not case.readings and "achieved" in found:
        unit = _unit(case)
        yield Line("r1", _READING[language], "", None, "", "input", unit=unit)


def _goal_line(case: Case) -> Line:
    goal, target, language = case.goal, case.assessment.target, case.language
    rule = goal_text(goal, target.indicator, language, sentence=True) if goal.known else ""
    if goal.by is not None and has_day(goal.by):
        line = Line("goal", words.GOAL[language], rule, goal.by, locale.date_short(goal.by, language), "input")
        return line._replace(written=one_line(goal.text), line=goal.place.line)
    value = None if goal.bound is None else goal.bound.exact
    line = _figure("goal", words.GOAL[language], rule, value, case, goal.text, goal.place)
    if value is not None:
        return line
    text = goal_text(goal, target.indicator, language, named=False) if goal.known else words.NOTHING
    return line._replace(content=text, text=text, unit="")


def _label(reading: Reading, language: Language) -> str:
    if reading.period is None:
        return _READING[language]
    return one_line(locale.fill(_READING_OF, {"period": reading.period.name}, language))


def _reading(name: str, label: str, reading: Reading, case: Case) -> Line:
    language = case.language
    if reading.done is not None and has_day(reading.done):
        line = Line(name, label, "", reading.done, locale.date_short(reading.done, language), "input")
        return line._replace(written=one_line(reading.text), line=reading.place.line)
    figure = reading.figure
    exact = None if figure is None else figure.exact
    line = _figure(name, label, "", exact, case, reading.text, reading.place)
    if exact is None:
        text = words.NOTHING if figure is None else _amount(figure, language)
        return line._replace(content=text, text=text)
    share = reading.share
    if share is None or not share[1] or exact != 100 * share[0] / share[1]:
        return line
    part, whole = (100 * share[0]), share[1]
    rule = locale.fill(_SHARE_OF, {"part": share[0], "whole": share[1]}, language)
    if part.denominator == whole.denominator == 1 and max(part, whole) < 2**53:
        return line._replace(rule=rule, formula=f"{part}/{whole}")
    return line._replace(rule=rule)


def _figure(name: str, label: str, rule: str, value: object, case: Case, written: str, place: Place) -> Line:
    text = locale.number(value, case.language, _DECIMALS) if isinstance(value, Fraction) else words.NOTHING
    content: Content = value if isinstance(value, Fraction) and has_number(value) else text
    return Line(name, label, rule, content, text, "input", "", _unit(case), False, one_line(written), place.line)


def _amount(figure: Interval, language: Language) -> str:
    return locale.amount_in_full(figure, None, language)


def _unit(case: Case) -> str:
    return one_line(locale.unit_name(case.assessment.target.indicator.unit, case.language))


# What comes out


def _calculated(row: Row, case: Case, found: Formulas) -> Iterator[Line]:
    assessment, measure, language = case.assessment, case.measure, case.language
    target, unit = assessment.target, _unit(case)
    rules = _rules(case)
    yield from _not_counted(case)
    if assessment.implied == "target" or case.goal.path:
        yield _line("goal", words.GOAL[language], case.goal.bound, case, found, rules, unit)
    if "bound" in case.values:
        whole = kinds.find(target.indicator.kind).over_term(case.goal, case.moment.term)
        yield _line("bound", _BOUND[language], whole.bound, case, found, rules, unit)
    for name in _OF_COLUMN:
        if name == "achieved" and measure.done is not None and has_day(measure.done):
            day = locale.date_short(measure.done, language)
            yield _live_or_fixed("achieved", words.ACHIEVED[language], measure.done, day, found, rules, language)
            continue
        figure: Interval | None = getattr(measure, name)
        if figure is not None or name in found:
            share = name in ("attainment", "pace")
            counts = measure.periods is not None and target.indicator.unit.id == "rank"
            of = "" if share else (_YEARS[language] if counts else unit)
            yield _line(name, columns.find(name).heading[language], figure, case, found, rules, of, share)
    for name in found:
        if name[0] == "j" and name[1:].isdecimal():
            label = locale.fill(_KEPT, {"year": name[1:]}, language)
            value = found[name].value
            assert isinstance(value, Fraction)
            yield Line(name, label, "", value, str(value), "live", found[name].text)
    if measure.periods is not None:
        met = exactly(measure.periods.met) if measure.periods.reported else None
        yield _line("met", columns.find("periods").heading[language], met, case, found, rules, "")
    if measure.reach is not None and has_day(measure.reach.until):
        until = measure.reach.until
        text, label = locale.date_short(until, language), columns.find("reach").heading[language]
        yield _live_or_fixed("reach", label, until, text, found, rules, language)
    status = case.status(assessment.status)
    yield _live_or_fixed("status", words.STATUS[language], status, status, found, rules, language)
    if assessment.judgements:
        text = columns.find("published").text(row, language)
        yield _live_or_fixed("published", words.PUBLISHED[language], text, text, found, rules, language)


def _line(
    name: str,
    label: str,
    figure: Interval | None,
    case: Case,
    found: Formulas,
    rules: Mapping[str, str],
    unit: str,
    share: bool = False,
) -> Line:
    language = case.language
    if figure is None:
        content: Content = words.NOTHING
        text = words.NOTHING
    elif figure.exact is None or not has_number(figure.exact):
        text = locale.percent_interval(figure, language) if share else _amount(figure, language)
        content = text
    else:
        number = figure.exact
        write, decimals = (locale.percent, _SHARE_DECIMALS) if share else (locale.number, _DECIMALS)
        text = write(number, language, decimals)
        content = number
    line = _live_or_fixed(name, label, content, text, found, rules, language)
    implied = case.assessment.implied == {"goal": "target", "achieved": "actual"}.get(name, "")
    return line._replace(unit=unit, share=share, rule=_IMPLIED[language] if implied else line.rule)


def _live_or_fixed(
    name: str,
    label: str,
    content: Content,
    text: str,
    found: Formulas,
    rules: Mapping[str, str],
    language: Language,
) -> Line:
    rule = rules.get(name, "")
    if name in found:
        return Line(name, label, rule, content, text, "live", found[name].text)
    return Line(name, label, f"{rule} ({_FIXED[language]})" if rule else _FIXED[language], content, text, "fixed")


def _not_counted(case: Case) -> Iterator[Line]:
    language = case.language
    for reading in case.assessment.target.readings:
        if not any(reading is counted for counted in case.assessment.readings):
            line = _reading("", _label(reading, language), reading, case)
            yield line._replace(state="told", rule=_NOT_COUNTED[language])


def _rules(case: Case) -> dict[str, str]:
    """Return how each figure comes about, in the words of its kind where that has words for it."""
    assessment, language = case.assessment, case.language
    kind = kinds.find(assessment.target.indicator.kind)
    steps = kind.steps(assessment.target, assessment.readings, case.goal, case.moment, case.measure)
    told = {_OF_STEP[step.name.en]: step.words[language] for step in steps if step.name.en in _OF_STEP}
    return {name: rule[language] for name, rule in _RULES.items()} | told
