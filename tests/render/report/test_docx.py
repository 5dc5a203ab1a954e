"""The Word document, read back with python-docx and opened with LibreOffice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.reports import replaced

from partykpi.core.model import Letterhead, Profile, Signatory
from partykpi.core.report import Report, assess
from partykpi.parse import load, load_content
from partykpi.render import report as formats
from partykpi.render.report import Layout, columns, overview
from partykpi.render.report.document import document
from partykpi.render.report.docx import letters
from partykpi.render.text import sentences
from partykpi.render.text.wrap import one_line
from partykpi.text import LANGUAGES, GivenText, Language

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
PROFILES: tuple[Profile, ...] = ("party", "state", "plain")

AS_PARTY = Layout(profile="party")

HEAD = "resolution: Nghị quyết Đại hội\ncommittee: Đảng bộ C\nterm: 2020-2025\nas_of: 2024\nlanguage: vi\n"
LONG = f"{HEAD}targets:\n" + "".join(
    f"  t{number}:\n    indicator: party/members-admitted\n    name: Chỉ tiêu số {number}\n"
    f"    target: {700 + number} members\n    readings: {{2021: {number + 1}, 2022: 160}}\n"
    for number in range(60)
)

ISSUED = Letterhead(
    superior=GivenText("Province", "Tỉnh ủy An Bình"),
    number="12-BC/ĐU",
    place=GivenText(vi="An Bình"),
    issued=date(2023, 4, 3),
    signatory=Signatory(
        GivenText(vi="Nguyễn Văn A"),
        GivenText("Secretary", "Bí thư"),
        GivenText("For the committee", "T/M Ban Chấp hành"),
    ),
    recipients=(GivenText("The province", "Tỉnh ủy (để báo cáo),"), GivenText("The archives", "Lưu Văn phòng.")),
)


def of_example(name: str) -> Report:
    """Return the report of an example."""
    loaded = load(ROOT / "examples" / f"{name}.yaml")
    assert loaded.resolution is not None
    return assess(loaded.resolution, None, date(2026, 1, 1))


def of_text(text: str, letterhead: Letterhead | None = None) -> Report:
    """Return the report of a file, with that letterhead."""
    resolution = load_content("f.yaml", text.encode()).resolution
    assert resolution is not None
    if letterhead is not None:
        resolution = resolution._replace(letterhead=letterhead)
    return assess(resolution, None, date(2026, 1, 1))


def written(report: Report, language: Language, layout: Layout | None = None) -> Word:
    """Return a report as a document that was read back."""
    return read(formats.in_bytes("docx", [report], language, layout or Layout()))


def read(content: bytes) -> Word:
    """Return what a file holds."""
    return docx.Document(BytesIO(content))


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


def paragraphs(word: Word) -> list[str]:
    """Return the text of each paragraph, in tables and out of them."""
    return [
        plain("".join(part.text or "" for part in one.iter(qn("w:t")))) for one in word.element.body.iter(qn("w:p"))
    ]


def tables(word: Word) -> list[Table]:
    """Return the tables that have lines: those of the report, not those that put things side by side."""
    return [table for table in word.tables if table.style is not None and table.style.name == "Table Grid"]


def cells(table: Table) -> list[list[str]]:
    """Return what stands in each row, of a merged one once."""
    rows = (list(row.iter(qn("w:tc"))) for row in table._tbl.iter(qn("w:tr")))
    return [[plain(" ".join(paragraph.text for paragraph in tc.p_lst)) for tc in row] for row in rows]


def shown(report: Report, language: Language, layout: Layout) -> list[list[str]]:
    """Return what the columns say of each row: what every format has to show."""
    chosen = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    rows = (row.subject for row in document(report, language, layout).table.rows)
    return [[column.text(row, language) for column in chosen] for row in rows]


LAYOUTS = {
    "default": Layout(),
    "wide": Layout(columns=columns.WIDE),
    "sorted": Layout(sort=("-attainment",)),
    "grouped": Layout(columns=columns.WIDE, group_by="status"),
    "only": Layout(only=("exceeded", "no-data")),
    "some": Layout(columns=("target", "note", "achieved")),
}


# What it says


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_every_row_stands_in_the_table(path: Path, language: Language, layout: Layout) -> None:
    """The table holds what each column says of each row, in order, under the headings; nothing else but titles."""
    report = of_example(path.stem)
    (table,) = tables(written(report, language, layout))
    heading, *body = cells(table)
    chosen = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
    assert heading == [column.heading[language] for column in chosen]
    assert [row for row in body if len(row) == len(heading)] == shown(report, language, layout)
    titles = [row for row in body if len(row) != len(heading)]
    bodies = document(report, language, layout).table.bodies
    assert titles == [[f"{body.title}: {body.subtotal}"] for body in bodies if layout.group_by is not None]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_the_text_says_what_every_format_says(path: Path, language: Language, profile: Profile) -> None:
    """Summary, counts, convention, notes, verdicts and source stand in the text, with the names of their targets."""
    report = of_example(path.stem)
    one = document(report, language, Layout())
    told = paragraphs(written(report, language, Layout(profile=profile)))
    assert sentences.summary(report.summary, language) in told
    assert sentences.convention(report.summary, language) in told
    everything = "\n".join(told)
    assert f"{sentences.counts(report.summary, language)}." in told
    about = [(remark.mark, remark.sentence) for remark in (*one.notes.items, *one.claims.items)]
    names = {f"{number}.": target.name[language] for number, target in enumerate(report.resolution.targets, 1)}
    word, several = {"en": ("Target", "Targets"), "vi": ("Chỉ tiêu", "Chỉ tiêu")}[language]
    for mark, sentence in about:
        one_of = f"{word} {mark.rstrip('.')} ({names[mark]}): " if mark in names else f"{several} {mark.rstrip('.')}: "
        begins = one_of if mark else ""
        assert any(begins in text and plain(sentence) in text for text in told), sentence
    assert sentences.source(report, language) in everything


def test_the_text_is_in_the_order_of_the_numbers() -> None:
    """However the table is sorted or grouped, the text speaks of the targets from the first to the last."""
    layout = Layout(columns=columns.WIDE, sort=("-number",), group_by="status")
    told = paragraphs(written(of_example("illustrative-2020-2025"), "en", layout))
    numbers = [int(found[1]) for text in told if (found := re.match(r"Target (\d+) \(", text))]
    assert numbers == [3, 7, 18, 19, 20, 2, 13, 15, 16, 17, 11, 6]  # notes, why 11 has no forecast, and a claim


def test_a_vietnamese_party_report() -> None:
    """A report of a party committee begins, goes on and ends as the rules of the Party have it."""
    told = paragraphs(written(of_text(f"{HEAD}targets: {{}}\n", ISSUED), "vi", Layout(profile="party")))
    assert [text for text in told if text][:12] == [
        "TỈNH ỦY AN BÌNH",
        "ĐẢNG BỘ C",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 12-BC/ĐU",
        "An Bình, ngày 03 tháng 4 năm 2023",
        "BÁO CÁO",
        "kết quả thực hiện Nghị quyết Đại hội",
        "(tính đến ngày 31 tháng 12 năm 2024)",
        "-----",
        "Thực hiện Nghị quyết Đại hội (nhiệm kỳ từ ngày 01 tháng 7 năm 2020 đến ngày 30 tháng 6 năm 2025), Đảng bộ C "
        "báo cáo kết quả tính đến ngày 31 tháng 12 năm 2024 (đã qua 90% thời gian) như sau:",
        "Kết quả chung",
    ]
    signed = told.index("Nơi nhận:")
    assert told[signed : signed + 6] == [
        "Nơi nhận:",
        "- Tỉnh ủy (để báo cáo),",
        "- Lưu Văn phòng.",
        "T/M BAN CHẤP HÀNH",
        "BÍ THƯ",
        "Nguyễn Văn A",
    ]
    assert [text for text in told[signed + 6 :] if text][:3] == [
        "Phụ lục",
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
        "(Kèm theo Báo cáo số 12-BC/ĐU ngày 03 tháng 4 năm 2023 của Đảng bộ C)",
    ]


def test_the_body_that_issues_a_report() -> None:
    """Where the file names it, it stands above the number, reports in the text, and is named at the appendix."""
    issued = ISSUED._replace(issuer=GivenText(vi="Đảng ủy xã C"))
    told = [text for text in paragraphs(written(of_text(f"{HEAD}targets: {{}}\n", issued), "vi", AS_PARTY)) if text]
    assert told[1] == "ĐẢNG ỦY XÃ C"
    assert "Đảng ủy xã C báo cáo kết quả tính đến" in told[10]
    assert "(Kèm theo Báo cáo số 12-BC/ĐU ngày 03 tháng 4 năm 2023 của Đảng ủy xã C)" in told
    assert not [text for text in told if "Đảng bộ C" in text]


def test_the_titles_of_remarks_are_those_of_a_report() -> None:
    """Notes and published figures have the titles that reports in Vietnamese have for them."""
    target = "{indicator: party/members-admitted, target: 100, actual: 50, reported: 60%, note: Theo sổ}"
    told = paragraphs(written(of_text(f"{HEAD}targets:\n  a: {target}\n"), "vi", AS_PARTY))
    titles = ("Một số vấn đề cần lưu ý", "Đối chiếu số liệu đã công bố")
    assert [text for text in told if text in titles] == [*titles]


def test_a_vietnamese_state_report() -> None:
    """A report of a state body has the lines of the Republic, a colon behind the word for number, other separators."""
    told = paragraphs(written(of_text(f"{HEAD}targets: {{}}\n", ISSUED), "vi", Layout(profile="state")))
    assert [text for text in told if text][:8] == [
        "TỈNH ỦY AN BÌNH",
        "ĐẢNG BỘ C",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12-BC/ĐU",
        "An Bình, ngày 03 tháng 4 năm 2023",
        "BÁO CÁO",
        "Kết quả thực hiện Nghị quyết Đại hội",
    ]
    assert "- Tỉnh ủy (để báo cáo);" in told
    assert "-----" not in told


def test_an_english_report_has_no_vietnamese_of_ours() -> None:
    """In English the lines above are English too; only what the file gives in Vietnamese alone stays so."""
    for profile, lines in {
        "party": ("COMMUNIST PARTY OF VIETNAM",),
        "state": ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"),
    }.items():
        report = of_example("agencies-enterprises-bloc-2020-2025")
        told = paragraphs(written(report, "en", Layout(profile=profile)))  # type: ignore[arg-type]
        assert set(lines) <= set(told)
        assert {letter for text in told for letter in text if letter.isalpha() and ord(letter) > 0x17F} <= set("ồ")


def test_a_plain_report_has_no_more_around_it_than_it_is_told() -> None:
    """Without rules nothing is left to be filled in: no number, no place, no recipients, nobody who signs."""
    told = paragraphs(written(of_text(f"{HEAD}targets: {{}}\n"), "vi"))
    assert [text for text in told if text][:6] == [
        "ĐẢNG BỘ C",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        "Nghị quyết Đại hội",
        "Nhiệm kỳ từ ngày 01 tháng 7 năm 2020 đến ngày 30 tháng 6 năm 2025",
        "Tính đến ngày 31 tháng 12 năm 2024 · đã qua 90% thời gian",
        "Kết quả chung",
    ]
    assert not any("…" in text or "Nơi nhận" in text for text in told)
    full = paragraphs(written(of_text(f"{HEAD}targets: {{}}\n", ISSUED), "vi"))
    assert {"TỈNH ỦY AN BÌNH", "Số 12-BC/ĐU", "BÍ THƯ", "Nguyễn Văn A", "Nơi nhận:"} <= set(full)


@pytest.mark.parametrize(
    ("profile", "gaps"),
    [
        ("party", ["Số         -BC/…", "…………, ngày … tháng … năm ……", "- ………….", "T/M …………………………"]),
        ("state", ["Số:         /BC-…", "…………, ngày … tháng … năm ……", "- ………….", "TM. …………………………"]),
    ],
)
def test_what_is_not_told_is_left_open(profile: Profile, gaps: list[str]) -> None:
    """An official document without a number, a day or a name has gaps for them, and nothing invented."""
    told = paragraphs(written(of_text(f"{HEAD}targets: {{}}\n"), "vi", Layout(profile=profile)))
    squeezed = [re.sub(" +", " ", text) for text in told]
    assert [gap for gap in gaps if re.sub(" +", " ", gap) not in squeezed] == []


@pytest.mark.parametrize(
    ("given_number", "party", "state"),
    [
        ("12-BC/ĐU", "Số 12-BC/ĐU", "Số: 12-BC/ĐU"),
        ("Số 12-BC/ĐU", "Số 12-BC/ĐU", "Số: 12-BC/ĐU"),
        ("Số: 12/BC-SNV", "Số 12/BC-SNV", "Số: 12/BC-SNV"),
        ("SỐ 12/BC-SNV", "Số 12/BC-SNV", "Số: 12/BC-SNV"),
        ("No. 12/BC", "Số 12/BC", "Số: 12/BC"),
        ("No12", "Số 12", "Số: 12"),
        ("NOTE-1", "Số NOTE-1", "Số: NOTE-1"),
        ("Sốt-1", "Số Sốt-1", "Số: Sốt-1"),
    ],
)
def test_a_number_begins_as_the_rules_have_it(given_number: str, party: str, state: str) -> None:
    """The word before the number is that of the rules, whether the file has it or not."""
    for profile, expected in (("party", party), ("state", state)):
        report = of_text(f"{HEAD}targets: {{}}\n", Letterhead(number=given_number))
        assert expected in paragraphs(written(report, "vi", Layout(profile=profile)))  # type: ignore[arg-type]


# How it looks


def test_every_page_is_a4() -> None:
    """The text stands upright, the appendix lies on its side, with the margins that both rules set: 20, 20, 30, 15."""
    for profile in PROFILES:
        word = written(of_example("illustrative-2020-2025"), "vi", Layout(profile=profile))
        upright, landscape = word.sections
        for section in (upright, landscape):
            margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
            for margin, expected in zip(margins, (20, 20, 30, 15), strict=True):
                assert margin is not None
                assert abs(margin - Mm(expected)) < Mm(1) / 20
        assert upright.page_width is not None
        assert upright.page_height is not None
        assert abs(upright.page_width - Mm(210)) < Mm(1) / 20
        assert abs(upright.page_height - Mm(297)) < Mm(1) / 20
        assert (landscape.page_width, landscape.page_height) == (upright.page_height, upright.page_width)
        assert (upright.orientation, landscape.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)


@pytest.mark.parametrize(
    ("profile", "style", "size", "bold", "italic"),
    [
        ("party", "Quốc hiệu", 15, True, False),
        ("party", "Cơ quan cấp trên", 14, False, False),
        ("party", "Cơ quan ban hành", 14, True, False),
        ("party", "Số và ký hiệu", 14, False, False),
        ("party", "Địa danh, ngày tháng", 14, False, True),
        ("party", "Title", 16, True, False),
        ("party", "Subtitle", 14, True, False),
        ("party", "Body Text", 14, False, False),
        ("party", "Quyền hạn", 14, True, False),
        ("party", "Chức vụ", 14, False, False),
        ("party", "Họ tên người ký", 14, True, False),
        ("party", "Nơi nhận", 14, False, False),
        ("party", "Tên nơi nhận", 12, False, False),
        ("party", "Header", 14, False, False),
        ("state", "Quốc hiệu", 12, True, False),
        ("state", "Tiêu ngữ", 13, True, False),
        ("state", "Cơ quan cấp trên", 12, False, False),
        ("state", "Cơ quan ban hành", 12, True, False),
        ("state", "Số và ký hiệu", 13, False, False),
        ("state", "Địa danh, ngày tháng", 13, False, True),
        ("state", "Title", 14, True, False),
        ("state", "Subtitle", 14, True, False),
        ("state", "Body Text", 14, False, False),
        ("state", "Quyền hạn", 14, True, False),
        ("state", "Chức vụ", 14, True, False),
        ("state", "Họ tên người ký", 14, True, False),
        ("state", "Nơi nhận", 12, True, True),
        ("state", "Tên nơi nhận", 11, False, False),
        ("state", "Phụ lục", 14, True, False),
        ("state", "Header", 14, False, False),
        ("plain", "Body Text", 13, False, False),
    ],
)
def test_sizes_are_those_of_the_rules(profile: Profile, style: str, size: int, bold: bool, italic: bool) -> None:
    """Each part has the size and the weight that the rules set, as a style that can be changed."""
    word = written(of_example("illustrative-2020-2025"), "vi", Layout(profile=profile))
    font = word.styles[style].font
    assert (font.size, bool(font.bold), bool(font.italic)) == (Pt(size), bold, italic)


def test_each_part_wears_its_style() -> None:
    """What stands in the document is dressed by styles, not by hand."""
    word = written(of_text(LONG, ISSUED), "vi", Layout(profile="state"))
    worn = {
        plain(paragraph.text): paragraph.style.name
        for holder in (word, *(cell for table in word.tables for row in table.rows for cell in row.cells))
        for paragraph in holder.paragraphs
        if paragraph.style is not None
    }
    assert {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "Quốc hiệu",
        "Độc lập - Tự do - Hạnh phúc": "Tiêu ngữ",
        "TỈNH ỦY AN BÌNH": "Cơ quan cấp trên",
        "ĐẢNG BỘ C": "Cơ quan ban hành",
        "Số: 12-BC/ĐU": "Số và ký hiệu",
        "An Bình, ngày 03 tháng 4 năm 2023": "Địa danh, ngày tháng",
        "BÁO CÁO": "Title",
        "Kết quả chung": "Heading 1",
        "BÍ THƯ": "Chức vụ",
        "Nguyễn Văn A": "Họ tên người ký",
        "Phụ lục": "Phụ lục",
        "Chỉ tiêu số 7": "Chữ trong bảng",
        "≥ 707": "Số trong bảng",
        "Mục tiêu": "Đầu bảng",
    }.items() <= worn.items()


@pytest.mark.parametrize(("language", "tag"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_font_and_language(language: Language, tag: str) -> None:
    """All scripts are in Times New Roman and in the language of the report; no other font and no blue is anywhere."""
    content = formats.in_bytes("docx", [of_example("illustrative-2020-2025")], language, Layout())
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    everything = "".join(parts.values())
    styles = parts["word/styles.xml"]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert f'w:{script}="Times New Roman"' in styles
    assert set(re.findall(r'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"', styles)) == {"Times New Roman", tag}
    assert f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>' in styles
    assert f'w:themeFontLang w:val="{tag}"' in parts["word/settings.xml"]
    assert set(re.findall(r'w:color w:val="([^"]*)"', everything)) == set()
    assert not re.search("Calibri|Cambria|asciiTheme|python-docx", everything)


def test_only_what_is_needed_is_in_the_file() -> None:
    """The library's empty document leaves no preview, no theme and no styles of its own."""
    content = formats.in_bytes("docx", [of_example("illustrative-2020-2025")], "vi", Layout())
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
    assert names == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/header1.xml",
        "word/header2.xml",
    }


