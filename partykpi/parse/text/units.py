"""The units by their names, what a figure is counted per, and how one unit becomes another.

Only where two units of one dimension differ is pint asked, with nothing but the definitions of the table. A file may
have units of its own, and rates by which it exchanges money.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from partykpi.core.model import CURRENCIES, Unit
from partykpi.core.model import Per as Per
from partykpi.parse.text.unit_table import ALSO_CALLED, KNOWN_UNITS, SHORTENED, UNACCENTED
from partykpi.parse.text.unit_table import PERCENT as PERCENT
from partykpi.parse.text.unit_table import SCALES as SCALES
from partykpi.parse.text.unit_table import UNITS as UNITS
from partykpi.text import GivenText, Text

PER_NAMES: dict[str, Per] = {
    "year": "year",
    "annum": "year",
    "năm": "year",
    "nam": "year",
    "quarter": "quarter",
    "quý": "quarter",
    "qúy": "quarter",
    "quí": "quarter",
    "quy": "quarter",
    "month": "month",
    "tháng": "month",
    "thang": "month",
}
_PER_ENDINGS = tuple(PER_NAMES)
_EACH = frozenset(
    ("per", "a", "each", "every", "mỗi", "một", "hằng", "hàng", "từng", "moi", "mot", "hang")
)  # fmt: skip


_NONE: Mapping[Any, Any] = MappingProxyType({})


class CustomUnits:
    """What a file says of units and money: units of its own by their names, and rates of exchange.

    A rate says how many of the second currency one of the first is, from a day on; rates are in order of their days.
    """

    __slots__ = ("by_name", "rates")

    def __init__(
        self,
        by_name: Mapping[str, Unit] = _NONE,
        rates: Mapping[tuple[str, str], tuple[tuple[date, Fraction], ...]] = _NONE,
    ) -> None:
        self.by_name = by_name
        self.rates = rates

    def rate(self, source: str, target: str, day: date | None) -> Fraction | None:
        """Return the latest rate of that day or before it, else (or without a day) the earliest; None without any."""
        rates = self.rates.get((source, target))
        if rates is None:
            inverse = self.rates.get((target, source))
            rates = None if inverse is None else tuple((known, 1 / rate) for known, rate in inverse)
        if not rates:
            return None
        earlier = [rate for known, rate in rates if day is not None and known <= day]
        return earlier[-1] if earlier else rates[0][1]


NO_CUSTOM_UNITS = CustomUnits()


def comparable_name(text: str) -> str:
    """Return a name as units are looked up by: NFC, small letters, single spaces, and no Icelandic ð for đ."""
    folded = text.casefold()
    if not folded.isascii():
        folded = normalize("NFC", folded).replace("ð", "đ").replace("ɖ", "đ")
    return " ".join(folded.split())


@cache
def _by_name() -> dict[str, Unit]:
    names: dict[str, Unit] = {}
    for known in KNOWN_UNITS:
        for name in (known.unit.id, *known.aliases):
            names.setdefault(name.casefold(), known.unit)
    return names


@cache
def _by_key() -> dict[str, Unit]:
    """Return the units by what their names have in common with other ways to spell them.

    A name without accents is that of the one unit that it can be, or of none.
    """
    from partykpi.parse.search import fold

    keys = {_key(name): unit for name, unit in _by_name().items()}
    keys |= {_key(name): unit for name, full in SHORTENED.items() if (unit := _by_name().get(full)) is not None}
    unaccented: dict[str, set[Unit]] = {}
    for name, unit in _by_name().items():
        if not name.isascii() and (" " in name or name in UNACCENTED):
            unaccented.setdefault(fold(name), set()).add(unit)
    for name, units in unaccented.items():
        if len(units) == 1:
            keys.setdefault(name, *units)
    return keys


def _key(name: str) -> str:
    """Return what a name has in common with other ways to spell it: uỷ and ủy, sỹ and sĩ, spaces about a slash."""
    from partykpi.parse.keys import comparable

    key = comparable(comparable_name(name)).replace(" /", "/").replace("/ ", "/")
    return key if key.isascii() else key.replace("²", "2").replace("³", "3")


@lru_cache(maxsize=4096)
def find_unit(name: str, custom_units: CustomUnits = NO_CUSTOM_UNITS) -> Unit | None:
    """Return the unit of that name, in either language, by itself or put together of others; or None."""
    return simple_unit(name, custom_units) or _put_together(name, custom_units)


def simple_unit(name: str, custom_units: CustomUnits = NO_CUSTOM_UNITS) -> Unit | None:
    """Return the unit that has a name of its own, or None; a file's own unit comes first."""
    if custom_units.by_name and (own := custom_units.by_name.get(_key(name))) is not None:
        return own
    return _by_name().get(name) or _by_name().get(comparable_name(name)) or _by_key().get(_key(name))


