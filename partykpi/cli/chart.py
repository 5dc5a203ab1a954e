"""`partykpi chart`: the readings of a target over its period, with what is due, the goal and the forecast."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from partykpi.cli import FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, complete_targets, named_target, read_resolution
from partykpi.cli._show import in_color, width
from partykpi.core.chart import dated
from partykpi.render.picture.chart import draw, left_out
from partykpi.render.text.sentences import heading
from partykpi.render.text.wrap import USUAL_WIDTH, hang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partykpi.core.report import Report
    from partykpi.parse.catalogue import Catalogue
    from partykpi.text import Language

_ENOUGH = 2


@click.command(
    "chart",
    help=say(
        "Draw one TARGET of FILE (its id, or its number in the report) over its period; without it every target that "
        "has two dated readings.",
        "Vẽ biểu đồ một CHỈ TIÊU của TỆP (theo mã, hoặc số thứ tự trong báo cáo) theo thời gian trong kỳ; nếu "
        "không ghi thì vẽ mọi chỉ tiêu có từ hai số liệu ghi thời điểm.",
    ),
    short_help=say("The readings over the period, drawn.", "Biểu đồ số liệu theo thời gian trong kỳ."),
    epilog=say(
        "Example: partykpi chart resolution.yaml members-admitted",
        "Ví dụ: partykpi chart nghi-quyet.yaml members-admitted",
    ),
)
@_options.file
@click.argument("target", required=False, metavar=say("[TARGET]", "[CHỈ_TIÊU]"), shell_complete=complete_targets)
@_options.as_of
@_options.catalogue
@_options.lang
def command(file: str, target: str | None, as_of: str | None, catalogue: Catalogue, lang: str | None) -> int:
    """Draw the target or all of them, and return the exit status."""
    resolution, status = read_resolution(file, catalogue, lang)
    if resolution is None:
        return status
    language = chosen_language(lang, resolution.language)
    report = assess_as_of(resolution, as_of)
    numbers = range(1, len(report.assessments) + 1)
    if target is None:
        chosen = [number for number in numbers if dated(report.assessments[number - 1]) >= _ENOUGH]
    else:
        chosen = [report.assessments.index(named_target(report, target)) + 1]
    rest = [] if target is not None else [number for number in numbers if number not in chosen]
    sys.stdout.write("\n".join(_pictures(report, chosen, rest, language)))
    return FINE


def _pictures(report: Report, chosen: list[int], rest: list[int], language: Language) -> Iterator[str]:
    """Return what the report is of, each picture or why there is none, and what is left out."""
    columns, color = width() or USUAL_WIDTH, in_color(sys.stdout)
    yield "".join(hang(line, columns, then="  ") + "\n" for line in heading(report, language).lines)
    for number in chosen:
        yield draw(report, number, language, columns, color)
    if rest:
        yield hang(left_out(report, rest, language), columns) + "\n"
