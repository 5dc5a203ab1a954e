"""`partykpi new`: a commented resolution file to begin with."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from partykpi.cli import FAILURE, FINE, _options
from partykpi.cli._files import why_not_writable, write_whole
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import show_message
from partykpi.parse.edit.starter import Starter, starter, term_around
from partykpi.parse.search import nearest, search
from partykpi.parse.text.period import read_years
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partykpi.core.model import Indicator
    from partykpi.parse.catalogue import Catalogue

_COMMITTEE = Text("Party Committee of …", "Đảng bộ …")
_RESOLUTION = Text("Resolution of the congress", "Nghị quyết Đại hội Đảng bộ")

# One of each of the commonest kinds, where the catalogue has them.
_USUAL = ("party/members-admitted", "party/cells-completing-well", "labour/jobs-created", "work/review-done")
_MOST_SHOWN = 20
_NONE = "-"


@click.command(
    "new",
    help=say(
        "Write a commented resolution file to begin with to FILE, which must not exist; - is the standard output. "
        "At a terminal it asks for committee, resolution, term and indicators.",
        "Tạo TỆP nghị quyết mẫu có chú thích; không ghi đè tệp đã có; - là đầu ra chuẩn. Trên màn hình dòng lệnh, "
        "chương trình hỏi đảng bộ, nghị quyết, nhiệm kỳ và các chỉ số.",
    ),
    short_help=say("A commented resolution file to begin with.", "Tệp nghị quyết mẫu có chú thích."),
    epilog=say("Example: partykpi new resolution.yaml", "Ví dụ: partykpi new nghi-quyet.yaml"),
)
@_options.file
@click.option(
    "--yes",
    is_flag=True,
    help=say("Ask nothing and take the defaults.", "Không hỏi, dùng các giá trị mặc định."),
)
@_options.catalogue
@_options.lang
def command(file: str, yes: bool, catalogue: Catalogue, lang: str | None) -> int:
    """Write the file whole, or say why it is not written."""
    language = chosen_language(lang)
    refusal = None if file == "-" else why_not_writable(file)
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    given = _usual(catalogue, language)
    if not yes and sys.stdin is not None and sys.stdin.isatty():
        given = _ask(given, catalogue, language)
    text = starter(given, language)
    if file == "-":
        sys.stdout.write(text)
        return FINE
    refusal = write_whole(file, text.encode())
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    click.echo(_written(file)[language])
    return FINE


def _usual(catalogue: Catalogue, language: Language) -> Starter:
    """Return what the file is filled with where nothing else is wished."""
    indicators = [indicator for id in _USUAL if (indicator := catalogue.find(id)) is not None]
    if not indicators:
        indicators = [indicator for _, indicator in zip(range(len(_USUAL)), catalogue.indicators(), strict=False)]
    return Starter(_COMMITTEE[language], _RESOLUTION[language], term_around(date.today()), indicators)


def _written(file: str) -> Text:
    name = shlex.quote(one_line(file))
    return Text(
        f"{name} is written. Fill in the targets, then: partykpi check {name}",
        f"Đã tạo {name}. Hãy điền các chỉ tiêu, rồi chạy: partykpi check {name}",
    )


def _ask(usual: Starter, catalogue: Catalogue, language: Language) -> Starter:
    return Starter(
        committee=_text(Text("Committee", "Đảng bộ")[language], usual.committee),
        resolution=_text(Text("Resolution", "Nghị quyết")[language], usual.resolution),
        term=_term(usual.term, language),
        indicators=_indicators(usual.indicators, catalogue, language),
    )


def _text(label: str, default: str) -> str:
    answer: str = click.prompt(label, default=default, err=True)
    return answer.strip() or default


def _term(default: str, language: Language) -> str:
    while True:
        answer = _text(Text("Term", "Nhiệm kỳ")[language], default)
        years = read_years(answer)
        if years is not None and years[0] <= years[1]:
            first, last = years[0].year, years[1].year
            return f"{first}" if first == last else f"{first}-{last}"
        show_message(Text(f"write it as {default}, or one year", f"ghi theo dạng {default}, hoặc một năm"), language)


def _indicators(usual: Sequence[Indicator], catalogue: Catalogue, language: Language) -> list[Indicator]:
    """Ask for ids; of those that there are not, each is asked for again."""
    show_message(
        Text(
            "Indicators: ids with spaces between; ? and words search the catalogue, such as: ?members admitted",
            "Chỉ số: ghi các mã, cách nhau bằng dấu cách; tìm trong danh mục bằng ? và từ cần tìm, ví dụ: ?kết nạp",
        ),
        language,
    )
    default = " ".join(indicator.id or "" for indicator in usual) or _NONE
    answer = _ids(Text("Indicators", "Các chỉ số")[language], default, catalogue, language)
    chosen: dict[str, Indicator] = {}
    for id in answer:
        indicator = _found(id, catalogue, language)
        if indicator is not None:
            chosen[indicator.id or id] = indicator
    return list(chosen.values())


def _ids(label: str, default: str, catalogue: Catalogue, language: Language) -> list[str]:
    """Ask until the answer is no search; a search shows what it finds."""
    while True:
        answer = _text(label, default)
        if not answer.startswith("?"):
            return [] if answer == _NONE else answer.replace(",", " ").replace(";", " ").split()
        for line in _search(answer[1:].split(), catalogue, language):
            click.echo(line, err=True)


def _found(id: str, catalogue: Catalogue, language: Language) -> Indicator | None:
    """Return the indicator of that id, or of the one that is given instead; None where none is wished."""
    while (indicator := catalogue.find(id)) is None:
        near = nearest(catalogue.indicators(), [id])
        meant = ", ".join(near)
        show_message(
            Text(
                f"no indicator {id}" + (f"; the nearest: {meant}" if near else ""),
                f"không có chỉ số {id}" + (f"; gần nhất: {meant}" if near else ""),
            ),
            language,
        )
        label = Text(f"Instead of {id} ({_NONE} for none)", f"Thay cho {id} ({_NONE} nếu bỏ)")[language]
        answer = _ids(label, near[0] if near else _NONE, catalogue, language)
        if not answer:
            return None
        id = answer[0]
    return indicator


def _search(words: Sequence[str], catalogue: Catalogue, language: Language) -> Iterator[str]:
    found = search(catalogue.indicators(), words)
    for indicator in found[:_MOST_SHOWN]:
        yield f"  {indicator.id}  {one_line(indicator.name[language])}"
    if len(found) > _MOST_SHOWN:
        more = len(found) - _MOST_SHOWN
        yield Text(f"  and {more} more", f"  và {more} chỉ số nữa")[language]
    if not found:
        yield Text("  nothing found", "  không tìm thấy")[language]
