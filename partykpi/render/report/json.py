"""json: the report for machines, version 1 of a contract. Figures are strings, so that nothing is lost.

A column that has no field of its own shape is a field of its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.measure import Reach
from partykpi.core.model import Goal, Indicator, Target
from partykpi.core.report import Assessment, Report, Summary
from partykpi.core.rounding import decimals_apart
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Moment
from partykpi.render.report import Format, Layout, columns
from partykpi.render.report.columns import Row
from partykpi.render.report.order import Group, arrange
from partykpi.render.text import locale, machine
from partykpi.render.text.figures import Value, attainment_notation, goal_text
from partykpi.text import GivenText, Language, Text

_VERSION = "partykpi-report/1"

# The columns whose fields have a shape or a name of their own, those that this version leaves out, and all others.
_SHAPED = (
    *("target", "unit", "goal", "achieved", "attainment", "published", "status"),
    *("reach", "periods", "indicator", "kind", columns.YEARS),
)
_LEFT_OUT = ("number", "owner", "note", "baseline")
_VALUES = [name for name in columns.names() if name not in (*_SHAPED, *_LEFT_OUT)]

_HUNDRED = Fraction(100)

_Object = dict[str, Any]


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    tree = {"format": _VERSION, "reports": [_report(report, language, layout) for report in reports]}
    return machine.json_text(tree)


def _report(report: Report, language: Language, layout: Layout) -> _Object:
    resolution, moment = report.resolution, report.moment
    groups = arrange(report, language, layout)
    return {
        "file": resolution.file,
        "resolution": machine.by_language(resolution.name),
        "committee": machine.by_language(resolution.committee),
        "term": {"from": resolution.term.first.isoformat(), "to": resolution.term.last.isoformat()},
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
    target, measure = assessment.target, assessment.measure
    indicator, periods = target.indicator, measure.periods
    return {
        "id": target.id,
        "indicator": indicator.id,
        "name": machine.by_language(target.name),
        "kind": indicator.kind,
        "unit": indicator.unit.id,
        "goal": _goal(assessment.goal, indicator, assessment.implied == "target"),
        "amended": _amended(target, row.moment),
        "achieved": achieved(assessment),
        "attainment": attainment(assessment),
        "status": assessment.status,
        **{name: _value(columns.find(name).exact(row)) for name in _VALUES},
        "refusal": None if measure.refusal is None else locale.write(measure.refusal, language),
        "reach": _reach(measure.reach),
        "compound": None if measure.compound is None else machine.exact(measure.compound),
        "periods": {
            "met": None if periods is None else periods.met,
            "reported": None if periods is None else periods.reported,
        },
        "implied": assessment.implied,
        "reported": [_judgement(judgement, language) for judgement in assessment.judgements],
        "notes": [locale.write(note, language) for note in measure.notes],
    }


def _value(value: Value) -> str | _Object | None:
    """Return what a column says exactly: figures and dates as text, a text in both languages."""
    match value:
        case Interval():
            return machine.exact_interval(value)
        case date():
            return value.isoformat()
        case Text() | GivenText():
            return machine.by_language(value)
        case None | str():
            return value
        case _:
            return machine.exact(value)


def _reach(reach: Reach | None) -> _Object | None:
    if reach is None:
        return None
    return {
        "until": reach.until.isoformat(),
        "best": machine.exact(reach.best),
        "missing": machine.exact(reach.missing),
    }


def _amended(target: Target, moment: Moment) -> list[_Object]:
    """Return what the goal was changed from by the as-of date, and on which days, in their order."""
    amended = []
    before = target.goal
    for amendment in target.amendments:
        if amendment.on <= moment.as_of:
            reason = None if amendment.reason is None else machine.by_language(amendment.reason)
            amended.append(
                {"on": amendment.on.isoformat(), "from": _goal(before, target.indicator, False), "reason": reason}
            )
            before = amendment.goal
    return amended


def _goal(goal: Goal, indicator: Indicator, implied: bool) -> _Object:
    interval = goal.interval
    low, high = (None, None) if interval is None else (machine.end(interval.low), machine.end(interval.high))
    low_closed = interval is not None and interval.low_closed
    high_closed = interval is not None and interval.high_closed
    if goal.by is not None:
        high, high_closed = goal.by.isoformat(), True
    elif interval is None and goal.implied is not None:
        bound = machine.exact_interval(goal.implied)
        low_closed, high_closed = goal.direction != "lower", goal.direction != "higher"
        low, high = bound if low_closed else None, bound if high_closed else None
    return {
        "text": goal_text(goal, indicator, "en") if goal.known else None,
        "low": low,
        "high": high,
        "low_closed": low_closed,
        "high_closed": high_closed,
        "every": goal.every,
        "implied": implied,
    }


def achieved(assessment: Assessment) -> _Object | None:
    """Return the exact ends of what was achieved, or the day on which a task was done."""
    measure = assessment.measure
    if measure.done is not None:
        return {"low": measure.done.isoformat(), "high": measure.done.isoformat()}
    return machine.ends(measure.achieved)


def attainment(assessment: Assessment) -> _Object | None:
    """Return the attainment as it is shown, in percent, and its exact ends as shares."""
    shares = assessment.measure.attainment
    if shares is None:
        return None
    notation = attainment_notation(assessment)
    hundredths = multiply(shares, exactly(100))
    percent = machine.shown_interval(hundredths, notation.decimals, notation.fixed, below_hundred=True)
    return {"percent": percent, **(machine.ends(shares) or {})}


def _judgement(judgement: Judgement, language: Language) -> _Object:
    claim = judgement.claim
    return {
        "text": claim.text,
        "sense": claim.sense,
        "verdict": judgement.verdict,
        "finding": None if judgement.finding is None else judgement.finding.code,
        "computed": _computed(judgement),
        "detail": locale.write(judgement.detail, language),
    }


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
        "reported": [_summary_judgement(judgement, language) for judgement in summary.judgements],
    }


def _summary_judgement(judgement: SummaryJudgement, language: Language) -> _Object:
    return {
        "text": judgement.claim.text,
        "verdict": judgement.verdict,
        "finding": None if judgement.finding is None else judgement.finding.code,
        "detail": locale.write(judgement.detail, language),
    }


FORMAT = Format(
    "json",
    Text(
        "for machines: exact figures as text, version 1",
        "cho máy đọc: số liệu chính xác dạng chuỗi, phiên bản 1",
    ),
    _render,
)
