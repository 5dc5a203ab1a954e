"""The catalogue of indicators, and definitions inside a resolution file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from partykpi.core import kinds
from partykpi.core.model import Better, Frequency, Indicator, Rollup
from partykpi.parse import load_content
from partykpi.parse.catalogue import Catalogue, Field, shipped
from partykpi.parse.search import fold
from partykpi.parse.text.units import UNITS
from partykpi.problem import Finding
from partykpi.text import Text

ENTRY = """  sound-houses:
    name: {en: Households in sound houses, vi: Hộ có nhà kiên cố}
    definition: Share of the households that live in a sound house.
    kind: level
    unit: "%"
    better: higher
    rollup: share
    frequency: year
    source: Housing survey
"""
FIELD = "field: {en: Housing, vi: Nhà ở}\nindicators:\n" + ENTRY
RESOLUTION = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  t:\n    indicator: %s\n    target: unknown\n"


def check(text: str, name: str = "housing.yaml") -> tuple[Field | None, list[tuple[str, int, int]]]:
    """Return the field of a catalogue file, and the codes of what is found with line and column."""
    content = load_content(name, text.encode(), any_content=True)
    return content.field, [(found.code, found.place.line, found.place.column) for found in content.findings]


def test_a_field_is_read() -> None:
    """A catalogue file gives its indicators with all that the file says of them."""
    field, found = check(FIELD, "folder/housing.yaml")
    assert found == []
    assert field is not None
    assert (field.id, field.name["en"], field.name["vi"]) == ("housing", "Housing", "Nhà ở")
    (indicator,) = field.indicators.values()
    assert indicator.id == "housing/sound-houses"
    assert indicator.name["vi"] == "Hộ có nhà kiên cố"
    assert (indicator.kind, indicator.unit.id, indicator.better) == ("level", "%", "higher")
    assert (indicator.rollup, indicator.frequency) == ("share", "year")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: level", "kind: levels", ("unknown-choice", 6, 11)),
        ('unit: "%"', "unit: percents", ("unknown-unit", 7, 11)),
        ('unit: "%"', "unit: [a]", ("wrong-type", 7, 11)),
        ("better: higher", "better: up", ("unknown-choice", 8, 13)),
        ("rollup: share", "rollup: total", ("unknown-choice", 9, 13)),
        ("rollup: share", "rollup: sum", ("rollup", 9, 13)),
        ("frequency: year", "frequency: week", ("unknown-choice", 10, 16)),
        ("    kind: level\n", "", ("incomplete-indicator", 4, 5)),
        ("    definition: Share of the households that live in a sound house.\n", "", ("incomplete-indicator", 4, 5)),
        ("    kind: level\n", "    kind: level\n    field: Housing\n", ("unknown-key", 7, 5)),
        ("    kind: level\n", "    kind: level\n    also: houses\n", ("wrong-type", 7, 11)),
        ("    kind: level\n", "    kind: level\n    also: [{en: houses}]\n", ("wrong-type", 7, 12)),
        ("    source: Housing survey\n", "    sources: x\n", ("unknown-key", 11, 5)),
        ("  sound-houses:", "  Sound houses:", ("unknown-choice", 3, 3)),
        ("field: {en: Housing, vi: Nhà ở}\n", "", ("missing-key", 1, 1)),
        ("{en: Housing, vi: Nhà ở}", "{fr: Logement}", ("unknown-key", 1, 9)),
        (ENTRY, "  sound-houses: none\n", ("wrong-type", 3, 17)),
        (ENTRY, "", ("empty-value", 2, 12)),
    ],
)
def test_a_mistake_in_a_field_is_found(old: str, new: str, expected: tuple[str, int, int]) -> None:
    """What is wrong with a catalogue file is found where it is."""
    assert FIELD.count(old) == 1
    _, found = check(FIELD.replace(old, new))
    assert expected in found


def test_a_catalogue_file_is_no_resolution() -> None:
    """Where a resolution is asked for, a field of the catalogue is a finding."""
    (found,) = load_content("housing.yaml", FIELD.encode()).findings
    assert found.code == "not-a-resolution"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a catalogue of one field."""
    (tmp_path / "housing.yaml").write_text(FIELD, encoding="utf-8")
    return tmp_path


