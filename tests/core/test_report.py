"""A whole resolution: the day looked at, the summary, the claims and the findings that they earn."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partykpi.core.claims.model import Verdict
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Resolution
from partykpi.core.report import Report, assess
from partykpi.parse import load_content
from partykpi.render import report as formats
from partykpi.text import Language

TODAY = date(2023, 3, 3)
MEMBERS = "indicator: {name: N, kind: total, unit: member, better: higher}, "
PERCENT = "indicator: {name: N, kind: level, unit: '%', better: higher}, "
LOWER = "indicator: {name: N, kind: level, unit: '%', better: lower}, "
TASK = "indicator: {name: N, kind: milestone, unit: '%', better: higher}, "
AREA = "indicator: {name: N, kind: level, unit: ha, better: higher}, "


def resolution(*targets: str, more: str = "", term: str = "2020-2025") -> Resolution:
    """Return the resolution of those targets (flow mappings): t1, t2 and so on; nothing may be wrong with it."""
    lines = "".join(f"  t{number}: {{{target}}}\n" for number, target in enumerate(targets, 1))
    text = f"resolution: R\ncommittee: C\nterm: {term}\n{more}\ntargets:\n{lines}"
    content = load_content("test.yaml", text.encode())
    assert [(found.code, found.values) for found in content.findings if found.severity == "error"] == []
    assert content.resolution is not None
    return content.resolution


def report(*targets: str, more: str = "as_of: end") -> Report:
    """Return the report of those targets at the end of the term, unless `more` says otherwise."""
    return assess(resolution(*targets, more=more), None, TODAY)


def codes(found: Report) -> list[tuple[str, str]]:
    """Return the code and severity of each finding."""
    return [(finding.code, finding.severity) for finding in found.findings]


def verdicts(target: str, more: str = "as_of: end") -> list[Verdict]:
    """Return the verdict on each claim of a target."""
    return [judgement.verdict for judgement in report(target, more=more).assessments[0].judgements]


# --- The day looked at

YEARS = MEMBERS + "target: 100 members, readings: {2020: 10, 2021: 20, 2022-Q3: 5}"


@pytest.mark.parametrize(
    ("targets", "more", "asked", "day"),
    [
        # asked for, whatever else is told
        ((YEARS,), "as_of: 2022", date(2021, 6, 30), date(2021, 6, 30)),
        # the file's own
        ((YEARS,), "as_of: 2022", None, date(2022, 12, 31)),
        ((YEARS,), "as_of: 2022-02", None, date(2022, 2, 28)),
        ((YEARS,), "as_of: 2024-02", None, date(2024, 2, 29)),
        ((YEARS,), "as_of: 2022-09-15", None, date(2022, 9, 15)),
        ((YEARS,), "as_of: end", None, date(2025, 6, 30)),
        ((YEARS,), "as_of: mid-term", None, date(2022, 12, 31)),
        # the latest reading of all targets
        ((YEARS,), "", None, date(2022, 9, 30)),
        ((YEARS, PERCENT + "target: 9 %, readings: {2022-11: 3 %}"), "", None, date(2022, 11, 30)),
        (
            (TASK + "target: by 2024-01-01, actual: 2023-05-06",),
            "",
            None,
            date(2023, 5, 6),
        ),
        # today, where no reading has a date
        ((MEMBERS + "target: 100 members, actual: 5",), "", None, TODAY),
        ((MEMBERS + "target: 100 members",), "", None, TODAY),
    ],
)
def test_the_day_looked_at(targets: tuple[str, ...], more: str, asked: date | None, day: date) -> None:
    """Asked for, else the file's, else that of the latest reading, else today."""
    assert assess(resolution(*targets, more=more), asked, TODAY).moment.as_of == day


def test_today_lies_before_the_term() -> None:
    """A term that is still to come is looked at on its first day; a day asked for before it is refused."""
    loaded = resolution(MEMBERS + "target: 100 members", term="2025-2030")
    assert assess(loaded, None, TODAY).moment.as_of == date(2025, 7, 1)
    with pytest.raises(ValueError, match="before the term"):
        assess(loaded, date(2025, 6, 30), TODAY)


def test_mid_term_is_one_half() -> None:
    """Asked for, written, or asked for as its day, it is exactly a half: 30 of 60 months."""
    loaded = resolution(YEARS)
    assert assess(loaded, "mid-term", TODAY).moment.elapsed == Fraction(1, 2)
    assert assess(loaded, date(2022, 12, 31), TODAY).moment.elapsed == Fraction(1, 2)


