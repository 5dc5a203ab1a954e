"""The words behind a figure that are no unit but belong to it: what a percentage is of, the same in another unit.

"Trên 80% sản lượng lúa" is over 80%, and of what it is, is kept as it is written. Each rewriting takes one such thing
away, or puts the unit of the indicator in the place of one that means the same; what none of them knows stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.model import Indicator
from partykpi.parse.text import units
from partykpi.parse.text.amount import Amount, AmountFault, amount_on, read_amount
from partykpi.parse.text.fold import folded
from partykpi.parse.text.goal_words import BEFORE
from partykpi.parse.text.number import NumberStyle
from partykpi.parse.text.unit_table import UNITS
from partykpi.parse.text.units import CustomUnits

_POINTS = re.compile(r"điểm ?%|điểm phần trăm|% points?|percent(?:age)? points?|\bpoints\b")

_NEW = re.compile(r"(?<=[^\W\d_]) mới\b|(?<=[0-9]) new(?= [^\W\d_])")

# What percentages are of, besides what units count: the first word or words of it.
_WHOLES = (
    "dân số", "số hộ", "số người", "số dân", "số", "tổng số", "tổng", "tổng sản lượng", "sản lượng", "diện tích",
    "tổng diện tích", "giá trị", "tổng giá trị", "vốn", "tổng vốn", "số vốn", "dân cư", "khu dân cư", "nhân dân",
    "nhân khẩu", "lực lượng lao động", "người lao động", "phụ nữ", "thanh niên", "đoàn viên", "hội viên", "trẻ",
    "trẻ em", "cán bộ", "công chức", "viên chức", "cấp ủy", "cấp ủy viên", "tổ chức", "tổ chức đảng",
    "tổ chức cơ sở đảng", "chi bộ", "đảng bộ", "chi, đảng bộ", "đảng viên", "cơ quan", "cơ sở", "cụm dân cư", "ấp",
    "khóm", "tổ dân phố", "buôn", "làng", "phường", "huyện", "tỉnh", "trạm y tế", "trường học", "trường", "học sinh",
    "giáo viên", "giáo dân", "hồ sơ", "thủ tục hành chính", "dịch vụ công", "văn bản", "rác thải", "chất thải",
    "chất thải rắn", "nước thải", "đất", "rừng", "lúa", "cây trồng", "vật nuôi", "đường", "tuyến đường", "số km",
    "kênh mương", "nhu cầu", "kim ngạch", "grdp", "gdp", "ngân sách", "số thu", "doanh nghiệp", "hợp tác xã",
    "hộ nông dân", "gia đình", "địa bàn", "thôn", "bản", "xã", "chất lượng", "công việc", "nhiệm vụ", "đơn vị",
    "đơn thư", "đơn", "vụ việc", "cuộc họp", "lĩnh vực", "người dân", "bệnh nhân", "thanh thiếu niên", "lao động",
)  # fmt: skip
# What is no whole: a comparison with something else, a bound, a time, a change.
_NO_WHOLE = (
    "so với", "so voi", "trở lên", "trở xuống", "tro len", "tro xuong", "mỗi", "hằng", "hàng năm", "từng năm", "năm",
    "quý", "tháng", "tăng", "giảm", "hơn", "kém", "trên", "dưới", "hoặc", "nhưng", "bình quân", "trung bình", "điểm",
    "lần", "vượt", "bằng", "gần", "khoảng", "còn", "kế hoạch", "chỉ tiêu", "mục tiêu", "cùng kỳ", "than", "compared",
    "more", "less", "fewer", "year", "years", "month", "quarter", "plan", "target", "goal", "previous", "last", "over",
    "under", "above", "below", "or", "but", "points", "point", "average", "increase", "decrease", "times", "each",
    "every", "annually", "yearly", "tối đa", "tối thiểu", "ít nhất", "nhiều nhất", "không quá", "không dưới",
    "at most", "at least", "maximum", "minimum", "nghìn", "ngàn", "triệu", "tỷ", "thousand", "million", "billion",
)  # fmt: skip
_MOST_WORDS = 14

# A figure in brackets behind another, and words in brackets.
_IN_BRACKETS = re.compile(r"(?P<figure>[^()]+?) ?\((?P<other>[^()]+)\)")
_OF_WHAT = re.compile(
    r"(?P<figure>.*[0-9] ?(?:%|phần trăm|per ?cent|percent)(?: (?:trở lên|or more|or above))?) (?P<whole>.+)"
)
_CLOSED = re.compile(r" (?:trở lên|trở xuống|or more|or above|or less)\Z")
_AGED = re.compile(
    folded(r" (?:dưới|trên|từ|đủ) [0-9]{1,2}(?: đến [0-9]{1,2})? (?:tháng )?tuổi(?: trở lên)?| under (?:5|five)\b")
)
_QUALITY = re.compile(
    r"(?P<figure>.*[0-9].*?) (?P<quality>(?:được công nhận |được xếp hạng )?đạt "
    r"(?:(?:từ |hạng |chuẩn )?[1-5] sao(?: trở lên)?|(?:tiêu chuẩn|danh hiệu)(?P<plain>(?: [^\W\d_]+){0,8})))"
)
_SHORTENED = re.compile(r"[^\W\d_a-zđ]{3,}\b")  # TTHC, BHYT
PAIR = re.compile(
    r"(?P<before>[^0-9]*)(?P<part>[0-9][0-9.,_]*)(?P<own>[^0-9/]*)/ ?(?P<whole>[0-9][0-9.,_]*)(?P<unit>[^0-9/]*)"
)
"""Two figures with a slash between them, the first with a unit of its own or without."""


class Worded(NamedTuple):
    """A figure in the unit of an indicator, the text that is it alone, and words that are shown as they are written."""

    amount: Amount
    text: str
    words: str = ""


class FigureContext(NamedTuple):
    """What a figure is read with; money is exchanged by the rate of the day.

    Of `parts` the words around say that 12/19 is a part of them all, and not what is reached of what was asked.
    """

    indicator: Indicator
    style: NumberStyle
    custom_units: CustomUnits
    day: date | None = None
    parts: bool = False

    def amount(self, text: str) -> Amount | AmountFault:
        """Return the figure that a text writes without any words, or what is wrong with it."""
        return amount_on(text, self.style, self.indicator.unit, self.custom_units, self.day)


def read_worded(text: str, read: FigureContext) -> Worded | AmountFault:
    """Return a figure with words behind it that are no unit, or what is wrong with it."""
    shown = ""
    for _ in range(len(_REWRITINGS)):
        amount = read.amount(text)
        if type(amount) is Amount:
            return Worded(amount, text, shown)
        rewritten = next((found for rewrite in _REWRITINGS for found in rewrite(text, read)), None)
        if rewritten is None:
            break
        text, words = rewritten
        shown = f"{words} {shown}".strip()
    last = read.amount(text)
    return last if isinstance(last, AmountFault) else Worded(last, text, shown)


_Rewritten = Iterator[tuple[str, str]]


def _in_brackets(text: str, read: FigureContext) -> _Rewritten:
    """Of a figure and another one in brackets keep the one that is of the unit; the other is shown.

    Two of the unit must be the same.
    """
    match = _IN_BRACKETS.fullmatch(text.strip())
    if match is None:
        return
    first, other = match["figure"].strip(), match["other"].strip()
    if _is_shown_of(first, other, read):
        yield first, f"({other})"
        return
    found = [read.amount(_without_whole(part, read.indicator)) for part in (first, other)]
    own = [part for part, amount in zip((first, other), found, strict=True) if type(amount) is Amount]
    if len(own) == 2 and _is_as_much(*found) and not other.isdigit():
        yield first, f"({other})"
    elif len(own) == 2 and _is_as_much(*reversed(found)):
        yield other, f"({first})"
    elif len(own) == 1:
        elsewhere = other if own[0] == first else first
        if _is_figure_of_another(_without_whole(elsewhere, read.indicator), read):
            yield own[0], f"({elsewhere})"


def _is_as_much(one: Amount | AmountFault, other: Amount | AmountFault) -> bool:
    if isinstance(one, AmountFault) or isinstance(other, AmountFault):
        return False
    if (one.figure, one.per) == (other.figure, other.per) and not other.operator:
        return True
    share, percentage = one.figure.exact, other.figure.exact  # rounded, where it is that of a share: 94,1% (1187/1261)
    if one.share is None or share is None or percentage is None or other.operator or other.share is not None:
        return False
    return abs(share - percentage) < (other.step or 1)


def _is_shown_of(figure: str, other: str, read: FigureContext) -> bool:
    """Say whether words in brackets are those that a report shows of a figure: (12/19)."""
    amount, pair = read.amount(figure), PAIR.fullmatch(other)
    if pair is None or type(amount) is not Amount or not read.indicator.unit.counted or not _is_part(pair, read):
        return False
    part = read.amount(pair["part"])
    return type(part) is Amount and part.figure.exact == amount.figure.low


def _without_whole(text: str, indicator: Indicator) -> str:
    match = _OF_WHAT.fullmatch(text)
    return text if match is None or not is_whole(match["whole"], indicator) else match["figure"]


def _is_figure_of_another(text: str, read: FigureContext) -> bool:
    """Say whether a text is one figure, with a unit that is not that of the indicator."""
    for unit in (*UNITS.values(), *read.custom_units.by_name.values()):
        if units.dimension(unit) != units.dimension(read.indicator.unit) and not unit.ordinal:
            found = read_amount(text, read.style, unit, read.custom_units)
            if type(found) is Amount and re.search(r"[^\W\d_]|%", text):
                return found.per is None
    return False


def _of_what(text: str, read: FigureContext) -> _Rewritten:
    """Take away what a percentage is of; words of a bound may stand behind it."""
    match = _OF_WHAT.fullmatch(text) if read.indicator.unit.percent else None
    if match is None:
        return
    whole, closed = match["whole"], _CLOSED.search(match["whole"])
    if is_whole(whole, read.indicator):
        yield match["figure"], whole
    elif closed is not None and is_whole(whole[: closed.start()], read.indicator):
        yield match["figure"] + closed[0], whole[: closed.start()]


def is_whole(words: str, indicator: Indicator) -> bool:
    """Say whether words name something that percentages are of, and nothing about their size."""
    spoken = _AGED.sub("", folded(words.lower()))
    if re.search(r"[0-9<>=≥≤±~]", spoken) or len(spoken.split()) > _MOST_WORDS:
        return False
    named = words_of_names(indicator)
    inside = f" {spoken.replace(',', ' ')} "
    if any(f" {word} " in inside for word in _no_wholes() if word not in named):
        return False
    if spoken.startswith("of "):
        return len(spoken) > len("of ")
    first = spoken.replace(",", " ").split()
    known = any(" ".join(first[:count]) in _wholes() for count in range(1, 5)) or first[0] in named
    return known or _SHORTENED.match(words) is not None


@cache
def _wholes() -> frozenset[str]:
    counted = (name for unit in UNITS.values() if unit.counted and not unit.ordinal for name in (*unit.one, *unit.many))
    return frozenset(folded(words.replace(",", " ")) for words in (*_WHOLES, *counted) if words)


@cache
def _no_wholes() -> tuple[str, ...]:
    return tuple(map(folded, _NO_WHOLE))


@cache
def words_of_names(indicator: Indicator) -> frozenset[str]:
    """Return the words and the runs of words of what an indicator is called."""
    return frozenset(run for name in (indicator.name.en, indicator.name.vi) for run in _runs(_words_of(name or "")))


def _words_of(name: str) -> list[str]:
    return folded(name.lower()).replace(",", " ").replace("/", " ").split()


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Return the words, each alone and with those that follow it."""
    for first in range(len(words)):
        for last in range(first, len(words)):
            yield " ".join(words[first : last + 1])