def test_properties() -> None:
    """The file says what it is, whose and in which language, as of which day, and no more than Word can hold."""
    properties = written(of_example("agencies-enterprises-bloc-2020-2025"), "vi").core_properties
    assert properties.title == "Báo cáo kết quả thực hiện Nghị quyết đại hội, nhiệm kỳ 2020-2025"
    assert properties.author == properties.last_modified_by == "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh"
    assert (properties.language, properties.comments) == ("vi-VN", "")
    assert properties.created is not None
    assert properties.created.date() == date(2022, 12, 31)
    name = "Rất dài " * 100
    long = written(of_text(f"{HEAD}targets: {{}}\n".replace("Đảng bộ C", name)), "vi").core_properties
    assert long.author == name[:255]


def test_pages_are_numbered_at_the_top_but_for_the_first() -> None:
    """Every section has the number in the middle of its header and an empty one on its first page."""
    for profile in PROFILES:
        word = written(of_example("illustrative-2020-2025"), "vi", Layout(profile=profile))
        for place, section in enumerate(word.sections):
            (number,) = section.header.paragraphs
            assert number.style is not None
            assert number.style.name == "Header"
            assert [field.get(qn("w:instr")) for field in number._p.iter(qn("w:fldSimple"))] == ["PAGE"]
            assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
            own = profile != "plain" or place == 0
            assert section.different_first_page_header_footer == own
            start = section._sectPr.find(qn("w:pgNumType"))
            assert (start is not None) == own
        heading = word.styles["Header"].paragraph_format.alignment
        assert str(heading) == "CENTER (1)"


