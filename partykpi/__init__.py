"""How far each target of a term resolution is met, exactly and with reasons.

>>> import partykpi
>>> loaded = partykpi.load("resolution.yaml")      # a resolution, and what was found in the file
>>> report = partykpi.assess(loaded.resolution)    # every target at the as-of date
>>> [(a.target.id, a.status) for a in report.assessments]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from partykpi.core.model import Resolution
    from partykpi.core.report import Report
    from partykpi.parse import Loaded

__version__ = "0.1.0"
__all__ = ["__version__", "assess", "load"]


def load(path: str | PathLike[str]) -> Loaded:
    """Read a resolution file and return `(resolution, findings)`.

    The resolution is None where the file cannot be read or lacks what a report needs; nothing is raised. Where
    a finding is an error the resolution is incomplete, and no figure from it should be published.
    """
    from partykpi.parse import load as load_file

    return load_file(path)


def assess(resolution: Resolution, as_of: date | None = None) -> Report:
    """Return the report of a resolution as of a date.

    Without a date the file's own `as_of` counts, else the last day of its latest reading, else today. ValueError
    where the date lies before the term.
    """
    from datetime import date

    from partykpi.core.report import assess as assess_resolution

    return assess_resolution(resolution, as_of, date.today())
