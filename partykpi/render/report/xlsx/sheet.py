"""What the sheets have in common: their names, how they are printed, headings and lines of text across them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partykpi.render.report.docx.letters import safe_width
from partykpi.render.report.xlsx.book import FONT, LIKE_A_CALL, CellStyle, CellValue, SheetDraft, put, put_across
from partykpi.render.text.wrap import one_line, width, wrap
from partykpi.text import Language, Text

BORDERED: CellStyle = {"border": 1, "border_color": "#999999"}
LABEL: CellStyle = {**BORDERED, "indent": 1, "text_wrap": True}
FIGURE: CellStyle = {**BORDERED, "align": "right"}
CENTERED: CellStyle = {**BORDERED, "align": "center"}
HEADING: CellStyle = {**CENTERED, "bold": True, "bg_color": "#DDE6F0", "text_wrap": True, "valign": "vcenter"}
TITLE: CellStyle = {"bold": True, "font_size": 14}
SUBTITLE: CellStyle = {"bold": True, "font_size": 12}
TEXT: CellStyle = {"text_wrap": True}

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd-\uffff]")
_RESERVED = "history"
_PAGE = Text("Page &P of &N", "Trang &P/&N")

_SIZE = 11  # points of the usual letters
_LINE = 15.5  # points of a line of them
_NARROW = 0.77  # how wide a letter is on the whole, against the digit that widths are counted in
_SHORT_HEADING = 12
_DIGIT = 477  # how wide the digit that widths are counted in is, in thousandths of the size of the usual letters
_WIDEST_WORD = 60.0
_A4 = 9

# The margins of a page, in inches: at its sides, at its ends, and of its footer.
_CENTIMETRE = 1 / 2.54
_SIDES, _ENDS, _FOOTER = 1.5 * _CENTIMETRE, 1.8 * _CENTIMETRE, 0.8 * _CENTIMETRE

# XlsxWriter rounds widths and heights to pixels unless they are given in them: of a digit's width, and of a point.
_WIDTH = 7
_POINT = 4 / 3


def name_of(wanted: str, taken: Sequence[str], otherwise: str) -> str:
    """Return the name of a sheet: no longer than sheets allow, without forbidden signs, and not taken yet."""
    plain = LIKE_A_CALL.sub(" ", _FORBIDDEN.sub(" ", one_line(wanted)))
    plain = " ".join(plain.split()).strip("'") or otherwise
    if plain.casefold() == _RESERVED:
        plain = otherwise
    used = {name.casefold() for name in taken}
    name, count = _shortened(plain, _LONGEST_NAME), 1
    while name.casefold() in used:
        count += 1
        ending = f" ({count})"
        name = _shortened(plain, _LONGEST_NAME - len(ending)) + ending
    return name


def _shortened(name: str, most: int) -> str:
    """Return as many whole words as fit, or as many letters of the first; sheets count like UTF-16."""
    if _units(name) <= most:
        return name
    words = name.split(" ")
    while len(words) > 1 and _units(" ".join(words)) > most:
        words.pop()
    short = " ".join(words)
    while _units(short) > most:
        short = short[:-1]
    return short.strip("' ,;.-–(") or name[: most // 2]


def _units(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas write it."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"


def set_up(
    draft: SheetDraft, widths: Sequence[float], language: Language, *, heading: int, frozen_columns: int | None = None
) -> None:
    """Prepare a sheet for the screen and for A4 across: widths, what stays in place, what is printed on each page.

    The row of the headings is printed on each page. It stays in sight with all above it, and with so many columns,
    unless they are None.
    """
    sheet = draft.sheet
    set_widths(draft, widths)
    print_across(draft)
    sheet.set_margins(_SIDES, _SIDES, _ENDS, _ENDS)
    sheet.set_header("", {"margin": _FOOTER})
    sheet.set_footer(f'&C&"{FONT},Regular"&10{_PAGE[language]}', {"margin": _FOOTER})
    sheet.hide_gridlines(2)
    sheet.repeat_rows(heading - 1)
    if frozen_columns is not None:
        sheet.freeze_panes(heading, frozen_columns)


def set_widths(draft: SheetDraft, widths: Sequence[float]) -> None:
    """Set the widths of the first columns, in digits of the usual size."""
    for column, size in enumerate(widths):
        draft.sheet.set_column_pixels(column, column, size * _WIDTH)


def set_height(draft: SheetDraft, row: int, points: float) -> None:
    """Set the height of a row."""
    draft.sheet.set_row_pixels(row - 1, points * _POINT)


def print_across(draft: SheetDraft) -> None:
    """Let a sheet be printed on A4 across, as wide as the page."""
    draft.sheet.set_landscape()
    draft.sheet.set_paper(_A4)
    draft.sheet.fit_to_pages(1, 0)
    draft.sheet.center_horizontally()


def across(
    draft: SheetDraft, row: int, widths: Sequence[float], text: str | CellValue, style: CellStyle = TEXT
) -> None:
    """Write a text across columns of those widths, in a row as high as it needs."""
    put_across(draft, row, (1, len(widths)), text, style)
    shown = text if isinstance(text, str) else ""
    set_height(draft, row, height(shown, sum(widths), style))


def height(text: str, available_width: float, style: CellStyle = TEXT) -> float:
    """Return how high a row is that holds a text in so much width, counted in letters of the usual size."""
    return _lines(text, available_width, style) * _LINE * _size(style) / _SIZE


def _size(style: CellStyle) -> int:
    return int(style.get("font_size", _SIZE))


def _lines(text: str, available_width: float, style: CellStyle) -> int:
    if not style.get("text_wrap") or len(text) * 2 <= available_width:  # no letter is wider than two
        return 1
    bigger = _size(style) / _SIZE * (1.08 if style.get("bold") else 1.0)
    return len(wrap(text, max(int(available_width / bigger / _NARROW), 1), fold=True))


def head(draft: SheetDraft, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
    """Write the headings of a table."""
    for column, text in enumerate(headings, 1):
        put(draft, row, column, text, HEADING)
    lines = max(_lines(text, size - 1.5, HEADING) for text, size in zip(headings, widths, strict=True))
    set_height(draft, row, lines * _LINE + 3)


def heading_width(heading: str) -> float:
    """Return how wide a column is at least for its heading: short ones take one line."""
    longest = max(width(word) for word in heading.split())
    return max(longest, min(width(heading), _SHORT_HEADING)) * 1.1 + 2.0


def fit_height(draft: SheetDraft, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as high as its texts need side by side, where any needs more than one line."""
    lines = max(_lines(text, size - 1.5, TEXT) for text, size in zip(texts, widths, strict=True))
    if lines > 1:
        set_height(draft, row, lines * _LINE)


def column_width(texts: Sequence[str], least: float, most: float) -> float:
    """Return the width of a column that holds such texts."""
    longest = max((width(text) for text in texts), default=0)
    return min(max(longest + 1.6, least), most)


def number_width(text: str) -> float:
    """Return the width of a column that shows a number as this text: one that is too narrow shows ### instead."""
    return safe_width(text) / _DIGIT + 1.6


def word_width(texts: Sequence[str]) -> float:
    """Return the width of a column in which no word of these texts is broken, unless it is a very long one."""
    words = {word for text in texts for word in text.split(" ")}
    return min(max((safe_width(word) / _DIGIT + 2.6 for word in words), default=0.0), _WIDEST_WORD)
