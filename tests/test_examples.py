"""The examples and the catalogue that come with partykpi, as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES, INDICATORS = ROOT / "examples", ROOT / "indicators"

Run = Callable[..., Any]


@pytest.mark.parametrize(
    "path",
    sorted([*EXAMPLES.glob("*.yaml"), *INDICATORS.glob("*.yaml")]),
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_a_shipped_file_is_well(run: Run, path: Path) -> None:
    """It has neither an error nor a warning."""
    ran = run("check", path, "--strict", "--lang", "en")
    assert ran.status == 0
    assert re.fullmatch(r"1 file, 0 errors, 0 warnings, \d notes?\n", ran.out)


def test_all_shipped_files_are_well_together(run: Run) -> None:
    """The two folders pass in one run: 7 examples, 10 fields; three disagreements are acknowledged."""
    ran = run("check", EXAMPLES, INDICATORS, "--lang", "en")
    assert (ran.status, ran.out) == (0, "17 files, 0 errors, 0 warnings, 3 notes\n")


def report(run: Run, name: str) -> dict[str, Any]:
    """Return the report of an example in its JSON form."""
    (tree,) = json.loads(run("report", EXAMPLES / f"{name}.yaml", "--format", "json").out)["reports"]
    assert isinstance(tree, dict)
    return tree


def target(tree: dict[str, Any], id: str) -> dict[str, Any]:
    """Return a target of a report."""
    (found,) = [target for target in tree["targets"] if target["id"] == id]
    assert isinstance(found, dict)
    return found


def test_members_admitted_imply_a_target_of_41(run: Run) -> None:
    """48 is 117% of one whole number: 48/41 = 117.07…%, and neither 48/40 = 120% nor 48/42 = 114.3%."""
    found = target(report(run, "quang-ninh-labour-2020-2025"), "members-admitted")
    assert (found["goal"]["implied"], found["goal"]["low"]) == (True, "41")
    assert found["attainment"]["low"] == "48/41"
    assert found["status"] == "exceeded"
    assert [claim["verdict"] for claim in found["reported"]] == ["implied"]


def test_a_lost_year_of_four(run: Run) -> None:
    """3 of 4 years in first place is 75%, missed for good; 5 of 5 is 100%."""
    tree = report(run, "quang-ninh-home-affairs-2020-2025")
    par = target(tree, "par-index")
    assert (par["attainment"]["percent"], par["status"]) == ("75", "missed")
    assert par["periods"]["met"] == 3
    assert par["periods"]["reported"] == 4
    sipas = target(tree, "sipas")
    assert sipas["attainment"]["percent"] == "100"
    assert [claim["verdict"] for claim in sipas["reported"]] == ["consistent"]
    for id in ("pci", "papi", "qualified-recruits"):
        assert target(tree, id)["status"] == "no-data"


def test_a_plan_of_15_is_found_behind_186_6_percent(run: Run) -> None:
    """28/15 = 186.666…%, cut off at one decimal and worded as "exceeds"; no plan is exceeded by 186.6%."""
    tree = report(run, "labour-department-2015-2020")
    found = target(tree, "members-admitted")
    assert (found["goal"]["implied"], found["goal"]["low"]) == (True, "15")
    assert found["attainment"]["low"] == "28/15"
    assert found["attainment"]["percent"] == "186.67"
    (claim,) = found["reported"]
    assert claim["verdict"] == "misworded"
    poverty = target(tree, "poverty-reduction")
    assert poverty["achieved"]["low"] == "3/2"
    assert poverty["achieved"]["high"] == "2"
    assert poverty["status"] == "no-data"


def test_the_rest_is_not_80_percent(run: Run) -> None:
    """547/700 = 78.142857…%: consistent with 78.14%, and at odds with a rest of 80% or more."""
    tree = report(run, "agencies-enterprises-bloc-2020-2025")
    found = target(tree, "members-admitted")
    assert (found["attainment"]["percent"], found["attainment"]["low"]) == ("78.14", "547/700")
    assert (found["status"], found["due"]["low"], found["pace"]["high"]) == ("on-track", "350", "547/350")
    assert [claim["verdict"] for claim in found["reported"]] == ["consistent"]
    summary = tree["summary"]["reported"]
    assert [claim["verdict"] for claim in summary] == ["unverifiable", "inconsistent"]
    assert "78.14%" in summary[1]["detail"]


def without_acknowledgement(text: str) -> str:
    """Return a file without the reasons for which a known disagreement is kept."""
    kept: list[str] = []
    deeper: int | None = None
    for line in text.splitlines(keepends=True):
        depth = len(line) - len(line.lstrip())
        if deeper is not None and depth > deeper:
            continue
        deeper = depth if line.strip() in ("acknowledged:", "đã ghi nhận:") else None
        if deeper is None:
            kept.append(line)
    return "".join(kept)


@pytest.mark.parametrize(
    ("name", "status", "code", "line", "words"),
    [
        ("quang-ninh-home-affairs-2020-2025", 1, "claim-inconsistent", "status: nearly", ""),
        ("agencies-enterprises-bloc-2020-2025", 1, "claim-inconsistent", '- rest: ">= 80%"', "78.14%"),
        ("labour-department-2015-2020", 0, "claim-misworded", "số liệu: vượt 186,6%", "186.7%"),
    ],
)
def test_a_disagreement_shows_without_its_acknowledgement(
    tmp_path: Path, run: Run, name: str, status: int, code: str, line: str, words: str
) -> None:
    """The known disagreements are found by the arithmetic, at the published words; a warning fails if `--strict`."""
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "example.yaml"
    changed.write_text(without_acknowledgement(text), encoding="utf-8")
    assert "acknowledged" not in changed.read_text(encoding="utf-8")
    ran = run("check", changed, "--format", "json", "--lang", "en")
    assert ran.status == status
    (finding,) = json.loads(ran.out)["findings"]
    assert (finding["code"], finding["severity"]) == (code, "error" if status else "warning")
    lines = changed.read_text(encoding="utf-8").splitlines()
    assert lines[finding["line"] - 1].strip() == line
    assert words in finding["message"]
    assert run("check", changed, "--strict").status == 1


def test_the_illustrative_example_says_what_it_is() -> None:
    """It is labelled as made up, in its name and in its first line."""
    text = (EXAMPLES / "illustrative-2020-2025.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ILLUSTRATIVE.")
    assert "every figure is made up" in text


def test_the_illustrative_example_spans_the_kinds(run: Run) -> None:
    """15 to 20 targets over all five kinds, with claims that all agree."""
    tree = report(run, "illustrative-2020-2025")
    assert 15 <= len(tree["targets"]) <= 20
    assert {target["kind"] for target in tree["targets"]} == {"total", "level", "rate", "rank", "milestone"}
    verdicts = {claim["verdict"] for target in tree["targets"] for claim in target["reported"]}
    assert verdicts <= {"consistent", "implied"}
