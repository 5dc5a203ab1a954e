"""What a report says of published figures: their signs, the legend below the table, the sentences and the JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partykpi.render import report as formats
from partykpi.text import Language

Run = Callable[..., Any]

FILE = """\
resolution: R
committee: C
term: 2020-2025
as_of: end
targets:
  jobs:
    indicator: {name: Jobs, kind: total, unit: job, better: higher}
    target: 300_000 jobs
    actual: 289 thousand jobs
    reported: 96.4%
  done-well:
    indicator: {name: Done well, kind: level, unit: "%", better: higher}
    target: 100 %
    actual: 1993/2000 people
    reported: [100%, missed]
  admitted:
    indicator: {name: Admitted, kind: total, unit: member, better: higher}
    target: 541 members
    readings: {2021: 300, 2022: 247}
    reported: [vượt 6 đảng viên, two years early, vượt 7 đảng viên]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file."""
    path = tmp_path / "r.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "96.4% ~",
                "100% !; missed ✓",
                "vượt 6 đảng viên ✓; two years early ✓; vượt 7 đảng viên ✗",
                "✓ consistent; ~ possible, by rounding; ✗ inconsistent; ! 100%, but the goal is not met.",
                "~ 1. 96.4% – possible, by rounding. 289,000/300,000 is 96.3%; by the rounding of the readings it can "
                "be 96.17% to 96.50%.",
                "! 2. 100% – 100%, but the goal is not met. 99.65/100 is 99.7%.",
                "✗ 3. vượt 7 đảng viên – inconsistent. 547 is 6 members more than 541; published is “vượt 7 đảng "
                "viên”, a difference of 1 member.",
            ],
        ),
        (
            "vi",
            [
                "✓ khớp; ~ có thể khớp do làm tròn; ✗ không khớp; ! công bố 100% nhưng chưa đạt chỉ tiêu.",
                "~ 1. 96.4% – có thể khớp do làm tròn. 289.000/300.000 bằng 96,3%; do số liệu đã làm tròn nên có thể "
                "là 96,17% đến 96,50%.",
                "! 2. 100% – công bố 100% nhưng chưa đạt chỉ tiêu. 99,65/100 bằng 99,7%.",
            ],
        ),
    ],
)
def test_the_report_explains_every_sign(run: Run, path: Path, language: Language, said: list[str]) -> None:
    """Signs stand behind the claims, the legend says what they mean, and sentences say why."""
    out = " ".join(run("report", path, "--format", "plain", "--lang", language).out.split())
    for words in said:
        assert words in out


def test_the_json_names_what_is_found(run: Run, path: Path) -> None:
    """Each claim has its sense, its verdict and the code of what `check` finds at it."""
    (report,) = json.loads(run("report", path, "--format", "json").out)["reports"]
    claims = [claim for target in report["targets"] for claim in target["reported"]]
    assert [(claim["sense"], claim["verdict"], claim["finding"]) for claim in claims] == [
        ("reaches", "possible", None),
        ("reaches", "consistent", "hundred-unmet"),
        ("reaches", "consistent", None),
        ("difference", "consistent", None),
        ("early", "consistent", None),
        ("difference", "inconsistent", "claim-inconsistent"),
    ]
    # 300 + 247 by the end of 2022 are 30 months, two and a half years, before 30 June 2025
    assert [claim["computed"] for claim in claims] == ["96.3", "99.7", None, "6", "3", "6"]


@pytest.mark.parametrize("ending", formats.endings())
def test_every_format_can_show_them(run: Run, path: Path, tmp_path: Path, ending: str) -> None:
    """No format stumbles over a verdict or a sense."""
    ran = run("report", path, "-o", tmp_path / f"x.{ending}")
    assert ran.err.endswith(f"x.{ending} is written\n")
    assert (tmp_path / f"x.{ending}").stat().st_size > 0


def test_what_is_hardly_anything_is_not_nothing(run: Run, tmp_path: Path) -> None:
    """One of 750 million is under 0.01% in every text, and not zero in the JSON either."""
    path = tmp_path / "r.yaml"
    head = FILE[: FILE.index("targets:")]
    path.write_text(
        head + "targets: {t: {indicator: {name: N, kind: total, unit: VND, better: higher}, "
        "target: 750 million VND, actual: 1 VND}}\n",
        encoding="utf-8",
    )
    assert "under 0.01%" in run("report", path, "--format", "plain", "--lang", "en").out
    assert "dưới 0,01%" in run("report", path, "--format", "plain", "--lang", "vi").out
    (report,) = json.loads(run("report", path, "--format", "json").out)["reports"]
    # 1/750 000 000 is 0.000000133…%
    assert report["targets"][0]["attainment"]["percent"] == "0.0000001"


def test_check_counts_warnings(run: Run, path: Path) -> None:
    """What is possible is neither an error nor a warning; a 100% of an unmet goal is a warning."""
    ran = run("check", path)
    assert "1 file, 1 error, 1 warning, 0 notes" in ran.out + ran.err
