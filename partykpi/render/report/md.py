"""md: one Markdown document, for a repository or a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout, _markdown
from partykpi.render.report._tabulated import tabulated
from partykpi.render.report.columns import Subject
from partykpi.render.report.document import Document, Remark, Table, document, overview
from partykpi.text import Language, Text

# Like `github`, but with figures at the right.
_USUAL_STYLE = "pipe"

# The styles that Markdown draws as a table: its own, and HTML, inside which nothing else is read.
_OWN = ("pipe", "github")
_HTML = ("html", "unsafehtml")


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    style = layout.table_style or _USUAL_STYLE
    first = overview(reports, language)
    blocks = [] if first is None else [_markdown.heading(1, first.title), *_tables(first, 1, style, language)]
    for report in reports:
        blocks += _blocks(document(report, language, layout), 1 if first is None else 2, style, language)
    return "\n\n".join(blocks) + "\n"


def _blocks(one: Document, level: int, style: str, language: Language) -> Iterator[str]:
    title, *lines = one.heading.lines
    yield _markdown.heading(level, title)
    yield from map(_markdown.paragraph, lines)
    yield from _tables(one.table, level + 1, style, language)
    yield from map(_markdown.paragraph, one.legends)
    for remarks in (one.notes, one.claims):
        if remarks.items:
            yield _markdown.heading(level + 1, remarks.title)
            yield "\n".join(map(_item, remarks.items))
    yield _markdown.heading(level + 1, one.summary.title)
    yield from map(_markdown.paragraph, one.summary.lines)
    if one.source:
        yield _markdown.paragraph(one.source)


def _item(remark: Remark) -> str:
    """Write an item of a list. The numbers of targets are bold: Markdown would number a list of its own anew."""
    number = f"**{remark.mark}**" if remark.mark else ""
    return " ".join(part for part in ("-", remark.sign, number, _markdown.inline(remark.sentence)) if part)


def _tables(table: Table[Subject], level: int, style: str, language: Language) -> Iterator[str]:
    """Draw a table for each group below its title; in a style that is none of Markdown's it is shown as written."""
    for body in table.bodies:
        if body.title:
            yield _markdown.heading(level, body.title)
            yield _markdown.paragraph(body.subtotal)
        if style in _OWN:
            yield "\n".join(tabulated(table.columns, body.rows, style, language, _markdown.inline))
        else:
            lines = tabulated(table.columns, body.rows, style, language)
            yield "\n".join(lines) if style in _HTML else _markdown.literally(lines)


FORMAT = Format(
    "md",
    Text("a Markdown document, for repositories and wikis", "tài liệu Markdown, để đưa vào kho mã hoặc trang wiki"),
    _render,
)
