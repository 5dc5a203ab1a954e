"""What units there are: what figures count and measure, what each is called in files, and the words of scale.

Things that are counted are dimensions of their own, so that members cannot be added to jobs. What is measured says how
pint defines it, where another unit of its dimension is so many of it.
"""

from fractions import Fraction
from typing import NamedTuple

from partykpi.core.model import PER_MILLE, Unit
from partykpi.text import Text


class KnownUnit(NamedTuple):
    """A unit, its dimension, what it is called in files besides its names, and how pint defines it."""

    unit: Unit
    dimension: str
    aliases: tuple[str, ...]
    definition: str | None = None


def _counted(id: str, many: str, vi: str, *aliases: str) -> KnownUnit:
    return KnownUnit(Unit(id, Text(id, vi), Text(many, vi), counted=True), id, (many, vi, *aliases))


def _measured(
    id: str, symbol: str, dimension: str, definition: str | None, *aliases: str, vi: str | None = None
) -> KnownUnit:
    many = Text(symbol, vi or symbol)
    one = Text(id, many.vi) if symbol == f"{id}s" else many
    return KnownUnit(Unit(id, one, many), dimension, (symbol, many.vi, *aliases), definition)


def _ratio(counted: str, people: int, en: str, vi: str) -> KnownUnit:
    """Return the unit of so many to some number of people that the catalogue has."""
    names, over = Text(en, vi), ((Fraction(people), "person"),)
    unit = Unit(f"{counted}/{people} people", names, names, of=(Fraction(1), counted), over=over)
    return KnownUnit(unit, counted, (en, vi))


