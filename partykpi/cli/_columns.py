"""The columns that a report shows and is sorted by, as the command line names them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from partykpi.cli._language import say
from partykpi.cli._options import unknown_name
from partykpi.render.report import columns
from partykpi.text import Text


def shown(asked: str | None, wide: bool) -> tuple[str, ...]:
    """Return the columns to show, none for the usual ones; a usage error where one is not known."""
    usual = columns.WIDE if wide else ()
    if asked is None:
        return usual
    names = [name.strip() for name in asked.split(",")]
    _check("--columns", [name.removeprefix("+") for name in names], columns.names())
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
    names = tuple(name.strip() for name in asked.split(","))
    known = [name for name in columns.names() if name != columns.YEARS]
    _check("--sort", [name.removeprefix("-") for name in names], known)
    return names


def _check(option: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise unknown_name(Text(f"{option}: no column", f"{option}: không có cột"), name, known)
