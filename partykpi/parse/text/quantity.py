"""A figure as it is written: sign or bound, number, range or share, scale word, unit, per year.

Two numbers are never read as one: what is written between them says what they are (a range, a share), or they are no
figure.
"""

import re
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple
from unicodedata import normalize

from partykpi.parse.text.number import MOST_DIGITS, TOKEN, Number, NumberFault, NumberStyle, read_number
from partykpi.parse.text.units import SCALES, Per, comparable_name, find_unit, split_per

Operator = Literal["", ">=", ">", "<=", "<", "=", "within", "nearly", "about"]
WrittenFault = Literal[NumberFault, "not-finite", "exponent", "odd-character"]


class Written(NamedTuple):
    """The parts of a written figure, before anything is known of its unit.

    `high` is the second number of a range, `whole` that of a share; a range is `within` where it is said so. `scale`
    multiplies each. `unit` is the name that is written ("" where none is), `per` what it is counted per.
    """

    operator: Operator
    low: Number
    high: Number | None
    whole: Number | None
    scale: int
    unit: str
    per: Per | None


class Unwritten(NamedTuple):
    """What is wrong with a text that is no figure, and the part of it that is wrong."""

    fault: WrittenFault
    part: str


NEARNESS: dict[Literal["over", "under", "nearly", "about"], tuple[str, ...]] = {
    "over": ("over", "more than", "above", ">", "trên", "hơn"),
    "under": ("under", "below", "less than", "<", "dưới", "chưa đến", "chưa tới"),
    "nearly": ("nearly", "almost", "close to", "gần", "gần bằng"),
    "about": (
        "about", "approximately", "approx.", "approx", "around", "roughly", "~", "≈", "khoảng", "xấp xỉ",
        "chừng",
    ),
}  # fmt: skip
"""What is written before a number that it is not exactly, be it a figure or a claim."""

_BOUNDS: dict[Operator, tuple[str, ...]] = {
    ">=": (
        ">=", "≥", "at least", "no less than", "not less than", "no fewer than", "minimum", "a minimum of",
        "ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn", "thấp nhất", "it nhat",
        "toi thieu", "khong duoi",
    ),
    ">": (*NEARNESS["over"], "greater than", "higher than", "nhiều hơn", "lớn hơn", "cao hơn", "tren"),
    "<=": (
        "<=", "≤", "at most", "up to", "no more than", "not more than", "maximum", "a maximum of", "tối đa",
        "không quá", "không vượt quá", "không trên", "không cao hơn", "nhiều nhất", "cao nhất", "toi da",
        "khong qua",
    ),
    "<": (*NEARNESS["under"], "fewer than", "lower than", "ít hơn", "nhỏ hơn", "thấp hơn", "duoi"),
    "=": ("=", "exactly", "đúng", "đúng bằng"),
    "nearly": (*NEARNESS["nearly"], "gan"),
    "about": (*NEARNESS["about"], "khoang", "xap xi"),
}  # fmt: skip
_BEFORE: dict[str, Operator] = {words: operator for operator, all_words in _BOUNDS.items() for words in all_words}
_AFTER: dict[str, Operator] = {
    "or more": ">=",
    "and more": ">=",
    "or above": ">=",
    "and above": ">=",
    "or over": ">=",
    "and over": ">=",
    "or higher": ">=",
    "trở lên": ">=",
    "tro len": ">=",
    "or less": "<=",
    "or fewer": "<=",
    "or below": "<=",
    "and below": "<=",
    "or under": "<=",
    "or lower": "<=",
    "trở xuống": "<=",
    "tro xuong": "<=",
}
# What opens a range, or a bound that is closed by words after it; alone it says nothing.
_OPENERS = frozenset(("from", "between", "từ", "khoảng từ", "tu"))
# What opens a range of which neither side is better.
_WITHIN = frozenset(
    ("within", "trong khoảng", "trong khoảng từ", "nằm trong khoảng", "nằm trong khoảng từ", "trong khoang")
)
_TO_SIGNS = ("..", "…", "-", "–", "—")
_TO_WORDS = frozenset(("to", "and", "đến", "tới", "den"))
_SHARES = frozenset(("/", "of", "out of", "trên", "trên tổng số", "tren"))

OPENING_WORDS = frozenset((*_BEFORE, *_OPENERS, *_WITHIN))
"""What a figure may begin with before its number."""

# No figure is longer after its first number; looking for a second one in a whole book takes minutes.
_LONGEST = 300

