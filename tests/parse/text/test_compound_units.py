"""Units as resolutions write them: so many of another, set to others, a year, abbreviated, with and without accents."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.model import Unit
from partykpi.parse import load_content
from partykpi.parse.text import units
from partykpi.parse.text.amount import Amount, read_amount
from partykpi.parse.text.unit_table import KNOWN_UNITS, SHORTENED
from partykpi.render.text.locale import fill

# as it is declared | its id | its English name | its Vietnamese name
DECLARED = """\
trđ | 1000000 VND | million VND | triệu đồng
tr.đồng | 1000000 VND | million VND | triệu đồng
trieu dong | 1000000 VND | million VND | triệu đồng
VND million | 1000000 VND | million VND | triệu đồng
Tỷ đồng | 1000000000 VND | billion VND | tỷ đồng
tỉ VNĐ | 1000000000 VND | billion VND | tỷ đồng
ngàn tỷ đồng | 1000000000000 VND | trillion VND | nghìn tỷ đồng
triệu USD | 1000000 USD | million USD | triệu USD
USD million | 1000000 USD | million USD | triệu USD
tỷ đồng/năm | 1000000000 VND | billion VND/year | tỷ đồng/năm
triệu đồng/người/năm | 1000000 VND/person/year | million VND/person/year | triệu đồng/người/năm
tr.đ/người/năm | 1000000 VND/person/year | million VND/person/year | triệu đồng/người/năm
triệu đồng/người/tháng | 1000000 VND/person/month | million VND/person/month | triệu đồng/người/tháng
USD/người | USD/person | USD/person | USD/người
USD per person per year | USD/person/year | USD/person/year | USD/người/năm
USD per capita | USD/person | USD/person | USD/người
triệu đồng/ha | 1000000 VND/ha | million VND/ha | triệu đồng/ha
triệu đồng/ha đất canh tác | 1000000 VND/ha | million VND/ha | triệu đồng/ha đất canh tác
triệu đồng/lao động | 1000000 VND/worker | million VND/worker | triệu đồng/lao động
triệu đồng/hộ/năm | 1000000 VND/household/year | million VND/household/year | triệu đồng/hộ/năm
nghìn đồng/m² | 1000 VND/m2 | thousand VND/m² | nghìn đồng/m²
% GRDP | % | % GRDP | % GRDP
nghìn tấn | 1000 tonne | thousand tonnes | nghìn tấn
1.000 tấn | 1000 tonne | thousand tonnes | nghìn tấn
nghin tan | 1000 tonne | thousand tonnes | nghìn tấn
thousand tonnes | 1000 tonne | thousand tonnes | nghìn tấn
tạ/ha | quintal/ha | quintals/ha | tạ/ha
tonnes per hectare | tonne/ha | tonnes/ha | tấn/ha
tấn/ha/năm | tonne/ha/year | tonnes/ha/year | tấn/ha/năm
nghìn ha | 1000 ha | thousand ha | nghìn ha
nghìn con | 1000 animal | thousand animals | nghìn con
m3 gỗ | m3 | m³ | m³ gỗ
kg/người/năm | kg/person/year | kg/person/year | kg/người/năm
lít/người/ngày đêm | litre/person/day | litres/person/day | lít/người/ngày đêm
giường/vạn dân | bed/10000 people | beds per 10,000 people | giường/vạn dân
giường bệnh/10.000 dân | bed/10000 people | beds per 10,000 people | giường bệnh/vạn dân
beds per 10,000 people | bed/10000 people | beds per 10,000 people | giường/vạn dân
BS/vạn dân | doctor/10000 people | doctors per 10,000 people | bác sĩ/vạn dân
dược sĩ/vạn dân | pharmacist/10000 people | pharmacists per 10,000 people | dược sĩ/vạn dân
sinh viên/vạn dân | student/10000 people | students per 10,000 people | sinh viên/vạn dân
‰ | ‰ | ‰ | ‰
phần nghìn | ‰ | ‰ | ‰
per 1,000 | ‰ | ‰ | ‰
per 1,000 live births | 1/1000 live births | per 1,000 live births | trên 1.000 trẻ đẻ sống
ca/100.000 dân | case of illness/100000 people | cases of illness per 100,000 people | ca/100.000 dân
bé trai/100 bé gái | boy/100 girls | boys per 100 girls | bé trai/100 bé gái
con/phụ nữ | child/woman | children per woman | con/phụ nữ
máy/100 dân | machine/100 people | machines per 100 people | máy/100 dân
thuê bao/100 dân | subscriber/100 people | subscribers per 100 people | thuê bao/100 dân
DN/1000 dân | enterprise/1000 people | enterprises per 1,000 people | doanh nghiệp/1.000 dân
học sinh/giáo viên | student/teacher | students/teacher | học sinh/giáo viên
m²/người | m2/person | m²/person | m²/người
m2 sàn/người | m2/person | m²/person | m² sàn/người
tấn/ngày | tonne/day | tonnes/day | tấn/ngày
m3/ngày đêm | m3/day | m³/day | m³/ngày đêm
µg/m3 | µg/m3 | µg/m³ | µg/m³
tấn CO2 | tonne | tonnes CO2 | tấn CO2
triệu kWh | 1000000 kWh | million kWh | triệu kWh
kWh/người | kWh/person | kWh/person | kWh/người
MW | MW | MW | MW
km/km2 | km/km2 | km/km² | km/km²
triệu tấn.km | 1000000 tonne-kilometre | million tonne-kilometres | triệu tấn.km
nghìn lượt khách | 1000 tourist | thousand tourists | nghìn lượt khách
lượt khách | tourist | tourists | lượt khách
thousand visitors | 1000 tourist | thousand visitors | nghìn khách
lượt người | person | people | lượt người
vạn người | 10000 person | ten thousand people | vạn người
người/km2 | person/km2 | people/km² | người/km²
nghìn lao động | 1000 worker | thousand workers | nghìn lao động
LĐ | worker | workers | lao động
công nhân | worker | workers | công nhân
ĐV | member | members | đảng viên
đ/c | member | members | đồng chí
TCCSĐ | organisation | organisations | tổ chức cơ sở đảng
HTX | cooperative | cooperatives | hợp tác xã
hộ nghèo | household | households | hộ nghèo
poor households | household | poor households | hộ
sản phẩm OCOP | product | products | sản phẩm OCOP
tiêu chí/xã | criterion/commune | criteria/commune | tiêu chí/xã
tỷ đồng (giá so sánh 2010) | 1000000000 VND | billion VND | tỷ đồng (giá so sánh 2010)
triệu đồng/tháng | 1000000 VND | million VND/month | triệu đồng/tháng
triệu đồng/01 ha | 1000000 VND/ha | million VND/ha | triệu đồng/ha
triệu đồng trên ha | 1000000 VND/ha | million VND/ha | triệu đồng/ha
1000đ | 1000 VND | thousand VND | nghìn đồng
bn VND | 1000000000 VND | billion VND | tỷ đồng
%o | ‰ | ‰ | ‰
m3/s | m3/second | m³/second | m³/giây
m3/ng.đ | m3/day | m³/day | m³/ngày đêm
/vạn dân | 1/10000 people | per 10,000 people | trên 10.000 dân
thôn, bản, TDP | village | villages | thôn, bản, TDP
doanh nghiệp trên địa bàn | enterprise | enterprises | doanh nghiệp trên địa bàn
trẻ dưới 5 tuổi | child | children | trẻ dưới 5 tuổi
tuổi | year of age | years of age | tuổi
điểm % | point | percentage points | điểm %
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in DECLARED.splitlines()]


