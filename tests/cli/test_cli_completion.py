"""Shell completion, as a shell asks the real program for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "illustrative-2020-2025.yaml")


def complete(line: str, shell: str = "bash") -> list[str]:
    """Return what the program answers a shell that completes the last word of the line; it never complains."""
    words = line.split(" ")
    last = words[-1] if shell == "fish" else str(len(words) - 1)
    answer = subprocess.run(
        [sys.executable, "-m", "partykpi"],
        env={
            **os.environ,
            "_PARTYKPI_COMPLETE": f"{shell}_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": last,
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert answer.stderr == ""
    return answer.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("partykpi ind", "plain,indicators"),
        ("partykpi indicators --cat", "plain,--catalogue"),
        ("partykpi indicators --lang ", "plain,vi"),
        ("partykpi indicators party/members-a", "plain,party/members-admitted"),
        ("partykpi indicators ", "plain,work/review-done"),
        ("partykpi findings frac", "plain,fractional-count"),
        (f"partykpi explain {EXAMPLE} members-a", "plain,members-admitted"),
        (f"partykpi explain --lang vi {EXAMPLE} ", "plain,care-centre-project"),
    ],
)
def test_bash_is_offered(line: str, offered: str) -> None:
    """Commands, options, their values, indicators, codes, and the targets of the file given before."""
    assert offered in complete(line)


@pytest.mark.parametrize(
    "line",
    [
        "partykpi explain no-such-file.yaml ",
        "partykpi explain - ",
        "partykpi explain /dev/zero ",
        f"partykpi explain {__file__} ",
        "partykpi indicators party/zzz",
        "partykpi indicators --catalogue /no/such/folder zzz",
        "partykpi findings zzz",
        "partykpi zzz zzz",
    ],
)
def test_nothing_to_offer_is_no_complaint(line: str) -> None:
    """Where nothing fits, or a file cannot be read, nothing is offered and nothing is said."""
    assert "".join(complete(line)) == ""


def test_only_what_begins_so_is_offered() -> None:
    """What is offered continues what was typed."""
    offered = complete("partykpi indicators party/cell")
    assert offered
    assert all(line.startswith("plain,party/cell") for line in offered)


def test_zsh_and_fish_get_names_as_well() -> None:
    """Shells that show descriptions get the name of the indicator."""
    id, name = "party/cell-congresses", "Cell congresses held"
    assert complete("partykpi indicators party/cell-", "zsh") == ["plain", id, name]
    assert complete("partykpi indicators party/cell-", "fish") == [f"plain,{id}\t{name}"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_the_shell_is_printed(shell: str) -> None:
    """The program prints the script that switches completion on."""
    answer = subprocess.run(
        [sys.executable, "-m", "partykpi"],
        env={**os.environ, "_PARTYKPI_COMPLETE": f"{shell}_source"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "_partykpi_completion" in answer.stdout


@pytest.mark.parametrize(
    ("line", "shell", "offered"),
    [
        ("partykpi --lang vi report x --only kh", "bash", ["plain,khó\\ đạt", "plain,không\\ đạt"]),
        ("partykpi report x --lang vi --fail-on vuo", "fish", ["plain,vượt"]),
        ("partykpi report x --lang vi --group-by l", "zsh", ["lĩnh vực"]),
        ("partykpi report x --lang vi --as-of giữa", "bash", ["plain,giữa\\ nhiệm\\ kỳ"]),
        ("partykpi report x --lang vi --columns TT,+kết", "bash", ["plain,TT,+kết\\ quả"]),
        ("partykpi report x --lang vi --sort TT,-điểm", "bash", ["plain,TT,-điểm"]),
        ("partykpi report x --only on", "bash", ["plain,on-track"]),
        ("partykpi report x --columns num", "bash", ["plain,number"]),
    ],
)
def test_words_are_offered_in_the_language_that_is_spoken(line: str, shell: str, offered: list[str]) -> None:
    """What an option takes is offered in Vietnamese where it is spoken; bash needs the spaces marked."""
    answer = complete(line, shell)
    assert [word for word in answer if word not in ("plain", "_")] == offered


ODD_IDS = """\
resolution: Resolution
committee: Committee
term: 2020-2025
targets:
  "x;touch p;": {indicator: party/members-admitted, name: "A\\e[31m\\nB", target: 700 members}
  "xa b": {indicator: party/members-admitted, target: 700 members}
  "x'$(touch p)": {indicator: party/members-admitted, target: 700 members}
  "xa\\nplain,y": {indicator: party/members-admitted, target: 700 members}
  "x\\e[31m": {indicator: party/members-admitted, target: 700 members}
  "x*": {indicator: party/members-admitted, target: 700 members}
  "x,y": {indicator: party/members-admitted, target: 700 members}
  "x\\\\": {indicator: party/members-admitted, target: 700 members}
  "-x": {indicator: party/members-admitted, target: 700 members}
  "kết-nạp": {indicator: party/members-admitted, target: 700 members}
"""


@pytest.mark.parametrize(
    ("shell", "offered"),
    [
        ("bash", ["'x;touch p;'", "'xa b'", "'x'\"'\"'$(touch p)'", "x,y", "kết-nạp"]),
        ("fish", ["x;touch p;", "xa b", "x'$(touch p)", "x*", "kết-nạp"]),
        ("zsh", ["x;touch p;", "xa b", "x'$(touch p)", "x*", "x,y", "kết-nạp"]),
    ],
)
def test_a_shell_is_offered_words(shell: str, offered: list[str], tmp_path: Path) -> None:
    """An id is one word of the line whatever it holds: quoted for bash, which takes it as written, else not offered."""
    (tmp_path / "f.yaml").write_text(ODD_IDS, encoding="utf-8")
    lines = complete(f"partykpi explain {tmp_path}/f.yaml ", shell)
    if shell == "zsh":
        assert lines[0::3] == ["plain"] * len(offered)
        assert lines[1::3] == offered
    else:
        assert [line.partition("\t")[0] for line in lines] == [f"plain,{word}" for word in offered]
    assert "\x1b" not in "".join(lines)


def test_bash_calls_nothing_that_an_id_names(tmp_path: Path) -> None:
    """Bash itself, with the word that it is offered on its line, makes one argument of it and runs nothing."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    (tmp_path / "f.yaml").write_text(ODD_IDS, encoding="utf-8")
    for line in complete(f"partykpi explain {tmp_path}/f.yaml "):
        word = line.removeprefix("plain,")
        told = subprocess.run(
            [bash, "-c", f"printf '%s\\n' {word}"], capture_output=True, encoding="utf-8", check=True, cwd=tmp_path
        )
        assert told.stdout.rstrip("\n") in {"x;touch p;", "xa b", "x'$(touch p)", "x,y", "kết-nạp"}
    assert [one.name for one in tmp_path.iterdir()] == ["f.yaml"]
