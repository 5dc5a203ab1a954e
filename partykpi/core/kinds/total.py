"""total: what adds up over the period, such as members admitted or jobs created."""

from __future__ import annotations

from collections.abc import Iterator

from partykpi.core import rule
from partykpi.core.calculation import Rules, inputs
from partykpi.core.kinds import Kind, kept_each_year, written
from partykpi.core.measure import Case, Measure, Reach
from partykpi.core.model import Goal, Unit
from partykpi.core.progress import asked, attainment, kept, missing, outlook, pace
from partykpi.core.progress.coverage import Coverage, coverage
from partykpi.core.progress.stages import stages
from partykpi.core.quantities import ACHIEVED, BOUND, FAR_END, READINGS, YEARS
from partykpi.core.rule import NO, UNKNOWN, YES, Formula, Operator, Rule, number
from partykpi.problem import Message, message
from partykpi.text import Text

_SUM = Formula("total", READINGS, said=Text("the sum of the readings", "tổng các số liệu"))
_ONE_FIGURE = Formula("total", READINGS, said=Text("the figure as it stands", "số liệu ghi trong tệp"))
_LAST_TOTAL = Formula("latest", READINGS, said=Text("the latest running total", "số lũy kế gần nhất"))


def _achieved(case: Case) -> Rule:
    if len(case.readings) == 1:
        return _ONE_FIGURE
    return _LAST_TOTAL if case.target.cumulative else _SUM


def _over_period(case: Case) -> Goal:
    """Return what the goal amounts to: `16 thousand jobs/year` is 80 000 jobs in five years.

    Where it was amended, each month is asked by the goal then in force.
    """
    goal, made = case.goal, asked.over_period(case)
    if "bound" not in made:
        return goal
    bound = rule.figure(rule.put_in_place(made["bound"], made), inputs(case))
    if goal.interval is None:
        return goal._replace(implied=goal.implied and bound)
    return asked.with_bound(goal, bound, asked.far_over_period(case))


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    found: dict[str, Rule] = {"achieved": _achieved(case)}
    if not goal.known:
        return Rules(found)
    covered = coverage(case)
    over = asked.over_period(case)
    found |= over
    whole = _over_period(case)
    far = FAR_END * YEARS if asked.per_year(goal) else FAR_END
    if len(stages(case)) > 1 and (end := attainment.far_end(whole, case.unit)) is not None:
        far = number(end)
    found["attainment"] = attainment.attainment(goal, over=whole, far=far)
    found |= asked.due(case, covered.spans)
    found["pace"] = pace.WITHIN_LIMIT if goal.direction == "lower" else pace.FROM_NOTHING["pace"]
    found["forecast"] = pace.FROM_NOTHING["forecast"]
    if goal.direction != "lower":
        found |= pace.needed(goal, moment)
    ends = attainment.ends(goal, case.unit, BOUND, far)
    met, final = _verdict(case, covered, attainment.met(goal, ends), ends[1])
    score = attainment.score(goal, ends)
    rules = Rules(
        quantities=found,
        met=met,
        exceeded=attainment.exceeded(goal, ends, case.unit),
        final=final,
        score=score,
        of=attainment.of(goal),
        explained=("achieved", *(name for name in ("goal", "bound") if name in found), *_AFTER_BOUND),
    )
    return kept_each_year(case, rules, "total")


_AFTER_BOUND = ("attainment", "due", "pace", "forecast", "needed")


def _verdict(case: Case, covered: Coverage, met: Rule, high: Rule | None) -> tuple[Rule, Rule]:
    """Return whether the sum meets the goal, and whether what is unmet is unmet for good.

    A limit is kept only at the end, and lost as soon as it is passed; so is an exact goal that the sum left behind.
    Where months are missing at the end, they could still decide what is unmet, or a limit that is kept.
    """
    ended, known = case.moment.ended, covered.whole
    over = YES if ended and known else NO
    if case.goal.direction == "lower":
        kept = NO if not ended else met if known else UNKNOWN
        return rule.if_(rule.surely(~met), NO, kept), over | rule.surely(~met)
    if case.goal.direction == "exactly":
        passed = NO if high is None else rule.surely(ACHIEVED > high)
        if not ended or known:
            return met, over | passed
        return rule.if_(passed, NO, UNKNOWN), passed
    if ended and not known:
        return rule.if_(rule.surely(met), YES, UNKNOWN), NO
    return met, over


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    goal = case.goal
    if goal.every_year and goal.known:
        yield from kept.notes_on(measure.periods) if measure.periods is not None else [_BY_THE_SUM]
    elif asked.per_year(goal) and goal.known:
        yield from kept.short_years(case, inputs(case))
    yield from missing.notes(case)
    if case.baseline is not None:
        yield _NO_BASELINE


_BY_THE_SUM = message(
    "the goal is set per year, but the years are not known one by one: judged by their sum",
    "chỉ tiêu giao theo năm nhưng không có số liệu từng năm: đánh giá theo tổng số",
)
_NO_BASELINE = message(
    "the baseline does not count: what adds up begins at nothing",
    "mức đầu kỳ không được tính: chỉ tiêu cộng dồn bắt đầu từ 0",
)


def _reach(case: Case, measure: Measure) -> Reach | None:
    """Return until when the best pace so far, kept up, still leads to the bound; a lost year of each is lost."""
    if case.goal.every_year:
        return None
    bound, achieved = _over_period(case).bound, measure.achieved
    if measure.met is not False or measure.final or case.goal.direction == "lower" or bound is None or achieved is None:
        return None
    if bound.high is None or achieved.low is None:
        return None
    return outlook.within_reach(bound.high - achieved.low, outlook.best_sum(case), case.term)


def _combined(unit: Unit) -> Operator:
    return "total"


KIND = Kind(
    name="total",
    label=Text("total over the period", "tổng số cả kỳ"),
    example=Text("members admitted", "đảng viên được kết nạp"),
    manual=written(
        "The readings add up. Attainment is {attainment}; due is {due}. Only the months that are reported count, and "
        "those that are not are named. A goal per year asks for so much on average; with every: year each year has to "
        "keep it, and a year that was missed cannot be made good.",
        "Cộng dồn các số liệu. Tỷ lệ đạt là {attainment}; mức cần đạt đến nay là {due}. Chỉ tính các tháng đã có số "
        "liệu và nêu rõ các kỳ còn thiếu. Chỉ tiêu giao theo năm được hiểu là bình quân mỗi năm; với giao theo: hằng "
        "năm thì từng năm phải đạt, năm không đạt không thể bù lại.",
        attainment=attainment.OF_BOUND,
        due=pace.FROM_NOTHING["due"],
    ),
    table={
        "achieved": rule.in_words(_SUM),
        "attainment": rule.in_words(attainment.OF_BOUND),
        "due": rule.in_words(pace.FROM_NOTHING["due"]),
        "forecast": rule.in_words(pace.FROM_NOTHING["forecast"]),
    },
    rules=_rules,
    notes=_notes,
    reach=_reach,
    yearly="binds",
    of_path="sum",
    over_period=_over_period,
    by_share=True,
    adds_up=True,
    combined=_combined,
)
