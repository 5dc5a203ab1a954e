"""Periods in words: one table of forms, each with what it is in figures."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest

from partykpi.parse import load_content
from partykpi.parse.text.period import read_period
from partykpi.parse.text.period_words import ended_by, read_any_period, read_period_in_words

FORMS = """
2023-Q1 | Q1 2023 | Q1/2023 | Q1-2023 | 2023 Q1 | 2023Q1 | quý I/2023 | Quý 1 năm 2023 | quý I năm 2023 | quý 1-2023
2023-Q1 | first quarter of 2023 | the 1st quarter 2023 | quarter 1 of 2023
2024-Q3 | quí III/2024 | quý 3 2024 | Q3.2024
2022-H1 | H1 2022 | H1/2022 | 2022 H1 | 6 tháng đầu năm 2022 | 6 tháng năm 2022 | 6 tháng/2022
2022-H1 | 6T/2022 | nửa đầu năm 2022
2022-H1 | the first half of 2022 | first half 2022 | first 6 months of 2022 | 6 tháng đầu 2022 | 6 thang dau nam 2022
2022-H2 | H2 2022 | 6 tháng cuối năm 2022 | second half of 2022
2023-06 | 6/2023 | 06/2023 | 6-2023 | tháng 6/2023 | tháng 6 năm 2023 | Tháng 06.2023 | T6/2023 | June 2023 | Jun 2023
2023-06 | 2023/6
2024-06-30 | 30/6/2024 | 30-6-2024 | 30.6.2024 | ngày 30/6/2024 | ngày 30 tháng 6 năm 2024
2024-06-30 | 30 June 2024 | June 30, 2024
2024-06-30 | 2024/6/30
2023 | năm 2023 | cả năm 2023 | 12 tháng năm 2023 | the full year 2023
"""
CASES = [
    (figures, text)
    for line in FORMS.strip().splitlines()
    for figures, *texts in [[part.strip() for part in line.split("|")]]
    for text in texts
]


@pytest.mark.parametrize(("figures", "text"), CASES)
def test_a_period_in_words_is_that_in_figures(figures: str, text: str) -> None:
    """However it is written, composed letters or not."""
    period = read_period(figures)
    assert period is not None
    assert read_period_in_words(text) == period
    assert read_period_in_words(normalize("NFC", normalize("NFD", text))) == period


@pytest.mark.parametrize(
    "text",
    ["13/2023", "quý 5/2023", "Q5 2023", "H3 2022", "31/2/2024", "6.2023", "tháng 6", "quý III", "2021-2022", "0/2023"],
)
def test_what_no_calendar_knows_is_no_period(text: str) -> None:
    """Nor is what names no year, or two."""
    assert read_period_in_words(text) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [("6/7/2024", None), ("30/6/2024", "2024-06-30"), ("6/6/2024", "2024-06-06"), ("ngày 6/7/2024", "2024-07-06")],
)
def test_a_day_that_may_be_a_month_is_no_day_in_an_english_file(text: str, figures: str | None) -> None:
    """6/7/2024 is the 6th of July, or the 7th of June."""
    expected = None if figures is None else read_period(figures)
    assert read_period_in_words(text, day_first=False) == expected


def test_any_file_may_call_its_periods_so() -> None:
    """An English file too, and in any place where a period stands."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: Q4 2023\ntargets: {t: {"
        "indicator: party/members-admitted, target: 700, readings: {H1 2022: 80, Q3/2022: 41, "
        "tháng 10/2022: 12, 11/2022: 3, 9 tháng năm 2023: 90}}}\n"
    )
    content = load_content("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    (target,) = content.resolution.targets
    assert [reading.period and reading.period.text for reading in target.readings] == [
        "2022-H1",
        "2022-Q3",
        "2022-10",
        "2022-11",
        "2023-01..2023-09",
    ]


def test_the_end_of_a_period_is_its_last_day() -> None:
    """Words such as hết and as of name the day, of the file's own year too; an as-of date is that day as well."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\nyear_starts: 07-01\nas_of: hết quý IV/2023\ntargets: {t: {"
        "indicator: social/health-insurance, target: 95 %, readings: {hết năm 2020: 80 %, cuối quý III/2021: 81 %, "
        "tính đến 31/12/2021: 82 %, end of June 2022: 83 %, as of 30 September 2022: 84 %}}}\n"
    )
    content = load_content("f.yaml", text.encode())
    assert (content.findings, content.resolution is not None) == ([], True)
    assert content.resolution is not None
    assert content.resolution.as_of == date(2023, 12, 31)
    (target,) = content.resolution.targets
    days = [(reading.period.first, reading.period.last) for reading in target.readings if reading.period]
    ends = [date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31), date(2022, 6, 30), date(2022, 9, 30)]
    assert days == [(end, end) for end in ends]


@pytest.mark.parametrize("text", ["cuối", "hết năm", "as of soon", "cuối cuối", "hết năm 2022 và 2023"])
def test_the_end_of_no_period_is_no_day(text: str) -> None:
    """Where the words go on to name no period there is none."""
    assert read_any_period(ended_by(text)) is None
