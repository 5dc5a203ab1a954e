"""Two reports side by side: which targets were added, dropped, amended or moved, and by how much."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import Interval, exactly, multiply, subtract
from partykpi.core.model import Goal
from partykpi.core.report import Assessment, Report
from partykpi.core.shown import own

ChangeKind = Literal["added", "dropped", "amended", "moved"]
Way = Literal["up", "down"]

_HUNDRED = exactly(100)
_NOTHING = exactly(0)


class Change(NamedTuple):
    """One target that differs between two reports; `before` is None for an added one, `after` for a dropped one.

    An `amended` target has another goal than before, and may have moved as well; a `moved` one differs in what was
    achieved, in its attainment, in its status or in its latest rank. `points` is the attainment after less that
    before, in percentage points: 0 where both are the same figure, None where there are not two of them.
    """

    id: str
    kind: ChangeKind
    before: Assessment | None
    after: Assessment | None
    points: Interval | None = None

    @property
    def latest(self) -> Assessment:
        """The target as it is after, or as it was before it was dropped."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def way(self) -> Way | None:
        """Whether attainment surely rose or surely fell; None where it did neither or the intervals do not decide."""
        if self.points is None or 0 in self.points:
            return None
        return "up" if self.points.low is not None and self.points.low >= 0 else "down"

    @property
    def better(self) -> bool | None:
        """Whether what moved got surely better, or surely worse; of a limit less is better."""
        falls_better = self.latest.measure.of == "limit"
        return None if self.way is None else (self.way == "up") != falls_better

    @property
    def new_status(self) -> bool:
        """Whether the target is in both reports, with another status."""
        return self.before is not None and self.after is not None and self.before.status != self.after.status


class Totals(NamedTuple):
    """How many targets changed, and how. Amended targets may be among those that went up or down."""

    changed: int
    unchanged: int
    added: int
    dropped: int
    amended: int
    up: int
    down: int
    statuses: int


class Comparison(NamedTuple):
    """What differs between two reports: the targets of the later in their order, then those dropped in theirs."""

    before: Report
    after: Report
    changes: tuple[Change, ...]
    totals: Totals


def compare(before: Report, after: Report) -> Comparison:
    """Return what differs between two reports; targets are the same where their ids are."""
    changes = tuple(_changes(before, after))
    return Comparison(before, after, changes, _totals(changes, before, after))


def stated_goal(assessment: Assessment) -> Goal:
    """Return the goal in force without what a published figure implies of it."""
    if assessment.implied != "target":
        return assessment.goal
    return assessment.goal._replace(interval=None, implied=None)


def latest_of_years(assessment: Assessment) -> Interval | None:
    """Return the latest rank or grade of what counts the years that keep one; None of all else."""
    known = assessment.case.readings
    counts_years = kinds.find(assessment.target.indicator.kind).counts_years
    return known[-1].figure if known and counts_years and assessment.measure.periods is not None else None


def _changes(before: Report, after: Report) -> Iterator[Change]:
    earlier = {assessment.target.id: assessment for assessment in before.assessments}
    for now in after.assessments:
        then = earlier.pop(now.target.id, None)
        if then is None:
            yield Change(now.target.id, "added", None, now)
            continue
        points = _points(then, now)
        if _asked(then) != _asked(now):
            yield Change(now.target.id, "amended", then, now, points)
        elif _reached(then) != _reached(now):
            yield Change(now.target.id, "moved", then, now, points)
    for id, then in earlier.items():
        yield Change(id, "dropped", then, None)


def _asked(assessment: Assessment) -> tuple[object, ...]:
    """Return what a goal asks for, however it is written."""
    goal, target = stated_goal(assessment), assessment.target
    path = [(year, own(interval, target)) for year, interval in goal.path]
    interval = own(goal.interval, target)
    return target.unit.id, interval, goal.by, goal.direction, goal.measured_against, goal.every, path


def _reached(assessment: Assessment) -> tuple[object, ...]:
    """Return the figures and the rating of a target; one more year that is like the others moves neither."""
    measure, latest = assessment.measure, latest_of_years(assessment)
    achieved = own(measure.achieved, assessment.target) if latest is None else latest
    return achieved, measure.done, measure.attainment, assessment.status


def _points(before: Assessment, after: Assessment) -> Interval | None:
    was, now = before.measure.attainment, after.measure.attainment
    if was is None or now is None:
        return None
    return _NOTHING if was == now else multiply(subtract(now, was), _HUNDRED)


def _totals(changes: tuple[Change, ...], before: Report, after: Report) -> Totals:
    kinds = [change.kind for change in changes]
    ways = [change.way for change in changes]
    ids = {assessment.target.id for report in (before, after) for assessment in report.assessments}
    return Totals(
        changed=len(changes),
        unchanged=len(ids) - len(changes),
        added=kinds.count("added"),
        dropped=kinds.count("dropped"),
        amended=kinds.count("amended"),
        up=ways.count("up"),
        down=ways.count("down"),
        statuses=sum(change.new_status for change in changes),
    )
