"""Status words published while a goal of each year is still open, against years judged by hand."""

from __future__ import annotations

from datetime import date

import pytest
from samples.judged import assessed, inline

from partykpi.core.claims.model import Verdict
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render.text.locale import write

SHARE = inline("level", "%")
JOBS = inline("total", "job")
CASES = inline("total", "case", "lower")
RANK = inline("rank", "rank", "lower")
OVER_90 = SHARE + "target: over 90 % every year, "
TEN = JOBS + "target: 10 jobs/year, every: year, "
FIVE = CASES + "target: at most 5 cases/year, every: year, "


@pytest.mark.parametrize(
    ("target", "word", "verdict"),
    [
        # each of three years above 90%: met, and left behind
        (OVER_90 + "readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}", "achieved", "consistent"),
        (OVER_90 + "readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}", "đạt", "consistent"),
        (OVER_90 + "readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}", "exceeded", "consistent"),
        (OVER_90 + "readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}", "on track", "consistent"),
        (OVER_90 + "readings: {2021: 92 %, 2022: 95 %, 2023: 99 %}", "missed", "inconsistent"),
        # 90 of at least 90 is met and not left behind
        (SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 90 %}", "achieved", "consistent"),
        (SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 90 %}", "exceeded", "inconsistent"),
        # a lost year is lost
        (OVER_90 + "readings: {2021: 92 %, 2022: 90 %, 2023: 99 %}", "achieved", "inconsistent"),
        # 89 to 93 may be above 90
        (OVER_90 + "readings: {2021: 92 %, 2022: 89..93 %}", "achieved", "unverifiable"),
        # surely above 90, and 91 to 93 of at least 92 may be
        (OVER_90 + "readings: {2021: 92 %, 2022: 91..93 %}", "exceeded", "consistent"),
        # half a year of ten asks five; 2023 has ten already, and is not over in September
        (TEN + "readings: {2020-H2: 5, 2021: 10, 2022: 11}", "achieved", "consistent"),
        (TEN + "readings: {2020-H2: 5, 2021: 10, 2022: 11}", "exceeded", "inconsistent"),
        (TEN + "readings: {2020-H2: 6, 2021: 12, 2022: 11}", "exceeded", "consistent"),
        (TEN + "readings: {2020-H2: 6, 2021: 12, 2022: 9}", "achieved", "inconsistent"),
        # one sum of all years leaves open what each of them came to
        (TEN + "actual: 40", "achieved", "unverifiable"),
        # within the limit of every year, and below it in every year
        (FIVE + "readings: {2020-H2: 2, 2021: 5, 2022: 4}", "achieved", "consistent"),
        (FIVE + "readings: {2020-H2: 2, 2021: 5, 2022: 4}", "exceeded", "inconsistent"),
        (FIVE + "readings: {2020-H2: 1, 2021: 3, 2022: 4}", "exceeded", "consistent"),
        (RANK + "target: at most 3, readings: {2021: 1, 2022: 2}", "exceeded", "consistent"),
        (RANK + "target: at most 3, readings: {2021: 1, 2022: 3}", "exceeded", "inconsistent"),
        (RANK + "target: at most 3, readings: {2021: 1, 2022: 3}", "achieved", "consistent"),
        (RANK + "target: at most 3, actual: [1, 2]", "exceeded", "consistent"),
        # no goal of each year: 95 of 96 is not met
        (SHARE + "target: 96 %, readings: {2021: 92 %, 2022: 95 %}", "achieved", "inconsistent"),
    ],
)
def test_a_word_speaks_of_the_years_until_it_was_published(target: str, word: str, verdict: Verdict) -> None:
    """A word that is true of every year so far is not false because the last year is not over."""
    found = assessed(f"{target}, reported: {word}", "2023-12-31").judgements[0]
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("word", "en", "vi"),
    [
        (
            "achieved",
            "every year so far met the goal (2 of 2); the period is still open",
            "các năm đã qua đều đạt chỉ tiêu (2/2 năm); kỳ chưa kết thúc",
        ),
        (
            "exceeded",
            "every year so far exceeded the goal (2 of 2); the period is still open",
            "các năm đã qua đều vượt chỉ tiêu (2/2 năm); kỳ chưa kết thúc",
        ),
    ],
)
def test_why_such_a_word_fits(word: str, en: str, vi: str) -> None:
    """The reader is told how many years it is true of, and that the period is open."""
    target = f"{OVER_90}readings: {{2021: 92 %, 2022: 95 %}}, reported: {word}"
    detail = assessed(target, "2022-12-31").judgements[0].detail
    assert (write(detail, "en"), write(detail, "vi")) == (en, vi)


LOST = SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 85 %}"
KEPT = SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 90 %}"
PASSED = SHARE + "target: 90 % every year, readings: {2021: 92 %, 2022: 91 %}"
DONE = JOBS + "target: 10 jobs, actual: 12"
OPEN = JOBS + "target: 100 jobs, actual: 50"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # of the five one is exceeded; with the years so far two are, and one is achieved
        ("achieved: 1 of 5", "consistent"),
        ("achieved: 3 of 5", "consistent"),
        ("achieved: 4 of 5", "inconsistent"),
        ("achieved: 2 of 5", "inconsistent"),
        ("exceeded: 1 of 5", "consistent"),
        ("exceeded: 2 of 5", "consistent"),
        ("exceeded: 3 of 5", "inconsistent"),
    ],
)
def test_a_count_may_go_by_the_years_so_far(claim: str, verdict: Verdict) -> None:
    """A source that counts goals of each year by the years until then is not wrong, nor one that leaves them open."""
    targets = "".join(f"  t{place}: {{{one}}}\n" for place, one in enumerate((LOST, KEPT, PASSED, DONE, OPEN)))
    convention = ", counting: inside" if claim.startswith("achieved") else ""
    text = (
        f"resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: 2022-12-31\ntargets:\n{targets}"
        f"reported: [{{{claim}{convention}}}]\n"
    )
    content = load_content("r.yaml", text.encode())
    assert content.resolution is not None, content.findings
    assert assess(content.resolution, None, date(2022, 12, 31)).summary.judgements[0].verdict == verdict
