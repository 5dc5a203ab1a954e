"""Units, their names, and how one becomes another."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.model import Unit
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.parse.text import units
from partykpi.parse.text.units import SCALES, UNITS, Per


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("members", "member"), ("member", "member"), ("Members", "member"), ("đảng viên", "member"),
        ("ĐẢNG VIÊN", "member"), ("đảng  viên", "member"), ("d\u0323a\u0309ng", None), ("%", "%"), ("percent", "%"),
        ("phần trăm", "%"), ("điểm phần trăm", "point"), ("điểm", "score"), ("jobs", "job"), ("việc làm", "job"),
        ("lao động", "worker"), ("hộ", "household"), ("people", "person"), ("người", "person"), ("đồng", "VND"),
        ("vnd", "VND"), ("usd", "USD"), ("ha", "ha"), ("héc ta", "ha"), ("km2", "km2"), ("km²", "km2"), ("m²", "m2"),
        ("m³", "m3"), ("tấn", "tonne"), ("beds/10000 people", "bed/10000 people"),
        ("bác sĩ/vạn dân", "doctor/10000 people"), ("membres", None), ("", None), ("thousand", None),
    ],
)  # fmt: skip
def test_a_unit_is_found_by_its_names(name: str, id: str | None) -> None:
    """A unit has names in both languages, in any case, and none that is only near."""
    found = units.find_unit(name)
    assert (found.id if found is not None else None) == id


def test_every_unit_is_found_by_what_it_prints() -> None:
    """What partykpi itself writes after a figure, it reads."""
    for unit in UNITS.values():
        assert units.find_unit(unit.id) is unit
        for text in (unit.one, unit.many):
            for written in (text.en, text.vi):
                found = units.find_unit(written)
                assert found is not None
                # "points" are scores where the unit is not said to be percentage points
                assert found is unit


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("ha", "ha", Fraction(1)),
        ("km2", "ha", Fraction(100)),
        ("ha", "km2", Fraction(1, 100)),
        ("m2", "ha", Fraction(1, 10_000)),
        ("m2", "km2", Fraction(1, 1_000_000)),
        ("km2", "m2", Fraction(1_000_000)),
        ("km", "m", Fraction(1000)),
        ("tonne", "kg", Fraction(1000)),
        ("kg", "tonne", Fraction(1, 1000)),
        ("member", "member", Fraction(1)),
    ],
)
def test_a_factor_is_exact(source: str, target: str, expected: Fraction) -> None:
    """A unit of the same dimension is so many of the other, as an exact fraction."""
    factor = units.factor(UNITS[source], UNITS[target])
    assert isinstance(factor, Fraction)
    assert factor == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("member", "job"), ("job", "worker"), ("person", "member"), ("ha", "km"), ("%", "point"), ("%", "member"),
        ("VND", "USD"), ("bed", "bed/10000 people"), ("kg", "m3"), ("rank", "score"),
    ],
)  # fmt: skip
def test_different_things_are_never_one_another(source: str, target: str) -> None:
    """Members are no jobs, hectares no kilometres, and đồng no dollars."""
    with pytest.raises(ValueError, match="is no"):
        units.factor(UNITS[source], UNITS[target])
    with pytest.raises(ValueError, match="is no"):
        units.factor(UNITS[target], UNITS[source])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jobs/year", ("jobs", "year")),
        ("jobs / year", ("jobs", "year")),
        ("jobs per year", ("jobs", "year")),
        ("jobs a year", ("jobs", "year")),
        ("lao động/năm", ("lao động", "year")),
        ("lao động mỗi năm", ("lao động", "year")),
        ("%/quý", ("%", "quarter")),
        ("%/month", ("%", "month")),
        ("/tháng", ("", "month")),
        ("beds/10000 people", ("beds/10000 people", None)),
        ("jobs", ("jobs", None)),
        ("jobs/week", ("jobs/week", None)),
        ("years", ("years", None)),
        ("năm", ("năm", None)),
        ("year", ("year", None)),
    ],
)
def test_per_year_is_split_from_the_unit(text: str, expected: tuple[str, Per | None]) -> None:
    """What a figure is counted per is separated from what it counts."""
    assert units.split_per(text) == expected


def test_pint_is_asked_only_where_units_differ() -> None:
    """Equal units, and units of different dimensions, need no pint; hectares to square kilometres do."""
    program = (
        "import sys\n"
        "from partykpi.parse.text.units import UNITS, factor\n"
        "factor(UNITS['ha'], UNITS['ha'])\n"
        "try: factor(UNITS['ha'], UNITS['km'])\n"
        "except ValueError: pass\n"
        "print('pint' in sys.modules)\n"
        "factor(UNITS['ha'], UNITS['km2'])\n"
        "print('pint' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


ALL_UNITS = [*UNITS.values(), *(unit for name in ("trđ", "giường/1.000 dân") if (unit := units.find_unit(name)))]
TRIPLES = [
    (first, second, third)
    for first in ALL_UNITS
    for second in ALL_UNITS
    for third in ALL_UNITS
    if first != second and units.dimension(first) == units.dimension(second) == units.dimension(third)
]
AMOUNTS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


def test_no_name_is_that_of_two_units() -> None:
    """Whatever a unit is called, no other is called so; nor is it a word of scale."""
    for name in units.known_names():
        found = units.find_unit(name)
        assert found is not None
        assert units.find_unit(name.upper()) == found
        assert units.find_unit(normalize("NFD", name)) == found
        assert name not in SCALES


@given(st.sampled_from(TRIPLES), AMOUNTS)
def test_there_and_back_is_where_one_was(three: tuple[Unit, Unit, Unit], value: Fraction) -> None:
    """A figure turned into another unit and back is the same fraction, over a third unit as well."""
    first, second, third = three
    assert value * units.factor(first, second) * units.factor(second, first) == value
    assert value * units.factor(first, second) * units.factor(second, third) == value * units.factor(first, third)


LAND = """\
resolution: R
committee: C
term: 2020-2025
as_of: end
targets:
  forest:
    indicator: {{name: Forest, kind: total, unit: ha, better: higher}}
    target: {target}
    actual: {actual}
