"""The formats of findings. One module a format, found by its name.

A module holds `FORMAT`: its words and its function. To add a format, add a module; nothing else changes.
"""

import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from partykpi.problem import Finding, Severity
from partykpi.text import Language, Text


class Format(NamedTuple):
    """One format.

    `render` takes the findings in order, the names of all files looked at, the language, and whether to
    colour; it returns the whole text, with a new line at its end.
    """

    name: str
    description: Text
    render: Callable[[Sequence[Finding], Sequence[str], Language, bool], str]


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


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the gravest first."""
    found: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        found[finding.severity] += 1
    return found
