"""The calculation of one target, told step by step: what went in and from where, what came out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import exactly
from partykpi.core.measure import Quantity, Step
from partykpi.core.model import Moment, Reading, Status, Target, Thresholds
from partykpi.core.report import Assessment, Report
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Place, Value
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.equation import Equation, beside, equation, fraction
from partykpi.render.text.figures import achieved_text, attainment_notation, attainment_text, goal_text
from partykpi.render.text.wrap import hang, one_line, width
from partykpi.text import Language, Text

_WIDTH = 80
_LONG_NAME = 26

_INDICATOR = Text("Indicator", "Chỉ số")
_INPUTS = Text("Inputs", "Số liệu đầu vào")
_TIME = Text("Time", "Thời gian")
_CALCULATION = Text("Calculation", "Cách tính")
_ROUNDING = Text("Rounding", "Làm tròn")

_KIND = Text("kind", "loại")
_DEFINITION = Text("definition", "định nghĩa")
_BETTER = {
    "higher": Text("higher is better", "càng cao càng tốt"),
    "lower": Text("lower is better", "càng thấp càng tốt"),
}
_GOAL = Text("goal", "mục tiêu")
_BASELINE = Text("baseline", "mức đầu kỳ")
_READING = Text("reading", "số liệu")
_READING_OF = Text("reading {period}", "số liệu {period}")
_READ_AS = Text("{written}, read as {figure}", "{written}, hiểu là {figure}")
_IMPLIED_GOAL = Text(
    "goal implied by the published figure: {figure}", "mục tiêu suy ra từ số liệu đã công bố: {figure}"
)
_IMPLIED_ACTUAL = Text(
    "achieved, implied by the published figure: {figure}", "kết quả suy ra từ số liệu đã công bố: {figure}"
)
_AFTER = Text("after the as-of date, not counted", "sau ngày đánh giá, không tính")
_KNOWN_AFTER = Text(
    "not known before {known}, after the as-of date, not counted", "đến {known} mới có, sau ngày đánh giá, không tính"
)
_CORRECTED = Text("corrected later, not counted", "đã được đính chính, không tính")
_CORRECTED_ON = Text("corrected on {known}, not counted", "đã được đính chính {known}, không tính")
_KNOWN = Text("known since {known}", "có từ {known}")
_AMENDED = Text("amended on {on}", "điều chỉnh {on}")
_NOT_YET = Text("not yet in force", "chưa có hiệu lực")
_NO_LONGER = Text("in force until {on}", "có hiệu lực đến hết {on}")
_OWNER = Text("unit in charge", "đơn vị chủ trì")
_NOTE = Text("note", "ghi chú")
_NO_READING = Text("no reading", "chưa có số liệu")

_TERM = Text("term: {first} to {last}", "nhiệm kỳ: từ {first} đến {last}")
_DAYS = Text("days of the term: {days}", "số ngày của nhiệm kỳ: {days}")
_AS_OF = Text("as of: {as_of}", "thời điểm đánh giá: {as_of}")
_ELAPSED_DAYS = Text("elapsed: {gone} of {days} days = {elapsed}", "thời gian đã qua: {gone}/{days} ngày = {elapsed}")
_ELAPSED_MIDTERM = Text(
    "elapsed: mid-term is exactly one half = {elapsed}",
    "thời gian đã qua: giữa nhiệm kỳ là đúng một nửa = {elapsed}",
)

_GONE_DAYS = Text(
    "years gone: {gone} of {days} days × {years} years = {result}",
    "số năm đã qua: {gone}/{days} ngày × {years} năm = {result}",
)
_LEFT_DAYS = Text(
    "years left: {left} of {days} days × {years} years = {result}",
    "số năm còn lại: {left}/{days} ngày × {years} năm = {result}",
)
_HALVES = Text(
    "years gone, and years left: one half of {years} years = {result}",
    "số năm đã qua, cũng là số năm còn lại: một nửa của {years} năm = {result}",
)

_IN_REACH = Text(
    "within reach until {until} at the best yearly pace so far ({best} a year): {days} days before the end of the term",
    "còn kịp đến {until} nếu giữ được tốc độ của năm tốt nhất đến nay ({best}/năm): {days} ngày trước khi hết nhiệm kỳ",
)
_OUT_OF_REACH = Text(
    "out of reach: even at the best yearly pace so far ({best} a year) it was within reach only until {until}, "
    "{days} days before the end of the term",
    "không còn kịp: kể cả với tốc độ của năm tốt nhất đến nay ({best}/năm) cũng chỉ kịp đến {until}, {days} ngày trước "
    "khi hết nhiệm kỳ",
)

_NOT_CALCULATED = Text("There is nothing to calculate.", "Không có gì để tính.")
_NO_CLAIMS = Text("None.", "Không có.")

_REASONS: dict[Status, Text] = {
    "exceeded": Text("the goal is met and left behind", "kết quả vượt chỉ tiêu"),
    "achieved": Text("the goal is met", "đã đạt chỉ tiêu"),
    "on-track": Text(
        "the goal is not met, but the term is open and the pace of {pace} is at least {on_track}",
        "chưa đạt chỉ tiêu nhưng còn thời gian, và tiến độ {pace} không thấp hơn {on_track}",
    ),
    "behind": Text(
        "the goal is not met, the term is open, the pace of {pace} is at least {behind} but below {on_track}",
        "chưa đạt chỉ tiêu, còn thời gian, tiến độ {pace} không thấp hơn {behind} nhưng dưới {on_track}",
    ),
    "at-risk": Text(
        "the goal is not met, the term is open, and the pace of {pace} is below {behind}",
        "chưa đạt chỉ tiêu, còn thời gian, nhưng tiến độ {pace} dưới {behind}",
    ),
    "pending": Text(
        "the goal is not met, the term is open, and no pace can be told",
        "chưa đạt chỉ tiêu, còn thời gian, không xác định được tiến độ",
    ),
    "nearly": Text(
        "the goal is unmet for good, and attainment of {attainment} is at least {nearly}",
        "không còn khả năng đạt chỉ tiêu, nhưng tỷ lệ đạt {attainment} không thấp hơn {nearly}",
    ),
    "missed": Text("the goal is unmet for good", "không đạt chỉ tiêu và không còn khả năng đạt"),
    "undetermined": Text(
        "the figures leave it open whether the goal is met", "số liệu chưa đủ để kết luận đạt hay không đạt"
    ),
    "no-data": Text(
        "there is no reading, or no goal to hold it against",
        "chưa có số liệu, hoặc không có chỉ tiêu để so sánh",
    ),
}
_BELOW_NEARLY = Text(
    "the goal is unmet for good, and attainment of {attainment} is below {nearly}",
    "không còn khả năng đạt chỉ tiêu, và tỷ lệ đạt {attainment} dưới {nearly}",
)

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
    "{exact} → {shown}: dưới 100% thì không bao giờ ghi là 100%",
)
_OUTWARDS = Text(
    "{exact} → {shown}, the low end rounded down and the high end up",
    "{exact} → {shown}, đầu thấp làm tròn xuống, đầu cao làm tròn lên",
)
_NOT_ROUNDED = Text("{shown} is exact, nothing is rounded", "{shown} là số chính xác, không làm tròn")
_NO_ATTAINMENT = Text("There is no attainment to round.", "Không có tỷ lệ đạt để làm tròn.")


class Section(NamedTuple):
    """A titled part of an explanation: its lines, its equations and, below both, its closing sentence if it has one."""

    title: str
    lines: tuple[str, ...] = ()
    equations: tuple[Equation, ...] = ()
    closing: str = ""


def sections(report: Report, assessment: Assessment, steps: Sequence[Step], language: Language) -> list[Section]:
    """Return the whole calculation of a target, the rounding step last."""
    target = assessment.target
    refusal = assessment.measure.refusal
    calculation = Section(
        _CALCULATION[language],
        () if steps else (_NOT_CALCULATED[language],),
        tuple(equation(step, language) for step in steps),
        "" if refusal is None else words.ended(words.capital(locale.write(refusal, language))),
    )
    return [
        Section(_INDICATOR[language], tuple(_indicator(target, language))),
        Section(_INPUTS[language], tuple(_inputs(assessment, report.moment, language))),
        Section(_TIME[language], tuple(_time(report, language))),
        calculation,
        Section(words.STATUS[language], tuple(_status(report, assessment, language))),
        Section(words.CLAIMS[language], tuple(_claims(assessment, language))),
        Section(_ROUNDING[language], (_rounding(assessment, language),)),
    ]


def explain(report: Report, assessment: Assessment, steps: Sequence[Step], language: Language) -> str:
    """Return the whole calculation as plain text of 80 columns."""
    target = assessment.target
    lines = [
        hang(f"{one_line(target.name[language])} ({target.id})", _WIDTH, then="  "),
        hang(one_line(report.resolution.committee[language]), _WIDTH, then="  "),
    ]
    for section in sections(report, assessment, steps, language):
        lines += ["", section.title, *(hang(line, _WIDTH, "  ", "    ") for line in section.lines)]
        for place, one in enumerate(section.equations):
            lines += [*([""] if place else []), *_equation(one)]
        if section.closing:
            lines += ["", hang(section.closing, _WIDTH, "  ", "  ")]
    return "\n".join(lines) + "\n"


def _equation(one: Equation) -> Iterator[str]:
    name = f"  {one.name}"
    begin, then = f"{name} = ", " " * width(name) + " = "
    if width(name) > _LONG_NAME:
        yield name
        begin = then = "    = "
    for place, line in enumerate(one.equals):
        yield hang(line, _WIDTH, then if place else begin, " " * width(begin))


def _indicator(target: Target, language: Language) -> list[str]:
    indicator = target.indicator
    kind = kinds.find(indicator.kind)
    lines = [f"{indicator.id}: {one_line(indicator.name[language])}"] if indicator.id else []
    if indicator.definition is not None:
        lines.append(f"{_DEFINITION[language]}: {one_line(indicator.definition[language])}")
    lines.append(f"{_KIND[language]}: {kind.label[language]}; {_BETTER[indicator.better][language]}")
    lines.append(kind.manual[language])
    for label, text in ((_OWNER, target.owner), (_NOTE, target.note)):
        if text is not None:
            lines.append(f"{label[language]}: {one_line(text[language])}")
    return lines


def _inputs(assessment: Assessment, moment: Moment, language: Language) -> list[str]:
    target = assessment.target
    lines = list(_goals(target, moment, language))
    if assessment.implied == "target":
        figure = goal_text(assessment.goal, target.indicator, language)
        lines.append(locale.fill(_IMPLIED_GOAL, {"figure": figure}, language))
    if target.baseline is not None:
        lines.append(_reading(_BASELINE[language], target.baseline, target, language))
    for reading in target.readings:
        label = _READING[language]
        if reading.period is not None:
            label = locale.fill(_READING_OF, {"period": reading.period.told}, language)
        line = _reading(label, reading, target, language)
        reason = _counts(reading, assessment, moment, language)
        lines.append(f"{line}; {reason}" if reason else line)
    if assessment.implied == "actual":
        lines.append(locale.fill(_IMPLIED_ACTUAL, {"figure": achieved_text(assessment, language)}, language))
    elif not target.readings:
        lines.append(_NO_READING[language])
    return lines


def _goals(target: Target, moment: Moment, language: Language) -> Iterator[str]:
    """Tell the goal that was adopted first and what it was amended to, each with the time that it is in force."""
    changes = [None, *target.amendments]
    for change, after in zip(changes, [*target.amendments, None], strict=True):
        goal = target.goal if change is None else change.goal
        stated = goal.interval is not None or goal.by is not None
        ways = [goal_text(goal, target.indicator, language, sentence=way) for way in (False, True) if stated]
        line = _input(_GOAL[language], goal.text, ways, goal.place, language)
        if change is not None:
            line += f"; {locale.fill(_AMENDED, {'on': change.on}, language)}"
            if change.reason is not None:
                line += f": {one_line(change.reason[language])}"
            if change.on > moment.as_of:
                line += f"; {_NOT_YET[language]}"
        if after is not None and after.on <= moment.as_of:
            line += f"; {locale.fill(_NO_LONGER, {'on': after.on - timedelta(days=1)}, language)}"
        yield line


def _counts(reading: Reading, assessment: Assessment, moment: Moment, language: Language) -> str:
    """Say why a reading does not count, or of one that does since when it is known, where that is told."""
    if reading in assessment.readings:
        return "" if reading.known is None else locale.fill(_KNOWN, {"known": reading.known}, language)
    if reading.day is not None and reading.day > moment.as_of:
        of = reading.done or (reading.period and reading.period.last)
        if reading.known is not None and (of is None or of <= moment.as_of):
            return locale.fill(_KNOWN_AFTER, {"known": reading.known}, language)
        return _AFTER[language]
    if reading.period is None:
        return ""
    known = next((other.known for other in assessment.readings if other.period == reading.period), None)
    return _CORRECTED[language] if known is None else locale.fill(_CORRECTED_ON, {"known": known}, language)


def _reading(label: str, reading: Reading, target: Target, language: Language) -> str:
    ways: list[str] = []
    if reading.done is not None:
        ways = [locale.date_short(reading.done, language), locale.date_text(reading.done, language)]
    elif reading.figure is not None:
        ways = [locale.amount_in_full(reading.figure, target.indicator.unit, language)]
    return _input(label, reading.text, ways, reading.place, language)


def _input(label: str, written: str, ways: Sequence[str], place: Place, language: Language) -> str:
    """Tell what a file says and, unless that is one of the `ways` to write what it means, what it is read as."""
    text = one_line(written)
    if ways and text not in ways:
        text = locale.fill(_READ_AS, {"written": text, "figure": ways[-1]}, language)
    return f"{label}: {text} ({one_line(place.source.name)}:{place.line}:{place.column})"


def _time(report: Report, language: Language) -> list[str]:
    term, moment = report.resolution.term, report.moment
    gone = min(max((moment.as_of - term.first).days + 1, 0), term.days)
    counted = moment.elapsed == term.elapsed(moment.as_of)
    values: dict[str, Value] = {
        "first": term.first,
        "last": term.last,
        "days": term.days,
        "as_of": moment.as_of,
        "gone": gone,
        "elapsed": _elapsed(moment, language),
    }
    elapsed = _ELAPSED_DAYS if counted else _ELAPSED_MIDTERM
    lines = [locale.fill(text, values, language) for text in (_TERM, _DAYS, _AS_OF, elapsed)]
    values["left"] = term.days - gone
    values["years"] = beside(term.years, language)
    for text, years in ((_GONE_DAYS, moment.years_gone), (_LEFT_DAYS, moment.years_left)):
        if years:
            values["result"] = beside(years, language)
            lines.append(locale.fill(text if counted else _HALVES, values, language))
    return lines if counted else lines[:-1]


def _elapsed(moment: Moment, language: Language) -> str:
    """Write the share of the term gone in percent, beside the fraction that steps put in where it was reduced."""
    percent = locale.amount_in_full(exactly(moment.elapsed), None, language, percentage=True)
    exact = fraction(Quantity(moment.elapsed), language)
    return percent if exact is None or moment.elapsed.denominator == moment.term.days else f"{exact} = {percent}"


def _status(report: Report, assessment: Assessment, language: Language) -> list[str]:
    measure = assessment.measure
    thresholds: Thresholds = report.resolution.thresholds
    pace = measure.pace and locale.percent_interval(measure.pace, language)
    reason = _REASONS[assessment.status]
    if assessment.status == "missed" and measure.attainment is not None:
        highest = measure.attainment.high
        if highest is not None and highest < thresholds.nearly:
            reason = _BELOW_NEARLY
    values: dict[str, Value] = {
        "pace": pace or words.NOTHING,
        "attainment": attainment_text(assessment, language),
        "on_track": locale.percent(thresholds.on_track, language),
        "behind": locale.percent(thresholds.behind, language),
        "nearly": locale.percent(thresholds.nearly, language),
    }
    told = f"{STATUS_WORDS[assessment.status][language]}: {locale.fill(reason, values, language)}"
    notes = (locale.write(note, language) for note in measure.notes)
    lines = [told, *_reach(report.moment, assessment, language), *notes]
    return [words.ended(words.capital(line)) for line in lines]


def _reach(moment: Moment, assessment: Assessment, language: Language) -> Iterator[str]:
    """Say until when the goal is within reach, or that it no longer is."""
    reach = assessment.measure.reach
    if reach is None:
        return
    values: dict[str, Value] = {
        "until": reach.until,
        "best": locale.amount(exactly(reach.best), assessment.target.indicator.unit, language),
        "days": (moment.term.last - reach.until).days,
    }
    yield locale.fill(_IN_REACH if reach.until >= moment.as_of else _OUT_OF_REACH, values, language)


def _claims(assessment: Assessment, language: Language) -> list[str]:
    lines = []
    for judgement in assessment.judgements:
        place = judgement.claim.place
        sign = words.VERDICTS[judgement.verdict].sign
        sentence = sentences.claim_sentence(judgement, language)
        lines.append(f"{sign} {sentence} ({one_line(place.source.name)}:{place.line}:{place.column})")
    return lines or [_NO_CLAIMS[language]]


def _rounding(assessment: Assessment, language: Language) -> str:
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
        rule = _NOT_ROUNDED if full == shown else _OUTWARDS
    elif share < 1 and (1 - share) * 100 <= Fraction(1, 2 * 10**decimals):
        rule = _HELD_BELOW
    else:
        rule = {0: _HALF_UP_WHOLE, 1: _HALF_UP_AT_ONE, 2: _HALF_UP_AT_TWO}.get(decimals, _HALF_UP)
    values: dict[str, Value] = {"exact": full, "shown": shown, "decimals": decimals}
    return words.ended(locale.fill(rule, values, language))
