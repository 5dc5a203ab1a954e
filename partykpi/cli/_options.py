"""Options and small steps that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partykpi.cli._language import say
from partykpi.text import LANGUAGES, Language

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue
    from partykpi.problem import Finding

Command = TypeVar("Command", bound=Callable[..., Any])


def lang(function: Command) -> Command:
    """Add `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=say(
            "Language; else that of the file, else that of the environment.",
            "Ngôn ngữ; nếu không ghi thì theo tệp, sau đó theo môi trường.",
        ),
    )(function)


def as_of(function: Command) -> Command:
    """Add `--as-of`."""
    return click.option(
        "--as-of",
        metavar=say("DATE", "NGÀY"),
        help=say(
            "The day to look at: a date, a month, a year, mid-term or end; overrules the file.",
            "Ngày đánh giá: ngày, tháng, năm, “giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”; thay cho ngày ghi trong tệp.",
        ),
    )(function)


def catalogue(function: Command) -> Command:
    """Add `--catalogue`, as the catalogue to use."""
    return click.option(
        "--catalogue",
        type=click.Path(exists=True, file_okay=False),
        callback=lambda _ctx, _option, folder: _catalogue(folder),
        metavar=say("DIR", "THƯ_MỤC"),
        help=say(
            "Folder of indicators to use in place of the one that comes with partykpi.",
            "Thư mục danh mục chỉ số dùng thay cho danh mục kèm theo partykpi.",
        ),
    )(function)


def _catalogue(folder: str | None) -> Catalogue:
    from partykpi.parse.catalogue import Catalogue, shipped

    return shipped() if folder is None else Catalogue(folder)


def read_bytes(name: str) -> bytes | OSError:
    """Return what a file (or `-`, standard input) holds, or the error that reading it made."""
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        return error


def shown_name(name: str) -> str:
    """Return what a file is called in messages."""
    return "<stdin>" if name == "-" else name


def in_color(stream: Any) -> bool:
    """Say whether colours may be written to a stream: to a terminal that can, and not against the user's wish."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """Return the columns of the terminal; None where the output goes elsewhere and no COLUMNS is set."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def show_findings(findings: Sequence[Finding], language: Language) -> None:
    """Write findings for a person to the standard error, without a count."""
    if findings:
        from partykpi.render.findings.text import in_full

        sys.stderr.write(in_full(findings, language, in_color(sys.stderr)))