"""

IN_UNITS = {"m2": Fraction(1, 10_000), "ha": Fraction(1), "km2": Fraction(100), "thousand m2": Fraction(1, 10)}


def attained(target: str, actual: str) -> tuple[Fraction | None, str]:
    """Return the attainment and the status of one target."""
    content = load_content("f.yaml", LAND.format(target=target, actual=actual).encode())
    assert {finding.code for finding in content.findings} <= {"unlikely-size"}
    assert content.resolution is not None
    (assessed,) = assess(content.resolution, None, date(2026, 1, 1)).assessments
    attainment = assessed.measure.attainment
    return (None if attainment is None else attainment.exact), assessed.status


@given(
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=0, max_value=10**6),
    st.sampled_from(sorted(IN_UNITS)),
    st.sampled_from(sorted(IN_UNITS)),
)
def test_attainment_does_not_depend_on_units(target: int, actual: int, target_unit: str, actual_unit: str) -> None:
    """The same areas, written in square metres, hectares or square kilometres, are attained alike."""

    def text(hectares: int, unit: str) -> str:
        digits = Decimal(hectares) * IN_UNITS[unit].denominator / IN_UNITS[unit].numerator
        return f"{digits:f} {unit}"

    assert attained(text(target, target_unit), text(actual, actual_unit)) == attained(f"{target} ha", f"{actual} ha")
    assert attained(f"{target} ha", f"{actual} ha")[0] == Fraction(actual, target)


@pytest.mark.parametrize(
    ("target", "expected"), [("5 ha", False), ("5 héc ta", False), ("50000 m2", True), ("0.005 thousand ha", False)]
)
def test_pint_is_loaded_for_a_conversion_alone(target: str, expected: bool, tmp_path: Path) -> None:
    """A file whose figures are in the units of its indicators never pays for the conversion of units."""
    path = tmp_path / "f.yaml"
    path.write_text(LAND.format(target=target, actual="3 ha"), encoding="utf-8")
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from partykpi.core.report import assess\n"
        "from partykpi.parse import load\n"
        "loaded = load(sys.argv[1])\n"
        "assert loaded.resolution is not None and not loaded.findings\n"
        "assess(loaded.resolution, None, date(2026, 1, 1))\n"
        "print('pint' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(expected)
