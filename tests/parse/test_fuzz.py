"""Whatever a file holds, it ends in findings within the file and a report, never in an exception."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.render import findings as finding_formats
from partykpi.render import report as report_formats
from partykpi.text import LANGUAGES, Language

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))]
LAYOUTS = (report_formats.Layout(), report_formats.Layout(40, True))
DOCUMENTS = ("docx", "html", "xlsx")  # which take long to write, and have a test of their own

few = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def survives(data: bytes) -> None:
    """Read, assess and show a file in every way there is, and hold every finding to a place within it."""
    content = load_content("f.yaml", data, any_content=True)
    found = list(content.findings)
    if content.resolution is not None:
        report = assess(content.resolution, None, date(2024, 1, 1))
        found += report.findings
        for name in sorted({*report_formats.names()}.difference(DOCUMENTS)):
            for layout in LAYOUTS:
                for language in LANGUAGES:
                    assert report_formats.in_bytes(name, [report], language, layout)
    for finding in found:
        place = finding.place
        lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", place.source.text)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.column <= place.end_column
    for name in finding_formats.names():
        for language in LANGUAGES:
            assert isinstance(finding_formats.find(name).render(found, ("f.yaml",), language, False), str)


# Values that are odd at any place of the format.
ODD = [
    "", "''", "~", "no", "12:30", "010", "0", "-1", "1e400", "NaN", ".inf", "−5", "５", "12²", "9" * 61, "82.913",
    "1_00", "[]", "{}", "[1, 2]", "{a: b}", "{en: x}", "{en: }", "[[[]]]", "*a", "&a b", "!x y", "|", ">-", "-",
    "? ", ": ", "@", "`", "%", "0 %", "100 %", "1/0", "0/0", "5/3", "3/5 households", "5..2", "1..2", ">= 0",
    "< 0", "> 20 members", "= 3", "16 thousand jobs/year", "3 km²", "unknown", "by 2024-12-31", "by 9999-12-31",
    "2024", "0001", "9999", "2020-2020", "2999", "1000-2999", "{from: 2020-01-01, to: 2999-12-31}",
    "{from: 2020-01-01, to: 2020-01-01}", "mid-term", "end", "2020-02-29", "{2020: 1, 2021: 2}", "{2024-02-29: 0}",
    "[{figure: 1, known: 2024-01-01}]", "0%", "-100%", "exceeds 0%", "0 times", "+0 points", "vượt 186,6%",
    "{figure: 0%, of: 0}", "{status: missed}", "[{all: 0%}]", "[{achieved: 0 of 0}]", "milestone", "rank", "total",
    "level", "rate", "lower", "ha", "party/members", "work/project-adopted", "vi", "\u2028", "\ufeff",
    "{name: n, kind: level, unit: '%', better: lower}", "{name: n, kind: rate, unit: ha, better: lower}", "year",
    "average",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return an example with some characters or lines taken out, doubled or exchanged, or with odd values put in."""
    text = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        kind = draw(
            st.sampled_from(["value", "value", "value", "key", "drop", "double", "swap", "cut", "twice", "turn"])
        )
        key, colon, _ = lines[at].partition(": ")
        if kind == "value" and colon:
            lines[at] = f"{key}: {draw(st.sampled_from(ODD))}"
        elif kind == "key":
            lines[at] = lines[at].replace(lines[at].strip().partition(":")[0], draw(st.sampled_from(ODD)))
        elif kind == "drop":
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        text = "\n".join(lines)
        spot = draw(st.integers(0, max(len(text) - 2, 0)))
        if kind == "cut":
            text = text[:spot] + text[spot + 1 :]
        elif kind == "twice":
            text = text[:spot] + text[spot : spot + 1] * 2 + text[spot + 1 :]
        elif kind == "turn":
            text = text[:spot] + text[spot : spot + 2][::-1] + text[spot + 2 :]
    return text


@few
@given(mutated())
def test_a_spoilt_example_ends_in_findings(text: str) -> None:
    """An example with some mistakes in it is still read to its end."""
    survives(text.encode(errors="replace"))


@settings(max_examples=10, deadline=None)
@given(mutated(), st.sampled_from(LANGUAGES))
def test_a_spoilt_example_can_be_a_document(text: str, language: Language) -> None:
    """Whatever can be read of an example with mistakes can be written as a document."""
    resolution = load_content("f.yaml", text.encode(errors="replace")).resolution
    if resolution is not None:
        report = assess(resolution, None, date(2024, 1, 1))
        for name in DOCUMENTS:
            assert report_formats.in_bytes(name, [report], language, LAYOUTS[0])


SCALARS = st.sampled_from(
    [*ODD, "members-admitted: 5", "party/members-admitted", "- a", "# c", "\t", "\r", "resolution:"]
)


@few
@given(
    st.lists(
        st.tuples(
            st.integers(0, 4),
            st.sampled_from(
                ["resolution", "committee", "term", "as_of", "targets", "t", "indicator", "target", "actual",
                 "readings", "baseline", "reported", "thresholds", "numbers", "2021", "figure", "rest", "every",
                 "amended", "indicators"]
            ),
            SCALARS,
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_mapping_ends_in_findings(lines: list[tuple[int, str, str]]) -> None:
    """Keys of the format in any order and at any depth, with any value, are read to their end."""
    survives("\n".join(f"{'  ' * depth}{key}: {value}" for depth, key, value in lines).encode())


@few
@given(st.text(alphabet="ab:-[]{}'\"|>&*!%#@`,?\n\t\r \x85\u2028\ufeffđ\u0301\x00\x07\U0001f600", max_size=60))
def test_any_text_ends_in_findings(text: str) -> None:
    """Nothing that YAML could make of a text escapes."""
    survives(text.encode())


@few
@given(st.binary(max_size=80), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"resolution: \n"]))
def test_any_bytes_end_in_findings(data: bytes, before: bytes) -> None:
    """Nothing that bytes could be escapes."""
    survives(before + data)


@pytest.mark.parametrize("value", ODD)
def test_an_odd_value_anywhere_ends_in_findings(value: str) -> None:
    """Each odd value is put at some keys of the example that shows every feature, and each key gets some."""
    largest = max(EXAMPLES, key=len)
    lines = largest.split("\n")
    places = [at for at, line in enumerate(lines) if re.match(r" *[\w-]+: \S", line)]
    start = ODD.index(value)
    for at in places[start % 67 :: 67]:
        changed = [*lines]
        changed[at] = f"{lines[at].partition(': ')[0]}: {value}"
        content = load_content("f.yaml", "\n".join(changed).encode())
        if content.resolution is not None:
            report = assess(content.resolution, None, date(2024, 1, 1))
            for name in ("json", "table"):
                assert report_formats.in_bytes(name, [report], "vi", LAYOUTS[0])
