"""What a judgement says in words: what the figures make, and why the published number is not that."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple, assert_never

from partykpi.core.claims.early import how_early_at_most
from partykpi.core.claims.inputs import ClaimInputs, figure_of, meant_by, number_of
from partykpi.core.claims.so_far import SoFar
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.model import IN_PERCENT, Claim, Pair, Sense, Status, Unit
from partykpi.core.rounding import Rounding, decimals_apart, rounded, rounding_that_fits
from partykpi.problem import Message, Printed, Value, message
from partykpi.text import Text

_ALL = Fraction(100)


class SenseWords(NamedTuple):
    """The words of a sense.

    `label` is what it is called, `meaning` what its number is, and `unit` follows a figure in its printed unit, where
    that is not the claim's own.
    """

    label: Text
    meaning: Text
    unit: Text


_PERCENT = Text("%", "%")

SENSES: Mapping[Sense, SenseWords] = {
    "reaches": SenseWords(
        Text("reaches", "đạt"),
        Text("is what is reached", "là mức đạt được"),
        _PERCENT,
    ),
    "exceeds": SenseWords(
        Text("exceeds by", "vượt"),
        Text("is the excess", "là mức vượt"),
        _PERCENT,
    ),
    "points": SenseWords(
        Text("percentage points", "điểm %"),
        Text("is the difference", "là mức chênh lệch"),
        Text(" points", " điểm %"),
    ),
    "times": SenseWords(
        Text("times", "gấp … lần"),
        Text("is the number of times", "là số lần"),
        Text(" times", " lần"),
    ),
    "share": SenseWords(
        Text("share", "tỷ lệ"),
        Text("is the share", "là tỷ lệ"),
        _PERCENT,
    ),
    "difference": SenseWords(
        Text("difference", "chênh lệch"),
        Text("is the difference", "là mức chênh lệch"),
        Text("", ""),
    ),
    "early": SenseWords(
        Text("early", "trước thời hạn"),
        Text("is how early it was met", "là thời gian hoàn thành trước thời hạn"),
        Text("", ""),
    ),
    "level": SenseWords(
        Text("the figure itself", "kết quả"),
        Text("is the figure itself", "là kết quả"),
        Text("", ""),
    ),
    "mean": SenseWords(
        Text("mean of a year", "bình quân năm"),
        Text("is the mean of a year", "là mức bình quân năm"),
        Text("", ""),
    ),
}
"""The words of each sense."""


def amount(sense: Sense, figure: Interval, decimals: int, unit: Unit | None = None) -> Message:
    """Return the figure as a claim in that sense, and in its own unit, would print it, without its sense in words."""
    en, vi = SENSES[sense].unit
    named: dict[str, Value] = {}
    if sense in OF_UNIT and unit is not None:
        exact = figure.exact
        one = exact is not None and abs(rounded(exact, decimals)) == 1 and not decimals
        named["unit"] = unit.one if one else unit.many
        en = vi = "{unit}" if unit.percent else " {unit}"
    low = None if figure.low is None else Printed(figure.low, decimals)
    high = None if figure.high is None else Printed(figure.high, decimals)
    if low is not None and high is not None:
        if rounded(low.value, decimals) == rounded(high.value, decimals):
            return message("{value}" + en, "{value}" + vi, value=low, **named)
        after_low = "%" if sense in IN_PERCENT else ""  # the sign follows both ends, a word only the last
        between = Text("{low}" + after_low + " to {high}", "{low}" + after_low + " đến {high}")
        return message(between.en + en, between.vi + vi, low=low, high=high, **named)
    if high is not None:
        words = Text("at most", "không quá") if figure.high_closed else Text("under", "dưới")
        return message("{words} {value}" + en, "{words} {value}" + vi, words=words, value=high, **named)
    if low is not None:
        words = Text("at least", "ít nhất") if figure.low_closed else Text("over", "trên")
        return message("{words} {value}" + en, "{words} {value}" + vi, words=words, value=low, **named)
    return message("any figure", "số bất kỳ")


PLACES = Unit("place", Text("place", "bậc"), Text("places", "bậc"), counted=True)
"""The unit of the difference of two ranks: of one up the number is one less."""

OF_UNIT: frozenset[Sense] = frozenset(("difference", "early", "level", "mean"))
"""The senses whose number has a unit of its own."""


def _pair(sense: Sense, inputs: ClaimInputs) -> tuple[Fraction, Fraction] | None:
    """Return the two numbers that the computed figure is made of, where it is made of two."""
    actual = None if inputs.actual is None else inputs.actual.exact
    base = None if inputs.base is None else inputs.base.exact
    if actual is None or base is None:
        return None
    if sense not in ("points", "difference") and (
        base == 0 or inputs.ratio is None or inputs.ratio.exact != actual / base
    ):
        return None
    return actual, base


def statement(sense: Sense, inputs: ClaimInputs, computed: Interval, decimals: int) -> Message:
    """Return the sentence that says what the figures make: 547/700 is 78.14%."""
    if sense == "early":
        return _arrived(inputs, computed, decimals)
    pair = _pair(sense, inputs)
    exact = computed.exact
    if pair is None or exact is None or sense == "level" or sense == "mean":
        return _statement_of(sense, computed, decimals, inputs.unit)
    values: dict[str, Value] = {"actual": pair[0], "base": pair[1], "by": Printed(abs(exact), decimals)}
    match sense:
        case "reaches" | "share":
            # What is under or over 100% must not show as 100%, though it may have been published as that.
            shown = decimals_apart(exact, _ALL, decimals)
            if 0 < exact < 1:
                shown = decimals_apart(exact, Fraction(0), decimals)
            values["by"] = Printed(exact, shown)
            return message("{actual}/{base} is {by}%", "{actual}/{base} bằng {by}%", **values)
        case "times":
            values["by"] = Printed(exact, decimals)
            return message("{actual} is {by} times {base}", "{actual} gấp {by} lần {base}", **values)
        case "exceeds" | "points" | "difference":
            return _gap(sense, inputs, exact, values, decimals)
        case _:
            assert_never(sense)


def _gap(
    sense: Literal["exceeds", "points", "difference"],
    inputs: ClaimInputs,
    exact: Fraction,
    values: dict[str, Value],
    decimals: int,
) -> Message:
    """Say by how much the one figure is more than the other; of a change, by how much it grew or fell."""
    sign = "%" if sense == "points" else ""
    if exact == 0:
        return message(f"{{actual}}{sign} equals {{base}}{sign}", f"{{actual}}{sign} bằng {{base}}{sign}", **values)
    by = {"exceeds": Text("{by}%", "{by}%"), "points": Text("{by} points", "{by} điểm %")}.get(sense)
    if by is None:
        by = Text("{by}", "{by}")
        values["by"] = amount(sense, exactly(abs(exact)), decimals, inputs.unit)
        if inputs.unit == PLACES:
            return _ranks_apart(inputs.scale, exact, decimals, values)
    if inputs.change:
        how = Text("up", "tăng") if exact > 0 else Text("down", "giảm")
        en = f"{{actual}}{sign} is {how.en} {by.en} from {{base}}{sign}"
        return message(en, f"{{actual}}{sign} {how.vi} {by.vi} so với {{base}}{sign}", **values)
    more = Text("more", "cao hơn") if exact > 0 else Text("less", "thấp hơn")
    en = f"{{actual}}{sign} is {by.en} {more.en} than {{base}}{sign}"
    if sense == "difference":
        return message(en, f"{{actual}} {more.vi} {{base}} là {by.vi}", **values)
    verb = "vượt" if sense == "exceeds" and exact > 0 else more.vi
    return message(en, f"{{actual}}{sign} {verb} {by.vi} so với {{base}}{sign}", **values)


def _ranks_apart(scale: Fraction, exact: Fraction, decimals: int, values: Mapping[str, Value]) -> Message:
    """Say by how many places one rank is the better one, or what one number is less the other."""
    if scale > 0:
        return message(
            "from rank {base} to rank {actual} is {signed}",
            "từ hạng {base} đến hạng {actual} là {signed}",
            signed=Printed(exact, decimals),
            **values,
        )
    if exact >= 0:
        return message("rank {actual} is {by} above rank {base}", "hạng {actual} cao hơn hạng {base} là {by}", **values)
    return message("rank {actual} is {by} below rank {base}", "hạng {actual} thấp hơn hạng {base} là {by}", **values)


def _statement_of(sense: Sense, computed: Interval, decimals: int, unit: Unit | None = None) -> Message:
    exact = computed.exact
    if sense == "level" and exact is not None:
        decimals = max(decimals, _enough_decimals(exact))  # the figure as it is known, whatever was published of it
    figure = amount(sense, computed, decimals, unit)
    if sense == "level":
        return message("the figure is {amount}", "kết quả là {amount}", amount=figure)
    if sense == "mean":
        if exact is not None and exact < 0:
            by = amount(sense, exactly(-exact), decimals, unit)
            return message("the mean of a year is a fall of {by}", "bình quân mỗi năm giảm {by}", by=by)
        return message("the mean of a year is {amount}", "bình quân mỗi năm là {amount}", amount=figure)
    if sense in ("exceeds", "difference"):
        if exact is not None and exact < 0:
            short = amount(sense, exactly(-exact), decimals, unit)
            return message("the figures fall short by {short}", "theo số liệu thì thấp hơn {short}", short=short)
        return message("the figures exceed by {amount}", "theo số liệu thì vượt {amount}", amount=figure)
    return message("the figures give {amount}", "theo số liệu là {amount}", amount=figure)


def _arrived(inputs: ClaimInputs, computed: Interval, decimals: int) -> Message:
    """Say by when the goal was met, and how long before or after its date that is: a span where the day is not told."""
    arrived, exact = inputs.arrival, computed.exact
    assert arrived is not None
    assert exact is not None
    values: dict[str, Value] = {"by": arrived.by, "deadline": arrived.deadline}
    if arrived.since != arrived.by and inputs.unit is not None:
        span = how_early_at_most(arrived, inputs.unit)
        shown = _decimals_of_time(exact, decimals)
        values["time"] = amount("early", span, max(decimals, 1) if shown is None else shown, inputs.unit)
        return message(
            "met by {by}, {time} before {deadline}", "hoàn thành chậm nhất {by}, trước {deadline} từ {time}", **values
        )
    values["time"] = _time(abs(exact), decimals, inputs.unit)
    met = message("met on {by}", "hoàn thành {by}", **values)
    if exact < 0:
        return message("{met}, {time} after {deadline}", "{met}, sau {deadline} là {time}", met=met, **values)
    return message("{met}, {time} before {deadline}", "{met}, trước {deadline} là {time}", met=met, **values)


def _time(time: Fraction, decimals: int, unit: Unit | None) -> Message:
    """Return a length of time as it is, or where few decimals do not show that the one that it is over."""
    shown = _decimals_of_time(time, decimals)
    if shown is not None:
        return amount("early", exactly(time), shown, unit)
    tenths = 10 ** max(decimals, 1)
    least = amount("early", exactly(Fraction(time * tenths // 1, tenths)), max(decimals, 1), unit)
    return message("over {time}", "hơn {time}", time=least)


def _decimals_of_time(time: Fraction, decimals: int) -> int | None:
    """Return how many decimals, so many or a few more, show a length of time as it is; None where they do not."""
    return next((more for more in range(decimals, decimals + 4) if rounded(time, more) == time), None)


def _in_full(figure: Interval, unit: Unit | None) -> Message:
    """Return a figure itself in its unit, with as few decimals as write it in full."""
    return amount("level", figure, 0 if figure.exact is None else _enough_decimals(figure.exact), unit)


def another_goal(claim: Claim, goal: Interval) -> Message:
    """Say that the goal of the file is not the one that is printed beside a figure."""
    return message(
        "the goal is {goal}; published is “{published}”",
        "chỉ tiêu là {goal}; số công bố là “{published}”",
        goal=_in_full(multiply(goal, exactly(1 / claim.scale)), claim.unit),
        published=claim.text,
    )


def no_goal() -> Message:
    """Say that the goal that is printed beside a figure is not in the file."""
    return message("the goal is not in the file", "tệp không có chỉ tiêu để đối chiếu")


def no_years() -> Message:
    """Say that growth a year needs figures of years."""
    return message("a yearly mean needs the figures of years", "mức bình quân năm phải tính từ số liệu nhiều năm")


def not_met() -> Message:
    """Say that a goal that is not met was not met early."""
    return message("by the figures the goal is not met", "theo số liệu thì chưa đạt chỉ tiêu")


def of_years_so_far(claimed: Status, years: SoFar) -> Message:
    """Say that each year until now met the goal, or left it behind, and that the period is still open."""
    how = Text("exceeded", "vượt") if claimed == "exceeded" else Text("met", "đạt")
    return message(
        "every year so far {how} the goal ({met} of {reported}); the period is still open"
        if years.reported > 1
        else "the one year so far {how} the goal; the period is still open",
        "các năm đã qua đều {how} chỉ tiêu ({met}/{reported} năm); kỳ chưa kết thúc"
        if years.reported > 1
        else "năm đã qua {how} chỉ tiêu; kỳ chưa kết thúc",
        how=how,
        met=years.met,
        reported=years.reported,
    )


def within_rounding(claim: Claim, inputs: ClaimInputs, computed: Interval, wide: Interval) -> Message:
    """Say what the figures make as they are printed, and what they can make by what was rounded."""
    return message(
        "{stated}; by the rounding of the readings it can be {range}",
        "{stated}; do số liệu đã làm tròn nên có thể là {range}",
        stated=statement(claim.sense, inputs, computed, decimals_beside(claim, number_of(claim), computed)),
        range=amount(claim.sense, wide, claim.decimals + 1, claim.unit),
    )


def not_in_file(claim: Claim, stated: Message, pair: Pair) -> Message:
    """Say what the two figures beside a claim make, and that the first of them is none of the file's."""
    part = pair.part.exact
    if part is None:
        return stated
    return message(
        "{stated}; but the file has no figure {part} to which “{published}” can belong",
        "{stated}; nhưng tệp không có số liệu nào bằng {part} để đối chiếu “{published}”",
        stated=stated,
        part=part,
        published=claim.text,
    )


