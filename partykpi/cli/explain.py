"""`partykpi explain`: one target's calculation, step by step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from partykpi.cli import FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, complete_targets, named_target, read_resolution
from partykpi.core import kinds
from partykpi.render.commands.explain import explain

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue


@click.command(
    "explain",
    help=say(
        "Show how one TARGET of FILE (its id, or its number in the report) is calculated, step by step.",
        "Giải thích từng bước cách tính một CHỈ TIÊU của TỆP (theo mã, hoặc số thứ tự trong báo cáo).",
    ),
    short_help=say("One target's calculation, step by step.", "Cách tính một chỉ tiêu, từng bước."),
    epilog=say(
        "Example: partykpi explain resolution.yaml members-admitted",
        "Ví dụ: partykpi explain nghi-quyet.yaml members-admitted",
    ),
)
@_options.file
@click.argument("target", metavar=say("TARGET", "CHỈ_TIÊU"), shell_complete=complete_targets)
@_options.as_of
@_options.catalogue
@_options.lang
def command(file: str, target: str, as_of: str | None, catalogue: Catalogue, lang: str | None) -> int:
    resolution, status = read_resolution(file, catalogue, lang)
    if resolution is None:
        return status
    language = chosen_language(lang, resolution.language)
    report = assess_as_of(resolution, as_of)
    chosen = named_target(report, target)
    kind = kinds.find(chosen.target.indicator.kind)
    steps = kind.steps(chosen.case, chosen.measure)
    sys.stdout.write(explain(report, chosen, steps, language))
    return FINE
