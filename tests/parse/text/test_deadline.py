"""By when something is to be done, as it is written."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.parse.text.deadline import BEFORE_IT_BEGINS, UNTIL_ITS_END, read_deadline, read_done_by
from partykpi.parse.text.period_words import read_any_period


@pytest.mark.parametrize("lead", UNTIL_ITS_END)
def test_until_a_period_is_over_its_last_day_is_in_time(lead: str) -> None:
    """Whatever of these words stands before it."""
    for text, last in (
        ("2023", date(2023, 12, 31)),
        ("quý ii/2023", date(2023, 6, 30)),
        ("q3 2024", date(2024, 9, 30)),
    ):
        deadline = read_deadline(f"{lead} {text}", read_any_period)
        assert deadline is not None
        assert (deadline.last, deadline.before) == (last, False)


@pytest.mark.parametrize("lead", BEFORE_IT_BEGINS)
def test_before_a_period_all_is_over_on_the_day_before(lead: str) -> None:
    """Trước ngày 30/6 leaves the day itself out, and before 2024 the whole year."""
    for text, last in (("2024", date(2023, 12, 31)), ("ngày 30/6/2024", date(2024, 6, 29))):
        deadline = read_deadline(f"{lead} {text}", read_any_period)
        assert deadline is not None
        assert (deadline.last, deadline.before) == (last, True)


@pytest.mark.parametrize(
    "text", ["", "trước", "sau năm 2024", "đầu năm 2024", "giữa năm 2024", "after 2024", "from 2024", "by 2024 2025"]
)
def test_what_says_no_day_is_no_deadline(text: str) -> None:
    """The beginning or the middle of a year is no day, and after it is no end."""
    assert read_deadline(text, read_any_period) is None
    assert read_done_by(text, read_any_period) is None


@pytest.mark.parametrize(
    "text",
    [
        "hoàn thành trước ngày 01/7/2024",
        "xong trong quý ii năm 2024",
        "đến 30/6/2024 phải hoàn thành",
        "to be completed by the end of june 2024",
        "done by 30 june 2024.",
    ],
)
def test_that_a_task_is_to_be_done_says_no_more(text: str) -> None:
    """The verb may stand before the day or behind it."""
    deadline = read_done_by(text, read_any_period)
    assert deadline is not None
    assert deadline.last == date(2024, 6, 30)
