"""What a published figure is compared with: the goal, the plan of a year, what was there before, or a whole."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from partykpi.core.model import Base
from partykpi.core.time import Period
from partykpi.parse.text.claim_words import (
    ABBREVIATIONS,
    FIGURE_OF,
    IN_YEAR,
    JOINED_WHOLES,
    OF_IT,
    PARTS,
    PARTS_ALONE,
    PARTS_NAMED,
    SAID_OF,
    TO_BEFORE,
    TO_EXCEED,
    TO_PLAN,
    TO_WHOLE,
    WHOLES,
    PlanWord,
    all_of,
    by_words,
)
from partykpi.parse.text.fold import folded
from partykpi.parse.text.period import read_period
from partykpi.parse.text.period_words import read_any_period

_YEAR = r"[12][0-9]{3}"
_NAMED_YEAR = re.compile(rf"({_YEAR})(?:'s)?\Z")
_YEARS = re.compile(rf"{_YEAR} ?- ?{_YEAR}\Z")
_AT = r"(?:thời điểm |thoi diem )?"
_END = re.compile(rf"{_AT}(?:cuối|cuoi|hết|het|(?:the )?end of|end-|year-end) ?(?:năm |nam )?({_YEAR})\Z")
_BEGINNING = re.compile(rf"{_AT}(?:đầu|dau|(?:the )?(?:beginning|start) of) (?:năm |nam )?({_YEAR})\Z")
_OF_YEAR = re.compile(rf"(?:năm |nam |in )?({_YEAR})(?: levels?)?\Z")
_SECOND_NUMBER = re.compile(rf"(?<![0-9/])(?!{_YEAR}(?![0-9]))[0-9]+(?![0-9]*/)")
_LONGEST_PART, _MOST_TOKENS = 80, 6


class Compared(NamedTuple):
    """What the words of a claim compare with, as the fields of a `Claim` have it.

    `before` says that it was there before; `share`, that the words name a whole, or a part of one. `excess` words
    ("over last year") say how much more a figure is, words `of_it` ("of last year") how much of it. `whole` says that
    they name the whole period of the plan.
    """

    base: Base = ""
    year: int | None = None
    plan: str = ""
    against: Period | None = None
    before: bool = False
    share: bool = False
    excess: bool = False
    of_it: bool = False
    whole: bool = False


def read_compared(words: str, *, open_whole: bool = False) -> Compared | None:
    """Return what words behind a number compare it with, None where they say anything else.

    Words of a share may be any (`open_whole`) where the verb says that it is one.
    """
    return _plan(words) or _before(words) or _share(words, open_whole=open_whole)


def names_base(words: str) -> bool:
    """Say whether the words begin as what is compared with does."""
    return words.startswith((*_beginnings(TO_PLAN + TO_BEFORE), *(f"{alone} " for alone in by_words().alone)))


@lru_cache(maxsize=1024)
def _joined(words: str, joins: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the word that joins, and what comes after it; None where none does."""
    return next(((to, words[len(to) + 1 :]) for to in all_of(joins) if words.startswith(f"{to} ")), None)


def _plan(words: str) -> Compared | None:
    joined = _joined(words, TO_PLAN)
    return (joined and read_plan(joined[1])) or read_plan(words)


@lru_cache(maxsize=1024)
def read_plan(words: str) -> Compared | None:
    """Return which plan the words name, None where they are more or less than the name of one."""
    meanings = by_words().plans
    tokens = " ".join(_abbreviated().get(token, token) for token in words.split(" ")).split(" ")
    said: set[PlanWord] = set()
    year, place = None, 0
    while place < len(tokens):
        ends = range(min(len(tokens), place + _MOST_TOKENS), place, -1)
        end = next((end for end in ends if " ".join(tokens[place:end]) in meanings), None)
        if end is not None:
            said.add(meanings[" ".join(tokens[place:end])])
            place = end
            continue
        named = _NAMED_YEAR.match(tokens[place])
        if named is not None and year is None:
            year = int(named[1])
        elif _YEARS.match(tokens[place]):
            said.add("giver")
        else:
            return None
        place += 1
    if not said & {"plan", "estimate"}:
        return None
    base: Base = ""
    if "part" in said:
        base = "other"
    elif year is not None or "year" in said:
        base = "year"
    elif "estimate" in said:
        base = "estimate"
    return Compared(base, year, words if "giver" in said else "", whole="term" in said)


