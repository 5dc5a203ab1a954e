"""Every finding has a reproducer: a file that earns it and nothing else, and what `partykpi check` says of it."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from partykpi.cli._faults import in_file
from partykpi.cli.check import unchecked
from partykpi.core.report import assess
from partykpi.findings import DEFINITIONS
from partykpi.parse import load_content, why_unreadable
from partykpi.parse.catalogue import shipped
from partykpi.parse.edit.insert import read_layout
from partykpi.parse.edit.record import record
from partykpi.parse.edit.sheet import read_table
from partykpi.problem import Definition, Finding
from partykpi.render import findings as formats
from partykpi.text import LANGUAGES, Language

ERRORS = Path(__file__).parent / "errors"

# What no file by itself can earn.
OF_THE_PROGRAM: dict[str, Finding] = {
    "own-fault": in_file("own-fault.yaml", ZeroDivisionError("division by zero")),
    "unchecked-folder": unchecked("unchecked-folder", why_unreadable(PermissionError(13, "Permission denied"))),
}

# What no text file can earn: a test makes each.
UTF_16 = "resolution: Nghị quyết\n".encode("utf-16-le")
MADE: dict[str, bytes | OSError] = {
    "unreadable-file": FileNotFoundError(2, "No such file or directory"),
    "encoding": b"\xff\xfe" + UTF_16,
    "office-file": b"PK\x03\x04\x14\x00\x06\x00word/document.xml\x87",
    "file-too-large": b"# " + b"x" * 11_000_000,
    "too-many-values": b"\n" * 250_001,
    "text-too-long": b"resolution: R\ncommittee: C\nterm: 2020-2025\ntargets: {}\nsource: " + b"a " * 10_001 + b"\n",
}


# What only the recording of readings can earn: beside the resolution is the table that they are in.
RECORDED = {path.stem for path in ERRORS.glob("*.csv")}


def reproducer(code: str) -> bytes | OSError:
    """Return the bytes of the file that earns the finding."""
    return MADE[code] if code in MADE else (ERRORS / f"{code}.yaml").read_bytes()


def found(name: str, data: bytes | OSError) -> list[Finding]:
    """Return everything that `partykpi check` finds in a file."""
    content = load_content(name, data, any_content=True)
    claims = () if content.resolution is None else assess(content.resolution, None, date(2026, 1, 1)).findings
    return [*content.findings, *claims]


def recorded(code: str, table: bytes, before: str = "") -> list[Finding]:
    """Return everything that `partykpi record` finds where a table is recorded in the reproducer of a finding."""
    name, data = f"{code}.yaml", before.encode() + (ERRORS / f"{code}.yaml").read_bytes()
    content, layout = load_content(name, data), read_layout(name, data)
    assert content.findings == []
    assert content.resolution is not None
    assert layout is not None
    targets = {target.id: target for target in content.resolution.targets}
    given, wrong = read_table(f"{code}.csv", table, layout, targets)
    done = record(content, layout, shipped(), given, date(2026, 1, 1))
    return [*wrong, *done.findings]


def earned(code: str) -> tuple[str, list[Finding]]:
    """Return the name of the reproducer of a finding, and everything that is found in it."""
    if code in OF_THE_PROGRAM:
        finding = OF_THE_PROGRAM[code]
        return finding.place.source.name, [finding]
    if code in RECORDED:
        return f"{code}.csv", recorded(code, (ERRORS / f"{code}.csv").read_bytes())
    return f"{code}.yaml", found(f"{code}.yaml", reproducer(code))


def test_every_reproducer_is_of_a_finding() -> None:
    """There is a reproducer for each code, and none for what is no code."""
    assert {path.stem for path in ERRORS.glob("*.yaml")} | set(MADE) | set(OF_THE_PROGRAM) == set(DEFINITIONS)
    expected = {f"{code}.{language}.txt" for code in DEFINITIONS for language in LANGUAGES}
    assert {path.name for path in ERRORS.glob("*.txt")} == expected


@pytest.mark.parametrize("code", DEFINITIONS)
def test_a_reproducer_earns_its_finding_alone(code: str) -> None:
    """One mistake makes one finding, as severe as its definition says, at a place within the file."""
    _, (finding,) = earned(code)
    assert finding.code == code
    assert finding.severity == DEFINITIONS[code].severity
    assert finding.place.end_column >= finding.place.column >= 1
    assert finding.place.line >= 1


@pytest.mark.parametrize("code", [code for code in DEFINITIONS if code not in (*MADE, *OF_THE_PROGRAM)])
def test_the_good_example_fixes_the_bad_one(code: str) -> None:
    """The bad example is in the reproducer once; with the good one in its place the file is well."""
    definition = DEFINITIONS[code]
    name, _ = earned(code)
    text = (ERRORS / name).read_text(encoding="utf-8")
    assert text.count(definition.bad.en) == 1
    fixed = text.replace(definition.bad.en, definition.good.en).encode()
    assert (recorded(code, fixed) if code in RECORDED else found(name, fixed)) == []


@pytest.mark.parametrize("code", [code for code in DEFINITIONS if code not in (*MADE, *OF_THE_PROGRAM)])
def test_the_examples_in_vietnamese_are_as_bad_and_as_good(code: str) -> None:
    """In the place of the English ones, in a file that writes numbers so, they earn the finding and earn none."""
    definition = DEFINITIONS[code]
    name, _ = earned(code)
    text = (ERRORS / name).read_text(encoding="utf-8")
    style = "" if "numbers:" in text or ("targets:" not in text and code not in RECORDED) else "cách viết số: vi\n"
    for example, codes in ((definition.bad.vi, [code]), (definition.good.vi, [])):
        given = text.replace(definition.bad.en, example)
        for grade, in_vietnamese in (("good", "tốt"), ("poor", "kém")):
            given = re.sub(rf"\b{grade}\b", in_vietnamese, given)
        if code in RECORDED:
            findings = recorded(code, given.replace("id;", "mã;").encode(), style)
        else:
            findings = found(name, f"{style}{given}".encode())
        assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", DEFINITIONS)
def test_a_finding_is_shown_as_expected(code: str, language: Language, snapshot: Callable[[Path, str], None]) -> None:
    """What `partykpi check` prints for the reproducer is what the file beside it holds."""
    name, findings = earned(code)
    text = formats.find("text").render(findings, (name,), language, False)
    snapshot(ERRORS / f"{code}.{language}.txt", text)


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=list(DEFINITIONS))
def test_a_definition_is_worded_as_the_others(definition: Definition) -> None:
    """Messages and remedies are sentences without a capital or a full stop, with the same values in both languages."""
    assert definition.code == definition.code.lower().replace("_", "-")
    for text in (definition.message, definition.remedy):
        for language in LANGUAGES:
            assert text[language]
            assert not text[language][0].isupper()
            assert not text[language].endswith(".")
    fields = {field for _, field, _, _ in string.Formatter().parse(definition.remedy.en) if field}
    assert fields == {field for _, field, _, _ in string.Formatter().parse(definition.remedy.vi) if field}
    assert definition.bad != definition.good
