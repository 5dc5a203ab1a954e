"""The calculation of one target, step by step: what goes in and from where, what comes out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partykpi.core.measure import Step
from partykpi.core.report import Assessment, Report
from partykpi.render.commands.explain_inputs import indicator_lines, input_lines, time_lines
from partykpi.render.commands.explain_outcome import rounding_lines, status_lines, year_lines
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.equation import Equation, equation
from partykpi.render.text.wrap import hang, one_line, width
from partykpi.text import Language, Text

_WIDTH = 80
_LONG_NAME = 26

_INDICATOR = Text("Indicator", "Chỉ số")
_INPUTS = Text("Inputs", "Số liệu đầu vào")
_TIME = Text("Time", "Thời gian")
_CALCULATION = Text("Calculation", "Cách tính")
_YEARS = Text("Years", "Từng năm")
_ROUNDING = Text("Rounding", "Làm tròn")

_NOT_CALCULATED = Text("There is nothing to calculate.", "Không có gì để tính.")
_NO_CLAIMS = Text("None.", "Không có.")


class Section(NamedTuple):
    """A titled part of an explanation: its lines, its equations and, below both, its closing sentence if it has one."""

    title: str
    lines: tuple[str, ...] = ()
    equations: tuple[Equation, ...] = ()
    closing: str = ""


def sections(report: Report, assessment: Assessment, steps: Sequence[Step], language: Language) -> list[Section]:
    """Return the whole calculation of a target, the rounding step last."""
    refusal = assessment.measure.refusal
    calculation = Section(
        _CALCULATION[language],
        () if steps else (_NOT_CALCULATED[language],),
        tuple(equation(step, language) for step in steps),
        "" if refusal is None else words.ended(words.capital(locale.write(refusal, language))),
    )
    return [
        Section(_INDICATOR[language], tuple(indicator_lines(assessment.target, language))),
        Section(_INPUTS[language], tuple(input_lines(assessment, assessment.case.moment, language))),
        Section(_TIME[language], tuple(time_lines(report, assessment, language))),
        calculation,
        *_years(assessment, language),
        Section(words.STATUS[language], tuple(status_lines(report, assessment, language))),
        Section(words.CLAIMS[language], tuple(_claims(assessment, language))),
        Section(_ROUNDING[language], tuple(rounding_lines(assessment, language))),
    ]


def explain(report: Report, assessment: Assessment, steps: Sequence[Step], language: Language) -> str:
    """Return the whole calculation as plain text of 80 columns."""
    target = assessment.target
    lines = [
        hang(f"{one_line(target.name[language])} ({one_line(target.id)})", _WIDTH, then="  "),
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


def _years(assessment: Assessment, language: Language) -> Iterator[Section]:
    """Return what each year was asked and came to, where the goal binds every year by itself."""
    lines = tuple(year_lines(assessment, language))
    if lines:
        yield Section(_YEARS[language], lines)


def _claims(assessment: Assessment, language: Language) -> list[str]:
    lines = []
    for judgement in assessment.judgements:
        place = judgement.claim.place
        sign = words.look_of(judgement).sign
        sentence = sentences.claim_sentence(judgement, language)
        lines.append(f"{sign} {sentence} ({one_line(place.source.name)}:{place.line}:{place.column})")
    return lines or [_NO_CLAIMS[language]]
