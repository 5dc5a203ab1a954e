"""The arithmetic of a target line by line: what went in and from where, and each figure with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Reading
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Place
from partykpi.render.report import columns
from partykpi.render.report.rows import Row, goal_text
from partykpi.render.report.xlsx.book import Content, has_day, has_number
from partykpi.render.report.xlsx.cells import TargetCells, cells_of
from partykpi.render.report.xlsx.formulas import CellFormula, Formulas, formulas, of_years
from partykpi.render.text import locale, words
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
    """The lines of a target, its formulas by the names of what they make, and what each year's readings come to."""

    row: Row
    cells: TargetCells
    lines: tuple[Line, ...]
    formulas: Formulas
    years: Mapping[int, CellFormula]

    def year(self, name: str) -> CellFormula | None:
        """Return what the readings of a year came to, by its name in formulas."""
        return self.years.get(int(name[1:])) if name[:1] == "y" and name[1:].isdecimal() else None


def block(row: Row, report: Report, language: Language) -> Block:
    """Return the arithmetic of a target."""
    cells = cells_of(row.assessment, report, language)
    found = formulas(cells)
    lines = (*_inputs(cells, found), *_calculated(row, cells, found))
    return Block(row, cells, lines, found, of_years(cells))


def share_due(cells: TargetCells) -> Fraction | None:
    """Return the attainment that is due by now."""
    found = cells.kind.share_due(cells.case, cells.measure)
    return None if found is None else found.exact


# What goes in


def _inputs(cells: TargetCells, found: Formulas) -> Iterator[Line]:
    assessment, language = cells.assessment, cells.language
    target, goal = assessment.target, cells.goal
    if assessment.implied != "target" and not goal.path:
        yield _goal_line(cells)
    if "far" in cells.values:
        yield _figure("far", _FAR[language], "", cells.exact("far"), cells, goal.text, goal.place)
    for year, step in goal.path:
        label = locale.fill(_GOAL_OF, {"year": str(year)}, language)
        rule = goal_text(goal._replace(path=(), interval=step), target.indicator, language, named=False)
        yield _figure(f"g{year}", label, rule, cells.exact(f"g{year}"), cells, goal.text, goal.place)
    if target.baseline is not None:
        label = columns.find("baseline").heading[language]
        yield _reading("baseline", label, target.baseline, cells)
    for number, reading in enumerate(cells.readings, 1):
        yield _reading(f"r{number}", _label(reading, language), reading, cells)
    if not cells.readings and "achieved" in found:
        unit = _unit(cells)
        yield Line("r1", _READING[language], "", None, "", "input", unit=unit)


def _goal_line(cells: TargetCells) -> Line:
    goal, target, language = cells.goal, cells.assessment.target, cells.language
    rule = goal_text(goal, target.indicator, language, sentence=True) if goal.known else ""
    if goal.by is not None and has_day(goal.by):
        line = Line("goal", words.GOAL[language], rule, goal.by, locale.date_short(goal.by, language), "input")
        return line._replace(written=one_line(goal.text), line=goal.place.line)
    value = None if goal.bound is None else goal.bound.exact
    line = _figure("goal", words.GOAL[language], rule, value, cells, goal.text, goal.place)
    if value is not None:
        return line
    text = goal_text(goal, target.indicator, language, named=False) if goal.known else words.NOTHING
    return line._replace(content=text, text=text, unit="")


def _label(reading: Reading, language: Language) -> str:
    if reading.period is None:
        return _READING[language]
    return one_line(locale.fill(_READING_OF, {"period": reading.period.name}, language))


def _reading(name: str, label: str, reading: Reading, cells: TargetCells) -> Line:
    language = cells.language
    if reading.done is not None and has_day(reading.done):
        line = Line(name, label, "", reading.done, locale.date_short(reading.done, language), "input")
        return line._replace(written=one_line(reading.text), line=reading.place.line)
    figure = reading.figure
    exact = None if figure is None else figure.exact
    line = _figure(name, label, "", exact, cells, reading.text, reading.place)
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


