"""How wide letters and columns are in a Word document."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.render.report.docx import letters
from partykpi.render.report.docx.widths import SIZES, Extent, measured, plan, size, unbroken

AVAILABLE = 14286


@pytest.mark.parametrize(
    ("text", "regular", "bold"),
    [
        ("", 0, 0),
        ("0123456789", 5000, 5000),
        ("i", 278, 278),
        ("W", 944, 1000),
        ("A", 722, 722),
        ("Ạ", 722, 722),
        ("ễ", 444, 444),
        ("đ", 500, 556),
        ("Đ", 722, 722),
        ("ớ", 529, 549),
        ("≥ 7", 549 + 250 + 500, 549 + 250 + 500),
        ("漢", 1000, 1000),
    ],
)
def test_letters_are_as_wide_as_in_the_font(text: str, regular: int, bold: int) -> None:
    """Widths are those of Times New Roman, in thousandths of the size; an accent does not make a letter wider."""
    assert letters.width(text) == regular
    assert abs(letters.width(text, bold=True) - bold) <= 60


@given(st.text(), st.text())
def test_widths_add_up(one: str, other: str) -> None:
    """A text is as wide as its parts, needs no less width than that, and no letter is wider than its size twice."""
    assert letters.width(one + other) == letters.width(one) + letters.width(other)
    assert letters.width(one) <= letters.safe_width(one)
    assert letters.width(one, bold=True) <= 2000 * len(one)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạắấớứẽềỹỵ ", max_size=20))
def test_accents_may_stand_apart(text: str) -> None:
    """Accents that are letters of their own take no room, and horns no less than in one letter with the vowel."""
    apart, together = letters.width(normalize("NFD", text)), letters.width(normalize("NFC", text))
    assert 0 <= apart - together <= 60 * len(text)
    assert ("ơ" in text or "ư" in text or "ớ" in text or "ứ" in text) or apart == together


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("≥ 16.000/năm", "≥\u00a016.000/năm"),
        ("by 2024-12-31", "by 2024\u201112\u201131"),
        ("98.08% ✓; exceeds 10.87% ✗", "98.08%\u00a0✓; exceeds 10.87%\u00a0✗"),
        ("khó đạt 1 · chưa có số liệu 4", "khó đạt\u00a01 · chưa có số liệu\u00a04"),
        ("01/07/2020 – 30/06/2025", "01/07/2020 – 30/06/2025"),
        ("Thương binh - Xã hội", "Thương binh - Xã hội"),
    ],
)
def test_what_belongs_together(text: str, kept: str) -> None:
    """Signs and their figures, the parts of a date, claims and verdicts, words and their counts are not parted."""
    assert unbroken(text) == kept


class Texts(NamedTuple):
    """The texts of a column."""

    heading: str
    cells: list[str]
    figure: bool = False


def extents(columns: list[Texts]) -> list[Extent]:
    """Return how wide columns are, of which the first two say what a row is about."""
    return [measured(*column, key=place < 2) for place, column in enumerate(columns)]


texts = st.text(alphabet="0123456789.% ≥abơạW", max_size=30)
some_columns = st.lists(
    st.builds(
        Texts,
        st.sampled_from(["#", "Mục tiêu", "Đơn vị chủ trì", "2024"]),
        st.lists(texts, min_size=3, max_size=3),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


@given(some_columns, st.sampled_from(SIZES))
def test_tables_fit_into_the_page(columns: list[Texts], points: int) -> None:
    """However many columns there are, no table is wider than the page, and each column is in one, keys in all."""
    tables = plan(extents(columns), AVAILABLE, points)
    keys = list(range(len(columns)))[:2]
    for table in tables:
        places = [one.place for one in table]
        assert sum(one.width for one in table) <= AVAILABLE
        assert all(one.width > 0 for one in table)
        assert places == sorted(places)
        assert places[: len(keys)] == keys
    others = [one.place for table in tables for one in table if one.place not in keys]
    assert sorted(others) == [place for place in range(len(columns)) if place not in keys]


@given(some_columns, st.sampled_from(SIZES))
def test_no_figure_is_broken(columns: list[Texts], points: int) -> None:
    """A column of figures is wide enough for each unbreakable piece of them, and says rightly when for each of them."""
    for table in plan(extents(columns), AVAILABLE, points):
        for one in table:
            column = columns[one.place]
            needed = [points * letters.safe_width(text) // 50 for text in column.cells]
            parts = [part for text in column.cells for part in unbroken(text).split(" ")]
            pieces = [points * letters.safe_width(part) // 50 for part in parts]
            if column.figure:
                assert one.width > max(pieces)
            if one.whole:
                assert one.width > max(needed)


@given(some_columns)
def test_letters_are_as_large_as_they_can_be(columns: list[Texts]) -> None:
    """The size is one of those there are; with it no figure wraps, unless it is the least."""
    points = size(extents(columns), AVAILABLE)
    assert points in SIZES
    (table, *others) = plan(extents(columns), AVAILABLE, points)
    if points > SIZES[-1]:
        assert others == []
        assert all(one.whole for one in table if columns[one.place].figure)


def test_a_figure_wider_than_the_page_has_all_of_it() -> None:
    """Where one figure is wider than the page, it stands in a table that is as wide as the page."""
    columns = [measured("#", ["1"], True, True), measured("Goal", ["9" * 400], True), measured("Note", ["n"])]
    tables = plan(columns, AVAILABLE, SIZES[-1])
    assert [[one.place for one in table] for table in tables] == [[0, 1], [0, 2]]
    assert sum(one.width for one in tables[0]) <= AVAILABLE