@lru_cache(maxsize=1)
def _abbreviated() -> Mapping[str, str]:
    return {folded(short): folded(words) for short, words in ABBREVIATIONS.items()}


def _before(words: str) -> Compared | None:
    """Return what was there before that the words name: by a name, a year or a day."""
    alone = by_words().alone.get(words)
    if alone is not None:
        return Compared(alone, before=True)
    joined = _joined(words, TO_BEFORE)
    found = _earlier(words if joined is None else joined[1])
    if found is None or (joined is None and found.year is None and found.against is None):
        return None
    if joined is not None and joined[0] == "on" and found.against is not None:
        return None  # the day that the figure is of
    how = "" if joined is None else joined[0]
    return found._replace(excess=how in TO_EXCEED, of_it=how in all_of(OF_IT))


def _earlier(words: str) -> Compared | None:
    meanings = by_words().before
    figure_of = _joined(words, FIGURE_OF)
    words = words if figure_of is None else figure_of[1]
    name = words.removeprefix("the ")
    base = meanings.get(words) or meanings.get(f"the {name}")
    if base is not None:
        return Compared(base, before=True)
    in_year = _joined(name, IN_YEAR)
    if in_year is not None and (year := re.fullmatch(_YEAR, in_year[1])):
        return Compared("year before", int(year[0]), before=True)
    period = _period(words)
    return None if period is None else Compared(against=period, before=True)


def _period(words: str) -> Period | None:
    """Return the period or the day that the words name; a year ends, and begins, on the last day of one."""
    for pattern, earlier in ((_END, 0), (_BEGINNING, 1)):
        if found := pattern.match(words):
            day = date(int(found[1]) - earlier, 12, 31)
            return Period(day, day, day.isoformat())
    if found := _OF_YEAR.match(words):
        return read_period(found[1])
    return read_any_period(words)


def _share(words: str, *, open_whole: bool) -> Compared | None:
    """Return a comparison with a whole, or with a part that is named, where the words are those of one."""
    joined = _joined(words, TO_WHOLE)
    rest = (words if joined is None else joined[1]).replace(",", "")
    of_whole = open_whole or f"{rest} ".startswith(_beginnings(WHOLES if joined is None else WHOLES + JOINED_WHOLES))
    of_part = words.startswith(_beginnings(PARTS))
    if not (of_whole or of_part or words in all_of(PARTS_ALONE)):
        return None
    if len(rest) > _LONGEST_PART or _SECOND_NUMBER.search(rest) or not rest[:1].isalpha() or "%" in rest:
        return None
    tokens = rest.split(" ")
    plans = {place for place, token in enumerate(tokens) if _says_plan(tokens, place)}
    said = {place for place, token in enumerate(tokens) if token in SAID_OF}
    if (plans and not (said and max(said) > min(plans))) or " so với " in rest or " so voi " in rest:
        return None
    return Compared("other" if of_whole else "part", share=True)


def read_part(words: str) -> Compared | None:
    """Return a comparison with a part, where the words begin or end as the name of one does: nữ, đảng viên nữ."""
    parts = all_of(PARTS_ALONE + PARTS_NAMED)
    named = (
        words in parts
        or words.startswith(tuple(f"{part} " for part in parts))
        or words.endswith(tuple(f" {part}" for part in parts))
    )
    if not named or len(words) > _LONGEST_PART or any(letter.isdigit() or letter == "%" for letter in words):
        return None
    return Compared("part", share=True)


def _says_plan(tokens: list[str], place: int) -> bool:
    meanings = by_words().plans
    return any(meanings.get(" ".join(tokens[place:end])) in ("plan", "estimate") for end in (place + 1, place + 2))


@lru_cache(maxsize=8)
def _beginnings(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in all_of(words))
