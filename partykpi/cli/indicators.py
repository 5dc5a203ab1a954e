"""`partykpi indicators`: the catalogue, listed, searched, or one indicator whole."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from partykpi.cli import FINDINGS, _options, exit_status
from partykpi.cli._files import read_bytes
from partykpi.cli._language import chosen_language, say
from partykpi.cli._show import in_color, show_findings, show_message, width
from partykpi.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from partykpi.core.model import Indicator
    from partykpi.parse.catalogue import Catalogue, Field
    from partykpi.problem import Finding
    from partykpi.text import Language

_LONGEST_SHOWN = 80


def complete_ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of indicators that begin so; none where the catalogue cannot be read."""
    from partykpi.cli._completion import offered
    from partykpi.parse.catalogue import Catalogue, shipped

    language = chosen_language(ctx.params.get("lang"))
    chosen = ctx.params.get("catalogue")
    try:
        catalogue = chosen if isinstance(chosen, Catalogue) else shipped()
        fields = [catalogue.field(id) for id in catalogue.fields() if f"{id}/".startswith(incomplete[: len(id) + 1])]
    except OSError:
        return []
    return offered(
        (indicator.id, indicator.name[language])
        for field in fields
        if field is not None
        for indicator in field.indicators.values()
        if indicator.id and indicator.id.startswith(incomplete)
    )


@click.command(
    "indicators",
    help=say(
        "List the indicators of the catalogue, those only in which all WORDS occur (accents do not matter), or show "
        "one whole by its id.",
        "Liệt kê các chỉ số trong danh mục, chỉ những chỉ số chứa mọi TỪ đã cho (không cần gõ dấu), hoặc xem đầy đủ "
        "một chỉ số theo mã.",
    ),
    short_help=say("The catalogue: list, search, or show one.", "Danh mục chỉ số: liệt kê, tìm kiếm, xem từng chỉ số."),
    epilog=say(
        "Examples: partykpi indicators kết nạp; partykpi indicators party/cells",
        "Ví dụ: partykpi indicators kết nạp; partykpi indicators party/cells",
    ),
)
@click.argument("words", nargs=-1, metavar=say("[WORDS...]", "[TỪ...]"), shell_complete=complete_ids)
@_options.output_format(("table", "json"), "table", say("How to show them.", "Dạng trình bày."))
@_options.catalogue
@_options.lang
def command(words: tuple[str, ...], format_name: str, catalogue: Catalogue, lang: str | None) -> int:
    """Show what is found; 1 where nothing is, or where a catalogue file has errors."""
    from partykpi.parse.search import nearest, search
    from partykpi.render.commands import indicators as render

    language = chosen_language(lang)
    fields, findings = _read(catalogue)
    show_findings(findings, language)
    status = exit_status(findings)
    every = [indicator for field in fields for indicator in field.indicators.values()]
    one = [indicator for indicator in every if (indicator.id,) == words]
    found = one or search(every, words)
    if format_name == "json":
        sys.stdout.write(render.as_json(found))
    elif one:
        sys.stdout.write(_in_full(one[0], fields, language))
    elif found:
        names = {field.id: field.name for field in fields}
        of_field: dict[str, list[Indicator]] = {}
        for indicator in found:
            of_field.setdefault((indicator.id or "").partition("/")[0], []).append(indicator)
        groups = [render.FieldGroup(names[id], indicators) for id, indicators in of_field.items()]
        columns = width()
        if columns is None:
            sys.stdout.write(render.as_lines(groups, language))
        else:
            sys.stdout.write(render.as_table(groups, language, columns, in_color(sys.stdout)))
    if not found:
        show_message(_nothing(words, nearest(every, words)), language)
        status = max(status, FINDINGS)
    return status


def _read(catalogue: Catalogue) -> tuple[list[Field], list[Finding]]:
    """Return the fields of the catalogue that can be used, and everything that is wrong with its files."""
    from partykpi.parse import load_content

    fields: list[Field] = []
    findings: list[Finding] = []
    for id in catalogue.fields():
        name = os.path.join(catalogue.folder, f"{id}.yaml")
        content = load_content(name, read_bytes(name), catalogue, any_content=True)
        findings += content.findings
        if content.field is not None:
            fields.append(content.field)
    return fields, findings


def _in_full(indicator: Indicator, fields: Sequence[Field], language: Language) -> str:
    from partykpi.parse.edit.starter import target_lines
    from partykpi.render.commands.indicators import CatalogueEntry, in_full

    field = next(field for field in fields if indicator in field.indicators.values())
    entry = CatalogueEntry(indicator, field.name, "\n".join(target_lines(indicator, language)))
    return in_full(entry, language, width(), in_color(sys.stdout))


def _nothing(words: Sequence[str], near: Sequence[str]) -> Text:
    """Return the sentence for a search that found nothing."""
    from partykpi.render.text.wrap import one_line

    if not words:
        return Text("the catalogue holds no indicator", "danh mục không có chỉ số nào")
    asked = one_line(" ".join(words))
    if len(asked) > _LONGEST_SHOWN:
        asked = f"{asked[:_LONGEST_SHOWN]}…"
    if not near:
        return Text(
            f"no indicator for “{asked}”; `partykpi indicators` lists them all",
            f"không có chỉ số nào ứng với “{asked}”; `partykpi indicators` liệt kê tất cả",
        )
    ids = [f"`{one_line(id)}`" for id in near]
    return Text(
        f"no indicator for “{asked}”; the nearest: {', '.join(ids)}",
        f"không có chỉ số nào ứng với “{asked}”; gần nhất: {', '.join(ids)}",
    )
