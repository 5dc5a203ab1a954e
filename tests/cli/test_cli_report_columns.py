"""`partykpi report` with chosen columns, sorted and grouped; and how reports and explanations look."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from partykpi.cli import explain, report
from partykpi.render.report import columns
from partykpi.render.text.wrap import width
from partykpi.text import LANGUAGES

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "illustrative-2020-2025.yaml")
SNAPSHOTS = ROOT / "tests" / "snapshots"

# One target of each kind, and one of each that has something of its own to say.
EXPLAINED = (
    "members",
    "poverty-rate",
    "merit-households",
    "makeshift-houses",
    "jobs-created",
    "gratitude-fund",
    "poverty-reduction",
    "dti-rank",
    "care-centre-project",
)

CHANGED = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: 2022-12-31
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    amended:
      - {on: 2022-06-01, target: 750 members, reason: more cells}
      - {on: 2024-01-15, target: 800 members}
    readings:
      2021: [{figure: 150, known: 2022-01-10}, {figure: 160, known: 2022-03-01}]
      2022: 240
      2023: 90
  jobs-created:
    indicator: labour/jobs-created
    target: {2021: 15_000 jobs, 2022: 16_000 jobs, 2023: 17_000 jobs}
    readings: {2021: 15_500, 2022: 15_900}
  health-insurance:
    indicator: social/health-insurance
    target: 96 %
    every: year
    readings: {2022: 95.3}
"""


def run(*arguments: str, width: int | None = None, content: str | None = None) -> Result:
    """Return what the report does with the arguments, on a terminal of so many columns or into a pipe."""
    runner = CliRunner(env={"COLUMNS": "" if width is None else str(width), "LC_ALL": "C.UTF-8"})
    return runner.invoke(report.command, arguments, input=content, standalone_mode=False)


def plain(*arguments: str, content: str | None = None) -> list[str]:
    """Return the rows of the plain table, without what is above and below."""
    text = run("-" if content else EXAMPLE, "--format", "plain", *arguments, content=content).stdout
    table = text[re.search(r"^(-+ *)+$", text, re.MULTILINE).end() + 1 :]  # type: ignore[union-attr]
    return table[: table.index("\n\nNotes")].splitlines() if "\n\nNotes" in table else table.splitlines()


def test_columns_are_chosen_and_ordered() -> None:
    """`--columns` shows what it names, in its order."""
    rows = plain("--columns", "status,number,pace,needed")
    assert rows[0].split() == ["behind", "1", "92.59%", "10"]  # 25 of 27 gained; 5 in half a year
    assert len(rows[0].split()) == 4


def test_columns_are_added_to_the_usual_ones() -> None:
    """`+NAME` keeps the usual columns, or those of `--wide`, and adds more."""
    usual, added = plain(), plain("--columns", "+due, +pace")
    assert usual[0].split() == added[0].split()[:-2]
    assert added[0].split()[-2:] == ["257", "92.59%"]  # 230 + 30 × 9/10
    assert plain("--wide", "--columns", "+kind")[1].endswith("Organisation board   total over the period")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--columns", "due,pase"], "--columns: no column `pase`: did you mean `pace`?"),
        (["--columns", "+forcast"], "--columns: no column `forcast`: did you mean `forecast`?"),
        (["--columns", ""], "--columns: no column ``: known here: `number`, `target`"),
        (["--sort", "-atainment"], "--sort: no column `atainment`: did you mean `attainment`?"),
        (["--sort", "years"], "--sort: no column `years`"),
        (["--wide", "--columns", "due"], "write --columns +NAME"),
        (["--group-by", "committee"], "'committee' is not one of 'field', 'owner', 'status'"),
    ],
)
def test_wrong_names_are_wrong_usage(arguments: list[str], message: str) -> None:
    """What no column is called is wrong usage, and the nearest is named."""
    result = run(EXAMPLE, *arguments)
    assert isinstance(result.exception, click.UsageError)
    assert message in result.exception.format_message()
    assert result.exception.exit_code == 2
    assert result.stdout == ""


def test_the_help_names_all_columns() -> None:
    """The names in the help are those that there are."""
    shown = " ".join(run("--help").stdout.split())
    assert f"the usual ones: {', '.join(columns.names())}." in shown


def _numbers(rows: list[str]) -> list[int]:
    return [int(row.split()[0]) for row in rows if row.strip()[:1].isdigit()]


def test_rows_are_sorted() -> None:
    """`--sort` sorts by the exact value of a column, the greatest first after a `-`, several by commas."""
    assert _numbers(plain("--sort", "-number")) == list(range(20, 0, -1))
    by_share = _numbers(plain("--sort", "-attainment"))
    assert by_share[0] == 5
    assert by_share[-1] == 13
    assert _numbers(plain("--sort", "status,-attainment"))[:3] == [5, 8, 2]


def test_sorting_and_grouping_go_into_the_json() -> None:
    """The order of the targets and the groups are in the JSON; its keys do not depend on the columns."""

    def tree(*arguments: str) -> Any:
        return json.loads(run(EXAMPLE, "--format", "json", *arguments).stdout)["reports"][0]

    grouped = tree("--group-by", "field", "--sort", "target")
    assert [group["name"]["vi"] for group in grouped["groups"]][-1] == "Chưa phân lĩnh vực"
    assert sum(len(group["targets"]) for group in grouped["groups"]) == 20
    assert [target["id"] for target in grouped["targets"]] == [
        id for group in grouped["groups"] for id in group["targets"]
    ]
    assert tree("--columns", "due") == tree()


