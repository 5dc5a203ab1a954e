"""The steps of a calculation that several kinds share, for a reader with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Measure, Quantity, Step
from partykpi.core.model import Goal, Reading, Unit
from partykpi.core.time import Moment
from partykpi.text import Text

_ACHIEVED = Text("achieved", "kết quả")
_ATTAINMENT = Text("attainment", "tỷ lệ đạt")
_DUE = Text("due", "mức cần đạt đến nay")
_PACE = Text("pace", "tiến độ")
_FORECAST = Text("forecast", "dự báo cuối kỳ")
_NEEDED = Text("needed a year", "cần thêm mỗi năm")


def summed(readings: Sequence[Reading], measure: Measure, unit: Unit) -> Step:
    """Tell how the readings add up."""
    values = _figures(readings, unit)
    words = Text("the sum of the readings", "tổng các số liệu")
    if len(values) == 1:
        words = Text("the figure as it stands", "số liệu ghi trong tệp")
    return Step(_ACHIEVED, words, " + ".join(f"{{{name}}}" for name in values), values, _amount(measure.achieved, unit))


def latest(readings: Sequence[Reading], measure: Measure, unit: Unit) -> Step:
    """Tell which reading is the latest."""
    values = _figures(readings[-1:], unit)
    return Step(
        _ACHIEVED,
        Text("the latest reading", "số liệu gần nhất"),
        " + ".join(f"{{{name}}}" for name in values),
        values,
        _amount(measure.achieved, unit),
    )


def mean(readings: Sequence[Reading], measure: Measure, unit: Unit) -> Step:
    """Tell how the readings average."""
    values = _figures(readings, unit)
    if len(values) == 1:
        return Step(
            _ACHIEVED,
            Text("the average as it stands", "số bình quân ghi trong tệp"),
            "{r1}",
            values,
            _amount(measure.achieved, unit),
        )
    numbers = "(" + " + ".join(f"{{{name}}}" for name in values) + ") ÷ {count}"
    return Step(
        _ACHIEVED,
        Text("the sum of the yearly readings ÷ their number", "tổng số liệu các năm ÷ số năm"),
        numbers,
        {**values, "count": Quantity(exactly(len(values)))},
        _amount(measure.achieved, unit),
    )


def bound_over_term(goal: Goal, whole: Goal, moment: Moment, unit: Unit) -> Step:
    """Tell what a goal per year, or the goals of single years, come to over the term."""
    if goal.path:
        steps = {f"y{year}": _amount(step, unit) for year, step in goal.path}
        return Step(
            Text("bound", "chỉ tiêu cả nhiệm kỳ"),
            Text("the sum of the yearly goals", "tổng chỉ tiêu các năm"),
            " + ".join(f"{{{name}}}" for name in steps),
            steps,
            _amount(whole.bound, unit),
        )
    return Step(
        Text("bound", "chỉ tiêu cả nhiệm kỳ"),
        Text("the goal per year × the years of the term", "chỉ tiêu mỗi năm × số năm của nhiệm kỳ"),
        "{bound} × {years}",
        {"bound": _amount(goal.bound, unit), "years": Quantity(moment.term.years)},
        _amount(whole.bound, unit),
    )


def share(goal: Goal, measure: Measure, unit: Unit, baseline: Interval | None = None) -> list[Step]:
    """Tell how attainment comes about, the same way that `core.attainment.share_reached` reckons it."""
    if measure.attainment is None or measure.achieved is None or goal.bound is None:
        return []
    values = {"achieved": _amount(measure.achieved, unit), "bound": _amount(goal.bound, unit)}
    if goal.direction != "lower":
        words, numbers = Text("achieved ÷ bound", "kết quả ÷ chỉ tiêu"), "{achieved} ÷ {bound}"
    elif baseline is not None:
        words = Text(
            "(baseline − achieved) ÷ (baseline − bound)",
            "(mức đầu kỳ − kết quả) ÷ (mức đầu kỳ − chỉ tiêu)",
        )
        numbers = "({baseline} − {achieved}) ÷ ({baseline} − {bound})"
        values["baseline"] = _amount(baseline, unit)
    else:
        words, numbers = Text("bound ÷ achieved", "chỉ tiêu ÷ kết quả"), "{bound} ÷ {achieved}"
    return [Step(_ATTAINMENT, words, numbers, values, Quantity(measure.attainment, percent=True))]


def course(
    goal: Goal,
    moment: Moment,
    measure: Measure,
    unit: Unit,
    start: Interval | None = None,
    *,
    due: Step | None = None,
    from_nothing: bool = True,
) -> Iterator[Step]:
    """Tell due, pace, forecast and needed on the straight line from `start`, or (None) from nothing.

    `due` tells what is due where the goal is a path.
    """
    if measure.achieved is None or goal.bound is None:
        return
    values = {
        "achieved": _amount(measure.achieved, unit),
        "bound": _amount(goal.bound, unit),
        "elapsed": Quantity(moment.elapsed),
        "left": Quantity(moment.years_left),
    }
    if start is not None:
        values["start"] = _amount(start, unit)
    if measure.due is not None:
        values["due"] = _amount(measure.due, unit)
        rule = _DUE_FROM_NOTHING if start is None else _DUE_FROM_BASELINE
        if due is not None:
            yield due
        elif start is not None or from_nothing:
            yield _step(_DUE, rule, values, values["due"])
        if measure.pace is not None and (start is not None or from_nothing):
            over = goal.direction == "lower" and start is None
            rule = _PACE_OF_CEILING if over else _PACE_FROM_NOTHING if start is None else _PACE_FROM_BASELINE
            yield _step(_PACE, rule, values, Quantity(measure.pace, percent=True))
    if measure.forecast is not None and (start is not None or from_nothing):
        rule = _FORECAST_FROM_NOTHING if start is None else _FORECAST_FROM_BASELINE
        yield _step(_FORECAST, rule, values, _amount(measure.forecast, unit))
    if measure.needed is not None:
        yield _step(_NEEDED, _NEEDED_RULE, values, _amount(measure.needed, unit))


def due_by_steps(steps: Sequence[tuple[Fraction, Fraction]], measure: Measure, unit: Unit) -> Step | None:
    """Tell how the steps of a path add up to what is due; the share of its year that is gone stands with each."""
    if measure.due is None or not steps:
        return None
    values: dict[str, Quantity] = {}
    numbers = []
    for number, (step, share) in enumerate(steps, 1):
        values[f"y{number}"] = _amount(exactly(step), unit)
        values[f"s{number}"] = Quantity(share)
        numbers.append(f"{{y{number}}}" if share == 1 else f"{{y{number}}} × {{s{number}}}")
    words = Text(
        "the goals of the years gone + that of the running year × its days gone",
        "chỉ tiêu các năm đã qua + chỉ tiêu năm đang thực hiện × phần số ngày đã qua",
    )
    return Step(_DUE, words, " + ".join(numbers), values, _amount(measure.due, unit))


def due_between(low: Fraction, high: Fraction, gone: int, days: int, measure: Measure, unit: Unit) -> Step | None:
    """Tell how what is due lies between the goals of two years, or the baseline and the first of them."""
    if measure.due is None:
        return None
    values = {
        "low": _amount(exactly(low), unit),
        "high": _amount(exactly(high), unit),
        "gone": Quantity(exactly(gone)),
        "days": Quantity(exactly(days)),
    }
    words = Text(
        "the value before + the step × days gone ÷ days of the step",
        "mức trước đó + bước tăng giảm × số ngày đã qua ÷ số ngày của bước",
    )
    return Step(_DUE, words, "{low} + ({high} − {low}) × {gone} ÷ {days}", values, _amount(measure.due, unit))


def second_opinion(goal: Goal, moment: Moment, measure: Measure, unit: Unit, start: Interval | None) -> Iterator[Step]:
    """Tell the compound-rate ratio of Eurostat and Open SDG."""
    if measure.compound is None or measure.achieved is None or goal.bound is None or start is None:
        return
    values = {
        "achieved": _amount(measure.achieved, unit),
        "bound": _amount(goal.bound, unit),
        "start": _amount(start, unit),
        "gone": Quantity(moment.years_gone),
        "years": Quantity(moment.term.years),
    }
    name = Text("compound rate (Eurostat, Open SDG)", "tốc độ bình quân (Eurostat, Open SDG)")
    yield _step(name, _COMPOUND_RULE, values, Quantity(measure.compound, percent=True))


def within_reach(moment: Moment, measure: Measure, unit: Unit) -> Iterator[Step]:
    """Tell until when the best year so far, repeated, still leads to the bound."""
    if measure.reach is None:
        return
    values = {
        "last": Quantity(moment.term.last),
        "missing": Quantity(exactly(measure.reach.missing), unit),
        "best": Quantity(exactly(measure.reach.best), unit),
        "days": Quantity(Fraction(moment.term.days) / moment.term.years),
    }
    name = Text("within reach until", "còn kịp đến")
    yield _step(name, _REACH_RULE, values, Quantity(measure.reach.until))


# A rule in words, and with the names of the numbers that go into it.
_Rule = tuple[Text, str]

_DUE_FROM_NOTHING: _Rule = (Text("bound × elapsed", "chỉ tiêu × phần nhiệm kỳ đã qua"), "{bound} × {elapsed}")
_DUE_FROM_BASELINE: _Rule = (
    Text("baseline + (bound − baseline) × elapsed", "mức đầu kỳ + (chỉ tiêu − mức đầu kỳ) × phần nhiệm kỳ đã qua"),
    "{start} + ({bound} − {start}) × {elapsed}",
)
_PACE_FROM_NOTHING: _Rule = (Text("achieved ÷ due", "kết quả ÷ mức cần đạt đến nay"), "{achieved} ÷ {due}")
_PACE_OF_CEILING: _Rule = (Text("due ÷ achieved", "mức cho phép đến nay ÷ kết quả"), "{due} ÷ {achieved}")
_PACE_FROM_BASELINE: _Rule = (
    Text(
        "(achieved − baseline) ÷ (due − baseline)",
        "(kết quả − mức đầu kỳ) ÷ (mức cần đạt đến nay − mức đầu kỳ)",
    ),
    "({achieved} − {start}) ÷ ({due} − {start})",
)
_FORECAST_FROM_NOTHING: _Rule = (
    Text("achieved ÷ elapsed", "kết quả ÷ phần nhiệm kỳ đã qua"),
    "{achieved} ÷ {elapsed}",
)
_FORECAST_FROM_BASELINE: _Rule = (
    Text("baseline + (achieved − baseline) ÷ elapsed", "mức đầu kỳ + (kết quả − mức đầu kỳ) ÷ phần nhiệm kỳ đã qua"),
    "{start} + ({achieved} − {start}) ÷ {elapsed}",
)
_NEEDED_RULE: _Rule = (
    Text("(bound − achieved) ÷ years left", "(chỉ tiêu − kết quả) ÷ số năm còn lại"),
    "({bound} − {achieved}) ÷ {left}",
)
_COMPOUND_RULE: _Rule = (
    Text(
        "((achieved ÷ baseline)^(1 ÷ years gone) − 1) ÷ ((bound ÷ baseline)^(1 ÷ years of the term) − 1)",
        "((kết quả ÷ mức đầu kỳ)^(1 ÷ số năm đã qua) − 1) ÷ ((chỉ tiêu ÷ mức đầu kỳ)^(1 ÷ số năm nhiệm kỳ) − 1)",
    ),
    "(({achieved} ÷ {start})^(1 ÷ {gone}) − 1) ÷ (({bound} ÷ {start})^(1 ÷ {years}) − 1)",
)
_REACH_RULE: _Rule = (
    Text(
        "last day of the term − missing ÷ best year so far × days of a year",
        "ngày cuối nhiệm kỳ − phần còn thiếu ÷ năm tốt nhất đến nay × số ngày một năm",
    ),
    "{last} − {missing} ÷ {best} × {days}",
)


def _step(name: Text, rule: _Rule, values: Mapping[str, Quantity], result: Quantity) -> Step:
    words, numbers = rule
    return Step(name, words, numbers, values, result)


def _figures(readings: Sequence[Reading], unit: Unit) -> dict[str, Quantity]:
    figures = [reading.figure for reading in readings if reading.figure is not None]
    return {f"r{number}": Quantity(figure, unit) for number, figure in enumerate(figures, 1)}


def _amount(figure: Interval | None, unit: Unit) -> Quantity:
    assert figure is not None
    return Quantity(figure, unit)
