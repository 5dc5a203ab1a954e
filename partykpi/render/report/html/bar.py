"""The bar of an attainment: how much is reached for certain, how much may be, and what would be due by now."""

from fractions import Fraction
from typing import NamedTuple

from partykpi.render.report.columns import Row
from partykpi.render.text import locale
from partykpi.render.text.figures import attainment_text, share_due
from partykpi.text import Language, Text

_WHOLE = 1000
"""The length of a bar that is full."""

_ATTAINED = Text("attainment {attainment}", "tỷ lệ đạt {attainment}")
_DUE = Text("due by now {due}", "mức cần đạt đến nay {due}")


class Bar(NamedTuple):
    """A bar in thousandths of its length: `sure` and, up to `possible`, not sure; `beyond` says that it goes on.

    `due` is where the pace of the period would be; None where none is due, or all of it.
    """

    text: str
    sure: int
    possible: int
    beyond: bool
    due: int | None


def bar(row: Row, language: Language) -> Bar | None:
    """Return the bar of a target; None where it has no attainment."""
    shares = row.assessment.measure.attainment
    if shares is None:
        return None
    low = shares.low or Fraction(0)
    due = share_due(row.assessment)
    texts = [_ATTAINED[language].format(attainment=attainment_text(row.assessment, language))]
    if due is not None:
        texts.append(_DUE[language].format(due=locale.percent(due, language)))
    return Bar(
        text="; ".join(texts),
        sure=_length(low),
        possible=_WHOLE if shares.high is None else _length(shares.high),
        beyond=low > 1,
        due=None if due is None else _length(due),
    )


def _length(share: Fraction) -> int:
    return int(min(max(share, Fraction(0)), Fraction(1)) * _WHOLE)
