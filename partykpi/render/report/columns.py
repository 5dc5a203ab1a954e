"""The columns of a report as data: what each is called and what it says of a target."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from partykpi.core import kinds
from partykpi.core.figure import Interval
from partykpi.core.model import Unit
from partykpi.core.progress import years
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Term
from partykpi.render.report.rows import (
    Row,
    achieved_text,
    attainment_text,
    counts_years,
    figure_text,
    goal_text,
    published,
    years_met,
)
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

YEARS = "years"
"""Stands for as many columns as there are calendar years in the term, each called by its number."""

DEFAULT = ("number", "target", "unit", "goal", "achieved", "attainment", "published", "status")

WIDE = ("number", "target", "unit", "goal", YEARS, "achieved", "attainment", "forecast", "status", "owner")
"""The full table of a mid-term review."""

_YEAR = Unit("year", Text("year", "năm"), Text("years", "năm"), counted=True)

# What a column says exactly, to sort by; None where it has nothing to say.
Exact: TypeAlias = "Interval | Fraction | int | date | Text | GivenText | str | None"


class Column(NamedTuple):
    """One column: its name on the command line, its heading, what it says of a target, and the same exactly.

    A `figure` may not be cut or broken; one `in_unit` is written without the name of its unit.
    """

    name: str
    heading: Text
    text: Callable[[Row, Language], str]
    exact: Callable[[Row], Exact]
    figure: bool = False
    in_unit: bool = False

    @property
    def of_year(self) -> bool:
        """Whether it is the column of one calendar year."""
        return self.name.isdecimal()


def names() -> tuple[str, ...]:
    """Return the names of all columns."""
    return (*_COLUMNS, YEARS)


def find(name: str) -> Column:
    """Return the column of that name, which is not `YEARS`; KeyError where there is none."""
    return _COLUMNS[name]


def choose(chosen: Sequence[str], terms: Sequence[Term]) -> list[Column]:
    """Return the columns of those names, in that order and each once, over the years of all terms.

    Where the unit has no column of its own but figures need one, it stands behind the name of the target.
    """
    columns: list[Column] = []
    for name in dict.fromkeys(chosen):
        columns += _of_years(terms) if name == YEARS else [_COLUMNS[name]]
    if "unit" in chosen or not any(column.in_unit for column in columns):
        return columns
    return [column._replace(text=_name_with_unit) if column.name == "target" else column for column in columns]


def name_with_unit(name: str, unit: str, row: Row) -> str:
    """Return the name with the unit behind it; a figure in percent and a rank say themselves what they are."""
    known = row.assessment.target.indicator.unit
    return name if not unit or known.names_itself else f"{name} ({unit})"


def _name(row: Row, language: Language) -> str:
    return one_line(row.assessment.target.name[language])


def _unit(row: Row, language: Language) -> str:
    return one_line(locale.unit_name(row.assessment.target.indicator.unit, language))


def _name_with_unit(row: Row, language: Language) -> str:
    return name_with_unit(_name(row, language), _unit(row, language), row)


def _goal(row: Row, language: Language) -> str:
    goal = row.assessment.goal
    indicator = row.assessment.target.indicator
    text = goal_text(goal, indicator, language, named=False) if goal.known else words.NOTHING
    return _marked(text, row.assessment.implied == "target")


def _achieved(row: Row, language: Language) -> str:
    return _marked(achieved_text(row.assessment, language, named=False), row.assessment.implied == "actual")


def _marked(figure: str, implied: bool) -> str:
    return figure + words.IMPLIED_MARK if implied else figure


def _published(row: Row, language: Language) -> str:
    claims = published(row.assessment, language)
    texts = (f"{claim.text} {claim.sign}" + (f" ({claim.word})" if claim.word else "") for claim in claims)
    return "; ".join(texts) or words.NOTHING


def _first_published(row: Row) -> Fraction | None:
    return next((judgement.claim.number for judgement in row.assessment.judgements), None)


def _status(row: Row, language: Language) -> str:
    return STATUS_WORDS[row.assessment.status][language]


def _reckoned(figure: Interval | None, row: Row, language: Language) -> str:
    """Write a figure that no file holds: money only roughly, for there is no part of a dong to be exact about."""
    if figure is None:
        return words.NOTHING
    if counts_years(row.assessment):
        return locale.amount(figure, _YEAR, language)
    return locale.rough_amount(figure, row.assessment.target.indicator.unit, language)


def _pace(row: Row, language: Language) -> str:
    pace = row.assessment.measure.pace
    return words.NOTHING if pace is None else locale.percent_interval(pace, language)


def _reach(row: Row, language: Language) -> str:
    reach = row.assessment.measure.reach
    if reach is None:
        return words.NOTHING
    day = locale.date_short(reach.until, language)
    return day if reach.until >= row.moment.as_of else f"{day} ({words.OUT_OF_REACH[language]})"


def _share_of_years(row: Row) -> Fraction | None:
    periods = row.assessment.measure.periods
    return Fraction(periods.met, periods.reported) if periods is not None and periods.reported else None


def _baseline(row: Row) -> Interval | None:
    baseline = row.assessment.target.baseline
    return None if baseline is None else baseline.figure


def _figure_or_nothing(figure: Interval | None, row: Row, language: Language) -> str:
    return words.NOTHING if figure is None else figure_text(figure, row.assessment, language, named=False)


def _given(text: GivenText | None, language: Language) -> str:
    return words.NOTHING if text is None else one_line(text[language]) or words.NOTHING


_COLUMNS = {
    column.name: column
    for column in (
        Column("number", words.NUMBER, lambda row, _: str(row.number), lambda row: row.number, figure=True),
        Column("target", words.TARGET, _name, lambda row: row.assessment.target.name),
        Column("unit", words.UNIT, _unit, lambda row: row.assessment.target.indicator.unit.many),
        Column("goal", words.GOAL, _goal, lambda row: row.assessment.goal.by or row.assessment.goal.bound, True, True),
        Column("achieved", words.ACHIEVED, _achieved, lambda row: row.assessment.measure.achieved, True, True),
        Column(
            "attainment",
            words.ATTAINMENT,
            lambda row, language: attainment_text(row.assessment, language),
            lambda row: row.assessment.measure.attainment,
            figure=True,
        ),
        Column("published", words.PUBLISHED, _published, _first_published),
        Column("status", words.STATUS, _status, lambda row: list(STATUS_WORDS).index(row.assessment.status)),
        Column(
            "due",
            Text("Due", "Cần đạt đến nay"),
            lambda row, language: _reckoned(row.assessment.measure.due, row, language),
            lambda row: row.assessment.measure.due,
            figure=True,
            in_unit=True,
        ),
        Column("pace", Text("Pace", "Tiến độ"), _pace, lambda row: row.assessment.measure.pace, figure=True),
        Column(
            "forecast",
            Text("Forecast", "Dự báo"),
            lambda row, language: _reckoned(row.assessment.measure.forecast, row, language),
            lambda row: row.assessment.measure.forecast,
            figure=True,
            in_unit=True,
        ),
        Column(
            "needed",
            Text("Needed a year", "Cần thêm mỗi năm"),
            lambda row, language: _reckoned(row.assessment.measure.needed, row, language),
            lambda row: row.assessment.measure.needed,
            figure=True,
            in_unit=True,
        ),
        Column(
            "reach",
            Text("Within reach until", "Còn kịp đến"),
            _reach,
            lambda row: row.assessment.measure.reach and row.assessment.measure.reach.until,
        ),
        Column(
            "periods",
            Text("Years met", "Số năm đạt"),
            lambda row, language: years_met(row.assessment, language),
            _share_of_years,
            figure=True,
        ),
        Column(
            "owner",
            Text("Unit in charge", "Đơn vị chủ trì"),
            lambda row, language: _given(row.assessment.target.owner, language),
            lambda row: row.assessment.target.owner,
        ),
        Column(
            "note",
            Text("Note", "Ghi chú"),
            lambda row, language: _given(row.assessment.target.note, language),
            lambda row: row.assessment.target.note,
        ),
        Column(
            "baseline",
            Text("Baseline", "Mức đầu kỳ"),
            lambda row, language: _figure_or_nothing(_baseline(row), row, language),
            _baseline,
            figure=True,
            in_unit=True,
        ),
        Column(
            "indicator",
            Text("Indicator", "Chỉ số"),
            lambda row, _: row.assessment.target.indicator.id or words.NOTHING,
            lambda row: row.assessment.target.indicator.id,
        ),
        Column(
            "kind",
            Text("Kind", "Loại"),
            lambda row, language: kinds.find(row.assessment.target.indicator.kind).label[language],
            lambda row: kinds.find(row.assessment.target.indicator.kind).label,
        ),
    )
}


# What the readings of a calendar year came to


def _of_years(terms: Sequence[Term]) -> Iterator[Column]:
    numbers = {year for term in terms for year in range(term.first.year, term.last.year + 1)}
    for number in sorted(numbers):
        yield _of_year(number)


def _of_year(number: int) -> Column:
    def text(row: Row, language: Language) -> str:
        done = row.assessment.measure.done
        if done is not None and done.year == number:
            return words.DONE[language]
        return _figure_or_nothing(came_to(row, number), row, language)

    return Column(str(number), Text(str(number), str(number)), text, lambda row: came_to(row, number), True, True)


def came_to(row: Row, year: int) -> Interval | None:
    """Return what the readings of a calendar year came to, or None where it has none."""
    kind = kinds.find(row.assessment.target.indicator.kind)
    return years.value_of_years(row.assessment.case, kind.combine).get(year)
