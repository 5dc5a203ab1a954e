"""What a file defines of its own: units, and the rates at which money is exchanged."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from partykpi import findings
from partykpi.core.model import Unit
from partykpi.parse.text import units
from partykpi.parse.text.amount import Amount, read_amount
from partykpi.parse.text.number import Style
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import Measures
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Node, Scalar, Sequence
from partykpi.text import Text


def measures_of(reader: Reader, own: Node | None, rates: Node | None) -> Measures:
    """Return what the file says of units and money at `units` and `rates`; whatever is wrong there is reported."""
    names: dict[str, Unit] = {}
    mapping = None if own is None else reader.mapping("units", own)
    for key, node in mapping.entries if mapping is not None else ():
        unit = _own_unit(reader, key, node, Measures(names))
        if unit is not None:
            names |= dict.fromkeys(units.names_of(unit), unit)
    return Measures(names, {} if rates is None else _rates(reader, rates))


def _own_unit(reader: Reader, key: Scalar, node: Node, known: Measures) -> Unit | None:
    mapping = reader.mapping(Text(key.value, key.value), node)
    if mapping is None:
        return None
    values = reader.fields(mapping, ("en", "vi", "is"), (), _A_UNIT)
    given = {language: _names(reader, language, values[language]) for language in ("en", "vi") if language in values}
    if None in given.values():
        return None
    en, vi = given.get("en") or given.get("vi"), given.get("vi") or given.get("en")
    if en is None or vi is None:
        reader.report(findings.MISSING_KEY, mapping, key=reader.word("en"), owner=_A_UNIT)
        return None
    of = _multiple(reader, values["is"], known) if "is" in values else None
    unit = Unit(key.value, Text(en[0], vi[0]), Text(en[-1], vi[-1]), counted="is" not in values, of=of)
    for name in (unit.id, *unit.one, *unit.many):
        found = units.find_unit(name, known)
        if found is not None:
            reader.report(findings.UNIT_CLASH, key, name=name, unit=found.many)
            return None
        written = read_written(f"1 {name}", reader.style)
        if type(written) is not Written or written != written._replace(scale=1, unit=units.plain(name), per=None):
            reader.report(findings.UNIT_NAME, key, name=name)
            return None
    return None if "is" in values and of is None else unit


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


def _multiple(reader: Reader, node: Node, known: Measures) -> tuple[Fraction, str] | None:
    """Return how many of which unit the text says; of a unit that is a multiple itself, what that one is made of."""
    text = reader.scalar("is", node)
    if text is None:
        return None
    written = read_written(text, reader.style)
    if type(written) is Written and not (written.operator or written.high or written.whole or written.per):
        base = units.find_unit(written.unit, known) if written.unit else None
        times = written.low.value * written.scale
        if base is not None and base.additive and times > 0:
            return (times, base.id) if base.of is None else (times * base.of[0], base.of[1])
    reader.report(findings.UNIT_MULTIPLE, node, text=text)
    return None


_CURRENCIES = ("USD", "VND")


def _rates(reader: Reader, node: Node) -> dict[tuple[str, str], tuple[tuple[date, Fraction], ...]]:
    rates: dict[tuple[str, str], tuple[tuple[date, Fraction], ...]] = {}
    mapping = reader.mapping("rates", node)
    if mapping is None:
        return rates
    for source, by_day in reader.fields(mapping, _CURRENCIES, (), Text("the rates", "tỷ giá")).items():
        target = _CURRENCIES[source == "USD"]
        days = reader.mapping(source, by_day)
        known = []
        for key, value in days.entries if days is not None else ():
            day, text = reader.day(key.value), reader.scalar(key.value, value)
            if day is None:
                reader.report(findings.UNPARSABLE_DATE, key, text=key.value, others="")
            rate = None if text is None else _rate(text, reader.style, units.UNITS[target])
            if text is not None and rate is None:
                reader.report(findings.UNPARSABLE_RATE, value, text=text, source=source, target=target)
            if day is not None and rate is not None:
                known.append((day, rate))
        rates[source, target] = tuple(sorted(known))
    return rates


def _rate(text: str, style: Style, unit: Unit) -> Fraction | None:
    written = read_amount(text, style, unit)
    if type(written) is not Amount or written.operator or written.per:
        return None
    rate = written.figure.exact
    return rate if rate is not None and rate > 0 else None
