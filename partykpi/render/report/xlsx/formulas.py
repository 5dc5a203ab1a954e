"""The formulas of a target: which of its quantities a sheet can calculate, and from which cells.

A formula names other quantities in braces, in place of which their cells are put. Where a rule compares what doubles
cannot keep apart, or a figure is not one number, there is no formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.model import Status
from partykpi.core.quantities import PACE, SCORE
from partykpi.core.rule import Constant, Formula, Named, Rule
from partykpi.core.status import STATUS, STATUS_WORDS, called, words_for
from partykpi.render.report.xlsx.cells import AGAIN, HAVE_CELLS, READINGS, YEARS, TargetCells
from partykpi.render.report.xlsx.rule_text import ATOM, NotWritableError, inlined, rounded, shown, value_of, write
from partykpi.render.text import words

NAME = re.compile(r"\{(\w+)\}")

# The last number of a row, for programs that cannot look it up there.
_PLACES = "COLUMN({row})-MIN(COLUMN({row}))+1"
_LAST_IN_ROW = f"INDEX({{row}},SUMPRODUCT(MAX(ISNUMBER({{row}})*({_PLACES})))/(COUNT({{row}})>0))"

_SHOWN = ("attainment", "due", "pace", "forecast", "needed", "due_share")


class CellFormula(NamedTuple):
    """A formula in terms of other quantities, whose names stand in braces; `shown` is the same in a cell of its own.

    There it is rounded, and where it has no value it shows as nothing. `names` are the quantities that it comes from.
    """

    text: str
    shown: str
    names: tuple[str, ...]
    strength: int = ATOM

    def written(self, place: Callable[[str], str]) -> str:
        """Return the formula with the place of each quantity in place of its name."""
        return NAME.sub(lambda found: place(found[1]), self.text)

    def inside(self, place: Callable[[str], str]) -> str:
        """Return the same as a part of another formula."""
        return f"({self.written(place)})" if self.strength else self.written(place)

    def in_cell(self, place: Callable[[str], str]) -> str:
        """Return the formula as it stands in a cell of its own."""
        return NAME.sub(lambda found: place(found[1]), self.shown)


Formulas = Mapping[str, CellFormula]


def formulas(cells: TargetCells) -> dict[str, CellFormula]:
    """Return a formula for each quantity that a sheet can calculate, by its name; none where it can calculate nothing.

    Besides those of a measure there are `goal` and `bound` where they are calculated, `kept2021` for a year that a goal
    binds, `met` for how many of them kept it, `in_row` for what was achieved out of the years in one row, and
    `due_share` for the attainment that is due.
    """
    if any(cells.exact(f"r{place}") is None for place in range(1, len(cells.readings) + 1)):
        return {}
    own = {name: made for name, made in cells.rules.quantities.items() if name in HAVE_CELLS or name[:4] == "kept"}
    if quantities.RESULT.name in cells.rules.quantities:
        own["achieved"] = cells.rules.quantities[quantities.RESULT.name]
    due_share = cells.kind.due_share(cells.rules)
    if due_share is not None:
        own["due_share"] = due_share
    if not cells.goal.known and not cells.readings:
        own = {}
    found = {name: made for name, one in own.items() if (made := _of_quantity(name, one, cells)) is not None}
    in_row = _in_row(cells)
    if in_row is not None:
        found["in_row"] = in_row
    if cells.assessment.implied == "actual":
        found.pop("achieved", None)
    has_figure = "achieved" in found or cells.values.get("achieved") is not None
    status = _status(found, cells) if own and has_figure else None
    if status is not None:
        found["status"] = status
        score = _score(found, cells)
        if score is not None:
            found["score"] = score
    return found


def of_years(cells: TargetCells) -> dict[int, CellFormula]:
    """Return what the readings of each calendar year come to, the same way as a column of the year says it."""
    found = {}
    for year, made in cells.of_years.items():
        try:
            text, strength = write(made, cells)
        except NotWritableError:
            continue
        if type(made) is not Named and not cells.whole:
            value = rule.figure(made, cells.values)
            text, strength = rounded(text, value and value.exact), ATOM
        found[year] = CellFormula(text, text, tuple(NAME.findall(text)), strength)
    return found


def _of_quantity(name: str, made: Rule, cells: TargetCells) -> CellFormula | None:
    """Return the formula of a quantity; None where a sheet cannot calculate it."""
    value = cells.values.get(name)
    simple = rule.simplified(inlined(made, cells))
    taken = rule.decided(simple, cells.values)
    only_open = isinstance(value, Interval) and value.exact is None and not _has_words(simple)
    if only_open or simple == rule.UNKNOWN or _has_no_share(taken, cells):
        return None
    try:
        text, strength = write(simple, cells)
        return CellFormula(text, _in_cell(name, simple, cells), tuple(_sources(simple, cells.values)), strength)
    except NotWritableError:
        return None


def _sources(made: Rule, values: rule.Values) -> Iterator[str]:
    """Return the names of what a rule comes from now: its conditions, and the branches that these lead to."""
    if type(made) is Formula and made.operator == "if" and (holds := rule.verdict(made.parts[0], values)) is not None:
        yield from _sources(made.parts[0], values)
        yield from _sources(made.parts[1 if holds else 2], values)
    elif type(made) is Formula:
        for part in made.parts:
            yield from _sources(part, values)
    elif type(made) is Named:
        yield made.name


def _has_no_share(made: Rule, cells: TargetCells) -> bool:
    """Say whether a rule has a share of what lies below zero, of which there is none; a sheet would divide by it."""
    if type(made) is not Formula:
        return False
    if made.operator == "share" and (whole := value_of(made.parts[1], cells)) is not None and whole < 0:
        return True
    return any(_has_no_share(part, cells) for part in made.parts)


def _has_words(made: Rule) -> bool:
    """Say whether a branch of a rule is an interval that a cell shows in words."""
    if type(made) is Formula and made.operator == "if":
        return any(_has_words(part) for part in made.parts[1:])
    return type(made) is Constant and isinstance(made.value, Interval) and made.value.exact is None


def _in_cell(name: str, made: Rule, cells: TargetCells) -> str:
    """Return a formula as it stands in a cell of its own."""
    if type(made) is Formula and made.operator in ("total", "mean"):
        text = shown(made, cells.exact(name), cells) if not cells.whole else write(made, cells)[0]
        if made.parts[0] == quantities.READINGS:
            return f'IF(COUNT({{{READINGS}}}),{text},"{words.NOTHING}")'
        return text
    if type(made) is Formula and made.operator == "latest":
        return f'IFERROR({write(made, cells)[0]},"{words.NOTHING}")'
    if cells.kind.dated and name == "achieved":
        return f'IF(ISNUMBER({write(made, cells)[0]}),{write(made, cells)[0]},"{words.NOTHING}")'
    if name not in _SHOWN:
        return write(made, cells)[0]
    exactly_told = cells.whole and (name == "attainment" or cells.moment.elapsed.denominator <= 2)
    text = write(made, cells)[0] if exactly_told else shown(made, cells.exact(name), cells)
    if name != "due":
        return f'IFERROR({text},"{words.NOTHING}")'
    if cells.values.get("achieved") is None:
        return f'IF(ISNUMBER({{achieved}}),{text},"{words.NOTHING}")'
    return text


def _in_row(cells: TargetCells) -> CellFormula | None:
    """Return what was achieved out of the years that stand in one row; None where that is not what their readings give.

    The sum of the years is that of the readings; of anything else each year has to be one reading.
    """
    made = cells.rules.quantities.get("achieved")
    if type(made) is not Formula or not cells.readings or cells.assessment.implied == "actual":
        return None
    of_all = made.parts == (quantities.READINGS,) or made.operator == "count"
    if cells.case.target.cumulative or not of_all:
        return None
    by_reading = {one.name: year for year, one in cells.of_years.items() if type(one) is Named}
    one_a_year = len(by_reading) == len(cells.readings)
    row = f"{{{YEARS}}}"
    match made.operator:
        case "total":
            text = f"SUM({row})"
        case "mean" if one_a_year:
            text = f"AVERAGE({row})"
        case "latest":
            text = f'IFERROR({_LAST_IN_ROW.format(row=row)},"{words.NOTHING}")'
            return CellFormula(text, text, (YEARS,))
        case "count" if one_a_year:
            return _counted_in_row(made, by_reading, row, cells)
        case _:
            return None
    if not cells.whole:
        text = rounded(text, cells.exact("achieved"))
    text = f'IF(COUNT({row}),{text},"{words.NOTHING}")'
    return CellFormula(text, text, (YEARS,))


def _counted_in_row(made: Formula, by_reading: Mapping[str, int], row: str, cells: TargetCells) -> CellFormula | None:
    others: dict[str, Rule] = {name: quantities.figure_of(year) for name, year in by_reading.items()}
    try:
        each = "+".join(
            f"IF({write(inlined(rule.put_in_place(part, others), cells), cells)[0]},1,0)" for part in made.parts
        )
    except NotWritableError:
        return None
    text = f'IF(COUNT({row})={len(made.parts)},{each},"{words.NOTHING}")'
    return CellFormula(text, text, (YEARS, *others))


def _status(found: Mapping[str, CellFormula], cells: TargetCells) -> CellFormula | None:
    """Return the status of a target: without a figure there are no data, and what is not decided is not guessed."""
    language = cells.language
    no_data = f'"{STATUS_WORDS["no-data"][language]}"'
    again = f'"{AGAIN[language]}"'
    if not cells.goal.known:
        no_goal = f'"{words_for("no-data", cells.measure)[language]}"'
        text = f"IF(ISNUMBER({{goal}}),{again},{no_goal})"
        return CellFormula(text, text, ("goal",))
    rules = cells.rules
    score = _unmet_score(found, cells)
    parts: dict[str, Rule] = {
        "is_met": rules.met,
        "is_exceeded": rules.exceeded,
        "is_final": rules.final,
        "is_worse": rules.worse,
        "may_be_nearly": rules.may_be_nearly,
        "score": score,
    }
    pace = rules.quantities.get("pace")
    if type(pace) is Formula and pace.operator == "if" and _has_words(pace):
        parts["pace"] = Formula("if", pace.parts[0], pace.parts[1], PACE)
    made = rule.put_in_place(_without_missing(STATUS, found, cells), parts)
    made = rule.simplified(inlined(rule.simplified(made), cells))
    try:
        text = write(_undetermined(made), cells)[0]
    except NotWritableError:
        return None
    text = f"IF(ISNUMBER({{achieved}}),IFERROR({text},{again}),{no_data})"
    return CellFormula(text, text, tuple(NAME.findall(text)))


def _unmet_score(found: Mapping[str, CellFormula], cells: TargetCells) -> Rule:
    """Return the rule of the score of what is not met, by the attainment's own rule where that has no cell."""
    attained = cells.rules.quantities.get("attainment", rule.UNKNOWN)
    return (
        cells.rules.score if "attainment" in found else rule.put_in_place(cells.rules.score, {"attainment": attained})
    )


