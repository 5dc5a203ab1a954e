"""Every wording of the table: what it says, and that nothing beside it is read in silence."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core.figure import Interval
from partykpi.core.model import Every, Goal
from partykpi.parse import load_content
from partykpi.parse.text.goal_words import BEFORE, BEHIND, Known, Meaning, peel
from partykpi.parse.text.period_words import read_any_period
from partykpi.render.text.locale import number

FILE = """\
resolution: R
committee: C
term: 2020-2025
numbers: {style}
targets:
  t:
    indicator: {indicator}
    target: {goal}
"""

SHARE = '{name: T, kind: level, unit: "%", better: higher}'
LIMIT = '{name: T, kind: level, unit: "%", better: lower}'
STOCK = "{name: T, kind: level, unit: commune, better: higher}"
GROWTH, CUT, FOUNDED = "economy/grdp-growth", "social/poverty-reduction", "economy/cooperatives-founded"

# Of each meaning an indicator that it fits, and who then has to keep the goal.
FITS: dict[Meaning, tuple[str, Every]] = {
    "figure": (SHARE, "term"),
    "each-year": (SHARE, "year"),
    "average": (GROWTH, "average"),
    "average-year": (SHARE, "average"),
    "term": (SHARE, "term"),
    "term-end": (SHARE, "term"),
    "down-to": (LIMIT, "term"),
    "up-to": (SHARE, "term"),
    "more": (FOUNDED, "term"),
    "new": (SHARE, "term"),
    "deed": (SHARE, "term"),
    "held": (LIMIT, "term"),
    "rise": (GROWTH, "average"),
    "fall": (CUT, "average"),
    "on-year": (GROWTH, "average"),
}
# And of each an indicator that it does not fit.
MISFITS: dict[Meaning, str] = {
    "down-to": SHARE,
    "up-to": LIMIT,
    "more": SHARE,
    "new": STOCK,
    "deed": LIMIT,
    "held": SHARE,
    "rise": SHARE,
    "fall": GROWTH,
    "on-year": SHARE,
}

WORDINGS = [
    (words, meaning, where)
    for where, table in (("before", BEFORE), ("behind", BEHIND))
    for meaning, all_words in table.items()
    for words in all_words
]


def goal_of(indicator: str, text: str, style: str = "vi") -> Goal | None:
    """Return the goal of a file; None where anything is wrong with it."""
    file = FILE.format(style=style, indicator=indicator, goal=json.dumps(text, ensure_ascii=False))
    content = load_content("f.yaml", file.encode())
    assert content.resolution is not None
    return content.resolution.targets[0].goal if not content.findings else None


def put(words: str, where: str, figure: str) -> str:
    """Return words before a figure or behind it; from the year before something rises."""
    if " ".join(words.lower().split()) in BEHIND["on-year"]:
        figure = f"tăng {figure}"
    if where == "before":
        return f"{words} {figure}"
    return f"{figure}{words}" if words.startswith("/") else f"{figure} {words}"


@pytest.mark.parametrize(("words", "meaning", "where"), WORDINGS)
def test_a_wording_leaves_the_figure_and_says_what_the_table_says(words: str, meaning: Meaning, where: str) -> None:
    """The same in capitals, with more spaces, and before a bound."""
    indicator, every = FITS[meaning]
    figure = "12" if indicator == FOUNDED else "12,5%"
    value = Fraction(12) if indicator == FOUNDED else Fraction(25, 2)
    closed, over = (Interval(value, None), Interval(value, None, low_closed=False))
    word = "trên"
    if indicator == LIMIT:
        closed, over = Interval(None, value), Interval(None, value, high_closed=False)
        word = "dưới"
    for text, values in (
        (put(words, where, figure), closed),
        (put(words.upper(), where, figure), closed),
        (put(words.replace(" ", "  "), where, f"{word} {figure}"), over),
    ):
        goal = goal_of(indicator, text)
        assert goal is not None, text
        assert (goal.interval, goal.every, goal.words) == (values, every, "")


@pytest.mark.parametrize(("words", "meaning", "where"), [wording for wording in WORDINGS if wording[1] in MISFITS])
def test_a_change_is_no_goal_of_what_does_not_measure_it(words: str, meaning: Meaning, where: str) -> None:
    """Nor is a level that one leads to on the wrong side."""
    figure = "12" if MISFITS[meaning] == STOCK else "12%"
    assert goal_of(MISFITS[meaning], f"đạt {figure}" if where == "before" else figure) is not None
    assert goal_of(MISFITS[meaning], put(words, where, figure)) is None


NUMBERS = st.builds(Fraction, st.integers(min_value=1, max_value=9999), st.just(100)).filter(
    lambda value: value.denominator > 1
)
# Letters that no word of the tables is made of alone.
WORDS = st.text("bcdfgkqwxz", min_size=2, max_size=6)


@given(st.sampled_from(WORDINGS), NUMBERS, NUMBERS, WORDS)
def test_nothing_beside_a_wording_is_read_in_silence(
    wording: tuple[str, Meaning, str], value: Fraction, other: Fraction, dangling: str
) -> None:
    """A number in the other style, a word that is not known, or a second number makes the goal none."""
    words, meaning, where = wording
    indicator, _ = FITS[meaning]
    if indicator == FOUNDED:
        indicator = SHARE
        words = "đạt"
    right, wrong, second = f"{number(value, 'vi')}%", f"{number(value, 'en')}%", f"{number(other, 'vi')}%"
    assert goal_of(indicator, put(words, where, right)) is not None
    assert goal_of(indicator, put(words, where, wrong)) is None
    assert goal_of(indicator, put(words, where, wrong), "en") is not None
    for text in (
        put(words, where, f"{right} {second}"),
        put(words, where, f"{dangling} {right}"),
        put(words, where, f"{right} {dangling}"),
        f"{dangling} {put(words, where, right)}",
        f"{put(words, where, right)} {dangling}",
        f"{put(words, where, right)} {second}",
        f"{put(words, where, right)}, {second}",
        f"{second} {put(words, where, right)}",
    ):
        assert goal_of(indicator, text) is None, text


@given(st.text(max_size=40), st.text("0123456789,.%/ đạtnămtừmỗi-()", max_size=40))
def test_any_text_is_peeled_or_left(text: str, jumble: str) -> None:
    """No text breaks the reader, and what is left of one is a part of it."""
    for given_text in (text, jumble):
        peeled = peel(given_text, Known(read_any_period))
        assert peeled is None or peeled.said or peeled.times


def test_no_words_have_two_meanings() -> None:
    """The same words stand once on either side of the figure."""
    for table in (BEFORE, BEHIND):
        words = [one for all_words in table.values() for one in all_words]
        assert len(set(words)) == len(words)
