"""Options that several commands share, and how a command gets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partykpi.cli._language import say
from partykpi.cli._words import Names, OneOf, completions, in_files, languages, spoken
from partykpi.text import LANGUAGES, Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from partykpi.parse.catalogue import Catalogue

Command = TypeVar("Command", bound=Callable[..., Any])
Options = TypeVar("Options")


def as_one(options: Callable[..., Options]) -> Callable[[Callable[[Options], int]], Callable[..., int]]:
    """Call a command with one record of its arguments and options, where click would pass each by its name."""

    def decorate(command: Callable[[Options], int]) -> Callable[..., int]:
        return lambda **given: command(options(**given))

    return decorate


def file(function: Command) -> Command:
    """Add the argument FILE."""
    return click.argument("file", type=click.Path(), metavar=say("FILE", "TỆP"))(function)


def lang(function: Command) -> Command:
    """Add `--lang`."""
    return click.option(
        "--lang",
        type=OneOf(LANGUAGES, languages),
        help=say(
            "Language; else that of the file, else that of the environment.",
            "Ngôn ngữ; nếu không ghi thì theo tệp, sau đó theo môi trường.",
        ),
    )(function)


def lang_of_all(function: Command) -> Command:
    """Add `--lang` before the name of a command, which takes it where it has none of its own."""
    return click.option(
        "--lang",
        type=OneOf(LANGUAGES, languages),
        expose_value=False,
        callback=_hand_on,
        help=say("Language of the command that follows.", "Ngôn ngữ của lệnh ghi sau đó."),
    )(function)


def _hand_on(ctx: click.Context, _: click.Parameter, language: str | None) -> None:
    if language is not None and isinstance(ctx.command, click.Group):
        ctx.default_map = {name: {"lang": language} for name in ctx.command.list_commands(ctx)}


def complete_days(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the words for a day that begin so."""
    from partykpi.parse.decode import END, MID_TERM

    return completions(spoken(in_files((MID_TERM, END))).values(), incomplete)


def as_of(function: Command) -> Command:
    """Add `--as-of`."""
    return click.option(
        "--as-of",
        metavar=say("DATE", "NGÀY"),
        shell_complete=complete_days,
        help=say(
            "The day to look at: a date, a month, a year, mid-term or end; overrules the file.",
            "Ngày đánh giá: ngày, tháng, năm, “giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”; thay cho ngày ghi trong tệp.",
        ),
    )(function)


def catalogue(function: Command) -> Command:
    """Add `--catalogue`, as the catalogue to use."""
    return click.option(
        "--catalogue",
        type=click.Path(exists=True, file_okay=False),
        callback=lambda _ctx, _option, folder: _catalogue(folder),
        metavar=say("DIR", "THƯ_MỤC"),
        help=say(
            "Folder of indicators to use in place of the one that comes with partykpi.",
            "Thư mục danh mục chỉ số dùng thay cho danh mục kèm theo partykpi.",
        ),
    )(function)


def _catalogue(folder: str | None) -> Catalogue:
    from partykpi.parse.catalogue import Catalogue, shipped

    return shipped() if folder is None else Catalogue(folder)


def output_format(choices: Sequence[str], default: str, words: str) -> Callable[[Command], Command]:
    """Add `--format`, as the `format_name` to use; `words` are its help."""
    formats = OneOf(choices, format_names)
    return click.option(
        "--format", "format_name", type=formats, default=default, show_default=formats.word(default), help=words
    )


def format_names() -> Names:
    """Return what the formats are called that are no kind of file."""
    return {
        "table": [Text("table", "bảng")],
        "plain": [Text("plain", "văn bản thuần")],
        "text": [Text("text", "văn bản")],
    }


def unknown_name(what: Text, name: str, known: Iterable[str]) -> click.UsageError:
    """Return the usage error for a name that there is not, such as no column `pase`, which offers the nearest."""
    from partykpi.parse.yaml.reader import did_you_mean
    from partykpi.render.text.wrap import one_line

    shown, near = one_line(name), did_you_mean(name, list(known))
    return click.UsageError(
        say(f"{what.en} `{shown}`: {one_line(near.en)}", f"{what.vi} `{shown}`: {one_line(near.vi)}")
    )
