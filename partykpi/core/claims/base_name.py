"""What a published figure compares with, by its name."""

from collections.abc import Mapping

from partykpi.core.model import Base, Claim
from partykpi.problem import Message, message

_EARLIER = message("the earlier figure", "số trước đó")
_THE_OTHER = message("the other figure", "số đem so sánh")
_THE_WHOLE = message("the whole", "tổng số")

_NAMES: Mapping[Base, Message] = {
    "": _EARLIER,
    "unsaid": _EARLIER,
    "estimate": message("the budget estimate", "dự toán"),
    "year": message("the plan of the year", "kế hoạch năm"),
    "year before": message("the figure of the same period last year", "số cùng kỳ năm trước"),
    "last year": message("last year's figure", "số năm trước"),
    "year end": message("the figure at the end of last year", "số cuối năm trước"),
    "start": message("the figure from before the term", "mức đầu kỳ hoặc kỳ trước"),
    "part": _THE_WHOLE,
    "other": _THE_OTHER,
}


def base_name(claim: Claim) -> Message | None:
    """Return what a claim compares with; None where that is the target itself."""
    if claim.about_whole_target:
        return None
    if claim.sense == "share":
        return _THE_WHOLE
    if claim.against is not None:
        return message("the figure of {period}", "số liệu {period}", period=claim.against.in_sentence)
    if claim.year is None:
        return _NAMES[claim.base]
    year = str(claim.year)
    if claim.base == "year before":
        return message("the figure of the same period in {year}", "số cùng kỳ năm {year}", year=year)
    if claim.base == "estimate":
        return message("the budget estimate of {year}", "dự toán năm {year}", year=year)
    return message("the plan of {year}", "kế hoạch năm {year}", year=year)
