"""`partykpi findings`: what each code of a finding means, with an example of bad and of good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from partykpi.cli import FINE, _options
from partykpi.cli._language import chosen_language, say
from partykpi.findings import DEFINITIONS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes of findings that begin so."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(code) for code in DEFINITIONS if code.startswith(incomplete)]


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

    language, columns, color = chosen_language(lang), _options.width(), _options.in_color(sys.stdout)
    if code is not None:
        if code not in DEFINITIONS:
            from partykpi.parse.yaml.reader import did_you_mean

            near = did_you_mean(code, DEFINITIONS)
            raise click.UsageError(say(f"no finding `{code}`: {near.en}", f"không có mã `{code}`: {near.vi}"))
        sys.stdout.write(render.in_full(DEFINITIONS[code], language, columns, color))
    elif columns is None:
        sys.stdout.write(render.as_lines(DEFINITIONS.values(), language))
    else:
        sys.stdout.write(render.as_table(list(DEFINITIONS.values()), language, columns, color))
    return FINE
