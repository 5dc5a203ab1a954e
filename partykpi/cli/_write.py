"""Files written whole or not at all, by one writer at a time; all that this program writes is written here.

What exists is never lost without being asked for, nor is what another program writes at the same time. Loaded only by
commands that have something to write.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple

from partykpi.cli._access import keep
from partykpi.cli._files import beside, not_written, why_not_writable
from partykpi.cli._lock import locked
from partykpi.render.text.wrap import one_line
from partykpi.text import Text


class Written(NamedTuple):
    """What became of a file: the sentence that says why it is not written, or what is to be known now that it is."""

    refusal: Text | None = None
    notes: tuple[Text, ...] = ()


class _Refused(Exception):
    """The file is left as it is, for the reason that the sentence says."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def write_whole(name: str, content: bytes, force: bool = False) -> Written:
    """Write a file whole, or leave all as it was; one that exists is replaced only with `force`."""
    refusal = why_not_writable(name, force)
    if refusal is not None:
        return Written(refusal)
    try:
        with locked(name):
            return replaced(name, content) if force else _made(name, content)
    except OSError as error:
        return Written(not_written(name, error))


def clear(name: str) -> None:
    """Remove what a run that was killed has left beside a file, unless another run is writing there."""
    with suppress(OSError), locked(name, patience=0):
        _remove_remains(name)


def replaced(name: str, content: bytes, before: bytes | None = None, *, backup: bool = False) -> Written:
    """Replace a file, which must still hold what was read `before`; the lock on it is held.

    With `backup` what it held is kept in another file beside it. Where there is no such file, it is made.
    """
    refusal = why_not_writable(name, force=True)
    if refusal is not None:
        return Written(refusal)
    if before is None and not os.path.exists(name):
        return _made(name, content)
    try:
        return Written(notes=_replace(name, content, before, backup))
    except _Refused as refused:
        return Written(refused.why)
    except OSError as error:
        if before is not None and not os.path.exists(name):
            return Written(_changed(one_line(name)))
        return Written(not_written(name, error))


def _replace(name: str, content: bytes, before: bytes | None, backup: bool) -> tuple[Text, ...]:
    real, shown = os.path.realpath(name), one_line(name)
    temporary = beside(name, "tmp")
    _remove_remains(name)
    if before is not None and _held_by(real) != before:
        raise _Refused(_changed(shown))
    if not os.access(real, os.W_OK):
        raise _Refused(Text(f"{shown} is protected and is left as it is", f"{shown} chỉ cho đọc; không ghi"))
    if os.stat(real).st_nlink > 1:
        raise _Refused(
            Text(
                f"{shown} has a second name (a hard link) that would keep what it holds now; it is left as it is",
                f"{shown} còn một tên khác (liên kết cứng) sẽ vẫn giữ nội dung cũ; không ghi",
            )
        )
    kept: str | None = None
    try:
        if backup:
            kept = _backed_up(real, temporary)
        _write(temporary, content, 0o600)
        rights = keep(real, temporary)
        if rights.loser is not None:
            raise _Refused(_would_lose(shown, rights.loser))
        if before is not None and _held_by(real) != before:
            raise _Refused(_changed(shown))
        os.replace(temporary, real)
    except BaseException:
        if kept is not None and _held_by(real) != content:
            with suppress(OSError):
                os.unlink(kept)
        with suppress(OSError):
            os.unlink(temporary)
        raise
    notes = []
    if kept is not None:
        beside_it = one_line(os.path.join(os.path.dirname(name), os.path.basename(kept)))
        notes.append(Text(f"What it held before is kept in {beside_it}", f"Nội dung cũ được giữ trong {beside_it}"))
    if rights.owners is not None:
        old, new = rights.owners
        notes.append(
            Text(
                f"{shown} belongs to {new} now, where it belonged to {old}",
                f"{shown} nay thuộc về {new}, trước đây thuộc về {old}",
            )
        )
    return tuple(notes)


def _changed(shown: str) -> Text:
    return Text(
        f"{shown} was changed in the meantime and is left as it is; try again",
        f"{shown} vừa được sửa trong lúc này nên không ghi; hãy chạy lại",
    )


def _would_lose(shown: str, who: Text) -> Text:
    return Text(
        f"{shown} is left as it is: written by you it would be yours, and {who.en} could no longer use it as now; "
        "let its owner do it",
        f"không ghi {shown}: nếu ghi, tệp sẽ thuộc về bạn và {who.vi} sẽ mất quyền đọc hoặc sửa như hiện nay; hãy nhờ "
        "chủ sở hữu tệp thực hiện",
    )


def _made(name: str, content: bytes) -> Written:
    """Make a file that there is not; the lock on its name is held."""
    real = os.path.realpath(name)
    temporary = beside(name, "tmp")
    try:
        _remove_remains(name)
        try:
            _write(temporary, content, 0o666)
            _rename_to_new(temporary, real)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
    except FileExistsError as error:
        return Written(why_not_writable(name) or not_written(name, error))
    except OSError as error:
        return Written(not_written(name, error))
    return Written()


def _remove_remains(name: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(beside(name, "tmp"))


def _write(name: str, content: bytes, mode: int) -> None:
    """Write a file that there is not, so that it is on the disk."""
    with open(name, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _held_by(name: str) -> bytes | None:
    """Return what a file holds, or None where it is no more."""
    with suppress(FileNotFoundError), open(name, "rb") as file:
        return file.read()
    return None


def _backed_up(real: str, temporary: str) -> str:
    """Copy a file, with its rights, to the first name of a backup that is free, and return that name."""
    _write(temporary, _held_by(real) or b"", 0o600)
    keep(real, temporary)
    number = 1
    while True:
        name = f"{real}.bak" if number == 1 else f"{real}.{number}.bak"
        try:
            _rename_to_new(temporary, name)
        except FileExistsError:
            number += 1
            continue
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        return name


def _rename_to_new(temporary: str, name: str) -> None:
    """Give the file its name, which nothing else may have in the meantime; FileExistsError where something has."""
    try:
        os.link(temporary, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: it can only be seen whether the name is free
        if os.path.lexists(name):
            raise FileExistsError(name) from None
        os.rename(temporary, name)
