"""One target as a file has it, judged as of a day, and its figures written short, for the tests of the arithmetic."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from partykpi.core.figure import Interval
from partykpi.core.measure import Case
from partykpi.core.model import Resolution, Status
from partykpi.core.report import Assessment, assess
from partykpi.parse import load_content
from partykpi.parse.decode import read_as_of
from partykpi.problem import Message
from partykpi.render.text.locale import write

FIVE_YEARS = "2020-2025"
"""1 July 2020 to 30 June 2025: 60 months, the middle at the end of 2022, half a year at either end."""

PLAN = "2021-2025"
"""Five calendar years."""

TODAY = date(2030, 1, 1)


def inline(kind: str, unit: str, better: str = "higher", more: str = "") -> str:
    """Return the beginning of a target whose indicator is defined in the file."""
    return f"indicator: {{name: N, kind: {kind}, unit: '{unit}', better: {better}{more}}}, "


def resolution(target: str, term: str = FIVE_YEARS, more: str = "") -> Resolution:
    """Return the resolution of one target, `t`, that the flow mapping writes; nothing may be wrong with it."""
    text = f"resolution: R\ncommittee: C\nterm: {term}\n{more}\ntargets:\n  t: {{{target}}}\n"
    content = load_content("test.yaml", text.encode())
    assert [(found.code, found.values) for found in content.findings if found.severity == "error"] == []
    assert content.resolution is not None
    return content.resolution


def assessed(target: str, as_of: str = "mid-term", term: str = FIVE_YEARS, more: str = "") -> Assessment:
    """Return the one target as of a date, `mid-term` or `end`."""
    loaded = resolution(target, term, more)
    chosen = read_as_of(as_of, loaded.term)
    assert chosen is not None
    return assess(loaded, chosen, TODAY).assessments[0]


def case_of(target: str, as_of: str = "mid-term", term: str = FIVE_YEARS, more: str = "") -> Case:
    """Return the case of the one target as of a date, `mid-term` or `end`."""
    return assessed(target, as_of, term, more).case


def short(figure: Interval | None) -> str | None:
    """Write an interval as tables do: `3/4`, `[1, 2]`, `[1, oo)`."""
    if figure is None:
        return None
    if figure.exact is not None:
        return str(figure.exact)
    low, high = ("-oo" if figure.low is None else figure.low), ("oo" if figure.high is None else figure.high)
    return f"{'[' if figure.low_closed else '('}{low}, {high}{']' if figure.high_closed else ')'}"


def said(notes: tuple[Message, ...]) -> str:
    """Return the notes in English."""
    return "; ".join(write(note, "en") for note in notes)


class Expected(NamedTuple):
    """What a table expects of a measure; figures as `short` writes them."""

    status: Status
    achieved: str | None
    attainment: str | None
    due: str | None = None
    pace: str | None = None
    forecast: str | None = None
    needed: str | None = None


def found(assessment: Assessment) -> Expected:
    """Return what there is to compare with the expectation."""
    measure = assessment.measure
    figures = (measure.achieved, measure.attainment, measure.due, measure.pace, measure.forecast, measure.needed)
    return Expected(assessment.status, *map(short, figures))