def test_groups_have_the_names_of_their_fields() -> None:
    """Fields are named as the catalogue names them, in the language."""
    text = run(EXAMPLE, "--group-by", "field", "--lang", "vi", width=120).stdout
    titles = re.findall(r"^(?!Trong đó)(\w[^\d\n]*): (\d+) chỉ tiêu", text, re.MULTILINE)
    assert titles == [
        ("Xây dựng Đảng", "6"),
        ("Lao động và việc làm", "2"),
        ("Văn hóa - xã hội", "6"),
        ("Quản trị và cải cách hành chính", "2"),
        ("Chương trình công tác", "3"),
        ("Chưa phân lĩnh vực", "1"),
    ]


def test_goals_by_year_amendments_and_corrections_are_shown() -> None:
    """A goal by year is written as its sum; an amended one as it is in force; what is corrected counts once."""
    rows = plain("--columns", "target,goal,years,achieved", content=CHANGED)
    assert "≥ 750 " in rows[0]
    assert rows[0].split()[-1] == "400"
    assert "≥ 48,000 (by year)" in rows[1]
    assert "≥ 96% every year" in rows[2]
    assert "≥ 700" in plain("--as-of", "2022-05-31", "--columns", "goal", content=CHANGED)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_tells_what_changed(language: str, snapshot: Callable[[Path, str], None]) -> None:
    """Amendments, corrections, readings after the as-of date and goals by year are shown where they count."""
    runner = CliRunner(env={"LC_ALL": "C.UTF-8"})
    explained = [
        runner.invoke(explain.command, ["-", target, "--lang", language], input=CHANGED, standalone_mode=False).stdout
        for target in ("members-admitted", "jobs-created", "health-insurance")
    ]
    snapshot(SNAPSHOTS / f"explain-changed.{language}.txt", "\n\n".join(explained))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [80, 120])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("report", []),
        ("report-wide", ["--wide"]),
        ("report-groups", ["--group-by", "owner", "--sort", "-attainment", "--columns", "+pace,+reach"]),
    ],
)
def test_as_it_looks(
    name: str, arguments: list[str], size: int, language: str, snapshot: Callable[[Path, str], None]
) -> None:
    """The tables as they were read and found good; no line is wider than the terminal."""
    text = run(EXAMPLE, "--lang", language, *arguments, width=size).stdout
    assert max(map(width, text.splitlines())) <= size
    snapshot(SNAPSHOTS / f"{name}.{language}.{size}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [80, 120])
@pytest.mark.parametrize("target", EXPLAINED)
def test_explanations_as_they_look(
    target: str, size: int, language: str, snapshot: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The explanations as they were read and found good: 80 columns, however wide the terminal is."""
    monkeypatch.chdir(ROOT)
    runner = CliRunner(env={"COLUMNS": str(size), "LC_ALL": "C.UTF-8"})
    example = str(Path(EXAMPLE).relative_to(ROOT))
    text = runner.invoke(explain.command, [example, target, "--lang", language], standalone_mode=False).stdout
    assert max(map(width, text.splitlines())) <= 80
    snapshot(SNAPSHOTS / f"explain-{target}.{language}.txt", text)


OWN_FIELDS = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
ngôn ngữ: vi
cách viết số: vi
chỉ tiêu:
  đèn: {chỉ số: {tên: Đèn, loại: mức, đơn vị tính: km, chiều tốt: cao, lĩnh vực: Hạ tầng}, chỉ tiêu: 12}
  không: {chỉ số: {tên: Không, loại: mức, đơn vị tính: km, chiều tốt: cao}, chỉ tiêu: 12}
  xã: {chỉ số: {tên: Xã, loại: mức, đơn vị tính: xã, chiều tốt: cao, lĩnh vực: kinh  tế}, chỉ tiêu: 12}
  đường: {chỉ số: {tên: Đường, loại: mức, đơn vị tính: km, chiều tốt: cao, lĩnh vực: HẠ TẦNG}, chỉ tiêu: 12}
  việc: {chỉ số: {tên: Việc, loại: mức, đơn vị tính: xã, chiều tốt: cao, lĩnh vực: labour}, chỉ tiêu: 12}
  thu: {chỉ số: economy/budget-revenue, chỉ tiêu: 12 tỷ đồng}
"""


@pytest.mark.parametrize(
    ("lang", "fields"),
    [
        ("vi", ["Hạ tầng", "Kinh tế", "Lao động và việc làm", "Chưa phân lĩnh vực"]),
        ("en", ["Hạ tầng", "Economy", "Labour and employment", "No field named"]),
    ],
)
def test_indicators_of_a_file_have_fields_of_their_own(lang: str, fields: list[str]) -> None:
    """Groups stand as fields occur in the file; one named as in the catalogue, or by its id, is the same field."""
    tree = json.loads(run("-", "--format", "json", "--group-by", "field", content=OWN_FIELDS).stdout)["reports"][0]
    assert [group["name"][lang] for group in tree["groups"]] == fields
    assert [group["targets"] for group in tree["groups"]] == [["đèn", "đường"], ["xã", "thu"], ["việc"], ["không"]]
    shown = run("-", "--group-by", "field", "--lang", lang, width=120, content=OWN_FIELDS).stdout
    assert [shown.index(field) for field in fields] == sorted(shown.index(field) for field in fields)
