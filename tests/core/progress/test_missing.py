"""The periods that have no reading yet, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.judged import case_of

from partykpi.core.model import Target
from partykpi.core.progress.missing import listed, missing_in, missing_periods, notes
from partykpi.parse import load_content
from partykpi.render.text.locale import write

FIVE_YEARS = "2020-2025"  # 1 July 2020 to 30 June 2025
INDICATORS = {
    "total": "party/members-admitted",
    "level": "party/members",
    "rate": "social/poverty-reduction",
    "rank": "governance/dti-rank",
    "annual": "economy/income-per-person",
    "milestone": "work/review-done",
}


def target(kind: str, readings: str, term: str = FIVE_YEARS) -> Target:
    """Return a target of that kind with those lines about its readings."""
    text = f"resolution: R\ncommittee: C\nterm: {term}\ntargets:\n  t:\n    indicator: {INDICATORS[kind]}\n"
    text += f"    target: unknown\n    {readings}\n"
    content = load_content("f.yaml", text.encode())
    assert [found.code for found in content.findings if found.severity == "error"] == []
    assert content.resolution is not None
    return content.resolution.targets[0]


def lacking(kind: str, readings: str, as_of: date, term: str = FIVE_YEARS) -> str:
    """Return the periods that the target lacks."""
    content = load_content("f.yaml", f"resolution: R\ncommittee: C\nterm: {term}\ntargets: {{}}\n".encode()).resolution
    assert content is not None
    return " ".join(period.text for period in missing_periods(target(kind, readings, term), content.term, as_of))


NONE = "note: none yet"
END_2022, END_2023, END_2025 = date(2022, 12, 31), date(2023, 12, 31), date(2025, 12, 31)
QUARTERS_2022 = "2022-Q1 2022-Q2 2022-Q3 2022-Q4"
QUARTERS_2024 = "{2024-Q1: 1, 2024-Q2: 2, 2024-Q3: 2, 2024-Q4: 0}"


@pytest.mark.parametrize(
    ("kind", "readings", "as_of", "expected"),
    [
        # the first and the last half that lie in the term
        ("total", NONE, END_2023, "2020-H2 2021 2022 2023"),
        ("total", NONE, END_2025, "2020-H2 2021 2022 2023 2024 2025-H1"),
        ("level", NONE, END_2025, "2020-H2 2021 2022 2023 2024 2025-H1"),
        # a rate or a rank is one of a whole year: five for five years
        ("rate", NONE, END_2025, "2021 2022 2023 2024 2025"),
        ("rank", NONE, date(2025, 6, 30), "2021 2022 2023 2024"),
        # so is what starts anew each year
        ("annual", NONE, END_2025, "2021 2022 2023 2024 2025"),
        ("annual", "readings: {2021: 1, 2022: 2}", date(2025, 6, 30), "2023 2024"),
        ("annual", "readings: {2021: 1, 2022-H1: 2}", END_2022, "2022-H2"),
        # of a year that is not over what adds up lacks the parts that are, a state nothing
        ("total", NONE, date(2022, 9, 30), "2020-H2 2021 2022-H1 2022-Q3"),
        ("level", NONE, date(2022, 9, 30), "2020-H2 2021"),
        ("total", "readings: {2020-H2: 1, 2021: 2}", date(2022, 10, 31), "2022-H1 2022-Q3 2022-10"),
        ("total", NONE, date(2020, 7, 1), ""),
        # years between
        ("total", "readings: {2020-H2: 1, 2022: 2}", END_2023, "2021 2023"),
        ("total", "readings: {2020: 1, 2021: 2, 2022: 2, 2023: 0}", END_2023, ""),
        # the parts of a year that is reported by parts
        ("total", "readings: {2020-H2: 1, 2021: 2, 2022: 2, 2023-H1: 1}", END_2023, "2023-H2"),
        ("total", "readings: {2020-H2: 1, 2021: 2, 2022: 2, 2023-Q2: 1}", END_2023, "2023-Q1 2023-Q3 2023-Q4"),
        ("total", "readings: {2020-H2: 1, 2021: 2, 2022-H1: 3, 2022-Q3: 2, 2022-11: 1}", END_2022, "2022-10 2022-12"),
        # a figure of a day speaks of the time since the one before; the rest of May is less than a month
        ("total", "readings: {2020-H2: 1, 2021: 2, 2022: 2, 2023-05-04: 1}", END_2023, "2023-06 2023-H2"),
        ("total", "cumulative: yes\n    readings: {2021-12-31: 1, 2022-12-31: 3}", END_2023, "2023"),
        ("total", "cumulative: yes\n    readings: {2021-12-31: 1, 2023-12-31: 3}", END_2023, ""),
        # and the years after one that was reported by parts, as that was
        ("total", "readings: {2020-H2: 1, 2021-Q1: 1, 2021-Q2: 2}", END_2022, f"2021-Q3 2021-Q4 {QUARTERS_2022}"),
        ("total", "readings: {2024-H1: 1, 2024-H2: 2}", END_2025, "2020-H2 2021 2022 2023 2025-H1"),
        ("total", f"readings: {QUARTERS_2024}", END_2025, "2020-H2 2021 2022 2023 2025-Q1 2025-Q2"),
        # the half that the term begins with does not make all years halves
        ("total", "readings: {2020-H2: 1}", date(2022, 12, 31), "2021 2022"),
        # a level reported once is reported for the year; one reported by quarters needs every quarter
        ("level", "readings: {2020-12-31: 1, 2021-06: 2, 2023: 3}", END_2023, "2022"),
        ("level", "readings: {2020: 1, 2021: 2, 2022: 3, 2023-Q1: 1, 2023-Q2: 2}", END_2023, "2023-Q3 2023-Q4"),
        # one figure for all the time so far, or a list without years
        ("total", "actual: 12", END_2023, ""),
        ("rank", "actual: [1, 2]", END_2023, ""),
        # a task: nothing after it is done, nothing before what is known
        ("milestone", NONE, END_2023, "2020-H2 2021 2022 2023"),
        ("milestone", "actual: 2022-05-04", END_2023, ""),
        ("milestone", "actual: 60 %", END_2023, ""),
        ("milestone", "readings: {2022: 60 %}", END_2023, "2023"),
        ("milestone", "readings: {2021: 60 %, 2022: 100 %}", END_2023, ""),
        ("milestone", "readings: {2022: 2022-05-04}", END_2023, ""),
    ],
)  # fmt: skip
def test_what_is_missing(kind: str, readings: str, as_of: date, expected: str) -> None:
    """Years of the term that are over, and parts of years only where the target is reported by parts."""
    assert lacking(kind, readings, as_of) == expected


@pytest.mark.parametrize(
    ("term", "as_of", "expected"),
    [
        ("2024", date(2024, 12, 31), "2024"),
        ("{from: 2024-02-01, to: 2024-11-30}", END_2025, "2024"),
        ("{from: 2020-06-13, to: 2022-06-12}", END_2023, "2020 2021 2022"),
        ("{from: 2020-07-01, to: 2020-12-31}", END_2023, "2020-H2"),
    ],
)
def test_what_is_missing_of_other_terms(term: str, as_of: date, expected: str) -> None:
    """A calendar year is itself; ends that are no half are reported by the year."""
    assert lacking("total", NONE, as_of, term) == expected


@pytest.mark.parametrize(
    ("readings", "as_of", "names"),
    [
        ("{2020-H2: 10, 2021: 22}", "2022-12-31", "2022"),
        ("{2020-H2: 10, 2022: 22}", "2022-12-31", "2021"),
        ("{2021: 10, 2023: 22}", "2023-12-31", "2020-H2, 2022"),
        ("{2020-H2: 10, 2021: 22}", "end", "2022, 2023, 2024, 2025-H1"),
    ],
)
def test_the_note_names_what_is_missing(readings: str, as_of: str, names: str) -> None:
    """What is judged by the months reported says which periods are not, and how many months are."""
    case = case_of(f"indicator: party/members-admitted, target: 100 members, readings: {readings}", as_of)
    (note,) = notes(case)
    told = "18 of 60 months are reported" if as_of == "end" else "judged by the months reported ("
    assert write(note, "en").startswith(f"no reading of {names}: {told}")
    assert write(listed(missing_in(case)), "en") == names


@pytest.mark.parametrize(
    "readings",
    ["readings: {2020-H2: 10, 2021: 22, 2022: 1}", "actual: 5", "readings: {2020-H2: 10, 2021: 22, 2022-12-15: 1}"],
)
def test_nothing_missing_is_not_said(readings: str) -> None:
    """All reported, one figure for all the time, or less than a month lacking: no note."""
    case = case_of(f"indicator: party/members-admitted, target: 100 members, {readings}", "2022-12-31")
    assert list(notes(case)) == []


def test_years_that_begin_in_april() -> None:
    """Of April 2024 to March 2026 the year 2024 is over at the end of March 2025, and it is what is missing."""
    more = "year_starts: 04-01"
    term = "{from: 2024-04-01, to: 2026-03-31}"
    case = case_of("indicator: party/members-admitted, target: 40 members", "2025-03-31", term, more)
    assert [(one.first, one.last) for one in missing_in(case)] == [(date(2024, 4, 1), date(2025, 3, 31))]


def test_a_goal_of_each_year_asks_for_whole_years() -> None:
    """A level that has to keep its goal every year has a figure a year, and none of the halves at the term's ends."""
    case = case_of("indicator: social/cultured-families, target: 90 %, every: year, readings: {2021: 91 %}", "end")
    assert [period.text for period in missing_in(case)] == ["2022", "2023", "2024"]


