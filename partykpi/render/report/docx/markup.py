"""Paragraphs, tables and sections as the XML of a Word document. Lengths are in twentieths of a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from partykpi.render.text.wrap import without_steering

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def millimetres(length: int) -> int:
    """Return a length in twentieths of a point, 1440 to the inch."""
    return length * 7200 // 127


# A4, upright, and its margins by both rules.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = millimetres(20), millimetres(20), millimetres(30), millimetres(15)
HEADER = millimetres(10)
UPRIGHT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
LANDSCAPE_WIDTH = PAGE_HEIGHT - LEFT - RIGHT


def run(text: str, properties: str = "") -> str:
    """Return a stretch of text; at a hyphen of `NO_BREAK_HYPHEN` no line ends."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = (
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in without_steering(text).split(NO_BREAK_HYPHEN)
    )
    return f"<w:r>{about}{'<w:noBreakHyphen/>'.join(parts)}</w:r>"


NO_BREAK_HYPHEN = "\u2011"
NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>'


def styled(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of a style that holds what is XML already; its own properties come in the order of Word's."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def paragraph(style: str, text: str, properties: str = "") -> str:
    """Return a paragraph of a style that holds a text."""
    return styled(style, run(text), properties)


def rule(length: int, available: int, after: int = 0) -> str:
    """Return a line so long, in the middle of so much width, with so much below it."""
    side = max((available - length) // 2, 0)
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    return styled(
        "Rule", "", f'{border}<w:spacing w:after="{after}"/><w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
    )


def cell(width: int, content: str, span: int = 1, fill: str = "") -> str:
    """Return a cell of paragraphs, over so many columns, on a colour."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{shade}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], heading: bool = False) -> str:
    """Return a row that no page breaks; a `heading` is repeated on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    widths: Sequence[int], rows: Iterable[str], style: str, margins: tuple[int, int] = (0, 0), description: str = ""
) -> str:
    """Return a table of columns as wide as that, with so much space beside and above the text of a cell.

    The `description` says what it shows to who cannot see it.
    """
    beside, above = margins
    quoted = _quoted(description)
    about = f"<w:tblCaption w:val={quoted}/><w:tblDescription w:val={quoted}/>" if description else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="{above}" w:type="dxa"/><w:left w:w="{beside}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{beside}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def section(headers: str, *, landscape: bool = False, from_one: bool = False) -> str:
    """Return the properties of a section; `from_one` begins its page numbers anew, and hides the first."""
    wide, high = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    turned = ' w:orient="landscape"' if landscape else ""
    start, title = ('<w:pgNumType w:start="1"/>', "<w:titlePg/>") if from_one else ("", "")
    return (
        f'<w:sectPr>{headers}<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="{HEADER}" '
        f'w:footer="{HEADER}" w:gutter="0"/>'
        f'{start}<w:cols w:space="720"/>{title}</w:sectPr>'
    )


def _quoted(text: str) -> str:
    quoted = escape(without_steering(text), {'"': "&quot;"})
    return f'"{quoted}"'
