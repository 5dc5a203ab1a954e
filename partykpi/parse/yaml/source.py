"""A YAML file as nodes that keep their text and their place. The only module that knows the YAML library.

libyaml's events become nodes without any guess at types: every scalar stays the text that was written. What the
format does not allow (anchors, tags, tabs, a second document, a key twice) becomes a finding here.

A node has libyaml's marks of its first character (`start_mark`) and of the first after its last (`end_mark`).
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias, cast
from unicodedata import is_normalized, normalize

import yaml
from yaml._yaml import CParser, Mark
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from partykpi import findings
from partykpi.parse.file import LARGEST
from partykpi.problem import Definition, Finding, Place, Source, Value, find, lines_of
from partykpi.text import Text

DEEPEST = 50
MOST_VALUES = 250_000
"""The lines of a file, and the values in it with their keys; each is looked at, and some are said to be wrong."""
LONGEST_TEXT = 20_000
"""The characters of a key or of a value, ten pages full; of what has more, only so much is looked at."""


CURLY = re.compile("[“”„‟‘’‚‛]")
"""A quote of a word processor, double or single, which quotes nothing in YAML."""

# The event itself, since nearly every node is one: its `value` is a text, in NFC, its `style` None where it is plain.
Scalar: TypeAlias = ScalarEvent

# A finding says already that there is one; nothing can be read from it.
Alias: TypeAlias = AliasEvent


class Sequence:
    """A list of nodes."""

    __slots__ = ("end_mark", "items", "start_mark")

    def __init__(self, start_mark: Any, end_mark: Any) -> None:
        self.items: list[Node] = []
        self.start_mark = start_mark
        self.end_mark = end_mark


class Mapping:
    """Pairs of a key and a node, in the order of the file; of a key that is written twice the first value is kept."""

    __slots__ = ("end_mark", "entries", "start_mark")

    def __init__(self, start_mark: Any, end_mark: Any) -> None:
        self.entries: list[tuple[Scalar, Node]] = []
        self.start_mark = start_mark
        self.end_mark = end_mark


Node: TypeAlias = Scalar | Sequence | Mapping | Alias


class Read(NamedTuple):
    """A file as it was read: its source, its root (None where there is none to use) and what was found."""

    source: Source
    root: Node | None
    findings: list[Finding]


def is_empty(node: Node) -> bool:
    """Say whether nothing at all is written for the node."""
    return type(node) is Scalar and not node.value and not node.style


def start_of(node: Node) -> Mark:
    """Return the mark of the node's first character."""
    return cast(Mark, node.start_mark)


def end_of(node: Node) -> Mark:
    """Return the mark of the first character after the node."""
    return cast(Mark, node.end_mark)


def line_of(node: Node) -> int:
    """Return the line that the node begins in, counted from 1."""
    return start_of(node).line + 1


def place(source: Source, node: Node | DocumentStartEvent) -> Place:
    """Return where the node is; of several lines, the part on the first."""
    start: Any = node.start_mark
    end: Any = node.end_mark
    line, column, end_column = start.line + 1, start.column + 1, end.column + 1
    if end.line < line and column < end_column:  # on one line, as most of what there is
        return tuple.__new__(Place, (source, line, column, end_column, ""))  # past the checks of its arguments
    if start.index >= len(source.text):  # libyaml sees one more line after the last
        line, column = _counted(source.text.rstrip())
        return Place(source, line, column, column + 1)
    if end.line < line:
        return Place(source, line, column, column + 1)
    return Place(source, line, column, max(len(source.line(line).rstrip()) + 1, column + 1))


