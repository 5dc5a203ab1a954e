"""A goal as a resolution words it, where it is more than a figure: what its words say of this indicator.

What the words say must fit the kind and the period of the target; what could be meant in two ways is no goal.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from partykpi import findings
from partykpi.core.figure import exactly
from partykpi.core.model import Every
from partykpi.core.time import Period, Term
from partykpi.parse.text import units
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.deadline import read_done_by
from partykpi.parse.text.figure_words import FigureContext, Worded, figure_first, names_before, read_worded
from partykpi.parse.text.fold import folded
from partykpi.parse.text.goal_words import Known, Meaning, Peeled, Time, peel, plain_spaces, read_stretch
from partykpi.parse.text.period import read_calendar_years, read_years, year_named
from partykpi.parse.text.quantity import Operator
from partykpi.parse.text.rank_words import LeadingGroup, Rank, read_rank
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal import WordedGoal, in_time_of_goal, is_no_rank
from partykpi.problem import Value
from partykpi.text import Text

RISES = ("tăng", "growth", "increase", "rise", "growing")
"""What an indicator is called that measures a rise."""

FALLS = ("giảm", "reduction", "reduced", "decrease", "cut", "fall", "decline", "merged")
"""What an indicator is called that measures a fall."""

# What an indicator is called that is an average of something else than years.
_AVERAGES = ("bình quân", "trung bình", "đầu người", "average", "mean", "per person", "per head", "per capita")

_NONE_LEFT = re.compile(
    r"(?:không còn|khong con|không để còn|không có|không để xảy ra|không xảy ra|không phát sinh|xóa hết|xóa xong|"
    r"none(?: left)?|no more|no)(?: (?P<what>.+?))?(?: nào)?"
)

_TERM = ("nhiệm kỳ", "the term", "term")


def read_goal_words(
    context: TargetContext, text: str, fault: AmountFault, day: date | None
) -> WordedGoal | AmountFault:
    """Return what the words of a goal mean that is no plain figure, or what is wrong with it, else `fault`.

    Money is exchanged by the rate of the day.
    """
    known = Known(context.reader.period, names_before(context.indicator))
    peeled = peel(text, known) or Peeled(plain_spaces(text).rstrip(" .;"), frozenset(), ())
    figure = _figure(context, peeled, text, day)
    if type(figure) is AmountFault and (turned := _figure_first(context, peeled, known)) is not None:
        read = _figure(context, turned, text, day)
        figure, peeled = (read, turned) if type(read) is Worded else (figure, peeled)
    if type(figure) is AmountFault:
        if figure.definition is findings.UNIT_MISMATCH and (wrong := change_fault(context, peeled.said, text)):
            return wrong
        nearer = peeled.said or peeled.times or figure.definition is findings.GROUP_OF_RANKS
        return figure if nearer or figure.definition is not findings.UNPARSABLE_FIGURE else fault
    assert type(figure) is Worded
    wrong = change_fault(context, peeled.said, text) or _time_fault(context, peeled, text)
    if wrong is None and figure.amount.per is None and _is_of_years_together(context, peeled):
        wrong = AmountFault(findings.YEARS_TOGETHER, {"text": text})
    if wrong is not None:
        return wrong
    amount = in_time_of_goal(context, figure.amount)
    every = _every(context, peeled, amount, text, figure)
    return every if isinstance(every, AmountFault) else WordedGoal(amount, every, figure.words, figure.text)


def _figure_first(context: TargetContext, peeled: Peeled, known: Known) -> Peeled | None:
    """Return a goal that names what is measured before the figure, with the figure first; None of another."""
    text = figure_first(peeled.figure, context.indicator)
    if text is None:
        return None
    behind = peel(text, known) or Peeled(text, frozenset(), ())
    return Peeled(behind.figure, peeled.said | behind.said, peeled.times + behind.times)


def _figure(context: TargetContext, peeled: Peeled, text: str, day: date | None) -> Worded | AmountFault:
    """Return the figure that is left of a goal without the words around it."""
    indicator, reader = context.indicator, context.reader
    if indicator.unit.ordinal and not indicator.unit.grades:
        for words in (peeled.figure, text):
            rank = read_rank(words)
            if type(rank) is Rank:
                return Worded(rank_amount(rank), words, rank.where)
            if type(rank) is LeadingGroup:
                return AmountFault(findings.GROUP_OF_RANKS, {"text": text})
        plain = read_amount(peeled.figure, reader.style, indicator.unit, context.custom_units)
        if type(plain) is Amount and is_no_rank(plain, peeled.figure):
            return AmountFault(findings.NOT_A_RANK, {"text": text})
    if indicator.better == "lower" and not indicator.unit.ordinal and is_none_left(peeled.figure, context):
        return Worded(Amount(exactly(0), "", None), peeled.figure)
    parts = bool(peeled.said & {"figure", "each-year", "new", "deed"})
    return read_worded(peeled.figure, FigureContext(indicator, reader.style, context.custom_units, day, parts))


def rank_amount(rank: Rank, *, exact: bool = False) -> Amount:
    """Return a place as an amount; of a reading it is that place itself, unless it is one of the first so many."""
    operator: Operator = "<=" if rank.among and exact else ""
    return Amount(exactly(rank.place), operator, None)


def is_none_left(figure: str, context: TargetContext) -> bool:
    """Say whether words say that none is left of what the indicator measures: không còn hộ nghèo."""
    spoken = folded(figure.lower())
    match = _NONE_LEFT.fullmatch(spoken)
    if match is None or (match["what"] is None and spoken in ("no", "không có")):
        return False
    what = match["what"]
    named = any(f" {what} " in f" {name} " for name in _names(context))
    return what is None or named or units.find_unit(what) == context.indicator.unit


def _names(context: TargetContext) -> list[str]:
    name = context.indicator.name
    return [folded(" ".join(text.lower().split())) for text in (name.en, name.vi) if text]


def is_called(context: TargetContext, words: tuple[str, ...]) -> bool:
    """Say whether any of some words are in the name of the indicator."""
    return any(f" {folded(word)} " in f" {name} " for word in words for name in _names(context))


def change_fault(context: TargetContext, said: frozenset[Meaning], text: str) -> AmountFault | None:
    """Return what is wrong with a change, or a level that one leads to, as a goal of the indicator."""
    indicator, kind = context.indicator, context.kind
    rises, falls = is_called(context, RISES) or indicator.mean == "compound", is_called(context, FALLS)
    higher = indicator.better == "higher"
    fits: dict[Meaning, bool] = {
        "rise": kind.below_zero and not falls,
        "fall": higher and ((kind.below_zero and not rises) or (kind.adds_up and falls)),
        "more": kind.adds_up and higher and not falls,
        "new": kind.disjoint or indicator.unit.percent,  # of what there is at a time, it says how many come to it
        "deed": higher,
        "held": not higher,
        "down-to": not higher and not indicator.unit.ordinal,
        "up-to": higher and not kind.adds_up,
        "on-year": kind.below_zero,
    }
    if "on-year" in said and not {"rise", "fall"} & said:  # 108 % of the year before, or growth of 108 %?
        return AmountFault(findings.UNPARSABLE_FIGURE, {"text": text, "example": Text("up … %", "tăng … %")})
    led: dict[Meaning, Meaning] = {"rise": "up-to", "fall": "down-to"}  # giảm tỷ lệ … xuống còn
    changes = [meaning for meaning in said if led.get(meaning) not in said]
    if all(fits.get(meaning, True) for meaning in changes) and not {"rise", "fall"} <= said:
        return None
    return AmountFault(findings.GOAL_CHANGE, {"text": text, "others": ""})


def _time_fault(context: TargetContext, peeled: Peeled, text: str) -> AmountFault | None:
    """Return what is wrong with the times that a goal speaks of: all must be that of the target."""
    whole = context.period
    if whole is None:
        return None
    for time in peeled.times:
        if not _is_of(time, whole):
            return _other_time(context, time, whole)
        if time.period is not None and _is_of_a_part(context, peeled, whole, inside=time.inside):
            return _other_time(context, time, whole, of_last_year=True)
    if "term-end" in peeled.said and _is_of_a_part(context, peeled, whole, inside=False):
        return _other_time(context, Time(text), whole, of_last_year=True)
    if {"term", "term-end"} & peeled.said and context.term is not None and context.term.last.year != whole.last.year:
        return _other_time(context, Time(_TERM[0]), context.term)
    return None


def _is_of_a_part(context: TargetContext, peeled: Peeled, whole: Term, *, inside: bool) -> bool:
    """Say whether a time at the end of the period makes a goal one of that time, and not of the whole period.

    What adds up is done in the time that is named; what is told year by year has no state at the end.
    """
    if round(whole.years) <= 1:
        return False
    if "term" in context.kind.every:
        return inside and context.kind.adds_up
    return inside or not {"each-year", "average", "average-year"} & peeled.said


def _is_of_years_together(context: TargetContext, peeled: Peeled) -> bool:
    """Say whether a goal of what is told year by year speaks of all the years, and of no average of them."""
    stretch = "term" in peeled.said or any(time.so_many or time.years for time in peeled.times)
    of_one = bool({"average", "average-year", "each-year"} & peeled.said)
    return context.kind.yearly == "same" and stretch and not of_one


def _is_of(time: Time, whole: Term) -> bool:
    """Say whether a time is the whole period of a target, or its end."""
    if time.so_many is not None:
        return round(whole.years) == time.so_many
    if time.years is not None:
        text = f"{time.years[0]}-{time.years[1]}"
        return (whole.first, whole.last) in (read_years(text), read_calendar_years(text))
    assert time.period is not None
    last = time.period.first - timedelta(days=1) if time.before else time.period.last
    named = None if time.before else year_named(time.period)
    return last in (whole.last, date(whole.last.year, 12, 31)) or named == whole.year_of(whole.last)


def _other_time(context: TargetContext, time: Time, whole: Term, *, of_last_year: bool = False) -> AmountFault:
    """Return that a goal speaks of another time than its target, with the period that it may be of."""
    first, last = whole.first, whole.last
    if time.years is not None:
        ends = read_calendar_years(f"{time.years[0]}-{time.years[1]}")
        first, last = ends or (first, last)
    elif time.period is not None:
        last = time.period.first - timedelta(days=1) if time.before else time.period.last
        first = time.period.first if time.inside and context.kind.disjoint else min(first, last)
    if of_last_year and not time.inside:
        first = date(last.year, 1, 1)
    values: dict[str, Value] = {"text": time.text, "from": whole.first, "to": whole.last}
    return AmountFault(findings.GOAL_OF_OTHER_TIME, values | {"first": f"{first}", "last": f"{last}"})


def _every(
    context: TargetContext, peeled: Peeled, amount: Amount, text: str, figure: Worded
) -> Every | AmountFault | None:
    """Return who has to keep a goal, as its words say: each year, the average of the years, or None as usual.

    The figure as it is written may be per year, which may belong to its unit.
    """
    kind, said = context.kind, peeled.said
    if amount.per is not None and kind.yearly == "none":
        return AmountFault(findings.YEARLY_UNIT, {})
    every: Every | None = None
    if "average" in said or "average-year" in said:
        of_years = bool({"average-year", "each-year"} & said) or any(
            time.so_many or time.years for time in peeled.times
        )
        of_things = is_called(context, _AVERAGES) and not of_years
        if not (of_years or of_things or kind.below_zero or figure.amount.per is not None):
            return AmountFault(findings.AVERAGE_OF_WHAT, {"text": text, "yearly": _yearly(context, figure.text)})
        every = None if of_things and not kind.adds_up else "average"
    elif "each-year" in said:
        every = "year"
        if amount.per not in (None, "year"):
            return AmountFault(findings.YEARLY_UNIT, {})
    if every is not None and every not in kind.every:
        return AmountFault(findings.YEARLY_UNIT, {})
    return every


def _yearly(context: TargetContext, figure: str) -> Text:
    """Return a figure as an average of the years, as such an indicator may have it."""
    if context.kind.yearly == "binds":
        return Text(f"an average of {figure} a year", f"bình quân {figure}/năm")
    return Text(f"every year on average {figure}", f"bình quân hằng năm {figure}")


def done_by(context: TargetContext, text: str) -> date | None:
    """Return the day by which a task is to be done, as the words of its goal say; None where they name none."""
    words = plain_spaces(text).casefold()
    whole = context.period
    only_year = whole.last.year if whole is not None and whole.first.year == whole.last.year else None

    def period_of(named: str) -> Period | None:
        found = context.reader.period(named)
        if found is None and named in _TERM and context.term is not None:
            return Period(context.term.first, context.term.last, named)
        if found is None and (stretch := read_stretch(named)) is not None:
            return Period(*stretch, named)
        if found is None and only_year is not None and not named.isdigit():
            return context.reader.period(f"{named}/{only_year}") or context.reader.period(f"{named} {only_year}")
        return found

    deadline = read_done_by(words, period_of)
    return None if deadline is None else deadline.last
