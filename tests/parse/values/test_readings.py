"""The readings of a target in every form, and the time that they and their goal speak of."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.model import Resolution, Target, Thresholds
from partykpi.core.time import Term
from partykpi.parse import load_content

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\n"
PLAN = Term(date(2021, 1, 1), date(2025, 12, 31))


def loaded(target: str, head: str = HEAD) -> tuple[Resolution, list[str]]:
    """Return the resolution of one target, and the codes of what is found in it."""
    content = load_content("f.yaml", f"{head}targets: {{t: {{{target}}}}}\n".encode())
    assert content.resolution is not None
    return content.resolution, [finding.code for finding in content.findings]


def target_of(target: str, head: str = HEAD) -> Target:
    """Return the target of a file that nothing is wrong with."""
    resolution, codes = loaded(target, head)
    assert codes == []
    (only,) = resolution.targets
    return only


ADMITTED = "indicator: party/members-admitted, target: 70 members"
RANK = "indicator: governance/dti-rank, target: 5"


# One key by two names


@pytest.mark.parametrize("key", ["actual", "readings"])
@pytest.mark.parametrize(
    ("value", "periods"),
    [
        ("90 members", [None]),
        ("{2021: 40, 2022-H1: 50}", ["2021", "2022-H1"]),
        ("[2021: 40, 2022-H1: 50]", ["2021", "2022-H1"]),
        ("[{2021: 40}, {2022-H1: 50}]", ["2021", "2022-H1"]),
        ("[{2021: 40, 2022-H1: 50}]", ["2021", "2022-H1"]),
        ("[2021: [{figure: 40, known: 2022-01-31}], 2022-H1: 50]", ["2021", "2022-H1"]),
    ],
)
def test_readings_have_one_key_by_two_names(key: str, value: str, periods: list[str | None]) -> None:
    """Under either name stands one figure, a mapping by period or a list of one-key mappings."""
    readings = target_of(f"{ADMITTED}, {key}: {value}").readings
    assert [reading.period and reading.period.text for reading in readings] == periods
    assert sum((reading.figure.low or 0 for reading in readings if reading.figure), Fraction(0)) == 90


@pytest.mark.parametrize("key", ["actual", "readings"])
def test_a_list_of_figures_is_one_a_year(key: str) -> None:
    """Where the years are not known, a kind that allows it takes a list of figures under either name."""
    assert [reading.period for reading in target_of(f"{RANK}, {key}: [1, 2, 3]").readings] == [None] * 3


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        (f"{ADMITTED}, actual: 5, readings: {{2021: 5}}", ["actual-and-readings"]),
        (f"{ADMITTED}, actual: [5, 6]", ["wrong-type"]),
        (f"{ADMITTED}, actual: [2021: 5, 6]", ["wrong-type"]),
        (f"{ADMITTED}, actual: [2021: 5, 2021: 6]", ["duplicate-period"]),
        (f"{ADMITTED}, actual: [2021: 5, 2021-Q1: 6]", ["overlapping-periods"]),
        (f"{ADMITTED}, actual: {{soon: 5}}", ["unparsable-period"]),
        (f"{ADMITTED}, actual: [soon: 5]", ["unparsable-period"]),
        (f"{ADMITTED}, readings: many", ["unparsable-figure"]),
        ("indicator: x, target: 5, actual: [soon: 5, 2021: 1 2]", ["unknown-indicator", "unparsable-period"]),
    ],
)
def test_what_is_wrong_with_readings_is_found_in_every_form(target: str, codes: list[str]) -> None:
    """The findings do not depend on the form that readings are written in."""
    assert loaded(target)[1] == codes


@pytest.mark.parametrize(
    ("head", "count", "codes"),
    [
        (HEAD, 5, []),
        (HEAD, 6, ["more-than-the-years"]),
        (HEAD + "period: 2021-2026\n", 6, []),
        (HEAD.replace("2020-2025", "2024"), 1, []),
        (HEAD.replace("2020-2025", "2024"), 2, ["more-than-the-years"]),
        (HEAD.replace("2020-2025", "{from: 2020-06-13, to: 2025-06-30}"), 6, []),  # the sixth year has begun
    ],
)
def test_a_list_has_no_more_figures_than_there_are_years(head: str, count: int, codes: list[str]) -> None:
    """Nine figures of a five-year period are of more years than there are."""
    assert loaded(f"{RANK}, actual: [{', '.join('1' * count)}]", head)[1] == codes


# The time of a goal


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021 – 2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("{from: 2020-01-01, to: 2025-12-31}", date(2020, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_whole_calendar_years(period: str, first: date, last: date) -> None:
    """Of a file or of one target, years are those that are named, or the days from one to another."""
    reading = f"{ADMITTED}, actual: {{2022: 80}}"
    resolution, codes = loaded(reading, f"{HEAD}period: {period}\n")
    assert (codes, resolution.period, resolution.targets[0].period) == ([], Term(first, last), None)
    resolution, codes = loaded(f"{reading}, period: {period}")
    assert (codes, resolution.period, resolution.targets[0].period) == ([], None, Term(first, last))
    assert resolution.term == Term(date(2020, 7, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ("2025-2021", "reversed-term"),
        ("{from: 2025-01-01, to: 2021-12-31}", "reversed-term"),
        ("2021-Q1", "unparsable-term"),
        ("five years", "unparsable-term"),
        ("{from: 2021}", "missing-key"),
        ("[2021]", "wrong-type"),
        ("", "empty-value"),
        ("2020-2025", "period-beside-term"),
    ],
)
def test_a_period_that_cannot_be_is_found(period: str, code: str) -> None:
    """Whether it is the file's or a target's."""
    assert code in loaded(ADMITTED, f"{HEAD}period: {period}\n")[1]
    assert code in loaded(f"{ADMITTED}, period: {period}" if period else f"{ADMITTED}, period: ''")[1]


def test_a_period_named_like_the_term_is_asked_about() -> None:
    """The six calendar years 2020 to 2025 beside the five of the term are seldom meant; in days they are."""
    content = load_content("f.yaml", f"{HEAD}period: 2020-2025\ntargets: {{}}\n".encode())
    (finding,) = content.findings
    assert {name: finding.values[name] for name in ("months", "term", "years")} == {
        "months": "72",
        "term": "60",
        "years": "2021-2025",
    }
    assert loaded(ADMITTED, f"{HEAD}period: {{from: 2020-01-01, to: 2025-12-31}}\n")[1] == []
    assert loaded(ADMITTED, "resolution: R\ncommittee: C\nterm: 2020\nperiod: 2020-2025\n")[1] == []


@pytest.mark.parametrize(
    ("readings", "codes"),
    [
        ("{2020: 5}", ["reading-outside-term"]),
        ("{2020-H2: 5}", ["reading-outside-term"]),
        ("{2025-H2: 5}", []),
        ("{2021: 5, 2022: 5, 2023: 5, 2024: 5, 2025: 5}", []),
        ("{2026: 5}", ["reading-outside-term"]),
    ],
)
def test_readings_lie_in_the_time_of_their_goal(readings: str, codes: list[str]) -> None:
    """Where a period is given, readings of it count and others do not belong there, whatever the term is."""
    assert loaded(f"{ADMITTED}, period: 2021-2025, readings: {readings}")[1] == codes
    assert loaded(f"{ADMITTED}, readings: {readings}", f"{HEAD}period: 2021-2025\n")[1] == codes


@pytest.mark.parametrize(
    ("term", "readings", "found"),
    [
        ("2020-2025", "{2025: 5}", ["2021-2025"]),
        ("2020-2025", "{2021: 5, 2022: 5, 2023: 5, 2024: 5, 2025: 5}", ["2021-2025"]),
        ("2020-2025", "{2025-Q3: 5}", None),
        ("2020-2025", "{2025-06: 5}", []),
        ("2020-2025", "{2025-H1: 5}", []),
        ("{from: 2020-06-13, to: 2025-06-12}", "{2025-H1: 5}", []),  # 18 days longer
        ("{from: 2020-06-01, to: 2025-05-31}", "{2025-H1: 5}", []),  # a month, and no more
        ("{from: 2020-05-31, to: 2025-05-30}", "{2025-H1: 5}", ["2021-2025"]),
        ("{from: 2024-07-01, to: 2025-06-30}", "{2025: 5}", ["2025"]),
    ],
)
def test_a_reading_that_reaches_beyond_the_end_is_told(term: str, readings: str, found: list[str] | None) -> None:
    """A year of which only half is the term's is not counted; the finding names the years that may be meant."""
    text = f"resolution: R\ncommittee: C\nterm: {term}\ntargets: {{t: {{{ADMITTED}, readings: {readings}}}}}\n"
    findings = load_content("f.yaml", text.encode()).findings
    if found is None:
        assert [finding.code for finding in findings] == ["reading-outside-term"]
        return
    assert [(finding.code, finding.severity) for finding in findings] == [("reading-beyond-period", "warning")] * len(
        found
    )
    assert [finding.values["years"] for finding in findings] == found


