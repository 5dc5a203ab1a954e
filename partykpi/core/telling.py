"""The steps of a calculation that several kinds share, for a reader with a pocket calculator."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.core.attainment import over_term
from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Measure, Quantity, Step
from partykpi.core.model import Goal, Moment, Reading, Unit
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
        words = Text("the figure as it stands", "số liệu đã cho")
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
            Text("the average as it stands", "bình quân đã cho"),
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


def bound_over_term(goal: Goal, moment: Moment, unit: Unit) -> Step:
    """Tell what a goal per year comes to over the term."""
    return Step(
        Text("bound", "chỉ tiêu cả nhiệm kỳ"),
        Text("the goal per year × the years of the term", "chỉ tiêu mỗi năm × số năm của nhiệm kỳ"),
        "{bound} × {years}",
        {"bound": _amount(goal.bound, unit), "years": Quantity(moment.term.years)},
        _amount(over_term(goal, moment.term).bound, unit),
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


def course(goal: Goal, moment: Moment, measure: Measure, unit: Unit, start: Interval | None = None) -> list[Step]:
    """Tell due, pace, forecast and needed on the straight line from `start` (nothing, where it is None)."""
    if measure.due is None or measure.achieved is None or goal.bound is None:
        return []
    steps: list[Step] = []
    achieved, bound = _amount(measure.achieved, unit), _amount(goal.bound, unit)
    elapsed, due = Quantity(moment.elapsed), _amount(measure.due, unit)
    if start is None:
        steps.append(
            Step(
                _DUE,
                Text("bound × elapsed", "chỉ tiêu × phần nhiệm kỳ đã qua"),
                "{bound} × {elapsed}",
                {"bound": bound, "elapsed": elapsed},
                due,
            )
        )
    else:
        steps.append(
            Step(
                _DUE,
                Text(
                    "baseline + (bound − baseline) × elapsed",
                    "mức đầu kỳ + (chỉ tiêu − mức đầu kỳ) × phần nhiệm kỳ đã qua",
                ),
                "{start} + ({bound} − {start}) × {elapsed}",
                {"start": _amount(start, unit), "bound": bound, "elapsed": elapsed},
                due,
            )
        )
    if measure.pace is not None:
        pace = Quantity(measure.pace, percent=True)
        if goal.direction == "lower" and start is None:
            words, numbers = Text("due ÷ achieved", "mức cho phép đến nay ÷ kết quả"), "{due} ÷ {achieved}"
            steps.append(Step(_PACE, words, numbers, {"due": due, "achieved": achieved}, pace))
        elif start is None:
            words, numbers = Text("achieved ÷ due", "kết quả ÷ mức cần đạt đến nay"), "{achieved} ÷ {due}"
            steps.append(Step(_PACE, words, numbers, {"due": due, "achieved": achieved}, pace))
        else:
            steps.append(
                Step(
                    _PACE,
                    Text(
                        "(achieved − baseline) ÷ (due − baseline)",
                        "(kết quả − mức đầu kỳ) ÷ (mức cần đạt đến nay − mức đầu kỳ)",
                    ),
                    "({achieved} − {start}) ÷ ({due} − {start})",
                    {"achieved": achieved, "start": _amount(start, unit), "due": due},
                    pace,
                )
            )
    if measure.forecast is not None and start is None:
        steps.append(
            Step(
                _FORECAST,
                Text("achieved ÷ elapsed", "kết quả ÷ phần nhiệm kỳ đã qua"),
                "{achieved} ÷ {elapsed}",
                {"achieved": achieved, "elapsed": elapsed},
                _amount(measure.forecast, unit),
            )
        )
    elif measure.forecast is not None and start is not None:
        steps.append(
            Step(
                _FORECAST,
                Text(
                    "baseline + (achieved − baseline) ÷ elapsed",
                    "mức đầu kỳ + (kết quả − mức đầu kỳ) ÷ phần nhiệm kỳ đã qua",
                ),
                "{start} + ({achieved} − {start}) ÷ {elapsed}",
                {"achieved": achieved, "start": _amount(start, unit), "elapsed": elapsed},
                _amount(measure.forecast, unit),
            )
        )
    if measure.needed is not None:
        steps.append(
            Step(
                _NEEDED,
                Text("(bound − achieved) ÷ years left", "(chỉ tiêu − kết quả) ÷ số năm còn lại"),
                "({bound} − {achieved}) ÷ {left}",
                {"bound": bound, "achieved": achieved, "left": Quantity(moment.years_left)},
                _amount(measure.needed, unit),
            )
        )
    return steps


def _figures(readings: Sequence[Reading], unit: Unit) -> dict[str, Quantity]:
    figures = [reading.figure for reading in readings if reading.figure is not None]
    return {f"r{number}": Quantity(figure, unit) for number, figure in enumerate(figures, 1)}


def _amount(figure: Interval | None, unit: Unit) -> Quantity:
    assert figure is not None
    return Quantity(figure, unit)