PLANNED = MEMBERS + "target: 700 members, readings: {2021: 140, 2022: 140, 2023: 140, 2024: 140, 2025: 140}"


@pytest.mark.parametrize(
    ("target", "more", "as_of", "achieved", "due", "status"),
    [
        # of five calendar years beside a term from July to June: all of 2025 counts
        (PLANNED + ", period: 2021-2025", "", "end", 700, 700, "achieved"),
        (PLANNED, "period: 2021-2025", "end", 700, 700, "achieved"),
        # and at the middle of the term, 24 months of them are over
        (PLANNED + ", period: 2021-2025", "", "mid-term", 280, 280, "on-track"),
        # without a period of its own the year 2025 reaches half a year beyond the term: 48 of 60 months are told
        (PLANNED, "", "end", 560, 560, "undetermined"),
        (PLANNED, "", "mid-term", 280, 280, "on-track"),
    ],
)
def test_the_period_of_a_target(target: str, more: str, as_of: str, achieved: int, due: int, status: str) -> None:
    """What a goal speaks of is the term, unless the file or the target says other months."""
    assessment = report(target, more=f"{more}\nas_of: {as_of}").assessments[0]
    assert assessment.measure.achieved == exactly(achieved)
    assert assessment.measure.due == exactly(due)
    assert assessment.status == status


def test_a_reading_beyond_the_period_is_named() -> None:
    """What is not counted is told, with the day on which the period ends."""
    measure = report(PLANNED, more="as_of: 2025-12-31").assessments[0].measure
    assert measure.achieved == exactly(560)
    (note,) = [note for note in measure.notes if "reaches beyond the period" in note.text.en]
    assert note.values["day"] == date(2025, 6, 30)


@pytest.mark.parametrize(("actual", "status"), [(90, "on-track"), (89, "behind"), (50, "behind"), (49, "at-risk")])
def test_thresholds_of_one_target(actual: int, status: str) -> None:
    """Of 100 due at mid-term 90 is on track where the target says so, whatever the file says of all."""
    own = "thresholds: {on-track: 90%, behind: 50%, nearly: 70%}"
    target = MEMBERS + f"target: 200 members, actual: {actual}, {own}"
    more = "as_of: mid-term\nthresholds: {on-track: 100%, behind: 99%, nearly: 98%}"
    assert report(target, more=more).assessments[0].status == status


# --- The summary


def members(actual: int) -> str:
    """Return a target of 100 members with that many admitted."""
    return MEMBERS + f"target: 100 members, actual: {actual}"


def test_summary() -> None:
    """Two exceeded and one achieved are three; the lowest of the rest is 45%."""
    summary = report(
        members(120),
        members(101),
        members(100),
        members(85),
        members(45),
        MEMBERS + "target: 100 members",
        MEMBERS + "target: unknown, actual: 1",
    ).summary
    assert summary.targets == 7
    assert dict(summary.statuses) == {"exceeded": 2, "achieved": 1, "nearly": 1, "missed": 1, "no-data": 2}
    assert (summary.achieved_or_exceeded, summary.exceeded) == (3, 2)
    assert summary.lowest_rest == Fraction(45, 100)


@pytest.mark.parametrize(
    ("targets", "lowest"),
    [
        ((members(100), members(130)), None),
        ((MEMBERS + "target: 100 members",), None),
        ((members(99), members(70), members(100)), Fraction(7, 10)),
        # of a range the low end
        ((MEMBERS + "target: 100 members, actual: 60..90", members(70)), Fraction(6, 10)),
        # where there is no ratio there is nothing to compare
        ((LOWER + "target: 0 %, actual: 1 %", members(70)), Fraction(0)),
        ((PERCENT + "target: 80 %, actual: 40 %", members(70)), Fraction(1, 2)),
    ],
)
def test_lowest_of_the_rest(targets: tuple[str, ...], lowest: Fraction | None) -> None:
    """The least attainment of those neither achieved nor exceeded."""
    assert report(*targets).summary.lowest_rest == lowest


# --- Claims on a target

