"""What goes into the calculation of a target, and from where: the indicator, goals, readings, and the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from partykpi.core import kinds
from partykpi.core.figure import exactly
from partykpi.core.measure import Quantity
from partykpi.core.model import BETTER_WORDS, Reading, Target
from partykpi.core.progress.coverage import coverage
from partykpi.core.report import Assessment, Report
from partykpi.core.time import Moment
from partykpi.problem import Place, Value
from partykpi.render.text import locale
from partykpi.render.text.equation import fraction, with_decimal
from partykpi.render.text.figures import achieved_text, goal_text
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_KIND = Text("kind", "loại")
_DEFINITION = Text("definition", "định nghĩa")
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
_PERIOD = Text("period of the goal: {first} to {last}", "kỳ của chỉ tiêu: từ {first} đến {last}")
_MONTHS = Text("months of the period: {months}", "số tháng của cả kỳ: {months}")
_AS_OF = Text("as of: {as_of}", "thời điểm đánh giá: {as_of}")
_ELAPSED = Text("elapsed: {gone} of {months} months = {elapsed}", "thời gian đã qua: {gone}/{months} tháng = {elapsed}")
_ELAPSED_MIDTERM = Text(
    "elapsed: mid-term is exactly one half = {elapsed}",
    "thời gian đã qua: giữa nhiệm kỳ là đúng một nửa = {elapsed}",
)
_COVERED = Text(
    "months with a reading: {covered} of {gone}",
    "số tháng có số liệu: {covered}/{gone}",
)
_AT_READING = Text(
    "elapsed at the day of the latest reading, {day}: {at} of {months} months = {share}",
    "thời gian đã qua đến ngày của số liệu gần nhất, {day}: {at}/{months} tháng = {share}",
)
_LEFT = Text("years left: {left} months ÷ 12 = {years}", "số năm còn lại: {left} tháng ÷ 12 = {years}")


def indicator_lines(target: Target, language: Language) -> list[str]:
    """Say what is measured, how its kind is calculated, and who is in charge."""
    indicator = target.indicator
    kind = kinds.find(indicator.kind)
    lines = [f"{indicator.id}: {one_line(indicator.name[language])}"] if indicator.id else []
    if indicator.definition is not None:
        lines.append(f"{_DEFINITION[language]}: {one_line(indicator.definition[language])}")
    lines.append(f"{_KIND[language]}: {kind.label[language]}; {BETTER_WORDS[indicator.better][language]}")
    lines.append(kind.manual[language])
    for label, text in ((_OWNER, target.owner), (_NOTE, target.note)):
        if text is not None:
            lines.append(f"{label[language]}: {one_line(text[language])}")
    return lines


def input_lines(assessment: Assessment, moment: Moment, language: Language) -> list[str]:
    """Say which goals, baseline and readings there are, each with its place, and which of them do not count."""
    target = assessment.target
    lines = list(_goals(target, moment, language))
    if assessment.implied == "target":
        figure = goal_text(assessment.goal, target.indicator, language)
        lines.append(locale.fill(_IMPLIED_GOAL, {"figure": figure}, language))
    if target.baseline is not None:
        lines.append(_reading(_BASELINE[language], target.baseline, target, language))
    counted = assessment.counted
    known = {reading.period: reading.known for reading in reversed(assessment.readings)}
    for reading in target.readings:
        label = _READING[language]
        if reading.period is not None:
            label = locale.fill(_READING_OF, {"period": reading.period.in_sentence}, language)
        line = _reading(label, reading, target, language)
        if id(reading) in counted:
            reason = "" if reading.known is None else locale.fill(_KNOWN, {"known": reading.known}, language)
        else:
            reason = _uncounted(reading, known.get(reading.period), moment, language)
        lines.append(f"{line}; {reason}" if reason else line)
    if assessment.implied == "actual":
        lines.append(locale.fill(_IMPLIED_ACTUAL, {"figure": achieved_text(assessment, language)}, language))
    elif not target.readings:
        lines.append(_NO_READING[language])
    return lines


def _goals(target: Target, moment: Moment, language: Language) -> Iterator[str]:
    """Return the goal that was adopted first and what it was amended to, each with the time that it is in force."""
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


def _uncounted(reading: Reading, corrected: date | None, moment: Moment, language: Language) -> str:
    """Say why a reading does not count; that in its place may be known since the day that it was `corrected` on."""
    if reading.day is not None and reading.day > moment.as_of:
        of = reading.done or (reading.period and reading.period.last)
        if reading.known is not None and (of is None or of <= moment.as_of):
            return locale.fill(_KNOWN_AFTER, {"known": reading.known}, language)
        return _AFTER[language]
    if reading.period is None:
        return ""
    return _CORRECTED[language] if corrected is None else locale.fill(_CORRECTED_ON, {"known": corrected}, language)


def _reading(label: str, reading: Reading, target: Target, language: Language) -> str:
    ways: list[str] = []
    if reading.done is not None:
        ways = [locale.date_short(reading.done, language), locale.date_text(reading.done, language)]
    elif reading.figure is not None:
        ways = [locale.amount_in_full(reading.figure, target.indicator.unit, language)]
    return _input(label, reading.text, ways, reading.place, language)


def _input(label: str, written: str, ways: Sequence[str], place: Place, language: Language) -> str:
    """Say what the file holds and, unless that is one of the `ways` to write what it means, what it is read as."""
    text = one_line(written)
    if ways and text not in ways:
        text = locale.fill(_READ_AS, {"written": text, "figure": ways[-1]}, language)
    return f"{label}: {text} ({one_line(place.source.name)}:{place.line}:{place.column})"


def time_lines(report: Report, assessment: Assessment, language: Language) -> list[str]:
    """Say how long the period of a target is, how much of it is gone at the as-of date, and how much is reported."""
    term, case = report.resolution.term, assessment.case
    period, moment = case.term, case.moment
    gone, covered = moment.elapsed * period.months, coverage(case)
    values: dict[str, Value] = {
        "first": term.first,
        "last": term.last,
        "months": with_decimal(period.months, language),
        "as_of": moment.as_of,
        "gone": with_decimal(gone, language),
        "elapsed": _share(moment.elapsed, language),
        "covered": with_decimal(covered.months, language),
        "left": with_decimal(period.months - gone, language),
        "years": with_decimal(moment.years_left, language),
    }
    lines = [locale.fill(_TERM, values, language)]
    if (period.first, period.last) != (term.first, term.last):
        lines.append(locale.fill(_PERIOD, {"first": period.first, "last": period.last}, language))
    counted = moment.elapsed == period.elapsed(moment.as_of)
    lines += [
        locale.fill(text, values, language) for text in (_MONTHS, _AS_OF, _ELAPSED if counted else _ELAPSED_MIDTERM)
    ]
    kind = kinds.find(assessment.target.indicator.kind)
    if kind.adds_up and covered.months != covered.asked:
        lines.append(locale.fill(_COVERED, values, language))
    if kind.by_share and not kind.adds_up and case.readings and case.looked_at < moment.looked_at:
        at = period.gone(case.looked_at)
        values |= {
            "day": case.looked_at,
            "at": with_decimal(at, language),
            "share": _share(at / period.months, language),
        }
        lines.append(locale.fill(_AT_READING, values, language))
    return [*lines, locale.fill(_LEFT, values, language)] if moment.years_left else lines


def _share(elapsed: Fraction, language: Language) -> str:
    """Write a share of time in percent, beside the fraction that steps put in where the decimals have no end."""
    percent = locale.amount_in_full(exactly(elapsed), None, language, percentage=True)
    exact = fraction(Quantity(elapsed), language)
    return percent if exact is None else f"{exact} = {percent}"
