"""`partykpi check`: everything that is wrong with resolutions and catalogue files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema

from partykpi.findings import DEFINITIONS
from partykpi.text import LANGUAGES

HERE = Path(__file__).parent.parent
ERRORS, DATA = HERE / "errors", HERE / "data"

Run = Callable[..., Any]

GOOD = """\
resolution: R
committee: C
term: 2020-2025
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    actual: 547 members
"""
BAD = GOOD.replace("547 members", "82.913 members")  # line 8, column 13
WARNED = GOOD.replace("700 members", '"<= 700 members"')  # line 7, column 13
NOTED = GOOD + "    reported: {figure: 80%, acknowledged: known}\n"
FIELD = """\
field: Housing
indicators:
  sound-houses:
    {name: n, definition: d, kind: level, unit: "%", better: higher, rollup: share}
"""


def write(folder: Path, **files: str) -> Path:
    """Write files of those names (two underscores for a slash) into a folder and return it."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def places(out: str) -> list[tuple[str, int, int, str]]:
    """Return the findings of the text form: file name, line, column, code."""
    pattern = re.compile(r"^(.+):(\d+):(\d+): (?:error|warning)\[([a-z-]+)\]", re.MULTILINE)
    return [(Path(m[1]).name, int(m[2]), int(m[3]), m[4]) for m in pattern.finditer(out)]


