"""Files as the command line names them: read, and written whole or not at all.

What exists is never lost without being asked for, and what is read never written over.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from partykpi.parse.file import read_bounded, read_file
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


_STANDARD_INPUT = ("-", "/dev/stdin")


def read_bytes(name: str) -> bytes | OSError:
    """Return what a file (or standard input, by either of its names) holds, or the error that reading it made."""
    if name not in _STANDARD_INPUT:
        return read_file(name)
    try:
        return read_bounded(sys.stdin.buffer)
    except OSError as error:
        return error


def shown_name(name: str) -> str:
    """Return what a file is called in messages."""
    return "<stdin>" if name == "-" else name


def refuse_overwrite(output: str, files: Sequence[str], force: bool) -> Text | None:
    """Return the sentence that says why a file made from `files` cannot be written, None where it can."""
    if any(_is_same(file, output) for file in files):
        shown = one_line(output)
        return Text(
            f"{shown} is what is reported on, and is left as it is",
            f"{shown} là tệp cần lập báo cáo; không ghi đè",
        )
    return why_not_writable(output, force)


def _is_same(file: str, output: str) -> bool:
    with suppress(OSError, ValueError):
        found = os.fstat(sys.stdin.fileno()) if file == "-" else os.stat(file)
        return os.path.samestat(found, os.stat(output))
    return False


def why_not_writable(name: str, force: bool = False) -> Text | None:
    """Return the sentence that says why a file cannot be written, as far as is known before it is tried.

    With `force` a file may exist, but nothing else that has the name.
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
    refusal = why_not_writable(name, force)
    if refusal is not None:
        return refusal
    try:
        _write(os.path.realpath(name), content, force)
    except OSError as error:
        shown, why = one_line(name), reason(error)
        failure = Text(f"{shown} cannot be written: {why.en}", f"không ghi được {shown}: {why.vi}")
        return (why_not_writable(name) or failure) if isinstance(error, FileExistsError) else failure
    return None


def reason(error: OSError) -> Text:
    """Say why the system did not write."""
    number = "" if error.errno is None else f" số {error.errno}"
    return _REASONS.get(error.errno, Text(error.strerror or str(error), f"lỗi{number} của hệ điều hành"))


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
    except OSError:  # a file system without links: it can only be seen whether the name is free
        if os.path.lexists(name):
            raise FileExistsError(name) from None
        os.rename(temporary, name)
