"""milestone: a task to be done by a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules
from partykpi.core.figure import exactly
from partykpi.core.kinds import Kind, written
from partykpi.core.measure import Case, Measure, Quantity, Step
from partykpi.core.quantities import DUE, GOAL, RESULT, RESULTS
from partykpi.core.rule import NO, UNKNOWN, YES, Constant, Formula, Named, Rule, number
from partykpi.core.time import Moment, months_of
from partykpi.problem import Message, message
from partykpi.text import Text

_WHOLE = exactly(100)

# A reading is a day of completion or a share done; no share in percent is as great as the number of any day is.
_SHARE_DONE = Named(RESULT.name, Text("the share done", "phần đã hoàn thành"))
_IS_DAY = RESULT > 1000
_DONE = rule.if_(_IS_DAY, Constant(_WHOLE), _SHARE_DONE)
_MONTHS_GONE = Named("gone", Text("months gone", "số tháng đã qua"), "number")
_MONTHS_TO_DATE = Named("to_date", Text("months to its date", "số tháng đến hạn"), "number")
_DUE_SHARE = Named("due_share", DUE.label, "share")
_TIME_GONE = _MONTHS_GONE / _MONTHS_TO_DATE


def _latest(case: Case) -> int:
    """Return the place of the reading with the date of completion, else of one of the whole, else of the latest share.

    What is done stays done.
    """
    places = range(1, len(case.readings) + 1)
    done = [place for place in places if case.readings[place - 1].done is not None]
    whole = [place for place in places if case.readings[place - 1].figure == _WHOLE]
    return (done or whole or places)[-1]


def _whole_in_time(case: Case, by: date) -> Rule:
    """Return whether all was done by a day that is in time."""
    found: Rule = NO
    for place, one in enumerate(case.readings, 1):
        if one.period is not None and one.period.last <= by and one.done is None:
            found |= rule.surely(Formula("=", quantities.reading(place), number(100)))
    return found


def _months(moment: Moment, by: date) -> tuple[Fraction, Fraction]:
    """Return the months gone and all the months from the beginning of the period to the milestone's own date."""
    first = moment.term.first
    whole = months_of(first, max(by, first))
    return min(months_of(first, moment.as_of), whole), whole


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    if not case.readings:
        return Rules({})
    found: dict[str, Rule] = {RESULT.name: quantities.reading(_latest(case)), "achieved": _DONE}
    done_on = case.readings[_latest(case) - 1].done
    steps = () if done_on is None else (_done_step(done_on, goal.by, case),)
    explained = ("achieved",) if done_on is None else ()
    if goal.by is None:
        return Rules(found, explained=explained, steps=steps)
    gone, to_date = _months(moment, goal.by)
    found |= {
        "attainment": _DONE / 100,
        "gone": number(gone),
        "to_date": number(to_date),
        "due_share": _TIME_GONE,
        "due": _DUE_SHARE * 100,
        "pace": rule.if_(_IS_DAY, Constant(_WHOLE), RESULT) / DUE,
    }
    passed = moment.as_of > goal.by
    in_time = _whole_in_time(case, goal.by) if passed else YES
    whole = rule.surely(Formula("=", RESULT, number(100)))
    return Rules(
        found,
        met=rule.if_(_IS_DAY, RESULT <= GOAL, rule.if_(whole, rule.if_(in_time, YES, UNKNOWN), NO)),
        score=_DONE / 100,
        final=_IS_DAY | Constant(passed or (moment.ended and goal.by <= moment.term.last)),
        may_be_nearly=_IS_DAY,  # done late; what is not done by its date is missed, however much of it is done
        explained=(*explained, "due_share", "pace") if explained else (),
        results={**RESULTS, "due_share": _DUE_SHARE},
        steps=steps,
    )


def _done_step(done: date, by: date | None, case: Case) -> Step:
    name, result = Text("done", "hoàn thành"), Quantity(_WHOLE, case.unit)
    if by is None:
        return Step(name, Text("the day it was done", "ngày hoàn thành"), "{done}", {"done": Quantity(done)}, result)
    words = Text("the day it was done, against its date", "ngày hoàn thành so với hạn")
    return Step(name, words, "{done} – {by}", {"done": Quantity(done), "by": Quantity(by)}, result)


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    by = case.goal.by
    if by is None:
        return
    if measure.done is not None and measure.done > by:
        days = (measure.done - by).days
        yield message("done {days} days late", "hoàn thành chậm {days} ngày", days=days)
    elif measure.met is None and measure.achieved == _WHOLE:
        yield message("done, but the date is not told", "đã hoàn thành nhưng không rõ ngày")


KIND = Kind(
    name="milestone",
    label=Text("task done by a date", "nhiệm vụ có thời hạn"),
    example=Text("a project adopted", "thông qua một đề án"),
    manual=written(
        "Done on a date is 100 %, else the share done counts. Due is {due}. What is done late is done, but not in "
        "time.",
        "Đã hoàn thành thì tính 100%, chưa hoàn thành thì tính phần đã làm. Mức cần đạt đến nay là {due}. Hoàn thành "
        "chậm là hoàn thành nhưng không đúng hạn.",
        due=_TIME_GONE,
    ),
    table={
        "achieved": Text("done on a day, or a share done", "ngày hoàn thành, hoặc phần đã hoàn thành"),
        "attainment": Text("100 % when done, else the share", "100% khi hoàn thành, nếu chưa thì là phần đã làm"),
        "due": rule.in_words(_TIME_GONE),
        "forecast": Text("–", "–"),
    },
    rules=_rules,
    notes=_notes,
    every=("term",),
    dated=True,
    own_unit="%",
    disjoint=False,
)
