"""What differs between two reports, as a table, plain text or JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, NamedTuple, get_args

from partykpi.core.compare import Change, ChangeKind, Comparison, stated_goal
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.report import Assessment, Report
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Message, message
from partykpi.render.terminal.drawing import Grid, Line, drawn
from partykpi.render.text import locale, words
from partykpi.render.text.figures import achieved_text, attainment_notation, attainment_text, goal_text
from partykpi.render.text.wrap import NO_BREAK, hang, keep_figures, one_line, width, wrap
from partykpi.text import GivenText, Language, Text

FormatName = Literal["table", "plain", "json"]

FORMATS: tuple[FormatName, ...] = get_args(FormatName)

_VERSION = "partykpi-compare/1"
_USUAL_WIDTH = 80
_ARROW = "→"

_NOTHING_CHANGED = Text("Nothing has changed.", "Không có gì thay đổi.")
_BEFORE = Text("Before", "Trước")
_AFTER = Text("After", "Sau")
_POINTS = Text("Points", "Điểm %")
_CHANGE = Text("Change", "Thay đổi")
_CHANGE_WORDS: Mapping[ChangeKind, Text] = {
    "added": Text("added", "bổ sung"),
    "dropped": Text("dropped", "bãi bỏ"),
    "amended": Text("amended", "điều chỉnh"),
    "moved": Text("moved", "biến động"),
}
_LEGEND = Text(
    "Points: attainment after less attainment before, in percentage points.",
    "Điểm %: tỷ lệ đạt sau trừ tỷ lệ đạt trước, tính bằng điểm phần trăm.",
)

_Object = dict[str, Any]


class _Shape(NamedTuple):
    """One way to lay the table out: what stands between before and after, and the least width of names."""

    between: str
    name: int


# From roomy to tight; the first that fits is taken.
_SHAPES = (_Shape(f" {_ARROW}{NO_BREAK}", 30), _Shape(f"\n{_ARROW}{NO_BREAK}", 14))
_GAP = 2


class _Row(NamedTuple):
    """One change. Of two equal texts, or where one side is missing, there is one."""

    change: Change
    name: str
    goal: tuple[str, ...]
    achieved: tuple[str, ...]
    attainment: tuple[str, ...]
    points: str
    status: tuple[str, ...]


def render(
    comparison: Comparison,
    format_name: FormatName,
    language: Language,
    columns: int | None = None,
    color: bool = False,
) -> str:
    """Return the whole text in that format, with a new line at its end; `columns` None is the usual width."""
    match format_name:
        case "json":
            return json.dumps(_tree(comparison), ensure_ascii=False, indent=2) + "\n"
        case "plain":
            return _plain(comparison, language)
        case "table":
            return _table(comparison, language, columns or _USUAL_WIDTH, color)


def points_text(points: Interval | None, language: Language) -> str:
    """Write a difference in percentage points with its sign and an arrow; never as 0 where there is one."""
    if points is None:
        return words.NOTHING
    if points.exact == 0:
        return "= 0"
    if points.exact is not None:
        text = _signed(points.exact, language)
    else:
        ends = ("" if end is None else _signed(end, language) for end in (points.low, points.high))
        text = "…".join(ends)
    sign = "±" if 0 in points else "↑" if points.low is not None and points.low >= 0 else "↓"
    return f"{sign}{NO_BREAK}{text}"


def _signed(end: Fraction, language: Language) -> str:
    decimals = 2
    while decimals < locale.MOST_DECIMALS and 0 < abs(end) * 10**decimals * 2 < 1:
        decimals += 1
    return ("+" if end > 0 else "") + locale.number(end, language, decimals)


# For people


def _rows(comparison: Comparison, language: Language) -> list[_Row]:
    return [_row(change, language) for change in comparison.changes]


def _row(change: Change, language: Language) -> _Row:
    sides = [side for side in (change.before, change.after) if side is not None]
    unit = change.latest.target.indicator.unit
    name = one_line(change.latest.target.name[language])
    plural = one_line(locale.unit_name(unit, language))
    units = {side.target.indicator.unit.id for side in sides}
    named = len(units) > 1  # what is counted has changed: each figure says its unit
    return _Row(
        change,
        name if named or not plural or unit.percent or unit.id == "rank" else f"{name} ({plural})",
        _both([_goal(side, language, named) for side in sides], always=change.kind == "amended"),
        _both([achieved_text(side, language, named) for side in sides]),
        _both([attainment_text(side, language) for side in sides]),
        points_text(change.points, language),
        _both([STATUS_WORDS[side.status][language] for side in sides]),
    )


def _both(texts: Sequence[str], always: bool = False) -> tuple[str, ...]:
    return tuple(texts) if always else tuple(dict.fromkeys(texts))


def _goal(side: Assessment, language: Language, named: bool = False) -> str:
    goal = stated_goal(side)
    return goal_text(goal, side.target.indicator, language, named) if goal.known else words.NOTHING


def _amendment(row: _Row) -> str:
    """Return both goals of an amended target."""
    return f" {_ARROW} ".join(_told_apart(row.change, *row.goal))


def _told_apart(change: Change, before: str, after: str) -> tuple[str, str]:
    """Return both goals; as they stand in the files where they would read the same."""
    if before == after and change.before is not None and change.after is not None:
        return one_line(change.before.goal.text), one_line(change.after.goal.text)
    return before, after


def _heading(comparison: Comparison, language: Language) -> list[str]:
    resolution = comparison.after.resolution
    names = (one_line(resolution.committee[language]), one_line(resolution.name[language]))
    return [*(name for name in names if name), *_when(comparison.before, comparison.after, language)]


def _when(before: Report, after: Report, language: Language) -> Iterator[str]:
    """Say which two days are compared, and of which files where they are two."""
    for label, report in ((_BEFORE, before), (_AFTER, after)):
        file = message("{name} · ", "{name} · ", name=report.resolution.file)
        one = message(
            "{label}: {file}as of {as_of} · {elapsed} elapsed",
            "{label}: {file}tính đến {as_of} · đã qua {elapsed} thời gian",
            label=label,
            file="" if before.resolution.file == after.resolution.file else file,
            as_of=report.moment.as_of,
            elapsed=locale.percent(report.moment.elapsed, language),
        )
        yield locale.write(one, language)


def _summary(comparison: Comparison, language: Language) -> str:
    """Say in a sentence or two how much has changed."""
    totals = comparison.totals
    if not totals.changed:
        return _NOTHING_CHANGED[language]
    everything = totals.changed + totals.unchanged
    first = message(
        "{changed} of {all} targets changed" if everything != 1 else "The one target changed",
        "{changed}/{all} chỉ tiêu có thay đổi",
        changed=totals.changed,
        all=everything,
    )
    parts: list[tuple[int, Message]] = [
        (totals.up, message("{count} up", "{count} tăng", count=totals.up)),
        (totals.down, message("{count} down", "{count} giảm", count=totals.down)),
        (totals.statuses, message("{count} with a new status", "{count} đổi mức đánh giá", count=totals.statuses)),
        (totals.amended, message("{count} amended", "{count} điều chỉnh", count=totals.amended)),
        (totals.added, message("{count} added", "{count} bổ sung", count=totals.added)),
        (totals.dropped, message("{count} dropped", "{count} bãi bỏ", count=totals.dropped)),
    ]
    told = ", ".join(locale.write(part, language) for count, part in parts if count)
    outcome = message(
        "Achieved or exceeded: {before} of {all_before} before, {after} of {all_after} after.",
        "Đạt và vượt: trước {before}/{all_before}, sau {after}/{all_after}.",
        before=comparison.before.summary.achieved_or_exceeded,
        all_before=comparison.before.summary.targets,
        after=comparison.after.summary.achieved_or_exceeded,
        all_after=comparison.after.summary.targets,
    )
    sentence = locale.write(first, language) + (f": {told}" if told else "")
    return f"{words.ended(sentence)} {locale.write(outcome, language)}"


def _plain(comparison: Comparison, language: Language) -> str:
    from tabulate import tabulate

    lines = [*_heading(comparison, language), ""]
    changed = _rows(comparison, language)
    if changed:
        labels = (words.TARGET, _CHANGE, words.GOAL, words.ACHIEVED, words.ATTAINMENT, _POINTS, words.STATUS)
        cells = [
            [
                row.name,
                _CHANGE_WORDS[row.change.kind][language],
                _amendment(row) if row.change.kind == "amended" else row.goal[0],
                *(f" {_ARROW} ".join(pair) for pair in (row.achieved, row.attainment)),
                row.points.replace(NO_BREAK, " "),
                f" {_ARROW} ".join(row.status),
            ]
            for row in changed
        ]
        table = tabulate(cells, [label[language] for label in labels], "simple", disable_numparse=True)
        lines += [*(line.rstrip() for line in table.splitlines()), _LEGEND[language], ""]
    return "\n".join([*lines, _summary(comparison, language)]) + "\n"


def _table(comparison: Comparison, language: Language, columns: int, color: bool) -> str:
    parts: list[Line | Grid] = [Line(hang(line, columns, then="  ")) for line in _heading(comparison, language)]
    changed = _rows(comparison, language)
    if changed:
        parts += [Line(), *_changes(changed, language, columns), Line(hang(_LEGEND[language], columns))]
    return drawn([*parts, Line(), Line(hang(_summary(comparison, language), columns))], columns, color)


def _changes(changed: Sequence[_Row], language: Language, columns: int) -> Iterator[Line | Grid]:
    """Return the table, or a block of lines for each target where the table would be too wide."""
    for shape in _SHAPES:
        heads, cells = _columns(changed, language, shape)
        widths = [
            max(width(line) for text in (head, *column) for line in text.split("\n"))
            for head, column in zip(heads, cells, strict=True)
        ]
        room = columns - sum(widths[1:]) - _GAP * (len(widths) - 1)
        if room >= min(widths[0], max([shape.name, *(width(word) for name in cells[0] for word in name.split())])):
            widths[0] = min(widths[0], room)
            yield _grid(changed, heads, cells, widths)
            return
    for row in changed:
        yield from map(Line, _block(row, language, columns))


def _columns(changed: Sequence[_Row], language: Language, shape: _Shape) -> tuple[list[str], list[list[str]]]:
    def pairs(texts: Iterator[tuple[str, ...]]) -> list[str]:
        return [shape.between.join(keep_figures(text).replace(" ", NO_BREAK) for text in pair) for pair in texts]

    heads = (words.TARGET, words.ACHIEVED, words.ATTAINMENT, _POINTS, words.STATUS)
    cells = [
        [_named(row, language) for row in changed],
        pairs(row.achieved for row in changed),
        pairs(row.attainment for row in changed),
        [_points(row, language) for row in changed],
        pairs(row.status for row in changed),
    ]
    return [head[language] for head in heads], cells


def _named(row: _Row, language: Language) -> str:
    if row.change.kind != "amended":
        return row.name
    return f"{row.name}\n{words.GOAL[language]}: {keep_figures(_amendment(row))}"


def _points(row: _Row, language: Language) -> str:
    """Return the points, and below them what else happened to the target."""
    word = _CHANGE_WORDS[row.change.kind][language]
    if row.change.kind in ("added", "dropped"):
        return word
    return row.points if row.change.kind == "moved" else f"{word}\n{row.points}"


def _grid(changed: Sequence[_Row], heads: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Grid:
    sized = list(zip(cells, widths, strict=True))
    styles = {"up": "green", "down": "red", None: ""}
    rows = []
    for place, row in enumerate(changed):
        texts = [
            [broken for line in column[place].split("\n") for broken in wrap(line, size)] for column, size in sized
        ]
        cells_of_row = [[(line, "") for line in cell] for cell in texts]
        style = styles[row.change.way] if row.change.kind != "dropped" else "dim"
        cells_of_row[-2] = [(line, style) for line, _ in cells_of_row[-2]]
        rows.append(cells_of_row)
    tall = sum(any(len(cell) > 1 for cell in row) for row in rows)
    return Grid(widths, [[(head, "")] for head in heads], rows, _GAP, ruled=3 * tall >= len(changed))


def _block(row: _Row, language: Language, columns: int) -> Iterator[str]:
    """Return a target as lines, where a row of it would be wider than the terminal."""
    yield hang(row.name, columns, then="  ")
    if row.change.kind != "moved":
        yield hang(_CHANGE_WORDS[row.change.kind][language], columns, f"  {_CHANGE[language]}: ", "    ")
    if row.change.kind == "amended":
        yield hang(_amendment(row), columns, f"  {words.GOAL[language]}: ", "    ")
    pairs = ((words.ACHIEVED, row.achieved), (words.ATTAINMENT, row.attainment), (words.STATUS, row.status))
    for label, pair in pairs:
        yield hang(f" {_ARROW} ".join(pair), columns, f"  {label[language]}: ", "    ")
    if row.change.kind in ("moved", "amended"):
        yield hang(row.points, columns, f"  {_POINTS[language]}: ", "    ")


# For machines


def _tree(comparison: Comparison) -> _Object:
    before, after, totals = comparison.before, comparison.after, comparison.totals
    return {
        "format": _VERSION,
        "before": _report(before),
        "after": _report(after),
        "targets": [_target(change) for change in comparison.changes],
        "summary": {
            **totals._asdict(),
            "achieved_or_exceeded": {
                "before": before.summary.achieved_or_exceeded,
                "after": after.summary.achieved_or_exceeded,
            },
        },
    }


def _report(report: Report) -> _Object:
    return {"file": report.resolution.file, "as_of": report.moment.as_of.isoformat()}


def _target(change: Change) -> _Object:
    return {
        "id": change.id,
        "name": _given(change.latest.target.name),
        "change": change.kind,
        "goal": _goals_of(change),
        "achieved": _sides(change, _achieved),
        "attainment": {**_sides(change, _attainment), "points": _points_of(change.points)},
        "status": _sides(change, lambda side: side.status),
    }


def _sides(change: Change, tell: Callable[[Assessment], object]) -> _Object:
    sides = (("before", change.before), ("after", change.after))
    return {label: None if side is None else tell(side) for label, side in sides}


def _goals_of(change: Change) -> _Object:
    goals = _sides(change, lambda side: _goal(side, "en", named=True) if stated_goal(side).known else None)
    if change.kind == "amended" and goals["before"] and goals["after"]:
        goals["before"], goals["after"] = _told_apart(change, goals["before"], goals["after"])
    return goals


def _achieved(side: Assessment) -> _Object | None:
    if side.measure.done is not None:
        return {"low": side.measure.done.isoformat(), "high": side.measure.done.isoformat()}
    return _ends(side.measure.achieved)


def _attainment(side: Assessment) -> _Object | None:
    shares = side.measure.attainment
    if shares is None:
        return None
    notation = attainment_notation(side)
    hundredths = multiply(shares, exactly(100))
    percent = locale.machine_interval(hundredths, notation.decimals, notation.fixed, below_hundred=True)
    return {"percent": percent, **(_ends(shares) or {})}


def _points_of(points: Interval | None) -> _Object | None:
    return None if points is None else {"text": locale.machine_interval(points), **(_ends(points) or {})}


def _ends(figure: Interval | None) -> _Object | None:
    if figure is None:
        return None
    return {
        label: None if end is None else locale.exact(end) for label, end in (("low", figure.low), ("high", figure.high))
    }


def _given(text: GivenText) -> _Object:
    return {language: given for language, given in (("en", text.en), ("vi", text.vi)) if given is not None}
