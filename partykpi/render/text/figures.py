"""The figures of a target as they are written: its goal, what was achieved, and the share of the goal that this is."""

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple, TypeAlias

from partykpi.core import kinds
from partykpi.core.figure import Interval, exactly, subtract
from partykpi.core.model import Goal, Indicator, Unit
from partykpi.core.report import Assessment
from partykpi.core.rounding import decimals_apart
from partykpi.core.rounding import rounded as half_up
from partykpi.render.text import locale, words
from partykpi.text import GivenText, Language, Text

_YEARS_MET = Text("{met}/{reported} years", "{met}/{reported} năm")

_ALL, _MOST = Fraction(100), 6
_SCALED, _SCALED_DECIMALS = 10**9, 3
_NO_UNIT = Unit("", Text("", ""), Text("", ""))
_YEAR = Unit("year", Text("year", "năm"), Text("years", "năm"), counted=True)


# What a cell says exactly; None where it has nothing to say.
Value: TypeAlias = Interval | Fraction | int | date | Text | GivenText | str | None


class Notation(NamedTuple):
    """How a number is written: in a `unit`, as a `share` of 1 in percent, or as a bare number.

    It has at most so many decimals or, where they are `fixed`, exactly so many. The name of the unit follows where it
    is `named`. Of a share that is `capped`, as the pace of a limit is, no more is written than that it is above 1. Of
    what is counted, and is to be a `whole` number, the next one down or up is written.
    """

    unit: Unit | None = None
    share: bool = False
    decimals: int = 2
    fixed: bool = False
    named: bool = False
    capped: bool = False
    whole: Literal["down", "up"] | None = None

    def shown(self, figure: Interval) -> Interval:
        """Return what is written of a figure, which is another one only where that is to be whole."""
        if self.whole is None:
            return figure
        rounded = floor if self.whole == "down" else ceil
        low, high = (None if end is None else Fraction(rounded(end)) for end in (figure.low, figure.high))
        return Interval(low, high, low is not None, high is not None)

    def write(self, figure: Interval, language: Language) -> str:
        """Write a figure."""
        figure = self.shown(figure)
        if self.capped and above_one(figure):
            return words.WITHIN_DUE[language]
        if self.share:
            return locale.percent_interval(figure, language, self.decimals, self.fixed)
        return locale.amount(figure, self.unit or _NO_UNIT, language, self.decimals, self.named)


class Cell(NamedTuple):
    """What is said of a target, or of a report, in one place: the `text` that is shown, and the same as a `value`.

    `notation` says how the number in the text is written, None where there is none. The `mark` at the end of the text
    says that no file holds the figure.
    """

    text: str
    value: Value = None
    notation: Notation | None = None
    mark: str = ""


def above_one(figure: Interval) -> bool:
    """Say whether a share is above 1, whatever it is more exactly."""
    return figure.low is not None and figure.low >= 1 and figure.exact != 1


COUNT = Notation()
"""A bare number."""

PERCENT = Notation(share=True)
"""A share of 1 in percent, with at most two decimals."""


def in_unit(assessment: Assessment, named: bool = False) -> Notation:
    """Return how a figure in the unit of a target is written: with as many decimals as its goal has, at least two.

    Where the goal is written in another unit than the readings may be, few decimals of theirs are not lost to that.
    """
    target = assessment.target
    shown = [assessment.goal.interval]
    if target.own_unit is not None:
        held = [one.figure for one in (target.baseline, *target.readings) if one is not None]
        shown += [figure for figure in held if figure is not None and locale.ends_within(figure)]
    decimals = max((locale.decimals_of(figure) for figure in shown if figure is not None), default=2)
    return Notation(target.indicator.unit, decimals=decimals, named=named)


def calculated(assessment: Assessment) -> Notation:
    """Return how a figure that no file holds is written."""
    return Notation(_YEAR, named=True) if counts_years(assessment) else rounded(assessment)


def forecast(assessment: Assessment) -> Notation:
    """Return how the forecast is written: of what is counted in whole numbers, and never better than it is."""
    goal, usual = assessment.goal, calculated(assessment)
    is_mean = goal.every == "average" and not kinds.find(assessment.target.indicator.kind).adds_up
    if is_mean or kinds.find(assessment.target.indicator.kind).of_path == "mean" or not _is_counted(assessment):
        return usual
    return usual._replace(whole="up" if goal.direction == "lower" else "down")


def needed(assessment: Assessment) -> Notation:
    """Return how is written what each year left must bring: of what is counted no less than the whole numbers do."""
    usual = calculated(assessment)
    figure = assessment.measure.needed
    if figure is None or not _is_counted(assessment):
        return usual
    return usual._replace(whole="down" if figure.high is not None and figure.high < 0 else "up")


def _is_counted(assessment: Assessment) -> bool:
    """Say whether the figures of a target are of whole things, each counted as one."""
    return assessment.target.indicator.unit.counted and assessment.target.size == 1 and not counts_years(assessment)


def rounded(assessment: Assessment) -> Notation:
    """Return how a calculated figure in the unit of a target is written: of billions with a decimal more."""
    target = assessment.target
    return Notation(target.indicator.unit, decimals=_SCALED_DECIMALS if target.size >= _SCALED else 2)


