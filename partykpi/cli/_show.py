"""How output is shown: to which stream, how wide, whether in colour."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partykpi.problem import Finding
    from partykpi.text import Language, Text


def in_color(stream: Any) -> bool:
    """Say whether colours may be written to a stream: to a terminal that can, and not against the user's wish."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


# No terminal is wider; what is drawn takes room by its width.
_WIDEST = 1000


def width() -> int | None:
    """Return the columns of the terminal; None where the output goes elsewhere and no COLUMNS is set."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and (columns := int(asked[:9])):
        return min(columns, _WIDEST)
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST) or None
    except (OSError, ValueError):
        return None


def show_report(text: str) -> None:
    """Write a report to the standard output, its lines ended as its format ends them, on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)
    sys.stdout.flush()


def show_findings(findings: Sequence[Finding], language: Language) -> None:
    """Write findings for a person to the standard error, without a count."""
    if findings:
        from partykpi.render.findings.text import in_full

        sys.stderr.write(in_full(findings, language, in_color(sys.stderr)))


def show_usage_error(error: click.ClickException) -> None:
    """Write what click says is wrong with a command line, whose words it quotes as they are, to the standard error."""
    from partykpi.render.text.wrap import lines_alone

    written = io.StringIO()
    error.show(written)
    click.echo(lines_alone(written.getvalue()), err=True, nl=False)


def show_message(text: Text, language: Language) -> None:
    """Write a sentence to the standard error."""
    click.echo(text[language], err=True)
