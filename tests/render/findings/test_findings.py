from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from partykpi.problem import Definition, Finding, Place, Severity, Source, find
from partykpi.render import findings
from partykpi.render.text.wrap import width
from partykpi.text import Text


def _definition(code: str, severity: Severity) -> Definition:
    return Definition(
        code,
        severity,
        Text("{written} is not a whole number", "{written} không phải là số nguyên"),
        Text("write {better}", "viết {better}"),
        Text("actual: 82.913 people\n", "kết quả: 82,913 người\n"),
        Text("actual: 82_913 people\n", "kết quả: 82.913 người\n"),
    )


COUNT = _definition("fractional-count", "error")
ODD = _definition("odd-count", "warning")
NOTED = _definition("noted", "note")

SOURCE = Source("examples/a, b:c.yaml", "targets:\n    actual: 82.913 people\n\tname: '越南 đảng viên' # 100%\n")
FILES = (SOURCE.name, "fine.yaml")


def _found(definition: Definition, line: int, column: int, end: int, source: Source = SOURCE) -> Finding:
    return find(definition, Place(source, line, column, end), written="82.913 people", better="82_913")


ALL = (_found(COUNT, 2, 13, 26), _found(ODD, 3, 9, 11), _found(NOTED, 1, 1, 8))


def _render(name: str, found: tuple[Finding, ...] = ALL, files: tuple[str, ...] = FILES) -> str:
    return findings.find(name).render(found, files, "en", False)


def test_a_finding_shows_its_line_and_its_remedy() -> None:
    """A finding is the place, the severity, the code and the sentence; the line with carets; the remedy."""
    assert _render("text", ALL[:1]) == (
        "examples/a, b:c.yaml:2:13: error[fractional-count]: 82.913 people is not a whole number\n"
        "    2 |     actual: 82.913 people\n"
        "      |             ^^^^^^^^^^^^^\n"
        "   remedy: write 82_913\n"
        "2 files, 1 error, 0 warnings, 0 notes\n"
    )


def test_a_finding_is_told_in_vietnamese() -> None:
    """Severity, sentence, remedy and counts are in the reader's language; the code is not."""
    text = findings.find("text").render(ALL, FILES, "vi", False)
    assert "lỗi[fractional-count]: 82.913 people không phải là số nguyên\n" in text
    assert "cảnh báo[odd-count]" in text
    assert "   cách sửa: viết 82_913\n" in text
    assert text.endswith("\n2 tệp, 1 lỗi, 1 cảnh báo, 1 ghi chú\n")


def test_notes_are_counted_but_not_shown() -> None:
    """A note is counted in the last line only."""
    text = _render("text")
    assert "noted" not in text
    assert text.endswith("2 files, 1 error, 1 warning, 1 note\n")


def test_carets_stand_under_wide_characters() -> None:
    """A tab counts four columns and a wide character two, so the carets are below the stretch."""
    lines = _render("text", ALL[1:2]).splitlines()
    shown, carets = lines[1], lines[2]
    assert shown == "    3 |     name: '越南 đảng viên' # 100%"
    assert carets.count("^") == 4
    assert width(shown[: shown.index("越")]) == carets.index("^")


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a very long line about 100 columns are shown, the stretch among them."""
    source = Source("long.yaml", "x" * 500 + "HERE" + "y" * 500)
    lines = _render("text", (_found(COUNT, 1, 501, 505, source),)).splitlines()
    assert width(lines[1]) < 115
    assert lines[1].count("…") == 2
    start = lines[2].index("^")
    assert lines[1][start : start + lines[2].count("^")] == "HERE"


def test_a_file_that_cannot_be_read_has_no_excerpt() -> None:
    """A place in an empty source shows neither a line nor carets."""
    lines = _render("text", (_found(COUNT, 1, 1, 1, Source("gone.yaml", "")),)).splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("   remedy: ")


def test_colours_are_only_around_the_same_text() -> None:
    """Without its escape codes the coloured text is the plain one, and plain text has none."""
    colored = findings.find("text").render(ALL, FILES, "en", True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == _render("text")


def test_json_holds_every_finding() -> None:
    """The JSON form has all findings, notes too, with their places and counts."""
    tree = json.loads(_render("json"))
    assert tree["format"] == "partykpi-check/1"
    assert tree["files"] == 2
    assert tree["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert tree["findings"][0] == {
        "file": SOURCE.name,
        "line": 2,
        "column": 13,
        "end_column": 26,
        "severity": "error",
        "code": "fractional-count",
        "message": "82.913 people is not a whole number",
        "remedy": "write 82_913",
    }


def test_github_commands_are_escaped() -> None:
    """A workflow command is one line, whose properties hide commas, colons and per cent signs."""
    lines = _render("github").splitlines()
    assert lines[0] == (
        "::error file=examples/a%2C b%3Ac.yaml,line=2,col=13,endColumn=25,title=fractional-count"
        "::82.913 people is not a whole number%0Aremedy: write 82_913"
    )
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_junit_has_a_case_for_each_file() -> None:
    """Each file is a test case; one with errors fails."""
    root = ElementTree.fromstring(_render("junit"))
    assert root.attrib == {"tests": "2", "failures": "1"}
    cases = root.findall("testsuite/testcase")
    assert [case.get("name") for case in cases] == list(FILES)
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("type") == "fractional-count"
    assert list(cases[1]) == []


def test_sarif_refers_to_its_rules() -> None:
    """Every result names a rule that the run describes, and a relative encoded address."""
    run = json.loads(_render("sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "examples/a%2C%20b%3Ac.yaml"
    assert location["region"] == {"startLine": 2, "startColumn": 13, "endColumn": 26}
    assert "82_913 people" in rules[0]["help"]["markdown"]
    assert "{" not in rules[0]["shortDescription"]["text"]


@given(st.text(), st.integers(1, 300), st.integers(0, 300), st.sampled_from(sorted(findings.names())))
def test_no_source_breaks_a_format(text: str, column: int, length: int, name: str) -> None:
    """Whatever a line holds and wherever a place points, the finding is rendered and steers no terminal."""
    source = Source(text or "-", text)
    rendered = _render(name, (find(COUNT, Place(source, 1, column, column + length), written=text, better=text),))
    if name == "text":
        assert rendered.replace("\n", "").isprintable() or not text.isprintable()
        assert "\x1b" not in rendered
    if name == "junit":
        ElementTree.fromstring(rendered)
