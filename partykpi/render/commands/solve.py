"""What two of actual, target and published figure say of the third: a sentence and a small table, or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import StringIO
from typing import Literal, get_args

from partykpi.core.claims.infer import how_many
from partykpi.core.claims.model import Rounding
from partykpi.core.claims.solve import Fit, Missing, Solution
from partykpi.core.figure import Interval
from partykpi.core.model import Sense, Unit
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import hang
from partykpi.text import Language, Text

FormatName = Literal["table", "plain", "json"]

FORMATS: tuple[FormatName, ...] = get_args(FormatName)

MOST_LISTED = 20
"""The most whole numbers that the JSON lists."""

_VERSION = "partykpi-solve/1"
_USUAL_WIDTH = 80
_MOST_IN_A_CELL = 5
_DECIMALS = 3

_SUBJECTS: Mapping[Missing | None, Text] = {
    "target": Text("Target", "Chỉ tiêu"),
    "actual": Text("Actual figure", "Kết quả"),
    "reported": Text("Percentage", "Tỷ lệ đạt"),
    None: Text("Published figure", "Số liệu công bố"),
}
_COMPUTED = Text("Computed", "Tính được")
_SENSE = Text("Read as", "Cách hiểu")
_ROUNDING = Text("Rounding", "Làm tròn")
_WHOLE = Text("Whole numbers", "Số nguyên")
_FITS = Text("Fits", "Phù hợp")
_FROM_TO = Text("{low} … {high} ({count})", "{low} … {high} ({count})")

_SENSE_WORDS: Mapping[Sense, Text] = {
    "reaches": Text("reaches", "đạt"),
    "exceeds": Text("exceeds by", "vượt"),
    "points": Text("points", "điểm %"),
    "times": Text("times", "gấp … lần"),
}
_ROUNDING_WORDS: Mapping[Rounding, Text] = {
    "half-up": Text("half up", "làm tròn thông thường"),
    "half-even": Text("half to even", "làm tròn, 5 về số chẵn"),
    "cut-off": Text("cut off", "cắt bỏ phần lẻ"),
    "rounded-up": Text("rounded up", "luôn làm tròn lên"),
}
_FITS_SIGNS: Mapping[bool | None, str] = {True: "✓", False: "✗", None: "?"}

_PERCENT = Unit("%", Text("%", "%"), Text("%", "%"))
_BARE = Unit("", Text("", ""), Text("", ""))


def render(
    solution: Solution,
    format_name: FormatName,
    language: Language,
    width: int | None = None,
    color: bool = False,
) -> str:
    """Return the whole text in that format, with a new line at its end; `width` None is no limit."""
    match format_name:
        case "json":
            return _json(solution)
        case "plain":
            return _plain(solution, language)
        case "table":
            return _table(solution, language, width or _USUAL_WIDTH, color)


def _json(solution: Solution) -> str:
    interval, whole = solution.interval, solution.whole
    tree = {
        "format": _VERSION,
        "unknown": solution.unknown,
        "verdict": solution.verdict,
        "sense": solution.sense,
        "rounding": solution.rounding,
        "whole": None if whole is None else [str(number) for number in whole[:MOST_LISTED]],
        "whole_count": how_many(whole),
        "low": None if interval is None or interval.low is None else locale.exact(interval.low),
        "high": None if interval is None or interval.high is None else locale.exact(interval.high),
        "low_closed": interval is not None and interval.low_closed,
        "high_closed": interval is not None and interval.high_closed,
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _sentence(solution: Solution, language: Language) -> str:
    """Return the sign and word of the verdict, what it is about, and what fits."""
    look = words.VERDICTS[solution.verdict]
    subject = _SUBJECTS[solution.unknown][language]
    return words.ended(f"{look.sign} {subject} – {look.word[language]}: {locale.write(solution.detail, language)}")


def _plain(solution: Solution, language: Language) -> str:
    from tabulate import tabulate

    lines = [_sentence(solution, language)]
    if solution.fits:
        table = tabulate(
            _rows(solution, language),
            headers=_headings(solution, language),
            tablefmt="simple",
            disable_numparse=True,
        )
        lines += ["", *(line.rstrip() for line in table.splitlines())]
    return "\n".join(lines) + "\n"


def _table(solution: Solution, language: Language, width: int, color: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text as Styled

    from partykpi.render.terminal import terminal

    sentence = hang(_sentence(solution, language), width) + "\n"
    if not solution.fits:
        return sentence
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in _headings(solution, language):
        table.add_column(Styled(heading), overflow="fold")
    for fit, row in zip(solution.fits, _rows(solution, language), strict=True):
        style = "" if fit.fits else "dim"
        table.add_row(*(Styled(cell) for cell in row), style=style)
    out = StringIO()
    terminal.console(out, width, color).print(table)
    lines = out.getvalue().splitlines()
    return sentence + "\n" + "\n".join(line.rstrip() for line in lines) + "\n"


def _headings(solution: Solution, language: Language) -> list[str]:
    figure = _COMPUTED if solution.unknown is None else _SUBJECTS[solution.unknown]
    headings = [_SENSE, _ROUNDING, figure, *([_WHOLE] if _counts(solution) else []), _FITS]
    return [heading[language] for heading in headings]


def _rows(solution: Solution, language: Language) -> list[list[str]]:
    return [
        [
            _SENSE_WORDS[fit.sense][language],
            _ROUNDING_WORDS[fit.rounding][language],
            words.NOTHING if fit.interval is None else _figure(solution, fit.sense, fit.interval, language),
            *([_whole(fit, language)] if _counts(solution) else []),
            _FITS_SIGNS[fit.fits],
        ]
        for fit in solution.fits
    ]


def _counts(solution: Solution) -> bool:
    """Say whether whole numbers were asked for."""
    return any(fit.whole is not None for fit in solution.fits)


def _figure(solution: Solution, sense: Sense, interval: Interval, language: Language) -> str:
    percent = solution.unknown is None and sense in ("reaches", "exceeds")
    return locale.amount(interval, _PERCENT if percent else _BARE, language, _DECIMALS)


def _whole(fit: Fit, language: Language) -> str:
    count = how_many(fit.whole)
    if fit.whole is None or not count:
        return words.NOTHING
    if count <= _MOST_IN_A_CELL:
        return "; ".join(locale.number(number, language) for number in fit.whole)
    return _FROM_TO[language].format(
        low=locale.number(fit.whole.start, language),
        high=locale.number(fit.whole.stop - 1, language),
        count=locale.number(count, language),
    )
