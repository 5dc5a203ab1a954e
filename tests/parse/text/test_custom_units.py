"""Units that a file or a field of the catalogue defines for itself."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from partykpi.core.model import Resolution
from partykpi.parse import Content, load_content
from partykpi.parse.catalogue import Catalogue

FILE = """\
resolution: R
committee: C
term: 2020-2025
{units}
targets:
  fleet:
    indicator: {indicator}
    target: {target}
    actual: {actual}
    reported: {reported}
"""
BOAT = "units: {boat: {en: [boat, boats], vi: tàu}}"
FLEET = "{name: Fleet, kind: total, unit: boat, better: higher}"
FIELD = """\
field: Sea
units:
  boat: {en: [boat, boats], vi: tàu}
indicators:
  fleet:
    name: Fleet
    definition: Boats at sea
    kind: total
    unit: boats
    better: higher
    rollup: sum
"""


def read(
    units: str = BOAT,
    indicator: str = FLEET,
    target: str = "10 boats",
    actual: str = "12 tàu",
    reported: str = "120%",
    catalogue: Catalogue | None = None,
) -> Content:
    """Read a file with a target in boats."""
    text = FILE.format(units=units, indicator=indicator, target=target, actual=actual, reported=reported)
    return load_content("f.yaml", text.encode(), catalogue)


def figures(resolution: Resolution | None) -> tuple[Fraction | None, Fraction | None]:
    """Return the bound of the only goal, and its only reading."""
    assert resolution is not None
    (target,) = resolution.targets
    (reading,) = target.readings
    assert target.goal.interval is not None
    assert reading.figure is not None
    return target.goal.interval.low, reading.figure.exact


def test_an_indicator_may_count_what_the_file_defines() -> None:
    """An indicator in a file can be in a unit of the same file; figures know the unit's names in both languages."""
    content = read()
    assert content.findings == []
    assert figures(content.resolution) == (Fraction(10), Fraction(12))


@pytest.mark.parametrize(
    ("actual", "code"),
    [("12.5 boats", "fractional-count"), ("12 beds", "unit-mismatch"), ("12 boots", "unknown-unit")],
)
def test_what_is_counted_is_whole_and_nothing_else(actual: str, code: str) -> None:
    """A unit of one's own keeps the rules of all that are counted."""
    assert [finding.code for finding in read(actual=actual).findings] == [code]


def test_a_unit_that_is_not_defined_is_found() -> None:
    """Without its definition the unit of the indicator is unknown."""
    assert [finding.code for finding in read(units="note: x".replace("note", "source")).findings] == ["unknown-unit"]


def test_a_field_of_the_catalogue_may_define_units(tmp_path: Path) -> None:
    """Files that use the indicator know its unit without defining it again."""
    (tmp_path / "sea.yaml").write_text(FIELD, encoding="utf-8")
    content = read("source: S", "sea/fleet", catalogue=Catalogue(str(tmp_path)))
    assert content.findings == []
    assert figures(content.resolution) == (Fraction(10), Fraction(12))
    field = load_content("sea.yaml", FIELD.encode(), any_content=True)
    assert field.findings == []
    assert field.field is not None
    assert field.field.indicators["fleet"].unit.many.en == "boats"


def test_the_base_of_a_claim_is_exchanged_too() -> None:
    """What a claim is measured against may be money in another currency."""
    content = read(
        "rates: {USD: {2024-06-30: 25_000 VND}}",
        "{name: Money, kind: total, unit: VND, better: higher}",
        "1 million VND",
        "2 million VND",
        "{figure: 200%, of: 40 USD}",
    )
    assert content.findings == []
    assert content.resolution is not None
    (claim,) = content.resolution.targets[0].claims
    assert claim.of is not None
    assert claim.of.exact == 1_000_000
