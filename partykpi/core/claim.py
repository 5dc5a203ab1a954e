"""Judge a published figure by what it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from partykpi.core.figure import Interval
from partykpi.core.model import Claim, Sense, SummaryClaim
from partykpi.problem import Message

Rounding = Literal["half-up", "half-even", "cut-off", "rounded-up"]
Verdict = Literal[
    "consistent",
    "cut-off",
    "rounded-up",
    "misworded",
    "inconsistent",
    "implied",
    "ambiguous",
    "impossible",
    "unverifiable",
]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the arithmetic says of a claim.

    `computed` is the figure that the claim should carry in its own sense (a share of 1, a difference in points,
    or a number of times), `sense` and `rounding` are the ones that fit, where any do. `detail` is one sentence for
    the reader.
    """

    claim: Claim
    verdict: Verdict
    sense: Sense
    rounding: Rounding | None
    computed: Interval | None
    detail: Message


@dataclass(frozen=True, slots=True)
class SummaryJudgement:
    """What the targets of the file prove of a claim about the whole resolution."""

    claim: SummaryClaim
    verdict: Verdict
    detail: Message
