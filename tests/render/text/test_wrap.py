from __future__ import annotations

import pytest

from partykpi.render.text.wrap import break_ranges, hang


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("từ ngày 01 tháng 7 năm 2020", 7, ["từ", "ngày 01", "tháng 7", "năm 2020"]),
        ("from 1 July 2020 on", 7, ["from", "1 July", "2020 on"]),
        ("up 5 % to 1 200", 6, ["up 5 %", "to", "1 200"]),
        ("2022 ngày 5", 6, ["2022", "ngày 5"]),
        ("at least ≥ 700", 8, ["at least", "≥ 700"]),
        # a word with a capital is a month only before a year
        ("all 3 Boards met", 5, ["all 3", "Boards", "met"]),
    ],
)
def test_lines_do_not_break_inside_figures_and_dates(text: str, columns: int, lines: list[str]) -> None:
    """A number stays with its sign, its per cent sign and its groups, and in a date with its day, month or year."""
    assert hang(text, columns).splitlines() == lines


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("≥ 24.521–24.860†", 16, ["≥ 24.521–24.860†"]),
        ("≥ 24.521–24.860†", 15, ["≥ 24.521–", "24.860†"]),
        ("about 1.5–2%", 10, ["about", "1.5–2%"]),
        ("88,35–97,65%", 6, ["88,35–", "97,65%"]),
        # a dash between words is none of a range
        ("đúng–sai", 5, ["đúng–sai"]),
    ],
)
def test_a_range_breaks_behind_its_dash(text: str, columns: int, lines: list[str]) -> None:
    """Only where it is longer than a line; its figures stay whole, and nothing of the place is left in the lines."""
    assert hang(break_ranges(text), columns).splitlines() == lines
