"""The months that readings speak of, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.judged import FIVE_YEARS, case_of, inline

from partykpi.core.progress.coverage import Span, coverage, gaps, merged, months_in, spoken_of
from partykpi.core.time import months_of

TOTAL = inline("total", "member") + "target: 100 members, "
RATE = inline("rate", "%") + "target: 5 %, "
LEVEL = inline("level", "%") + "target: 90 %, "
FULL_MONTHS = "{from: 2020-07-01, to: 2025-06-30}"


def days(text: str) -> list[Span]:
    """Return the spans that `2020-07-01..2020-12-31 …` writes."""
    ends = (span.split("..") for span in text.split())
    return [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in ends]


@pytest.mark.parametrize(
    ("target", "as_of", "months", "asked"),
    [
        # a reading of a period speaks of its months
        (TOTAL + "readings: {2020-H2: 10, 2021: 22}", "mid-term", "18", "30"),
        (TOTAL + "readings: {2020-H2: 10, 2022: 22}", "mid-term", "18", "30"),
        (TOTAL + "readings: {2020-07: 1}", "2020-07-31", "1", "1"),
        (LEVEL + "readings: {2021-Q1: 1, 2021-02: 1}", "2021-12-31", "3", "18"),  # no month twice
        # one at a day speaks of the time since the one before it, or since the period began
        (TOTAL + "cumulative: no, readings: {2021-12-31: 20, 2022-06-30: 15}", "mid-term", "24", "30"),
        (TOTAL + "readings: {2020-07-15: 1}", "2020-07-31", "15/31", "1"),
        (TOTAL + "readings: {2020-H2: 1, 2021-06-15: 5}", "2021-06-30", "23/2", "12"),  # 6 + 5 + 15/30
        (TOTAL + "readings: {2021: 1, 2022-03-31: 5}", "2022-03-31", "15", "21"),  # nothing of 2020
        # one undated figure, of all the time so far; an undated list, of as many years from the first day on
        (TOTAL + "actual: 5", "mid-term", "30", "30"),
        (TOTAL + "actual: 5", "end", "60", "60"),
        (TOTAL + "actual: 5", "2020-07-01", "1/31", "1/31"),
        (RATE + "actual: [5, 6]", "mid-term", "24", "30"),
        (RATE + "actual: [5, 6, 7]", "mid-term", "30", "30"),
        # only the months of the period count, up to the as-of date
        (TOTAL + "readings: {2020: 12}", "2020-12-31", "6", "6"),
        (TOTAL + "readings: {2020-H2: 12, 2021: 5}", "2021-06-30", "6", "12"),
        (TOTAL + "readings: {2024: 5, 2025-H1: 5}", "2026-12-31", "18", "60"),
        # no reading at all
        (TOTAL + "note: none", "mid-term", "0", "30"),
        (LEVEL + "readings: {2020-12-31: 86}", "mid-term", "6", "30"),
    ],
)
def test_coverage(target: str, as_of: str, months: str, asked: str) -> None:
    """The months of the period that are reported, of those that are over."""
    found = coverage(case_of(target, as_of))
    assert (found.months, found.asked) == (Fraction(months), Fraction(asked))
    assert found.months == months_in(found.spans)


@pytest.mark.parametrize(
    ("last", "whole"),
    [
        ("2022-12-31", True),
        ("2022-12-02", True),  # 29 of 31 days are missing
        ("2022-12-01", True),
        ("2022-11-30", False),  # a month is
        ("2022-11-29", False),
    ],
)
def test_less_than_a_month_is_no_gap(last: str, whole: bool) -> None:
    """At the end of 2022 a figure of 1 December leaves 30/31 of a month, one of 30 November a whole one."""
    assert coverage(case_of(TOTAL + f"readings: {{{last}: 5}}", "2022-12-31")).whole is whole


@pytest.mark.parametrize(
    ("readings", "spans"),
    [
        ("{2020-H2: 1, 2021: 1}", "2020-07-01..2020-12-31 2021-01-01..2021-12-31"),
        ("{2021-06-30: 1, 2021-12-31: 1}", "2020-07-01..2021-06-30 2021-07-01..2021-12-31"),
        ("{2021: 1, 2022-03-31: 1}", "2021-01-01..2021-12-31 2022-01-01..2022-03-31"),
        ("{2021: 1, 2022-03-31: 1, 2022-06-30: 1}", "2021-01-01..2021-12-31 2022-01-01..2022-03-31 "
         "2022-04-01..2022-06-30"),
    ],
)  # fmt: skip
def test_what_each_reading_speaks_of(readings: str, spans: str) -> None:
    """A period its own days; a day those since the reading before it."""
    case = case_of(TOTAL + f"cumulative: no, readings: {readings}", "mid-term")
    assert spoken_of(case.readings, case.moment) == days(spans)


def test_figures_without_a_day() -> None:
    """One speaks of all the time so far; of a list each of a year, counted from the first day of the period."""
    one = case_of(TOTAL + "actual: 5", "2022-03-31")
    assert spoken_of(one.readings, one.moment) == days("2020-07-01..2022-03-31")
    two = case_of(RATE + "actual: [5, 6]", "2022-12-31")
    assert spoken_of(two.readings, two.moment) == days("2020-07-01..2021-06-30 2021-07-01..2022-06-30")


@pytest.mark.parametrize(
    ("spans", "found", "left"),
    [
        ("", "", "2021-01-01..2021-12-31"),
        ("2021-03-01..2021-05-31", "2021-03-01..2021-05-31", "2021-01-01..2021-02-28 2021-06-01..2021-12-31"),
        # those that touch or share days are one
        ("2021-01-01..2021-03-31 2021-04-01..2021-06-30", "2021-01-01..2021-06-30", "2021-07-01..2021-12-31"),
        ("2021-01-01..2021-06-30 2021-03-01..2021-04-30", "2021-01-01..2021-06-30", "2021-07-01..2021-12-31"),
        # in any order, and cut off where they reach out
        ("2021-11-01..2022-03-31 2020-01-01..2021-01-31", "2021-01-01..2021-01-31 2021-11-01..2021-12-31",
         "2021-02-01..2021-10-31"),
        ("2020-01-01..2022-12-31", "2021-01-01..2021-12-31", ""),
        ("2020-01-01..2020-12-31", "", "2021-01-01..2021-12-31"),
    ],
)  # fmt: skip
def test_spans_and_gaps(spans: str, found: str, left: str) -> None:
    """Spans apart and in order within the year 2021, and the days between them."""
    (year,) = days("2021-01-01..2021-12-31")
    assert list(merged(days(spans), year)) == days(found)
    assert gaps(merged(days(spans), year), year) == days(left)


dates = st.dates(date(2020, 1, 1), date(2022, 12, 31))
stretches = st.lists(st.tuples(dates, st.integers(0, 200)).map(lambda one: (one[0], one[0] + timedelta(one[1]))))


@given(stretches, st.tuples(dates, st.integers(0, 500)).map(lambda one: (one[0], one[0] + timedelta(one[1]))))
def test_spans_and_gaps_make_up_the_whole(spans: list[Span], whole: Span) -> None:
    """What is spoken of and what is not have together the months of the whole, and no day twice."""
    spoken = merged(spans, whole)
    left = gaps(spoken, whole)
    assert months_in(spoken) + months_in(left) == months_of(*whole)
    every_day = sorted([*spoken, *left])
    assert all(before[1] < after[0] for before, after in pairwise(every_day))


def test_the_term_of_the_tables_has_sixty_months() -> None:
    """What the tables above are counted by."""
    assert case_of(TOTAL + "actual: 5", "end", FIVE_YEARS).term == case_of(TOTAL + "actual: 5", "end", FULL_MONTHS).term
    assert case_of(TOTAL + "actual: 5").term.months == 60
