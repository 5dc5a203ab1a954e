"""The resolutions and targets that commands are about: read, assessed as of a day, called by name, completed."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from partykpi.cli import FINDINGS, FINE, exit_status
from partykpi.cli._files import read_bytes, shown_name
from partykpi.cli._language import chosen_language, help_language, say
from partykpi.cli._options import unknown_name
from partykpi.cli._show import show_findings
from partykpi.cli._words import find, in_files
from partykpi.core.report import BeforeTerm, Report, assess
from partykpi.parse import load_content
from partykpi.parse.decode import END, MID_TERM, AsOf, read_as_of
from partykpi.render.text.locale import date_text
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from partykpi.core.model import Resolution
    from partykpi.core.report import Assessment
    from partykpi.parse.catalogue import Catalogue

# Completing must not keep anybody waiting: of a larger file no targets are offered.
_QUICKLY_READ = 1_000_000


def read_resolution(file: str, catalogue: Catalogue, lang: str | None) -> tuple[Resolution | None, int]:
    """Return the resolution of a file that has no errors, else None, and the exit status that this means.

    What is found in the file is written to the standard error.
    """
    name = shown_name(file)
    try:
        content = load_content(name, read_bytes(file), catalogue)
    except Exception as error:  # whatever it is, the other files are read
        return None, failed_at(name, error, chosen_language(lang))
    language = chosen_language(lang, content.language)
    show_findings(content.findings, language)
    status = exit_status(content.findings)
    if content.resolution is None or status != FINE:
        return None, max(status, FINDINGS)
    return content.resolution, FINE


def failed_at(name: str, error: Exception, language: Language) -> int:
    """Say that the program failed at a file by its own fault, and return the exit status that this means."""
    from partykpi.cli._faults import in_file

    found = (in_file(name, error),)
    show_findings(found, language)
    return exit_status(found)


def assess_as_of(resolution: Resolution, as_of: str | None, option: str = "--as-of") -> Report:
    """Return the report as of what the option says; a usage error where that is no date in the term."""
    chosen = None if as_of is None else _read_as_of(as_of, resolution)
    if as_of is not None and chosen is None:
        raise click.UsageError(
            say(
                f"{option} {as_of}: write a date as 2024-09-30, a month, a year, mid-term or end",
                f"{option} {as_of}: ghi ngày như 30/9/2024, một tháng, một năm, “giữa nhiệm kỳ” hoặc “cuối nhiệm kỳ”",
            )
        )
    try:
        return assess(resolution, chosen, date.today())
    except BeforeTerm:
        first = date_text(resolution.term.first, help_language())
        raise click.UsageError(
            say(
                f"{option} {as_of} lies before the term of {resolution.file}, which begins on {first}",
                f"{option} {as_of} sớm hơn ngày bắt đầu nhiệm kỳ của {resolution.file} ({first})",
            )
        ) from None


def _read_as_of(text: str, resolution: Resolution) -> AsOf | None:
    """Return what the words of either language mean; figures alone, such as 3/9/2024, are read as Vietnamese are.

    The latter only where Vietnamese is spoken: elsewhere they could mean another day.
    """
    in_words = any(map(str.isalpha, text))
    vietnamese = in_words or "vi" in (help_language(), resolution.language)
    chosen = read_as_of(text, resolution.term, vietnamese)
    if chosen is None and in_words:
        return read_as_of(find(text, in_files((MID_TERM, END))) or "", resolution.term)
    return chosen


def named_target(report: Report, target: str) -> Assessment:
    """Return the target of that id or number; a usage error that offers the nearest where there is none."""
    by_id = {assessment.target.id: assessment for assessment in report.assessments}
    return by_id[known_id(list(by_id), target)]


def known_id(ids: Sequence[str], target: str) -> str:
    """Return the id that is called so, by itself or by its number; a usage error where there is none."""
    asked = normalize("NFC", target)
    named = {str(number): id for number, id in enumerate(ids, 1)} | {id: id for id in ids}
    if asked not in named:
        raise unknown_name(Text("no target", "không có chỉ tiêu"), asked, ids)
    return named[asked]


def complete_targets(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the targets of the file given before that begin so; none where it cannot be read."""
    from partykpi.cli._completion import offered

    file = ctx.params.get("file")
    try:
        if not isinstance(file, str) or not os.path.isfile(file) or os.path.getsize(file) > _QUICKLY_READ:
            return []
        content = load_content(file, read_bytes(file), ctx.params.get("catalogue"))
    except OSError:
        return []
    language = chosen_language(ctx.params.get("lang"), content.language)
    targets = content.resolution.targets if content.resolution is not None else ()
    return offered((target.id, target.name[language]) for target in targets if target.id.startswith(incomplete))
