"""Written figures as goals and readings in the unit of their indicator, with the rules that each must keep."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.figure import Interval
from partykpi.core.model import Goal, Reading, Target
from partykpi.parse import load_content

# Places of the fragments: the target's own keys begin on line 6, five columns in.
FILE = """resolution: R
committee: C
term: 2020-2025
targets: {t: {
    indicator: %s,
    %s
  }}
"""

MEMBERS = "party/members-admitted"  # total, counted, better higher
POVERTY = "social/poverty-rate"  # level, %, better lower
CUT = "social/poverty-reduction"  # rate, %, better higher
HOUSEHOLDS = "social/merit-households"  # level, %, better higher
RANK = "governance/par-index-rank"  # rank, better lower
PROJECT = "work/project-adopted"  # milestone
LAND = "{name: Land, kind: total, unit: ha, better: higher}"
FOREST = "{name: Forest, kind: level, unit: km2, better: higher}"
MONEY = "{name: Money, kind: total, unit: VND, better: higher}"


def load(indicator: str, keys: str, style: str = "en") -> tuple[Target | None, list[str]]:
    """Return the target of a small file, and the codes of what is found in it."""
    text = FILE % (indicator, keys) + f"numbers: {style}\n"
    content = load_content("f.yaml", text.encode())
    assert content.resolution is not None
    targets = content.resolution.targets
    return (targets[0] if targets else None), [finding.code for finding in content.findings]


def goal_of(indicator: str, text: str, style: str = "en") -> Goal:
    """Return the goal of a target that nothing is wrong with."""
    target, codes = load(indicator, f'target: "{text}"', style)
    assert codes == []
    assert target is not None
    return target.goal


def reading_of(indicator: str, text: str, style: str = "en") -> Reading:
    """Return the actual of a target that nothing is wrong with."""
    target, codes = load(indicator, f'target: unknown, actual: "{text}"', style)
    assert codes == []
    assert target is not None
    (reading,) = target.readings
    return reading


def between(low: str | None, high: str | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    """Return the interval between two written fractions; None is no end."""
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], not low_open, not high_open)


@pytest.mark.parametrize(
    ("indicator", "text", "interval", "direction", "end"),
    [
        # without a sign: at least where better is higher, at most where it is lower
        (MEMBERS, "700 members", between("700", None), "higher", "low"),
        (MEMBERS, "700", between("700", None), "higher", "low"),
        (POVERTY, "1 %", between(None, "1"), "lower", "high"),
        (POVERTY, "1", between(None, "1"), "lower", "high"),
        (RANK, "1", between("1", "1"), "lower", "high"),
        (RANK, "5", between("1", "5"), "lower", "high"),
        # with one
        (MEMBERS, ">= 700", between("700", None), "higher", "low"),
        (MEMBERS, "> 20 members", between("20", None, low_open=True), "higher", "low"),
        (MEMBERS, "trên 20 đảng viên", between("20", None, low_open=True), "higher", "low"),
        (MEMBERS, "hơn 20 đảng viên", between("20", None, low_open=True), "higher", "low"),
        (MEMBERS, "over 20 members", between("20", None, low_open=True), "higher", "low"),
        (POVERTY, "<= 1 %", between(None, "1"), "lower", "high"),
        (POVERTY, "< 4 %", between(None, "4", high_open=True), "lower", "high"),
        (MEMBERS, "= 3", between("3", "3"), "exactly", "low"),
        # a range
        (CUT, "1.5..2 %/year", between("3/2", "2"), "higher", "low"),
        (CUT, "1.5–2 %", between("3/2", "2"), "higher", "low"),
        (POVERTY, "1..2 %", between("1", "2"), "lower", "high"),
        # scale words and units
        (MONEY, "12_500 million VND", between("12500000000", None), "higher", "low"),
        (MONEY, "2 nghìn tỷ đồng", between("2000000000000", None), "higher", "low"),
        (LAND, "1.5 km2", between("150", None), "higher", "low"),
        (LAND, "0.1 m2", between("1/100000", None), "higher", "low"),
        (FOREST, "115_000 ha", between("1150", None), "higher", "low"),
        (FOREST, "12 km²", between("12", None), "higher", "low"),
        (FOREST, "1 ha", between("1/100", None), "higher", "low"),
        # a share of a whole
        (HOUSEHOLDS, "99/100 households", between("99", None), "higher", "low"),
    ],
)
def test_a_goal_is_a_set_of_values(indicator: str, text: str, interval: Interval, direction: str, end: str) -> None:
    """A goal is an interval in the indicator's unit, with the end that attainment is measured against."""
    goal = goal_of(indicator, text)
    assert (goal.interval, goal.direction, goal.measured_against) == (interval, direction, end)
    assert goal.text == text


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("16 thousand people/year", 16_000),
        ("16 ngàn người/năm", 16_000),
        ("4_000 people/quarter", 16_000),
        ("4 nghìn người/quý", 16_000),
        ("1_500 people/month", 18_000),
        ("1_500 people per month", 18_000),
    ],
)
def test_a_goal_per_part_of_a_year_is_one_per_year(text: str, low: int) -> None:
    """Four quarters or twelve months make a year, and the years are to keep the goal on average."""
    goal = goal_of("labour/people-found-jobs", text)
    assert goal.interval == Interval(Fraction(low), None)
    assert goal.every == "average"
    assert goal_of("labour/people-found-jobs", "80_000 people").every == "term"


