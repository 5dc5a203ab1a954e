"""The formats of findings. One module a format, found by its name.

A module holds `FORMAT`: its words and its function. To add a format, add a module; nothing else changes.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from partykpi.findings import how_many
from partykpi.problem import Finding, Severity
from partykpi.registry import Registry
from partykpi.text import Language, Text


class FindingsFormat(NamedTuple):
    """One format.

    `render` takes the findings in order, the names of all files looked at, the language, and whether to
    colour; it returns the whole text, with a new line at its end.
    """

    name: str
    description: Text
    render: Callable[[Sequence[Finding], Sequence[str], Language, bool], str]


_REGISTRY: Registry[FindingsFormat] = Registry(__name__, "FORMAT", without=frozenset({"docs"}))
names, find = _REGISTRY.names, _REGISTRY.find


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the gravest first."""
    found: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        found[finding.severity] += how_many(finding)
    return found
