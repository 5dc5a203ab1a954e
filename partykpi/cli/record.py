"""`partykpi record`: readings put into a resolution file, from the command line or a sheet."""

from __future__ import annotations

import os
import shlex
import sys
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import click

from partykpi.cli import FAILURE, FINDINGS, FINE, _options, exit_status
from partykpi.cli._files import not_written, read_bytes, shown_name, why_not_writable
from partykpi.cli._language import chosen_language, say
from partykpi.cli._resolution import complete_targets, known_id
from partykpi.cli._show import in_color, show_findings, show_message
from partykpi.core import kinds
from partykpi.findings import UNPARSABLE_PERIOD
from partykpi.parse import Content, load_content
from partykpi.parse.edit.insert import FileLayout, NewReading, read_layout
from partykpi.parse.edit.record import Recorded, Refusal, inserted, may_fix, record
from partykpi.parse.keys import in_keys_of_file
from partykpi.parse.text.period_words import read_any_period
from partykpi.problem import Finding, Place, Source, find
from partykpi.render.commands.change import change
from partykpi.render.text.locale import counted, date_text
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partykpi.core.model import Resolution, Target
    from partykpi.parse.catalogue import Catalogue

_REPAIR_FIRST = Text(
    "nothing is recorded: the file has errors of its own, to be repaired first",
    "chưa ghi số liệu: tệp đang có lỗi, cần sửa trước",
)
_WHY: dict[Refusal, Text] = {
    "given": Text("nothing is recorded, and the file is as it was", "chưa ghi số liệu nào; tệp vẫn giữ nguyên"),
    "file": _REPAIR_FIRST,
    "claims": Text(
        "nothing is recorded: with it, a published figure of the file would no longer be true; correct the one or the "
        "other first, or say in `acknowledged` why the published figure stands",
        "chưa ghi số liệu: nếu ghi thì số đã công bố trong tệp không còn đúng; hãy sửa một trong hai trước, hoặc nêu "
        "lý do ở mục “đã ghi nhận” (`acknowledged`)",
    ),
    "layout": Text(
        "nothing is recorded: nothing can be added to the file as it is laid out without changing what stands there; "
        "add the reading by hand",
        "chưa ghi số liệu: cách trình bày của tệp không cho phép thêm mà không làm thay đổi nội dung cũ; hãy tự thêm "
        "số liệu vào tệp",
    ),
}


class RecordOptions(NamedTuple):
    """What the command line asks to record: one reading, or those of the sheet `table`."""

    file: str
    target: str | None
    value: str | None
    on: str | None
    table: str | None
    dry_run: bool
    backup: bool
    catalogue: Catalogue
    lang: str | None


class _Opened(NamedTuple):
    """A file that readings can be put into: its bytes, what they hold, and the layout of its text."""

    name: str
    data: bytes
    content: Content
    resolution: Resolution
    layout: FileLayout
    language: Language


