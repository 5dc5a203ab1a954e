"""A file as bytes: opened without waiting for anybody, and read no further than it may be long."""

from __future__ import annotations

import errno
import io
import os
import stat
from typing import IO

LARGEST = 10_000_000
"""The bytes that a file may hold; what has more is read one byte beyond, so that it can be told from what has not."""

# A pipe that nobody writes to is opened at once where the system can do so.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)

_PART = 65_536


class NotAFileError(OSError):
    """What has the name is a pipe or a device, which may have no end."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is a pipe or a device")


def read_file(name: str | os.PathLike[str]) -> bytes | OSError:
    """Return what a file holds, as far as it may be read, or the error that reading it made."""
    try:
        with open(name, "rb", buffering=0, opener=_open) as file:
            _check(os.fstat(file.fileno()))  # it may be another by now
            return read_bounded(file)
    except ValueError as error:  # a name that no file can have
        return OSError(errno.EINVAL, str(error))
    except OSError as error:
        return error


def read_bounded(stream: IO[bytes] | io.RawIOBase) -> bytes:
    """Return what comes from a stream, and at most one byte more than a file may hold."""
    parts, left = [], LARGEST + 1
    while left and (part := stream.read(min(left, _PART))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _open(name: str, flags: int) -> int:
    _check(os.stat(name))  # to open a device can be to use it
    return os.open(name, flags | _AT_ONCE)


def _check(status: os.stat_result) -> None:
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise NotAFileError