def read(name: str, data: bytes) -> Read:
    """Read a file's bytes; `name` is what findings call it."""
    if len(data) > LARGEST:
        source = Source(name, "")
        start = Place(source, 1, 1, 1)
        return Read(source, None, [find(findings.FILE_TOO_LARGE, start, limit=LARGEST // 1_000_000)])
    if data.startswith(_OF_PROGRAMS):
        return Read(source := Source(name, ""), None, [_office_file(source, data)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error.start)
    source = Source(name, text)
    if len(text) > MOST_VALUES and sum(map(text.count, "\n\r\x85\u2028\u2029")) > MOST_VALUES:
        return Read(source, None, [find(findings.TOO_MANY_VALUES, Place(source, 1, 1, 1), limit=MOST_VALUES)])
    root, found = _parse(source, text)
    if root is not None and len(text) > LONGEST_TEXT:
        found += _shortened(source, root)
    if not found and (root is None or is_empty(root)):
        root = None
        found.append(find(findings.EMPTY_FILE, Place(source, 1, 1, 1)))
    return Read(source, root, found)


# How files of word processors and spreadsheets begin: the new ones, which are archives, and the old ones.
_OF_PROGRAMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def _office_file(source: Source, data: bytes) -> Finding:
    is_word, is_excel = b"word/" in data or b"WordDocument" in data, b"xl/" in data or b"Workbook" in data
    program = "Word" if is_word and not is_excel else "Excel" if is_excel and not is_word else "Word/Excel"
    return find(findings.OFFICE_FILE, Place(source, 1, 1, 1), program=program)


def _shortened(source: Source, node: Node) -> Iterator[Finding]:
    """Cut off what is longer than a text may be, in a node and all below it, and report it."""
    if type(node) is Mapping:
        for key, value in node.entries:
            yield from _shortened(source, key)
            yield from _shortened(source, value)
    elif type(node) is Sequence:
        for item in node.items:
            yield from _shortened(source, item)
    elif type(node) is Scalar and len(node.value) > LONGEST_TEXT:
        node.value = node.value[:LONGEST_TEXT]
        yield find(findings.TEXT_TOO_LONG, place(source, node), limit=LONGEST_TEXT)


# What libyaml (since 0.2.6) says of its own limit of 1000 levels, in an error that has no other mark.
_LIBRARY_LIMIT = "exceeded maximum nesting depth"


def _parse(source: Source, text: str) -> tuple[Node | None, list[Finding]]:
    """Return the root of a text, the source's own or the beginning of it, and what is wrong with the whole source."""
    found = list(_tabs(source)) if "\t" in source.text else []
    try:
        return _compose(source, text, found), found
    except yaml.reader.ReaderError as error:
        # libyaml counts the bytes before the character
        line, column = _counted(text.encode()[: error.position].decode(errors="ignore"))
        problem = f"{error.reason} (U+{error.character:04X})"
        found.append(find(findings.SYNTAX, Place(source, line, column, column + 1), problem=problem))
    except yaml.MarkedYAMLError as error:
        if error.problem == _LIBRARY_LIMIT and error.problem_mark is not None:
            # To learn whether a list is a key, libyaml reads up to a thousand characters ahead: it can come to its
            # limit before it has reported the level that passes DEEPEST, or a mistake before that.
            return _parse(source, text[: error.problem_mark.index])
        line, column, problem = _mistake(error, text)
        quotes = _without_quotes(source, line, column)
        usual = [quotes] if quotes is not None else _usual_mistakes(source, line, column)
        if usual:
            found += usual
        elif not any(finding.code == findings.TAB.code and finding.place.line == line for finding in found):
            found.append(find(findings.SYNTAX, Place(source, line, column, column + 1), problem=problem))
    return None, found


def _usual_mistakes(source: Source, line: int, column: int) -> list[Finding]:
    from partykpi.parse.yaml.mistakes import mistake_at

    return mistake_at(source, line, column)


def _counted(before: str) -> tuple[int, int]:
    """Return the line and the column of what comes after a text."""
    lines = lines_of(before)
    return len(lines), len(lines[-1]) + 1


def _mistake(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Return where a mistake lies and what it is; of what never ends, where it begins."""
    mark, problem = error.problem_mark or error.context_mark, error.problem or error.context or ""
    if mark is not None and mark.index >= len(text) and error.context_mark is not None:
        mark, problem = error.context_mark, f"{problem} {error.context or ''}".strip()
    if mark is None or mark.index >= len(text):
        return (*_counted(text.rstrip()), problem)
    return mark.line + 1, mark.column + 1, problem


# A value that begins with a sign that only YAML itself may begin one with, up to where a value may end.
_BARE = r"[:\-,{\[] *(?P<value>(?P<sign>[%>|@`])(?:[^,}\]#\n]*[^,}\]#\n ])?)"


def _without_quotes(source: Source, line: int, column: int) -> Finding | None:
    """Return the finding of a value such as `%` or `> 20 members` that ends what YAML can read; None of another."""
    for match in re.finditer(_BARE, source.line(line)):
        if match.start("value") < column <= match.end("value") + 1:
            here = Place(source, line, match.start("value") + 1, match.end("value") + 1)
            quoted = f'"{match["value"]}"'
            return find(findings.NEEDS_QUOTES, here, character=match["sign"], quoted=quoted)
    return None


def _not_utf8(name: str, data: bytes, position: int) -> Read:
    shown = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", errors="replace")
    source = Source(name, shown)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        line, column = 1, 1
    else:
        line, column = _counted(shown[:position])
    here = Place(source, line, column, column + 1)
    return Read(source, None, [find(findings.ENCODING, here, byte=f"0x{data[position]:02X}")])


# A tab before anything that may hold one (a comment, a quotation), on each line.
_TAB = r"[^#\t'\"]*(\t)"


def _tabs(source: Source) -> Iterator[Finding]:
    for number, line in enumerate(lines_of(source.text), 1):
        match = re.match(_TAB, line)
        if match is not None:
            yield find(findings.TAB, Place(source, number, match.end(), match.end() + 1))


def _compose(source: Source, text: str, found: list[Finding]) -> Node | None:
    """Turn the events of the first document into nodes, and report what the format does not allow."""
    composer = _Composer(source, text, found)
    root: Node | None = None
    while type(event := composer.next_event()) is not StreamEndEvent:
        if type(event) is DocumentStartEvent and root is not None:
            found.append(find(findings.SECOND_DOCUMENT, place(source, event)))
            return root
        if type(event) in _NODES:
            try:
                root = composer.node(event, 0)
            except _TooMuchError as error:
                found.append(error.finding)
                return None
    return root


class _Composer:
    """The events of one source, and the findings so far; methods, since closures that call each other leave garbage."""

    __slots__ = ("commas", "counts", "found", "next_event", "source", "values")

    def __init__(self, source: Source, text: str, found: list[Finding]) -> None:
        self.source = source
        self.found = found
        self.next_event: Callable[[], Any] = CParser(text).get_event
        self.values = 0
        self.counts = len(text) > MOST_VALUES // _MOST_OF_CHARACTER
        self.commas = _COMMA.search(text) is not None

    def report(self, definition: Definition, node: Node, **values: Value) -> None:
        self.found.append(find(definition, place(self.source, node), **values))

    def node(self, event: Any, depth: int) -> Node:
        """Return the node that begins with the event, read to its end."""
        node: Node
        match event:
            case AliasEvent():
                self.report(findings.ALIAS, event, name=f"*{event.anchor}")
                return event
            case ScalarEvent():
                node = event
                if not event.value.isascii() and not is_normalized("NFC", event.value):
                    event.value = normalize("NFC", event.value)
            case MappingStartEvent():
                node = Mapping(event.start_mark, event.end_mark)
            case _:
                node = Sequence(event.start_mark, event.end_mark)
        if event.anchor is not None:
            self.report(findings.ALIAS, node, name=f"&{event.anchor}")
        if event.tag is not None:
            self.report(findings.TAG, node, name=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if type(node) is Scalar:
            return node
        if depth == DEEPEST:
            raise _TooMuchError(find(findings.TOO_DEEP, place(self.source, node), limit=DEEPEST))
        if type(node) is Mapping:
            self.fill_mapping(node, depth + 1)
        elif type(node) is Sequence:
            self.fill_sequence(node, depth + 1)
        return node

    def count(self, values: int, event: Any) -> None:
        """Count some more values that were read, in a long file, and stop at the event where they are too many."""
        self.values += values
        if self.values > MOST_VALUES:
            raise _TooMuchError(find(findings.TOO_MANY_VALUES, place(self.source, event), limit=MOST_VALUES))

    def fill_sequence(self, node: Sequence, depth: int) -> None:
        """Read the items of a list."""
        while type(event := self.next_event()) is not SequenceEndEvent:
            node.items.append(self.node(event, depth))
            if self.counts and len(node.items) % _COUNTED == 0:
                self.count(_COUNTED, event)
        node.end_mark = event.end_mark
        if self.counts:
            self.count(len(node.items) % _COUNTED + 1, event)

    def fill_mapping(self, node: Mapping, depth: int) -> None:
        """Read the pairs of a mapping; a scalar with nothing about it, as nearly all are, is a node as it comes."""
        next_event, entries, counts = self.next_event, node.entries, self.counts
        while type(event := next_event()) is not MappingEndEvent:
            key = event
            if not (type(key) is Scalar and key.anchor is None is key.tag and key.value.isascii()):
                key = self.node(event, depth)
            value = next_event()
            if not (type(value) is Scalar and value.anchor is None is value.tag and value.value.isascii()):
                value = self.node(value, depth)
            if type(key) is Scalar:
                entries.append((key, value))
                if counts and len(entries) % _COUNTED == 0:
                    self.count(2 * _COUNTED, key)
                continue
            self.count(2, key)
            if type(key) is not Alias:
                self.found.append(_not_a_key(self.source, key))
        node.end_mark = event.end_mark
        if counts:
            self.count(2 * (len(entries) % _COUNTED) + 1, event)
        if self.commas and self.source.text.startswith("{", start_of(node).index):
            self.join_cut_values(node)
            entries = node.entries
        if len({key.value for key, _ in entries}) < len(entries):
            self.keep_first(node)

    def join_cut_values(self, node: Mapping) -> None:
        """Report the decimal commas within braces that end a value, and read on as if they did not."""
        from partykpi.parse.yaml.comma import as_finding, join_cut_values

        within = _COMMA.search(self.source.text, start_of(node).index, end_of(node).index)
        cuts = join_cut_values(self.source, node) if within else []
        if cuts:
            definition, values = as_finding(self.source, node, cuts)
            self.report(definition, cuts[0].behind, **values)

    def keep_first(self, node: Mapping) -> None:
        """Report the keys that are written twice, and keep the first value of each."""
        first: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            if key.value in first:
                self.report(findings.DUPLICATE_KEY, key, key=key.value, line=line_of(first[key.value][0]))
            else:
                first[key.value] = key, value
        node.entries = list(first.values())


# What may be a decimal comma within braces.
_COMMA = re.compile(r"[0-9],[0-9]")

# Values of one list or mapping are counted so many at a time.
_COUNTED = 1000
# No character of a file makes so many values: in a shorter one there cannot be too many.
_MOST_OF_CHARACTER = 10

_NODES = (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)


class _TooMuchError(Exception):
    """Nesting or values beyond the limit; nothing of the file is read on."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__()


def _not_a_key(source: Source, node: Node) -> Finding:
    return find(
        findings.WRONG_TYPE,
        place(source, node),
        key=Text("a key", "tên mục"),
        expected=Text("a text", "một dòng chữ"),
        found=Text("a list or a mapping", "danh sách hoặc nhóm các mục"),
    )