def test_a_level_may_be_read_beyond_the_end() -> None:
    """What does not add up is the same on its day, whatever its period is called."""
    assert loaded("indicator: party/members, target: 260 members, readings: {2025: 255}")[1] == []


# Years of one's own

JULY = "resolution: R\ncommittee: C\nterm: {from: 2024-07-01, to: 2026-06-30}\nyear_starts: 07-01\n"


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2024", date(2024, 7, 1), date(2025, 6, 30)),
        ("2025", date(2025, 7, 1), date(2026, 6, 30)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025-07", date(2025, 7, 1), date(2025, 7, 31)),
        ("2025-07-02", date(2025, 7, 2), date(2025, 7, 2)),
    ],
)
def test_a_year_may_begin_in_july(key: str, first: date, last: date) -> None:
    """The year is the one that begins then; its parts stay those of the calendar."""
    target = target_of(f"{ADMITTED}, readings: {{{key}: 5}}", JULY)
    (reading,) = target.readings
    assert reading.period is not None
    assert (reading.period.first, reading.period.last, reading.period.text) == (first, last, key)


def test_years_of_one_s_own_are_those_of_the_whole_file() -> None:
    """Goals by year name them, as-of years end with them, and every span of days knows when they begin."""
    head = JULY.replace("{from: 2024-07-01, to: 2026-06-30}", "2024") + "as_of: 2024\n"
    resolution, codes = loaded("indicator: party/members-admitted, target: {2024: 20, 2025: 24}", head)
    assert codes == []
    assert resolution.as_of == date(2025, 6, 30)
    assert resolution.term == Term(date(2024, 7, 1), date(2025, 6, 30), (7, 1))
    assert [year for year, _ in resolution.targets[0].goal.path] == [2024, 2025]
    period = target_of(f"{ADMITTED}, period: 2024", JULY).period
    assert period == Term(date(2024, 7, 1), date(2025, 6, 30), (7, 1))


