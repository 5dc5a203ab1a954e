"""docx: a Word document with the title, the text and who signs, and the table as an appendix."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout
from partykpi.text import Language, Text


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    from partykpi.render.report.docx import document

    return document.write(reports, language, layout)


FORMAT = Format(
    "docx",
    Text(
        "a Word document ready to sign, the table as an appendix",
        "văn bản Word để trình ký, bảng số liệu là phụ lục",
    ),
    _render,
    binary=True,
)
