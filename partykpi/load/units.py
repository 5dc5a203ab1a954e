"""The units: what figures count and measure, how they are written, and how one becomes another.

Things that are counted are dimensions of their own, so that members cannot be added to jobs. Only where two units of
one dimension differ is pint asked, with nothing but the definitions below.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

from partykpi.core.model import Unit
from partykpi.text import Text

Per = Literal["year", "quarter", "month"]


class _Row(NamedTuple):
    """A unit, its dimension, what it is called in files besides its names, and how pint defines it."""

    unit: Unit
    dimension: str
    aliases: tuple[str, ...]
    definition: str | None = None


def _counted(id: str, many: str, vi: str, *aliases: str) -> _Row:
    return _Row(Unit(id, Text(id, vi), Text(many, vi), counted=True), id, (many, vi, *aliases))


def _measured(
    id: str, symbol: str, dimension: str, definition: str | None, *aliases: str, vi: str | None = None
) -> _Row:
    text = Text(symbol, vi or symbol)
    return _Row(Unit(id, text, text), dimension, (symbol, vi or symbol, *aliases), definition)


_ROWS = (
    _measured("%", "%", "%", None, "percent", "per cent", "phần trăm"),
    _measured("point", "percentage points", "point", None, "percentage point", "điểm phần trăm", vi="điểm %"),
    _Row(Unit("rank", Text("rank", "hạng"), Text("rank", "hạng"), counted=True), "rank", ("hạng", "place", "st", "nd", "rd", "th")),
    _measured("score", "points", "score", None, "score", "scores", vi="điểm"),
    _measured("VND", "VND", "money in VND", None, "dong", "đồng", "vnđ", "đ", vi="đồng"),
    _measured("USD", "USD", "money in USD", None, "us dollar", "us dollars", "đô la mỹ", "đô la", vi="USD"),
    _measured("m2", "m²", "area", "m2 = [area]", "sq m", "square metres", "mét vuông"),
    _measured("ha", "ha", "area", "ha = 10000 * m2", "hectare", "hectares", "héc ta", "hecta"),
    _measured("km2", "km²", "area", "km2 = 1000000 * m2", "square kilometres", "ki lô mét vuông"),
    _measured("m", "m", "length", "m = [length]", "metre", "metres", "mét"),
    _measured("km", "km", "length", "km = 1000 * m", "kilometre", "kilometres", "ki lô mét", "cây số"),
    _measured("m3", "m³", "volume", None, "cubic metre", "cubic metres", "mét khối"),
    _measured("kg", "kg", "mass", "kg = [mass]", "kilogram", "kilograms", "ki lô gam"),
    _measured("tonne", "tonnes", "mass", "tonne = 1000 * kg", "tonne", "ton", "tons", "t", vi="tấn"),
    _measured(
        "bed/10000 people", "beds per 10,000 people", "beds per people", None, "beds/10000 people",
        "giường/vạn dân", "giường bệnh/vạn dân", vi="giường/vạn dân",
    ),
    _measured(
        "doctor/10000 people", "doctors per 10,000 people", "doctors per people", None, "doctors/10000 people",
        "bác sỹ/vạn dân", vi="bác sĩ/vạn dân",
    ),
    _counted("person", "people", "người", "persons"),
    _counted("member", "members", "đảng viên", "thành viên"),
    _counted("cell", "cells", "chi bộ"),
    _counted("job", "jobs", "việc làm"),
    _counted("worker", "workers", "lao động", "người lao động"),
    _counted("household", "households", "hộ", "hộ gia đình"),
    _counted("commune", "communes", "xã"),
    _counted("model", "models", "mô hình"),
    _counted("task", "tasks", "nhiệm vụ"),
    _counted("visit", "visits", "lượt"),
    _counted("congress", "congresses", "đại hội"),
    _counted("committee", "committees", "cấp ủy", "cấp uỷ", "đảng bộ"),
    _counted("organisation", "organisations", "tổ chức", "organization", "organizations"),
    _counted("collective", "collectives", "tập thể"),
    _counted("official", "officials", "cán bộ"),
    _counted("plan", "plans", "kế hoạch"),
    _counted("project", "projects", "dự án", "đề án"),
    _counted("document", "documents", "văn bản"),
    _counted("round", "rounds", "vòng", "đợt"),
    _counted("case", "cases", "vụ", "vụ việc"),
    _counted("enterprise", "enterprises", "doanh nghiệp"),
    _counted("village", "villages", "thôn", "bản"),
    _counted("course", "courses", "lớp", "khóa"),
    _counted("doctor", "doctors", "bác sĩ", "bác sỹ"),
    _counted("bed", "beds", "giường", "giường bệnh"),
    _counted("school", "schools", "trường"),
    _counted("inspection", "inspections", "cuộc kiểm tra", "cuộc"),
    _counted("meeting", "meetings", "cuộc họp", "buổi sinh hoạt", "buổi"),
    _counted("cooperative", "cooperatives", "hợp tác xã"),
    _counted("house", "houses", "nhà", "căn nhà", "căn"),
    _counted("child", "children", "trẻ em", "cháu"),
    _counted("product", "products", "sản phẩm"),
    _counted("tourist", "tourists", "khách", "lượt khách"),
    _counted("volunteer", "volunteers", "tình nguyện viên", "cộng tác viên"),
    _counted("unit", "units", "đơn vị"),
    _counted("article", "articles", "tin, bài", "bài", "tin bài"),
    _counted("complaint", "complaints", "đơn", "đơn thư"),
)  # fmt: skip

UNITS: dict[str, Unit] = {row.unit.id: row.unit for row in _ROWS}
_ROW_OF: dict[str, _Row] = {row.unit.id: row for row in _ROWS}

SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}

_PER: dict[str, Per] = {
    "year": "year",
    "năm": "year",
    "quarter": "quarter",
    "quý": "quarter",
    "month": "month",
    "tháng": "month",
}
_PER_PATTERN = re.compile(r"(.*?)\s*(?:/|\bper\b|\ba\b|\bmỗi\b|\bmột\b)\s*(" + "|".join(_PER) + r")\Z")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return a name as units are looked up by: NFC, small letters, single spaces."""
    return _SPACES.sub(" ", normalize("NFC", text).strip().casefold())


