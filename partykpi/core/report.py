"""The report: every target of a resolution assessed at one date, the claims judged, and the summary."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from partykpi.core import kinds
from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure, Reach, in_order
from partykpi.core.model import MET, Goal, Reading, Resolution, Status, SummaryClaim, Target
from partykpi.core.shown import as_shown
from partykpi.core.status import STATUS_WORDS, counted, counted_as, decide, second_opinion
from partykpi.core.time import Moment, Term, months_of
from partykpi.problem import Finding, Message, Value, message
from partykpi.text import Text

_AsOf: TypeAlias = date | Literal["mid-term", "end"]


class Assessment(NamedTuple):
    """One target at the as-of date.

    `implied` says whether the goal or the readings of the case were inferred from claims; None where neither was.
    """

    case: Case
    measure: Measure
    status: Status
    judgements: tuple[Judgement, ...] = ()
    implied: Literal["target", "actual"] | None = None

    @property
    def target(self) -> Target:
        """The target."""
        return self.case.target

    @property
    def goal(self) -> Goal:
        """The goal in force."""
        return self.case.goal

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that count."""
        return self.case.readings

    @property
    def counted(self) -> frozenset[int]:
        """The identities of the readings that count, to be looked up among those of the target."""
        return frozenset(map(id, self.case.readings))

    @property
    def reach(self) -> Reach | None:
        """Until when the bound is within reach; few reports show it, so it is calculated where one does."""
        return kinds.find(self.target.indicator.kind).reach(self.case, self.measure)


class Summary(NamedTuple):
    """How many targets have each status. `achieved_or_exceeded` counts the exceeded ones inside the achieved ones.

    `called` counts them by what each status is called, too. `lowest_rest` is the least score, as a share of 1, among
    those neither achieved nor exceeded; `lowest` is the first that has it.
    """

    targets: int
    statuses: Mapping[Status, int]
    achieved_or_exceeded: int
    exceeded: int
    lowest_rest: Fraction | None
    judgements: tuple[SummaryJudgement, ...] = ()
    lowest: Assessment | None = None
    called: Mapping[tuple[Status, Text], int] = MappingProxyType({})

    def by_words(self) -> Iterator[tuple[Status, Text, int]]:
        """Return what targets are called, each with its status and how many are, from the best to the unknown."""
        for status in STATUS_WORDS:
            for word in counted(status):
                count = self.called.get((status, word), 0)
                if count:
                    yield status, word, count


class Report(NamedTuple):
    """A resolution assessed at one date. `findings` are those on its claims."""

    resolution: Resolution
    moment: Moment
    assessments: tuple[Assessment, ...]
    summary: Summary
    findings: tuple[Finding, ...] = ()


class BeforeTerm(ValueError):
    """The date to look from lies before the term."""


def assess(resolution: Resolution, as_of: date | Literal["mid-term", "end"] | None, today: date) -> Report:
    """Return the report of a resolution as of a date, the middle of its term, or the end of it and of every period.

    Without `as_of` the file's own counts; without that the last day of the latest reading; and `today` where no
    reading has a date. BeforeTerm where the date lies before the term.
    """
    chosen = as_of or _usual_day(resolution, today)
    moment = _moment(resolution.term, chosen)
    assessments = tuple(_assess(target, resolution, chosen) for target in resolution.targets)
    summary = _summary(resolution.claims, assessments)
    return Report(resolution, moment, assessments, summary, tuple(_findings(assessments, summary)))


def check_claims(resolution: Resolution, today: date) -> list[Finding]:
    """Return the findings that the report of a resolution has, measuring no more than the claims are about."""
    targets = resolution.targets if resolution.claims else [t for t in resolution.targets if t.claims]
    if not targets:
        return []
    chosen = _usual_day(resolution, today)
    assessments = [_assess(target, resolution, chosen, in_full=False) for target in targets]
    return _findings(assessments, _summary(resolution.claims, assessments))


def _findings(assessments: Sequence[Assessment], summary: Summary) -> list[Finding]:
    judgements = [judgement for assessment in assessments for judgement in assessment.judgements]
    if not judgements and not summary.judgements:
        return []
    from partykpi.core.claims.judge import disagreements

    return list(disagreements([*judgements, *summary.judgements]))