@click.command(
    "record",
    context_settings={"ignore_unknown_options": True},  # a figure such as -2.5 % is none
    help=say(
        "Put a reading of one TARGET (its id, or its number in the report) into FILE, or all readings of a sheet that "
        "`template` wrote or of a CSV file. The change is shown first; what `check` refuses is not written, and what "
        "stands in the file stays as it is. A task takes the day it was done as its VALUE, without --on.",
        "Ghi một số liệu của một CHỈ TIÊU (theo mã, hoặc số thứ tự trong báo cáo) vào TỆP, hoặc ghi mọi số liệu từ "
        "bảng do `template` tạo ra hay từ tệp CSV. Phần thay đổi được hiện ra trước; điều gì `check` báo lỗi thì không "
        "ghi, và nội dung đã có được giữ nguyên. Với nhiệm vụ, GIÁ TRỊ là ngày hoàn thành, không cần --on.",
    ),
    short_help=say("Put readings into a resolution file.", "Ghi số liệu vào tệp nghị quyết."),
    epilog=say(
        "\b\nExamples:\n"
        '  partykpi record resolution.yaml members-admitted "150 members" --on 2023\n'
        "  partykpi record resolution.yaml --from actuals.xlsx --dry-run",
        "\b\nVí dụ:\n"
        '  partykpi record nghi-quyet.yaml ket-nap "150 đảng viên" --on 2023\n'
        "  partykpi record nghi-quyet.yaml --from actuals.xlsx --dry-run",
    ),
)
@_options.file
@click.argument("target", required=False, metavar=say("[TARGET]", "[CHỈ_TIÊU]"), shell_complete=complete_targets)
@click.argument("value", required=False, metavar=say("[VALUE]", "[GIÁ_TRỊ]"))
@click.option(
    "--on",
    metavar=say("PERIOD", "KỲ"),
    help=say(
        "The period of the reading: 2023, 2023-H1, 2023-Q3, 2023-10 or 2023-11-30.",
        "Kỳ của số liệu: 2023, quý 3/2023, 6 tháng đầu năm 2023, tháng 10/2023 hoặc 30/11/2023.",
    ),
)
@click.option(
    "--from",
    "table",
    type=click.Path(),
    metavar=say("SHEET", "BẢNG"),
    help=say(
        "An .xlsx file that `template` wrote, filled in; or a .csv file with the columns id;2023;2024 or "
        "id;period;value.",
        "Tệp .xlsx do `template` tạo ra, đã điền; hoặc tệp .csv có các cột mã;2023;2024 hoặc mã;kỳ;số liệu.",
    ),
)
@click.option(
    "--dry-run", is_flag=True, help=say("Show the change and write nothing.", "Chỉ hiện phần thay đổi, không ghi.")
)
@click.option(
    "--backup",
    is_flag=True,
    help=say(
        "Keep what FILE held before in FILE.bak, or the next name that is free.",
        "Giữ nội dung cũ của TỆP trong TỆP.bak, hoặc tên kế tiếp chưa dùng.",
    ),
)
@_options.catalogue
@_options.lang
@_options.as_one(RecordOptions)
def command(options: RecordOptions) -> int:
    """Show the change and write it, or say why not, and return the exit status."""
    _check_usage(options)
    # before the file is locked: a sheet may come in slowly through a pipe
    sheet = None if options.table is None else read_bytes(options.table)
    with ExitStack() as while_locked:
        if not options.dry_run and os.path.isfile(options.file) and why_not_writable(options.file, force=True) is None:
            from partykpi.cli._lock import locked

            try:
                while_locked.enter_context(locked(options.file))
            except OSError as error:
                show_message(not_written(options.file, error), chosen_language(options.lang))
                return FAILURE
        return _record(options, sheet)


def _record(options: RecordOptions, sheet: bytes | OSError | None) -> int:
    """Record the reading of the command line or those of the sheet, and return the exit status."""
    opened = _open(options)
    if isinstance(opened, int):
        return opened
    name, language = opened.name, opened.language
    given, wrong = _readings(options, opened, sheet)
    done = record(opened.content, opened.layout, options.catalogue, given, date.today())
    show_findings((*wrong, *done.findings), language)
    if exit_status(wrong) == FAILURE:
        return FAILURE
    if wrong or done.refusal:
        return _refuse(_WHY[done.refusal or "given"], language)
    if not done.added:
        click.echo(_nothing(name, done)[language])
        return FINE
    return _change(opened, done, options)


