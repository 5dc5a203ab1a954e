"""What published figures imply of one that is not printed, against numbers worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples.claims import PLACE, claim_of, claimed, inputs_of, percent_senses, span

from partykpi.core.claims.infer import Unknown, how_many, infer, infer_together, unknown_actual, unknown_target
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
        # 100/194 = 51.546…%, 100/195 = 51.28%, …, 100/198 = 50.505…%, 100/199 = 50.3%
        (100, "51", "reaches", ("ambiguous", "reaches", "half-up", [195, 196, 197, 198])),
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
    """48 at 117% leaves the targets over 4800/117.5 and up to 4800/116.5."""
    implied = infer(claimed("117"), unknown_target(exactly(48), whole=True), percent=False)
    assert implied is not None
    assert implied.interval == Interval(Fraction(1920, 47), Fraction(9600, 233), low_closed=False)


def test_infer_not_whole() -> None:
    """What is not whole has an interval, and no whole numbers are counted."""
    implied = infer(claimed("50"), unknown_actual(exactly(10), whole=False), percent=False)
    assert implied is not None
    # 49.5 % and 50.5 % of 10, both ends closed because half even prints 50 for them
    assert (implied.interval, implied.whole, implied.verdict) == (span("[4.95,5.05]"), None, "ambiguous")


def test_infer_points() -> None:
    """A difference in points gives the base of a percentage, and nothing in any other unit."""
    claim = claimed("1.2", "points")
    unknown = unknown_target(exactly(Fraction("51.2")), whole=False)
    implied = infer(claim, unknown, percent=True)
    assert implied is not None
    # 51.2 − 1.25 = 49.95 and 51.2 − 1.15 = 50.05; 1.2 ends in an even digit, so both ends belong
    assert (implied.interval, implied.sense) == (span("[49.95,50.05]"), "points")
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
    """A share that prints as zero bounds the target from below: 3 is under 0.5% of more than 600."""
    implied = infer(claimed("0"), unknown_target(exactly(3), whole=True), percent=False)
    assert implied is not None
    # half even prints exactly 0.5 % as 0 too
    assert (implied.interval, implied.whole) == (span("[600,)"), None)


def test_infer_status() -> None:
    """A status word implies no number."""
    assert infer(Claim("", PLACE, status="achieved"), unknown_target(exactly(3), whole=True), percent=False) is None


def test_infer_of_very_large_numbers() -> None:
    """Numbers too many to count one by one are counted by arithmetic."""
    implied = infer(claimed("78"), unknown_target(exactly(10**30), whole=True), percent=False)
    assert implied is not None
    # 10^32 / 78.5 to 10^32 / 77.5, about 1.64 × 10^28 of them
    assert implied.whole is not None
    assert how_many(implied.whole) == 10**32 * 10 // 775 - -(-(10**32) * 10 // 785) + 1


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
    """Two claims on one target leave only what fits both: 51% leaves 195 to 198, 51.3% only 195."""
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
    key = implied.sense, implied.rounding == "cut-off"
    assert list(implied.whole) == fitting[key]
    other: Sense = "exceeds" if sense == "reaches" else "reaches"
    order: list[tuple[Sense, bool]] = [(sense, False), (sense, True), (other, False), (other, True)]
    assert not any(fitting.get(earlier) for earlier in order[: order.index(key)])


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
    expected = "cut-off" if implied.rounding == "cut-off" else "consistent"
    inside = list(implied.whole[:50])
    for value in inside:
        assert verdict_on(name, known, value, found).verdict == expected
    around = {*range(1, 60), implied.whole.start - 1, implied.whole.stop} - set(implied.whole)
    for value in (value for value in around if value > 0):
        assert verdict_on(name, known, value, found).verdict not in ("consistent", expected)
