"""Files checked in several processes, which end with this one however it ends. Loaded only for many files."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

# Few enough to be waited for when the program is stopped.
_CHUNK = 20

Result = TypeVar("Result")


def shared(
    check: Callable[[str], Result], failed: Callable[[str, Exception], Result], files: Sequence[str], processes: int
) -> Iterator[Result]:
    """Return what each file earns, in their order, checked by so many processes.

    What comes of a file at which a process is ended, such as by a system without memory left, `failed` says.
    """
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    done = 0
    try:
        with _pool(processes) as pool:
            with _uninterrupted():
                results = pool.map(partial(_check_chunk, check), chunks)
            for found in results:
                done += 1
                yield from found
    except BrokenProcessPool:
        yield from _apart(check, failed, [file for chunk in chunks[done:] for file in chunk])


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Return processes that do no more than what they have begun where this one is stopped."""
    pool = ProcessPoolExecutor(processes, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off while processes begin: they do not hear of it at all, this one does when all are there."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _check_chunk(check: Callable[[str], Result], files: Sequence[str]) -> list[Result]:
    return [check(file) for file in files]


def _apart(
    check: Callable[[str], Result], failed: Callable[[str, Exception], Result], files: Sequence[str]
) -> Iterator[Result]:
    """Check one file after the other in a process beside this one, and in another where it has ended."""
    rest = list(files)
    while rest:
        try:
            with _pool(1) as pool:
                while rest:
                    with _uninterrupted():
                        result = pool.submit(check, rest[0])
                    yield result.result()
                    del rest[0]
        except BrokenProcessPool as error:
            yield failed(rest.pop(0), error)


def _begin() -> None:
    """Prepare a process: it is over before garbage matters, and ends when the one that began it does."""
    gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