@cache
def _by_name() -> dict[str, Unit]:
    names: dict[str, Unit] = {}
    for row in _ROWS:
        for name in (row.unit.id, *row.aliases):
            names.setdefault(plain(name), row.unit)
    return names


def find_unit(name: str) -> Unit | None:
    """Return the unit of that name, in either language, or None."""
    return _by_name().get(plain(name))


def known_names() -> list[str]:
    """Return every name that a unit is known by, for suggestions."""
    return list(_by_name())


def split_per(text: str) -> tuple[str, Per | None]:
    """Return the unit's own name and what it is counted per: "jobs/year" is ("jobs", "year")."""
    match = _PER_PATTERN.match(plain(text))
    return (match[1], _PER[match[2]]) if match else (text, None)


def dimension(unit: Unit) -> str:
    """Return what kind of thing the unit measures; only units of the same dimension can be compared."""
    return _ROW_OF[unit.id].dimension


@cache
def factor(source: Unit, target: Unit) -> Fraction:
    """Return how many `target` one `source` is, exactly; ValueError where they measure different things."""
    if source.id == target.id:
        return Fraction(1)
    if dimension(source) != dimension(target):
        raise ValueError(f"{source.id} is no {target.id}")
    registry = _registry()
    return Fraction(registry.convert(Fraction(1), source.id, target.id))


@cache
def _registry() -> Any:
    from pint import UnitRegistry

    registry: Any = UnitRegistry(None, non_int_type=Fraction)
    for row in _ROWS:
        if row.definition is not None:
            registry.define(row.definition)
    return registry
