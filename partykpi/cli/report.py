"""`partykpi report`: how far each target is met."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, get_args

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _columns, _options, _output
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, read_resolution
from partykpi.core.model import Profile, Status
from partykpi.core.report import Report
from partykpi.render import report as formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partykpi.parse.catalogue import Catalogue
    from partykpi.text import GivenText

_STATUSES: tuple[Status, ...] = get_args(Status)


@click.command(
    "report",
    help=say(
        "Show how far each target of FILES is met; - is the standard input.",
        "Cho biết từng chỉ tiêu trong các TỆP đạt đến đâu; - là đầu vào chuẩn.",
    ),
    short_help=say("How far each target is met.", "Từng chỉ tiêu đạt đến đâu."),
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
    "--output",
    "-o",
    type=click.Path(readable=False),
    metavar=say("FILE", "TỆP"),
    help=say(
        f"Write it to FILE, in the format of its ending: {_output.ENDINGS}; - is the standard output.",
        f"Ghi ra TỆP, định dạng theo đuôi của tên tệp: {_output.ENDINGS}; - là đầu ra chuẩn.",
    ),
)
@click.option("--force", is_flag=True, help=say("Replace FILE where it exists.", "Ghi đè TỆP nếu đã có."))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(formats.names()),
    help=say(
        "How to show it; else by the ending of FILE, else table.",
        "Dạng trình bày; nếu không ghi thì theo đuôi của TỆP, không có TỆP thì là “table”.",
    ),
)
@click.option(
    "--columns",
    "columns_asked",
    metavar=say("NAME,...", "TÊN,..."),
    help=say(
        f"Columns to show, in this order; +NAME,+NAME to add to the usual ones: {_columns.NAMES}.",
        f"Các cột cần hiện, theo thứ tự; +TÊN,+TÊN để thêm vào các cột thường dùng: {_columns.NAMES}.",
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
@click.option(
    "--profile",
    type=click.Choice(get_args(Profile)),
    help=say(
        "docx: the layout of party documents, of state documents, or a plain one; else as the file says.",
        "docx: thể thức văn bản của Đảng, văn bản hành chính hoặc thông thường; nếu không ghi thì theo tệp nghị quyết.",
    ),
)
@click.option(
    "--table-style",
    metavar=say("STYLE", "KIỂU"),
    help=say(
        "md, txt: a table style of tabulate, such as github, pipe, grid or simple.",
        "md, txt: kiểu bảng của tabulate, như “github”, “pipe”, “grid” hoặc “simple”.",
    ),
)
@click.option(
    "--long",
    is_flag=True,
    help=say("csv: a line for each reading, not for each target.", "csv: mỗi số liệu một dòng, thay cho mỗi chỉ tiêu."),
)
@click.option(
    "--separator",
    type=click.Choice(get_args(formats.Separator)),
    help=say(
        "csv: what stands between the values: comma (the usual), semicolon (Excel in Vietnamese) or tab.",
        "csv: dấu ngăn cách giữa các ô: “comma” là dấu phẩy (mặc định), “semicolon” là dấu chấm phẩy "
        "(cho Excel tiếng Việt), “tab” là dấu tab.",
    ),
)
@click.option(
    "--bom",
    is_flag=True,
    help=say(
        "csv: begin with a byte order mark, so that Excel reads the letters right.",
        "csv: ghi dấu BOM ở đầu để Excel đọc đúng chữ có dấu.",
    ),
)
@_options.catalogue
@_options.lang
def command(
    files: tuple[str, ...],
    as_of: str | None,
    only: tuple[Status, ...],
    fail_on: tuple[Status, ...],
    output: str | None,
    force: bool,
    format_name: str | None,
    columns_asked: str | None,
    wide: bool,
    sort_asked: str | None,
    group_by: formats.Grouping | None,
    profile: Profile | None,
    table_style: str | None,
    long: bool,
    separator: formats.Separator | None,
    bom: bool,
    catalogue: Catalogue,
    lang: str | None,
) -> int:
    """Show the reports of all files that can be assessed, or write them to a file, and return the exit status."""
    columns = _columns.shown(columns_asked, wide)
    sort = _columns.sorted_by(sort_asked)
    output = None if output == "-" else output
    if force and output is None:
        raise click.UsageError(say("--force goes with --output FILE", "--force phải đi cùng --output TỆP"))
    name = _output.chosen_format(format_name, output)
    _output.refuse_others(
        name, {"profile": profile, "table-style": table_style, "long": long, "separator": separator, "bom": bom}
    )
    _output.know_style(table_style)
    language = chosen_language(lang)
    if output is not None and (found := _output.in_the_way(output, files, force)) is not None:
        click.echo(found[language], err=True)
        return FAILURE
    status = FINE
    reports: list[Report] = []
    for file in files:
        resolution, found_status = read_resolution(file, catalogue, lang)
        status = max(status, found_status)
        if resolution is not None:
            reports.append(assess_as_of(resolution, as_of))
    if reports:
        language = chosen_language(lang, reports[0].resolution.language)
    if output is not None and len(reports) < len(files):
        _output.tell_unwritten(output, language)
    elif reports:
        layout = formats.Layout(
            only=only,
            columns=columns,
            sort=sort,
            group_by=group_by,
            fields=_fields(reports, catalogue) if group_by == "field" else {},
            table_style=table_style or "",
            profile=profile,
            long=long,
            separator=separator or "comma",
            byte_order_mark=bom,
        )
        if output is None:
            layout = layout._replace(width=_options.width(), color=_options.in_color(sys.stdout))
            _output.show(formats.in_text(name, reports, language, layout))
        else:
            written = _output.write(output, formats.in_bytes(name, reports, language, layout), force, language)
            status = max(status, written)
    if any(found.severity == "error" for report in reports for found in report.findings):
        status = max(status, FINDINGS)
    if any(assessment.status in fail_on for report in reports for assessment in report.assessments):
        status = max(status, FINDINGS)
    return status


def _fields(reports: Sequence[Report], catalogue: Catalogue) -> dict[str, GivenText]:
    """Return the name of the field of each indicator that is in the catalogue."""
    ids = {assessment.target.indicator.id for report in reports for assessment in report.assessments}
    fields = {id: catalogue.field(id.partition("/")[0]) for id in ids if id is not None}
    return {id: field.name for id, field in fields.items() if field is not None}
