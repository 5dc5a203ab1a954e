"""rank: a place in a ranking, to be held every year; a missed year cannot be won back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from partykpi.core import quantities, rule
from partykpi.core.kinds import Kind, Rules, averaged, written
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Reading
from partykpi.core.progress import attainment, years
from partykpi.core.quantities import ATTAINMENT, BOUND, RESULTS
from partykpi.core.rule import NO, UNKNOWN, YES, Constant, Formula, Named, Rule, number
from partykpi.problem import Message, message
from partykpi.text import Text

_YEARS_MET = Named("achieved", Text("years met", "số năm đạt"), "number")
_REPORTED = Named("reported", Text("years reported", "số năm có số liệu"), "number")
_RESULTS: Mapping[str, Named] = {**RESULTS, "achieved": _YEARS_MET}
_YEARS_COUNTED = Text("the years whose rank meets the goal", "số năm có thứ hạng đạt chỉ tiêu")
_SHARE_OF_YEARS = _YEARS_MET / _REPORTED


def _kept(case: Case, place: int, reading: Reading) -> Rule:
    """Return whether a reading meets the goal, or that of its year; open where its year has none."""
    goal, rank = case.goal, quantities.reading(place)
    rank = Named(rank.name, rank.label, "number")
    step = None if reading.period is None else dict(goal.path).get(reading.period.year)
    if reading.period is not None and goal.path and step is None:
        return (rank > 0) & UNKNOWN
    ends = attainment.ends(goal, case.unit)
    if reading.period is not None and step is not None:
        goal = goal._replace(interval=step)
        ends = attainment.of_step(step, quantities.goal_of(reading.period.year), goal.measured_against)
    return attainment.meets(rank, goal, ends) or UNKNOWN


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    if goal.interval is None or not case.in_time:
        return Rules({})
    of_path: dict[str, Rule] = {"goal": quantities.goal_of(goal.path[-1][0])} if goal.path else {}
    if goal.every == "average":
        return _average(case, of_path)
    readings = case.in_time
    kept = [_kept(case, place, reading) for place, reading in enumerate(readings, 1)]
    judged = tuple(
        years.JudgedYear(one.text if one.period is None else str(one.period.year), years.one_if(holds))
        for one, holds in zip(readings, kept, strict=True)
    )
    reported = number(len(readings))
    missed = reported > _YEARS_MET
    complete = len(readings) >= ceil(moment.term.years)
    return Rules(
        of_path
        | {
            "reported": reported,
            "achieved": Formula("count", *kept, said=_YEARS_COUNTED),
            "attainment": _SHARE_OF_YEARS,
            "due": reported,
            "pace": ATTAINMENT,
            "met": _YEARS_MET,
        },
        met=rule.if_(missed, NO, YES if complete else UNKNOWN if moment.ended else NO),
        final=missed | Constant(moment.ended),
        explained=("achieved", "attainment"),
        results=_RESULTS,
        years=years.Years(judged, complete, len(readings)),
    )


def _average(case: Case, of_path: Mapping[str, Rule]) -> Rules:
    """Return the rules of a goal that the mean of the ranks has to keep."""
    return Rules(
        {
            **of_path,
            "achieved": averaged(case),
            "attainment": attainment.attainment(case.goal),
            "due": BOUND,
            "pace": ATTAINMENT,
        },
        met=attainment.met(case.goal, attainment.ends(case.goal, case.unit)),
        final=Constant(case.moment.ended),
        explained=("achieved", "attainment"),
    )


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    if measure.periods is None:
        return
    expected = ceil(case.term.years)
    if measure.periods.lost:
        yield message(
            "a year was lost and cannot be won back ({years})",
            "có năm không đạt, không thể bù lại ({years})",
            years=", ".join(measure.periods.lost),
        )
    elif measure.achieved is not None and measure.achieved.exact is not None and measure.periods.reported < expected:
        yield message(
            "{reported} of the term's {years} years are reported",
            "mới có số liệu {reported}/{years} năm của nhiệm kỳ",
            reported=measure.periods.reported,
            years=expected,
        )


KIND = Kind(
    name="rank",
    label=Text("rank every year", "thứ hạng hằng năm"),
    manual=written(
        "Each year's rank is held against the goal. Attainment is {attainment}; one lost year decides, for it cannot "
        "be won back.",
        "Xét thứ hạng từng năm so với chỉ tiêu. Tỷ lệ đạt là {attainment}; chỉ cần một năm không đạt thì chỉ tiêu "
        "không thể đạt, vì không thể bù lại.",
        attainment=_SHARE_OF_YEARS,
    ),
    table={
        "achieved": Text("the years that kept the rank", "số năm giữ được thứ hạng"),
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