def _usual_day(resolution: Resolution, today: date) -> _AsOf:
    return resolution.as_of or _latest_day(resolution) or max(today, resolution.term.first)


def _moment(term: Term, as_of: _AsOf) -> Moment:
    if as_of == "mid-term":
        return Moment(term, term.middle, Fraction(1, 2))
    day = term.last if as_of == "end" else as_of
    if day < term.first:
        raise BeforeTerm("the as-of date lies before the term")
    return Moment(term, day, term.elapsed(day))


def moment_of(target: Target, resolution: Resolution, as_of: _AsOf) -> Moment:
    """Return the moment at which a target is judged: within the days that its goal speaks of."""
    return _moment_within(resolution.period_of(target), resolution.term, as_of)


@lru_cache(maxsize=16)
def _moment_within(period: Term, term: Term, as_of: _AsOf) -> Moment:
    if period == term or as_of == "end":
        return _moment(period, as_of)
    day = term.middle if as_of == "mid-term" else as_of
    return Moment(period, day, period.elapsed(day))


def _latest_day(resolution: Resolution) -> date | None:
    days = [reading.day for target in resolution.targets for reading in target.readings]
    return max((day for day in days if day is not None and day >= resolution.term.first), default=None)


def _assess(target: Target, resolution: Resolution, as_of: _AsOf, *, in_full: bool = True) -> Assessment:
    target = as_shown(target)
    kind = kinds.find(target.indicator.kind)
    moment = moment_of(target, resolution, as_of)
    thresholds = target.thresholds or resolution.thresholds
    goal, amended = _in_force(target, moment.looked_at)
    readings = _told_apart(target.readings, kind, moment)
    case = Case(target, goal, in_order(readings.counted), moment)
    measure = kind.measure(case, in_full=in_full)
    inferred = None
    if target.claims and not (goal.known and target.readings):
        from partykpi.core.claims.fill_in import fill_in

        inferred = fill_in(case, kind, measure)
        if inferred is not None:
            case = inferred.case
            measure = kind.measure(case, in_full=in_full)
    status = decide(measure, case.goal.known, thresholds)
    if status == "no-data" and case.readings and case.goal.known:  # of no whole year yet
        status = "undetermined" if moment.ended else "pending"
    if in_full:
        compound = kind.compound(case, measure)
        notes = [*measure.notes, *_not_counted(readings, moment), *amended]
        measure = measure._replace(compound=compound, notes=tuple(notes))
        other = None if compound is None else second_opinion(compound, status, thresholds)
        if other is not None and other != status:
            measure = measure._replace(notes=(*notes, _two_opinions(measure, status, other)))
    judgements: tuple[Judgement, ...] = ()
    if target.claims:
        from partykpi.core.claims.judge import judge_claims

        case_judged = case._replace(target=case.target._replace(thresholds=thresholds))
        judgements = tuple(judge_claims(case_judged, kind, measure, status, inferred))
    implied = inferred.missing if inferred is not None and inferred.inference.possible else None
    return Assessment(case, measure, status, judgements, implied)


def _in_force(target: Target, as_of: date) -> tuple[Goal, list[Message]]:
    """Return the goal in force on a day, and a note on the one before it."""
    goal, notes = target.goal, []
    for amendment in target.amendments:
        if amendment.on <= as_of:
            notes = [
                message(
                    "amended from {before} on {on}{why}",
                    "điều chỉnh {on}, trước đó là {before}{why}",
                    before=goal.text,
                    on=amendment.on,
                    why=message(": {reason}", "; lý do: {reason}", reason=amendment.reason) if amendment.reason else "",
                )
            ]
            goal = amendment.goal
    return goal, notes


class _Readings(NamedTuple):
    """The readings that count, those `late`r than the day looked at, and those that reach `beyond` the period."""

    counted: list[Reading]
    late: list[Reading]
    beyond: list[Reading]


