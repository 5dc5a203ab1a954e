"""The indicator of the catalogue that measures a change which a goal asks for, and its own indicator does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import Indicator
from partykpi.parse.text.amount import AmountFault, amount_on
from partykpi.parse.text.fold import folded
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal import WordedGoal
from partykpi.parse.values.goal_wording import FALLS, RISES, is_called, read_goal_words
from partykpi.text import Text

# Words of names that do not say what is measured, but that it is a share, a number, a change or one of each year.
_UNTOLD = frozenset(
    folded(
        "tỷ lệ số lượng tổng tốc độ mức tăng trưởng giảm bình quân hằng hàng năm trên địa bàn "
        "share rate number of growth reduction reduced cut in the a year yearly"
    ).split()
)
_ALIKE = 0.6

# Of a file with more such goals the rest is told without one.
_MOST = 20


def name_what_measures(context: TargetContext, since: int, indicators: Iterable[Indicator], day: date | None) -> None:
    """Add to the findings since some number, of changes that are not measured, the indicators that measure them."""
    found = context.reader.findings
    for index in range(since, len(found)):
        finding = found[index]
        if finding.code == findings.GOAL_CHANGE.code and sum(one.code == finding.code for one in found) <= _MOST:
            others = _others(context, str(finding.values["text"]), indicators, day)
            found[index] = finding._replace(values={**finding.values, "others": others})


def _others(context: TargetContext, text: str, indicators: Iterable[Indicator], day: date | None) -> Text:
    measuring = [one for one in indicators if _measures(context, one, text, day)]
    alike = {one.id: _likeness(context.indicator, one) for one in measuring}
    best = max(measuring, key=lambda one: alike[one.id], default=None)
    if best is None or alike[best.id] < _ALIKE:
        return Text("", "")
    return Text(f": `{best.id}` ({best.name.en or best.name.vi})", f": `{best.id}` ({best.name.vi or best.name.en})")


def _likeness(one: Indicator, other: Indicator) -> float:
    """Return how much of what two indicators are called is the same, from 0 to 1, beside the words for a change."""
    pairs = ((_told(name), _told(another)) for name in _names(one) for another in _names(other))
    return max((len(name & another) / len(name | another) for name, another in pairs if name and another), default=0)


def _names(indicator: Indicator) -> list[str]:
    return [name for name in (indicator.name.en, indicator.name.vi, *indicator.also) if name]


def _told(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(name))) - _UNTOLD


def _measures(context: TargetContext, indicator: Indicator, text: str, day: date | None) -> bool:
    """Say whether an indicator is one of a change, and reads the goal."""
    other = context._replace(indicator=indicator, kind=kinds.find(indicator.kind))
    if indicator.id == context.indicator.id or not (is_called(other, RISES) or is_called(other, FALLS)):
        return False
    plain = amount_on(text, context.reader.style, indicator.unit, context.custom_units, day)
    return type(plain) is AmountFault and type(read_goal_words(other, text, plain, day)) is WordedGoal
