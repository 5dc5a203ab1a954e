"""Which years are known by their readings, worked out by hand."""

from __future__ import annotations

import pytest
from samples.judged import FIVE_YEARS, PLAN, case_of, inline

from partykpi.core.progress.years import by_year, full_years

JOBS = inline("total", "job") + "target: 100 jobs, readings: "


@pytest.mark.parametrize(
    ("readings", "as_of", "term", "known", "whole"),
    [
        ("{2021: 3, 2022-H1: 4}", "2022-12-31", PLAN, {2021: (1,), 2022: (2,)}, [2021]),
        ("{2021-H1: 3, 2021-H2: 4, 2022: 5}", "2022-12-31", PLAN, {2021: (1, 2), 2022: (3,)}, [2021, 2022]),
        # a year that is over, and one that is not
        ("{2021: 3}", "2021-12-31", PLAN, {2021: (1,)}, [2021]),
        ("{2021-H1: 3}", "2021-06-30", PLAN, {2021: (1,)}, []),
        # the part of a year that is in the term is whole by its own months, or by a reading that reaches out of them
        ("{2020-H2: 3}", "2020-12-31", FIVE_YEARS, {2020: (1,)}, [2020]),
        ("{2020: 3}", "2020-12-31", FIVE_YEARS, {2020: (1,)}, [2020]),
        ("{2020-Q4: 3}", "2020-12-31", FIVE_YEARS, {2020: (1,)}, []),
        # sixteen days are no gap, the thirty-one of December are
        ("{2021-12-15: 3}", "2021-12-31", PLAN, {2021: (1,)}, [2021]),
        ("{2021-11-30: 3}", "2021-12-31", PLAN, {2021: (1,)}, []),
    ],
)
def test_which_years_are_whole(
    readings: str, as_of: str, term: str, known: dict[int, tuple[int, ...]], whole: list[int]
) -> None:
    """A year is known by the places of its readings, and whole where it is over and less than a month is missing."""
    years = by_year(case_of(JOBS + readings, as_of, term), adds_up=True)
    assert {year.number: year.readings for year in years} == known
    assert [year.number for year in years if year.whole] == whole


def test_a_part_of_a_year_is_no_full_year() -> None:
    """Half a year at the beginning of a term is whole, but full only where the other half is reported, too."""
    half, all_of_it = (
        case_of(JOBS + f"{{{first}: 3, 2021: 4}}", "2021-12-31", FIVE_YEARS) for first in ("2020-H2", "2020")
    )
    assert [year.number for year in full_years(half, adds_up=True)] == [2021]
    assert [year.number for year in full_years(all_of_it, adds_up=True)] == [2020, 2021]
