"""A target as a row of a report: what each column says of it, in a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claim import Judgement
from partykpi.core.figure import Interval
from partykpi.core.model import Status
from partykpi.core.report import Assessment, Report
from partykpi.core.status import STATUS_WORDS
from partykpi.render import locale, words
from partykpi.render.line import one_line
from partykpi.text import Language, Text

_YEARS_MET = Text("{met}/{reported} years", "{met}/{reported} năm")


class Published(NamedTuple):
    """A claim as it was written, and the sign of its verdict with a word where one is due."""

    text: str
    sign: str
    word: str
    judgement: Judgement


class Row(NamedTuple):
    """One target. Figures come without their unit, which is `unit`; what is not known is a dash."""

    number: int
    assessment: Assessment
    name: str
    unit: str
    goal: str
    achieved: str
    attainment: str
    published: tuple[Published, ...]
    status: str


def rows(report: Report, language: Language, only: Sequence[Status] = ()) -> list[Row]:
    """Return a row for each target, in the order of the file, or for those of a status in `only`."""
    return [_row(number, assessment, language) for number, assessment in numbered(report, only)]


def numbered(report: Report, only: Sequence[Status] = ()) -> Iterator[tuple[int, Assessment]]:
    """Return the assessments with the numbers they have in the whole resolution."""
    for number, assessment in enumerate(report.assessments, 1):
        if not only or assessment.status in only:
            yield number, assessment


def has_implied(chosen: Sequence[Row]) -> bool:
    """Say whether any row carries the mark of an implied figure."""
    return any(row.assessment.implied for row in chosen)


def achieved_text(assessment: Assessment, language: Language, named: bool = True) -> str:
    """Write what was achieved: a figure, the day of completion, or how many years met the goal of a rank."""
    measure, unit = assessment.measure, assessment.target.indicator.unit
    if measure.done is not None:
        return locale.date_short(measure.done, language)
    if measure.achieved is None:
        return words.NOTHING
    if unit.id == "rank" and measure.periods is not None:
        met = measure.achieved.exact
        return _YEARS_MET[language].format(
            met=measure.periods.met if met is None else locale.number(met, language),
            reported=measure.periods.reported,
        )
    decimals = max(2, locale.decimals_of(assessment.goal.interval)) if assessment.goal.interval else 2
    return locale.amount(measure.achieved, unit, language, decimals, named)


def attainment_text(assessment: Assessment, language: Language) -> str:
    """Write the attainment, or a dash."""
    shares = assessment.measure.attainment
    if shares is None:
        return words.NOTHING
    return locale.percent_interval(shares, language, *attainment_decimals(assessment))


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


def _row(number: int, assessment: Assessment, language: Language) -> Row:
    indicator, goal = assessment.target.indicator, assessment.goal
    return Row(
        number,
        assessment,
        one_line(assessment.target.name[language]),
        one_line(locale.unit_name(indicator.unit, language)),
        _marked(
            locale.goal_text(goal, indicator.unit, language, named=False) if goal.known else words.NOTHING,
            assessment.implied == "target",
        ),
        _marked(achieved_text(assessment, language, named=False), assessment.implied == "actual"),
        attainment_text(assessment, language),
        tuple(_published(judgement, language) for judgement in assessment.judgements),
        STATUS_WORDS[assessment.status][language],
    )


def _marked(figure: str, implied: bool) -> str:
    return figure + words.IMPLIED_MARK if implied else figure


def _published(judgement: Judgement, language: Language) -> Published:
    acknowledged = judgement.claim.acknowledged is not None
    return Published(
        one_line(judgement.claim.text),
        words.VERDICT_SIGNS[judgement.verdict],
        words.ACKNOWLEDGED[language] if acknowledged else "",
        judgement,
    )
