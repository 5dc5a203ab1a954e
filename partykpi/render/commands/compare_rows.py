"""What a comparison says, in words: of each change its row, and the sentences above and below the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.compare import Change, ChangeKind, Comparison, latest_of_years, stated_goal
from partykpi.core.figure import Interval
from partykpi.core.report import Assessment, Report
from partykpi.core.status import words_for
from partykpi.problem import Message, message
from partykpi.render.text import locale, words
from partykpi.render.text.figures import achieved_text, attainment, figure_text, goal_text
from partykpi.render.text.sentences import gone
from partykpi.render.text.wrap import NO_BREAK, one_line
from partykpi.text import Language, Text

ARROW = "→"

_NOTHING_CHANGED = Text("Nothing has changed.", "Không có gì thay đổi.")
_BEFORE = Text("Before", "Trước")
_AFTER = Text("After", "Sau")
POINTS = Text("Points", "Điểm %")
CHANGE = Text("Change", "Thay đổi")
CHANGE_WORDS: Mapping[ChangeKind, Text] = {
    "added": Text("added", "bổ sung"),
    "dropped": Text("dropped", "bãi bỏ"),
    "amended": Text("amended", "điều chỉnh"),
    "moved": Text("moved", "biến động"),
}
_POINTS_LEGEND = Text(
    "Points: attainment after less attainment before, in percentage points.",
    "Điểm %: mức tăng, giảm của tỷ lệ đạt so với lần trước, tính bằng điểm phần trăm.",
)


class ChangeRow(NamedTuple):
    """One change. Of two equal texts, or where one side is missing, there is one."""

    change: Change
    name: str
    goal: tuple[str, ...]
    achieved: tuple[str, ...]
    attainment: tuple[str, ...]
    points: str
    status: tuple[str, ...]


def change_rows(comparison: Comparison, language: Language) -> list[ChangeRow]:
    """Return a row for each change, in their order."""
    return [_row(change, language) for change in comparison.changes]


def legends(changed: Sequence[ChangeRow], language: Language) -> Iterator[str]:
    """Return what points are, and what the mark of a limit means where it shows."""
    yield _POINTS_LEGEND[language]
    if any(words.LIMIT_MARK in text for row in changed for text in row.attainment):
        yield words.LIMIT_LEGEND[language]


def _row(change: Change, language: Language) -> ChangeRow:
    sides = [side for side in (change.before, change.after) if side is not None]
    unit = change.latest.target.indicator.unit
    name = one_line(change.latest.target.name[language])
    plural = locale.unit_name(unit, language)
    units = {side.target.indicator.unit.id for side in sides}
    named = len(units) > 1  # what is counted has changed: each figure says its unit
    return ChangeRow(
        change,
        name if named or not plural or unit.percent or unit.ordinal else f"{name} ({plural})",
        _both([goal_of(side, language, named) for side in sides], always=change.kind == "amended"),
        _both([_achieved(side, language, named) for side in sides]),
        _both([attainment(side, language).text for side in sides]),
        _points_text(change.points, language),
        _both([words_for(side.status, side.measure)[language] for side in sides]),
    )


def _achieved(side: Assessment, language: Language, named: bool) -> str:
    """Write what was achieved; of what counts the years that kept a rank the latest rank, for that is what moves."""
    latest = latest_of_years(side)
    return achieved_text(side, language, named) if latest is None else figure_text(latest, side, language, named)


def _both(texts: Sequence[str], always: bool = False) -> tuple[str, ...]:
    return tuple(texts) if always else tuple(dict.fromkeys(texts))


def goal_of(side: Assessment, language: Language, named: bool = False) -> str:
    """Write the goal that is stated for a target, or a dash."""
    goal = stated_goal(side)
    return goal_text(goal, side.target.indicator, language, named) if goal.known else words.NOTHING


def amendment(row: ChangeRow) -> str:
    """Return both goals of an amended target."""
    return f" {ARROW} ".join(distinct_goals(row.change, *row.goal))


def distinct_goals(change: Change, before: str, after: str) -> tuple[str, str]:
    """Return both goals; in the words of the files where they would read the same."""
    if before == after and change.before is not None and change.after is not None:
        return one_line(change.before.goal.text), one_line(change.after.goal.text)
    return before, after


def heading(comparison: Comparison, language: Language) -> list[str]:
    """Return the committee, the resolution, and a line for each of the two days."""
    resolution = comparison.after.resolution
    names = (one_line(resolution.committee[language]), one_line(resolution.name[language]))
    return [*(name for name in names if name), *_when(comparison.before, comparison.after, language)]


def _when(before: Report, after: Report, language: Language) -> Iterator[str]:
    """Say which two days are compared, and of which files where they are two."""
    for label, report in ((_BEFORE, before), (_AFTER, after)):
        file = message("{name} · ", "{name} · ", name=report.resolution.file)
        one = message(
            "{label}: {file}as of {as_of} · {gone}",
            "{label}: {file}tính đến {as_of} · {gone}",
            label=label,
            file="" if before.resolution.file == after.resolution.file else file,
            as_of=report.moment.as_of,
            gone=gone(report.moment),
        )
        yield locale.write(one, language)


def summary(comparison: Comparison, language: Language) -> str:
    """Say in a sentence or two how much has changed."""
    totals = comparison.totals
    if not totals.changed:
        return _NOTHING_CHANGED[language]
    everything = totals.changed + totals.unchanged
    first = message(
        "{changed} of {all} targets changed" if everything != 1 else "The one target changed",
        "Có {changed}/{all} chỉ tiêu thay đổi",
        changed=totals.changed,
        all=everything,
    )
    parts: list[tuple[int, Message]] = [
        (totals.up, message("{count} up", "{count} tăng", count=locale.counted(totals.up))),
        (totals.down, message("{count} down", "{count} giảm", count=locale.counted(totals.down))),
        (
            totals.statuses,
            message(
                "{count} with a new status", "{count} thay đổi mức đánh giá", count=locale.counted(totals.statuses)
            ),
        ),
        (totals.amended, message("{count} amended", "{count} được điều chỉnh", count=locale.counted(totals.amended))),
        (totals.added, message("{count} added", "{count} được bổ sung", count=locale.counted(totals.added))),
        (totals.dropped, message("{count} dropped", "{count} bị bãi bỏ", count=locale.counted(totals.dropped))),
    ]
    counts = ", ".join(locale.write(part, language) for count, part in parts if count)
    outcome = message(
        "Achieved or exceeded: {before} of {all_before} before, {after} of {all_after} after.",
        "Số chỉ tiêu đạt và vượt: trước {before}/{all_before}, sau {after}/{all_after}.",
        before=comparison.before.summary.achieved_or_exceeded,
        all_before=comparison.before.summary.targets,
        after=comparison.after.summary.achieved_or_exceeded,
        all_after=comparison.after.summary.targets,
    )
    sentence = locale.write(first, language) + (f": {counts}" if counts else "")
    return f"{words.ended(sentence)} {locale.write(outcome, language)}"


def _points_text(points: Interval | None, language: Language) -> str:
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
