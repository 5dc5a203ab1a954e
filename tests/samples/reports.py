"""Small reports built by hand, for the tests of the formats."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from partykpi.core.claims.model import Judgement, SummaryJudgement, Verdict
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Case, Measure, Periods, in_order
from partykpi.core.model import (
    MET,
    Acknowledgement,
    Claim,
    Direction,
    Every,
    Goal,
    Indicator,
    Reading,
    Resolution,
    Sense,
    Status,
    SummaryClaim,
    Target,
    Unit,
)
from partykpi.core.report import Assessment, Report, Summary
from partykpi.core.rounding import Rounding
from partykpi.core.status import counted_as
from partykpi.core.time import Moment, Period, Term
from partykpi.problem import Message, Place, Source, message
from partykpi.render.report import Layout
from partykpi.render.report.columns import Row
from partykpi.render.report.order import arrange
from partykpi.text import GivenText, Text

MEMBER = Unit("member", Text("member", "đảng viên"), Text("members", "đảng viên"), counted=True)
WORKER = Unit("worker", Text("worker", "lao động"), Text("workers", "lao động"), counted=True)
PERCENT = Unit("%", Text("%", "%"), Text("%", "%"))
VND = Unit("VND", Text("VND", "đồng"), Text("VND", "đồng"))
USD = Unit("USD", Text("USD", "USD"), Text("USD", "USD"))
HECTARE = Unit("ha", Text("ha", "ha"), Text("ha", "ha"))
RANK = Unit("rank", Text("rank", "hạng"), Text("rank", "hạng"), counted=True)

SOURCE = Source("examples/bloc.yaml", "targets:\n  members-admitted:\n    actual: 547 members\n")
PLACE = Place(SOURCE, 3, 13, 24)
TERM = Term(date(2020, 7, 1), date(2025, 6, 30))
MOMENT = Moment(TERM, date(2022, 12, 31), Fraction(1, 2))
DETAIL = message("computed {figure}%", "kết quả tính là {figure}%", figure=Fraction(54700, 700))


def goal(
    interval: Interval | None = None,
    direction: Direction = "higher",
    by: date | None = None,
    every: Every = "term",
    implied: Interval | None = None,
    path: tuple[tuple[int, Interval], ...] = (),
) -> Goal:
    """Return a goal."""
    against: Literal["low", "high"] = "high" if direction == "lower" else "low"
    return Goal("as written", PLACE, interval, by, direction, against, every, path, implied)


def judged(
    text: str,
    verdict: Verdict,
    number: Fraction | None = None,
    decimals: int = 0,
    sense: Sense = "reaches",
    computed: Interval | None = None,
    rounding: Rounding | None = None,
    detail: Message = DETAIL,
    acknowledged: str | None = None,
) -> Judgement:
    """Return a judgement of a claim."""
    known = None if acknowledged is None else Acknowledgement(GivenText(en=acknowledged), PLACE)
    claim = Claim(text, PLACE, sense, number, decimals, acknowledged=known)
    return Judgement(claim, verdict, sense, detail, rounding, computed)


def assessed(
    name: GivenText,
    aim: Goal,
    measure: Measure,
    status: Status,
    unit: Unit = MEMBER,
    kind: str = "total",
    judgements: tuple[Judgement, ...] = (),
    implied: Literal["target", "actual"] | None = None,
    readings: tuple[Reading, ...] = (),
    definition: GivenText | None = None,
) -> Assessment:
    """Return an assessment of a target."""
    indicator = Indicator("party/sample", name, kind, unit, "higher", definition)
    target = Target(
        (name.en or name.vi or "target").split(",")[0].lower().replace(" ", "-"),
        PLACE,
        indicator,
        aim,
        readings=readings,
        claims=tuple(judgement.claim for judgement in judgements),
    )
    return Assessment(Case(target, aim, in_order(readings), MOMENT), measure, status, judgements, implied)


def replaced(assessment: Assessment, **changes: Any) -> Assessment:
    """Return an assessment with other values, those of its case (target, goal, readings) among them."""
    of_case = {name: changes.pop(name) for name in Case._fields if name in changes}
    return assessment._replace(case=assessment.case._replace(**of_case), **changes)


def reported(
    *assessments: Assessment,
    about_all: tuple[SummaryJudgement, ...] = (),
    elapsed: Fraction = Fraction(1, 2),
    as_of: date = date(2022, 12, 31),
    name: str = "Resolution of the congress for 2020-2025",
) -> Report:
    """Return a report of these targets."""
    statuses: Counter[Status] = Counter(assessment.status for assessment in assessments)
    rest = [
        assessment.measure.attainment.exact
        for assessment in assessments
        if assessment.status not in MET and assessment.measure.attainment is not None
    ]
    resolution = Resolution(
        "examples/bloc.yaml",
        GivenText(en=name, vi="Nghị quyết đại hội nhiệm kỳ 2020-2025"),
        GivenText(
            en="Party Committee of a provincial Agencies and Enterprises Bloc",
            vi="Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        ),
        TERM,
        tuple(assessment.target for assessment in assessments),
    )
    summary = Summary(
        len(assessments),
        statuses,
        statuses["exceeded"] + statuses["achieved"],
        statuses["exceeded"],
        min((share for share in rest if share is not None), default=None),
        about_all,
        called=Counter((one.status, counted_as(one.status, one.measure)) for one in assessments),
    )
    return Report(resolution, MOMENT._replace(as_of=as_of, elapsed=elapsed), assessments, summary)


def members_admitted() -> Assessment:
    """Return 547 members of 700 at mid-term, published as 78.14%."""
    share = exactly(Fraction(547, 700))
    return assessed(
        GivenText(en="Members admitted to the Party", vi="Kết nạp đảng viên mới"),
        goal(at_least(700)),
        Measure(
            achieved=exactly(547),
            attainment=share,
            due=exactly(350),
            pace=exactly(Fraction(547, 350)),
            forecast=exactly(1094),
            needed=exactly(Fraction(306, 5)),
            met=False,
        ),
        "on-track",
        judgements=(judged("78.14%", "consistent", Fraction("78.14"), 2, computed=exactly(Fraction(54700, 700))),),
        readings=(
            Reading("150 members", PLACE, exactly(150), Period(date(2021, 1, 1), date(2021, 12, 31), "2021")),
            Reading("397 members", PLACE, exactly(397), Period(date(2022, 1, 1), date(2022, 12, 31), "2022")),
        ),
        definition=GivenText(
            en="People admitted to the Party in the period.", vi="Số người được kết nạp vào Đảng trong kỳ."
        ),
    )


def bloc() -> Report:
    """Return a report with every kind of goal and every kind of verdict."""
    return reported(
        members_admitted(),
        assessed(
            GivenText(
                en="Workers who found a job, in the province and abroad",
                vi="Giải quyết việc làm cho lao động",
            ),
            goal(at_least(16_000), every="year"),
            Measure(
                achieved=exactly(82_913),
                attainment=exactly(Fraction(82_913, 80_000)),
                met=True,
                exceeded=True,
                periods=Periods(5, 5),
            ),
            "exceeded",
            WORKER,
            judgements=(judged("exceeds 3.64%", "consistent", Fraction("3.64"), 2, "exceeds"),),
        ),
        assessed(
            GivenText(
                en="First place in the PAR Index",
                vi="Giữ vị trí dẫn đầu Chỉ số cải cách hành chính (PAR Index)",
            ),
            goal(Interval(None, Fraction(1)), "lower", every="year"),
            Measure(
                achieved=exactly(3),
                attainment=exactly(Fraction(3, 4)),
                met=False,
                final=True,
                periods=Periods(3, 4, ("2023",)),
                notes=(
                    message(
                        "a year was lost ({years}) and cannot be won back",
                        "có năm không đạt ({years}), không thể bù lại",
                        years="2023",
                    ),
                ),
            ),
            "missed",
            RANK,
            "rank",
            judgements=(
                judged("basically", "inconsistent", acknowledged="the source speaks of all four indices together"),
            ),
        ),
        assessed(
            GivenText(en="Poverty cut a year", vi="Giảm tỷ lệ hộ nghèo bình quân mỗi năm"),
            goal(Interval(Fraction("1.5"), Fraction(2)), every="average"),
            Measure(
                achieved=Interval(Fraction("1.4"), Fraction(2)),
                attainment=Interval(Fraction(14, 15), Fraction(4, 3)),
            ),
            "undetermined",
            PERCENT,
            "rate",
        ),
        assessed(
            GivenText(en="Party members admitted, plan not printed", vi="Kết nạp đảng viên (không nêu kế hoạch)"),
            goal(implied=exactly(15)),
            Measure(achieved=exactly(28), attainment=exactly(Fraction(28, 15)), met=True, exceeded=True),
            "exceeded",
            judgements=(
                judged(
                    "vượt 186,6% kế hoạch",
                    "cut-off",
                    Fraction("186.6"),
                    1,
                    "exceeds",
                    exactly(Fraction(2800, 15)),
                ),
            ),
            implied="target",
        ),
        assessed(
            GivenText(en="Digital records at all cells", vi="Hoàn thành số hóa hồ sơ đảng viên"),
            goal(by=date(2024, 12, 31)),
            Measure(achieved=exactly(60), attainment=exactly(Fraction(3, 5)), met=False),
            "behind",
            PERCENT,
            "milestone",
        ),
        assessed(
            GivenText(en="New model", vi="Mô hình mới"),
            goal(),
            Measure(),
            "no-data",
            HECTARE,
            "level",
            judgements=(judged("96%", "unverifiable", Fraction(96)),),
        ),
        about_all=(
            SummaryJudgement(
                SummaryClaim("rest: >= 80%", PLACE, "rest", interval=at_least(80)),
                "inconsistent",
                message(
                    "the lowest of the rest stands at {lowest}",
                    "chỉ tiêu thấp nhất trong số còn lại đạt {lowest}",
                    lowest="78.14%",
                ),
            ),
        ),
    )


def rows(report: Report) -> tuple[Row, ...]:
    """Return a row for each target, in the order of the file."""
    (everything,) = arrange(report, "en", Layout())
    return everything.rows
