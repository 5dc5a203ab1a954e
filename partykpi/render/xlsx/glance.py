"""The first sheet of several reports: a row a resolution, which follows the summaries of the sheets behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from partykpi.core.report import Report
from partykpi.render import overview
from partykpi.render.xlsx import look, sheet
from partykpi.render.xlsx.book import Content, Page, Style, has_day, put
from partykpi.render.xlsx.look import Look
from partykpi.text import Language

_WIDTHS = (27.0, 28.0, 14.0, 12.0, 9.0, 9.0, 11.0, 11.0, 32.0)
_HEAD = 3

# The columns that follow the summary of a report, by their place among all.
_FOLLOW = {5: "targets", 6: "met", 7: "lowest", 8: "statuses"}


def write(
    page: Page, reports: Sequence[Report], summaries: Sequence[tuple[str, Mapping[str, str]]], language: Language
) -> None:
    """Write the sheet; `summaries` tell of each report the name of its sheet and where its totals stand there."""
    sheet.across(page, 1, len(_WIDTHS), overview.TITLE[language], sheet.TITLE, _WIDTHS)
    sheet.head(page, _HEAD, [column.heading[language] for column in overview.COLUMNS], _WIDTHS)
    for row, (report, (title, cells)) in enumerate(zip(reports, summaries, strict=True), _HEAD + 1):
        for place, column in enumerate(overview.COLUMNS):
            text = column.text(report, language)
            content, shown = _content(report, place, text, language)
            name = _FOLLOW.get(place)
            formula = f"{sheet.quoted(title)}!{cells[name]}" if name is not None else ""
            style = Style(side="right" if column.figure else "left", wrap=not column.figure, border=True)
            put(page, row, place + 1, content, style, shown, formula)
        texts = ["" if column.figure else column.text(report, language) for column in overview.COLUMNS]
        sheet.make_room(page, row, texts, _WIDTHS)
    sheet.set_up(page, _WIDTHS, language, heading=_HEAD, frozen=f"B{_HEAD + 1}")


def _content(report: Report, place: int, text: str, language: Language) -> tuple[Content, Look | None]:
    """Return what stands in a column, as a number where it is one."""
    moment, summary = report.moment, report.summary
    numbers: dict[int, tuple[Fraction | None, look.Scale]] = {
        4: (moment.elapsed, "share"),
        5: (Fraction(summary.targets), "plain"),
        6: (Fraction(summary.achieved_or_exceeded), "plain"),
        7: (summary.lowest_rest, "share"),
    }
    if place == 3 and has_day(moment.as_of):
        return moment.as_of, Look(look.of_date(text, text, language))
    number, scale = numbers.get(place, (None, "plain"))
    if number is None:
        return text, None
    return number, look.of_number(number, text, language, scale)
