"""What the arithmetic says of a published figure: the verdict, and the sentence that gives the reason."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from partykpi import findings
from partykpi.core.figure import Interval
from partykpi.core.model import Claim, Sense, SummaryClaim
from partykpi.core.rounding import Rounding
from partykpi.problem import Definition, Message

Verdict = Literal[
    "consistent",
    "possible",
    "cut-off",
    "rounded-up",
    "misworded",
    "inconsistent",
    "implied",
    "ambiguous",
    "impossible",
    "unverifiable",
]


class Consequence(NamedTuple):
    """What follows from a verdict.

    `finding` is what is found at the claim, None where nothing is. `agrees` says whether the figures allow the claim
    as it is worded, so that there is no disagreement to acknowledge.
    """

    finding: Definition | None = None
    agrees: bool = False

    @property
    def is_error(self) -> bool:
        """Whether the claim is found to be an error."""
        return self.finding is not None and self.finding.severity == "error"


VERDICTS: Mapping[Verdict, Consequence] = {
    "consistent": Consequence(agrees=True),
    "possible": Consequence(agrees=True),
    "cut-off": Consequence(findings.CLAIM_CUT_OFF),
    "rounded-up": Consequence(findings.CLAIM_ROUNDED_UP),
    "misworded": Consequence(findings.CLAIM_MISWORDED),
    "inconsistent": Consequence(findings.CLAIM_INCONSISTENT),
    "implied": Consequence(agrees=True),
    "ambiguous": Consequence(agrees=True),
    "impossible": Consequence(findings.CLAIM_IMPOSSIBLE),
    "unverifiable": Consequence(),
}
"""What follows from each verdict."""


class Judgement(NamedTuple):
    """What the arithmetic says of a claim.

    `sense` and `rounding` are the ones in which the claim fits; where it fits in none they are the stated sense and
    None. `computed` is the figure that the claim should have in its own sense and printed unit: percent for `reaches`
    and `exceeds` (78.142857…, not 0.78142857…), percentage points, a number of times, or the claim's own unit. `detail`
    is one sentence for the reader. `beside` is what is found at the claim although it agrees with the figures, and
    `wordings` are those that a misworded claim should have.
    """

    claim: Claim
    verdict: Verdict
    sense: Sense
    detail: Message
    rounding: Rounding | None = None
    computed: Interval | None = None
    beside: Definition | None = None
    wordings: Message | None = None

    @property
    def finding(self) -> Definition | None:
        """What is found at the claim, None where nothing is."""
        return VERDICTS[self.verdict].finding or self.beside


class SummaryJudgement(NamedTuple):
    """What the targets of the file prove of a claim about the whole resolution.

    `targets` are the ids of those that disprove it.
    """

    claim: SummaryClaim
    verdict: Verdict
    detail: Message
    targets: tuple[str, ...] = ()

    @property
    def finding(self) -> Definition | None:
        """What is found at the claim, None where nothing is."""
        return VERDICTS[self.verdict].finding
