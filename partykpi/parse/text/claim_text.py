"""The wording of a published figure, in English or Vietnamese: its sense, its number, and how near it is."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from partykpi.core.model import Nearness, Sense, Status
from partykpi.parse.text.number import Number, NumberStyle, read_number
from partykpi.parse.text.quantity import NEARNESS


class WordedClaim(NamedTuple):
    """What the words of a claim say, with the meanings that the fields of a `Claim` have.

    `number` is below zero where the words mean a fall ("giảm 5%") or a shortfall; it is None where the
    claim is a status word.
    """

    sense: Sense = "reaches"
    number: Fraction | None = None
    decimals: int = 0
    nearness: Nearness = "exactly"
    change: bool = False
    status: Status | None = None


# What a verb before the number says: the sense of a percentage, which way, and whether it means a change.
_Verb = tuple[Sense, Literal[1, -1], bool]

_ClaimUnit = Literal["%", "points", "times"]

_VERBS: dict[_Verb, tuple[str, ...]] = {
    ("reaches", 1, False): (
        "reaches", "reached", "reach", "reaching", "is", "equals", "achieves", "achieved", "meets", "met",
        "completes", "completed", "đạt", "ước đạt", "đạt được", "đã đạt", "đạt tỷ lệ", "đạt tỉ lệ", "bằng",
        "hoàn thành", "đã hoàn thành", "thực hiện", "thực hiện đạt",
    ),
    ("exceeds", 1, False): (
        "exceeds", "exceeded", "exceed", "exceeding", "exceeds by", "exceeded by", "exceed by",
        "exceeding by",
        "surpasses", "surpassed", "surpasses by", "surpassed by", "vượt", "vượt mức", "đạt và vượt",
        "hoàn thành vượt",
        "hoàn thành vượt mức", "đã vượt", "ước vượt", "cao hơn",
    ),
    ("exceeds", -1, False): (
        "falls short by", "fell short by", "short by", "thấp hơn", "thiếu", "hụt",
    ),
    ("exceeds", 1, True): (
        "up", "up by", "rises", "rises by", "rose", "rose by", "grew", "grew by", "grows by", "increases by",
        "increased", "increased by", "increase of", "growth of", "tăng", "tăng thêm", "tăng trưởng",
        "đã tăng",
    ),
    ("exceeds", -1, True): (
        "down", "down by", "falls by", "fell", "fell by", "decreases by", "decreased", "decreased by",
        "decrease of",
        "drops by", "dropped by", "reduced by", "giảm", "đã giảm",
    ),
    ("times", 1, False): ("gấp", "bằng gấp"),
    ("times", 1, True): ("tăng gấp",),
}  # fmt: skip

_UNITS: dict[_ClaimUnit, tuple[str, ...]] = {
    "%": ("%", "percent", "per cent", "phần trăm"),
    "points": (
        "points", "point", "percentage points", "percentage point", "percent points", "% points",
        "%-points", "pp",
        "điểm %", "điểm phần trăm", "điểm",
    ),
    "times": ("times", "x", "×", "lần"),
}  # fmt: skip

_PLANS = (
    "plan", "the plan", "target", "the target", "the targets", "goal", "the goal", "the resolution",
    "resolution",
    "the congress target", "the term target", "the whole-term target", "the yearly target", "the annual plan",
    "kế hoạch", "kế hoạch năm", "kế hoạch đề ra", "kế hoạch giao", "kế hoạch cả nhiệm kỳ", "chỉ tiêu",
    "chỉ tiêu nghị quyết", "chỉ tiêu kế hoạch", "chỉ tiêu đề ra", "chỉ tiêu được giao",
    "chỉ tiêu cả nhiệm kỳ",
    "chỉ tiêu đại hội", "chỉ tiêu đại hội đề ra", "chỉ tiêu nghị quyết đề ra", "chỉ tiêu nghị quyết đại hội",
    "chỉ tiêu nghị quyết đại hội đề ra", "nghị quyết", "nghị quyết đề ra", "nghị quyết đại hội",
    "nghị quyết đại hội đề ra", "mục tiêu", "mục tiêu đề ra", "mục tiêu nghị quyết", "đề ra",
)  # fmt: skip
_OF_PLANS = (
    "of", "against", "compared with", "compared to", "relative to", "so với", "của", "so",
)  # fmt: skip
_BEFORE = (
    "over the previous year", "over the year before", "on the previous year",
    "compared with the previous year",
    "compared to the previous year", "from the previous year", "on last year", "over last year",
    "compared with the previous term", "compared to the previous term", "over the previous term",
    "so với cùng kỳ", "so với cùng kỳ năm trước", "so cùng kỳ", "so với năm trước", "so với năm ngoái",
    "so với nhiệm kỳ trước", "so với đầu nhiệm kỳ", "so với kỳ trước",
)  # fmt: skip

_STATUSES: dict[Status, tuple[str, ...]] = {
    "exceeded": ("exceeded", "exceeds", "vượt", "vượt mức", "hoàn thành vượt", "hoàn thành vượt mức"),
    "achieved": ("achieved", "met", "completed", "reached", "đạt", "đã đạt", "hoàn thành", "đã hoàn thành"),
    "on-track": (
        "on track", "on schedule", "đúng tiến độ", "bảo đảm tiến độ", "đảm bảo tiến độ",
    ),
    "behind": ("behind", "behind schedule", "delayed", "chậm tiến độ", "chậm"),
    "at-risk": ("at risk", "khó đạt", "khó hoàn thành"),
    "pending": ("pending", "not yet achieved", "not yet met", "chưa đạt", "chưa hoàn thành"),
    "nearly": (
        "nearly", "basically", "nearly achieved", "basically achieved", "nearly met", "basically met",
        "nearly completed", "basically completed", "cơ bản đạt", "cơ bản hoàn thành", "đạt cơ bản", "cơ bản",
        "hoàn thành cơ bản",
    ),
    "missed": ("missed", "not achieved", "not met", "not completed", "không đạt", "không hoàn thành"),
}  # fmt: skip


_VERB_OF: dict[str, _Verb] = {word: verb for verb, words in _VERBS.items() for word in words}
_NEARNESS_OF: dict[str, Nearness] = {word: nearness for nearness, words in NEARNESS.items() for word in words}
_UNIT_OF: dict[str, _ClaimUnit] = {word: unit for unit, words in _UNITS.items() for word in words}
_STATUS_OF: dict[str, Status] = {word: status for status, words in _STATUSES.items() for word in words}

# Patterns are compiled when a claim first needs them, not at every start.
_CLAIM = r"(?P<words>[^0-9]*?) ?(?P<sign>[+\-−–] ?)?(?P<number>[0-9][0-9.,_\u00a0\u202f]*) ?(?P<rest>[^0-9]*)\Z"
_SPACES = r"(?<![0-9])\s+|\s+(?![0-9])"

# A comma that can only be a decimal sign, whatever the style: no group of three follows it.
_DECIMAL_COMMA = r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})\Z"

# What the words after a claim's unit compare it with: what was there before, or the plan.
_Compared = Literal["before", "plan", ""]

Meaning = TypeVar("Meaning")


@lru_cache(maxsize=8192)
def read_claim(text: str, style: NumberStyle) -> WordedClaim | None:
    """Return what the text of a claim says, in the words of either language, or None where it is no claim.

    The number is read in the `style`; under `en` a decimal comma is accepted where it can mean nothing
    else. Growth ("tăng 12%") and a bare sign ("+1.2 points", "-5%") mean a change against what was there
    before, unless the words name the plan; so does any figure "so với cùng kỳ".
    """
    bare = read_number(text[:-1].rstrip(), style) if text.endswith("%") and text[0].isdigit() else ""
    if not isinstance(bare, str):
        return WordedClaim("reaches", bare.value, bare.decimals)
    words = re.sub(_SPACES, " ", unicodedata.normalize("NFC", text)).strip().lower().removesuffix(".")
    status = _looked_up(words.replace("-", " "), _STATUS_OF)
    if status is not None:
        return None if status[1] == "before" else WordedClaim(status=status[0])
    match = re.match(_CLAIM, words)
    return None if match is None else _figure_claim(match, style)


def _figure_claim(match: re.Match[str], style: NumberStyle) -> WordedClaim | None:
    """Return what a claim with a number says, from its parts as `_CLAIM` names them."""
    wording = _wording(match["words"])
    unit = _looked_up(match["rest"], _UNIT_OF)
    number = _read(match["number"], style)
    if wording is None or unit is None or number is None:
        return None
    verb, nearness = wording
    unit_name, compared = unit
    meaning = _meaning(verb, (match["sign"] or "").strip(), unit_name)
    if meaning is None:
        return None
    sense, direction, change = meaning
    if compared:
        change = compared == "before"
    return WordedClaim(sense, number.value * direction, number.decimals, nearness, change)


def _looked_up(words: str, names: Mapping[str, Meaning]) -> tuple[Meaning, _Compared] | None:
    """Return what the words begin with, and what the rest of them compares with; None where they say anything else."""
    for name, compared in _cut(words):
        if name in names and compared is not None:
            return names[name], compared
    return None


def _cut(words: str) -> Iterator[tuple[str, _Compared | None]]:
    """Cut the words in two wherever that can be, the longest first part first; say what the second compares with."""
    yield words, ""
    end = words.rfind(" ")
    while end > 0:
        yield words[:end], _compared(words[end + 1 :])
        end = words.rfind(" ", 0, end)


def _compared(words: str) -> _Compared | None:
    if words in _BEFORE:
        return "before"
    if words in _PLANS or any(words.startswith(f"{of} ") and words[len(of) + 1 :] in _PLANS for of in _OF_PLANS):
        return "plan"
    return None


def _wording(words: str) -> tuple[str | None, Nearness] | None:
    """Return the verb and the nearness before a number, in either order; None where there is more."""
    if not words:
        return None, "exactly"
    for first, second in ((words[:end], words[end:].strip()) for end in range(len(words), -1, -1)):
        first = first.strip()
        if (not first or first in _VERB_OF) and (not second or second in _NEARNESS_OF):
            return first or None, _NEARNESS_OF.get(second, "exactly")
        if first in _NEARNESS_OF and second in _VERB_OF:
            return second, _NEARNESS_OF[first]
    return None


def _read(text: str, style: NumberStyle) -> Number | None:
    number = read_number(text, style)
    if isinstance(number, str) and style == "en" and re.match(_DECIMAL_COMMA, text):
        number = read_number(text, "vi")
    return None if isinstance(number, str) else number


def _meaning(verb: str | None, sign: str, unit: _ClaimUnit) -> _Verb | None:
    """Return what the verb, the sign and the unit say together, or None where they do not go together."""
    minus = sign not in ("", "+")
    if verb is None:
        sense: Sense = "reaches" if not sign else "exceeds"
        direction: Literal[1, -1] = -1 if minus else 1
        change = bool(sign)
    else:
        sense, direction, change = _VERB_OF[verb]
        if minus:
            if direction < 0:
                return None
            direction = -1
    if unit == "points":
        # "đạt 65 điểm" is a score, not a difference.
        return None if sense == "times" or (verb and sense == "reaches") else ("points", direction, change)
    if unit == "times":
        return None if direction < 0 else ("times", direction, change)
    return None if sense == "times" else (sense, direction, change)
