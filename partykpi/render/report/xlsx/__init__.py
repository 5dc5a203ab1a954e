"""xlsx: a workbook for the office that checks the figures; every figure is a number and follows from its inputs."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout
from partykpi.text import Language, Text


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    from partykpi.render.report.xlsx import workbook

    return workbook.make(reports, language, layout)


FORMAT = Format(
    "xlsx",
    Text(
        "an Excel workbook that calculates, with the arithmetic and the sources",
        "bảng tính Excel có công thức, kèm cách tính và nguồn số liệu",
    ),
    _render,
    binary=True,
)
