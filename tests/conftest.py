"""What all tests share."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from partykpi import cli


class Ran(NamedTuple):
    """What a command left behind: its exit status, its output, and its standard error, which a terminal shows in it."""

    status: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the expected outputs anew; read every change by eye afterwards."""
    parser.addoption("--update-snapshots", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def snapshot(pytestconfig: pytest.Config) -> Callable[[Path, str], None]:
    """Return the function that holds a text against the file of its expected form, or writes that file anew."""
    update = bool(pytestconfig.getoption("--update-snapshots"))

    def compare(expected: Path, text: str) -> None:
        if update:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(text.encode())
        assert expected.is_file(), f"{expected} is missing; pytest --update-snapshots writes it"
        assert text == expected.read_bytes().decode()

    return compare


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return the function that runs a command line in this process, in English, with bytes as its standard input."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for variable in ("NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def call(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["partykpi", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = cli.run()
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return call


@pytest.fixture(scope="session")
def terminal() -> Callable[..., Ran]:
    """Return the function that runs a command at a terminal of so many columns, where those answers are typed."""

    def call(
        command: Sequence[str], env: Mapping[str, str], columns: int = 100, answers: str = "", cwd: Path | None = None
    ) -> Ran:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(env), cwd=cwd)
        os.close(theirs)
        os.write(ours, answers.encode())
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        os.close(ours)
        return Ran(process.wait(), shown.decode().replace("\r\n", "\n"), "")

    return call


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return the function that has LibreOffice convert a file, to the format of an ending such as `pdf` or `csv`.

    A third argument says with which filter and options it reads the file.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed, so nothing can be opened with it")
    profile = tmp_path_factory.mktemp("profile")

    def convert(file: Path, ending: str, reading: str = "") -> Path:
        into = tmp_path_factory.mktemp("converted")
        own = f"-env:UserInstallation={profile.as_uri()}"
        options = [f"--infilter={reading}"] if reading else []
        command = [program, own, "--headless", *options, "--convert-to", ending, "--outdir", str(into), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        made = into / f"{file.stem}.{ending.partition(':')[0]}"
        assert made.is_file(), done.stdout + done.stderr
        return made

    return convert


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed, so no page can be loaded in it")
    return program
