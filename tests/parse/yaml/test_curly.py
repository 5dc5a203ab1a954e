"""Curly quotes of a word processor around keys and values: one finding each, with straight quotes as its remedy."""

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
  nước sạch:
    chỉ số: social/clean-water
    chỉ tiêu: 90%
    số liệu: {năm 2021: 88%, năm 2022: 91%}
    công bố: vượt 1 điểm %
"""


@pytest.mark.parametrize(
    ("old", "curly", "straight"),
    [
        ("chỉ tiêu: 90%", "“90%”", '"90%"'),
        ("chỉ tiêu: 90%", "‘từ 90% trở lên’", '"từ 90% trở lên"'),
        ("chỉ tiêu: 90%", "”90%”", '"90%"'),
        ("chỉ số: social/clean-water", "“social/clean-water”", '"social/clean-water"'),
        ("công bố: vượt 1 điểm %", "“vượt 1,5 điểm %”", '"vượt 1,5 điểm %"'),
        ("công bố: vượt 1 điểm %", "[“vượt 1,5 điểm %”]", '["vượt 1,5 điểm %"]'),
        ("số liệu: {năm 2021: 88%, năm 2022: 91%}", "{năm 2021: “88,5%”}", '{năm 2021: "88,5%"}'),
        ("số liệu: {năm 2021: 88%, năm 2022: 91%}", "{năm 2021: 88%, 2022: ‘91%’}", '"91%"'),
    ],
)
def test_curly_quotes_around_a_value_are_one_finding_with_straight_ones(old: str, curly: str, straight: str) -> None:
    """What the remedy shows takes the place of what has curly quotes, and the file is well."""
    key, _, _ = old.partition(": ")
    text = FILE.replace(old, f"{key}: {curly}")
    (finding,) = load_content("f.yaml", text.encode()).findings
    assert finding.code == "curly-quotes"
    assert fill(finding.definition.remedy, finding.values, "vi") == f"thay bằng dấu nháy thẳng: `{straight}`"
    quoted = curly if curly[0] in "[{" and straight[0] == curly[0] else f"‘{straight[1:-1]}’"
    quoted = quoted if quoted in text else curly
    assert load_content("f.yaml", text.replace(quoted, straight).encode()).findings == []


@pytest.mark.parametrize("key", ["nước sạch", "số liệu", "năm 2021", "chỉ tiêu"])
def test_curly_quotes_around_a_key_are_found_too(key: str) -> None:
    """And the file is read on as if they were straight."""
    found = load_content("f.yaml", FILE.replace(f"{key}:", f"“{key}”:").encode()).findings
    assert {finding.code for finding in found} == {"curly-quotes"}
    assert len(found) == FILE.count(f"{key}:")


@pytest.mark.parametrize(
    "line",
    [
        "    ghi chú: “Toàn dân đoàn kết”",
        "    ghi chú: Phong trào “Toàn dân đoàn kết” năm 2021",
        "    tên: {vi: “Nước sạch”}",
        "    đơn vị chủ trì: “Trạm Y tế”",
    ],
)
def test_a_quotation_in_a_text_is_no_mistake(line: str) -> None:
    """A note or a name is shown as it is written."""
    assert load_content("f.yaml", f"{FILE}{line}\n".encode()).findings == []
