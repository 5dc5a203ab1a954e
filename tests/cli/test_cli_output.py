"""`partykpi report --output`: the format of a file, and that it is written whole, where it may be, or not at all."""

from __future__ import annotations

import errno
import io
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partykpi.cli import _show, _write
from partykpi.render import report as formats
from partykpi.text import LANGUAGES

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PROGRAM = [sys.executable, "-m", "partykpi"]

Run = Callable[..., Any]

FILE = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: mid-term
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 700 members
    actual: 547 members
"""
BROKEN = FILE.replace("547", "54.7")
WRONG = FILE + "    reported: 80%\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the program runs in: it holds one file that is right and one that cannot be reported."""
    (tmp_path / "r.yaml").write_text(FILE)
    (tmp_path / "broken.yaml").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(folder: Path) -> set[str]:
    """Return the names of what is in the folder beside the files that were there."""
    return {path.name for path in folder.iterdir()} - {"r.yaml", "broken.yaml"}


# Which format


@pytest.mark.parametrize("ending", formats.endings())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_written_in_every_format(run: Run, folder: Path, language: str, ending: str) -> None:
    """Each ending makes a file of its format, and the one sentence about it goes to the standard error."""
    out = folder / f"báo cáo.{ending}"
    ran = run("report", "r.yaml", "--lang", language, "--output", out)
    written = f"{out} is written\n" if language == "en" else f"Đã ghi {out}\n"
    assert (ran.status, ran.out, ran.err) == (0, "", written)
    assert out.read_bytes().startswith(b"PK") == formats.find(formats.of_file(out.name) or "").binary
    assert made(folder) == {out.name}


@pytest.mark.parametrize(
    ("output", "alike"),
    [
        ("x.CSV", "csv"),
        ("x.Md", "md"),
        ("x.yaml.JSON", "json"),
        ("x.txt", "plain"),
        ("x.TXT", "plain"),
        (".csv", "csv"),
    ],
)
def test_the_ending_tells_the_format(run: Run, folder: Path, output: str, alike: str) -> None:
    """An ending in upper case means the same, `.txt` means plain text; a file holds what the standard output gets."""
    assert run("report", "r.yaml", "-o", output).status == 0
    shown = run("report", "r.yaml", "--format", alike).out
    assert (folder / output).read_bytes().decode() == shown


@pytest.mark.parametrize(
    ("output", "name"),
    [("x", "csv"), ("x.txt", "table"), ("x.txt", "json"), ("x.txt", "plain"), ("x.2024", "md"), ("x.csv", "csv")],
)
def test_the_format_can_be_told_apart_from_the_ending(run: Run, folder: Path, output: str, name: str) -> None:
    """`--format` names the format of a file whose ending names none, and of any text in a `.txt`."""
    assert run("report", "r.yaml", "-o", output, "--format", name).status == 0
    assert (folder / output).read_bytes().decode() == run("report", "r.yaml", "--format", name).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "x"], "--output x: the ending does not tell the format"),
        (["-o", "x.doc"], "end it in one of csv, "),
        (["-o", "x.plain"], "the ending does not tell the format"),
        (["-o", ""], "the ending does not tell the format"),
        (["-o", "x.yaml"], "--output x.yaml: resolution files end so"),
        (["-o", "x.YML", "--format", "plain"], "--output x.YML: resolution files end so"),
        (["-o", "r.yaml", "--format", "plain", "--force"], "--output r.yaml: resolution files end so"),
        (["-o", "x.csv", "--format", "md"], "--format md does not go with the ending of --output x.csv"),
        (["-o", "x.md", "--format", "table"], "--format table does not go with the ending"),
        (["--force"], "--force goes with --output FILE"),
        (["--force", "-o", "-"], "--force goes with --output FILE"),
        (["-o", "x.csv", "--table-style", "grid"], "--table-style is for the format md, plain, not csv"),
        (["--table-style", "grid"], "--table-style is for the format md, plain, not table"),
        (["-o", "x.md", "--long"], "--long is for the format csv, not md"),
        (["-o", "x.md", "--separator", "tab"], "--separator is for the format csv, not md"),
        (["-o", "x.txt", "--bom"], "--bom is for the format csv, not plain"),
        (["-o", "x.md", "--profile", "party"], "--profile is for the format docx, not md"),
        (["-o", "x.md", "--table-style", "gird"], "--table-style: no style `gird`: did you mean `grid`?"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(run: Run, folder: Path, arguments: list[str], message: str) -> None:
    """Options that contradict each other, or mean nothing to the format, are refused before anything is written."""
    ran = run("report", "r.yaml", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())
    assert made(folder) == set()
    assert (folder / "r.yaml").read_text() == FILE


@pytest.mark.parametrize("name", [name for name in formats.names() if formats.find(name).binary])
def test_what_is_no_text_needs_a_file(run: Run, folder: Path, name: str) -> None:
    """Word and Excel files do not go to the standard output, to `.txt`, or to each other's ending."""
    for arguments in ([], ["-o", "-"]):
        ran = run("report", "r.yaml", "--format", name, *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert f"add --output NAME.{name}" in ran.err
    for output in ("x.txt", "x.csv"):
        assert "does not go with the ending" in run("report", "r.yaml", "--format", name, "-o", output).err
    assert made(folder) == set()


def test_a_dash_is_the_standard_output(run: Run, folder: Path) -> None:
    """`-o -` writes no file of that name."""
    ran = run("report", "r.yaml", "-o", "-", "--format", "csv")
    assert ran == run("report", "r.yaml", "--format", "csv")
    assert ran.status == 0
    assert made(folder) == set()


def test_lines_end_as_the_format_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system ends lines in another way, a report at the standard output is the same to the byte."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", newline="\r\n"))
    _show.show_report("a\r\nb\n")
    assert out.getvalue() == b"a\r\nb\n"