KNOWN_UNITS = (
    _measured("%", "%", "%", None, "percent", "per cent", "phần trăm"),
    _measured(
        "point", "percentage points", "point", None, "percentage point", "percent points", "percent point",
        "% points", "điểm phần trăm", "điểm%", vi="điểm %",
    ),
    KnownUnit(
        Unit("rank", Text("rank", "hạng"), Text("rank", "hạng"), counted=True), "rank",
        ("hạng", "place", "st", "nd", "rd", "th"),
    ),
    _measured("score", "points", "score", None, "score", "scores", vi="điểm"),
    KnownUnit(
        Unit(PER_MILLE, Text("‰", "‰"), Text("‰", "‰"), of=(Fraction(1, 10), "%")), "%",
        ("per mille", "permille", "per thousand", "per 1,000", "per 1000", "phần nghìn", "phần ngàn", "%o",
         "%0", "o/oo", "0/00"),
    ),
    _measured("times", "times", "times", None, "time", vi="lần"),
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
    _measured("cm", "cm", "length", "cm = m / 100", "centimetre", "centimetres", "xăng ti mét"),
    _measured("m3", "m³", "volume", "m3 = 1000 * litre", "cubic metre", "cubic metres", "mét khối"),
    _measured("litre", "litres", "volume", "litre = [volume]", "litre", vi="lít"),
    _measured(
        "kg", "kg", "mass", "kg = [mass]", "kilogram", "kilograms", "ki lô gam", "ki-lô-gam", "kilôgam"
    ),
    _measured("g", "g", "mass", "g = kg / 1000", "gram", "grams", "gam"),
    _measured("mg", "mg", "mass", "mg = kg / 1000000", "milligram", "milligrams", "mi li gam"),
    _measured("µg", "µg", "mass", "µg = kg / 1000000000", "μg", "microgram", "micrograms"),
    _measured("quintal", "quintals", "mass", "quintal = 100 * kg", "quintal", vi="tạ"),
    _measured("tonne", "tonnes", "mass", "tonne = 1000 * kg", "tonne", "ton", "tons", "t", vi="tấn"),
    _measured("kWh", "kWh", "energy", "kWh = [energy]", "ki lô oát giờ"),
    _measured("MWh", "MWh", "energy", "MWh = 1000 * kWh", "mê ga oát giờ"),
    _measured("GWh", "GWh", "energy", "GWh = 1000000 * kWh", "gi ga oát giờ"),
    _measured("kW", "kW", "power", "kW = [power]", "kilowatt", "kilowatts", "ki lô oát"),
    _measured("MW", "MW", "power", "MW = 1000 * kW", "megawatt", "megawatts", "mê ga oát"),
    _measured("GW", "GW", "power", "GW = 1000000 * kW", "gigawatt", "gigawatts", "gi ga oát"),
    _measured("kWp", "kWp", "peak power", "kWp = [peak_power]"),
    _measured("MWp", "MWp", "peak power", "MWp = 1000 * kWp"),
    _measured("kVA", "kVA", "apparent power", "kVA = [apparent_power]"),
    _measured("MVA", "MVA", "apparent power", "MVA = 1000 * kVA"),
    _measured("Mbps", "Mbps", "speed of data", "Mbps = [speed_of_data]", "mb/s", "mbit/s"),
    _measured("Gbps", "Gbps", "speed of data", "Gbps = 1000 * Mbps", "gb/s", "gbit/s"),
    _measured("year of age", "years of age", "age", None, "years old", vi="tuổi"),
    _measured("day", "days", "day", None, "day", "ngày đêm", "ngày.đêm", "ngày-đêm", vi="ngày"),
    _measured("working day", "working days", "working day", None, "working day", vi="ngày làm việc"),
    _measured("man-day", "man-days", "man-day", None, "man-day", "công lao động", vi="ngày công"),
    _measured("hour", "hours", "time of day", "hour = 60 * minute", "hour", vi="giờ"),
    _measured("minute", "minutes", "time of day", "minute = 60 * second", "minute", vi="phút"),
    _measured("second", "seconds", "time of day", "second = [time_of_day]", "second", "s", vi="giây"),
    _measured(
        "tonne-kilometre", "tonne-kilometres", "tonne-kilometre", None, "tonne-km", "tonnes-km", "tấn.km", "tấn-km",
        "tấn km", "t.km", vi="tấn.km",
    ),
    _measured(
        "passenger-kilometre", "passenger-kilometres", "passenger-kilometre", None, "passenger-km", "hành khách.km",
        "hk.km", "người.km", "lượt người.km", "lượt khách.km", vi="hành khách.km",
    ),
    _ratio("bed", 10**4, "beds per 10,000 people", "giường/vạn dân"),
    _ratio("doctor", 10**4, "doctors per 10,000 people", "bác sĩ/vạn dân"),
    _measured(
        "child/woman", "children per woman", "children per woman", None, "children/woman", "con/bà mẹ",
        "số con/phụ nữ", "con/1 phụ nữ", "con/một phụ nữ", vi="con/phụ nữ",
    ),
    _counted(
        "person", "people", "người", "persons", "dân", "người dân", "nhân khẩu", "lượt người", "đầu người", "capita",
        "inhabitants", "population", "dân số",
    ),
    _counted("member", "members", "đảng viên", "thành viên", "đồng chí", "party member", "party members"),
    _counted("cell", "cells", "chi bộ", "party cell", "party cells"),
    _counted("job", "jobs", "việc làm", "việc làm mới", "chỗ làm việc"),
    _counted("worker", "workers", "lao động", "người lao động", "công nhân", "lượt lao động"),
    _counted("household", "households", "hộ", "hộ gia đình", "hộ dân", "gia đình"),
    _counted("commune", "communes", "xã", "xã, phường", "xã, phường, thị trấn"),
    _counted("model", "models", "mô hình"),
    _counted("task", "tasks", "nhiệm vụ"),
    _counted("visit", "visits", "lượt"),
    _counted("congress", "congresses", "đại hội"),
    _counted("committee", "committees", "cấp ủy", "cấp uỷ", "đảng bộ", "chi, đảng bộ", "chi đảng bộ", "đảng ủy"),
    _counted(
        "organisation", "organisations", "tổ chức", "organization", "organizations", "tổ chức đảng",
        "tổ chức cơ sở đảng", "tổ chức cơ sở", "cơ sở đảng",
    ),
    _counted("collective", "collectives", "tập thể"),
    _counted(
        "official", "officials", "cán bộ", "cán bộ, công chức", "công chức", "viên chức", "lượt cán bộ",
        "cán bộ, công chức, viên chức",
    ),
    _counted("plan", "plans", "kế hoạch"),
    _counted("project", "projects", "dự án", "đề án"),
    _counted("document", "documents", "văn bản", "tài liệu"),
    _counted("round", "rounds", "vòng", "đợt", "lượt thảo luận", "lượt phát biểu"),
    _counted("case", "cases", "vụ", "vụ việc", "vụ tai nạn", "vụ án", "trường hợp"),
    _counted("case of illness", "cases of illness", "ca", "ca bệnh", "ca mắc"),
    _counted("enterprise", "enterprises", "doanh nghiệp", "business", "businesses"),
    _counted(
        "village", "villages", "thôn", "bản", "làng", "ấp", "khóm", "buôn", "tổ dân phố", "khu phố", "khu dân cư",
        "thôn, bản", "thôn, tổ dân phố",
    ),
    _counted("course", "courses", "lớp", "khóa", "lớp học", "khóa học"),
    _counted("doctor", "doctors", "bác sĩ", "bác sỹ"),
    _counted("bed", "beds", "giường", "giường bệnh"),
    _counted("pharmacist", "pharmacists", "dược sĩ", "dược sỹ"),
    _counted("nurse", "nurses", "điều dưỡng", "điều dưỡng viên"),
    _counted("patient", "patients", "bệnh nhân", "người bệnh"),
    _counted("hospital", "hospitals", "bệnh viện"),
    _counted("station", "stations", "trạm", "trạm y tế"),
    _counted("live birth", "live births", "trẻ đẻ sống", "ca đẻ sống", "trẻ sinh sống", "trẻ sinh ra sống"),
    _counted("death", "deaths", "người chết", "ca tử vong", "người tử vong"),
    _counted("injured person", "injured people", "người bị thương"),
    _counted("woman", "women", "phụ nữ", "bà mẹ"),
    _counted("man", "men", "nam"),
    _counted("girl", "girls", "bé gái"),
    _counted("boy", "boys", "bé trai"),
    _counted("school", "schools", "trường", "trường học"),
    _counted("classroom", "classrooms", "phòng học", "phòng"),
    _counted("student", "students", "học sinh", "sinh viên", "học viên", "pupil", "pupils"),
    _counted("teacher", "teachers", "giáo viên", "giảng viên"),
    _counted(
        "inspection", "inspections", "cuộc", "cuộc kiểm tra", "cuộc giám sát", "cuộc thanh tra",
        "cuộc kiểm tra, giám sát",
    ),
    _counted("meeting", "meetings", "buổi", "cuộc họp", "buổi sinh hoạt", "buổi đối thoại", "cuộc đối thoại"),
    _counted("cooperative", "cooperatives", "hợp tác xã"),
    _counted("cooperative group", "cooperative groups", "tổ hợp tác"),
    _counted("business household", "business households", "hộ kinh doanh"),
    _counted("farm", "farms", "trang trại"),
    _counted("industrial cluster", "industrial clusters", "cụm công nghiệp"),
    _counted("industrial park", "industrial parks", "khu công nghiệp"),
    _counted("craft village", "craft villages", "làng nghề"),
    _counted("market", "markets", "chợ"),
    _counted("animal", "animals", "con", "đầu con", "gia súc", "gia cầm"),
    _counted("egg", "eggs", "quả trứng", "quả", "trứng"),
    _counted("tree", "trees", "cây", "cây xanh"),
    _counted("vehicle", "vehicles", "xe", "phương tiện", "ô tô", "xe ô tô"),
    _counted("container", "containers", "TEU", "TEUs"),
    _counted("machine", "machines", "máy", "máy tính", "computer", "computers"),
    _counted("telephone", "telephones", "máy điện thoại", "điện thoại", "phone", "phones"),
    _counted("subscriber", "subscribers", "thuê bao", "thuê bao internet", "subscription", "subscriptions"),
    _counted("house", "houses", "nhà", "căn nhà", "căn", "ngôi nhà", "căn hộ", "nhà ở"),
    _counted("child", "children", "trẻ em", "cháu", "trẻ"),
    _counted("product", "products", "sản phẩm", "sản phẩm ocop"),
    _counted(
        "tourist", "tourists", "khách", "lượt khách", "khách du lịch", "lượt khách du lịch", "du khách", "visitor",
        "visitors",
    ),
    _counted("passenger", "passengers", "hành khách", "lượt hành khách"),
    _counted("volunteer", "volunteers", "tình nguyện viên", "cộng tác viên"),
    _counted("unit", "units", "đơn vị"),
    _counted("article", "articles", "tin, bài", "bài", "tin bài"),
    _counted("complaint", "complaints", "đơn", "đơn thư"),
    _counted("target", "targets", "chỉ tiêu"),
    _counted("criterion", "criteria", "tiêu chí"),
    _counted("union member", "union members", "đoàn viên", "youth union members"),
    _counted("association member", "association members", "hội viên"),
    _counted("candidate", "candidates", "quần chúng", "quần chúng ưu tú"),
    _counted("conference", "conferences", "hội nghị", "hội thảo"),
    _counted("session", "sessions", "kỳ họp", "phiên họp"),
    _counted("procedure", "procedures", "thủ tục", "thủ tục hành chính", "administrative procedures"),
    _counted("application", "applications", "hồ sơ"),
    _counted("service", "services", "dịch vụ", "dịch vụ công", "public services"),
    _counted("initiative", "initiatives", "sáng kiến"),
    _counted("study", "studies", "đề tài", "nhiệm vụ khoa học"),
    _counted("gift", "gifts", "suất quà", "phần quà", "suất"),
    _counted("works", "works", "công trình"),
    _counted("bridge", "bridges", "cầu", "cây cầu"),
    _counted("route", "routes", "tuyến", "tuyến đường"),
    _counted("agency", "agencies", "cơ quan"),
    _counted("ward", "wards", "phường"),
    _counted("district", "districts", "huyện"),
    _counted("club", "clubs", "câu lạc bộ"),
    _counted("team", "teams", "đội", "tổ"),
    _counted("event", "events", "sự kiện", "hoạt động"),
    _counted("book", "books", "cuốn", "cuốn sách", "đầu sách"),
    _counted("medal", "medals", "huy chương"),
    _counted("certificate", "certificates", "chứng chỉ", "giấy chứng nhận"),
    _counted("contract", "contracts", "hợp đồng"),
    _counted("facility", "facilities", "cơ sở"),
    _counted("card", "cards", "thẻ", "thẻ bhyt"),
    _counted("account", "accounts", "tài khoản"),
    _counted("transaction", "transactions", "giao dịch"),
    _counted("resolution", "resolutions", "nghị quyết"),
    _counted("topic", "topics", "chuyên đề"),
)  # fmt: skip

