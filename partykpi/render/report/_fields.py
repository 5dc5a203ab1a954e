"""The fields of comma-separated values: what a record says of its resolution, its target and its reading."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from partykpi.core.model import Reading
from partykpi.core.time import Term
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.document import Document, Remark, Remarks, TableRow, legends
from partykpi.render.report.overview import COLUMNS, find
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_YES, _NO = Text("yes", "có"), Text("no", "không")


class Whole(NamedTuple):
    """A report and what is said of it as a whole, by the columns of the overview; its remarks by their targets."""

    document: Document
    totals: Mapping[str, str]
    notes: Mapping[int, Sequence[Remark]]
    claims: Mapping[int, Sequence[Remark]]

    @property
    def term(self) -> Term:
        """The term."""
        return self.document.report.resolution.term


class Record(NamedTuple):
    """A target of a report, with the title of its group where there are groups, and in the long form a reading.

    `counted` says whether the figures of the target are made of that reading.
    """

    whole: Whole
    row: TableRow[Row]
    group: str
    reading: Reading | None = None
    counted: bool = False

    @property
    def target(self) -> Row:
        """The target."""
        return self.row.subject


class CsvField(NamedTuple):
    """One field: its heading and its text. A `figure` is written by us, other text by anyone."""

    heading: Text
    text: Callable[[Record, Language], str]
    figure: bool = False


def of_targets(columns: Sequence[Column[Row]], grouped: bool) -> list[CsvField]:
    """Return the fields of a record a target: which it is, what the columns say of it, and what belongs to it.

    What other formats say below the table of a resolution, and of it as a whole, is in each of its records.
    """
    shown = {column.name for column in columns}
    return [
        *_which(grouped),
        *_of_columns(columns),
        CsvField(Text("Notes on the figures", "Lưu ý về số liệu"), lambda one, to: _notes(one, shown, to)),
        CsvField(
            Text("Published figures checked", "Đối chiếu số liệu công bố"),
            lambda one, _: _claims(one, one.target.number),
        ),
        *map(_of_report, ("targets", "met", "lowest")),
        _of_report("statuses")._replace(heading=Text("Targets by status", "Số chỉ tiêu theo đánh giá")),
        CsvField(
            Text("Published of the whole, checked", "Đối chiếu số liệu công bố toàn nghị quyết"),
            lambda one, _: _claims(one, 0),
        ),
        CsvField(words.SOURCE, lambda one, language: sentences.source(one.whole.document.report, language)),
    ]


def of_readings(columns: Sequence[Column[Row]], grouped: bool) -> list[CsvField]:
    """Return the fields of a record a reading: which target it is of, what the columns say of that, and the reading."""
    return [*_which(grouped), *_of_columns(columns), *_READING]


def whole(one: Document, language: Language) -> Whole:
    """Return a report with what each of its records says of it."""
    totals = {column.name: column.text(one.report, language) for column in COLUMNS}
    return Whole(one, totals, _by_target(one.notes), _by_target(one.claims))


def _by_target(remarks: Remarks) -> dict[int, list[Remark]]:
    """Return the remarks on each target by its number, and by 0 those on the whole resolution."""
    found: dict[int, list[Remark]] = {}
    for remark in remarks.items:
        for number in remark.numbers or (0,):
            found.setdefault(number, []).append(remark)
    return found


def readings(row: Row) -> tuple[Reading, ...]:
    """Return the readings of a target: those of the file, or the one that a claim had to supply."""
    assessment = row.assessment
    return assessment.readings if assessment.implied == "actual" else assessment.target.readings


def _which(grouped: bool) -> list[CsvField]:
    """Return the fields that say of which file, resolution, moment, group and target a record is."""
    group = [CsvField(Text("Group", "Nhóm"), lambda one, _: one.group)]
    return [
        CsvField(Text("File", "Tệp"), lambda one, _: one_line(one.whole.document.report.resolution.file)),
        _of_report("committee"),
        _of_report("resolution"),
        CsvField(Text("Term from", "Nhiệm kỳ từ"), lambda one, to: locale.date_short(one.whole.term.first, to), True),
        CsvField(Text("Term to", "Nhiệm kỳ đến"), lambda one, to: locale.date_short(one.whole.term.last, to), True),
        _of_report("as_of"),
        _of_report("elapsed"),
        *(group if grouped else []),
        CsvField(Text("Target id", "Mã chỉ tiêu"), lambda one, _: one_line(one.target.assessment.target.id)),
    ]


def _of_report(name: str) -> CsvField:
    column = find(name)
    return CsvField(column.heading, lambda one, _: one.whole.totals[name], column.figure)


def _of_columns(columns: Sequence[Column[Row]]) -> list[CsvField]:
    return [_of_column(column, place) for place, column in enumerate(columns)]


def _of_column(column: Column[Row], place: int) -> CsvField:
    """Return the field of a column; with a mark no share is a number to a spreadsheet: the notes tell of it."""

    def text(record: Record, language: Language) -> str:
        cell = record.row.cells[place]
        return cell.text.removesuffix(words.LIMIT_MARK) if cell.mark == words.LIMIT_MARK else cell.text

    return CsvField(column.heading, text, column.figure)


def _notes(record: Record, shown: Container[str], language: Language) -> str:
    """Return the notes on a target, and what the marks in the columns `shown` mean."""
    notes = (note.sentence for note in record.whole.notes.get(record.target.number, ()))
    meanings = (
        words.capital(words.ended(words.IN_LIMIT[language])) if meaning == words.LIMIT_LEGEND[language] else meaning
        for meaning in legends([record.target], shown, language)
    )
    return " ".join([*notes, *meanings])


def _claims(record: Record, number: int) -> str:
    return " ".join(f"{claim.sign} {claim.sentence}" for claim in record.whole.claims.get(number, ()))


# The fields of a reading


def _reading(record: Record) -> Reading:
    assert record.reading is not None
    return record.reading


def _period(record: Record, language: Language) -> str:
    period = _reading(record).period
    return "" if period is None else one_line(period.name[language])


def _first_day(record: Record, language: Language) -> str:
    period = _reading(record).period
    return "" if period is None else locale.date_short(period.first, language)


def _last_day(record: Record, language: Language) -> str:
    period = _reading(record).period
    return "" if period is None else locale.date_short(period.last, language)


def _figure(record: Record, language: Language) -> str:
    """Write the figure without its unit, and as a bare number where it is one value."""
    figure, assessment = _reading(record).figure, record.target.assessment
    if figure is None:
        return ""
    if figure.exact is not None:
        text = locale.number(figure.exact, language, locale.MOST_DECIMALS)
    else:
        unit = assessment.target.indicator.unit
        text = locale.amount(figure, unit, language, locale.decimals_of(figure), named=False)
    return text + words.IMPLIED_MARK if assessment.implied == "actual" else text


def _part(record: Record, language: Language, place: int) -> str:
    share = _reading(record).share
    return "" if share is None else locale.number(share[place], language, locale.MOST_DECIMALS)


def _known(record: Record, language: Language) -> str:
    known = _reading(record).known
    return "" if known is None else locale.date_short(known, language)


def _done(record: Record, language: Language) -> str:
    done = _reading(record).done
    return "" if done is None else locale.date_short(done, language)


def _counted(record: Record, language: Language) -> str:
    return (_YES if record.counted else _NO)[language]


_READING = (
    CsvField(Text("Period", "Kỳ số liệu"), _period),
    CsvField(Text("From", "Từ ngày"), _first_day, True),
    CsvField(Text("To", "Đến ngày"), _last_day, True),
    CsvField(Text("Figure", "Số liệu"), _figure, True),
    CsvField(Text("As written", "Ghi trong tệp"), lambda one, _: one_line(_reading(one).text)),
    CsvField(Text("Share: part", "Tỷ lệ: tử số"), lambda one, language: _part(one, language, 0), True),
    CsvField(Text("Share: whole", "Tỷ lệ: mẫu số"), lambda one, language: _part(one, language, 1), True),
    CsvField(Text("Done on", "Ngày hoàn thành"), _done, True),
    CsvField(Text("Known since", "Có số liệu từ ngày"), _known, True),
    CsvField(Text("Counted", "Được tính"), _counted),
    CsvField(Text("Line in the file", "Dòng trong tệp"), lambda one, _: str(_reading(one).place.line), True),
)
