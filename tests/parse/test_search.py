"""What a person types, and the indicators that stand first for it."""

from __future__ import annotations

import pytest

from partykpi.parse.catalogue import shipped
from partykpi.parse.search import fold, nearest, search, spoken_of, suggested

EVERY = list(shipped().indicators())

# What stands first.
FIRST = {
    "kết nạp": "party/members-admitted",
    "ket nap dang vien": "party/members-admitted",
    "đảng viên": "party/members",
    "chi bo": "party/cells",
    "chi bộ 4 tốt": "party/four-good-cells",
    "kỷ luật đảng viên": "party/members-disciplined",
    "kiểm tra, giám sát": "party/inspections",
    "chi bộ hoàn thành tốt nhiệm vụ": "party/cells-completing-well",
    "GDP": "economy/grdp",
    "tăng trưởng kinh tế": "economy/grdp-growth",
    "thu nhập bình quân": "economy/income-per-person",
    "income": "economy/income-per-person",
    "thu ngân sách": "economy/budget-revenue",
    "xuất khẩu": "economy/exports",
    "nhập khẩu": "economy/imports",
    "imports": "economy/imports",
    "bán lẻ": "economy/retail-sales",
    "FDI": "economy/foreign-investment",
    "doanh nghiệp thành lập mới": "economy/enterprises-founded",
    "giải ngân": "economy/public-investment-disbursed",
    "nông thôn mới": "economy/new-rural-communes",
    "nong thon moi kieu mau": "economy/model-rural-communes",
    "che phủ rừng": "economy/forest-cover",
    "hợp tác xã": "economy/cooperatives",
    "hộ nghèo": "social/poverty-rate",
    "poverty": "social/poverty-rate",
    "cận nghèo": "social/near-poor-rate",
    "BHYT": "social/health-insurance",
    "health insurance": "social/health-insurance",
    "thap coi": "social/child-stunting",
    "bác sĩ": "social/doctors",
    "giường bệnh": "social/hospital-beds",
    "trường chuẩn quốc gia": "social/national-standard-schools",
    "gia đình văn hóa": "social/cultured-families",
    "BHXH": "labour/social-insurance",
    "lao động qua đào tạo": "labour/trained-workers",
    "XKLĐ": "labour/workers-abroad",
    "năng suất lao động": "labour/productivity",
    "unemployment": "labour/unemployment",
    "cải cách hành chính": "governance/par-index-rank",
    "PCI": "governance/pci-rank",
    "dịch vụ công": "governance/online-services",
    "kinh tế số": "digital/digital-economy-share",
    "cap quang": "digital/fibre-households",
    "giao quân": "defence/recruits",
    "ma túy": "defence/drug-free-communes",
    "khám phá án": "defence/crimes-solved",
    "tai nạn giao thông": "defence/traffic-accidents",
    "nhà đại đoàn kết": "front/unity-houses",
    "hội phụ nữ": "front/women-members",
    "dân vận khéo": "front/mobilisation-models",
    "phân loại rác": "environment/waste-sorted",
    "tỉ lệ hộ nghèo": "social/poverty-rate",
    "gia đình văn hoá": "social/cultured-families",
}

# What is among the first three (or as many as there are), where a search means several.
AMONG = {
    "cơ cấu kinh tế": {"economy/agriculture-share", "economy/industry-construction-share", "economy/services-share"},
    "co cau kinh te": {"economy/agriculture-share", "economy/industry-construction-share", "economy/services-share"},
    "việc làm": {"labour/people-found-jobs", "labour/jobs-created"},
    "giảm nghèo": {"social/poverty-reduction"},
    "nước sạch": {"social/clean-water", "environment/urban-clean-water"},
    "military recruitment": {"defence/recruits", "defence/recruitment-quota"},
    "chuyển đổi số": {"governance/dti-rank", "digital/dti-score"},
    "suy dinh dưỡng": {"social/child-stunting", "social/child-underweight"},
    "số người chết do tai nạn giao thông": {"defence/traffic-deaths", "defence/traffic-deaths-reduced"},
    "xếp loại tổ chức đảng": {"party/organisation-grade", "party/organisations-completing-well"},
}

# A slip of the pen in one word or two.
MISSPELT = {
    "povrety": "social/poverty-rate",
    "unemploymnet": "labour/unemployment",
    "insurence": "social/health-insurance",
    "hộ ngèo": "social/poverty-rate",
    "thu nhâp binh quan": "economy/income-per-person",
    "kim nghạch xuất khẩu": "economy/exports",
    "ngân xách": "economy/budget-revenue",
    "retial sales": "economy/retail-sales",
    "chuyễn đỗi số": "governance/dti-rank",
    "nông thôm mới": "economy/new-rural-communes",
}