def test_the_table_can_be_read_on_every_page() -> None:
    """Its headings stand again on each page, no row breaks, figures stand at the right, statuses on their colour."""
    report = of_example("illustrative-2020-2025")
    word = written(report, "vi", Layout(group_by="status"))
    (table,) = tables(word)
    rows = list(table._tbl.iter(qn("w:tr")))
    assert [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None] == rows[:1]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    chosen = columns.choose(columns.DEFAULT, [report.resolution.term])
    sides = {"Số trong bảng": "RIGHT (2)", "Chữ trong bảng": "LEFT (0)"}
    fills = set()
    for row in rows[1:]:
        found = list(row.iter(qn("w:tc")))
        if len(found) == 1:
            assert found[0].tcPr.grid_span == len(chosen)
            continue
        for column, cell in zip(chosen, found, strict=True):
            (paragraph,) = cell.p_lst
            style = word.styles.get_by_id(paragraph.style, 1)
            assert style.name == ("Số trong bảng" if column.figure else "Chữ trong bảng")
            assert str(style.paragraph_format.alignment) == sides[style.name]
            shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
            assert (shade is not None) == (column.name == "status")
            if shade is not None:
                fills.add(shade.get(qn("w:fill")))
    assert len(fills) == 6  # of eight statuses, two pairs of which are alike
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption is not None
    assert caption.get(qn("w:val")) == report.resolution.name["vi"]


