"""Claims of a file, by all that the file says: each verdict against numbers worked out by hand."""

from __future__ import annotations

import re
from datetime import date

import pytest
from samples.claim_files import AREA, GROWTH, INCOME, JOBS, LOSSES, LOWER, MEMBERS, PERCENT, RANKS, TASK, report

from partykpi.core.claims.model import Verdict
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render.text.locale import fill, write
from partykpi.text import LANGUAGES

INSURED = PERCENT.replace("name: N", "name: {vi: Tỷ lệ bao phủ BHYT}") + "target: 95 %, readings: {2022: 93.2 %}"
RATES = GROWTH + "target: 8 %, readings: {2022: 8 %, 2023: 8.36 %}"
YEARLY = MEMBERS + "target: 100 members, readings: {2021: 40, 2022: 40, 2023: 20, 2024: 5}"

VERDICTS = [
    # 289 thousand is 288.5 to 289.5 thousand: of 300 thousand 96.17% to 96.5%; 96.3% is to the nearest
    (JOBS + "target: 300_000 jobs, actual: 289 thousand jobs", "96.3%", "consistent"),
    (JOBS + "target: 300_000 jobs, actual: 289 thousand jobs", "96.2%", "possible"),
    (JOBS + "target: 300_000 jobs, actual: 289 thousand jobs", "96.4%", "possible"),
    (JOBS + "target: 300_000 jobs, actual: 289 thousand jobs", "96%", "consistent"),
    (JOBS + "target: 300_000 jobs, actual: 289 thousand jobs", "95%", "inconsistent"),
    (JOBS + "target: 300_000 jobs, actual: 289_000 jobs", "96.4%", "rounded-up"),
    (JOBS + "target: 300_000 jobs, actual: 289_000 jobs", "96.2%", "inconsistent"),
    # a goal is exact: 289 of 299.5 to 300.5 thousand would be 96.17% to 96.49%
    (JOBS + "target: 300 thousand jobs, actual: 289_000 jobs", "96.2%", "inconsistent"),
    # possible before cut off: 2.8 million of 1.5 million are 183.33% to 190%, and 186.67%, cut off to 186.6%
    (AREA + "target: 1.5 million ha, actual: 2.8 million ha", "186.6%", "possible"),
    (AREA + "target: 15 ha, actual: 28 ha", "186.6%", "cut-off"),
    # two readings of a thousand each, each half a thousand up or down: 2 to 4 of 10
    (JOBS + "target: 10_000 jobs, readings: {2021: 1 thousand, 2022: 2 thousand}", "38%", "possible"),
    (JOBS + "target: 10_000 jobs, readings: {2021: 1 thousand, 2022: 2 thousand}", "41%", "inconsistent"),
    # 51.2 is 51.15 to 51.25: up from 50.0, which is 49.95 to 50.05, by 1.1 to 1.3 points
    (PERCENT + "target: 55 %, baseline: 50.0 %, actual: 51.2 %", "+1.2 points", "consistent"),
    (PERCENT + "target: 55 %, baseline: 50.0 %, actual: 51.2 %", "+1.27 points", "possible"),
    (PERCENT + "target: 55 %, baseline: 50.0 %, actual: 51.2 %", "+1.31 points", "inconsistent"),
    (PERCENT + "target: 55 %, baseline: 50 %, actual: 51.2 %", "+1.27 points", "inconsistent"),
    # what is not exactly a number: 51.0 is not over 51, and 51.04 is
    (PERCENT + "target: 100 %, actual: 51.0 %", "over 51%", "possible"),
    (PERCENT + "target: 100 %, actual: 51 %", "over 51%", "inconsistent"),
    # 10% asked, 6.5% left: 3.5 points are called percent, on either side of the goal
    (LOWER + "target: 10 %, actual: 6.5 %", "exceeds 3.5%", "misworded"),
    (LOWER + "target: 10 %, actual: 6.5 %", "vượt 3.5%", "misworded"),
    (LOWER + "target: 10 %, actual: 6.5 %", "exceeds by 3.5 points", "consistent"),
    (LOWER + "target: 10 %, actual: 6.5 %", "cao hơn 3.5 điểm %", "inconsistent"),
    (LOWER + "target: 10 %, actual: 6.5 %", "thấp hơn 3.5 điểm %", "consistent"),
    (LOWER + "target: 10 %, actual: 13.5 %", "exceeds by 3.5 points", "consistent"),
    (LOWER + "target: 10 %, actual: 13.5 %", "exceeds 3.5%", "misworded"),
    # 547 of 541
    (MEMBERS + "target: 541 members, actual: 547", "vượt 6 đảng viên", "consistent"),
    (MEMBERS + "target: 541 members, actual: 547", "6 more than the goal", "consistent"),
    (MEMBERS + "target: 541 members, actual: 547", "vượt gần 7 đảng viên", "inconsistent"),
    (MEMBERS + "target: 541 members, actual: 547", "over 5 members more than the goal", "consistent"),
    (MEMBERS + "target: 541 members, actual: 547", "vượt 7 đảng viên", "inconsistent"),
    (MEMBERS + "target: 541 members, actual: 547", "ít hơn 6 đảng viên", "inconsistent"),
    (MEMBERS + "target: 553 members, actual: 547", "ít hơn 6 đảng viên", "consistent"),
    (MEMBERS + "target: 541 members, actual: 547", "{figure: 6, sense: difference}", "consistent"),
    (MEMBERS + "target: 541 members, actual: 547", "{figure: 7 members, sense: chênh lệch}", "inconsistent"),
    (MEMBERS + "target: 541 members, actual: 547", "{figure: 47 members, sense: difference, of: 500}", "consistent"),
    (MEMBERS + "target: unknown, actual: 547", "vượt 6 đảng viên", "implied"),
    (MEMBERS + "target: 541 members", "vượt 6 đảng viên", "implied"),
    # a published actual, and it with the goal
    (MEMBERS + "target: 60 members, actual: 51", "đạt 51 đảng viên", "consistent"),
    (MEMBERS + "target: 60 members, actual: 51", "đạt 50 đảng viên", "inconsistent"),
    (MEMBERS + "target: 60 members, actual: 51", "51/60", "consistent"),
    (MEMBERS + "target: 60 members, actual: 51", "đạt 51/60 đảng viên", "consistent"),
    (MEMBERS + "target: 60 members, actual: 51", "51/65", "inconsistent"),
    (MEMBERS + "target: 60 members, actual: 51", "50/60", "inconsistent"),
    (MEMBERS + "target: unknown, actual: 51", "51/60", "unverifiable"),
    (MEMBERS + "target: 60 members", "đạt 51 đảng viên", "unverifiable"),
    (MEMBERS + "target: 60 members, actual: 51", "còn thiếu 9 đảng viên", "consistent"),
    (MEMBERS + "target: 60 members, actual: 51", "còn thiếu 8 đảng viên", "inconsistent"),
    (MEMBERS + "target: 60 members, actual: 51", "{figure: 51 members, sense: level}", "consistent"),
    (
        MEMBERS + "target: 60 members, readings: {2021: 40, 2022: 11}",
        "{figure: reaches 11 members, for: 2022}",
        "consistent",
    ),
    (JOBS + "target: 15_000 jobs, actual: 16_250 jobs", "reaches 16.3 thousand jobs", "consistent"),
    (LOWER + "target: 2 %, actual: 1.5 %", "giảm còn 1.5%", "consistent"),
    (LOWER + "target: 2 %, actual: 1.5 %", "giảm còn 1.6%", "inconsistent"),
    (MEMBERS + "target: 60 members, actual: 51", "nữ chiếm 35%", "unverifiable"),
    (RANKS + "target: 3, actual: [1, 2, 3]", "2/3", "unverifiable"),
    # growth of a mean year: (66.6 / 45)^(1/4) = 1.10297 from 2020 to 2024; of a rate (8 + 9) / 2
    (INCOME + "baseline: 45, readings: {2023: 58, 2024: 66.6}", "tăng bình quân 10.3%/năm", "consistent"),
    (INCOME + "baseline: 45, readings: {2023: 58, 2024: 66.6}", "tăng bình quân 11.3%/năm", "inconsistent"),
    (INCOME + "readings: {2023: 58, 2024: 66.6}", "tăng bình quân 10.3%/năm", "unverifiable"),
    (GROWTH + "target: 8 %, readings: {2021: 8 %, 2022: 9 %}", "tăng bình quân 8.5%/năm", "consistent"),
    (GROWTH + "target: 8 %, readings: {2021: 8 %, 2022: 9 %}", "giảm bình quân 8.5%/năm", "consistent"),
    (GROWTH + "target: 8 %, readings: {2021: 8 %, 2022: 9 %}", "tăng bình quân 9.5%/năm", "inconsistent"),
    (MEMBERS + "target: 60 members, readings: {2021: 40, 2022: 11}", "tăng bình quân 9%/năm", "unverifiable"),
    # 5% to 1.5% are 3.5 points: 0.78 in each of four years and a half, 0.875 in each from 2020 to 2024
    (LOWER + "target: 2 %, baseline: 5 %, readings: {2024-12-31: 1.5 %}", "giảm bình quân 0.78%/năm", "consistent"),
    (LOWER + "target: 2 %, baseline: 5 %, readings: {2024-12-31: 1.5 %}", "down 0.88 points a year", "consistent"),
    (LOWER + "target: 2 %, baseline: 5 %, readings: {2024-12-31: 1.5 %}", "giảm bình quân 0.7%/năm", "unverifiable"),
    # a difference of percentages is one in points, and ranks and tasks have none
    (PERCENT + "target: 50 %, actual: 51.2 %", "{figure: 1.2, sense: difference}", "consistent"),
    (PERCENT + "target: 50 %, actual: 51.2 %", "{figure: 2.4%, sense: difference}", "misworded"),
    (RANKS + "target: 3, actual: [1, 2, 3]", "2 fewer than the goal", "unverifiable"),
    (TASK + "target: by 2024-12-31, actual: 60 %", "{figure: 40, sense: difference}", "unverifiable"),
    # 100 to 117% are 85 or 86, but 0.1 thousand is 50 to 150
    (MEMBERS + "target: unknown, actual: 100", "117.6%", "implied"),
    (MEMBERS + "target: unknown, actual: 0.1 thousand", "117.6%", "ambiguous"),
    # 16 250 of 15 000, and 1.25 thousand are 1.3 to one decimal
    (JOBS + "target: 15_000 jobs, actual: 16_250 jobs", "exceeds by 1.25 thousand jobs", "consistent"),
    (JOBS + "target: 15_000 jobs, actual: 16_250 jobs", "exceeds by 1.3 thousand jobs", "consistent"),
    (JOBS + "target: 15_000 jobs, actual: 16_260 jobs", "exceeds by 1.2 thousand jobs", "cut-off"),
    # the less the better: 14 of at most 20 cases
    (LOSSES + "target: 20 members, actual: 14", "vượt 6 đảng viên", "consistent"),
    (LOSSES + "target: 20 members, actual: 14", "6 fewer than the goal", "consistent"),
    (LOSSES + "target: 20 members, actual: 14", "6 more than the goal", "inconsistent"),
    (LOSSES + "target: 20 members, actual: 26", "vượt 6 đảng viên", "consistent"),
    # 99 of 100 is nearly met for good: missed, and not met yet, by either word
    (MEMBERS + "target: 100 members, actual: 99", "missed", "consistent"),
    (MEMBERS + "target: 100 members, actual: 99", "không đạt", "consistent"),
    (MEMBERS + "target: 100 members, actual: 99", "chưa đạt", "consistent"),
    (MEMBERS + "target: 100 members, actual: 50", "not yet met", "consistent"),
    (MEMBERS + "target: 100 members, actual: 100", "chưa đạt", "inconsistent"),
    # each word that a report has for a status: of a task that is done late, or 85% done when its time is over
    (TASK + "target: by 2024-06-30, actual: 2024-08-25", "done late", "consistent"),
    (TASK + "target: by 2024-06-30, actual: 2024-08-25", "hoàn thành chậm", "consistent"),
    (TASK + "target: by 2024-06-30, actual: 2024-06-25", "hoàn thành chậm", "inconsistent"),
    (TASK + "target: by 2024-06-30, actual: 85 %", "hoàn thành chậm", "inconsistent"),
    (TASK + "target: by 2024-06-30, actual: 85 %", "cơ bản hoàn thành", "consistent"),
    (LOSSES + "target: 20 members, actual: 14", "tốt hơn mức giới hạn", "consistent"),
    (LOSSES + "target: 20 members, actual: 21", "tốt hơn mức giới hạn", "inconsistent"),
    (MEMBERS + "target: 100 members", "chưa có số liệu", "consistent"),
    (MEMBERS + "target: 100 members, actual: 99", "chưa có số liệu", "inconsistent"),
    (MEMBERS + "target: 100 members, readings: {2024: 99}", "chưa xác định", "consistent"),
    (MEMBERS + "target: 100 members, actual: 99", "chưa xác định", "inconsistent"),
    # a task of the end of 2024, done on 15 November 2022: 2 years and 46 days, or 777 days, before
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "two years early", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "về đích trước hơn 2 năm", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "777 days early", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "25.5 months early", "consistent"),  # 25 15/30
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "25.6 months early", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "25 months early", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "26 months early", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "1 year early", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "2 years late", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "{figure: 2, sense: early}", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2022-11-15", "{figure: 2 năm, sense: trước thời hạn}", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 2025-02-28", "2 months early", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2025-02-28", "2 months late", "consistent"),
    (TASK + "target: by 2024-12-31, actual: 60 %", "2 months early", "inconsistent"),
    # 100 of 100 within 2023: 18 months before 30 June 2025 at the end of that year, 30 less a day at its beginning
    (YEARLY, "about 18 months early", "consistent"),
    (YEARLY, "1.5 years early", "consistent"),
    (YEARLY, "2 years early", "consistent"),  # in 2023 for 2025, or before the end of June
    (YEARLY, "2.4 years early", "unverifiable"),
    (YEARLY, "3 years early", "inconsistent"),
    (YEARLY, "1 year early", "consistent"),  # and half a year
    # whole units are rounded down: half a year is none, 1 year and 11 months are one, and a week short of one is one
    (TASK + "target: by 2023-12-31, actual: 2023-06-30", "về đích trước 1 năm", "inconsistent"),
    (TASK + "target: by 2023-12-31, actual: 2023-06-30", "về đích trước 6 tháng", "consistent"),
    (TASK + "target: by 2023-12-31, actual: 2022-01-31", "1 year early", "consistent"),
    (TASK + "target: by 2023-12-31, actual: 2022-01-31", "2 years early", "inconsistent"),
    (TASK + "target: by 2023-12-31, actual: 2023-01-07", "1 year early", "consistent"),
    (TASK + "target: by 2023-12-31, actual: 2023-02-28", "1 year early", "inconsistent"),
    (TASK + "target: by 2023-12-31, actual: 2023-06-30", "185 days early", "inconsistent"),  # 184
    # by their names 2024 is a year before 2025, and 2021 three
    (TASK + "target: by 2025-01-31, actual: 2024-06-30", "về đích trước 1 năm", "consistent"),
    (TASK + "target: by 2025-01-31, actual: 2024-06-30", "về đích trước 2 năm", "inconsistent"),
    (TASK + "target: by 2024-06-30, actual: 2025-01-31", "1 year late", "consistent"),
    (TASK + "target: by 2024-06-30, actual: 2024-12-31", "1 year late", "inconsistent"),
    (TASK + "target: by 2024-12-31, actual: 2021-12-15", "three years early", "consistent"),
    (YEARLY, "over 1 year early", "consistent"),
    # a level of 90% between the readings of 30 June 2022 and 30 June 2023
    (PERCENT + "target: 90 %, readings: {2022-06-30: 85 %, 2023-06-30: 91 %}", "2 years early", "consistent"),
    (PERCENT + "target: 90 %, readings: {2022-06-30: 85 %, 2023-06-30: 91 %}", "2.5 years early", "unverifiable"),
    (PERCENT + "target: 90 %, readings: {2022-06-30: 85 %, 2023-06-30: 91 %}", "3.5 years early", "inconsistent"),
    # a level itself where the words say so, or else in the wrong words, and never wrong: 93.2 of 95 are 98.1%
    (INSURED, "BHYT đạt 93.2%", "consistent"),
    (INSURED, "Tỷ lệ bao phủ BHYT đạt 93.2%.", "consistent"),
    (INSURED, "tỷ lệ bao phủ đạt 93.2%", "consistent"),
    (INSURED, "đạt tỷ lệ 93.2%", "consistent"),
    (INSURED, "tỷ lệ đạt 93.2%", "consistent"),
    (INSURED, "at a rate of 93.2%", "consistent"),
    (INSURED, "đạt tỷ lệ 98.1%", "consistent"),
    (INSURED, "đạt tỷ lệ 92.2%", "inconsistent"),
    (INSURED, "BHYT đạt 92.2%", "inconsistent"),
    (INSURED, "BHYT đạt 98.1% kế hoạch", "consistent"),
    (INSURED, "BHYT đạt 93.2% kế hoạch", "misworded"),
    (INSURED, "đạt 93.2%", "misworded"),
    (INSURED, "93.2%", "misworded"),
    (INSURED, "93%", "misworded"),
    (INSURED, "92.2%", "inconsistent"),
    (INSURED, "{figure: 93.2%, for: 2022}", "misworded"),
    (INSURED, "{figure: 93.2%, of: 95 %}", "inconsistent"),
    (LOWER + "target: 5 %, actual: 4.5 %", "dưới 5%", "misworded"),  # 90% of the limit, and no error
    (LOWER + "target: 5 %, actual: 5.5 %", "dưới 5%", "inconsistent"),
    (MEMBERS + "target: 100 members, actual: 93", "đạt tỷ lệ 93%", "consistent"),
    (MEMBERS + "target: 100 members, actual: 93", "đạt tỷ lệ 94%", "inconsistent"),
    # no goal follows from a level that is called one: 93.2% of 100%, as a bare one may be
    (INSURED.replace("95 %", "unknown"), "đạt tỷ lệ 93.2%", "consistent"),
    # of a rate the mean of (8.36 + 8) / 2 is 8.18, and the latest is a figure itself
    (RATES, "8.18%/năm", "consistent"),
    (RATES, "đạt 8.18%/năm", "consistent"),
    (RATES, "8.18% a year", "consistent"),
    (RATES, "8.36%/năm", "inconsistent"),
    (RATES, "đạt tỷ lệ 8.36%", "consistent"),
    (RATES, "8.36%", "misworded"),
    (RATES, "102.3%", "consistent"),  # 8.18 of 8 are 102.25%, half up
    # what the readings cannot tell
    (MEMBERS + "target: 100 members, actual: 120", "2 years early", "unverifiable"),
    (MEMBERS + "target: 10 members/year, readings: {2021: 60}, every: year", "2 years early", "unverifiable"),
    (GROWTH + "target: 8 %, readings: {2021: 9 %}", "2 years early", "unverifiable"),
    (MEMBERS + "target: 100 members, actual: 80", "2 years early", "inconsistent"),
]


