"""The standard streams: always there, written to the last byte, and quiet where nobody reads them any more."""

from __future__ import annotations

import io
import os
import sys
from typing import Any

_NAMES = ("stdin", "stdout", "stderr")


class _Output(io.FileIO):
    """A file or a pipe that is written to; what nobody reads any more is dropped, and the work goes on."""

    def write(self, data: Any) -> int:
        """Write some of the bytes and return how many; all of them where the other end of the pipe is closed."""
        try:
            # a pipe that does not wait takes nothing while it is full
            while (count := super().write(data)) is None:
                from select import select

                select((), (self,), ())
        except BrokenPipeError:
            return memoryview(data).nbytes
        return count


def prepare() -> None:
    """Make the standard streams fit to be used.

    One that is closed leads nowhere: reading it fails, and no file that is opened later can be taken for it. What is
    no terminal is written in UTF-8 through a buffer of its own: Python drops the rest of what does not fit at once
    where it is told to use none.
    """
    for number, name in enumerate(_NAMES):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)  # it has the lowest number that is free, which is the stream's
            os.set_inheritable(nowhere, True)
            stream = open(nowhere, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115  (until the end)
            setattr(sys, name, stream)
        if number == 0 or not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            at_once = stream.line_buffering or stream.write_through
            out = io.BufferedWriter(_Output(stream.fileno(), "wb", closefd=False))
            setattr(sys, name, io.TextIOWrapper(out, encoding="utf-8", errors="replace", line_buffering=at_once))
