"""Bounds at the command line: findings that are counted, widths that no terminal has, readings in any order."""

from __future__ import annotations

import json
import re
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from partykpi.cli import _show
from partykpi.findings import MOST_ALIKE
from partykpi.parse import load_content
from partykpi.parse.yaml.source import MOST_VALUES

Run = Callable[..., Any]

HEAD = "resolution: Resolution\ncommittee: Committee\nterm: 2020-2025\ntargets:\n"


def unknown_keys(count: int) -> str:
    """Return a file with so many keys that there are not, and one target that is not there."""
    keys = "".join(f"k{number}: 1\n" for number in range(count))
    return f"{keys}{HEAD}  a: {{indicator: party/none, target: 5}}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with five thousand unknown keys and one unknown indicator."""
    path = tmp_path / "f.yaml"
    path.write_text(unknown_keys(5000), encoding="utf-8")
    return path


def test_many_findings_alike_are_counted_for_a_person(file: Path, run: Run) -> None:
    """A hundred are shown, the rest are counted in their place, and what else is wrong is shown after them."""
    out = run("check", file).out
    assert out.count("error[unknown-key]: `k") == MOST_ALIKE == 100
    assert "f.yaml:101:1: error[unknown-key]: 4,900 more findings like these are not shown\n" in out
    assert out.count("error[unknown-indicator]") == 1
    assert out.endswith("1 file, 5,001 errors, 0 warnings, 0 notes\n")
    assert "còn 4.900 kết quả cùng loại không hiện ra" in run("check", file, "--lang", "vi").out


def test_many_findings_alike_are_counted_for_machines(file: Path, run: Run) -> None:
    """Every format says how many there are, and the formats that count say the whole number."""
    said = "4,900 more findings like these are not shown"
    tree = json.loads(run("check", file, "--format", "json").out)
    assert tree["counts"] == {"error": 5001, "warning": 0, "note": 0}
    assert [one["message"] for one in tree["findings"]].count(said) == 1
    assert len(tree["findings"]) == MOST_ALIKE + 2
    results = json.loads(run("check", file, "--format", "sarif").out)["runs"][0]["results"]
    assert sum(said in one["message"]["text"] for one in results) == 1
    assert len(results) == MOST_ALIKE + 2
    assert run("check", file, "--format", "github").out.count(said) == 1
    junit = ElementTree.fromstring(run("check", file, "--format", "junit").out)
    assert said in "".join(junit.itertext())


def test_what_is_not_shown_still_fails(tmp_path: Path, run: Run) -> None:
    """Findings that are asked for are shown whatever there is of others, and their number decides nothing."""
    path = tmp_path / "f.yaml"
    path.write_text(unknown_keys(500), encoding="utf-8")
    assert run("check", path, "--ignore", "unknown-key").out.count("error[") == 1
    only = run("check", path, "--select", "unknown-key")
    assert only.status == 1
    assert "400 more findings like these" in only.out
    path.write_text(unknown_keys(100), encoding="utf-8")
    assert "more findings" not in run("check", path).out


def test_claims_that_are_wrong_are_counted_as_well(tmp_path: Path, run: Run) -> None:
    """Of three hundred claims that cannot be true a hundred are shown."""
    claims = ", ".join(f"{number}%" for number in range(300, 600))
    path = tmp_path / "f.yaml"
    text = f"{HEAD}  a: {{indicator: party/members-admitted, target: 700, actual: 547, reported: [{claims}]}}\n"
    path.write_text(text, encoding="utf-8")
    out = run("check", path).out
    assert len(re.findall(r"error\[[a-z-]+\]: 200 more findings", out)) == 1
    assert "1 file, 300 errors" in out


@pytest.mark.parametrize(
    "data",
    [
        b"\t\n" * (MOST_VALUES // 2),
        b"a: 1\n" * (MOST_VALUES - 1),
        "".join(f"k{number}: 1\n" for number in range(MOST_VALUES // 2 - 10)).encode(),
        f"x: [{'a, ' * MOST_VALUES}]".encode(),
        f"x: {{{'? [a] : b, ' * MOST_VALUES}}}".encode(),
        f"x: {{{'*a : b, ' * MOST_VALUES}}}".encode(),
        b"[a],\n" * MOST_VALUES,
        ("\u2028" * (MOST_VALUES + 1)).encode(),
        f"{HEAD}  a: {{indicator: party/members, target: 5, readings: {{{'x: 1, ' * (MOST_VALUES // 3)}}}}}".encode(),
    ],
    ids=["tabs", "doubled", "unknown", "list", "keys", "aliases", "lines", "separators", "periods"],
)
def test_no_file_makes_findings_without_an_end(data: bytes) -> None:
    """However much is wrong with a file, what is found in it fits a screen, and is found in a few seconds."""
    began = time.process_time()
    found = load_content("f.yaml", data).findings
    assert 0 < len(found) <= 5 * MOST_ALIKE
    assert time.process_time() - began < 10


def test_more_values_than_are_read_are_a_finding() -> None:
    """A file may have as many lines, or values with their keys, as the limit says, and not one more."""
    for within, beyond in (
        (b"#\n" * MOST_VALUES, b"#\n" * (MOST_VALUES + 1)),
        (b"[%s]" % (b"a," * (MOST_VALUES - 1)), b"[%s]" % (b"a," * MOST_VALUES)),
    ):
        codes = [[finding.code for finding in load_content("f", data).findings] for data in (within, beyond)]
        assert "too-many-values" not in codes[0]
        assert codes[1] == ["too-many-values"]


@pytest.mark.parametrize(("asked", "columns"), [("80", 80), ("1000", 1000), ("10000000", 1000), ("9" * 5000, 1000)])
def test_a_width_is_believed_up_to_a_point(asked: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS can say anything; no picture is drawn wider than any terminal is."""
    monkeypatch.setenv("COLUMNS", asked)
    assert _show.width() == columns


@pytest.mark.parametrize("kind", ["total", "level", "annual"])
@pytest.mark.parametrize("step", [1, -1, 7919])
def test_readings_come_in_any_order(kind: str, step: int) -> None:
    """Sixteen thousand readings take no longer from the latest to the first, or in leaps, than as they followed."""
    count, first = 16_000, date(2000, 1, 1)
    days = (first + timedelta(days=number * step % count) for number in range(count))
    lines = "".join(f"      {day}: 1\n" for day in days)
    indicator = f"{{name: X, kind: {kind}, unit: member, better: higher}}"
    head = HEAD.replace("2020-2025", "{from: 2000-01-01, to: 2049-12-31}")
    text = f"{head}  a:\n    indicator: {indicator}\n    target: 700\n    cumulative: no\n    readings:\n{lines}"
    began = time.process_time()
    content = load_content(
        "f.yaml", text.replace("    cumulative: no\n", "" if kind != "total" else "    cumulative: no\n").encode()
    )
    assert time.process_time() - began < 2
    assert [finding.code for finding in content.findings if finding.severity == "error"] == []
