"""Periods as people write them, in either language: quý 3/2024, Q3 2024, 6 tháng đầu năm 2022, 30 June 2024.

One table of forms; of a period that has a name in figures, such as 2024-Q3, that is its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from partykpi.core.time import Period
from partykpi.parse.text.period import read_period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_NUMBERS |= {"đầu": 1, "dau": 1, "cuối": 2, "cuoi": 2, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_YEAR = "[12][0-9]{3}"

_PARTS = {
    "{day}": r"(?P<day>[0-9]{1,2})",
    "{month}": r"(?P<month>[0-9]{1,2})",
    "{name}": rf"(?P<name>{'|'.join((*_FULL_MONTHS, 'sept', *_MONTHS))})\.?",
    "{year}": rf"(?P<year>{_YEAR})",
    "{quarter}": r"(?P<quarter>[1-4]|iii|ii|iv|i|first|second|third|fourth|1st|2nd|3rd|4th)",
    "{half}": r"(?P<half>[12]|đầu|dau|cuối|cuoi|first|second|1st|2nd)",
    "{months}": r"(?P<months>[0-9]{1,2})",
    "{of}": r"(?: ?[-/.] ?| (?:năm |nam |of )?)",
    "{sign}": r" ?[-/] ?",
    "{quý}": r"(?:qu[ýyí]|qúy|quarter|q)",
    "{tháng}": r"(?:tháng|thang)",
    "{năm}": r"(?:năm|nam)",
}

# A form holds parts of dates in braces; what may be left out stands in brackets.
_FORMS = (
    # a day
    "[ngày ]{day}[ ]{sign}{month}{sign}{year}",
    "[ngày ]{day}.{month}.{year}",
    "[ngày ]{day} {tháng} {month} {năm} {year}",
    "{year}/{month}/{day}",
    "{day} {name} {year}",
    "{name} {day},[ ]{year}",
    # a month
    "{month}{sign}{year}",
    "{tháng} {month}{of}{year}",
    "t{month}{of}{year}",
    "{year}/{month}",
    "{name}{of}{year}",
    # a quarter
    "{quý}[ ]{quarter}{of}{year}",
    "q{quarter}{year}",
    "[the ]{quarter} quarter [of ]{year}",
    "{year}[ ][/]q{quarter}",
    # a half, or so many months from the beginning of a year
    "h{half}{of}{year}",
    "h{half}{year}",
    "{year}[ ][/]h{half}",
    "6 {tháng} {half}[ {năm}] {year}",
    "nửa {half}[ {năm}] {year}",
    "[the ]{half} half [of ]{year}",
    "{months} {tháng}[ đầu| dau]{of}{year}",
    "{months}t{of}{year}",
    "[the ][first ]{months} months [of ]{year}",
    # a year
    "[cả ]{năm} {year}",
    "[the ][full ]year {year}",
)


def _patterns() -> Iterator[str]:
    for form in _FORMS:
        pattern = form.replace(".", r"\.").replace("[", "(?:").replace("]", ")?")
        for part, expression in _PARTS.items():
            pattern = pattern.replace(part, expression)
        yield pattern


@lru_cache(maxsize=4096)
def read_period_in_words(text: str, *, day_first: bool = True) -> Period | None:
    """Return the period that `30/9/2024`, `tháng 9/2024`, `quý 3/2024` or `6 tháng đầu năm 2024` names, or None.

    Without `day_first` 6/7/2024 may as well be the 7th of June, and is none.
    """
    words = " ".join(text.casefold().split())
    if re.search(_YEAR, words) is None:  # as every form has: the others are read in figures, or are no periods
        return None
    for pattern in _compiled():
        match = pattern.fullmatch(words)
        if match is not None:
            return _period({name: part for name, part in match.groupdict().items() if part}, words, day_first)
    return None


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _patterns()))


def _period(parts: dict[str, str], words: str, day_first: bool) -> Period | None:
    """Return the period that the parts of a form are of."""
    year = parts["year"]
    if "name" in parts:
        parts["month"] = str(_MONTHS.index(parts["name"][:3]) + 1)
    if "day" in parts:
        day, month = int(parts["day"]), int(parts["month"])
        in_doubt = "name" not in parts and not words.startswith(year) and "tháng" not in words and "ngày" not in words
        if in_doubt and not day_first and day <= 12 and day != month:
            return None
        return read_period(f"{year}-{month:02d}-{day:02d}")
    if "month" in parts:
        return read_period(f"{year}-{int(parts['month']):02d}")
    if "quarter" in parts:
        return read_period(f"{year}-Q{_number(parts['quarter'])}")
    if "half" in parts:
        return read_period(f"{year}-H{_number(parts['half'])}")
    return _months_from_beginning(year, int(parts.get("months", "12")))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _months_from_beginning(year: str, months: int) -> Period | None:
    """Return so many months from the beginning of a year on."""
    if months in (6, 12):
        return read_period(year if months == 12 else f"{year}-H1")
    last = read_period(f"{year}-{months:02d}")
    return None if last is None else Period(date(int(year), 1, 1), last.last, f"{year}-01..{last.text}")


_AT_THE_END = (
    "tính đến hết ", "tính đến cuối ", "tính đến ", "đến hết ", "đến cuối ", "đến thời điểm ", "vào cuối ", "cuối ",
    "hết ", "as of the end of ", "as of ", "as at ", "at the end of ", "by the end of ", "the end of ", "end of ",
)  # fmt: skip


def ended_by(text: str) -> str:
    """Return the period whose last day `hết năm 2022` or `as of June 2022` names; "" where the words name none."""
    words = " ".join(text.casefold().split())
    return next((words[len(lead) :] for lead in _AT_THE_END if words.startswith(lead)), "")


def read_any_period(text: str) -> Period | None:
    """Return the period that is named in figures or in words, or None."""
    return read_period(text) or read_period_in_words(text)