def but_called(stated: Message, status: Text) -> Message:
    """Say what the figures make, and that the goal is not met all the same."""
    return message(
        "{stated}, but the target is “{status}”",
        "{stated}, nhưng đánh giá là “{status}”",
        stated=stated,
        status=status,
    )


def places(decimals: int) -> Message:
    """Return the words for where a number was cut off."""
    if decimals == 0:
        return message("at the whole number", "chỉ giữ phần nguyên")
    if decimals == 1:
        return message("at one decimal", "chỉ giữ 1 chữ số thập phân")
    if decimals == 2:
        return message("at two decimals", "chỉ giữ 2 chữ số thập phân")
    return message("at {decimals} decimals", "chỉ giữ {decimals} chữ số thập phân", decimals=decimals)


def _made_of(sense: Sense, inputs: ClaimInputs) -> Message:
    """Return what the computed figure is made of, such as 28/15; only words where it is not made of two numbers."""
    pair = _pair(sense, inputs)
    if pair is None or sense in ("level", "mean"):
        return message("the computed figure", "số tính được")
    values: dict[str, Value] = {"actual": pair[0], "base": pair[1]}
    if sense == "points":
        return message("{actual}% − {base}%", "{actual}% − {base}%", **values)
    if sense == "difference":
        return message("{actual} − {base}", "{actual} − {base}", **values)
    if sense == "exceeds":
        return message("{actual}/{base} less 100%", "{actual}/{base} trừ 100%", **values)
    return message("{actual}/{base}", "{actual}/{base}", **values)


