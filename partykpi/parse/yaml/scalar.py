"""A text as a YAML scalar that is read as that text again."""

from __future__ import annotations

import re
from unicodedata import normalize

from partykpi.parse.yaml.source import Mapping, Scalar, end_of, read, start_of
from partykpi.text import STEERING

# What a double-quoted scalar cannot hold as it is, or not to be seen: what ends it, what libyaml takes for no character
# or for the end of the line, and what steers whatever shows it.
_ESCAPED = re.compile(f'["\\\\]|{STEERING}')
_SHORT = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
MISSING_CHARACTER = "\N{REPLACEMENT CHARACTER}"


def scalar(text: str, flow: bool, is_key: bool = False) -> str:
    """Write a text as it is, or in quotes where YAML would take it for something else.

    `flow` says whether it goes into braces, `is_key` whether before a colon or behind one.
    """
    pair = f"{text}: x" if is_key else f"x: {text}"
    file = read("", (f"{{{pair}}}" if flow else pair).encode(errors="replace"))
    entries = file.root.entries if type(file.root) is Mapping and not file.findings else []
    if not text or len(entries) != 1:
        return quoted(text)
    key, value = entries[0]
    found = key if is_key else value
    is_read_so = type(found) is Scalar and found.value == normalize("NFC", text)
    is_seen = text.isprintable() or re.search(STEERING, text) is None
    return text if is_read_so and is_seen and start_of(found).line == end_of(found).line else quoted(text)


def quoted(text: str) -> str:
    """Return the shortest double-quoted scalar, on one line, that is read as the text, whatever is in it.

    Half of a surrogate pair is no character; it becomes the sign for one that is missing.
    """
    return '"' + _ESCAPED.sub(_escape, _NO_CHARACTER.sub(MISSING_CHARACTER, text)) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
