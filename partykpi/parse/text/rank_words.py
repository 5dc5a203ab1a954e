"""Places in a ranking as they are written: hạng nhất, dẫn đầu cả nước, thứ 9/63, trong nhóm 10 tỉnh đứng đầu, top ten.

A place that is named is that place, as a goal that or a better one; of the first so many it is any.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from partykpi.parse.text.fold import folded
from partykpi.parse.text.goal_words import plain_spaces

_NUMBERS = {
    "nhất": 1, "một": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20,
}  # fmt: skip

# Of these, what names one place and not so many: the top third are no three.
_ORDINALS = frozenset(
    ("nhất", "nhì", "tư", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)

# The first place, said without its number.
_FIRST = (
    "dẫn đầu", "đứng đầu", "vị trí dẫn đầu", "vị trí đứng đầu", "nhất", "vị trí nhất", "vị trí số 1", "vị trí số một",
    "số 1", "số một", "the lead", "in the lead", "lead", "leading place", "the leading place", "leading position",
    "the leading position", "top place", "the top place", "top rank", "the best", "no. 1", "number one",
)  # fmt: skip
_PLACE = (
    "hạng {n}", "thứ hạng {n}", "hạng thứ {n}", "thứ {n}", "vị trí {n}", "vị trí thứ {n}", "xếp thứ {n}",
    "xếp hạng {n}", "xếp hạng thứ {n}", "xếp vị trí thứ {n}", "xếp vị trí {n}", "đứng thứ {n}", "đứng hạng {n}",
    "đứng vị trí thứ {n}", "ở vị trí thứ {n}", "rank {n}", "ranked {n}", "ranking {n}", "place {n}", "no. {n}",
    "number {n}", "{nth}", "{nth} place", "{nth} rank", "the {nth} place", "{nth} in the ranking", "in {nth} place",
    "ranked {nth}", "rank {nth}", "place {nth}", "be {nth}",
)  # fmt: skip
_AMONG = (
    "{top} {n} {many} {lead}", "{n} {many} {lead}", "{top} {n} {lead}", "{n} {many} có {best} nhất",
    "{top} {n} {many} có {best} nhất", "{top} {n} {many}", "{top} {n}", "top {n} {many}", "the top {n}",
    "the first {n}", "the best {n}", "the {n} best", "the top {n} {many}", "the {n} best {many}",
    "the {n} {many} in the lead",
)  # fmt: skip
_PARTS = {
    "{n}": r"(?P<n>[0-9]{1,3}|[^\W\d_]+)",
    "{nth}": r"(?P<n>[0-9]{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]+)",
    "{top}": r"(?:top|tốp|nhóm)",
    "{best}": r"(?:thứ hạng|chỉ số|kết quả|điểm số) (?:cao|tốt)",
    "{lead}": r"(?:đứng đầu|dẫn đầu|đầu|tốt nhất|cao nhất|hàng đầu|khá nhất)",
    "{many}": (
        r"(?:tỉnh|thành phố|tỉnh, thành phố|tỉnh, thành|tỉnh thành|địa phương|huyện|quận|huyện, thành phố|xã|phường|"
        r"xã, phường|đơn vị|sở|sở, ngành|cơ quan|đảng bộ|bộ|bộ, ngành|provinces|districts|communes|units|localities|"
        r"cities|departments|agencies|committees|bodies)"
    ),
}
# Among whom, or where: it is shown as it is written.
_WHERE = (
    r"(?: (?P<where>(?:của |trong |ở |trên |toàn )?(?:cả nước|toàn quốc|toàn tỉnh|cả tỉnh|toàn huyện|toàn thành phố|"
    r"khu vực|vùng|khối|toàn khối|toàn ngành|ngành|phạm vi cả nước)(?: [^\W\d_]+){0,5}|"
    r"(?:of|in|among) (?:all |the )?(?:country|province|district|region|bloc|provinces|districts|communes|nation)|"
    r"nationwide|in the whole country))?"
)
_AMONG_LEADS = (
    r"(?:(?:nằm |đứng |xếp |xếp hạng |xếp loại |duy trì |lọt vào |lọt |vào )?(?:trong |thuộc |trong số |vào )?|"
    r"(?:be |rank |stay )?(?:in|among|one of|within) )"
)
_OF = r"(?:(?: ?/ ?| of | out of | trong | trong số )(?P<of>[0-9]{1,3})(?: (?P<counted>{many}))?)?"
_OR_BETTER = r"(?P<better> trở lên| or better| or higher| or above| and above| at least)?"
_AT_LEAST = r"(?P<least>từ |ít nhất |tối thiểu |không dưới |không thấp hơn |at least |no lower than |not lower than )?"


class Rank(NamedTuple):
    """A place in a ranking, or where it is `among` the first so many, the last of those; `where` as it is written.

    `of` is how many places there are, where that is written.
    """

    place: int
    among: bool = False
    where: str = ""
    of: int | None = None


class LeadingGroup(NamedTuple):
    """A group at the top of which nobody says how many are in it."""

    text: str


_GROUPS = re.compile(
    r"(?:(?:nằm |thuộc |vào |trong |lọt vào )*(?:nhóm|tốp|top) (?:các (?:tỉnh|xã|huyện|đơn vị|địa phương) )?"
    r"(?:đầu|dẫn đầu|đứng đầu|khá|tốt|trên|khá trở lên)|(?:in |among )?the (?:leading|top) (?:group|provinces|ones))"
    r"(?: .*)?"
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    found = []
    for forms, among in ((_FIRST, False), (_PLACE, False), (_AMONG, True)):
        for form in forms:
            pattern = form.replace(".", r"\.")
            for _ in range(2):
                for part, expression in _PARTS.items():
                    pattern = pattern.replace(part, f"(?:{expression})")
            of = _OF.replace("{many}", _PARTS["{many}"])
            lead = _AMONG_LEADS if among else _AT_LEAST
            for behind in (_WHERE,) if among else (_WHERE + _OR_BETTER, _OR_BETTER + _WHERE):
                found.append((re.compile(_folded_pattern(lead + f"(?:{pattern})" + of + behind)), among))
    place_of = r"(?P<n>[0-9]{1,3})" + _OF.replace("{many}", _PARTS["{many}"]).removesuffix("?") + _WHERE
    return (*found, (re.compile(_folded_pattern(place_of)), False))


def _folded_pattern(pattern: str) -> str:
    """Return a pattern as texts are compared; the capitals and backslashes of its signs stay."""
    return re.sub(r"[^A-Z\\]+", lambda found: folded(found[0]), pattern)


def read_rank(text: str) -> Rank | LeadingGroup | None:
    """Return the place that words name, a group of which nobody says how many are in it, or None."""
    text = plain_spaces(text)
    words = folded(text.lower())
    for pattern, among in _patterns():
        match = pattern.fullmatch(words)
        if match is None:
            continue
        parts = match.groupdict()
        place = _number(parts.get("n") or parts.get("word") or "1")
        of = int(parts["of"]) if parts.get("of") else None
        if place is None or place == 0 or (of is not None and place > of):
            continue
        if among and parts.get("n") in _ordinals():
            continue
        if parts.get("least") == "từ " and not parts.get("better"):
            continue
        where = text[match.start("where") : match.end("where")] if parts.get("where") else ""
        return Rank(place, among or bool(parts.get("least") or parts.get("better")), where, of)
    return LeadingGroup(text) if _GROUPS.fullmatch(words) else None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word) or _alike().get(word)


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(map(folded, _ORDINALS))


@cache
def _alike() -> dict[str, int]:
    return {folded(word): number for word, number in _NUMBERS.items()}