def printed_otherwise(
    claim: Claim, rounding: Literal["cut-off", "rounded-up"], inputs: ClaimInputs, computed: Interval
) -> Message:
    """Say that the number was cut off or rounded up, and what rounding to the nearest gives."""
    parts: dict[str, Value] = {
        "published": claim.text,
        "made": _made_of(claim.sense, inputs),
        "nearest": amount(claim.sense, computed, claim.decimals, claim.unit),
    }
    match rounding:
        case "cut-off":
            return message(
                "published “{published}” is {made} cut off {places}; rounded it is {nearest}",
                "số công bố “{published}” là {made} cắt bỏ phần lẻ, {places}; nếu làm tròn thì là {nearest}",
                places=places(claim.decimals),
                **parts,
            )
        case "rounded-up":
            return message(
                "published “{published}” is {made} rounded up; rounded to the nearest it is {nearest}",
                "số công bố “{published}” là {made} làm tròn lên; nếu làm tròn đúng quy tắc thì là {nearest}",
                **parts,
            )
        case _:
            assert_never(rounding)


def misworded(
    claim: Claim, sense: Sense, rounding: Rounding, inputs: ClaimInputs, computed: Interval | None
) -> Message:
    """Say in which sense the number fits, and what the stated sense would give."""
    number = number_of(claim)
    fitting = figure_of(sense, inputs)
    assert fitting is not None
    parts: dict[str, Value] = {
        "published": claim.text,
        "number": amount(sense, exactly(abs(number)), claim.decimals),
        "meant": _ITSELF if sense == "share" else _meaning(claim, sense, fitting),
    }
    en = "published as “{published}”, but {number} {meant}"
    vi = "công bố là “{published}”, nhưng {number} {meant}"
    if rounding == "cut-off":
        parts["made"] = _made_of(sense, inputs)
        parts["places"] = places(claim.decimals)
        parts["nearest"] = amount(sense, fitting, claim.decimals)
        en += " ({made} cut off {places}; rounded it is {nearest})"
        vi += " ({made} cắt bỏ phần lẻ, {places}; nếu làm tròn thì là {nearest})"
    if computed is not None:
        parts["stated"] = statement(claim.sense, inputs, computed, claim.decimals)
        en += "; {stated}"
        vi += "; {stated}"
    return message(en, vi, **parts)


