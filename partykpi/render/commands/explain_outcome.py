"""What comes out for a target, and why: its status, until when the goal is within reach, and how it is rounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from partykpi.core import kinds
from partykpi.core.figure import exactly
from partykpi.core.measure import Measure, Reach
from partykpi.core.model import BY_PACE, Status, Thresholds
from partykpi.core.report import Assessment, Report
from partykpi.core.status import words_for
from partykpi.core.time import YEAR
from partykpi.problem import Value
from partykpi.render.text import locale, words
from partykpi.render.text.equation import equation
from partykpi.render.text.figures import (
    above_one,
    attainment_notation,
    attainment_text,
    forecast,
    goal_text,
    needed,
    pace_notation,
)
from partykpi.text import Language, Text

_IN_REACH = Text(
    "within reach until {until} at the pace of the best year so far ({best}): {days} days before the {period} ends",
    "còn kịp nếu bắt đầu chậm nhất {until} với tốc độ của năm cao nhất đến nay ({best}), tức {days} ngày trước khi "
    "hết {period}",
)
_OUT_OF_REACH = Text(
    "out of reach: at the pace of the best year so far ({best}) the goal would still not be met when the {period} ends",
    "không còn kịp: với tốc độ của năm cao nhất đến nay ({best}), đến hết {period} vẫn không hoàn thành chỉ tiêu",
)

_A_YEAR = Text("{amount} a year", "{amount}/năm")
_TERM, _PERIOD = Text("term", "nhiệm kỳ"), Text("period", "kỳ")

_REASONS: dict[Status, Text] = {
    "exceeded": Text("the goal is met and left behind", "kết quả vượt chỉ tiêu"),
    "achieved": Text("the goal is met", "đã đạt chỉ tiêu"),
    "on-track": Text(
        "the goal is not met, but the period is open and the pace of {pace} is at least {on_track}",
        "chưa đạt chỉ tiêu nhưng còn thời gian; tiến độ {pace}, từ {on_track} trở lên",
    ),
    "behind": Text(
        "the goal is not met, the period is open, the pace of {pace} is at least {behind} but below {on_track}",
        "chưa đạt chỉ tiêu nhưng còn thời gian; tiến độ {pace}, từ {behind} đến dưới {on_track}",
    ),
    "at-risk": Text(
        "the goal is not met, the period is open, and the pace of {pace} is below {behind}",
        "chưa đạt chỉ tiêu nhưng còn thời gian; tiến độ {pace}, dưới {behind}",
    ),
    "worsened": Text(
        "the goal is not met, the period is open, and the figure is worse than at the start",
        "chưa đạt chỉ tiêu nhưng còn thời gian; kết quả kém hơn đầu kỳ",
    ),
    "pending": Text(
        "the goal is not met, the period is open, and no pace can be told",
        "chưa đạt chỉ tiêu nhưng còn thời gian; chưa xác định được tiến độ",
    ),
    "nearly": Text(
        "the goal is unmet for good, and the score of {score} is at least {nearly}",
        "không còn khả năng đạt chỉ tiêu, nhưng mức đạt {score}, từ {nearly} trở lên",
    ),
    "missed": Text("the goal is unmet for good", "không đạt chỉ tiêu và không còn khả năng đạt"),
    "undetermined": Text(
        "the figures leave it open whether the goal is met", "số liệu chưa đủ để kết luận đạt hay không đạt"
    ),
    "no-data": Text("there is no reading", "chưa có số liệu trong kỳ"),
}
_BELOW_NEARLY = Text(
    "the goal is unmet for good, and the score of {score} is below {nearly}",
    "không còn khả năng đạt chỉ tiêu; mức đạt {score}, dưới {nearly}",
)
_EACH_KEPT = Text(
    "the period is open, and every year so far met the goal ({met} of {reported} years)",
    "còn thời gian; các năm đã qua đều đạt chỉ tiêu ({met}/{reported} năm)",
)
_ONE_KEPT = Text(
    "the period is open, and the one year so far met the goal", "còn thời gian; năm đã qua đạt chỉ tiêu (1/1 năm)"
)
_NOT_DONE = Text("it was not done by its date", "đến hạn mà chưa hoàn thành")
_DONE_LATE = Text("it is done, but after its date", "đã hoàn thành nhưng sau thời hạn")
_NO_GOAL = Text("there is a reading, but no goal is known", "đã có số liệu nhưng không rõ chỉ tiêu")

_OF_LIMIT: dict[Status, Text] = {
    "exceeded": Text("the limit is kept, and not used up", "không vượt mức giới hạn, còn dưới mức đó"),
    "achieved": Text("the limit is kept", "không vượt mức giới hạn"),
    "on-track": Text(
        "the period is open, and the figure is within what is due", "còn thời gian, kết quả còn trong mức cho phép"
    ),
    "behind": Text(
        "the period is open, and more is used than is due: the pace of {pace} is at least {behind}, below {on_track}",
        "còn thời gian nhưng đã vượt mức cho phép đến nay; tiến độ {pace}, từ {behind} đến dưới {on_track}",
    ),
    "at-risk": Text(
        "the period is open, and more is used than is due: the pace of {pace} is below {behind}",
        "còn thời gian nhưng đã vượt mức cho phép đến nay; tiến độ {pace}, dưới {behind}",
    ),
}
"""The reasons that are others where the goal is a limit, of which less is better."""

_WHOLE_YEAR = Text(
    "{year}: asked {asked}, came to {figure}: {kept}", "{year}: giao {asked}, thực hiện {figure}: {kept}"
)
_PART_OF_YEAR = Text(
    "{year}, {months} months of it: asked {asked}, came to {figure}: {kept}",
    "{year}, {months} tháng trong kỳ: giao {asked}, thực hiện {figure}: {kept}",
)
_KEPT: Mapping[bool | None, Text] = {
    True: Text("kept", "đạt"),
    False: Text("not kept", "không đạt"),
    None: Text("open", "chưa kết luận"),
}

_HALF_UP = Text(
    "{exact} → {shown}, half up at {decimals} decimals",
    "{exact} → {shown}, làm tròn đến {decimals} chữ số thập phân",
)
_HALF_UP_AT_ONE = Text(
    "{exact} → {shown}, half up at one decimal", "{exact} → {shown}, làm tròn đến một chữ số thập phân"
)
_HALF_UP_AT_TWO = Text(
    "{exact} → {shown}, half up at two decimals", "{exact} → {shown}, làm tròn đến hai chữ số thập phân"
)
_HALF_UP_WHOLE = Text("{exact} → {shown}, half up to a whole number", "{exact} → {shown}, làm tròn đến số nguyên")
_HELD_BELOW = Text(
    "{exact} → {shown}: what is under 100% is never written as 100%",
    "{exact} → {shown}: dưới 100% thì không ghi là 100%",
)
_HELD_ABOVE = Text(
    "{exact} → {shown}: what is above 0 is never written as 0",
    "{exact} → {shown}: lớn hơn 0 thì không ghi là 0",
)
_OUTWARDS = Text(
    "{exact} → {shown}, the low end rounded down and the high end up",
    "{exact} → {shown}, đầu thấp làm tròn xuống, đầu cao làm tròn lên",
)
_NOT_ROUNDED = Text("{shown} is exact, nothing is rounded", "{shown} là số chính xác, không làm tròn")
_NO_ATTAINMENT = Text("There is no attainment to round.", "Không có tỷ lệ đạt để làm tròn.")


def status_lines(report: Report, assessment: Assessment, language: Language) -> list[str]:
    """Say which status the target has and why, whether the goal is within reach, and what else is to be noted."""
    measure, thresholds = assessment.measure, assessment.target.thresholds or report.resolution.thresholds
    pace = measure.pace and pace_notation(assessment).write(measure.pace, language)
    values: dict[str, Value] = {
        "pace": pace or words.NOTHING,
        "score": words.NOTHING if measure.score is None else locale.percent_interval(measure.score, language),
        "on_track": locale.percent(thresholds.on_track, language),
        "behind": locale.percent(thresholds.behind, language),
        "nearly": locale.percent(thresholds.nearly, language),
        "met": 0 if measure.periods is None else measure.periods.met,
        "reported": 0 if measure.periods is None else measure.periods.reported,
    }
    reason = locale.fill(_reason(assessment, thresholds), values, language)
    status = f"{words_for(assessment.status, measure)[language]}: {reason}"
    notes = (locale.write(note, language) for note in measure.notes)
    lines = [status, *_reach(report, assessment, language), *notes]
    return [words.ended(words.capital(line)) for line in lines]


def _reason(assessment: Assessment, thresholds: Thresholds) -> Text:
    """Return why a target has its status."""
    measure, status = assessment.measure, assessment.status
    if status == "nearly" and measure.done is not None:
        return _DONE_LATE
    if status == "no-data" and measure.achieved is not None:
        return _NO_GOAL
    if status == "on-track" and measure.periods is not None and measure.periods.all_kept:
        return _EACH_KEPT if measure.periods.reported > 1 else _ONE_KEPT
    if status == "missed" and not measure.may_be_nearly:
        return _NOT_DONE
    if status == "missed" and measure.score is not None and measure.score.high is not None:
        return _BELOW_NEARLY if measure.score.high < thresholds.nearly else _REASONS[status]
    if measure.of != "limit":
        return _REASONS[status]
    if status in BY_PACE and (assessment.goal.every_year or (status == "on-track" and not _is_within(measure))):
        return _REASONS[status]
    return _OF_LIMIT.get(status, _REASONS[status])


def _is_within(measure: Measure) -> bool:
    return measure.pace is not None and above_one(measure.pace)


def _reach(report: Report, assessment: Assessment, language: Language) -> Iterator[str]:
    """Say until when the goal is within reach, or that it no longer is."""
    reach, moment = assessment.reach, assessment.case.moment
    if reach is None:
        return
    values: dict[str, Value] = {
        "until": reach.until,
        "best": _best(assessment, reach, language),
        "days": (moment.term.last - reach.until).days,
        "period": _TERM if moment.term[:2] == report.resolution.term[:2] else _PERIOD,
    }
    yield locale.fill(_IN_REACH if reach.until >= moment.as_of else _OUT_OF_REACH, values, language)


def _best(assessment: Assessment, reach: Reach, language: Language) -> str:
    """Write the best change in a year, which the unit of a year's income says by itself."""
    indicator = assessment.target.indicator
    amount = locale.amount(exactly(reach.best), indicator.unit, language)
    named = indicator.unit.per is not None and kinds.find(indicator.kind).yearly != "binds"
    return amount if named else locale.fill(_A_YEAR, {"amount": amount}, language)


