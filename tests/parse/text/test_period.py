"""Periods, dates and terms as they are written."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.core.time import Term
from partykpi.parse.decode import read_as_of
from partykpi.parse.text.period import read_calendar_years, read_date, read_period, read_years


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2022-H1", date(2022, 1, 1), date(2022, 6, 30)),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
        ("2022-h2", date(2022, 7, 1), date(2022, 12, 31)),
        ("2022-Q1", date(2022, 1, 1), date(2022, 3, 31)),
        ("2022-Q2", date(2022, 4, 1), date(2022, 6, 30)),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
        ("2022-10", date(2022, 10, 1), date(2022, 10, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-11-30", date(2022, 11, 30), date(2022, 11, 30)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_period_has_its_days(text: str, first: date, last: date) -> None:
    """A year, a half, a quarter, a month or a day, from its first day to its last."""
    period = read_period(text)
    assert period is not None
    assert (period.first, period.last, period.text) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "21", "02021", "2021-", "2021-1", "2021-H0", "2021-H3", "2021-Q0", "2021-Q5", "2021-00", "2021-13",
        "2021-11-31", "2023-02-29", "2021-1-1", "2021/10", "10/2021", "31.12.2021", "2021-Q1-01", "2021 H1", "Q1 2021",
        "2020-2021", "2021-01-01T00:00", "0000", "0001", "9999", "９９９９", "2021\n", "năm 2021",
    ],
)  # fmt: skip
def test_what_is_no_period_is_none(text: str) -> None:
    """What no calendar knows, or what is written in another way, is no period."""
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-12-31", date(2024, 12, 31)),
        ("2024-12", None),
        ("2024", None),
        ("2024-02-30", None),
        ("31/12/2024", None),
        ("soon", None),
    ],
)
def test_a_date_is_one_day(text: str, day: date | None) -> None:
    """Only a period of one day is a date."""
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2020-2025", (date(2020, 7, 1), date(2025, 6, 30))),
        ("2020 - 2025", (date(2020, 7, 1), date(2025, 6, 30))),
        ("2020–2025", (date(2020, 7, 1), date(2025, 6, 30))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2015-2020", (date(2015, 7, 1), date(2020, 6, 30))),
        ("2021-2025", (date(2021, 1, 1), date(2025, 12, 31))),
        ("2021-2030", (date(2021, 1, 1), date(2030, 12, 31))),
        ("2021-2026", (date(2021, 7, 1), date(2026, 6, 30))),
        ("2025-2020", (date(2025, 7, 1), date(2020, 6, 30))),
        ("2025-2019", (date(2025, 1, 1), date(2019, 12, 31))),
        ("2020-2020", (date(2020, 7, 1), date(2020, 6, 30))),
        ("2020-25", None),
        ("2020/2025", None),
        ("2020-2025-2030", None),
        ("0000", None),
        ("9999", None),
        ("2020-9999", None),
        ("five years", None),
        ("", None),
    ],
)
def test_a_term_runs_from_summer_to_summer(text: str, ends: tuple[date, date] | None) -> None:
    """Two years are 1 July to 30 June, five or a multiple of it whole years; the ends stay as they are written."""
    assert read_years(text) == ends


TERM = Term(date(2020, 7, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mid-term", "mid-term"),
        ("end", "end"),
        ("2024-09-30", date(2024, 9, 30)),
        ("2024-09", date(2024, 9, 30)),
        ("2024", date(2024, 12, 31)),
        ("2024-Q3", date(2024, 9, 30)),
        ("2019", date(2019, 12, 31)),
        ("today", None),
        ("Mid-term", None),
        ("", None),
    ],
)
def test_an_as_of_date_is_the_last_day(text: str, expected: date | str | None) -> None:
    """A month or a year means its last day, and two words for the middle and the end of the term."""
    assert read_as_of(text, TERM) == expected


def test_an_as_of_year_is_one_of_the_body_s_own() -> None:
    """The year 2024 that begins in July ends in June 2025; its quarters are those of the calendar."""
    term = Term(date(2024, 7, 1), date(2026, 6, 30), (7, 1))
    assert read_as_of("2024", term) == date(2025, 6, 30)
    assert read_as_of("năm 2024", term, vietnamese=True) == date(2025, 6, 30)
    assert read_as_of("2024-Q4", term) == date(2024, 12, 31)
    assert read_as_of("cuối nhiệm kỳ", term, vietnamese=True) == "end"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2020-2025", (date(2020, 1, 1), date(2025, 12, 31))),
        ("2021-2025", (date(2021, 1, 1), date(2025, 12, 31))),
        ("2021–2023", (date(2021, 1, 1), date(2023, 12, 31))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2021-Q1", None),
        ("later", None),
    ],
)
def test_years_of_a_period_are_calendar_years(text: str, ends: tuple[date, date] | None) -> None:
    """However many there are."""
    assert read_calendar_years(text) == ends
