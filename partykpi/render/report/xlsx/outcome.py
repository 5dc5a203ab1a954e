"""The status of a target as a formula, the same way that `core.status.decide` decides it."""

from __future__ import annotations

from collections.abc import Mapping

from partykpi.core.model import Status
from partykpi.render.report.xlsx.case import AGAIN, Case, exceeds
from partykpi.render.report.xlsx.live import Live, compare, either, where_number, word


def status(case: Case, found: Live) -> Live:
    """Return the whole formula: without a figure there are no data, and what cannot be told is not guessed."""
    told = Live(f'IFERROR({found.text},"{AGAIN[case.language]}")', found.value)
    return where_number(case.cell("achieved"), told, of(case, "no-data"))


def of(case: Case, status: Status) -> Live:
    """Return the word for a status."""
    return word(case.status(status))


def decided(case: Case, formulas: Mapping[str, Live], met: Live | bool, final: Live | bool) -> Live:
    """Return the status of a goal that is `met` or not, and if not is unmet for good (`final`) or not yet."""
    kept = either(exceeds(case, case.cell("achieved")), of(case, "exceeded"), of(case, "achieved"))
    return either(met, kept, either(final, for_good(case, formulas), still_open(case, formulas)))


def achieved_or(case: Case, met: Live | bool, other: Live) -> Live:
    """Return the status of a goal that cannot be exceeded."""
    return either(met, of(case, "achieved"), other)


def for_good(case: Case, formulas: Mapping[str, Live]) -> Live:
    """Return the status of a goal that is unmet for good."""
    missed = of(case, "missed")
    if "attainment" not in formulas:
        return missed
    attainment = case.cell("attainment")
    reached = either(compare(attainment, ">=", case.cell("nearly")), of(case, "nearly"), missed)
    return reached if _told(case, "attainment") else where_number(attainment, reached, missed)


def still_open(case: Case, formulas: Mapping[str, Live]) -> Live:
    """Return the status of a goal that is not met yet, by its pace."""
    pending = of(case, "pending")
    if "pace" not in formulas:
        return pending
    pace = case.cell("pace")
    behind = either(compare(pace, ">=", case.cell("behind")), of(case, "behind"), of(case, "at-risk"))
    paced = either(compare(pace, ">=", case.cell("on_track")), of(case, "on-track"), behind)
    return paced if _told(case, "pace") else where_number(pace, paced, pending)


def _told(case: Case, name: str) -> bool:
    """Say whether a figure is there, or is lacking only because nothing was achieved yet."""
    return case.values.get(name) is not None or case.values.get("achieved") is None
