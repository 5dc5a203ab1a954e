"""A YAML file as nodes that keep their text and their place. The only module that knows the YAML library.

libyaml's events become nodes without any guess at types: every scalar stays the text that was written. What the
format does not allow (anchors, tags, tabs, a second document, a key twice) becomes a finding here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from unicodedata import is_normalized, normalize

import yaml
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
from partykpi.problem import Finding, Place, Source, find
from partykpi.text import Text

LARGEST = 10_000_000
DEEPEST = 50


class Scalar:
    """A text, in NFC. `empty` where nothing is written at all."""

    __slots__ = ("_end", "_start", "empty", "text")

    def __init__(self, text: str, start: Any, end: Any, empty: bool) -> None:
        self.text = text
        self._start = start
        self._end = end
        self.empty = empty

    @property
    def span(self) -> tuple[Any, Any]:
        """Libyaml's marks of the first character and of the first after the last."""
        return self._start, self._end


class Sequence:
    """A list of nodes."""

    __slots__ = ("items", "span")

    def __init__(self, start: Any, end: Any) -> None:
        self.items: list[Node] = []
        self.span = (start, end)


class Mapping:
    """Pairs of a key and a node, in the order of the file; a key that stands twice keeps its first value."""

    __slots__ = ("entries", "span")

    def __init__(self, start: Any, end: Any) -> None:
        self.entries: list[tuple[Scalar, Node]] = []
        self.span = (start, end)


Node = Scalar | Sequence | Mapping


class Read(NamedTuple):
    """A file as it was read: its source, its root (None where there is none to use) and what was found."""

    source: Source
    root: Node | None
    findings: list[Finding]


def place(source: Source, node: Node) -> Place:
    """Return where the node stands; of several lines, the part on the first."""
    start, end = node.span
    line, column = start.line + 1, start.column + 1
    if end.line == start.line:
        return Place(source, line, column, max(end.column + 1, column + 1))
    return Place(source, line, column, max(len(source.line(line).rstrip()) + 1, column + 1))


def read(name: str, data: bytes) -> Read:
    """Read a file's bytes; `name` is what findings call it."""
    if len(data) > LARGEST:
        source = Source(name, "")
        start = Place(source, 1, 1, 1)
        return Read(source, None, [find(findings.FILE_TOO_LARGE, start, limit=LARGEST // 1_000_000)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error.start)
    source = Source(name, text)
    found = list(_tabs(source)) if "\t" in text else []
    try:
        root = _compose(source, found)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line = len(re.findall("\r\n|[\n\r\x85\u2028\u2029]", before)) + 1
        column = len(source.line(line)) if error.position >= len(text) else _column(text, error.position)
        problem = f"a control character (U+{ord(error.character):04X})" if isinstance(error.character, str) else error.reason
        found.append(find(findings.SYNTAX, Place(source, line, column, column + 1), problem=problem))
        root = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if not any(finding.code == "tab" and finding.place.line == line for finding in found):
            found.append(
                find(findings.SYNTAX, Place(source, line, column, column + 1), problem=error.problem or error.context or "")
            )
        root = None
    if root is None and not found:
        found.append(find(findings.EMPTY_FILE, Place(source, 1, 1, 1)))
    return Read(source, root, found)


def _column(text: str, position: int) -> int:
    return position - max(text.rfind(mark, 0, position) for mark in "\n\r\x85\u2028\u2029")


def _not_utf8(name: str, data: bytes, position: int) -> Read:
    shown = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", errors="replace")
    source = Source(name, shown)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        line, column = 1, 1
    else:
        line = data.count(b"\n", 0, position) + 1
        column = position - data.rfind(b"\n", 0, position)
    here = Place(source, line, column, column + 1)
    return Read(source, None, [find(findings.ENCODING, here, byte=f"0x{data[position]:02X}")])


_TAB = re.compile(r"^[^#\t'\"\n]*(\t)", re.MULTILINE)


def _tabs(source: Source) -> Iterator[Finding]:
    for match in _TAB.finditer(source.text):
        column = match.start(1) - match.start() + 1
        line = len(re.findall("\r\n|[\n\r\x85\u2028\u2029]", source.text[: match.start()])) + 1
        yield find(findings.TAB, Place(source, line, column, column + 1))


def _compose(source: Source, found: list[Finding]) -> Node | None:
    """Turn the events of the first document into nodes; the stack holds the open mappings and lists."""
    next_event = yaml.CLoader(source.text).get_event
    root: Node | None = None
    documents = 0
    # Of each open collection: the node, and of a mapping the key that waits for its value and the keys so far.
    stack: list[tuple[Mapping | Sequence, dict[str, Scalar]]] = []
    pending: list[Node | None] = []
    while True:
        event: Any = next_event()
        kind = type(event)
        node: Node
        if kind is ScalarEvent:
            text = event.value
            if not text.isascii() and not is_normalized("NFC", text):
                text = normalize("NFC", text)
            node = Scalar(text, event.start_mark, event.end_mark, not text and not event.style)
        elif kind is MappingStartEvent:
            node = Mapping(event.start_mark, event.end_mark)
        elif kind is SequenceStartEvent:
            node = Sequence(event.start_mark, event.end_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            closed, _ = stack.pop()
            pending.pop()
            closed.span = (closed.span[0], event.end_mark)
            continue
        elif kind is AliasEvent:
            node = Scalar("", event.start_mark, event.end_mark, False)
            found.append(find(findings.ALIAS, place(source, node), name=f"*{event.anchor}"))
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                node = Scalar("", event.start_mark, event.end_mark, False)
                found.append(find(findings.SECOND_DOCUMENT, place(source, node)))
                return root
            continue
        elif kind is StreamEndEvent:
            return root
        else:
            continue
        if kind is not AliasEvent:
            if event.anchor is not None:
                found.append(find(findings.ALIAS, place(source, node), name=f"&{event.anchor}"))
            if event.tag is not None:
                found.append(find(findings.TAG, place(source, node), name=event.tag))
        if not stack:
            root = node
        else:
            parent, keys = stack[-1]
            if type(parent) is Sequence:
                parent.items.append(node)
            elif pending[-1] is None:
                pending[-1] = node
            else:
                key = pending[-1]
                pending[-1] = None
                if type(key) is not Scalar:
                    found.append(_not_a_key(source, key))
                elif key.text in keys:
                    first = keys[key.text].span[0].line + 1
                    found.append(find(findings.DUPLICATE_KEY, place(source, key), key=key.text, line=first))
                else:
                    keys[key.text] = key
                    parent.entries.append((key, node))  # type: ignore[union-attr]
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) == DEEPEST:
                found.append(find(findings.TOO_DEEP, place(source, node), limit=DEEPEST))
                return None
            stack.append((node, {}))  # type: ignore[arg-type]
            pending.append(None)


def _not_a_key(source: Source, node: Node) -> Finding:
    return find(
        findings.WRONG_TYPE,
        place(source, node),
        key=Text("a key", "khóa"),
        expected=Text("a text", "văn bản"),
        found=Text("a list or a mapping", "danh sách hoặc nhóm khóa"),
    )
