"""Files are read as far as they may be long, and what is no file is not waited for."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from partykpi.parse import load
from partykpi.parse.file import LARGEST, NotAFileError, read_bounded, read_file

has_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """What is within the limit comes as it is, in more than one part as well, and an empty file as nothing."""
    for content in (b"", b"a", bytes(range(256)) * 1000):
        (tmp_path / "f").write_bytes(content)
        assert read_file(tmp_path / "f") == content


def test_a_file_is_read_no_further_than_its_limit(tmp_path: Path) -> None:
    """Of a file of forty gigabytes one byte is read beyond the limit, which tells it from one that is within."""
    with (tmp_path / "large").open("wb") as file:
        file.truncate(LARGEST * 4000)
    data = read_file(str(tmp_path / "large"))
    assert isinstance(data, bytes)
    assert len(data) == LARGEST + 1
    assert [finding.code for finding in load(tmp_path / "large").findings] == ["file-too-large"]


def test_a_stream_is_read_no_further_than_the_limit() -> None:
    """Of what a program writes without an end no more is taken either."""

    class Endless(io.RawIOBase):
        def read(self, size: int | None = -1, /) -> bytes:
            return b"#" * max(size or 0, 1)

    assert len(read_bounded(Endless())) == LARGEST + 1


@has_pipes
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to, and a link to it, is said to be none to read."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        assert isinstance(read_file(tmp_path / name), NotAFileError)
    (finding,) = load(tmp_path / "pipe").findings
    assert finding.code == "unreadable-file"
    assert "đường ống" in str(finding.values["reason"])


@has_pipes
def test_a_device_is_not_read(tmp_path: Path) -> None:
    """What has no end is not begun, whatever the system calls it."""
    (tmp_path / "link").symlink_to(os.devnull)
    assert isinstance(read_file(os.devnull), NotAFileError)
    assert isinstance(read_file(tmp_path / "link"), NotAFileError)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets with a name")
def test_a_socket_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket with a name is no file either."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        assert isinstance(read_file("s"), NotAFileError)


def test_what_is_not_there_or_cannot_be_is_an_error(tmp_path: Path) -> None:
    """A file that is missing, a folder, and a name that no file can have, are errors to be told."""
    assert isinstance(read_file(tmp_path / "none"), FileNotFoundError)
    assert isinstance(read_file(tmp_path), OSError)
    assert isinstance(read_file("a\0b"), OSError)
