"""What the arithmetic says of a published figure: the verdict, and the sentence that gives the reason."""

from typing import Literal, NamedTuple

from partykpi.core.figure import Interval
from partykpi.core.model import Claim, Sense, SummaryClaim
from partykpi.core.rounding import Rounding
from partykpi.problem import Message

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


class Judgement(NamedTuple):
    """What the arithmetic says of a claim.

    `computed` is the figure that the claim should carry in its own sense and printed unit: percent for
    `reaches` and `exceeds` (78.142857…, not 0.78142857…), percentage points, or a number of times. `sense`
    and `rounding` are the ones that fit; where none does they are the stated sense and None. `detail` is
    one sentence for the reader.
    """

    claim: Claim
    verdict: Verdict
    sense: Sense
    rounding: Rounding | None
    computed: Interval | None
    detail: Message


class SummaryJudgement(NamedTuple):
    """What the targets of the file prove of a claim about the whole resolution.

    `targets` are the ids of those that disprove it.
    """

    claim: SummaryClaim
    verdict: Verdict
    detail: Message
    targets: tuple[str, ...] = ()
