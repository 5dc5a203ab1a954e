"""What stands in the page, as text in its language and in its order."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.report import Assessment, Report
from partykpi.problem import message
from partykpi.render.commands.explain import Section, sections
from partykpi.render.report import Layout, arrange, columns, order
from partykpi.render.report import overview as glance
from partykpi.render.report.columns import Column
from partykpi.render.report.html import palette
from partykpi.render.report.html.bar import Bar, bar
from partykpi.render.report.html.picture import Picture, picture
from partykpi.render.report.rows import Row, has_implied, published
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language

# From so many columns on a table is set closer and may be scrolled, or is more than a sheet of paper holds as well.
_DENSE, _VAST = 10, 18

# What is told of a single target: some of it always, the rest where there is anything to tell.
_ALWAYS = ("goal", "achieved", "attainment")
_FACTS = (
    "baseline",
    "goal",
    "achieved",
    "attainment",
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


class Named(NamedTuple):
    """A text of a file, and its language where that is not the one of the page."""

    text: str
    lang: Language | None = None


class Published(NamedTuple):
    """A claim in the table: its text, the sign of its verdict and what that means, in its tone."""

    text: str
    sign: str
    verdict: str
    word: str
    tone: palette.Tone


class Cell(NamedTuple):
    """What a column says of a target."""

    column: str
    heading: str
    text: str
    figure: bool


class Line(NamedTuple):
    """A row of the table."""

    id: str
    lang: Language | None
    tone: palette.Tone
    cells: tuple[Cell, ...]
    bar: Bar | None
    published: tuple[Published, ...]


class Body(NamedTuple):
    """Rows that belong together, with a title where the rows are grouped."""

    title: str
    subtotal: str
    lines: tuple[Line, ...]


class Target(NamedTuple):
    """One target by itself."""

    id: str
    number: int
    name: Named
    unit: str
    status: str
    tone: palette.Tone
    facts: tuple[Cell, ...]
    published: tuple[Published, ...]
    picture: Picture | None
    explanation: tuple[Section, ...]


class Remark(NamedTuple):
    """A sentence about a target, or about the whole resolution where there is no `mark`; `id` is the target's."""

    mark: str
    sentence: str
    id: str = ""
    sign: str = ""
    tone: palette.Tone = "quiet"


class Source(NamedTuple):
    """Where the figures come from; `url` only where a browser may be sent there."""

    text: str
    url: str


class OverviewLine(NamedTuple):
    """A resolution at a glance: the id of its part, its cells, and how many of its targets have each status."""

    id: str
    cells: tuple[Cell, ...]
    counts: tuple[tuple[palette.Tone, str], ...]


class Overview(NamedTuple):
    """The table before several resolutions: its headings, and whether figures stand below them."""

    caption: str
    headings: tuple[tuple[str, bool], ...]
    lines: tuple[OverviewLine, ...]


class Part(NamedTuple):
    """All of one resolution."""

    id: str
    names: tuple[Named, ...]
    when: tuple[str, ...]
    summary: str
    counts: tuple[tuple[palette.Tone, str], ...]
    caption: str
    headings: tuple[tuple[str, bool], ...]
    row_heading: str
    width: Literal["", "dense", "dense vast"]
    bodies: tuple[Body, ...]
    legends: tuple[str, ...]
    notes: tuple[Remark, ...]
    verdicts: tuple[Remark, ...]
    targets: tuple[Target, ...]
    source: Source


def title(reports: Sequence[Report], language: Language) -> str:
    """Return what a browser calls the page."""
    if len(reports) > 1:
        told = message("Overview: {count} resolutions", "Tổng hợp {count} nghị quyết", count=len(reports))
        return locale.write(told, language)
    return " – ".join(name.text for name in _names(reports[0], language))


def _id(place: int) -> str:
    return f"r{place}"


def overview(reports: Sequence[Report], language: Language) -> Overview:
    """Return the table that stands before several reports."""
    headings = tuple((column.heading[language], column.figure) for column in glance.COLUMNS)
    return Overview(
        title(reports, language),
        headings,
        tuple(_at_a_glance(report, _id(place), language) for place, report in enumerate(reports, 1)),
    )


def _at_a_glance(report: Report, id: str, language: Language) -> OverviewLine:
    cells = (
        Cell(
            "status" if column.name == "statuses" else "",
            column.heading[language],
            column.text(report, language),
            column.figure,
        )
        for column in glance.COLUMNS
    )
    return OverviewLine(id, tuple(cells), _counts(report, language))


def _counts(report: Report, language: Language) -> tuple[tuple[palette.Tone, str], ...]:
    each = sentences.each_count(report.summary, language)
    return tuple((palette.STATUS_TONES[status], text) for status, text in each)


