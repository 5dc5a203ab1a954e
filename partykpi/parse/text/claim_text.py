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

    `number` is below zero where the words mean a fall ("giảm 5%"), a shortfall or a delay; it is None where the
    claim is a status word. `unit` is what a difference is written in (it may be left out), or the id of the unit of
    time. `literal` words say more or less, and not better or worse.
    """

    sense: Sense = "reaches"
    number: Fraction | None = None
    decimals: int = 0
    nearness: Nearness = "exactly"
    change: bool = False
    status: Status | None = None
    unit: str = ""
    literal: bool = False


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
        "hoàn thành vượt mức", "đã vượt", "ước vượt", "cao hơn", "nhiều hơn",
    ),
    ("exceeds", -1, False): (
        "falls short by", "fell short by", "short by", "thấp hơn", "ít hơn", "thiếu", "hụt",
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

# Verbs and words behind a number that say more or less than the goal, whichever is the better.
_LITERAL_VERBS = frozenset(("cao hơn", "nhiều hơn", "thấp hơn", "ít hơn"))
_MORE_THAN: dict[str, Literal[1, -1]] = {
    "more than": 1, "higher than": 1, "above": 1, "nhiều hơn": 1, "cao hơn": 1,
    "fewer than": -1, "less than": -1, "lower than": -1, "below": -1, "short of": -1, "ít hơn": -1, "thấp hơn": -1,
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
    "worsened": ("worsened", "giảm so với đầu kỳ", "kém hơn đầu kỳ"),
    "pending": ("pending", "not yet achieved", "not yet met", "chưa đạt", "chưa hoàn thành"),
    "nearly": (
        "nearly", "basically", "nearly achieved", "basically achieved", "nearly met", "basically met",
        "nearly completed", "basically completed", "cơ bản đạt", "cơ bản hoàn thành", "đạt cơ bản", "cơ bản",
        "hoàn thành cơ bản",
    ),
    "missed": ("missed", "not achieved", "not met", "not completed", "không đạt", "không hoàn thành"),
}  # fmt: skip


# Time before or after the day by which a goal is to be met: what is done, and how it is said before or behind the time.
_TIMES: dict[str, tuple[str, ...]] = {
    "year": ("year", "years", "năm"),
    "quarter": ("quarter", "quarters", "quý"),
    "month": ("month", "months", "tháng"),
    "day": ("day", "days", "ngày"),
}
_ARRIVES = (
    "met", "achieved", "completed", "finished", "reached", "done", "về đích", "đã về đích", "cán đích", "hoàn thành",
    "đã hoàn thành", "đạt", "đã đạt",
)  # fmt: skip
_EARLY_BEFORE: dict[str, Literal[1, -1]] = {
    "trước": 1, "trước hạn": 1, "trước thời hạn": 1, "trước kế hoạch": 1, "trước tiến độ": 1, "sớm": 1, "sớm hơn": 1,
    "vượt tiến độ": 1,
    "chậm": -1, "chậm hơn": -1, "chậm tiến độ": -1, "muộn": -1, "muộn hơn": -1, "trễ": -1, "trễ hạn": -1, "quá hạn": -1,
}  # fmt: skip
_EARLY_AFTER: dict[str, Literal[1, -1]] = {
    "early": 1, "earlier": 1, "earlier than planned": 1, "ahead": 1, "ahead of schedule": 1, "ahead of time": 1,
    "ahead of plan": 1, "ahead of the plan": 1, "in advance": 1, "before schedule": 1, "before the deadline": 1,
    "before its deadline": 1, "before its date": 1, "sớm": 1, "trước hạn": 1, "trước thời hạn": 1,
    "late": -1, "behind schedule": -1, "overdue": -1, "after the deadline": -1, "after its deadline": -1,
    "after its date": -1, "chậm": -1, "quá hạn": -1,
}  # fmt: skip
_DATES = ("so với thời hạn", "so với hạn", "so với tiến độ", "so với tiến độ đề ra", "so với thời hạn đề ra")

_IN_DIGITS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip

_VERB_OF: dict[str, _Verb] = {word: verb for verb, words in _VERBS.items() for word in words}
_NEARNESS_OF: dict[str, Nearness] = {word: nearness for nearness, words in NEARNESS.items() for word in words}
_UNIT_OF: dict[str, _ClaimUnit] = {word: unit for unit, words in _UNITS.items() for word in words}
_TIME_OF: dict[str, str] = {word: unit for unit, words in _TIMES.items() for word in words}
_STATUS_OF: dict[str, Status] = {word: status for status, words in _STATUSES.items() for word in words}

# Patterns are compiled when a claim first needs them, not at every start.
_CLAIM = (
    r"(?P<words>[^0-9]*?) ?(?P<sign>[+\-−–] ?)?(?P<number>[0-9][0-9.,_\u00a0\u202f]*) ?"
    r"(?P<rest>(?:[^0-9]|(?<=m)[23])*)\Z"
)
_SPACES = r"(?<![0-9])\s+|\s+(?![0-9])"

# A comma that can only be a decimal sign, whatever the style: no group of three follows it.
_DECIMAL_COMMA = r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})\Z"

# What the words after a claim's unit compare it with: what was there before, or the plan.
_Compared = Literal["before", "plan", ""]

Meaning = TypeVar("Meaning")


@lru_cache(maxsize=8192)
def read_claim(text: str, style: NumberStyle, sense: Sense | None = None) -> WordedClaim | None:
    """Return what the text of a claim says, in the words of either language, or None where it is no claim.

    The number is read in the `style`; under `en` a decimal comma is accepted where it can mean nothing
    else. Growth ("tăng 12%") and a bare sign ("+1.2 points", "-5%") mean a change against what was there
    before, unless the words name the plan; so does any figure "so với cùng kỳ". Where the `sense` is said beside the
    text, a bare figure is enough for a difference, and a bare time for how early a goal was met.
    """
    bare = read_number(text[:-1].rstrip(), style) if text.endswith("%") and text[0].isdigit() else ""
    if not isinstance(bare, str) and sense not in ("difference", "early"):
        return WordedClaim("reaches", bare.value, bare.decimals)
    words = re.sub(_SPACES, " ", unicodedata.normalize("NFC", text)).strip().lower().removesuffix(".")
    status = _looked_up(words.replace("-", " "), _STATUS_OF)
    if status is not None:
        return None if status[1] == "before" else WordedClaim(status=status[0])
    match = re.match(_CLAIM, words) or re.match(_CLAIM, _in_digits(words))
    if match is None:
        return None
    found = _early_claim(match, style) or _figure_claim(match, style) or _difference_claim(match, style)
    if sense in ("difference", "early") and (found is None or found.sense != sense):
        return _bare_claim(match, style, sense)
    return found


def _in_digits(words: str) -> str:
    """Return the words with the first number that is spelled out in digits, such as two years."""
    spelled = re.compile(rf"\b(?:{'|'.join(_IN_DIGITS)})\b(?= (?:{'|'.join(_TIME_OF)})\b)")
    return spelled.sub(lambda found: str(_IN_DIGITS[found[0]]), words, count=1)


def _early_claim(match: re.Match[str], style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of the time before or after the day that the goal was for; None where it says none."""
    time, _, after = match["rest"].partition(" ")
    number = _read(match["number"], style)
    if time not in _TIME_OF or number is None or match["sign"]:
        return None
    before, nearness = _without_nearness(match["words"])
    for arrives in ("", *_ARRIVES):
        if not before.startswith(arrives):
            continue
        words = _without_plan(before[len(arrives) :].strip()) if arrives else before
        direction = _EARLY_AFTER.get(after) if not words else None
        if words in _EARLY_BEFORE and (not after or after in _DATES or _compared(after) == "plan"):
            direction = _EARLY_BEFORE[words]
        if direction is not None:
            return WordedClaim("early", number.value * direction, number.decimals, nearness, unit=_TIME_OF[time])
    return None


