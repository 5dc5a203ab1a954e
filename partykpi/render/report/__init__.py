"""The formats of a report. One module a format, found by its name, which is also the ending of its files.

A module holds `FORMAT`: its words and its function. To add a format, add a module; nothing else changes.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from partykpi.core.model import Profile, Status
from partykpi.core.report import Report
from partykpi.registry import Registry
from partykpi.text import GivenText, Language, Text

Grouping = Literal["field", "owner", "status"]
Separator = Literal["comma", "semicolon", "tab"]

# The format of a file whose ending is not the name of its format, and the formats that no ending means.
_BY_ENDING: Mapping[str, str] = {"txt": "plain"}
_WITHOUT_ENDING = ("table", "plain")


class Layout(NamedTuple):
    """How to lay a report out: `width` of the terminal (None: the usual), colours, statuses to show (none: all).

    `columns` names the columns to show, none the usual ones; `sort` those to sort by, turned round by a `-` before
    the name. Rows are grouped by `group_by`; where that is by field, `fields` holds the field of each indicator by its
    id, and by the field that it names where it has no id.

    `table_style` is one of tabulate's ("" for that of the format), `profile` the rules that a document follows (none:
    those that the file names). Comma-separated values have one line a reading where they are `long`, one a target
    where not; `byte_order_mark` lets Excel see that they are in UTF-8.
    """

    width: int | None = None
    color: bool = False
    only: tuple[Status, ...] = ()
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    group_by: Grouping | None = None
    fields: Mapping[str | GivenText, GivenText] = MappingProxyType({})
    table_style: str = ""
    profile: Profile | None = None
    long: bool = False
    separator: Separator = "comma"
    byte_order_mark: bool = False


class Format(NamedTuple):
    """One format. `render` returns the whole text, with a new line at its end; of a `binary` one, the whole file."""

    name: str
    description: Text
    render: Callable[[Sequence[Report], Language, Layout], str | bytes]
    binary: bool = False


# What all formats share is no format.
_REGISTRY: Registry[Format] = Registry(
    __name__, "FORMAT", without=frozenset({"archive", "columns", "document", "order", "overview"})
)
names, find = _REGISTRY.names, _REGISTRY.find


def endings() -> tuple[str, ...]:
    """Return the endings of file names that mean a format."""
    return tuple(sorted({*names(), *_BY_ENDING}.difference(_WITHOUT_ENDING)))


def of_file(file: str) -> str | None:
    """Return the name of the format that the ending of a file name means, or None."""
    ending = file.rpartition(".")[2].lower() if "." in file else ""
    return _BY_ENDING.get(ending, ending) if ending in endings() else None


def in_text(name: str, reports: Sequence[Report], language: Language, layout: Layout) -> str:
    """Return reports in a format that is text."""
    text = find(name).render(reports, language, layout)
    assert isinstance(text, str), f"{name} is no text"
    return text


def in_bytes(name: str, reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    """Return what a file of that format holds, text in UTF-8."""
    content = find(name).render(reports, language, layout)
    return content.encode(errors="replace") if isinstance(content, str) else content


def table_styles() -> list[str]:
    """Return the names that a `table_style` may have."""
    from tabulate import tabulate_formats

    return tabulate_formats
