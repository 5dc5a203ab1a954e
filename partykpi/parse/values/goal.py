"""The goal of a target, in the unit of its indicator."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.model import BETTER_WORDS, Direction, End, Every, Goal, Per
from partykpi.core.time import Term
from partykpi.parse.text.amount import Amount, AmountFault, amount_on, bounded
from partykpi.parse.text.period import read_date, year_named
from partykpi.parse.text.quantity import Operator
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.per import PER_YEAR, in_time_of_unit
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar

UNKNOWN = "unknown"

# On which side of a goal a value is better, by the goal's sign; a range, which has none, leaves that to the indicator.
_DIRECTIONS: dict[Operator, Direction | None] = {
    ">=": "higher",
    ">": "higher",
    "<=": "lower",
    "<": "lower",
    "=": "exactly",
    "within": "exactly",
    "": None,
}


class WordedGoal(NamedTuple):
    """The figure of a goal, who has to keep it where the words say so, and the words that are shown as written.

    `figure` is the text of the figure alone, where the goal is more.
    """

    amount: Amount
    every: Every | None = None
    words: str = ""
    figure: str = ""


class GoalNodes(NamedTuple):
    """What a file says of one goal: the values of the keys that it has."""

    target: Node | None
    measured_against: Node | None = None
    every: Node | None = None


def decode_goal(context: TargetContext, nodes: GoalNodes, day: date | None) -> Goal | None:
    """Return the goal of a target, set on that day; whatever is wrong with it is reported."""
    reader, kind, node = context.reader, context.kind, nodes.target
    if type(node) is Mapping and kind.of_path is not None:
        return _goal_by_year(context, nodes, node, day)
    text = reader.scalar("target", node)
    if text is None or type(node) is not Scalar:
        return None
    if text.casefold() == UNKNOWN or (not text.isascii() and _means_unknown(text)):
        direction = context.indicator.better
        return Goal(text, reader.place(node), direction=direction, measured_against=_near_end(direction))
    if kind.dated:
        by = _deadline(context, text)
        if by is None:
            from partykpi.parse.values.goal_remedy import by_when

            reader.report(findings.UNPARSABLE_MILESTONE, node, text=text, by=by_when(context, text))
            return None
        return Goal(text, reader.place(node), by=by)
    worded = _worded(context, node, day)
    if worded is None:
        return None
    if worded.amount.operator in ("nearly", "about"):
        from partykpi.parse.values.goal_remedy import as_bound

        reader.report(findings.VAGUE_GOAL, node, text=text, bound=as_bound(text, context.indicator.better))
        return None
    return _goal_of_figure(context, nodes, node, worded)


def _means_unknown(text: str) -> bool:
    from partykpi.parse.keys import value_meant

    return value_meant(text, (UNKNOWN,)) is not None


def _deadline(context: TargetContext, text: str) -> date | None:
    """Return the last day in time of a goal such as `by 2024-12-31` or `trước năm 2024`, or None."""
    if text.startswith("by ") and (day := read_date(text[3:])) is not None:
        return day
    from partykpi.parse.values.goal_wording import done_by

    return done_by(context, text)


def in_time_of_goal(context: TargetContext, written: Amount) -> Amount:
    """Return a figure with what it is counted per as a goal: what adds up is asked of each time that its unit is of."""
    written, per = in_time_of_unit(context, written), context.indicator.unit.per
    if per is None or written.per is not None or context.kind.yearly != "binds":
        return written
    return written._replace(per=per)


def _worded(context: TargetContext, node: Scalar, day: date | None) -> WordedGoal | None:
    """Return what a goal says; words are looked at only where it is no plain figure. What is wrong is reported."""
    reader, kind = context.reader, context.kind
    plain = amount_on(node.value, reader.style, context.indicator.unit, context.custom_units, day)
    if type(plain) is Amount:
        plain = in_time_of_goal(context, plain)
    if type(plain) is Amount and plain.per is not None and kind.yearly == "none":
        plain = AmountFault(findings.YEARLY_UNIT, {})
    if type(plain) is Amount:
        if not (context.indicator.unit.ordinal and is_no_rank(plain, node.value)):
            return WordedGoal(plain, _every_by_words(context, node.value, plain.per))
        plain = AmountFault(findings.NOT_A_RANK, {"text": node.value})  # no number, but words: at least 10th
    from partykpi.parse.values.goal_wording import read_goal_words

    assert type(plain) is AmountFault
    found = read_goal_words(context, node.value, plain, day)
    if type(found) is AmountFault:
        if found.definition is findings.UNPARSABLE_FIGURE:
            from partykpi.parse.values.goal_remedy import unread

            found = unread(context, node.value, day)
        reader.report(found.definition, node, **found.values)
        return None
    assert type(found) is WordedGoal
    return found._replace(every=found.every or _every_by_words(context, node.value, found.amount.per))


def is_no_rank(written: Amount, text: str) -> bool:
    """Say whether a bound on the number of a place may mean a worse place or a better one, as words of size do."""
    return written.operator in (">=", ">") or (written.operator == "<" and "<" not in text)


def _goal_of_figure(context: TargetContext, nodes: GoalNodes, node: Scalar, worded: WordedGoal) -> Goal:
    """Return the goal that a figure, a bound or a range sets."""
    better, written = context.indicator.better, worded.amount
    operator = written.operator
    if not operator and not written.ranged:
        operator = ">=" if better == "higher" else "<="
    direction = _DIRECTIONS[operator] or better
    if direction not in ("exactly", better):
        context.reader.report(findings.GOAL_DIRECTION, node, better=BETTER_WORDS[better])
    times = 1 if written.per is None else PER_YEAR[written.per]
    figure = written.figure if times == 1 else multiply(written.figure, exactly(times))
    interval = bounded(figure, operator, context.indicator.unit)
    end = _near_end(direction)
    if nodes.measured_against is not None:
        end = _end_chosen(context.reader, nodes.measured_against, interval) or end
    every = _every(context, nodes.every, worded.every)
    return Goal(
        text=node.value,
        place=context.reader.place(node),
        interval=interval,
        direction=direction,
        measured_against=end,
        every=every,
        words=worded.words,
        figure=worded.figure,
    )


def _near_end(direction: Direction) -> End:
    """Return the end of a goal that is reached first."""
    return "high" if direction == "lower" else "low"


def _end_chosen(reader: Reader, node: Node, interval: Interval) -> End | None:
    """Return the end that attainment is to be measured against; one that the goal does not have is reported."""
    ends: tuple[End, ...] = ("low", "high")
    chosen = reader.choice("measured_against", node, ends)
    if chosen is not None and interval.end(chosen) is None:
        reader.report(findings.MEASURED_AGAINST, node, end=chosen)
        return None
    return chosen


def _every(context: TargetContext, node: Node | None, by_words: Every | None) -> Every:
    """Return what has to keep the goal: as `every` says, else as the words of the goal do, else the usual."""
    usual = context.kind.every
    chosen = None if node is None else context.reader.choice("every", node, usual)
    return chosen or by_words or usual[0]


_EACH_YEAR = re.compile(r"\b(?:every|each) year\b|\b(?:mỗi|hằng|hàng|từng|moi|hang) (?:năm|nam)\b")


def _every_by_words(context: TargetContext, text: str, per: Per | None) -> Every | None:
    """Return what a goal per year says has to keep it: "every year" each year, "a year" the years on average."""
    if per == "year" and "year" in context.kind.every and _EACH_YEAR.search(" ".join(text.casefold().split())):
        return "year"
    return "average" if per is not None and context.kind.yearly == "binds" else None


def _goal_by_year(context: TargetContext, nodes: GoalNodes, node: Mapping, day: date | None) -> Goal | None:
    """Return the goal that is set year by year; over the term it is their sum, their last or their mean."""
    reader = context.reader
    steps: list[tuple[int, Goal, Interval]] = []
    for key, value in node.entries:
        named = reader.period(key.value)
        year = year_named(named)
        if named is None or year is None:
            if not reader.has_no_space(key, value):
                reader.report(findings.UNPARSABLE_PERIOD, key, text=key.value)
            continue
        of_year = context._replace(period=Term(named.first, named.last, reader.year_starts))
        step = decode_goal(of_year, nodes._replace(target=value, every=None), day)
        if step is not None and step.interval is not None:
            steps.append((year, step, step.interval))
    if not steps:
        if not node.entries:
            reader.report(findings.EMPTY_VALUE, node, key="target")
        return None
    steps.sort(key=lambda step: step[0])
    _, last, _ = steps[-1]
    if any(interval.end(last.measured_against) is None for _, _, interval in steps):
        reader.report(findings.MIXED_PATH, node)
        return None
    return last._replace(
        text=", ".join(f"{year}: {step.text}" for year, step, _ in steps),
        place=reader.place(node),
        interval=_over_term(context, [interval for _, _, interval in steps]),
        every=_every(context, nodes.every, None),
        path=tuple((year, interval) for year, _, interval in steps),
        words=last.words if all(step.words == last.words for _, step, _ in steps) else "",
    )


def _over_term(context: TargetContext, intervals: list[Interval]) -> Interval:
    """Return what the goals of single years come to over the term."""
    if context.kind.of_path == "last":
        return intervals[-1]
    total = intervals[0]
    for interval in intervals[1:]:
        total = add(total, interval)
    return multiply(total, exactly(Fraction(1, len(intervals)))) if context.kind.of_path == "mean" else total
