"""The catalogue searched by words, with or without accents, and by what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple
from unicodedata import combining, normalize

from partykpi.core.model import Indicator
from partykpi.text import GivenText

# How alike two words must be, from 0 to 1, for one to be meant by the other where nothing better is known, and for
# one to be the other misspelt; words of fewer letters are too much alike by chance.
_ALIKE, _MISSPELT = 0.6, 0.75
_LEAST_MISSPELT = 4
_ID_MEANT = 0.75
_SUGGESTED, _AS_GOOD = 3, 0.15

# Comparing takes time with the square of the length; nobody misspells at greater length than this.
_MOST_WORDS, _LONGEST_WORD = 8, 40


def fold(text: str) -> str:
    """Return the text in small letters without accents: Đảng viên is dang vien."""
    letters = normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not combining(letter)).replace("đ", "d")


def search(indicators: Iterable[Indicator], words: Sequence[str]) -> list[Indicator]:
    """Return the indicators that all of the words, or parts of words, occur in; first what is called so.

    Words are looked for in names, other names and ids, then in definitions. Only where nothing is found a word may be
    misspelt.
    """
    every = list(indicators)
    asked = " ".join(" ".join(words).split())
    wanted = fold(asked).split()
    if not wanted:
        return every
    ranked = [(_rank(_searched(indicator), asked, wanted), indicator) for indicator in every]
    found = [(rank, indicator) for rank, indicator in ranked if rank is not None]
    if not found and "/" not in asked:
        found = list(_misspelt(every, wanted))
    return [indicator for _, indicator in sorted(found, key=lambda one: one[0])]


def suggested(indicators: Iterable[Indicator], text: str) -> list[Indicator]:
    """Return the few indicators that may have been meant by an id, a name or words, the likeliest first."""
    by_id = {indicator.id: indicator for indicator in indicators if indicator.id}
    asked = " ".join(fold(text).split())
    called = [one for one in by_id.values() if asked in map(fold, (*_names(one), *one.also))]
    if len(called) == 1:
        return called
    if "/" in text:
        near = get_close_matches(fold(text), list(by_id), n=1, cutoff=_ID_MEANT)
    else:
        near = [indicator.id or "" for indicator in search(by_id.values(), [text])[:_SUGGESTED]]
    return [by_id[id] for id in near or nearest(by_id.values(), [text])]


def nearest(indicators: Iterable[Indicator], words: Sequence[str]) -> list[str]:
    """Return the ids that may have been meant by the words, the likeliest first; none where nothing is alike."""
    wanted = [word[:_LONGEST_WORD] for word in _words(" ".join(words))[:_MOST_WORDS]]
    if not wanted:
        return []
    likeness = {word: _Likeness(word, _ALIKE) for word in wanted}
    scores: list[tuple[float, int, str]] = []
    for indicator in indicators:
        known = _words(" ".join([indicator.id or "", *_names(indicator), *indicator.also]))
        score = sum(max((likeness[word].to(other) for other in known), default=0) for word in wanted) / len(wanted)
        if score >= _ALIKE and indicator.id:
            scores.append((-score, len(indicator.id), indicator.id))
    best = min(scores, default=(0, 0, ""))[0]
    return [id for score, _, id in sorted(scores)[:_SUGGESTED] if score <= best + _AS_GOOD]


class _Searched(NamedTuple):
    """What an indicator is searched in: what it is called, as given and folded, and all that is said of it."""

    called: Sequence[str]
    names: Sequence[str]
    also: Sequence[str]
    all: str


def _searched(indicator: Indicator) -> _Searched:
    names = _names(indicator)
    definition = indicator.definition
    said = [] if definition is None else _given(definition)
    folded, also = [fold(name) for name in names], [fold(name) for name in indicator.also]
    everything = " ".join([fold(indicator.id or ""), *folded, *also, *map(fold, said)])
    return _Searched([*names, *indicator.also], folded, also, everything)


def _names(indicator: Indicator) -> list[str]:
    return _given(indicator.name)


def _given(text: GivenText) -> list[str]:
    return [words for words in (text.en, text.vi) if words]


# By what an indicator is found, the best first: called just so; in one of its names; in a name and other names; in
# all that is said of it. Then whether words are whole and accents as given, whether they stand together, and how much
# else the name has.
_Rank = tuple[float, ...]


def _rank(searched: _Searched, asked: str, wanted: Sequence[str]) -> _Rank | None:
    """Return the place of an indicator among what is found, None where a word does not occur."""
    if not all(word in searched.all for word in wanted):
        return None
    phrase = " ".join(wanted)
    exact = normalize("NFC", asked.casefold())
    accents = 0 if any(exact in normalize("NFC", name.casefold()) for name in searched.called) else 1
    if phrase in searched.names or phrase in searched.also:
        return (0, 0, accents, 0, 0)
    for tier, texts in ((1, searched.names), (2, [*searched.also, " ".join([*searched.names, *searched.also])])):
        ranks = [_within(text, wanted, phrase) for text in texts if all(word in text for word in wanted)]
        if ranks:
            parts, apart, length = min(ranks)
            return (tier, parts, accents, apart, length)
    return (3, _within(searched.all, wanted, phrase)[0], accents, 0, 0)


def _within(text: str, wanted: Sequence[str], phrase: str) -> tuple[int, int, int]:
    """Return how many of the words are only parts of words, whether they stand apart, and how long the text is."""
    known = _words(text)
    parts = sum(word not in known for word in wanted)
    return parts, 0 if f" {phrase} " in f" {' '.join(known)} " else 1, len(known)


def _misspelt(indicators: Iterable[Indicator], wanted: Sequence[str]) -> Iterator[tuple[_Rank, Indicator]]:
    """Yield the indicators that are called by words much like those wanted, with their places."""
    likeness = [_Likeness(word[:_LONGEST_WORD], _MISSPELT) for word in wanted[:_MOST_WORDS]]
    for indicator in indicators:
        texts = [[*_names(indicator), indicator.id or ""], indicator.also]
        known = [_words(" ".join(text)) for text in texts]
        best = [max((word.to(other) for other in known[0] + known[1]), default=0) for word in likeness]
        if all(best):
            in_names = all(any(word.to(other) for other in known[0]) for word in likeness)
            yield (-sum(best), 0 if in_names else 1, len(known[0])), indicator


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


class _Likeness:
    """How alike one word is to others, each compared once; 0 where that is less than `least`."""

    def __init__(self, word: str, least: float) -> None:
        self._word = word
        self._least = least
        self._matcher = SequenceMatcher(b=word, autojunk=False)
        self._known: dict[str, float] = {}

    def to(self, other: str) -> float:
        if other not in self._known:
            self._known[other] = self._compared(other)
        return self._known[other]

    def _compared(self, other: str) -> float:
        if self._word == other:
            return 1
        if self._least > _ALIKE and min(len(self._word), len(other)) < _LEAST_MISSPELT:
            return 0
        self._matcher.set_seq1(other)
        near = self._matcher.real_quick_ratio() >= self._least and self._matcher.quick_ratio() >= self._least
        ratio = self._matcher.ratio() if near else 0
        return ratio if ratio >= self._least else 0
