"""Grades and what starts anew each year: what needs the kinds of their names."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Target
from partykpi.parse import load_content
from partykpi.render.text.locale import fill
from partykpi.text import GivenText

FILE = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets: {{t: {{{}}}}}\n"
GRADES = "[{en: excellent, vi: hoàn thành xuất sắc}, {en: good, vi: hoàn thành tốt}, done, not done]"
CELL = f"indicator: {{name: Grade of the cell, kind: grade, grades: {GRADES}}}"


def load(target: str) -> tuple[Target | None, list[str]]:
    """Return the target of a small file, and the codes of what is found in it."""
    content = load_content("f.yaml", FILE.format(target).encode())
    targets = () if content.resolution is None else content.resolution.targets
    return (targets[0] if targets else None), [finding.code for finding in content.findings]


def target_of(target: str) -> Target:
    """Return the target of a file that nothing is wrong with."""
    found, codes = load(target)
    assert codes == []
    assert found is not None
    return found


def test_grades_are_the_places_of_their_names() -> None:
    """They need no unit, and count from the best: the lower the better."""
    indicator = target_of(f"{CELL}, target: good").indicator
    assert indicator.better == "lower"
    assert indicator.unit.ordinal
    assert indicator.unit.grades == (
        GivenText("excellent", "hoàn thành xuất sắc"),
        GivenText("good", "hoàn thành tốt"),
        GivenText(en="done"),
        GivenText(en="not done"),
    )


@pytest.mark.parametrize(
    "goal",
    [
        "good",
        "Good",
        "hoàn thành tốt",
        "HOAN THANH TOT",
        "good or better",
        "at least good",
        "từ hoàn thành tốt trở lên",
    ],
)
def test_a_goal_is_met_by_its_grade_or_a_better_one(goal: str) -> None:
    """It is the grade or better, in either language, read without regard to capitals and accents."""
    found = target_of(f'{CELL}, target: "{goal}"').goal
    assert (found.interval, found.direction) == (Interval(Fraction(1), Fraction(2)), "lower")


def test_readings_are_grades_by_name() -> None:
    """In a list a year each, or by year."""
    readings = target_of(f"{CELL}, target: good, actual: [excellent, Hoàn thành tốt, not done]").readings
    assert [reading.figure for reading in readings] == [exactly(1), exactly(2), exactly(4)]
    (reading,) = target_of(f"{CELL}, target: good, readings: {{2021: done}}").readings
    assert (reading.figure, reading.text) == (exactly(3), "done")


@pytest.mark.parametrize("figure", ["2", "1st", "goood", "good/year"])
def test_what_is_no_grade_is_found(figure: str) -> None:
    """A number, too, for nothing says that it counts from the best."""
    assert load(f"{CELL}, target: good, actual: [{figure}]")[1] == ["unknown-grade"]


@pytest.mark.parametrize(
    ("indicator", "codes"),
    [
        ("{name: G, kind: grade}", ["incomplete-indicator"]),
        ("{name: G, kind: grade, grades: [good]}", ["grades-alike"]),
        ("{name: G, kind: grade, grades: [tốt, TOT]}", ["grades-alike"]),
        ("{name: G, kind: grade, grades: [{en: good, vi: khá}, {en: fair, vi: khá}]}", ["grades-alike"]),
        ("{name: G, kind: grade, grades: good}", ["wrong-type"]),
        ("{name: G, kind: rank, better: lower, grades: [good, poor]}", ["grades-of-kind"]),
    ],
)
def test_grades_go_with_their_kind(indicator: str, codes: list[str]) -> None:
    """Each has a name of its own, and no other kind has any."""
    assert load(f"indicator: {indicator}, target: unknown")[1] == codes


def test_a_target_cannot_give_or_take_grades() -> None:
    """Its own kind has to go with the grades that the indicator has, or has not."""
    assert load("indicator: governance/dti-rank, kind: grade, target: 5")[1] == ["missing-key"]
    assert load(f"{CELL}, kind: rank, target: good")[1] == ["grades-of-kind"]


def test_what_starts_anew_each_year() -> None:
    """A target may say so of any indicator."""
    assert target_of("indicator: party/members-admitted, kind: annual, target: 25").indicator.kind == "annual"


@pytest.mark.parametrize(
    ("figure", "place"),
    [
        ("xuất sắc", 1),
        ("hoàn thành xuất sắc", 1),
        ("hoàn thành xuất sắc nhiệm vụ", 1),
        ("tốt", 2),
        ("Tot", 2),
        ("hoàn thành tốt", 2),
        ("good", 2),
        ("hoàn thành nhiệm vụ", 3),
        ("không hoàn thành nhiệm vụ", 4),
    ],
)
def test_a_grade_of_the_catalogue_has_its_plain_word_too(figure: str, place: int) -> None:
    """All but what the names of all grades have in common."""
    target = target_of(f"indicator: party/organisation-grade, target: tốt trở lên, actual: [{figure}]")
    assert target.goal.interval == Interval(Fraction(1), Fraction(2))
    assert [reading.figure for reading in target.readings] == [exactly(place)]


@pytest.mark.parametrize("figure", ["khá", "không", "nhiệm vụ", "hoàn thành"])
def test_what_could_be_another_grade_is_none(figure: str) -> None:
    """A grade that the catalogue does not have, and words that several grades have."""
    assert load(f"indicator: party/organisation-grade, target: tốt, actual: [{figure}]")[1] == ["unknown-grade"]


def test_grades_are_named_in_the_language_of_the_reader() -> None:
    """A Vietnamese reader is offered the Vietnamese names alone."""
    text = FILE.format("indicator: party/organisation-grade, target: 5")
    (finding,) = load_content("f.yaml", text.encode()).findings
    assert fill(finding.definition.remedy, finding.values, "vi") == (
        "ở đây dùng được: `hoàn thành xuất sắc nhiệm vụ`, `hoàn thành tốt nhiệm vụ`, `hoàn thành nhiệm vụ`, "
        "`không hoàn thành nhiệm vụ`"
    )
    assert fill(finding.definition.remedy, finding.values, "en") == (
        "known here: `excellent`, `good`, `done`, `not done`"
    )
