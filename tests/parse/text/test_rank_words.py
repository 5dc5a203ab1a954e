"""Places in a ranking as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.parse.text.rank_words import LeadingGroup, Rank, read_rank


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("hạng nhất", Rank(1)),
        ("Thứ nhất", Rank(1)),
        ("nhất toàn tỉnh", Rank(1, where="toàn tỉnh")),
        ("dẫn đầu cả nước", Rank(1, where="cả nước")),
        ("vị trí số 1", Rank(1)),
        ("the leading position in the country", Rank(1, where="in the country")),
        ("rank first", Rank(1)),
        ("second place", Rank(2)),
        ("thứ nhì", Rank(2)),
        ("thứ năm", Rank(5)),
        ("xếp thứ 12", Rank(12)),
        ("thứ 9/63", Rank(9, of=63)),
        ("9/63 tỉnh, thành phố", Rank(9, of=63)),
        ("21st", Rank(21)),
        ("hạng 10 trở lên", Rank(10, among=True)),
        ("hạng 10 trở lên cả nước", Rank(10, among=True, where="cả nước")),
        ("10th or better", Rank(10, among=True)),
        ("không dưới hạng 10", Rank(10, among=True)),
        ("top 10", Rank(10, among=True)),
        ("tốp 10 cả nước", Rank(10, among=True, where="cả nước")),
        ("trong nhóm 10 tỉnh đứng đầu", Rank(10, among=True)),
        ("trong 10 địa phương có chỉ số tốt nhất", Rank(10, among=True)),
        ("nhóm 20 tỉnh", Rank(20, among=True)),
        ("top 20/63 tỉnh", Rank(20, among=True, of=63)),
        ("among the top five provinces", Rank(5, among=True)),
    ],
)
def test_a_place_is_read_as_it_is_written(text: str, rank: Rank) -> None:
    """By a number or a word, with where the ranking is and how many are in it."""
    assert read_rank(text) == rank


@pytest.mark.parametrize("text", ["nhóm dẫn đầu", "tốp đầu", "trong nhóm khá của cả nước", "the leading group"])
def test_a_group_without_a_number_is_known_as_one(text: str) -> None:
    """Nobody says how many are in it."""
    assert read_rank(text) == LeadingGroup(text)


@pytest.mark.parametrize(
    "text",
    ["", "hạng", "top 0", "thứ 64/63", "từ hạng 10", "dưới hạng 10", "hạng 5 đến hạng 10", "tăng 5 bậc", "hạng cao",
     "ngoài top 10", "hạng 1,5", "10"],
)  # fmt: skip
def test_what_names_no_place_is_none(text: str) -> None:
    """Nor is what is worse than a place, between two of them, or a change."""
    assert read_rank(text) is None


FORMS = ["hạng {}", "thứ {}", "xếp thứ {}", "top {}", "trong nhóm {} tỉnh", "{}th", "hạng {} trở lên", "in the top {}"]


@given(st.sampled_from(FORMS), st.integers(1, 999), st.integers(1, 999), st.text("bcdfgkqwxz", min_size=2, max_size=6))
def test_nothing_beside_a_place_is_read_in_silence(form: str, place: int, other: int, dangling: str) -> None:
    """A word that is not known or a second number makes it none."""
    text = form.format(place)
    rank = read_rank(text)
    assert isinstance(rank, Rank)
    assert rank.place == place
    for beside in (f"{text} {dangling}", f"{dangling} {text}", f"{text} {other}", f"{other} {text}", f"{text},{other}"):
        assert read_rank(beside) is None, beside
