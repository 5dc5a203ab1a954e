"""What formulas come to, written beside them: for those who read a workbook without calculating it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from partykpi.render.report.xlsx.book import Result

# A cell with a formula as openpyxl writes it, which knows no results.
_CELL = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f\b[^>]*>[^<]*</f>)<v(?:></v| ?/)></c>')


def with_results(content: bytes, sheets: Sequence[Mapping[str, Result]]) -> bytes:
    """Return the workbook with the results of the formulas of each sheet, in the order of the sheets."""
    whole = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)}
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _filled(part, parts[name]) if name in parts else part)
    return whole.getvalue()


def _filled(part: bytes, results: Mapping[str, Result]) -> bytes:
    def put(found: re.Match[bytes]) -> bytes:
        result = results[found[1].decode()]
        kind = b"" if result.number else b' t="str"'
        value = escape(result.text, quote=False).encode("ascii", "xmlcharrefreplace")
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (found[1], found[2], kind, found[3], value)

    return _CELL.sub(put, part)
