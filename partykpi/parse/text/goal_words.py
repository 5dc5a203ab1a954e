"""The words of a resolution around the figure of a goal: what each says, in one table, and what they leave.

"Hằng năm kết nạp từ 25 đảng viên trở lên" leaves "từ 25 đảng viên trở lên" and says that each year has to keep it.
Words that are in no table are left where they are, and make the goal no figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple
from unicodedata import normalize

from partykpi.core.time import Period
from partykpi.parse.text.deadline import read_deadline
from partykpi.parse.text.fold import folded, without_accents
from partykpi.parse.text.period import read_calendar_years
from partykpi.parse.text.quantity import OPENING_WORDS

Meaning = Literal[
    "figure",
    "each-year",
    "average",
    "average-year",
    "term",
    "term-end",
    "down-to",
    "up-to",
    "more",
    "new",
    "deed",
    "held",
    "rise",
    "fall",
    "on-year",
]
"""What words around a figure say: no more than the `figure`; who has to keep it (`each-year`, an `average`, one of the
years, or the whole `term`) or by when (`term-end`); that it is the level where a change leads (`down-to`, `up-to`), or
where something is `held` down; how many come to what there is (`more`, `new`), or how many something is done to
(`deed`); or a change itself, of which `on-year` says that it is that from the year before."""

BEFORE: Mapping[Meaning, tuple[str, ...]] = {
    "figure": (
        "được", "đã đạt", "đã có", "đạt", "phấn đấu", "phấn đấu đạt", "phấn đấu có", "quyết tâm", "quyết tâm đạt",
        "đạt được", "đạt và vượt", "đạt hoặc vượt", "có", "có được", "là", "bằng", "mức", "ở mức", "đạt mức", "tỷ lệ",
        "đạt tỷ lệ", "tỷ lệ đạt", "chiếm", "chiếm tỷ lệ", "số", "số lượng", "duy trì", "duy trì ở mức", "giữ",
        "giữ vững", "giữ ở mức", "giữ mức", "ổn định", "ổn định ở mức", "giữ ổn định", "bảo đảm", "đảm bảo", "xây dựng",
        "xây dựng được", "tổ chức", "đào tạo", "tạo", "cho", "huy động", "thực hiện", "hoàn thành", "công nhận",
        "được công nhận", "thu", "ban hành", "mở rộng", "đón", "phấn đấu xây dựng", "tổng số", "tổng cộng",
        "toàn đảng bộ", "trên địa bàn", "trên địa bàn xã", "trên địa bàn huyện", "trên địa bàn tỉnh", "đưa vào",
        "reach", "reaching", "reaches", "achieve", "achieving", "attain", "to reach", "to achieve", "keep", "keep at",
        "keep it", "maintain", "maintain at", "have", "with", "build", "create", "train", "hold", "complete",
        "a total of", "in total", "a rate of", "a share of", "the figure of", "a level of", "the level of",
        "strive for", "aim for",
    ),
    "each-year": (
        "mỗi năm", "hằng năm", "hàng năm", "từng năm", "mỗi năm có", "each year", "every year", "yearly", "annually",
        "in each year", "in every year",
    ),
    "average": ("bình quân", "trung bình", "tính bình quân", "an average of", "on average", "average", "averaging"),
    "average-year": (
        "bình quân hằng năm", "bình quân hàng năm", "bình quân mỗi năm", "bình quân một năm", "bình quân năm",
        "bình quân các năm", "bình quân/năm", "trung bình hằng năm", "trung bình hàng năm", "trung bình mỗi năm",
        "trung bình một năm", "hằng năm bình quân", "hàng năm bình quân", "mỗi năm bình quân", "a yearly average of",
        "an annual average of", "a year on average", "each year on average", "every year on average",
        "on average each year", "on average every year", "average per year", "average annual",
    ),
    "term": (
        "cả nhiệm kỳ", "trong nhiệm kỳ", "trong cả nhiệm kỳ", "toàn nhiệm kỳ", "trong toàn nhiệm kỳ", "nhiệm kỳ này",
        "toàn khóa", "cả giai đoạn", "toàn giai đoạn", "trong cả giai đoạn", "cả khóa", "trong khóa", "over the term",
        "over the whole term", "in the term", "during the term", "for the term", "for the whole term",
        "throughout the term", "in the whole term",
    ),
    "term-end": (
        "đến cuối nhiệm kỳ", "vào cuối nhiệm kỳ", "cuối nhiệm kỳ", "đến hết nhiệm kỳ", "hết nhiệm kỳ",
        "by the end of the term", "at the end of the term",
    ),
    "down-to": (
        "còn", "chỉ còn", "giảm còn", "giảm xuống", "giảm xuống còn", "xuống", "xuống còn", "kéo giảm còn",
        "kéo giảm xuống", "kéo giảm xuống còn", "đưa xuống còn", "hạ xuống", "hạ xuống còn", "giảm tỷ lệ xuống còn",
        "giảm tỷ lệ còn", "down to", "cut to", "reduce to", "reduced to", "to be reduced to", "fall to", "falling to",
        "falls to", "lower to", "lowered to", "decrease to", "decreased to", "bring down to", "brought down to",
        "drop to",
    ),
    "up-to": (
        "lên", "nâng lên", "nâng tỷ lệ lên", "tăng lên", "đưa lên", "đưa tỷ lệ lên", "raise to", "raised to",
        "rise to", "rising to", "increase to", "increased to", "grow to", "bring up to",
    ),
    "more": ("tăng thêm", "thêm", "có thêm"),
    "new": (
        "kết nạp mới", "phát triển mới", "xây dựng mới", "xây mới", "thành lập", "thành lập mới", "trồng mới", "trồng",
        "mở", "thu hút", "phát triển", "kết nạp", "kết nạp được", "đã kết nạp", "đã kết nạp được", "phấn đấu kết nạp",
        "giới thiệu", "admit", "admitting", "to admit", "found", "plant",
    ),
    "deed": (
        "giải quyết", "xóa", "sắp xếp", "sáp nhập", "tinh giản", "giảm nghèo", "cắt giảm", "xử lý", "xóa bỏ",
        "thanh lý", "remove", "do away with", "giải quyết việc làm cho", "tạo việc làm cho",
        "giải quyết việc làm mới cho", "tạo việc làm mới cho", "kiểm tra", "giám sát", "hỗ trợ", "sửa chữa", "nâng cấp",
        "cải tạo", "khen thưởng", "tuyên dương", "vận động", "cứng hóa", "bê tông hóa",
    ),
    "held": (
        "khống chế", "khống chế ở mức", "kiểm soát", "kiểm soát ở mức",
    ),
    "rise": (
        "tăng", "tăng trưởng", "tốc độ tăng", "tốc độ tăng trưởng", "tăng trưởng đạt", "tốc độ tăng trưởng đạt",
        "growth of", "growth", "grow by", "growing by", "increase by", "rise by", "rise of", "an increase of",
        "a rise of",
    ),
    "fall": (
        "giảm", "giảm được", "kéo giảm", "mức giảm", "reduce by", "cut by", "fall by", "decrease by", "a cut of",
        "a reduction of", "a fall of", "a decrease of", "lower by",
    ),
}  # fmt: skip
"""What is written before the figure, or before the words of its bound."""

BEHIND: Mapping[Meaning, tuple[str, ...]] = {
    "each-year": (
        "mỗi năm", "hằng năm", "hàng năm", "từng năm", "each year", "every year", "in each year", "in every year",
        "annually", "yearly",
    ),
    "average": ("bình quân", "on average"),
    "on-year": (
        "so với cùng kỳ", "so với năm trước", "so với cùng kỳ năm trước", "so với năm liền trước", "year on year",
        "on the year before",
    ),
    "average-year": (
        "bình quân hằng năm", "bình quân hàng năm", "bình quân mỗi năm", "bình quân/năm", "each year on average",
        "every year on average", "on average each year", "on average every year",
    ),
    "term-end": BEFORE["term-end"],
    "term": (
        *BEFORE["term"], "/nhiệm kỳ", "/ nhiệm kỳ", "một nhiệm kỳ", "/khóa", "per term", "a term", "/term", "/ term",
    ),
}  # fmt: skip
"""What is written behind the figure and its unit."""

# A stretch of years, which the goal may say that it speaks of; so many years of any beginning.
_YEARS = re.compile(
    folded(r"(?:(?:trong|của|over|in|for|during|the) )*(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|period|term|years) )?")
    + r"(?P<first>[12][0-9]{3}) ?[-–] ?(?P<last>[12][0-9]{3})"
)
_SO_MANY = re.compile(r"(?:(?:trong|của|cả|over|in|for|during|the) )*(?P<count>[1-9][0-9]?) (?:năm|years)")

# No goal has more words about one of its times.
_MOST_WORDS = 9
_LONGEST = 300


class Time(NamedTuple):
    """A time that a goal speaks of, as it is written: until a period is over, a stretch of years, or so many years.

    What is done `inside` a period is of that period alone.
    """

    text: str
    period: Period | None = None
    before: bool = False
    inside: bool = False
    years: tuple[int, int] | None = None
    so_many: int | None = None


class Peeled(NamedTuple):
    """What is left of a goal without the words around its figure, what those say, and the times that they name."""

    figure: str
    said: frozenset[Meaning]
    times: tuple[Time, ...]


def plain_spaces(text: str) -> str:
    """Return a text in composed letters and single spaces, with plain hyphens between numbers.

    Spaces that group digits stay as they are.
    """
    text = re.sub(r"(?<=[0-9%]) ?[\u2010-\u2012] ?(?=[0-9])", "-", text)
    text = re.sub(r"(?<![0-9])[\u00a0\u202f]|[\u00a0\u202f](?![0-9])", " ", normalize("NFC", text))
    return re.sub(r"[ \t\n]+", " ", text).strip()


class Known(NamedTuple):
    """What the words of a goal are read with: the period that words name, and the names of what is measured."""

    period_of: Callable[[str], Period | None]
    names: Container[str] = ()


def peel(text: str, known: Known) -> Peeled | None:
    """Return what a goal says around its figure; None where it has none of these words."""
    text = plain_spaces(text).rstrip(" .;")
    spoken = text.lower()
    if len(spoken) != len(text) or len(text) > _LONGEST:
        return None
    said: set[Meaning] = set()
    times: list[Time] = []
    start, end, bounds = 0, len(text), ""
    while (found := _first(spoken, start, end, known)) is not None:
        length, meaning = found
        if isinstance(meaning, Time):
            times.append(meaning._replace(text=text[start : start + length]))
        elif meaning == "bound":
            bounds = f"{bounds}{text[start : start + length]} "
        else:
            said.add(meaning)
        start = _after(spoken, start + length, end)
    while (found := _last(spoken, start, end, known)) is not None:
        length, meaning = found
        if isinstance(meaning, Time):
            times.append(meaning._replace(text=text[end - length : end]))
        elif meaning != "bound":
            said.add(meaning)
        end = _before(spoken, start, end - length)
    if not said and not times:
        return None
    return Peeled(bounds + text[start:end], frozenset(said), tuple(times))


def _as_compared(text: str) -> str:
    return folded(text.replace("ð", "đ"))


_Where = Literal["before", "behind"]
_Meant = Meaning | Literal["bound"]


@cache
def _table(where: _Where) -> Mapping[str, _Meant]:
    """Return what each words mean; what may open a figure is a bound."""
    listed = {"before": BEFORE, "behind": BEHIND}[where]
    opening = OPENING_WORDS if where == "before" else ()
    table: dict[str, _Meant] = {_as_compared(words): "bound" for words in opening if words[0].isalpha()}
    return table | {_as_compared(words): meaning for meaning, all_words in listed.items() for words in all_words}


@cache
def _without_accents(where: _Where) -> Mapping[str, _Meant]:
    """Return what two or more words without their accents mean, where that is only one thing."""
    meanings: dict[str, set[_Meant]] = {}
    for words, meaning in _table(where).items():
        meanings.setdefault(without_accents(words), set()).add(meaning)
    return {words: next(iter(meant)) for words, meant in meanings.items() if len(meant) == 1}


def _meant(words: str, where: _Where) -> _Meant | None:
    words = _as_compared(words)
    found = _table(where).get(words)
    return _without_accents(where).get(words) if found is None and " " in words and words.isascii() else found


_Found = tuple[int, _Meant | Time]


def _first(spoken: str, start: int, end: int, known: Known) -> _Found | None:
    """Return the longest words of the table, or about a time, that a text begins with, and what they mean."""
    if start >= end or not (spoken[start].isalpha() or spoken[start].isdigit()):
        return None
    for stop in _ends_of_words(spoken, start, end):
        words = spoken[start:stop]
        meaning: _Meant | Time | None = _meant(words, "before") or _time(words, known.period_of)
        if meaning is None and " " in words and _as_compared(words) in known.names:
            meaning = "figure"
        if meaning is not None and stop < end:
            return stop - start, meaning
    return None


def _ends_of_words(spoken: str, start: int, end: int) -> list[int]:
    """Return where the first words of a text end, that of the most words first."""
    stops = [found.start() for found in re.finditer(r"(?<=[^\W_])(?=[ ,:;])", spoken[start:end])]
    glued = re.match(r"[^\W\d_]+(?: [^\W\d_]+)*(?=[0-9])", spoken[start:end])
    stops += [glued.end()] if glued else []
    return [start + stop for stop in sorted(stops[:_MOST_WORDS], reverse=True)]


def _last(spoken: str, start: int, end: int, known: Known) -> _Found | None:
    """Return the longest words of the table, or about a time, that a text ends in, and what they mean."""
    opened = spoken.rfind("(", start, end) if spoken[end - 1 : end] == ")" else -1
    if opened > start:
        inside = spoken[opened + 1 : end - 1].strip()
        meaning = _meant(inside, "behind") or (_time(inside, known.period_of) if inside[:1].isalpha() else None)
        return None if meaning is None else (end - opened, meaning)
    begins = [found.start() for found in re.finditer(r"(?<=[\s,;%])(?=[^\W_])|/ ?(?=[^\W\d_])", spoken[start:end])]
    for begin in begins[-_MOST_WORDS:]:
        words = spoken[start + begin : end].strip(" .")
        meaning = _meant(words, "behind") or (_time(words, known.period_of) if words[0].isalpha() else None)
        if meaning is not None:
            return end - start - begin, meaning
    return None


def _time(words: str, period_of: Callable[[str], Period | None]) -> Time | None:
    """Return the time that words speak of, which no number alone does."""
    so_many = _SO_MANY.fullmatch(words)
    if so_many is not None:
        return Time(words, so_many=int(so_many["count"]))
    if words[0].isdigit():
        return None
    stretch = _YEARS.fullmatch(_as_compared(words))
    if stretch is not None and read_calendar_years(f"{stretch['first']}-{stretch['last']}") is not None:
        return Time(words, years=(int(stretch["first"]), int(stretch["last"])))
    deadline = read_deadline(words, period_of)
    return None if deadline is None else Time(words, deadline.period, deadline.before, deadline.inside)


def read_stretch(words: str) -> tuple[date, date] | None:
    """Return the ends of `giai đoạn 2021-2023`, or None; years alone may be those of a term, or a span of a year."""
    stretch = _YEARS.fullmatch(folded(words))
    if stretch is None or words[0].isdigit() or "nhiệm" in words or "term" in words:
        return None
    return read_calendar_years(f"{stretch['first']}-{stretch['last']}")


def _after(spoken: str, start: int, end: int) -> int:
    """Return where a text goes on after words and the sign that parts them from what follows."""
    while start < end and spoken[start] in " ,:;":
        start += 1
    return start


def _before(spoken: str, start: int, end: int) -> int:
    """Return where a text ends before words, and before the sign that parts them from it."""
    while end > start and spoken[end - 1] in " ,;":
        end -= 1
    return end