def declared(name: str) -> Unit:
    """Return the unit that an indicator is declared in."""
    unit = units.declared_unit(name)
    assert unit is not None
    return unit


@pytest.mark.parametrize(("name", "id", "en", "vi"), CASES)
def test_a_unit_is_known_and_called_as_it_is_declared(name: str, id: str, en: str, vi: str) -> None:
    """What is put together has the names of its parts; a short name is written in full, another word stays."""
    unit = declared(name)
    assert (unit.id, unit.many.en, unit.many.vi) == (id, en, vi)


@pytest.mark.parametrize(("name", "id", "en", "vi"), CASES)
def test_a_figure_in_its_own_unit_is_that_figure(name: str, id: str, en: str, vi: str) -> None:
    """Whatever a unit is declared as or shown as, a figure that is written with it is so many of it."""
    unit = declared(name)
    for written in {name, en, vi} - {"1.000 tấn", "1000đ", "per 1,000"}:
        bare, per = units.split_per(written)
        result = read_amount(f"7 {bare if per else written}", "en" if "," in written else "vi", unit)
        assert isinstance(result, Amount), written
        assert result.figure.exact == 7, written


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("trđ", "0,25 tỷ đồng", Fraction(250)),
        ("trđ", "250", Fraction(250)),
        ("trđ", "250.000 đồng", Fraction(1, 4)),
        ("tỷ đồng", "1.250 triệu đồng", Fraction(5, 4)),
        ("triệu đồng/ha", "0,25 tỷ đồng/ha", Fraction(250)),
        ("triệu đồng/ha", "25.000 đồng/m2", Fraction(250)),
        ("triệu đồng/ha đất canh tác", "0,25 tỷ đồng/ha đất canh tác", Fraction(250)),
        ("triệu đồng/người/năm", "75 triệu đồng", Fraction(75)),
        ("USD/người/năm", "10 nghìn USD/người", Fraction(10_000)),
        ("tạ/ha", "6.200 kg/ha", Fraction(62)),
        ("tạ/ha", "6,2 tấn/ha", Fraction(62)),
        ("kg/ha", "62 tạ/ha", Fraction(6_200)),
        ("tấn/ha", "620 kg/m2", Fraction(6_200)),
        ("giường/vạn dân", "3,2 giường/1.000 dân", Fraction(32)),
        ("giường/vạn dân", "32 giường", Fraction(32)),
        ("ca/100.000 dân", "3 ca/vạn dân", Fraction(30)),
        ("ca/100.000 dân", "30/100.000 dân", Fraction(30)),
        ("nghìn lượt khách", "1,2 triệu lượt khách", Fraction(1_200)),
        ("nghìn lượt khách", "250.000 khách", Fraction(250)),
        ("nghìn hộ nghèo", "1.200 hộ nghèo", Fraction(6, 5)),
        ("người", "16 nghìn lao động", Fraction(16_000)),
        ("lao động", "27.300 người", Fraction(27_300)),
        ("nghìn lao động", "27.300 lượt người", Fraction("27.3")),
        ("‰", "1,2%", Fraction(12)),
        ("‰", "15/1200", Fraction(25, 2)),
        ("%", "12‰", Fraction(6, 5)),
        ("MW", "500 kW", Fraction(1, 2)),
        ("µg/m3", "0,05 mg/m3", Fraction(50)),
        ("m3/ngày đêm", "20 nghìn m3/ngày", Fraction(20_000)),
    ],
)
def test_a_figure_of_another_scale_is_converted_exactly(unit: str, text: str, expected: Fraction) -> None:
    """What is measured alike, over what is measured alike, is one figure in either unit."""
    result = read_amount(text, "vi", declared(unit))
    assert isinstance(result, Amount)
    assert result.figure.exact == expected


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("trđ", "60 triệu đồng/người"),
        ("triệu đồng/lao động", "60 triệu đồng/người"),
        ("đảng viên", "12 người"),
        ("triệu đồng/ha", "60 triệu đồng/người"),
        ("triệu đồng/ha", "60 tạ/ha"),
        ("hộ", "12 hộ/xã"),
        ("giường", "32 giường/vạn dân"),
        ("giường/vạn dân", "32 bác sĩ/vạn dân"),
        ("tấn/ngày", "30 tấn/ha"),
        ("lít", "30 kg"),
        ("MW", "500 MWh"),
        ("MW", "500 MVA"),
    ],
)
def test_what_is_set_to_something_else_is_refused(unit: str, text: str) -> None:
    """A figure to a person is none to a hectare, nor one by itself."""
    result = read_amount(text, "vi", declared(unit))
    assert not isinstance(result, Amount)
    assert result.definition.code == "unit-mismatch"


