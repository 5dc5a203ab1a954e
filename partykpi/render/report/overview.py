"""Several reports at a glance: what stands before them in a document, a row a resolution."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.report import Report
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

TITLE = Text("Overview", "Tổng hợp")


class Column(NamedTuple):
    """One column: its name, its heading, what it says of a report, and the same exactly where that is one value.

    A `figure` stands at the right.
    """

    name: str
    heading: Text
    text: Callable[[Report, Language], str]
    exact: Callable[[Report], Fraction | date | None] = lambda report: None
    figure: bool = False


def _term(report: Report, language: Language) -> str:
    term = report.resolution.term
    return f"{locale.date_short(term.first, language)} – {locale.date_short(term.last, language)}"


def _statuses(report: Report, language: Language) -> str:
    return " · ".join(text for _, text in sentences.each_count(report.summary, language)) or words.NOTHING


def _lowest(report: Report, language: Language) -> str:
    lowest = report.summary.lowest_rest
    return words.NOTHING if lowest is None else locale.percent(lowest, language)


COLUMNS = (
    Column(
        "committee",
        Text("Committee", "Đảng bộ"),
        lambda report, language: one_line(report.resolution.committee[language]),
    ),
    Column(
        "resolution",
        Text("Resolution", "Nghị quyết"),
        lambda report, language: one_line(report.resolution.name[language]),
    ),
    Column("term", Text("Term", "Nhiệm kỳ"), _term),
    Column(
        "as_of",
        Text("As of", "Tính đến"),
        lambda report, language: locale.date_short(report.moment.as_of, language),
        lambda report: report.moment.as_of,
        figure=True,
    ),
    Column(
        "elapsed",
        Text("Elapsed", "Đã qua"),
        lambda report, language: locale.percent(report.moment.elapsed, language),
        lambda report: report.moment.elapsed,
        figure=True,
    ),
    Column(
        "targets",
        Text("Targets", "Số chỉ tiêu"),
        lambda report, language: locale.number(report.summary.targets, language),
        lambda report: Fraction(report.summary.targets),
        figure=True,
    ),
    Column(
        "met",
        Text("Achieved or exceeded", "Đạt và vượt"),
        lambda report, language: locale.number(report.summary.achieved_or_exceeded, language),
        lambda report: Fraction(report.summary.achieved_or_exceeded),
        figure=True,
    ),
    Column(
        "lowest",
        Text("Lowest of the rest", "Thấp nhất còn lại"),
        _lowest,
        lambda report: report.summary.lowest_rest,
        figure=True,
    ),
    Column("statuses", words.STATUS, _statuses),
)


def find(name: str) -> Column:
    """Return the column of that name; KeyError where there is none."""
    return _BY_NAME[name]


_BY_NAME = {column.name: column for column in COLUMNS}
