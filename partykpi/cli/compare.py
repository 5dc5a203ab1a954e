"""`partykpi compare`: what has changed between two dates, or between two files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from partykpi.cli import FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import assess_as_of, read_resolution
from partykpi.cli._show import in_color, width
from partykpi.core.compare import compare
from partykpi.render.commands.compare import FORMATS, FormatName, render

if TYPE_CHECKING:
    from partykpi.core.model import Resolution
    from partykpi.parse.catalogue import Catalogue


class CompareOptions(NamedTuple):
    """What the command line asks of a comparison."""

    files: tuple[str, ...]
    since: str | None
    until: str | None
    format_name: FormatName
    catalogue: Catalogue
    lang: str | None


@click.command(
    "compare",
    help=say(
        "Show what has changed in FILE between two dates, or between the files OLD and NEW: what moved and by how many "
        "points, statuses, targets added, dropped or amended.",
        "Cho biết những thay đổi của một TỆP giữa hai thời điểm, hoặc giữa tệp CŨ và tệp MỚI: chỉ tiêu nào tăng, giảm "
        "bao nhiêu điểm %, mức đánh giá, chỉ tiêu bổ sung, bãi bỏ hoặc điều chỉnh.",
    ),
    short_help=say("What moved between two dates, or two files.", "Những thay đổi giữa hai thời điểm hoặc hai tệp."),
    epilog=say(
        "Example: partykpi compare resolution.yaml --from 2022-12-31 --to 2024-12-31",
        "Ví dụ: partykpi compare nghi-quyet.yaml --from 31/12/2022 --to 31/12/2024",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar=say("FILE | OLD NEW", "TỆP | CŨ MỚI"))
@click.option(
    "--from",
    "since",
    metavar=say("DATE", "NGÀY"),
    shell_complete=_options.complete_days,
    help=say(
        "The earlier day to look at: a date, a month, a year, mid-term or end; of two files that of OLD.",
        "Thời điểm trước: ngày, tháng, năm, “giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”; với hai tệp là của tệp CŨ.",
    ),
)
@click.option(
    "--to",
    "until",
    metavar=say("DATE", "NGÀY"),
    shell_complete=_options.complete_days,
    help=say(
        "The later day to look at; of two files that of NEW.",
        "Thời điểm sau; với hai tệp là của tệp MỚI.",
    ),
)
@_options.output_format(FORMATS, "table", say("How to show it.", "Dạng trình bày."))
@_options.catalogue
@_options.lang
@_options.as_one(CompareOptions)
def command(options: CompareOptions) -> int:
    """Show what has changed, and return the exit status, which claims that disagree do not change."""
    _check_usage(options)
    status = FINE
    resolutions: list[Resolution] = []
    for file in options.files:
        resolution, found_status = read_resolution(file, options.catalogue, options.lang)
        status = max(status, found_status)
        if resolution is not None:
            resolutions.append(resolution)
    if status != FINE:
        return status
    before = assess_as_of(resolutions[0], options.since, "--from")
    after = assess_as_of(resolutions[-1], options.until, "--to")
    if len(options.files) == 1 and before.moment.as_of > after.moment.as_of:
        raise click.UsageError(
            say(
                f"--from {options.since} lies after --to {options.until}",
                f"--from {options.since} muộn hơn --to {options.until}",
            )
        )
    language = chosen_language(options.lang, *(one.language for one in resolutions))
    color = in_color(sys.stdout)
    sys.stdout.write(render(compare(before, after), options.format_name, language, width(), color))
    return FINE


def _check_usage(options: CompareOptions) -> None:
    files = options.files
    if len(files) > 2:
        raise click.UsageError(
            say(
                f"give one file and two dates, or two files; there are {len(files)} files",
                f"cần một tệp và hai thời điểm, hoặc hai tệp; đang có {len(files)} tệp",
            )
        )
    if len(files) == 1 and (options.since is None or options.until is None):
        raise click.UsageError(
            say(
                "one file is compared at two dates: give both --from and --to, or a second file",
                "so sánh một tệp cần hai thời điểm: ghi cả --from và --to, hoặc thêm tệp thứ hai",
            )
        )