def _score(found: Mapping[str, CellFormula], cells: TargetCells) -> CellFormula | None:
    """Return the score of a target while it is not met, nothing once it is; None where a sheet cannot calculate it."""
    if cells.rules.score == rule.UNKNOWN or (cells.measure.score is None and cells.measure.achieved is not None):
        return None
    try:
        made = rule.simplified(inlined(_unmet_score(found, cells), cells))
        text = shown(made, value_of(cells.rules.score, cells), cells)
    except NotWritableError:
        return None
    none = ",".join(f'{{status}}="{word[cells.language]}"' for one in _NO_REST for word in called(one))
    text = f'IF(OR({none}),"{words.NOTHING}",IFERROR({text},"{words.NOTHING}"))'
    return CellFormula(text, text, tuple(NAME.findall(text)))


_NO_REST: tuple[Status, ...] = ("exceeded", "achieved", "no-data")


def _without_missing(made: Rule, found: Mapping[str, CellFormula], cells: TargetCells) -> Rule:
    """Return a rule that asks whether a figure is known only where one can come or go, as an input changes."""
    if type(made) is not Formula:
        return made
    if made.operator == "known":
        name = made.parts[0].name if type(made.parts[0]) is Named else ""
        if name == SCORE.name:
            known = rule.figure(cells.rules.score, cells.values) is not None or cells.values.get("achieved") is None
            return rule.YES if known and cells.rules.score != rule.UNKNOWN else rule.NO
        if name not in found and cells.values.get(name) is None:
            return rule.NO
        there = cells.values.get(name) is not None or cells.values.get("achieved") is None
        return rule.YES if there else made
    return Formula(made.operator, *(_without_missing(part, found, cells) for part in made.parts), said=made.said)


def _undetermined(made: Rule) -> Rule:
    """Return a status in which what is not decided is called so."""
    if made == rule.UNKNOWN:
        return Constant("undetermined")
    if type(made) is Formula and made.operator == "if":
        condition, then, otherwise = made.parts
        return Formula("if", condition, _undetermined(then), _undetermined(otherwise))
    return made