TWO_YEARS = MEMBERS + "target: 100 members, readings: {2021: 30, 2022: 45}, "


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (MEMBERS + "target: 700 members, actual: 547, reported: 78.14%", ["consistent"]),  # 547/700 = 78.1428…%
        (MEMBERS + "target: 700 members, actual: 547, reported: 78.15%", ["rounded-up"]),
        (MEMBERS + "target: 700 members, actual: 547, reported: 78.2%", ["rounded-up"]),
        (MEMBERS + "target: 700 members, actual: 547, reported: 79%", ["rounded-up"]),
        (MEMBERS + "target: 700 members, actual: 547, reported: 80%", ["inconsistent"]),
        (MEMBERS + "target: 15 members, actual: 28, reported: 186.6%", ["cut-off"]),  # 186.666…%
        (MEMBERS + "target: 15 members, actual: 28, reported: exceeds 186.7%", ["misworded"]),
        (MEMBERS + "target: 500 members, actual: 629, reported: exceeds 25.8%", ["consistent"]),
        (
            MEMBERS + "target: 700 members, actual: 547, reported: [78.1%, 78.14%, 50%]",
            ["consistent", "consistent", "inconsistent"],
        ),
        (MEMBERS + "target: 700 members, reported: {status: achieved}", ["unverifiable"]),
        (MEMBERS + "target: 700 members, actual: 700, reported: {status: achieved}", ["consistent"]),
        (MEMBERS + "target: 700 members, actual: 701, reported: {status: achieved}", ["consistent"]),
        (MEMBERS + "target: 700 members, actual: 700, reported: {status: exceeded}", ["inconsistent"]),
        # another base: 547 of 640 is 85.46875%
        (MEMBERS + "target: 700 members, actual: 547, reported: {figure: 85.47%, of: 640 members}", ["consistent"]),
        (MEMBERS + "target: 700 members, actual: 547, reported: {figure: 78.14%, of: 640 members}", ["inconsistent"]),
        # one period: 30 of 100 in 2021; of a goal per year, 30 of 20, whether it binds the average or every year
        (TWO_YEARS + "reported: {figure: 30%, for: 2021}", ["consistent"]),
        (TWO_YEARS + "reported: {figure: 75%, for: 2021}", ["inconsistent"]),
        (TWO_YEARS.replace("100 members", "20 members/year") + "reported: {figure: 150%, for: 2021}", ["consistent"]),
        (
            TWO_YEARS.replace("100 members", "20 members every year") + "reported: {figure: 150%, for: 2021}",
            ["consistent"],
        ),
        (
            MEMBERS + "target: 100 members, readings: {2022-Q1: 30, 2022-Q2: 45}, reported: {figure: 75%, for: 2022}",
            ["consistent"],
        ),
        # against another period: 45 is half as much again as 30
        (TWO_YEARS + "reported: {figure: +50%, for: 2022, against: 2021}", ["consistent"]),
        (TWO_YEARS + "reported: {figure: 1.5 times, for: 2022, against: 2021}", ["consistent"]),
        (TWO_YEARS + "reported: {figure: +33%, for: 2022, against: 2021}", ["inconsistent"]),
        # against the baseline: from 40 to 42 is 2 points, or 5%
        (PERCENT + "target: 50 %, baseline: 40 %, actual: 42 %, reported: +2 points", ["consistent"]),
        (PERCENT + "target: 50 %, baseline: 40 %, actual: 42 %, reported: +5%", ["consistent"]),
        (PERCENT + "target: 50 %, baseline: 40 %, actual: 42 %, reported: +3 points", ["inconsistent"]),
        # without a sign, points are above or below the target
        (PERCENT + "target: 40 %, baseline: 10 %, actual: 42 %, reported: exceeds by 2 points", ["consistent"]),
        # of a limit: 12 of at most 20 is 60% used, or down 40% from it; nothing of 1% is 0% of it
        (LOWER + "target: 20 %, actual: 12 %, reported: 60%", ["consistent"]),
        (LOWER + "target: 20 %, actual: 12 %, reported: down 40%", ["consistent"]),
        (LOWER + "target: 20 %, actual: 12 %, reported: 167%", ["inconsistent"]),
        (LOWER + "target: 2 %, actual: 2.5 %, reported: 125%", ["consistent"]),
        (LOWER + "target: 1 %, actual: 0 %, reported: 100%", ["inconsistent"]),
        # no goal and none implied by a word, no ratio
        (MEMBERS + "target: unknown, reported: 50%", ["unverifiable"]),
        (LOWER + "target: 0 %, actual: 1 %, reported: 100%", ["unverifiable"]),
    ],
)
def test_claims(target: str, expected: list[Verdict]) -> None:
    """What the arithmetic says of each published figure."""
    assert verdicts(target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (MEMBERS + "target: 100 members, actual: 30, reported: 30%", []),
        (MEMBERS + "target: 100 members, actual: 30, reported: 31%", [("claim-inconsistent", "error")]),
        (
            MEMBERS + "target: 100 members, actual: 30, reported: {figure: 31%, acknowledged: a slip}",
            [("claim-inconsistent", "note")],
        ),
        (MEMBERS + "target: 15 members, actual: 28, reported: 186.6%", [("claim-cut-off", "warning")]),
        (
            MEMBERS + "target: 15 members, actual: 28, reported: {figure: 186.6%, acknowledged: as printed}",
            [("claim-cut-off", "note")],
        ),
        (MEMBERS + "target: 700 members, actual: 547, reported: 78.15%", [("claim-rounded-up", "warning")]),
        (MEMBERS + "target: 15 members, actual: 28, reported: exceeds 186.7%", [("claim-misworded", "warning")]),
        (MEMBERS + "target: 150 members, reported: 67.4%", [("claim-impossible", "error")]),
        (
            MEMBERS + "target: 150 members, reported: {figure: 67.4%, acknowledged: as printed}",
            [("claim-impossible", "note")],
        ),
        # nothing is left to acknowledge
        (
            MEMBERS + "target: 100 members, actual: 30, reported: {figure: 30%, acknowledged: a slip}",
            [("stale-acknowledgement", "error")],
        ),
        (
            MEMBERS + "target: unknown, actual: 48, reported: {figure: 117%, acknowledged: a slip}",
            [("stale-acknowledgement", "error")],
        ),
        # it cannot be told, so it may still be needed
        (LOWER + "target: 0 %, actual: 1 %, reported: {figure: 100%, acknowledged: a slip}", []),
    ],
)
def test_findings_of_claims(target: str, expected: list[tuple[str, str]]) -> None:
    """A disagreement is an error or a warning, acknowledged it is a note, and one that has gone is an error."""
    assert codes(report(target)) == expected


