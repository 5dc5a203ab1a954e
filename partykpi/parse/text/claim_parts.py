"""A published figure cut at its number: the words before it and after it, and the base that stands beside."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from partykpi.parse.text.claim_base import read_compared
from partykpi.parse.text.claim_words import IN_DIGITS, MANIFOLD, ClaimUnit, by_words
from partykpi.parse.text.fold import folded
from partykpi.parse.text.number import POINTS, Number, NumberStyle, read_number


class Beside(NamedTuple):
    """The base in brackets beside a claim; `perhaps` where they may as well hold what was achieved.

    Beside a `level` there is the level that was asked: 45% (target 60%). `part` is the figure that is put before the
    base, in the unit of the base: 84 of 120.
    """

    of: str
    perhaps: bool = False
    level: bool = False
    part: str = ""


class Parts(NamedTuple):
    """A claim cut at its number: the words before it and after it, as they are compared and (`plain`) as written."""

    before: str
    sign: str
    number: str
    after: str
    plain_after: str


_NUMBER = re.compile(r"(?P<sign>[+\-] ?)?(?P<number>[0-9][0-9.,_\u00a0\u202f]*)")
_SPACES = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_AMOUNT = r"[0-9][0-9.,_]*(?: ?%|(?: [^\W\d_]+){1,4})?"
_BRACKETS = re.compile(r"(?P<words>.*?) ?\((?P<aside>[^()]*)\)?\Z")
_OUT_OF = r"(?: ?/ ?| of | out of | trên | trên tổng số | trong tổng số )"
_ASIDE = re.compile(rf"(?:(?P<part>[0-9][0-9.,_]*){_OUT_OF}|(?P<plan>[^\d/]+?):? )?(?P<of>{_AMOUNT})\Z")
_BESIDE = r"(?:, |\((?=[^()]*\)\Z))"
_PAIR_BEFORE = re.compile(rf"(?P<part>[0-9][0-9.,_]*){_OUT_OF}(?P<of>{_AMOUNT}) ?{_BESIDE}(?P<words>.+)\Z")
_YEARS = re.compile(r"\b([12][0-9]{3}) - ([12][0-9]{3})\b")
# A month (12/2023) or the last day of one (30/6), or so many of so many: which, no word says.
_DATE = re.compile(r"(?:(?:0?[1-9]|1[0-2]) ?/ ?(?:19|20)[0-9]{2}|(?:2[89]|3[01]) ?/ ?(?:0?[1-9]|1[0-2]))\Z")
_DASHES = str.maketrans("−–—‐‑", "-----")
ENDS = " ,;:"

# A comma that can only be a decimal sign, whatever the style: no group of three follows it.
_DECIMAL_COMMA = r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})\Z"


def normalised(text: str) -> str:
    """Return a claim in small letters, with plain dashes and single spaces, and no full stop."""
    plain = _YEARS.sub(r"\1-\2", unicodedata.normalize("NFC", text).translate(_DASHES))
    return _SPACES.sub(" ", plain).strip().lower().removesuffix(".")


def splits(words: str) -> Iterator[tuple[str, str]]:
    """Cut the words in two wherever that can be, the longest first part first."""
    yield words, ""
    end = words.rfind(" ")
    while end > 0:
        yield words[:end], words[end + 1 :]
        end = words.rfind(" ", 0, end)


def without_aside(words: str) -> tuple[str, Beside | None]:
    """Return the words without the numbers beside them that they are made of, and what these say the base is.

    These stand in brackets behind the words (4.765/5.000; of a plan that is named its figure alone), or before them.
    """
    pair = _PAIR_BEFORE.match(words)
    if pair is not None and not _DATE.match(f"{pair['part']}/{pair['of']}"):
        return pair["words"].rstrip(")"), Beside(pair["of"], part=_in_unit_of(pair["of"], pair["part"]))
    brackets = _BRACKETS.match(words)
    aside = brackets and _ASIDE.match(brackets["aside"].strip())
    if brackets is None or aside is None:
        return re.sub(" +", " ", words.replace("(", " ").replace(")", " ")).strip(), None
    behind = read_compared(folded(_last_words(brackets["words"])))
    said = read_compared(folded(aside["plan"])) if aside["plan"] else behind
    if (said is None and not aside["part"]) or _DATE.match(aside[0]):
        return words, None  # of which figure it is, no word says
    level = behind is None and aside["of"].endswith("%")
    part = _in_unit_of(aside["of"], aside["part"]) if aside["part"] else ""
    return brackets["words"], Beside(aside["of"], not aside["plan"] and not part, level, part)


def _in_unit_of(amount: str, number: str) -> str:
    """Return the number with the unit that the amount is written in."""
    return number + re.sub(r"^[0-9][0-9.,_]*", "", amount)


def _last_words(words: str) -> str:
    """Return what stands behind the last number and its unit."""
    found = re.search(r"(?:%|percent|points|điểm %|điểm phần trăm|lần|times) ([^%]*)\Z", words)
    return "" if found is None else found[1]


def spelled_out(words: str, style: NumberStyle) -> tuple[str, bool]:
    """Return the words with the first number that is spelled out in digits, and whether it is a number of times."""
    spelled = _spelled()
    word = spelled.search(words)
    if word is None:
        return words, False
    digits = IN_DIGITS.get(word[0])
    put = str(digits) if digits is not None else MANIFOLD[word[1]].replace("{point}", POINTS[style])
    return words[: word.start()] + put + words[word.end() :], digits is None


@cache
def _spelled() -> re.Pattern[str]:
    numbers, manifold = "|".join(IN_DIGITS), "|".join(sorted(MANIFOLD, key=len, reverse=True))
    times = "|".join(by_words().times)
    return re.compile(rf"\b(?:(?:{numbers})(?= (?:{times})\b)|({manifold})(?: lần)?\b)")


def cut(words: str) -> Parts | None:
    """Cut a claim at its number: the one before the sign of a percentage, points or times, else the first.

    None where it has several such, or none at all.
    """
    same = folded(words)
    same = same if len(same) == len(words) else words
    numbers = [found for found in _NUMBER.finditer(same) if not same[found.start() - 1 : found.start()].isalnum()]
    measured = [found for found in numbers if unit_after(same[found.end() :].lstrip()) is not None]
    if len(measured) > 1 or not numbers:
        return None
    found = measured[0] if measured else numbers[0]
    after = same[found.end() :]
    plain = words[found.end() :]
    before = same[: found.start()].strip(ENDS)
    return Parts(before, (found["sign"] or "").strip(), found["number"], after.strip(), plain.strip())


def may_be_date(text: str) -> bool:
    """Say whether two numbers may be a month or the last day of one."""
    return _DATE.match(text) is not None


def unit_after(after: str) -> tuple[ClaimUnit, str] | None:
    """Return the unit that the words behind a number begin with, and the words behind it."""
    units = by_words().units
    name = max((unit for unit in units if after.startswith(unit)), key=len, default="")
    rest = after[len(name) :]
    if not name or (name[-1].isalpha() and rest[:1].isalnum()) or rest[:1] == "%":
        return None
    return units[name], rest.strip(ENDS)


def number_of(text: str, style: NumberStyle) -> Number | None:
    """Return the number in that style; under `en` a comma that can only be a decimal sign is one."""
    number = read_number(text, style)
    if isinstance(number, str) and style == "en" and re.match(_DECIMAL_COMMA, text):
        number = read_number(text, "vi")
    return None if isinstance(number, str) else number
