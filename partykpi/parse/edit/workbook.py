"""An Excel workbook as a stream of cells: what is written in each, and never more than a table needs.

A workbook is an archive of XML parts. A few kilobytes can unpack to millions of cells; those that are read are counted
as they come, and the reading ends where there are more than anybody fills in.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from zipfile import ZipFile

# What the parts that are read may hold, all together. Ten thousand rows of five cells are two megabytes and 150,000
# elements.
_MOST_BYTES = 30_000_000
_MOST_ELEMENTS = 1_000_000
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_MOST_MERGES = 20_000
_MOST_SHEETS = 200
_LONGEST_TEXT = 32_767
_LONGEST_TAG = 1_000_000

_PART = 65_536

Written = str | int | float | bool | datetime | time | timedelta | None
"""What a cell holds; None where a formula has not been calculated."""


class TooMuchError(Exception):
    """A workbook with more in it than is read."""


class NotAWorkbookError(Exception):
    """An archive that is no workbook, or one that does not hold together."""


class WrittenCell(NamedTuple):
    """What is written in a cell that holds something; an `error` such as #REF! is a text."""

    row: int
    column: int
    value: Written
    number_format: str = ""
    error: bool = False


class WrittenSheet(NamedTuple):
    """A sheet: its cells in the order of rows and columns, and the first row and column of what is merged."""

    title: str
    cells: list[WrittenCell]
    merged: set[tuple[int, int]]


def read_workbook(archive: ZipFile, most_cells: int) -> Iterator[WrittenSheet]:
    """Return the sheets of a workbook in their order; TooMuchError where more cells than that hold something."""
    parts = _Parts(archive, most_cells)
    main = next((target for kind, target in parts.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    book = _Book()
    parts.read(main, book.begin)
    related = parts.related(main)
    of_kind = dict(related.values())
    strings, styles = _Strings(), _Styles()
    if "sharedStrings" in of_kind:
        parts.read(of_kind["sharedStrings"], strings.begin, strings.end, strings.say)
    if "styles" in of_kind:
        parts.read(of_kind["styles"], styles.begin, styles.end)
    sheets = [(title, related[id][1]) for title, id in book.sheets if id in related and related[id][0] == "worksheet"]
    if not book.sheets:
        raise NotAWorkbookError
    shared = _Formats(strings.texts, styles.formats, book.epoch)
    for title, target in sheets[:_MOST_SHEETS]:
        sheet = _Sheet(shared, parts.count_cell)
        parts.read(target, sheet.begin, sheet.end, sheet.say)
        yield WrittenSheet(title, sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)), sheet.merged)


_Attributes = dict[str, str]


def _nothing(_: str) -> None:
    pass


class _Parts:
    """The parts of an archive, and how much of them was read so far."""

    def __init__(self, archive: ZipFile, most_cells: int) -> None:
        self.archive = archive
        self.most_cells = most_cells
        self.bytes = self.elements = self.cells = 0

    def count_cell(self) -> None:
        self.cells += 1
        if self.cells > self.most_cells:
            raise TooMuchError

    def read(
        self,
        name: str,
        begin: Callable[[str, _Attributes], None],
        end: Callable[[str], None] = _nothing,
        say: Callable[[str], None] = _nothing,
    ) -> None:
        """Read a part to its end, and tell of each element by its name without a prefix, and of its text."""
        from zipfile import ZIP_DEFLATED, ZIP_STORED

        try:
            info = self.archive.getinfo(name)
        except KeyError:
            raise NotAWorkbookError from None
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotAWorkbookError
        self.bytes += info.file_size
        if self.bytes > _MOST_BYTES:
            raise TooMuchError
        with self.archive.open(info) as stream:
            self._parse(stream, begin, end, say)

    def _parse(
        self,
        stream: IO[bytes],
        begin: Callable[[str, _Attributes], None],
        end: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        from xml.parsers import expat

        def counted(name: str, attributes: _Attributes) -> None:
            self.elements += 1
            if self.elements > _MOST_ELEMENTS:
                raise TooMuchError
            begin(name if ":" not in name else name.rpartition(":")[2], attributes)

        def ended(name: str) -> None:
            end(name if ":" not in name else name.rpartition(":")[2])

        def refuse(*_: Any) -> None:
            raise NotAWorkbookError  # a document type can make much of little

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = counted, ended, say
        parser.StartDoctypeDeclHandler = refuse
        given = 0
        while data := stream.read(_PART):
            parser.Parse(data, False)
            given += len(data)
            if given - parser.CurrentByteIndex > _LONGEST_TAG:
                raise TooMuchError
        parser.Parse(b"", True)

    def related(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Return what a part refers to, the archive itself with no name: the kind and the name of each, by its id."""
        folder, file = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}

        def begin(tag: str, attributes: _Attributes) -> None:
            if tag == "Relationship":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = kind, target.lstrip("/")

        beside = posixpath.join(folder, "_rels", f"{file}.rels")
        if beside in self.archive.NameToInfo:
            self.read(beside, begin)
        return found


class _Book:
    """The names and ids of the sheets, and the day from which days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.epoch = datetime(1899, 12, 30)

    def begin(self, tag: str, attributes: _Attributes) -> None:
        if tag == "sheet":
            id = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), id))
        elif tag == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = datetime(1904, 1, 1)


