"""YAML to nodes that keep their text and their place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from partykpi.parse.file import LARGEST
from partykpi.parse.yaml.source import DEEPEST, Mapping, Node, Read, Scalar, Sequence, is_empty, place, read

Placed = tuple[str, int, int, int]


def _scalars(got: Read, node: Node | None) -> Iterator[Placed]:
    """Return every text below a node with its line, its column and the first column after it."""
    if isinstance(node, Scalar):
        where = place(got.source, node)
        yield node.value, where.line, where.column, where.end_column
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(got, item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _scalars(got, key)
            yield from _scalars(got, value)


def scalars(data: str | bytes) -> list[Placed]:
    """Return every text of a file with its place."""
    got = read("f.yaml", data.encode() if isinstance(data, str) else data)
    assert got.findings == []
    return list(_scalars(got, got.root))


def codes(data: str | bytes) -> list[Placed]:
    """Return what is found in a file: the codes with their line, column and the first column after."""
    got = read("f.yaml", data.encode() if isinstance(data, str) else data)
    return [(f.code, f.place.line, f.place.column, f.place.end_column) for f in got.findings]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: b\n", [("a", 1, 1, 2), ("b", 1, 4, 5)]),
        ("a:   b c   # d\n", [("a", 1, 1, 2), ("b c", 1, 6, 9)]),
        ("a:\n  - x\n  - yy\n", [("a", 1, 1, 2), ("x", 2, 5, 6), ("yy", 3, 5, 7)]),
        ("{a: 1, bb: [2, 3]}", [("a", 1, 2, 3), ("1", 1, 5, 6), ("bb", 1, 8, 10), ("2", 1, 13, 14), ("3", 1, 16, 17)]),
        ("a: 'b'\n", [("a", 1, 1, 2), ("b", 1, 4, 7)]),
        ('a: "b\\n"\n', [("a", 1, 1, 2), ("b\n", 1, 4, 9)]),
        # an empty value covers one column after the colon
        ("a:\n", [("a", 1, 1, 2), ("", 1, 3, 4)]),
        # of several lines the first is the place
        ("a: >-\n  one\n  two\nb: c\n", [("a", 1, 1, 2), ("one two", 1, 4, 6), ("b", 4, 1, 2), ("c", 4, 4, 5)]),
        ('a: "one\n  two"\n', [("a", 1, 1, 2), ("one two", 1, 4, 8)]),
        # accented letters count one column each, composed ones
        ("đảng: viên mới\n", [("đảng", 1, 1, 5), ("viên mới", 1, 7, 15)]),
        # a byte order mark is no part of the text
        ("\ufeffa: b\n", [("a", 1, 1, 2), ("b", 1, 4, 5)]),
        # line ends of other systems
        ("a: b\r\nc: d\r\n", [("a", 1, 1, 2), ("b", 1, 4, 5), ("c", 2, 1, 2), ("d", 2, 4, 5)]),
        ("a: b\rc: d\r", [("a", 1, 1, 2), ("b", 1, 4, 5), ("c", 2, 1, 2), ("d", 2, 4, 5)]),
        ("\ufeff# chào\r\n\r\nđ: ê\r\n", [("đ", 3, 1, 2), ("ê", 3, 4, 5)]),
        # a document marker at the beginning is no second document
        ("---\na: b\n", [("a", 2, 1, 2), ("b", 2, 4, 5)]),
        ("a: b\n...\n", [("a", 1, 1, 2), ("b", 1, 4, 5)]),
    ],
)
def test_every_text_knows_its_place(data: str, expected: list[Placed]) -> None:
    """A text has the line and the columns that an editor shows for it, quotes included."""
    assert scalars(data) == expected


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "true",
        "null",
        "~",
        "12:30",
        "010",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "2024-09-30",
        "=",
        "<<",
    ],
)
def test_a_text_stays_as_it_is_written(text: str) -> None:
    """Nothing is guessed from a text: not a switch, not a clock time, not an octal number, not a date."""
    assert [found for found, *_ in scalars(f"a: {text}\n")] == ["a", text]
    assert [found for found, *_ in scalars(f"{text}: a\n")] == [text, "a"]


def test_only_nothing_at_all_is_empty() -> None:
    """A quoted empty text was written; a missing one was not."""
    root = read("f.yaml", b"a:\nb: ''\nc: ~\n").root
    assert isinstance(root, Mapping)
    assert [is_empty(value) for _, value in root.entries] == [True, False, False]


def test_text_is_composed() -> None:
    """Letters that are written with combining accents become the composed ones, in keys too."""
    decomposed = "d\u0323a\u0309ng"
    assert [text for text, *_ in scalars(f"{decomposed}: Vie\u0302\u0323t\n")] == ["\u1e0d\u1ea3ng", "Vi\u1ec7t"]
    assert [code for code, *_ in codes("\u1ec7: 1\ne\u0323\u0302: 2\n")] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", [("empty-file", 1, 1, 1)]),
        ("\n\n", [("empty-file", 1, 1, 1)]),
        ("# nothing yet\n", [("empty-file", 1, 1, 1)]),
        ("\ufeff", [("empty-file", 1, 1, 1)]),
        ("---", [("empty-file", 1, 1, 1)]),
        ("---\n# nothing\n...\n", [("empty-file", 1, 1, 1)]),
        # two of the same key, however they are quoted; and three
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1, 2)]),
        ("a: 1\n'a': 2\n", [("duplicate-key", 2, 1, 4)]),
        ("{a: 1, a: 2, a: 3}", [("duplicate-key", 1, 8, 9), ("duplicate-key", 1, 14, 15)]),
        ("x:\n  a: 1\ny:\n  a: 1\n", []),
        # aliases, anchors and tags
        ("a: *b\n", [("alias", 1, 4, 6)]),
        ("a: &b 1\nc: *b\n", [("alias", 1, 4, 8), ("alias", 2, 4, 6)]),
        ("a: &b {c: 1}\n", [("alias", 1, 4, 8)]),
        ("*a : 1\n*a : 2\n", [("alias", 1, 1, 3), ("alias", 2, 1, 3)]),
        ("a: !!int 1\n", [("tag", 1, 4, 11)]),
        ("a: !x [1]\n", [("tag", 1, 4, 8)]),
        # a second document, even an empty one, is not read
        ("a: 1\n---\nb: 1\nb: 2\n", [("second-document", 2, 1, 4)]),
        ("a: 1\n---\n", [("second-document", 2, 1, 4)]),
        # tabs
        ("a:\n\tb: 1\n", [("tab", 2, 1, 2)]),
        ("a:\tb\n", [("tab", 1, 3, 4)]),
        ("a: b\t# c\n", [("tab", 1, 5, 6)]),
        ("đảng:\r\n  x:\t1\r\n  y:\t2\r\n", [("tab", 2, 5, 6), ("tab", 3, 5, 6)]),
        ("# a\tb\na: 'x\ty'\nb: \"x\ty\"\n", []),
        # what is a key must be a text
        ("? [a]\n: b\n", [("wrong-type", 1, 3, 6)]),
        ("? {a: b}\n: c\n", [("wrong-type", 1, 3, 9)]),
        # what is no YAML
        ("a: b: c\n", [("colon-in-value", 1, 4, 8)]),
        ("a: [1, 2\n", [("syntax", 1, 4, 5)]),
        ("đ: 'mở\n", [("syntax", 1, 4, 5)]),
        ("a: }\n", [("syntax", 1, 4, 5)]),
        ("{đ:", [("syntax", 1, 4, 5)]),
        ("a:\n- [\n\n", [("syntax", 2, 4, 5)]),
        ("a: %b\n", [("needs-quotes", 1, 4, 6)]),
        # a control character is where it is, whatever letters are before it
        ("a: b\x07c\n", [("syntax", 1, 5, 6)]),
        ("# đảng viên\r\nghi chú: mới \x00\n", [("syntax", 2, 14, 15)]),
    ],
)
def test_what_the_format_does_not_allow_is_found(data: str, expected: list[Placed]) -> None:
    """What YAML allows and the format does not is found where it is, all of it."""
    assert codes(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: caf\xe9\n", ("encoding", 1, 7, 8)),
        (b"a: b\nc: \xd1\n", ("encoding", 2, 4, 5)),
        (b"a: b\r\n\xff", ("encoding", 2, 1, 2)),
        ("a: b\n".encode("utf-16"), ("encoding", 1, 1, 2)),
        # without a byte order mark it looks like UTF-8 with many zeros
        ("a: b\n".encode("utf-16-be"), ("syntax", 1, 1, 2)),
        ("a: b\n".encode("utf-32"), ("encoding", 1, 1, 2)),
        ("a: Đảng bộ\n".encode("cp1258", errors="replace"), ("encoding", 1, 4, 5)),
        # a letter cut in two
        ("a: ệ".encode()[:-1], ("encoding", 1, 4, 5)),
    ],
)
def test_other_encodings_are_found(data: bytes, expected: Placed) -> None:
    """A file that is not UTF-8 is one finding at its first wrong byte, with the line as well as it can be shown."""
    assert codes(data) == [expected]


@pytest.mark.parametrize("tag", ["!x", "!!int", "!!python/object:os.system", "!"])
def test_a_tag_is_named_as_it_is_written(tag: str) -> None:
    """The finding names what is in the file, and nothing is ever made of it."""
    (finding,) = read("f.yaml", f"a: {tag} b\n".encode()).findings
    assert finding.values["name"] == tag


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    """The value that is used is the first; the finding says on which line that is."""
    got = read("f.yaml", b"a: 1\n\na: 2\n")
    assert list(_scalars(got, got.root)) == [("a", 1, 1, 2), ("1", 1, 4, 5)]
    assert got.findings[0].values["line"] == 1


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    """The 51st level is a finding at its beginning, and nothing deeper is looked at."""
    assert codes("[" * DEEPEST + "]" * DEEPEST) == []
    assert codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [("too-deep", 1, 51, 52)]
    assert codes("\n".join(" " * level + "a:" for level in range(51))) == [("too-deep", 51, 51, 52)]


@pytest.mark.parametrize("levels", [51, 1000, 1001, 20_000])
@pytest.mark.parametrize(
    ("before", "nested", "place"),
    [
        ("", "[", (1, 51)),
        ("", "{a: ", (1, 201)),
        ("", "[{a: ", (1, 126)),  # the 51st is the list of the 26th pair
        ("", "{[", (1, 51)),
        ("", "- ", (1, 101)),
        ("", "? ", (1, 101)),
        ("", "[a, ", (1, 201)),
        ("a: ", "[", (1, 53)),
        ("- " * 20, "[", (1, 71)),
        ("a:\n  - b:\n      ", "[", (3, 54)),
        (" " * 2000, "[", (1, 2051)),
        ("[]: ", "[", (1, 54)),
    ],
    ids=[
        "brackets",
        "braces",
        "both",
        "as keys",
        "dashes",
        "marks",
        "items",
        "at a key",
        "in a list",
        "lower",
        "far",
        "after a key",
    ],
)
def test_the_place_of_too_deep_is_where_the_limit_is_passed(
    before: str, nested: str, place: tuple[int, int], levels: int
) -> None:
    """However deep a file goes on, closed or not, the finding lies at the 51st level, and is the only one."""
    line, column = place
    assert codes(before + nested * levels) == [("too-deep", line, column, column + 1)]


@pytest.mark.parametrize("levels", [51, 1000, 1001])
@pytest.mark.parametrize(
    ("own_line", "step", "place"),
    [("-", 1, (51, 51)), ("a:", 1, (51, 51)), ("- a:", 2, (26, 51))],  # a list and its mapping are two levels a line
)
def test_the_lines_that_are_too_deep(own_line: str, step: int, place: tuple[int, int], levels: int) -> None:
    """Nested by lines and their indents, too, a file is too deep at the line of the 51st level."""
    line, column = place
    data = "\n".join(" " * (step * level) + own_line for level in range(levels))
    assert codes(data)[0][:3] == ("too-deep", line, column)


def test_closed_brackets_are_too_deep_as_well() -> None:
    """A thousand levels and more that are all closed are found at the 51st."""
    for levels in (51, 1000, 1001, 20_000):
        assert codes("[" * levels + "]" * levels) == [("too-deep", 1, 51, 52)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("[" * 40 + ": " + "[" * 20_000, [("syntax", 1, 41, 42)]),
        ("a: *b\nc: " + "[" * 20_000, [("alias", 1, 4, 6), ("too-deep", 2, 53, 54)]),
        ("a:\t" + "[" * 20_000, [("tab", 1, 3, 4), ("too-deep", 1, 53, 54)]),
        ("a: " + "[" * 20_000 + "\nb:\t1\n", [("tab", 2, 3, 4), ("too-deep", 1, 53, 54)]),
        ("a: 1\n--- " + "[" * 20_000, [("second-document", 2, 1, 4)]),
    ],
)
def test_what_comes_before_the_nesting_is_found(data: str, expected: list[Placed]) -> None:
    """A mistake before the level that is too deep counts, and so does whatever else is found before it."""
    assert codes(data) == expected


def _lasting(data: bytes, code: str) -> float:
    """Return the seconds of work that reading takes; the last finding is of that code."""
    start = time.process_time()
    found = read("f.yaml", data).findings
    assert found[-1].code == code
    return time.process_time() - start


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 1_000_000, "too-deep"),
        (b"{a: " * 500_000, "too-deep"),
        (b"a: 1\n" * 20_000, "duplicate-key"),
        (b"a:\t1\n" * 20_000, "duplicate-key"),
        (b"- *a\n" * 20_000, "alias"),
        (b" " * 1_000_000 + b"\t" * 1_000_000 + b"}", "tab"),
        (b"x" * LARGEST + b"\xff", "file-too-large"),
    ],
    ids=["brackets", "braces", "keys", "tabs", "aliases", "spaces", "size"],
)
def test_no_file_takes_long(data: bytes, code: str) -> None:
    """Whatever a file holds too much of, it is read in the time that its size takes."""
    assert _lasting(data, code) < 3


def test_the_largest_file_is_still_read() -> None:
    """10 MB are read, one byte more is a finding that needs no reading."""
    assert codes(b"#" * LARGEST) == [("empty-file", 1, 1, 1)]
    assert codes(b"#" * (LARGEST + 1)) == [("file-too-large", 1, 1, 1)]
    assert codes(b"\xff" * 11_000_000) == [("file-too-large", 1, 1, 1)]


def test_anchors_do_not_multiply() -> None:
    """A file of aliases upon aliases stays as small as it is written."""
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found = codes("\n".join(levels))
    assert len(found) == 30 + 29 * 9
    assert {code for code, *_ in found} == {"alias"}
    assert all(before <= after for before, after in pairwise([line for _, line, _, _ in found]))
