"""The catalogue: indicators that many committees use, one YAML file a field, `FIELD/NAME` each."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, get_args

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import Better, Frequency, Indicator, Mean, Rollup, Unit
from partykpi.parse.file import read_file
from partykpi.parse.text.custom_units import decode_custom_units
from partykpi.parse.text.units import NO_CUSTOM_UNITS, UNITS, CustomUnits, declared_unit, graded_unit, near_unit
from partykpi.parse.yaml.reader import Reader, words_of_choices
from partykpi.parse.yaml.source import Mapping, Node, read
from partykpi.text import LANGUAGES, GivenText, Text

_AN_INDICATOR = Text("an indicator", "chỉ số")
INDICATOR_KEYS = (
    "name",
    "definition",
    "kind",
    "unit",
    "grades",
    "mean",
    "better",
    "rollup",
    "frequency",
    "source",
)
INLINE_KEYS = (*INDICATOR_KEYS, "field")
ENTRY_KEYS = (*INDICATOR_KEYS, "also")
_BETTER: tuple[Better, ...] = get_args(Better)
_ROLLUPS: tuple[Rollup, ...] = get_args(Rollup)
_FREQUENCIES: tuple[Frequency, ...] = get_args(Frequency)
_MEANS: tuple[Mean, ...] = get_args(Mean)
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*\Z"


class Field(NamedTuple):
    """One file of the catalogue: its id and name, and its indicators by their names within it."""

    id: str
    name: GivenText
    indicators: dict[str, Indicator]


class Catalogue(NamedTuple):
    """A folder of fields, each read when it is first asked for."""

    folder: str

    def fields(self) -> tuple[str, ...]:
        """Return the ids of the fields, sorted."""
        return _field_names(self.folder)

    def field(self, id: str) -> Field | None:
        """Return the field of that id, or None where there is none that can be used."""
        return _field(self.folder, id) if id in self.fields() else None

    def find(self, id: str) -> Indicator | None:
        """Return the indicator `FIELD/NAME`, or None."""
        field_id, _, name = id.partition("/")
        return _entry(self.folder, field_id, name) if field_id in self.fields() else None

    def indicators(self) -> Iterator[Indicator]:
        """Return all indicators, field by field."""
        for id in self.fields():
            field = self.field(id)
            if field is not None:
                yield from field.indicators.values()

    def suggest(self, id: str) -> Text:
        """Return the sentence that offers what may have been meant by an id, or by words in its place."""
        from partykpi.parse.search import suggested

        found = suggested(self.indicators(), id)
        if not found:
            return Text("nothing in the catalogue is like it.", "danh mục không có chỉ số nào gần giống.")
        offers = {language: [f"`{one.id}` ({one.name[language]})" for one in found] for language in LANGUAGES}
        return Text(
            f"did you mean {', '.join(offers['en'])}?",
            f"có phải là {', '.join(offers['vi'])}?",
        )

    def name_of(self, id: str) -> GivenText | None:
        """Return the name of a field, without reading more of it than is needed; None where there is no such field."""
        return _name_of_field(self.folder, id) if id in self.fields() else None


@cache
def shipped() -> Catalogue:
    """Return the catalogue that comes with partykpi: beside the package, or in it where it was installed."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "indicators")
    checkout = os.path.join(os.path.dirname(package), "indicators")
    return Catalogue(installed if os.path.isdir(installed) else checkout)


def decode_field(reader: Reader, root: Mapping, id: str) -> Field | None:
    """Turn a catalogue file into its field; everything wrong with it is reported."""
    values = reader.fields(
        root, ("field", "units", "indicators"), ("field", "indicators"), Text("a catalogue file", "tệp danh mục")
    )
    name = reader.words("field", values.get("field"))
    custom_units = decode_custom_units(reader, values["units"], None) if "units" in values else NO_CUSTOM_UNITS
    entries = reader.mapping("indicators", values["indicators"]) if "indicators" in values else None
    if entries is None:
        return None
    indicators: dict[str, Indicator] = {}
    for key, node in entries.entries:
        if not re.match(_ID, key.value):
            reader.report(
                findings.UNKNOWN_CHOICE,
                key,
                value=key.value,
                key=Text("the name of an indicator", "tên chỉ số"),
                suggestion=Text("use small letters, digits and hyphens", "dùng chữ thường, chữ số và dấu gạch nối"),
            )
        indicator = decode_indicator(reader, node, f"{id}/{key.value}", custom_units)
        if indicator is not None:
            indicators[key.value] = indicator
    return Field(id, name or GivenText(en=id), indicators)