@pytest.mark.parametrize(("target", "claim", "verdict"), VERDICTS)
def test_a_claim_is_judged_by_figures_as_they_are_printed(target: str, claim: str, verdict: Verdict) -> None:
    """Each claim has the verdict that a pocket calculator gives."""
    reported = claim if claim.startswith("{") else f'"{claim}"'
    (judgement,) = report(f"{target}, reported: {reported}").assessments[0].judgements
    assert judgement.verdict == verdict


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (PERCENT + "target: 95 %, readings: {2023-12-31: 94.6 %}", "consistent"),  # 99.58%
        (PERCENT + "target: 100 %, readings: {2023-12-31: 80 %}", "consistent"),
        (PERCENT + "target: 100 %, readings: {2023-12-31: 79 %}", "inconsistent"),
        (PERCENT + "target: 100 %, readings: {2023-12-31: 100 %}", "inconsistent"),
        (PERCENT + "target: 100 %, readings: {2023-12-31: 89 %}, thresholds: {nearly: 90%}", "inconsistent"),
        (PERCENT + "target: 100 %, readings: {2023-12-31: 90 %}, thresholds: {nearly: 90%}", "consistent"),
    ],
)
@pytest.mark.parametrize("as_of", ["2023-12-31", "2025-06-30"])
def test_a_goal_is_nearly_met_by_its_score_whenever_it_is_looked_at(target: str, verdict: Verdict, as_of: str) -> None:
    """From 80% on, or what the file says instead, a goal is nearly met while its period runs and when it is over."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\ntargets: {{t: {{{target}, reported: cơ bản đạt}}}}\n"
    text = text.replace("2023-12-31", as_of)
    resolution = load_content("t.yaml", text.encode()).resolution
    assert resolution is not None
    (judgement,) = assess(resolution, date.fromisoformat(as_of), date(2026, 1, 1)).assessments[0].judgements
    assert judgement.verdict == verdict


def test_a_published_hundred_of_an_unmet_goal() -> None:
    """99.65% is 100% when it is rounded, and the goal is not met: a warning, an acknowledged note, and no status."""
    target = PERCENT + "target: 100 %, actual: 1993/2000 people, reported: "
    (finding,) = report(target + "100%").findings
    assert (finding.code, finding.severity) == ("hundred-unmet", "warning")
    (noted,) = report(target + "{figure: 100%, acknowledged: as it was read out}").findings
    assert (noted.code, noted.severity) == ("hundred-unmet", "note")
    assert report(target + "99.7%").findings == ()
    assert report(target.replace("1993", "2000") + "100%").findings == ()
    hundred, status = report(target + "[100%, {status: achieved}]").assessments[0].judgements
    assert (hundred.verdict, status.verdict) == ("consistent", "inconsistent")
    assert [found.code for found in report(target + "[100%, {status: achieved}]").findings] == [
        "hundred-unmet",
        "claim-inconsistent",
    ]


HUNDREDS = [
    # a task that is done after its day is done, and not in time
    (TASK + "target: by 2024-06-30, actual: 2024-08-25", True),
    (TASK + "target: by 2024-06-30, actual: 2024-06-25", False),
    # more than 100 is asked, and 100 is all that came
    (MEMBERS + "target: '> 100 members', actual: 100", True),
    (MEMBERS + "target: '>= 100 members', actual: 100", False),
    # 20 of at most 20 keep the limit
    (LOSSES + "target: 20 members, actual: 20", False),
    # 25 a year make 125 in five years: all came, but not in each year
    (MEMBERS + "target: 25 members every year, readings: {2020-H2: 0, 2021: 40, 2022: 25, 2023: 25, 2024: 25, "
     "2025-H1: 10}", True),
]  # fmt: skip


@pytest.mark.parametrize(("target", "warned"), HUNDREDS)
def test_a_hundred_that_is_exact_and_not_met(target: str, warned: bool) -> None:
    """100% that the figures make exactly is consistent, and a warning where the goal is unmet for good."""
    found = report(f"{target}, reported: 100%")
    (judgement,) = found.assessments[0].judgements
    assert judgement.verdict == "consistent"
    assert [(one.code, one.severity) for one in found.findings] == [("hundred-unmet", "warning")] * warned


@pytest.mark.parametrize(
    ("target", "claim", "en", "vi"),
    [
        (
            JOBS + "target: 300_000 jobs, actual: 289 thousand jobs",
            "96.4%",
            "289,000/300,000 is 96.3%; by the rounding of the readings it can be 96.17% to 96.50%",
            "289.000/300.000 bằng 96,3%; do số liệu đã làm tròn nên có thể là 96,17% đến 96,50%",
        ),
        (
            MEMBERS + "target: 541 members, actual: 547",
            "vượt 7 đảng viên",
            "547 is 6 members more than 541; published is “vượt 7 đảng viên”, a difference of 1 member",
            "547 cao hơn 541 là 6 đảng viên; số công bố là “vượt 7 đảng viên”, chênh lệch 1 đảng viên",
        ),
        (
            TASK + "target: by 2024-06-30, actual: 2024-08-25",
            "achieved",
            "published as “achieved”; by the figures it is “done late”",
            "công bố là “achieved”; theo số liệu là “hoàn thành chậm”",
        ),
        (
            TASK + "target: by 2024-06-30, actual: 2024-08-25",
            "100%",
            "the figures give 100%, but the target is “done late”",
            "theo số liệu là 100%, nhưng đánh giá là “hoàn thành chậm”",
        ),
        (
            RANKS + "target: 10, readings: {2021: 12, 2022: 9}",
            "tăng 4 bậc so với năm 2021",
            "rank 9 is 3 places above rank 12; published is “tăng 4 bậc so với năm 2021”, a difference of 1 place",
            "hạng 9 cao hơn hạng 12 là 3 bậc; số công bố là “tăng 4 bậc so với năm 2021”, chênh lệch 1 bậc",
        ),
        (
            RANKS + "target: 10, readings: {2021: 9, 2022: 12}",
            "{figure: 2, sense: difference, against: 2021}",
            "from rank 9 to rank 12 is 3; published is “2”, a difference of 1 place",
            "từ hạng 9 đến hạng 12 là 3; số công bố là “2”, chênh lệch 1 bậc",
        ),
        (
            YEARLY,  # done on the first day of 2023 it would be 2.5 years less a day
            "4 years early",
            "met by 31 December 2023, 1.5 to 2.5 years before 30 June 2025; published is “4 years early”, "
            "a difference of over 1.5 years",
            "hoàn thành chậm nhất ngày 31 tháng 12 năm 2023, trước ngày 30 tháng 6 năm 2025 từ 1,5 đến 2,5 năm; "
            "số công bố là “4 years early”, chênh lệch hơn 1,5 năm",
        ),
        (
            YEARLY,  # met within 2023: the half is not rounded away, and the day is not told
            "2 years early",
            "met by 31 December 2023, 1.5 to 2.5 years before 30 June 2025",
            "hoàn thành chậm nhất ngày 31 tháng 12 năm 2023, trước ngày 30 tháng 6 năm 2025 từ 1,5 đến 2,5 năm",
        ),
        (
            YEARLY,  # 18 months, and 30 less 1/31 of one
            "24 months early",
            "met by 31 December 2023, 18 to 30 months before 30 June 2025",
            "hoàn thành chậm nhất ngày 31 tháng 12 năm 2023, trước ngày 30 tháng 6 năm 2025 từ 18 đến 30 tháng",
        ),
        (
            TASK + "target: by 2024-12-31, actual: 2022-11-15",  # 25 15/30 months are 2.125 years
            "two years early",
            "met on 15 November 2022, 2.125 years before 31 December 2024",
            "hoàn thành ngày 15 tháng 11 năm 2022, trước ngày 31 tháng 12 năm 2024 là 2,125 năm",
        ),
        (
            TASK + "target: by 2024-12-31, actual: 2022-11-16",  # 25 14/30 months are 2.1222… years
            "two years early",
            "met on 16 November 2022, over 2.1 years before 31 December 2024",
            "hoàn thành ngày 16 tháng 11 năm 2022, trước ngày 31 tháng 12 năm 2024 là hơn 2,1 năm",
        ),
        (
            TASK + "target: by 2024-12-31, actual: 2025-02-28",
            "2 months late",
            "met on 28 February 2025, 2 months after 31 December 2024",
            "hoàn thành ngày 28 tháng 02 năm 2025, sau ngày 31 tháng 12 năm 2024 là 2 tháng",
        ),
        (
            INCOME + "readings: {2023: 58, 2024: 66.6}",
            "tăng 14.8% so với năm 2023",
            "66.6 is up 14.8% from 58",
            "66,6 tăng 14,8% so với 58",
        ),
        (
            INCOME + "readings: {2023: 58, 2024: 58}",
            "tăng 8.5% so với cùng kỳ",
            "58 equals 58; published is “tăng 8.5% so với cùng kỳ”, a difference of 8.5 points",
            "58 bằng 58; số công bố là “tăng 8.5% so với cùng kỳ”, chênh lệch 8,5 điểm %",
        ),
        (
            LOWER + "target: 2 %, baseline: 5 %, actual: 1.5 %",
            "giảm 3.5% so với đầu nhiệm kỳ",
            "published as “giảm 3.5% so với đầu nhiệm kỳ”, but 3.5 points is the fall; 1.5 is down 70.0% from 5",
            "công bố là “giảm 3.5% so với đầu nhiệm kỳ”, nhưng 3,5 điểm % là mức giảm; 1,5 giảm 70,0% so với 5",
        ),
        (
            LOWER + "target: 2 %, baseline: 5 %, actual: 1.5 %",
            "giảm còn 1.6%",
            "the figure is 1.5%; published is “giảm còn 1.6%”, a difference of 0.1 points",
            "kết quả là 1,5%; số công bố là “giảm còn 1.6%”, chênh lệch 0,1 điểm %",
        ),
        (
            MEMBERS + "target: 60 members, actual: 51",
            "51/65",
            "the goal is 60 members; published is “51/65”",
            "chỉ tiêu là 60 đảng viên; số công bố là “51/65”",
        ),
        (
            LOWER + "target: 10 %, baseline: 20 %, actual: 6.5 %",  # 13.5 of 10 points
            "vượt 3.5%",
            "published as “vượt 3.5%”, but 3.5 points is the difference; the figures exceed by 35.0%",
            "công bố là “vượt 3.5%”, nhưng 3,5 điểm % là mức chênh lệch; theo số liệu thì vượt 35,0%",
        ),
    ],
)
def test_a_claim_is_quoted_as_it_was_written(target: str, claim: str, en: str, vi: str) -> None:
    """The sentence on a claim quotes its own words and says what the figures make, in the reader's language."""
    reported = claim if claim.startswith("{") else f'"{claim}"'
    (judgement,) = report(f"{target}, reported: {reported}").assessments[0].judgements
    assert write(judgement.detail, "en") == en
    assert write(judgement.detail, "vi") == vi


