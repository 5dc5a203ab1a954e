"""Verdicts on published figures against numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.claims import (
    PLACE,
    ROUNDINGS,
    claim_of,
    claimed,
    decimals_used,
    inputs_of,
    percent_senses,
    roundings,
)

from partykpi.core.claims.inputs import ClaimInputs, before_rounding
from partykpi.core.claims.judge import judge
from partykpi.core.claims.model import Verdict
from partykpi.core.figure import Interval, at_least, divide, exactly
from partykpi.core.model import Claim, Nearness, Sense, Status
from partykpi.core.rounding import Rounding, rounded
from partykpi.render.text.locale import write


@pytest.mark.parametrize(
    ("claim", "inputs", "verdict", "sense", "rounding"),
    [
        # 547/700 = 78.142857…%
        (claimed("78.14"), inputs_of(547, 700), "consistent", "reaches", "half-up"),
        (claimed("78.1"), inputs_of(547, 700), "consistent", "reaches", "half-up"),
        (claimed("78.10"), inputs_of(547, 700), "inconsistent", "reaches", None),
        (claimed("78.2"), inputs_of(547, 700), "rounded-up", "reaches", "rounded-up"),
        (claimed("87.14"), inputs_of(547, 700), "inconsistent", "reaches", None),
        # 28/15 = 186.666…%, which exceeds by 86.666…%
        (claimed("186.7"), inputs_of(28, 15), "consistent", "reaches", "half-up"),
        (claimed("186.6"), inputs_of(28, 15), "cut-off", "reaches", "cut-off"),
        (claimed("186.6", "exceeds"), inputs_of(28, 15), "misworded", "reaches", "cut-off"),
        (claimed("86.6", "exceeds"), inputs_of(28, 15), "cut-off", "exceeds", "cut-off"),
        (claimed("86.67"), inputs_of(28, 15), "misworded", "exceeds", "half-up"),
        # 1/8 = 12.5%: half up prints 13, half even 12
        (claimed("13"), inputs_of(1, 8), "consistent", "reaches", "half-up"),
        (claimed("12"), inputs_of(1, 8), "consistent", "reaches", "half-even"),
        # 3/8 = 37.5%: both print 38, so 37 is cut off
        (claimed("37"), inputs_of(3, 8), "cut-off", "reaches", "cut-off"),
        # 51.2 − 50 = 1.2 points; 51.2/50 − 1 = 2.4%
        (claimed("1.2", "points"), inputs_of("51.2", 50, True), "consistent", "points", "half-up"),
        (claimed("2.4", "points"), inputs_of("51.2", 50, True), "misworded", "exceeds", "half-up"),
        (claimed("1.2", "exceeds"), inputs_of("51.2", 50, True), "misworded", "points", "half-up"),
        (claimed("1.2", "exceeds"), inputs_of("51.2", 50), "inconsistent", "exceeds", None),
        (claimed("102.4", "points"), inputs_of("51.2", 50), "misworded", "reaches", "half-up"),
        (claimed("1.2", "points"), inputs_of("51.2", 50), "unverifiable", "points", None),
        # 246/100 = 2.46 times
        (claimed("2.46", "times"), inputs_of(246, 100), "consistent", "times", "half-up"),
        (claimed("2.4", "times"), inputs_of(246, 100), "cut-off", "times", "cut-off"),
        (claimed("246", "times"), inputs_of(246, 100), "inconsistent", "times", None),
        # 95/100 − 1 = −5%; 1.5% less is −1.5%, which half up prints as −2 and half even too
        (claimed("-5", "exceeds", change=True), inputs_of(95, 100), "consistent", "exceeds", "half-up"),
        (claimed("-2", "exceeds"), inputs_of("98.5", 100), "consistent", "exceeds", "half-up"),
        (claimed("-1", "exceeds"), inputs_of("98.5", 100), "cut-off", "exceeds", "cut-off"),
        (claimed("51", nearness="over"), inputs_of("51.3", 100), "consistent", "reaches", "half-up"),
        (claimed("51", nearness="over"), inputs_of(51, 100), "inconsistent", "reaches", None),
        (claimed("80", nearness="nearly"), inputs_of(76, 100), "consistent", "reaches", "half-up"),
        (claimed("80", nearness="nearly"), inputs_of(80, 100), "inconsistent", "reaches", None),
        (claimed("80", nearness="about"), inputs_of(84, 100), "consistent", "reaches", "half-up"),
        (claimed("60", nearness="under"), inputs_of(59, 100), "consistent", "reaches", "half-up"),
        # "exceeds by over 20%" is false at 110%, and 110 being over 20 does not make it a slip of wording
        (claimed("20", "exceeds", "over"), inputs_of(110, 100), "inconsistent", "exceeds", None),
    ],
)
def test_judge(claim: Claim, inputs: ClaimInputs, verdict: Verdict, sense: Sense, rounding: Rounding | None) -> None:
    """Each verdict comes out of figures whose ratio was worked out by hand."""
    judgement = judge(claim, inputs)
    assert (judgement.verdict, judgement.sense, judgement.rounding) == (verdict, sense, rounding)


@pytest.mark.parametrize(
    ("claim", "inputs", "sentence"),
    [
        (claimed("78.14"), inputs_of(547, 700), "547/700 is 78.14%"),
        (
            claimed("186.6"),
            inputs_of(28, 15),
            "published “186.6%” is 28/15 cut off at one decimal; rounded it is 186.7%",
        ),
        (
            claimed("186.6", "exceeds"),
            inputs_of(28, 15),
            "published as “exceeds 186.6%”, but 186.6% is what is reached "
            "(28/15 cut off at one decimal; rounded it is 186.7%); 28 is 86.7% more than 15",
        ),
        (
            claimed("78.2"),
            inputs_of(547, 700),
            "published “78.2%” is 547/700 rounded up; rounded to the nearest it is 78.1%",
        ),
        (
            claimed("87.14"),
            inputs_of(547, 700),
            "547/700 is 78.14%; published is “87.14%”, a difference of 9.00 points",
        ),
        # 49999/50000 = 99.998%, and "over 100%" needs the decimals that show it
        (claimed("100"), inputs_of(49999, 50000), "49,999/50,000 is 99.998%"),
        (
            claimed("2.4", "points"),
            inputs_of("51.5", 50, True),
            "51.5% is 1.5 points more than 50%; published is “2.4 points”, a difference of 0.9 points",
        ),
        (
            claimed("-6", "exceeds", change=True),
            inputs_of(95, 100),
            "95 is 5% less than 100; published is “exceeds -6%”, a difference of 1 point",
        ),
        (
            claimed("51.2"),
            inputs_of("51.2", 50, True),
            "51.2/50 is 102.4%; published is “51.2%”, a difference of 51.2 points; "
            "it is the actual figure itself, not its share of what it is measured against",
        ),
    ],
)
def test_detail(claim: Claim, inputs: ClaimInputs, sentence: str) -> None:
    """The sentence names the figures, what they make, and what would fit."""
    assert write(judge(claim, inputs).detail, "en") == sentence


def test_computed_is_in_the_unit_of_the_claim() -> None:
    """The computed figure is in percent, points or times, as the claim is."""
    assert judge(claimed("78.14"), inputs_of(547, 700)).computed == exactly(Fraction(54700, 700))
    assert judge(claimed("86.7", "exceeds"), inputs_of(28, 15)).computed == exactly(Fraction(1300, 15))
    assert judge(claimed("2.46", "times"), inputs_of(246, 100)).computed == exactly(Fraction(246, 100))


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("75", "unverifiable"),  # some of 75..80 print as 75
        ("78", "unverifiable"),
        ("70", "inconsistent"),  # none does
        ("85", "inconsistent"),
    ],
)
def test_judge_by_an_interval(number: str, verdict: Verdict) -> None:
    """Figures that are not known exactly convict a claim only where none of their values fits."""
    inputs = ClaimInputs(ratio=Interval(Fraction(75, 100), Fraction(80, 100)))
    assert judge(claimed(number), inputs).verdict == verdict


def test_judge_by_an_interval_inside() -> None:
    """Figures that are not known exactly acquit a claim where all their values fit."""
    inputs = ClaimInputs(ratio=Interval(Fraction("0.7801"), Fraction("0.7804")))
    assert judge(claimed("78"), inputs).verdict == "consistent"
    assert judge(claimed("77", nearness="over"), inputs).verdict == "consistent"


@pytest.mark.parametrize(
    "inputs",
    [
        ClaimInputs(),
        ClaimInputs(actual=exactly(5)),
        ClaimInputs(actual=exactly(5), base=exactly(0)),
        ClaimInputs(actual=exactly(5), percent=True),
    ],
)
def test_judge_without_inputs(inputs: ClaimInputs) -> None:
    """Without a ratio no percentage can be judged, and the detail says what is missing."""
    judgement = judge(claimed("78"), inputs)
    assert (judgement.verdict, judgement.computed) == ("unverifiable", None)
    assert judgement.detail.text.vi


@pytest.mark.parametrize(
    ("claim", "computed", "verdict"),
    [
        ("achieved", "achieved", "consistent"),
        ("achieved", "exceeded", "consistent"),
        ("achieved", "nearly", "inconsistent"),
        ("exceeded", "achieved", "inconsistent"),
        ("nearly", "missed", "inconsistent"),
        ("missed", "nearly", "consistent"),
        ("missed", "missed", "consistent"),
        ("missed", "behind", "inconsistent"),
        ("missed", "achieved", "inconsistent"),
        ("pending", "on-track", "consistent"),
        ("pending", "behind", "consistent"),
        ("pending", "at-risk", "consistent"),
        ("pending", "nearly", "consistent"),
        ("pending", "missed", "consistent"),
        ("pending", "exceeded", "inconsistent"),
        ("pending", "undetermined", "unverifiable"),
        ("on-track", "on-track", "consistent"),
        ("achieved", "no-data", "unverifiable"),
        ("achieved", "undetermined", "unverifiable"),
        ("achieved", None, "unverifiable"),
    ],
)
def test_status_words(claim: Status, computed: Status | None, verdict: Verdict) -> None:
    """A status word is held against the computed status.

    What is exceeded is achieved as well, what is missed may be nearly met, and what is not met yet is unmet in any way.
    """
    judgement = judge(Claim("as it was written", PLACE, status=claim), ClaimInputs(status=computed))
    assert judgement.verdict == verdict
    assert "“as it was written”" in write(judgement.detail, "en")


def test_a_claim_needs_a_number_or_a_status() -> None:
    """A claim of nothing is refused."""
    with pytest.raises(ValueError, match="number or a status"):
        judge(Claim("", PLACE), ClaimInputs())


# --- Properties


@given(st.integers(1, 3000), st.integers(1, 3000), decimals_used, roundings, percent_senses)
def test_rounded_is_consistent_with_itself(
    actual: int, base: int, decimals: int, rounding: Rounding, sense: Sense
) -> None:
    """What any supported rounding prints fits as that rounding, or better; and not worse than it must."""
    exact = Fraction(actual, base) * 100 - (100 if sense == "exceeds" else 0)
    claim = claim_of(rounded(exact, decimals, rounding), decimals, sense)
    judgement = judge(claim, inputs_of(actual, base))
    nearest = {rounded(exact, decimals, "half-up"), rounded(exact, decimals, "half-even")}
    assert judgement.sense == sense
    assert judgement.verdict == ("consistent" if claim.number in nearest else rounding)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(-100, 400), percent_senses)
def test_blame_only_where_nearest_does_not_fit(actual: int, base: int, number: int, sense: Sense) -> None:
    """A claim is called cut off or rounded up only where neither half up nor half even gives it."""
    judgement = judge(claim_of(Fraction(number), 0, sense), inputs_of(actual, base))
    exact = Fraction(actual, base) * 100 - (100 if sense == "exceeds" else 0)
    prints = {rounding for rounding in ROUNDINGS if rounded(exact, 0, rounding) == number}
    fits_nearest = bool(prints & {"half-up", "half-even"})
    assert (judgement.verdict == "consistent") == fits_nearest
    assert (judgement.verdict == "cut-off") == ("cut-off" in prints and not fits_nearest)
    assert (judgement.verdict == "rounded-up") == (prints == {"rounded-up"})


@given(st.integers(1, 10**7), st.sampled_from((1, 10, 100, 1000)), st.integers(1, 10**7), decimals_used, percent_senses)
def test_what_is_true_is_possible_at_least(actual: int, step: int, base: int, decimals: int, sense: Sense) -> None:
    """A claim made from a figure fits the same figure as it is printed, to any last place, or is possible."""
    exact = Fraction(100 * actual, base) - (100 if sense == "exceeds" else 0)
    printed = exactly(rounded(Fraction(actual, step), 0) * step)
    before = before_rounding(printed, Fraction(step))
    assert before is not None
    assert actual in before
    judgement = judge(
        claim_of(rounded(exact, decimals), decimals, sense),
        ClaimInputs(divide(printed, exactly(base)), printed, exactly(base)),
        lambda: ClaimInputs(divide(before, exactly(base)), before, exactly(base)),
    )
    assert judgement.verdict in ("consistent", "possible")
    assert step != 1 or judgement.verdict == "consistent"


def test_every_sentence_has_its_values() -> None:
    """Each detail names only values that it brings, in both languages."""
    details = [
        judge(claimed(number, sense, nearness), inputs).detail
        for number in ("0", "78", "186.6", "-5.25")
        for sense in get_args(Sense)
        for nearness in get_args(Nearness)
        for inputs in (ClaimInputs(), inputs_of(28, 15), inputs_of(28, 15, True), ClaimInputs(ratio=at_least(1)))
    ]
    for detail in details:
        assert write(detail, "en")
        assert write(detail, "vi")
