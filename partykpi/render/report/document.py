"""A report as a value: its parts by name, all texts written; a format decides only how they look and in which order."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Generic, NamedTuple

from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.core.time import Term
from partykpi.problem import Message, message
from partykpi.render.report import Layout
from partykpi.render.report.columns import DEFAULT, Column, Row, Subject, choose, own_period
from partykpi.render.report.columns import terms as columns_of_years
from partykpi.render.report.order import Group, arrange, subtotal, title
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import Cell, of_limit
from partykpi.render.text.sentences import Heading
from partykpi.text import Language


class TableRow(NamedTuple, Generic[Subject]):
    """One row of a table: what it is about, and a cell for each column."""

    subject: Subject
    cells: tuple[Cell, ...]


class Body(NamedTuple, Generic[Subject]):
    """Rows that belong together, with a title and what they come to where the rows are grouped."""

    rows: tuple[TableRow[Subject], ...]
    title: str = ""
    subtotal: str = ""


class Table(NamedTuple, Generic[Subject]):
    """A table: what it shows, its columns, and its rows in one body or, where they are grouped, in one a group."""

    title: str
    columns: tuple[Column[Subject], ...]
    bodies: tuple[Body[Subject], ...]

    @property
    def rows(self) -> list[TableRow[Subject]]:
        """All rows, from top to bottom."""
        return [row for body in self.bodies for row in body.rows]


class Remark(NamedTuple):
    """A sentence on the targets of these `numbers`, on the whole resolution where there are none.

    Where it is about a published figure it has the `look` of the verdict on that.
    """

    numbers: tuple[int, ...]
    sentence: str
    look: words.VerdictLook | None = None

    @property
    def mark(self) -> str:
        """The numbers as they are written before the sentence."""
        return f"{', '.join(map(str, self.numbers))}." if self.numbers else ""

    @property
    def sign(self) -> str:
        """The sign of the verdict."""
        return "" if self.look is None else self.look.sign

    @property
    def begin(self) -> str:
        """The sign and the numbers, as they are written before the sentence."""
        return " ".join(filter(None, (self.sign, self.mark)))

    @property
    def line(self) -> str:
        """The whole remark in one line."""
        return " ".join(filter(None, (self.sign, self.mark, self.sentence)))


class Remarks(NamedTuple):
    """Remarks of one sort below their title; without any there is no title to show either."""

    title: str
    items: tuple[Remark, ...]


class SummaryText(NamedTuple):
    """How many targets are met, as a sentence, and as a line of how many have each status; each such count by itself.

    The `convention` says what counts as achieved; it is empty where the sentence shows it.
    """

    title: str
    sentence: str
    statuses: str
    counts: tuple[tuple[Status, str], ...]
    convention: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole summary, line by line."""
        return tuple(filter(None, (self.sentence, self.statuses, self.convention)))


class Document(NamedTuple):
    """One report. `legends` say what the marks in the table mean; `source` is empty where the file names none."""

    report: Report
    heading: Heading
    table: Table[Row]
    legends: tuple[str, ...]
    notes: Remarks
    claims: Remarks
    summary: SummaryText
    source: str


def document(report: Report, language: Language, layout: Layout, terms: Sequence[Term] = ()) -> Document:
    """Return a report as a value; columns of years are those of all `terms`, by default of its own and its targets'."""
    groups = arrange(report, language, layout)
    rows = [row for group in groups for row in group.rows]
    columns = choose(layout.columns or DEFAULT, terms or columns_of_years(report))
    names = {column.name for column in columns}
    source = sentences.source(report, language)
    return Document(
        report=report,
        heading=sentences.heading(report, language),
        table=Table(
            report.resolution.name[language],
            tuple(columns),
            tuple(_body(group, columns, language) for group in groups),
        ),
        legends=tuple(legends(rows, names, language)),
        notes=Remarks(words.NOTES[language], tuple(notes(rows, names, language))),
        claims=Remarks(words.CLAIMS[language], tuple(claims(report, rows, language))),
        summary=SummaryText(
            words.SUMMARY[language],
            sentences.summary(report.summary, language),
            sentences.counts(report.summary, language),
            tuple(sentences.counts_in_sentence(report.summary, language)),
            sentences.convention(report.summary, language),
        ),
        source=f"{words.SOURCE[language]}: {source}" if source else "",
    )


