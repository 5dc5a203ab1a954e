"""text: findings for a person, each with its line of the file and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.problem import Finding, Severity
from partykpi.render.findings import FindingsFormat, counts
from partykpi.render.terminal.colors import BLUE, BOLD, CYAN, RED, YELLOW, paint
from partykpi.render.text.locale import fill, number
from partykpi.render.text.words import REMEDY, SEVERITY_WORDS
from partykpi.render.text.wrap import one_line, width
from partykpi.text import Language, Text

_FILES = (Text("file", "tệp"), Text("files", "tệp"))
_COUNTED: dict[Severity, tuple[Text, Text]] = {
    "error": (SEVERITY_WORDS["error"], Text("errors", "lỗi")),
    "warning": (SEVERITY_WORDS["warning"], Text("warnings", "cảnh báo")),
    "note": (SEVERITY_WORDS["note"], Text("notes", "ghi chú")),
}

# The most columns of a source line that are shown, and the mark of what is left out.
_COLUMNS = 100
_LEFT_OUT = "…"
_TAB = "    "

_COLORS: dict[Severity, str] = {"error": f"{BOLD};{RED}", "warning": f"{BOLD};{YELLOW}", "note": f"{BOLD};{CYAN}"}


def _render(findings: Sequence[Finding], files: Sequence[str], language: Language, color: bool) -> str:
    return in_full(findings, language, color) + summary(findings, len(files), language) + "\n"


def in_full(findings: Sequence[Finding], language: Language, color: bool) -> str:
    """Return each finding with its line of the file and its remedy; notes are left out."""
    return "".join(
        f"{line}\n" for finding in findings if finding.severity != "note" for line in _finding(finding, language, color)
    )


def summary(findings: Sequence[Finding], files: int, language: Language) -> str:
    """Return the last line: how many files, errors, warnings and notes."""
    parts = [_count(files, *_FILES, language)]
    parts += [_count(count, *_COUNTED[severity], language) for severity, count in counts(findings).items()]
    return ", ".join(parts)


def _count(count: int, one: Text, many: Text, language: Language) -> str:
    return f"{number(count, language)} {(one if count == 1 else many)[language]}"


def _finding(finding: Finding, language: Language, color: bool) -> Iterator[str]:
    place, definition = finding.place, finding.definition
    hue = _COLORS[finding.severity]
    at = one_line(place.cell) or f"{place.line}:{place.column}"
    where = paint(f"{one_line(place.source.name)}:{at}:", BOLD, color)
    what = paint(f"{SEVERITY_WORDS[finding.severity][language]}[{finding.code}]", hue, color)
    yield f"{where} {what}: {fill(definition.message, finding.values, language)}"
    excerpt = place.excerpt
    if excerpt.strip():
        shown, indent, length = _excerpt(excerpt, place.column - 1, place.end_column - 1)
        bar = paint("|", BLUE, color)
        gutter = place.cell.rpartition("!")[2] or str(place.line)
        yield f"{paint(f'{gutter:>5}', BLUE, color)} {bar} {shown}"
        if length:
            yield f"      {bar} {' ' * indent}{paint('^' * length, hue, color)}"
    remedy = paint(REMEDY[language], BOLD, color)
    yield f"   {remedy}: {fill(definition.remedy, finding.values, language)}"


def _excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the line as it is shown, the columns before its marked stretch, and those of the stretch.

    Of a long line the surroundings of the stretch are shown.
    """
    start, end = min(start, len(line)), min(end, len(line))
    first, last = 0, len(line)
    if last > _COLUMNS:
        last = min(max(min(end, start + _COLUMNS // 2) + _COLUMNS // 3, _COLUMNS), len(line))
        first = max(last - _COLUMNS, 0)
    before, marked, after = (
        "".join(map(_shown, line[a:b])) for a, b in ((first, start), (start, min(end, last)), (min(end, last), last))
    )
    head, tail = _LEFT_OUT if first else "", _LEFT_OUT if last < len(line) else ""
    at_the_end = end > start or start >= len(line)
    length = max(width(marked), 1 if at_the_end or end == start else 0)
    return (head + before + marked + after + tail).rstrip(), width(head + before), length


def _shown(character: str) -> str:
    return _TAB if character == "\t" else character if character == " " else one_line(character) or " "


FORMAT = FindingsFormat("text", Text("for a person", "cho người đọc"), _render)