def _check_usage(options: RecordOptions) -> None:
    """Complain of a command line that does not say what to record, or where."""
    for given in (options.target, options.value):
        if given is not None and given.startswith("--"):
            raise click.NoSuchOption(given)
    if options.file == "-":
        raise click.UsageError(
            say(
                "FILE is changed, and the standard input (-) cannot be",
                "TỆP phải là tệp ghi được, không phải đầu vào chuẩn (-)",
            )
        )
    if options.dry_run and options.backup:
        raise click.UsageError(
            say(
                "--backup keeps what is replaced, and with --dry-run nothing is; leave one of the two out",
                "--backup giữ nội dung bị thay, còn --dry-run không ghi gì; hãy bỏ bớt một trong hai",
            )
        )
    if options.table is not None and (options.target is not None or options.on is not None):
        raise click.UsageError(
            say(
                "--from takes targets, periods and figures from the sheet; leave TARGET, VALUE and --on out",
                "--from lấy chỉ tiêu, kỳ và số liệu trong bảng; không ghi kèm CHỈ_TIÊU, GIÁ_TRỊ hay --on",
            )
        )
    if options.table is None and (options.target is None or not (options.value or "").strip()):
        raise click.UsageError(
            say(
                "nothing to record: add TARGET, VALUE and --on PERIOD, or --from SHEET",
                "chưa có gì để ghi: cần CHỈ_TIÊU, GIÁ_TRỊ và --on KỲ, hoặc --from BẢNG",
            )
        )


def _open(options: RecordOptions) -> _Opened | int:
    """Read the file, or say what is wrong with it and return the exit status."""
    data = read_bytes(options.file)
    content = load_content(options.file, data, options.catalogue)
    language = chosen_language(options.lang, content.language)
    laid = None if isinstance(data, OSError) else read_layout(options.file, data)
    if (
        isinstance(data, OSError)
        or content.resolution is None
        or laid is None
        or not all(map(may_fix, content.findings))
    ):
        show_findings(content.findings, language)
        return FAILURE if exit_status(content.findings) == FAILURE else _refuse(_REPAIR_FIRST, language)
    return _Opened(options.file, data, content, content.resolution, laid, language)


def _readings(
    options: RecordOptions, opened: _Opened, sheet: bytes | OSError | None
) -> tuple[Sequence[NewReading], Sequence[Finding]]:
    """Return the readings of the command line or of the sheet, and what is wrong with them."""
    targets = {one.id: one for one in opened.resolution.targets}
    if options.table is None or sheet is None:
        target = targets[known_id(list(targets), options.target or "")]
        one = _given(opened, target, options.value or "", options.on)
        return ([], [one]) if isinstance(one, Finding) else ([one], [])
    from partykpi.parse.edit.sheet import read_table

    if isinstance(sheet, OSError):
        return [], load_content(options.table, sheet).findings
    return read_table(shown_name(options.table), sheet, opened.layout, targets)


def _given(opened: _Opened, target: Target, value: str, on: str | None) -> NewReading | Finding:
    """Return the reading of the command line, with its places there, or what is wrong with its period."""
    text, asked = value.strip(), (on or "").strip()
    layout = opened.layout
    words = ["partykpi record", shlex.quote(one_line(opened.name)), shlex.quote(target.id), shlex.quote(one_line(text))]
    words += ["--on", shlex.quote(one_line(asked))] if on is not None else []
    source = Source(say("command line", "dòng lệnh"), " ".join(words), layout.reader.source.keys)
    place = _word_at(source, words, 3)
    if on is None:
        if not kinds.find(target.indicator.kind).dated or layout.reader.period(text) is None:
            raise click.UsageError(
                say(
                    "add the period of the figure, such as --on 2023",
                    "cần ghi kỳ của số liệu, ví dụ --on 2023",
                )
            )
        return NewReading(target.id, text, place)
    key_place = _word_at(source, words, 5)
    period, key = layout.reader.period(normalize("NFC", asked)), asked
    named = None if layout.reader.vietnamese else read_any_period(normalize("NFC", asked))
    if named is not None and layout.reader.period(named.text) is not None:
        key = named.text  # in figures, as periods are called there
        period = layout.reader.period(key)
    if period is None:
        return in_keys_of_file(find(UNPARSABLE_PERIOD, key_place, text=asked))
    return NewReading(target.id, text, place, period, key, key_place)


