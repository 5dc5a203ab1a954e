"""`partykpi report`: how far each target is met."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.core.model import Status
from partykpi.core.report import Report, assess
from partykpi.load import load_content
from partykpi.load.decode import read_as_of
from partykpi.render import report as formats

if TYPE_CHECKING:
    from partykpi.core.model import Resolution
    from partykpi.load.catalogue import Catalogue

_STATUSES: tuple[Status, ...] = get_args(Status)


@click.command(
    "report",
    help=say(
        "Show how far each target of FILES is met; - is the standard input.",
        "Cho biết từng chỉ tiêu trong các TỆP đạt đến đâu; - là đầu vào chuẩn.",
    ),
    epilog=say(
        "Example: partykpi report resolution.yaml --as-of 2022-12-31 --lang vi",
        "Ví dụ: partykpi report nghi-quyet.yaml --as-of 2022-12-31 --lang vi",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar=say("FILE...", "TỆP..."))
@_options.as_of
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(_STATUSES),
    help=say("Show only targets of this status; repeatable.", "Chỉ hiện chỉ tiêu có đánh giá này; ghi được nhiều lần."),
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(_STATUSES),
    help=say(
        "Exit with 1 where a target has this status; repeatable.",
        "Kết thúc với mã 1 nếu có chỉ tiêu mang đánh giá này; ghi được nhiều lần.",
    ),
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(formats.names()),
    default="table",
    show_default=True,
    help=say("How to show it.", "Dạng trình bày."),
)
@_options.catalogue
@_options.lang
def command(
    files: tuple[str, ...],
    as_of: str | None,
    only: tuple[Status, ...],
    fail_on: tuple[Status, ...],
    format_name: str,
    catalogue: Catalogue,
    lang: str | None,
) -> int:
    status = FINE
    reports: list[Report] = []
    for file in files:
        content = load_content(_options.shown_name(file), _options.read_bytes(file), catalogue)
        language = chosen_language(lang, content.resolution and content.resolution.language)
        _options.show_findings(content.findings, language)
        if any(found.code == "unreadable-file" for found in content.findings):
            status = FAILURE
        elif content.resolution is None or any(found.severity == "error" for found in content.findings):
            status = max(status, FINDINGS)
        else:
            reports.append(assess_as_of(content.resolution, as_of))
    if reports:
        language = chosen_language(lang, reports[0].resolution.language)
        layout = formats.Layout(_options.width(), _options.in_color(sys.stdout), only)
        sys.stdout.write(formats.find(format_name).render(reports, language, layout))
        sys.stdout.flush()
    if any(found.severity == "error" for report in reports for found in report.findings):
        status = max(status, FINDINGS)
    if any(assessment.status in fail_on for report in reports for assessment in report.assessments):
        status = max(status, FINDINGS)
    return status


def assess_as_of(resolution: Resolution, as_of: str | None) -> Report:
    """Return the report as of what `--as-of` says; a usage error where that is no date in the term."""
    chosen = None if as_of is None else read_as_of(as_of, resolution.term)
    if as_of is not None and chosen is None:
        raise click.UsageError(
            say(
                f"--as-of {as_of}: write a date as 2024-09-30, a month, a year, mid-term or end",
                f"--as-of {as_of}: ghi ngày theo dạng 2024-09-30, một tháng, một năm, mid-term hoặc end",
            )
        )
    try:
        return assess(resolution, chosen, date.today())
    except ValueError:
        first = resolution.term.first
        raise click.UsageError(
            say(
                f"--as-of {as_of} lies before the term of {resolution.file}, which begins {first}",
                f"--as-of {as_of} nằm trước nhiệm kỳ của {resolution.file}, bắt đầu {first}",
            )
        ) from None
