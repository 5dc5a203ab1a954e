"""How a file writes the readings of a target: units after the number, and names of periods."""

from __future__ import annotations

import pytest

from partykpi.core.model import Target
from partykpi.parse import load_content
from partykpi.parse.text.period_words import read_any_period
from partykpi.parse.text.reading_style import ReadingStyle, is_bare, period_key, reading_style, with_unit
from partykpi.parse.yaml.reader import Reader
from partykpi.problem import Source


def target(indicator: str, goal: str, readings: str = "{}", numbers: str = "en") -> Target:
    """Return a target with that goal and those readings."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\nnumbers: {numbers}\ntargets:\n  t:\n"
    text += f"    indicator: {indicator}\n    target: {goal}\n    readings: {readings}\n"
    content = load_content("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    return content.resolution.targets[0]


FUND, JOBS, HOMES = "social/gratitude-fund", "labour/jobs-created", "party/members-admitted"
MILLIONS = ReadingStyle("million VND", 10**6)
AREA = "{name: n, kind: total, unit: ha, better: higher}"


@pytest.mark.parametrize(
    ("indicator", "goal", "readings", "expected"),
    [
        (FUND, "12 billion VND", "{2021: 2_310 million VND, 2022: 2_640 million VND}", MILLIONS),
        (FUND, "12 billion VND", "{2021: 2_310 triệu đồng}", ReadingStyle("triệu đồng", 10**6)),
        (FUND, "12 billion VND", "{}", ReadingStyle("billion VND", 10**9)),
        (FUND, "12 billion VND", "{2021: 2_310_000_000}", ReadingStyle("", 1, "")),
        (FUND, "12 billion VND", "{2021: 2_310_000_000 VND, 2022: 5 million VND}", ReadingStyle()),
        (FUND, "12 billion VND", "{2021: 3 billion VND, 2022: 5 million VND}", MILLIONS),
        (FUND, "unknown", "{}", ReadingStyle()),
        # what is counted is reported to the last one, whatever the goal is written in
        (JOBS, "16 thousand jobs/year", "{}", ReadingStyle()),
        (JOBS, "16 thousand jobs/year", "{2021: 15_000}", ReadingStyle("", 1, "")),
        (JOBS, "16 thousand jobs/year", "{2021: 15 thousand}", ReadingStyle("thousand", 1000)),
        (JOBS, "16 thousand jobs/year", "{2021: 15_000 jobs}", ReadingStyle("jobs", 1)),
        (JOBS, "16 thousand jobs/year", "{2021: 15_000 việc làm, 2022: 9}", ReadingStyle()),
        (AREA, "3 km2", "{2021: 2 km2}", ReadingStyle("km2", 100)),
        (AREA, "300 ha", "{2021: 200 hectares}", ReadingStyle("hectares", 1)),
        ("social/poverty-reduction", "1.5..2 %/year", "{2021: 1.5%}", ReadingStyle("%", 1, "")),
        ("social/poverty-reduction", "1.5 %/year", "{}", ReadingStyle("%", 1, " ")),
        ("social/merit-households", "99 %", "{2021: 97/100 households}", ReadingStyle()),
        ("work/review-done", "by 2023-12-31", "{2021: 60 %, 2023: 2023-08-25}", ReadingStyle()),
    ],
)
def test_what_follows_the_numbers(indicator: str, goal: str, readings: str, expected: ReadingStyle) -> None:
    """The words that all readings share; those of the goal where nothing is counted and there is no reading yet."""
    assert reading_style(target(indicator, goal, readings)) == expected


@pytest.mark.parametrize(
    ("readings", "words", "written"),
    [
        ("{2021: 2_310 million VND}", "million VND", "950 million VND"),
        ("{2021: 2_310 million VND}", "triệu đồng", "950 triệu đồng"),
        ("{2021: 2_310 million VND}", "VND", "950 VND"),
        ("{2021: 2_310 million VND}", "", "950"),
        ("{2021: 2_310_000_000}", "VND", "950"),
        ("{2021: 2_310_000_000}", "đồng", "950"),
        ("{2021: 2_310_000_000 VND}", "đồng", "950 VND"),
        ("{2021: 2_310_000_000}", "million VND", "950 million VND"),
        ("{2021: 2_310_000_000}", "apples", "950 apples"),
    ],
)
def test_a_number_gets_its_unit(readings: str, words: str, written: str) -> None:
    """As the others have it; what was said is never dropped where it says something else."""
    assert with_unit("950", words, target(FUND, "unknown", readings)) == written


@pytest.mark.parametrize(
    ("text", "bare"),
    [("950", True), ("1.234,5", True), ("-2.5", True), ("95 %", False), (">= 3", False), ("1/2", False), ("", False)],
)
def test_bare(text: str, bare: bool) -> None:
    """A number alone is bare."""
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    ("period", "own", "usual", "keys", "name"),
    [
        ("2023", [], [], "en", "2023"),
        ("2023", [], [], "vi", "2023"),
        ("2023", ["năm 2021"], [], "vi", "năm 2023"),
        ("2023", ["2021"], ["năm 2021"], "vi", "2023"),
        ("2023", ["2021-Q1"], ["năm 2021"], "vi", "năm 2023"),
        ("2023-Q3", ["2021"], [], "vi", "quý 3/2023"),
        ("2023-Q3", ["2021-Q1"], [], "vi", "2023-Q3"),
        ("2023-Q3", [], ["6 tháng đầu năm 2022"], "vi", "quý 3/2023"),
        ("quý 3/2023", [], [], "en", "2023-Q3"),
        ("6 tháng cuối năm 2023", [], [], "vi", "6 tháng cuối năm 2023"),
        ("9 tháng đầu năm 2023", ["2021-Q1"], [], "vi", "9 tháng đầu năm 2023"),
        ("30/11/2023", ["2021-11-30"], [], "vi", "2023-11-30"),
        ("2023-11-30", [], [], "vi", "30/11/2023"),
    ],
)
def test_a_period_is_called_as_the_others(period: str, own: list[str], usual: list[str], keys: str, name: str) -> None:
    """By the target's own readings, else by those of the file, else by the language of its keys."""
    reader = Reader(Source("f", "", "vi" if keys == "vi" else "en"), [])
    read = read_any_period(period)
    assert read is not None
    assert period_key(read, [own, usual], reader) == name


@pytest.mark.parametrize(
    ("indicator", "goal", "words", "size"),
    [
        ("social/clean-water", "trên 80% số hộ", "%", 1),
        ("social/clean-water", "hằng năm đạt 90% trở lên", "%", 1),
        ("social/clean-water", "đến năm 2025 đạt 90 %", "%", 1),
        ("economy/investment", "huy động trên 5.000 tỷ đồng", "tỷ đồng", 10**9),
    ],
)
def test_readings_are_written_in_the_unit_of_a_goal_in_words(indicator: str, goal: str, words: str, size: int) -> None:
    """And not with the words around its figure."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\nnumbers: vi\n"
        f"targets: {{t: {{indicator: {indicator}, target: {goal}}}}}\n"
    )
    content = load_content("f.yaml", text.encode())
    assert content.resolution is not None
    style = reading_style(content.resolution.targets[0])
    assert (style.words, style.size) == (words, size)
