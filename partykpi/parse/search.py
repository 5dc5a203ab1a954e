"""The catalogue searched by words, with or without accents, and by what may have been meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from partykpi.core.model import Indicator
from partykpi.parse.keys import comparable
from partykpi.parse.text.fold import without_accents
from partykpi.text import GivenText

# How alike two words must be, from 0 to 1, for one to be the other misspelt; words of fewer letters are too much alike
# by chance. A word with other accents is most often another word.
_MISSPELT, _LEAST_MISSPELT, _OTHER_ACCENTS = 0.75, 4, 0.5

# How much of what was written must be in the names of an indicator for it to be meant, and how alike an id must be.
_ALIKE, _ID_MEANT = 0.65, 0.75
_SUGGESTED, _AS_GOOD = 3, 0.15

# How much of a name must be in a sentence that speaks of it, and how many such names are shown.
_MOST_OF_A_NAME, _SPOKEN_OF_SHOWN = 0.7, 6

# What a word counts for that is not in the names of an indicator but in its definition.
_SPOKEN_OF = 0.7

# Words that fewer indicators than about this many have weigh the same.
_COMMON = 4

# Comparing takes time with the square of the length; nobody misspells at greater length than this.
_MOST_WORDS, _LONGEST_WORD = 16, 40


def fold(text: str) -> str:
    """Return the text in small letters without accents: Đảng viên is dang vien."""
    return without_accents(text.casefold())


def search(indicators: Iterable[Indicator], words: Sequence[str]) -> list[Indicator]:
    """Return the indicators that all of the words, or beginnings of words, occur in; first what is called so.

    Words are looked for in names, other names and ids, then in definitions. Only where nothing is found a word may be
    misspelt.
    """
    every = list(indicators)
    asked = " ".join(words)
    return [indicator for _, indicator in _found(every, asked)] if asked.strip() else every


def _found(indicators: Sequence[Indicator], asked: str) -> list[tuple[_Rank, Indicator]]:
    """Return what is found for some words, and its rank, the best first."""
    wanted = _words(asked)
    if not wanted:
        return []
    exact = " ".join(_words_as_given(asked))
    ranked = [(_rank(_searched(indicator), exact, wanted), indicator) for indicator in indicators]
    found = [(rank, indicator) for rank, indicator in ranked if rank is not None]
    if not found and "/" not in asked:
        found = list(_misspelt(indicators, wanted))
    return sorted(found, key=lambda one: one[0])


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
        found = _found(list(by_id.values()), text)
        near = [one.id or "" for rank, one in found if rank[0] < _ONLY_SPOKEN_OF][:_SUGGESTED]
    return [by_id[id] for id in near or nearest(by_id.values(), [text])]


def spoken_of(indicators: Iterable[Indicator], sentence: str) -> list[Indicator]:
    """Return the few indicators that a sentence speaks of: most words of one of their names are in it, the best first.

    A word counts for less that many indicators have; what a name has besides counts against it.
    """
    every = list(indicators)
    said = set(_words_as_given(sentence))
    bare = set(map(fold, said)) if not any(fold(word) != word for word in said) else set()
    named = [[_words_as_given(name) for name in (*_names(one), *one.also)] for one in every]
    having = Counter(word for names in named for word in {word for name in names for word in name})
    scores: list[tuple[float, int]] = []
    for place, names in enumerate(named):
        for name in names:
            weights = [(_COMMON + having[word]) ** -0.5 for word in name]
            there = sum(
                weight for word, weight in zip(name, weights, strict=True) if word in said or fold(word) in bare
            )
            if len(name) > 1 and there >= _MOST_OF_A_NAME * sum(weights):
                scores.append((sum(weights) - 2 * there, place))
    best = dict.fromkeys(place for _, place in sorted(scores))
    return [every[place] for place in best][:_SPOKEN_OF_SHOWN]


def nearest(indicators: Iterable[Indicator], words: Sequence[str]) -> list[str]:
    """Return the ids that may have been meant by the words, the likeliest first; none where nothing is alike.

    Most of the words must be in the names of an indicator, and a word that many have counts for less.
    """
    wanted = [_Wanted(word[:_LONGEST_WORD]) for word in _words_as_given(" ".join(words))[:_MOST_WORDS]]
    named = [one for one in indicators if one.id]
    called = {one.id or "": _words_as_given(" ".join([one.id or "", *_names(one), *one.also])) for one in named}
    said = {one.id: set(_words_as_given(" ".join(_defined(one)))) for one in named}
    having = Counter(word for known in called.values() for word in {*known, *map(fold, known)})
    weights = [(_COMMON + having[word.given]) ** -0.5 for word in wanted]
    scores: list[tuple[float, int, str]] = []
    for id, known in called.items():
        score = sum(
            weight * max(_SPOKEN_OF * (word.given in said[id]), *map(word.likeness, known))
            for weight, word in zip(weights, wanted, strict=True)
        ) / (sum(weights) or 1)
        if score >= _ALIKE:
            scores.append((-score, len(id), id))
    best = min(scores, default=(0, 0, ""))[0]
    return [id for score, _, id in sorted(scores)[:_SUGGESTED] if score <= best + _AS_GOOD]


class _Searched(NamedTuple):
    """What an indicator is searched in, the words of each text with single spaces, also before and after.

    `called` are its names and other names with their accents; `names`, `also` and `all` that is said of it have none.
    """

    called: Sequence[str]
    names: Sequence[str]
    also: Sequence[str]
    all: str


def _searched(indicator: Indicator) -> _Searched:
    names = [_spaced(_words_as_given(name)) for name in _names(indicator)]
    also = [_spaced(_words_as_given(name)) for name in indicator.also]
    rest = _spaced(_words_as_given(" ".join([indicator.id or "", *_defined(indicator)])))
    folded, folded_also = [fold(name) for name in names], [fold(name) for name in also]
    return _Searched([*names, *also], folded, folded_also, "".join([*folded, *folded_also, fold(rest)]))


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _names(indicator: Indicator) -> list[str]:
    return _given(indicator.name)


def _defined(indicator: Indicator) -> list[str]:
    return [] if indicator.definition is None else _given(indicator.definition)


def _given(text: GivenText) -> list[str]:
    return [words for words in (text.en, text.vi) if words]


# By what an indicator is found, the best first: called just so; in one of its names; in its names and other names; only
# in what is said of it. Then whether words are whole and accents as given, whether they stand together, and how much
# else the name has. A misspelt word comes before all, by how alike it is, for then nothing else is found.
_Rank = tuple[float, ...]
_CALLED_SO, _IN_A_NAME, _IN_OTHER_NAMES, _ONLY_SPOKEN_OF = range(4)


def _rank(searched: _Searched, exact: str, wanted: Sequence[str]) -> _Rank | None:
    """Return the rank of an indicator among what is found, None where a word does not occur."""
    if not _all_in(searched.all, wanted):
        return None
    phrase = _spaced(wanted)
    accents = 0 if any(f" {exact} " in name for name in searched.called) else 1
    if phrase in searched.names or phrase in searched.also:
        return (_CALLED_SO, 0, accents, 0, 0)
    together = " ".join([*searched.names, *searched.also])
    for tier, texts in ((_IN_A_NAME, searched.names), (_IN_OTHER_NAMES, [*searched.also, together])):
        ranks = [_within(text, wanted, phrase) for text in texts if _all_in(text, wanted)]
        if ranks:
            parts, apart, length = min(ranks)
            return (tier, parts, accents, apart, length)
    return (_ONLY_SPOKEN_OF, _within(searched.all, wanted, phrase)[0], accents, 0, 0)


def _all_in(text: str, wanted: Sequence[str]) -> bool:
    return all(f" {word}" in text for word in wanted)


def _within(text: str, wanted: Sequence[str], phrase: str) -> tuple[int, int, int]:
    """Return how many of the words are only beginnings, whether they stand apart, and how long the text is."""
    beginnings = sum(f" {word} " not in text for word in wanted)
    return beginnings, 0 if phrase in text else 1, text.count(" ")


def _misspelt(indicators: Iterable[Indicator], wanted: Sequence[str]) -> Iterator[tuple[_Rank, Indicator]]:
    """Yield the indicators that are called by words much like those wanted, with their places."""
    words = [_Wanted(word[:_LONGEST_WORD]) for word in wanted[:_MOST_WORDS]]
    for indicator in indicators:
        names = _words(" ".join([*_names(indicator), indicator.id or ""]))
        known = [*names, *_words(" ".join(indicator.also))]
        best = [max((word.likeness(other) for other in known), default=0) for word in words]
        if all(best):
            in_names = all(any(word.likeness(other) for other in names) for word in words)
            yield (-sum(best), 0 if in_names else 1, len(names)), indicator


def _words(text: str) -> list[str]:
    return fold(" ".join(_words_as_given(text))).split()


def _words_as_given(text: str) -> list[str]:
    """Return the words of a text in small letters, with their accents; tỷ and tỉ are one word, hoá and hóa too."""
    return re.findall(r"[^\W_]+", comparable(text))


class _Wanted:
    """A word that is looked for; it is compared with each other word once."""

    def __init__(self, word: str) -> None:
        self.given, self.folded = word, fold(word)
        self._matcher = SequenceMatcher(b=self.folded, autojunk=False)
        self._known: dict[str, float] = {}

    def likeness(self, other: str) -> float:
        """Return how alike another word is, from 0 to 1; less than misspelt is 0, and other accents are half."""
        if other not in self._known:
            self._known[other] = self._compared(other)
        return self._known[other]

    def _compared(self, other: str) -> float:
        bare = fold(other)
        if bare == self.folded:
            return _OTHER_ACCENTS if self.given not in (other, bare) else 1
        if min(len(bare), len(self.folded)) < _LEAST_MISSPELT:
            return 0
        self._matcher.set_seq1(bare)
        near = self._matcher.real_quick_ratio() >= _MISSPELT and self._matcher.quick_ratio() >= _MISSPELT
        ratio = self._matcher.ratio() if near else 0
        return ratio if ratio >= _MISSPELT else 0
