"""The content of the page beside the documents themselves: names and ids, bars, and each target by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.report import Report
from partykpi.problem import message
from partykpi.render.commands.explain import Section, sections
from partykpi.render.report import Layout, columns
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.document import Document, document
from partykpi.render.report.html.bar import Bar, bar
from partykpi.render.report.html.picture import Picture, picture
from partykpi.render.text import locale, words
from partykpi.render.text.figures import Cell, attainment_text
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language

# From so many columns on a table is set closer and may be scrolled, or is more than a sheet of paper holds as well.
_DENSE, _VAST = 10, 18

# What is said of a single target: some of it always, the rest where there is anything to say.
_ALWAYS = ("goal", "achieved", "attainment")
_FACTS = (
    "baseline",
    "goal",
    "period",
    "achieved",
    "coverage",
    "attainment",
    "left",
    "score",
    "published",
    "due",
    "pace",
    "forecast",
    "needed",
    "reach",
    "periods",
    "owner",
    "note",
)

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


class NamedText(NamedTuple):
    """A text of a file, and its language where that is not the one of the page."""

    text: str
    lang: Language | None = None


class TargetCard(NamedTuple):
    """One target by itself."""

    row: Row
    name: NamedText
    unit: str
    status: str
    facts: tuple[tuple[Column[Row], Cell], ...]
    picture: Picture | None
    explanation: tuple[Section, ...]


class Citation(NamedTuple):
    """Where the figures come from; `url` only where a browser may be sent there."""

    text: str
    url: str


class ReportPart(NamedTuple):
    """All of one report. `bars` are those of the targets by their numbers, none where attainment is not shown."""

    id: str
    document: Document
    names: tuple[NamedText, ...]
    when: tuple[str, ...]
    caption: str
    row_heading: str
    width: Literal["", "dense", "dense vast"]
    bars: Mapping[int, Bar | None]
    legends: tuple[str, ...]
    targets: tuple[TargetCard, ...]
    source: Citation


def title(reports: Sequence[Report], language: Language) -> str:
    """Return what a browser calls the page."""
    if len(reports) > 1:
        several = message("Overview: {count} resolutions", "Tổng hợp {count} nghị quyết", count=len(reports))
        return locale.write(several, language)
    resolution = reports[0].resolution
    return " – ".join(name.text for name in _names(resolution.committee, resolution.name, language))


def named(text: GivenText, language: Language) -> NamedText:
    """Return a text of a file with its language where it has none in that of the page."""
    own = text.vi if language == "vi" else text.en
    other: Language = "en" if language == "vi" else "vi"
    return NamedText(one_line(text[language]), None if own is not None else other)


def _names(committee: GivenText, name: GivenText, language: Language) -> tuple[NamedText, ...]:
    return tuple(one for one in (named(committee, language), named(name, language)) if one.text)


def part(report: Report, place: int, language: Language, layout: Layout) -> ReportPart:
    """Return all of the report at that place, the first being 1."""
    one = document(report, language, layout)
    shown = [column.name for column in one.table.columns]
    rows = [row.subject for row in one.table.rows]
    bars = {row.number: bar(row, language) for row in rows} if "attainment" in shown else {}
    paced = any(drawn is not None and drawn.due is not None for drawn in bars.values())
    names = _names(report.resolution.committee, report.resolution.name, language)
    return ReportPart(
        id=f"r{place}",
        document=one,
        names=names or (NamedText(one.heading.term),),
        when=one.heading.lines[max(len(names), 1) :],
        caption=locale.write(
            message("Targets as of {as_of}", "Chỉ tiêu, tính đến {as_of}", as_of=report.moment.as_of), language
        ),
        row_heading="target" if "target" in shown else shown[0],
        width="dense vast" if len(shown) >= _VAST else "dense" if len(shown) >= _DENSE else "",
        bars=bars,
        legends=(*one.legends, *([words.PACE_LEGEND[language]] if paced else [])),
        targets=tuple(_target(report, row, language) for row in rows),
        source=_citation(one),
    )


def _target(report: Report, row: Row, language: Language) -> TargetCard:
    assessment = row.assessment
    facts = ((column, _fact(column, row, language)) for column in map(columns.find, _FACTS))
    name, unit = (columns.find(column).text(row, language) for column in ("target", "unit"))
    return TargetCard(
        row=row,
        name=named(assessment.target.name, language),
        unit=columns.name_with_unit(name, unit, row).removeprefix(name).strip(),
        status=columns.find("status").text(row, language),
        facts=tuple((column, cell) for column, cell in facts if _is_told(column.name, cell, row)),
        picture=picture(report, assessment, language),
        explanation=tuple(_explanation(report, row, language)),
    )


def _is_told(name: str, cell: Cell, row: Row) -> bool:
    """Say whether there is anything to tell: of the months reported, only where some are missing."""
    if name == "coverage":
        found = columns.covered(row.assessment)
        return found is not None and not found.whole and bool(row.assessment.readings)
    return cell.text != words.NOTHING or name in _ALWAYS


def _fact(column: Column[Row], row: Row, language: Language) -> Cell:
    """Return what a column says of a target by itself, where no legend says what a mark means."""
    cell = column.cell(row, language)
    return cell._replace(text=attainment_text(row.assessment, language)) if column.name == "attainment" else cell


def _explanation(report: Report, row: Row, language: Language) -> Iterator[Section]:
    assessment = row.assessment
    steps = kinds.find(assessment.target.indicator.kind).steps(assessment.case, assessment.measure)
    yield from sections(report, assessment, steps, language)


def _citation(one: Document) -> Citation:
    cited = one.report.resolution.source
    url = "" if cited is None or not cited.url else one_line(cited.url)
    if _WEB.match(url) and one.source.endswith(url):
        return Citation(one.source.removesuffix(url), url)
    return Citation(one.source, "")
