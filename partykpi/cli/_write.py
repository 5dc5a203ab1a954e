"""Files written whole or not at all; what exists is never lost without being asked for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress

from partykpi.render.text.wrap import one_line
from partykpi.text import Text

_REASONS: Mapping[int | None, Text] = {
    errno.ENOSPC: Text("the disk is full", "ổ đĩa đã đầy"),
    errno.EDQUOT: Text("your share of the disk is full", "đã dùng hết dung lượng được cấp"),
    errno.EFBIG: Text("it is too large", "tệp quá lớn"),
    errno.EROFS: Text("nothing can be written there", "nơi này chỉ cho đọc"),
    errno.EACCES: Text("it is not permitted, or another program has it open", "không có quyền ghi, hoặc tệp đang mở"),
    errno.EPERM: Text("it is not permitted", "không có quyền ghi"),
    errno.ENAMETOOLONG: Text("its name is too long", "tên tệp quá dài"),
}


def obstacle(name: str, force: bool = False) -> Text | None:
    """Return the sentence that says why a file cannot be written, as far as it can be told before.

    With `force` a file that exists is none, but anything else that has the name is.
    """
    shown = one_line(name)
    if not name:
        return Text("a file needs a name", "tệp cần có tên")
    if os.path.lexists(name):
        if os.path.exists(name) and not stat.S_ISREG(os.stat(name).st_mode):
            return Text(f"{shown} is not a file", f"{shown} không phải là tệp")
        if not force:
            return Text(f"{shown} exists already and is left as it is", f"{shown} đã tồn tại; không ghi đè")
    folder = os.path.dirname(os.path.realpath(name))
    shown = one_line(folder if os.path.islink(name) else os.path.dirname(name) or ".")
    if not os.path.isdir(folder):
        return Text(f"there is no folder {shown}", f"không có thư mục {shown}")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Text(f"nothing can be written to the folder {shown}", f"không ghi được vào thư mục {shown}")
    return None


def write_whole(name: str, content: bytes, force: bool = False) -> Text | None:
    """Write a file whole, or leave all as it was and return the sentence that says why.

    A file that exists is replaced only with `force`, and keeps its permissions.
    """
    found = obstacle(name, force)
    if found is not None:
        return found
    try:
        _write(os.path.realpath(name), content, force)
    except OSError as error:
        shown, why = one_line(name), reason(error)
        told = Text(f"{shown} cannot be written: {why.en}", f"không ghi được {shown}: {why.vi}")
        return (obstacle(name) or told) if isinstance(error, FileExistsError) else told
    return None


def reason(error: OSError) -> Text:
    """Say why the system did not write."""
    told = error.strerror or str(error)
    number = "" if error.errno is None else f" số {error.errno}"
    return _REASONS.get(error.errno, Text(told, f"lỗi{number} của hệ điều hành"))


def _write(name: str, content: bytes, force: bool) -> None:
    from tempfile import mkstemp

    handle, temporary = mkstemp(prefix=".", suffix=".tmp", dir=os.path.dirname(name))
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, _permissions(name))
        if force:
            os.replace(temporary, name)
        else:
            _rename_to_new(temporary, name)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _permissions(name: str) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets here."""
    with suppress(OSError):
        return stat.S_IMODE(os.stat(name).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _rename_to_new(temporary: str, name: str) -> None:
    """Give the file its name, which nothing else may have in the meantime; FileExistsError where something has."""
    try:
        os.link(temporary, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: nothing else can be told of a name that is free
        if os.path.lexists(name):
            raise FileExistsError(name) from None
        os.rename(temporary, name)