def test_a_finding_stands_at_its_claim() -> None:
    """The place is that of the wrong one among several claims."""
    (finding,) = report(MEMBERS + "target: 100 members, actual: 30, reported: [30%, 31%]").findings
    assert finding.place.line == 6
    assert finding.place.excerpt[finding.place.column - 1 : finding.place.end_column - 1] == "31%"


# --- Implied figures


@pytest.mark.parametrize(
    ("target", "implied", "bound", "achieved", "attainment", "verdict"),
    [
        # 48/41 = 117.07%; 48/40 = 120% and 48/42 = 114%
        (MEMBERS + "target: unknown, actual: 48, reported: 117%", "target", "41", "48", "48/41", "implied"),
        # 28/15 = 186.66…%, cut off; by 186.6% more than nothing whole
        (MEMBERS + "target: unknown, actual: 28, reported: exceeds 186.6%", "target", "15", "28", "28/15", "misworded"),
        (MEMBERS + "target: unknown, actual: 28, reported: 186.6%", "target", "15", "28", "28/15", "cut-off"),
        # 84% of 50 is 42, and 41 and 43 are 82% and 86%
        (MEMBERS + "target: 50 members, reported: 84%", "actual", "50", "42", "21/25", "implied"),
        (MEMBERS + "target: 50 members, reported: exceeds 10%", "actual", "50", "55", "11/10", "implied"),
        # a goal a year: 60% of 5 × 10
        (MEMBERS + "target: 10 members/year, reported: 60%", "actual", "10", "30", "3/5", "implied"),
        # several: 100/x in [49.5%, 50.5%] is x from 199 to 202, and in [50%, 51%), cut off, from 197 to 200
        (
            MEMBERS + "target: unknown, actual: 100, reported: 50%",
            "target",
            "197..202",
            "100",
            "50/101..100/197",
            "ambiguous",
        ),
        # 13% of 1000: 125 to 134, half up as well as half even, and cut off 130 to 139
        (MEMBERS + "target: 1000 members, reported: 13%", "actual", "1000", "125..139", "1/8..139/1000", "ambiguous"),
        # 241/151 is 159.6%, and 241/150 is 160.67%, cut off
        (
            MEMBERS + "target: unknown, actual: 241, reported: 160%",
            "target",
            "150..151",
            "241",
            "241/151..241/150",
            "ambiguous",
        ),
        # two claims at once leave what fits both: 60% alone is 199 to 201, 60.0% alone 200
        (MEMBERS + "target: unknown, actual: 120, reported: [60%, 60.0%]", "target", "200", "120", "3/5", "implied"),
    ],
)
def test_implied(target: str, implied: str, bound: str, achieved: str, attainment: str, verdict: Verdict) -> None:
    """What was not printed follows from what was; of several possible values attainment keeps all."""
    assessment = report(target).assessments[0]
    assert assessment.implied == implied
    assert assessment.goal.bound == span(bound)
    assert assessment.measure.achieved == span(achieved)
    assert assessment.measure.attainment == span(attainment)
    assert assessment.judgements[0].verdict == verdict