def part(report: Report, place: int, language: Language, layout: Layout) -> Part:
    """Return all of the report that stands at that place, the first being 1."""
    id = _id(place)
    rows, groups = arrange(report, language, layout)
    shown = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    names = _names(report, language)
    forecast = any(column.name == "forecast" for column in shown)
    numbered = {str(row.number): f"{id}-t{row.number}" for row in rows}
    bodies = tuple(_bodies(rows, groups, shown, id, language))
    return Part(
        id=id,
        names=names,
        when=tuple(sentences.heading(report, language)[len(names) :]),
        summary=sentences.summary(report.summary, language),
        counts=_counts(report, language),
        caption=locale.write(
            message("Targets as of {as_of}", "Chỉ tiêu, tính đến {as_of}", as_of=report.moment.as_of), language
        ),
        headings=tuple((column.heading[language], column.figure) for column in shown),
        row_heading="target" if any(column.name == "target" for column in shown) else shown[0].name,
        width="dense vast" if len(shown) >= _VAST else "dense" if len(shown) >= _DENSE else "",
        bodies=bodies,
        legends=tuple(_legends(rows, bodies, language)),
        notes=tuple(
            Remark(note.mark, note.sentence, numbered.get(note.mark.removesuffix("."), ""))
            for note in sentences.noted(rows, language, refusals=forecast)
        ),
        verdicts=tuple(
            Remark(
                claim.mark,
                claim.sentence,
                numbered.get(claim.mark.removesuffix("."), ""),
                claim.sign,
                palette.VERDICT_TONES[claim.verdict],
            )
            for claim in sentences.verdicts(report, rows, language)
        ),
        targets=tuple(_target(report, row, f"{id}-t{row.number}", language) for row in rows),
        source=_source(report, language),
    )


def _names(report: Report, language: Language) -> tuple[Named, ...]:
    """Return the names of the committee and the resolution; where both are empty, the first line that there is."""
    given = (report.resolution.committee, report.resolution.name)
    names = tuple(name for name in (_named(text, language) for text in given) if name.text)
    return names or (Named(sentences.heading(report, language)[0]),)


def _named(text: GivenText, language: Language) -> Named:
    own = text.vi if language == "vi" else text.en
    other: Language = "en" if language == "vi" else "vi"
    return Named(one_line(text[language]), None if own is not None else other)


def _legends(rows: Sequence[Row], bodies: Sequence[Body], language: Language) -> Iterator[str]:
    if has_implied(rows):
        yield words.IMPLIED_LEGEND[language]
    if any(line.bar is not None and line.bar.due is not None for body in bodies for line in body.lines):
        yield words.PACE_LEGEND[language]


def _bodies(
    rows: Sequence[Row], groups: Sequence[order.Group], shown: Sequence[Column], id: str, language: Language
) -> Iterator[Body]:
    def lines(of: Sequence[Row]) -> tuple[Line, ...]:
        return tuple(_line(row, shown, f"{id}-t{row.number}", language) for row in of)

    if rows and not groups:
        yield Body("", "", lines(rows))
    for group in groups:
        yield Body(order.title(group, language), order.subtotal(group, language), lines(group.rows))


def _line(row: Row, shown: Sequence[Column], id: str, language: Language) -> Line:
    names = {column.name for column in shown}
    return Line(
        id=id,
        lang=_named(row.assessment.target.name, language).lang,
        tone=palette.STATUS_TONES[row.assessment.status],
        cells=tuple(_cell(column, row, language) for column in shown),
        bar=bar(row, language) if "attainment" in names else None,
        published=tuple(_published(row, language)) if "published" in names else (),
    )


def _cell(column: Column, row: Row, language: Language) -> Cell:
    return Cell(column.name, column.heading[language], column.text(row, language), column.figure)


def _published(row: Row, language: Language) -> Iterator[Published]:
    for claim in published(row.assessment, language):
        verdict = claim.judgement.verdict
        tone = palette.VERDICT_TONES[verdict]
        yield Published(claim.text, claim.sign, words.VERDICT_WORDS[verdict][language], claim.word, tone)


def _target(report: Report, row: Row, id: str, language: Language) -> Target:
    assessment = row.assessment
    facts = (_cell(columns.find(name), row, language) for name in _FACTS)
    name, unit = (columns.find(column).text(row, language) for column in ("target", "unit"))
    return Target(
        id=id,
        number=row.number,
        name=_named(assessment.target.name, language),
        unit=columns.name_with_unit(name, unit, row).removeprefix(name).strip(),
        status=columns.find("status").text(row, language),
        tone=palette.STATUS_TONES[assessment.status],
        facts=tuple(fact for fact in facts if fact.text != words.NOTHING or fact.column in _ALWAYS),
        published=tuple(_published(row, language)),
        picture=picture(report, assessment, language),
        explanation=tuple(_explanation(report, assessment, language)),
    )


def _explanation(report: Report, assessment: Assessment, language: Language) -> list[Section]:
    target = assessment.target
    steps = kinds.find(target.indicator.kind).steps
    told = steps(assessment.case, assessment.measure)
    return sections(report, assessment, told, language)


def _source(report: Report, language: Language) -> Source:
    text = sentences.source(report, language)
    if not text:
        return Source("", "")
    text = f"{words.SOURCE[language]}: {text}"
    cited = report.resolution.source
    url = "" if cited is None or not cited.url else one_line(cited.url)
    if _WEB.match(url) and text.endswith(url):
        return Source(text.removesuffix(url), url)
    return Source(text, "")
