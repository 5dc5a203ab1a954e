"""Files of one target with one claim, for the tests of what a claim is held against."""

from __future__ import annotations

from datetime import date

from partykpi.core.report import Report, assess
from partykpi.parse import load_content

MEMBERS = "indicator: {name: N, kind: total, unit: member, better: higher}, "
LOSSES = "indicator: {name: N, kind: total, unit: member, better: lower}, "
JOBS = "indicator: {name: N, kind: total, unit: job, better: higher}, "
AREA = "indicator: {name: N, kind: total, unit: ha, better: higher}, "
PERCENT = "indicator: {name: N, kind: level, unit: '%', better: higher}, "
LOWER = "indicator: {name: N, kind: level, unit: '%', better: lower}, "
GROWTH = "indicator: {name: N, kind: rate, unit: '%', better: higher}, "
INCOME = "indicator: {name: N, kind: annual, unit: ha, better: higher}, target: 65 ha, "
TASK = "indicator: {name: N, kind: milestone, unit: '%', better: higher}, "
RANKS = "indicator: {name: N, kind: rank, unit: rank, better: lower}, "


def report(target: str) -> Report:
    """Return the report of a target (a flow mapping) at the end of the term; nothing may be wrong with it."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: end\ntargets: {{t: {{{target}}}}}\n"
    content = load_content("test.yaml", text.encode())
    assert [(finding.code, finding.values) for finding in content.findings] == []
    assert content.resolution is not None
    return assess(content.resolution, None, date(2026, 1, 1))
