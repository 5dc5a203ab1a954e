"""Claims that cannot be read: each is quoted as it is written, with how to write it in the keys of the file."""

from __future__ import annotations

import pytest

from partykpi.parse import load_content
from partykpi.problem import Finding
from partykpi.render.text.locale import fill

ENGLISH = """\
resolution: R
committee: C
term: 2020-2025
targets:
  t:
    indicator: {{name: N, kind: total, unit: member, better: higher}}
    target: 700 members
    actual: 547 members
    reported: '{claim}'
"""
VIETNAMESE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
cách viết số: kiểu việt nam
chỉ tiêu:
  t:
    chỉ số: {{tên: N, loại: tổng số, đơn vị tính: đảng viên, chiều tốt: cao}}
    chỉ tiêu: 700 đảng viên
    kết quả: 547 đảng viên
    công bố: '{claim}'
"""


def only_finding(file: str, claim: str) -> Finding:
    """Return what is found in a file with that claim, which is one thing."""
    (finding,) = load_content("t.yaml", file.format(claim=claim).encode()).findings
    return finding


REFUSED = [
    # the claim, and its number as the remedy has it
    ("đạt 98% kế hoặch", "98%"),
    ("đạt 98% kế hoạch, tăng 5% so với cùng kỳ", "117%"),  # two numbers: which one, nobody can say
    ("đạt 95-98% kế hoạch", "117%"),
    ("đạt 78.14% kế hoạch", "78.14%"),  # the style of English
    ("12,5% so với cùng kỳ", "12,5%"),  # so much more, or so much of it
    ("1,2 điểm % so với cùng kỳ", "117%"),
    ("tăng lên 85%", "85%"),  # to that, or by that
    ("đạt chỉ tiêu 95%", "95%"),  # of the goal, or the goal
    ("tăng kế hoạch 5%", "5%"),
    ("đạt 98% (500)", "98%"),  # the goal, or what was achieved
    ("đạt 70% (12/2023)", "70%"),  # a month, or so many of so many
    ("đạt 70% (30/6)", "70%"),  # a day
    ("31/12, đạt 70%", "70%"),
    ("tăng 5% so với cùng kỳ (500)", "5%"),
    ("giảm 2 lần", "117%"),
    ("đạt ít nhất 95%", "95%"),
    ("chiếm 12% so với cùng kỳ", "12%"),
    ("giảm -5%", "5%"),
    ("không đạt 98% kế hoạch", "98%"),
    ("xyz đạt 98% kế hoạch", "98%"),
    ("rất tốt", "117%"),
]


@pytest.mark.parametrize(("claim", "number"), REFUSED)
def test_the_remedy_shows_how_to_write_the_claim(claim: str, number: str) -> None:
    """What is no claim, or could mean two things, is quoted; the remedy has its number with each sense."""
    finding = only_finding(VIETNAMESE, claim)
    assert finding.code == "unparsable-claim"
    assert claim in fill(finding.definition.message, finding.values, "vi")
    remedy = fill(finding.definition.remedy, finding.values, "vi")
    assert f'`{{số liệu: "{number}", cách hiểu: đạt}}`' in remedy
    assert f'`{{số liệu: "{number}", cách hiểu: tăng giảm, so với kỳ: năm 2021}}`' in remedy
    assert f'`{{số liệu: "{number}", cách hiểu: theo tỷ lệ}}`' in remedy


@pytest.mark.parametrize(
    "claim",
    [
        "12% over the plan",  # that is an excess, which no verb says
        "up 12%, or 5 members",
        "10% over last year",
        "up from 80% to 85%",
        "117% of everything",
        "reaching between 95% and 98%",
        "equal to 95% of that in the last four terms",
        "half the plan",
    ],
)
def test_the_remedy_is_in_the_keys_of_an_english_file(claim: str) -> None:
    """An English file is shown the English keys."""
    finding = only_finding(ENGLISH, claim)
    assert finding.code == "unparsable-claim"
    assert claim in fill(finding.definition.message, finding.values, "en")
    assert ", sense: reaches}`" in fill(finding.definition.remedy, finding.values, "en")


@pytest.mark.parametrize(
    "claim",
    [
        '{số liệu: "98%", cách hiểu: đạt}',
        '{số liệu: "98%", cách hiểu: tăng giảm, so với: 500}',
        '{số liệu: "98%", cách hiểu: theo tỷ lệ}',
        '{số liệu: "98%", cách hiểu: tỷ lệ, so với: 500}',
    ],
)
def test_what_the_remedy_shows_is_read(claim: str) -> None:
    """A claim that is written as the remedy shows it has nothing wrong with it."""
    content = load_content("t.yaml", VIETNAMESE.replace("'{claim}'", "{claim}").format(claim=claim).encode())
    assert not content.findings
    assert content.resolution is not None


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("đạt 98% (490/500 xã)", "unit-mismatch"),
        ("đạt 98% (490/82.913,5)", "fractional-count"),
        ("vượt 5% so với chỉ tiêu (35,5%)", "unit-mismatch"),
    ],
)
def test_a_base_in_brackets_is_in_the_unit_of_the_target(claim: str, code: str) -> None:
    """The base beside a claim is a figure like any other."""
    assert only_finding(VIETNAMESE, claim).code == code
