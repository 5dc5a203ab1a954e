"""The summary of a report as formulas over the statuses and the attainment of its targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS
from partykpi.render.report import order, overview
from partykpi.render.report.columns import Row
from partykpi.render.report.order import Group
from partykpi.render.report.xlsx import look
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import Content
from partykpi.render.report.xlsx.case import AGAIN
from partykpi.render.report.xlsx.look import Look
from partykpi.render.text import locale, sentences, words
from partykpi.text import Language, Text

_EXCEEDED = Text("Of them exceeded", "Trong đó vượt")
_BETWEEN = " · "


class Cells(NamedTuple):
    """Where the statuses and the attainment of all targets stand, none where they do not all stand in the sheet."""

    statuses: str = ""
    attainment: str = ""


class Item(NamedTuple):
    """One item of the summary: what it is called, what it comes to and how that looks, and its formula."""

    name: str
    label: str
    content: Content
    formula: str
    look: Look | None = None
    array: bool = False


def items(report: Report, cells: Cells, arithmetic: Arithmetic, language: Language) -> list[Item]:
    """Return the items of the summary; without the cells to count they hold only while no input is changed."""
    outcome = report.summary
    lowest: Content = words.NOTHING if outcome.lowest_rest is None else outcome.lowest_rest
    text = words.NOTHING if outcome.lowest_rest is None else locale.percent(outcome.lowest_rest, language)
    percent = look.of_number(outcome.lowest_rest or Fraction(0), text, language, "share")
    achieved = _count("achieved", cells.statuses, language) + "+" + _count("exceeded", cells.statuses, language)
    statuses = _BETWEEN.join(told for _, told in sentences.each_count(outcome, language)) or words.NOTHING
    labels = {column.name: column.heading[language] for column in overview.COLUMNS}
    found = [
        Item("targets", labels["targets"], outcome.targets, f"COUNTA({cells.statuses})"),
        Item("met", labels["met"], outcome.achieved_or_exceeded, achieved),
        Item("exceeded", _EXCEEDED[language], outcome.exceeded, _count("exceeded", cells.statuses, language)),
        Item("lowest", labels["lowest"], lowest, _lowest(cells, language), percent, array=True),
        Item("statuses", labels["statuses"], statuses, f"MID({_counts(cells.statuses, language)},4,999)"),
    ]
    return [
        item
        if cells.statuses and (item.name != "lowest" or cells.attainment)
        else item._replace(formula=_fixed(item.content, arithmetic, language), array=False)
        for item in found
    ]


def subtotal(group: Group, statuses: str, arithmetic: Arithmetic, language: Language) -> tuple[str, str]:
    """Return what a group comes to, and the formula of it over the statuses of its rows."""
    text = order.subtotal(group, language)
    count, apart, _ = text.partition(_BETWEEN)
    if not apart:
        return text, ""
    if not statuses:
        return text, _fixed(text, arithmetic, language)
    return text, f'"{count}"&{_counts(statuses, language)}'


def cells_of(chosen: Sequence[Row], report: Report, columns: Mapping[str, str], first: int, last: int) -> Cells:
    """Return the cells to count over, in the columns of those letters and rows; none where a target is not shown."""
    if len(chosen) < report.summary.targets or "status" not in columns:
        return Cells()
    statuses = f"${columns['status']}${first}:${columns['status']}${last}"
    shares = (row.assessment.measure.attainment for row in chosen)
    if "attainment" not in columns or any(share is not None and share.exact is None for share in shares):
        return Cells(statuses)
    return Cells(statuses, f"${columns['attainment']}${first}:${columns['attainment']}${last}")


def _count(status: Status, cells: str, language: Language) -> str:
    return f'COUNTIF({cells},"{STATUS_WORDS[status][language]}")'


def _counts(cells: str, language: Language) -> str:
    """Return the formula that lists each status that occurs with its number."""
    told = [word[language] for word in (*STATUS_WORDS.values(), AGAIN)]
    each = (f'COUNTIF({cells},"{word}")' for word in told)
    return "&".join(f'IF({count}>0,"{_BETWEEN}{word} "&{count},"")' for word, count in zip(told, each, strict=True))


def _lowest(cells: Cells, language: Language) -> str:
    """Return the formula of the least attainment among the targets that are neither achieved nor exceeded."""
    met = [STATUS_WORDS[status][language] for status in ("exceeded", "achieved", "no-data")]
    rest = "*".join(f'({cells.statuses}<>"{word}")' for word in met)
    counted = f"IF(ISNUMBER({cells.attainment}),IF({rest},{cells.attainment}))"
    return f'IF(COUNT({counted}),MIN({counted}),"{words.NOTHING}")'


def _fixed(content: Content, arithmetic: Arithmetic, language: Language) -> str:
    value = f'"{content}"' if isinstance(content, str) else str(content)
    return f'IF({arithmetic.changed(language)}=0,{value},"{AGAIN[language]}")'
