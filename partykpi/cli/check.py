"""`partykpi check`: everything that is wrong with resolutions and catalogue files."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from partykpi.cli import _options, exit_status
from partykpi.cli._files import read_bytes, shown_name
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import in_color
from partykpi.findings import capped
from partykpi.parse import load_content
from partykpi.problem import in_order
from partykpi.render import findings as formats

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue
    from partykpi.problem import Finding
    from partykpi.text import Language

# Fewer files than this are done before a second process has started.
_WORTH_SHARING = 200
_CHUNK = 50


class CheckOptions(NamedTuple):
    """What the command line asks of a check."""

    paths: tuple[str, ...]
    format_name: str
    strict: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    catalogue: Catalogue
    lang: str | None


@click.command(
    "check",
    help=say(
        "Find everything that is wrong with the files and folders PATHS: resolutions and catalogue files.",
        "Tìm mọi lỗi trong các tệp và thư mục: nghị quyết và danh mục chỉ số.",
    ),
    short_help=say("Everything that is wrong with files and folders.", "Mọi lỗi trong các tệp và thư mục."),
    epilog=say(
        "Example: partykpi check examples indicators",
        "Ví dụ: partykpi check examples indicators",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar=say("PATH...", "ĐƯỜNG_DẪN..."))
@_options.output_format(formats.names(), "text", say("How to show the findings.", "Dạng trình bày kết quả."))
@click.option("--strict", is_flag=True, help=say("Warnings fail as well.", "Coi cảnh báo cũng là lỗi."))
@click.option(
    "--select",
    multiple=True,
    metavar=say("CODE", "MÃ"),
    help=say("Only these findings; repeatable.", "Chỉ xét các mã này; ghi được nhiều lần."),
)
@click.option(
    "--ignore",
    multiple=True,
    metavar=say("CODE", "MÃ"),
    help=say("Not these findings; repeatable.", "Bỏ qua các mã này; ghi được nhiều lần."),
)
@_options.catalogue
@_options.lang
@_options.as_one(CheckOptions)
def command(options: CheckOptions) -> int:
    """Show everything that is wrong with the files, and return the exit status."""
    if codes := options.select + options.ignore:
        from partykpi.cli.findings import definition

        for code in codes:
            definition(code)
    files = list(_files(options.paths))
    checked = list(_check_all(files, options.catalogue))
    found = [finding for one in checked for finding in one.findings if _is_asked_for(finding.code, options)]
    found.sort(key=in_order)
    names = [shown_name(file) for file in files]
    language = chosen_language(options.lang, *(one.language for one in checked))
    sys.stdout.write(formats.find(options.format_name).render(found, names, language, in_color(sys.stdout)))
    sys.stdout.flush()
    return exit_status(found, ("error", "warning") if options.strict else ("error",))


def _is_asked_for(code: str, options: CheckOptions) -> bool:
    """Say whether to show a finding; that a file cannot be read is always shown."""
    if code == "unreadable-file":
        return True
    return (not options.select or code in options.select) and code not in options.ignore


def _files(paths: Iterable[str]) -> Iterator[str]:
    """Return the files named, and of each folder all YAML files in it and below, sorted."""
    seen: set[str] = set()
    for path in paths:
        for file in _below(path) if os.path.isdir(path) else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: str) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".yaml", ".yml")):
                yield os.path.join(where, name)


class Checked(NamedTuple):
    """Everything that is wrong with one file, in the order of its lines, and its language, where it has one."""

    findings: list[Finding]
    language: Language | None


def check_file(file: str, catalogue: Catalogue, today: date) -> Checked:
    """Return everything that is wrong with one file."""
    content = load_content(shown_name(file), read_bytes(file), catalogue, any_content=True)
    found = content.findings
    resolution = content.resolution
    if resolution is not None and (resolution.claims or any(target.claims for target in resolution.targets)):
        from partykpi.core.report import check_claims

        on_claims = capped(check_claims(resolution, today))
        if on_claims:
            from partykpi.parse.keys import in_keys_of_file

            found = sorted(
                [*found, *map(in_keys_of_file, on_claims)],
                key=lambda finding: (finding.place.line, finding.place.column),
            )
    return Checked(found, content.language)


def _check_chunk(files: Sequence[str], catalogue: Catalogue, today: date) -> list[Checked]:
    return [check_file(file, catalogue, today) for file in files]


def _check_all(files: Sequence[str], catalogue: Catalogue) -> Iterator[Checked]:
    """Check the files, many of them in as many processes as there are processors, and keep their order."""
    today = date.today()
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(files) < _WORTH_SHARING or processors < 2:
        for file in files:
            yield check_file(file, catalogue, today)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    # the processes end before garbage matters, as this one does
    with ProcessPoolExecutor(processors, initializer=gc.disable) as pool:
        results = pool.map(partial(_check_chunk, catalogue=catalogue, today=today), chunks)
        if not sys.stderr.isatty():
            for found in results:
                yield from found
            return
        label = say("checking", "đang kiểm tra")
        with click.progressbar(length=len(files), label=label, file=sys.stderr) as bar:
            for chunk, found in zip(chunks, results, strict=True):
                bar.update(len(chunk))
                yield from found