def _word_at(source: Source, words: list[str], number: int) -> Place:
    start = len(" ".join(words[:number])) + 2
    return Place(source, 1, start, start + len(words[number]))


def _change(opened: _Opened, done: Recorded, options: RecordOptions) -> int:
    """Show the change of the file and, unless it is a dry run, write it, and return the exit status."""
    name, data, text = opened.name, opened.data, opened.layout.text
    insertions = [(one.at, one.text) for one in done.insertions]
    sys.stdout.write(change(name, text, insertions, in_color(sys.stdout)))
    notes: tuple[Text, ...] = ()
    if not options.dry_run:
        from partykpi.cli._write import replaced

        sys.stdout.flush()
        mark = data[: len(data) - len(text.encode())]
        after = mark + inserted(text, done.insertions).encode()
        refusal, notes = replaced(name, after, data, backup=options.backup)
        if refusal is not None:
            show_message(refusal, opened.language)
            return FAILURE
    click.echo(_done(name, done, options.dry_run)[opened.language])
    for note in (*notes, _not_counted(opened, done)):
        if note is not None:
            click.echo(note[opened.language])
    return FINE


def _refuse(why: Text, language: Language) -> int:
    show_message(why, language)
    return FINDINGS


def _nothing(file: str, done: Recorded) -> Text:
    shown, count = one_line(file), len(done.same)
    if not count:
        return Text("nothing to record: no figure is filled in", "Không có gì để ghi: chưa điền số liệu nào")
    return Text(
        f"nothing to record: {shown} holds {'this reading' if count == 1 else f'these {count} readings'} already",
        f"Không có gì để ghi: {shown} đã có {'số liệu này' if count == 1 else f'{counted(count).vi} số liệu này'}",
    )


def _done(file: str, done: Recorded, dry_run: bool) -> Text:
    shown, count = one_line(file), len(done.added)
    readings = "1 reading" if count == 1 else f"{count} readings"
    warned = _warned(done)
    if dry_run:
        return Text(
            f"{readings} to record{warned.en}; nothing is written",
            f"Có {counted(count).vi} số liệu cần ghi{warned.vi}; chưa ghi vào tệp",
        )
    return Text(
        f"{readings} recorded in {shown}{warned.en}", f"Đã ghi {counted(count).vi} số liệu vào {shown}{warned.vi}"
    )


def _warned(done: Recorded) -> Text:
    """Say beside what is recorded that warnings speak against it, which are printed apart; nothing without any."""
    warnings = sum(finding.severity == "warning" for finding in done.findings)
    if not warnings:
        return Text("", "")
    shown = "1 warning" if warnings == 1 else f"{warnings} warnings"
    return Text(f", with {shown} to look at", f" (có {counted(warnings).vi} cảnh báo, cần kiểm tra lại)")


def _not_counted(opened: _Opened, done: Recorded) -> Text | None:
    """Return the sentence on readings after the file's own as-of date, which reports do not count; None without any."""
    resolution = opened.resolution
    if resolution.as_of is None:
        return None
    if resolution.as_of == "end":
        as_of = max(resolution.term.last, *(resolution.period_of(target).last for target in resolution.targets))
    else:
        as_of = resolution.term.middle if resolution.as_of == "mid-term" else resolution.as_of
    periods = [one.period or opened.layout.reader.period(one.text) for one in done.added]
    if not any(period is not None and period.last > as_of for period in periods):
        return None
    en, vi = date_text(as_of, "en"), date_text(as_of, "vi")
    return Text(
        f"The file's own as-of date is {en}: without --as-of, reports do not count what is later.",
        f"Ngày đánh giá ghi trong tệp là {vi}: báo cáo chưa tính số liệu sau ngày này; muốn tính thì thêm --as-of.",
    )