def test_the_quarters_of_a_year_overlap_it() -> None:
    """The second quarter of 2025 is a part of the year that began in July 2024."""
    assert loaded(f"{ADMITTED}, readings: {{2024: 5, 2025-Q2: 5}}", JULY)[1] == ["overlapping-periods"]
    assert loaded(f"{ADMITTED}, readings: {{2024: 5, 2025-Q3: 5}}", JULY)[1] == []


@pytest.mark.parametrize(
    ("written", "starts"),
    [
        ("year_starts: 01-01", (1, 1)),
        ("year_starts: 04-01", (4, 1)),
        ("năm bắt đầu từ: 01/7", (7, 1)),
        ("năm bắt đầu từ: 1/7", (7, 1)),
        ("năm bắt đầu từ: ngày 01/10", (10, 1)),
        ("năm bắt đầu từ: 10-01", (10, 1)),
        ("numbers: vi\nyear_starts: 1/7", (7, 1)),
    ],
)
def test_the_day_on_which_years_begin(written: str, starts: tuple[int, int]) -> None:
    """Month and day, or in a Vietnamese file the day before the month."""
    resolution, codes = loaded(ADMITTED, f"{HEAD}{written}\n")
    assert (codes, resolution.term.year_starts) == ([], starts)


@pytest.mark.parametrize("text", ["02-29", "13-01", "00-10", "04-31", "7-1", "01/7", "July", "2024-07-01", "7"])
def test_a_day_that_not_every_year_has_is_found(text: str) -> None:
    """The 29th of February, what is in no calendar, and in an English file what may be either of two days."""
    assert loaded(ADMITTED, f"{HEAD}year_starts: {text}\n")[1] == ["unparsable-year-start"]