def _meaning(claim: Claim, sense: Sense, fitting: Interval) -> Text:
    """Return what a number is, without its sign: of a change a rise or a fall, else how much more or less."""
    below = fitting.high is not None and fitting.high < 0
    if sense not in ("exceeds", "points"):
        return SENSES[sense].meaning
    if claim.change:
        return Text("is the fall", "là mức giảm") if below else Text("is the rise", "là mức tăng")
    less = below and number_of(claim) < 0
    return Text("is how much less it is", "là mức thấp hơn") if less else SENSES[sense].meaning


_ITSELF = Text("is the figure itself, not its share of the goal", "chính là kết quả, không phải tỷ lệ so với chỉ tiêu")

_MORE: Mapping[Sense, Text] = {
    "reaches": Text("reaches {by}", "đạt {by}"),
    "exceeds": Text("exceeds {by}", "vượt {by}"),
    "points": Text("exceeds {by}", "vượt {by}"),
    "difference": Text("exceeds {by}", "vượt {by}"),
    "times": Text("{by}", "gấp {by}"),
    "share": Text("at a rate of {by}", "đạt tỷ lệ {by}"),
}
_LESS = Text("falls short by {by}", "thấp hơn {by}")
_GROWN, _FALLEN = Text("up {by}", "tăng {by}"), Text("down {by}", "giảm {by}")