def span(text: str) -> Interval:
    """Return the figure that `5` or `199..202` writes."""
    low, _, high = text.partition("..")
    return Interval(Fraction(low), Fraction(high or low))


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (MEMBERS + "target: unknown, actual: 48, reported: 117%", "exceeded"),
        (MEMBERS + "target: unknown, actual: 48, reported: 100%", "achieved"),
        (MEMBERS + "target: unknown, actual: 48, reported: 90%", "nearly"),
        (MEMBERS + "target: 50 members, reported: 84%", "nearly"),
        (MEMBERS + "target: 50 members, reported: 60%", "missed"),
        # of 199 to 202: 50.2% to 49.5%, all of them missed; of 1000: around 80%
        (MEMBERS + "target: unknown, actual: 100, reported: 50%", "missed"),
        (MEMBERS + "target: 1000 members, reported: 80%", "undetermined"),
        # impossible: it is not known
        (MEMBERS + "target: 150 members, reported: 67.4%", "no-data"),
    ],
)
def test_status_of_an_implied_figure(target: str, status: str) -> None:
    """An implied figure counts like a printed one."""
    assert report(target).assessments[0].status == status


def test_nothing_is_implied_where_nothing_is_missing() -> None:
    """A claim on known figures is judged and changes nothing."""
    assessment = report(MEMBERS + "target: 100 members, actual: 30, reported: 90%").assessments[0]
    assert assessment.implied is None
    assert assessment.measure.attainment == exactly(Fraction(3, 10))


def test_measured_things_have_parts() -> None:
    """Of hectares any value fits: 100 ha at 80% are 124.2 to 125.8 ha of target, and cut off down to 123.5 ha."""
    assessment = report(AREA + "target: unknown, actual: 100 ha, reported: 80%").assessments[0]
    bound = assessment.goal.bound
    assert bound is not None
    assert (bound.low, bound.high) == (Fraction(10000, 81), Fraction(20000, 159))
    assert assessment.judgements[0].verdict == "ambiguous"


# --- Claims about the whole resolution


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        (["achieved: 2 of 3"], "consistent"),
        (["achieved: 3 of 3"], "inconsistent"),
        (["achieved: 0 of 3"], "inconsistent"),
        (["exceeded: 1 of 3"], "consistent"),
        (["exceeded: 2 of 3"], "inconsistent"),
        # the exceeded one among the achieved ones, or apart from them
        (["{achieved: 2 of 3, counting: inside}"], "consistent"),
        (["{achieved: 1 of 3, counting: inside}"], "inconsistent"),
        (["{achieved: 1 of 3, counting: apart}"], "consistent"),
        (["{achieved: 2 of 3, counting: apart}"], "inconsistent"),
        # one below is enough to disprove; that there is none is proved only where all targets are here
        (["rest: '>= 80%'"], "inconsistent"),
        (["rest: '>= 70%'"], "unverifiable"),
        (["achieved: 2 of 3", "rest: '>= 70%'"], "consistent"),
        (["achieved: 2 of 4", "rest: '>= 70%'"], "unverifiable"),
        (["achieved: 2 of 3", "rest: '> 75%'"], "inconsistent"),
        (["achieved: 2 of 3", "rest: 75%"], "consistent"),
        (["achieved: 2 of 3", "all: '>= 70%'"], "consistent"),
        (["all: '>= 90%'"], "inconsistent"),
        # of more targets than the file holds: what the others may be
        (["achieved: 6 of 10"], "unverifiable"),
        (["achieved: 10 of 10"], "inconsistent"),  # one of those it holds is not
        (["{achieved: 1 of 10, counting: inside}"], "inconsistent"),  # two of those it holds are
    ],
)
def test_claims_about_the_whole(claims: list[str], verdict: Verdict) -> None:
    """120, 100 and 75 of 100: one exceeded, one achieved, one at 75%; the last claim is looked at."""
    listed = ", ".join(claim if claim.startswith("{") else f"{{{claim}}}" for claim in claims)
    found = report(members(120), members(100), members(75), more=f"as_of: end\nreported: [{listed}]")
    assert found.summary.judgements[-1].verdict == verdict
    assert codes(found) == ([("claim-inconsistent", "error")] if verdict == "inconsistent" else [])


