"""The columns of comma-separated values: what a line tells of its resolution, its target and its reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from partykpi.core.model import Reading
from partykpi.core.report import Report
from partykpi.core.time import Term
from partykpi.render.report import columns, overview
from partykpi.render.report.rows import Row
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_READING_COLUMNS = ("number", "target", "unit")

_YES, _NO = Text("yes", "có"), Text("no", "không")


class Line(NamedTuple):
    """A target of a report, with the title of its group where there are groups, and in the long form a reading."""

    report: Report
    row: Row
    group: str
    reading: Reading | None = None


class Column(NamedTuple):
    """One column: its heading and what it tells of a line. A `figure` is written by us, other text by anyone."""

    heading: Text
    text: Callable[[Line, Language], str]
    figure: bool = False


def of_targets(chosen: Sequence[str], terms: Sequence[Term], grouped: bool) -> list[Column]:
    """Return the columns of a line a target: which it is, what the columns of those names say, and what goes with it.

    What other formats say below the table of a resolution, and of it as a whole, stands on each of its lines.
    """
    forecast = "forecast" in chosen
    return [
        *_which(grouped),
        *_shown(chosen or columns.DEFAULT, terms),
        Column(
            Text("Notes on the figures", "Lưu ý về số liệu"), lambda line, language: _notes(line, language, forecast)
        ),
        Column(Text("Published figures checked", "Đối chiếu số liệu công bố"), _verdicts),
        *map(_of_report, ("targets", "met", "lowest")),
        _of_report("statuses")._replace(heading=Text("Targets by status", "Số chỉ tiêu theo đánh giá")),
        Column(
            Text("Published of the whole, checked", "Đối chiếu số liệu công bố toàn nghị quyết"), _verdicts_of_the_whole
        ),
        Column(words.SOURCE, lambda line, language: sentences.source(line.report, language)),
    ]


def of_readings(chosen: Sequence[str], terms: Sequence[Term], grouped: bool) -> list[Column]:
    """Return the columns of a line a reading: which target it is of, what the columns of those names say, and it."""
    return [*_which(grouped), *_shown(chosen or _READING_COLUMNS, terms), *_READING]


def readings(row: Row) -> tuple[Reading, ...]:
    """Return the readings of a target: those of the file, or the one that a claim had to supply."""
    assessment = row.assessment
    return assessment.readings if assessment.implied == "actual" else assessment.target.readings


def _which(grouped: bool) -> list[Column]:
    """Return the columns that say of which file, resolution, moment, group and target a line is."""
    group = [Column(Text("Group", "Nhóm"), lambda line, _: line.group)]
    return [
        Column(Text("File", "Tệp"), lambda line, _: one_line(line.report.resolution.file)),
        _of_report("committee"),
        _of_report("resolution"),
        Column(Text("Term from", "Nhiệm kỳ từ"), lambda line, to: locale.date_short(_term(line).first, to), True),
        Column(Text("Term to", "Nhiệm kỳ đến"), lambda line, to: locale.date_short(_term(line).last, to), True),
        _of_report("as_of"),
        _of_report("elapsed"),
        *(group if grouped else []),
        Column(Text("Target id", "Mã chỉ tiêu"), lambda line, _: one_line(line.row.assessment.target.id)),
    ]


def _term(line: Line) -> Term:
    return line.report.resolution.term


def _of_report(name: str) -> Column:
    column = overview.find(name)
    return Column(column.heading, lambda line, language: column.text(line.report, language), column.figure)


def _shown(chosen: Sequence[str], terms: Sequence[Term]) -> list[Column]:
    return [_of_row(column) for column in columns.choose(chosen, terms)]


def _of_row(column: columns.Column) -> Column:
    return Column(column.heading, lambda line, language: column.text(line.row, language), column.figure)


def _notes(line: Line, language: Language, forecast: bool) -> str:
    told = [note.sentence for note in sentences.noted([line.row], language, refusals=forecast)]
    if line.row.assessment.implied:
        told.append(words.IMPLIED_LEGEND[language])
    return " ".join(told)


def _verdicts(line: Line, language: Language) -> str:
    claims = sentences.verdicts(line.report, [line.row], language)
    return " ".join(f"{claim.sign} {claim.sentence}" for claim in claims if claim.mark)


def _verdicts_of_the_whole(line: Line, language: Language) -> str:
    claims = sentences.verdicts(line.report, [], language)
    return " ".join(f"{claim.sign} {claim.sentence}" for claim in claims)


# What a reading says


def _reading(line: Line) -> Reading:
    assert line.reading is not None
    return line.reading


def _period(line: Line, language: Language) -> str:
    period = _reading(line).period
    return "" if period is None else one_line(period.name[language])


def _first_day(line: Line, language: Language) -> str:
    period = _reading(line).period
    return "" if period is None else locale.date_short(period.first, language)


def _last_day(line: Line, language: Language) -> str:
    period = _reading(line).period
    return "" if period is None else locale.date_short(period.last, language)


def _figure(line: Line, language: Language) -> str:
    """Write the figure without its unit, and as a bare number where it is one value, that of money not in billions."""
    figure = _reading(line).figure
    if figure is None:
        return ""
    if figure.exact is not None:
        text = locale.number(figure.exact, language, locale.MOST_DECIMALS)
    else:
        unit = line.row.assessment.target.indicator.unit
        text = locale.amount(figure, unit, language, locale.decimals_of(figure), named=False)
    return text + words.IMPLIED_MARK if line.row.assessment.implied == "actual" else text


def _part(line: Line, language: Language, place: int) -> str:
    share = _reading(line).share
    return "" if share is None else locale.number(share[place], language, locale.MOST_DECIMALS)


def _known(line: Line, language: Language) -> str:
    known = _reading(line).known
    return "" if known is None else locale.date_short(known, language)


def _done(line: Line, language: Language) -> str:
    done = _reading(line).done
    return "" if done is None else locale.date_short(done, language)


def _counted(line: Line, language: Language) -> str:
    counted = any(reading is line.reading for reading in line.row.assessment.readings)
    return (_YES if counted else _NO)[language]


_READING = (
    Column(Text("Period", "Kỳ số liệu"), _period),
    Column(Text("From", "Từ ngày"), _first_day, True),
    Column(Text("To", "Đến ngày"), _last_day, True),
    Column(Text("Figure", "Số liệu"), _figure, True),
    Column(Text("As written", "Ghi trong tệp"), lambda line, _: one_line(_reading(line).text)),
    Column(Text("Share: part", "Tỷ lệ: tử số"), lambda line, language: _part(line, language, 0), True),
    Column(Text("Share: whole", "Tỷ lệ: mẫu số"), lambda line, language: _part(line, language, 1), True),
    Column(Text("Done on", "Ngày hoàn thành"), _done, True),
    Column(Text("Known since", "Có số liệu từ ngày"), _known, True),
    Column(Text("Counted", "Được tính"), _counted),
    Column(Text("Line in the file", "Dòng trong tệp"), lambda line, _: str(_reading(line).place.line), True),
)