class _Texts:
    """The text of elements, without the reading aids that stand beside it in some languages."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.inside = False
        self.is_aid = False

    def begin(self, tag: str, _: _Attributes) -> None:
        if tag == "t":
            self.inside = not self.is_aid
        elif tag == "rPh":
            self.is_aid = True

    def end(self, tag: str) -> None:
        if tag in ("t", "v"):
            self.inside = False
        elif tag == "rPh":
            self.is_aid = False

    def say(self, text: str) -> None:
        if self.inside:
            self.length += len(text)
            if self.length > _LONGEST_TEXT:
                raise TooMuchError
            self.parts.append(text)

    def taken(self) -> str:
        """Return the text so far, and begin anew."""
        text = "".join(self.parts)
        self.parts, self.length = [], 0
        return text.replace("x005F_", "") if "x005F_" in text else text


class _Strings(_Texts):
    """The texts that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag == "si":
            self.texts.append(self.taken())


# The formats that have a number only, where they show a share of 1, a day or a time.
_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "d"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "h"),
    46: "[h]",
}


class _Styles:
    """The formats of numbers, in the order in which cells name them."""

    def __init__(self) -> None:
        self.formats: list[str] = []
        self.codes: dict[str, str] = {str(id): code for id, code in _BUILT_IN.items()}
        self.of_cells = False

    def begin(self, tag: str, attributes: _Attributes) -> None:
        if tag == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self.of_cells = True
        elif tag == "xf" and self.of_cells:
            self.formats.append(self.codes.get(attributes.get("numFmtId", ""), ""))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self.of_cells = False


class _Formats(NamedTuple):
    """What cells refer to: the texts they share, the formats of their numbers, and the day from which days count."""

    texts: list[str]
    formats: list[str]
    epoch: datetime


class _Sheet(_Texts):
    """The cells of a sheet that hold something, in the order of the file, and the corners of what is merged."""

    def __init__(self, shared: _Formats, count_cell: Callable[[], None]) -> None:
        super().__init__()
        self.shared = shared
        self.count_cell = count_cell
        self.cells: list[WrittenCell] = []
        self.merged: set[tuple[int, int]] = set()
        self.row = self.column = self.merges = 0
        self.kind = self.style = ""
        self.has_formula = False

    def begin(self, tag: str, attributes: _Attributes) -> None:
        if tag == "c":
            at = attributes.get("r")
            self.row, self.column = (self.row, self.column + 1) if at is None else _position(at)
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
            self.has_formula = False
        elif tag == "v":
            self.inside = True
        elif tag == "f":
            self.has_formula = True
        elif tag == "row":
            self.row = _whole(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = 0
        elif tag == "mergeCell":
            self.merges += 1
            if self.merges > _MOST_MERGES:
                raise TooMuchError
            self.merged.add(_position(attributes.get("ref", "").partition(":")[0]))
        else:
            super().begin(tag, attributes)

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag != "c":
            return
        text = self.taken()
        if self.has_formula and not text and self.kind != "str":
            self.put(None)
        elif self.kind == "e":
            self.put(text, error=True)
        elif text:
            self.put(self.value(text))

    def put(self, value: Written, *, error: bool = False) -> None:
        self.count_cell()
        if not (0 < self.row <= _MOST_ROWS and 0 < self.column <= _MOST_COLUMNS):
            raise NotAWorkbookError
        number_format = ""
        if type(value) in (int, float):
            number_format = self.number_format()
            if _IS_TIME.search(number_format):
                try:
                    value = _moment(float(cast("float", value)), number_format, self.shared.epoch)
                except (OverflowError, ValueError):  # before or after all days that there are
                    value, error = "#VALUE!", True
        self.cells.append(WrittenCell(self.row, self.column, value, number_format, error))

    def number_format(self) -> str:
        """Return the format of the cell's number, without what is in quotes, escaped, or a colour."""
        place = _whole(self.style)
        code = self.shared.formats[place] if place < len(self.shared.formats) else ""
        return _shown_part(code) if code else ""

    def value(self, text: str) -> Written:
        """Return what the text of a cell is, by the kind of the cell."""
        match self.kind:
            case "s":
                place = _whole(text)
                if place >= len(self.shared.texts):
                    raise NotAWorkbookError
                return self.shared.texts[place]
            case "b":
                return text.strip() not in ("0", "false")
            case "d":
                return _iso(text.strip())
            case "n":
                return _number(text.strip())
            case _:
                return text


def _position(coordinate: str) -> tuple[int, int]:
    """Return the row and the column of a cell by its name."""
    found = _COORDINATE.fullmatch(coordinate)
    if found is None:
        raise NotAWorkbookError
    return int(found[2]), _column(found[1])


_COORDINATE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column by its number."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise NotAWorkbookError
    return int(text)


def _number(text: str) -> int | float:
    if len(text) > _LONGEST_NUMBER:
        raise NotAWorkbookError
    try:
        return float(text) if re.search("[.eE]", text) else int(text)
    except ValueError:
        raise NotAWorkbookError from None


_LONGEST_NUMBER = 400


def _iso(text: str) -> datetime | time | timedelta:
    for kind in (datetime, time):
        try:
            return kind.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            continue
    if text.startswith("PT"):
        return timedelta()
    raise NotAWorkbookError


_HIDDEN = r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]'
_IS_TIME = re.compile("[dmhys]", re.IGNORECASE)


@lru_cache(maxsize=256)
def _shown_part(code: str) -> str:
    return re.sub(_HIDDEN, "", code, flags=re.IGNORECASE).split(";")[0]


def _moment(value: float, number_format: str, epoch: datetime) -> datetime | time | timedelta:
    """Return the day or the time that a number is shown as; a span of time where it is none of a day."""
    if "[" in number_format:
        return timedelta(days=value)
    day, part = divmod(value, 1)
    since_midnight = timedelta(milliseconds=round(part * 86_400_000))
    if 0 <= value < 1 and since_midnight.days == 0:
        return (datetime.min + since_midnight).time()
    if 0 < value < 60 and epoch.year < 1900:  # Excel knows a 29 February 1900
        day += 1
    return epoch + timedelta(days=day) + since_midnight