@pytest.mark.parametrize(
    ("indicator", "keys", "every"),
    [
        (MEMBERS, "target: 25 members/year", "average"),
        (MEMBERS, "target: 25 members a year", "average"),
        (MEMBERS, "target: 25 members/month", "average"),
        (MEMBERS, "target: 25 members every year", "year"),
        (MEMBERS, "target: 25 members each year", "year"),
        (MEMBERS, "target: 25 đảng viên mỗi năm", "year"),
        (MEMBERS, "target: 25 đảng viên Hằng  năm", "year"),
        (MEMBERS, "target: 25 đảng viên một năm", "average"),
        (MEMBERS, "target: 25 members every year, every: average", "average"),
        (MEMBERS, "target: 25 members/year, every: year", "year"),
        (CUT, "target: 1.5 %/year", "average"),
        (CUT, "target: 1.5 % each year", "year"),
        (RANK, "target: 3", "year"),
    ],
)
def test_words_say_what_has_to_keep_a_goal(indicator: str, keys: str, every: str) -> None:
    """A goal a year asks for so much on average; "every year", or the key, binds each year by itself."""
    target, codes = load(indicator, keys)
    assert (codes, target and target.goal.every) == ([], every)


@pytest.mark.parametrize(
    ("text", "style", "interval"),
    [
        ("within 1..2 %", "en", between("1", "2")),
        ("within 1 to 2 %", "en", between("1", "2")),
        ("within 0.5..2 %/year", "en", between("1/2", "2")),
        ("trong khoảng 1,5..2 %", "vi", between("3/2", "2")),
        ("Nằm trong khoảng từ 1 đến 2%", "vi", between("1", "2")),
        ("trong khoang 1 den 2%", "vi", between("1", "2")),
    ],
)
@pytest.mark.parametrize("indicator", [CUT, "{name: Ratio, kind: rate, unit: '%', better: lower}"])
def test_a_goal_may_have_two_sides(indicator: str, text: str, style: str, interval: Interval) -> None:
    """What lies within a range is met, and on either side of it unmet, whichever side is better."""
    goal = goal_of(indicator, text, style)
    assert (goal.interval, goal.direction) == (interval, "exactly")


def test_no_rank_is_better_than_the_first() -> None:
    """A goal that asks for it is one that nothing meets."""
    assert goal_of(RANK, "< 1").interval == between(None, "1", high_open=True)
    assert goal_of(RANK, "< 2").interval == between("1", "2", high_open=True)


@pytest.mark.parametrize("text", ["within 5", "within", "within 5 or more", "trong khoảng 5 trở lên", "within 2..1"])
def test_what_lies_within_has_two_ends(text: str) -> None:
    """One number is no range, and neither are two in the wrong order."""
    _, codes = load(CUT, f"target: {text} %")
    assert codes in (["unparsable-figure"], ["empty-goal"])


