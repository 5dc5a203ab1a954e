"""How a resolution file is laid out, and where in its text a reading goes; what is written already stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from partykpi.core.time import Period
from partykpi.parse.decode import decode_head
from partykpi.parse.keys import in_language, key_meant
from partykpi.parse.text.reading_style import is_year
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.scalar import scalar
from partykpi.parse.yaml.source import Mapping, Node, Scalar, end_of, is_empty, read, start_of
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.problem import LINE_BREAK, Place
from partykpi.text import Language

# The keys of a target that come before its readings, in the order of the manual.
_BEFORE_READINGS = (
    "indicator",
    "name",
    "kind",
    "period",
    "target",
    "measured_against",
    "every",
    "amended",
    "thresholds",
    "baseline",
)
_TARGET = (*_BEFORE_READINGS, "readings", "actual")

_STEP = 2


class NewReading(NamedTuple):
    """A reading that is to be recorded: of which target, for which period, and its figure, each as it is to be written.

    Without a period it is the day on which a task was done. The places are those where figure and period were given.
    """

    target: str
    text: str
    place: Place
    period: Period | None = None
    key: str = ""
    key_place: Place | None = None


class InsertedPart(NamedTuple):
    """A stretch of a text that was inserted: the figure of a reading, or (`is_key`) its period."""

    start: int
    end: int
    reading: NewReading
    is_key: bool


class Insertion(NamedTuple):
    """A text that goes in before the character number `at` of a file; its parts are counted from its begin."""

    at: int
    text: str
    parts: tuple[InsertedPart, ...] = ()


class TargetNodes(NamedTuple):
    """A target as it is written: its id, its mapping, and what of that has to do with readings, by key in English."""

    key: Scalar
    mapping: Mapping
    entries: dict[str, tuple[Scalar, Node]]
    language: Language


class FileLayout(NamedTuple):
    """A file's text with its targets by their ids; `reader` knows how it writes numbers and periods.

    `readings` are those by period that each target has. `flow` says whether those are in braces, or a line each;
    `period_keys` holds what the file calls a year and a part of one, `own_period_keys` what each of its targets does.
    """

    text: str
    reader: Reader
    targets: dict[str, TargetNodes]
    readings: dict[str, list[tuple[Scalar, Node, Period]]]
    flow: bool
    period_keys: tuple[str, ...]
    own_period_keys: dict[str, tuple[str, ...]]


def read_layout(name: str, data: bytes) -> FileLayout | None:
    """Return how a file is laid out, or None where it holds no targets."""
    file = read(name, data)
    if type(file.root) is not Mapping:
        return None
    reader = Reader(file.source, [])
    values = decode_head(reader, file.root)
    if "targets" not in values:
        return None
    targets = {nodes.key.value: nodes for nodes in _target_nodes(values["targets"])}
    values_of_readings = [nodes.entries["readings"][1] for nodes in targets.values() if "readings" in nodes.entries]
    first = next((node for node in values_of_readings if type(node) is Mapping and node.entries), None)
    flow = first is not None and _is_flow(file.source.text, first)
    readings = {id: _readings_by_period(nodes, reader) for id, nodes in targets.items()}
    own_keys = {id: {is_year(period): key.value for key, _, period in each} for id, each in readings.items()}
    keys = {is_year: key for own in own_keys.values() for is_year, key in own.items()}
    each_own = {id: tuple(own.values()) for id, own in own_keys.items()}
    return FileLayout(file.source.text, reader, targets, readings, flow, tuple(keys.values()), each_own)


def _target_nodes(node: Node) -> Iterator[TargetNodes]:
    for key, mapping in node.entries if type(node) is Mapping else ():
        if type(mapping) is Mapping:
            entries = _by_meaning(mapping)
            english = all(own.value == meaning for meaning, (own, _) in entries.items())
            yield TargetNodes(key, mapping, entries, "en" if english else "vi")


def _by_meaning(target: Mapping) -> dict[str, tuple[Scalar, Node]]:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, node in target.entries:
        meaning = key.value if key.value in _TARGET else key_meant(key.value, _TARGET)
        if meaning in ("actual", "readings"):  # the same key: what is written there decides
            meaning = "readings" if _is_by_period(node) or (is_empty(node) and meaning == "readings") else "actual"
        if meaning is not None:
            entries.setdefault(meaning, (key, node))
    return entries


def _is_by_period(node: Node) -> bool:
    return type(node) is Mapping or (type(node) is Items and any(type(item) is Mapping for item in node.items))


def _readings_by_period(nodes: TargetNodes, reader: Reader) -> list[tuple[Scalar, Node, Period]]:
    """Return the readings by period that a target has: key, value, and the period that the key names."""
    _, node = nodes.entries.get("readings", (None, None))
    return [
        (key, value, period)
        for key, value in ([] if node is None else _entries_of(node))
        if (period := reader.period(key.value)) is not None
    ]


def _entries_of(node: Node) -> list[tuple[Scalar, Node]]:
    """Return the entries of a mapping, or of all mappings in a list."""
    if type(node) is Items:
        return [entry for item in node.items if type(item) is Mapping for entry in item.entries]
    return node.entries if type(node) is Mapping else []


def insertions(layout: FileLayout, nodes: TargetNodes, new: Sequence[NewReading]) -> list[Insertion]:
    """Return what to insert so that the target has the new readings, each of another period, in the order of time.

    A single one without a period goes to `actual`, where a share of a task may stand before the day it was done.
    """
    text, language = layout.text, nodes.language
    if new[0].period is None and "actual" in nodes.entries:
        _, share = nodes.entries["actual"]
        done = (scalar(new[0].text, flow=True), new[0], False)
        return [Insertion(start_of(share).index, "["), _insertion(end_of(share).index, [", ", done, "]"])]
    if new[0].period is None:
        value = scalar(new[0].text, _is_flow(text, nodes.mapping))
        return _new_key(layout, nodes, [in_language("actual", language), ": ", (value, new[0], False)])
    if "readings" not in nodes.entries:
        return _new_key(layout, nodes, [in_language("readings", language), ":", *_first_readings(layout, nodes, new)])
    key, node = nodes.entries["readings"]
    if type(node) is Mapping and node.entries:
        return list(_among_readings(layout, key, node, new))
    if type(node) is Items:
        return list(_among_items(layout, node, new))
    if type(node) is Mapping:
        return [_insertion(start_of(node).index + 1, _entries(new, True))]
    at = _after_colon(text, key)
    pieces = _first_readings(layout, nodes, new)
    if text[at - 1] != ":":  # in braces a key can be without a colon
        return [_insertion(at, [":", *pieces])]
    return [_insertion(at if pieces[0] == " {" else _line_end(text, at), pieces)]


# A piece of a text to insert: words of the file, or the period or the figure of a reading.
_Piece = str | tuple[str, NewReading, bool]


def _insertion(at: int, pieces: Sequence[_Piece]) -> Insertion:
    text, parts = "", []
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            written, reading, is_key = piece
            parts.append(InsertedPart(len(text), len(text) + len(written), reading, is_key))
            text += written
    return Insertion(at, text, tuple(parts))


def _entry(reading: NewReading, flow: bool) -> list[_Piece]:
    key = scalar(reading.key, flow, is_key=True)
    return [(key, reading, True), ": ", (scalar(reading.text, flow), reading, False)]


def _entries(new: Sequence[NewReading], flow: bool, between: str = ", ") -> list[_Piece]:
    """Return the entries of the readings with what separates them."""
    pieces: list[_Piece] = []
    for reading in new:
        pieces += [*([between] if pieces else []), *_entry(reading, flow)]
    return pieces


def _first_readings(layout: FileLayout, nodes: TargetNodes, new: Sequence[NewReading]) -> list[_Piece]:
    """Return the readings of a target that has none yet, as they follow their key."""
    new = sorted(new, key=_time)
    mapping = nodes.mapping
    if layout.flow or _is_flow(layout.text, mapping):
        return [" {", *_entries(new, True), "}"]
    step = start_of(mapping).column - start_of(nodes.key).column
    indent = " " * (start_of(mapping).column + (step if step > 0 else _STEP))
    line = _newline(layout.text, start_of(mapping).index) + indent
    return [line, *_entries(new, False, line)]


def _new_key(layout: FileLayout, nodes: TargetNodes, pieces: Sequence[_Piece]) -> list[Insertion]:
    """Return what puts a new key into the mapping of a target, below those that come before readings."""
    above = {id(key) for meaning, (key, _) in nodes.entries.items() if meaning in _BEFORE_READINGS}
    last = max((at for at, (key, _) in enumerate(nodes.mapping.entries) if id(key) in above), default=-1)
    return list(_after(layout.text, nodes.key, nodes.mapping, last, [pieces]))


_Order = Literal["rising", "falling", "none"]


def _among_readings(layout: FileLayout, key: Scalar, node: Mapping, new: Sequence[NewReading]) -> Iterator[Insertion]:
    """Return what puts readings among those that a key has: in the order of time, where those are in one."""
    periods = [layout.reader.period(own.value) for own, _ in node.entries]
    known = [(at, _moment(period)) for at, period in enumerate(periods) if period is not None]
    order = _order_of([moment for _, moment in known])
    after: dict[int, list[NewReading]] = {}
    for reading in sorted(new, key=_time, reverse=order == "falling"):
        after.setdefault(_entry_before(reading, known, order, len(periods)), []).append(reading)
    flow = _is_flow(layout.text, node)
    for last, group in after.items():
        yield from _after(layout.text, key, node, last, [_entry(reading, flow) for reading in group])


def _among_items(layout: FileLayout, node: Items, new: Sequence[NewReading]) -> Iterator[Insertion]:
    """Return what puts readings, each a mapping of its own, behind the last item of a list."""
    text, last = layout.text, node.items[-1]
    if text[start_of(node).index] == "[":
        for reading in sorted(new, key=_time):
            yield _insertion(end_of(last).index, [", {", *_entry(reading, True), "}"])
        return
    assert type(last) is Mapping
    end = end_of(last).index if _is_flow(text, last) else _end(text, *last.entries[-1])
    at = _line_end(text, end)
    line = f"{_newline(text, at)}{' ' * start_of(node).column}- "
    yield _insertion(at, [piece for reading in sorted(new, key=_time) for piece in (line, *_entry(reading, False))])


def _order_of(times: Sequence[tuple[date, date]]) -> _Order:
    if all(one < other for one, other in pairwise(times)):
        return "rising"
    return "falling" if all(one > other for one, other in pairwise(times)) else "none"


def _entry_before(
    reading: NewReading, known: Sequence[tuple[int, tuple[date, date]]], order: _Order, entries: int
) -> int:
    """Return the number of the entry that a reading follows, -1 where it comes before all of them."""
    if order == "none":
        return entries - 1
    time, is_rising = _time(reading), order == "rising"
    before = bisect_left(known, True, key=lambda one: (one[1] < time) is not is_rising)
    return known[before - 1][0] if before else -1


def _time(reading: NewReading) -> tuple[date, date]:
    return (date.min, date.min) if reading.period is None else _moment(reading.period)


def _moment(period: Period) -> tuple[date, date]:
    return period.first, period.last


def _after(
    text: str, key: Scalar, mapping: Mapping, last: int, entries: Sequence[Sequence[_Piece]]
) -> Iterator[Insertion]:
    """Return what puts entries into the mapping at a key after its entry number `last`, or before the first one (-1).

    A comment above an entry, or beside it, stays with it.
    """
    if _is_flow(text, mapping):
        yield from _after_in_braces(text, mapping, last, entries)
        return
    end = _after_colon(text, key) if last < 0 else _end(text, *mapping.entries[last])
    at = _line_end(text, end)
    line = _newline(text, at) + " " * start_of(mapping).column
    yield _insertion(at, [piece for entry in entries for piece in (line, *entry)])


def _after_in_braces(
    text: str, mapping: Mapping, last: int, entries: Sequence[Sequence[_Piece]]
) -> Iterator[Insertion]:
    key, value = mapping.entries[max(last, 0)]
    own_line = _own_line(text, key)
    if last < 0:
        between = ", " if own_line is None else "," + _newline(text, start_of(key).index) + own_line
        yield _insertion(start_of(key).index, [piece for entry in entries for piece in (*entry, between)])
        return
    end = _end(text, key, value)
    rest = re.match(r"( *,)?( *| +#.*)\Z", text[end : _line_end(text, end)])
    if own_line is None or rest is None or (not rest[1] and last < len(mapping.entries) - 1):
        yield _insertion(end, [piece for entry in entries for piece in (", ", *entry)])
        return
    at = _line_end(text, end)
    line = _newline(text, at) + own_line
    pieces = [piece for entry in entries for piece in (line, *entry, ",")]
    if not rest[1]:
        yield Insertion(end, ",")
        pieces.pop()
    yield _insertion(at, pieces)


def _own_line(text: str, key: Scalar) -> str | None:
    """Return the spaces before a key that begins its line, or None where something else is before it."""
    at = start_of(key).index
    before = text[max(text.rfind(end, 0, at) for end in "\n\r\x85\u2028\u2029") + 1 : at]
    return before if not before.strip(" ") else None


def _end(text: str, key: Scalar, node: Node) -> int:
    """Return where what is written at a key ends, without what may follow on its line."""
    if is_empty(node):
        return _after_colon(text, key)
    if type(node) is Scalar and text[start_of(node).index] in "|>":
        return len(text[: end_of(node).index].rstrip())
    if type(node) is Mapping and not _is_flow(text, node):
        return _end(text, *node.entries[-1])
    if type(node) is Items and text[start_of(node).index] != "[":
        return _end(text, key, node.items[-1])
    return end_of(node).index


def _after_colon(text: str, key: Scalar) -> int:
    found = re.compile(r"\s*:").match(text, end_of(key).index)
    return end_of(key).index if found is None else found.end()


def _line_end(text: str, at: int) -> int:
    found = re.compile(LINE_BREAK).search(text, at)
    return len(text) if found is None else found.start()


def _newline(text: str, at: int) -> str:
    """Return how the line ends that the character lies in; where it is the last, how the first one does."""
    found = re.compile("\r\n|\n|\r")
    line = found.search(text, at) or found.search(text)
    return "\n" if line is None else line[0]


def _is_flow(text: str, mapping: Mapping) -> bool:
    return text[start_of(mapping).index] == "{"
