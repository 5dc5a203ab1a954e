"""md: one Markdown document, for a repository or a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, _markdown, arrange, columns, overview
from partykpi.render.report._tabulated import tabulated
from partykpi.render.report.columns import Column
from partykpi.render.report.rows import Row, has_implied
from partykpi.render.text import sentences, words
from partykpi.text import Language, Text

# Like `github`, and figures stand at the right.
_USUAL_STYLE = "pipe"

# The styles that Markdown draws as a table: its own, and HTML, inside which nothing else is read.
_OWN = ("pipe", "github")
_HTML = ("html", "unsafehtml")

_SUMMARY = Text("Summary", "Đánh giá chung")


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    blocks: list[str] = []
    if len(reports) > 1:
        blocks += _overview(reports, language, layout.table_style)
    for report in reports:
        blocks += _section(report, language, layout, level=1 if len(reports) == 1 else 2)
    return "\n\n".join(blocks) + "\n"


def _overview(reports: Sequence[Report], language: Language, style: str) -> Iterator[str]:
    yield _markdown.heading(1, overview.TITLE[language])
    yield _table(
        [[column.text(report, language) for column in overview.COLUMNS] for report in reports],
        [column.heading[language] for column in overview.COLUMNS],
        [column.figure for column in overview.COLUMNS],
        style,
    )


def _section(report: Report, language: Language, layout: Layout, level: int) -> Iterator[str]:
    title, *lines = sentences.heading(report, language)
    yield _markdown.heading(level, title)
    yield from map(_markdown.paragraph, lines)
    rows, groups = arrange(report, language, layout)
    shown = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    if not groups:
        yield _table_of_rows(rows, shown, language, layout.table_style)
    for group in groups:
        from partykpi.render.report import order

        yield _markdown.heading(level + 1, order.title(group, language))
        yield _markdown.paragraph(order.subtotal(group, language))
        yield _table_of_rows(group.rows, shown, language, layout.table_style)
    if has_implied(rows):
        yield _markdown.paragraph(words.IMPLIED_LEGEND[language])
    forecast = any(column.name == "forecast" for column in shown)
    noted = sentences.noted(rows, language, refusals=forecast)
    yield from _list(words.NOTES[language], level + 1, [_item("", note.mark, note.sentence) for note in noted])
    claims = sentences.verdicts(report, rows, language)
    yield from _list(
        words.CLAIMS[language], level + 1, [_item(claim.sign, claim.mark, claim.sentence) for claim in claims]
    )
    yield _markdown.heading(level + 1, _SUMMARY[language])
    yield _markdown.paragraph(sentences.summary(report.summary, language))
    yield _markdown.paragraph(sentences.counts(report.summary, language))
    yield _markdown.paragraph(sentences.CONVENTION[language])
    source = sentences.source(report, language)
    if source:
        yield _markdown.paragraph(f"{words.SOURCE[language]}: {source}")


def _list(title: str, level: int, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield _markdown.heading(level, title)
        yield "\n".join(items)


def _item(sign: str, mark: str, sentence: str) -> str:
    """Write an item of a list. The numbers of targets are bold: Markdown would number a list of its own anew."""
    number = f"**{mark}**" if mark else ""
    return " ".join(part for part in ("-", sign, number, _markdown.inline(sentence)) if part)


def _table_of_rows(rows: Sequence[Row], shown: Sequence[Column], language: Language, style: str) -> str:
    return _table(
        [[column.text(row, language) for column in shown] for row in rows],
        [column.heading[language] for column in shown],
        [column.figure for column in shown],
        style,
    )


def _table(cells: Sequence[Sequence[str]], headings: Sequence[str], figures: Sequence[bool], style: str) -> str:
    """Draw a table; in a style that is none of Markdown's it is shown as it is written."""
    style = style or _USUAL_STYLE
    if style in _OWN:
        escaped = [[_markdown.inline(cell) for cell in line] for line in cells]
        return "\n".join(tabulated(escaped, headings, figures, style, escaped=True))
    lines = tabulated(cells, headings, figures, style)
    return "\n".join(lines) if style in _HTML else _markdown.literally(lines)


FORMAT = Format(
    "md",
    Text("a Markdown document, for repositories and wikis", "tài liệu Markdown, để đưa vào kho mã hoặc trang wiki"),
    _render,
)