@pytest.mark.parametrize("text", ["unknown", "Unknown"])
def test_a_goal_may_be_unknown(text: str) -> None:
    """A goal that the source does not print holds nothing, and is no mistake."""
    goal = goal_of(MEMBERS, text)
    assert not goal.known
    assert goal_of(POVERTY, text).measured_against == "high"


def test_a_milestone_is_a_date() -> None:
    """The goal is the day by which it is to be done, the actual the day on which it was or the share that is done."""
    assert goal_of(PROJECT, "by 2024-12-31").by == date(2024, 12, 31)
    assert goal_of(PROJECT, "By 2024-12-31").by == date(2024, 12, 31)
    assert reading_of(PROJECT, "2024-11-18").done == date(2024, 11, 18)
    assert reading_of(PROJECT, "60 %").figure == between("60", "60")
    assert reading_of(PROJECT, "3/5").figure == between("60", "60")


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        ("target: 1.5..2 %", "low"),
        ("target: 1.5..2 %, measured_against: low", "low"),
        ("target: 1.5..2 %, measured_against: high", "high"),
        ("target: '>= 2 %', measured_against: low", "low"),
    ],
)
def test_the_end_to_measure_against_can_be_chosen(keys: str, end: str) -> None:
    """Of a range either end, and of a goal with one end that end."""
    target, codes = load(CUT, keys)
    assert codes == []
    assert target is not None
    assert target.goal.measured_against == end


@pytest.mark.parametrize(
    ("indicator", "text", "figure"),
    [
        (MEMBERS, "547 members", between("547", "547")),
        (MEMBERS, "0", between("0", "0")),
        (MEMBERS, "010", between("10", "10")),
        (MEMBERS, "1_000", between("1000", "1000")),
        (MEMBERS, "0.5 thousand members", between("500", "500")),
        (MEMBERS, "500..550 members", between("500", "550")),
        (MEMBERS, "> 500 members", between("500", None, low_open=True)),
        (MEMBERS, "< 500 members", between("0", "500", high_open=True)),
        (MEMBERS, "<= 0 members", between(None, "0")),
        (CUT, "1.5..2 %/year", between("3/2", "2")),
        (CUT, "-0.3 %", between("-3/10", "-3/10")),
        (HOUSEHOLDS, "over 51%", between("51", None, low_open=True)),
        (MEMBERS, "hơn 500 đảng viên", between("500", None, low_open=True)),
        (MEMBERS, "chưa đến 500 đảng viên", between("0", "500", high_open=True)),
        (MEMBERS, "gần 700 đảng viên", between("665", "699")),
        (MEMBERS, "about 20", between("19", "21")),
        (HOUSEHOLDS, "nearly 80%", between("76", "80", high_open=True)),
        (PROJECT, "about 50 %", between("95/2", "105/2")),
        (PROJECT, "khoảng 98%", between("931/10", "100")),  # no more of a task can be done than the whole
        (HOUSEHOLDS, "80% or more", between("80", None)),
        (HOUSEHOLDS, "1188/1200 households", between("99", "99")),
        (HOUSEHOLDS, "1/3", between("100/3", "100/3")),
        (HOUSEHOLDS, "0/12 households", between("0", "0")),
        (HOUSEHOLDS, "1.5/2 thousand households", between("75", "75")),
        (RANK, "1", between("1", "1")),
        (RANK, "2nd", between("2", "2")),
        (LAND, "1.5 km2", between("150", "150")),
    ],
)
def test_a_reading_is_an_interval(indicator: str, text: str, figure: Interval) -> None:
    """A reading is every value that its words allow, exactly, in the indicator's unit."""
    assert reading_of(indicator, text).figure == figure


def test_a_rounded_reading_knows_its_last_place() -> None:
    """289 thousand is rounded to thousands, 78.1 % to tenths, and 1188/1200 is not rounded."""
    assert reading_of(MEMBERS, "289 thousand members").step == 1000
    assert reading_of(HOUSEHOLDS, "78.1 %").step == Fraction(1, 10)
    assert reading_of(HOUSEHOLDS, "1188/1200 households").step is None
    target, codes = load(MEMBERS, "target: 700, readings: {2021: 1.2 thousand, 2022: 120}")
    assert codes == []
    assert target is not None
    assert [reading.step for reading in target.readings] == [100, None]


