"""Which columns a report shows and sorts by, as the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from partykpi.cli._language import say
from partykpi.parse.yaml.reader import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

# The names of the columns for the help, which is made at every start, before the columns themselves are loaded.
NAMES = (
    "number, target, unit, goal, achieved, attainment, published, status, due, pace, forecast, needed, reach, periods, "
    "owner, note, baseline, indicator, kind, years"
)


def shown(asked: str | None, wide: bool) -> tuple[str, ...]:
    """Return the columns to show, none for the usual ones; a usage error where one is not known."""
    if asked is None and not wide:
        return ()
    from partykpi.render.report import columns

    usual = columns.WIDE if wide else ()
    if asked is None:
        return usual
    names = [name.strip() for name in asked.split(",")]
    for name in names:
        if name.removeprefix("+") not in columns.names():
            raise _unknown("--columns", name.removeprefix("+"), columns.names())
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
    from partykpi.render.report import columns

    names = tuple(name.strip() for name in asked.split(","))
    known = [name for name in columns.names() if name != columns.YEARS]
    for name in names:
        if name.removeprefix("-") not in known:
            raise _unknown("--sort", name.removeprefix("-"), known)
    return names


def _unknown(option: str, name: str, known: Sequence[str]) -> click.UsageError:
    near = did_you_mean(name, known)
    return click.UsageError(
        say(f"{option}: no column `{name}`: {near.en}", f"{option}: không có cột `{name}`: {near.vi}")
    )
