"""`partykpi new`: a commented resolution file to begin with."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from partykpi.cli import FAILURE, FINE, _options
from partykpi.cli._files import why_not_writable
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import show_message
from partykpi.parse.edit.starter import Starter, starter, term_around
from partykpi.parse.text.period import read_years
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.parse.catalogue import Catalogue

_COMMITTEE = Text("Party Committee of …", "Đảng bộ …")
_RESOLUTION = Text("Resolution of the congress", "Nghị quyết Đại hội Đảng bộ")

# One of each of the commonest kinds, where the catalogue has them.
_USUAL = ("party/members-admitted", "party/cells-completing-well", "labour/jobs-created", "work/review-done")


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
    from partykpi.cli._write import write_whole

    refusal, notes = write_whole(file, text.encode())
    if refusal is not None:
        show_message(refusal, language)
        return FAILURE
    for sentence in (_written(file), *notes):
        click.echo(sentence[language])
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
    from partykpi.cli._choose import ask_for_indicators

    return Starter(
        committee=_text(Text("Committee", "Đảng bộ")[language], usual.committee),
        resolution=_text(Text("Resolution", "Nghị quyết")[language], usual.resolution),
        term=_term(usual.term, language),
        indicators=ask_for_indicators(usual.indicators, catalogue, language),
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