def test_a_share_keeps_its_parts() -> None:
    """What committees add up are the two numbers behind a percentage."""
    assert reading_of(HOUSEHOLDS, "1188/1200 households").share == (Fraction(1188), Fraction(1200))
    assert reading_of(HOUSEHOLDS, "2/3 thousand households").share == (Fraction(2000), Fraction(3000))
    assert reading_of(HOUSEHOLDS, "99 %").share is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("82.913 people", between("82913", "82913")),
        ("82.913", between("82913", "82913")),
        ("82_913 người", between("82913", "82913")),
        ("1,5 nghìn người", between("1500", "1500")),
    ],
)
def test_vietnamese_numbers(text: str, figure: Interval) -> None:
    """Under `numbers: vi` the dot groups thousands and the comma is the decimal sign."""
    assert reading_of("labour/people-found-jobs", text, "vi").figure == figure


WRONG: list[tuple[str, str, list[str]]] = [
    # figures of any place
    (MEMBERS, "actual: 82.913 members", ["fractional-count"]),
    (MEMBERS, "actual: 0.5", ["fractional-count"]),
    (MEMBERS, "actual: 1.0001 thousand members", ["fractional-count"]),
    (MEMBERS, "target: 20.5 members", ["fractional-count"]),
    (MEMBERS, "baseline: 20.5 members", ["fractional-count"]),
    (MEMBERS, "actual: -5 members", ["negative-count"]),
    (MEMBERS, "target: -5", ["negative-count"]),
    (MEMBERS, "actual: -5..5", ["negative-count"]),
    (MEMBERS, "actual: many", ["unparsable-figure"]),
    (MEMBERS, "actual: no", ["unparsable-figure"]),
    (MEMBERS, "actual: '12:30'", ["unparsable-figure"]),
    (MEMBERS, "actual: 2024-09-30", ["unparsable-figure"]),
    (MEMBERS, "actual: NaN", ["not-finite"]),
    (MEMBERS, "target: .inf", ["not-finite"]),
    (MEMBERS, "actual: 1e400", ["exponent"]),
    (MEMBERS, "target: -1e400", ["exponent"]),
    (MEMBERS, f"actual: {'9' * 61}", ["number-too-long"]),
    (MEMBERS, "actual: −5", ["odd-character"]),
    (MEMBERS, "actual: '5,02'", ["number-style"]),
    (MEMBERS, "actual: 12 membres", ["unknown-unit"]),
    (MEMBERS, "actual: 12 jobs", ["unit-mismatch"]),
    (MEMBERS, "actual: 12 %", ["unit-mismatch"]),
    (MEMBERS, "target: 12 jobs", ["unit-mismatch"]),
    (POVERTY, "actual: 1 percentage point", ["unit-mismatch"]),
    (LAND, "actual: 12 km", ["unit-mismatch"]),
    (MEMBERS, "actual: 16.000 members", ["fractional-count"]),
    (MEMBERS, "target: 80.000 members", ["fractional-count"]),
    (MEMBERS, "baseline: 16.000 members", ["fractional-count"]),
    (MEMBERS, "reported: {figure: 80%, of: 16.000 members}", ["fractional-count"]),
    (MEMBERS, "target: about 700 members", ["vague-goal"]),
    (MEMBERS, "target: gần 700 đảng viên", ["vague-goal"]),
    (MEMBERS, "target: {2021: nearly 140, 2022: 140}", ["vague-goal"]),
    (PROJECT, "actual: about 120 %", ["unparsable-share"]),
    # shares
    (HOUSEHOLDS, "actual: 1200/1188 households", ["share-over-whole"]),
    (HOUSEHOLDS, "actual: 0/0 households", ["empty-whole"]),
    (HOUSEHOLDS, "actual: -1/5 households", ["negative-count"]),
    (HOUSEHOLDS, "actual: 1.5/5 households", ["fractional-count"]),
    (MEMBERS, "actual: 12/20 members", ["share-unit"]),
    # ranks
    (RANK, "actual: 0", ["not-a-rank"]),
    (RANK, "actual: 1.5", ["not-a-rank"]),
    (RANK, "actual: -1", ["not-a-rank"]),
    (RANK, "actual: [1, 0, 2, 0.5]", ["not-a-rank", "not-a-rank"]),
    (RANK, "target: 0", ["not-a-rank"]),
    # per year
    (MEMBERS, "actual: 12 members/year", ["yearly-unit"]),
    (POVERTY, "target: 1 %/year", ["yearly-unit"]),
    (POVERTY, "actual: 1 %/year", ["yearly-unit"]),
    # goals
    (MEMBERS, "target: 5..2 members", ["empty-goal"]),
    (MEMBERS, "target: '<= 700'", ["goal-direction"]),
    (POVERTY, "target: '> 1 %'", ["goal-direction"]),
    (POVERTY, "target: {2021: '>= 5 %', 2022: '<= 8 %'}", ["mixed-path", "goal-direction"]),
    (POVERTY, "target: {2021: '<= 8 %', 2022: '= 6 %'}", ["mixed-path"]),
    (MEMBERS, "target: [700]", ["wrong-type"]),
    (MEMBERS, "target: , note: x", ["empty-value"]),
    (MEMBERS, "target: ''", ["empty-value"]),
    (MEMBERS, "target: 700, measured_against: high", ["measured-against"]),
    (MEMBERS, "target: 700, measured_against: middle", ["unknown-choice"]),
    # milestones
    (PROJECT, "target: soon", ["unparsable-milestone"]),
    (PROJECT, "target: after 2024-12-31", ["unparsable-milestone"]),
    (PROJECT, "target: by 2024-02-30", ["unparsable-milestone"]),
    (PROJECT, "actual: 2024", ["unparsable-share"]),
    (PROJECT, "actual: 120 %", ["unparsable-share"]),
    (PROJECT, "actual: -1 %", ["unparsable-share"]),
    (PROJECT, "actual: yes", ["unparsable-figure"]),
    (PROJECT, "actual: 2024-02-30", ["unparsable-figure"]),
    # a list is for ranks whose years are not known
    (MEMBERS, "actual: [1, 2]", ["wrong-type"]),
    (MEMBERS, "baseline: {2019: 3}", ["wrong-type"]),
]


