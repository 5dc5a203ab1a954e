"""A reading as reports word it, where it is more than a figure: hạng nhất, còn 2,1%, 1.993/2.000, đã hoàn thành."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from partykpi import findings
from partykpi.core.figure import exactly, multiply
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.figure_words import PAIR, FigureContext, Worded, names_before, read_worded
from partykpi.parse.text.fold import folded
from partykpi.parse.text.goal_words import Known, Meaning, peel, plain_spaces
from partykpi.parse.text.rank_words import Rank, read_rank
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal_wording import FALLS, RISES, change_fault, is_called, is_none_left, rank_amount
from partykpi.parse.yaml.reader import Reader

_DONE = frozenset(
    map(
        folded,
        (
            "done", "completed", "complete", "finished", "carried out", "hoàn thành", "đã hoàn thành", "xong",
            "đã xong", "hoàn thành xong", "đã thực hiện", "đã thực hiện xong", "đã ban hành", "đã tổ chức",
            "hoan thanh", "da hoan thanh",
        ),
    )
)  # fmt: skip
_DONE_IN = re.compile(
    r"(?:(?:(?:đã )?(?:hoàn thành|thực hiện|ban hành|tổ chức|xong)(?: xong)?|done|completed|finished|carried out)"
    r"(?: (?:vào|trong|in|on|during))?|vào|trong|in|on|during) (?P<when>.+)"
)

# What words around a reading may say: no reading speaks of each year, or of the term.
_OF_READINGS: frozenset[Meaning] = frozenset(
    ("figure", "down-to", "up-to", "rise", "fall", "more", "new", "deed", "held", "on-year")
)
_OF_YEARLY_READINGS = _OF_READINGS | {"average", "average-year"}


# The share that is printed behind two figures, which is not read.
_PERCENTAGE = re.compile(r" ?\([^()]*[0-9] ?%\)\Z")


def read_reading_words(context: TargetContext, text: str, fault: AmountFault, day: date | None) -> Amount | AmountFault:
    """Return the figure of a reading that is no plain figure, or what is wrong with it, else `fault`."""
    indicator = context.indicator
    first = _first_of_pair(context, text)
    if first is not None or (fault.definition is findings.SHARE_UNIT and indicator.unit.additive):
        return first or fault
    peeled = peel(text, Known(context.reader.period, names_before(indicator)))
    figure, turned = plain_spaces(text).rstrip(" .;"), False
    if peeled is not None:
        allowed = _OF_YEARLY_READINGS if context.kind.below_zero else _OF_READINGS
        if peeled.times or not peeled.said <= allowed:
            return fault
        turned = _is_turned(context, peeled.said)
        wrong = None if turned else change_fault(context, peeled.said, text)
        if wrong is not None:
            return wrong
        figure = peeled.figure
    if indicator.unit.ordinal and not indicator.unit.grades:
        rank = read_rank(figure)
        return rank_amount(rank, exact=True) if type(rank) is Rank else fault
    if indicator.better == "lower" and not indicator.unit.ordinal and is_none_left(figure, context):
        return Amount(exactly(0), "", None)
    worded = read_worded(figure, FigureContext(indicator, context.reader.style, context.custom_units, day))
    if type(worded) is Worded:
        return _turned(worded.amount) or fault if turned else worded.amount
    assert type(worded) is AmountFault
    return worded if peeled is not None and worded.definition is not findings.UNPARSABLE_FIGURE else fault


def _is_turned(context: TargetContext, said: frozenset[Meaning]) -> bool:
    """Say whether a yearly change is the other way round than the indicator measures it: a fall, of growth."""
    rises = is_called(context, RISES) or context.indicator.mean == "compound"
    falls = is_called(context, FALLS)
    against = ("fall" in said and rises and not falls) or ("rise" in said and falls and not rises)
    return context.kind.below_zero and against and not {"rise", "fall"} <= said


def _turned(amount: Amount) -> Amount | None:
    """Return a change with the other sign, where it is one figure."""
    if amount.operator or amount.ranged or amount.share is not None:
        return None
    return amount._replace(figure=multiply(amount.figure, exactly(-1)))


def _first_of_pair(context: TargetContext, text: str) -> Amount | None:
    """Return the first of two figures, where it can only be the actual one: the second is the goal, or all there are.

    Without a goal, or where the first is the goal, the two may as well stand the other way round.
    """
    match = PAIR.fullmatch(_PERCENTAGE.sub("", plain_spaces(text)))
    unit, style = context.indicator.unit, context.reader.style
    if match is None or context.goal is None or context.goal.interval is None:
        return None
    own = match["own"].strip() or match["unit"].strip()
    if not (unit.additive or (unit.percent and match["own"].strip() == match["unit"].strip() == "%")):
        return None
    actual = read_amount(f"{match['before']}{match['part']} {own}".strip(), style, unit, context.custom_units)
    other = read_amount(f"{match['whole']} {match['unit'].strip()}".strip(), style, unit, context.custom_units)
    if type(actual) is not Amount or type(other) is not Amount or actual.operator or actual.per:
        return None
    first, second = actual.figure.exact, other.figure.exact
    if first is None or second is None:
        return None
    intervals = [context.goal.interval, *(interval for _, interval in context.goal.path)]
    goals = {end for interval in intervals for end in (interval.low, interval.high) if end is not None}
    whole = first <= second and first not in goals
    return actual if second in goals or whole else None


def done_when(reader: Reader, text: str) -> Period | Literal["some day"] | None:
    """Return the time in which a reading says that a task was done: tháng 8/2023, done in 2023; else None.

    A number alone, or two with a slash, are a share done and no time.
    """
    words = plain_spaces(text).rstrip(" .").lower()
    if folded(words) in _DONE:
        return "some day"
    match = _DONE_IN.fullmatch(words)
    if match is not None and (when := reader.period(match["when"])) is not None:
        return when
    return reader.period(words) if re.search(r"[^\W\d_]|[0-9]-[0-9]", words) else None
