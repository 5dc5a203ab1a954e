"""By when something is to be done, as it is written: trước năm 2024, đến hết quý II/2023, by the end of 2023.

What leads up to a period says whether its last day still is in time, or whether all must be over before it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from partykpi.core.time import Period
from partykpi.parse.text.period_words import ended_by

UNTIL_ITS_END = (
    "chậm nhất", "chậm nhất là", "chậm nhất vào", "chậm nhất đến", "chậm nhất trong", "chậm nhất là đến",
    "muộn nhất", "muộn nhất là", "muộn nhất vào", "không muộn hơn", "không chậm hơn", "không quá", "hạn", "đến hạn",
    "hạn chót", "thời hạn", "thời hạn đến", "đến", "tới", "cho đến", "đến hết", "tới hết", "hết", "trước khi hết",
    "trước khi kết thúc", "đến cuối", "tới cuối", "vào cuối", "cuối", "trong", "vào", "ngay trong", "nội trong",
    "đến thời điểm", "tính đến",
    "by", "by the end of", "by end of", "by end", "until", "until the end of", "till", "up to the end of",
    "no later than", "not later than", "no later than the end of", "not later than the end of", "at the latest by",
    "at the latest in", "latest by", "in", "within", "during", "at the end of", "end of", "the end of",
    "before the end of", "year-end", "by year-end", "latest", "due", "due by", "due in", "on", "on or before",
)  # fmt: skip
"""What is written before a period whose last day still is in time."""

INSIDE = frozenset(("trong", "vào", "ngay trong", "nội trong", "chậm nhất trong", "in", "within", "during", "on"))
"""Of these, what is as well written before the time in which something is done."""

AT_THE_LATEST = frozenset(("chậm nhất", "chậm nhất là", "muộn nhất", "muộn nhất là", "latest"))
"""What may stand before all of these."""

BEFORE_IT_BEGINS = ("trước", "xong trước", "đến trước", "chậm nhất trước", "before", "earlier than", "prior to")
"""What is written before a period that begins when all is over."""

_DONE = (
    "hoàn thành", "phải hoàn thành", "phấn đấu hoàn thành", "hoàn thành xong", "hoàn thành việc",
    "xong", "phải xong",
    "về đích", "thực hiện xong", "tổ chức xong", "ban hành", "ban hành xong", "thực hiện", "tổ chức",
    "kết thúc", "phấn đấu", "done", "to be done", "completed", "complete", "to be completed", "finish", "finished",
    "carried out", "adopted", "held",
)  # fmt: skip


class Deadline(NamedTuple):
    """The last day that is in time, the period that is named, and whether it must be over before that begins.

    `inside` says that the words speak of what is done in the period, and not of what is there by its end.
    """

    last: date
    period: Period
    before: bool
    inside: bool = False


def read_deadline(words: str, period_of: Callable[[str], Period | None]) -> Deadline | None:
    """Return by when words in small letters and single spaces say, or None; a period alone is until its end.

    `period_of` returns the period that a text names.
    """
    for leads, before in ((UNTIL_ITS_END, False), (BEFORE_IT_BEGINS, True)):
        for lead in leads:
            if words.startswith(f"{lead} "):
                rest = words[len(lead) + 1 :]
                period = None if before and ended_by(rest) else period_of(rest)  # before an end is on no certain day
                if period is not None:
                    last = period.first - timedelta(days=1) if before else period.last
                    return Deadline(last, period, before, lead in INSIDE)
                if lead in AT_THE_LATEST and (latest := read_deadline(rest, period_of)) is not None:
                    return latest
    alone = period_of(words)
    return None if alone is None else Deadline(alone.last, alone, False, True)


def read_done_by(words: str, period_of: Callable[[str], Period | None]) -> Deadline | None:
    """Return by when a task is to be done, whose words may also say that it is to be done."""
    words = words.strip(" .;:")
    shorter = [words, *(words[len(done) :].lstrip(" ,:") for done in _DONE if words.startswith(f"{done} "))]
    shorter += [words[: -len(done)].rstrip(" ,") for done in _DONE if words.endswith(f" {done}")]
    found = (read_deadline(part, period_of) for part in shorter)
    return next((deadline for deadline in found if deadline is not None), None)