def _told_apart(readings: Sequence[Reading], kind: Kind, moment: Moment) -> _Readings:
    """Tell the readings that count from the others; of one that was corrected, the latest correction known by then."""
    found = _Readings([], [], [])
    latest: dict[object, Reading] = {}
    for number, reading in enumerate(readings):
        day = reading.day
        if day is not None and day > moment.as_of:
            found.late.append(reading)
            continue
        key = number if reading.period is None else reading.period
        before = latest.get(key)
        if before is None or (before.known or date.min) <= (reading.known or date.min):
            latest[key] = reading
    for reading in latest.values():
        (found.counted if _is_in_time(reading, kind, moment) else found.beyond).append(reading)
    return found


def _is_in_time(reading: Reading, kind: Kind, moment: Moment) -> bool:
    """Say whether a reading is one of the period: what adds up may not reach more than a month beyond its end."""
    if reading.period is None or (moment.term.first <= reading.period.last <= moment.term.last):
        return True
    if not kind.adds_up:
        return reading.period.overlaps(moment.term)
    return months_of(moment.term.last + timedelta(days=1), reading.period.last) <= 1


def _two_opinions(measure: Measure, status: Status, other: Status) -> Message:
    return message(
        "by the compound yearly rate (Eurostat, Open SDG) it is {other} ({compound}%); by the straight line {status} "
        "({pace}%)",
        "tính theo tốc độ bình quân hằng năm (Eurostat, Open SDG) thì {other} ({compound}%); theo đường thẳng thì "
        "{status} ({pace}%)",
        other=STATUS_WORDS[other],
        compound=100 * (measure.compound or 0),
        status=STATUS_WORDS[status],
        pace=100 * ((measure.pace and measure.pace.low) or Fraction(0)),
    )


def _when(reading: Reading) -> Value:
    """Return the period of a reading, or the day of completion, and since when it is known."""
    period = reading.done or (reading.text if reading.period is None else reading.period.in_sentence)
    if reading.known is None:
        return period
    return message("{period} (known since {known})", "{period} (có từ {known})", period=period, known=reading.known)


def _not_counted(readings: _Readings, moment: Moment) -> Iterator[Message]:
    """Name the readings that do not count, since they are later than the day looked at or than the period."""
    if readings.late:
        yield _named(
            "not counted, since it lies after the as-of date of {day}: ",
            "chưa tính số liệu có sau {day}: ",
            readings.late,
            moment.as_of,
        )
    if readings.beyond:
        yield _named(
            "not counted, since it reaches beyond the period, which ends on {day}: ",
            "không tính số liệu vượt quá kỳ, kết thúc {day}: ",
            readings.beyond,
            moment.term.last,
        )


def _named(en: str, vi: str, readings: Sequence[Reading], day: date) -> Message:
    periods = {f"period{number}": _when(reading) for number, reading in enumerate(readings)}
    listed = ", ".join(f"{{{name}}}" for name in periods)
    return message(en + listed, vi + listed, day=day, **periods)


def _summary(claims: Sequence[SummaryClaim], assessments: Sequence[Assessment]) -> Summary:
    statuses: Counter[Status] = Counter(assessment.status for assessment in assessments)
    rest = [
        (low, assessment)
        for assessment in assessments
        if assessment.status not in MET and assessment.measure.score is not None
        if (low := assessment.measure.score.low) is not None
    ]
    lowest_rest, lowest = min(rest, key=itemgetter(0), default=(None, None))
    judgements: tuple[SummaryJudgement, ...] = ()
    if claims:
        from partykpi.core.claims.so_far import status_so_far
        from partykpi.core.claims.summary import TargetStatus, judge_summary

        targets = [
            TargetStatus(
                one.target.id,
                one.target.name,
                one.status,
                one.measure.score,
                status_so_far(one.case, kinds.find(one.target.indicator.kind), one.measure, one.status),
            )
            for one in assessments
        ]
        total = max((claim.of for claim in claims if claim.of is not None), default=None)
        judgements = tuple(judge_summary(claim, targets, total) for claim in claims)
    return Summary(
        targets=len(assessments),
        statuses=statuses,
        achieved_or_exceeded=sum(statuses[status] for status in MET),
        exceeded=statuses["exceeded"],
        lowest_rest=lowest_rest,
        judgements=judgements,
        lowest=lowest,
        called=Counter((one.status, counted_as(one.status, one.measure)) for one in assessments),
    )
