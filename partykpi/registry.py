"""Entries found by the name of their module: a kind, a format of reports, a format of findings.

To add an entry, add a module to its package; nothing else changes.
"""

from __future__ import annotations

import pkgutil
from functools import cached_property
from importlib import import_module
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Registry(Generic[Entry]):
    """The entries of a package, one module an entry, which holds it under the name `attribute`.

    An entry is called by its module's name, with hyphens for underscores. Modules whose names begin with an
    underscore, and those in `without`, hold no entry.
    """

    def __init__(self, package: str, attribute: str, without: frozenset[str] = frozenset()) -> None:
        self._package, self._attribute, self._without = package, attribute, without
        self._found: dict[str, Entry] = {}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        modules = (module.name for module in pkgutil.iter_modules(import_module(self._package).__path__))
        return tuple(sorted(m.replace("_", "-") for m in modules if m[0] != "_" and m not in self._without))

    def names(self) -> tuple[str, ...]:
        """Return the names of all entries, without loading them."""
        return self._names

    def find(self, name: str) -> Entry:
        """Return the entry of that name, loading its module; ValueError where there is none."""
        found = self._found.get(name)
        if found is None:
            if name not in self._names:
                raise ValueError(f"{self._package} has no {name}")
            module = import_module(f"{self._package}.{name.replace('-', '_')}")
            found = self._found[name] = getattr(module, self._attribute)
        return found
