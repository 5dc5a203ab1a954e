"""`partykpi solve`: of actual, target and published figure, any two give the third."""

import sys
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import click

from partykpi import findings
from partykpi.cli import FINDINGS, FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import in_color, width
from partykpi.core.claims.inputs import before_rounding
from partykpi.core.claims.solve import Solution, solve
from partykpi.core.figure import exactly
from partykpi.core.model import Claim, Unit
from partykpi.parse.text.amount import Amount, AmountFault, read_amount
from partykpi.parse.text.claim_text import WordedClaim, read_claim
from partykpi.parse.text.claim_unit import unit_of_claim
from partykpi.parse.text.number import NumberStyle, other_style
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import PERCENT, UNITS, find_unit
from partykpi.parse.values.claims import claim_of
from partykpi.parse.values.reading import values_of
from partykpi.problem import Place, Source
from partykpi.render.commands.solve import FORMATS, FormatName, render
from partykpi.render.text.locale import fill
from partykpi.text import LANGUAGES, Language, Text


class SolveOptions(NamedTuple):
    """What the command line gives to solve, and how to show what comes out."""

    actual: str | None
    target: str | None
    reported: str | None
    whole: bool | None
    format_name: FormatName
    lang: str | None


class _Operand(NamedTuple):
    """A figure of the command line as it is written, and the style that its numbers are read in."""

    option: str
    text: str
    written: Written
    style: NumberStyle

    @property
    def unit(self) -> Unit | None:
        """The unit that it is written in, by itself where none is known by that name; None where there is none."""
        if self.written.whole is not None:
            return PERCENT
        name = self.written.unit
        return (find_unit(name) or Unit(name, Text(name, name), Text(name, name))) if name else None

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole number, and is written as one."""
        low, high, scale = self.written.low, self.written.high, self.written.scale
        numbers = [low] if high is None else [low, high]
        return all((number.value * scale).denominator == 1 for number in numbers) and not (
            scale == 1 and any(number.decimals for number in numbers)
        )


_BARE = Unit("", Text("", ""), Text("", ""))


@click.command(
    "solve",
    help=say(
        "Give two of --actual, --target and --reported to find the third, or all three for a verdict. "
        "Figures are read as in a file: units are converted, what is counted is whole. "
        "Numbers are read in the style of the language, else in the other.",
        "Cho hai trong ba số --actual, --target, --reported để tìm số còn lại, hoặc cả ba để đối chiếu. "
        "Số liệu được đọc như trong tệp: đơn vị tính được quy đổi, số đếm phải là số nguyên. "
        "Số được đọc theo cách viết của ngôn ngữ, nếu không được thì theo cách viết kia.",
    ),
    short_help=say(
        "The third of actual, target and percentage.", "Tìm số còn lại trong ba số: kết quả, chỉ tiêu, tỷ lệ."
    ),
    epilog=say(
        "Example: partykpi solve --actual 48 --reported 117%",
        "Ví dụ: partykpi solve --actual 48 --reported 117%",
    ),
)
@click.option(
    "--actual",
    metavar=say("FIGURE", "SỐ"),
    help=say("What was achieved.", "Kết quả thực hiện."),
)
@click.option(
    "--target",
    metavar=say("FIGURE", "SỐ"),
    help=say(
        "What was to be achieved; of a range the low end counts.", "Chỉ tiêu giao; nếu là một khoảng thì tính mức thấp."
    ),
)
@click.option(
    "--reported",
    metavar=say("CLAIM", "CÔNG_BỐ"),
    help=say(
        "What was published, in words of either language: 117%, “exceeds 25.8%”, “gấp 2,46 lần”, “vượt 6 đảng viên”.",
        "Số liệu đã công bố, ghi bằng lời như: 117%, “vượt 25,8%”, “gấp 2,46 lần”, “vượt 6 đảng viên”.",
    ),
)
@click.option(
    "--whole/--any",
    "whole",
    default=None,
    help=say(
        "Whether the unknown is a whole number; else it is where the figures given are.",
        "Số cần tìm có phải là số nguyên không; nếu không ghi thì theo các số đã cho.",
    ),
)
@_options.output_format(FORMATS, "table", say("How to show it.", "Dạng trình bày."))
@_options.lang
@_options.as_one(SolveOptions)
def command(options: SolveOptions) -> int:
    """Write the third figure or the verdict, and return the exit status."""
    language = chosen_language(options.lang)
    solution = _solution(options, language)
    sys.stdout.write(render(solution, options.format_name, language, width(), in_color(sys.stdout)))
    return FINDINGS if solution.verdict in ("impossible", "inconsistent") else FINE


def _solution(options: SolveOptions, language: Language) -> Solution:
    """Read what is given and return what it says of the rest."""
    if [options.actual, options.target, options.reported].count(None) > 1:
        raise click.UsageError(
            say(
                "give two of --actual, --target and --reported",
                "cần ít nhất hai trong ba số --actual, --target, --reported",
            )
        )
    given = (("--actual", options.actual), ("--target", options.target))
    operands = [_operand(option, text, language) for option, text in given if text is not None]
    worded = None if options.reported is None else _worded(options.reported, language)
    unit = _common_unit(operands, None if worded is None else worded[0])
    figures = {operand.option: _amount(operand, unit) for operand in operands}
    actual, target = figures.get("--actual"), figures.get("--target")
    known = unit.id in UNITS or unit.of is not None
    whole = unit.counted if known else all(operand.is_whole for operand in operands)
    return solve(
        None if actual is None else values_of(actual, unit),
        None if target is None else exactly(_bound(target)),
        None if worded is None or options.reported is None else _claim(options.reported, *worded, unit),
        whole=whole and not unit.percent if options.whole is None else options.whole,
        percent=unit.percent,
        unit=unit,
        before=None if actual is None or actual.step is None else before_rounding(actual.figure, actual.step),
    )


def _operand(option: str, text: str, style: NumberStyle) -> _Operand:
    """Read a figure, in the other style where it cannot be in this one; a usage error where it is none."""
    for tried in (style, other_style(style)):
        written = read_written(text, tried)
        if isinstance(written, Written):
            return _Operand(option, text, written, tried)
    raise click.UsageError(
        say(
            f"{option} {text}: write a number, as 48 or 48 members",
            f"{option} {text}: ghi một số, ví dụ 48 hoặc 48 đảng viên",
        )
    )


def _common_unit(operands: Sequence[_Operand], claim: WordedClaim | None) -> Unit:
    """Return the unit of the target, the actual or a difference; a usage error where they differ in time."""
    named = [operand for operand in operands if operand.unit is not None]
    if len({operand.written.per for operand in named}) > 1:
        raise click.UsageError(
            say("--actual and --target must be in one unit", "--actual và --target phải cùng đơn vị tính")
        )
    if named:
        return named[-1].unit or _BARE
    if claim is not None and claim.sense == "difference" and claim.unit:
        written = read_written(f"1 {claim.unit}", "en")
        found = find_unit(written.unit) if isinstance(written, Written) else None
        return found or Unit(claim.unit, Text(claim.unit, claim.unit), Text(claim.unit, claim.unit))
    return _BARE


def _amount(operand: _Operand, unit: Unit) -> Amount:
    """Return a figure as a file would read it in that unit; what is wrong with it is a usage error."""
    amount = read_amount(operand.text, operand.style, unit)
    if isinstance(amount, AmountFault):
        raise _usage_error(operand.option, operand.text, amount)
    if operand.option == "--target" and amount.operator in ("nearly", "about"):
        from partykpi.parse.values.goal_remedy import as_bound

        vague = AmountFault(findings.VAGUE_GOAL, {"text": operand.text, "bound": as_bound(operand.text)})
        raise _usage_error(operand.option, operand.text, vague)
    return amount


def _bound(target: Amount) -> Fraction:
    """Return the end of a target that attainment is measured against: of a range the low one."""
    low, high = target.figure.low, target.figure.high
    bound = high if target.operator in ("<", "<=") else low
    assert bound is not None
    return bound


def _usage_error(option: str, text: str, fault: AmountFault) -> click.UsageError:
    message, remedy = (
        Text(*(fill(words, fault.values, language) for language in LANGUAGES))
        for words in (fault.definition.message, fault.definition.remedy)
    )
    if fault.definition is findings.FRACTIONAL_COUNT:
        remedy = Text(
            "write it without decimals, or choose by --lang how numbers are written",
            "ghi không có phần thập phân, hoặc chọn cách viết số bằng --lang",
        )
    if fault.definition is findings.UNIT_MISMATCH:
        remedy = Text("write both in one unit", "ghi cả hai theo cùng đơn vị tính")
    return click.UsageError(
        say(f"{option} {text}: {message.en}; {remedy.en}", f"{option} {text}: {message.vi}; {remedy.vi}")
    )


def _worded(text: str, style: NumberStyle) -> tuple[WordedClaim, NumberStyle]:
    """Return what a claim says, and in which style; a usage error where it is none."""
    for tried in (style, other_style(style)):
        worded = read_claim(text, tried)
        if worded is not None and worded.number is not None:
            return worded, tried
    raise click.UsageError(
        say(
            f"--reported {text}: write what was published, as 117%, “exceeds 25.8%” or “6 more than the goal”",
            f"--reported {text}: ghi số liệu đã công bố, ví dụ 117%, “vượt 25,8%” hoặc “vượt 6 đảng viên”",
        )
    )


def _claim(text: str, worded: WordedClaim, style: NumberStyle, unit: Unit) -> Claim:
    claim_unit = unit_of_claim(text, worded, style, unit)
    if isinstance(claim_unit, AmountFault):
        raise _usage_error("--reported", text, claim_unit)
    return claim_of(text, Place(Source("--reported", text), 1, 1, len(text) + 1), worded, claim_unit)
