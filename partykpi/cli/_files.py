"""Files as the command line names them: what they hold, what they are called, and whether they may be written."""

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
    errno.ETIMEDOUT: Text(
        "another program is writing to it; try again", "chương trình khác đang ghi tệp; hãy chạy lại"
    ),
    errno.ENAMETOOLONG: Text("its name is too long", "tên tệp quá dài"),
}

# So many bytes of a name leave room for what is put before and behind it.
_LONGEST_NAME = 200


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


def beside(name: str, ending: str) -> str:
    """Return the name of a hidden file of our own beside a file, or beside the one that a link leads to."""
    folder, own = os.path.split(os.path.realpath(name))
    if len(os.fsencode(own)) > _LONGEST_NAME:
        from zlib import crc32

        own = f"{own[:40]}{crc32(os.fsencode(own)):08x}"
    return os.path.join(folder, f".{own}.partykpi.{ending}")


def why_not_writable(name: str, force: bool = False) -> Text | None:
    """Return the sentence that says why a file cannot be written, as far as is known before it is tried.

    With `force` a file may exist, but nothing else that has the name. What a run that was killed has left beside it is
    removed, whether it may be written or not.
    """
    shown = one_line(name)
    if not name:
        return Text("a file needs a name", "tệp cần có tên")
    if any(map(os.path.lexists, (beside(name, "tmp"), beside(name, "lock")))):
        from partykpi.cli._write import clear

        clear(name)
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


def not_written(name: str, error: OSError) -> Text:
    """Return the sentence that says why the system did not write a file."""
    shown, why = one_line(name), reason(error)
    return Text(f"{shown} cannot be written: {why.en}", f"không ghi được {shown}: {why.vi}")


def reason(error: OSError) -> Text:
    """Say why the system did not write."""
    number = "" if error.errno is None else f" số {error.errno}"
    return _REASONS.get(error.errno, Text(error.strerror or str(error), f"lỗi{number} của hệ điều hành"))
