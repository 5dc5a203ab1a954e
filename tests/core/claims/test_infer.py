"""What published figures imply of one that is not printed, against numbers worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples.claims import PLACE, claim_of, claimed, inputs_of, percent_senses, span

from partykpi.core.claims.infer import (
    Unknown,
    by_rounding,
    how_many,
    infer,
    infer_together,
    unknown_actual,
    unknown_target,
)
from partykpi.core.claims.judge import judge
from partykpi.core.claims.model import Judgement, Verdict
from partykpi.core.figure import Interval, exactly, whole_numbers
from partykpi.core.model import Claim, Sense
from partykpi.core.rounding import Rounding, rounded
from partykpi.core.time import Period
from partykpi.render.text.locale import write


@pytest.mark.parametrize(
    ("actual", "number", "sense", "expected"),
    [
        # 48/40 = 120%, 48/41 = 117.07%, 48/42 = 114.3%
        (48, "117", "reaches", ("implied", "reaches", "half-up", [41])),
        # 28/15 = 186.66…%: never "exceeds by" (28/9 − 1 = 211%, 28/10 − 1 = 180%), only cut off
        (28, "186.6", "exceeds", ("misworded", "reaches", "cut-off", [15])),
        (28, "186.6", "reaches", ("cut-off", "reaches", "cut-off", [15])),
        # 2/3 = 66.67%, 4/6 is not 2/6; 66% is only cut off
        (2, "66", "reaches", ("cut-off", "reaches", "cut-off", [3])),
        # 10/8 = 125%: exceeds by 25%
        (10, "25", "exceeds", ("implied", "exceeds", "half-up", [8])),
        # 100/192 = 52.1%, 100/193 = 51.8%, …, 100/198 = 50.505…%, 100/199 = 50.3%
        (100, "51", "reaches", ("ambiguous", "reaches", None, [193, 194, 195, 196, 197, 198])),
        # 241/150 = 160.67%, 241/151 = 159.60%
        (241, "160", "reaches", ("ambiguous", "reaches", None, [150, 151])),
        # 1/7 = 14.29%, 1/6 = 16.67%: 14 to the nearest and cut off, and 16 only cut off
        (1, "14", "reaches", ("implied", "reaches", "half-up", [7])),
        (1, "16", "reaches", ("cut-off", "reaches", "cut-off", [6])),
        # 1/8 = 12.5%: 12% only by half even (1/9 = 11.1%)
        (1, "12", "reaches", ("implied", "reaches", "half-even", [8])),
        # 3/2 = 150%, 3/3 = 100%: nothing at 130%; exceeds by 130% would be 3/1.3 less
        (3, "130", "reaches", ("impossible", "reaches", None, [])),
    ],
)
def test_infer_target(
    actual: int, number: str, sense: Sense, expected: tuple[Verdict, Sense, Rounding | None, list[int]]
) -> None:
    """The target that is not printed is found from what was reached and the percentage."""
    implied = infer(claimed(number, sense), unknown_target(exactly(actual), whole=True), percent=False)
    assert implied is not None
    assert implied.whole is not None
    assert (implied.verdict, implied.sense, implied.rounding, list(implied.whole)) == expected


def test_infer_interval() -> None:
    """48 at 117% leaves the targets over 4800/118, where it is cut off, and up to 4800/116.5, where it is rounded."""
    implied = infer(claimed("117"), unknown_target(exactly(48), whole=True), percent=False)
    assert implied is not None
    assert implied.interval == Interval(Fraction(2400, 59), Fraction(9600, 233), low_closed=False)


def test_infer_not_whole() -> None:
    """What is not whole has an interval, and no whole numbers are counted."""
    implied = infer(claimed("50"), unknown_actual(exactly(10), whole=False), percent=False)
    assert implied is not None
    # 49.5 % of 10, closed because half even prints 50 for it, and 51 %, which is no longer cut off to 50
    assert (implied.interval, implied.whole, implied.verdict) == (span("[4.95,5.1)"), None, "ambiguous")
    assert write(implied.detail, "en") == "the actual figure is about 4.95–5.10, rounded or cut off"


def test_infer_points() -> None:
    """A difference in points gives the base of a percentage, and nothing in any other unit."""
    claim = claimed("1.2", "points")
    unknown = unknown_target(exactly(Fraction("51.2")), whole=False)
    implied = infer(claim, unknown, percent=True)
    assert implied is not None
    # 51.2 − 1.3 = 49.9, which is not cut off to 1.2, and 51.2 − 1.15 = 50.05, which half even prints as 1.2
    assert (implied.interval, implied.sense) == (span("(49.9,50.05]"), "points")
    other = infer(claim, unknown, percent=False)
    assert other is not None
    assert other.sense == "exceeds"


def test_infer_zero() -> None:
    """An actual figure can be zero, a target cannot; nothing of any target is 0%."""
    actual = infer(claimed("0"), unknown_actual(exactly(100), whole=True), percent=False)
    assert actual is not None
    assert actual.whole == range(1)
    target = infer(claimed("0"), unknown_target(exactly(0), whole=True), percent=False)
    assert target is not None
    assert (target.interval, target.whole, target.verdict) == (span("(0,)"), None, "ambiguous")
    nothing = infer(claimed("1"), unknown_target(exactly(0), whole=True), percent=False)
    assert nothing is not None
    assert nothing.verdict == "impossible"


def test_infer_small_share() -> None:
    """A share that prints as zero bounds the target from below: 3 is under 1% of more than 300, which is cut off."""
    implied = infer(claimed("0"), unknown_target(exactly(3), whole=True), percent=False)
    assert implied is not None
    assert (implied.interval, implied.whole) == (span("(300,)"), None)


def test_infer_status() -> None:
    """A status word implies no number."""
    assert infer(Claim("", PLACE, status="achieved"), unknown_target(exactly(3), whole=True), percent=False) is None


def test_infer_of_very_large_numbers() -> None:
    """Numbers too many to count one by one are counted by arithmetic."""
    implied = infer(claimed("78"), unknown_target(exactly(10**30), whole=True), percent=False)
    assert implied is not None
    # over 10^32 / 79 and up to 10^32 / 77.5, about 2.45 × 10^28 of them
    assert implied.whole is not None
    assert how_many(implied.whole) == 10**32 * 10 // 775 - 10**32 // 79


@pytest.mark.parametrize(
    ("percent", "possible"),
    [("67.4", False), ("54.2", False), ("69.8", False), ("68.1", False), ("55.4", False), ("54.0", True)],
)
def test_grim(percent: str, possible: bool) -> None:
    """Percentages of 150 agree with the published examples of the GRIM test (54.0 % is 81 of 150)."""
    unknown = unknown_actual(exactly(150), whole=True)
    implied = infer(claimed(percent), unknown, percent=False)
    assert implied is not None
    assert (implied.verdict == "implied") == possible
    assert (implied.verdict == "impossible") == (not possible)
    if possible:
        assert implied.whole == range(81, 82)


def test_infer_together_together() -> None:
    """Two claims on one target leave only what fits both: 51% leaves 193 to 198, 51.3% only 195."""
    claims = (claimed("51"), claimed("51.3"))
    found = infer_together(claims, unknown_target(exactly(100), whole=True), percent=False)
    assert found is not None
    implied, used = found
    assert (implied.verdict, implied.whole, used) == ("implied", range(195, 196), claims)


def test_infer_together_in_disagreement() -> None:
    """Claims that no target fits together leave the first alone; the others are then judged by it."""
    claims = (claimed("117"), claimed("50"))
    found = infer_together(claims, unknown_target(exactly(48), whole=True), percent=False)
    assert found is not None
    implied, used = found
    assert (implied.whole, used) == (range(41, 42), claims[:1])


def test_infer_together_uses_only_claims_on_the_whole_target() -> None:
    """Status words, growth, widened numbers, other bases and single periods say nothing of the whole target."""
    year = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
    silent = (
        Claim("", PLACE, status="achieved"),
        claimed("117", nearness="over"),
        claimed("12", "exceeds", change=True),
        Claim("", PLACE, "reaches", Fraction(60), of=exactly(80)),
        Claim("", PLACE, "reaches", Fraction(60), period=year),
        Claim("", PLACE, "exceeds", Fraction(60), against=year),
    )
    assert infer_together(silent, unknown_target(exactly(48), whole=True), percent=False) is None
    found = infer_together((*silent, claimed("117")), unknown_target(exactly(48), whole=True), percent=False)
    assert found is not None
    assert found[0].whole == range(41, 42)


def test_infer_together_impossible() -> None:
    """A claim that fits nothing does not hide one that does, and alone is called impossible."""
    unknown = unknown_actual(exactly(150), whole=True)
    alone = infer_together((claimed("67.4"),), unknown, percent=False)
    assert alone is not None
    assert alone[0].verdict == "impossible"
    both = infer_together((claimed("67.4"), claimed("54.0")), unknown, percent=False)
    assert both is not None
    assert both[0].whole == range(81, 82)


def test_whole_numbers_are_those_of_the_interval() -> None:
    """The whole numbers found are exactly those that the interval holds."""
    implied = infer(claimed("51"), unknown_target(exactly(100), whole=True), percent=False)
    assert implied is not None
    assert implied.interval is not None
    assert implied.whole == whole_numbers(implied.interval)


def test_every_sentence_has_its_values() -> None:
    """Each detail names only values that it brings, in both languages."""
    for numbers in (exactly(3), Interval(Fraction(2), Fraction(9)), exactly(10**6)):
        for whole in (True, False):
            implied = infer(claimed("31.2", "exceeds"), unknown_target(numbers, whole=whole), percent=False)
            assert implied is not None
            assert write(implied.detail, "en")
            assert write(implied.detail, "vi")


# --- Properties


def verdict_on(unknown: str, known: int, value: int, claim: Claim) -> Judgement:
    """Return the judgement with the value put in place of the unknown."""
    return judge(claim, inputs_of(known, value) if unknown == "target" else inputs_of(value, known))


def unknown_of(name: str, known: int) -> Unknown:
    """Return the whole unknown beside that known figure."""
    make = unknown_target if name == "target" else unknown_actual
    return make(exactly(known), whole=True)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(("target", "actual")),
    st.integers(1, 60),
    st.integers(1, 400),
    st.integers(0, 1),
    percent_senses,
)
def test_implied_by_brute_force(name: str, known: int, number: int, decimals: int, sense: Sense) -> None:
    """The whole numbers implied are, of all up to 2 000, those that print as published by that reading."""
    claim = claim_of(Fraction(number, 10**decimals), decimals, sense)
    implied = infer(claim, unknown_of(name, known), percent=False)
    assert implied is not None
    assert implied.whole is not None
    fitting: dict[tuple[Sense, bool], list[int]] = {}
    for value in range(1 if name == "target" else 0, 2001):
        ratio = Fraction(known, value) if name == "target" else Fraction(value, known)
        for tried in ("reaches", "exceeds"):
            exact = ratio * 100 - (100 if tried == "exceeds" else 0)
            nearest = {rounded(exact, decimals, "half-up"), rounded(exact, decimals, "half-even")}
            if claim.number in nearest:
                fitting.setdefault((tried, False), []).append(value)
            if rounded(exact, decimals, "cut-off") == claim.number:
                fitting.setdefault((tried, True), []).append(value)
    assume(implied.whole.stop <= 2001)
    if implied.verdict == "impossible":
        assert not fitting
        return
    other: Sense = "exceeds" if sense == "reaches" else "reaches"
    assert implied.sense == (sense if {(sense, False), (sense, True)} & fitting.keys() else other)
    to_nearest, cut = (fitting.get((implied.sense, way), []) for way in (False, True))
    assert list(implied.whole) == sorted({*to_nearest, *cut})
    assert (implied.rounding == "cut-off") == (list(implied.whole) == cut != to_nearest)
    assert (implied.rounding is None) == (list(implied.whole) not in (cut, to_nearest))


@given(
    st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 2), st.sampled_from(("half-up", "half-even", "cut-off"))
)
def test_what_was_left_out_is_a_candidate(actual: int, target: int, decimals: int, rounding: Rounding) -> None:
    """Whichever usual rounding made a percentage, the target that it was made of is among those that fit."""
    number = rounded(Fraction(100 * actual, target), decimals, rounding)
    implied = infer(claim_of(number, decimals), unknown_target(exactly(actual), whole=True), percent=False)
    assert implied is not None
    assert implied.whole is None or target in implied.whole
    assert implied.verdict != "implied" or implied.whole == range(target, target + 1)


@given(
    st.sampled_from(("target", "actual")),
    st.integers(1, 60),
    st.integers(1, 300),
    st.integers(0, 1),
    percent_senses,
)
def test_implied_put_in_place(name: str, known: int, number: int, decimals: int, sense: Sense) -> None:
    """Each implied number gives consistent or cut-off in the sense found; the numbers around them do not."""
    claim = claim_of(Fraction(number, 10**decimals), decimals, sense)
    implied = infer(claim, unknown_of(name, known), percent=False)
    assert implied is not None
    assert implied.whole is not None
    found = Claim("", PLACE, implied.sense, claim.number, claim.decimals)
    for value in implied.whole[:50]:
        assert verdict_on(name, known, value, found).verdict in ("consistent", "cut-off")
    around = {*range(1, 60), implied.whole.start - 1, implied.whole.stop} - set(implied.whole)
    for value in (value for value in around if value > 0):
        assert verdict_on(name, known, value, found).verdict not in ("consistent", "cut-off")


@pytest.mark.parametrize(
    ("actual", "number", "en", "vi"),
    [
        (
            241,
            "160",
            "150 (cut off), 151 (rounded) fit",
            "150 (cắt bỏ phần lẻ), 151 (làm tròn) đều phù hợp",
        ),
        (
            100,
            "51",
            "193 (cut off), 194 (cut off), 195 (rounded or cut off), 196 (rounded or cut off), 197 (rounded), "
            "198 (rounded) fit",
            "193 (cắt bỏ phần lẻ), 194 (cắt bỏ phần lẻ), 195 (làm tròn hoặc cắt bỏ phần lẻ), "
            "196 (làm tròn hoặc cắt bỏ phần lẻ), 197 (làm tròn), 198 (làm tròn) đều phù hợp",
        ),
        # cut off over 1000/52% = 1923.08, rounded up to 1000/50.5% = 1980.2: too many to list
        (
            1000,
            "51",
            "57 whole numbers fit, from 1,924 to 1,980, rounded or cut off",
            "có 57 số nguyên phù hợp, từ 1.924 đến 1.980, nếu làm tròn hoặc cắt bỏ phần lẻ",
        ),
    ],
)
def test_each_candidate_has_its_rounding(actual: int, number: str, en: str, vi: str) -> None:
    """What several values fit is said with the way of rounding that gives each."""
    implied = infer(claimed(number), unknown_target(exactly(actual), whole=True), percent=False)
    assert implied is not None
    assert (write(implied.detail, "en"), write(implied.detail, "vi")) == (en, vi)


def test_infer_from_a_difference() -> None:
    """48 that are 6 more than the goal are 48 of 42; 1.2 thousand more than it leave 46_701 to 46_850."""
    members = infer(claimed("6", "difference"), unknown_target(exactly(48), whole=True), percent=False)
    assert members is not None
    assert (members.verdict, members.whole) == ("implied", range(42, 43))
    claim = claimed("1.2", "difference")._replace(scale=Fraction(1000))
    jobs = infer(claim, unknown_target(exactly(48_000), whole=True), percent=False)
    assert jobs is not None
    # rounded: 48 000 − 1250 to 48 000 − 1150, both ends by half even; cut off: over 48 000 − 1300
    assert (jobs.verdict, jobs.whole) == ("ambiguous", range(46_701, 46_851))
    assert infer(claimed("2", "early"), unknown_target(exactly(48), whole=True), percent=False) is None


def test_what_the_known_figure_was_rounded_from() -> None:
    """3 of no whole target are 130%, but 2.5 to 3.5 of 2 are 125% to 175%: that is possible, by rounding."""
    exact = infer(claimed("130"), unknown_target(exactly(3), whole=True), percent=False)
    before = infer(claimed("130"), unknown_target(span("[2.5,3.5)"), whole=True), percent=False)
    assert exact is not None
    found = by_rounding(exact, before)
    assert (exact.verdict, found.verdict, found.whole) == ("impossible", "possible", range(2, 3))
    assert by_rounding(exact, None) is exact
