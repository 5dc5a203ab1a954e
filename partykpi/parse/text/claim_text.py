"""A published figure as it is written, in English or Vietnamese: its sense, its number, and how near it is.

Most are a percentage and no more. The words of the others are read by `claim_grammar`, which is loaded for them alone.
"""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi.core.model import Base, Itself, Nearness, Sense, Status
from partykpi.core.time import Period
from partykpi.parse.text.number import NumberStyle, read_number

IN_UNITS: tuple[Sense, ...] = ("difference", "early", "level", "mean")
"""The senses whose number is told in a unit, of which the figure alone says nothing."""


class WordedClaim(NamedTuple):
    """What the words of a claim say, with the meanings that the fields of a `Claim` have.

    `number` is below zero where the words mean a fall ("giảm 5%"), a shortfall or a delay; it is None where the
    claim is a status word. `unit` is what a difference is written in (it may be left out), or the id of the unit of
    time. `literal` words say more or less, and not better or worse. `of` is the base as it stands in brackets,
    which may `perhaps` hold what was achieved instead; `part` is what stands there before it, in its unit.
    Words that name the `whole` period mean no goal of a year. A figure may have `grown` by so many times, or to so
    many. `goal` is the goal as it is printed behind a figure: 51/60.
    `done_late` is `nearly` of a task that is done, `itself`
    a percentage of which the words say that it is the level, or the mean of a rate.
    """

    sense: Sense = "reaches"
    number: Fraction | None = None
    decimals: int = 0
    nearness: Nearness = "exactly"
    change: bool = False
    status: Status | None = None
    unit: str = ""
    literal: bool = False
    base: Base = ""
    year: int | None = None
    plan: str = ""
    against: Period | None = None
    of: str = ""
    perhaps_of: bool = False
    part: str = ""
    whole: bool = False
    grown: bool = False
    goal: str = ""
    done_late: bool = False
    itself: Itself = ""


@lru_cache(maxsize=8192)
def read_claim(text: str, style: NumberStyle, sense: Sense | None = None) -> WordedClaim | None:
    """Return what the text of a claim says, in the words of either language, or None where it is no claim.

    The number is read in the `style`; under `en` a decimal comma is accepted where it can mean nothing
    else. Growth ("tăng 12%") and a bare sign ("+1.2 points", "-5%") mean a change against what was there
    before, unless the words name the plan; so does any figure "so với cùng kỳ". Where the `sense` is said beside the
    text, a bare figure is enough for a difference, and a bare time for how early a goal was met.
    """
    bare = read_number(text[:-1].rstrip(), style) if text.endswith("%") and text[0].isdigit() else ""
    if not isinstance(bare, str) and sense not in IN_UNITS:
        return WordedClaim("reaches", bare.value, bare.decimals)
    from partykpi.parse.text.claim_grammar import read_words

    return read_words(text, style, sense)