def year_lines(assessment: Assessment, language: Language) -> Iterator[str]:
    """Say of each year that the goal binds by itself what it was asked and came to, and whether it kept the goal."""
    unit = assessment.target.indicator.unit
    for year in kinds.find(assessment.target.indicator.kind).bound_years(assessment.case):
        own = assessment.goal._replace(interval=year.asked, path=(), every="term")
        asked = goal_text(own, assessment.target.indicator, language)
        if year.step is not None:
            asked += f" ({equation(year.step, language).equals[1]})"
        values: dict[str, Value] = {
            "year": Text(year.part.text, f"năm {year.part.text}"),
            "months": locale.number(year.part.months, language),
            "asked": asked,
            "figure": locale.amount(year.figure, unit, language, locale.decimals_of(year.figure)),
            "kept": _KEPT[year.kept],
        }
        yield locale.fill(_WHOLE_YEAR if year.part.months == YEAR else _PART_OF_YEAR, values, language)


_WHOLE = {
    "forecast": Text(
        "forecast {exact} → {shown}, {way} to a whole number", "dự báo {exact} → {shown}, làm tròn {way} số nguyên"
    ),
    "needed": Text(
        "needed a year {exact} → {shown}, {way} to a whole number",
        "cần thêm mỗi năm {exact} → {shown}, làm tròn {way} số nguyên",
    ),
}
_WAYS = {"down": Text("down", "xuống"), "up": Text("up", "lên")}


