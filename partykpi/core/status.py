"""The words of each status."""

from __future__ import annotations

from partykpi.core.model import Status
from partykpi.text import Text

STATUS_WORDS: dict[Status, Text] = {
    "exceeded": Text("exceeded", "vượt"),
    "achieved": Text("achieved", "đạt"),
    "on-track": Text("on track", "đúng tiến độ"),
    "behind": Text("behind", "chậm tiến độ"),
    "at-risk": Text("at risk", "khó đạt"),
    "pending": Text("pending", "chưa đạt"),
    "nearly": Text("nearly", "cơ bản đạt"),
    "missed": Text("missed", "không đạt"),
    "undetermined": Text("undetermined", "chưa xác định"),
    "no-data": Text("no data", "chưa có số liệu"),
}
