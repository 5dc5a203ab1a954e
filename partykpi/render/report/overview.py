"""The columns of the overview, in which each of several reports is a row."""

from fractions import Fraction

from partykpi.core.figure import exactly
from partykpi.core.report import Report
from partykpi.render.report.columns import Column
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import COUNT, PERCENT, Cell
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text


def _term(report: Report, language: Language) -> Cell:
    term = report.resolution.term
    return Cell(f"{locale.date_short(term.first, language)} – {locale.date_short(term.last, language)}")


def _count(number: int, language: Language) -> Cell:
    return Cell(locale.number(number, language), number, COUNT)


def _share(share: Fraction | None, language: Language) -> Cell:
    if share is None:
        return Cell(words.NOTHING)
    return Cell(PERCENT.write(exactly(share), language), share, PERCENT)


def _statuses(report: Report, language: Language) -> Cell:
    return Cell(" · ".join(count for _, count in sentences.each_count(report.summary, language)) or words.NOTHING)


COLUMNS: tuple[Column[Report], ...] = (
    Column(
        "committee",
        Text("Committee", "Đảng bộ"),
        lambda report, language: Cell(one_line(report.resolution.committee[language]), report.resolution.committee),
        key=True,
    ),
    Column(
        "resolution",
        Text("Resolution", "Nghị quyết"),
        lambda report, language: Cell(one_line(report.resolution.name[language]), report.resolution.name),
        key=True,
    ),
    Column("term", Text("Term", "Nhiệm kỳ"), _term),
    Column(
        "as_of",
        Text("As of", "Tính đến"),
        lambda report, language: Cell(locale.date_short(report.moment.as_of, language), report.moment.as_of),
        figure=True,
    ),
    Column(
        "elapsed",
        Text("Elapsed", "Đã qua"),
        lambda report, language: _share(report.moment.elapsed, language),
        figure=True,
    ),
    Column(
        "targets",
        Text("Targets", "Số chỉ tiêu"),
        lambda report, language: _count(report.summary.targets, language),
        figure=True,
    ),
    Column(
        "met",
        Text("Achieved or exceeded", "Đạt và vượt"),
        lambda report, language: _count(report.summary.achieved_or_exceeded, language),
        figure=True,
    ),
    Column(
        "lowest",
        Text("Lowest of the rest", "Thấp nhất còn lại"),
        lambda report, language: _share(report.summary.lowest_rest, language),
        figure=True,
    ),
    Column("statuses", words.STATUS, _statuses),
)


def find(name: str) -> Column[Report]:
    """Return the column of that name; KeyError where there is none."""
    return _BY_NAME[name]


_BY_NAME = {column.name: column for column in COLUMNS}
