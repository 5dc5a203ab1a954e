"""The keys and fixed values of a file in Vietnamese: `chỉ tiêu` for `targets` and `target`, `chưa rõ` for `unknown`.

One table for each; of the names of a word the first is the one that is written. The same name may mean several
words where no mapping has more than one of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal, TypeVar

from partykpi.parse.text.fold import folded
from partykpi.parse.text.period import read_date, read_period
from partykpi.problem import Definition, Finding, Message, Value
from partykpi.text import LANGUAGES, Language, Text

Word = TypeVar("Word", bound=str)

KEYS: Mapping[str, tuple[str, ...]] = {
    # the resolution
    "resolution": ("nghị quyết", "tên nghị quyết"),
    "committee": ("đảng bộ", "cấp ủy", "ban chấp hành", "chi bộ"),
    "term": ("nhiệm kỳ",),
    "period": ("giai đoạn", "thời kỳ", "kỳ"),
    "year_starts": ("năm bắt đầu từ", "năm tính từ"),
    "as_of": ("ngày đánh giá", "thời điểm đánh giá", "tính đến", "tính đến ngày"),
    "source": ("nguồn", "nguồn số liệu"),
    "language": ("ngôn ngữ",),
    "numbers": ("cách viết số", "kiểu số"),
    "thresholds": ("ngưỡng đánh giá", "ngưỡng"),
    "rates": ("tỷ giá",),
    "units": ("đơn vị tính", "các đơn vị tính"),
    "is": ("bằng",),
    "counted": ("đếm được", "số đếm"),
    "targets": ("chỉ tiêu", "các chỉ tiêu"),
    "reported": ("công bố", "đã công bố", "số liệu công bố"),
    "from": ("từ", "từ ngày"),
    "to": ("đến", "đến ngày"),
    "title": ("tên văn bản", "tiêu đề"),
    "published": ("ngày công bố", "công bố"),
    "url": ("địa chỉ", "đường dẫn", "liên kết"),
    "on-track": ("đúng tiến độ",),
    "behind": ("chậm tiến độ",),
    "nearly": ("cơ bản đạt",),
    # the document
    "document": ("văn bản", "thể thức văn bản"),
    "profile": ("thể thức",),
    "issuer": ("cơ quan ban hành", "đơn vị ban hành", "tổ chức ban hành"),
    "superior": ("cấp trên", "cơ quan cấp trên", "tổ chức đảng cấp trên"),
    "number": ("số và ký hiệu", "số ký hiệu", "số"),
    "place": ("nơi ban hành", "địa danh"),
    "date": ("ngày ban hành", "ngày"),
    "signatory": ("người ký",),
    "recipients": ("nơi nhận",),
    "authority": ("thay mặt", "quyền hạn"),
    "role": ("chức vụ",),
    # a target
    "indicator": ("chỉ số",),
    "name": ("tên", "tên gọi"),
    "target": ("chỉ tiêu", "mục tiêu"),
    "baseline": ("mức đầu kỳ", "đầu kỳ", "mức đầu nhiệm kỳ"),
    "actual": ("kết quả", "thực hiện", "kết quả thực hiện"),
    "readings": ("số liệu", "số liệu các kỳ", "kết quả các kỳ"),
    "cumulative": ("lũy kế", "số lũy kế", "cộng dồn"),
    "measured_against": ("so sánh với", "đối chiếu với"),
    "every": ("giao theo",),
    "amended": ("điều chỉnh",),
    "owner": ("đơn vị chủ trì", "chủ trì", "phụ trách", "đơn vị phụ trách", "cơ quan chủ trì"),
    "note": ("ghi chú",),
    "on": ("từ ngày", "ngày"),
    "reason": ("lý do",),
    "known": ("biết từ ngày", "biết từ"),
    # a claim
    "figure": ("số liệu", "số"),
    "status": ("đánh giá",),
    "sense": ("cách hiểu",),
    "of": ("so với",),
    "for": ("kỳ", "của kỳ"),
    "against": ("so với kỳ",),
    "acknowledged": ("đã ghi nhận", "ghi nhận"),
    "achieved": ("đạt", "đạt và vượt", "đạt hoặc vượt"),
    "exceeded": ("vượt",),
    "rest": ("còn lại", "số còn lại", "các chỉ tiêu còn lại"),
    "all": ("tất cả", "tất cả các chỉ tiêu"),
    "counting": ("cách đếm",),
    # an indicator and the catalogue
    "definition": ("định nghĩa", "khái niệm"),
    "kind": ("loại",),
    "unit": ("đơn vị tính", "đvt", "đơn vị"),
    "grades": ("mức xếp loại", "các mức xếp loại", "xếp loại"),
    "mean": ("bình quân", "cách tính bình quân", "số bình quân"),
    "better": ("chiều tốt",),
    "rollup": ("tổng hợp",),
    "frequency": ("kỳ báo cáo",),
    "field": ("lĩnh vực",),
    "also": ("tên khác", "còn gọi là"),
    "indicators": ("chỉ số", "các chỉ số"),
}

VALUES: Mapping[str, tuple[str, ...]] = {
    "en": ("tiếng anh", "kiểu anh"),
    "vi": ("tiếng việt", "kiểu việt nam"),
    "mid-term": ("giữa nhiệm kỳ",),
    "end": ("cuối nhiệm kỳ", "hết nhiệm kỳ"),
    "yes": ("có",),
    "no": ("không",),
    "unknown": ("chưa rõ", "không rõ", "không nêu"),
    "low": ("mức thấp",),
    "high": ("mức cao",),
    "term": ("nhiệm kỳ", "cả nhiệm kỳ"),
    "year": ("hằng năm", "hàng năm", "từng năm", "năm"),
    "half-year": ("6 tháng", "nửa năm"),
    "quarter": ("hằng quý", "hàng quý", "quý"),
    "month": ("hằng tháng", "hàng tháng", "tháng"),
    "average": ("bình quân", "trung bình"),
    "higher": ("càng cao càng tốt", "cao", "cao hơn", "tăng", "càng nhiều càng tốt", "nhiều"),
    "lower": ("càng thấp càng tốt", "thấp", "thấp hơn", "giảm", "càng ít càng tốt", "ít"),
    "total": ("tổng số", "cộng dồn", "tổng", "tổng cộng", "lũy kế", "tổng số cả kỳ"),
    "level": ("mức", "mức tại thời điểm", "tại thời điểm"),
    "rate": ("tốc độ", "tốc độ hằng năm", "tốc độ tăng", "tốc độ tăng trưởng", "tăng trưởng"),
    "rank": ("thứ hạng", "xếp hạng", "hạng", "thứ hạng hằng năm"),
    "annual": ("tính lại từng năm", "theo từng năm", "hằng năm", "hàng năm", "từng năm"),
    "grade": ("xếp loại", "mức xếp loại", "xếp loại hằng năm"),
    "milestone": ("nhiệm vụ", "nhiệm vụ có thời hạn"),
    "sum": ("cộng lại",),
    "share": ("theo tỷ lệ", "tỷ lệ", "tỷ trọng"),
    "mean": ("bình quân", "trung bình"),
    "compound": ("nhân", "bình quân nhân"),
    "arithmetic": ("cộng", "bình quân cộng"),
    "none": ("không", "không tổng hợp"),
    "reaches": ("đạt",),
    "exceeds": ("vượt",),
    "points": ("điểm %", "điểm phần trăm"),
    "times": ("lần", "gấp"),
    "change": ("tăng giảm", "mức tăng giảm"),
    "difference": ("chênh lệch", "số chênh lệch"),
    "early": ("trước thời hạn", "trước hạn", "về đích sớm"),
    "inside": ("gồm cả vượt",),
    "apart": ("không gồm vượt",),
    "party": ("văn bản của đảng", "đảng"),
    "state": ("văn bản hành chính", "nhà nước"),
    "plain": ("thông thường",),
}

_QUOTED = re.compile(r"`([^`]+)`")
_SPACES = re.compile(r"[\s_]+")


@cache
def comparable(text: str) -> str:
    """Return a Vietnamese word as it is compared: small letters, uỷ as ủy, tỷ as tỉ, accents of either form alike."""
    return folded(_SPACES.sub(" ", text.strip()))


@cache
def _meanings(of: Literal["keys", "values"]) -> Mapping[str, tuple[str, ...]]:
    """Return what each Vietnamese name can mean."""
    found: dict[str, list[str]] = {}
    for word, names in (KEYS if of == "keys" else VALUES).items():
        for name in names:
            found.setdefault(comparable(name), []).append(word)
    return {name: tuple(words) for name, words in found.items()}


def key_meant(text: str, known: Collection[Word]) -> Word | None:
    """Return the one of the known keys that a Vietnamese name means, or None."""
    meanings = _meanings("keys").get(comparable(text), ())
    return next((key for key in known if key in meanings), None)


def value_meant(text: str, known: Collection[Word]) -> Word | None:
    """Return the one of the known values that a Vietnamese name means, or None."""
    meanings = _meanings("values").get(comparable(text), ())
    return next((value for value in known if value in meanings), None)


def in_vietnamese(word: str) -> str:
    """Return the Vietnamese for a key, a fixed value, `key: value`, `by DATE` or a period, and any other word as it is.

    The codes of the languages stay.
    """
    if word in LANGUAGES:
        return word
    for table in (KEYS, VALUES):
        if word in table:
            return table[word][0]
    key, colon, value = word.partition(": ")
    if colon and key in KEYS:
        return f"{in_vietnamese(key)}: {in_vietnamese(value)}"
    if word.startswith("by ") and (day := read_date(word[3:])) is not None:
        return f"chậm nhất {day.day:02d}/{day.month:02d}/{day.year}"
    period = read_period(word)
    return word if period is None else period.name.vi


def in_language(word: str, language: Language) -> str:
    """Return a key, a fixed value, a date or a period as files in that language have it."""
    return in_vietnamese(word) if language == "vi" else word


def in_keys_of_file(finding: Finding) -> Finding:
    """Return the finding with the Vietnamese keys in place of the English ones, where its file is written so."""
    if finding.place.source.keys != "vi":
        return finding
    return finding._replace(
        definition=in_keys_of_vietnamese(finding.definition),
        values={name: _value(name, value) for name, value in finding.values.items()},
    )


def in_keys_of_vietnamese(definition: Definition) -> Definition:
    """Return the definition with the Vietnamese keys in its sentences in place of the English ones."""
    return definition._replace(message=_translated(definition.message), remedy=_translated(definition.remedy))


def _value(name: str, value: Value) -> Value:
    if isinstance(value, Text):
        return _translated(value, pairs_only=name == "suggestion")
    if isinstance(value, Message):
        return value
    if isinstance(value, str) and name in ("key", "end"):
        table = KEYS if name == "key" else VALUES
        return table[value][0] if value in table else value
    return value


def _translated(text: Text, pairs_only: bool = False) -> Text:
    """Put the Vietnamese for each key and fixed value in backquotes, in the sentence of either language.

    `pairs_only` leaves single words as they are: a suggestion may offer what only looks like a key.
    """

    def translate(quoted: re.Match[str]) -> str:
        return quoted[0] if pairs_only and ": " not in quoted[1] else f"`{_quoted_words(quoted[1])}`"

    return Text(_QUOTED.sub(translate, text.en), _QUOTED.sub(translate, text.vi))


def _quoted_words(words: str) -> str:
    for begin, end in (("{{", "}}"), ("{", "}")):  # in a sentence that is filled in, and in a value
        if words.startswith(begin) and words.endswith(end) and ": " in words:
            pairs = (part.partition(": ") for part in words[len(begin) : -len(end)].split(", "))
            inside = ", ".join(in_vietnamese(key) + colon + in_vietnamese(value) for key, colon, value in pairs)
            return begin + inside + end
    key, colon, value = words.partition(": ")
    if value.startswith("{"):
        return in_vietnamese(key) + colon + _quoted_words(value)
    return in_vietnamese(words)
