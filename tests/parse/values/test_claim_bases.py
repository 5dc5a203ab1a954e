"""The bases that stand beside claims: in the unit in which the target has its figures, where they have none."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.core.claims.model import Verdict
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render.text.locale import write

EXPORTS = """\
resolution: R
committee: C
term: 2020-2025
numbers: en
targets:
  t:
    indicator: economy/exports
    target: 10,000 million USD
    readings: {2022: "8,241 million USD", 2023: "9,498 million USD"}
    reported: CLAIM
"""
VIETNAMESE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
cách viết số: vi
chỉ tiêu:
  t:
    chỉ số: INDICATOR
    chỉ tiêu: GOAL
    kết quả: {2022: READING, 2023: LATEST}
    công bố: CLAIM
"""
INCOME = ("economy/income-per-person", "70 triệu đồng/người/năm", "50 triệu đồng/người", "62 triệu đồng/người")
REVENUE = ("economy/budget-revenue", "1.000 tỷ đồng", "800 tỷ đồng", "880 tỷ đồng")
# the goal is told in the unit of the indicator, and the readings in another
IN_DONG = ("economy/budget-revenue", "1.000.000.000.000 đồng", "800 tỷ đồng", "880 tỷ đồng")
AREA = ("{tên: N, loại: tổng số, đơn vị tính: ha, chiều tốt: cao}", "500", "200", "240")


def vietnamese(target: tuple[str, str, str, str]) -> str:
    """Return a file with a target of that indicator, goal and readings."""
    words = zip(("INDICATOR", "GOAL", "READING", "LATEST"), target, strict=True)
    text = VIETNAMESE
    for word, value in words:
        text = text.replace(word, value)
    return text


VERDICTS: list[tuple[str, str, Verdict]] = [
    # 9,498 of 8,241 are 115.25%, of 10,000 they are 94.98%
    (EXPORTS, '"115% (9,498 / 8,241)"', "consistent"),
    (EXPORTS, '"116% (9,498 / 8,241)"', "rounded-up"),
    (EXPORTS, '"117% (9,498 / 8,241)"', "inconsistent"),
    (EXPORTS, '"95% (9,498/10,000)"', "consistent"),
    (EXPORTS, '"95% (9,498/10,000 million USD)"', "consistent"),
    (EXPORTS, '"95% of the yearly plan (10,000 million USD)"', "consistent"),
    (EXPORTS, "{figure: 95%, of: 10_000}", "consistent"),
    (EXPORTS, "{figure: 96%, of: 10_000}", "inconsistent"),
    # 62 of 70 are 88.57%, of 80 they are 77.5%
    (vietnamese(INCOME), "đạt 88,6% (62/70)", "consistent"),
    (vietnamese(INCOME), "đạt 77,5% kế hoạch năm (80 triệu đồng)", "consistent"),
    (vietnamese(INCOME), "đạt 78,5% kế hoạch năm (80 triệu đồng)", "inconsistent"),
    # 880 of 920 are 95.65%
    (vietnamese(REVENUE), "đạt 95,7% (880/920)", "consistent"),
    (vietnamese(REVENUE), '{số liệu: "95,7%", so với: 920}', "consistent"),
    (vietnamese(REVENUE), '{số liệu: "95,7%", so với: 920 tỷ đồng}', "consistent"),
    (vietnamese(REVENUE), '{số liệu: "95,7%", so với: 930}', "inconsistent"),
    (vietnamese(IN_DONG), "đạt 95,7% (880/920)", "consistent"),
    (vietnamese(IN_DONG), '{số liệu: "95,7%", so với: 920}', "consistent"),
    # 440 of 500
    (vietnamese(AREA), "đạt 88% (440/500)", "consistent"),
]


@pytest.mark.parametrize(("file", "claim", "verdict"), VERDICTS)
def test_a_bare_base_is_in_the_unit_of_the_figures(file: str, claim: str, verdict: Verdict) -> None:
    """A base without a unit is in that in which the goal is written, or the readings."""
    content = load_content("t.yaml", file.replace("CLAIM", claim).encode())
    assert [(finding.code, finding.values) for finding in content.findings] == []
    assert content.resolution is not None
    (judgement,) = assess(content.resolution, None, date(2026, 1, 1)).assessments[0].judgements
    assert judgement.verdict == verdict, write(judgement.detail, "en")
