"""The arithmetic of a target line by line: what went in and from where, and each figure with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import MET, Reading
from partykpi.core.progress.stages import stages
from partykpi.core.progress.way import LINE_END
from partykpi.core.report import Report
from partykpi.core.status import words_for
from partykpi.problem import Place
from partykpi.render.report import columns
from partykpi.render.report.columns import Row
from partykpi.render.report.xlsx.book import Content, has_day, has_number
from partykpi.render.report.xlsx.cells import TargetCells, cells_of
from partykpi.render.report.xlsx.formulas import NAME, CellFormula, Formulas, formulas, of_years
from partykpi.render.text import locale, words
from partykpi.render.text.figures import PERCENT, goal_text
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

State = Literal["input", "live", "fixed", "shown"]

_DECIMALS = locale.MOST_DECIMALS
_SHARE_DECIMALS = 4

_FAR = Text("Goal, other end", "Mục tiêu, đầu kia của khoảng")
_GOAL_OF = Text("Goal of {year}", "Mục tiêu năm {year}")
_GOAL_UNTIL = Text("Goal until {on}", "Mục tiêu đến hết {on}")
_READING = Text("Reading", "Số liệu")
_READING_OF = Text("Reading, {period}", "Số liệu {period}")
_BOUND = Text("Goal over the period", "Mục tiêu cả kỳ")
_KEPT = Text("{year}: goal kept?", "Năm {year}: đạt mục tiêu?")
_YEARS = Text("years", "năm")
SCORE = Text("Score of what is not met", "Mức đạt của chỉ tiêu chưa đạt")
_NOT_COUNTED = Text("not counted", "không tính")
_SHARE_OF = Text("{part} of {whole}", "{part}/{whole}")

# The numbers that a target may have for itself, where they are not those of the whole report.
_TIMES: Mapping[str, Text] = {
    "months": Text("Months of the period", "Số tháng của cả kỳ"),
    "covered": Text("Months reported", "Số tháng có số liệu"),
    "elapsed": Text("Elapsed by the reading", "Thời gian đã qua đến ngày có số liệu"),
    "years": Text("Years of the period", "Số năm của cả kỳ"),
    "left": Text("Years left", "Số năm còn lại"),
    "on_track": Text("Threshold: on track", "Ngưỡng: đúng tiến độ"),
    "behind": Text("Threshold: behind", "Ngưỡng: chậm tiến độ"),
    "nearly": Text("Threshold: nearly", "Ngưỡng: cơ bản đạt"),
}
_SHARES = ("elapsed", "on_track", "behind", "nearly")

# How a figure comes about where no rule of its kind says it.
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
    "score": Text("the attainment, or limit ÷ achieved", "tỷ lệ đạt, hoặc mức giới hạn ÷ kết quả"),
    "reach": Text("at the pace of the best year so far", "theo tốc độ của năm tốt nhất đến nay"),
    "published": Text("checked against the calculation", "đối chiếu với kết quả tính"),
}
_FIXED = Text("calculated by partykpi", "partykpi tính sẵn")
_IMPLIED = Text("implied by the published figure", "suy ra từ số liệu đã công bố")

# The quantities whose column in the report has the same name.
_OF_COLUMN = ("achieved", "attainment", "due", "pace", "forecast", "needed")


class ArithmeticLine(NamedTuple):
    """One line: its `name` in formulas, what it is called, what it holds, how that is written, and how it comes about.

    An `input` may be changed, and may have a `formula` of its own; what is `live` follows by the formula of its name;
    what is `fixed` holds only while no input is changed, and the rest is `shown` to the reader alone.
    """

    name: str
    label: str
    content: Content
    text: str
    rule: str = ""
    state: State = "input"
    formula: str = ""
    unit: str = ""
    share: bool = False
    written: str = ""
    line: int | None = None

    def from_file(self, text: str, place: Place) -> ArithmeticLine:
        """Return the line with what the file says, and where."""
        return self._replace(written=one_line(text), line=place.line)


class Block(NamedTuple):
    """The lines of a target, its formulas by the names of what they make, and what each year's readings come to."""

    row: Row
    cells: TargetCells
    lines: tuple[ArithmeticLine, ...]
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