_WORD = r"[^\W\d_]+"
# Of error messages alone; compiled when they are needed.
_SPACED = r"[+-]?[0-9]{1,3}(?:\s[0-9]{3})+(?:[.,][0-9]+)?(?![0-9.,_])"
_NOT_FINITE = r"[+-]?(?:\.?(?:nan|inf|infinity)\b|∞|vô cực\b|vô hạn\b)"

_LOOKALIKES = {
    "\u2212": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\ufe63": "-",
    "\uff0d": "-",
    "\uff0b": "+",
    "\uff0e": ".",
    "\uff0c": ",",
    "\u201a": ",",
    "\uff0f": "/",
    "\u2044": "/",
    "\u2215": "/",
    "\uff05": "%",
    "\ufe6a": "%",
    "\u066a": "%",
    "\u066b": ",",
    "\uff1e": ">",
    "\uff1c": "<",
    "\uff1d": "=",
}


@lru_cache(maxsize=8192)
def read_written(text: str, style: NumberStyle) -> Written | Unwritten:
    """Take a written figure apart, its numbers in that style, or say what is wrong with it."""
    head, _, unit = text.partition(" ")
    if head.isdigit() and head.isascii() and len(head) <= MOST_DIGITS:
        # most figures are a whole number and one word
        if not unit or unit == "%":
            return Written("", Number(Fraction(int(head)), 0), None, None, 1, unit, None)
        if unit.isalpha() and unit.isascii() and (unit := unit.lower()) not in SCALES:
            return Written("", Number(Fraction(int(head)), 0), None, None, 1, unit, None)
    if not text.isascii():
        for character in text:
            if character in _LOOKALIKES or (character.isdecimal() and not character.isascii()):
                return Unwritten("odd-character", character)
        text = normalize("NFC", text)
    return _read(text, text.strip().casefold().replace("ð", "đ"), style)


class _Start(NamedTuple):
    """A figure up to its first number, with the scale of that; `opened` where it began as a range may ("from 2")."""

    operator: Operator
    opened: bool
    low: Number
    scale: int


def _read(text: str, spoken: str, style: NumberStyle) -> Written | Unwritten:
    unparsable = Unwritten("unparsable-figure", text)
    first = re.search(TOKEN, spoken)
    words = "" if first is None or not first.start() else _words_before(spoken[: first.start()])
    operator: Operator = "within" if words in _WITHIN else _BEFORE.get(words, "")
    opened = operator == "within" or words in _OPENERS
    if first is None or (words and not operator and not opened):
        return Unwritten("not-finite", text) if re.match(_NOT_FINITE, spoken) else unparsable
    low = _number(text, spoken, first, style)
    if type(low) is Unwritten:
        return low
    assert type(low) is Number
    rest = spoken[first.end() :].lstrip()
    if len(rest) > _LONGEST or rest[:1].isdigit():
        return unparsable
    scale, rest = _scaled(rest)
    start = _Start(operator, opened, low, scale)
    second = _second(rest, "and" if words == "between" else "to")
    if second is None:
        return _single(text, start, rest)
    return unparsable if operator not in ("", "within") else _pair(text, style, start, rest, second)


def _single(text: str, start: _Start, rest: str) -> Written | Unwritten:
    """Return the figure of one number; words after it may say which bound it is."""
    operator = start.operator
    closed = _closed(rest) if rest else None
    if operator == "within":
        return Unwritten("unparsable-figure", text)
    if closed is not None:
        if operator:
            return Unwritten("unparsable-figure", text)
        operator, rest = closed
    elif start.opened:
        return Unwritten("unparsable-figure", text)
    return _with_unit(text, Written(operator, start.low, None, None, start.scale, "", None), rest)


def _with_unit(text: str, written: Written, rest: str) -> Written | Unwritten:
    """Return the figure with the unit that comes last, if any does."""
    if not rest:
        return written
    unit, per = split_per(rest)
    if not _is_unit_like(unit):
        return Unwritten("unparsable-figure", text)
    return written._replace(unit=comparable_name(unit), per=per)


class _Second(NamedTuple):
    """The second number of a range or a share: where it is, and the name of a unit before it."""

    number: re.Match[str]
    is_share: bool
    unit: str