@cache
def names_before(indicator: Indicator) -> frozenset[str]:
    """Return what an indicator may be called before a figure: its names, and two words or more of them.

    Words that say something of the figure by themselves are none of the latter.
    """
    telling = [words for meaning in BEFORE if meaning != "figure" for words in map(folded, BEFORE[meaning])]
    ends = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(telling, key=len, reverse=True)))})\b")
    names = [_words_of(name) for name in (indicator.name.en, indicator.name.vi) if name]
    parts = [part.split() for name in names for part in ends.split(" ".join(name))]
    others = [words for words in map(_words_of, indicator.also) if not ends.search(" ".join(words))]
    others += [[*folded("tỷ lệ").split(), *words] for words in others] if indicator.unit.percent else []
    called = frozenset(map(" ".join, (*names, *others)))
    return called.union(run for part in parts for run in _runs(part) if " " in run)


@cache
def _nouns(indicator: Indicator) -> frozenset[str]:
    """Return the pairs of words that follow each other in what an indicator is called: bảo hiểm, nước sạch."""
    names = [_words_of(name) for name in (indicator.name.en, indicator.name.vi, *indicator.also) if name]
    pairs = frozenset(" ".join(pair) for words in names for pair in pairwise(words))
    return pairs - _NO_NOUNS


