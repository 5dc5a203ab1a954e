"""What two of actual, target and published figure say of the third: a sentence and a small table, or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, assert_never, get_args

from partykpi.core.claims.infer import how_many
from partykpi.core.claims.solve import Fit, Missing, Solution
from partykpi.core.claims.wording import SENSES
from partykpi.core.figure import Interval
from partykpi.core.model import IN_PERCENT, Sense, Unit
from partykpi.core.rounding import Rounding
from partykpi.render.terminal.drawing import Cell, Grid, Line, drawn, has_tall_rows
from partykpi.render.text import locale, machine, words
from partykpi.render.text.wrap import USUAL_WIDTH, hang, keep_figures, width, wrap
from partykpi.text import Language, Text

FormatName = Literal["table", "plain", "json"]

FORMATS: tuple[FormatName, ...] = get_args(FormatName)

MOST_LISTED = 20
"""The most whole numbers that the JSON lists."""

_VERSION = "partykpi-solve/1"
_GAP = 2
_MOST_IN_A_CELL = 5
_DECIMALS = 3

_SUBJECTS: Mapping[Missing | None, Text] = {
    "target": Text("Target", "Chỉ tiêu"),
    "base": Text("Figure compared with", "Số dùng để so sánh"),
    "actual": Text("Actual figure", "Kết quả"),
    "reported": Text("Percentage", "Tỷ lệ đạt"),
    None: Text("Published figure", "Số liệu công bố"),
}
_CHANGE = Text("up or down", "tăng, giảm")
_COMPUTED = Text("Computed", "Tính được")
_SENSE = Text("Read as", "Cách hiểu")
_ROUNDING = Text("Rounding", "Làm tròn")
_WHOLE = Text("Whole numbers", "Số nguyên")
_FITS = Text("Fits", "Phù hợp")
_FROM_TO = Text("{low} … {high} ({count})", "{low} … {high} ({count})")

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
    columns: int | None = None,
    color: bool = False,
) -> str:
    """Return the whole text in that format, with a new line at its end; `columns` None is the usual width."""
    match format_name:
        case "json":
            return _json(solution)
        case "plain":
            return _plain(solution, language)
        case "table":
            return _table(solution, language, columns or USUAL_WIDTH, color)
        case _:
            assert_never(format_name)


_NO_INTERVAL = {"low": None, "high": None, "low_closed": False, "high_closed": False}


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
        "candidates": [
            {"value": str(number), "roundings": _roundings(solution, number)} for number in (whole or ())[:MOST_LISTED]
        ],
        **(machine.interval(interval) or _NO_INTERVAL),
    }
    return machine.json_text(tree)


def _roundings(solution: Solution, number: int) -> list[Rounding]:
    """Return the usual ways of rounding by which a whole number fits."""
    return [
        fit.rounding
        for fit in solution.fits
        if fit.sense == solution.sense
        and fit.rounding != "rounded-up"
        and fit.whole is not None
        and number in fit.whole
    ]


def _sentence(solution: Solution, language: Language) -> str:
    """Return the sign and word of the verdict, what it is about, and what fits."""
    look = words.VERDICTS[solution.verdict]
    subject = _subject(solution, language)
    return words.ended(f"{look.sign} {subject} – {look.word[language]}: {locale.write(solution.detail, language)}")


def _subject(solution: Solution, language: Language) -> str:
    if solution.name is None:
        return _SUBJECTS[solution.unknown][language]
    return words.capital(locale.write(solution.name, language))


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


def _table(solution: Solution, language: Language, columns: int, color: bool) -> str:
    parts: list[Line | Grid] = [Line(hang(_sentence(solution, language), columns))]
    if solution.fits:
        headings, rows = _headings(solution, language), _rows(solution, language)
        widths = _widths([headings, *rows], columns)
        styles = ["" if fit.fits else "dim" for fit in solution.fits]
        cells = [_cells(row, widths, style) for row, style in zip(rows, styles, strict=True)]
        parts += [Line(), Grid(widths, _cells(headings, widths), cells, _GAP, ruled=has_tall_rows(cells))]
    return drawn(parts, columns, color)


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Return the widths that the columns need; of a table too wide the widest are narrowed, to whole words at first."""
    texts = list(zip(*rows, strict=True))
    widths = [max(map(width, column)) for column in texts]
    words_in = [[word for text in column for word in keep_figures(text).split(" ")] for column in texts]
    for least in ([max(map(width, each)) for each in words_in], [1] * len(widths)):
        while sum(widths) + _GAP * (len(widths) - 1) > columns and widths != least:
            wide = [place for place, size in enumerate(widths) if size > least[place]]
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _cells(texts: Sequence[str], widths: Sequence[int], style: str = "") -> list[Cell]:
    return [
        [(line, style) for line in wrap(keep_figures(text), size, fold=True)]
        for text, size in zip(texts, widths, strict=True)
    ]


def _headings(solution: Solution, language: Language) -> list[str]:
    figure = _COMPUTED[language] if solution.unknown is None else _subject(solution, language)
    sense, rounding, whole, fits = (heading[language] for heading in (_SENSE, _ROUNDING, _WHOLE, _FITS))
    return [sense, rounding, figure, *([whole] if _counts(solution) else []), fits]


def _rows(solution: Solution, language: Language) -> list[list[str]]:
    return [
        [
            _sense(solution, fit.sense)[language],
            _ROUNDING_WORDS[fit.rounding][language],
            words.NOTHING if fit.interval is None else _figure(solution, fit.sense, fit.interval, language),
            *([_whole(fit, language)] if _counts(solution) else []),
            _FITS_SIGNS[fit.fits],
        ]
        for fit in solution.fits
    ]


def _sense(solution: Solution, sense: Sense) -> Text:
    """Return what a sense is called: against what was there before, an excess is a change."""
    return _CHANGE if solution.unknown == "base" and sense == "exceeds" else SENSES[sense].label


def _counts(solution: Solution) -> bool:
    """Say whether whole numbers were asked for."""
    return any(fit.whole is not None for fit in solution.fits)


def _figure(solution: Solution, sense: Sense, interval: Interval, language: Language) -> str:
    if solution.unit is not None:
        return locale.rough_amount(interval, solution.unit, language, _DECIMALS)
    percent = solution.unknown is None and sense in IN_PERCENT
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
