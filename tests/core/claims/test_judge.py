"""Verdicts on published figures, and what they imply, against numbers worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partykpi.core.claims.infer import Unknown, how_many, infer, infer_together, unknown_actual, unknown_target
from partykpi.core.claims.inputs import ClaimInputs
from partykpi.core.claims.judge import judge
from partykpi.core.claims.model import Judgement, Verdict
from partykpi.core.claims.summary import TargetStatus, judge_summary
from partykpi.core.figure import Interval, at_least, divide, exactly, whole_numbers
from partykpi.core.model import Claim, Convention, Nearness, Period, Sense, Status, SummaryClaim, SummarySubject
from partykpi.core.rounding import Rounding, allowed, preimage, rounded
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Place, Source
from partykpi.render.text.locale import write
from partykpi.text import GivenText

PLACE = Place(Source("x.yaml", "x"), 1, 1, 2)
ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)

values = st.fractions(min_value=-500, max_value=500, max_denominator=3000)
decimals_used = st.integers(min_value=0, max_value=3)
roundings = st.sampled_from(ROUNDINGS)
percent_senses: st.SearchStrategy[Sense] = st.sampled_from(("reaches", "exceeds"))


def claimed(number: str, sense: Sense = "reaches", nearness: Nearness = "exactly", change: bool = False) -> Claim:
    """Return the claim of that number, its decimals those that are written."""
    return claim_of(Fraction(number), len(number.partition(".")[2]), sense, nearness, change)


def claim_of(
    number: Fraction,
    decimals: int,
    sense: Sense = "reaches",
    nearness: Nearness = "exactly",
    change: bool = False,
) -> Claim:
    """Return the claim of that number at so many decimals."""
    return Claim("", PLACE, sense, number, decimals, nearness, change)


def inputs_of(actual: str | int, base: str | int, percent: bool = False) -> ClaimInputs:
    """Return the inputs of one actual figure against one base."""
    top, bottom = exactly(Fraction(actual)), exactly(Fraction(base))
    return ClaimInputs(divide(top, bottom), top, bottom, percent)


def span(text: str) -> Interval:
    """Return the interval written like [77.5,78.5)."""
    low, high = text[1:-1].split(",")
    return Interval(Fraction(low) if low else None, Fraction(high) if high else None, text[0] == "[", text[-1] == "]")


@pytest.mark.parametrize(
    ("number", "rounding", "expected"),
    [
        ("78", "half-up", "[77.5,78.5)"),
        ("-78", "half-up", "(-78.5,-77.5]"),
        ("0", "half-up", "(-0.5,0.5)"),
        ("78.1", "half-up", "[78.05,78.15)"),
        ("78.10", "half-up", "[78.095,78.105)"),  # a trailing zero was printed, and counts
        ("78", "half-even", "[77.5,78.5]"),
        ("77", "half-even", "(76.5,77.5)"),
        ("78.1", "half-even", "(78.05,78.15)"),
        ("78.10", "half-even", "[78.095,78.105]"),
        ("-77", "half-even", "(-77.5,-76.5)"),
        ("0", "half-even", "[-0.5,0.5]"),
        ("186.6", "cut-off", "[186.6,186.7)"),
        ("-186.6", "cut-off", "(-186.7,-186.6]"),
        ("0", "cut-off", "(-1,1)"),
        ("78.2", "rounded-up", "(78.1,78.2]"),
        ("-78.2", "rounded-up", "[-78.2,-78.1)"),
        ("0", "rounded-up", "[0,0]"),
    ],
)
def test_preimage(number: str, rounding: Rounding, expected: str) -> None:
    """The values behind a printed number are those that each rounding prints so."""
    assert preimage(Fraction(number), len(number.partition(".")[2]), rounding) == span(expected)


def test_preimage_of_too_many_decimals() -> None:
    """A number cannot have more decimals than were printed."""
    with pytest.raises(ValueError, match="decimals"):
        preimage(Fraction("78.14"), 1, "half-up")


@pytest.mark.parametrize(
    ("number", "nearness", "expected"),
    [
        ("51", "over", "(51,)"),
        ("51", "under", "(,51)"),
        ("80", "nearly", "[76,80)"),  # 95 % of 80 is 76
        ("80", "about", "[76,84]"),
        ("2", "about", "[1.5,2.5)"),  # 5 % of 2 is 0.1, less than the half that rounding allows
        ("-5", "over", "(,-5)"),
        ("-5", "under", "(-5,)"),
        ("-20", "nearly", "(-20,-19]"),
        ("-20", "about", "[-21,-19]"),
        ("0", "nearly", "(-0.5,0.5)"),
        ("0", "about", "(-0.5,0.5)"),
    ],
)
def test_nearness(number: str, nearness: Nearness, expected: str) -> None:
    """A word of nearness widens the number as the docstring says, whatever the rounding."""
    for rounding in ROUNDINGS:
        assert allowed(Fraction(number), 0, nearness, rounding) == span(expected)


@given(values, decimals_used, roundings)
def test_preimage_holds_exactly_what_prints_so(value: Fraction, decimals: int, rounding: Rounding) -> None:
    """A value lies behind the number that it prints as, and behind neither neighbour."""
    printed = rounded(value, decimals, rounding)
    unit = Fraction(1, 10**decimals)
    assert value in preimage(printed, decimals, rounding)
    for other in (printed - unit, printed + unit):
        assert value not in preimage(other, decimals, rounding)


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
            "published 186.6% is 28/15 cut off at one decimal; rounded it is 186.7%",
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
            "published 78.2% is 547/700 rounded up; rounded to the nearest it is 78.1%",
        ),
        (
            claimed("87.14"),
            inputs_of(547, 700),
            "547/700 is 78.14%; published is 87.14%, a difference of 9.00 points",
        ),
        # 49999/50000 = 99.998%, and "over 100%" needs the decimals that show it
        (claimed("100"), inputs_of(49999, 50000), "49,999/50,000 is 99.998%"),
        (
            claimed("2.4", "points"),
            inputs_of("51.5", 50, True),
            "51.5% is 1.5 points more than 50%; published is +2.4 points, a difference of 0.9 points",
        ),
        (
            claimed("-6", "exceeds", change=True),
            inputs_of(95, 100),
            "95 is 5% less than 100; published is down 6%, a difference of 1 point",
        ),
        (
            claimed("51.2"),
            inputs_of("51.2", 50, True),
            "51.2/50 is 102.4%; published is 51.2%, a difference of 51.2 points; "
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
        ("on-track", "on-track", "consistent"),
        ("achieved", "no-data", "unverifiable"),
        ("achieved", "undetermined", "unverifiable"),
        ("achieved", None, "unverifiable"),
    ],
)
def test_status_words(claim: Status, computed: Status | None, verdict: Verdict) -> None:
    """A status word is held against the computed status; what is exceeded is achieved as well."""
    judgement = judge(Claim("", PLACE, status=claim), ClaimInputs(status=computed))
    assert judgement.verdict == verdict
    assert judgement.detail.values["claimed"] == STATUS_WORDS[claim]


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


# --- Implied figures


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


# --- Claims about the whole resolution


def target(id: str, status: Status, percent: str | None = None) -> TargetStatus:
    """Return the status of a target, its attainment in percent."""
    attainment = None if percent is None else exactly(Fraction(percent) / 100)
    return TargetStatus(id, GivenText(en=id), status, attainment)


def summary(
    subject: SummarySubject,
    count: int | None = None,
    of: int | None = None,
    interval: Interval | None = None,
    convention: Convention | None = None,
) -> SummaryClaim:
    """Return a claim about the whole resolution."""
    return SummaryClaim("", PLACE, subject, count, of, interval, convention)


SOME = (
    target("a", "exceeded", "120"),
    target("b", "achieved", "100"),
    target("c", "on-track", "78.14"),
    target("d", "no-data"),
)


@pytest.mark.parametrize(
    ("claim", "verdict", "targets"),
    [
        # of 10: 2 are met and 1 is not; 7 can be anything, so 2 to 9
        (summary("achieved", 6, 10, convention="inside"), "unverifiable", ()),
        (summary("achieved", 1, 10, convention="inside"), "inconsistent", ("a", "b")),
        (summary("achieved", 10, 10, convention="inside"), "inconsistent", ("c",)),
        (summary("achieved", 2, 4, convention="inside"), "unverifiable", ()),
        # apart: only b is achieved, so 1 to 2 of 4
        (summary("achieved", 3, 4, convention="apart"), "inconsistent", ("a", "c")),
        (summary("achieved", 3, 4, convention="inside"), "unverifiable", ()),
        (summary("achieved", 3, 4), "unverifiable", ()),
        (summary("achieved", 0, 4), "inconsistent", ("a", "b")),
        (summary("exceeded", 1, 4), "unverifiable", ()),
        (summary("exceeded", 3, 4), "inconsistent", ("b", "c")),
        (summary("achieved", 2, 3), "inconsistent", ()),  # the file holds more than 3
        (summary("achieved", 2), "unverifiable", ()),
        (summary("achieved", 0), "inconsistent", ("a", "b")),
        (summary("rest", interval=at_least(80)), "inconsistent", ("c",)),
        (summary("rest", interval=at_least(70)), "unverifiable", ()),
        (summary("all", interval=at_least(80)), "inconsistent", ("c",)),
    ],
)
def test_judge_summary(claim: SummaryClaim, verdict: Verdict, targets: tuple[str, ...]) -> None:
    """A sentence about all targets is judged by what those held prove, whatever the others are."""
    judgement = judge_summary(claim, SOME)
    assert (judgement.verdict, judgement.targets) == (verdict, targets)


KNOWN = SOME[:3]


@pytest.mark.parametrize(
    ("claim", "counted", "verdict"),
    [
        (summary("achieved", 2, 3), None, "consistent"),
        (summary("achieved", 1, 3), None, "consistent"),  # the exceeded one apart
        (summary("achieved", 1, 3, convention="inside"), None, "inconsistent"),
        (summary("exceeded", 1, 3), None, "consistent"),
        (summary("exceeded", 1), 3, "consistent"),
        (summary("rest", interval=at_least(70)), 3, "consistent"),
        (summary("rest", interval=at_least(70)), None, "unverifiable"),
        (summary("rest", interval=at_least(70)), 4, "unverifiable"),
        (summary("all", interval=at_least(70)), 3, "consistent"),
        (summary("all", interval=at_least(79)), 3, "inconsistent"),
    ],
)
def test_judge_summary_of_all_targets(claim: SummaryClaim, counted: int | None, verdict: Verdict) -> None:
    """Where the file holds every target and each is decided, the sentence is true or false."""
    assert judge_summary(claim, KNOWN, counted).verdict == verdict


def test_conventions_that_differ_are_both_stated() -> None:
    """Where the count fits only one way of counting, the detail says both."""
    detail = judge_summary(summary("achieved", 1, 3), KNOWN).detail
    assert "counted apart" in detail.text.en
    assert "tính riêng" in detail.text.vi


def test_rest_names_the_lowest() -> None:
    """The sentence names the lowest of those that disprove it, at decimals that show it."""
    statuses = (target("a", "behind", "79.9999"), target("b", "behind", "78.14"))
    judgement = judge_summary(summary("rest", interval=at_least(80)), statuses)
    assert write(judgement.detail, "en") == "b stands at 78.14%"
    assert judgement.targets == ("a", "b")
    near = judge_summary(summary("rest", interval=at_least(80)), statuses[:1])
    assert write(near.detail, "en") == "a stands at 79.9999%"


def test_rest_leaves_out_what_may_be_met() -> None:
    """A target that is undetermined may be met, and so not be one of the rest."""
    one = (target("a", "undetermined", "78"),)
    assert judge_summary(summary("rest", interval=at_least(80)), one, 1).verdict == "unverifiable"
    assert judge_summary(summary("all", interval=at_least(80)), one, 1).verdict == "inconsistent"


@pytest.mark.parametrize("claim", [summary("achieved"), summary("rest")])
def test_summary_claims_need_their_figure(claim: SummaryClaim) -> None:
    """A count needs a count and a sentence about each target an interval."""
    with pytest.raises(ValueError, match="claim"):
        judge_summary(claim, KNOWN)


def test_every_sentence_has_its_values() -> None:
    """Each detail names only values that it brings, in both languages."""
    details = [
        judge(claimed(number, sense, nearness), inputs).detail
        for number in ("0", "78", "186.6", "-5.25")
        for sense in get_args(Sense)
        for nearness in get_args(Nearness)
        for inputs in (ClaimInputs(), inputs_of(28, 15), inputs_of(28, 15, True), ClaimInputs(ratio=at_least(1)))
    ]
    for numbers in (exactly(3), Interval(Fraction(2), Fraction(9)), exactly(10**6)):
        for whole in (True, False):
            implied = infer(claimed("31.2", "exceeds"), unknown_target(numbers, whole=whole), percent=False)
            assert implied is not None
            details.append(implied.detail)
    for detail in details:
        assert detail.text.en.format_map(detail.values)
        assert detail.text.vi.format_map(detail.values)


def test_whole_numbers_are_those_of_the_interval() -> None:
    """The whole numbers found are exactly those that the interval holds."""
    implied = infer(claimed("51"), unknown_target(exactly(100), whole=True), percent=False)
    assert implied is not None
    assert implied.interval is not None
    assert implied.whole == whole_numbers(implied.interval)
