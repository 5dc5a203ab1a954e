"""plain: a table without colours or wrapped lines, for pipes and mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tabulate import tabulate

from partykpi.core.report import Report
from partykpi.render import columns, sentences, words
from partykpi.render.columns import Column
from partykpi.render.report import Format, Layout, arrange
from partykpi.render.rows import Row, has_implied
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.render.order import Group


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    return "\n\n".join("\n".join(_lines(report, language, layout)) for report in reports) + "\n"


def _lines(report: Report, language: Language, layout: Layout) -> Iterator[str]:
    rows, groups = arrange(report, language, layout)
    shown = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    yield from sentences.heading(report, language)
    yield ""
    yield from _table(rows, groups, shown, language)
    if has_implied(rows):
        yield words.IMPLIED_LEGEND[language]
    forecast = any(column.name == "forecast" for column in shown)
    yield from _section(words.NOTES[language], sentences.notes(rows, language, refusals=forecast))
    yield from _section(
        words.CLAIMS[language],
        [
            " ".join(part for part in (claim.sign, claim.mark, claim.sentence) if part)
            for claim in sentences.verdicts(report, rows, language)
        ],
    )
    yield ""
    yield sentences.summary(report.summary, language)
    yield sentences.counts(report.summary, language)
    yield sentences.CONVENTION[language]


def _table(rows: Sequence[Row], groups: Sequence[Group], shown: Sequence[Column], language: Language) -> Iterator[str]:
    table = tabulate(
        [[column.text(row, language) for column in shown] for row in rows],
        headers=[column.heading[language] for column in shown],
        tablefmt="simple",
        colalign=["right" if column.figure else "left" for column in shown] if rows else None,
        disable_numparse=True,
    )
    lines = (line.rstrip() for line in table.splitlines())
    if groups:
        from partykpi.render import order

        yield from (next(lines), next(lines))
        for place, group in enumerate(groups):
            if place:
                yield ""
            yield f"{order.title(group, language)}: {order.subtotal(group, language)}"
            yield from (next(lines) for _ in group.rows)
    yield from lines


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title}:"
        yield from lines


FORMAT = Format(
    "plain",
    Text("a table in plain text, for pipes and mails", "bảng văn bản thuần, để chuyển tiếp hoặc gửi thư"),
    _render,
)
