"""A resolution file to begin with: a text that `partykpi check` finds fine and that says what else it can hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from textwrap import wrap
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.model import Indicator
from partykpi.parse.keys import in_language
from partykpi.parse.search import fold
from partykpi.parse.text.period import read_years
from partykpi.parse.text.units import UNITS
from partykpi.parse.yaml.scalar import MISSING_CHARACTER, quoted
from partykpi.text import GivenText, Language, Text

_YEARS = 5
_WIDTH = 80

# Where the comments of a target's lines begin.
_COLUMN = 38

_PLAIN_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*\Z")


class Starter(NamedTuple):
    """What a starter file is filled with; `term` is written as in a file, in years (2025-2030, or 2026)."""

    committee: str
    resolution: str
    term: str
    indicators: Sequence[Indicator]


def term_around(day: date) -> str:
    """Return the usual term that the day lies in: 2025-2030 for 1 July 2025 to 30 June 2030."""
    year = day.year if day.month >= 7 else day.year - 1
    began = year - year % _YEARS
    return f"{began}-{began + _YEARS}"


def target_lines(indicator: Indicator, language: Language, id: str | None = None, by: str = "2027-12-31") -> list[str]:
    """Return the lines of a target below `targets:`; its goal is left to be filled in.

    `by` is the date in the example of a goal that is a date.
    """
    goal = (
        in_language(f"by {by}", language) if kinds.find(indicator.kind).dated else _examples(indicator, language).goal
    )
    to_fill_in = Text("fill in, such as", "cần điền, ví dụ")[language]
    return [
        f"  {_name(id or _own_name(indicator))}:",
        *(_defined(indicator, language) if indicator.id is None else [_referred(indicator.id, language)]),
        _commented(
            f"    {in_language('target', language)}: {in_language('unknown', language)}", f"{to_fill_in} {goal}"
        ),
    ]


def _referred(id: str, language: Language) -> str:
    return f"    {in_language('indicator', language)}: {_name(id)}"


def _defined(indicator: Indicator, language: Language) -> Iterator[str]:
    """Yield the lines that define an indicator in its target, as what its kind does not say by itself."""
    kind, unit = kinds.find(indicator.kind), indicator.unit
    values = {"name": quoted(indicator.name[language]), "kind": in_language(kind.name, language)}
    if kind.graded:
        values["grades"] = f"[{', '.join(quoted(grade[language]) for grade in unit.grades)}]"
    elif unit.id != kind.own_unit:
        values["unit"] = quoted(unit.many[language])
    if not kind.graded:
        values["better"] = in_language(indicator.better, language)
    if indicator.mean != "arithmetic":
        values["mean"] = in_language(indicator.mean, language)
    if indicator.field is not None:
        values["field"] = quoted(indicator.field[language])
    yield f"    {in_language('indicator', language)}:"
    yield from (f"      {in_language(key, language)}: {value}" for key, value in values.items())


def starter(given: Starter, language: Language) -> str:
    """Return the text of the file, its comments and examples in the language."""
    return "".join(f"{line}\n" for line in _lines(given, language))


_HEAD = (
    Text("A resolution for partykpi.", "Tệp nghị quyết cho partykpi."),
    Text(
        "  partykpi check FILE     finds what is wrong with this file",
        "  partykpi check TỆP      tìm lỗi trong tệp này",
    ),
    Text(
        "  partykpi report FILE    shows how far each target is met",
        "  partykpi report TỆP     cho biết từng chỉ tiêu đạt đến đâu",
    ),
    Text(
        "What follows a # is a comment. Take the # away from lines that you need.",
        "Phần sau dấu # là chú thích. Bỏ dấu # ở đầu những dòng cần dùng.",
    ),
)
_TERM = (
    Text(
        "2025-2030 (1 July to 30 June), 2026-2030 (five calendar years), 2026,",
        "2025-2030 (01/7 đến 30/6), 2026-2030 (5 năm dương lịch), 2026,",
    ),
    Text("or {from: 2025-06-13, to: 2030-06-12}", "hoặc {từ: 13/6/2025, đến: 12/6/2030}"),
)
_PERIOD = Text("where the goals are of calendar years", "nếu chỉ tiêu tính theo năm dương lịch")
_JANUARY = Text("01-01", "01/01")
_YEAR_STARTS = Text("month-day; 07-01 where years begin in July", "ngày/tháng; 01/7 nếu năm tính từ tháng 7")
_AS_OF = Text(
    "the day looked at: a date, month or year, mid-term or end",
    "ngày, tháng, năm, giữa nhiệm kỳ hoặc cuối nhiệm kỳ",
)
_SOURCE = Text("The document that the figures come from", "Văn bản công bố các số liệu")
_NUMBERS = Text(
    "how figures are written here: en 82,913.5, vi 82.913,5",
    "số trong tệp: vi 82.913,5; en 82,913.5",
)
_THRESHOLDS = Text("the usual ones", "mức mặc định")
_GOALS = Text(
    """\
