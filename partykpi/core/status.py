"""The statuses: their words, and which one a measure earns."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import exactly
from partykpi.core.measure import Measure
from partykpi.core.model import BY_PACE, Status, Thresholds
from partykpi.core.quantities import BEHIND, NEARLY, ON_TRACK, PACE, SCORE
from partykpi.core.rule import Constant, Named, Rule, Value, Values, evaluate, if_, known
from partykpi.text import Text

STATUS_WORDS: dict[Status, Text] = {
    "exceeded": Text("exceeded", "vượt"),
    "achieved": Text("achieved", "đạt"),
    "on-track": Text("on track", "đúng tiến độ"),
    "behind": Text("behind", "chậm tiến độ"),
    "at-risk": Text("at risk", "khó đạt"),
    "worsened": Text("worsened", "kém hơn đầu kỳ"),
    "pending": Text("pending", "chưa đạt"),
    "nearly": Text("nearly", "cơ bản đạt"),
    "missed": Text("missed", "không đạt"),
    "undetermined": Text("undetermined", "chưa xác định"),
    "no-data": Text("no data", "chưa có số liệu"),
}

DONE_LATE = Text("done late", "hoàn thành chậm")
"""What `nearly` is called of a task that is done."""

WITHIN_LIMIT = Text("better than the limit", "tốt hơn mức giới hạn")
"""What `exceeded` is called of a limit, which nobody wants to exceed."""

NO_GOAL = Text("no goal to judge by", "chưa có chỉ tiêu để đánh giá")
"""What `no-data` is called where there is a figure and only the goal is missing."""

MET = Named("is_met", Text("the goal is met", "đạt chỉ tiêu"))
EXCEEDED = Named("is_exceeded", Text("it is left behind", "vượt chỉ tiêu"))
MAY_BE_NEARLY = Named("may_be_nearly", Text("it can be nearly met", "có thể cơ bản đạt"))
FINAL = Named("is_final", Text("it is unmet for good", "không còn khả năng đạt"))


def _is(status: Status) -> Rule:
    return Constant(status)


WORSE = Named("is_worse", Text("it is worse than the baseline", "kém hơn mức đầu kỳ"))

_BY_SCORE = if_(known(SCORE), if_(SCORE >= NEARLY, _is("nearly"), _is("missed")), _is("missed"))
_UNMET_FOR_GOOD = if_(MAY_BE_NEARLY, _BY_SCORE, _is("missed"))
_BY_PACE = if_(PACE >= ON_TRACK, _is("on-track"), if_(PACE >= BEHIND, _is("behind"), _is("at-risk")))
_UNMET_SO_FAR = if_(WORSE, _is("worsened"), if_(known(PACE), _BY_PACE, _is("pending")))
STATUS = if_(MET, if_(EXCEEDED, _is("exceeded"), _is("achieved")), if_(FINAL, _UNMET_FOR_GOOD, _UNMET_SO_FAR))
"""The status of a target that has a figure and a goal; where a condition is not decided it is `undetermined`."""


def decide(measure: Measure, goal_known: bool, thresholds: Thresholds) -> Status:
    """Return the status that a measure earns, from exact values; thresholds are met by what equals them."""
    if not goal_known or (measure.achieved is None and measure.periods is None):
        return "no-data"
    values: Values = {
        "is_met": measure.met,
        "is_exceeded": measure.exceeded,
        "is_worse": measure.worse,
        "is_final": measure.final,
        "may_be_nearly": measure.may_be_nearly,
        "score": measure.score,
        "pace": measure.pace,
        **inputs(thresholds),
    }
    found = evaluate(STATUS, values)
    return next((status for status in STATUS_WORDS if status == found), "undetermined")


def words_for(status: Status, measure: Measure) -> Text:
    """Return the words of a status as it is earned by a measure."""
    if status == "nearly" and measure.done is not None:
        return DONE_LATE
    if status == "exceeded" and measure.of == "limit":
        return WITHIN_LIMIT
    return NO_GOAL if status == "no-data" and measure.achieved is not None else STATUS_WORDS[status]


def counted_as(status: Status, measure: Measure) -> Text:
    """Return the words under which a status is counted: its own, but what has no goal counts as what has no data."""
    return STATUS_WORDS[status] if status == "no-data" else words_for(status, measure)


def counted(status: Status) -> dict[Text, tuple[Text, ...]]:
    """Return the words under which a status is counted, each with all that rows call what it counts."""
    return {STATUS_WORDS[status]: called(status)} if status == "no-data" else {word: (word,) for word in called(status)}


def called(status: Status) -> tuple[Text, ...]:
    """Return all that a status may be called."""
    others = {"nearly": (DONE_LATE,), "no-data": (NO_GOAL,), "exceeded": (WITHIN_LIMIT,)}
    return (STATUS_WORDS[status], *others.get(status, ()))


def inputs(thresholds: Thresholds) -> dict[str, Value]:
    """Return the thresholds as the values of the quantities that the status is made of."""
    return {
        "on_track": exactly(thresholds.on_track),
        "behind": exactly(thresholds.behind),
        "nearly": exactly(thresholds.nearly),
    }


def second_opinion(compound: Fraction, status: Status, thresholds: Thresholds) -> Status | None:
    """Return the status that the compound rate would give where the pace decides; None where it has nothing to say."""
    if status not in BY_PACE:
        return None
    if compound >= thresholds.on_track:
        return "on-track"
    return "behind" if compound >= thresholds.behind else "at-risk"
