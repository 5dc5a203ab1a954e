"""Where rich draws: into a text, with colours or without."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console


def console(out: TextIO, width: int, color: bool) -> Console:
    """Return a console that writes to `out`, so many columns wide, with colours or without any escape code.

    What the user wrote is never read as markup, and figures are not coloured by guess.
    """
    return Console(
        file=out,
        width=width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