Each target has a name of its own and an indicator; `partykpi indicators`
lists and searches them. Its goal can be written in these ways:
  700 members               at least 700 (at most 700 where lower is better)
  "> 20 members"            more than 20; likewise >=, < and <=, always in quotes
  1.5..2 %                  a range
  within 103..107           neither less nor more
  16 thousand jobs/year     on average; every year: each year by itself
  {by}             a task to be done by that day
  unknown                   not known, or not printed in the source""",
    """\
Mỗi chỉ tiêu có tên riêng và một chỉ số; `partykpi indicators` liệt kê và tìm
chỉ số. Mục tiêu có thể ghi theo các cách sau:
  700 đảng viên             ít nhất 700 (nhiều nhất 700 nếu càng thấp càng tốt)
  trên 20 đảng viên         hơn 20; tương tự: dưới 20, không quá 20, từ 20 trở lên
  1,5 đến 2 %               một khoảng
  trong khoảng 103..107     không thấp hơn, cũng không cao hơn
  16 nghìn việc làm/năm     bình quân mỗi năm; nếu ghi “mỗi năm” thì xét từng năm
  {by}      nhiệm vụ phải hoàn thành chậm nhất vào ngày này
  chưa rõ                   chưa biết, hoặc văn bản không nêu""",
)
_OWN = Text(
    "What the catalogue lacks is defined in the target itself, such as:",
    "Chỉ số chưa có trong danh mục thì khai báo ngay trong chỉ tiêu, ví dụ:",
)
_OWN_NAME = Text("Roads with lights", "Đường có đèn chiếu sáng")
_OWN_FIELD = Text("Infrastructure", "Hạ tầng")
_OWN_COMMENTS: Mapping[str, Text] = {
    "kind": Text("one of these, such as for:", "một trong các loại sau, ví dụ:"),
    "better": Text("or lower", "hoặc càng thấp càng tốt"),
    "field": Text("the group that reports may put it in", "nhóm của chỉ tiêu trong báo cáo"),
}
_SUMMARY = Text(
    "What was published about all targets together, to be checked:",
    "Nhận định chung đã công bố về toàn bộ chỉ tiêu, để đối chiếu:",
)
_DONE = Text("the day it was done, or a share (60 %)", "ngày hoàn thành, hoặc tỷ lệ (60 %)")
_LISTED = Text("one for each year; or with the years:", "mỗi năm một số; hoặc ghi kèm năm:")
_ONE = Text("the one figure so far; or by periods:", "một số chung đến nay; hoặc theo kỳ:")
_BASELINE = Text("before the term", "mức trước nhiệm kỳ")
_REPORTED = Text("what was published, to be checked", "số đã công bố, để đối chiếu")
_OWNER = Text("Office of the committee", "Văn phòng Đảng ủy")
_NOTE = Text("Anything that readers should know", "Điều người đọc cần biết")


_COUNT = Text("6 of 10", "6/10")

# Where the comments of the first lines begin.
_HEAD_COLUMN = {"en": 19, "vi": 30}


def _lines(given: Starter, language: Language) -> Iterator[str]:
    word = partial(in_language, language=language)
    years = read_years(given.term)
    assert years is not None, "the term is written in years"
    first, last = years[0].year, years[1].year
    yield from (f"# {line[language]}" for line in _HEAD)
    yield ""
    yield f"{word('resolution')}: {quoted(given.resolution)}"
    yield f"{word('committee')}: {quoted(given.committee)}"
    yield from (f"# {line[language]}" for line in _TERM)
    yield f"{word('term')}: {given.term}"
    calendar = f"{last}" if last - first < 2 else f"{first + (years[0].month > 1)}-{last}"
    yield _commented(f"# {word('period')}: {calendar}", _PERIOD[language], _HEAD_COLUMN[language])
    starts = f"# {word('year_starts')}: {_JANUARY[language]}"
    yield _commented(starts, _YEAR_STARTS[language], _HEAD_COLUMN[language])
    yield _commented(f"# {word('as_of')}: {word('mid-term')}", _AS_OF[language], _HEAD_COLUMN[language])
    yield f"# {word('source')}: {quoted(_SOURCE[language])}"
    yield f"{word('language')}: {language}"
    yield _commented(f"{word('numbers')}: {language}", _NUMBERS[language], _HEAD_COLUMN[language])
    shares = f"{word('on-track')}: 95%, {word('behind')}: 60%, {word('nearly')}: 80%"
    yield _commented(f"# {word('thresholds')}: {{{shares}}}", _THRESHOLDS[language])
    yield ""
    by = f"{(first + last) // 2}-12-31"
    goals = _GOALS[language].format(by=word(f"by {by}"))
    yield from (f"# {line}" for line in goals.splitlines())
    yield f"{word('targets')}:" if given.indicators else f"{word('targets')}: {{}}"
    for id, indicator in zip(_ids(given.indicators), given.indicators, strict=True):
        yield from _about(indicator, language)
        yield from target_lines(indicator, language, id, by)
        for line, comment in _more(indicator, first, last, language):
            yield _commented(f"    # {line}", comment[language] if comment else "")
        yield ""
    yield from _own_example(language)
    yield ""
    yield f"# {_SUMMARY[language]}"
    yield f"# {word('reported')}:"
    yield f"#   - {word('achieved')}: {_COUNT[language]}"


def _about(indicator: Indicator, language: Language) -> Iterator[str]:
    about = indicator.name[language]
    if indicator.definition is not None:
        about = f"{about}: {indicator.definition[language]}"
    yield from wrap(_printable(about), _WIDTH, initial_indent="  # ", subsequent_indent="  # ", break_long_words=False)


def _more(indicator: Indicator, first: int, last: int, language: Language) -> Iterator[tuple[str, Text | None]]:
    """Yield what the target can hold besides, each with an example and with what it means."""
    kind = kinds.find(indicator.kind)
    examples = _examples(indicator, language)
    word = partial(in_language, language=language)
    if kind.dated:
        yield f"{word('actual')}: {word(f'{last}-03-31')}", _DONE
    elif kind.listed:
        figures = examples.after if first == last - 1 or first == last else f"{examples.before}, {examples.after}"
        yield f"{word('actual')}: [{figures}]", _LISTED
    else:
        yield f"{word('actual')}: {examples.after}", _ONE
    yearly = kind.listed or kind.anew
    if yearly:
        periods = [f"{year}" for year in (first + kind.anew, first + kind.anew + 1) if year <= last] or [f"{first}"]
    elif first == last:
        periods = [f"{first}-H1", f"{first}-H2"]
    else:
        periods = [f"{first}-H2", f"{first + 1}-H1"]
    readings = zip(periods, (examples.before, examples.after), strict=False)
    by_period = ", ".join(f"{word(period)}: {figure}" for period, figure in readings)
    yield f"{word('readings')}: {{{by_period}}}", None
    if not kind.dated:
        yield f"{word('baseline')}: {examples.before}", _BASELINE
    yield f"{word('reported')}: 75%", _REPORTED
    yield f"{word('owner')}: {quoted(_OWNER[language])}", None
    yield f"{word('note')}: {quoted(_NOTE[language])}", None


def _own_example(language: Language) -> Iterator[str]:
    """Yield the commented lines of a target with an indicator of its own, and what its words can be."""
    own = Indicator(
        id=None,
        name=GivenText(**{language: _OWN_NAME[language]}),
        kind="level",
        unit=UNITS["km"],
        better="higher",
        field=GivenText(**{language: _OWN_FIELD[language]}),
    )
    comments = {in_language(key, language): comment[language] for key, comment in _OWN_COMMENTS.items()}
    yield f"  # {_OWN[language]}"
    goal = f"    {in_language('target', language)}: {_examples(own, language).goal}"
    for line in (*target_lines(own, language)[:-1], goal):
        key = line.strip().partition(":")[0]
        yield _commented(f"  # {line[2:]}", comments.get(key, ""), _COLUMN + 2)
        if key == in_language("kind", language):
            yield from (f"  #     #   {line}" for line in kinds_in_words(language))


def kinds_in_words(language: Language) -> list[str]:
    """Return a line for each kind: the word for it in a file, and what is of the kind."""
    words = {in_language(name, language): kinds.find(name) for name in kinds.names()}
    widest = max(map(len, words))
    return [f"{word.ljust(widest)}  {(kind.example or kind.label)[language]}" for word, kind in words.items()]


class _Examples(NamedTuple):
    """Figures in the unit of an indicator, written so that they fit a file whatever its style of numbers."""

    goal: str
    before: str
    after: str


def _examples(indicator: Indicator, language: Language) -> _Examples:
    kind, unit = kinds.find(indicator.kind), indicator.unit
    if unit.grades:
        best, worst = quoted(unit.grades[0][language]), quoted(unit.grades[-1][language])
        return _Examples(best, worst, best)
    if unit.ordinal:
        return _Examples("3", "5", "3")
    name = "%" if unit.percent else unit.many[language]
    if kind.yearly == "same" and kind.listed:
        before, after, goal = 1, 2, 2
    elif (unit.of or (1, unit.id)) in _AMOUNTS:
        whole, of_each = _AMOUNTS[unit.of or (1, unit.id)]
        scale, before, after, goal = of_each if unit.over else whole
        name = f"{scale[language]} {name}"
    elif unit.percent:
        before, after, goal = (45, 60, 80) if indicator.better == "higher" else (10, 6, 5)
    else:
        before, after, goal = 6, 9, 12
    return _Examples(_figure(goal, name), _figure(before, name), _figure(after, name))


class _Sum(NamedTuple):
    """Sums of money as resolutions have them, in words of scale."""

    scale: Text
    before: int
    after: int
    goal: int


# For each currency, those of a whole place and those of a person or the like.
_AMOUNTS: Mapping[tuple[Fraction | int, str], tuple[_Sum, _Sum]] = {
    (1, "VND"): (_Sum(Text("billion", "tỷ"), 100, 120, 150), _Sum(Text("million", "triệu"), 55, 60, 65)),
    (1, "USD"): (_Sum(Text("million", "triệu"), 100, 120, 150), _Sum(Text("thousand", "nghìn"), 2, 3, 4)),
}


def _figure(number: int, unit: str) -> str:
    text = f"{number} {unit}"
    return quoted(text) if re.search(r"[^\w %/²³-]", text) else text


def _ids(indicators: Sequence[Indicator]) -> list[str]:
    """Return an id for each target: the indicator's own name, with its field's where another has the same."""
    names = [_own_name(indicator) for indicator in indicators]
    ids: list[str] = []
    for name, indicator in zip(names, indicators, strict=True):
        id = name if names.count(name) == 1 or indicator.id is None else indicator.id.replace("/", "-")
        taken = sum(other == id or re.fullmatch(rf"{re.escape(id)}-\d+", other) is not None for other in ids)
        ids.append(f"{id}-{taken + 1}" if id in ids else id)
    return ids


def _own_name(indicator: Indicator) -> str:
    """Return the name of an indicator within its field; of one that has none, its name in plain letters."""
    if indicator.id is not None:
        return indicator.id.partition("/")[2]
    name = indicator.name.vi or indicator.name.en or ""
    return "-".join(re.findall("[a-z0-9]+", fold(name))) or "target"


def _name(text: str) -> str:
    return text if _PLAIN_NAME.match(text) else quoted(text)


def _commented(line: str, comment: str, column: int = _COLUMN) -> str:
    return f"{line.ljust(column)}  # {_printable(comment)}" if comment else line


def _printable(text: str) -> str:
    """Return the text in one line of characters that a comment can hold."""
    return "".join(one if one.isprintable() else MISSING_CHARACTER for one in " ".join(text.split()))
