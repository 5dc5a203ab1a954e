"""The words and signs that every format shares."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from partykpi.core.claims.model import Judgement, SummaryJudgement, Verdict
from partykpi.core.model import Status
from partykpi.problem import Severity
from partykpi.text import Text

NOTHING = "–"
"""Stands where there is no figure."""

IMPLIED_MARK = "†"
IMPLIED_LEGEND = Text(
    "† implied by the published figure; the source does not print it",
    "† suy ra từ số liệu đã công bố; văn bản không nêu",
)

LIMIT_MARK = "‡"
OF_LIMIT = Text("{share} of the limit", "{share} mức giới hạn")
IN_LIMIT = Text(
    "attainment is in percent of the limit: less is better",
    "tỷ lệ đã dùng so với mức giới hạn: càng thấp càng tốt",
)
LIMIT_LEGEND = Text(f"{LIMIT_MARK} {IN_LIMIT.en}", f"{LIMIT_MARK} {IN_LIMIT.vi}")

WITHIN_DUE = Text("within what is due", "trong mức cho phép")
"""What the pace of a limit says, of which less than what is due is used."""

PACE_MARK = "┊"
PACE_LEGEND = Text(
    "┊ where the pace of the period would be",
    "┊ mức cần đạt (hoặc mức cho phép) đến thời điểm đánh giá",
)

DONE = Text("done", "đã xong")
OUT_OF_REACH = Text("out of reach", "không kịp")

# The headings of a report's usual columns.
NUMBER = Text("#", "TT")
TARGET = Text("Target", "Chỉ tiêu")
UNIT = Text("Unit", "ĐVT")
GOAL = Text("Goal", "Mục tiêu")
ACHIEVED = Text("Achieved", "Kết quả")
ATTAINMENT = Text("Attainment", "Tỷ lệ đạt")
PUBLISHED = Text("Published", "Công bố")
STATUS = Text("Status", "Đánh giá")

# The titles of the other parts of a report.
OVERVIEW = Text("Overview", "Tổng hợp")
SUMMARY = Text("Summary", "Kết quả chung")
NOTES = Text("Notes", "Ghi chú")
CLAIMS = Text("Published figures", "Số liệu đã công bố")
SOURCE = Text("Source", "Nguồn")

Tone = Literal["best", "good", "course", "warn", "bad", "quiet"]
"""What a colour says; each medium has one for each."""

STATUS_TONES: Mapping[Status, Tone] = {
    "exceeded": "best",
    "achieved": "good",
    "on-track": "course",
    "behind": "warn",
    "at-risk": "bad",
    "worsened": "bad",
    "pending": "quiet",
    "nearly": "warn",
    "missed": "bad",
    "undetermined": "quiet",
    "no-data": "quiet",
}


class VerdictLook(NamedTuple):
    """How a verdict is shown: its word, the sign behind a published figure, and the tone of both."""

    word: Text
    sign: str
    tone: Tone


VERDICTS: Mapping[Verdict, VerdictLook] = {
    "consistent": VerdictLook(Text("consistent", "khớp"), "✓", "good"),
    "possible": VerdictLook(Text("possible, by rounding", "có thể khớp do làm tròn"), "~", "good"),
    "cut-off": VerdictLook(Text("cut off, not rounded", "cắt bỏ phần lẻ, chưa làm tròn"), "!", "warn"),
    "rounded-up": VerdictLook(Text("rounded up", "làm tròn lên"), "!", "warn"),
    "misworded": VerdictLook(Text("misworded", "dùng từ chưa đúng"), "!", "warn"),
    "inconsistent": VerdictLook(Text("inconsistent", "không khớp"), "✗", "bad"),
    "implied": VerdictLook(Text("implied", "suy ra được"), "≈", "course"),
    "ambiguous": VerdictLook(Text("ambiguous", "nhiều giá trị phù hợp"), "?", "course"),
    "impossible": VerdictLook(Text("impossible", "không thể có"), "✗", "bad"),
    "unverifiable": VerdictLook(Text("unverifiable", "chưa kiểm chứng được"), "?", "quiet"),
}

_HUNDRED_UNMET = VerdictLook(Text("100%, but the goal is not met", "công bố 100% nhưng chưa đạt chỉ tiêu"), "!", "warn")

LOOKS = (*VERDICTS.values(), _HUNDRED_UNMET)
"""All the ways in which judgements are shown, in the order in which legends explain them."""


def look_of(judgement: Judgement | SummaryJudgement) -> VerdictLook:
    """Return how a judgement is shown: as its verdict, or as what is found at a claim that fits."""
    if isinstance(judgement, Judgement) and judgement.beside is not None:
        return _HUNDRED_UNMET
    return VERDICTS[judgement.verdict]


ACKNOWLEDGED = Text("acknowledged", "đã ghi nhận")

SEVERITY_WORDS: Mapping[Severity, Text] = {
    "error": Text("error", "lỗi"),
    "warning": Text("warning", "cảnh báo"),
    "note": Text("note", "ghi chú"),
}

REMEDY = Text("remedy", "cách sửa")


def capital(sentence: str) -> str:
    """Return the sentence with its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]


def ended(sentence: str) -> str:
    """Return the sentence with a full stop, where it has no end of its own."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
