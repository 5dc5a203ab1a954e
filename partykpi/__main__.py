"""The program: `partykpi`, or `python -m partykpi`."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run as the program that the user called."""
    gc.disable()  # the program is over before garbage matters, and looking for it costs a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    from partykpi.cli import FAILURE, run
    from partykpi.cli._language import say

    try:
        status = run()
    except Exception as error:  # whatever it is, the user is spared the traceback
        status = FAILURE
        what = f"{type(error).__name__}: {error}"
        sys.stderr.write(
            say(
                f"partykpi failed ({what}); this is its own fault, please report it\n",
                f"partykpi gặp sự cố ({what}); đây là lỗi của chương trình, xin báo lại\n",
            )
        )
    sys.stderr.flush()
    os._exit(status)  # taking the interpreter apart costs as much as starting it


if __name__ == "__main__":
    main()
