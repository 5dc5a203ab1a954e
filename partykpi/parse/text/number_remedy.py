"""What may be meant by a number that is not written as the file's style of numbers has it, and how to write that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from partykpi import findings
from partykpi.parse.text.number import POINTS, TOKEN, Number, NumberStyle, other_style, read_number
from partykpi.parse.yaml.reader import Reader
from partykpi.text import Text

_WHOLE = Text(
    "what is counted is whole: correct the figure, or choose an indicator that is measured",
    "số đếm phải là số nguyên: sửa lại số liệu, hoặc chọn chỉ số không phải số đếm",
)


def whole_remedy(number: Number, value: Fraction, style: NumberStyle) -> Text:
    """Return what may be meant by a number of things that is written with decimals."""
    if value != number.value:
        return _WHOLE
    if number.decimals == 3 and 1 <= abs(value) < 1000:
        whole = _in_groups(value * 1000, style)
        sign = "dot" if style == "en" else "comma"
        sign_vi = "dấu chấm" if style == "en" else "dấu phẩy"
        other = other_style(style)
        return Text(
            f"write {whole}, or set `numbers: {other}` if the {sign} groups thousands",
            f"ghi {whole}, hoặc đặt `numbers: {other}` nếu {sign_vi} phân cách hàng nghìn",
        )
    if value.denominator == 1:
        whole = _in_groups(value, style)
        return Text(f"write {whole}, without decimals", f"ghi {whole}, không có phần thập phân")
    return _WHOLE


def _in_groups(value: Fraction, style: NumberStyle) -> str:
    """Write a whole number as such a file has it; in English a comma would end a value within braces."""
    return f"{int(value):_}".replace("_", "." if style == "vi" else "_")


_SIGN_NAMES = {".": Text("dots", "dấu chấm"), ",": Text("commas", "dấu phẩy")}
_SWAPPED = str.maketrans(".,", ",.")


def style_remedy(part: str, style: NumberStyle, counterexample: str | None = None) -> Text:
    """Return the remedy for a number with the wrong separators: what it may mean, as it is written in this style.

    `counterexample` is a number of the same file that fits this style alone: the file is not all in the other one.
    """
    other = other_style(style)
    swapped = part.translate(_SWAPPED)
    if isinstance(read_number(part, other), Number) and isinstance(read_number(swapped, style), Number):
        if counterexample is not None:
            return Text(
                f"write {swapped}: `{counterexample}` in this file fits only `numbers: {style}`",
                f"ghi {swapped}: `{counterexample}` trong tệp này chỉ đúng với `numbers: {style}`",
            )
        return Text(
            f"write {swapped}, or set `numbers: {other}` for the whole file",
            f"ghi {swapped}, hoặc đặt `numbers: {other}` cho cả tệp",
        )
    if any(character.isspace() for character in part):
        return _without_spaces(part, style)
    signs = [sign for sign in ".," if sign in part]
    if len(signs) == 1 and "_" not in part and part.count(signs[0]) > 1:
        before, _, last = part.rpartition(signs[0])
        digits = before.replace(signs[0], "")
        name = _SIGN_NAMES[signs[0]]
        whole, fraction = _grouped(digits + last, style), _grouped(digits, style) + POINTS[style] + last
        return Text(
            f"write {whole} if the {name.en} group digits, or {fraction} if the last one is the decimal sign",
            f"ghi {whole} nếu {name.vi} phân cách các nhóm, hoặc {fraction} nếu dấu cuối là dấu thập phân",
        )
    return Text(
        "group the digits by three or not at all, with one decimal sign",
        "phân cách từng nhóm ba chữ số hoặc không phân cách, và chỉ dùng một dấu thập phân",
    )


def _without_spaces(part: str, style: NumberStyle) -> Text:
    """Return the remedy for a number whose groups are set apart by spaces."""
    whole, point, decimals = "".join(part.split()).replace(",", ".").partition(".")
    grouped = _grouped(whole, style) + (POINTS[style] + decimals if point else "")
    if style == "en":
        return Text(f"write {grouped}", f"ghi {grouped}")
    return Text(
        f"write {grouped}, or no-break spaces (U+00A0) between the groups",
        f"ghi {grouped}, hoặc dùng dấu cách không ngắt (U+00A0) giữa các nhóm",
    )


def _grouped(digits: str, style: NumberStyle) -> str:
    grouped = f"{int(digits):,}"
    return grouped.translate(_SWAPPED) if style == "vi" else grouped


def revise_style_remedies(reader: Reader, texts: Iterable[str]) -> None:
    """Take the advice to change the file's style of numbers out of the findings where that cannot be right.

    `texts` are the figures of the file that were understood; it cannot be right where one of them has a number that
    fits only the style that the file has.
    """
    counterexample = next((number for text in texts for number in _in_one_style(text, reader.style)), None)
    if counterexample is None:
        return
    from partykpi.parse.keys import in_keys_of_file

    for index, finding in enumerate(reader.findings):
        if finding.code == findings.NUMBER_STYLE.code:
            suggestion = style_remedy(str(finding.values["text"]), reader.style, counterexample)
            revised = finding._replace(values={**finding.values, "suggestion": suggestion})
            reader.findings[index] = in_keys_of_file(revised)


def _in_one_style(text: str, style: NumberStyle) -> Iterator[str]:
    """Return the numbers in the text that are numbers in this style alone."""
    for number in re.findall(TOKEN, text):
        if isinstance(read_number(number, style), Number) and isinstance(read_number(number, other_style(style)), str):
            yield number
