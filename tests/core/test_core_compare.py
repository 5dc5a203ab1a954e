"""What differs between two reports: the numbers calculated by hand, and what holds of all comparisons."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.compare import Change, Comparison, compare, stated_goal
from partykpi.core.figure import Interval, exactly
from partykpi.core.report import Report, assess
from partykpi.parse import load_content
from partykpi.parse.catalogue import shipped

TODAY = date(2025, 1, 1)


def report(targets: str, as_of: date | None = None) -> Report:
    """Return the report of a file with those targets, of the term from July 2020 to June 2025."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: 2022-12-31\ntargets:\n{targets}"
    content = load_content("r.yaml", text.encode(), shipped())
    assert content.resolution is not None, content.findings
    return assess(content.resolution, as_of, TODAY)


def one(before: str, after: str) -> Change:
    """Return the one change between two files of one target each."""
    (change,) = compare(report(before), report(after)).changes
    return change


def admitted(actual: str, target: str = "700 members", id: str = "t") -> str:
    """Return a target of members admitted."""
    return f"  {id}: {{indicator: party/members-admitted, target: {target}, actual: {actual}}}\n"


def test_moved_up() -> None:
    """From 300 to 547 of 700 is 247/700, or 247/7 points."""
    change = one(admitted("300 members"), admitted("547 members"))
    assert (change.id, change.kind, change.way, change.points) == ("t", "moved", "up", exactly(Fraction(247, 7)))
    assert change.before is not None
    assert change.after is not None
    assert (change.before.measure.achieved, change.after.measure.achieved) == (exactly(300), exactly(547))
    # half of 700 is due by then: 300 is 85.7 % of that and 547 is past it
    assert (change.before.status, change.after.status, change.new_status) == ("behind", "on-track", True)


def test_moved_down() -> None:
    """A correction downwards takes points away; the status can stay."""
    change = one(admitted("547 members"), admitted("540 members"))
    assert (change.kind, change.way, change.points, change.new_status) == ("moved", "down", exactly(-1), False)


def test_every_target_that_moved_is_told() -> None:
    """A level that worsened, one that rose, and a rank that fell from 7th to 8th though both years are lost."""
    targets = (
        "  poverty: {indicator: social/poverty-rate, target: 2 %, baseline: 9 %, readings: {2021: 7 %, 2022: 8 %}}\n"
        "  insurance: {indicator: social/health-insurance, target: 96 %, baseline: 86 %, "
        "readings: {2021: 88 %, 2022: 91 %}}\n"
        '  rank: {indicator: governance/dti-rank, target: "<= 5", readings: {2021: 7, 2022: 8}}\n'
    )
    changes = compare(report(targets, date(2021, 12, 31)), report(targets, date(2022, 12, 31))).changes
    assert [(change.id, change.kind) for change in changes] == [
        ("poverty", "moved"),
        ("insurance", "moved"),
        ("rank", "moved"),
    ]


def test_lower_is_better() -> None:
    """From 8.2 with 1 as the goal, 4.6 is half of the way and 1.2 is 7 of 7.2 points of it: 47 2/9 points more."""
    poverty = "  p: {{indicator: social/poverty-rate, target: <= 1 %, baseline: 8.2 %, actual: {} %}}\n"
    change = one(poverty.format("4.6"), poverty.format("1.2"))
    assert (change.way, change.points) == ("up", exactly(Fraction(425, 9)))


def test_amended() -> None:
    """Another goal is an amendment, and what was reached counts for less of it: 400 of 800, then of 1000."""
    change = one(admitted("400 members", "800 members"), admitted("400 members", "1000 members"))
    assert (change.kind, change.way, change.points) == ("amended", "down", exactly(-10))


def test_another_wording_is_no_amendment() -> None:
    """A goal that asks for the same is the same goal."""
    assert not compare(report(admitted("400", "800 members")), report(admitted("400", '">= 800"'))).changes


