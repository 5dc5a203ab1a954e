"""The formats of a report. One module a format, found by its name.

A module holds `FORMAT`: its words and its function. To add a format, add a module; nothing else changes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.text import Language, Text


class Layout(NamedTuple):
    """How to lay a report out: columns of the terminal (None: the usual), colours, statuses to show."""

    width: int | None = None
    color: bool = False
    only: tuple[Status, ...] = ()


class Format(NamedTuple):
    """One format. `render` returns the whole text, with a new line at its end."""

    name: str
    description: Text
    render: Callable[[Sequence[Report], Language, Layout], str]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all formats, without loading them."""
    return tuple(
        sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    )


@cache
def find(name: str) -> Format:
    """Return the format of that name, loading its module; ValueError where there is none."""
    if name not in names():
        raise ValueError(f"no such format: {name}")
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found
