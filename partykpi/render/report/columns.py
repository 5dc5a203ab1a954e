"""The columns of a report as data: what each is called and what it says of a target.

To add a column, add an entry: every format then shows it, and JSON has what it says exactly as a field.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from partykpi.core import kinds
from partykpi.core.figure import Interval
from partykpi.core.progress import years
from partykpi.core.progress.attainment import far_end
from partykpi.core.progress.coverage import Coverage, coverage
from partykpi.core.report import Assessment, Report
from partykpi.core.status import STATUS_WORDS, words_for
from partykpi.core.time import Moment, Term
from partykpi.render.text import figures, locale, words
from partykpi.render.text.figures import Cell, Notation, Value
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

YEARS = "years"
"""Stands for as many columns as there are years in the term and the periods of targets, each called by its number."""

YEARS_HEADING = Text("Years", "Các năm")
"""What all of them together are called."""

DEFAULT = ("number", "target", "unit", "goal", "achieved", "attainment", "published", "status")

WIDE = ("number", "target", "unit", "goal", YEARS, "achieved", "attainment", "forecast", "status", "owner")
"""The full table of a mid-term review."""

Subject = TypeVar("Subject")


class Column(NamedTuple, Generic[Subject]):
    """One column: its name, its heading, and its cell for what a row is about.

    `exact` is the value that rows are sorted by and that JSON writes. A `figure` may not be cut or broken; one
    `in_unit` is written without the name of its unit. A `key` says what a row is about.
    """

    name: str
    heading: Text
    cell: Callable[[Subject, Language], Cell]
    exact: Callable[[Subject], Value] = lambda subject: None
    figure: bool = False
    in_unit: bool = False
    key: bool = False

    def text(self, subject: Subject, language: Language) -> str:
        """Return what is shown."""
        return self.cell(subject, language).text

    @property
    def of_year(self) -> bool:
        """Whether it is the column of one year."""
        return self.name.isdecimal()


class Row(NamedTuple):
    """One target at a moment of the term, with the number that it has in the whole resolution."""

    number: int
    assessment: Assessment
    moment: Moment


def names() -> tuple[str, ...]:
    """Return the names of all columns."""
    return (*_COLUMNS, YEARS)


def find(name: str) -> Column[Row]:
    """Return the column of that name, which is not `YEARS`; KeyError where there is none."""
    return _COLUMNS[name]


def terms(report: Report) -> list[Term]:
    """Return the term of a report, and the periods of its targets."""
    return [report.resolution.term, *(one.case.term for one in report.assessments)]


def choose(chosen: Sequence[str], terms: Sequence[Term]) -> list[Column[Row]]:
    """Return the columns of those names, in that order and each once, over the years of all terms.

    Where the unit has no column of its own but figures need one, it follows the name of the target.
    """
    columns: list[Column[Row]] = []
    for name in dict.fromkeys(chosen):
        columns += _of_years(terms) if name == YEARS else [_COLUMNS[name]]
    if "unit" in chosen or not any(column.in_unit for column in columns):
        return columns
    return [column._replace(cell=_target_with_unit) if column.name == "target" else column for column in columns]


def name_with_unit(name: str, unit: str, row: Row) -> str:
    """Return the name with the unit behind it; a figure in percent and a rank say themselves what they are."""
    known = row.assessment.target.indicator.unit
    return name if unit in ("", words.NOTHING) or known.names_itself else f"{name} ({unit})"


# Cells of more than one figure or word

_MONTHS = Text("{months}/{of} months", "{months}/{of} tháng")


def _target(row: Row, language: Language) -> Cell:
    name = row.assessment.target.name
    return Cell(one_line(name[language]), name)


def _unit(row: Row, language: Language) -> Cell:
    target = row.assessment.target
    indicator = target.indicator
    if kinds.find(indicator.kind).dated and all(reading.figure is None for reading in target.readings):
        return Cell(words.NOTHING)  # goal and readings are days
    return Cell(locale.unit_name(indicator.unit, language), indicator.unit.many)


def _target_with_unit(row: Row, language: Language) -> Cell:
    name = _target(row, language)
    return name._replace(text=name_with_unit(name.text, _unit(row, language).text, row))


def _goal(row: Row, language: Language) -> Cell:
    assessment = row.assessment
    goal, mark = assessment.goal, words.IMPLIED_MARK if assessment.implied == "target" else ""
    if not goal.known:
        return Cell(words.NOTHING + mark, mark=mark)
    text = figures.goal_text(goal, assessment.target.indicator, language, named=False) + mark
    if goal.by is not None:
        return Cell(text, goal.by, mark=mark)
    range_of_goal = goal.interval if far_end(goal, assessment.target.indicator.unit) is not None else None
    return Cell(text, range_of_goal or goal.bound, figures.in_unit(assessment), mark)


def _achieved(row: Row, language: Language) -> Cell:
    cell = figures.achieved(row.assessment, language, named=False)
    if row.assessment.implied != "actual":
        return cell
    return cell._replace(text=cell.text + words.IMPLIED_MARK, mark=words.IMPLIED_MARK)


class Published(NamedTuple):
    """A claim as it was written, how its verdict is shown, and a word where the disagreement is acknowledged."""

    text: str
    look: words.VerdictLook
    word: str


def published(assessment: Assessment, language: Language) -> list[Published]:
    """Return the claims about a target."""
    return [
        Published(
            one_line(judgement.claim.text),
            words.look_of(judgement),
            words.ACKNOWLEDGED[language] if judgement.claim.acknowledged is not None else "",
        )
        for judgement in assessment.judgements
    ]


def _published(row: Row, language: Language) -> Cell:
    claims = published(row.assessment, language)
    texts = (f"{claim.text} {claim.look.sign}" + (f" ({claim.word})" if claim.word else "") for claim in claims)
    return Cell("; ".join(texts) or words.NOTHING)


def _status(row: Row, language: Language) -> Cell:
    status = row.assessment.status
    return Cell(words_for(status, row.assessment.measure)[language], status)


def _reach(row: Row, language: Language) -> Cell:
    reach = row.assessment.reach
    if reach is None:
        return Cell(words.NOTHING)
    day = locale.date_short(reach.until, language)
    late = f" ({words.OUT_OF_REACH[language]})" if reach.until < row.assessment.case.moment.as_of else ""
    return Cell(day + late, reach.until)


def _periods(row: Row, language: Language) -> Cell:
    periods = row.assessment.measure.periods
    text = figures.years_met(row.assessment, language)
    return Cell(text) if periods is None or not periods.reported else Cell(text, periods.met, figures.COUNT)


def _coverage(row: Row, language: Language) -> Cell:
    found = covered(row.assessment)
    if found is None:
        return Cell(words.NOTHING)
    months, asked = (locale.number(count, language) for count in (found.months, found.asked))
    return Cell(_MONTHS[language].format(months=months, of=asked))


def _share_covered(row: Row) -> Fraction | None:
    found = covered(row.assessment)
    return found.months / found.asked if found is not None and found.asked else None


def covered(assessment: Assessment) -> Coverage | None:
    """Return the months of the period that are reported; None of a task, of which no month needs a reading."""
    dated = kinds.find(assessment.target.indicator.kind).dated
    return None if dated else coverage(assessment.case)


def own_period(row: Row) -> Term | None:
    """Return the days that the goal of a target speaks of, where they are not the term."""
    period = row.assessment.case.term
    return None if period[:2] == row.moment.term[:2] else period


def _period(row: Row, language: Language) -> Cell:
    period = own_period(row)
    if period is None:
        return Cell(words.NOTHING)
    return Cell(f"{locale.date_short(period.first, language)} – {locale.date_short(period.last, language)}")


def _first_day(row: Row) -> date:
    return row.assessment.case.term.first


def _share_of_years(row: Row) -> Fraction | None:
    periods = row.assessment.measure.periods
    return Fraction(periods.met, periods.reported) if periods is not None and periods.reported else None


# The columns


def _figure(
    name: str,
    heading: Text,
    figure: Callable[[Assessment], Interval | None],
    notation: Callable[[Assessment], Notation],
    in_unit: bool = True,
) -> Column[Row]:
    """Return the column of a figure in that notation."""

    def cell(row: Row, language: Language) -> Cell:
        value = figure(row.assessment)
        if value is None:
            return Cell(words.NOTHING)
        written = notation(row.assessment)
        return Cell(written.write(value, language), written.shown(value), written)

    return Column(name, heading, cell, lambda row: figure(row.assessment), True, in_unit)


def _given(name: str, heading: Text, given: Callable[[Assessment], Text | GivenText | str | None]) -> Column[Row]:
    """Return the column of a text."""

    def cell(row: Row, language: Language) -> Cell:
        value = given(row.assessment)
        if value is None:
            return Cell(words.NOTHING)
        return Cell(one_line(value if isinstance(value, str) else value[language]) or words.NOTHING, value)

    return Column(name, heading, cell, lambda row: given(row.assessment))


def _baseline(assessment: Assessment) -> Interval | None:
    baseline = assessment.target.baseline
    return None if baseline is None else baseline.figure


_ALL: tuple[Column[Row], ...] = (
    Column(
        "number",
        words.NUMBER,
        lambda row, _: Cell(str(row.number), row.number, figures.COUNT),
        lambda row: row.number,
        figure=True,
        key=True,
    ),
    Column("target", words.TARGET, _target, lambda row: row.assessment.target.name, key=True),
    Column("unit", words.UNIT, _unit, lambda row: row.assessment.target.indicator.unit.many),
    Column("goal", words.GOAL, _goal, lambda row: row.assessment.goal.by or row.assessment.goal.bound, True, True),
    Column("achieved", words.ACHIEVED, _achieved, lambda row: row.assessment.measure.achieved, True, True),
    Column(
        "attainment",
        words.ATTAINMENT,
        lambda row, language: figures.attainment(row.assessment, language),
        lambda row: row.assessment.measure.attainment,
        figure=True,
    ),
    Column(
        "published",
        words.PUBLISHED,
        _published,
        lambda row: next((judgement.claim.number for judgement in row.assessment.judgements), None),
    ),
    Column("status", words.STATUS, _status, lambda row: list(STATUS_WORDS).index(row.assessment.status)),
    _figure("due", Text("Due", "Cần đạt đến nay"), lambda one: one.measure.due, figures.calculated),
    _figure("pace", Text("Pace", "Tiến độ"), lambda one: one.measure.pace, figures.pace_notation, in_unit=False),
    _figure("forecast", Text("Forecast", "Dự báo"), lambda one: one.measure.forecast, figures.forecast),
    _figure("needed", Text("Needed a year", "Cần thêm mỗi năm"), lambda one: one.measure.needed, figures.needed),
    Column(
        "reach",
        Text("Within reach until", "Còn kịp đến"),
        _reach,
        lambda row: (reach := row.assessment.reach) and reach.until,
    ),
    _figure(
        "score",
        Text("Score", "Điểm"),
        lambda one: one.measure.score,
        lambda one: figures.PERCENT,
        in_unit=False,
    ),
    _figure(
        "used",
        Text("Used of the limit", "Đã dùng so với mức giới hạn"),
        lambda one: one.measure.attainment if figures.of_limit(one) else None,
        figures.attainment_notation,
        in_unit=False,
    ),
    _figure("left", Text("Left of the limit", "Còn lại của mức giới hạn"), figures.left_of_limit, figures.calculated),
    Column("coverage", Text("Months reported", "Số tháng có số liệu"), _coverage, _share_covered, figure=True),
    Column("period", Text("Period of the goal", "Kỳ của chỉ tiêu"), _period, _first_day),
    Column("periods", Text("Years met", "Số năm đạt"), _periods, _share_of_years, figure=True),
    _given("owner", Text("Unit in charge", "Đơn vị chủ trì"), lambda one: one.target.owner),
    _given("note", Text("Note", "Ghi chú"), lambda one: one.target.note),
    _figure("baseline", Text("Baseline", "Mức đầu kỳ"), _baseline, figures.in_unit),
    _given("indicator", Text("Indicator", "Chỉ số"), lambda one: one.target.indicator.id),
    _given("kind", Text("Kind", "Loại"), lambda one: kinds.find(one.target.indicator.kind).label),
)

_COLUMNS = {column.name: column for column in _ALL}


# The readings of a year as one figure


def _of_years(terms: Sequence[Term]) -> Iterator[Column[Row]]:
    numbers = {int(part.text) for term in terms for part in term.parts()}
    for number in sorted(numbers):
        yield _of_year(number)


def _of_year(number: int) -> Column[Row]:
    def cell(row: Row, language: Language) -> Cell:
        done = row.assessment.measure.done
        if done is not None and row.assessment.case.term.year_of(done) == number:
            return Cell(words.DONE[language], done)
        value = value_of_year(row, number)
        if value is None:
            return Cell(words.NOTHING)
        notation = figures.in_unit(row.assessment)
        return Cell(notation.write(value, language), value, notation)

    name = str(number)
    return Column(name, Text(name, name), cell, lambda row: value_of_year(row, number), True, True)


def value_of_year(row: Row, year: int) -> Interval | None:
    """Return the figure that the readings of a year amount to, or None where it has none."""
    kind = kinds.find(row.assessment.target.indicator.kind)
    return years.value_of_years(row.assessment.case, kind.combined(row.assessment.case.unit)).get(year)