def test_columns_beyond_a_page_stand_in_further_tables() -> None:
    """Where all columns are too many, several tables hold each once, and in each the number and the name."""
    report = of_example("illustrative-2020-2025")
    layout = Layout(columns=columns.names())
    found = tables(written(report, "en", layout))
    headings = [cells(table)[0] for table in found]
    chosen = [column.heading["en"] for column in columns.choose(columns.names(), [report.resolution.term])]
    assert len(found) > 1
    assert all(heading[:2] == ["#", "Target"] for heading in headings)
    assert sorted(name for heading in headings for name in heading[2:]) == sorted(chosen[2:])
    for table in found:
        assert [row[1] for row in cells(table)[1:]] == [row[1] for row in shown(report, "en", layout)]


def test_several_reports() -> None:
    """An overview stands first, then each report with its own title, headings from number one on, and appendix."""
    reports = [of_example("illustrative-2020-2025"), of_example("quang-ninh-labour-2020-2025")]
    word = read(formats.in_bytes("docx", reports, "vi", Layout(columns=columns.WIDE)))
    told = paragraphs(word)
    assert told[0] == "TỔNG HỢP"
    first, *others = tables(word)
    assert cells(first) == [
        [column.heading["vi"] for column in overview.COLUMNS],
        *([column.text(report, "vi") for column in overview.COLUMNS] for report in reports),
    ]
    for report, table in zip(reports, others, strict=True):
        years = [column.text for column in columns.choose(columns.WIDE, [report.resolution.term])]
        assert len(cells(table)[0]) == len(years)
        assert cells(table)[1:] == shown(report, "vi", Layout(columns=columns.WIDE))
        assert report.resolution.committee["vi"].upper() in told
    assert len(word.sections) == 5
    numbers = [
        paragraph._p.pPr.numPr.numId.val if paragraph._p.pPr.numPr is not None else None  # type: ignore[union-attr]
        for paragraph in word.paragraphs
        if paragraph.text == "Kết quả chung"
    ]
    assert len(set(numbers)) == 2
    authors = word.core_properties.author.split("; ")
    assert authors == [report.resolution.committee["vi"] for report in reports]


