"""Judge a claim about the whole resolution by what the targets of the file prove."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.inputs import HUNDRED
from partykpi.core.claims.model import SummaryJudgement, Verdict
from partykpi.core.claims.wording import amount
from partykpi.core.figure import Interval, inside, multiply
from partykpi.core.model import MET, UNDECIDED, Status, SummaryClaim
from partykpi.core.rounding import decimals_apart
from partykpi.problem import Message, Value, message
from partykpi.text import GivenText, Text

_MILDER: tuple[Verdict, ...] = ("consistent", "unverifiable", "inconsistent")

# The statuses that a claim counts, and what a target of one of them is.
_ACHIEVED_ONLY: frozenset[Status] = frozenset(("achieved",))
_EXCEEDED_ONLY: frozenset[Status] = frozenset(("exceeded",))
_ARE: Mapping[frozenset[Status], Text] = {
    MET: Text("are achieved or exceeded", "đạt và vượt"),
    _ACHIEVED_ONLY: Text("are achieved and not exceeded", "đạt nhưng không vượt"),
    _EXCEEDED_ONLY: Text("are exceeded", "vượt"),
}


class TargetStatus(NamedTuple):
    """The status of one target; `score` is a share of 1, None where there is none.

    `so_far` is the status by the years until now, of an open goal that binds each of them and that all of them kept.
    """

    id: str
    name: GivenText
    status: Status
    score: Interval | None
    so_far: Status | None = None


def judge_summary(claim: SummaryClaim, targets: Sequence[TargetStatus], total: int | None = None) -> SummaryJudgement:
    """Say what the targets of the file prove of a claim about the whole resolution.

    A source may count goals of each year by the years until now, or as open till the end: the claim is false only where
    it is so both ways.
    """
    found = _judge(claim, targets, total)
    if found.verdict != "inconsistent" or not any(target.so_far for target in targets):
        return found
    other = _judge(claim, [one._replace(status=one.so_far or one.status) for one in targets], total)
    if other.verdict == "inconsistent":
        return found
    detail = message(
        "{detail} (goals of each year counted by the years so far)",
        "{detail} (chỉ tiêu hằng năm tính theo các năm đã qua)",
        detail=other.detail,
    )
    return other._replace(detail=detail)


def _judge(claim: SummaryClaim, targets: Sequence[TargetStatus], total: int | None) -> SummaryJudgement:
    """Say what the targets prove of a claim by the statuses that they have.

    `targets` are all that the file holds; the source may count more of them: `total`, where a claim of the file says
    how many. A verdict holds whatever the targets that are missing would say. Where it is not stated whether the
    exceeded targets are counted inside the achieved ones, the milder of the two verdicts is given.
    """
    total = claim.of if claim.of is not None else total
    if claim.subject in ("rest", "all"):
        return _judge_each(claim, targets, total)
    if claim.subject == "exceeded":
        return _judge_count(claim, targets, total, _EXCEEDED_ONLY)
    inside_count = _judge_count(claim, targets, total, MET)
    if claim.convention == "inside":
        return inside_count
    apart = _judge_count(claim, targets, total, _ACHIEVED_ONLY)
    if claim.convention == "apart":
        return apart
    if inside_count.verdict == apart.verdict:
        return inside_count
    milder = min(inside_count, apart, key=lambda judgement: _MILDER.index(judgement.verdict))
    detail = message(
        "{covers}with the exceeded targets counted among the achieved ones, {inside}; counted apart, {apart}; "
        "published: {count}; the source does not say which is meant",
        "{covers}nếu tính cả chỉ tiêu vượt thì {inside}; nếu không tính chỉ tiêu vượt thì {apart}; số đã công bố: "
        "{count}; nguồn không nêu rõ cách tính",
        covers=_covers(len(targets), total),
        inside=_counted(targets, total, MET).words,
        apart=_counted(targets, total, _ACHIEVED_ONLY).words,
        count=inside_count.claim.number or 0,
    )
    return SummaryJudgement(claim, milder.verdict, detail, milder.targets)


class _Count(NamedTuple):
    """The targets that have one of some statuses, those that have not, and how many have one, in `words`."""

    met: tuple[str, ...]
    unmet: tuple[str, ...]
    words: Message

    def most(self, total: int | None) -> int | None:
        """Return how many there can be at most; None where it is not known of how many."""
        return None if total is None else total - len(self.unmet)


def _counted(targets: Sequence[TargetStatus], total: int | None, statuses: frozenset[Status]) -> _Count:
    """Count the targets that have one of the statuses, and those that can still have one."""
    met = tuple(target.id for target in targets if target.status in statuses)
    unmet = tuple(target.id for target in targets if target.status not in statuses | UNDECIDED)
    count = _Count(met, unmet, message("", ""))
    low, high = len(met), count.most(total)
    values: dict[str, Value] = {"low": low, "are": _ARE[statuses]}
    if total is None or high is None:
        said = message("{low} targets {are}", "có {low} chỉ tiêu {are}", **values)
    elif low == high:
        said = message("{low} of {total} targets {are}", "có {low}/{total} chỉ tiêu {are}", total=total, **values)
    else:
        said = message(
            "{low} to {high} of {total} targets {are}",
            "có từ {low} đến {high} trong {total} chỉ tiêu {are}",
            total=total,
            high=high,
            **values,
        )
    return count._replace(words=said)


def _covers(held: int, total: int | None) -> Message:
    """Say how many of the targets the report covers, where that is not all of them."""
    if total is None:
        return message("the report covers {held} targets; ", "báo cáo tổng hợp {held} chỉ tiêu; ", held=held)
    if total <= held:
        return message("", "")
    return message(
        "the report covers {held} of {total} targets; ",
        "báo cáo tổng hợp {held}/{total} chỉ tiêu; ",
        held=held,
        total=total,
    )


def _judge_count(
    claim: SummaryClaim, targets: Sequence[TargetStatus], total: int | None, statuses: frozenset[Status]
) -> SummaryJudgement:
    """Judge a claim of how many targets have one of the statuses."""
    if claim.number is None:
        raise ValueError("a claim of how many has a count")
    held = len(targets)
    if total is not None and total < held:
        detail = message(
            "published of {total} targets, but the report covers {held}",
            "số đã công bố tính trên {total} chỉ tiêu, nhưng báo cáo tổng hợp {held} chỉ tiêu",
            total=total,
            held=held,
        )
        return SummaryJudgement(claim, "inconsistent", detail)
    count = _counted(targets, total, statuses)
    low, high = len(count.met), count.most(total)
    detail = message(
        "{covers}{counted}; published: {count}",
        "{covers}{counted}; số đã công bố: {count}",
        covers=_covers(len(targets), total),
        counted=count.words,
        count=claim.number,
    )
    if claim.number < low:
        return SummaryJudgement(claim, "inconsistent", detail, count.met)
    if high is not None and claim.number > high:
        return SummaryJudgement(claim, "inconsistent", detail, count.unmet)
    return SummaryJudgement(claim, "consistent" if low == high else "unverifiable", detail)


def _judge_each(claim: SummaryClaim, targets: Sequence[TargetStatus], total: int | None) -> SummaryJudgement:
    """Judge a claim that the score of each target, or of each that is not met, lies in an interval.

    The score is the attainment, but of a limit, and of what each year has to keep; see `Measure`.
    """
    if claim.interval is None:
        raise ValueError("a claim about each target has an interval")
    counted = [target for target in targets if claim.subject == "all" or target.status not in MET]
    outside: list[tuple[Interval, TargetStatus]] = []
    undecided = 0
    for target in counted:
        figure = None if target.score is None else multiply(target.score, HUNDRED)
        lies = None if figure is None else inside(figure, claim.interval)
        # What is undetermined may be met, and is then none of the rest that the claim is about.
        belongs = claim.subject == "all" or target.status != "undetermined"
        if figure is not None and lies is False and belongs:
            outside.append((figure, target))
        elif not lies:
            undecided += 1
    if outside:
        figure, lowest = min(outside, key=lambda pair: (pair[0].low is not None, pair[0].low or Fraction(0)))
        detail = message(
            "{name} stands at {figure}",
            "{name} mới đạt {figure}" if _below(figure, claim.interval) else "{name} đạt {figure}",
            name=lowest.name if lowest.name["en"] else lowest.id,
            figure=amount("reaches", figure, _decimals_outside(figure, claim.interval)),
        )
        return SummaryJudgement(claim, "inconsistent", detail, tuple(target.id for _, target in outside))
    open_question = _why_not_proved(undecided, len(targets), total)
    if open_question is not None:
        return SummaryJudgement(claim, "unverifiable", open_question)
    detail = message(
        "it holds for each of the targets it speaks of, {count} in number",
        "đúng với cả {count} chỉ tiêu được nói đến",
        count=len(counted),
    )
    return SummaryJudgement(claim, "consistent", detail)


def _why_not_proved(undecided: int, held: int, total: int | None) -> Message | None:
    """Say why a claim that no target contradicts is not proved either; None where it is proved."""
    if undecided:
        return message(
            "no target contradicts it, but the figures of {count} do not decide",
            "không có chỉ tiêu nào trái với số đã công bố, nhưng số liệu của {count} chỉ tiêu chưa đủ để kết luận",
            count=undecided,
        )
    if total is None:
        return message(
            "no target contradicts it, but it is not told how many targets there are",
            "không có chỉ tiêu nào trái với số đã công bố, nhưng chưa rõ tổng số chỉ tiêu của nghị quyết",
        )
    if held < total:
        return message(
            "no target contradicts it, but the report covers {held} of {total}",
            "không có chỉ tiêu nào trái với số đã công bố, nhưng báo cáo mới tổng hợp {held}/{total} chỉ tiêu",
            held=held,
            total=total,
        )
    return None


def _below(figure: Interval, interval: Interval) -> bool:
    return figure.high is not None and interval.low is not None and figure.high <= interval.low


def _decimals_outside(figure: Interval, interval: Interval) -> int:
    """Return how many decimals show that the figure lies outside the interval, two at least."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    edges = [edge for edge in (interval.low, interval.high) if edge is not None]
    return max([2, *(decimals_apart(end, edge, 2) for end in ends for edge in edges)])
