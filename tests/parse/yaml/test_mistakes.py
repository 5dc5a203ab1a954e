"""The usual mistakes behind YAML that cannot be read: each has words of its own, and a remedy that can be copied."""

from __future__ import annotations

import pytest

from partykpi.parse import load_content
from partykpi.render.text.locale import fill

FILE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
cách viết số: vi
chỉ tiêu:
  kết nạp:
    chỉ số: party/members-admitted
    chỉ tiêu: 60 đảng viên
    số liệu: {năm 2021: 5, năm 2022: 6}
    ghi chú: theo kế hoạch
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "shown"),
    [
        ("chỉ số: party", "chỉ số:party", "missing-space", "chỉ số: party/members-admitted"),
        ("chỉ tiêu: 60", "chỉ tiêu:60", "missing-space", "chỉ tiêu: 60 đảng viên"),
        ("nhiệm kỳ: 2020", "nhiệm kỳ:2020", "missing-space", "nhiệm kỳ: 2020-2025"),
        ("năm 2021: 5", "năm 2021:5", "missing-space", "năm 2021: 5"),
        ("ghi chú: theo", "ghi chú:theo", "missing-space", "ghi chú: theo kế hoạch"),
        ("theo kế hoạch", "Kết nạp: đảng viên mới", "colon-in-value", '"Kết nạp: đảng viên mới"'),
        ("60 đảng viên", "Kết nạp: 60 đảng viên", "colon-in-value", '"Kết nạp: 60 đảng viên"'),
        ("60 đảng viên", "“Kết nạp: 60 đảng viên”", "curly-quotes", '"Kết nạp: 60 đảng viên"'),
        ("chỉ số: party", "chỉ số:\u00a0party", "no-break-space", "chỉ số: party/members-admitted"),
        ("    chỉ tiêu: 60", "\u00a0   chỉ tiêu: 60", "no-break-space", "chỉ tiêu: 60 đảng viên"),
        ("    chỉ số: party", "  \u00a0\u00a0chỉ số: party", "no-break-space", "chỉ số: party/members-admitted"),
    ],
)
def test_a_usual_mistake_is_named_with_the_line_as_it_should_be(old: str, new: str, code: str, shown: str) -> None:
    """It is the one finding, on the line of the mistake, and what it shows mends the file."""
    text = FILE.replace(old, new)
    (finding,) = load_content("f.yaml", text.encode()).findings
    assert finding.code == code
    remedy = fill(finding.definition.remedy, finding.values, "vi")
    assert f"`{shown}`" in remedy
    line = text.splitlines()[finding.place.line - 1]
    assert new.split()[-1] in line
    part = line[finding.place.column - 1 : finding.place.end_column - 1]
    if code in ("colon-in-value", "curly-quotes"):
        mended = text.replace(part, shown)
        assert [found.code for found in load_content("f.yaml", mended.encode()).findings] in ([], ["unparsable-figure"])


def test_all_lines_with_the_mistake_are_named_at_once() -> None:
    """A whole target without spaces is no text in the place of a group of keys."""
    text = FILE.replace("chỉ số: ", "chỉ số:").replace("chỉ tiêu: 60", "chỉ tiêu:60").partition("    số liệu")[0]
    found = load_content("f.yaml", text.encode()).findings
    assert [(finding.code, finding.place.line) for finding in found] == [("missing-space", 7), ("missing-space", 8)]


def test_a_colon_in_a_text_that_is_read_is_no_mistake() -> None:
    """Nothing is looked for where nothing is wrong."""
    for note in ("xem http://a.vn, lúc 7:30", '"chỉ tiêu:60"', "tỷ lệ nam:nữ"):
        assert load_content("f.yaml", FILE.replace("theo kế hoạch", note).encode()).findings == []


@pytest.mark.parametrize(
    ("data", "program"),
    [
        (b"PK\x03\x04 word/document.xml \x87", "Word"),
        (b"PK\x03\x04 xl/workbook.xml \x87", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word/Excel"),
    ],
)
def test_a_file_of_a_word_processor_is_called_so(data: bytes, program: str) -> None:
    """To save it in another encoding would not help."""
    (finding,) = load_content("nq.docx", data).findings
    message = fill(finding.definition.message, finding.values, "vi")
    assert (finding.code, message) == ("office-file", f"đây là tệp {program}, không phải tệp văn bản thuần")
