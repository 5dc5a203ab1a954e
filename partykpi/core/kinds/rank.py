"""rank: a place in a ranking, to be held every year; a missed year cannot be won back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules
from partykpi.core.kinds import Kind, written
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Goal
from partykpi.core.progress import asked, attainment, kept, means, missing
from partykpi.core.progress.stages import goal_on, stages
from partykpi.core.quantities import ATTAINMENT, RESULTS
from partykpi.core.rule import NO, UNKNOWN, YES, Constant, Formula, Named, Rule, number
from partykpi.problem import Message, message
from partykpi.text import Text

_YEARS_MET = Named("achieved", Text("years met", "số năm đạt"), "number")
_REPORTED = Named("reported", Text("years reported", "số năm có số liệu"), "number")
_RESULTS: Mapping[str, Named] = {**RESULTS, "achieved": _YEARS_MET}
_YEARS_COUNTED = Text("the years that meet the goal", "số năm đạt chỉ tiêu")
_SHARE_OF_YEARS = _YEARS_MET / _REPORTED


class _JudgedFigure(NamedTuple):
    """What a year came to, as a quantity, by its label; and the goal that it has to keep, None where it has none."""

    label: str
    figure: Named
    goal: Goal | None
    ends: attainment.Ends = (None, None)


def _judged(case: Case) -> Iterator[_JudgedFigure]:
    """Return what each year came to; a year that is not over, or is reported in part only, does not count."""
    of = stages(case)
    for place, reading in enumerate(case.readings, 1):
        if reading.period is None:
            goal, ends = (None, (None, None)) if case.goal.path else (case.goal, attainment.ends(case.goal, case.unit))
            yield _JudgedFigure(reading.text, quantities.reading(place), goal, ends)
    for year in means.known_years(case):
        own = asked.goal_of_year(stage := goal_on(year.part.last, of), year.number)
        label, figure = str(year.number), quantities.reading(year.readings[-1])
        if own is None:
            yield _JudgedFigure(label, figure, None)
        else:
            ends = asked.ends_of_year(case, *own, amended=stage.number > 0)
            yield _JudgedFigure(label, figure, own[0], ends)


def _kept(one: _JudgedFigure) -> Rule:
    """Return whether a year meets its goal; open where it has none."""
    if one.goal is None:
        return (one.figure > 0) & UNKNOWN
    return attainment.meets(one.figure, one.goal, one.ends) or UNKNOWN


def _beyond(one: _JudgedFigure, case: Case) -> Rule:
    """Return whether a year leaves its goal behind."""
    if one.goal is None:
        return NO
    return rule.put_in_place(attainment.exceeded(one.goal, one.ends, case.unit), {"achieved": one.figure})


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    if goal.interval is None or not case.readings:
        return Rules({})
    if goal.every == "average":
        return means.rules(case)
    judged = list(_judged(case))
    if not judged:
        return Rules({})
    verdicts = [_kept(one) for one in judged]
    reported = number(len(judged))
    missed = reported > _YEARS_MET
    complete = len(judged) >= ceil(moment.term.years)
    beyond: Rule = YES
    for one in judged:
        beyond &= _beyond(one, case)
    return Rules(
        asked.last_of_path(goal)
        | {
            "reported": reported,
            "achieved": Formula("count", *verdicts, said=_YEARS_COUNTED),
            "attainment": _SHARE_OF_YEARS,
            "due": reported,
            "pace": ATTAINMENT,
            "met": _YEARS_MET,
        },
        met=rule.if_(missed, NO, (YES if complete else UNKNOWN) if moment.ended else NO),
        exceeded=rule.simplified(beyond),
        final=missed | Constant(moment.ended),
        score=_SHARE_OF_YEARS,
        of="years",
        explained=("achieved", "attainment"),
        results=_RESULTS,
        years=kept.Years(
            tuple(kept.JudgedYear(one.label, kept.one_if(holds)) for one, holds in zip(judged, verdicts, strict=True)),
            complete,
            len(judged),
        ),
    )


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    yield from means.notes(case)
    if measure.periods is None:
        yield from missing.years_undecided(case, measure)
        return
    expected = ceil(case.term.years)
    if measure.periods.lost:
        yield message(
            "a year was lost ({years}) and cannot be won back",
            "có năm không đạt ({years}), không thể bù lại",
            years=", ".join(measure.periods.lost),
        )
    elif measure.achieved is not None and measure.achieved.exact is not None and measure.periods.reported < expected:
        yield means.years_reported(measure.periods.reported, case)


KIND = Kind(
    name="rank",
    label=Text("rank every year", "thứ hạng hằng năm"),
    example=Text("first every year", "năm nào cũng đứng thứ nhất"),
    manual=written(
        "Each year's rank is held against the goal. Attainment is {attainment}; one lost year decides, for it cannot "
        "be won back.",
        "Xét thứ hạng từng năm so với chỉ tiêu. Tỷ lệ đạt là {attainment}; chỉ cần một năm không đạt thì chỉ tiêu "
        "không thể đạt, vì không thể bù lại.",
        attainment=_SHARE_OF_YEARS,
    ),
    table={
        "achieved": Text("the years that met the goal", "số năm đạt chỉ tiêu"),
        "attainment": rule.in_words(_SHARE_OF_YEARS),
        "due": Text("every year reported", "mọi năm có số liệu"),
        "forecast": Text("–", "–"),
    },
    rules=_rules,
    notes=_notes,
    every=("year", "average"),
    of_path="last",
    listed=True,
    counts_years=True,
    own_unit="rank",
)
