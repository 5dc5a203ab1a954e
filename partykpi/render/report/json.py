"""json: the report for machines, version 2 of a contract. Figures are strings, so that nothing is lost.

A figure, a share or a pace is an interval: its ends, None where it has none, and whether they belong to it.

A column that has no field of its own shape is a field of its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from partykpi import __version__
from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.measure import Reach
from partykpi.core.model import Acknowledgement, Goal, Reading, Target
from partykpi.core.progress.missing import missing_in
from partykpi.core.report import Assessment, Report, Summary
from partykpi.core.rounding import decimals_apart
from partykpi.core.shown import own
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Moment, Period, Term
from partykpi.problem import Place
from partykpi.render.report import Format, Layout, columns
from partykpi.render.report.columns import Row
from partykpi.render.report.order import Group, arrange
from partykpi.render.text import locale, machine
from partykpi.render.text.figures import Value, attainment_notation, goal_text
from partykpi.text import GivenText, Language, Text

_VERSION = "partykpi-report/2"

# The columns whose fields have a shape or a name of their own, those that this version leaves out, and all others.
_SHAPED = (
    *("target", "unit", "goal", "achieved", "attainment", "published", "status"),
    *("reach", "periods", "indicator", "kind", "period", "coverage", "baseline", "owner", columns.YEARS),
)
_LEFT_OUT = ("number", "note")
_VALUES = [name for name in columns.names() if name not in (*_SHAPED, *_LEFT_OUT)]

_HUNDRED = Fraction(100)

_Object = dict[str, Any]


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    tool = {"name": "partykpi", "version": __version__}
    tree = {"format": _VERSION, "tool": tool, "reports": [_report(report, language, layout) for report in reports]}
    return machine.json_text(tree)


def _report(report: Report, language: Language, layout: Layout) -> _Object:
    resolution, moment = report.resolution, report.moment
    groups = arrange(report, language, layout)
    return {
        "file": resolution.file,
        "resolution": machine.by_language(resolution.name),
        "committee": machine.by_language(resolution.committee),
        "term": _days(resolution.term),
        "as_of": moment.as_of.isoformat(),
        "elapsed": machine.exact(moment.elapsed),
        "targets": [_target(row, language) for group in groups for row in group.rows],
        **_groups(groups),
        "summary": _summary(report.summary, language),
    }


def _groups(groups: Sequence[Group]) -> _Object:
    """Return the groups in their order, where the targets are grouped; else nothing."""
    named = [
        {
            "name": {"en": group.title["en"], "vi": group.title["vi"]},
            "targets": [row.assessment.target.id for row in group.rows],
            "statuses": group.statuses,
        }
        for group in groups
        if group.title is not None
    ]
    return {"groups": named} if named else {}


def _target(row: Row, language: Language) -> _Object:
    assessment = row.assessment
    target, measure, case = assessment.target, assessment.measure, assessment.case
    indicator, periods = target.indicator, measure.periods
    return {
        "id": target.id,
        "indicator": indicator.id,
        "name": machine.by_language(target.name),
        "kind": indicator.kind,
        "period": _days(case.term),
        "coverage": _coverage(assessment),
        "unit": target.unit.id,
        "goal": _goal(assessment.goal, target, assessment.implied == "target"),
        "amended": _amended(target, case.moment),
        "baseline": None if target.baseline is None else _reading(target.baseline, target),
        "readings": _readings(assessment),
        "achieved": achieved(assessment),
        "attainment": attainment(assessment),
        "status": assessment.status,
        "weight": None,
        **{name: _value(_exact(columns.find(name), row)) for name in _VALUES},
        "refusal": None if measure.refusal is None else locale.write(measure.refusal, language),
        "reach": _reach(assessment.reach, target),
        "compound": None if measure.compound is None else machine.interval(exactly(measure.compound)),
        "periods": {
            "met": None if periods is None else periods.met,
            "reported": None if periods is None else periods.reported,
            "lost": [] if periods is None else list(periods.lost),
        },
        "owner": None if target.owner is None else machine.by_language(target.owner),
        "implied": assessment.implied,
        "reported": [_judgement(judgement, language) for judgement in assessment.judgements],
        "notes": [locale.write(note, language) for note in measure.notes],
    }


def _days(days: Term | Period) -> _Object:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()}


def _coverage(assessment: Assessment) -> _Object | None:
    """Return the months reported, of those up to the as-of date, and the periods without a reading; None of a task."""
    found = columns.covered(assessment)
    if found is None:
        return None
    missing = missing_in(assessment.case)
    return {
        "months": machine.exact(found.months),
        "of": machine.exact(found.asked),
        "missing": [period.text for period in missing],
    }


def _readings(assessment: Assessment) -> list[_Object]:
    """Return the readings of the file with their places; `counted` says which of them the figures are made of."""
    supplied = assessment.implied == "actual"
    counted = frozenset[int]() if supplied else assessment.counted
    target = assessment.target
    return [{**_reading(one, target), "counted": id(one) in counted} for one in target.readings]


def _reading(reading: Reading, target: Target) -> _Object:
    return {
        "text": reading.text,
        **_place(reading.place),
        "period": None if reading.period is None else {"text": reading.period.text, **_days(reading.period)},
        "figure": machine.interval(own(reading.figure, target)),
        "share": None if reading.share is None else dict(zip(("part", "whole"), map(str, reading.share), strict=True)),
        "done": _day(reading.done),
        "known": _day(reading.known),
    }


def _place(place: Place) -> _Object:
    return {"file": place.source.name, "line": place.line, "column": place.column}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _value(value: Value) -> str | _Object | None:
    """Return what a column says exactly: figures and dates as text, a text in both languages."""
    match value:
        case Interval():
            return machine.interval(value)
        case date():
            return value.isoformat()
        case Text() | GivenText():
            return machine.by_language(value)
        case None | str():
            return value
        case _:
            return machine.interval(exactly(value))


def _exact(column: columns.Column[Row], row: Row) -> Value:
    """Return what a column says exactly, a figure in the unit of the indicator."""
    value = column.exact(row)
    return own(value, row.assessment.target) if column.in_unit and type(value) is Interval else value


def _reach(reach: Reach | None, target: Target) -> _Object | None:
    if reach is None:
        return None
    return {
        "until": reach.until.isoformat(),
        "best": machine.interval(exactly(reach.best * target.size)),
        "missing": machine.interval(exactly(reach.missing * target.size)),
    }


def _amended(target: Target, moment: Moment) -> list[_Object]:
    """Return what the goal was changed from by the as-of date, and on which days, in their order."""
    amended = []
    before = target.goal
    for amendment in target.amendments:
        if amendment.on <= moment.as_of:
            reason = None if amendment.reason is None else machine.by_language(amendment.reason)
            amended.append({"on": amendment.on.isoformat(), "from": _goal(before, target, False), "reason": reason})
            before = amendment.goal
    return amended


def _goal(goal: Goal, target: Target, implied: bool) -> _Object:
    interval, alone = own(goal.interval, target), own(goal.implied, target)
    low, high = (None, None) if interval is None else (machine.end(interval.low), machine.end(interval.high))
    low_closed = interval is not None and interval.low_closed
    high_closed = interval is not None and interval.high_closed
    if goal.by is not None:
        high, high_closed = goal.by.isoformat(), True
    elif interval is None and alone is not None and alone.exact is not None:
        bound = machine.exact(alone.exact)
        low_closed, high_closed = goal.direction != "lower", goal.direction != "higher"
        low, high = bound if low_closed else None, bound if high_closed else None
    return {
        "text": goal_text(goal, target.indicator, "en") if goal.known else None,
        "low": low,
        "high": high,
        "low_closed": low_closed,
        "high_closed": high_closed,
        "bound": machine.interval(own(goal.bound, target)),
        "every": goal.every,
        "implied": implied,
    }


def achieved(assessment: Assessment) -> _Object | None:
    """Return the exact ends of what was achieved, or the day on which a task was done."""
    measure = assessment.measure
    if measure.done is not None:
        day = measure.done.isoformat()
        return {"low": day, "high": day, "low_closed": True, "high_closed": True}
    return machine.interval(own(measure.achieved, assessment.target))


def attainment(assessment: Assessment) -> _Object | None:
    """Return the attainment as it is shown, its exact ends as shares of 1, and what it is a share of.

    `percent` is a number with a decimal point, None where the attainment is an interval.
    """
    shares = assessment.measure.attainment
    if shares is None:
        return None
    notation = attainment_notation(assessment)
    hundredths = multiply(shares, exactly(100))
    percent = machine.shown_interval(hundredths, notation.decimals, notation.fixed, below_hundred=True)
    return {
        "percent": None if shares.exact is None else percent,
        "percent_text": notation.write(shares, "en"),
        **(machine.interval(shares) or {}),
        "of": assessment.measure.of,
    }


def _judgement(judgement: Judgement, language: Language) -> _Object:
    claim = judgement.claim
    return {
        "text": claim.text,
        "sense": claim.sense,
        "verdict": judgement.verdict,
        "finding": None if judgement.finding is None else judgement.finding.code,
        "computed": _computed(judgement),
        "detail": locale.write(judgement.detail, language),
        "acknowledged": _acknowledged(judgement.claim.acknowledged),
    }


def _acknowledged(known: Acknowledgement | None) -> _Object | None:
    """Return the reason that the file gives for a disagreement, with its place."""
    return None if known is None else {"reason": machine.by_language(known.reason), **_place(known.place)}


def _computed(judgement: Judgement) -> str | None:
    computed = judgement.computed
    if computed is None:
        return None
    printed = judgement.claim.number is not None
    decimals = judgement.claim.decimals if printed else 2
    reaches = judgement.sense == "reaches"
    if reaches and computed.exact is not None and computed.exact < _HUNDRED:
        decimals = decimals_apart(computed.exact, _HUNDRED, decimals)
    return machine.shown_interval(computed, decimals, fixed=printed, below_hundred=reaches)


def _summary(summary: Summary, language: Language) -> _Object:
    return {
        "targets": summary.targets,
        "statuses": {status: summary.statuses[status] for status in STATUS_WORDS if summary.statuses.get(status, 0)},
        "achieved_or_exceeded": summary.achieved_or_exceeded,
        "exceeded": summary.exceeded,
        "lowest_rest": None if summary.lowest_rest is None else machine.interval(exactly(summary.lowest_rest)),
        "score": None,
        "reported": [_summary_judgement(judgement, language) for judgement in summary.judgements],
    }


def _summary_judgement(judgement: SummaryJudgement, language: Language) -> _Object:
    return {
        "text": judgement.claim.text,
        "verdict": judgement.verdict,
        "finding": None if judgement.finding is None else judgement.finding.code,
        "detail": locale.write(judgement.detail, language),
        "acknowledged": _acknowledged(judgement.claim.acknowledged),
    }


FORMAT = Format(
    "json",
    Text(
        "for machines: exact figures as text, version 2",
        "cho máy đọc: số liệu chính xác dạng chuỗi, phiên bản 2",
    ),
    _render,
)
