"""What differs between two reports, for machines: version 2 of a contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from partykpi.core.compare import Change, Comparison, latest_of_years, stated_goal
from partykpi.core.figure import Interval
from partykpi.core.report import Assessment, Report
from partykpi.render.commands.compare_rows import distinct_goals, goal_of
from partykpi.render.report.json import achieved, attainment
from partykpi.render.text.machine import by_language, interval, shown_interval

_VERSION = "partykpi-compare/2"

_Object = dict[str, Any]


def tree(comparison: Comparison) -> _Object:
    """Return the comparison as objects, lists and texts."""
    before, after, totals = comparison.before, comparison.after, comparison.totals
    return {
        "format": _VERSION,
        "before": _report(before),
        "after": _report(after),
        "targets": [_target(change) for change in comparison.changes],
        "summary": {
            **totals._asdict(),
            "achieved_or_exceeded": {
                "before": before.summary.achieved_or_exceeded,
                "after": after.summary.achieved_or_exceeded,
            },
        },
    }


def _report(report: Report) -> _Object:
    return {"file": report.resolution.file, "as_of": report.moment.as_of.isoformat()}


def _target(change: Change) -> _Object:
    return {
        "id": change.id,
        "name": by_language(change.latest.target.name),
        "change": change.kind,
        "goal": _goals_of(change),
        "achieved": _sides(change, achieved),
        "latest": _sides(change, lambda side: interval(latest_of_years(side))),
        "attainment": {**_sides(change, attainment), "points": _points_of(change.points)},
        "status": _sides(change, lambda side: side.status),
    }


def _sides(change: Change, value: Callable[[Assessment], object]) -> _Object:
    sides = (("before", change.before), ("after", change.after))
    return {label: None if side is None else value(side) for label, side in sides}


def _goals_of(change: Change) -> _Object:
    goals = _sides(change, lambda side: goal_of(side, "en", named=True) if stated_goal(side).known else None)
    if change.kind == "amended" and goals["before"] and goals["after"]:
        goals["before"], goals["after"] = distinct_goals(change, goals["before"], goals["after"])
    return goals


def _points_of(points: Interval | None) -> _Object | None:
    return None if points is None else {"text": shown_interval(points), **(interval(points) or {})}
