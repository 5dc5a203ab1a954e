"""github: findings as commands of a GitHub workflow, which shows them beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.problem import Finding, Severity
from partykpi.render.findings import FindingsFormat
from partykpi.render.text.locale import fill
from partykpi.render.text.words import REMEDY
from partykpi.render.text.wrap import without_steering
from partykpi.text import Language, Text

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def _render(findings: Sequence[Finding], files: Sequence[str], language: Language, color: bool) -> str:
    return "".join(f"{_command(finding, language)}\n" for finding in findings)


def _command(finding: Finding, language: Language) -> str:
    place, definition = finding.place, finding.definition
    properties = {
        "file": without_steering(place.source.name),
        "line": str(place.line),
        "col": str(place.column),
        # GitHub counts the last column in.
        "endColumn": str(max(place.end_column - 1, place.column)),
        "title": finding.code,
    }
    written = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    message = (
        f"{fill(definition.message, finding.values, language)}\n"
        f"{REMEDY[language]}: {fill(definition.remedy, finding.values, language)}"
    )
    return f"::{_COMMANDS[finding.severity]} {written}::{message.translate(_IN_MESSAGE)}"


FORMAT = FindingsFormat(
    "github",
    Text("annotations for GitHub workflows", "chú thích cho quy trình GitHub"),
    _render,
)
