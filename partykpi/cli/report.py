"""`partykpi report`: how far each target is met."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _options
from partykpi.cli._language import chosen_language, help_language, say
from partykpi.core.model import Status
from partykpi.core.report import Report, assess
from partykpi.load import load_content
from partykpi.load.decode import read_as_of
from partykpi.render import report as formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partykpi.core.model import Resolution
    from partykpi.load.catalogue import Catalogue
    from partykpi.text import GivenText

# The names of the columns for the help, which is made at every start, before the columns themselves are loaded.
_COLUMNS = (
    "number, target, unit, goal, achieved, attainment, published, status, due, pace, forecast, needed, reach, periods, "
    "owner, note, baseline, indicator, kind, years"
)
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
@click.option(
    "--columns",
    "columns_asked",
    metavar=say("NAME,...", "TÊN,..."),
    help=say(
        f"Columns to show, in this order; +NAME,+NAME to add to the usual ones: {_COLUMNS}.",
        f"Các cột cần hiện, theo thứ tự; +TÊN,+TÊN để thêm vào các cột thường dùng: {_COLUMNS}.",
    ),
)
@click.option(
    "--wide",
    is_flag=True,
    help=say(
        "The full table of a mid-term review: a column a year, total, forecast, unit in charge.",
        "Bảng đầy đủ để sơ kết: mỗi năm một cột, tổng, dự báo, đơn vị chủ trì.",
    ),
)
@click.option(
    "--sort",
    "sort_asked",
    metavar=say("NAME", "TÊN"),
    help=say(
        "Sort by a column's exact value, -NAME from the greatest down; several by commas.",
        "Sắp xếp theo giá trị chính xác của một cột, -TÊN để xếp giảm dần; nhiều cột cách nhau bằng dấu phẩy.",
    ),
)
@click.option(
    "--group-by",
    type=click.Choice(get_args(formats.Grouping)),
    help=say(
        "Group by field of the catalogue, unit in charge or status.",
        "Chia nhóm theo lĩnh vực của danh mục, đơn vị chủ trì hoặc đánh giá.",
    ),
)
@_options.catalogue
@_options.lang
def command(
    files: tuple[str, ...],
    as_of: str | None,
    only: tuple[Status, ...],
    fail_on: tuple[Status, ...],
    format_name: str,
    columns_asked: str | None,
    wide: bool,
    sort_asked: str | None,
    group_by: formats.Grouping | None,
    catalogue: Catalogue,
    lang: str | None,
) -> int:
    """Show the reports of all files that can be assessed, and return the exit status."""
    chosen_columns = _columns(columns_asked, wide)
    sort = _sort(sort_asked)
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
        fields = _fields(reports, catalogue) if group_by == "field" else {}
        layout = formats.Layout(
            _options.width(), _options.in_color(sys.stdout), only, chosen_columns, sort, group_by, fields
        )
        sys.stdout.write(formats.find(format_name).render(reports, language, layout))
        sys.stdout.flush()
    if any(found.severity == "error" for report in reports for found in report.findings):
        status = max(status, FINDINGS)
    if any(assessment.status in fail_on for report in reports for assessment in report.assessments):
        status = max(status, FINDINGS)
    return status


def _columns(asked: str | None, wide: bool) -> tuple[str, ...]:
    """Return the columns to show, none for the usual ones; a usage error where one is not known."""
    if asked is None and not wide:
        return ()
    from partykpi.render import columns

    usual = columns.WIDE if wide else ()
    if asked is None:
        return usual
    names = [name.strip() for name in asked.split(",")]
    for name in names:
        if name.removeprefix("+") not in columns.names():
            raise _unknown_column("--columns", name.removeprefix("+"), columns.names())
    added = tuple(name.removeprefix("+") for name in names if name.startswith("+"))
    chosen = tuple(name for name in names if not name.startswith("+"))
    if chosen and wide:
        raise click.UsageError(
            say(
                "--wide and --columns both choose the columns; to add some to the wide table write --columns +NAME",
                "--wide và --columns đều chọn cột; để thêm cột vào bảng đầy đủ, ghi --columns +TÊN",
            )
        )
    return (chosen or usual or columns.DEFAULT) + added


def _sort(asked: str | None) -> tuple[str, ...]:
    """Return the columns to sort by; a usage error where one is not known."""
    if asked is None:
        return ()
    from partykpi.render import columns

    names = tuple(name.strip() for name in asked.split(","))
    known = [name for name in columns.names() if name != columns.YEARS]
    for name in names:
        if name.removeprefix("-") not in known:
            raise _unknown_column("--sort", name.removeprefix("-"), known)
    return names


def _unknown_column(option: str, name: str, known: Sequence[str]) -> click.UsageError:
    from partykpi.load.reader import did_you_mean

    near = did_you_mean(name, known)
    return click.UsageError(
        say(f"{option}: no column `{name}`: {near.en}", f"{option}: không có cột `{name}`: {near.vi}")
    )


def _fields(reports: Sequence[Report], catalogue: Catalogue) -> dict[str, GivenText]:
    """Return the name of the field of each indicator that is in the catalogue."""
    ids = {assessment.target.indicator.id for report in reports for assessment in report.assessments}
    fields = {id: catalogue.field(id.partition("/")[0]) for id in ids if id is not None}
    return {id: field.name for id, field in fields.items() if field is not None}


def assess_as_of(resolution: Resolution, as_of: str | None, option: str = "--as-of") -> Report:
    """Return the report as of what the option says; a usage error where that is no date in the term."""
    vietnamese = "vi" in (help_language(), resolution.language)
    chosen = None if as_of is None else read_as_of(as_of, resolution.term, vietnamese)
    if as_of is not None and chosen is None:
        raise click.UsageError(
            say(
                f"{option} {as_of}: write a date as 2024-09-30, a month, a year, mid-term or end",
                f"{option} {as_of}: ghi ngày như 30/9/2024, một tháng, một năm, “giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”",
            )
        )
    try:
        return assess(resolution, chosen, date.today())
    except ValueError:
        first = resolution.term.first
        raise click.UsageError(
            say(
                f"{option} {as_of} lies before the term of {resolution.file}, which begins {first}",
                f"{option} {as_of} sớm hơn ngày bắt đầu nhiệm kỳ của {resolution.file} ({first:%d/%m/%Y})",
            )
        ) from None