def _without_nearness(words: str) -> tuple[str, Nearness]:
    """Return the words without the one at either end that says how near a number is, and what it says."""
    if words.endswith(tuple(_EARLY_BEFORE)):
        return words, "exactly"  # "hơn" is a part of "sớm hơn 2 năm"
    for word, nearness in _NEARNESS_OF.items():
        if words == word or words.endswith(f" {word}"):
            return words[: -len(word)].strip(), nearness
    for word, nearness in _NEARNESS_OF.items():
        if words.startswith(f"{word} "):
            return words[len(word) :].strip(), nearness
    return words, "exactly"


def _without_plan(words: str) -> str:
    """Return the words without the plan that they begin with: what is met early may be named."""
    plan = max((plan for plan in _PLANS if words == plan or words.startswith(f"{plan} ")), key=len, default="")
    return words[len(plan) :].strip()


def _difference_claim(match: re.Match[str], style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of more or fewer things than the goal; None where it says nothing of that."""
    number, rest = _read(match["number"], style), match["rest"]
    if number is None or _looked_up(rest, _UNIT_OF) is not None:
        return None
    sign = (match["sign"] or "").strip()
    more = _more_than_plan(rest)
    if more is not None:
        wording = _wording(match["words"])
        return None if wording is None or wording[0] or sign else _more_claim(number, more, wording[1])
    wording = _wording_about_plan(match["words"])
    if wording is None:
        return None
    verb, nearness = wording
    meaning = _meaning(verb, sign, "%")
    unit, compared = min(((unit, found) for unit, found in _cut(rest) if found is not None), key=_length_of_unit)
    if meaning is None or meaning[0] != "exceeds" or not (unit[:1].isalpha() or unit[:1] == "₫"):
        return None
    _, direction, change = meaning
    if compared:
        change = compared == "before"
    return WordedClaim(
        "difference",
        number.value * direction,
        number.decimals,
        nearness,
        change,
        unit=unit,
        literal=verb in _LITERAL_VERBS,
    )


def _more_claim(number: Number, more: tuple[str, Literal[1, -1]], nearness: Nearness) -> WordedClaim | None:
    """Return what "12% more than the plan" or "6 members fewer than the goal" says."""
    words, direction = more
    unit = _UNIT_OF.get(words)
    if unit == "times":
        return None
    sense: Sense = "difference" if unit is None else "points" if unit == "points" else "exceeds"
    unit_words = words if unit is None else ""
    return WordedClaim(sense, number.value * direction, number.decimals, nearness, unit=unit_words, literal=True)


def _more_than_plan(rest: str) -> tuple[str, Literal[1, -1]] | None:
    """Return the unit and the direction of words such as "members more than the goal"; the unit may be left out."""
    for plan in _PLANS:
        for more, direction in _MORE_THAN.items():
            if rest == f"{more} {plan}" or rest.endswith(f" {more} {plan}"):
                return rest[: -len(f"{more} {plan}")].strip(), direction
    return None


def _length_of_unit(cut: tuple[str, _Compared]) -> int:
    return len(cut[0])


def _wording_about_plan(words: str) -> tuple[str | None, Nearness] | None:
    """Return the verb and the nearness before a number, also where the plan stands between: "vượt chỉ tiêu 6"."""
    wording = _wording(words)
    if wording is not None:
        return wording
    for plan in sorted(_PLANS, key=len, reverse=True):
        if words.endswith((f" {plan}", f" {plan} by")):
            wording = _wording(words.removesuffix(" by")[: -len(plan)].strip())
            verb = None if wording is None else wording[0]
            return wording if verb is not None and _VERB_OF[verb][0] == "exceeds" else None
    return None


def _bare_claim(match: re.Match[str], style: NumberStyle, sense: Sense) -> WordedClaim | None:
    """Return a difference or a time before its date of which no more is written than the figure."""
    number, wording = _read(match["number"], style), _wording(match["words"])
    if number is None or wording is None or wording[0] is not None:
        return None
    unit = match["rest"]
    if sense == "early":
        if unit not in ("", *_TIME_OF):
            return None
        unit = _TIME_OF.get(unit, "year")
    value = -number.value if (match["sign"] or "+").strip() != "+" else number.value
    return WordedClaim(sense, value, number.decimals, wording[1], unit=unit)


def _figure_claim(match: re.Match[str], style: NumberStyle) -> WordedClaim | None:
    """Return what a claim with a number says, from its parts as `_CLAIM` names them."""
    wording = _wording_about_plan(match["words"])
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
    return WordedClaim(
        sense, number.value * direction, number.decimals, nearness, change, literal=verb in _LITERAL_VERBS
    )


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
