"""`partykpi explain`: one target's calculation, step by step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli.report import assess_as_of
from partykpi.core import kinds
from partykpi.load import load_content
from partykpi.load.reader import did_you_mean
from partykpi.render.explain import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from partykpi.core.report import Assessment, Report
    from partykpi.load.catalogue import Catalogue

# Completing must not keep anybody waiting: of a larger file no targets are offered.
_QUICKLY_READ = 1_000_000


def complete_targets(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the targets of the file given before that begin so; none where it cannot be read."""
    from click.shell_completion import CompletionItem

    file = ctx.params.get("file")
    try:
        if not isinstance(file, str) or not os.path.isfile(file) or os.path.getsize(file) > _QUICKLY_READ:
            return []
        content = load_content(file, _options.read_bytes(file), ctx.params.get("catalogue"))
    except OSError:
        return []
    language = chosen_language(ctx.params.get("lang"), content.resolution and content.resolution.language)
    return [
        CompletionItem(target.id, help=target.name[language])
        for target in (content.resolution.targets if content.resolution is not None else ())
        if target.id.startswith(incomplete)
    ]


@click.command(
    "explain",
    help=say(
        "Show how one TARGET of FILE (its id, or its number in the report) is calculated, step by step.",
        "Giải thích từng bước cách tính một CHỈ TIÊU của TỆP (theo mã, hoặc số thứ tự trong báo cáo).",
    ),
    epilog=say(
        "Example: partykpi explain resolution.yaml members-admitted",
        "Ví dụ: partykpi explain nghi-quyet.yaml members-admitted",
    ),
)
@click.argument("file", type=click.Path(), metavar=say("FILE", "TỆP"))
@click.argument("target", metavar=say("TARGET", "CHỈ_TIÊU"), shell_complete=complete_targets)
@_options.as_of
@_options.catalogue
@_options.lang
def command(file: str, target: str, as_of: str | None, catalogue: Catalogue, lang: str | None) -> int:
    content = load_content(_options.shown_name(file), _options.read_bytes(file), catalogue)
    language = chosen_language(lang, content.resolution and content.resolution.language)
    _options.show_findings(content.findings, language)
    if any(found.code == "unreadable-file" for found in content.findings):
        return FAILURE
    if content.resolution is None or any(found.severity == "error" for found in content.findings):
        return FINDINGS
    report = assess_as_of(content.resolution, as_of)
    chosen = named_target(report, target)
    kind = kinds.find(chosen.target.indicator.kind)
    steps = kind.steps(chosen.target, chosen.readings, chosen.goal, report.moment, chosen.measure)
    sys.stdout.write(explain(report, chosen, steps, language))
    return FINE


def named_target(report: Report, target: str) -> Assessment:
    """Return the target of that id or number; a usage error that offers the nearest where there is none."""
    by_id = {assessment.target.id: assessment for assessment in report.assessments}
    return by_id[known_id(list(by_id), target)]


def known_id(ids: Sequence[str], target: str) -> str:
    """Return the id that is called so, by itself or by its number; a usage error where there is none."""
    asked = normalize("NFC", target)
    named = {str(number): id for number, id in enumerate(ids, 1)} | {id: id for id in ids}
    if asked not in named:
        near = did_you_mean(asked, ids)
        raise click.UsageError(say(f"no target `{target}`: {near.en}", f"không có chỉ tiêu `{target}`: {near.vi}"))
    return named[asked]
