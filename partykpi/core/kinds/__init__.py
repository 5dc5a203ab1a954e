"""The kinds: how readings become one achieved figure. One module a kind, found by its name.

A module holds `KIND`: its words, and the rules by which it calculates. Measure, steps and workbook are read from the
rules. To add a kind, add a module; nothing else changes.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules, calculated, inputs, needed_for
from partykpi.core.figure import Interval, divide, exactly, hull
from partykpi.core.measure import Case, Measure, Reach, Step
from partykpi.core.model import Every, Goal, Unit
from partykpi.core.progress import asked, attainment, kept, outlook, way, years
from partykpi.core.quantities import DUE
from partykpi.core.rule import NO, Named, Operator, Rule, Values
from partykpi.core.steps import step, steps
from partykpi.core.time import Period
from partykpi.problem import Message
from partykpi.registry import Registry
from partykpi.text import LANGUAGES, Text


def kept_each_year(case: Case, rules: Rules, combine: Operator, whole_years: Container[int] | None = None) -> Rules:
    """Return the rules of a goal that each year may have to keep: then the years alone decide, and not the period.

    Where no year is known by itself the period decides, but not before its end. See `kept.bound_years`.
    """
    if not case.goal.every_year:
        return rules
    of_years, known = kept.bound_years(case, combine, whole_years)
    if known is None:
        return rules._replace(met=kept.not_before_the_end(rules.met, case.moment))
    met, final = kept.verdict(known, case.moment)
    score = kept.score(known)
    quantities = {**of_years, **rules.quantities, "pace": score}
    return rules._replace(quantities=quantities, met=met, final=final, worse=NO, score=score, years=known)


def goal_of_case(case: Case) -> Goal:
    """Return the goal itself: over the period it asks for no other figure."""
    return case.goal


def written(en: str, vi: str, **rules: Rule) -> Text:
    """Return a text in both languages with rules, in words, where it names them in braces."""
    texts = {name: rule.in_words(made) for name, made in rules.items()}
    english, vietnamese = ({name: text[language] for name, text in texts.items()} for language in LANGUAGES)
    return Text(en.format(**english), vi.format(**vietnamese))


def latest_counts(unit: Unit) -> Operator:
    """Return how the readings of one year become the figure of the year: the latest of them counts."""
    return "latest"


def no_notes(case: Case, measure: Measure) -> Iterable[Message]:
    """Return no notes."""
    return ()


def never(case: Case, measure: Measure) -> None:
    """Return nothing, of a kind that has no such thing."""


class BoundYear(NamedTuple):
    """A year that a goal binds: the part of it in the period, what it came to, and what was `asked` of it.

    That comes about by a `step`, where it is not the goal itself. `kept` is None while something to come can decide it.
    """

    part: Period
    figure: Interval
    asked: Interval
    kept: bool | None
    step: Step | None = None


class Kind(NamedTuple):
    """One kind.

    `rules` returns the rules for a case that has readings; `notes` say what the reader must know to read its measure
    right. `reach` says until when the bound is within reach, and `compound` what the second opinion is. `manual`
    describes the kind, `table` says in short how achieved, attainment, due and forecast are calculated.

    `yearly` says what `/year` in a goal means: it `binds` the average of the years, is the `same` as without it, or has
    no meaning (`none`). `every` are the ways in which the years may have to keep a goal, the usual one first; `of_path`
    says what the goals of single years come to over the period, and `over_period` returns the goal over the period,
    which that of a year amounts to. A `dated` kind has a date for a goal, and a date or a share done as readings. A
    `listed` kind takes a list of figures, one a year, where the years are not known. Of a `disjoint` kind no two
    readings may share a day. `by_share` kinds have an attainment that is the share `core.progress.attainment` speaks
    of, so a published share implies an unknown bound or actual. Where one `counts_years` its figures are numbers of
    years, unless a mean is asked. Figures of a kind that goes `below_zero` may be negative, as a year's growth is;
    those of a `graded` kind are names, from the best to the worst. A kind `adds_up` where its readings do, each for its
    own months; figures of one that starts `anew` each year are of whole years. `combined` says how the readings of one
    year become its figure. `own_unit` is the id of the unit of an indicator that names none, and `example` names what
    is of the kind.
    """

    name: str
    label: Text
    manual: Text
    table: Mapping[Literal["achieved", "attainment", "due", "forecast"], Text]
    rules: Callable[[Case], Rules]
    notes: Callable[[Case, Measure], Iterable[Message]] = no_notes
    reach: Callable[[Case, Measure], Reach | None] = never
    compound: Callable[[Case, Measure], Fraction | None] = never
    yearly: Literal["binds", "same", "none"] = "none"
    every: tuple[Every, ...] = ("term", "year", "average")
    of_path: Literal["sum", "last", "mean"] | None = None
    over_period: Callable[[Case], Goal] = goal_of_case
    dated: bool = False
    listed: bool = False
    disjoint: bool = True
    by_share: bool = False
    counts_years: bool = False
    below_zero: bool = False
    graded: bool = False
    adds_up: bool = False
    anew: bool = False
    combined: Callable[[Unit], Operator] = latest_counts
    own_unit: str | None = None
    example: Text | None = None

    def measure(self, case: Case, *, in_full: bool = True) -> Measure:
        """Return how far the target is met by the readings of the case under its goal.

        In full it has what lies ahead, the forecast and what is needed, and the notes; a claim asks for none of them.
        """
        if not case.readings:
            return Measure()
        rules = self.rules(case)
        values = calculated(rules, inputs(case), () if in_full else _AHEAD)
        achieved, attained, due, pace, forecast, needed = (_figure(name, values) for name in _FIGURES)
        met = rule.verdict(rules.met, values)
        measure = Measure(
            achieved=achieved,
            done=next((reading.done for reading in reversed(case.readings) if reading.done is not None), None),
            attainment=attained,
            of=rules.of,
            due=due,
            pace=pace,
            forecast=forecast,
            needed=needed,
            met=met,
            exceeded=met is True and rule.verdict(rules.exceeded, values) is True,
            worse=met is not True and rule.verdict(rules.worse, values) is True,
            final=rule.verdict(rules.final, values) is True,
            may_be_nearly=rule.verdict(rules.may_be_nearly, values) is True,
            score=_score(rules, met, achieved, values),
            periods=rules.years and kept.periods(rules.years, values),
            refusal=rules.refusal if forecast is None else None,
        )
        if not in_full:
            return measure
        return measure._replace(notes=(*self.notes(case, measure), *way.held_note(case.unit, values)))

    def due(self, case: Case) -> Interval | None:
        """Return what is due at the moment of the case, and nothing else of its measure."""
        rules = self.rules(case)
        if not case.readings or "due" not in rules.quantities:
            return None
        needed = needed_for("due", rules)
        own = {name: made for name, made in rules.quantities.items() if name in needed}
        return _figure("due", calculated(rules._replace(quantities=own), inputs(case)))

    def due_share(self, rules: Rules) -> Rule | None:
        """Return the rule of the attainment that is due by now; None where there is none."""
        own = rules.quantities.get("due_share")
        if own is not None or not self.by_share or "due" not in rules.quantities:
            return own
        return rule.put_in_place(rules.quantities["attainment"], {"achieved": DUE})

    def share_due(self, case: Case, measure: Measure) -> Interval | None:
        """Return the attainment that is due by now, as a share of 1; None where nothing is due."""
        if measure.due is None:
            return None
        if self.dated:
            return divide(measure.due, exactly(100))
        if not self.by_share:
            return None
        baseline = case.baseline if measure.of == "way" else way.measured_on(case)
        return attainment.share_reached(measure.due, self.over_period(case), baseline)

    def steps(self, case: Case, measure: Measure) -> list[Step]:
        """Return the calculation of a measure step by step, for a reader with a pocket calculator."""
        if measure.achieved is None:
            return []
        rules = self.rules(case)
        values = calculated(rules, inputs(case))
        return [*rules.steps, *steps(rules, values, case), *outlook.steps(case, measure, self.reach(case, measure))]

    def bound_years(self, case: Case) -> list[BoundYear]:
        """Return each year with readings that a goal binds, in order."""
        if not case.goal.every_year or case.goal.interval is None:
            return []
        combine = self.combined(case.unit)
        made, adds_up = years.figures_of(case, combine), combine == "total"
        values = inputs(case)
        values |= {quantities.figure_of(year).name: rule.evaluate(one, values) for year, one in made.items()}
        found = (_bound_year(self, year, case, values) for year in years.by_year(case, adds_up=adds_up))
        return [year for year in found if year is not None]


_AHEAD = ("forecast", "needed")
_FIGURES = ("achieved", "attainment", "due", "pace", *_AHEAD)


def _score(rules: Rules, met: bool | None, achieved: Interval | None, values: Values) -> Interval | None:
    """Return the score: 1 of what is met, and where a figure does not decide that whatever it may be."""
    if met:
        return exactly(1)
    unmet = rule.figure(rules.score, values)
    decided = met is False or (achieved is not None and achieved.exact is not None)
    return unmet if unmet is None or decided else hull(unmet, exactly(1))


def _figure(name: str, values: Values) -> Interval | None:
    found = values.get(name)
    return found if type(found) is Interval else None


def _bound_year(kind: Kind, year: years.Year, case: Case, values: Values) -> BoundYear | None:
    """Return what a year was asked and came to; None where no goal binds it, or a figure is not known."""
    adds_up = kind.combined(case.unit) == "total"
    own = asked.asked_of_year(case, year, adds_up=adds_up)
    figure = _figure(quantities.figure_of(year.number).name, values)
    if own is None or own[0].interval is None or figure is None:
        return None
    goal, ends = own
    interval = own[0].interval
    low, high = (None if found is None else found.exact for found in (_end(end, values) for end in ends))
    holds = rule.verdict(attainment.meets(quantities.figure_of(year.number), goal, ends) or NO, values)
    whole = year.whole if adds_up or kind.counts_years else year.over
    final = whole or (adds_up and holds is (goal.direction != "lower"))
    measured = ends[0] if goal.measured_against == "low" and ends[0] is not None else ends[1] or ends[0]
    made = None
    if measured is not None and type(measured) is not Named:
        result = quantities.asked_of(year.number)
        value = rule.evaluate(measured, values)
        if value is None:
            return None
        made = step(result, measured, case, {**values, result.name: value})
    wanted = Interval(low, high, interval.low_closed, interval.high_closed)
    return BoundYear(year.part, figure, wanted, holds if final else None, made)


def _end(end: Rule | None, values: Values) -> Interval | None:
    return None if end is None else rule.figure(end, values)


_REGISTRY: Registry[Kind] = Registry(__name__, "KIND")
names, find = _REGISTRY.names, _REGISTRY.find