def right_wordings(claim: Claim, sense: Sense, inputs: ClaimInputs, computed: Interval | None) -> Message:
    """Return what should be published: the figure in the sense in which it fits, or the right one in its own."""
    fitting = figure_of(sense, inputs)
    assert fitting is not None
    one = _worded(claim, sense, fitting, claim.decimals)
    if computed is None:
        return one
    decimals = 0 if computed.exact is None else _enough_decimals(computed.exact)
    other = _worded(claim, claim.sense, computed, max(claim.decimals, decimals))
    return message("{one} or {other}", "{one} hoặc {other}", one=one, other=other)


def _worded(claim: Claim, sense: Sense, figure: Interval, decimals: int) -> Message:
    """Return a figure in the words in which it can be published."""
    below = figure.high is not None and figure.high < 0
    if claim.change and sense != "reaches":
        words = _FALLEN if below else _GROWN
    else:
        words = _LESS if below else _MORE[sense]
    by = amount(sense, multiply(figure, exactly(-1)) if below else figure, decimals, claim.unit)
    return message(f"“{words.en}”", f"“{words.vi}”", by=by)


def _enough_decimals(figure: Fraction) -> int:
    """Return at how many decimals, at most two, a figure is written in full; one where none of them does."""
    return next((places for places in range(3) if (figure * 10**places).denominator == 1), 1)