# What is there already


def test_nothing_is_overwritten_without_being_asked(run: Run, folder: Path) -> None:
    """A file that exists is left as it is; `--force` replaces it."""
    (folder / "x.csv").write_text("precious")
    ran = run("report", "r.yaml", "-o", "x.csv")
    assert (ran.status, ran.err) == (2, "x.csv exists already and is left as it is\n")
    assert (folder / "x.csv").read_text() == "precious"
    assert run("report", "r.yaml", "-o", "x.csv", "--force").status == 0
    assert "547" in (folder / "x.csv").read_text()
    assert made(folder) == {"x.csv"}


@pytest.mark.parametrize("how", ["itself", "elsewhere", "link", "hard link", "link to it"])
def test_what_is_read_is_never_written_over(run: Run, folder: Path, how: str) -> None:
    """A resolution that a report is made of is not replaced by it, by whatever name, even with `--force`."""
    file, output = folder / "r.txt", "r.txt"
    file.write_text(FILE)
    given = "r.txt"
    if how == "elsewhere":
        output = f"../{folder.name}/./r.txt"
    elif how == "link":
        output = "x.txt"
        (folder / "x.txt").symlink_to("r.txt")
    elif how == "hard link":
        output = "x.txt"
        os.link(file, folder / "x.txt")
    elif how == "link to it":
        given = "x.txt"
        (folder / "x.txt").symlink_to("r.txt")
    ran = run("report", "r.yaml", given, "-o", output, "--force")
    assert (ran.status, ran.err) == (2, f"{output} is what is reported on, and is left as it is\n")
    assert file.read_text() == FILE
    assert "không ghi đè" in run("report", given, "-o", output, "--force", "--lang", "vi").err


def test_what_is_piped_in_is_never_written_over(folder: Path) -> None:
    """The file behind the standard input is not replaced either."""
    file = folder / "r.txt"
    file.write_text(FILE)
    with file.open() as given:
        done = subprocess.run(
            [*PROGRAM, "report", "-", "-o", "r.txt", "--force"],
            stdin=given, cwd=folder, capture_output=True, encoding="utf-8", env={"LC_ALL": "C.UTF-8"}, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "r.txt is what is reported on, and is left as it is\n")
    assert file.read_text() == FILE


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("no/x.csv", "there is no folder no\n"),
        ("folder.csv", "folder.csv is not a file\n"),
        ("folder.csv/", "folder.csv/ is not a file\n"),
        ("r.yaml/x.csv", "there is no folder r.yaml\n"),
        ("lost.csv", "there is no folder {folder}/no\n"),
        (f"{'x' * 300}.csv", f"{'x' * 300}.csv cannot be written: its name is too long\n"),
    ],
)
def test_where_nothing_can_be_written(run: Run, folder: Path, output: str, message: str) -> None:
    """Why nothing can be written is said in one sentence, and no trace is left."""
    (folder / "folder.csv").mkdir()
    (folder / "lost.csv").symlink_to("no/x.csv")
    before = made(folder)
    ran = run("report", "r.yaml", "-o", output, "--format", "csv", "--force")
    assert (ran.status, ran.out, ran.err) == (2, "", message.format(folder=folder))
    assert made(folder) == before


