"""Periods, terms and the count of months, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.model import Resolution
from partykpi.core.report import assess
from partykpi.core.time import Moment, Period, Term, day_after_months, months_of, parts_of_year
from partykpi.text import GivenText

TERM = Term(date(2020, 7, 1), date(2025, 6, 30))
DAY = timedelta(days=1)


def day(text: str) -> date:
    """Return the date that the text writes."""
    return date.fromisoformat(text)


def term(first: str, last: str, year_starts: tuple[int, int] = (1, 1)) -> Term:
    """Return the term between two dates."""
    return Term(day(first), day(last), year_starts)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2020-07-01", "2025-06-30", "60"),
        ("2020-07-01", "2022-12-31", "30"),
        ("2024-01-01", "2024-12-31", "12"),
        ("2024-07-01", "2024-12-31", "6"),
        ("2023-07-01", "2024-06-30", "12"),  # no calendar year, and still one
        ("2024-02-01", "2024-02-29", "1"),
        # a month that is partly inside counts its days over its length
        ("2024-02-01", "2024-02-28", "28/29"),
        ("2023-02-01", "2023-02-14", "1/2"),
        ("2017-01-01", "2017-02-21", "7/4"),
        ("2020-06-13", "2025-06-12", "60"),  # 18/30 + 59 + 12/30
        ("2020-03-31", "2020-04-01", "61/930"),  # 1/31 + 1/30
        ("2024-05-05", "2024-05-05", "1/31"),
        ("2024-02-29", "2025-02-28", "349/29"),  # 1/29 + 12 whole months
        # both ends count; a last day before the first leaves none
        ("2024-05-05", "2024-05-04", "0"),
        ("2024-05-05", "2020-01-01", "0"),
    ],
)
def test_months(first: str, last: str, months: str) -> None:
    """A calendar month wholly inside is 1, one partly inside its days over its length."""
    assert months_of(day(first), day(last)) == Fraction(months)
    assert Period(day(first), day(last), "").months == Fraction(months)
    assert term(first, last).months == Fraction(months)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2020-07-01", "2025-06-30", "5"),
        ("2023-01-01", "2024-06-30", "3/2"),
        ("2022-01-01", "2023-03-15", "449/372"),  # 14 months and 15/31 of one are 449/31, over 12
        ("2020-07-01", "2020-12-31", "1/2"),
        ("2024-01-01", "2024-01-31", "1/12"),
    ],
)
def test_years_are_twelve_months(first: str, last: str, years: str) -> None:
    """A half year is exactly half a year, whatever days it has."""
    assert term(first, last).years == Fraction(years)


@pytest.mark.parametrize(
    ("first", "last", "on", "elapsed"),
    [
        # the first day, a month, the day before the end, the end
        ("2024-01-01", "2024-12-31", "2024-01-01", "1/372"),
        ("2024-01-01", "2024-12-31", "2024-02-29", "1/6"),
        ("2024-01-01", "2024-12-31", "2024-12-30", "371/372"),
        ("2024-01-01", "2024-12-31", "2024-12-31", "1"),
        # after the end, and before the beginning
        ("2024-01-01", "2024-12-31", "2025-01-01", "1"),
        ("2024-01-01", "2024-12-31", "2099-01-01", "1"),
        ("2024-01-01", "2024-12-31", "2023-12-31", "0"),
        ("2024-01-01", "2024-12-31", "2000-01-01", "0"),
        ("2023-01-01", "2023-12-31", "2023-02-28", "1/6"),
        ("2020-07-01", "2025-06-30", "2020-12-31", "1/10"),
        ("2020-07-01", "2025-06-30", "2022-12-31", "1/2"),
        ("2020-07-01", "2025-06-30", "2024-12-31", "9/10"),
        ("2020-06-13", "2025-06-12", "2020-06-30", "1/100"),  # 18/30 of 60 months
    ],
)
def test_elapsed(first: str, last: str, on: str, elapsed: str) -> None:
    """The share of the months gone by the end of that day, never below 0 or above 1."""
    assert term(first, last).elapsed(day(on)) == Fraction(elapsed)
    assert term(first, last).gone(day(on)) == Fraction(elapsed) * term(first, last).months


@pytest.mark.parametrize(
    ("first", "last", "middle"),
    [
        ("2020-07-01", "2025-06-30", "2022-12-31"),  # 30 of 60 months
        ("2024-01-01", "2024-12-31", "2024-06-30"),
        ("2023-01-01", "2023-12-31", "2023-06-30"),
        ("2021-01-01", "2025-12-31", "2023-06-30"),
        ("2020-06-13", "2025-06-12", "2022-12-13"),  # 18/30 + 29 + 12.4/31: within the 13th day
        ("2024-05-01", "2024-05-31", "2024-05-16"),  # 15.5 days
        ("2024-05-05", "2024-05-05", "2024-05-05"),
    ],
)
def test_mid_term(first: str, last: str, middle: str) -> None:
    """It is exactly one half, on the day by whose end as much is over as is left, or within which that falls."""
    resolution = Resolution("test.yaml", GivenText("R"), GivenText("C"), term(first, last), ())
    found = assess(resolution, "mid-term", date(2030, 1, 1)).moment
    assert (found.as_of, found.elapsed) == (day(middle), Fraction(1, 2))
    assert term(first, last).middle == day(middle)


@pytest.mark.parametrize(
    ("months", "found"),
    [("1", "2020-07-31"), ("1/2", "2020-07-16"), ("6", "2020-12-31"), ("20/3", "2021-01-21"), ("60", "2025-06-30")],
)
def test_the_day_after_so_many_months(months: str, found: str) -> None:
    """From 1 July 2020: 15.5 of 31 days end within the 16th day, 2/3 of January (20.67 days) within the 21st."""
    assert day_after_months(TERM, Fraction(months)) == day(found)


def test_years_gone_and_left() -> None:
    """Of five years, half are two and a half; the term is over with its last day and not before."""
    found = Moment(TERM, day("2022-12-31"), Fraction(1, 2))
    assert (found.years_gone, found.years_left, found.ended) == (Fraction(5, 2), Fraction(5, 2), False)
    assert Moment(TERM, TERM.last, Fraction(1)).ended
    assert not Moment(TERM, TERM.last - DAY, TERM.elapsed(TERM.last - DAY)).ended
    assert found.looked_at == day("2022-12-31")
    assert Moment(TERM, day("2027-01-01"), Fraction(1)).looked_at == TERM.last


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (
            TERM,
            [
                ("2020", "2020-07-01", "2020-12-31"),
                ("2021", "2021-01-01", "2021-12-31"),
                ("2022", "2022-01-01", "2022-12-31"),
                ("2023", "2023-01-01", "2023-12-31"),
                ("2024", "2024-01-01", "2024-12-31"),
                ("2025", "2025-01-01", "2025-06-30"),
            ],
        ),
        (term("2024-01-01", "2024-12-31"), [("2024", "2024-01-01", "2024-12-31")]),
        (term("2024-03-05", "2024-03-05"), [("2024", "2024-03-05", "2024-03-05")]),
        # years that begin in April: 2024 is April 2024 to March 2025
        (
            term("2024-04-01", "2026-03-31", (4, 1)),
            [("2024", "2024-04-01", "2025-03-31"), ("2025", "2025-04-01", "2026-03-31")],
        ),
        (
            term("2024-01-01", "2024-12-31", (4, 1)),
            [("2023", "2024-01-01", "2024-03-31"), ("2024", "2024-04-01", "2024-12-31")],
        ),
    ],
)
def test_the_parts_of_a_term(whole: Term, parts: list[tuple[str, str, str]]) -> None:
    """Each year that has a day in the term, cut off at its ends, by the name of the year that begins."""
    assert [(part.text, part.first.isoformat(), part.last.isoformat()) for part in whole.parts()] == parts


@pytest.mark.parametrize(
    ("on", "calendar", "from_july"),
    [("2024-06-30", 2024, 2023), ("2024-07-01", 2024, 2024), ("2024-12-31", 2024, 2024), ("2025-01-01", 2025, 2024)],
)
def test_the_year_of_a_day(on: str, calendar: int, from_july: int) -> None:
    """A year that begins in July 2024 is 2024 until June 2025."""
    assert TERM.year_of(day(on)) == calendar
    assert TERM._replace(year_starts=(7, 1)).year_of(day(on)) == from_july
    assert TERM._replace(year_starts=(7, 1)).year(2024)[:2] == (day("2024-07-01"), day("2025-06-30"))


@pytest.mark.parametrize(
    ("first", "last", "within", "overlaps"),
    [
        (date(2020, 7, 1), date(2020, 12, 31), True, True),
        (date(2025, 6, 30), date(2025, 7, 1), False, True),
        (date(2025, 7, 1), date(2025, 12, 31), False, False),
        (date(2020, 6, 30), date(2020, 6, 30), False, False),
    ],
)
def test_a_period_and_a_term(first: date, last: date, within: bool, overlaps: bool) -> None:
    """The first and the last day of a term belong to it, the days around it do not."""
    period = Period(first, last, "")
    assert (period.within(TERM), period.overlaps(TERM)) == (within, overlaps)


dates = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(dates, st.integers(0, 4000), st.integers(0, 4000))
def test_months_are_additive(first: date, some: int, more: int) -> None:
    """Wherever a stretch of days is cut, its parts have the months of the whole."""
    middle, last = first + timedelta(some), first + timedelta(some + more)
    assert months_of(first, middle) + months_of(middle + DAY, last) == months_of(first, last)


@given(dates, st.integers(0, 4000), st.integers(-100, 5000))
def test_days_make_up_the_term(first: date, length: int, after: int) -> None:
    """Each day of the term adds its share of a month, and no day outside adds anything."""
    whole = Term(first, first + timedelta(length))
    on = first + timedelta(after)
    step = whole.gone(on) - whole.gone(on - DAY)
    assert step == (months_of(on, on) if 0 <= after <= length else 0)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(lambda any_day: any_day.replace(day=1)), st.integers(1, 30))
def test_whole_years(first: date, years: int) -> None:
    """From the first of a month to the day before it in another year is a whole number of years."""
    assert Term(first, first.replace(year=first.year + years) - DAY).years == years


@given(dates, st.integers(0, 4000), st.fractions(min_value=0, max_value=1, max_denominator=400))
def test_so_many_months_are_over_on_the_day_found(first: date, length: int, share: Fraction) -> None:
    """By the end of the day after so many months they are over, and on the day before they are not."""
    whole = Term(first, first + timedelta(length))
    months = whole.months * share
    on = day_after_months(whole, months)
    assert months_of(first, on) >= months
    assert months == 0 or months_of(first, on - DAY) < months


@given(dates, st.integers(0, 4000), st.sampled_from(((1, 1), (4, 1), (7, 1), (6, 13))))
def test_the_parts_make_up_the_term(first: date, length: int, year_starts: tuple[int, int]) -> None:
    """The parts follow one another from the first day to the last, wherever years begin."""
    whole = Term(first, first + timedelta(length), year_starts)
    parts = whole.parts()
    assert (parts[0].first, parts[-1].last) == whole[:2]
    assert all(before.last + DAY == after.first for before, after in pairwise(parts))
    assert sum(part.months for part in parts) == whole.months


@given(st.integers(1990, 2060), st.sampled_from((12, 6, 3, 1)))
def test_parts_of_a_calendar_year(year: int, months: int) -> None:
    """Twelve months are cut evenly, and each part has as many as it was cut into."""
    parts = parts_of_year(year, months)
    assert [part.months for part in parts] == [months] * (12 // months)
    assert (parts[0].first, parts[-1].last) == (date(year, 1, 1), date(year, 12, 31))
