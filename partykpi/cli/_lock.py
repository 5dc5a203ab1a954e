"""A lock on a file, held while it is read, changed and written: of several writers none loses what another wrote.

The lock is on a file beside it, which is removed afterwards. Whoever is killed lets go of it, since the system does,
and what is left of it is taken over by the next. Where the file system has no locks, that there is a file of that name
is the lock; it names who made it, and goes when that process is no more.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

import click

from partykpi.cli._files import beside
from partykpi.cli._language import say
from partykpi.render.text.wrap import one_line

PATIENCE = 60.0
"""So many seconds the others are waited for; a hundred readings are recorded in less."""

_SOON = 2.0  # from then on it is said that others are waited for
_SHORTEST, _LONGEST = 0.001, 0.05

# A lock that is nothing but a file, by a process that cannot be asked for, is held no longer than this.
_ABANDONED = 600.0

# What a system says that has no locks for this file.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.EBADF}


class _Held(NamedTuple):
    """A lock that is held: the file that it is on, open."""

    name: str
    handle: int


@contextmanager
def locked(name: str, patience: float | None = None) -> Iterator[None]:
    """Keep all other writers of a file waiting; TimeoutError where another does not let go of it.

    There need not be such a file yet.
    """
    held = _wait_for(name, PATIENCE if patience is None else patience)
    try:
        yield
    finally:
        _let_go(held)


def _wait_for(name: str, patience: float) -> _Held:
    start = time.monotonic()
    pause, told = _SHORTEST, False
    while (held := _taken(name)) is None:
        waited = time.monotonic() - start
        if waited >= patience:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        if waited >= _SOON and not told:
            told, shown = True, one_line(os.path.basename(name))
            click.echo(
                say(
                    f"waiting for another program that is writing to {shown}",
                    f"đang chờ chương trình khác ghi xong tệp {shown}",
                ),
                err=True,
            )
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST)
    return held


def _taken(name: str) -> _Held | None:
    """Take the lock, or return None where another has it."""
    lock = beside(name, "lock")
    handle = _opened(lock)
    if handle is None:
        return None
    try:
        if _lock(handle) and _is(handle, lock):
            return _Held(lock, handle)
    except OSError as error:
        os.close(handle)
        if error.errno not in _NO_LOCKS:
            raise
        with suppress(OSError):
            os.unlink(lock)
        return _made(beside(name, "held"))
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _opened(lock: str) -> int | None:
    """Open the file that the lock is on, or make it; None where it goes or comes at this moment."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(lock, flags)
    except FileNotFoundError:
        pass
    except PermissionError:  # somebody else's, which may be locked all the same; Windows: it is about to go
        with suppress(PermissionError, FileNotFoundError):
            return os.open(lock, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        return None
    try:
        handle = os.open(lock, flags | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return None
    with suppress(OSError):
        os.chmod(lock, 0o666)  # whoever may write to the folder may lock, and nothing is in it
    return handle


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.ESTALE):  # stale: removed at another computer
                return False
            raise
        return True


def _is(handle: int, name: str) -> bool:
    """Say whether the open file still has the name, which whoever held the lock before has taken from it."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(handle), os.stat(name, follow_symlinks=False))
    return False


def _let_go(held: _Held) -> None:
    """Remove the file that the lock is on and let go of it: in this order, but where no open file can be removed."""
    ours = _is(held.handle, held.name)
    if os.name == "nt":
        os.close(held.handle)
    with suppress(OSError):
        if ours:
            os.unlink(held.name)
    if os.name != "nt":
        os.close(held.handle)


# Where the file system has no locks


def _made(name: str) -> _Held | None:
    """Take the lock by making the file, which says who made it; None where another has."""
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        _remove_abandoned(name)
        return None
    with suppress(OSError):
        os.write(handle, f"{os.getpid()} {_host()}".encode())
    return _Held(name, handle)


def _remove_abandoned(name: str) -> None:
    """Remove the file of a process that is no more, which no two do at once, and none that was made since."""
    try:
        with open(name, "rb") as file:
            text, seen = file.read(), os.fstat(file.fileno())
    except OSError:
        return
    if time.time() - seen.st_mtime < _ABANDONED and not _is_over(text.decode(errors="replace")):
        return
    aside = f"{name}.{os.getpid()}"
    with suppress(OSError):
        os.rename(name, aside)
        if os.path.samestat(os.stat(aside), seen):
            os.unlink(aside)
        else:  # in the meantime another took the lock: it gets it back
            os.rename(aside, name)


def _is_over(text: str) -> bool:
    """Say whether the process that wrote this into its lock has ended, as far as can be known here."""
    number, _, host = text.partition(" ")
    if os.name == "nt" or not number.isdecimal() or host != _host():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _host() -> str:
    import platform

    return platform.node()
