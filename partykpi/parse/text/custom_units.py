"""What a file defines of its own: units, and the rates at which money is exchanged."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from partykpi import findings
from partykpi.core.model import CURRENCIES, Unit
from partykpi.parse.text import units
from partykpi.parse.text.amount import Amount, read_amount
from partykpi.parse.text.number import NumberStyle
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import UNITS, CustomUnits
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Node, Scalar, Sequence
from partykpi.text import LANGUAGES, Text


def decode_custom_units(reader: Reader, own: Node | None, rates: Node | None) -> CustomUnits:
    """Return what the file says of units and money at `units` and `rates`; whatever is wrong there is reported."""
    names: dict[str, Unit] = {}
    mapping = None if own is None else reader.mapping("units", own)
    for key, node in mapping.entries if mapping is not None else ():
        unit = _custom_unit(reader, key, node, CustomUnits(names))
        if unit is not None:
            names |= dict.fromkeys(units.names_of(unit), unit)
    return CustomUnits(names, {} if rates is None else _rates(reader, rates))


def _custom_unit(reader: Reader, key: Scalar, node: Node, known: CustomUnits) -> Unit | None:
    mapping = reader.mapping(Text(key.value, key.value), node)
    if mapping is None:
        return None
    values = reader.fields(mapping, ("en", "vi", "is", "counted"), (), _A_UNIT)
    given = {language: _names(reader, language, values[language]) for language in LANGUAGES if language in values}
    if None in given.values():
        return None
    en, vi = given.get("en") or given.get("vi"), given.get("vi") or given.get("en")
    if en is None or vi is None:
        reader.report(findings.MISSING_KEY, mapping, key=reader.word("en"), owner=_A_UNIT)
        return None
    counted = reader.choice("counted", values["counted"], _YES_OR_NO) if "counted" in values else None
    whole = "is" not in values if counted is None else counted == "yes"
    base = _multiple(reader, values["is"], known) if "is" in values else None
    unit = Unit(key.value, Text(en[0], vi[0]), Text(en[-1], vi[-1]), counted=whole)
    if not _is_named_well(reader, key, unit, known):
        return None
    if "is" not in values:
        return unit
    return None if base is None else unit._replace(of=base.of, over=base.over)


def _is_named_well(reader: Reader, key: Scalar, unit: Unit, known: CustomUnits) -> bool:
    """Say whether all names of a unit are new, and are read as such after a number; what is not is reported."""
    for name in (unit.id, *unit.one, *unit.many):
        found = units.find_unit(name, known)
        if found is not None and not _tells_anew(unit, found, known):
            reader.report(findings.UNIT_CLASH, key, name=name, unit=found.many)
            return False
        written = read_written(f"1 {name}", reader.style)
        unit_name = units.comparable_name(name)
        if type(written) is not Written or written != written._replace(scale=1, unit=unit_name, per=None):
            reader.report(findings.UNIT_NAME, key, name=name)
            return False
    return True


def _tells_anew(unit: Unit, found: Unit, known: CustomUnits) -> bool:
    """Say whether a unit of the file is one that partykpi has by its id, and that no other depends on."""
    return found not in known.by_name.values() and found == units.find_unit(unit.id) and units.stands_alone(found)


_YES_OR_NO: tuple[Literal["yes", "no"], ...] = ("yes", "no")
_A_UNIT = Text("a unit", "đơn vị tính")


def _names(reader: Reader, key: str, node: Node) -> list[str] | None:
    """Return what one thing is called, or one and many of them."""
    items = node.items if type(node) is Sequence else [node]
    if not 1 <= len(items) <= 2:
        reader.wrong_type(key, node, Text("a name, or those of one and of many", "một tên, hoặc tên số ít và số nhiều"))
        return None
    names = [reader.scalar(key, item) for item in items]
    given = [name.strip() for name in names if name is not None]
    return given if len(given) == len(names) else None


def _multiple(reader: Reader, node: Node, known: CustomUnits) -> Unit | None:
    """Return so many of a unit as the text says, of which its `of` and what it is set to tell."""
    text = reader.scalar("is", node)
    if text is None:
        return None
    written = read_written(text, reader.style)
    if type(written) is Written and not (written.operator or written.high or written.whole or written.per):
        base = units.find_unit(written.unit, known) if written.unit else None
        times = written.low.value * written.scale
        if base is not None and base.additive and times > 0:
            of_one, id = base.of or (Fraction(1), base.id)
            return base._replace(of=(times * of_one, id))
    reader.report(findings.UNIT_MULTIPLE, node, text=text)
    return None


_Rates = tuple[tuple[date, Fraction], ...]


def _rates(reader: Reader, node: Node) -> dict[tuple[str, str], _Rates]:
    rates: dict[tuple[str, str], _Rates] = {}
    mapping = reader.mapping("rates", node)
    if mapping is None:
        return rates
    for source, by_day in reader.fields(mapping, CURRENCIES, (), Text("the rates", "tỷ giá")).items():
        target = next(currency for currency in CURRENCIES if currency != source)
        rates[source, target] = _rates_by_day(reader, by_day, source, target)
    return rates


def _rates_by_day(reader: Reader, node: Node, source: str, target: str) -> _Rates:
    """Return what one `source` is in `target` from each day on, in the order of the days."""
    mapping = reader.mapping(source, node)
    rates = []
    for key, value in mapping.entries if mapping is not None else ():
        day, text = reader.day(key.value), reader.scalar(key.value, value)
        if day is None:
            reader.report(findings.UNPARSABLE_DATE, key, text=key.value, others="")
        rate = None if text is None else _rate(text, reader.style, UNITS[target])
        if text is not None and rate is None:
            reader.report(findings.UNPARSABLE_RATE, value, text=text, source=source, target=units.UNITS[target].many)
        if day is not None and rate is not None:
            rates.append((day, rate))
    return tuple(sorted(rates))


def _rate(text: str, style: NumberStyle, unit: Unit) -> Fraction | None:
    written = read_amount(text, style, unit)
    if type(written) is not Amount or written.operator or written.per:
        return None
    rate = written.figure.exact
    return rate if rate is not None and rate > 0 else None