@pytest.mark.parametrize(
    ("named", "asked", "party"),
    [
        (("party", "party"), None, True),
        (("party", "state"), None, False),
        (("party", None), None, False),
        (("state", None), "party", True),
        (("party", "party"), "plain", False),
    ],
)
def test_whose_rules_hold(named: tuple[Profile | None, ...], asked: Profile | None, party: bool) -> None:
    """The rules asked for hold, else those of the files where they agree, else none."""
    reports = [of_text(f"{HEAD}targets: {{}}\n", Letterhead(profile=profile)) for profile in named]
    told = paragraphs(read(formats.in_bytes("docx", reports, "vi", Layout(profile=asked))))
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in told) == party
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in told


# Whatever stands in it


HOSTILE = {
    "markup": "<w:p>&amp; <b>đậm</b> ]]>",
    "formula": "=cmd|' /C calc'!A0",
    "controls": "a\x00b\x07c\x1bd\x9fe\ud800f\ufffeg\uffff",
    "direction": "abc\u202egnp.exe\u2066",
    "lines": "một\ntwo\r\n\tthree\u2028four",
    "long": "x" * 3000,
    "wide": "漢字" * 40,
    "nothing": " ",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_texts(text: str) -> None:
    """Markup, formulas, controls and very long words stand as text wherever a file's texts stand."""
    report = of_example("quang-ninh-labour-2020-2025")
    told = GivenText(text, text)
    letterhead = Letterhead(told, text, told, None, Signatory(told, told, told), (told,))
    first, *rest = report.assessments
    assessments = (
        replaced(first, target=first.target._replace(own_name=told, owner=told, note=told)),
        *rest,
    )
    resolution = report.resolution._replace(name=told, committee=told, letterhead=letterhead)
    hostile = report._replace(resolution=resolution, assessments=assessments)
    layout = Layout(columns=("number", "target", "unit", "owner", "note"), group_by="owner")
    for profile in PROFILES:
        word = written(hostile, "vi", layout._replace(profile=profile))
        everything = "\n".join(paragraphs(word))
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", everything
        )
        kept = re.sub("[\ufffe\uffff]", "\ufffd", one_line(text))
        (table,) = tables(word)
        assert cells(table)[2] == ["1", kept, "chi bộ", kept, kept]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_can_be_written(name: str, number: str) -> None:
    """Whatever a name or a number holds, the file can be read back and has the rows."""
    report = of_example("quang-ninh-labour-2020-2025")
    resolution = report.resolution._replace(
        name=GivenText(vi=name),
        committee=GivenText(vi=name),
        letterhead=Letterhead(number=number, place=GivenText(vi=name)),
    )
    (table,) = tables(written(report._replace(resolution=resolution), "vi", Layout(profile="party")))
    assert len(cells(table)) == 1 + len(report.assessments)


