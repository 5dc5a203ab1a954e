"""The rows of a report: which targets it shows, sorted and grouped."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from partykpi.core.figure import Interval
from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS, counted, counted_as
from partykpi.problem import message
from partykpi.render.report import Grouping, Layout, columns
from partykpi.render.report.columns import Row
from partykpi.render.text import locale
from partykpi.render.text.figures import Value
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

_NO_FIELD = Text("No field named", "Chưa phân lĩnh vực")
_CALLED = tuple(word for status in STATUS_WORDS for word in counted(status))
_NO_OWNER = Text("No unit in charge", "Chưa giao đơn vị chủ trì")

# The Vietnamese alphabet, with the letters that only names from elsewhere have where English puts them.
_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {ord(mark): None for mark in "\u0300\u0301\u0303\u0309\u0323"}


class Group(NamedTuple):
    """Rows that belong together, with the title that they have in common where the rows are grouped."""

    rows: tuple[Row, ...]
    title: GivenText | Text | None = None

    @property
    def statuses(self) -> dict[Status, int]:
        """The number of rows of each status that occurs, from the best to the unknown."""
        found = [row.assessment.status for row in self.rows]
        return {status: found.count(status) for status in STATUS_WORDS if status in found}

    @property
    def called(self) -> dict[Text, int]:
        """The same by what each is called."""
        found = [counted_as(row.assessment.status, row.assessment.measure) for row in self.rows]
        return {word: found.count(word) for word in _CALLED if word in found}


def arrange(report: Report, language: Language, layout: Layout) -> list[Group]:
    """Return the targets to show in their order, in groups; in one where they are not grouped."""
    rows = [
        Row(number, assessment, report.moment)
        for number, assessment in enumerate(report.assessments, 1)
        if not layout.only or assessment.status in layout.only
    ]
    rows = sort(rows, layout.sort, language)
    if layout.group_by is None or not rows:
        return [Group(tuple(rows))]
    return group(rows, layout.group_by, layout.fields)


def sort(rows: Sequence[Row], by: Sequence[str], language: Language) -> list[Row]:
    """Return the rows by the exact values of columns, the first of most weight; `-` before a name turns it round.

    Rows without a value come last either way, and rows that are alike stay in their order.
    """
    ordered = list(rows)
    for name in reversed(by):
        value = columns.find(name.removeprefix("-")).exact
        keys = {row.number: _key(value(row), language) for row in ordered}
        known = [row for row in ordered if keys[row.number] is not None]
        unknown = [row for row in ordered if keys[row.number] is None]
        known.sort(key=lambda row, keys=keys: keys[row.number], reverse=name.startswith("-"))  # type: ignore[misc]
        ordered = known + unknown
    return ordered


def group(rows: Sequence[Row], by: Grouping, fields: Mapping[str | GivenText, GivenText]) -> list[Group]:
    """Return the rows in groups: by status from the best to the unknown, else as they first occur.

    `fields` holds the field of each indicator, as that of a layout does. What belongs to none comes last.
    """
    titles: dict[GivenText | Text, list[Row]] = {}
    rest = _NO_FIELD if by == "field" else _NO_OWNER
    for row in rows:
        target = row.assessment.target
        title: GivenText | Text | None = target.owner
        if by == "field":
            title = fields.get(target.indicator.id or target.indicator.field or "")
        elif by == "status":
            title = counted_as(row.assessment.status, row.assessment.measure)
        titles.setdefault(title or rest, []).append(row)
    in_order = list(titles)
    if by == "status":
        in_order = [word for word in _CALLED if word in titles]
    elif rest in titles:
        in_order = [title for title in in_order if title != rest] + [rest]
    return [Group(tuple(titles[title]), title) for title in in_order]


def subtotal(one: Group, language: Language) -> str:
    """Say how many targets a group has, and how many of each status where it is not one of a status."""
    count = message(
        "{count} targets" if len(one.rows) != 1 else "{count} target",
        "{count} chỉ tiêu",
        count=len(one.rows),
    )
    counts = [locale.write(count, language)]
    if one.title not in _CALLED:
        counts += [f"{word[language]} {number}" for word, number in one.called.items()]
    return " · ".join(counts)


def title(one: Group, language: Language) -> str:
    """Write the title of a group."""
    assert one.title is not None
    text = one_line(one.title[language])
    return text[:1].upper() + text[1:]


def _key(value: Value, language: Language) -> Any:
    """Return the key of a value when rows are sorted; values of one sort compare, others keep apart."""
    match value:
        case None:
            return None
        case Interval(low=low, high=high):
            return 0, (low is not None, low or 0), (high is None, high or 0)
        case date():
            return 1, value
        case str():
            return 2, _letters(value), value
        case Text() | GivenText():
            return 2, _letters(value[language]), value[language]
        case _:
            return 0, (True, value), (False, value)


def _letters(text: str) -> list[tuple[int, str]]:
    """Return a text as a Vietnamese dictionary orders it: by its letters, whatever their tones."""
    bare = normalize("NFC", normalize("NFD", one_line(text).casefold()).translate(_TONES))
    return [(_ALPHABET.get(letter, -1), letter) for letter in bare]