@pytest.mark.parametrize(("indicator", "keys", "codes"), WRONG)
def test_what_breaks_a_rule_is_found_at_its_value(indicator: str, keys: str, codes: list[str]) -> None:
    """A figure that cannot be is one finding, at the value itself."""
    text = FILE % (indicator, keys if keys.startswith("target") else f"target: unknown, {keys}")
    found = load_content("f.yaml", text.encode()).findings
    assert [finding.code for finding in found] == codes
    for finding in found:
        assert finding.place.line == 6
        start, end = finding.place.column - 1, finding.place.end_column - 1
        line = finding.place.excerpt
        if codes != ["empty-value"]:
            assert line[start - 1] in " ["
            assert end <= len(line)
            assert line[start:end] in keys


@pytest.mark.parametrize(
    ("style", "text", "remedy"),
    [
        ("en", "82.913 people", "write 82_913, or set `numbers: vi` if the dot groups thousands"),
        ("vi", "82,913 người", "write 82.913, or set `numbers: en` if the comma groups thousands"),
        ("en", "5.5 people", "what is counted is whole: correct the figure, or choose an indicator that is measured"),
        ("en", "5,02 people", "write 5.02, or set `numbers: vi` for the whole file"),
        ("vi", "78.14 người", "write 78,14, or set `numbers: en` for the whole file"),
        ("en", "1_00 people", "group the digits by three or not at all, with one decimal sign"),
        ("en", "12 peple", "did you mean `people`?"),
    ],
)
def test_a_remedy_says_what_to_write(style: str, text: str, remedy: str) -> None:
    """The remedy names the very text to write, and the other style where that may be meant."""
    file = FILE % ("labour/people-found-jobs", f'target: unknown, actual: "{text}"') + f"numbers: {style}\n"
    (finding,) = load_content("f.yaml", file.encode()).findings
    suggestion = finding.values["suggestion"]
    assert getattr(suggestion, "en", None) == remedy
    assert getattr(suggestion, "vi", None)