def indicator_findings(folder: Path, indicator: str) -> list[Finding]:
    """Return what is found in a resolution with that indicator under that catalogue."""
    return load_content("f.yaml", (RESOLUTION % indicator).encode(), Catalogue(str(folder))).findings


def test_another_catalogue_can_be_used(folder: Path) -> None:
    """The indicators of a folder take the place of those that come with partykpi."""
    catalogue = Catalogue(str(folder))
    assert catalogue.fields() == ("housing",)
    found = catalogue.find("housing/sound-houses")
    assert found is not None
    assert found.name["en"] == "Households in sound houses"
    assert indicator_findings(folder, "housing/sound-houses") == []
    (finding,) = indicator_findings(folder, "party/members")
    assert finding.code == "unknown-indicator"


@pytest.mark.parametrize(
    "id",
    ["", "/", "housing", "housing/", "/sound-houses", "housing/en", "housing/indicators",
     "housing/Sound-Houses", "../housing/sound-houses", "housing/sound-houses/x", "housing/.*",
     "no-such/sound-houses", "housing/sound-houses "],
)  # fmt: skip
def test_only_an_id_of_the_catalogue_is_found(folder: Path, id: str) -> None:
    """Nothing but `FIELD/NAME` of an indicator that is there is found."""
    assert Catalogue(str(folder)).find(id) is None


def test_the_nearest_indicator_is_suggested(folder: Path) -> None:
    """A slip of the pen is answered with the id that was meant."""
    (finding,) = indicator_findings(folder, "housing/sound-house")
    assert finding.values["suggestion"] == Text(
        "did you mean `housing/sound-houses` (Households in sound houses)?",
        "có phải là `housing/sound-houses` (Hộ có nhà kiên cố)?",
    )


def layouts() -> Iterator[str]:
    """Return the same field laid out in other ways, in which one entry cannot be found by its indentation."""
    yield FIELD.replace("\n", "\r\n")
    yield "\ufeff" + FIELD
    yield "# a comment\n" + FIELD.replace("    kind", "\n    # another\n\n    kind")
    yield FIELD.replace("\n  ", "\n    ").replace("\n      ", "\n        ")
    yield (
        "{field: Housing, indicators: {sound-houses: {name: Households in sound houses, definition: d, kind: level,"
        " unit: '%', better: higher, rollup: share}}}"
    )
    yield "field: x\nnote:\n  sound-houses:\n    kind: total\n" + FIELD.partition("\n")[2]


@pytest.mark.parametrize("text", list(layouts()))
def test_the_layout_of_a_field_does_not_matter(tmp_path: Path, text: str) -> None:
    """An indicator is found however its file is laid out."""
    (tmp_path / "housing.yaml").write_bytes(text.encode())
    found = Catalogue(str(tmp_path)).find("housing/sound-houses")
    assert found is not None
    assert found.kind == "level"
    assert found.name["en"] == "Households in sound houses"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"indicators: [", b"- a\n", b"a: b\n", FIELD.replace("level", "levels").encode()]
)
def test_a_broken_catalogue_has_no_indicators(tmp_path: Path, data: bytes) -> None:
    """What of a catalogue cannot be used is not there; nothing is raised."""
    (tmp_path / "housing.yaml").write_bytes(data)
    (tmp_path / "folder.yaml").mkdir()
    catalogue = Catalogue(str(tmp_path))
    assert catalogue.find("housing/sound-houses") is None
    assert list(catalogue.indicators()) == []
    assert catalogue.suggest("housing/sound-houses").en


INLINE = "{name: {en: Files, vi: Hồ sơ}, kind: total, unit: document, better: higher%s}"


def test_an_indicator_can_be_defined_in_place() -> None:
    """What the catalogue lacks is defined by name, kind, unit and better."""
    content = load_content("f.yaml", (RESOLUTION % (INLINE % "")).encode())
    assert content.findings == []
    assert content.resolution is not None
    indicator = content.resolution.targets[0].indicator
    assert (indicator.id, indicator.name["vi"], indicator.unit.id) == (None, "Hồ sơ", "document")


