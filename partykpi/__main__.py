"""The program: `partykpi`, or `python -m partykpi`."""

from __future__ import annotations

import gc
import os
from typing import NoReturn


def main() -> NoReturn:
    """Run as the program that the user called."""
    gc.disable()  # the program is over before garbage matters, and looking for it costs a tenth of the time
    try:
        status = _run()
    except KeyboardInterrupt:  # before or after there was anything to be stopped
        status = 130
    os._exit(status)  # taking the interpreter apart costs as much as starting it


def _run() -> int:
    from partykpi.cli import FAILURE, _streams, run

    _streams.prepare()
    try:
        return run()
    except Exception as error:  # whatever it is, the user is spared the traceback
        from partykpi.cli._faults import failed

        failed(error)
        return FAILURE


if __name__ == "__main__":
    main()
