"""The examples that come with partykpi: the report of each, rendered once in each language and format."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from partykpi.core.report import Report, assess
from partykpi.parse import load
from partykpi.render import report as formats
from partykpi.render.report import columns
from partykpi.text import Language

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@cache
def report_of(path: Path) -> Report:
    """Return the report of an example."""
    resolution = load(path).resolution
    assert resolution is not None
    return assess(resolution, None, date(2026, 1, 1))


@cache
def rendered(path: Path, language: Language, format_name: str) -> bytes:
    """Return the report of an example with all columns, as a file of that format holds it."""
    return formats.in_bytes(format_name, [report_of(path)], language, formats.Layout(columns=columns.names()))
