"""The ten statuses: their words, and which one a measure earns."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import Interval, at_least, inside
from partykpi.core.measure import Measure
from partykpi.core.model import Status, Thresholds
from partykpi.text import Text

STATUS_WORDS: dict[Status, Text] = {
    "exceeded": Text("exceeded", "vượt"),
    "achieved": Text("achieved", "đạt"),
    "on-track": Text("on track", "đúng tiến độ"),
    "behind": Text("behind", "chậm tiến độ"),
    "at-risk": Text("at risk", "khó đạt"),
    "pending": Text("pending", "chưa đạt"),
    "nearly": Text("nearly", "cơ bản đạt"),
    "missed": Text("missed", "không đạt"),
    "undetermined": Text("undetermined", "chưa xác định"),
    "no-data": Text("no data", "chưa có số liệu"),
}


def decide(measure: Measure, goal_known: bool, thresholds: Thresholds) -> Status:
    """Return the status that a measure earns, from exact values; thresholds are met by what equals them."""
    if measure.achieved is None or not goal_known:
        return "no-data"
    if measure.met is None:
        return "undetermined"
    if measure.met:
        return "exceeded" if measure.exceeded else "achieved"
    if measure.final:
        nearly = _reaches(measure.attainment, thresholds.nearly)
        return "undetermined" if nearly is None else "nearly" if nearly else "missed"
    if measure.pace is None:
        return "pending"
    on_track = _reaches(measure.pace, thresholds.on_track)
    behind = _reaches(measure.pace, thresholds.behind)
    if on_track:
        return "on-track"
    if on_track is None or behind is None:
        return "undetermined"
    return "behind" if behind else "at-risk"


def second_opinion(measure: Measure, status: Status, thresholds: Thresholds) -> Status | None:
    """Return the status that the compound rate would give where the pace decides; None where it has nothing to say."""
    if measure.compound is None or status not in ("on-track", "behind", "at-risk"):
        return None
    if measure.compound >= thresholds.on_track:
        return "on-track"
    return "behind" if measure.compound >= thresholds.behind else "at-risk"


def _reaches(share: Interval | None, threshold: Fraction) -> bool | None:
    return False if share is None else inside(share, at_least(threshold))
