"""Units that a file or a field of the catalogue defines for itself, and the rates at which a file exchanges money."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from partykpi.core.model import Resolution
from partykpi.parse import Content, load_content
from partykpi.parse.catalogue import Catalogue
from partykpi.problem import Finding

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


@pytest.mark.parametrize(
    ("counted", "codes"),
    [("", ["fractional-count"]), (", counted: yes", ["fractional-count"]), (", counted: no", [])],
)
def test_a_unit_says_whether_it_is_counted(counted: str, codes: list[str]) -> None:
    """Days, years of age and square metres of floor have decimals where the file says that they are not counted."""
    content = read(f"units: {{boat: {{en: [boat, boats], vi: tàu{counted}}}}}", actual="12.5 boats")
    assert [finding.code for finding in content.findings] == codes
    if not codes:
        assert figures(content.resolution) == (Fraction(10), Fraction(25, 2))


def test_a_unit_that_is_known_may_be_told_anew() -> None:
    """What a file says of days comes before what partykpi knows of them; names of two units stay apart."""
    units = "units: {day: {en: [day, days], vi: ngày, counted: yes}}"
    indicator = "{name: Fleet, kind: total, unit: day, better: higher}"
    assert [one.code for one in read(units, indicator, "10 days", "12.5 ngày").findings] == ["fractional-count"]
    assert [one.code for one in read("source: S", indicator, "10 days", "12.5 ngày").findings] == []


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


# Money and its rates


MONEY = """\
resolution: R
committee: C
term: 2020-2025
as_of: end
{rates}
targets:
  investment:
    indicator: {{name: Investment, kind: total, unit: {unit}, better: higher}}
    target: 10 {unit}
    readings: {{{readings}}}
"""
RATES = "rates: {USD: {2022-06-30: 23250 VND, 2021-06-30: 23_000 VND, 2024-06-30: 25450}}"


def money(rates: str, unit: str, readings: str) -> tuple[list[Fraction | None], list[str]]:
    """Return the readings of a file, and the codes of the errors in it."""
    content = load_content("f.yaml", MONEY.format(rates=rates, unit=unit, readings=readings).encode())
    assert content.resolution is not None
    figures = [
        reading.figure.exact
        for target in content.resolution.targets
        for reading in target.readings
        if reading.figure is not None
    ]
    return figures, [finding.code for finding in content.findings if finding.severity == "error"]


@pytest.mark.parametrize(
    ("reading", "value"),
    [
        ("2020-H2: 2 million USD", 46_000_000_000),  # before every rate: the earliest
        ("2021-06-30: 2 USD", 46_000),
        ("2021: 2 USD", 46_000),
        ("2022-06-29: 2 USD", 46_000),
        ("2022: 2 USD", 46_500),
        ("2023: 2 USD", 46_500),
        ("2024-06-30: 2 USD", 50_900),
        ("2025-H1: 2 USD", 50_900),
        ("2025-H1: 1..2 USD", None),
        ("2024: 50 thousand VND", 50_000),
    ],
)
def test_money_is_exchanged_by_the_rate_of_its_day(reading: str, value: int | None) -> None:
    """The latest rate on or before the last day of the reading is used, else the earliest."""
    assert money(RATES, "VND", reading) == ([value], [])


def test_a_rate_works_both_ways() -> None:
    """What one dollar is in đồng says what one đồng is in dollars, exactly."""
    assert money(RATES, "USD", "2022: 1 billion VND") == ([Fraction(10**9, 23250)], [])
    inverse = "rates: {VND: {2021-06-30: 0.00004 USD}}"
    assert money(inverse, "VND", "2022: 3 USD") == ([Fraction(75000)], [])


@pytest.mark.parametrize(
    ("rates", "codes"),
    [
        ("", ["missing-rate"]),
        ("rates: {}", ["missing-rate"]),
        ("rates: {USD: {}}", ["missing-rate"]),
        ("rates: {USD: {soon: 25450 VND}}", ["unparsable-date", "missing-rate"]),
        ("rates: {USD: {2024-06: 25450 VND}}", ["unparsable-date", "missing-rate"]),
        ("rates: {USD: {2024-06-30: 0}}", ["unparsable-rate", "missing-rate"]),
        ("rates: {USD: {2024-06-30: 25_000..26_000 VND}}", ["unparsable-rate", "missing-rate"]),
        ("rates: {USD: {2024-06-30: over 25_000 VND}}", ["unparsable-rate", "missing-rate"]),
        ("rates: {USD: {2024-06-30: 1 USD}}", ["unparsable-rate", "missing-rate"]),
        ("rates: {USD: {2024-06-30: dear}}", ["unparsable-rate", "missing-rate"]),
        ("rates: {UDS: {2024-06-30: 25450 VND}}", ["unknown-key", "missing-rate"]),
        ("rates: 25450", ["wrong-type", "missing-rate"]),
        ("rates: {USD: 25450}", ["wrong-type", "missing-rate"]),
    ],
)
def test_without_a_rate_no_money_is_exchanged(rates: str, codes: list[str]) -> None:
    """No rate is assumed; one that is not understood is found, and so is each figure that needs it."""
    assert money(rates, "VND", "2022: 2 USD") == ([], codes)


def test_goals_are_exchanged_by_the_rate_of_the_first_day() -> None:
    """A goal was set when the term began, a figure without a period is of the as-of date."""
    text = MONEY.format(rates=RATES, unit="VND", readings="").replace("    readings: {}\n", "    actual: 2 USD\n")
    content = load_content("f.yaml", text.replace("target: 10 VND", "target: 10 USD").encode())
    assert content.findings == []
    assert content.resolution is not None
    (target,) = content.resolution.targets
    assert target.goal.interval is not None
    assert target.goal.interval.low == 230_000
    assert target.readings[0].figure is not None
    assert target.readings[0].figure.exact == 50_900


# Units of a file's own


OWN = """\
resolution: R
committee: C
term: 2020-2025
units: {units}
targets:
  land: {{indicator: land/paddy, target: {target}}}
