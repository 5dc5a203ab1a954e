"""Colours for what is written without rich: codes such as BOLD, several of them parted by semicolons."""

BOLD = "1"
RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN = "31", "32", "33", "34", "35", "36"

RESET = "\x1b[0m"
"""Ends what `start` began."""


def start(codes: str) -> str:
    """Return what sets the colours of the text that follows."""
    return f"\x1b[{codes}m"


def paint(text: str, codes: str, color: bool) -> str:
    """Return the text in those colours; as it is where it has none or without `color`."""
    return f"{start(codes)}{text}{RESET}" if color and codes and text else text