MISWORDED = [
    # what is reached, called an excess: 48 of 41 are 117.07%
    (MEMBERS + "target: 41 members, actual: 48", "vượt 117%", "đạt 117%|vượt 17,1%", "reaches 117%|exceeds 17.1%"),
    (MEMBERS + "target: 700 members, actual: 686", "vượt 98%", "đạt 98%|thấp hơn 2%", "reaches 98%|falls short by 2%"),
    # 28 of 15 are 186.666…%, cut off in print
    (
        MEMBERS + "target: 15 members, actual: 28",
        "vượt 186,6%",
        "đạt 186,7%|vượt 86,7%",
        "reaches 186.7%|exceeds 86.7%",
    ),
    # 40 points over 60% are two thirds of it
    (
        PERCENT + "target: 60 %, actual: 100 %",
        "vượt 40%",
        "vượt 40 điểm %|vượt 66,7%",
        "exceeds 40 points|exceeds 66.7%",
    ),
    # a percentage itself, called its share of the goal: 93.2 of 95 are 98.105%
    (
        PERCENT + "target: 95 %, actual: 466/500 people",
        "đạt 93,2%",
        "đạt tỷ lệ 93,2%|đạt 98,1%",
        "at a rate of 93.2%|reaches 98.1%",
    ),
    # an excess, called what is reached
    (MEMBERS + "target: 100 members, actual: 117", "đạt 17%", "vượt 17%|đạt 117%", "exceeds 17%|reaches 117%"),
]


