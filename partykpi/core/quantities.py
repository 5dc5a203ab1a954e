"""The quantities that rules are made of: the name of each in formulas, and its words.

A target's readings are `r1`, `r2`, … in the order of time, the goals of single years `g2021`, what the readings of a
year came to `y2021`, and whether that year kept its goal `kept2021`. A goal that was amended is `was1`, the one after
it `was2`, their goals of single years `was1g2021`; what was due when it was amended is `line1`.
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
ELAPSED = Named("elapsed", Text("elapsed", "phần thời gian đã qua"), "number")
MONTHS = Named("months", Text("months of the period", "số tháng của cả kỳ"), "number")
COVERED = Named("covered", Text("months reported", "số tháng có số liệu"), "number")
YEARS = Named("years", Text("years of the period", "số năm của cả kỳ"), "number")
YEARS_LEFT = Named("left", Text("years left", "số năm còn lại"), "number")
WHOLE = Named("whole", Text("its whole", "mức tối đa"))
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
SCORE = Named("score", Text("score", "điểm"), "share")
PACE = Named("pace", Text("pace", "tiến độ"), "share")
FORECAST = Named("forecast", Text("forecast", "dự báo cuối kỳ"))
NEEDED = Named("needed", Text("needed a year", "cần thêm mỗi năm"))

_OVER_TERM = Text("bound", "chỉ tiêu cả kỳ")

RESULTS: Mapping[str, Named] = {
    "achieved": ACHIEVED,
    "goal": Named("goal", _OVER_TERM),
    "bound": Named("bound", _OVER_TERM),
    "attainment": ATTAINMENT,
    "due": DUE,
    "pace": PACE,
    "forecast": FORECAST,
    "needed": NEEDED,
    "score": SCORE,
}
"""What each calculated quantity is called where it is explained."""


def reading(number: int) -> Named:
    """Return the reading at a place in the order of time, the first being 1."""
    return Named(f"r{number}", Text(f"reading {number}", f"số liệu {number}"))


def goal_of(year: int) -> Named:
    """Return the goal of a single year."""
    return Named(f"g{year}", Text(f"the goal of {year}", f"chỉ tiêu năm {year}"))


def goal_before(number: int) -> Named:
    """Return a goal that was amended, the first being 1."""
    return Named(f"was{number}", Text(f"the goal before amendment {number}", f"chỉ tiêu trước điều chỉnh lần {number}"))


def goal_of_before(number: int, year: int) -> Named:
    """Return the goal of a single year that was amended."""
    label = Text(f"the goal of {year} before amendment {number}", f"chỉ tiêu năm {year} trước điều chỉnh lần {number}")
    return Named(f"was{number}g{year}", label)


def due_at(number: int) -> Named:
    """Return what was due on the eve of an amendment, the first being 1."""
    return Named(f"line{number}", Text(f"due at amendment {number}", f"mức cần đạt khi điều chỉnh lần {number}"))


def figure_of(year: int) -> Named:
    """Return what the readings of a year came to."""
    return Named(f"y{year}", Text(f"the figure of {year}", f"số liệu năm {year}"))


def kept_in(year: int) -> Named:
    """Return whether a year kept its goal, as 1 or 0."""
    return Named(f"kept{year}", Text(f"{year}: goal kept", f"năm {year}: đạt chỉ tiêu"), "number")


def asked_of(year: int) -> Named:
    """Return what a goal asks of a year, or of the part of it in the period."""
    return Named(f"asked{year}", Text(f"asked of {year}", f"mức giao năm {year}"))