"""


def own(units: str, target: str = "5 ha") -> tuple[Fraction | None, list[Finding]]:
    """Return the goal of a file about land in hectares, and what is found in the file."""
    text = OWN.format(units=units, target=target).replace("land/paddy", PADDY)
    content = load_content("f.yaml", text.encode())
    assert content.resolution is not None
    lows = [target.goal.interval.low for target in content.resolution.targets if target.goal.interval is not None]
    return (lows[0] if lows else None), content.findings


PADDY = "{name: Paddy, kind: total, unit: ha, better: higher}"


@pytest.mark.parametrize(
    ("units", "target", "low"),
    [
        ("{sao: {vi: sào, is: 360 m2}}", "500 sào", "18"),
        ("{sao: {vi: sào, is: 360 m2}}", "500 sao", "18"),
        ("{sao: {en: [plot, plots], vi: sào, is: 0.036 ha}}", "1 thousand plots", "36"),
        ("{sao: {vi: sào, is: 360 m2}, mau: {vi: mẫu, is: 10 sào}}", "5 mẫu", "9/5"),
        ("{sao: {vi: sào, is: 360 m2}}", "250..500 sào", "9"),
    ],
)
def test_a_file_may_have_units_of_its_own(units: str, target: str, low: str) -> None:
    """So many of a known unit are that many of it, exactly, and of what that one is made of."""
    assert own(units, target) == (Fraction(low), [])


@pytest.mark.parametrize(
    ("units", "codes"),
    [
        ("{ha: {en: ha, is: 1000 m2}}", ["unit-clash"]),
        ("{plot: {en: [plot, hectares], is: 1000 m2}}", ["unit-clash"]),
        ("{plot: {en: plot, vi: đảng viên}}", ["unit-clash"]),
        ("{sao: {vi: sào}, other: {vi: sào}}", ["unit-clash"]),
        ("{boat: {en: thousand boats}}", ["unit-name"]),
        ("{boat: {en: boats/year}}", ["unit-name"]),
        ("{boat: {en: 2 boats}}", ["unit-name"]),
        ("{million: {en: boats}}", ["unit-name"]),
        ("{field: {en: field, is: many ha}}", ["unit-multiple"]),
        ("{field: {en: field, is: 10}}", ["unit-multiple"]),
        ("{field: {en: field, is: 0 ha}}", ["unit-multiple"]),
        ("{field: {en: field, is: 1..2 ha}}", ["unit-multiple"]),
        ("{field: {en: field, is: 10 %}}", ["unit-multiple"]),
        ("{field: {en: field, is: 10 fields}}", ["unit-multiple"]),
        ("{boat: {en: [one, two, three]}}", ["wrong-type"]),
        ("{boat: {en: []}}", ["wrong-type"]),
        ("{boat: {}}", ["missing-key"]),
        ("{boat: {is: 10 ha}}", ["missing-key"]),
        ("{boat: {en: boat, plural: boats}}", ["unknown-key"]),
        ("{boat: boats}", ["wrong-type"]),
        ("[boat]", ["wrong-type"]),
        ("{boat: {en: [boat, boats], vi: tàu}}", []),
        ("{boat: {en: [boat, boats], vi: tàu, counted: no}}", []),
        ("{boat: {en: boat, counted: perhaps}}", ["unknown-choice"]),
        ("{day: {en: [day, days], vi: ngày, counted: yes}}", []),
        ("{year: {en: [year, years], vi: năm, counted: no}}", []),
        ("{household: {en: hearth, vi: hộ}}", []),
        ("{hearth: {en: hearth, vi: hộ}}", ["unit-clash"]),
        ("{VND: {en: VND}}", ["unit-clash"]),
        ("{kg: {en: kg, counted: yes}}", ["unit-clash"]),
    ],
)
def test_what_is_no_unit_is_found(units: str, codes: list[str]) -> None:
    """A name that is taken or cannot be read, and a multiple of nothing, are found once."""
    assert [finding.code for finding in own(units)[1]] == codes
