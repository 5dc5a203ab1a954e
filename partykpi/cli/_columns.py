"""The columns that a report shows and is sorted by, as the command line names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from partykpi.cli._language import say
from partykpi.cli._options import unknown_name
from partykpi.cli._words import Names, completions, find, spoken
from partykpi.render.report import columns
from partykpi.text import Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def words() -> list[str]:
    """Return what the columns are called in the language that is spoken."""
    return list(spoken(_called(columns.names())).values())


def complete(_ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the columns that the last name of a list can become."""
    before, comma, last = incomplete.rpartition(",")
    sign = last.strip()[:1] if last.strip().startswith(("+", "-")) else ""
    return completions(words(), last.strip().removeprefix(sign), f"{before}{comma}{sign}")


def shown(asked: str | None, wide: bool) -> tuple[str, ...]:
    """Return the columns to show, none for the usual ones; a usage error where one is not known."""
    usual = columns.WIDE if wide else ()
    if asked is None:
        return usual
    names = _named("--columns", asked, "+", columns.names())
    added = tuple(name.removeprefix("+") for name in names if name.startswith("+"))
    chosen = tuple(name for name in names if not name.startswith("+"))
    if chosen and wide:
        raise click.UsageError(
            say(
                "--wide and --columns both choose the columns; to add some to the wide table write --columns +NAME",
                "--wide và --columns đều chọn cột; để thêm cột vào bảng đầy đủ, ghi --columns +TÊN",
            )
        )
    return (chosen or usual or columns.DEFAULT) + added


def sorted_by(asked: str | None) -> tuple[str, ...]:
    """Return the columns to sort by; a usage error where one is not known."""
    if asked is None:
        return ()
    return _named("--sort", asked, "-", [name for name in columns.names() if name != columns.YEARS])


def _named(option: str, asked: str, sign: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a list, each with its `sign` where it has one; a usage error where one is not known."""
    named = _called(known)
    found: list[str] = []
    for text in asked.split(","):
        begin = sign if text.strip().startswith(sign) else ""
        word = text.strip().removeprefix(sign).strip()
        name = word if word in named else find(word, named)
        if name is None:
            raise unknown_name(Text(f"{option}: no column", f"{option}: không có cột"), word, spoken(named).values())
        found.append(begin + name)
    return tuple(found)


def _called(names: Sequence[str]) -> Names:
    """Return what columns are called: by their headings."""
    headings = {name: columns.YEARS_HEADING if name == columns.YEARS else columns.find(name).heading for name in names}
    return {name: (heading,) for name, heading in headings.items()}