@pytest.mark.parametrize(
    ("before", "after"),
    [("1.5..2 %", '">= 1.5 %"'), ("1.5 %", '"= 1.5 %"'), ('">= 1.5 %"', '"> 1.5 %"')],
)
def test_amended_in_what_it_asks(before: str, after: str) -> None:
    """A range, a bound, a strict bound and an exact value ask for different things."""
    rate = "  p: {{indicator: social/poverty-reduction, target: {}, actual: 1.2 %}}\n"
    assert one(rate.format(before), rate.format(after)).kind == "amended"


def test_amended_within_one_file() -> None:
    """Of two dates each has the goal that was in force: 350 of 700 is 50 %, of 1000 35 %."""
    target = (
        "  t:\n    indicator: party/members-admitted\n    target: 700 members\n"
        "    amended: [{on: 2023-01-15, target: 1000 members, reason: more}]\n    readings: {2021: 350}\n"
    )
    (change,) = compare(report(target, date(2022, 12, 31)), report(target, date(2023, 12, 31))).changes
    assert (change.kind, change.points) == ("amended", exactly(-15))


def test_added_and_dropped() -> None:
    """Targets of the later file come in its order, then those that it no longer has."""
    before = admitted("1", id="gone") + admitted("1", id="kept") + admitted("1", id="gone-too")
    after = admitted("2", id="new") + admitted("1", id="kept") + admitted("1", id="new-too")
    comparison = compare(report(before), report(after))
    assert [(change.id, change.kind) for change in comparison.changes] == [
        ("new", "added"),
        ("new-too", "added"),
        ("gone", "dropped"),
        ("gone-too", "dropped"),
    ]
    assert all(change.points is None and change.way is None for change in comparison.changes)
    assert comparison.changes[0].latest.target.id == "new"
    assert comparison.changes[2].latest.target.id == "gone"
    totals = comparison.totals
    assert (totals.changed, totals.unchanged, totals.added, totals.dropped, totals.statuses) == (4, 1, 2, 2, 0)


def test_only_the_status_changed() -> None:
    """Time alone can change a status: no points, and neither up nor down."""
    target = "  m: {indicator: work/project-carried-out, target: by 2025-03-31, actual: 60 %}\n"
    (change,) = compare(report(target, date(2022, 12, 31)), report(target, date(2024, 12, 31))).changes
    assert (change.kind, change.way, change.points, change.new_status) == ("moved", None, exactly(0), True)


def test_intervals() -> None:
    """200 to 250 of 500, then 260 to 300: 2 to 20 points more; then from 240 it may also be 2 points less."""
    change = one(admitted("200..250", "500 members"), admitted("260..300", "500 members"))
    assert (change.way, change.points) == ("up", Interval(Fraction(2), Fraction(20)))
    change = one(admitted("200..250", "500 members"), admitted("240..300", "500 members"))
    assert (change.way, change.points) == (None, Interval(Fraction(-2), Fraction(20)))


def test_what_touches_zero_is_undecided() -> None:
    """From at most 250 to at least 250 may be no change at all."""
    change = one(admitted("200..250", "500 members"), admitted("250..300", "500 members"))
    assert (change.way, change.points) == (None, Interval(Fraction(0), Fraction(20)))


def test_first_reading() -> None:
    """Where there was no attainment there is no difference of two."""
    target = "  t: {indicator: party/members-admitted, target: 700 members, readings: {2023: 100}}\n"
    (change,) = compare(report(target, date(2022, 12, 31)), report(target, date(2023, 12, 31))).changes
    assert (change.kind, change.way, change.points, change.new_status) == ("moved", None, None, True)


def test_day_of_completion() -> None:
    """A milestone done on another day has moved, although it is at 100 % both times."""
    done = "  m: {{indicator: work/review-done, target: by 2022-06-30, actual: {}}}\n"
    change = one(done.format("2022-06-01"), done.format("2022-06-02"))
    assert (change.kind, change.points, change.new_status) == ("moved", exactly(0), False)


def test_implied_goal_is_no_amendment() -> None:
    """What a published figure implies of an unknown goal is not the goal: 38 at 112 % is 34, at 95 % it is 40."""
    meetings = "  t: {{indicator: party/themed-meetings, target: unknown, actual: 38 meetings, reported: {}}}\n"
    change = one(meetings.format("112%"), meetings.format("95%"))
    assert change.kind == "moved"
    assert change.after is not None
    assert not stated_goal(change.after).known


