"""The words and signs that every format shares."""

from __future__ import annotations

from collections.abc import Mapping

from partykpi.core.claims.model import Verdict
from partykpi.problem import Severity
from partykpi.text import Text

NOTHING = "–"
"""Stands where there is no figure."""

IMPLIED_MARK = "†"
IMPLIED_LEGEND = Text(
    "† implied by the published figure; the source does not print it",
    "† suy ra từ số liệu đã công bố; văn bản không nêu",
)

PACE_MARK = "┊"
PACE_LEGEND = Text(
    "┊ where the pace of the term would be",
    "┊ mức cần đạt đến nay theo tiến độ của nhiệm kỳ",
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

# The headings of what stands below.
NOTES = Text("Notes", "Ghi chú")
CLAIMS = Text("Published figures", "Số liệu đã công bố")
SOURCE = Text("Source", "Nguồn")

VERDICT_WORDS: Mapping[Verdict, Text] = {
    "consistent": Text("consistent", "khớp"),
    "cut-off": Text("cut off, not rounded", "cắt bỏ phần lẻ, chưa làm tròn"),
    "rounded-up": Text("rounded up", "làm tròn lên"),
    "misworded": Text("misworded", "dùng từ chưa đúng"),
    "inconsistent": Text("inconsistent", "không khớp"),
    "implied": Text("implied", "suy ra được"),
    "ambiguous": Text("ambiguous", "nhiều giá trị phù hợp"),
    "impossible": Text("impossible", "không thể có"),
    "unverifiable": Text("unverifiable", "chưa kiểm chứng được"),
}

VERDICT_SIGNS: Mapping[Verdict, str] = {
    "consistent": "✓",
    "cut-off": "!",
    "rounded-up": "!",
    "misworded": "!",
    "inconsistent": "✗",
    "implied": "≈",
    "ambiguous": "?",
    "impossible": "✗",
    "unverifiable": "?",
}

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
