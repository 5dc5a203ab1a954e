"""Every format carries the same displayed figures, whatever the resolution."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from samples.examples import EXAMPLES, rendered, report_of
from samples.reports import rows

from partykpi.core.report import Report, assess
from partykpi.parse import load_content
from partykpi.render import report as formats
from partykpi.render.report import columns
from partykpi.text import LANGUAGES, Language

SHOWN = (
    *(*columns.DEFAULT, "due", "pace", "forecast", "needed", "score", "used", "left", "coverage", "periods"),
    *("baseline", columns.YEARS),
)


class _Words(HTMLParser):
    """The text of a page, its cells and paragraphs apart."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "p", "li", "dd", "dt", "div"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def of_page(text: str) -> str:
    """Return what a page says."""
    words = _Words()
    words.feed(text)
    return "".join(words.parts)


def of_markdown(text: str) -> str:
    """Return what a Markdown document says to who reads it as one."""
    return of_page(MarkdownIt("commonmark").enable("table").render(text))


def of_values(text: str) -> str:
    """Return the cells of comma-separated values."""
    return "\n".join(cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)


def of_word(content: bytes) -> str:
    """Return the paragraphs of a Word document."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    marks = {f"{space}noBreakHyphen": "-", f"{space}br": " ", f"{space}tab": " "}
    return "\n".join(
        "".join(marks.get(part.tag) or (part.text or "" if part.tag == f"{space}t" else "") for part in one.iter())
        for one in root.iter(f"{space}p")
    )


def of_excel(content: bytes, language: Language) -> str:
    """Return the cells of a workbook as Excel shows them."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return "\n".join(shown(cell, language) for cell in cells if isinstance(cell, Cell) and cell.value is not None)


def shown(cell: Cell, language: Language) -> str:
    """Return what a cell shows: its value in its number format, as far as the formats use them."""
    value, form = cell.value, cell.number_format.replace("[$-42A]", "").replace("[$-409]", "")
    if isinstance(value, str) or value is None:
        return value or ""
    literals = re.findall(r'"([^"]*)"|([^"]+)', form)
    if isinstance(value, date | datetime):
        written = {"dd\\/mm\\/yyyy": "%d/%m/%Y", "yyyy\\-mm\\-dd": "%Y-%m-%d"}
        return "".join(text or value.strftime(written[code]) for text, code in literals)
    number = Decimal(repr(value))
    positive, *negative = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)
    if number < 0 and negative:
        positive, number = negative[0], -number
    out = ""
    for text, code in re.findall(r'"([^"]*)"|([^"]+)', positive):
        match = re.fullmatch(r"(-?)#,##0(?:\.(0+))?(,*)(%?)", code)
        if code == "General":
            out += f"{number:f}"
        elif match is None:
            assert not code, f"{cell.coordinate}: {form}"
            out += text
        else:
            scaled = number / 1000 ** len(match[3]) * (100 if match[4] else 1)
            digits = scaled.quantize(Decimal(1).scaleb(-len(match[2] or "")), ROUND_HALF_UP)
            out += f"{match[1]}{digits:,}{match[4]}".translate(str.maketrans(",.", ".,") if language == "vi" else {})
    return out


READ = {"docx": of_word, "md": of_markdown, "html": of_page, "csv": of_values}


def said(name: str, content: bytes, language: Language) -> str:
    """Return what a report says in that format, in single spaces."""
    if name == "xlsx":
        text = of_excel(content, language)
    elif name == "docx":
        text = of_word(content)
    else:
        text = READ.get(name, str)(content.decode())  # type: ignore[operator]
    return re.sub("[ \u00a0\u202f]+", " ", text.replace("\u2011", "-"))


def figures(report: Report, language: Language) -> Iterator[tuple[str, str]]:
    """Return the name of each column that holds figures, and the figure that it shows of each target."""
    for column in columns.choose(SHOWN, [report.resolution.term]):
        for row in rows(report):
            text = column.text(row, language)
            if column.figure and re.search(r"\d", text):
                yield f"{column.name} of {row.assessment.target.id}", re.sub("[ \u00a0\u202f]+", " ", text)


def lacking(name: str, content: bytes, report: Report, language: Language) -> list[tuple[str, str]]:
    """Return the figures of a report that its content in that format does not carry."""
    text = said(name, content, language)
    told = set(text.splitlines()) if name in ("csv", "docx", "xlsx") else None
    return [
        (what, figure)
        for what, figure in figures(report, language)
        if not (
            _without_mark(name, figure) in told
            if told is not None
            else re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", text)
        )
    ]


def _without_mark(name: str, figure: str) -> str:
    """Return a figure as a format writes it: comma-separated values have no mark at a number."""
    return figure.removesuffix("‡") if name == "csv" else figure


NAMES = sorted({*formats.names()} - {"json", "table"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_format_carries_the_figures_of_an_example(path: Path, name: str, language: Language) -> None:
    """Whatever the columns show of a target, each format shows."""
    assert lacking(name, rendered(path, language, name), report_of(path), language) == []


@st.composite
def changed(draw: st.DrawFn) -> Report:
    """Return the report of an example with other figures in it, as of any year."""
    text = draw(st.sampled_from([file.read_text(encoding="utf-8") for file in EXAMPLES]))
    head, targets, rest = text.partition("\ntargets:") if "\ntargets:" in text else text.partition("\nchỉ tiêu:")

    def other(match: re.Match[str]) -> str:
        if draw(st.integers(0, 3)):
            return match[0]
        return str(draw(st.integers(0, 120) | st.integers(1, 10**7)))

    mixed = re.sub(r"(?<=: )\d+(?=[ ,}\n])(?!\d*-)", other, rest)
    resolution = load_content("changed.yaml", (head + targets + mixed).encode()).resolution
    assume(resolution is not None and resolution.targets)
    assert resolution is not None
    as_of = date(draw(st.integers(2020, 2025)), 12, 31)
    return assess(resolution, max(as_of, resolution.term.first), date(2026, 1, 1))


@pytest.mark.parametrize("names", [["csv", "md", "plain"], ["docx"], ["html"], ["xlsx"]], ids=lambda names: names[0])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(report=changed(), language=st.sampled_from(LANGUAGES))
def test_each_format_carries_the_figures_of_any_resolution(
    names: Sequence[str], report: Report, language: Language
) -> None:
    """Whatever the figures are, no format leaves one out or writes it in another way."""
    for name in names:
        content = formats.in_bytes(name, [report], language, formats.Layout(columns=SHOWN))
        assert lacking(name, content, report, language) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(report=changed())
def test_the_contract_carries_the_percentages_of_any_resolution(report: Report) -> None:
    """The JSON report writes each attainment as the others show it, and one value with a decimal point and no sign."""
    tree = json.loads(formats.in_text("json", [report], "en", formats.Layout()))
    column = columns.find("attainment")
    for row, target in zip(rows(report), tree["reports"][0]["targets"], strict=True):
        displayed, told = column.text(row, "en").rstrip("†‡"), target["attainment"]
        assert (told["percent_text"] if told else "–") == displayed
        if told and told["percent"] is not None and not displayed.startswith("under"):
            assert told["percent"] == displayed.replace(",", "").removesuffix("%")