def test_no_device_is_written_over(run: Run, folder: Path) -> None:
    """What is no file stays what it is."""
    os.mkfifo(folder / "pipe.csv")
    for output in ("pipe.csv", "/dev/null"):
        ran = run("report", "r.yaml", "-o", output, "--format", "csv", "--force")
        assert (ran.status, ran.err) == (2, f"{output} is not a file\n")
    assert stat.S_ISFIFO((folder / "pipe.csv").stat().st_mode)


def test_a_name_that_is_empty_is_no_file(folder: Path) -> None:
    """Without a name nothing is written: the folder itself is not taken for the file."""
    found = _write.write_whole("", b"x", force=True).refusal
    assert found is not None
    assert found.en == "a file needs a name"
    assert made(folder) == set()


def test_a_folder_that_must_not_be_changed(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without the right to write is named before anything is calculated."""
    monkeypatch.setattr(os, "access", lambda _, mode, **__: not mode & os.W_OK)
    ran = run("report", "broken.yaml", "-o", "x.csv", "--lang", "vi")
    assert (ran.status, ran.err) == (2, "không ghi được vào thư mục .\n")


def test_a_link_stays_a_link(run: Run, folder: Path) -> None:
    """With `--force` the file that a link leads to is replaced, and the link kept; also where nothing is there yet."""
    for name in ("there.csv", "not-yet.csv"):
        (folder / "link.csv").unlink(missing_ok=True)
        (folder / "link.csv").symlink_to(name)
        if name == "there.csv":
            (folder / name).write_text("old")
        assert "exists already" in run("report", "r.yaml", "-o", "link.csv").err
        assert run("report", "r.yaml", "-o", "link.csv", "--force").status == 0
        assert (folder / "link.csv").is_symlink()
        assert "547" in (folder / name).read_text()


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_new_files(run: Run, folder: Path, mask: int, mode: int) -> None:
    """The user's mask holds for a new file; a file that is replaced keeps its permissions."""
    before = os.umask(mask)
    try:
        run("report", "r.yaml", "-o", "new.csv")
        (folder / "old.csv").touch(mode=0o640)
        (folder / "old.csv").chmod(0o640)
        run("report", "r.yaml", "-o", "old.csv", "--force")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "new.csv").stat().st_mode) == mode
    assert stat.S_IMODE((folder / "old.csv").stat().st_mode) == 0o640


# Whole or not at all


@pytest.mark.parametrize("given", [("broken.yaml",), ("r.yaml", "broken.yaml"), ("no.yaml", "r.yaml")])
@pytest.mark.parametrize("there", [False, True])
def test_one_broken_file_and_nothing_is_written(run: Run, folder: Path, given: tuple[str, ...], there: bool) -> None:
    """A report that would lack a file is not written, and it says so; what stood there before is left as it was."""
    if there:
        (folder / "x.csv").write_text("old")
    ran = run("report", *given, "-o", "x.csv", "--force")
    assert ran.status == (2 if "no.yaml" in given else 1)
    assert ran.out == ""
    assert ran.err.splitlines()[-1] == "x.csv is not written, for not every file could be reported"
    assert made(folder) == ({"x.csv"} if there else set())
    assert not there or (folder / "x.csv").read_text() == "old"


def test_a_wrong_claim_does_not_keep_the_report_back(run: Run, folder: Path) -> None:
    """A report with a claim that disagrees is written, and the exit status says that there is one."""
    (folder / "r.yaml").write_text(WRONG)
    ran = run("report", "r.yaml", "-o", "x.csv")
    assert (ran.status, ran.err) == (1, "x.csv is written\n")
    assert "✗" in (folder / "x.csv").read_text()


