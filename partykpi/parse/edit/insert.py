"""How a resolution file is laid out, and where in its text a reading goes; what is written already stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, get_args
from unicodedata import normalize

from partykpi.core.time import Period
from partykpi.parse.decode import REQUIRED
from partykpi.parse.edit.starter import quoted
from partykpi.parse.keys import key_meant, named, value_meant
from partykpi.parse.text.number import Style
from partykpi.parse.text.number_style import is_year
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, end_of, is_empty, read, start_of
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.problem import LINE_BREAK, Place
from partykpi.text import Language

_HEAD = (*REQUIRED, "language", "numbers")

# The keys of a target that readings stand below, in the order of the manual.
_ABOVE = ("indicator", "name", "target", "measured_against", "every", "amended", "baseline")
_TARGET = (*_ABOVE, "readings", "actual")

_STEP = 2


class Given(NamedTuple):
    """A reading that is to be recorded: of which target, for which period, and its figure, each as it is to be written.

    Without a period it is the day on which a task was done. The places are those where figure and period were given.
    """

    target: str
    text: str
    place: Place
    period: Period | None = None
    key: str = ""
    key_place: Place | None = None


class Part(NamedTuple):
    """A stretch of an inserted text, counted from its begin: the figure of a reading, or (`is_key`) its period."""

    start: int
    end: int
    given: Given
    is_key: bool


class Insertion(NamedTuple):
    """A text that goes in before the character number `at` of a file."""

    at: int
    text: str
    parts: tuple[Part, ...] = ()


class Standing(NamedTuple):
    """A target as it stands in the file: its id, its mapping, and what of that has to do with readings, by key."""

    key: Scalar
    mapping: Mapping
    entries: dict[str, tuple[Scalar, Node]]
    words: Language


class Layout(NamedTuple):
    """A file's text with its targets by their ids; `reader` knows how it writes numbers and periods.

    `flow` says whether its readings are laid out in braces, or a line each; `usual` holds what it calls a year and a
    part of one.
    """

    text: str
    reader: Reader
    targets: dict[str, Standing]
    flow: bool
    usual: tuple[str, ...]


def layout(name: str, data: bytes) -> Layout | None:
    """Return how a file is laid out, or None where it holds no targets."""
    got = read(name, data)
    head = _by_meaning(got.root, _HEAD) if type(got.root) is Mapping else {}
    if "targets" not in head:
        return None
    reader = Reader(got.source, [])
    if any(key.value != meaning for meaning, (key, _) in head.items()):
        reader.source = got.source._replace(keys="vi")
        reader.language = "vi"
    if "language" in head and _chosen(head["language"][1], get_args(Language)) is not None:
        reader.language = "vi" if _chosen(head["language"][1], get_args(Language)) == "vi" else "en"
    if "numbers" in head and _chosen(head["numbers"][1], get_args(Style)) == "vi":
        reader.style = "vi"
    targets = {key.value: standing for key, standing in _standing(head["targets"][1])}
    laid = [one.entries["readings"][1] for one in targets.values() if "readings" in one.entries]
    first = next((node for node in laid if type(node) is Mapping and node.entries), None)
    flow = first is not None and _is_flow(got.source.text, first)
    keys = {is_year(period): key.value for one in targets.values() for key, _, period in told(one, reader)}
    return Layout(got.source.text, reader, targets, flow, tuple(keys.values()))


def _by_meaning(mapping: Mapping, known: Sequence[str]) -> dict[str, tuple[Scalar, Node]]:
    meant: dict[str, tuple[Scalar, Node]] = {}
    for key, node in mapping.entries:
        meaning = key.value if key.value in known else key_meant(key.value, known)
        if meaning is not None:
            meant.setdefault(meaning, (key, node))
    return meant


def _chosen(node: Node, choices: Sequence[str]) -> str | None:
    text = node.value if type(node) is Scalar else ""
    return text if text in choices else value_meant(text, choices)


def _standing(node: Node) -> Iterator[tuple[Scalar, Standing]]:
    for key, mapping in node.entries if type(node) is Mapping else ():
        if type(mapping) is Mapping:
            entries = _by_meaning(mapping, _TARGET)
            english = all(own.value == meaning for meaning, (own, _) in entries.items())
            yield key, Standing(key, mapping, entries, "en" if english else "vi")


def told(standing: Standing, reader: Reader) -> list[tuple[Scalar, Node, Period]]:
    """Return the readings by period that stand there: key, value, and the period that the key names."""
    _, node = standing.entries.get("readings", (None, None))
    return [
        (key, value, period)
        for key, value in (node.entries if type(node) is Mapping else ())
        if (period := reader.period(key.value)) is not None
    ]


def insertions(laid: Layout, standing: Standing, new: Sequence[Given]) -> list[Insertion]:
    """Return what to insert so that the target has the new readings, each of another period, in the order of time.

    Or, of a single one without a period, so that it stands at `actual`.
    """
    text, words = laid.text, standing.words
    if new[0].period is None:
        value = scalar(new[0].text, _is_flow(text, standing.mapping))
        return _below(laid, standing, [_word("actual", words), ": ", (value, new[0], False)])
    if "readings" not in standing.entries:
        return _below(laid, standing, [_word("readings", words), ":", *_fresh(laid, standing, new)])
    key, node = standing.entries["readings"]
    if type(node) is Mapping and node.entries:
        return list(_among(laid, key, node, new))
    if type(node) is Mapping:
        return [_insertion(start_of(node).index + 1, _listed(new, True))]
    at = _after_colon(text, key)
    fresh = _fresh(laid, standing, new)
    if text[at - 1] != ":":  # in braces a key can stand alone
        return [_insertion(at, [":", *fresh])]
    return [_insertion(at if fresh[0] == " {" else _line_end(text, at), fresh)]


# A piece of a text to insert: words of the file, or the period or the figure of a reading.
_Piece = str | tuple[str, Given, bool]


def _insertion(at: int, pieces: Sequence[_Piece]) -> Insertion:
    text, parts = "", []
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            parts.append(Part(len(text), len(text) + len(piece[0]), piece[1], piece[2]))
            text += piece[0]
    return Insertion(at, text, tuple(parts))


def _entry(given: Given, flow: bool) -> list[_Piece]:
    return [(scalar(given.key, flow, is_key=True), given, True), ": ", (scalar(given.text, flow), given, False)]


def _listed(new: Sequence[Given], flow: bool, between: str = ", ") -> list[_Piece]:
    """Return the entries of the readings with what stands between them."""
    pieces: list[_Piece] = []
    for given in new:
        pieces += [*([between] if pieces else []), *_entry(given, flow)]
    return pieces


def _fresh(laid: Layout, standing: Standing, new: Sequence[Given]) -> list[_Piece]:
    """Return the readings of a target that has none yet, as they follow their key."""
    new = sorted(new, key=_time)
    mapping = standing.mapping
    if laid.flow or _is_flow(laid.text, mapping):
        return [" {", *_listed(new, True), "}"]
    step = start_of(mapping).column - start_of(standing.key).column
    indent = " " * (start_of(mapping).column + (step if step > 0 else _STEP))
    line = _newline(laid.text, start_of(mapping).index) + indent
    return [line, *_listed(new, False, line)]


def _below(laid: Layout, standing: Standing, pieces: Sequence[_Piece]) -> list[Insertion]:
    """Return what puts a new key into the mapping of a target, below those that stand above readings."""
    above = {id(key) for meaning, (key, _) in standing.entries.items() if meaning in _ABOVE}
    last = max((at for at, (key, _) in enumerate(standing.mapping.entries) if id(key) in above), default=-1)
    return list(_after(laid.text, standing.key, standing.mapping, last, [pieces]))


def _among(laid: Layout, key: Scalar, node: Mapping, new: Sequence[Given]) -> Iterator[Insertion]:
    """Return what puts readings among those that stand at a key: in the order of time, where they are in one."""
    known = [laid.reader.period(own.value) for own, _ in node.entries]
    times = [_moment(period) for period in known if period is not None]
    falling = len(times) > 1 and all(one > other for one, other in pairwise(times))
    rising = all(one < other for one, other in pairwise(times))
    after: dict[int, list[Given]] = {}
    for given in sorted(new, key=_time, reverse=falling):
        last = -1 if rising or falling else len(known) - 1
        for at, period in enumerate(known):
            if period is not None and (rising or falling) and (_moment(period) < _time(given)) is rising:
                last = at
        after.setdefault(last, []).append(given)
    flow = _is_flow(laid.text, node)
    for last, group in after.items():
        yield from _after(laid.text, key, node, last, [_entry(given, flow) for given in group])


def _time(given: Given) -> tuple[date, date]:
    return (date.min, date.min) if given.period is None else _moment(given.period)


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
    """Return the spaces before a key that begins its line, or None where something else stands before it."""
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


def _word(key: str, language: Language) -> str:
    return named(key) if language == "vi" else key


def scalar(text: str, flow: bool, is_key: bool = False) -> str:
    """Write a text as it is, or in quotes where YAML would take it for something else."""
    pair = f"{text}: x" if is_key else f"x: {text}"
    got = read("", (f"{{{pair}}}" if flow else pair).encode(errors="replace"))
    entries = got.root.entries if type(got.root) is Mapping and not got.findings else []
    if text and len(entries) == 1:
        key, value = entries[0]
        found = key if is_key else value
        if (
            type(found) is Scalar
            and found.value == normalize("NFC", text)
            and start_of(found).line == end_of(found).line
        ):
            return text
    return quoted(text)