def test_no_rows_leave_the_headings() -> None:
    """Where no target has the status asked for, the table has its headings alone."""
    report = of_example("quang-ninh-labour-2020-2025")
    (table,) = tables(written(report, "vi", Layout(only=("missed",))))
    assert len(cells(table)) == 1


# The same at any time, and late


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs at different moments, with hashes in another order, write the same file."""
    made: list[bytes] = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.docx"
        command = [sys.executable, "-m", "partykpi", "report", str(EXAMPLES[0]), str(EXAMPLES[2]), "-o", str(file)]
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Ho_Chi_Minh" if made else "UTC"}
        subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
        made.append(file.read_bytes())
        time.sleep(2.1)  # an archive tells every other second
    assert made[0] == made[1]


def test_the_library_is_loaded_late() -> None:
    """To know the format is not to load what writes it, and to write it takes nothing that others need."""
    program = f"""
import sys
from datetime import date
from partykpi.core.report import assess
from partykpi.parse import load
from partykpi.render import report as formats
heavy = {{"docx", "lxml", "openpyxl", "jinja2", "rich", "tabulate", "pint"}}
assert formats.find("docx").binary
print(*sorted(heavy & set(sys.modules)), sep=",")
report = assess(load({str(EXAMPLES[2])!r}).resolution, None, date(2026, 1, 1))
formats.in_bytes("docx", [report], "vi", formats.Layout())
print(*sorted(heavy & set(sys.modules)), sep=",")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "\ndocx,lxml\n"


