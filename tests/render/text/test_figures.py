"""How the attainment of a target is written, by shares worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from samples.judged import assessed, inline, resolution
from samples.reports import rows

from partykpi.core.report import assess
from partykpi.render.report.columns import find
from partykpi.render.text.figures import attainment_text

MEMBERS = inline("total", "member")


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("target: 1000 members, actual: 1004, reported: 100%", "100,4%"),
        ("target: 1000 members, actual: 1004, reported: 100.4%", "100,4%"),
        ("target: 1000 members, actual: 1006, reported: 101%", "101%"),
        ("target: 100_000 members, actual: 100_001", "100,001%"),
        ("target: 100_000 members, actual: 100_006", "100,01%"),
        ("target: 100_000 members, actual: 99_999", "99,99%"),
        ("target: 1000 members, actual: 1000, reported: 100%", "100%"),
    ],
)
def test_only_the_bound_itself_is_100_percent(target: str, shown: str) -> None:
    """What exceeds the goal, and is called exceeded, is written with as many decimals as show that."""
    assert attainment_text(assessed(MEMBERS + target, "end"), "vi") == shown


POOR = inline("level", "household", "lower")
AREA = inline("total", "ha")
CASES = inline("total", "case", "lower")


@pytest.mark.parametrize(
    ("target", "forecast", "needed"),
    [
        # 51 in 54 of 60 months are 56 2/3 in all; 9 lacking in half a year are 18 a year
        (MEMBERS + "target: 60 members, readings: {2020-H2: 5, 2021: 12, 2022: 14, 2023: 10, 2024: 10}", "56", "18"),
        # 10 in 18 of 60 months are 33 1/3; 90 lacking in 3.5 years are 25 5/7 a year
        (MEMBERS + "target: 100 members, readings: {2020-H2: 3, 2021: 7}", "33", "26"),
        # 40 in 30 of 60 months are 80
        (MEMBERS + "target: 100 members, readings: {2020-H2: 8, 2021: 16, 2022: 16}", "80", "24"),
        # of cases that are not to be more than 20, 7 in 18 months are 23 1/3
        (CASES + "target: 20 cases, readings: {2020-H2: 3, 2021: 4}", "24", "–"),
        # from 100 to 89 in 30 months leads to 78; to 80 there are 9 to go in 2.5 years: 3.6 a year
        (POOR + "target: 80 households, baseline: 100 households, readings: {2022-12-31: 89 households}", "78", "-4"),
        # 10 less in 18 months are 33 1/3 less in 60, and 10 to go in 3.5 years 2 6/7 a year
        (POOR + "target: 80 households, baseline: 100 households, readings: {2021-12-31: 90 households}", "67", "-3"),
        # hectares are not counted: 10 in 18 months are 33 1/3, and 90 in 3.5 years 25 5/7
        (AREA + "target: 100 ha, readings: {2020-H2: 3, 2021: 7}", "33.33", "25.71"),
    ],
)
def test_what_is_counted_is_forecast_in_whole_numbers(target: str, forecast: str, needed: str) -> None:
    """A forecast is never better than it is, and what is needed is never less."""
    day = "2021-12-31" if "2022" not in target else "2022-12-31" if "2024" not in target else "2024-12-31"
    (row,) = rows(assess(resolution(target), date.fromisoformat(day), date.fromisoformat(day)))
    assert (find("forecast").text(row, "en"), find("needed").text(row, "en")) == (forecast, needed)
