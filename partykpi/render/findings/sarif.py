"""sarif: the Static Analysis Results Interchange FindingsFormat, version 2.1.0."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from partykpi.findings import DEFINITIONS
from partykpi.problem import Definition, Finding
from partykpi.render.findings import FindingsFormat
from partykpi.render.text.locale import fill
from partykpi.render.text.machine import json_text
from partykpi.render.text.words import REMEDY, capital, ended
from partykpi.text import Language, Text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_WRONG = Text("Earns the finding", "Ví dụ sai")
_RIGHT = Text("Does not", "Ví dụ đúng")

_Object = dict[str, Any]


def _render(findings: Sequence[Finding], files: Sequence[str], language: Language, color: bool) -> str:
    definitions = {finding.code: DEFINITIONS.get(finding.code, finding.definition) for finding in findings}
    codes = sorted(definitions)
    run = {
        "tool": {
            "driver": {
                "name": "partykpi",
                "rules": [_rule(definitions[code], language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), language) for finding in findings],
    }
    tree = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(tree)


def _rule(definition: Definition, language: Language) -> _Object:
    remedy = f"{capital(REMEDY[language])}: {ended(_general(definition.remedy, language))}"
    examples = [
        f"{label[language]}:\n\n```yaml\n{example[language].rstrip()}\n```"
        for label, example in ((_WRONG, definition.bad), (_RIGHT, definition.good))
        if example[language].strip()
    ]
    return {
        "id": definition.code,
        "shortDescription": {"text": ended(capital(_general(definition.message, language)))},
        "help": {"text": remedy, "markdown": "\n\n".join([remedy, *examples])},
        "defaultConfiguration": {"level": definition.severity},
    }


def _general(sentence: Text, language: Language) -> str:
    """Return a sentence of a definition with an ellipsis where a finding puts a value in."""
    return fill(sentence, defaultdict(lambda: "…"), language)


def _result(finding: Finding, index: int, language: Language) -> _Object:
    place, definition = finding.place, finding.definition
    message = ended(capital(fill(definition.message, finding.values, language)))
    remedy = ended(fill(definition.remedy, finding.values, language))
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{message} {capital(REMEDY[language])}: {remedy}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(place.source.name)},
                    "region": {
                        "startLine": max(place.line, 1),
                        "startColumn": max(place.column, 1),
                        "endColumn": max(place.end_column, place.column, 1),
                    },
                }
            }
        ],
    }


def _uri(name: str) -> str:
    path = name.replace("\\", "/")
    written = quote(path, safe="/", errors="replace")
    if path.startswith("/"):
        return f"file://{written}"
    # A drive is not a scheme.
    return f"file:///{written}" if path[1:3] == ":/" else written.removeprefix("./")


FORMAT = FindingsFormat(
    "sarif",
    Text("SARIF 2.1.0, for code scanning services", "SARIF 2.1.0, cho dịch vụ quét mã"),
    _render,
)