def attainment_notation(assessment: Assessment) -> Notation:
    """Return how the attainment is written: with the decimals of the first claim that published it, else at most two.

    With at most two as well where those of the claim would hide how little is lacking to 100%, or beyond it; what lies
    beyond it by less is written with more.
    """
    shares = assessment.measure.attainment
    share = None if shares is None else shares.exact
    percent = Fraction(0) if share is None else 100 * share
    usual = PERCENT._replace(decimals=min(decimals_apart(percent, _ALL, 2), _MOST)) if percent > _ALL else PERCENT
    for judgement in assessment.judgements:
        claim = judgement.claim
        if claim.number is not None and claim.sense == "reaches" and claim.about_whole_target:
            hidden = percent != _ALL and half_up(percent, claim.decimals) == _ALL
            return usual if hidden else Notation(share=True, decimals=claim.decimals, fixed=True)
    return usual


def figure_text(figure: Interval, assessment: Assessment, language: Language, named: bool = True) -> str:
    """Write a figure in the unit of a target."""
    return in_unit(assessment, named).write(figure, language)


def goal_text(goal: Goal, indicator: Indicator, language: Language, named: bool = True, sentence: bool = False) -> str:
    """Write a goal the way that its kind speaks of years, for a table or for a `sentence`."""
    if goal.by is not None:
        return locale.deadline_text(goal.by, language, sentence)
    kind = kinds.find(indicator.kind)
    average = locale.YEARLY if kind.of_path == "sum" else locale.AVERAGE_OF_YEARS
    if kind.every[0] == "average" or indicator.unit.ordinal:
        average = locale.ON_AVERAGE
    return locale.goal_text(_at_the_end(goal, indicator), indicator.unit, language, named, average)


def _at_the_end(goal: Goal, indicator: Indicator) -> Goal:
    """Return a goal of at most nothing, or of at least the whole, as that figure: nothing lies beyond it."""
    interval, share = (
        goal.interval,
        indicator.unit.percent and indicator.kind == "level" and indicator.rollup == "share",
    )
    if interval is None or goal.direction == "exactly" or not (indicator.unit.counted or share):
        return goal
    nothing = interval.low is None and interval.high == 0 and interval.high_closed
    whole = share and interval.high is None and interval.low == 100 and interval.low_closed
    return goal._replace(interval=exactly(0 if nothing else 100)) if nothing or whole else goal


def achieved(assessment: Assessment, language: Language, named: bool = True) -> Cell:
    """Write what was achieved: a figure, the day of completion, or how many years met the goal of a rank."""
    measure = assessment.measure
    if measure.done is not None:
        return Cell(locale.date_short(measure.done, language), measure.done)
    if measure.achieved is None:
        return Cell(words.NOTHING)
    if counts_years(assessment):
        return Cell(years_met(assessment, language), measure.achieved, COUNT)
    notation = in_unit(assessment, named)
    return Cell(notation.write(measure.achieved, language), measure.achieved, notation)


def achieved_text(assessment: Assessment, language: Language, named: bool = True) -> str:
    """Write what was achieved."""
    return achieved(assessment, language, named).text


def attainment(assessment: Assessment, language: Language) -> Cell:
    """Write the attainment for a table, where it is of a limit with a mark; or a dash."""
    shares, notation = assessment.measure.attainment, attainment_notation(assessment)
    if shares is None:
        return Cell(words.NOTHING)
    mark = words.LIMIT_MARK if of_limit(assessment) else ""
    return Cell(notation.write(shares, language) + mark, shares, notation, mark)


def attainment_text(assessment: Assessment, language: Language) -> str:
    """Write the attainment for a sentence, and say where it is of a limit; or a dash."""
    shares = assessment.measure.attainment
    if shares is None:
        return words.NOTHING
    text = attainment_notation(assessment).write(shares, language)
    return words.OF_LIMIT[language].format(share=text) if of_limit(assessment) else text


def of_limit(assessment: Assessment) -> bool:
    """Say whether attainment is the share of a limit that is used, of which less is better."""
    return assessment.measure.of == "limit" and assessment.measure.attainment is not None


def pace_notation(assessment: Assessment) -> Notation:
    """Return how the pace is written: of a limit above 100% only as within what is due."""
    return PERCENT._replace(capped=assessment.measure.of == "limit")


def limit(assessment: Assessment) -> Interval | None:
    """Return the limit over the whole period; None where the goal is none, or is implied."""
    if assessment.measure.of != "limit" or assessment.measure.achieved is None:
        return None
    bound = kinds.find(assessment.target.indicator.kind).over_period(assessment.case).bound
    return None if bound is None or bound.exact is None else bound


def left_of_limit(assessment: Assessment) -> Interval | None:
    """Return what is left of a limit, below zero where it is passed."""
    bound, achieved = limit(assessment), assessment.measure.achieved
    return None if bound is None or achieved is None else subtract(bound, achieved)


def years_met(assessment: Assessment, language: Language) -> str:
    """Write how many of the years reported met a goal that binds every year, or a dash."""
    periods = assessment.measure.periods
    if periods is None or not periods.reported:
        return words.NOTHING
    return _YEARS_MET[language].format(met=periods.met, reported=periods.reported)


def counts_years(assessment: Assessment) -> bool:
    """Say whether the figures of a measure are numbers of years and not in the unit of the target, as for ranks."""
    return kinds.find(assessment.target.indicator.kind).counts_years and assessment.measure.periods is not None


def share_due(assessment: Assessment) -> Fraction | None:
    """Return the attainment that the pace of the period asks for by now; None where none is due, or all of it."""
    measure = assessment.measure
    if measure.attainment is None:
        return None
    due = kinds.find(assessment.target.indicator.kind).share_due(assessment.case, measure)
    share = due and due.exact
    return share if share is not None and 0 <= share < 1 else None