@pytest.mark.parametrize(
    ("definition", "codes"),
    [
        (INLINE % ", rollup: sum, frequency: term, definition: d, source: s", []),
        (INLINE % ", kinds: x", ["unknown-key"]),
        (INLINE % ", field: Records", []),
        (INLINE % ", also: [dossiers]", ["unknown-key"]),
        ("{name: Files}", ["incomplete-indicator"]),
        ("{}", ["incomplete-indicator"]),
        ("[party/members]", ["wrong-type"]),
        ("", ["empty-value"]),
        ("party", ["unknown-indicator"]),
        ("{name: '', kind: total, unit: document, better: higher}", ["empty-value"]),
    ],
)
def test_a_mistake_in_a_definition_is_found(definition: str, codes: list[str]) -> None:
    """A definition in place answers for its keys as an entry of the catalogue does."""
    found = load_content("f.yaml", (RESOLUTION % definition).encode()).findings
    assert [finding.code for finding in found] == codes


def defined(definition: str) -> Indicator:
    """Return the indicator of a definition in place that nothing is wrong with."""
    content = load_content("f.yaml", (RESOLUTION % definition).encode())
    assert content.findings == []
    assert content.resolution is not None
    return content.resolution.targets[0].indicator


@pytest.mark.parametrize(
    ("unit", "id"), [('"%/year"', "%"), ('"%/năm"', "%"), ("jobs/year", "job"), ("hạng", "rank"), ('"%"', "%")]
)
def test_a_unit_may_be_one_a_year(unit: str, id: str) -> None:
    """What is told a year is told in the same unit."""
    kind = "rank" if id == "rank" else "rate"
    assert defined(f"{{name: X, kind: {kind}, unit: {unit}, better: higher}}").unit.id == id


@pytest.mark.parametrize("unit", ['"%/month"', "jobs/quarter", "year", "/year"])
def test_other_units_by_time_are_none(unit: str) -> None:
    """A month is no year, and a year alone no unit."""
    definition = f"{{name: X, kind: rate, unit: {unit}, better: higher}}"
    assert [one.code for one in load_content("f.yaml", (RESOLUTION % definition).encode()).findings] == ["unknown-unit"]


def test_a_rank_needs_no_unit() -> None:
    """Its figures are places in a ranking, whatever is ranked; any other kind needs one."""
    assert defined("{name: X, kind: rank, better: lower}").unit == UNITS["rank"]
    definition = "{name: X, kind: level, better: lower}"
    (finding,) = load_content("f.yaml", (RESOLUTION % definition).encode()).findings
    assert (finding.code, finding.values["keys"]) == ("incomplete-indicator", Text("`unit`", "`unit`"))


@pytest.mark.parametrize(
    ("more", "mean"),
    [
        ("", "arithmetic"),
        (", mean: compound", "compound"),
        (", mean: arithmetic", "arithmetic"),
        (", bình quân: nhân", "compound"),
    ],
)
def test_an_indicator_says_how_years_are_averaged(more: str, mean: str) -> None:
    """Growth compounds where it is said so; otherwise years are added and divided."""
    assert defined(f"{{name: X, kind: rate, unit: '%', better: higher{more}}}").mean == mean


def test_the_shipped_catalogue_is_whole() -> None:
    """Each indicator is worded in both languages, by a known kind, unit, direction, roll-up and frequency."""
    catalogue = shipped()
    fields = {"party", "labour", "social", "governance", "economy", "work"}
    assert set(catalogue.fields()) == fields | {"defence", "digital", "environment", "front"}
    indicators = list(catalogue.indicators())
    assert len(indicators) >= 150
    assert len({indicator.id for indicator in indicators}) == len(indicators)
    for indicator in indicators:
        assert indicator.id is not None
        assert catalogue.find(indicator.id) == indicator
        assert indicator.name.en
        assert indicator.name.vi
        assert indicator.definition is not None
        assert indicator.definition.en
        assert indicator.definition.vi
        assert indicator.kind in kinds.names()
        assert indicator.better in get_args(Better)
        assert indicator.rollup in get_args(Rollup)
        assert indicator.frequency in get_args(Frequency)
        assert (indicator.rollup == "share") <= indicator.unit.percent