def disagreement(claim: Claim, inputs: ClaimInputs, computed: Interval) -> Message:
    """Say what the figures make, what was published, and how far they are apart."""
    number = meant_by(claim, claim.sense, inputs, computed)
    decimals = _decimals_from(computed, number, claim.decimals)
    parts: dict[str, Value] = {
        "stated": statement(claim.sense, inputs, computed, decimals),
        "published": claim.text,
    }
    en, vi = "{stated}; published is “{published}”", "{stated}; số công bố là “{published}”"
    low = None if computed.low is None else rounded(computed.low, decimals)
    high = None if computed.high is None else rounded(computed.high, decimals)
    gap = number - high if high is not None and number > high else low - number if low is not None else None
    if claim.sense == "level" and computed.exact is not None:
        gap = abs(number - computed.exact)
        decimals = max(claim.decimals, _enough_decimals(gap))
    if claim.sense == "early" and inputs.arrival is not None and inputs.unit is not None:
        least, most = how_early_at_most(inputs.arrival, inputs.unit)[:2]
        assert least is not None
        assert most is not None
        nearest = most if number > most else least
        parts["gap"] = _time(abs(number - nearest), claim.decimals, claim.unit)
        en += ", a difference of {gap}"
        vi += ", chênh lệch {gap}"
    elif gap is not None and gap > 0:
        parts["gap"] = _apart(claim, gap, decimals)
        en += ", a difference of {gap}"
        vi += ", chênh lệch {gap}"
    actual = inputs.actual
    if (
        inputs.percent
        and claim.sense == "reaches"
        and actual is not None
        and rounding_that_fits(actual, number, claim.decimals, claim.nearness)
    ):
        en += "; it is the actual figure itself, not its share of what it is measured against"
        vi += "; đó chính là kết quả, không phải tỷ lệ của kết quả so với mức dùng để so sánh"
    return message(en, vi, **parts)


def _apart(claim: Claim, gap: Fraction, decimals: int) -> Message:
    """Return how far a published figure is from what it should be: points between percentages."""
    if claim.sense in OF_UNIT and not (claim.unit is not None and claim.unit.percent):
        return amount(claim.sense, exactly(gap), decimals, claim.unit)
    unit = Text("", "") if claim.sense == "times" else Text(" point" if gap == 1 else " points", " điểm %")
    return message("{gap}" + unit.en, "{gap}" + unit.vi, gap=Printed(gap, decimals))


def too_wide(claim: Claim, computed: Interval) -> Message:
    """Say that the figures do not decide."""
    return message(
        "{stated}: too wide to tell whether “{published}” is right",
        "{stated}: khoảng quá rộng, chưa thể kết luận số công bố “{published}” là đúng hay sai",
        stated=_statement_of(claim.sense, computed, claim.decimals, claim.unit),
        published=claim.text,
    )


def missing_input(claim: Claim, inputs: ClaimInputs) -> Message:
    """Say what is missing to judge a claim by."""
    if inputs.missing is not None:
        return inputs.missing
    if claim.sense == "early":
        return message("the figures do not tell when the goal was met", "số liệu không cho biết thời điểm đạt chỉ tiêu")
    if inputs.actual is None and inputs.ratio is None:
        return message("there is no actual figure to judge it by", "chưa có kết quả để đối chiếu")
    if inputs.base is None and (inputs.ratio is None or claim.sense == "difference"):
        return message("the figure that it is measured against is not known", "chưa rõ mức dùng để so sánh")
    if claim.sense == "points" and not inputs.percent:
        return no_percentages()
    if claim.sense == "points":
        return message("the two percentages are not both known", "chưa rõ cả hai tỷ lệ % để so sánh")
    return message(
        "the figures have no ratio, nothing can be divided by zero",
        "không tính được tỷ lệ vì không thể chia cho 0",
    )


def no_percentages() -> Message:
    """Say that there are no points between figures that are not percentages."""
    return message(
        "a difference in points is one between percentages, and these figures are none",
        "chênh lệch tính bằng điểm % chỉ có giữa các tỷ lệ %, còn số liệu này không phải là tỷ lệ %",
    )


def _decimals_from(figure: Interval, number: Fraction, decimals: int) -> int:
    """Return how many decimals show that no end of the figure is the number, `decimals` at least."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return max([decimals, *(decimals_apart(end, number, decimals) for end in ends)])


def decimals_beside(claim: Claim, number: Fraction, computed: Interval) -> int:
    """Return how many decimals the computed figure is shown with beside a claim that fits it."""
    if claim.nearness == "exactly":
        return claim.decimals
    return _decimals_from(computed, number, claim.decimals)
