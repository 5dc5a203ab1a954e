"""The unit of a claim that is told in one: of a difference, or of time."""

from fractions import Fraction
from typing import NamedTuple

from partykpi import findings
from partykpi.core.claims.early import TIME_UNITS
from partykpi.core.claims.wording import PLACES
from partykpi.core.claims.yearly import PERCENT_A_YEAR, POINTS_A_YEAR
from partykpi.core.model import Unit
from partykpi.parse.text.amount import Amount, AmountFault, count_fault, read_amount
from partykpi.parse.text.claim_offer import offers
from partykpi.parse.text.claim_text import WordedClaim
from partykpi.parse.text.number import Number, NumberStyle
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import NO_CUSTOM_UNITS, CustomUnits, find_unit


class ClaimUnit(NamedTuple):
    """The unit that the number of a claim is told in, and how many of the indicator's unit one of it is."""

    unit: Unit | None = None
    scale: Fraction = Fraction(1)


def unit_of_claim(
    text: str, worded: WordedClaim, style: NumberStyle, unit: Unit, custom_units: CustomUnits = NO_CUSTOM_UNITS
) -> ClaimUnit | AmountFault:
    """Return the unit that a claim is told in, of an indicator in `unit`; or what is wrong with it.

    Percentages, points and times have none. One place up, or a rank that is gained, is a number one less; a bare
    figure or a signed one is the difference of the numbers.
    """
    if worded.sense == "early":
        return ClaimUnit(TIME_UNITS[worded.unit])
    if worded.sense == "mean":
        return ClaimUnit(POINTS_A_YEAR if worded.unit == "points" else PERCENT_A_YEAR)
    if worded.sense not in ("difference", "level") or worded.number is None:
        return ClaimUnit()
    if unit.id == "rank":
        apart = _ranks_apart(text, worded)
        if apart is not None:
            return apart
    if worded.goal and unit.percent:  # 51/60 is a share then, and no figure and its goal
        return AmountFault(findings.UNPARSABLE_CLAIM, {"text": text, "offers": offers(text, unit.percent)})
    one = f"1 {worded.unit}".strip()
    written, amount = read_written(one, style), read_amount(one, style, unit, custom_units)
    if isinstance(amount, AmountFault):
        return amount
    assert isinstance(amount, Amount)
    assert isinstance(written, Written)
    scale = amount.figure.exact
    if scale is None or amount.per not in (None, unit.per) or amount.operator:
        return AmountFault(findings.UNPARSABLE_CLAIM, {"text": text, "offers": offers(text, unit.percent)})
    if unit.counted:
        number = Number(abs(worded.number), worded.decimals)
        fault = count_fault(text, number, number.value * scale, style, unit)
        if fault is not None and fault.definition is not findings.NOT_A_RANK:
            return fault
    from partykpi.parse.text.compound_units import compose

    own = (find_unit(written.unit, custom_units) if written.unit else None) or unit
    return ClaimUnit(compose(written.scale, own), scale)


def _ranks_apart(text: str, worded: WordedClaim) -> ClaimUnit | None:
    """Return by which places ranks are apart; None where the unit is another."""
    if not worded.unit:
        return ClaimUnit(PLACES)
    from partykpi.parse.text.claim_words import PLACES_APART, RANKS, all_of
    from partykpi.parse.text.fold import folded

    word, in_words = folded(worded.unit), text.strip()[:1].isalpha()
    if word in all_of(PLACES_APART) or (word in all_of(RANKS) and worded.change and in_words):
        return ClaimUnit(PLACES, Fraction(-1))
    return ClaimUnit(PLACES) if word in all_of(RANKS) else None
