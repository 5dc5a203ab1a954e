"""junit: one test case per file, for services that gather test results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from partykpi.problem import Finding
from partykpi.render.findings import FindingsFormat
from partykpi.render.text.locale import fill
from partykpi.render.text.words import REMEDY, SEVERITY_WORDS
from partykpi.render.text.wrap import without_steering
from partykpi.text import Language, Text


def _render(findings: Sequence[Finding], files: Sequence[str], language: Language, color: bool) -> str:
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.place.source.name, []).append(finding)
    failed = sum(any(finding.severity == "error" for finding in found) for found in by_file.values())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{len(by_file)}" failures="{failed}">',
        f'  <testsuite name="partykpi check" tests="{len(by_file)}" failures="{failed}" errors="0">',
        *(line for file, found in by_file.items() for line in _case(file, found, language)),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(file: str, found: Sequence[Finding], language: Language) -> Iterator[str]:
    name = quoteattr(without_steering(file))
    if not found:
        yield f'    <testcase classname="partykpi" name={name}/>'
        return
    yield f'    <testcase classname="partykpi" name={name}>'
    errors = [finding for finding in found if finding.severity == "error"]
    others = [finding for finding in found if finding.severity != "error"]
    if errors:
        # One failure for all: readers of this format are not agreed on several in one case.
        codes = ", ".join(dict.fromkeys(finding.code for finding in errors))
        yield f"      <failure type={quoteattr(errors[0].code)} message={quoteattr(codes)}>"
        yield _lines(errors, language)
        yield "      </failure>"
    if others:
        yield "      <system-out>"
        yield _lines(others, language)
        yield "      </system-out>"
    yield "    </testcase>"


def _lines(findings: Sequence[Finding], language: Language) -> str:
    return escape("\n".join(_line(finding, language) for finding in findings))


def _line(finding: Finding, language: Language) -> str:
    place, definition = finding.place, finding.definition
    return (
        f"{without_steering(place.source.name)}:{place.line}:{place.column}: "
        f"{SEVERITY_WORDS[finding.severity][language]}[{finding.code}]: "
        f"{fill(definition.message, finding.values, language)} "
        f"({REMEDY[language]}: {fill(definition.remedy, finding.values, language)})"
    )


FORMAT = FindingsFormat(
    "junit",
    Text("test results in JUnit's XML", "kết quả kiểm thử dạng XML của JUnit"),
    _render,
)
