"""Where a report goes, in which format, and which options go with that."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from partykpi.cli import FAILURE, FINE
from partykpi.cli._language import say
from partykpi.cli._write import obstacle, write_whole
from partykpi.parse.yaml.reader import did_you_mean
from partykpi.render import report as formats
from partykpi.render.text.wrap import one_line
from partykpi.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partykpi.text import Language

ENDINGS = ", ".join(formats.endings())

_OF_RESOLUTIONS = (".yaml", ".yml")

# The formats that an option means something to.
_ONLY_FOR = {
    "profile": ("docx",),
    "table-style": ("md", "plain"),
    "long": ("csv",),
    "separator": ("csv",),
    "bom": ("csv",),
}


def chosen_format(asked: str | None, output: str | None) -> str:
    """Return the name of the format asked for, or that of the file's ending; a usage error where it will not do."""
    if output is None:
        return _for_standard_output(asked or "table")
    shown = one_line(output)
    if output.lower().endswith(_OF_RESOLUTIONS):
        raise click.UsageError(
            say(
                f"--output {shown}: resolution files end so, a report does not: end it in one of {ENDINGS}",
                f"--output {shown}: đuôi này dành cho tệp nghị quyết; hãy dùng một trong các đuôi {ENDINGS}",
            )
        )
    of_ending = formats.of_file(output)
    name = asked or of_ending
    if name is None:
        raise click.UsageError(
            say(
                f"--output {shown}: the ending does not tell the format: end it in one of {ENDINGS}, or add --format",
                f"--output {shown}: đuôi tệp không cho biết định dạng: dùng một trong các đuôi {ENDINGS}, "
                "hoặc thêm --format",
            )
        )
    if of_ending not in (None, name) and (of_ending != "plain" or formats.find(name).binary):
        raise click.UsageError(
            say(
                f"--format {name} does not go with the ending of --output {shown}; leave one of the two out",
                f"--format {name} không khớp với đuôi tệp của --output {shown}; hãy bỏ bớt một trong hai",
            )
        )
    return name


def _for_standard_output(name: str) -> str:
    if formats.find(name).binary:
        raise click.UsageError(
            say(
                f"--format {name} makes a file: add --output NAME.{name}",
                f"--format {name} tạo ra tệp: hãy thêm --output TÊN.{name}",
            )
        )
    return name


def refuse_others(name: str, given: Mapping[str, object]) -> None:
    """Complain of options that are given and mean nothing to the format."""
    for option, value in given.items():
        of = _ONLY_FOR[option]
        if value and name not in of:
            shown = ", ".join(of)
            raise click.UsageError(
                say(
                    f"--{option} is for the format {shown}, not {name}",
                    f"--{option} dùng cho {shown}, không dùng cho {name}",
                )
            )


def know_style(table_style: str | None) -> None:
    """Complain of a table style that there is not."""
    if table_style is None:
        return
    known = formats.table_styles()
    if table_style not in known:
        near = did_you_mean(table_style, known)
        raise click.UsageError(
            say(
                f"--table-style: no style `{table_style}`: {near.en}",
                f"--table-style: không có kiểu `{table_style}`: {near.vi}",
            )
        )


def in_the_way(output: str, files: Sequence[str], force: bool) -> Text | None:
    """Return the sentence that says why the file cannot be written; what is read is never written over."""
    if any(_same(file, output) for file in files):
        shown = one_line(output)
        return Text(
            f"{shown} is what is reported on, and is left as it is",
            f"{shown} là tệp cần lập báo cáo; không ghi đè",
        )
    return obstacle(output, force)


def _same(file: str, output: str) -> bool:
    with suppress(OSError, ValueError):
        found = os.fstat(sys.stdin.fileno()) if file == "-" else os.stat(file)
        return os.path.samestat(found, os.stat(output))
    return False


def write(output: str, content: bytes, force: bool, language: Language) -> int:
    """Write the file, say so or why not, and return the exit status."""
    found = write_whole(output, content, force)
    shown = one_line(output)
    done = Text(f"{shown} is written", f"Đã ghi {shown}")
    click.echo((found or done)[language], err=True)
    return FINE if found is None else FAILURE


def tell_unwritten(output: str, language: Language) -> None:
    """Say that nothing is written, since a file that belongs in the report could not be reported."""
    shown = one_line(output)
    text = Text(
        f"{shown} is not written, for not every file could be reported",
        f"Không ghi {shown} vì có tệp chưa lập được báo cáo",
    )
    click.echo(text[language], err=True)


def show(text: str) -> None:
    """Write a report to the standard output, its lines ended as its format ends them, on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)
    sys.stdout.flush()
