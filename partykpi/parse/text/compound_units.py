"""Units that are put together: so many of another (nghìn tấn), set to others (tạ/ha, beds per 10,000 people), a year.

A unit is read in two ways. A figure may name any that is put together of known units. Where a unit is declared, it may
also say more closely what is counted or measured (hộ nghèo, m³ gỗ), and is then called as it is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.model import CURRENCIES, Per, Unit
from partykpi.parse.text import units
from partykpi.parse.text.unit_table import SCALE_NAMES, SCALES, SHORTENED, SHORTENED_OVER, UNITS
from partykpi.parse.text.units import CustomUnits
from partykpi.text import Text

_PER = re.compile(r"\s*/\s*|(?:^|\s+)(?:per|trên|tren)\s+", re.IGNORECASE)
_MANY = re.compile(r"(?:0?(1[0 .,_]*)(?![0-9]))?\s*(.*)", re.DOTALL)
_ONE = frozenset(("a", "one", "một", "mot", "mỗi", "moi", "1"))
# What only follows a number of people or the like: of `van` alone it is not known whether it is a word of scale.
_SCALES_OVER = {**SCALES, "van": 10**4}
_YEARLY: dict[Per, Text] = {
    "year": Text("/year", "/năm"),
    "quarter": Text("/quarter", "/quý"),
    "month": Text("/month", "/tháng"),
}
# Of these, words behind them name another thing: đồng hồ is a clock, điểm du lịch a place.
_NEVER_CLOSER = frozenset((*CURRENCIES, "score", "times", "point", "rank", "day", "m", "g"))
_MOST_WORDS = 6
# Words that say more closely what is counted: no digit comes first.
_CLOSER = r"[^\W\d_][\w.\-]*(?:,? [\w.\-%()]+)*"
# What is said of prices, in brackets or behind a comma.
_PRICES = re.compile(r"(.+?)(?:\s*(\(.*\))|,\s*(giá\s.*))", re.DOTALL)


class _Over(NamedTuple):
    """What a figure is set to: how many of which unit."""

    many: int
    unit: Unit


def put_together(name: str, custom_units: CustomUnits, declared: bool = False) -> Unit | None:
    """Return the unit that a name is put together of, or None; `declared` where it is the unit of an indicator."""
    name = " ".join(name.split())
    known = units.simple_unit(name, custom_units)
    if known is not None:
        return called(known, name) if declared else known
    told = _PRICES.fullmatch(name) if declared else None
    if told is not None:
        unit = put_together(told[1], custom_units, declared)
        return None if unit is None else _told(unit, told[2] or f", {told[3]}")
    return _in_parts(name, custom_units, declared)


def _in_parts(name: str, custom_units: CustomUnits, declared: bool) -> Unit | None:
    """Return the unit that the parts of a name make, at its slashes and the words that stand for one."""
    first, *others = _PER.split(name)
    over: list[_Over] = []
    per: Per | None = None
    for place, other in enumerate(others, 1):
        period = units.PER_NAMES.get(units.comparable_name(other))
        if period is not None and declared and place == len(others):
            per = period
            continue
        found = _set_to(other, custom_units, declared)
        if found is None:
            times, noun = _scaled(name, custom_units, declared) if declared and "/" not in name else (1, None)
            return None if noun is None else compose(times, noun)  # doanh nghiệp trên địa bàn
        over.append(found)
    if not first:
        return _rate_of_whole(over)
    times, noun = _scaled(first, custom_units, declared)
    if noun is None or (over and noun.over) or noun.grades:
        return None
    if per not in (None, "year") and not over and units.currency(noun) is None:
        return None
    return compose(times, noun, over, per)


def _told(unit: Unit, words: str) -> Unit:
    """Return a unit with what is said of it behind its name, in English where that can be English."""
    behind = words if words.startswith(",") else f" {words}"
    also = behind if words.isascii() else ""
    return unit._replace(
        one=Text(unit.one.en + also, unit.one.vi + behind), many=Text(unit.many.en + also, unit.many.vi + behind)
    )


def compose(times: int, noun: Unit, over: Sequence[_Over] = (), per: Per | None = None) -> Unit:
    """Return so many of a unit, set to others, by the time that it is of."""
    if times == 1 and not over and per is None:
        return noun
    base_times, base = noun.of or (Fraction(1), noun.id)
    id = noun.id if times == 1 else f"{times} {noun.id}"
    en, vi = noun.many
    if times != 1:
        scale = SCALE_NAMES.get(times) or Text(f"{times:,}", f"{times:,}".replace(",", "."))
        en, vi = f"{scale.en} {en}", f"{scale.vi} {vi}"
    for many, unit in over:
        people = "dân" if unit.id == "person" else unit.many.vi
        among = "vạn" if many == 10**4 else f"{many:,}".replace(",", ".")
        id += f"/{unit.id}" if many == 1 else f"/{many} {unit.many.en}"
        en += f"/{unit.one.en}" if many == 1 else f" per {many:,} {unit.many.en}"
        vi += f"/{unit.many.vi}" if many == 1 else f"/{among} {people}"
    if per is not None:
        id += f"/{per}" if over else ""
        en, vi = en + _YEARLY[per].en, vi + _YEARLY[per].vi
    text = Text(en, vi)
    one = text if times != 1 or over else Text(noun.one.en + _YEARLY[per].en if per else noun.one.en, vi)
    return noun._replace(
        id=id,
        one=one,
        many=text,
        counted=noun.counted and times == 1 and not over,
        of=None if id == base else (base_times * times, base),
        over=(*noun.over, *(_base_over(one) for one in over)),
        per=per or noun.per,
    )


def without_time(unit: Unit) -> Unit:
    """Return a unit of a time without that in its names, since its readings add up; it still says what it is per."""
    if unit.per is None:
        return unit
    ending = _YEARLY[unit.per]

    def bare(text: Text) -> Text:
        return Text(text.en.removesuffix(ending.en), text.vi.removesuffix(ending.vi))

    return unit._replace(id=unit.id.removesuffix(f"/{unit.per}"), one=bare(unit.one), many=bare(unit.many))


def over_of(unit: Unit, custom_units: CustomUnits) -> tuple[_Over, ...] | None:
    """Return what the figures of a unit are set to; None where that is no round number of a unit known in the file."""
    found = [(many, units.simple_unit(id, custom_units)) for many, id in unit.over]
    whole = tuple(_Over(int(many), one) for many, one in found if one is not None and str(many).rstrip("0") == "1")
    return whole if len(whole) == len(found) else None


def _base_over(over: _Over) -> tuple[Fraction, str]:
    times, base = over.unit.of or (Fraction(1), over.unit.id)
    return over.many * times, base


def _rate_of_whole(over: Sequence[_Over]) -> Unit | None:
    """Return the unit of so many to a thousand or more where it is not said of what: per 1,000 live births."""
    if len(over) != 1 or over[0].many == 1:
        return None
    many, unit = over[0]
    text = Text(f"per {many:,} {unit.many.en}", f"trên {many:,}".replace(",", ".") + f" {unit.many.vi}")
    return Unit(f"1/{many} {unit.many.en}", text, text, of=(Fraction(1), "1"), over=(_base_over(over[0]),))


def _scaled(text: str, custom_units: CustomUnits, declared: bool) -> tuple[int, Unit | None]:
    """Return what the words of scale multiply by, before a unit or behind a currency, and the unit."""
    full = SHORTENED.get(units.comparable_name(text))
    words, times = (full or text).split(), 1
    if declared and (so_many := re.fullmatch(r"(10+|1(?:[.,]000)+)\s*(\D.*)", text)) is not None:
        times, words = int(re.sub("[.,]", "", so_many[1])), so_many[2].split()
    for _ in range(2 if declared or full else 0):  # of a figure they stand before its unit, and are no part of it
        if len(words) > 1 and words[0].casefold() in SCALES:
            times *= SCALES[words.pop(0).casefold()]
    if times == 1 and len(words) > 1 and words[-1].casefold() in SCALES:
        money = units.simple_unit(" ".join(words[:-1]), custom_units)
        if money is not None and money.id in CURRENCIES:
            return SCALES[words[-1].casefold()], money
    return times, _noun(" ".join(words), custom_units, declared)


def _set_to(text: str, custom_units: CustomUnits, declared: bool) -> _Over | None:
    """Return what a figure is set to: a unit, or a round number of one."""
    match = _MANY.fullmatch(text)
    assert match is not None
    many = int(re.sub(r"\D", "", match[1])) if match[1] else 1
    words = SHORTENED_OVER.get(match[2].casefold(), match[2]).split()
    if many == 1 and len(words) > 1 and words[0].casefold() in _ONE:
        words.pop(0)
    while len(words) > 1 and words[0].casefold() in _SCALES_OVER:
        many *= _SCALES_OVER[words.pop(0).casefold()]
    unit = _noun(" ".join(words), custom_units, closer=True) if words else None
    if unit is None or unit.over or unit.grades or unit.percent:
        return None
    return _Over(many, unit if declared else UNITS.get(unit.id, unit))


def _noun(text: str, custom_units: CustomUnits, closer: bool) -> Unit | None:
    """Return the unit of a name without scale or anything that it is set to; `closer` where more may be said of it."""
    found = units.simple_unit(text, custom_units)
    if not closer:
        return found
    if found is not None:
        return called(found, text)
    listed = [units.simple_unit(one, custom_units) for one in text.split(",")]
    if len(listed) > 1 and listed[0] is not None and all(one is not None and one.counted for one in listed):
        return called(listed[0], text)
    words = text.split()
    if len(words) > _MOST_WORDS or not re.fullmatch(_CLOSER, " ".join(words[1:])):
        return None
    return next(_said_closer(words, custom_units), None)


def _said_closer(words: Sequence[str], custom_units: CustomUnits) -> Iterator[Unit]:
    """Yield the units that begin a name in Vietnamese, or end one in English, with what is said of them."""
    for end in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:end]), " ".join(words[end:])
        unit = units.simple_unit(head, custom_units)
        if unit is not None and unit.id not in _NEVER_CLOSER:
            unit = called(unit, head)
            also = f" {rest}" if rest.isascii() else ""
            yield unit._replace(
                one=Text(unit.one.en + also, f"{unit.one.vi} {rest}"),
                many=Text(unit.many.en + also, f"{unit.many.vi} {rest}"),
            )
    text = " ".join(words)
    for start in range(1, len(words)) if text.isascii() else ():
        unit = units.simple_unit(" ".join(words[start:]), custom_units)
        if unit is not None and unit.counted and unit.id not in _NEVER_CLOSER:
            yield unit._replace(one=Text(text, unit.one.vi), many=Text(text, unit.many.vi))


def called(unit: Unit, name: str) -> Unit:
    """Return a unit that is counted under the name that it was declared by; a short or plain one stands as it is."""
    name = SHORTENED.get(units.comparable_name(name), name)
    if unit.ordinal or not (unit.counted or unit.id == "day"):
        return unit
    if not name.isascii():
        return unit._replace(one=Text(unit.one.en, name), many=Text(unit.many.en, name))
    if name.endswith("s") and name not in (unit.id, unit.one.en, unit.many.en):
        one = name[:-1] if units.simple_unit(name[:-1]) == unit else unit.one.en
        return unit._replace(one=Text(one, unit.one.vi), many=Text(name, unit.many.vi))
    return unit
