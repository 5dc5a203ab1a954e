"""The units: what figures count and measure, how they are written, and how one becomes another.

Things that are counted are dimensions of their own, so that members cannot be added to jobs. Only where two units of
one dimension differ is pint asked, with nothing but the definitions below. A file may have units of its own, and
rates by which it exchanges money.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

from partykpi.core.model import CURRENCIES, Unit
from partykpi.text import GivenText, Text

Per = Literal["year", "quarter", "month"]


class _KnownUnit(NamedTuple):
    """A unit, its dimension, what it is called in files besides its names, and how pint defines it."""

    unit: Unit
    dimension: str
    aliases: tuple[str, ...]
    definition: str | None = None


def _counted(id: str, many: str, vi: str, *aliases: str) -> _KnownUnit:
    return _KnownUnit(Unit(id, Text(id, vi), Text(many, vi), counted=True), id, (many, vi, *aliases))


def _measured(
    id: str, symbol: str, dimension: str, definition: str | None, *aliases: str, vi: str | None = None
) -> _KnownUnit:
    text = Text(symbol, vi or symbol)
    return _KnownUnit(Unit(id, text, text), dimension, (symbol, vi or symbol, *aliases), definition)


_KNOWN_UNITS = (
    _measured("%", "%", "%", None, "percent", "per cent", "phần trăm"),
    _measured(
        "point", "percentage points", "point", None, "percentage point", "percent points", "percent point",
        "% points", "điểm phần trăm", "điểm%", vi="điểm %",
    ),
    _KnownUnit(
        Unit("rank", Text("rank", "hạng"), Text("rank", "hạng"), counted=True), "rank",
        ("hạng", "place", "st", "nd", "rd", "th"),
    ),
    _measured("score", "points", "score", None, "score", "scores", vi="điểm"),
    _measured(
        "VND", "VND", "money in VND", None, "dong", "đồng", "vnđ", "đ", "₫", "vn đồng", "việt nam đồng",
        "đồng việt nam", vi="đồng",
    ),
    _measured(
        "USD", "USD", "money in USD", None, "us$", "us dollar", "us dollars", "đô la mỹ",
        "đô la mĩ", "đô la", "đôla", "đôla mỹ", "đô-la", "đô-la mỹ", vi="USD",
    ),
    _measured("m2", "m²", "area", "m2 = [area]", "sq m", "square metres", "square metre", "mét vuông"),
    _measured("ha", "ha", "area", "ha = 10000 * m2", "hectare", "hectares", "héc ta", "héc-ta", "hecta", "hécta"),
    _measured(
        "km2", "km²", "area", "km2 = 1000000 * m2", "sq km", "square kilometres", "square kilometre",
        "ki lô mét vuông", "ki-lô-mét vuông", "kilômét vuông", "cây số vuông",
    ),
    _measured("m", "m", "length", "m = [length]", "metre", "metres", "mét"),
    _measured(
        "km", "km", "length", "km = 1000 * m", "kilometre", "kilometres", "ki lô mét", "ki-lô-mét", "kilômét",
        "cây số",
    ),
    _measured("m3", "m³", "volume", "m3 = 1000 * litre", "cubic metre", "cubic metres", "mét khối"),
    _measured("litre", "litres", "volume", "litre = [volume]", "litre", vi="lít"),
    _measured(
        "kg", "kg", "mass", "kg = [mass]", "kilogram", "kilograms", "ki lô gam", "ki-lô-gam", "kilôgam"
    ),
    _measured("quintal", "quintals", "mass", "quintal = 100 * kg", "quintal", vi="tạ"),
    _measured("tonne", "tonnes", "mass", "tonne = 1000 * kg", "tonne", "ton", "tons", "t", vi="tấn"),
    _measured("kWh", "kWh", "energy", "kWh = [energy]", "ki lô oát giờ"),
    _measured("MWh", "MWh", "energy", "MWh = 1000 * kWh", "mê ga oát giờ"),
    _measured(
        "bed/10000 people", "beds per 10,000 people", "beds per people", None, "beds/10000 people",
        "giường bệnh/vạn dân", vi="giường/vạn dân",
    ),
    _measured(
        "doctor/10000 people", "doctors per 10,000 people", "doctors per people", None, "doctors/10000 people",
        "bác sỹ/vạn dân", vi="bác sĩ/vạn dân",
    ),
    _counted("person", "people", "người", "persons", "dân", "người dân", "nhân khẩu"),
    _counted("member", "members", "đảng viên", "thành viên", "party member", "party members"),
    _counted("cell", "cells", "chi bộ", "party cell", "party cells"),
    _counted("job", "jobs", "việc làm", "việc làm mới"),
    _counted("worker", "workers", "lao động", "người lao động", "công nhân"),
    _counted("household", "households", "hộ", "hộ gia đình", "hộ dân", "gia đình"),
    _counted("commune", "communes", "xã"),
    _counted("model", "models", "mô hình"),
    _counted("task", "tasks", "nhiệm vụ"),
    _counted("visit", "visits", "lượt"),
    _counted("congress", "congresses", "đại hội"),
    _counted("committee", "committees", "cấp ủy", "cấp uỷ", "đảng bộ"),
    _counted("organisation", "organisations", "tổ chức", "organization", "organizations"),
    _counted("collective", "collectives", "tập thể"),
    _counted("official", "officials", "cán bộ", "cán bộ, công chức", "công chức"),
    _counted("plan", "plans", "kế hoạch"),
    _counted("project", "projects", "dự án", "đề án"),
    _counted("document", "documents", "văn bản", "tài liệu"),
    _counted("round", "rounds", "vòng", "đợt"),
    _counted("case", "cases", "vụ", "vụ việc"),
    _counted("enterprise", "enterprises", "doanh nghiệp"),
    _counted("village", "villages", "thôn", "bản"),
    _counted("course", "courses", "lớp", "khóa", "lớp học", "khóa học"),
    _counted("doctor", "doctors", "bác sĩ", "bác sỹ"),
    _counted("bed", "beds", "giường", "giường bệnh"),
    _counted("school", "schools", "trường", "trường học"),
    _counted("student", "students", "học sinh", "sinh viên"),
    _counted("teacher", "teachers", "giáo viên"),
    _counted("inspection", "inspections", "cuộc kiểm tra", "cuộc"),
    _counted("meeting", "meetings", "cuộc họp", "buổi sinh hoạt", "buổi"),
    _counted("cooperative", "cooperatives", "hợp tác xã", "htx"),
    _counted("house", "houses", "nhà", "căn nhà", "căn", "ngôi nhà"),
    _counted("child", "children", "trẻ em", "cháu", "trẻ"),
    _counted("product", "products", "sản phẩm"),
    _counted("tourist", "tourists", "khách", "lượt khách", "khách du lịch", "du khách"),
    _counted("volunteer", "volunteers", "tình nguyện viên", "cộng tác viên"),
    _counted("unit", "units", "đơn vị"),
    _counted("article", "articles", "tin, bài", "bài", "tin bài"),
    _counted("complaint", "complaints", "đơn", "đơn thư"),
    _counted("target", "targets", "chỉ tiêu"),
    _counted("criterion", "criteria", "tiêu chí"),
)  # fmt: skip

UNITS: dict[str, Unit] = {known.unit.id: known.unit for known in _KNOWN_UNITS}
PERCENT = UNITS["%"]

_DIMENSIONS: dict[str, str] = {known.unit.id: known.dimension for known in _KNOWN_UNITS}

# What tables of figures shorten a scale and its unit to.
_SHORTENED = {
    "trđ": (10**6, "VND"),
    "tr.đ": (10**6, "VND"),
    "tr đ": (10**6, "VND"),
    "tr.đồng": (10**6, "VND"),
    "tr đồng": (10**6, "VND"),
    "tỷđ": (10**9, "VND"),
    "tỉđ": (10**9, "VND"),
}

# One word of these without its accents can be no other word; of most words of one syllable it can.
_UNACCENTED = ("người", "giường", "lượt", "điểm", "mét", "khách", "hécta", "kilômét", "kilôgam")

SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    # without accents; not `van`, for 3 van ban are three documents
    "nghin": 10**3,
    "ngan": 10**3,
    "trieu": 10**6,
    "ty": 10**9,
}

_PER: dict[str, Per] = {
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
_PER_ENDINGS = tuple(_PER)
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
    for unit, _, aliases, _ in _KNOWN_UNITS:
        for name in (unit.id, *aliases):
            names.setdefault(name.casefold(), unit)
    return names


@cache
def _by_key() -> dict[str, Unit]:
    """Return the units by what their names have in common with other ways to spell them.

    A name without accents is that of the one unit that it can be, or of none.
    """
    from partykpi.parse.search import fold

    keys = {_key(name): unit for name, unit in _by_name().items()}
    keys |= {
        _key(name): UNITS[id]._replace(id=f"{times} {id}", of=(Fraction(times), id))
        for name, (times, id) in _SHORTENED.items()
    }
    unaccented: dict[str, set[Unit]] = {}
    for name, unit in _by_name().items():
        if not name.isascii() and (" " in name or name in _UNACCENTED):
            unaccented.setdefault(fold(name), set()).add(unit)
    for name, units in unaccented.items():
        if len(units) == 1:
            keys.setdefault(name, *units)
    return keys


def _key(name: str) -> str:
    """Return what a name has in common with other ways to spell it: uỷ and ủy, sỹ and sĩ, spaces about a slash."""
    from partykpi.parse.keys import comparable

    return comparable(comparable_name(name)).replace(" /", "/").replace("/ ", "/")


@lru_cache(maxsize=4096)
def find_unit(name: str, custom_units: CustomUnits = NO_CUSTOM_UNITS) -> Unit | None:
    """Return the unit of that name, in either language, or None; a custom unit comes before another spelling."""
    unit = _by_name().get(name) or _by_name().get(comparable_name(name))
    if unit is None and custom_units.by_name:
        unit = custom_units.by_name.get(_key(name))
    return unit or _by_key().get(_key(name)) or _per_people(_key(name))


def names_of(unit: Unit) -> set[str]:
    """Return what a unit is called by itself, as names are compared."""
    return {_key(name) for name in (unit.id, *unit.one, *unit.many)}


def same_name(name: str, unit: Unit) -> bool:
    """Say whether the unit is itself called that."""
    return _key(name) in names_of(unit)


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


def _per_people(name: str) -> Unit | None:
    """Return the unit of so many to 1,000 or 10,000 people: "giường/10.000 dân", "beds per thousand people"."""
    import re

    match = re.fullmatch(
        r"(.+?)(?:/| per | trên | tren )"
        r"(?:(10{0,2})[ .,_]?000|(?:(10{0,2}|một|mot) )?(thousand|nghìn|nghin|ngàn|ngan|vạn|van)) "
        r"(?:people|persons|inhabitants|population|dân|người dân|người|dan|nguoi dan|nguoi)",
        name,
    )
    counted = None if match is None else _by_name().get(match[1]) or _by_key().get(match[1])
    if match is None or counted is None or not counted.counted:
        return None
    many = match[2] or match[3] or "1"
    whole = (int(many) if many.isdigit() else 1) * (10**4 if match[4] in ("vạn", "van") else 10**3)
    base = f"{counted.id}/10000 people"
    if whole == 10**4 and base in UNITS:
        return UNITS[base]
    among = "vạn" if whole == 10**4 else f"{whole:,}".replace(",", ".")
    text = Text(f"{counted.many.en} per {whole:,} people", f"{counted.many.vi}/{among} dân")
    of = None if whole == 10**4 else (Fraction(10**4, whole), base)
    return Unit(f"{counted.id}/{whole} people", text, text, of=of)


def known_names(custom_units: CustomUnits = NO_CUSTOM_UNITS) -> list[str]:
    """Return every name that a unit is known by, for suggestions."""
    return [*_by_name(), *custom_units.by_name]


def split_per(text: str) -> tuple[str, Per | None]:
    """Return the unit's own name and what it is counted per: "jobs/year" is ("jobs", "year")."""
    name = comparable_name(text)
    if not name.endswith(_PER_ENDINGS):
        return text, None
    before, _, period = name.rpartition("/")
    if period.strip() in _PER:
        return before.rstrip(), _PER[period.strip()]
    before, _, period = name.rpartition(" ")
    before, _, each = before.rpartition(" ")
    return (before, _PER[period]) if period in _PER and each in _EACH else (text, None)


def _base(unit: Unit) -> tuple[Fraction, str]:
    return unit.of or (Fraction(1), unit.id)


def dimension(unit: Unit) -> str:
    """Return what kind of thing the unit measures; only units of the same dimension can be compared."""
    _, id = _base(unit)
    return _DIMENSIONS.get(id, id)


def currency(unit: Unit) -> str | None:
    """Return the id of the currency that the unit is one or so many of, or None where it is no money."""
    _, id = _base(unit)
    return id if id in CURRENCIES else None


@lru_cache(maxsize=1024)
def factor(source: Unit, target: Unit) -> Fraction:
    """Return how many `target` one `source` is, exactly; ValueError where they measure different things."""
    times, id = _base(source)
    target_times, target_id = _base(target)
    if id == target_id:
        return times / target_times
    if dimension(source) != dimension(target):
        raise ValueError(f"{source.id} is no {target.id}")
    return times * Fraction(_registry().convert(Fraction(1), id, target_id)) / target_times


@cache
def _registry() -> Any:
    from pint import UnitRegistry

    registry: Any = UnitRegistry(None, non_int_type=Fraction)
    for known in _KNOWN_UNITS:
        if known.definition is not None:
            registry.define(known.definition)
    return registry
