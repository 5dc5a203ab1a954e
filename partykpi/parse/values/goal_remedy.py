"""What may be written instead of a goal that cannot be read: always with the figures and the dates of its own sentence.

An example with other figures would be copied as it stands. Where a sentence leaves a doubt, none of its figures is
shown, but what a goal is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from partykpi import findings
from partykpi.core.model import Direction
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, AmountFault, amount_on, of_unit
from partykpi.parse.text.deadline import BEFORE_IT_BEGINS, UNTIL_ITS_END, read_deadline
from partykpi.parse.text.fold import folded
from partykpi.parse.text.goal_words import plain_spaces
from partykpi.parse.text.number import TOKEN
from partykpi.parse.text.quantity import NEARNESS
from partykpi.parse.text.units import SCALES
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal_wording import read_goal_words
from partykpi.text import Text

# No more words than these before a number, or behind it, belong to it; of longer sentences nothing is taken.
_BEFORE, _BEHIND = 4, 6
_LONGEST, _MOST_NUMBERS = 400, 8

# A number that names something, or counts years of age: thứ 3, mức độ 2, dưới 5 tuổi.
_NAME = re.compile(
    folded(
        r"(?:lần thứ|thứ|mức độ|cấp độ|cấp|hạng|loại|khóa|level|grade|class|no\.) [0-9]+(?![0-9.,%])(?! ?%)"
        r"|(?:dưới|trên|từ|đủ) [0-9]+ tuổi|[0-9]+ (?:sao|tiêu chí|tuổi)\b"
    )
)
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,]*[0-9]| ?%)")
_DATE = re.compile(
    r"[0-9]{1,2} ?[/-] ?[0-9]{1,2} ?[/-] ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/(?:19|20)[0-9]{2}"
)
_NAMED = "§"

# What says who has to keep a goal, and goes with its figure.
_OF_YEARS = re.compile(
    r"\b(?:(?:mỗi|hằng|hàng|từng) năm|bình quân|trung bình|(?:each|every) year|yearly|annual(?:ly)?|average)\b"
)
# What makes of a figure something else than a level: a change, a comparison, a doubt, a bound of its own.
_TELLING = re.compile(
    r"\b(?:tăng|giảm|hạ|nâng|vượt|hơn|kém|gấp|thêm|bớt|lần|so với|kế hoạch|dự toán|kịch bản|chỉ tiêu|cùng kỳ|khoảng|"
    r"gần|cơ bản|hoặc|nhưng|từ|không|chưa|dưới|trên|tối đa|tối thiểu|ít nhất|rise|fall|increase|decrease|reduce|cut|"
    r"grow|growth|more|less|times|than|plan|about|or|but|not|under|over|at least|at most)\b"
    rf"|(?<!{_NAMED} )(?:trở lên|trở xuống)"
)
_LEADS_TO = re.compile(r"\b(?:xuống còn|xuống|còn|lên|down to|up to|to) *\Z")
_PART = re.compile(r"[,;(]? *(?:trong đó|of which|of whom|including)\b")
# Words of the number itself, with what it is counted per behind them and no unit between: 65 triệu/người.
_SCALED = re.compile(rf"(?P<scaled>(?: ?(?:{'|'.join(SCALES)})\b)*)(?P<per> ?/.*)?", re.DOTALL)


def unread(context: TargetContext, text: str, day: date | None) -> AmountFault:
    """Return what is wrong with a goal that cannot be read, and what may be written instead."""
    return AmountFault(findings.UNREAD_GOAL, {"text": text, "suggestion": _suggestion(context, text, day)})


def _suggestion(context: TargetContext, text: str, day: date | None) -> Text:
    spoken = plain_spaces(text)
    part = _PART.search(spoken.lower())
    if part is not None and re.search("[0-9]", spoken[part.end() :]):
        return Text(
            "these are two goals: make two targets of them, each with one figure",
            "đây là hai mục tiêu: tách thành hai chỉ tiêu, mỗi chỉ tiêu một con số",
        )
    example = _example(context, spoken, day)
    if example is not None:
        return Text(f"write a number and its unit: `{example}`", f"ghi số và đơn vị: `{example}`")
    unit = of_unit(context.indicator.unit)
    return Text(
        f"write one number and its unit{unit.en}, with words such as `at least` or `under` where it is a bound",
        f"ghi một con số và đơn vị{unit.vi}, kèm các từ như `ít nhất`, `dưới` nếu là giới hạn",
    )


def _example(context: TargetContext, text: str, day: date | None) -> str | None:
    """Return the one figure of a sentence as a goal that is read; None where it leaves a doubt."""
    if len(text) > _LONGEST or context.indicator.unit.grades:
        return None
    years = {int(year) for year in _YEAR.findall(text)}
    if context.period is not None and years - {context.period.last.year}:
        return None
    plain = text
    for names in (_DATE, _YEAR, _NAME):
        plain = names.sub(lambda found: _NAMED * len(found[0]), plain)
    numbers = list(re.finditer(TOKEN, plain))
    if not 0 < len(numbers) <= _MOST_NUMBERS:
        return None
    found = list(_figures(context, plain, day))
    if len(found) != 1:
        return None
    start, end = found[0]
    if any(not start <= number.start() < end for number in numbers):
        return None
    before, figure, behind = plain[:start].lower(), plain[start:end].removeprefix("đạt "), plain[end:].lower()
    scaled = _SCALED.match(behind)
    assert scaled is not None
    if scaled[0]:
        if behind[scaled.end() :].strip(" .;"):
            return None
        figure, behind = f"{figure}{scaled['scaled']} {context.indicator.unit.many[context.reader.language]}", ""
    if _TELLING.search(f"{'' if _LEADS_TO.search(before) else before} | {behind}"):
        return None
    of_years = _OF_YEARS.search(f"{before} | {behind}")
    example = f"{of_years[0]} {figure}" if of_years else figure
    return example if _is_read(context, example, day) else None


def _is_read(context: TargetContext, text: str, day: date | None) -> bool:
    amount = amount_on(text, context.reader.style, context.indicator.unit, context.custom_units, day)
    if type(amount) is Amount:
        return amount.operator not in ("nearly", "about")
    return type(amount) is AmountFault and type(read_goal_words(context, text, amount, day)) is not AmountFault


def _figures(context: TargetContext, text: str, day: date | None) -> Iterator[tuple[int, int]]:
    """Return where the figures of a sentence begin and end, each with the bound and the unit around its number."""
    reader, unit = context.reader, context.indicator.unit
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", text)]
    over = 0
    for number in re.finditer(TOKEN, text):
        at = next(index for index, (_, end) in enumerate(words) if number.start() < end)
        if number.start() < over:
            continue
        runs = [
            (words[first][0], start_of_next)
            for first in range(max(at - _BEFORE, 0), at + 1)
            for start_of_next in _ends(text, words[at : at + _BEHIND])
            if words[first][0] >= over
        ]
        for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
            if type(amount_on(text[start:end], reader.style, unit, context.custom_units, day)) is Amount:
                over = end
                yield start, end
                break


def _ends(text: str, words: list[tuple[int, int]]) -> list[int]:
    return [start + len(text[start:end].rstrip(".,;:")) for start, end in words]


def by_when(context: TargetContext, text: str) -> Text:
    """Return how to write the day by which a sentence says that something is to be done, or how to write any."""
    days = set(_deadlines(context, plain_spaces(text).casefold()))
    if len(days) == 1 and (day := days.pop()) is not None:
        return Text(f"`by {day.isoformat()}`", f"`by {day.isoformat()}`")
    by, order = ("chậm nhất", "ngày/tháng/năm") if context.reader.source.keys == "vi" else ("by", "năm-tháng-ngày")
    in_english = "day/month/year" if context.reader.source.keys == "vi" else "year-month-day"
    return Text(
        f"`{by}` and the last day in time, as {in_english}",
        f"`{by}` và ngày cuối cùng của thời hạn ({order})",
    )


_DAY_WORDS = 6
_DOUBTFUL = frozenset(
    (
        "sau",
        "đầu",
        "giữa",
        "từ",
        "trước",
        "qua",
        "kể",
        "after",
        "early",
        "mid",
        "since",
        "from",
        "before",
        "around",
        "khoảng",
    )
)


def _deadlines(context: TargetContext, spoken: str) -> Iterator[date | None]:
    """Return the last days that words of a sentence name, None for one in doubt; each stretch of words is read once."""
    words = spoken.replace(",", " ,").split() if len(spoken) <= _LONGEST else []
    leads = tuple(f"{lead} " for lead in (*UNTIL_ITS_END, *BEFORE_IT_BEGINS))
    at = 0

    def period_of(named: str) -> Period | None:
        return context.reader.period(named)

    while at < len(words):
        for stop in range(min(at + _DAY_WORDS, len(words)), at, -1):
            run = " ".join(words[at:stop])
            deadline = read_deadline(run, period_of) if re.search("[0-9]{4}", run) else None
            if deadline is not None:
                doubtful = at > 0 and words[at - 1] in _DOUBTFUL
                led = run.startswith(leads) or at == 0
                yield deadline.last if led and not doubtful else None
                at = stop - 1
                break
        at += 1


def as_bound(text: str, better: Direction = "higher") -> Text:
    """Return a figure that is about so much, as the bound that may be meant."""
    words = sorted((*NEARNESS["nearly"], *NEARNESS["about"]), key=len, reverse=True)
    near = re.compile(
        rf"\b(?:{'|'.join(re.escape(word) for word in words if word.isalpha() or ' ' in word)})\b |[~≈] ?"
    )
    figure = " ".join(near.sub("", plain_spaces(text), count=1).split())
    return (
        Text(f"at most {figure}", f"tối đa {figure}")
        if better == "lower"
        else Text(f"at least {figure}", f"ít nhất {figure}")
    )