PERIODS = [
    f"{year}{part}"
    for year in range(2020, 2026)
    for part in ("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-02", "-08", "-12", "-05-04")
]


@settings(deadline=None)
@given(
    st.sampled_from(["total", "level", "rank", "rate", "annual"]),
    st.sets(st.sampled_from(PERIODS), max_size=6),
    st.data(),
)
def test_what_is_missing_can_be_recorded(kind: str, reported: set[str], data: st.DataObject) -> None:
    """Whatever is there, the periods that are missing go with it and with each other: nothing is counted twice."""

    def read(periods: list[str]) -> list[str]:
        lines = "".join(f"      {period}: 1\n" for period in periods)
        text = f"resolution: R\ncommittee: C\nterm: {FIVE_YEARS}\ntargets:\n  t:\n    indicator: {INDICATORS[kind]}\n"
        content = load_content("f.yaml", f"{text}    target: unknown\n    readings:\n{lines or '      {}'}\n".encode())
        return [found.code for found in content.findings if found.severity == "error"]

    known: list[str] = []
    for period in sorted(reported):
        if not read([*known, period]):
            known.append(period)
    as_of = data.draw(st.dates(date(2020, 7, 1), date(2026, 6, 30)))
    lack = lacking(kind, "readings: {" + ", ".join(f"{period}: 1" for period in known) + "}", as_of).split()
    assert read([*known, *lack]) == []