@pytest.mark.parametrize(("target", "claim", "vi", "en"), MISWORDED)
def test_the_remedy_of_a_misworded_claim_names_the_right_wordings(target: str, claim: str, vi: str, en: str) -> None:
    """Both wordings stand there with their figures, and each of them would be published without a finding."""
    (finding,) = report(f'{target}, reported: "{claim}"').findings
    assert finding.code == "claim-misworded"
    quoted = {
        language: re.findall("“(.+?)”", fill(finding.definition.remedy, finding.values, language))
        for language in LANGUAGES
    }
    assert quoted == {"vi": vi.split("|"), "en": en.split("|")}
    for style, wordings in quoted.items():
        for wording in wordings:
            text = f"numbers: {style}\nresolution: R\ncommittee: C\nterm: 2020-2025\nas_of: end\n"
            text += f'targets: {{t: {{{target}, reported: "{wording}"}}}}\n'
            content = load_content("test.yaml", text.encode())
            assert content.findings == []
            assert content.resolution is not None
            assert assess(content.resolution, None, date(2026, 1, 1)).findings == ()


@pytest.mark.parametrize(
    ("target", "claim", "stated"),
    [
        # 100.2105…%: exceeded, and not 100%
        (PERCENT + "target: over 95 %, actual: 95.2 %", "100%", "95.2/95 is 100.2%"),
        (MEMBERS + "target: 1000 members, actual: 1004", "100%", "1,004/1,000 is 100.4%"),
        (MEMBERS + "target: 1000 members, actual: 996", "100%", "996/1,000 is 99.6%"),
        (MEMBERS + "target: 1000 members, actual: 1000", "100%", "1,000/1,000 is 100%"),
    ],
)
def test_what_is_not_100_percent_is_not_said_to_be(target: str, claim: str, stated: str) -> None:
    """On either side of the bound as many decimals are shown as tell the figure from 100%."""
    content = load_content("t.yaml", _one_claim(target, claim).encode())
    assert content.resolution is not None
    judgement = assess(content.resolution, None, date(2026, 1, 1)).assessments[0].judgements[0]
    assert (judgement.verdict, write(judgement.detail, "en")) == ("consistent", stated)


def _one_claim(target: str, claim: str) -> str:
    return (
        f"resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: end\ntargets: {{t: {{{target}, reported: {claim}}}}}\n"
    )
