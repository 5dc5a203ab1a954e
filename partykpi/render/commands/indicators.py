"""The catalogue for a person and for machines: a list of indicators by field, or one whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, assert_never

from partykpi.core import kinds
from partykpi.core.model import BETTER_WORDS, Better, Frequency, Indicator, Rollup
from partykpi.render.commands.listing import Listing, ListSection, plain, table
from partykpi.render.terminal.colors import BOLD, paint
from partykpi.render.text import words
from partykpi.render.text.machine import by_language, json_text
from partykpi.render.text.wrap import USUAL_WIDTH, hang, one_line, width
from partykpi.text import GivenText, Language, Text

_VERSION = "partykpi-indicators/1"

_BETTER: Mapping[Better, Text] = {"higher": Text("higher", "cao"), "lower": Text("lower", "thấp")}
_ROLLUP: Mapping[Rollup, Text] = {
    "sum": Text("as a sum", "cộng lại"),
    "share": Text("as a share", "theo tỷ lệ"),
    "mean": Text("as a mean", "bình quân"),
    "none": Text("not at all", "không"),
}
_ROLLUP_IN_FULL: Mapping[Rollup, Text] = {
    "sum": Text("the figures of committees are added", "cộng số liệu của các đơn vị"),
    "share": Text(
        "the parts and the wholes of committees are added, then divided",
        "cộng riêng tử số và mẫu số của các đơn vị rồi tính tỷ lệ",
    ),
    "mean": Text("the figures of committees are averaged", "lấy bình quân số liệu của các đơn vị"),
    "none": Text("the figures of committees are not combined", "không tổng hợp số liệu của các đơn vị"),
}
_FREQUENCY: Mapping[Frequency, Text] = {
    "month": Text("every month", "hằng tháng"),
    "quarter": Text("every quarter", "hằng quý"),
    "half-year": Text("every half-year", "6 tháng một lần"),
    "year": Text("every year", "hằng năm"),
    "term": Text("once a term", "mỗi nhiệm kỳ một lần"),
}

_ID = Text("Id", "Mã")
_NAME = Text("Name", "Tên")
_INDICATOR = Text("Indicator", "Chỉ số")
_ALSO = Text("Other names", "Tên khác")
_KIND = Text("Kind", "Loại")
_KIND_AND_UNIT = Text("Kind, unit", "Loại, ĐVT")
_BETTER_HEAD = Text("Better", "Tốt khi")
_ROLLUP_HEAD = Text("Adds up", "Tổng hợp")
_UNIT_IN_FULL = Text("Unit", "Đơn vị tính")
_WHOLE_NUMBERS = Text("whole numbers", "số nguyên")
_BETTER_LABEL = Text("Better", "Chiều tốt")
_FREQUENCY_LABEL = Text("Frequency", "Kỳ báo cáo")
_SOURCE_LABEL = Text("Source", "Nguồn số liệu")
_TO_PASTE = Text("To paste under `targets:`", "Để dán vào dưới `chỉ tiêu:`")
_NAME = Text("Name", "Tên gọi")
_DEFINITION = Text("Definition", "Định nghĩa")

_LEAST_NAME = 28


class FieldGroup(NamedTuple):
    """The indicators of one field, or those of them that are to be shown."""

    name: GivenText
    indicators: Sequence[Indicator]


def as_lines(groups: Sequence[FieldGroup], language: Language) -> str:
    """Return the list in aligned columns, one line an indicator."""
    return plain(_sections(groups, language, _cells))


def as_table(groups: Sequence[FieldGroup], language: Language, columns: int, color: bool) -> str:
    """Return the list for a terminal of so many columns, with a count and a hint below; an id never breaks."""
    heads = [head[language] for head in (_ID, _NAME, _KIND, words.UNIT, _BETTER_HEAD, _ROLLUP_HEAD)]
    text = table(Listing(heads, _sections(groups, language, _cells), 1, _LEAST_NAME), columns, color)
    if text is None:
        heads = [head[language] for head in (_INDICATOR, _KIND_AND_UNIT, _BETTER_HEAD, _ROLLUP_HEAD)]
        text = table(Listing(heads, _sections(groups, language, _narrow_row), 0, _LEAST_NAME), columns, color)
    if text is None:
        text = table(Listing(heads[:-1], _sections(groups, language, _narrowest_row), 0, _LEAST_NAME), columns, color)
    if text is None:
        text = "".join(f"{line}\n" for group in groups for line in _blocks(group, language, columns, color))
    count = sum(len(group.indicators) for group in groups)
    return f"{text}\n{hang(_counted(count, len(groups))[language], columns)}\n"


def _counted(indicators: int, fields: int) -> Text:
    of = f"{indicators} indicator{'' if indicators == 1 else 's'} in {fields} field{'' if fields == 1 else 's'}"
    return Text(
        f"{of}. `partykpi indicators ID` shows one whole.",
        f"{indicators} chỉ số thuộc {fields} lĩnh vực. Xem đầy đủ từng chỉ số: `partykpi indicators MÃ`.",
    )


def _sections(
    groups: Sequence[FieldGroup], language: Language, row: Callable[[Indicator, Language], list[str]]
) -> list[ListSection]:
    return [
        ListSection(one_line(group.name[language]), [row(indicator, language) for indicator in group.indicators])
        for group in groups
    ]


def _narrow_row(indicator: Indicator, language: Language) -> list[str]:
    id, name, kind, unit, *marks = _cells(indicator, language)
    return [f"{name}\n{id}", f"{kind}\n{unit}", *marks]


def _narrowest_row(indicator: Indicator, language: Language) -> list[str]:
    """Return what can least be left out: how figures add up is in the full account of an indicator."""
    return _narrow_row(indicator, language)[:-1]


def _blocks(group: FieldGroup, language: Language, columns: int, color: bool) -> Iterator[str]:
    """Yield lines for a terminal that is too narrow for a table."""
    yield paint(hang(one_line(group.name[language]), columns), BOLD, color)
    for indicator in group.indicators:
        id, name, *rest = _cells(indicator, language)
        yield hang(name, columns, "  ", "  ")
        yield f"    {id}"
        yield hang(" · ".join(rest), columns, "    ", "    ")


def _cells(indicator: Indicator, language: Language) -> list[str]:
    return [
        one_line(indicator.id or ""),
        one_line(indicator.name[language]),
        kinds.find(indicator.kind).label[language],
        indicator.unit.many[language],
        "–" if indicator.unit.grades else _BETTER[indicator.better][language],
        _ROLLUP[indicator.rollup][language],
    ]


class CatalogueEntry(NamedTuple):
    """One indicator with the name of its field, and the lines of a file that set a target of it."""

    indicator: Indicator
    field: GivenText
    snippet: str


def in_full(entry: CatalogueEntry, language: Language, columns: int | None, color: bool) -> str:
    """Return one indicator whole: what it is, how it is calculated, and lines to paste."""
    columns = columns or USUAL_WIDTH
    indicator = entry.indicator
    kind = kinds.find(indicator.kind)
    entries: list[tuple[str, list[str]]] = [(_NAME[language], [one_line(indicator.name[language])])]
    if indicator.definition is not None:
        entries.append((_DEFINITION[language], [one_line(indicator.definition[language])]))
    if indicator.also:
        entries.append((_ALSO[language], [one_line(", ".join(indicator.also))]))
    entries += [
        (_KIND[language], [_coded(kind.name, kind.label, language), kind.manual[language]]),
        (
            _UNIT_IN_FULL[language],
            [_unit_in_full(indicator, language)],
        ),
    ]
    if not kind.graded:
        entries.append((_BETTER_LABEL[language], [BETTER_WORDS[indicator.better][language]]))
    entries += [
        (_ROLLUP_HEAD[language], [_coded(indicator.rollup, _ROLLUP_IN_FULL[indicator.rollup], language)]),
    ]
    if indicator.frequency is not None:
        entries.append((_FREQUENCY_LABEL[language], [_FREQUENCY[indicator.frequency][language]]))
    if indicator.source is not None:
        entries.append((_SOURCE_LABEL[language], [one_line(indicator.source[language])]))
    lines = [paint(one_line(indicator.id or ""), BOLD, color) + f" – {one_line(entry.field[language])}", ""]
    margin = max(width(label) for label, _ in entries) + 2
    for label, texts in entries:
        for place, text in enumerate(texts):
            head = "" if place else label
            body = hang(text, columns, " " * margin, " " * margin)
            lines.append(paint(head, BOLD, color) + body[width(head) :])
    lines += ["", f"{_TO_PASTE[language]}:", "", entry.snippet.rstrip("\n")]
    return "\n".join(lines) + "\n"


def _unit_in_full(indicator: Indicator, language: Language) -> str:
    """Return the unit, what its figures are, and of grades their names from the best to the worst."""
    unit = indicator.unit
    if unit.grades:
        return f"{unit.many[language]}: {', '.join(one_line(grade[language]) for grade in unit.grades)}"
    return f"{unit.many[language]} ({_WHOLE_NUMBERS[language]})" if unit.counted else unit.many[language]


def _coded(value: str, said: Text, language: Language) -> str:
    """Say what a value means; in English with the value, which a Vietnamese file has in words of its own."""
    match language:
        case "en":
            return f"{value}: {said.en}"
        case "vi":
            return said.vi
        case _:
            assert_never(language)


def as_json(indicators: Sequence[Indicator]) -> str:
    """Return the indicators for machines, version 1 of a contract; what is not given is null."""
    tree = {"format": _VERSION, "indicators": [_object(indicator) for indicator in indicators]}
    return json_text(tree)


def _object(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "name": by_language(indicator.name),
        "also": list(indicator.also),
        "definition": indicator.definition and by_language(indicator.definition),
        "kind": indicator.kind,
        "unit": indicator.unit.id,
        "better": indicator.better,
        "rollup": indicator.rollup,
        "frequency": indicator.frequency,
        "source": indicator.source and by_language(indicator.source),
    }
