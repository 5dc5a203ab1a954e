"""The report: every target of a resolution assessed at one date, the claims judged, and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from partykpi.core import kinds
from partykpi.core.claim import Judgement, SummaryJudgement
from partykpi.core.measure import Measure
from partykpi.core.model import Goal, Moment, Resolution, Status, Target
from partykpi.problem import Finding


@dataclass(frozen=True, slots=True)
class Assessment:
    """One target at the as-of date. `goal` is the goal in force; `implied` says what a claim had to supply."""

    target: Target
    goal: Goal
    measure: Measure
    status: Status
    judgements: tuple[Judgement, ...] = ()
    implied: Literal["target", "actual"] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How many targets stand where. `achieved_or_exceeded` counts the exceeded ones inside the achieved ones."""

    targets: int
    statuses: Mapping[Status, int]
    achieved_or_exceeded: int
    exceeded: int
    lowest_rest: Fraction | None
    judgements: tuple[SummaryJudgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A resolution assessed at one date."""

    resolution: Resolution
    moment: Moment
    assessments: tuple[Assessment, ...]
    summary: Summary
    findings: tuple[Finding, ...] = ()
