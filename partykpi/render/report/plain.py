"""plain: a table without colours or wrapped lines, for pipes and mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from partykpi.core.report import Report
from partykpi.render import sentences, words
from partykpi.render.report import Format, Layout
from partykpi.render.rows import Published, Row, has_implied, rows
from partykpi.text import Language, Text

_COLUMNS = (
    (words.NUMBER, "right"),
    (words.TARGET, "left"),
    (words.UNIT, "left"),
    (words.GOAL, "right"),
    (words.ACHIEVED, "right"),
    (words.ATTAINMENT, "right"),
    (words.PUBLISHED, "left"),
    (words.STATUS, "left"),
)


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    return "\n\n".join("\n".join(_lines(report, language, layout)) for report in reports) + "\n"


def _lines(report: Report, language: Language, layout: Layout) -> Iterator[str]:
    chosen = rows(report, language, layout.only)
    yield from sentences.heading(report, language)
    yield ""
    table = tabulate(
        [_cells(row) for row in chosen],
        headers=[label[language] for label, _ in _COLUMNS],
        tablefmt="simple",
        colalign=[side for _, side in _COLUMNS] if chosen else None,
        disable_numparse=True,
    )
    yield from (line.rstrip() for line in table.splitlines())
    if has_implied(chosen):
        yield words.IMPLIED_LEGEND[language]
    yield from _section(words.NOTES[language], sentences.notes(chosen, language))
    yield from _section(
        words.CLAIMS[language],
        [
            " ".join(part for part in (claim.sign, claim.mark, claim.sentence) if part)
            for claim in sentences.verdicts(report, chosen, language)
        ],
    )
    yield ""
    yield sentences.summary(report.summary, language)
    yield sentences.counts(report.summary, language)
    yield sentences.CONVENTION[language]


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title}:"
        yield from lines


def _cells(row: Row) -> list[str]:
    return [
        str(row.number),
        row.name,
        row.unit,
        row.goal,
        row.achieved,
        row.attainment,
        "; ".join(map(_published, row.published)) or words.NOTHING,
        row.status,
    ]


def _published(claim: Published) -> str:
    return f"{claim.text} {claim.sign}" + (f" ({claim.word})" if claim.word else "")


FORMAT = Format(
    "plain",
    Text("a table in plain text, for pipes and mails", "bảng văn bản thuần, để chuyển tiếp hoặc gửi thư"),
    _render,
)
