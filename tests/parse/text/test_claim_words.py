"""The tables of claims: each of their words is read, and not with a word or a number too many."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partykpi.parse.text import claim_words as tables
from partykpi.parse.text.claim_text import read_claim
from partykpi.parse.text.fold import folded
from partykpi.parse.text.number import NumberStyle

_UNITS = {"points": "points", "times": "times"}


def closed() -> Iterator[str]:
    """Return a wording with `#` for its number for each word of the tables after which nothing else may come."""
    for (sense, _, _), words in tables.VERBS.items():
        yield from (f"{word} # {_UNITS.get(sense, '%')}" for word in words if sense != "share")
    for unit, words in tables.CLAIM_UNITS.items():
        yield from (f"exceeds # {word}" for word in words if unit != "times")
        yield from (f"# {word}" for word in words if unit == "times")
    yield from (f"{word} #%" for words in tables.NEAR.values() for word in words)
    yield from (f"{word} đạt #%" for word in tables.SAY_NOTHING)
    for role, words in tables.PLAN_WORDS.items():
        yield from (f"đạt #% {word if role in ('plan', 'estimate') else f'kế hoạch {word}'}" for word in words)
    yield from (f"đạt #% {word} kế hoạch" for word in tables.TO_PLAN)
    yield from (f"tăng #% {word} cùng kỳ" for word in tables.TO_BEFORE)
    yield from (f"tăng #% so với {word}" for words in tables.BEFORE.values() for word in words)
    yield from (f"tăng #% so với {word} cùng kỳ" for word in tables.FIGURE_OF)
    yield from (f"tăng #% so với {word} 2019" for word in tables.IN_YEAR)
    yield from (f"tăng #% {word}" for words in tables.BEFORE_ALONE.values() for word in words)
    yield from (f"#% {word} the plan" for words in tables.MORE_THAN.values() for word in words)
    yield from (f"a #% {word}" for words in tables.GROWTH_AFTER.values() for word in words)
    yield from (f"vượt kế hoạch {word} #%" for word in tables.JOINTS)


def opened() -> Iterator[str]:
    """Return a wording for each word that begins the name of a whole or of a part, which goes on as it likes."""
    yield from (f"{word} #% xyz" for word in tables.VERBS["share", 1, False])
    yield from (f"#% {word} xyz" for word in (*tables.WHOLES, *tables.PARTS))
    yield from (f"#% of {word} xyz" for word in tables.JOINED_WHOLES)
    yield from (f"đạt #% {word} {whole}" for word in tables.TO_WHOLE for whole in ("tổng số", "tổng số hộ"))
    yield from (f"#% {word}" for word in tables.PARTS_ALONE)


CLOSED, OPENED = tuple(closed()), tuple(opened())
_NUMBERS: dict[NumberStyle, str] = {"en": "1,234.5", "vi": "1.234,5"}
_OTHER: dict[NumberStyle, NumberStyle] = {"en": "vi", "vi": "en"}
styles: st.SearchStrategy[NumberStyle] = st.sampled_from(("en", "vi"))
strange = st.text("bcdfghjklmqrstvwz", min_size=3, max_size=8)


@pytest.mark.parametrize("words", CLOSED + OPENED)
def test_every_word_of_the_tables_is_read(words: str) -> None:
    """There is a wording with each of them, in which the number is the one that is written, in either style."""
    for style, number in _NUMBERS.items():
        worded = read_claim(words.replace("#", number), style)
        assert worded is not None
        assert worded.number is not None
        assert (abs(worded.number), worded.decimals) == (Fraction("1234.5"), 1)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(CLOSED + OPENED), styles)
def test_no_number_is_read_in_the_other_style(words: str, style: NumberStyle) -> None:
    """A number that the style of the file does not write is not guessed at."""
    assert read_claim(words.replace("#", _NUMBERS[_OTHER[style]]), style) is None


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(CLOSED), styles, strange, st.booleans())
def test_no_word_is_passed_over(words: str, style: NumberStyle, word: str, before: bool) -> None:
    """A word that says nothing known, before the others or behind them, is no part of a claim."""
    claim = words.replace("#", "5")
    assert read_claim(f"{word} {claim}" if before else f"{claim} {word}", style) is None


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(CLOSED + OPENED), styles, st.sampled_from(("7", "7%", "1.5%", "7 points", "7 lần")), st.booleans()
)
def test_no_second_number_is_passed_over(words: str, style: NumberStyle, number: str, before: bool) -> None:
    """Of two numbers neither is chosen."""
    claim = words.replace("#", "5")
    assert read_claim(f"{number} {claim}" if before else f"{claim} {number}", style) is None


def test_no_word_stands_twice_in_a_table() -> None:
    """Each word means one thing in each table, however its accents and its y are written."""
    for table in (
        tables.VERBS,
        tables.NEAR,
        tables.CLAIM_UNITS,
        tables.PLAN_WORDS,
        tables.BEFORE,
        tables.BEFORE_ALONE,
        tables.STATUSES,
        tables.EARLY_BEFORE,
        tables.EARLY_AFTER,
    ):
        words = [folded(word) for meant in table.values() for word in meant]
        assert sorted(words) == sorted(set(words))
