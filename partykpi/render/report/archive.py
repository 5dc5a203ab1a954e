"""What a Word file holds that depends on the moment of writing, made to depend on the report alone."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive can hold


def of_day(content: bytes, day: date) -> bytes:
    """Return the archive as if written on a day: the same input gives the same bytes at any time."""
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    whole = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _PROPERTIES:
                part = _MOMENT.sub(rb"\g<1>" + moment + rb"\g<3>", part)
            new.writestr(ZipInfo(name, _EARLIEST), part, ZIP_DEFLATED)
    return whole.getvalue()
