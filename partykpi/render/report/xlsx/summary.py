"""The summary of a report as formulas over the statuses of its targets and the scores of what is not met."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.model import Status
from partykpi.core.status import STATUS_WORDS, called, counted
from partykpi.render.report import overview
from partykpi.render.report.document import Document
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import CellValue, Content, literal
from partykpi.render.report.xlsx.cells import AGAIN
from partykpi.render.report.xlsx.lines import SCORE, Block
from partykpi.render.report.xlsx.number_format import of_number
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import Notation
from partykpi.text import Language, Text

_EXCEEDED = Text("Of them exceeded", "Trong đó vượt")
_BETWEEN = " · "


class SummaryItem(NamedTuple):
    """One item of the summary: its name, what it is called and what it comes to."""

    name: str
    label: str
    value: CellValue


def items(statuses: str, arithmetic: Arithmetic) -> list[SummaryItem]:
    """Return the items of the summary; without the cells to count they hold only while no input is changed."""
    outcome, language = arithmetic.report.summary, arithmetic.language
    labels = {column.name: column.heading[language] for column in overview.COLUMNS}
    achieved = _count("achieved", statuses, language) + "+" + _count("exceeded", statuses, language)
    each = _BETWEEN.join(text for _, text in sentences.each_count(outcome, language)) or words.NOTHING
    exceeded = CellValue(outcome.exceeded, formula=_count("exceeded", statuses, language))
    found = [
        SummaryItem("targets", labels["targets"], CellValue(outcome.targets, formula=f"COUNTA({statuses})")),
        SummaryItem("met", labels["met"], CellValue(outcome.achieved_or_exceeded, formula=achieved)),
        SummaryItem("exceeded", _EXCEEDED[language], exceeded),
        SummaryItem("lowest", labels["lowest"], _lowest(arithmetic)),
        SummaryItem(
            "statuses", labels["statuses"], CellValue(each, formula=f"MID({_counts(statuses, language)},4,999)")
        ),
    ]
    live = {item.name: bool(statuses) for item in found}
    live["lowest"] = _has_scores(arithmetic)
    return [item if live[item.name] else item._replace(value=_fixed(item.value, arithmetic)) for item in found]


def subtotal(text: str, statuses: str, arithmetic: Arithmetic) -> CellValue:
    """Return what a group comes to, as a formula over the statuses of its rows."""
    language = arithmetic.language
    count, apart, _ = text.partition(_BETWEEN)
    if not apart:
        return CellValue(text)
    if not statuses:
        return _fixed(CellValue(text), arithmetic)
    return CellValue(text, formula=f"{literal(count)}&{_counts(statuses, language)}")


def counted_cells(one: Document, columns: Mapping[str, str], rows: tuple[int, int]) -> str:
    """Return the cells with the statuses of all targets, in the columns of those letters, from the first row on.

    Nothing where a target is not shown.
    """
    if len(one.table.rows) < one.report.summary.targets or "status" not in columns:
        return ""
    first, last = rows
    return f"${columns['status']}${first}:${columns['status']}${last}"


def _has_scores(arithmetic: Arithmetic) -> bool:
    """Say whether every target has a score that follows its inputs, or can have none."""
    live = ["score" in block.formulas for block in arithmetic.blocks.values() if not _can_have_none(block)]
    return bool(live) and all(live)


def _can_have_none(block: Block) -> bool:
    return block.cells.measure.score is None and "achieved" not in block.formulas and "status" not in block.formulas


def _count(status: Status, cells: str, language: Language) -> str:
    return "+".join(_count_of(word, cells, language) for word in called(status))


def _count_of(word: Text, cells: str, language: Language) -> str:
    return f"COUNTIF({cells},{literal(word[language])})"


def _counts(cells: str, language: Language) -> str:
    """Return the formula that lists each status that occurs with its number."""
    each = []
    counts = {word: alike for status in STATUS_WORDS for word, alike in counted(status).items()}
    for word, alike in {**counts, AGAIN: (AGAIN,)}.items():
        count = "+".join(_count_of(one, cells, language) for one in alike)
        each.append(f'IF({count}>0,{literal(f"{_BETWEEN}{word[language]} ")}&{count},"")')
    return "&".join(each)


def _lowest(arithmetic: Arithmetic) -> CellValue:
    """Return the least score among the targets that are neither achieved nor exceeded."""
    lowest, language = arithmetic.report.summary.lowest_rest, arithmetic.language
    content: Content = words.NOTHING if lowest is None else lowest
    text = words.NOTHING if lowest is None else locale.percent(lowest, language)
    percent = of_number(lowest or Fraction(0), text, language, Notation(share=True))
    labels, values = arithmetic.columns
    scores = f"IF({labels}={literal(SCORE[language])},IF(ISNUMBER({values}),{values}))"
    formula = f"IF(COUNT({scores}),MIN({scores}),{literal(words.NOTHING)})"
    return CellValue(content, percent, formula, array=True)


def _fixed(value: CellValue, arithmetic: Arithmetic) -> CellValue:
    """Return a value that gives way once any input is changed."""
    content = literal(value.content) if isinstance(value.content, str) else str(value.content)
    formula = f"IF({arithmetic.changed}=0,{content},{literal(AGAIN[arithmetic.language])})"
    return value._replace(formula=formula, array=False)
