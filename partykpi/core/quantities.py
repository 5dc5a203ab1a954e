"""The quantities that rules are made of: the name of each in formulas, and its words.

A target's readings are `r1`, `r2`, … in the order of time, the goals of single years `g2021`, what the readings of a
year came to `y2021`, and whether that year kept its goal `kept2021`.
"""

from __future__ import annotations

from collections.abc import Mapping

from partykpi.core.rule import Named
from partykpi.text import Text

# What goes in
GOAL = Named("goal", Text("the goal per year", "chỉ tiêu mỗi năm"))
FAR_END = Named("far", Text("the other end of the goal", "đầu kia của chỉ tiêu"))
BASELINE = Named("baseline", Text("baseline", "mức đầu kỳ"))
READINGS = Named("readings", Text("the readings", "các số liệu"))
ELAPSED = Named("elapsed", Text("elapsed", "phần nhiệm kỳ đã qua"), "number")
YEARS = Named("years", Text("the years of the term", "số năm của nhiệm kỳ"), "number")
YEARS_LEFT = Named("left", Text("years left", "số năm còn lại"), "number")
ON_TRACK = Named("on_track", Text("the threshold of on track", "ngưỡng đúng tiến độ"), "share")
BEHIND = Named("behind", Text("the threshold of behind", "ngưỡng chậm tiến độ"), "share")
NEARLY = Named("nearly", Text("the threshold of nearly", "ngưỡng cơ bản đạt"), "share")

RESULT = Named("result", Text("achieved", "kết quả"))
"""The reading that counts of a task: the day it was done, or the share done. A sheet shows it as what was achieved."""

# What comes out
ACHIEVED = Named("achieved", Text("achieved", "kết quả"))
BOUND = Named("bound", Text("bound", "chỉ tiêu"))
ATTAINMENT = Named("attainment", Text("attainment", "tỷ lệ đạt"), "share")
DUE = Named("due", Text("due", "mức cần đạt đến nay"))
ALLOWED = Named("due", Text("due", "mức cho phép đến nay"))
PACE = Named("pace", Text("pace", "tiến độ"), "share")
FORECAST = Named("forecast", Text("forecast", "dự báo cuối kỳ"))
NEEDED = Named("needed", Text("needed a year", "cần thêm mỗi năm"))

_OVER_TERM = Text("bound", "chỉ tiêu cả nhiệm kỳ")

RESULTS: Mapping[str, Named] = {
    "achieved": ACHIEVED,
    "goal": Named("goal", _OVER_TERM),
    "bound": Named("bound", _OVER_TERM),
    "attainment": ATTAINMENT,
    "due": DUE,
    "pace": PACE,
    "forecast": FORECAST,
    "needed": NEEDED,
}
"""What each calculated quantity is called where it is explained."""


def reading(number: int) -> Named:
    """Return the reading at a place in the order of time, the first being 1."""
    return Named(f"r{number}", Text(f"reading {number}", f"số liệu {number}"))


def goal_of(year: int) -> Named:
    """Return the goal of a single year."""
    return Named(f"g{year}", Text(f"the goal of {year}", f"chỉ tiêu năm {year}"))


def figure_of(year: int) -> Named:
    """Return what the readings of a year came to."""
    return Named(f"y{year}", Text(f"the figure of {year}", f"số liệu năm {year}"))


def kept_in(year: int) -> Named:
    """Return whether a year kept its goal, as 1 or 0."""
    return Named(f"kept{year}", Text(f"{year}: goal kept", f"năm {year}: đạt chỉ tiêu"), "number")