def test_summary_counts() -> None:
    """Each change is counted where it belongs."""
    before = admitted("100", id="up") + admitted("200", id="down") + admitted("300", id="same")
    after = admitted("700", id="up") + admitted("100", id="down") + admitted("300", id="same")
    totals = compare(report(before), report(after)).totals
    assert (totals.changed, totals.unchanged, totals.up, totals.down, totals.amended) == (2, 1, 1, 1, 0)


ACTUALS = st.one_of(
    st.integers(0, 2000).map(str),
    st.tuples(st.integers(0, 900), st.integers(1, 900)).map(lambda ends: f"{ends[0]}..{ends[0] + ends[1]}"),
)
TARGETS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]), st.tuples(ACTUALS, st.integers(1, 1500)), min_size=1
).map(lambda chosen: "".join(admitted(actual, f"{goal} members", id) for id, (actual, goal) in chosen.items()))
DAYS = st.dates(date(2020, 7, 1), date(2026, 1, 1))


@given(TARGETS, DAYS)
def test_a_report_and_itself(targets: str, day: date) -> None:
    """Nothing differs between a report and itself, nor between two readings of one file."""
    comparison = compare(report(targets, day), report(targets, day))
    assert comparison.changes == ()
    assert set(comparison.totals._replace(unchanged=0)) == {0}
    assert comparison.totals.unchanged == len(comparison.after.assessments)


def _turned(comparison: Comparison) -> dict[str, tuple[str, Interval | None]]:
    names = {"added": "dropped", "dropped": "added"}
    return {change.id: (names.get(change.kind, change.kind), change.points) for change in comparison.changes}


@given(TARGETS, TARGETS, DAYS, DAYS)
def test_the_other_way_round(before: str, after: str, first: date, last: date) -> None:
    """Turned round, what was added was dropped, what went up went down, by as many points."""
    there = compare(report(before, first), report(after, last))
    back = compare(report(after, last), report(before, first))
    turned = _turned(back)
    assert {change.id for change in there.changes} == set(turned)
    for change in there.changes:
        kind, points = turned[change.id]
        assert change.kind == kind
        if change.points is None or points is None:
            assert change.points is points
        else:
            assert (change.points.low, change.points.high) == (-(points.high or 0), -(points.low or 0))
    assert (there.totals.up, there.totals.added) == (back.totals.down, back.totals.dropped)
    assert there.totals.changed + there.totals.unchanged == len(
        {one.target.id for side in (there.before, there.after) for one in side.assessments}
    )


@pytest.mark.parametrize(
    ("target", "moved"),
    [
        # 12 of 12 and 14 of 14 soldiers are 100% of each year, and on track both times
        ("indicator: defence/recruitment-quota, target: 100 % every year, readings: {2021: 12/12, 2022: 14/14}", False),
        ("indicator: defence/recruitment-quota, target: 100 % every year, readings: {2021: 12/12, 2022: 13/14}", True),
        ("indicator: social/cultured-families, target: 90 % every year, readings: {2021: 91 %, 2022: 92 %}", True),
        # first again, and first no more
        ("indicator: governance/dti-rank, target: 1, readings: {2021: 1, 2022: 1}", False),
        ("indicator: governance/dti-rank, target: 1, readings: {2021: 1, 2022: 2}", True),
        ("indicator: governance/dti-rank, target: 5, readings: {2021: 1, 2022: 2}", True),
    ],
)
def test_one_more_year_like_the_others_moves_nothing(target: str, moved: bool) -> None:
    """What shows the same figure, attainment and rating on both days is not counted as changed."""
    targets = f"  t: {{{target}}}\n"
    comparison = compare(report(targets, date(2021, 12, 31)), report(targets, date(2022, 12, 31)))
    assert [change.kind for change in comparison.changes] == (["moved"] if moved else [])
    assert (comparison.totals.changed, comparison.totals.unchanged) == ((1, 0) if moved else (0, 1))