def declared_unit(name: str, custom_units: CustomUnits = NO_CUSTOM_UNITS) -> Unit | None:
    """Return the unit that an indicator is said to be in, called as it is there; or None.

    So many a year are told in the same unit.
    """
    if name in UNITS and not custom_units.by_name:
        return UNITS[name]  # as in the catalogue
    from partykpi.parse.text.compound_units import put_together

    return put_together(name, custom_units, declared=True)


def _put_together(name: str, custom_units: CustomUnits) -> Unit | None:
    """Return the unit that other units make, where the name says that there are several or so many."""
    first = name.partition(" ")[0].casefold()
    if "/" not in name and " " not in name and first not in SHORTENED:
        return None
    from partykpi.parse.text.compound_units import put_together

    return put_together(name, custom_units)


def names_of(unit: Unit) -> set[str]:
    """Return what a unit is called by itself, as names are compared."""
    return {_key(name) for name in (unit.id, *unit.one, *unit.many)}


def same_name(name: str, unit: Unit) -> bool:
    """Say whether the unit is itself called that."""
    return _key(name) in names_of(unit)


def named_after(name: str, unit: Unit) -> Unit | None:
    """Return what a unit is so many of, or itself, where that is called so: hộ nghèo where the unit is a thousand."""
    for own in (*unit.many, *unit.one):
        times, words = 1, split_per(own)[0].split(" ")
        while len(words) > 1 and words[0] in SCALES:
            times *= SCALES[words.pop(0)]
        if _key(" ".join(words)) == _key(name):
            of_one, id = _base(unit)
            return unit if times == 1 else unit._replace(id=f"{unit.id}: {name}", of=(of_one / times, id))
    return None


def graded_unit(grades: tuple[GivenText, ...]) -> Unit | None:
    """Return the unit whose figures are the places of grades; None where there are not two, or two have one name."""
    names = [names_of_grade(grade) for grade in grades]
    if len(grades) < 2 or sum(map(len, names)) > len(set().union(*names)):
        return None
    one, many = Text("grade", "mức xếp loại"), Text("grades", "mức xếp loại")
    return Unit("grade", one, many, counted=True, grades=grades)


def names_of_grade(grade: GivenText) -> set[str]:
    """Return what a grade is called in either language, without capitals and accents, which make no difference."""
    from partykpi.parse.search import fold

    return {" ".join(fold(name).split()) for name in (grade.en, grade.vi) if name}


# So many words at least are common to the names of grades where they say no more than that these are grades.
_LEAST_COMMON = 2


@cache
def names_of_grades(grades: tuple[GivenText, ...]) -> tuple[frozenset[str], ...]:
    """Return what each grade is called, also without the words that all of them have in common.

    Of hoàn thành tốt nhiệm vụ these leave tốt, beside hoàn thành xuất sắc nhiệm vụ and hoàn thành nhiệm vụ.
    """
    from partykpi.parse.search import fold

    full = [names_of_grade(grade) for grade in grades]
    words = [fold(grade.vi or "").split() for grade in grades]
    common = set.intersection(*map(set, words)) if words else set()
    short: list[set[str]] = [set() for _ in grades]
    if len(common) >= _LEAST_COMMON:
        for place, name in enumerate(words):
            last = max((index for index, word in enumerate(name) if word not in common), default=-1)
            bare = [word for word in name if word not in common]
            short[place] = {" ".join(part) for part in (name[: last + 1], bare) if part and part != ["khong"]}
    counts = Counter(name for names in (*full, *short) for name in names)
    return tuple(
        frozenset(names | {name for name in less if counts[name] == 1 or name in names})
        for names, less in zip(full, short, strict=True)
    )


def known_names() -> list[str]:
    """Return every name that a unit is known by."""
    return list(_by_name())


def near_unit(name: str, custom_units: CustomUnits, asked: Unit | None = None) -> Text:
    """Return the sentence that offers what an unknown unit may be meant for, or says how it becomes known.

    Names of the file and of the unit that is asked for come first; then those that are spelled alike.
    """
    words, scale = name.split(), []
    while len(words) > 1 and words[0].casefold() in SCALES:
        scale.append(words.pop(0))
    own = {*custom_units.by_name, *(names_of(asked) if asked is not None else ())}
    near = [" ".join([*scale, one]) for one in _alike(" ".join(words), own)]
    if near:
        en, vi = (sep.join(f"`{one}`" for one in near) for sep in (" or ", " hoặc "))
        return Text(f"did you mean {en}?", f"có phải là {vi}?")
    if asked is not None:
        return Text(f"write the figure in {asked.many.en}", f"ghi số liệu bằng {asked.many.vi}")
    return Text(
        "name a unit that is known, or define this one in the file, such as `units: {boat: {vi: tàu}}`",
        "ghi một đơn vị tính đã có, hoặc khai báo đơn vị này trong tệp, ví dụ `units: {boat: {vi: tàu}}`",
    )