def decode_indicator(
    reader: Reader, node: Node, id: str | None, custom_units: CustomUnits = NO_CUSTOM_UNITS
) -> Indicator | None:
    """Turn an entry of the catalogue, or (`id` None) an inline definition, into its indicator."""
    entry = reader.mapping(id or "indicator", node)
    if entry is None:
        return None
    values = reader.fields(entry, INLINE_KEYS if id is None else ENTRY_KEYS, (), _AN_INDICATOR)
    texts = reader.texts(values, "name", "definition", "source", "field")
    kind = reader.choice("kind", values.get("kind"), kinds.names(), _label)
    missing = [key for key in _required(kind, inline=id is None) if key not in values]
    if missing:
        _report_missing(reader, entry, missing)
    better = _better(reader, values, kind)
    frequency = reader.choice("frequency", values["frequency"], _FREQUENCIES) if "frequency" in values else None
    unit = _unit_of_kind(reader, values, kind, custom_units)
    if unit is not None and unit.per is not None and kind is not None:
        unit = _in_time_of_kind(unit, kind)
    mean = _mean(reader, values["mean"], unit) if "mean" in values else "arithmetic"
    rollup = _rollup(reader, values["rollup"], unit) if "rollup" in values else "none"
    name = texts.get("name")
    if name is None or kind is None or unit is None or better is None:
        return None
    return Indicator(
        id=id,
        name=name,
        kind=kind,
        unit=unit,
        better=better,
        definition=texts.get("definition"),
        rollup=rollup,
        frequency=frequency,
        source=texts.get("source"),
        mean=mean,
        also=_other_names(reader, values["also"]) if "also" in values else (),
        field=texts.get("field"),
    )


def _required(kind: str | None, *, inline: bool) -> tuple[str, ...]:
    """Return the keys that an indicator of a kind needs; of a kind that is not known, those of most kinds."""
    figures: tuple[str, ...] = ("unit", "better")
    if kind is not None and kinds.find(kind).graded:
        figures = ("grades",)
    elif kind is not None and kinds.find(kind).own_unit is not None:
        figures = ("better",)
    return ("name", "kind", *figures) if inline else ("name", "definition", "kind", *figures, "rollup")


def _report_missing(reader: Reader, entry: Mapping, missing: Sequence[str]) -> None:
    """Report the keys that an indicator lacks, all at once, with the words that those can have that have fixed ones."""
    choices: dict[str, Text] = {
        "kind": words_of_choices(kinds.names(), _label, reader.word),
        "better": words_of_choices(_BETTER, written=reader.word),
        "rollup": words_of_choices(_ROLLUPS, written=reader.word),
    }
    lines = [(f"`{key}: …`", choices.get(key)) for key in missing]
    reader.report(
        findings.INCOMPLETE_INDICATOR,
        entry,
        keys=Text(*[", ".join(f"`{key}`" for key in missing)] * 2),
        lines=Text(
            "; ".join(line if own is None else f"{line}, one of {own.en}" for line, own in lines),
            "; ".join(line if own is None else f"{line}, chọn một trong: {own.vi}" for line, own in lines),
        ),
    )


def _label(kind: str) -> Text:
    return kinds.find(kind).label


def _other_names(reader: Reader, node: Node) -> tuple[str, ...]:
    names = [reader.scalar("also", item) for item in reader.items("also", node)]
    return tuple(name for name in names if name is not None)


def with_kind(reader: Reader, node: Node, indicator: Indicator) -> Indicator:
    """Return the indicator with the kind that a target gives it; one that does not go with its unit is reported."""
    kind = reader.choice("kind", node, kinds.names(), _label)
    if kind is None:
        return indicator
    graded = kinds.find(kind).graded
    if graded and not indicator.unit.grades:
        reader.report(findings.MISSING_KEY, node, key="grades", owner=_AN_INDICATOR)
    elif indicator.unit.grades and not graded:
        reader.report(findings.GRADES_OF_KIND, node, kind=kinds.find(kind).label)
    else:
        unit = indicator.unit if indicator.unit.per is None else _in_time_of_kind(indicator.unit, kind)
        return indicator._replace(kind=kind, unit=unit)
    return indicator


def _in_time_of_kind(unit: Unit, kind: str) -> Unit:
    """Return a unit a year as the kind has it: what adds up over the years is no longer a year's."""
    from partykpi.parse.text.compound_units import without_time

    return without_time(unit) if kinds.find(kind).yearly == "binds" else unit


def _better(reader: Reader, values: dict[str, Node], kind: str | None) -> Better | None:
    """Return on which side a value is better; of grades, whose figures count from the best, that is the lower one."""
    better = reader.choice("better", values.get("better"), _BETTER)
    return "lower" if kind is not None and kinds.find(kind).graded else better


