"""Curly quotes that a word processor puts in the place of straight ones: for YAML they are letters of the value."""

from __future__ import annotations

import re

from partykpi import findings
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.scalar import quoted
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence

_DOUBLE, _SINGLE = "“”„‟", "‘’‚‛"
_AROUND = re.compile(rf"\s*(?:[{_DOUBLE}]([^{_DOUBLE}]*)[{_DOUBLE}]|[{_SINGLE}]([^{_SINGLE}]*)[{_SINGLE}])\s*")

# The keys whose values are texts to be shown, which may be quotations.
_TEXTS = (
    "resolution", "committee", "source", "title", "name", "note", "owner", "acknowledged", "definition", "superior",
    "place", "role", "authority", "recipients", "en", "vi", "also", "units", "publisher",
)  # fmt: skip


def without_quotes(text: str) -> str:
    """Return what stands between two curly quotes, or the text as it is."""
    match = _AROUND.fullmatch(text)
    return text if match is None else match[1] or match[2] or ""


def in_straight_quotes(text: str) -> str:
    """Return what is written of a list or a mapping with straight quotes for the curly ones."""
    return re.sub(f"[{_DOUBLE}]", '"', re.sub(f"[{_SINGLE}]", "'", text))


def report_curly_quotes(reader: Reader, node: Node) -> None:
    """Report the curly quotes around keys and values, of all but texts to be shown, and read on without them."""
    if type(node) is Mapping:
        for key, value in node.entries:
            _report(reader, key)
            if not _is_text(key.value):
                report_curly_quotes(reader, value)
    elif type(node) is Sequence:
        for item in node.items:
            report_curly_quotes(reader, item)
    elif type(node) is Scalar:
        _report(reader, node)


def _report(reader: Reader, node: Scalar) -> None:
    inside = without_quotes(node.value)
    if inside != node.value:
        reader.report(findings.CURLY_QUOTES, node, quoted=quoted(inside))
        node.value = inside


def _is_text(key: str) -> bool:
    from partykpi.parse.keys import key_meant

    return key in _TEXTS or key_meant(key, _TEXTS) is not None
