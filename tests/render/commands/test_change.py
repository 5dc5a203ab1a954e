"""What is to change in a file, shown line by line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.render.commands.change import change

TEXT = "one\ntwo\nthree\nfour\nfive\nsix\nseven"


def shown(*insertions: tuple[int, str], text: str = TEXT) -> str:
    """Return the change without the name of the file, its lines without the spaces before and after."""
    head, *lines = change("f.yaml", text, insertions, False).splitlines()
    assert head == "f.yaml"
    return "|".join(" ".join(line.split()) for line in lines)


@pytest.mark.parametrize(
    ("insertions", "expected"),
    [
        ([(7, "\ntwo b")], "2 two|3 + two b|4 three"),
        ([(7, " b")], "2 - two|2 + two b|3 three"),
        ([(4, "x\n")], "2 - two|2 + x|3 + two|4 three"),
        ([(len(TEXT), "\neight\nnine")], "7 seven|8 + eight|9 + nine"),
        ([(3, "\na"), (33, "\nb")], "1 one|2 + a|3 two|8 seven|9 + b"),
        ([(5, "1"), (6, "2"), (7, "\nx")], "2 - two|2 + t1w2o|3 + x|4 three"),
        ([], ""),
    ],
)
def test_a_change(insertions: list[tuple[int, str]], expected: str) -> None:
    """Lines that go have their old number, lines that come their new one; the line after shows where it is."""
    assert shown(*insertions) == expected


def test_what_a_change_stands_below() -> None:
    """The target that a reading is of is shown with it, and the key; not what is between or beside."""
    text = "targets:\n  a:\n    target: 5\n  b:   # c\n    target: 5\n    readings:\n\n      # c\n      2021: 5\n  c:\n"
    shown = change("f.yaml", text, [(text.index("\n  c:"), "\n      2022: 6")], False)
    assert shown.splitlines()[1:] == [
        "    4     b:   # c",
        "    6       readings:",
        "    9         2021: 5",
        "   10 +       2022: 6",
        "   11     c:",
    ]


def test_the_end_of_a_file() -> None:
    """Nothing is shown below the last line, whether it is ended or not."""
    assert shown((3, "\ntwo"), text="one\n") == "1 one|2 + two"
    assert shown((3, "\ntwo"), text="one") == "1 one|2 + two"
    assert shown((0, "one"), text="") == "1 -|1 + one"


def test_lines_that_end_otherwise() -> None:
    """Lines are those of the file, however they end."""
    assert shown((5, "\r\ntwo"), text="one\r\n\r\nthree\r\n") == "2|3 + two|4 three"


def test_colours() -> None:
    """At a terminal what goes is red and what comes is green; nothing of the file steers the terminal."""
    shown = change("f.yaml", "a\x1b[0m\n", [(1, "b")], True)
    assert "\x1b[31m- a\ufffd[0m\x1b[0m" in shown
    assert "\x1b[32m+ ab\ufffd[0m\x1b[0m" in shown


@given(st.text(st.sampled_from("ab\n"), max_size=30), st.data())
def test_every_new_line_is_shown(text: str, data: st.DataObject) -> None:
    """Old lines without those that go, with those that come, are the new text."""
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    insertions = [(at, data.draw(st.sampled_from(["x", "\nx", "x\n", "x\ny"]))) for at in places]
    new = text
    for at, words in reversed(insertions):
        new = new[:at] + words + new[at:]
    lines = text.split("\n")
    gone: dict[int, str] = {}
    come: dict[int, str] = {}
    for line in change("f", text, insertions, False).splitlines()[1:]:
        found = re.fullmatch(r" *(\d+) ([-+])(?: (.*))?", line)
        if found:
            (gone if found[2] == "-" else come)[int(found[1])] = found[3] or ""
    assert all(lines[number - 1] == line for number, line in gone.items())
    rest = iter([line for number, line in enumerate(lines, 1) if number not in gone])
    count = len(lines) - len(gone) + len(come)
    assert "\n".join(come[number] if number in come else next(rest) for number in range(1, count + 1)) == new
