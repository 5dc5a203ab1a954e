"""The kinds of findings as documentation: a list of all codes, or one code with its examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from partykpi.problem import Definition, Value
from partykpi.render.commands.listing import Listing, ListSection, plain, table
from partykpi.render.terminal.colors import BOLD, paint
from partykpi.render.text.locale import fill
from partykpi.render.text.words import REMEDY, SEVERITY_WORDS
from partykpi.render.text.wrap import USUAL_WIDTH, hang, width
from partykpi.text import Language, Text

_CODE = Text("Code", "Mã")
_SEVERITY = Text("Severity", "Mức độ")
_MESSAGE = Text("Message", "Nội dung")
_MESSAGE_LABEL = Text("message", "nội dung")
_BAD = Text("bad", "sai")
_GOOD = Text("good", "đúng")

# What reads better than an ellipsis for a value that only a file brings.
_KNOWN_VALUES: Mapping[str, Value] = {
    "suggestion": Text("a suggestion that fits the case", "gợi ý theo từng trường hợp"),
    "wordings": Text("the wording that fits", "từ ngữ đúng với số liệu"),
}

_TAB = "→   "
_LEAST_MESSAGE = 30


def as_lines(definitions: Iterable[Definition], language: Language) -> str:
    """Return the list in aligned columns, one line a code."""
    return plain([_section(definitions, language)])


def as_table(definitions: Sequence[Definition], language: Language, columns: int, color: bool) -> str:
    """Return the list for a terminal of so many columns; a code never breaks."""
    heads = [head[language] for head in (_CODE, _SEVERITY, _MESSAGE)]
    section = _section(definitions, language)
    text = table(Listing(heads, [section], 2, _LEAST_MESSAGE), columns, color)
    if text is not None:
        return text
    return "".join(
        f"{paint(code, BOLD, color)} ({severity})\n{hang(message, columns, '  ', '  ')}\n"
        for code, severity, message in section.rows
    )


def _section(definitions: Iterable[Definition], language: Language) -> ListSection:
    rows = [[one.code, SEVERITY_WORDS[one.severity][language], readable(one.message, language)] for one in definitions]
    return ListSection("", rows)


def readable(text: Text, language: Language) -> str:
    """Return a message or a remedy as it reads without a file: an ellipsis for what the file would bring."""
    return fill(text, defaultdict(lambda: "…", _KNOWN_VALUES), language)


def in_full(definition: Definition, language: Language, columns: int | None, color: bool) -> str:
    """Return one definition: message, remedy, and what earns the finding beside what does not."""
    columns = columns or USUAL_WIDTH
    sentences = [
        (_MESSAGE_LABEL[language], readable(definition.message, language)),
        (REMEDY[language], readable(definition.remedy, language)),
    ]
    margin = max(width(label) for label, _ in sentences) + 3
    lines = [f"{paint(definition.code, BOLD, color)} ({SEVERITY_WORDS[definition.severity][language]})", ""]
    for label, sentence in sentences:
        body = hang(sentence, columns, " " * margin, " " * margin)
        lines.append(paint(label, BOLD, color) + ":" + body[width(label) + 1 :])
    for title, example in ((_BAD, definition.bad), (_GOOD, definition.good)):
        lines += ["", f"{paint(title[language], BOLD, color)}:"]
        lines += [f"  {line}" for line in example[language].replace("\t", _TAB).splitlines()]
    return "\n".join(lines) + "\n"