def overview(reports: Sequence[Report], language: Language) -> Table[Report] | None:
    """Return the table that comes before several reports, a row a report; none before one."""
    if len(reports) == 1:
        return None
    from partykpi.render.report.overview import COLUMNS

    rows = tuple(TableRow(one, tuple(column.cell(one, language) for column in COLUMNS)) for one in reports)
    return Table(words.OVERVIEW[language], COLUMNS, (Body(rows),))


def _body(group: Group, columns: Sequence[Column[Row]], language: Language) -> Body[Row]:
    rows = tuple(TableRow(row, tuple(column.cell(row, language) for column in columns)) for row in group.rows)
    if group.title is None:
        return Body(rows)
    return Body(rows, title(group, language), subtotal(group, language))


def legends(rows: Sequence[Row], shown: Container[str], language: Language) -> Iterator[str]:
    """Return the meanings of the marks in the columns `shown` of these rows, and of the signs behind claims."""
    if any(row.assessment.implied for row in rows):
        yield words.IMPLIED_LEGEND[language]
    if "attainment" in shown and any(of_limit(row.assessment) for row in rows):
        yield words.LIMIT_LEGEND[language]
    judged = [judgement for row in rows for judgement in row.assessment.judgements]
    looks = {words.look_of(judgement) for judgement in judged} if "published" in shown else ()
    meanings: dict[str, list[str]] = {}
    for look in words.LOOKS:
        if look in looks:
            meanings.setdefault(look.sign, []).append(look.word[language])
    if meanings:
        each = "; ".join(f"{sign} {', '.join(meant)}" for sign, meant in meanings.items())
        yield f"{words.PUBLISHED[language]}: {each}."


def notes(rows: Sequence[Row], shown: Container[str], language: Language) -> Iterator[Remark]:
    """Return what the reader must know of the rows' figures, and why rows have no forecast where that is `shown`.

    What the file says of its targets comes first. What is the same of several rows is said once.
    """
    if "note" not in shown:
        yield from _together(rows, _given, language)
    if "period" not in shown:
        yield from _together(rows, _period, language)
    yield from _together(rows, lambda row: row.assessment.measure.notes, language)
    if "forecast" in shown:
        yield from _together(rows, _refusal, language)


def _together(rows: Sequence[Row], told: Callable[[Row], Sequence[Message]], language: Language) -> Iterator[Remark]:
    """Return each message once, on all the rows that have it, in the order of the first of them."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for said in told(row):
            found.setdefault(locale.write(said, language), []).append(row.number)
    for sentence, numbers in found.items():
        yield Remark(tuple(numbers), _sentence(sentence))


def _refusal(row: Row) -> tuple[Message, ...]:
    refusal = row.assessment.measure.refusal
    return () if refusal is None else (refusal,)


def _given(row: Row) -> tuple[Message, ...]:
    note = row.assessment.target.note
    return () if note is None else (message("{note}", "{note}", note=note),)


def _period(row: Row) -> tuple[Message, ...]:
    period = own_period(row)
    if period is None:
        return ()
    ends = {"first": period.first, "last": period.last}
    return (message("period {first} to {last}", "kỳ của chỉ tiêu: từ {first} đến {last}", **ends),)


def _sentence(text: str) -> str:
    return words.ended(words.capital(text))


def claims(report: Report, rows: Sequence[Row], language: Language) -> Iterator[Remark]:
    """Return a sentence for each claim that is not simply right, those about the whole resolution last."""
    judgements: list[tuple[tuple[int, ...], Judgement | SummaryJudgement]] = [
        ((row.number,), judgement) for row in rows for judgement in row.assessment.judgements
    ]
    judgements += [((), judgement) for judgement in report.summary.judgements]
    for numbers, judgement in judgements:
        look = words.look_of(judgement)
        if look != words.VERDICTS["consistent"]:
            yield Remark(numbers, sentences.claim_sentence(judgement, language), look)