def _inputs(cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    assessment, language = cells.assessment, cells.language
    target, goal = assessment.target, cells.goal
    if assessment.implied != "target" and not goal.path:
        yield _goal_line(cells)
    if "far" in cells.values:
        yield _figure("far", _FAR[language], cells.exact("far"), cells).from_file(goal.text, goal.place)
    yield from _before(cells)
    for year, step in goal.path:
        label = locale.fill(_GOAL_OF, {"year": str(year)}, language)
        asked = goal_text(goal._replace(path=(), interval=step), target.indicator, language, named=False)
        line = _figure(f"g{year}", label, cells.exact(f"g{year}"), cells).from_file(goal.text, goal.place)
        yield line._replace(rule=asked)
    if target.baseline is not None:
        yield _reading("baseline", columns.find("baseline").heading[language], target.baseline, cells)
    for number, reading in enumerate(cells.readings, 1):
        yield _reading(f"r{number}", _label(reading, language), reading, cells)
    if not cells.readings and "achieved" in found:
        yield ArithmeticLine("r1", _READING[language], None, "", unit=_unit(cells))
    yield from _times(cells, found)


def _before(cells: TargetCells) -> Iterator[ArithmeticLine]:
    """Return the lines of the goals that were amended."""
    language, target = cells.language, cells.assessment.target
    for stage in stages(cells.case):
        if not stage.number:
            continue
        asked = goal_text(stage.goal, target.indicator, language, sentence=True)
        said = {stage.bound.name: asked}
        said |= {stage.bound_of(year).name: f"{year}" for year, _ in stage.goal.path}
        for name, text in said.items():
            label = locale.fill(_GOAL_UNTIL, {"on": stage.last}, language)
            line = _figure(name, label, cells.exact(name), cells).from_file(stage.goal.text, stage.goal.place)
            yield line._replace(rule=text)


def _times(cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    """Return the numbers of months and years, and the thresholds, that formulas of this target need for itself."""
    used = {name for made in found.values() for text in (made.text, made.shown) for name in NAME.findall(text)}
    for name, label in _TIMES.items():
        value = cells.exact(name)
        if name in used and value is not None and value != cells.shared.get(name):
            share = name in _SHARES
            write = locale.percent if share else locale.number
            text = write(value, cells.language, _SHARE_DECIMALS if share else _DECIMALS)
            yield ArithmeticLine(name, label[cells.language], value, text, state="shown", share=share)


def _goal_line(cells: TargetCells) -> ArithmeticLine:
    goal, target, language = cells.goal, cells.assessment.target, cells.language
    asked = goal_text(goal, target.indicator, language, sentence=True) if goal.known else ""
    if goal.by is not None and has_day(goal.by):
        line = ArithmeticLine("goal", words.GOAL[language], goal.by, locale.date_short(goal.by, language))
    elif goal.bound is not None and goal.bound.exact is not None:
        line = _figure("goal", words.GOAL[language], goal.bound.exact, cells)
    else:
        text = goal_text(goal, target.indicator, language, named=False) if goal.known else words.NOTHING
        line = ArithmeticLine("goal", words.GOAL[language], text, text)
    return line.from_file(goal.text, goal.place)._replace(rule=asked)


def _label(reading: Reading, language: Language) -> str:
    if reading.period is None:
        return _READING[language]
    return one_line(locale.fill(_READING_OF, {"period": reading.period.name}, language))


def _reading(name: str, label: str, reading: Reading, cells: TargetCells) -> ArithmeticLine:
    language, figure = cells.language, reading.figure
    if reading.done is not None and has_day(reading.done):
        line = ArithmeticLine(name, label, reading.done, locale.date_short(reading.done, language))
        return line.from_file(reading.text, reading.place)
    line = _figure(name, label, figure and figure.exact, cells).from_file(reading.text, reading.place)
    if figure is None or figure.exact is None:
        text = words.NOTHING if figure is None else _amount(figure, language)
        return line._replace(content=text, text=text)
    share = reading.share
    if share is None or not share[1] or figure.exact != 100 * share[0] / share[1]:
        return line
    part, whole = (100 * share[0]), share[1]
    line = line._replace(rule=locale.fill(_SHARE_OF, {"part": share[0], "whole": share[1]}, language))
    if part.denominator == whole.denominator == 1 and max(part, whole) < 2**53:
        return line._replace(formula=f"{part}/{whole}")
    return line


def _figure(name: str, label: str, value: Fraction | None, cells: TargetCells) -> ArithmeticLine:
    text = words.NOTHING if value is None else locale.number(value, cells.language, _DECIMALS)
    content: Content = value if value is not None and has_number(value) else text
    return ArithmeticLine(name, label, content, text, unit=_unit(cells))


def _amount(figure: Interval, language: Language) -> str:
    return locale.amount_in_full(figure, None, language)


def _unit(cells: TargetCells) -> str:
    return locale.unit_name(cells.assessment.target.indicator.unit, cells.language)


# What comes out


def _calculated(row: Row, cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    """Return the lines of what is calculated, each with its rule, and live where it has a formula."""
    rules, fixed = _rules(cells), _FIXED[cells.language]
    yield from _not_counted(cells)
    for line in (*_quantities(cells, found), *_years(cells, found), *_outcomes(row, cells, found)):
        said = line.rule or rules.get(line.name, "")
        if line.name in found:
            yield line._replace(rule=said, state="live")
        elif line.rule:  # implied, and said so
            yield line._replace(state="fixed")
        else:
            yield line._replace(rule=f"{said} ({fixed})" if said else fixed, state="fixed")


def _quantities(cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    assessment, measure, language = cells.assessment, cells.measure, cells.language
    implied = {"target": "goal", "actual": "achieved"}.get(assessment.implied or "")
    counts = measure.periods is not None and cells.kind.counts_years
    figures: dict[str, tuple[str, Interval | None]] = {}
    if implied == "goal" or cells.goal.path:
        figures["goal"] = words.GOAL[language], cells.goal.bound
    if "bound" in cells.rules.quantities:
        figures["bound"] = _BOUND[language], _value(cells, "bound")
    for name in _OF_COLUMN:
        figure: Interval | None = getattr(measure, name)
        if figure is not None or name in found:
            figures[name] = columns.find(name).heading[language], figure
    for name, (label, figure) in figures.items():
        if name == "achieved" and measure.done is not None and has_day(measure.done):
            yield ArithmeticLine(name, label, measure.done, locale.date_short(measure.done, language))
            continue
        share = name in ("attainment", "pace")
        unit = "" if share else _YEARS[language] if counts and name in _OF_COLUMN else _unit(cells)
        rule = _IMPLIED[language] if name == implied else ""
        yield _interval(name, label, figure, language, share=share)._replace(unit=unit, rule=rule)


def _value(cells: TargetCells, name: str) -> Interval | None:
    value = cells.values.get(name)
    return value if isinstance(value, Interval) else None


def _interval(
    name: str, label: str, figure: Interval | None, language: Language, *, share: bool = False
) -> ArithmeticLine:
    if figure is None:
        return ArithmeticLine(name, label, words.NOTHING, words.NOTHING, share=share)
    if figure.exact is None or not has_number(figure.exact):
        notation = PERCENT._replace(capped=name == "pace")
        text = notation.write(figure, language) if share else _amount(figure, language)
        return ArithmeticLine(name, label, text, text, share=share)
    write, decimals = (locale.percent, _SHARE_DECIMALS) if share else (locale.number, _DECIMALS)
    return ArithmeticLine(name, label, figure.exact, write(figure.exact, language, decimals), share=share)


def _years(cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    language, periods = cells.language, cells.measure.periods
    for name in found:
        value = cells.exact(name)
        if name[:4] == "kept" and value is not None:
            yield ArithmeticLine(name, locale.fill(_KEPT, {"year": name[4:]}, language), value, str(value))
    if periods is not None:
        met = exactly(periods.met) if periods.reported else None
        yield _interval("met", columns.find("periods").heading[language], met, language)


def _outcomes(row: Row, cells: TargetCells, found: Formulas) -> Iterator[ArithmeticLine]:
    reach, language = cells.assessment.reach, cells.language
    if reach is not None and has_day(reach.until):
        label = columns.find("reach").heading[language]
        yield ArithmeticLine("reach", label, reach.until, locale.date_short(reach.until, language))
    status = words_for(cells.assessment.status, cells.measure)[language]
    yield ArithmeticLine("status", words.STATUS[language], status, status)
    if "score" in found:
        score = cells.measure.score if cells.assessment.status not in MET else None
        yield _interval("score", SCORE[language], score, language, share=True)
    if cells.assessment.judgements:
        text = columns.find("published").text(row, language)
        yield ArithmeticLine("published", words.PUBLISHED[language], text, text)


def _not_counted(cells: TargetCells) -> Iterator[ArithmeticLine]:
    language, counted = cells.language, cells.assessment.counted
    for reading in cells.assessment.target.readings:
        if id(reading) not in counted:
            line = _reading("", _label(reading, language), reading, cells)
            yield line._replace(state="shown", rule=_NOT_COUNTED[language])


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
    for name, shown in (("due_share", "due"), (LINE_END.name, "forecast")):
        if name in stated:
            stated[shown] = stated.pop(name)
    return {name: text[language] for name, text in _RULES.items()} | stated
