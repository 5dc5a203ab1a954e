"""What lies ahead of a target: until when its bound is within reach, and the second opinion on a level."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from math import ceil

from partykpi.core.figure import exactly
from partykpi.core.measure import Case, Measure, Quantity, Reach, Step
from partykpi.core.time import Term
from partykpi.text import Text

_COMPOUND = Text("compound rate (Eurostat, Open SDG)", "tốc độ bình quân (Eurostat, Open SDG)")
_COMPOUND_WORDS = Text(
    "((achieved ÷ baseline)^(1 ÷ years gone) − 1) ÷ ((bound ÷ baseline)^(1 ÷ years of the term) − 1)",
    "((kết quả ÷ mức đầu kỳ)^(1 ÷ số năm đã qua) − 1) ÷ ((chỉ tiêu ÷ mức đầu kỳ)^(1 ÷ số năm nhiệm kỳ) − 1)",
)
_COMPOUND_NUMBERS = "(({achieved} ÷ {baseline})^(1 ÷ {gone}) − 1) ÷ (({bound} ÷ {baseline})^(1 ÷ {years}) − 1)"

_REACH = Text("within reach until", "còn kịp đến")
_REACH_WORDS = Text(
    "last day of the term − missing ÷ best year so far × days of a year",
    "ngày cuối nhiệm kỳ − phần còn thiếu ÷ năm tốt nhất đến nay × số ngày một năm",
)
_REACH_NUMBERS = "{last} − {missing} ÷ {best} × {days}"


def within_reach(missing: Fraction, best: Fraction, term: Term) -> Reach | None:
    """Return until when `best` a year still makes good what is missing by the end of the term.

    None where nothing is missing or the best year brought nothing.
    """
    if best <= 0 or missing <= 0:
        return None
    days = ceil(missing / best * term.days / term.years)
    try:
        return Reach(best, missing, term.last - timedelta(days=days))
    except OverflowError:
        return None


def steps(case: Case, measure: Measure) -> Iterator[Step]:
    """Return how the second opinion of a measure, and the day until which its bound is within reach, come about."""
    moment, unit = case.moment, case.unit
    if measure.compound is not None and measure.achieved is not None and case.goal.bound is not None:
        assert case.baseline is not None
        yield Step(
            _COMPOUND,
            _COMPOUND_WORDS,
            _COMPOUND_NUMBERS,
            {
                "achieved": Quantity(measure.achieved, unit),
                "bound": Quantity(case.goal.bound, unit),
                "baseline": Quantity(case.baseline, unit),
                "gone": Quantity(moment.years_gone),
                "years": Quantity(moment.term.years),
            },
            Quantity(measure.compound, percent=True),
        )
    if measure.reach is not None:
        yield Step(
            _REACH,
            _REACH_WORDS,
            _REACH_NUMBERS,
            {
                "last": Quantity(moment.term.last),
                "missing": Quantity(exactly(measure.reach.missing), unit),
                "best": Quantity(exactly(measure.reach.best), unit),
                "days": Quantity(Fraction(moment.term.days) / moment.term.years),
            },
            Quantity(measure.reach.until),
        )