# What a target says of itself


def test_a_target_has_a_kind_of_its_own() -> None:
    """The kind of the indicator gives way to it, with all that goes with it."""
    target = target_of(
        "indicator: economy/exports, kind: level, target: 3 billion USD, readings: {2021: 2 billion USD}"
    )
    assert (target.indicator.id, target.indicator.kind) == ("economy/exports", "level")
    assert loaded(f"{ADMITTED}, kind: sum")[1] == ["unknown-choice"]
    assert target_of("indicator: economy/exports, loại: mức, target: 3 USD").indicator.kind == "level"


def test_a_target_has_thresholds_of_its_own() -> None:
    """Those that it does not name are the file's; what is wrong with them is found."""
    head = f"{HEAD}thresholds: {{nearly: 70%}}\n"
    assert target_of(ADMITTED, head).thresholds is None
    own = target_of(f"{ADMITTED}, thresholds: {{on-track: 90%}}", head).thresholds
    assert own == Thresholds(Fraction(9, 10), Fraction(6, 10), Fraction(7, 10))
    assert loaded(f"{ADMITTED}, thresholds: {{behind: 96%}}")[1] == ["threshold-order"]


@pytest.mark.parametrize(
    ("said", "cumulative"),
    [("cumulative: yes", True), ("cumulative: no", False), ("lũy kế: có", True), ("lũy kế: không", False)],
)
def test_readings_are_said_to_be_running_totals_or_not(said: str, cumulative: bool) -> None:
    """Then nothing is asked about readings that never fall."""
    readings = "readings: {2021-12-31: 20, 2022-12-31: 35}"
    assert target_of(f"{ADMITTED}, {readings}, {said}").cumulative is cumulative


def test_what_is_said_of_running_totals_is_yes_or_no() -> None:
    """Any other word is found, and so is either where readings do not add up."""
    assert loaded(f"{ADMITTED}, cumulative: perhaps")[1] == ["unknown-choice"]
    assert loaded("indicator: party/members, target: 260, cumulative: no")[1] == ["cumulative-kind"]


@pytest.mark.parametrize(
    ("readings", "codes"),
    [
        ("{2009-10: 3, 2010-11: 4}", ["years-or-months", "years-or-months"]),
        ("{2009-10: 3}", []),
        ("{2009-10: 3, 2009-11: 4}", []),
        ("{2009-09: 3, 2009-10: 4}", []),
        ("{2011-12: 3, 2012-13: 4}", ["years-or-months", "years-or-months"]),
        ("{2012-13: 3}", ["years-or-months"]),
        ("{2012-14: 3}", ["unparsable-period"]),
    ],
)
def test_years_over_two_are_no_months(readings: str, codes: list[str]) -> None:
    """2009-10 and 2010-11 together are rather two school years than October and November of two years."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2008-2013\ntargets: {t: {indicator: party/members-admitted, "
        f"target: 700, readings: {readings}}}}}\n"
    )
    assert [finding.code for finding in load_content("f.yaml", text.encode()).findings] == codes
