"""Texts as scalars: in quotes only where YAML asks for them, and read as they were given."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partykpi.parse.yaml.scalar import quoted, scalar
from partykpi.parse.yaml.source import Mapping, Scalar, read


@pytest.mark.parametrize(
    ("value", "in_block", "in_braces"),
    [
        ("150 members", "150 members", "150 members"),
        ("1,5", "1,5", '"1,5"'),
        ("1,5 thousand members", "1,5 thousand members", '"1,5 thousand members"'),
        ("1, 5", "1, 5", '"1, 5"'),
        (">= 3", '">= 3"', '">= 3"'),
        ("> 3", '"> 3"', '"> 3"'),
        ("< 3", "< 3", "< 3"),
        ("150 # members", '"150 # members"', '"150 # members"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("{x", '"{x"', '"{x"'),
        ("x}", "x}", '"x}"'),
        ("*x", '"*x"', '"*x"'),
        ("!x", '"!x"', '"!x"'),
        ("- x", '"- x"', '"- x"'),
        ("'x'", "\"'x'\"", "\"'x'\""),
        ('"x"', r'"\"x\""', r'"\"x\""'),
        ("", '""', '""'),
        ("x\ny", r'"x\ny"', r'"x\ny"'),
        ("%x", '"%x"', '"%x"'),
        ("quý 3/2024", "quý 3/2024", "quý 3/2024"),
    ],
)
def test_a_value_is_quoted_where_yaml_asks_for_it(value: str, in_block: str, in_braces: str) -> None:
    """A figure is written as it was typed, and in quotes where it would be something else to YAML."""
    assert scalar(value, flow=False) == in_block
    assert scalar(value, flow=True) == in_braces


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1), st.booleans(), st.booleans())
def test_any_text_is_read_as_it_was_given(text: str, flow: bool, is_key: bool) -> None:
    """Whatever is written, in braces or not, as a key or a value, it is read as that text."""
    written = scalar(text, flow, is_key)
    assume(text != "other")
    pair = f"{written}: x" if is_key else f"x: {written}"
    root = read("f", (f"a: {{other: z, {pair}}}\n" if flow else f"a:\n  other: z\n  {pair}\n").encode()).root
    assert type(root) is Mapping
    inner = root.entries[0][1]
    assert type(inner) is Mapping
    node = inner.entries[1][0 if is_key else 1]
    assert type(node) is Scalar
    assert node.value == normalize("NFC", text)


@given(st.text(st.characters(codec=None), min_size=1))
def test_any_text_is_quoted(text: str) -> None:
    """A quoted text is read as the text that it was, in NFC; half of a surrogate pair becomes one sign."""
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    root = read("f", quoted(text).encode()).root
    assert isinstance(root, Scalar)
    assert root.value == normalize("NFC", whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain: # [x]", '"plain: # [x]"'),
        ('"\\', r'"\"\\"'),
        ("a\tb\n\x00", r'"a\tb\n\x00"'),
        ("\u2028\x85", r'"\u2028\x85"'),
    ],
)
def test_quoting_escapes_nothing_needlessly(text: str, expected: str) -> None:
    """Only what must be escaped is, as shortly as can be."""
    assert quoted(text) == expected
