"""The catalogue searched by words, with or without accents, and by what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from partykpi.core.model import Indicator

# How alike two words must be, from 0 to 1, for one to be meant by the other; as for the words of a file.
_ALIKE = 0.6
_SUGGESTED, _AS_GOOD = 3, 0.15

# Comparing takes time with the square of the length; nobody misspells at greater length than this.
_MOST_WORDS, _LONGEST_WORD = 8, 40


def fold(text: str) -> str:
    """Return the text in small letters without accents: Đảng viên is dang vien."""
    letters = normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not combining(letter)).replace("đ", "d")


def search(indicators: Iterable[Indicator], words: Sequence[str]) -> list[Indicator]:
    """Return the indicators with all of the words, or parts of words, in their id, names and definitions."""
    wanted = [word for given in words for word in fold(given).split()]
    return [indicator for indicator in indicators if all(word in _searched(indicator) for word in wanted)]


def _searched(indicator: Indicator) -> str:
    texts = (indicator.name, indicator.definition)
    given = [part for text in texts if text is not None for part in (text.en, text.vi) if part]
    return fold(" ".join([indicator.id or "", *given]))


def nearest(indicators: Iterable[Indicator], words: Sequence[str]) -> list[str]:
    """Return the ids that may have been meant by the words, the likeliest first; none where nothing is alike."""
    wanted = [word[:_LONGEST_WORD] for word in _words(" ".join(words))[:_MOST_WORDS]]
    if not wanted:
        return []
    likeness = {word: _Likeness(word) for word in wanted}
    scores: list[tuple[float, str]] = []
    for indicator in indicators:
        names = (indicator.name.en or "", indicator.name.vi or "")
        known = _words(" ".join([indicator.id or "", *names]))
        score = sum(max((likeness[word].to(other) for other in known), default=0) for word in wanted) / len(wanted)
        if score >= _ALIKE and indicator.id:
            scores.append((-score, indicator.id))
    best = min(scores, default=(0, ""))[0]
    return [id for score, id in sorted(scores)[:_SUGGESTED] if score <= best + _AS_GOOD]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


class _Likeness:
    """How alike one word is to others, each compared once."""

    def __init__(self, word: str) -> None:
        self._matcher = SequenceMatcher(b=word, autojunk=False)
        self._known: dict[str, float] = {}

    def to(self, other: str) -> float:
        if other not in self._known:
            self._matcher.set_seq1(other)
            near = self._matcher.real_quick_ratio() >= _ALIKE and self._matcher.quick_ratio() >= _ALIKE
            self._known[other] = self._matcher.ratio() if near else 0
        return self._known[other]
