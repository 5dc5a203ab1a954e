"""What differs between two reports, as a table, plain text or JSON."""

from __future__ import annotations

from typing import Literal, assert_never, get_args

from partykpi.core.compare import Comparison
from partykpi.render.commands.compare_rows import (
    ARROW,
    CHANGE,
    CHANGE_WORDS,
    POINTS,
    amendment,
    change_rows,
    heading,
    legends,
    summary,
)
from partykpi.render.text import words
from partykpi.render.text.machine import json_text
from partykpi.render.text.wrap import NO_BREAK, USUAL_WIDTH
from partykpi.text import Language

FormatName = Literal["table", "plain", "json"]

FORMATS: tuple[FormatName, ...] = get_args(FormatName)


def render(
    comparison: Comparison,
    format_name: FormatName,
    language: Language,
    columns: int | None = None,
    color: bool = False,
) -> str:
    """Return the whole text in that format, with a new line at its end; `columns` None is the usual width."""
    match format_name:
        case "json":
            from partykpi.render.commands.compare_json import tree

            return json_text(tree(comparison))
        case "plain":
            return _plain(comparison, language)
        case "table":
            from partykpi.render.commands.compare_table import table

            return table(comparison, language, columns or USUAL_WIDTH, color)
        case _:
            assert_never(format_name)


def _plain(comparison: Comparison, language: Language) -> str:
    from tabulate import tabulate

    lines = [*heading(comparison, language), ""]
    changed = change_rows(comparison, language)
    if changed:
        labels = (words.TARGET, CHANGE, words.GOAL, words.ACHIEVED, words.ATTAINMENT, POINTS, words.STATUS)
        cells = [
            [
                row.name,
                CHANGE_WORDS[row.change.kind][language],
                amendment(row) if row.change.kind == "amended" else row.goal[0],
                *(f" {ARROW} ".join(pair) for pair in (row.achieved, row.attainment)),
                row.points.replace(NO_BREAK, " "),
                f" {ARROW} ".join(row.status),
            ]
            for row in changed
        ]
        table = tabulate(cells, [label[language] for label in labels], "simple", disable_numparse=True)
        lines += [*(line.rstrip() for line in table.splitlines()), *legends(changed, language), ""]
    return "\n".join([*lines, summary(comparison, language)]) + "\n"