_OFFERED, _LEAST_ALIKE, _AS_GOOD = 3, 0.7, 0.05


def _alike(name: str, own: Collection[str]) -> list[str]:
    """Return the few names that are spelled most like one, accents aside, each of another unit; `own` before others."""
    from difflib import SequenceMatcher

    from partykpi.parse.search import fold

    matcher, scores = SequenceMatcher(b=fold(name), autojunk=False), []
    for known in (*own, *known_names()):
        matcher.set_seq1(fold(known))
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _LEAST_ALIKE:
            scores.append((matcher.ratio(), known))
    best = max(scores, default=(0.0, ""))[0]
    near = [known for score, known in sorted(scores, reverse=True) if score >= max(_LEAST_ALIKE, best - _AS_GOOD)]
    found: dict[object, str] = {}
    for known in [known for known in near if known in own] or near:
        found.setdefault(_by_name().get(known, known), known)
    return list(found.values())[:_OFFERED]


def split_per(text: str) -> tuple[str, Per | None]:
    """Return the unit's own name and what it is counted per: "jobs/year" is ("jobs", "year")."""
    name = comparable_name(text)
    if not name.endswith(_PER_ENDINGS):
        return text, None
    before, slash, period = name.rpartition("/")
    if slash and period.strip() in PER_NAMES:
        return before.rstrip(), PER_NAMES[period.strip()]
    before, _, period = name.rpartition(" ")
    before, _, each = before.rpartition(" ")
    return (before, PER_NAMES[period]) if period in PER_NAMES and each in _EACH else (text, None)


def dimension(unit: Unit) -> tuple[str, ...]:
    """Return what kind of thing the unit measures; only units of the same dimension can be compared."""
    _, id = _base(unit)
    return (_dimension_of(id), *(_dimension_of(over) for _, over in unit.over))


def currency(unit: Unit) -> str | None:
    """Return the id of the currency that the unit is one or so many of, or None where it is no money."""
    _, id = _base(unit)
    return id if id in CURRENCIES else None


@lru_cache(maxsize=1024)
def factor(source: Unit, target: Unit) -> Fraction:
    """Return how many `target` one `source` is, exactly; ValueError where they measure different things."""
    if dimension(source) != dimension(target):
        raise ValueError(f"{source.id} is no {target.id}")
    times = _converted(_base(source), _base(target))
    for one, other in zip(source.over, target.over, strict=True):
        times /= _converted(one, other)
    return times


def stands_alone(unit: Unit) -> bool:
    """Say whether a unit is no money, no share and no place, and none becomes another or is made of one."""
    alike = list(_dimensions().values()).count(_dimension_of(unit.id))
    return unit.of is None and alike == 1 and unit.additive and unit.id not in CURRENCIES


def as_asked(unit: Unit, asked: Unit) -> Unit:
    """Return a unit as it is meant where another is asked: beds as beds per people, workers as people."""
    times, id = _base(unit)
    if not unit.over and {id, _base(asked)[1]} in ALSO_CALLED:
        unit = unit._replace(id=f"{unit.id} as {asked.id}", of=(times, _base(asked)[1]))
    if unit.over or not asked.over:
        return unit
    return unit._replace(id=f"{unit.id} {asked.id}", counted=False, of=_base(unit), over=asked.over)


def _base(unit: Unit) -> tuple[Fraction, str]:
    return unit.of or (Fraction(1), unit.id)


def _dimension_of(id: str) -> str:
    return _dimensions().get(id, id)


def _converted(source: tuple[Fraction, str], target: tuple[Fraction, str]) -> Fraction:
    """Return how many of the one there are in the other, of the same dimension."""
    (times, id), (target_times, target_id) = source, target
    if id == target_id:
        return times / target_times
    return times * Fraction(_registry().convert(Fraction(1), id, target_id)) / target_times


@cache
def _dimensions() -> dict[str, str]:
    return {known.unit.id: known.dimension for known in KNOWN_UNITS}


@cache
def _registry() -> Any:
    from pint import UnitRegistry

    registry: Any = UnitRegistry(None, non_int_type=Fraction)
    for known in KNOWN_UNITS:
        if known.definition is not None:
            registry.define(known.definition)
    return registry
