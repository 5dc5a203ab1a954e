"""The formulas of the kinds, one module a kind; a kind without a module is one that no sheet can reckon."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from partykpi.render.report.xlsx.case import Case
from partykpi.render.report.xlsx.parts import Formulas


@cache
def find(name: str) -> Callable[[Case], Formulas] | None:
    """Return the function that makes the formulas of a kind, or None."""
    if name not in {module.name for module in pkgutil.iter_modules(__path__)}:
        return None
    made: Callable[[Case], Formulas] = import_module(f"{__name__}.{name}").formulas
    return made
