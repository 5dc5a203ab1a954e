"""json: the report for machines, version 1 of a contract. Figures are strings, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.figure import exactly, multiply
from partykpi.core.measure import Reach
from partykpi.core.model import Goal, Indicator, Target
from partykpi.core.report import Assessment, Report, Summary
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Moment
from partykpi.render.report import Format, Layout, arrange
from partykpi.render.report.rows import attainment_decimals, goal_text
from partykpi.render.text import locale, machine
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.render.report.order import Group

_VERSION = "partykpi-report/1"

_Object = dict[str, Any]


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    tree = {"format": _VERSION, "reports": [_report(report, language, layout) for report in reports]}
    return machine.json_text(tree)


def _report(report: Report, language: Language, layout: Layout) -> _Object:
    resolution, moment = report.resolution, report.moment
    rows, groups = arrange(report, language, layout)
    return {
        "file": resolution.file,
        "resolution": machine.by_language(resolution.name),
        "committee": machine.by_language(resolution.committee),
        "term": {"from": resolution.term.first.isoformat(), "to": resolution.term.last.isoformat()},
        "as_of": moment.as_of.isoformat(),
        "elapsed": machine.exact(moment.elapsed),
        "targets": [_target(row.assessment, moment, language) for row in rows],
        **_groups(groups),
        "summary": _summary(report.summary, language),
    }


def _groups(groups: Sequence[Group]) -> _Object:
    """Return the groups in their order, where the targets are grouped; else nothing."""
    if not groups:
        return {}
    return {
        "groups": [
            {
                "name": {"en": group.title["en"], "vi": group.title["vi"]},
                "targets": [row.assessment.target.id for row in group.rows],
                "statuses": group.statuses,
            }
            for group in groups
        ]
    }


def _target(assessment: Assessment, moment: Moment, language: Language) -> _Object:
    target, measure = assessment.target, assessment.measure
    indicator, periods = target.indicator, measure.periods
    return {
        "id": target.id,
        "indicator": indicator.id,
        "name": machine.by_language(assessment.target.name),
        "kind": indicator.kind,
        "unit": indicator.unit.id,
        "goal": _goal(assessment.goal, indicator, assessment.implied == "target"),
        "amended": _amended(target, moment),
        "achieved": achieved(assessment),
        "attainment": attainment(assessment),
        "status": assessment.status,
        "due": machine.exact_interval(measure.due),
        "pace": machine.exact_interval(measure.pace),
        "forecast": machine.exact_interval(measure.forecast),
        "needed": machine.exact_interval(measure.needed),
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
    decimals, fixed = attainment_decimals(assessment)
    percent = machine.shown_interval(multiply(shares, exactly(100)), decimals, fixed, below_hundred=True)
    return {"percent": percent, **(machine.ends(shares) or {})}


def _judgement(judgement: Judgement, language: Language) -> _Object:
    claim = judgement.claim
    return {
        "text": claim.text,
        "sense": claim.sense,
        "verdict": judgement.verdict,
        "computed": _computed(judgement),
        "detail": locale.write(judgement.detail, language),
    }


def _computed(judgement: Judgement) -> str | None:
    computed = judgement.computed
    if computed is None:
        return None
    told = judgement.claim.number is not None
    return machine.shown_interval(
        computed,
        judgement.claim.decimals if told else 2,
        fixed=told,
        below_hundred=judgement.sense == "reaches",
    )


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