def _second(rest: str, to: Literal["to", "and"]) -> _Second | None:
    """Return the second number, where something between the two says that it is one."""
    for number in re.finditer(TOKEN, rest):
        before = rest[: number.start()].rstrip()
        if before in _SHARES:
            return _Second(number, True, "")
        sign = next((sign for sign in _TO_SIGNS if before.endswith(sign)), "")
        unit, _, word = before.rpartition(" ")
        if sign:
            return _Second(number, False, before[: -len(sign)].rstrip())
        if word in _TO_WORDS and (word == "and") == (to == "and"):
            return _Second(number, False, unit)
        if number[0][0] == "-":
            unsigned = re.compile(TOKEN).match(rest, number.start() + 1)
            return None if unsigned is None else _Second(unsigned, False, before)
    return None


def _pair(text: str, style: NumberStyle, start: _Start, rest: str, second: _Second) -> Written | Unwritten:
    """Return the range or the share of two numbers; a scale or a unit is that of both, or is written with both."""
    unparsable = Unwritten("unparsable-figure", text)
    high = _number(text, rest, second.number, style)
    if type(high) is Unwritten:
        return high
    assert type(high) is Number
    rest = rest[second.number.end() :].lstrip()
    if rest[:1].isdigit() or (second.is_share and start.opened):
        return unparsable
    low, scale = start.low, start.scale
    high_scale, rest = _scaled(rest)
    if (scale != 1 and high_scale == 1) or (rest and _closed(rest) is not None):
        return unparsable
    if scale not in (1, high_scale):
        low, high = _times(low, scale), _times(high, high_scale)
        high_scale = 1
    high_end, whole = (None, high) if second.is_share else (high, None)
    written = _with_unit(text, Written(start.operator, low, high_end, whole, high_scale, "", None), rest)
    if type(written) is Written and second.unit and not _is_same(split_per(second.unit), (written.unit, written.per)):
        return unparsable
    return written


def _times(number: Number, scale: int) -> Number:
    return Number(number.value * scale, number.decimals)


def _words_before(words: str) -> str:
    """Return the words before a number in single spaces, without the verb that says no more than the figure."""
    words = " ".join(words.split())
    return words[4:] if words.startswith("đạt ") else "" if words == "đạt" else words


def _number(text: str, spoken: str, match: re.Match[str], style: NumberStyle) -> Number | Unwritten:
    """Return the number that was found, or what is wrong with it and what follows it."""
    after = spoken[match.end() : match.end() + 2]
    if after[:1] == "e" and re.match(r"e[+-]?[0-9]+\b", spoken[match.end() :]):
        return Unwritten("exponent", text)
    if after[:1].isspace() and after[1:].isdigit():
        spaced = re.compile(_SPACED).match(spoken, match.start())
        if spaced is not None:
            return Unwritten("number-style", spaced[0])
    number = read_number(match[0], style)
    return Unwritten(number, match[0]) if isinstance(number, str) else number


def _scaled(rest: str) -> tuple[int, str]:
    """Return what the scale words before a unit multiply by, two at most, and what follows them."""
    scale = 1
    for _ in range(2):
        word = re.match(_WORD, rest)
        if word is None or word[0] not in SCALES:
            break
        scale *= SCALES[word[0]]
        rest = rest[word.end() :].lstrip()
    return scale, rest


def _closed(rest: str) -> tuple[Operator, str] | None:
    """Return the bound that words after a number set, and what else is written there; None where none do."""
    if not any(begin in rest for begin in ("or ", "and ", "tr")):
        return None
    padded = f" {' '.join(rest.split())} ".replace("/", " / ")
    for words, operator in _AFTER.items():
        before, found, after = padded.partition(f" {words} ")
        if found:
            return operator, f"{before} {after}".strip().replace(" / ", "/")
    return None


def _is_same(first: tuple[str, Per | None], second: tuple[str, Per | None]) -> bool:
    """Say whether both ends of a range have one unit; what it is counted per may be written with the second only."""
    (unit, per), (other, other_per) = first, second
    if per not in (None, other_per) or not other:
        return False
    if comparable_name(unit) == comparable_name(other):
        return True
    found = find_unit(unit)
    return found is not None and found == find_unit(other)


def plain_character(character: str) -> str:
    """Return the plain character that a look-alike is meant for."""
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    return str(int(character))


def _is_unit_like(unit: str) -> bool:
    """A unit begins with a letter or a sign of its own; digits come after a slash only (beds/10000 people)."""
    words = unit.split()
    if unit and unit[0] not in "%‰₫" and not unit[0].isalpha() and words[0].removeprefix("/") not in SCALES:
        return False
    return not any(
        word[0].isdigit() and not (before[-1] == "/" or before[-1].isdigit() or before in ("per", "trên", "tren"))
        for before, word in pairwise(words)
    )
