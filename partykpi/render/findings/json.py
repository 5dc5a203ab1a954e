"""json: findings for machines, version 1 of a contract."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.problem import Finding
from partykpi.render.findings import FindingsFormat, counts
from partykpi.render.text.locale import fill
from partykpi.render.text.machine import json_text
from partykpi.text import Language, Text

_VERSION = "partykpi-check/1"


def _render(findings: Sequence[Finding], files: Sequence[str], language: Language, color: bool) -> str:
    tree = {
        "format": _VERSION,
        "files": len(files),
        "findings": [_finding(finding, language) for finding in findings],
        "counts": counts(findings),
    }
    return json_text(tree)


def _finding(finding: Finding, language: Language) -> dict[str, str | int]:
    place, definition = finding.place, finding.definition
    return {
        "file": place.source.name,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "severity": finding.severity,
        "code": finding.code,
        "message": fill(definition.message, finding.values, language),
        "remedy": fill(definition.remedy, finding.values, language),
    }


FORMAT = FindingsFormat("json", Text("for machines", "cho máy đọc"), _render)
