"""How the attainment of a target is written, by shares worked out by hand."""

from __future__ import annotations

import pytest
from samples.judged import assessed, inline

from partykpi.render.text.figures import attainment_text

MEMBERS = inline("total", "member")


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("target: 1000 members, actual: 1004, reported: 100%", "100,4%"),
        ("target: 1000 members, actual: 1004, reported: 100.4%", "100,4%"),
        ("target: 1000 members, actual: 1006, reported: 101%", "101%"),
        ("target: 100_000 members, actual: 100_001", "100,001%"),
        ("target: 100_000 members, actual: 100_006", "100,01%"),
        ("target: 100_000 members, actual: 99_999", "99,99%"),
        ("target: 1000 members, actual: 1000, reported: 100%", "100%"),
    ],
)
def test_only_the_bound_itself_is_100_percent(target: str, shown: str) -> None:
    """What exceeds the goal, and is called exceeded, is written with as many decimals as show that."""
    assert attainment_text(assessed(MEMBERS + target, "end"), "vi") == shown
