"""The formats of a report. One module a format, found by its name.

A module holds `FORMAT`: its words and its function. To add a format, add a module; nothing else changes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.render.rows import Row, rows
from partykpi.text import GivenText, Language, Text

if TYPE_CHECKING:
    from partykpi.render.order import Group

Grouping = Literal["field", "owner", "status"]


class Layout(NamedTuple):
    """How to lay a report out: `width` of the terminal (None: the usual), colours, statuses to show (none: all).

    `columns` names the columns to show, none the usual ones; `sort` those to sort by, turned round by a `-` before
    the name. Rows are grouped by `group_by`; `fields` holds the field of each indicator, where it is by that.
    """

    width: int | None = None
    color: bool = False
    only: tuple[Status, ...] = ()
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    group_by: Grouping | None = None
    fields: Mapping[str, GivenText] = MappingProxyType({})


def arrange(report: Report, language: Language, layout: Layout) -> tuple[list[Row], list[Group]]:
    """Return the rows to show in their order, and the groups that they are in; none where they are not grouped."""
    chosen = rows(report, layout.only)
    if not layout.sort and layout.group_by is None:
        return chosen, []
    from partykpi.render import order

    chosen = order.sort(chosen, layout.sort, language)
    if layout.group_by is None:
        return chosen, []
    groups = order.group(chosen, layout.group_by, layout.fields)
    return [row for group in groups for row in group.rows], groups


class Format(NamedTuple):
    """One format. `render` returns the whole text, with a new line at its end."""

    name: str
    description: Text
    render: Callable[[Sequence[Report], Language, Layout], str]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all formats, without loading them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


@cache
def find(name: str) -> Format:
    """Return the format of that name, loading its module; ValueError where there is none."""
    if name not in names():
        raise ValueError(f"no such format: {name}")
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found