def rounding_lines(assessment: Assessment, language: Language) -> Iterator[str]:
    """Say how what is calculated becomes what is shown: the attainment, and what is shown in whole numbers."""
    yield _rounding_line(assessment, language)
    measure = assessment.measure
    for name, figure, notation in (
        ("forecast", measure.forecast, forecast(assessment)),
        ("needed", measure.needed, needed(assessment)),
    ):
        if figure is not None and notation.whole is not None and notation.shown(figure) != figure:
            exact = locale.amount_in_full(figure, notation.unit, language, named=False)
            values: dict[str, Value] = {
                "exact": exact,
                "shown": notation.write(figure, language),
                "way": _WAYS[notation.whole],
            }
            yield words.ended(words.capital(locale.fill(_WHOLE[name], values, language)))


def _rounding_line(assessment: Assessment, language: Language) -> str:
    """Say how the exact attainment becomes the one that is shown."""
    shares = assessment.measure.attainment
    if shares is None:
        return _NO_ATTAINMENT[language]
    decimals = attainment_notation(assessment).decimals
    share = shares.exact
    full = locale.amount_in_full(shares, None, language, percentage=True)
    shown = attainment_text(assessment, language)
    if share is not None and (share * 100 * 10**decimals).denominator == 1:
        rule = _NOT_ROUNDED
    elif share is None:
        rule = _NOT_ROUNDED if shown.startswith(full) else _OUTWARDS
    elif share < 1 and (1 - share) * 100 <= Fraction(1, 2 * 10**decimals):
        rule = _HELD_BELOW
    elif 0 < share * 100 < Fraction(1, 2 * 10**decimals):
        rule = _HELD_ABOVE
    else:
        rule = {0: _HALF_UP_WHOLE, 1: _HALF_UP_AT_ONE, 2: _HALF_UP_AT_TWO}.get(decimals, _HALF_UP)
    values: dict[str, Value] = {"exact": full, "shown": shown, "decimals": decimals}
    return words.ended(locale.fill(rule, values, language))