def test_growth_compounds_in_the_shipped_catalogue() -> None:
    """What grows by so many percent a year is averaged compound; a fall in points or percent of a count is not."""
    rates = [indicator for indicator in shipped().indicators() if indicator.kind == "rate"]
    growth = {indicator.id for indicator in rates if "growth" in (indicator.name.en or "").casefold()}
    assert growth
    assert growth == {indicator.id for indicator in rates if indicator.mean == "compound"}
    compounding = {indicator.id for indicator in shipped().indicators() if indicator.mean == "compound"}
    assert compounding == growth


def test_what_the_shipped_catalogue_is_called_by_is_its_own() -> None:
    """No two indicators have one name in a language, and no other name says again what a name or another one says."""
    indicators = list(shipped().indicators())
    for names in ([one.name.en for one in indicators], [one.name.vi for one in indicators]):
        assert [name for name in names if names.count(name) > 1] == []
    for indicator in indicators:
        called = [fold(name) for name in (indicator.name.en or "", indicator.name.vi or "", *indicator.also)]
        assert len(set(called)) == len(called), indicator.id


@pytest.mark.parametrize(
    ("id", "goal", "bound"),
    [
        ("economy/value-per-hectare", "150 triệu đồng/ha", 150_000_000),
        ("economy/income-per-person", "60 triệu đồng/người/năm", 60_000_000),
        ("economy/cereal-per-person", "500 kg/người/năm", 500),
        ("economy/cooperative-revenue", "2 tỷ đồng/HTX", 2_000_000_000),
        ("economy/meat-output", "52 nghìn tấn", 52_000),
        ("labour/productivity", "150 triệu đồng/lao động", 150_000_000),
        ("social/birth-sex-ratio", "109 bé trai/100 bé gái", 109),
        ("environment/trees-area", "10 m2/người", 10),
        ("front/union-members", "1.200 đoàn viên", 1200),
        ("front/women-members", "1.200 hội viên", 1200),
        ("front/youth-projects", "52 công trình", 52),
        ("front/dialogues", "3 cuộc đối thoại", 3),
        ("governance/procedures-cut", "120 thủ tục hành chính", 120),
        ("party/organisation-grade", "hoàn thành tốt nhiệm vụ", 2),
    ],
)
def test_goals_are_written_in_the_units_that_officials_use(id: str, goal: str, bound: int) -> None:
    """The unit of an indicator is what its figures are printed in, or converts to it."""
    text = (RESOLUTION % id).replace("targets:", "numbers: vi\nlanguage: vi\ntargets:").replace("unknown", goal)
    content = load_content("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    found = content.resolution.targets[0].goal.bound
    assert found is not None
    assert found.exact == bound


@pytest.mark.parametrize(
    ("id", "unit", "reading"),
    [
        ("party/themed-supervisions", "cuộc", "12 cuộc giám sát"),
        ("work/projects-completed", "đề án", "12 đề án"),
        ("party/themed-meetings", "buổi", "12 buổi sinh hoạt"),
        ("front/dialogues", "buổi", "12 cuộc đối thoại"),
        ("work/discussion-rounds", "lượt thảo luận", "12 lượt"),
    ],
)
def test_units_are_called_as_the_indicator_is(id: str, unit: str, reading: str) -> None:
    """What is counted has the word that officials use for it, and is read by that and by others."""
    target = f"targets:\n  a: {{indicator: {id}, target: 10, actual: {reading}}}\n"
    content = load_content("f.yaml", f"resolution: R\ncommittee: C\nterm: 2020-2025\n{target}".encode())
    assert content.findings == []
    assert content.resolution is not None
    (found,) = content.resolution.targets
    assert found.indicator.unit.many.vi == unit
