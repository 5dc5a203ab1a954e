"""What is the program's own fault: said in one sentence, and of one file a finding of that file alone."""

from __future__ import annotations

import sys
from contextlib import suppress

from partykpi.cli._language import say
from partykpi.findings import OWN_FAULT
from partykpi.problem import Finding, Place, Source, find
from partykpi.render.text.wrap import one_line


def in_file(name: str, error: Exception) -> Finding:
    """Return the finding of a file that the program failed at, by its own fault; `name` is what findings call it."""
    return find(OWN_FAULT, Place(Source(name, ""), 1, 1, 1), what=_what(error))


def failed(error: Exception) -> None:
    """Say that the program failed as a whole, as far as anything can be said."""
    what = _what(error)
    with suppress(OSError):
        sys.stderr.write(
            say(
                f"partykpi failed ({what}); this is its own fault, please report it\n",
                f"partykpi gặp sự cố ({what}); đây là lỗi của chương trình, xin báo lại\n",
            )
        )
        sys.stderr.flush()


def _what(error: Exception) -> str:
    return one_line(f"{type(error).__name__}: {error}".removesuffix(": "))
