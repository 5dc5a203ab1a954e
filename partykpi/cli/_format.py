"""The format of a report, by the ending of its file or by name, and which options go with it."""

from __future__ import annotations

from collections.abc import Mapping

import click

from partykpi.cli._language import say
from partykpi.cli._options import unknown_name
from partykpi.render import report as formats
from partykpi.render.text.wrap import one_line
from partykpi.text import Text

ENDINGS = ", ".join(formats.endings())

_OF_RESOLUTIONS = (".yaml", ".yml")

# The formats that an option means something to.
_ONLY_FOR = {
    "profile": ("docx",),
    "table_style": ("md", "plain"),
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
    for option, of in _ONLY_FOR.items():
        if given[option] and name not in of:
            shown, known = option.replace("_", "-"), ", ".join(of)
            raise click.UsageError(
                say(
                    f"--{shown} is for the format {known}, not {name}",
                    f"--{shown} dùng cho {known}, không dùng cho {name}",
                )
            )


def check_style(table_style: str | None) -> None:
    """Complain of a table style that there is not."""
    if table_style is not None and table_style not in (known := formats.table_styles()):
        raise unknown_name(Text("--table-style: no style", "--table-style: không có kiểu"), table_style, known)