UNITS: dict[str, Unit] = {known.unit.id: known.unit for known in KNOWN_UNITS}
PERCENT = UNITS["%"]

ALSO_CALLED = ({"worker", "person"}, {"round", "visit"})
"""Units that are written for each other where they are counted: lao động, người. What is set to them stays apart."""

SHORTENED: dict[str, str] = {
    "trđ": "triệu đồng",
    "tr.đ": "triệu đồng",
    "tr đ": "triệu đồng",
    "tr. đ": "triệu đồng",
    "tr.đồng": "triệu đồng",
    "tr. đồng": "triệu đồng",
    "tr đồng": "triệu đồng",
    "trđồng": "triệu đồng",
    "tr.usd": "triệu USD",
    "tr usd": "triệu USD",
    "tỷđ": "tỷ đồng",
    "tỷ.đ": "tỷ đồng",
    "tỉ.đ": "tỷ đồng",
    "tỉđ": "tỷ đồng",
    "nghđ": "nghìn đồng",
    "ngđồng": "nghìn đồng",
    "đv": "đảng viên",
    "đ/c": "đồng chí",
    "đ.c": "đồng chí",
    "lđ": "lao động",
    "cb": "cán bộ",
    "cbcc": "cán bộ, công chức",
    "cbccvc": "cán bộ, công chức, viên chức",
    "tccsđ": "tổ chức cơ sở đảng",
    "tcđ": "tổ chức đảng",
    "htx": "hợp tác xã",
    "tht": "tổ hợp tác",
    "dn": "doanh nghiệp",
    "ccn": "cụm công nghiệp",
    "kcn": "khu công nghiệp",
    "hs": "học sinh",
    "sv": "sinh viên",
    "gv": "giáo viên",
    "gb": "giường bệnh",
    "bs": "bác sĩ",
    "tdp": "tổ dân phố",
    "clb": "câu lạc bộ",
    "tthc": "thủ tục hành chính",
    "lk": "lượt khách",
    "hk": "hành khách",
    "tco2": "tấn CO2",
}
"""What tables of figures write short, in full."""

SHORTENED_OVER: dict[str, str] = {"ngđ": "ngày đêm", "ng.đ": "ngày đêm"}
"""What is short for another word behind a slash, in full."""

UNACCENTED = (
    "người", "giường", "lượt", "điểm", "mét", "khách", "hécta", "kilômét", "kilôgam", "tấn", "lít", "hộ", "xã", "thôn",
    "lớp", "trường", "nhà", "tuổi", "ngày", "giờ", "cây",
)  # fmt: skip
"""Words of one syllable that can be no other word of the table without their accents; of most it can."""

SCALE_NAMES: dict[int, Text] = {
    10**3: Text("thousand", "nghìn"),
    10**4: Text("ten thousand", "vạn"),
    10**6: Text("million", "triệu"),
    10**9: Text("billion", "tỷ"),
    10**12: Text("trillion", "nghìn tỷ"),
}
"""What so many of a unit are called by."""

SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
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
"""The words of scale that stand between a number and its unit."""
