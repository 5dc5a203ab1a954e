"""Claims that cannot be read: each is quoted as it is written, with how to write it in the keys of the file."""

from __future__ import annotations

import re
from datetime import date

import pytest

from partykpi.core.report import check_claims
from partykpi.parse import load_content
from partykpi.parse.keys import in_keys_of_file
from partykpi.problem import Finding
from partykpi.render.text.locale import fill
from partykpi.text import Language

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


UNREAD = (
    "12% over the plan",  # that is an excess, which no verb says
    "up 12%, or 5 members",
    "10% over last year",
    "up from 80% to 85%",
    "117% of everything",
    "reaching between 95% and 98%",
    "half the plan",
)


def only_finding(file: str, claim: str) -> Finding:
    """Return what is found in a file with that claim, which is one thing."""
    (finding,) = load_content("t.yaml", file.format(claim=claim).encode()).findings
    return finding


CHANGE = ", cách hiểu: tăng giảm, so với kỳ: năm 2021"

REFUSED = [
    # the claim, and how the remedy offers to write its number
    ("đạt 98% kế hoặch", ['"98%", cách hiểu: đạt']),
    ("đạt 98% kế hoạch, tăng 5% so với cùng kỳ", []),  # two numbers: which one, nobody can say
    ("đạt 95-98% kế hoạch", []),
    ("đạt 78.14% kế hoạch", ['"78.14%", cách hiểu: đạt']),  # the style of English
    ("12,5% so với cùng kỳ", [f'"12,5%"{CHANGE}']),  # so much more, or so much of it
    ("1,2 điểm % so với cùng kỳ", []),
    ("tăng lên 85%", [f'"85%"{CHANGE}']),  # to that, or by that
    ("đạt chỉ tiêu 95%", ['"95%", cách hiểu: đạt']),  # of the goal, or the goal
    ("tăng kế hoạch 5%", [f'"5%"{CHANGE}']),
    ("đạt 98% (500)", []),  # the goal, or what was achieved
    ("đạt 70% (12/2023)", []),  # a month, or so many of so many
    ("đạt 70% (30/6)", []),  # a day
    ("31/12, đạt 70%", []),
    ("tăng 5% so với cùng kỳ (500)", []),
    ("giảm 2 lần", []),
    ("đạt ít nhất 95%", []),
    ("chiếm 12% so với cùng kỳ", [f'"12%"{CHANGE}']),
    ("không đạt 98% kế hoạch", []),
    ("xyz đạt 98% kế hoạch", ['"98%", cách hiểu: đạt']),
    ("năm 2024 đạt 83,3% kế hoạch", ['"83,3%", cách hiểu: đạt, kỳ: năm 2024']),
    ("sản lượng tăng 8,2%/năm", ['"8,2%", cách hiểu: bình quân']),
    ("rất tốt", []),
]


@pytest.mark.parametrize(("claim", "offered"), REFUSED)
def test_the_remedy_shows_how_to_write_the_claim(claim: str, offered: list[str]) -> None:
    """What is no claim, or could mean two things, is quoted; its number is offered in what its words can mean."""
    finding = only_finding(VIETNAMESE, claim)
    assert finding.code == "unparsable-claim"
    assert claim in fill(finding.definition.message, finding.values, "vi")
    remedy = fill(finding.definition.remedy, finding.values, "vi")
    assert re.findall(r"`\{số liệu: ([^}]*)\}`", remedy) == offered
    assert "117%" in remedy


def test_a_percentage_may_be_the_figure_itself() -> None:
    """Where the figures are percentages, "tăng lên 85%" is offered as the figure itself too."""
    file = VIETNAMESE.replace("đơn vị tính: đảng viên", "đơn vị tính: '%'").replace("loại: tổng số", "loại: mức")
    finding = only_finding(file.replace("700 đảng viên", "90%").replace("547 đảng viên", "85%"), "tăng lên 85%")
    remedy = fill(finding.definition.remedy, finding.values, "vi")
    assert remedy.endswith(
        '`{số liệu: "85%", cách hiểu: mức}` hoặc `{số liệu: "85%", cách hiểu: tăng giảm, so với kỳ: năm 2021}`'
    )


@pytest.mark.parametrize(
    "claim",
    [
        "so reaches 98% of the plan",
        "equal to 95% of that in the last four terms",
    ],
)
def test_the_remedy_is_in_the_keys_of_an_english_file(claim: str) -> None:
    """An English file is shown the English keys."""
    finding = only_finding(ENGLISH, claim)
    assert finding.code == "unparsable-claim"
    assert claim in fill(finding.definition.message, finding.values, "en")
    assert ", sense: reaches}`" in fill(finding.definition.remedy, finding.values, "en")


@pytest.mark.parametrize("claim", UNREAD)
def test_what_no_word_says_is_not_offered(claim: str) -> None:
    """Words that do not say that a figure is what was reached do not have it offered as that."""
    finding = only_finding(ENGLISH, claim)
    assert finding.code == "unparsable-claim"
    assert "sense: reaches" not in fill(finding.definition.remedy, finding.values, "en")


@pytest.mark.parametrize(
    "claim",
    [
        '{số liệu: "98%", cách hiểu: đạt}',
        '{số liệu: "98%", cách hiểu: tăng giảm, so với: 500}',
        '{số liệu: "98%", cách hiểu: theo tỷ lệ}',
        '{số liệu: "98%", cách hiểu: tỷ lệ, so với: 500}',
        '{số liệu: "98%", cách hiểu: bình quân}',
        "đạt 51 đảng viên",
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


@pytest.mark.parametrize(
    ("file", "claim", "shown"),
    [
        (VIETNAMESE, "đạt 95%", 'công bố: {số liệu: "đạt 95%", đã ghi nhận: lý do}'),
        (VIETNAMESE, "vượt", 'công bố: {số liệu: "vượt", đã ghi nhận: lý do}'),
        (ENGLISH, "95%", 'reported: {figure: "95%", acknowledged: reason}'),
    ],
)
def test_a_reason_is_written_beside_the_claim(file: str, claim: str, shown: str) -> None:
    """The remedy shows the claim with its reason in the keys of the file, and what it shows is a note when copied."""
    text = file.format(claim=claim)
    language: Language = "vi" if file is VIETNAMESE else "en"
    (disagreeing,) = found_at_claims(text)
    assert fill(disagreeing.definition.remedy, disagreeing.values, language).endswith(f"`{shown}`")
    line = f"    {shown.partition(':')[0]}: '{claim}'"
    (acknowledged,) = found_at_claims(text.replace(line, f"    {shown}"))
    assert acknowledged.severity == "note"


def test_a_reason_for_a_count_is_written_beside_it() -> None:
    """What was published of all targets is shown by the usual word for it."""
    text = VIETNAMESE.format(claim="đạt 78,14%") + "công bố:\n  - đạt và vượt: 1/1\n"
    (disagreeing,) = found_at_claims(text)
    remedy = fill(disagreeing.definition.remedy, disagreeing.values, "vi")
    assert remedy.endswith("`công bố: {đạt: 1/1, đã ghi nhận: lý do}`")


def found_at_claims(text: str) -> list[Finding]:
    """Return what is found at the claims of a file."""
    content = load_content("t.yaml", text.encode())
    assert content.resolution is not None
    assert not content.findings
    return [in_keys_of_file(finding) for finding in check_claims(content.resolution, date(2025, 6, 30))]
