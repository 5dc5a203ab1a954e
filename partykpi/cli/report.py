"""`partykpi report`: how far each target is met."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _columns, _format, _options, exit_status
from partykpi.cli._files import refuse_overwrite
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, failed_at, read_resolution
from partykpi.cli._show import in_color, show_message, show_report, width
from partykpi.cli._words import OneOf, in_files
from partykpi.core.model import Profile, Status
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS, called
from partykpi.render import report as formats
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue

_STATUS = OneOf(get_args(Status), lambda: {status: called(status) for status in STATUS_WORDS})
_GROUPINGS: tuple[formats.Grouping, ...] = get_args(formats.Grouping)
_PROFILES: tuple[Profile, ...] = get_args(Profile)
_SEPARATORS: Mapping[formats.Separator, Text] = {
    "comma": Text("comma", "phẩy"),
    "semicolon": Text("semicolon", "chấm phẩy"),
    "tab": Text("tab", "tab"),
}
_COLUMNS = ", ".join(_columns.words())


class ReportOptions(NamedTuple):
    """What the command line asks of a report."""

    files: tuple[str, ...]
    as_of: str | None
    only: tuple[Status, ...]
    fail_on: tuple[Status, ...]
    output: str | None
    force: bool
    format_name: str | None
    columns: str | None
    wide: bool
    sort: str | None
    group_by: formats.Grouping | None
    profile: Profile | None
    table_style: str | None
    long: bool
    separator: formats.Separator | None
    bom: bool
    catalogue: Catalogue
    lang: str | None


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
    type=_STATUS,
    help=say("Show only targets of this status; repeatable.", "Chỉ hiện chỉ tiêu có đánh giá này; ghi được nhiều lần."),
)
@click.option(
    "--fail-on",
    multiple=True,
    type=_STATUS,
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
        f"Write it to FILE, in the format of its ending: {_format.ENDINGS}; - is the standard output.",
        f"Ghi ra TỆP, định dạng theo đuôi của tên tệp: {_format.ENDINGS}; - là đầu ra chuẩn.",
    ),
)
@click.option("--force", is_flag=True, help=say("Replace FILE where it exists.", "Ghi đè TỆP nếu đã có."))
@click.option(
    "--format",
    "format_name",
    type=OneOf(formats.names(), _options.format_names),
    help=say(
        "How to show it; else by the ending of FILE, else table.",
        "Dạng trình bày; nếu không ghi thì theo đuôi của TỆP, không có TỆP thì là bảng.",
    ),
)
@click.option(
    "--columns",
    metavar=say("NAME,...", "TÊN,..."),
    shell_complete=_columns.complete,
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
    metavar=say("NAME", "TÊN"),
    shell_complete=_columns.complete,
    help=say(
        "Sort by a column's exact value, -NAME from the greatest down; several by commas.",
        "Sắp xếp theo giá trị chính xác của một cột, -TÊN để xếp giảm dần; nhiều cột cách nhau bằng dấu phẩy.",
    ),
)
@click.option(
    "--group-by",
    type=OneOf(_GROUPINGS, lambda: in_files(_GROUPINGS)),
    help=say(
        "Group by field, unit in charge or status.",
        "Chia nhóm theo lĩnh vực, đơn vị chủ trì hoặc đánh giá.",
    ),
)
@click.option(
    "--profile",
    type=OneOf(_PROFILES, lambda: in_files(_PROFILES)),
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
    type=OneOf(_SEPARATORS, lambda: {one: [words] for one, words in _SEPARATORS.items()}),
    help=say(
        "csv: what stands between the values: comma (the usual), semicolon (Excel in Vietnamese) or tab.",
        "csv: dấu ngăn cách giữa các ô: phẩy (mặc định), chấm phẩy (cho Excel tiếng Việt) hoặc tab.",
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
@_options.as_one(ReportOptions)
def command(options: ReportOptions) -> int:
    """Show the reports of all files that can be assessed, or write them to a file, and return the exit status."""
    output = None if options.output == "-" else options.output
    name, layout = _asked_layout(options, output)
    language = chosen_language(options.lang)
    refusal = None if output is None else refuse_overwrite(output, options.files, options.force)
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    reports, status = _assessed(options)
    if reports:
        language = chosen_language(options.lang, *(one.resolution.language for one in reports))
        if options.group_by == "field":
            layout = layout._replace(fields=_fields(reports, options.catalogue))
    if output is not None and len(reports) < len(options.files):
        show_message(_not_written(output), language)
    elif output is not None:
        content = formats.in_bytes(name, reports, language, layout)
        status = max(status, _write(output, content, options.force, language))
    elif reports:
        layout = layout._replace(width=width(), color=in_color(sys.stdout))
        show_report(formats.in_text(name, reports, language, layout))
    return max(status, _judged(reports, options.fail_on))


def _asked_layout(options: ReportOptions, output: str | None) -> tuple[str, formats.Layout]:
    """Return the name of the format and the layout asked for; a usage error where they will not do."""
    shown = _columns.shown(options.columns, options.wide)
    sort = _columns.sorted_by(options.sort)
    if options.force and output is None:
        raise click.UsageError(say("--force goes with --output FILE", "--force phải đi cùng --output TỆP"))
    name = _format.chosen_format(options.format_name, output)
    _format.refuse_others(name, options._asdict())
    _format.check_style(options.table_style)
    return name, formats.Layout(
        only=options.only,
        columns=shown,
        sort=sort,
        group_by=options.group_by,
        table_style=options.table_style or "",
        profile=options.profile,
        long=options.long,
        separator=options.separator or "comma",
        byte_order_mark=options.bom,
    )


def _assessed(options: ReportOptions) -> tuple[list[Report], int]:
    """Return the reports of the files that have no errors, and the exit status that the others mean."""
    status = FINE
    reports: list[Report] = []
    for file in options.files:
        resolution, found_status = read_resolution(file, options.catalogue, options.lang)
        status = max(status, found_status)
        if resolution is None:
            continue
        try:
            reports.append(assess_as_of(resolution, options.as_of))
        except click.ClickException:
            raise
        except Exception as error:  # whatever it is, the other files are reported
            language = chosen_language(options.lang, resolution.language)
            status = max(status, failed_at(resolution.file, error, language))
    return reports, status


def _fields(reports: Sequence[Report], catalogue: Catalogue) -> Mapping[str | GivenText, GivenText]:
    """Return the name of the field of each indicator by its id, and of the fields that files name themselves.

    Those may be named like one of the catalogue, or by its id; capitals make no difference.
    """
    indicators = [assessment.target.indicator for report in reports for assessment in report.assessments]
    fields: dict[str | GivenText, GivenText] = {}
    for id in {indicator.id for indicator in indicators if indicator.id is not None}:
        name = catalogue.name_of(id.partition("/")[0])
        if name is not None:
            fields[id] = name
    own = [indicator.field for indicator in indicators if indicator.id is None and indicator.field is not None]
    known: dict[str, GivenText] = {}
    if own:
        for id in catalogue.fields():
            name = catalogue.name_of(id)
            known |= {} if name is None else dict.fromkeys([id, *_comparable(name)], name)
    for field in own:
        words = _comparable(field)
        fields[field] = next((known[word] for word in words if word in known), field)
        known |= {word: fields[field] for word in words if word not in known}
    return fields


def _comparable(name: GivenText) -> list[str]:
    return [" ".join(text.casefold().split()) for text in (name.en, name.vi) if text]


def _not_written(output: str) -> Text:
    shown = one_line(output)
    return Text(
        f"{shown} is not written, for not every file could be reported",
        f"Không ghi {shown} vì có tệp chưa lập được báo cáo",
    )


def _write(output: str, content: bytes, force: bool, language: Language) -> int:
    """Write the file, say so or why not, and return the exit status."""
    from partykpi.cli._write import write_whole

    shown = one_line(output)
    refusal, notes = write_whole(output, content, force)
    for sentence in (refusal or Text(f"{shown} is written", f"Đã ghi {shown}"), *notes):
        show_message(sentence, language)
    return FINE if refusal is None else FAILURE


def _judged(reports: Sequence[Report], fail_on: Sequence[Status]) -> int:
    """Return the exit status that the claims mean, and the statuses that are not to be."""
    if any(assessment.status in fail_on for report in reports for assessment in report.assessments):
        return FINDINGS
    return max((exit_status(report.findings) for report in reports), default=FINE)
