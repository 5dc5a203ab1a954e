"""`partykpi check`: everything that is wrong with resolutions and catalogue files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from partykpi.cli import UNKNOWN, _options, exit_status
from partykpi.cli._files import read_bytes, shown_name
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import in_color
from partykpi.findings import UNCHECKED_FOLDER, capped
from partykpi.parse import load_content, why_unreadable
from partykpi.problem import Place, Source, find, in_order
from partykpi.render import findings as formats
from partykpi.text import Text

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue
    from partykpi.problem import Finding
    from partykpi.text import Language

# Fewer files than this are done before a second process has started.
_WORTH_SHARING = 200

_NOTHING = Text("there is no YAML file in it", "không có tệp YAML nào")


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
    files, found = _files(options.paths)
    checked = list(_check_all(files, options.catalogue))
    found += [finding for one in checked for finding in one.findings if _is_asked_for(finding.code, options)]
    found.sort(key=in_order)
    names = [shown_name(file) for file in files]
    language = chosen_language(options.lang, *(one.language for one in checked))
    sys.stdout.write(formats.find(options.format_name).render(found, names, language, in_color(sys.stdout)))
    sys.stdout.flush()
    return exit_status(found, ("error", "warning") if options.strict else ("error",))


def _is_asked_for(code: str, options: CheckOptions) -> bool:
    """Say whether to show a finding; what leaves something unknown is always shown."""
    if code in UNKNOWN:
        return True
    return (not options.select or code in options.select) and code not in options.ignore


def _files(paths: Iterable[str]) -> tuple[list[str], list[Finding]]:
    """Return the files named, and of each folder all YAML files in it and below, sorted; and what is not checked."""
    files: dict[str, None] = {}
    found: list[Finding] = []
    for path in paths:
        if not os.path.isdir(path):
            files[path] = None
            continue
        below, unread = _below(path)
        files.update(dict.fromkeys(below))
        found += unread
        if not below and not unread:
            found.append(unchecked(path, _NOTHING))
    return list(files), found


def _below(folder: str) -> tuple[list[str], list[Finding]]:
    """Return the YAML files of a folder and of all below it, however deep, and a finding for each that is not read."""
    files: list[str] = []
    found: list[Finding] = []
    waiting = [folder]
    while waiting:
        where = waiting.pop()
        try:
            with os.scandir(where) as entries:
                inside = sorted((entry.name, entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries)
        except OSError as error:
            found.append(unchecked(where, why_unreadable(error)))
            continue
        for name, path, is_folder in inside:
            if not is_folder and name.endswith((".yaml", ".yml")):
                files.append(path)
        waiting += [path for name, path, is_folder in reversed(inside) if is_folder and not name.startswith(".")]
    return files, found


def unchecked(folder: str, reason: Text) -> Finding:
    """Return the finding of a folder, all of which or a part of which is not checked."""
    return find(UNCHECKED_FOLDER, Place(Source(folder, ""), 1, 1, 1), reason=reason)


class Checked(NamedTuple):
    """Everything that is wrong with one file, in the order of its lines, and its language, where it has one."""

    findings: list[Finding]
    language: Language | None


def check_file(file: str, catalogue: Catalogue, today: date) -> Checked:
    """Return everything that is wrong with one file; also that the check itself failed."""
    try:
        return _checked(file, catalogue, today)
    except Exception as error:  # whatever it is, the other files are checked
        return _failed(file, error)


def _checked(file: str, catalogue: Catalogue, today: date) -> Checked:
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


def _failed(file: str, error: Exception) -> Checked:
    from partykpi.cli._faults import in_file

    return Checked([in_file(shown_name(file), error)], None)


def _check_all(files: Sequence[str], catalogue: Catalogue) -> Iterator[Checked]:
    """Check the files, many of them in as many processes as there are processors, and keep their order."""
    today = date.today()
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(files) < _WORTH_SHARING or processors < 2:
        for file in files:
            yield check_file(file, catalogue, today)
        return
    from partykpi.cli._workers import shared

    results = shared(partial(check_file, catalogue=catalogue, today=today), _failed, files, processors)
    if not sys.stderr.isatty():
        yield from results
        return
    label = say("checking", "đang kiểm tra")
    with click.progressbar(results, length=len(files), label=label, file=sys.stderr) as bar:
        yield from bar