@pytest.mark.parametrize(
    ("text", "options", "status", "last"),
    [
        (GOOD, (), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        (FIELD, (), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        (BAD, (), 1, "1 file, 1 error, 0 warnings, 0 notes\n"),
        (WARNED, (), 0, "1 file, 0 errors, 1 warning, 0 notes\n"),
        (WARNED, ("--strict",), 1, "1 file, 0 errors, 1 warning, 0 notes\n"),
        (NOTED, (), 0, "1 file, 0 errors, 0 warnings, 1 note\n"),
        (NOTED, ("--strict",), 0, "1 file, 0 errors, 0 warnings, 1 note\n"),
        (GOOD, ("--strict",), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        (BAD, ("--ignore", "fractional-count"), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        (BAD, ("--select", "fractional-count"), 1, "1 file, 1 error, 0 warnings, 0 notes\n"),
        (BAD, ("--select", "alias", "--select", "tag"), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        (
            BAD,
            ("--select", "fractional-count", "--ignore", "fractional-count"),
            0,
            "1 file, 0 errors, 0 warnings, 0 notes\n",
        ),
        (WARNED, ("--strict", "--ignore", "goal-direction"), 0, "1 file, 0 errors, 0 warnings, 0 notes\n"),
        ("", (), 1, "1 file, 1 error, 0 warnings, 0 notes\n"),
    ],
)
def test_the_exit_status_tells_whether_all_is_well(
    tmp_path: Path, run: Run, text: str, options: tuple[str, ...], status: int, last: str
) -> None:
    """0 where nothing fails, 1 where something does; the last line counts what is left after the choice of codes."""
    write(tmp_path, a=text)
    ran = run("check", tmp_path / "a.yaml", "--lang", "en", *options)
    assert ran.status == status
    assert ran.out.endswith(last)
    assert ran.err == ""
    if last.count(" 0 ") == 3 or "1 note" in last:
        assert ran.out == last  # silent but for the count


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "no-such-file.yaml"),
        ("check", "a.yaml", "no-such-file.yaml"),
        ("check", "bad.yaml", "no-such-file.yaml"),
        ("check", "no-such-file.yaml", "--select", "alias"),
        ("check", "a.yaml", "--select", "no-such-code"),
        ("check", "a.yaml", "--ignore", "fractional-counts"),
        ("check", "a.yaml", "--format", "yaml"),
        ("check", "a.yaml", "--no-such-option"),
        ("check", "a.yaml", "--lang", "fr"),
        ("check", "a.yaml", "--catalogue", "no-such-folder"),
        ("check", "a.yaml", "--catalogue", "a.yaml"),
    ],
)
def test_wrong_usage_and_unreadable_files_end_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, arguments: tuple[str, ...]
) -> None:
    """What cannot be done as asked ends with 2, whatever else is found."""
    monkeypatch.chdir(write(tmp_path, a=GOOD, bad=BAD))
    assert run(*arguments).status == 2


def test_a_code_with_a_slip_is_answered_with_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """An unknown code is wrong usage, and the nearest is named."""
    monkeypatch.chdir(write(tmp_path, a=GOOD))
    assert "`fractional-count`" in run("check", "a.yaml", "--select", "fractional-counts").err


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """The findings of all files are shown, in one run."""
    monkeypatch.chdir(write(tmp_path, a=BAD, c=BAD))
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00")
    ran = run("check", "a.yaml", "b.yaml", "bb.yaml", "c.yaml", "--lang", "en")
    assert places(ran.out) == [
        ("a.yaml", 8, 13, "fractional-count"),
        ("b.yaml", 1, 1, "encoding"),
        ("bb.yaml", 1, 1, "unreadable-file"),
        ("c.yaml", 8, 13, "fractional-count"),
    ]
    assert ran.out.endswith("4 files, 4 errors, 0 warnings, 0 notes\n")
    assert ran.status == 2


def test_folders_are_searched(tmp_path: Path, run: Run) -> None:
    """Of a folder every YAML file is checked, in it and below it, but for hidden folders; each file once."""
    write(tmp_path, a=BAD, b__c=BAD, b__d__e=BAD, **{".hidden__f": BAD, "b__.git__g": BAD})
    (tmp_path / "h.yml").write_text(BAD)
    (tmp_path / "i.txt").write_text(BAD)
    (tmp_path / "j.yaml.bak").write_text(BAD)
    (tmp_path / "empty").mkdir()
    ran = run("check", tmp_path, tmp_path / "a.yaml", "--lang", "en")
    assert sorted(name for name, *_ in places(ran.out)) == ["a.yaml", "c.yaml", "e.yaml", "h.yml"]
    assert ran.out.endswith("4 files, 4 errors, 0 warnings, 0 notes\n")


def test_a_file_that_is_named_is_checked_whatever_its_name(tmp_path: Path, run: Run) -> None:
    """The ending matters in folders only."""
    (tmp_path / "i.txt").write_text(BAD)
    assert run("check", tmp_path / "i.txt", "--lang", "en").status == 1


@pytest.mark.parametrize("beside", [False, True])
def test_a_folder_with_nothing_to_check_is_told(tmp_path: Path, run: Run, beside: bool) -> None:
    """Of a folder without files nothing is known, whatever else is checked and whatever codes are asked for."""
    write(tmp_path, full__a=GOOD, **{"bare__.hidden__b": BAD})
    (tmp_path / "bare" / "c.txt").write_text(BAD)
    folders = [tmp_path / "bare", *([tmp_path / "full"] if beside else [])]
    ran = run("check", *folders, "--lang", "en", "--select", "alias")
    assert ran.status == 2
    assert (
        f"{folders[0]}:1:1: error[unchecked-folder]: the folder is not checked: there is no YAML file in it\n"
        in ran.out
    )
    assert ran.out.endswith(f"{int(beside)} file{'' if beside else 's'}, 1 error, 0 warnings, 0 notes\n")
    assert "thư mục chưa được kiểm tra: không có tệp" in run("check", *folders, "--lang", "vi").out


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder below that may not be read is a finding, and all the others are checked."""
    write(tmp_path, a=BAD, locked__b=BAD, z__c=BAD)
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if folder.endswith("locked"):
            raise PermissionError(13, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    for options in ((), ("--ignore", "unchecked-folder")):
        ran = run("check", tmp_path, "--lang", "en", *options)
        assert ran.status == 2
        assert [(name, code) for name, _, _, code in places(ran.out)] == [
            ("a.yaml", "fractional-count"),
            ("locked", "unchecked-folder"),
            ("c.yaml", "fractional-count"),
        ]
        assert "the folder is not checked: reading it is not permitted\n" in ran.out


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with 3,000 folders, each in the one before, and a file in the 1,500th and in the last."""
    monkeypatch.chdir(tmp_path)
    try:
        for depth in range(3001):
            if depth in (1500, 3000):
                Path("deep.yaml").write_text(BAD)
            os.mkdir("d")
            os.chdir("d")
        monkeypatch.chdir(tmp_path)
        yield tmp_path
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # pytest itself does not go so deep


def test_folders_of_any_depth(deep: Path, run: Run) -> None:
    """A file 1,500 folders down is checked, and where the system can name no more the folder is told."""
    ran = run("check", ".", "--lang", "en")
    assert ran.status == 2
    assert [(name, code) for name, _, _, code in places(ran.out)] == [
        ("d", "unchecked-folder"),
        ("deep.yaml", "fractional-count"),
    ]
    assert ran.out.endswith("1 file, 2 errors, 0 warnings, 0 notes\n")


def test_findings_are_sorted_by_file_and_place(tmp_path: Path, run: Run) -> None:
    """However the files are named, the findings come by file, line and column."""
    two = BAD.replace("700 members", '"<= 700 members"') + "    reported: great\n"
    write(tmp_path, b=two, a__z=BAD, a__a=two, c=BAD)
    ran = run("check", tmp_path / "c.yaml", tmp_path, "--format", "json")
    places = [(found["file"], found["line"], found["column"]) for found in json.loads(ran.out)["findings"]]
    assert len(places) == 8
    assert places == sorted(places)


def test_standard_input_can_be_checked(run: Run) -> None:
    """A dash is the standard input."""
    ran = run("check", "-", "--lang", "en", stdin=BAD.encode())
    assert ran.status == 1
    assert ran.out.startswith("<stdin>:8:13: error[fractional-count]: 82.913 members is not a whole number\n")


def test_a_catalogue_can_be_given(tmp_path: Path, run: Run) -> None:
    """Resolutions are held against the indicators of the folder that `--catalogue` names."""
    write(tmp_path, catalogue__housing=FIELD, a=GOOD.replace("party/members-admitted", "housing/sound-houses"))
    (tmp_path / "a.yaml").write_text(
        (tmp_path / "a.yaml").read_text().replace(" members\n", " %\n").replace("700", "70").replace("547", "54")
    )
    folder = tmp_path / "catalogue"
    assert run("check", tmp_path / "a.yaml").status == 1
    ran = run("check", tmp_path / "a.yaml", folder, "--catalogue", folder, "--lang", "en")
    assert (ran.status, ran.out) == (0, "2 files, 0 errors, 0 warnings, 0 notes\n")


def test_many_files_are_checked_alike(tmp_path: Path, run: Run) -> None:
    """What more than 200 files earn in several processes is what each earns by itself, in the order of their names."""
    sources = sorted(ERRORS.glob("*.yaml"))
    expected = []
    for number in range(230):
        path = tmp_path / f"{number:03}.yaml"
        shutil.copy(sources[number % len(sources)], path)
        if number % 50 == 7:
            path.write_bytes(b"\xff")
        expected += json.loads(run("check", path, "--format", "json", "--lang", "vi").out)["findings"]
    ran = run("check", tmp_path, "--format", "json", "--lang", "vi")
    tree = json.loads(ran.out)
    assert ran.status == 1
    assert tree["files"] == 230
    assert tree["findings"] == expected
    assert ran.err == ""


def test_a_file_full_of_mistakes_is_told_in_time(tmp_path: Path, run: Run) -> None:
    """20 000 findings in one file are shown in seconds, not in hours."""
    (tmp_path / "a.yaml").write_text(GOOD + "".join(f"    key-{number}: x\n" for number in range(20_000)))
    start = time.perf_counter()
    ran = run("check", tmp_path / "a.yaml", "--lang", "en")
    assert ran.out.endswith("1 file, 20,000 errors, 0 warnings, 0 notes\n")
    assert time.perf_counter() - start < 20


# The formats

WRONG = {"odd, na:me %41 đ": BAD, "b": WARNED, "c": GOOD, "d": NOTED}
CODES = ["claim-inconsistent", "fractional-count", "goal-direction"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of a few files, some with mistakes, as the working folder."""
    monkeypatch.chdir(write(tmp_path, **WRONG))
    return tmp_path


@pytest.mark.parametrize("name", ["text", "json", "github", "junit", "sarif"])
def test_the_format_does_not_change_the_status(folder: Path, run: Run, name: str) -> None:
    """Only the form of the output is another."""
    assert run("check", ".", "--format", name).status == 1
    assert run("check", "c.yaml", "--format", name).status == 0
    assert run("check", "b.yaml", "--format", name).status == 0
    assert run("check", "b.yaml", "--format", name, "--strict").status == 1
    assert run("check", "e.yaml", "--format", name).status == 2


def test_json_holds_all_findings(folder: Path, run: Run) -> None:
    """The JSON form has notes as well, with severity, place and words."""
    tree = json.loads(run("check", ".", "--format", "json", "--lang", "en").out)
    assert tree["format"] == "partykpi-check/1"
    assert tree["files"] == 4
    assert tree["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert sorted((f["code"], f["severity"], f["line"], f["column"], f["end_column"]) for f in tree["findings"]) == [
        ("claim-inconsistent", "note", 9, 24, 27),
        ("fractional-count", "error", 8, 13, 27),
        ("goal-direction", "warning", 7, 13, 29),
    ]


def test_github_commands_name_the_place(folder: Path, run: Run) -> None:
    """A workflow shows each finding beside its line; what would end a property is escaped."""
    lines = run("check", ".", "--format", "github", "--lang", "en").out.splitlines()
    commands = {line.partition(",")[0].partition(" file=")[0]: line for line in lines if line.startswith("::")}
    assert set(commands) == {"::error", "::warning", "::notice"}
    assert "odd%2C na%3Ame %2541 đ.yaml,line=8,col=13,endColumn=26,title=fractional-count::" in commands["::error"]


def _sarif() -> Any:
    return json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [ERRORS, ERRORS / "tab.yaml", "c.yaml", "."])
def test_sarif_is_valid(folder: Path, run: Run, path: Path | str, language: str) -> None:
    """The SARIF form follows the published schema, with every finding there is and with none."""
    log = json.loads(run("check", path, "--format", "sarif", "--lang", language).out)
    jsonschema.Draft4Validator(_sarif()).validate(log)


def test_sarif_holds_all_findings(folder: Path, run: Run) -> None:
    """Each finding is a result with its rule, its level, its address and its region."""
    (tree,) = json.loads(run("check", ".", "--format", "sarif", "--lang", "en").out)["runs"]
    assert [rule["id"] for rule in tree["tool"]["driver"]["rules"]] == CODES
    results = {result["ruleId"]: result for result in tree["results"]}
    assert {code: result["level"] for code, result in results.items()} == dict(
        zip(CODES, ("note", "error", "warning"), strict=True)
    )
    where = results["fractional-count"]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "odd%2C%20na%3Ame%20%2541%20%C4%91.yaml"
    assert where["region"] == {"startLine": 8, "startColumn": 13, "endColumn": 27}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [ERRORS, "c.yaml", "."])
def test_junit_is_valid(folder: Path, run: Run, path: Path | str, language: str) -> None:
    """The JUnit form follows the published schema, with every finding there is and with none."""
    schema = xmlschema.XMLSchema10(str(DATA / "junit-10.xsd"))
    schema.validate(run("check", path, "--format", "junit", "--lang", language).out)


def test_junit_fails_the_files_with_errors(folder: Path, run: Run) -> None:
    """A file is a test case; one with an error fails, and warnings and notes are listed beside it."""
    text = run("check", ".", "--format", "junit", "--lang", "en").out
    cases = dict(
        re.findall(
            r'<testcase classname="partykpi" name="(?:\./)?([^"]*)"(.*?)(?=<testcase|</testsuite>)', text, re.DOTALL
        )
    )
    assert set(cases) == {"odd, na:me %41 đ.yaml", "b.yaml", "c.yaml", "d.yaml"}
    assert [name for name, body in cases.items() if "<failure" in body] == ["odd, na:me %41 đ.yaml"]
    assert "fractional-count" in cases["odd, na:me %41 đ.yaml"]
    assert "goal-direction" in cases["b.yaml"]


def test_every_reproducer_is_told_in_every_format(run: Run) -> None:
    """Each code that a file can earn by itself comes out of a check of the reproducers, in each format."""
    codes = {path.stem for path in ERRORS.glob("*.yaml")} - {path.stem for path in ERRORS.glob("*.csv")}
    assert codes < set(DEFINITIONS)
    for name in ("text", "json", "github", "junit", "sarif"):
        out = run("check", ERRORS, "--format", name, "--lang", "en").out
        assert [code for code in codes if code not in out] == []
