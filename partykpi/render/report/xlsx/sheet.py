"""What all sheets have in common: their names, how they are printed, and lines of text across them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from partykpi.render.report.xlsx.book import FONT, Page, Style, letter, put
from partykpi.render.text.wrap import one_line, width, wrap
from partykpi.text import Language, Text

HEADING = Style(bold=True, fill="DDE6F0", side="center", wrap=True, border=True, middle=True)
TITLE = Style(bold=True, size=14)
SUBTITLE = Style(bold=True, size=12)
TEXT = Style(wrap=True)

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd]")
_RESERVED = "history"
_PAGE = Text("Page &P of &N", "Trang &P/&N")

_LINE = 15.5  # points of a line of 11 points
_NARROW = 0.77  # how wide a letter is on the whole, against the digit that widths are counted in
_SHORT_HEADING = 12
_A4 = 9
_CENTIMETRE = 1 / 2.54


def name_of(wanted: str, taken: Sequence[str], otherwise: str) -> str:
    """Return the name of a sheet: no longer than sheets allow, without forbidden signs, and not taken yet."""
    plain = " ".join(_FORBIDDEN.sub(" ", one_line(wanted)).split()).strip("'") or otherwise
    if plain.casefold() == _RESERVED:
        plain = otherwise
    used = {name.casefold() for name in taken}
    name, count = _shortened(plain, _LONGEST_NAME), 1
    while name.casefold() in used:
        count += 1
        ending = f" ({count})"
        name = _shortened(plain, _LONGEST_NAME - len(ending)) + ending
    return name


def _shortened(name: str, room: int) -> str:
    """Return as many whole words as fit, or as many letters of the first; sheets count like UTF-16."""
    if _units(name) <= room:
        return name
    words = name.split(" ")
    while len(words) > 1 and _units(" ".join(words)) > room:
        words.pop()
    short = " ".join(words)
    while _units(short) > room:
        short = short[:-1]
    return short.strip("' ,;.-–(") or name[: room // 2]


def _units(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas write it."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"


def set_up(page: Page, widths: Sequence[float], language: Language, *, heading: int | None, frozen: str = "") -> None:
    """Prepare a sheet for the screen and for A4 across: widths, what stays in place, what is printed on each page."""
    sheet: Worksheet = page.sheet
    for number, size in enumerate(widths, 1):
        sheet.column_dimensions[letter(number)].width = size
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 1.5 * _CENTIMETRE
    margins.top = margins.bottom = 1.8 * _CENTIMETRE
    margins.header = margins.footer = 0.8 * _CENTIMETRE
    sheet.print_options.horizontalCentered = True
    assert sheet.oddFooter is not None
    footer = sheet.oddFooter.center
    footer.text, footer.font, footer.size = _PAGE[language], f"{FONT},Regular", 10
    sheet.sheet_view.showGridLines = False
    if heading is not None:
        sheet.print_title_rows = f"{heading}:{heading}"
    if frozen:
        sheet.freeze_panes = frozen


def across(page: Page, row: int, columns: int, text: str, style: Style = TEXT, widths: Sequence[float] = ()) -> None:
    """Write a text across so many columns, in a row as high as it needs."""
    put(page, row, 1, text, style)
    merge(page, row, 1, columns)
    page.sheet.row_dimensions[row].height = height(text, sum(widths[:columns]), style)


def merge(page: Page, row: int, first: int, last: int) -> None:
    """Make one cell of those of a row, which are empty but for the first."""
    if last > first:
        page.sheet.merged_cells.add(f"{letter(first)}{row}:{letter(last)}{row}")


def height(text: str, room: float, style: Style = TEXT) -> float:
    """Return how high a row is that holds a text in so much room, counted in letters of the usual size."""
    return _lines(text, room, style) * _LINE * style.size / 11


def _lines(text: str, room: float, style: Style) -> int:
    if not style.wrap or len(text) * 2 <= room:  # no letter is wider than two
        return 1
    bigger = style.size / 11 * (1.08 if style.bold else 1.0)
    return len(wrap(text, max(int(room / bigger / _NARROW), 1), fold=True))


def head(page: Page, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
    """Write the headings of a table."""
    for column, text in enumerate(headings, 1):
        put(page, row, column, text, HEADING)
    lines = max(_lines(text, room - 1.5, HEADING) for text, room in zip(headings, widths, strict=True))
    page.sheet.row_dimensions[row].height = lines * _LINE + 3


def heading_width(heading: str) -> float:
    """Return how wide a column is at least for its heading: short ones stand in one line."""
    longest = max(width(word) for word in heading.split())
    return max(longest, min(width(heading), _SHORT_HEADING)) * 1.1 + 2.0


def make_room(page: Page, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as high as its texts need side by side, where any needs more than one line."""
    lines = max(_lines(text, room - 1.5, TEXT) for text, room in zip(texts, widths, strict=True))
    if lines > 1:
        page.sheet.row_dimensions[row].height = lines * _LINE


def written_width(texts: Sequence[str], least: float, most: float) -> float:
    """Return the width of a column that holds such texts."""
    longest = max((width(text) for text in texts), default=0)
    return min(max(longest + 1.6, least), most)
