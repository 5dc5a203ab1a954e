"""Units, their names, and how one becomes another."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

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


def test_no_name_is_that_of_a_scale() -> None:
    """A scale word before a unit is never taken for the unit."""
    assert not set(SCALES) & set(units.known_names())


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