# With other eyes: LibreOffice

Convert = Callable[..., Path]


def pages(pdf: Path) -> Iterator[list[str]]:
    """Go through the pages of a file, each as its lines."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    for page in done.stdout.removesuffix("\f").split("\f"):
        yield [line.strip() for line in page.splitlines() if line.strip()]


def printed(soffice: Convert, folder: Path, content: bytes) -> Path:
    """Return a document as LibreOffice prints it."""
    file = folder / "report.docx"
    file.write_bytes(content)
    return soffice(file, "pdf")


def test_a_long_table_as_it_is_printed(soffice: Convert, tmp_path: Path) -> None:
    """The first page is upright, the others lie on their side; headings on each, numbers on all but the first two."""
    content = formats.in_bytes("docx", [of_text(LONG, ISSUED)], "vi", Layout(profile="party", columns=columns.WIDE))
    pdf = printed(soffice, tmp_path, content)
    told = subprocess.run(["pdfinfo", "-l", "99", str(pdf)], capture_output=True, text=True, check=True).stdout
    sizes = [tuple(round(float(size)) for size in pair) for pair in re.findall(r"size: +([\d.]+) x ([\d.]+)", told)]
    assert len(sizes) > 3
    assert sizes == [(595, 842)] + [(842, 595)] * (len(sizes) - 1)
    upright, first, *others = pages(pdf)
    assert upright[0].startswith("TỈNH ỦY AN BÌNH")
    assert first[0] == "Phụ lục"
    for number, page in enumerate(others, 2):
        assert page[0] == str(number)
        assert {"TT", "tiêu", "2021", "2025"} <= set(" ".join(page[1:4]).split())
    rows = [line.split()[0] for page in (first, *others) for line in page if "Chỉ tiêu số" in line]
    assert rows == [str(number) for number in range(1, 61)]


@pytest.mark.parametrize("layout", ["default", "wide"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_as_it_is_printed(soffice: Convert, tmp_path: Path, language: Language, layout: str) -> None:
    """Each figure of each row is whole on a line of the printed page."""
    report = of_example("illustrative-2020-2025")
    chosen = columns.choose(LAYOUTS[layout].columns or columns.DEFAULT, [report.resolution.term])
    content = formats.in_bytes("docx", [report], language, LAYOUTS[layout])
    found = list(pages(printed(soffice, tmp_path, content)))
    seen = {word.replace("\u2011", "-") for page in found for line in page for word in line.split()}
    for row in document(report, language, LAYOUTS[layout]).table.rows:
        for column in chosen:
            if column.figure:
                text = column.text(row.subject, language)
                assert set(text.split()) <= seen, text


@pytest.mark.parametrize(
    ("profile", "line", "left", "below", "points"),
    [
        ("party", "ĐẢNG CỘNG SẢN VIỆT NAM", 75, 0, 15),
        ("state", "Độc lập - Tự do - Hạnh phúc", 65, 1, 13),
    ],
)
def test_the_rule_is_as_long_as_the_line_above(
    soffice: Convert, tmp_path: Path, profile: Profile, line: str, left: int, below: int, points: int
) -> None:
    """The rule below the national line is as long as its text, as printed too, to a few hundredths, in the middle."""
    content = formats.in_bytes("docx", [of_text(LONG, ISSUED)], "vi", Layout(profile=profile))
    (border, *_) = [
        paragraph
        for paragraph in read(content).element.body.iter(qn("w:p"))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None and line in _text_before(paragraph)
    ]
    indent = border.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    assert indent is not None
    before, behind = (int(indent.get(qn(f"w:{side}")) or "") for side in ("left", "right"))
    assert abs(before - behind) <= 1
    length = (165 - left) * 72 / 25.4 - (before + behind) / 20
    assert abs(length - letters.width(line, bold=True) * points / 1000) < 1
    pdf = printed(soffice, tmp_path, content)
    done = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(pdf), "-"], capture_output=True, text=True, check=True)
    boxes = [
        tuple(map(float, box))
        for box in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', done.stdout)
    ]
    right = [box for box in boxes if box[0] > (30 + left) * 72 / 25.4]
    middles = sorted({round((top + bottom) / 2) for _, top, _, bottom in right})
    lines = [middle for place, middle in enumerate(middles) if place == 0 or middle - middles[place - 1] > 6]
    letters_of = [box for box in right if abs((box[1] + box[3]) / 2 - lines[below]) < 6]
    shown_length = max(box[2] for box in letters_of) - min(box[0] for box in letters_of)
    assert abs(shown_length - length) < length * 6 / 100  # another font may stand in for letters


def _text_before(paragraph: object) -> str:
    before = paragraph.getprevious()  # type: ignore[attr-defined]
    return "" if before is None else "".join(part.text or "" for part in before.iter(qn("w:t")))


def test_it_opens_with_hostile_texts(soffice: Convert, tmp_path: Path) -> None:
    """A name of markup and controls is printed as it stands."""
    report = of_text(f"{HEAD}targets: {{}}\n", Letterhead(superior=GivenText(vi="<w:p>&amp;\x07")))
    content = formats.in_bytes("docx", [report], "vi", Layout(profile="state"))
    first, _ = pages(printed(soffice, tmp_path, content))
    assert first[0].startswith("<W:P>&AMP;")


# From the command line


def test_it_is_written_by_its_ending(run: Callable[..., object], tmp_path: Path) -> None:
    """A file that ends in .docx becomes a Word document, in the language and by the rules that the file names."""
    file = tmp_path / "báo cáo.docx"
    run("report", EXAMPLES[2], "-o", file, "--lang", "vi", "--wide")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in paragraphs(read(file.read_bytes()))
    run("report", EXAMPLES[2], "-o", file, "--force", "--profile", "state")
    assert "SOCIALIST REPUBLIC OF VIET NAM" in paragraphs(read(file.read_bytes()))