def found(words: str) -> list[str]:
    """Return the ids that are found for what a person types."""
    return [indicator.id or "" for indicator in search(EVERY, [words])]


@pytest.mark.parametrize("words", FIRST)
def test_what_is_meant_stands_first(words: str) -> None:
    """By its name, another name, or an abbreviation, with or without accents, in either language."""
    assert found(words)[:1] == [FIRST[words]]
    assert found(fold(words).upper())[:1] == [FIRST[words]]


@pytest.mark.parametrize("words", AMONG)
def test_what_may_be_meant_stands_among_the_first(words: str) -> None:
    """Where words mean several indicators, these come before all that only speak of it."""
    assert set(found(words)[:3]) >= AMONG[words]


@pytest.mark.parametrize("words", MISSPELT)
def test_a_word_may_be_misspelt(words: str) -> None:
    """A letter too many, too few, wrong or in the wrong place is no obstacle."""
    assert MISSPELT[words] in found(words)[:3]


def test_a_misspelling_is_looked_for_only_where_nothing_is_found() -> None:
    """What is written right finds nothing that is only like it."""
    assert found("militia") == ["defence/militia", "defence/militia-members"]


@pytest.mark.parametrize("words", ["zzzzz", "members poverty", "xe máy bay", "tivi", "?"])
def test_what_is_unlike_anything_is_not_found(words: str) -> None:
    """All words must be there, as they are or misspelt."""
    assert found(words) == []


def test_a_name_comes_before_other_names_and_these_before_definitions() -> None:
    """Of the indicators with a word, first come those called so, last those that only speak of it."""
    ids = found("probationary")
    assert ids[0] == "party/members-confirmed"
    assert "party/members" in ids[1:]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("party/members-admited", ["party/members-admitted"]),
        ("social/poverty", ["social/poverty-rate"]),
        ("members-admitted", ["party/members-admitted", "party/members-admitted-share"]),
        ("Tỷ lệ hộ nghèo đa chiều", ["social/poverty-rate"]),
        ("ty le ho ngheo  da chieu", ["social/poverty-rate"]),
        ("hộ nghèo", ["social/poverty-rate", "social/poor-households", "social/poverty-reduction"]),
        ("XKLĐ", ["labour/workers-abroad"]),
        ("tỉ lệ hộ nghèo giảm còn", ["social/poverty-reduction"]),
        ("Tỉ lệ người dân tham gia bảo hiểm y tế", ["social/health-insurance", "social/health-insurance-people"]),
        ("thu nhập bình quân đầu người của xã", ["economy/income-per-person"]),
        ("the share of women in committees", ["party/women-in-committees"]),
    ],
)
def test_what_was_meant_by_an_unknown_indicator(written: str, meant: list[str]) -> None:
    """An id with a slip, or words in place of an id, are answered with what they may mean."""
    assert [indicator.id for indicator in suggested(EVERY, written)] == meant


@pytest.mark.parametrize("words", ["zzzzz", "số vụ đánh bạc", "hộ có tivi", "xã có chợ", "hội viên hội chữ thập đỏ"])
def test_nothing_is_meant_by_what_is_unlike_anything(words: str) -> None:
    """Nothing is offered where only common words, or the same letters with other accents, are alike."""
    assert suggested(EVERY, words) == []
    assert nearest(EVERY, [words]) == []


@pytest.mark.parametrize(
    ("sentence", "id"),
    [
        ("Tỷ lệ hộ nghèo giảm bình quân 1-1,5%/năm", "social/poverty-reduction"),
        ("Hằng năm có từ 90% trở lên số hộ đạt danh hiệu gia đình văn hóa", "social/cultured-families"),
        ("Tốc độ tăng giá trị sản xuất bình quân đạt 8,5%/năm trở lên", "economy/production-value-growth"),
        ("Ti le bao phu bao hiem y te dat tren 95% dan so", "social/health-insurance"),
        ("Admit 700 new members to the Party over the term", "party/members-admitted"),
    ],
)
def test_a_sentence_speaks_of_an_indicator(sentence: str, id: str) -> None:
    """A goal as the resolution words it names its indicator, though it has many other words."""
    assert spoken_of(shipped().indicators(), sentence)[0].id == id


def test_a_sentence_may_speak_of_none() -> None:
    """Words that are in no name find nothing."""
    assert spoken_of(shipped().indicators(), "mười hai con mèo trắng ngồi trên mái tôn") == []
