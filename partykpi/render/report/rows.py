"""A target as a row of a report: its number, what was achieved and published, as text in a language."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.claims.model import Judgement
from partykpi.core.figure import Interval
from partykpi.core.model import Goal, Indicator, Status
from partykpi.core.report import Assessment, Report
from partykpi.core.time import Moment
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_YEARS_MET = Text("{met}/{reported} years", "{met}/{reported} năm")


class Published(NamedTuple):
    """A claim as it was written, and the sign of its verdict with a word where one is due."""

    text: str
    sign: str
    word: str
    judgement: Judgement


class Row(NamedTuple):
    """One target at a moment of the term, with the number that it has in the whole resolution."""

    number: int
    assessment: Assessment
    moment: Moment


def rows(report: Report, only: Sequence[Status] = ()) -> list[Row]:
    """Return a row for each target, in the order of the file, or for those of a status in `only`."""
    return [
        Row(number, assessment, report.moment)
        for number, assessment in enumerate(report.assessments, 1)
        if not only or assessment.status in only
    ]


def has_implied(chosen: Sequence[Row]) -> bool:
    """Say whether any row carries the mark of an implied figure."""
    return any(row.assessment.implied for row in chosen)


def published(assessment: Assessment, language: Language) -> list[Published]:
    """Return the claims about a target."""
    return [
        Published(
            one_line(judgement.claim.text),
            words.VERDICT_SIGNS[judgement.verdict],
            words.ACKNOWLEDGED[language] if judgement.claim.acknowledged is not None else "",
            judgement,
        )
        for judgement in assessment.judgements
    ]


def years_met(assessment: Assessment, language: Language) -> str:
    """Write how many of the years reported met a goal that binds every year, or a dash."""
    periods = assessment.measure.periods
    if periods is None or not periods.reported:
        return words.NOTHING
    return _YEARS_MET[language].format(met=periods.met, reported=periods.reported)


def counts_years(assessment: Assessment) -> bool:
    """Say whether the figures of a measure are numbers of years and not in the unit of the target, as for ranks."""
    return assessment.target.indicator.unit.ordinal and assessment.measure.periods is not None


def achieved_text(assessment: Assessment, language: Language, named: bool = True) -> str:
    """Write what was achieved: a figure, the day of completion, or how many years met the goal of a rank."""
    measure = assessment.measure
    if measure.done is not None:
        return locale.date_short(measure.done, language)
    if measure.achieved is None:
        return words.NOTHING
    if counts_years(assessment):
        return years_met(assessment, language)
    return figure_text(measure.achieved, assessment, language, named)


def figure_text(figure: Interval, assessment: Assessment, language: Language, named: bool = True) -> str:
    """Write a figure in the unit of a target, with as many decimals as its goal has."""
    decimals = max(2, locale.decimals_of(assessment.goal.interval)) if assessment.goal.interval else 2
    return locale.amount(figure, assessment.target.indicator.unit, language, decimals, named)


def goal_text(goal: Goal, indicator: Indicator, language: Language, named: bool = True, sentence: bool = False) -> str:
    """Write a goal the way that its kind speaks of years, for a table or for a `sentence`."""
    if goal.by is not None:
        return locale.deadline_text(goal.by, language, sentence)
    adds_up = kinds.find(indicator.kind).of_path == "sum"
    return locale.goal_text(goal, indicator.unit, language, named, adds_up)


def attainment_text(assessment: Assessment, language: Language) -> str:
    """Write the attainment, or a dash."""
    shares = assessment.measure.attainment
    if shares is None:
        return words.NOTHING
    return locale.percent_interval(shares, language, *attainment_decimals(assessment))


def due_mark(row: Row) -> Fraction | None:
    """Return the attainment that the pace of the term asks for by now; None where none is due, or all of it."""
    assessment, measure = row.assessment, row.assessment.measure
    if measure.attainment is None:
        return None
    due = kinds.find(assessment.target.indicator.kind).share_due(assessment.case, measure)
    share = due and due.exact
    return share if share is not None and 0 <= share < 1 else None


def attainment_decimals(assessment: Assessment) -> tuple[int, bool]:
    """Return the decimals to write the attainment with, and whether exactly so many.

    They are those of the claim that published it, else at most two; at most two as well where those of the
    claim would hide how little is lacking to 100%.
    """
    claimed = _claimed_decimals(assessment)
    shares = assessment.measure.attainment
    if claimed is None or (shares is not None and _hidden(shares, claimed)):
        return 2, False
    return claimed, True


def _claimed_decimals(assessment: Assessment) -> int | None:
    # The first claim that says what share of the target was reached, and of nothing else.
    for judgement in assessment.judgements:
        claim = judgement.claim
        plain = claim.of is None and claim.period is None and claim.against is None and not claim.change
        if claim.number is not None and claim.sense == "reaches" and plain:
            return claim.decimals
    return None


def _hidden(shares: Interval, decimals: int) -> bool:
    """Say whether so few decimals would hide that the share falls short of 100%."""
    share = shares.exact
    return share is not None and 0 < (1 - share) * 100 <= Fraction(1, 2 * 10**decimals)