def _unit_of_kind(reader: Reader, values: dict[str, Node], kind: str | None, custom_units: CustomUnits) -> Unit | None:
    """Return the unit of figures: the grades, the unit that is named, or the one that the kind has by itself."""
    named = _unit(reader, values["unit"], custom_units) if "unit" in values else None
    if kind is not None and kinds.find(kind).graded:
        return _grades(reader, values["grades"]) if "grades" in values else None
    if kind is not None and "grades" in values:
        reader.report(findings.GRADES_OF_KIND, values["grades"], kind=kinds.find(kind).label)
    if "unit" in values:
        return named
    own = None if kind is None else kinds.find(kind).own_unit
    return None if own is None else UNITS[own]


def _grades(reader: Reader, node: Node) -> Unit | None:
    """Return the unit whose figures are the grades of a list; a list with two that look the same is reported."""
    names = [reader.words("grades", item) for item in reader.items("grades", node)]
    given = [name for name in names if name is not None]
    if not given or len(given) < len(names):
        return None
    unit = graded_unit(tuple(given))
    if unit is None:
        reader.report(findings.GRADES_ALIKE, node)
    return unit


def _mean(reader: Reader, node: Node, unit: Unit | None) -> Mean:
    """Return how years are averaged; what is no percentage cannot compound, which is reported."""
    mean = reader.choice("mean", node, _MEANS)
    if mean == "compound" and unit is not None and not unit.percent:
        reader.report(findings.COMPOUND_MEAN, node, unit=unit.many)
    return mean or "arithmetic"


def _rollup(reader: Reader, node: Node, unit: Unit | None) -> Rollup:
    """Return how the figures of several committees become one; a sum of what does not add up is reported."""
    rollup = reader.choice("rollup", node, _ROLLUPS)
    if rollup == "sum" and unit is not None and (not unit.additive):
        reader.report(findings.ROLLUP, node)
    return rollup or "none"


def _unit(reader: Reader, node: Node, custom_units: CustomUnits) -> Unit | None:
    text = reader.scalar("unit", node)
    if text is None:
        return None
    unit = declared_unit(text, custom_units)
    if unit is None:
        reader.report(findings.UNKNOWN_UNIT, node, unit=text, suggestion=near_unit(text, custom_units))
    return unit


@cache
def _field_names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(name.removesuffix(".yaml") for name in os.listdir(folder) if name.endswith(".yaml")))


@cache
def _text(folder: str, id: str) -> bytes:
    data = read_file(_path(folder, id))
    return b"" if isinstance(data, OSError) else data  # then nothing is found in it; `check` says why


def _path(folder: str, id: str) -> str:
    return os.path.join(folder, f"{id}.yaml")


@cache
def _field(folder: str, id: str) -> Field | None:
    loaded = read(_path(folder, id), _text(folder, id))
    if type(loaded.root) is not Mapping:
        return None
    return decode_field(Reader(loaded.source, loaded.findings), loaded.root, id)


@cache
def _name_of_field(folder: str, id: str) -> GivenText | None:
    """Return the name of a field from the lines before its indicators, where they hold it."""
    head, _, _ = _text(folder, id).partition(b"\nindicators:")
    loaded = read(_path(folder, id), head)
    if type(loaded.root) is Mapping and not loaded.findings:
        reader = Reader(loaded.source, [])
        name = reader.words("field", {key.value: node for key, node in loaded.root.entries}.get("field"))
        if name is not None and not reader.findings:
            return name
    field = _field(folder, id)
    return None if field is None else field.name


@cache
def _entry(folder: str, field_id: str, name: str) -> Indicator | None:
    """Return one indicator without reading the rest of its field, where its lines can be found.

    An entry begins with its name two spaces in, and ends before the next line that is indented as little. Reading
    a whole field costs more than all else in a short report.
    """
    text = _text(folder, field_id)
    start = text.find(f"\n  {name}:".encode()) + 1
    if start:
        end = text.find(b"\n  ", start)
        while end >= 0 and text[end + 3 : end + 4] == b" ":
            end = text.find(b"\n  ", end + 1)
        loaded = read(_path(folder, field_id), text[start : end + 1] if end >= 0 else text[start:])
        if type(loaded.root) is Mapping and not loaded.findings and len(loaded.root.entries) == 1:
            reader = Reader(loaded.source, [])
            indicator = decode_indicator(reader, loaded.root.entries[0][1], f"{field_id}/{name}")
            if not reader.findings:
                return indicator
    field = _field(folder, field_id)
    return field.indicators.get(name) if field is not None else None
