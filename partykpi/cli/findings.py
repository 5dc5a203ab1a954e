"""`partykpi findings`: what each code of a finding means, with an example of bad and of good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from partykpi.cli import FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.cli._options import unknown_name
from partykpi.cli._show import in_color, width
from partykpi.findings import DEFINITIONS
from partykpi.text import Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from partykpi.problem import Definition


def complete_codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes of findings that begin so."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(code) for code in DEFINITIONS if code.startswith(incomplete)]


def definition(code: str) -> Definition:
    """Return the definition of that code; a usage error that offers the nearest where there is none."""
    if code not in DEFINITIONS:
        raise unknown_name(Text("no finding", "không có mã"), code, DEFINITIONS)
    return DEFINITIONS[code]


@click.command(
    "findings",
    help=say(
        "List the codes of all findings, or explain one CODE with an example of bad and of good.",
        "Liệt kê mã của mọi lỗi và cảnh báo, hoặc giải thích một MÃ kèm ví dụ sai và đúng.",
    ),
    short_help=say("What each finding means.", "Ý nghĩa của từng mã lỗi."),
    epilog=say(
        "Example: partykpi findings fractional-count",
        "Ví dụ: partykpi findings fractional-count",
    ),
)
@click.argument("code", required=False, metavar=say("[CODE]", "[MÃ]"), shell_complete=complete_codes)
@_options.lang
def command(code: str | None, lang: str | None) -> int:
    """Show the list or the one definition."""
    from partykpi.render.findings import docs as render

    language, columns, color = chosen_language(lang), width(), in_color(sys.stdout)
    chosen = list(DEFINITIONS.values()) if code is None else [definition(code)]
    if language == "vi":
        from partykpi.parse.keys import in_keys_of_vietnamese

        chosen = list(map(in_keys_of_vietnamese, chosen))
    if code is not None:
        sys.stdout.write(render.in_full(chosen[0], language, columns, color))
    elif columns is None:
        sys.stdout.write(render.as_lines(chosen, language))
    else:
        sys.stdout.write(render.as_table(chosen, language, columns, color))
    return FINE