@pytest.mark.parametrize(
    "name",
    [
        "đồng hồ",
        "điểm du lịch",
        "triệu",
        "/ha",
        "ha/",
        "tạ/",
        "đồng/đồng hồ",
        "năm",
        "%/tháng",
        "tấn/0 ha",
        "12 ha",
        "tấn/5 ha",
    ],
)
def test_what_is_no_unit_is_unknown(name: str) -> None:
    """A clock is no money, a place no score, and what has no name no unit."""
    assert units.declared_unit(name) is None


def test_no_two_units_share_a_name() -> None:
    """Each name, long or short, is that of one unit."""
    owners: dict[str, str] = {}
    for known in KNOWN_UNITS:
        for name in {known.unit.id.casefold(), *(alias.casefold() for alias in known.aliases)}:
            assert owners.setdefault(name, known.unit.id) == known.unit.id, name
    for short, full in SHORTENED.items():
        assert short not in owners
        assert units.declared_unit(full) is not None, full


MASSES, AREAS = {"kg": 1, "tạ": 100, "tấn": 1000}, {"m2": 1, "ha": 10_000, "km2": 1_000_000}
SET_TO = st.tuples(st.sampled_from(sorted(MASSES)), st.sampled_from(sorted(AREAS)))


@given(SET_TO, SET_TO, st.integers(min_value=1, max_value=10**6))
def test_what_is_set_to_another_converts_as_both_do(one: tuple[str, str], other: tuple[str, str], value: int) -> None:
    """A yield is the same in kilograms to a square metre and in tonnes to a hectare."""
    result = read_amount(f"{value} {one[0]}/{one[1]}", "vi", declared(f"{other[0]}/{other[1]}"))
    assert isinstance(result, Amount)
    factor = Fraction(MASSES[one[0]], AREAS[one[1]]) / Fraction(MASSES[other[0]], AREAS[other[1]])
    assert result.figure.exact == value * factor


@pytest.mark.parametrize(
    ("unit", "near"),
    [
        ("tấnn", "did you mean `tấn`?"),
        ("triệu đông", "did you mean `triệu đồng`?"),
        ("gường/vạn dân", "did you mean `giường/vạn dân`?"),
        ("bác sỉ", "did you mean `bác sĩ`?"),
        ("phần chăm", "did you mean `phần trăm`?"),
        ("lượng", "did you mean `trường` or `phường` or `giường`?"),
        (
            "qwertz",
            "name a unit that is known, or define this one in the file, such as `units: {boat: {vi: tàu}}`",
        ),
    ],
)
def test_an_unknown_unit_is_told_a_few_near_ones(unit: str, near: str) -> None:
    """What is spelled alike is offered, three names at most; where nothing is, how a unit becomes known."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  t:\n"
        f"    indicator: {{name: T, kind: level, unit: {unit}, better: higher}}\n    target: 5\n"
    )
    (finding,) = load_content("f.yaml", text.encode()).findings
    assert finding.code == "unknown-unit"
    assert fill(finding.definition.remedy, finding.values, "en") == near
