"""Several reports at a glance: what stands before them in a document, a row a resolution."""

from collections.abc import Callable
from typing import NamedTuple

from partykpi.core.report import Report
from partykpi.render import locale, sentences, words
from partykpi.render.line import one_line
from partykpi.text import Language, Text

TITLE = Text("Overview", "Tổng hợp")


class Column(NamedTuple):
    """One column: its heading, and what it says of a report. A `figure` stands at the right."""

    heading: Text
    text: Callable[[Report, Language], str]
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
    Column(Text("Committee", "Đảng bộ"), lambda report, language: one_line(report.resolution.committee[language])),
    Column(Text("Resolution", "Nghị quyết"), lambda report, language: one_line(report.resolution.name[language])),
    Column(Text("Term", "Nhiệm kỳ"), _term),
    Column(
        Text("As of", "Tính đến"),
        lambda report, language: locale.date_short(report.moment.as_of, language),
        figure=True,
    ),
    Column(
        Text("Elapsed", "Đã qua"), lambda report, language: locale.percent(report.moment.elapsed, language), figure=True
    ),
    Column(
        Text("Targets", "Số chỉ tiêu"),
        lambda report, language: locale.number(report.summary.targets, language),
        figure=True,
    ),
    Column(
        Text("Achieved or exceeded", "Đạt và vượt"),
        lambda report, language: locale.number(report.summary.achieved_or_exceeded, language),
        figure=True,
    ),
    Column(Text("Lowest of the rest", "Thấp nhất còn lại"), _lowest, figure=True),
    Column(words.STATUS, _statuses),
)