# What many names begin with, and says nothing of what is measured.
_NO_NOUNS = frozenset(map(folded, ("tỷ lệ", "số lượng", "tổng số", "share of", "number of", "rate of")))

_MEASURED_FIRST = re.compile(r"(?P<what>[^\W\d_].*?) (?:phấn đấu )?(?:đạt|reaches|reaching) (?P<figure>[^0-9]*[0-9].*)")


def figure_first(text: str, indicator: Indicator) -> str | None:
    """Return a goal that names what percentages are of before the figure with the figure first, or None.

    "Người dân tham gia bảo hiểm y tế đạt trên 95%" is over 95% of them, where the indicator is called by such words.
    """
    match = _MEASURED_FIRST.fullmatch(text) if indicator.unit.percent else None
    if match is None:
        return None
    spoken = f" {' '.join(_words_of(match['what']))} "
    shared = any(f" {noun} " in spoken for noun in _nouns(indicator))
    return f"{match['figure']} {match['what']}" if shared else None


def _points(text: str, read: FigureContext) -> _Rewritten:
    """Put percent for the percentage points of a yearly change; growth, which compounds, is in no points."""
    is_change = read.indicator.unit.percent and kinds.find(read.indicator.kind).below_zero
    if is_change and read.indicator.mean == "arithmetic" and _POINTS.search(text.lower()):
        yield _POINTS.sub("%", text.lower()), ""