def _figure(name: str, label: str, rule: str, value: object, cells: TargetCells, written: str, place: Place) -> Line:
    text = locale.number(value, cells.language, _DECIMALS) if isinstance(value, Fraction) else words.NOTHING
    content: Content = value if isinstance(value, Fraction) and has_number(value) else text
    return Line(name, label, rule, content, text, "input", "", _unit(cells), False, one_line(written), place.line)


def _amount(figure: Interval, language: Language) -> str:
    return locale.amount_in_full(figure, None, language)


def _unit(cells: TargetCells) -> str:
    return one_line(locale.unit_name(cells.assessment.target.indicator.unit, cells.language))


# What comes out


def _calculated(row: Row, cells: TargetCells, found: Formulas) -> Iterator[Line]:
    assessment, measure, language = cells.assessment, cells.measure, cells.language
    unit = _unit(cells)
    rules = _rules(cells)
    yield from _not_counted(cells)
    if assessment.implied == "target" or cells.goal.path:
        yield _line("goal", words.GOAL[language], cells.goal.bound, cells, found, rules, unit)
    if "bound" in cells.rules.quantities:
        whole = cells.kind.over_term(cells.goal, cells.moment.term)
        yield _line("bound", _BOUND[language], whole.bound, cells, found, rules, unit)
    for name in _OF_COLUMN:
        if name == "achieved" and measure.done is not None and has_day(measure.done):
            day = locale.date_short(measure.done, language)
            yield _live_or_fixed("achieved", words.ACHIEVED[language], measure.done, day, found, rules, language)
            continue
        figure: Interval | None = getattr(measure, name)
        if figure is not None or name in found:
            share = name in ("attainment", "pace")
            counts = measure.periods is not None and cells.kind.counts_years
            of = "" if share else (_YEARS[language] if counts else unit)
            yield _line(name, columns.find(name).heading[language], figure, cells, found, rules, of, share)
    for name in found:
        value = cells.exact(name)
        if name[:4] == "kept" and value is not None:
            label = locale.fill(_KEPT, {"year": name[4:]}, language)
            yield Line(name, label, "", value, str(value), "live", found[name].text)
    if measure.periods is not None:
        met = exactly(measure.periods.met) if measure.periods.reported else None
        yield _line("met", columns.find("periods").heading[language], met, cells, found, rules, "")
    if measure.reach is not None and has_day(measure.reach.until):
        until = measure.reach.until
        text, label = locale.date_short(until, language), columns.find("reach").heading[language]
        yield _live_or_fixed("reach", label, until, text, found, rules, language)
    status = STATUS_WORDS[assessment.status][language]
    yield _live_or_fixed("status", words.STATUS[language], status, status, found, rules, language)
    if assessment.judgements:
        text = columns.find("published").text(row, language)
        yield _live_or_fixed("published", words.PUBLISHED[language], text, text, found, rules, language)


def _line(
    name: str,
    label: str,
    figure: Interval | None,
    cells: TargetCells,
    found: Formulas,
    rules: Mapping[str, str],
    unit: str,
    share: bool = False,
) -> Line:
    language = cells.language
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
    implied = cells.assessment.implied == {"goal": "target", "achieved": "actual"}.get(name, "")
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


def _not_counted(cells: TargetCells) -> Iterator[Line]:
    language = cells.language
    for reading in cells.assessment.target.readings:
        if not any(reading is counted for counted in cells.assessment.readings):
            line = _reading("", _label(reading, language), reading, cells)
            yield line._replace(state="told", rule=_NOT_COUNTED[language])


def _rules(cells: TargetCells) -> dict[str, str]:
    """Return how each figure comes about, in the words of its kind where that has words for it."""
    language, rules = cells.language, cells.rules
    stated = {}
    if cells.measure.achieved is not None:
        stated = {
            name: rule.words(rule.decided(rules.quantities[name], cells.values), language)
            for name in rules.explained
            if cells.values.get(name) is not None
        }
        stated |= dict.fromkeys(("achieved",), rules.steps[0].words[language]) if rules.steps else {}
    if "due_share" in stated:
        stated["due"] = stated.pop("due_share")
    return {name: text[language] for name, text in _RULES.items()} | stated
