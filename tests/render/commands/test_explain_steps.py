"""No step of an explanation shows a formula that does not come to its figure, whatever the target is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from samples.targets import AS_OF, Sample, samples

from partykpi.core import kinds, rule
from partykpi.core.figure import (
    Interval,
    add,
    divide,
    exactly,
    greatest,
    hull,
    least,
    multiply,
    subtract,
)
from partykpi.core.measure import Case, Quantity, Step
from partykpi.core.report import Assessment, assess
from partykpi.core.rule import Formula
from partykpi.core.time import day_after_months
from partykpi.parse import load_content
from partykpi.render.commands.explain import sections
from partykpi.render.commands.explain_outcome import year_lines
from partykpi.render.text.equation import equation
from partykpi.text import LANGUAGES

_TOKEN = re.compile(r"\s*(\{\w+\}|\d+|min\(|max\(|[-+−×÷^();⌊⌋])")
_TO_A_READER = Fraction(1, 10**15)


class _Reader:
    """Reads a formula with its numbers as a reader with a pocket calculator does."""

    def __init__(self, text: str, values: Mapping[str, Interval]) -> None:
        self.tokens = _TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", ""), text
        self.values = values

    def taken(self, *signs: str) -> str:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in signs else ""

    def whole(self) -> Interval:
        """Return what the formula comes to; of two that are both possible, all that they may be."""
        result = self.sum()
        while self.taken(";"):
            result = hull(result, self.sum())
        assert not self.tokens
        return result

    def sum(self) -> Interval:
        result = self.product()
        while sign := self.taken("+", "−"):
            result = (add if sign == "+" else subtract)(result, self.product())
        return result

    def product(self) -> Interval:
        result = self.power()
        while sign := self.taken("×", "÷"):
            other = self.power()
            quotient = multiply(result, other) if sign == "×" else divide(result, other)
            assert quotient is not None
            result = quotient
        return result

    def power(self) -> Interval:
        base = self.one()
        if not self.taken("^"):
            return base
        raised = rule.figure(Formula("power", rule.Constant(base), rule.Constant(self.one())), {})
        assert raised is not None
        return raised

    def one(self) -> Interval:
        token = self.tokens.pop(0)
        match token:
            case "(":
                inner = self.sum()
                assert self.taken(")")
                return inner
            case "⌊":
                inner = self.sum()
                assert self.taken("⌋")
                assert inner.exact is not None
                return exactly(inner.exact.numerator // inner.exact.denominator)
            case "min(" | "max(":
                result = self.sum()
                while self.taken(";"):
                    result = (least if token == "min(" else greatest)(result, self.sum())
                assert self.taken(")")
                return result
            case _:
                return self.values[token[1:-1]] if token[0] == "{" else exactly(int(token))


def _interval(quantity: Quantity) -> Interval:
    value = quantity.value
    assert not isinstance(value, date)
    return exactly(value) if isinstance(value, Fraction) else value


def _agrees(step: Step, case: Case) -> bool:
    """Say whether what a step comes to is what its formula comes to."""
    assert step.result is not None
    days = {name: one.value for name, one in step.values.items() if isinstance(one.value, date)}
    values = {name: _interval(one) for name, one in step.values.items() if name not in days}
    if "done" in days:
        return _interval(step.result) == exactly(100)
    if isinstance(step.result.value, date):  # the months before the last day
        back = _Reader(step.numbers.removeprefix("{last} − "), values).whole().exact
        assert back is not None
        left = case.term.months - back
        return not left or step.result.value == day_after_months(case.term, left)
    result = _interval(step.result)
    if re.search("[✓✗?]", step.numbers):  # years, of which so many meet the goal
        kept, maybe = step.numbers.count("✓"), step.numbers.count("?")
        return result == Interval(Fraction(kept), Fraction(kept + maybe))
    found = _Reader(step.numbers, values).whole()
    if "years" in step.values and "gone" in step.values:  # roots, to twenty decimals
        assert found.exact is not None
        assert result.exact is not None
        return abs(found.exact - result.exact) <= _TO_A_READER * max(Fraction(1), abs(result.exact))
    return found == result


def _assessed(text: str) -> list[Assessment]:
    loaded = load_content("r.yaml", text.encode())
    resolution = loaded.resolution
    if resolution is None:
        note(f"{text}\n{[finding.code for finding in loaded.findings]}")
        return []
    report = assess(resolution, None, date(2026, 1, 1))
    for one in report.assessments:
        kind = kinds.find(one.target.indicator.kind)
        steps = kind.steps(one.case, one.measure)
        for language in LANGUAGES:
            assert sections(report, one, steps, language)
    return list(report.assessments)


def _steps(one: Assessment) -> Iterator[Step]:
    kind = kinds.find(one.target.indicator.kind)
    yield from kind.steps(one.case, one.measure)
    yield from (year.step for year in kind.bound_years(one.case) if year.step is not None)


def _hold(text: str) -> None:
    """Every step of every target comes to its figure, and what is explained last is what the report shows."""
    for one in _assessed(text):
        for step in _steps(one):
            if step.numbers:
                note(f"{text}\n{step}")
                assert _agrees(step, one.case), (step.name.en, step.numbers, step.values, step.result)


HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\n"

_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_SETTINGS
@given(sample=samples(), as_of=st.sampled_from(AS_OF))
def test_no_formula_misses_its_figure(sample: Sample, as_of: str) -> None:
    """Of targets with any goal, path, baseline and readings, each formula comes to what stands below it."""
    _hold(f"{HEAD}as_of: {as_of}\ntargets:\n{sample.text('a')}")


_PARTS = ("2020-H2", "2021", "2022", "2023", "2024", "2025-H1")


@st.composite
def _others(draw: st.DrawFn) -> str:
    """Return a target of what the other samples have not: an amended goal, growth, running totals, each year anew."""
    shape = draw(st.sampled_from(("amended", "amended-level", "growth", "running", "annual", "grade", "task", "share")))
    small, wide = st.integers(1, 30), st.integers(1, 100)
    parts = _PARTS[: draw(st.integers(1, 6))]
    years = [part for part in parts if "-" not in part] or ["2021"]

    def told(figures: st.SearchStrategy[int], periods: tuple[str, ...] | list[str], behind: str = "") -> str:
        return "{" + ", ".join(f"{period}: {draw(figures)}{behind}" for period in periods) + "}"

    better = draw(st.sampled_from(("higher", "lower")))
    on = draw(st.sampled_from(("2021-07-01", "2022-04-01", "2023-01-01")))
    every = draw(st.sampled_from(("", "\n    every: year")))
    match shape:
        case "amended":
            per = draw(st.sampled_from(("", "/year")))
            extra = every if per else ""
            return (
                f"    indicator: {{name: T, kind: total, unit: member, better: {better}}}\n"
                f"    target: {draw(small)}{per}\n"
                f"    amended: [{{on: {on}, target: {draw(small)}{per}}}]{extra}\n    readings: {told(small, parts)}\n"
            )
        case "amended-level":
            return (
                f'    indicator: {{name: T, kind: level, unit: "%", better: {better}}}\n    target: {draw(wide)} %\n'
                f"    amended: [{{on: {on}, target: {draw(wide)} %}}]\n    baseline: {draw(wide)} %\n"
                f"    readings: {told(wide, years, ' %')}\n"
            )
        case "growth":
            return (
                f'    indicator: {{name: T, kind: rate, unit: "%", better: {better}, mean: compound}}\n'
                f"    target: {draw(small)} %\n    readings: {told(st.integers(-20, 30), years, ' %')}\n"
            )
        case "running":
            sums = sorted(draw(st.lists(wide, min_size=3, max_size=3)))
            days = ("2021-12-31", "2022-06-30", "2023-12-31")
            readings = ", ".join(f"{day}: {one}" for day, one in zip(days, sums, strict=True))
            return (
                f"    indicator: {{name: T, kind: total, unit: member, better: {better}}}\n    target: {draw(wide)}\n"
                f"    cumulative: yes\n    readings: {{{readings}}}\n"
            )
        case "annual":
            unit, behind = draw(st.sampled_from((("VND", "_000_000"), ("%", " %"))))
            start = draw(st.sampled_from(("", f"\n    baseline: {draw(wide)}{behind}")))
            return (
                f'    indicator: {{name: T, kind: annual, unit: "{unit}", better: {better}}}\n'
                f"    target: {draw(wide)}{behind}{start}{every}\n    readings: {told(wide, years, behind)}\n"
            )
        case "grade":
            return (
                "    indicator: {name: T, kind: grade, grades: [good, fair, poor]}\n"
                f"    target: {draw(st.sampled_from(('good', 'fair')))}\n    readings: {{"
                + ", ".join(f"{year}: {draw(st.sampled_from(('good', 'fair', 'poor')))}" for year in years)
                + "}\n"
            )
        case "task":
            done = draw(st.sampled_from(("2023-03-31", "60 %", "2024-02-01")))
            return (
                "    indicator: {name: T, kind: milestone}\n    target: by 2023-12-31\n"
                f"    readings: {{{'2022' if '%' in done else '2024'}: {done}}}\n"
                if "%" in done
                else f"    indicator: {{name: T, kind: milestone}}\n    target: by 2023-12-31\n    actual: {done}\n"
            )
        case _:
            return (
                '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
                f"    target: {draw(wide)} %\n    baseline: {draw(wide)} %\n    readings: {told(wide, years, ' %')}\n"
            )


@_SETTINGS
@given(target=_others(), as_of=st.sampled_from(AS_OF))
def test_nor_does_one_of_what_changes_or_begins_anew(target: str, as_of: str) -> None:
    """Nor of amended goals, compound means, running totals, years that begin anew, grades, tasks and what worsened."""
    _hold(f"{HEAD}as_of: {as_of}\ntargets:\n  a:\n{target}")


def _shown(target: str, as_of: str = "2022-12-31") -> dict[str, tuple[str, str]]:
    """Return the numbers of each step of a target with what they come to, by the English name of the step."""
    (one,) = _assessed(f"{HEAD}as_of: {as_of}\ntargets:\n  a:\n{target}")
    found = (equation(step, "en") for step in _steps(one))
    return {each.name: (each.equals[-2], each.equals[-1]) for each in found}


def test_what_worsened_by_hand() -> None:
    """A level that fell from 53.5 to 52 of 60: nothing is cut off to come to nothing."""
    steps = _shown(
        '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
        "    target: 60 %\n    baseline: 53.5 %\n    readings: {2022: 52 %}\n"
    )
    assert steps["pace"] == ("(52% − 53.5%) ÷ (56.75% − 53.5%)", "-6/13 = -46.153846…%")
    assert steps["needed a year"] == ("(60% − 52%) ÷ 2.5", "3.2%")


def test_what_is_reached_needs_nothing_by_hand() -> None:
    """Where the goal is reached, what is needed is held at 0, and the formula says so."""
    steps = _shown(
        '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
        "    target: 52 %\n    baseline: 40 %\n    readings: {2022: 53.5 %}\n"
    )
    assert steps["needed a year"] == ("max(0%; (52% − 53.5%) ÷ 2.5)", "0%")


def test_a_forecast_that_is_held_by_hand() -> None:
    """From 80 to 95 percent in half the time leads to 110: the line says 110%, and the forecast is held at 100%."""
    steps = _shown(
        '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
        "    target: 98 %\n    baseline: 80 %\n    readings: {2022: 95 %}\n"
    )
    assert steps["end of the straight line"] == ("80% + (95% − 80%) ÷ 0.5", "110%")
    assert steps["forecast"] == ("min(100%; 110%)", "100%")


def test_a_forecast_that_is_not_held_is_one_step() -> None:
    """From 80 to 85 percent leads to 90: there is one line, and it is the forecast."""
    steps = _shown(
        '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
        "    target: 98 %\n    baseline: 80 %\n    readings: {2022: 85 %}\n"
    )
    assert steps["forecast"] == ("80% + (85% − 80%) ÷ 0.5", "90%")
    assert "end of the straight line" not in steps


def test_an_amended_level_by_hand() -> None:
    """From 80 to 90 over 60 months is 85 after 30; from there to 95 over the other 30, 12 months later 89."""
    steps = _shown(
        '    indicator: {name: T, kind: level, unit: "%", better: higher}\n'
        "    target: 90 %\n    amended: [{on: 2023-01-01, target: 95 %}]\n    baseline: 80 %\n"
        "    readings: {2023: 88 %}\n",
        "2023-12-31",
    )
    assert steps["due at amendment 1"] == ("80% + (90% − 80%) × 0.5", "85%")
    assert steps["due"] == ("85% + (95% − 85%) × 0.4", "89%")


def test_growth_by_hand() -> None:
    """10 % and 21 % multiply to 1.331, whose root is shown with the product that it is the root of."""
    steps = _shown(
        '    indicator: {name: T, kind: rate, unit: "%", better: higher, mean: compound}\n'
        "    target: 10 %\n    readings: {2021: 10 %, 2022: 21 %}\n"
    )
    numbers, result = steps["achieved"]
    assert numbers == "((1 + 10 ÷ 100) × (1 + 21 ÷ 100))^(1 ÷ 2) × 100 − 100"
    assert result.endswith("15.369…%") or result.startswith("15.3689")  # √1.331 = 1.15368…


def _years(target: str, as_of: str) -> tuple[list[str], list[str]]:
    """Return the lines on single years of an explanation in English and in Vietnamese."""
    (one,) = _assessed(f"{HEAD}as_of: {as_of}\ntargets:\n  a:\n{target}")
    return list(year_lines(one, "en")), list(year_lines(one, "vi"))


def test_years_of_an_every_year_goal_by_hand() -> None:
    """5 a year is 2.5 in a half, rounded down; a year that is not whole can be kept but not lost."""
    english, vietnamese = _years(
        "    indicator: party/members-admitted\n    target: 5 members/year\n    every: year\n"
        "    readings: {2020-H2: 2, 2021: 4, 2022-H1: 5, 2023-H1: 1}\n",
        "2023-06-30",
    )
    assert english == [
        "2020, 6 months of it: asked ≥ 2 members (⌊5 × 0.5⌋), came to 2 members: kept",
        "2021: asked ≥ 5 members, came to 4 members: not kept",
        "2022: asked ≥ 5 members, came to 5 members: kept",
        "2023: asked ≥ 5 members, came to 1 member: open",
    ]
    assert vietnamese[0] == ("năm 2020, 6 tháng trong kỳ: giao ≥ 2 đảng viên (⌊5 × 0,5⌋), thực hiện 2 đảng viên: đạt")
    assert vietnamese[1] == "năm 2021: giao ≥ 5 đảng viên, thực hiện 4 đảng viên: không đạt"
    assert vietnamese[3].endswith("thực hiện 1 đảng viên: chưa kết luận")


def test_years_of_an_amended_rank_by_hand() -> None:
    """8th in 2021 is held against the goal of then, 5th; 8th in 2023 against that of 2023, 10th."""
    english, vietnamese = _years(
        '    indicator: governance/dti-rank\n    target: "<= 5"\n    amended: [{on: 2023-01-01, target: "<= 10"}]\n'
        "    readings: {2021: 8, 2023: 8}\n",
        "2023-12-31",
    )
    assert english == [
        "2021: asked 5th or better, came to 8th: not kept",
        "2023: asked 10th or better, came to 8th: kept",
    ]
    assert vietnamese[0] == "năm 2021: giao hạng 5 trở lên, thực hiện hạng 8: không đạt"


def test_years_of_what_is_judged_as_a_whole_are_not_told() -> None:
    """A goal of the term, or of the average of its years, binds no year."""
    for goal in ("100 members", "20 members/year"):
        target = f"    indicator: party/members-admitted\n    target: {goal}\n    readings: {{2021: 4}}\n"
        assert _years(target, "2022-12-31") == ([], [])


def test_the_quarters_of_a_year_by_hand() -> None:
    """What starts anew each year has its latest whole year as a sum of its quarters, in a step of its own."""
    steps = _shown(
        "    indicator: {name: T, kind: annual, unit: VND, better: higher}\n    target: 100 million VND\n"
        "    readings: {2021: 90_000_000, 2022-Q1: 20_000_000, 2022-Q2: 25_000_000, 2022-H2: 50_000_000}\n"
    )
    assert steps["the figure of 2022"] == ("20 + 25 + 50", "95 million VND")
    assert steps["achieved"][1] == "95 million VND"
    assert steps["attainment"] == ("95 ÷ 100", "95%")