def _own_name(text: str, read: FigureContext) -> _Rewritten:
    """Take away words behind the unit that the indicator is called by: 8 xã đạt chuẩn nông thôn mới."""
    named = words_of_names(read.indicator)
    for space in (found.start() for found in re.finditer(" ", text)):
        behind = folded(text[space + 1 :].lower())
        if behind in named and type(read.amount(text[:space])) is Amount and text[:space][-1:].isalpha():
            yield text[:space], ""
            return


def _part_of_all(text: str, read: FigureContext) -> _Rewritten:
    """Of a figure of as many take the one: 19/19 xã, ít nhất 12/19 xã.

    A bare 12/19 may be what is reached and what was asked, unless both are the same.
    """
    match = PAIR.fullmatch(text)
    if match is None or match["own"].strip() or not _is_part(match, read):
        return
    bounded = bool(match["before"].strip()) or _CLOSED.search(match["unit"]) is not None
    if bounded or read.parts or match["part"] == match["whole"]:
        yield f"{match['before']}{match['part']}{match['unit']}", f"({match['part']}/{match['whole']})"


def _is_part(pair: re.Match[str], read: FigureContext) -> bool:
    """Say whether the first of two figures of the unit can be a part of the second."""
    part, whole = read.amount(pair["part"]), read.amount(pair["whole"])
    if type(part) is not Amount or type(whole) is not Amount or not read.indicator.unit.additive:
        return False
    return part.figure.exact is not None and whole.figure.exact is not None and part.figure.exact <= whole.figure.exact


def _quality(text: str, read: FigureContext) -> _Rewritten:
    """Take away how good what is counted must be: 2 sản phẩm OCOP đạt 3 sao trở lên, 5 thôn đạt danh hiệu."""
    match = _QUALITY.fullmatch(text) if read.indicator.unit.counted else None
    if match is None or any(f" {word} " in f" {folded(match['plain'] or '')} " for word in _no_wholes()):
        return
    if type(read.amount(match["figure"])) is Amount and match["figure"][-1:].isalpha():
        yield match["figure"], match["quality"]


def _new(text: str, read: FigureContext) -> _Rewritten:
    """Take away that what is added is new: 25 đảng viên mới."""
    match = _NEW.search(text.lower())
    if match is not None and kinds.find(read.indicator.kind).adds_up:
        yield text[: match.start()] + text[match.end() :], ""


_REWRITINGS = (
    _part_of_all, _points, _in_brackets, _of_what, _own_name, _quality, _new,
)  # fmt: skip
