"""The indicators of a new file, asked for at a terminal: searched by words, taken by number or id, or defined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import click

from partykpi.cli._show import show_message
from partykpi.core import kinds
from partykpi.core.model import Better, Indicator, Unit
from partykpi.parse.edit.starter import kinds_in_words
from partykpi.parse.keys import in_language, value_meant
from partykpi.parse.search import search, spoken_of, suggested
from partykpi.parse.text.units import NO_CUSTOM_UNITS, UNITS, declared_unit, graded_unit, near_unit
from partykpi.render.text.wrap import USUAL_WIDTH, hang, one_line
from partykpi.text import GivenText, Language, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partykpi.parse.catalogue import Catalogue

_Word = TypeVar("_Word", bound=str)

_NONE, _OWN = "-", "+"
_MOST_SHOWN = 12
_SENTENCE = 6  # words
_ID = re.compile(r"[^\W\d_][\w-]*/[^\W\d_][\w-]*\Z")
_BETTER: tuple[Better, ...] = ("higher", "lower")

_HELP = (
    Text("Indicators, one answer after another:", "Các chỉ số, trả lời lần lượt:"),
    Text("  words        search the catalogue, such as: poverty", "  từ cần tìm   tìm trong danh mục, ví dụ: hộ nghèo"),
    Text("  1 3          takes those numbers of what was found", "  1 3          chọn các số trong kết quả vừa tìm"),
    Text("  party/cells  takes what has that id", "  party/cells  chọn chỉ số có mã đó"),
    Text("  + name       defines an indicator of your own", "  + tên        khai báo chỉ số riêng"),
    Text("  an empty line ends", "  bỏ trống để kết thúc"),
)


def ask_for_indicators(usual: Sequence[Indicator], catalogue: Catalogue, language: Language) -> list[Indicator]:
    """Ask until an answer is empty, and return what was taken; the usual ones where nothing was."""
    for line in _HELP:
        show_message(line, language)
    chosen: list[Indicator] = []
    found: Sequence[Indicator] = ()
    while answer := _answer(_asked(len(chosen) + 1, usual if not chosen else ())[language]):
        if answer == _NONE:
            return chosen
        if answer.startswith(_OWN):
            taken, found = [_own(answer.removeprefix(_OWN).strip(), language)], ()
        else:
            taken, found = _taken(answer, found, catalogue, language)
        for indicator in taken:
            name = one_line(indicator.name[language])
            if indicator in chosen:
                show_message(Text(f"  taken already: {name}", f"  đã chọn trước đó: {name}"), language)
            else:
                chosen.append(indicator)
                show_message(Text(f"  taken: {name}", f"  đã chọn: {name}"), language)
    return chosen or list(usual)


def _asked(number: int, usual: Sequence[Indicator]) -> Text:
    if not usual:
        return Text(f"Indicator {number}", f"Chỉ số {number}")
    return Text(
        f"Indicator {number} (empty: the {len(usual)} usual ones; {_NONE}: none)",
        f"Chỉ số {number} (bỏ trống: {len(usual)} chỉ số thường dùng; {_NONE}: không chọn)",
    )


def _answer(label: str, default: str = "") -> str:
    answer: str = click.prompt(label, default=default, show_default=bool(default), err=True)
    return answer.strip() or default


def _taken(
    answer: str, found: Sequence[Indicator], catalogue: Catalogue, language: Language
) -> tuple[list[Indicator], Sequence[Indicator]]:
    """Return what an answer takes, and what is shown to be taken by number after it."""
    parts = re.split(r"[\s,;]+", answer.strip(" ,;"))
    if all(part.isdecimal() for part in parts):
        for part in parts:
            if not 1 <= int(part) <= len(found):
                show_message(Text(f"  there is no number {part}", f"  không có số {part}"), language)
        return [found[int(part) - 1] for part in parts if 1 <= int(part) <= len(found)], found
    if all(_ID.match(part) for part in parts):
        taken = [indicator for part in parts if (indicator := catalogue.find(part)) is not None]
        unknown = [part for part in parts if catalogue.find(part) is None]
        for part in unknown:
            show_message(Text(f"  no indicator {part}", f"  không có chỉ số {part}"), language)
        near = dict.fromkeys(one for part in unknown for one in suggested(catalogue.indicators(), part))
        _show(list(near), language)
        return taken, list(near)
    words = answer.removeprefix("?").split()
    found = _searched(words, catalogue)
    if not found:
        show_message(Text("  nothing found", "  không tìm thấy"), language)
    _show(found[:_MOST_SHOWN], language)
    if len(found) > _MOST_SHOWN:
        more = len(found) - _MOST_SHOWN
        show_message(Text(f"      and {more} more; add a word", f"      và {more} chỉ số nữa; hãy thêm từ"), language)
    own = one_line(" ".join(words))
    show_message(Text(f"  {_OWN} {own}: an own indicator", f"  {_OWN} {own}: khai báo chỉ số riêng"), language)
    return [], found[:_MOST_SHOWN]


def _searched(words: Sequence[str], catalogue: Catalogue) -> list[Indicator]:
    """Return what is found for all words together; for those of a sentence, what it speaks of."""
    found = search(catalogue.indicators(), words)
    if not found and len(words) >= _SENTENCE:
        found = spoken_of(catalogue.indicators(), " ".join(words))
    return found or suggested(catalogue.indicators(), " ".join(words))


def _show(found: Sequence[Indicator], language: Language) -> None:
    for number, indicator in enumerate(found, 1):
        text = f"{one_line(indicator.name[language])}  {indicator.id}"
        click.echo(hang(text, USUAL_WIDTH, f"  {number:>2}  ", "      "), err=True)


def _own(name: str, language: Language) -> Indicator:
    """Ask for what defines an indicator that the catalogue lacks."""
    label = Text("  Name", "  Tên chỉ số")[language]
    while not name:
        name = _answer(label)
    for line in kinds_in_words(language):
        click.echo(f"    {line}", err=True)
    level = in_language("level", language)
    kind = kinds.find(_choice(Text("  Kind", "  Loại")[language], level, kinds.names(), language))
    better: Better = "higher"
    if kind.graded:
        unit, better = _grades(language), "lower"
    elif kind.own_unit is not None:
        unit = UNITS[kind.own_unit]
        better = "lower" if unit.ordinal else "higher"
    else:
        unit = _unit(language)
        higher = in_language("higher", language)
        better = _choice(Text("  Better", "  Chiều tốt")[language], higher, _BETTER, language)
    field = _answer(Text("  Field (or empty)", "  Lĩnh vực (có thể bỏ trống)")[language])
    named = _given(field, language) if field else None
    return Indicator(None, _given(name, language), kind.name, unit, better, field=named)


def _choice(label: str, default: str, choices: Sequence[_Word], language: Language) -> _Word:
    """Ask for one of some fixed words, in either language, until it is one."""
    while True:
        answer = _answer(label, default)
        word = next((one for one in choices if one == answer), None) or value_meant(answer, choices)
        if word is not None:
            return word
        known = ", ".join(in_language(one, language) for one in choices)
        show_message(Text(f"  one of: {known}", f"  chọn một trong: {known}"), language)


def _unit(language: Language) -> Unit:
    """Ask for the unit until it is a known one."""
    while True:
        answer = _answer(Text("  Unit", "  Đơn vị tính")[language], "%")
        unit = declared_unit(answer)
        if unit is not None:
            return unit
        near = near_unit(answer, NO_CUSTOM_UNITS)
        show_message(Text(f"  no unit {answer}; {near.en}", f"  không có đơn vị {answer}; {near.vi}"), language)


def _grades(language: Language) -> Unit:
    """Ask for the names of grades until there are two or more that differ."""
    label = Text("  Grades, from the best, with commas", "  Các mức, từ cao nhất, cách nhau bằng dấu phẩy")[language]
    while True:
        names = [" ".join(name.split()) for name in _answer(label).split(",") if name.strip()]
        unit = graded_unit(tuple(_given(name, language) for name in names))
        if unit is not None:
            return unit
        show_message(Text("  at least two, all different", "  ít nhất hai mức khác nhau"), language)


def _given(text: str, language: Language) -> GivenText:
    return GivenText(vi=text) if language == "vi" else GivenText(en=text)