@pytest.mark.parametrize(
    ("number", "en", "vi"),
    [
        (errno.ENOSPC, "the disk is full", "ổ đĩa đã đầy"),
        (errno.EACCES, "it is not permitted, or another program has it open", "không có quyền ghi, hoặc tệp đang mở"),
        (errno.EIO, "Input/output error", f"lỗi số {errno.EIO} của hệ điều hành"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failure_leaves_all_as_it_was(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, en: str, vi: str
) -> None:
    """Whatever step of the writing fails, the old file is whole, no other is there, and the reason is said."""
    (folder / "x.csv").write_text("old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    for language, message in (("en", f"x.csv cannot be written: {en}\n"), ("vi", f"không ghi được x.csv: {vi}\n")):
        ran = run("report", "r.yaml", "-o", "x.csv", "--force", "--lang", language)
        assert (ran.status, ran.err) == (2, message)
    assert (folder / "x.csv").read_text() == "old"
    assert made(folder) == {"x.csv"}


def test_a_full_disk_leaves_nothing(folder: Path) -> None:
    """What does not fit on the disk is not there at all."""
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
    limited += "from partykpi.cli import run; import sys; sys.exit(run())"
    command = [sys.executable, "-c", limited, "report", "r.yaml", "-o", "x.json", "--lang", "en"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (2, "x.json cannot be written: it is too large\n")
    assert made(folder) == set()


def test_a_file_that_comes_in_the_meantime_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program writes between the look and the writing is not lost, with links or without."""

    def meanwhile(*_: object) -> None:
        (folder / "x.csv").write_text("theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)
    for links in (True, False):
        (folder / "x.csv").unlink(missing_ok=True)
        if not links:
            monkeypatch.setattr(os, "link", lambda *_: os.stat("none/none"))  # as where there are no links
        found = _write.write_whole("x.csv", b"ours").refusal
        assert found is not None
        assert found.en == "x.csv exists already and is left as it is"
        assert (folder / "x.csv").read_text() == "theirs"
        assert made(folder) == {"x.csv"}


def test_a_file_system_without_links(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file can have two names, as on many memory sticks, a new file is written all the same."""

    def fail(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", fail)
    assert run("report", "r.yaml", "-o", "x.csv").status == 0
    assert "547" in (folder / "x.csv").read_text()
    assert made(folder) == {"x.csv"}


def test_ctrl_c_while_writing_leaves_nothing(folder: Path) -> None:
    """A user who stops the program while it writes finds the old file whole and no half of the new one."""
    (folder / "x.csv").write_text("old")
    slow = "import os, time; os.fsync = lambda _: (print('writing', flush=True), time.sleep(60));"
    slow += "from partykpi.cli import run; import sys; sys.exit(run())"
    with subprocess.Popen(
        [sys.executable, "-c", slow, "report", "r.yaml", "-o", "x.csv", "--force", "--lang", "en"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        assert any(name.endswith(".tmp") for name in made(folder))
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err.strip()) == (130, "stopped")
    assert (folder / "x.csv").read_text() == "old"
    assert made(folder) == {"x.csv"}


@pytest.mark.parametrize("ending", formats.endings())
def test_a_file_whose_name_is_no_text(folder: Path, ending: str) -> None:
    """A name that is not in UTF-8 is shown as well as can be, and the report is written."""
    odd = os.fsdecode(b"r\xff.yaml")
    (folder / odd).write_text(FILE)
    done = subprocess.run(
        [*PROGRAM, "report", odd, "-o", f"x.{ending}"], cwd=folder, capture_output=True, env={"LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stderr.decode()) == (0, f"x.{ending} is written\n")


@pytest.mark.parametrize("ending", formats.endings())
def test_the_same_input_gives_the_same_bytes(folder: Path, ending: str) -> None:
    """Written again, at another moment and in another process, a file is the same to the byte."""
    for name, seed in (("x", "1"), ("y", "2")):
        env = {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": seed, "TZ": "Asia/Ho_Chi_Minh" if name == "x" else "UTC"}
        command = [
            *PROGRAM,
            "report",
            "r.yaml",
            str(EXAMPLES / "illustrative-2020-2025.yaml"),
            "-o",
            f"{name}.{ending}",
        ]
        subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
        time.sleep(1 if name == "x" and formats.find(formats.of_file(f"x.{ending}") or "").binary else 0)
    assert (folder / f"x.{ending}").read_bytes() == (folder / f"y.{ending}").read_bytes()


def test_the_help_of_files_in_both_languages(run: Run) -> None:
    """The help names every ending there is, and says in words what goes with which format."""
    helped = {language: " ".join(run("report", "--lang", language, "--help").out.split()) for language in LANGUAGES}
    endings = ", ".join(formats.endings())
    assert f"in the format of its ending: {endings};" in helped["en"]
    assert "Replace FILE where it exists." in helped["en"]
