"""`partykpi solve`: of actual, target and published figure, any two give the third."""

import sys
from typing import NamedTuple, assert_never

import click

from partykpi.cli import FINDINGS, FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import in_color, width
from partykpi.core.claims.solve import Solution, solve
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Claim
from partykpi.parse.text.claim_text import read_claim
from partykpi.parse.text.number import NumberStyle, other_style
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import find_unit
from partykpi.problem import Place, Source
from partykpi.render.commands.solve import FORMATS, FormatName, render
from partykpi.text import Language


class SolveOptions(NamedTuple):
    """What the command line gives to solve, and how to show what comes out."""

    actual: str | None
    target: str | None
    reported: str | None
    whole: bool | None
    format_name: FormatName
    lang: str | None


class _Operand(NamedTuple):
    """A figure of the command line: its values, and the unit that it was written with, if any."""

    figure: Interval
    unit: str

    @property
    def whole(self) -> bool:
        """Whether it is a whole number of something other than percent."""
        exact = self.figure.exact
        return self.unit != "%" and exact is not None and exact.denominator == 1


@click.command(
    "solve",
    help=say(
        "Give two of --actual, --target and --reported to find the third, or all three for a verdict. "
        "Numbers are read in the style of the language, else in the other.",
        "Cho hai trong ba số --actual, --target, --reported để tìm số còn lại, hoặc cả ba để đối chiếu. "
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
    help=say("What was to be achieved.", "Chỉ tiêu giao."),
)
@click.option(
    "--reported",
    metavar=say("CLAIM", "CÔNG_BỐ"),
    help=say(
        "What was published, in words of either language: 117%, “exceeds 25.8%”, “gấp 2,46 lần”.",
        "Số liệu đã công bố, ghi bằng lời như: 117%, “vượt 25,8%”, “gấp 2,46 lần”.",
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
    actual = _figure("--actual", options.actual, language)
    target = _figure("--target", options.target, language)
    claim = None if options.reported is None else _claim(options.reported, language)
    figures = [figure for figure in (actual, target) if figure is not None]
    units = {figure.unit for figure in figures} - {""}
    if len(units) > 1:
        raise click.UsageError(
            say(
                "--actual and --target must be in one unit",
                "--actual và --target phải cùng đơn vị tính",
            )
        )
    return solve(
        actual and actual.figure,
        target and target.figure,
        claim,
        whole=all(figure.whole for figure in figures) if options.whole is None else options.whole,
        percent="%" in units,
    )


def _figure(option: str, text: str | None, style: NumberStyle) -> _Operand | None:
    """Read a figure, in the other style where it cannot be in this one; a usage error where it is none."""
    if text is None:
        return None
    written = read_written(text, style)
    if not isinstance(written, Written):
        written = read_written(text, other_style(style))
    figure = _values(written) if isinstance(written, Written) else None
    if figure is None:
        raise click.UsageError(
            say(
                f"{option} {text}: write a number, as 48 or 48 members",
                f"{option} {text}: ghi một số, ví dụ 48 hoặc 48 đảng viên",
            )
        )
    return figure


def _values(written: Written) -> _Operand | None:
    """Return the values that a written figure means, or None where it means nothing here."""
    unit = find_unit(written.unit) if written.unit else None
    name = unit.id if unit is not None else written.unit
    if written.per is not None:
        name = f"{name}/{written.per}"
    if written.whole is not None:
        whole = written.whole.value
        return _Operand(exactly(100 * written.low.value / whole), "%") if whole > 0 else None
    low = written.low.value * written.scale
    high = low if written.high is None else written.high.value * written.scale
    match written.operator:
        case "" | "=" | "within":
            return _Operand(Interval(low, high), name) if low <= high else None
        case ">=" | ">":
            return _Operand(Interval(low, None, written.operator == ">="), name)
        case "<=" | "<":
            return _Operand(Interval(None, high, high_closed=written.operator == "<="), name)
        case _:
            assert_never(written.operator)


def _claim(text: str, style: NumberStyle) -> Claim:
    worded = read_claim(text, style) or read_claim(text, other_style(style))
    if worded is None or worded.number is None:
        raise click.UsageError(
            say(
                f"--reported {text}: write what was published, as 117%, “exceeds 25.8%” or “2.46 times”",
                f"--reported {text}: ghi số liệu đã công bố, ví dụ 117%, “vượt 25,8%” hoặc “gấp 2,46 lần”",
            )
        )
    place = Place(Source("--reported", text), 1, 1, len(text) + 1)
    return Claim(
        text,
        place,
        worded.sense,
        worded.number,
        worded.decimals,
        worded.nearness,
        worded.change,
    )
