"""`partykpi template`: a sheet to fill in with the readings that are still missing."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from partykpi.cli import FAILURE, FINE, _options
from partykpi.cli._files import refuse_overwrite
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, read_resolution
from partykpi.cli._show import show_message
from partykpi.core.report import assess
from partykpi.parse.text.reading_style import reading_style
from partykpi.render.text.locale import counted, date_text
from partykpi.render.text.wrap import one_line
from partykpi.text import Text

if TYPE_CHECKING:
    from partykpi.core.model import Resolution
    from partykpi.core.report import Report
    from partykpi.parse.catalogue import Catalogue

_ENDING = ".xlsx"


class TemplateOptions(NamedTuple):
    """What the command line asks of a sheet to fill in."""

    file: str
    output: str
    force: bool
    as_of: str | None
    catalogue: Catalogue
    lang: str | None


@click.command(
    "template",
    help=say(
        "Write an Excel sheet that asks for the readings which FILE still lacks: a row a target, a column a period "
        "that is over by the as-of date. `record --from` puts what is filled in into FILE.",
        "Tạo bảng Excel để điền số liệu mà TỆP còn thiếu: mỗi chỉ tiêu một dòng, mỗi kỳ đã kết thúc tính đến ngày đánh "
        "giá một cột. `record --from` ghi số liệu đã điền vào TỆP.",
    ),
    short_help=say("A sheet that asks for the readings still missing.", "Bảng Excel để điền số liệu còn thiếu."),
    epilog=say(
        "Example: partykpi template resolution.yaml -o actuals.xlsx --as-of 2024",
        "Ví dụ: partykpi template nghi-quyet.yaml -o actuals.xlsx --as-of 2024",
    ),
)
@_options.file
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(readable=False),
    metavar=say("SHEET", "BẢNG"),
    help=say("The .xlsx file to write.", "Tệp .xlsx cần tạo."),
)
@click.option("--force", is_flag=True, help=say("Replace SHEET where it exists.", "Ghi đè BẢNG nếu đã có."))
@click.option(
    "--as-of",
    metavar=say("DATE", "NGÀY"),
    shell_complete=_options.complete_days,
    help=say(
        "Ask for the periods that are over by then; else by the as-of date of the file, else by today.",
        "Các kỳ đã kết thúc tính đến ngày này; nếu không ghi thì theo ngày đánh giá trong tệp, sau đó là hôm nay.",
    ),
)
@_options.catalogue
@_options.lang
@_options.as_one(TemplateOptions)
def command(options: TemplateOptions) -> int:
    """Write the sheet, or say why not, and return the exit status."""
    from partykpi.render.commands.template import WrittenUnit, open_cells, template  # loads what writes workbooks

    file, output = options.file, options.output
    shown = one_line(output)
    if not output.lower().endswith(_ENDING):
        raise click.UsageError(
            say(
                f"--output {shown}: the sheet is an Excel file: end its name in {_ENDING}",
                f"--output {shown}: bảng là tệp Excel: tên tệp phải có đuôi {_ENDING}",
            )
        )
    resolution, status = read_resolution(file, options.catalogue, options.lang)
    if resolution is None:
        return status
    language = chosen_language(options.lang, resolution.language)
    refusal = refuse_overwrite(output, (file,), options.force)
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    report = _report(resolution, options.as_of)
    count = sum(map(len, open_cells(report).values()))
    if not count:
        click.echo(_nothing_missing(report)[language])
        return FINE
    styles = {target.id: reading_style(target) for target in resolution.targets}
    units = {id: WrittenUnit(one.words, one.size) for id, one in styles.items()}
    from partykpi.cli._write import write_whole

    refusal, notes = write_whole(output, template(report, units, language), options.force)
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    for sentence in (_written(report, count, file, output), *notes):
        click.echo(sentence[language])
    return FINE


def _report(resolution: Resolution, as_of: str | None) -> Report:
    """Return the report as of the day that is asked for, else of the file's own, else of today."""
    if as_of is not None or resolution.as_of is not None:
        return assess_as_of(resolution, as_of)
    today = date.today()
    return assess(resolution, max(today, resolution.term.first), today)


def _nothing_missing(report: Report) -> Text:
    as_of = report.moment.as_of
    return Text(
        f"No reading is missing up to {date_text(as_of, 'en')}; --as-of looks at a later day. Nothing is written.",
        f"Tính đến {date_text(as_of, 'vi')} không thiếu số liệu nào; xem ngày muộn hơn bằng --as-of. Không tạo tệp.",
    )


def _written(report: Report, count: int, file: str, output: str) -> Text:
    as_of, sheet = report.moment.as_of, shlex.quote(one_line(output))
    name = shlex.quote(one_line(file))
    en, vi = ("FILE", "TỆP") if file == "-" else (name, name)
    readings = "1 reading is" if count == 1 else f"{count} readings are"
    return Text(
        f"{sheet} is written: {readings} missing up to {date_text(as_of, 'en')}. Fill it in, then: "
        f"partykpi record {en} --from {sheet}",
        f"Đã tạo {sheet}: còn thiếu {counted(count).vi} số liệu tính đến {date_text(as_of, 'vi')}. Hãy điền vào, rồi "
        f"chạy: partykpi record {vi} --from {sheet}",
    )
