"""What the values of one target are read with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from partykpi.core.kinds import Kind
from partykpi.core.model import Indicator
from partykpi.core.time import Term
from partykpi.parse.text.units import NO_CUSTOM_UNITS, CustomUnits
from partykpi.parse.yaml.reader import Reader


class TargetContext(NamedTuple):
    """The file's reader, the target's indicator and kind, and what the file says of units, of the term and of its date.

    `latest` is the day that a figure without a period is taken to be of: the as-of date, else the end of the term.
    Without a `term` (the file has none that can be used) nothing lies outside it.
    """

    reader: Reader
    indicator: Indicator
    kind: Kind
    custom_units: CustomUnits = NO_CUSTOM_UNITS
    term: Term | None = None
    latest: date | None = None
