"""What YAML makes of decimal commas and signs, and the quotes that mend it."""

from __future__ import annotations

import pytest

from partykpi.parse import load_content
from partykpi.render.text.locale import fill

FILE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2015-2020
cách viết số: {style}
chỉ tiêu:
  t: {target}
"""

CUT = "{chỉ số: social/poverty-reduction, chỉ tiêu: 1 %, kết quả: RESULT}"
CLAIM = "{chỉ số: social/health-insurance, chỉ tiêu: 90 %, công bố: RESULT}"
RANK = "{chỉ số: governance/pci-rank, chỉ tiêu: 1, kết quả: RESULT}"


@pytest.mark.parametrize(
    ("style", "target", "result", "quoted"),
    [
        ("vi", CUT, "[1,6, 1,8]", '["1,6", "1,8"]'),
        ("vi", CUT, "[1,6,1,8]", '["1,6","1,8"]'),
        ("vi", CUT, "[1, 1,8]", '[1, "1,8"]'),
        ("en", CUT, "[1,6, 1,8]", '["1,6", "1,8"]'),
        ("vi", CUT, "{2016: 1,5 %}", '{2016: "1,5 %"}'),
        ("vi", CUT, "{2016: 1, 2017: 1,5%}", '{2016: 1, 2017: "1,5%"}'),
        ("en", CUT, "{2016: 1,5, 2017: 1}", '{2016: "1,5", 2017: 1}'),
        ("vi", CUT, "[2016: 1,5]", '[2016: "1,5"]'),
        ("vi", CUT, "[2016: 1%, 2017: 1,5%, 2018: 0,9%]", '[2016: 1%, 2017: "1,5%", 2018: "0,9%"]'),
        ("vi", CUT, "{2016: 1,5 %, 2017: 2,5 %}", '{2016: "1,5 %", 2017: "2,5 %"}'),
        ("vi", CUT, "{2016: 1,5, 2017: 2,5}", '{2016: "1,5", 2017: "2,5"}'),
        ("vi", CUT, "{2016: 1,5 %,\n    2017: 1 %}", '{2016: "1,5 %", 2017: 1 %}'),
        ("vi", CLAIM, "[vượt 12,5%]", '["vượt 12,5%"]'),
        ("vi", CLAIM, "[đạt, vượt 12,5%]", '[đạt, "vượt 12,5%"]'),
        ("vi", CUT.replace("1 %", "{2016: 1,5 %, 2017: 1 %}"), "1 %", '{2016: "1,5 %", 2017: 1 %}'),
        ("vi", CUT.replace("1 %", "1,5%"), "1 %", '{chỉ số: social/poverty-reduction, chỉ tiêu: "1,5%", kết quả: 1 %}'),
    ],
)
def test_a_number_that_yaml_cut_in_two_is_found(style: str, target: str, result: str, quoted: str) -> None:
    """A comma without a space between digits ends no value that a person wrote; what the remedy shows can be copied."""
    text = FILE.format(style=style, target=target.replace("RESULT", result))
    *others, finding = load_content("f.yaml", text.encode()).findings
    assert finding.code == "cut-number"
    assert [other.code for other in others] == (["number-style"] if style == "en" and result[0] == "{" else [])
    assert fill(finding.definition.remedy, finding.values, "vi") == f"ghi số trong dấu nháy: `{quoted}`"
    if result[0] in "[{":
        mended = text.replace(result, quoted).replace("viết số: en", "viết số: vi")
        assert load_content("f.yaml", mended.encode()).findings == []


def test_a_number_that_was_cut_hides_nothing_else() -> None:
    """What is wrong beside it is found in the same run, and no year is said to stand twice."""
    target = CUT.replace("RESULT", "{2016: 1,5 %, 2017: 2,5 %, 2031: 1 %}").replace("1 %", "1 đồngg", 1)
    content = load_content("f.yaml", FILE.format(style="vi", target=target).encode())
    assert [finding.code for finding in content.findings] == ["unknown-unit", "cut-number", "reading-outside-term"]


@pytest.mark.parametrize(
    ("style", "target", "result"),
    [
        ("vi", CUT, "[1, 2]"),
        ("vi", CUT, '["1,6", "1,8"]'),
        ("vi", CUT, '{2016: "1,5 %"}'),
        ("en", CUT, "[1,2]"),
        ("en", CUT, "[1.6,1.8]"),
        ("vi", RANK, "[1,2,1]"),
        ("vi", CLAIM, '["vượt 12,5%"]'),
    ],
)
def test_other_lists_and_mappings_are_as_they_are_written(style: str, target: str, result: str) -> None:
    """Ranks have no decimals, and an English file may write its lists without spaces."""
    text = FILE.format(style=style, target=target.replace("RESULT", result))
    codes = {finding.code for finding in load_content("f.yaml", text.encode()).findings}
    assert not codes & {"cut-number", "unparsable-period", "unknown-key"}


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("đơn vị tính: %", '"%"'),
        ("chỉ số: {tên: T, đơn vị tính: %, loại: mức}", '"%"'),
        ("chỉ số: {tên: T, đơn vị tính: %}", '"%"'),
        ("chỉ tiêu: > 20 đảng viên", '"> 20 đảng viên"'),
        ("chỉ tiêu: % dân số # tất cả", '"% dân số"'),
        ("- %", '"%"'),
    ],
)
def test_a_value_that_yaml_cannot_begin_is_told_its_quotes(line: str, quoted: str) -> None:
    """A percent sign or a sign of comparison at the beginning of a value is one finding, with what to write."""
    (finding,) = load_content("f.yaml", f"a:\n  {line}\n".encode()).findings
    assert finding.code == "needs-quotes"
    assert fill(finding.definition.remedy, finding.values, "en") == f"write the value in quotes: `{quoted}`"


def test_other_mistakes_are_what_they_were() -> None:
    """A quotation that does not end is no value without quotes."""
    (finding,) = load_content("f.yaml", b'a: "x % > 20\n').findings
    assert finding.code == "syntax"