@pytest.mark.parametrize(
    ("target", "achieved", "acknowledged", "expected"),
    [
        ("actual: 547, reported: 78.14%", "6 of 10", "", [("claim-inconsistent", "error")]),
        ("actual: 547, reported: 78.14%", "6 of 10", ", acknowledged: known", [("claim-inconsistent", "note")]),
        # 560 of 700 is 80%, and there is no other target
        ("actual: 560, reported: 80%", "0 of 1", ", acknowledged: known", [("stale-acknowledgement", "error")]),
        ("actual: 560, reported: 80%", "0 of 1", "", []),
    ],
)
def test_two_sentences_that_disagree(
    target: str, achieved: str, acknowledged: str, expected: list[tuple[str, str]]
) -> None:
    """That all the rest reached 80% is disproved by one at 78.14%, until that is acknowledged or has gone."""
    more = f"as_of: mid-term\nreported:\n  - achieved: {achieved}\n  - {{rest: '>= 80%'{acknowledged}}}"
    found = report(MEMBERS + f"target: 700 members, {target}", more=more)
    assert codes(found) == expected
    assert found.summary.judgements[1].targets == (("t1",) if "547" in target else ())


# --- Laws

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SWAPPED = str.maketrans(".,", ",.")


def numbers(text: str, language: Language) -> list[str]:
    """Return the numbers of a text, months among them, the way English writes them, sorted."""
    if language == "vi":
        text = re.sub(r"(?<=ngày |háng )0|\b0(?=\d (?:chỉ tiêu|vượt|đạt))", "", text).translate(_SWAPPED)
    else:
        text = re.sub("|".join(month_name[1:]), lambda found: str(list(month_name).index(found[0])), text)
        text = re.sub(r"(\d{4})-H[12]", r"\1 6", text)  # 6 tháng đầu năm
    return sorted(_NUMBER.findall(text))


amounts = st.integers(min_value=1, max_value=3_000_000)
parts = st.integers(min_value=0, max_value=1000).map(lambda number: f"{number / 10:.1f}")
_MEMBERS, _PERCENT, _LOWER = (text.replace("{", "{{").replace("}", "}}") for text in (MEMBERS, PERCENT, LOWER))
targets = st.one_of(
    st.builds((_MEMBERS + "target: {} members, actual: {}").format, amounts, amounts),
    st.builds((_MEMBERS + "target: {} members/year, readings: {{2021: {}}}").format, amounts, amounts),
    st.builds((_PERCENT + "target: {} %, actual: {} %").format, parts, parts),
    st.builds((_PERCENT + "target: {} %, actual: {}..{} %").format, parts, st.integers(0, 50), st.integers(51, 99)),
    st.builds((_LOWER + "target: {} %, baseline: {} %, actual: {} %").format, parts, parts, parts),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(targets, min_size=1, max_size=5), st.sampled_from(("mid-term", "end", "2021-10-15")))
def test_both_languages_carry_the_same_numbers(chosen: list[str], as_of: str) -> None:
    """With the separators changed over, no figure of the report differs."""
    found = report(*chosen, more=f"as_of: {as_of}")
    languages: tuple[Language, ...] = ("en", "vi")
    english, vietnamese = (
        numbers(formats.in_text("plain", [found], language, formats.Layout(None, False, ())), language)
        for language in languages
    )
    assert english == vietnamese


@settings(max_examples=60, deadline=None)
@given(st.lists(targets, min_size=1, max_size=6))
def test_the_order_of_targets_does_not_matter(chosen: list[str]) -> None:
    """The summary is that of the targets, wherever they stand."""
    first, second = report(*chosen).summary, report(*sorted(chosen)).summary
    assert dict(first.statuses) == dict(second.statuses)
    assert first._replace(statuses={}, lowest=None) == second._replace(statuses={}, lowest=None)
    assert sum(first.statuses.values()) == first.targets == len(chosen)
