"""Values as other programs read them: JSON, exact figures as text, and shown figures without grouping."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction

from partykpi.core.figure import Interval
from partykpi.core.rounding import decimals_apart
from partykpi.render.text.locale import Rounded, number, percentage
from partykpi.text import STEERING, GivenText, Text


def json_text(tree: Mapping[str, object]) -> str:
    """Return the tree as JSON for programs and people, with a new line at its end."""
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    # all that is in JSON as it is, but for the ends of its lines, stands in a text and can be written in figures
    return re.sub(rf"(?!\n){STEERING}", lambda found: json.dumps(found[0])[1:-1], text) + "\n"


def by_language(text: Text | GivenText) -> dict[str, str]:
    """Return a text by the languages that it is given in."""
    return {language: given for language, given in (("en", text.en), ("vi", text.vi)) if given is not None}


def interval(figure: Interval | None) -> dict[str, str | bool | None] | None:
    """Return the exact ends of an interval, and which of them belong to it; None for no figure."""
    if figure is None:
        return None
    return {
        "low": end(figure.low),
        "high": end(figure.high),
        "low_closed": figure.low_closed,
        "high_closed": figure.high_closed,
    }


def end(value: Fraction | None) -> str | None:
    """Write one end of an interval so that nothing is lost; None for a side that has no end."""
    return None if value is None else exact(value)


def exact(value: Fraction | int) -> str:
    """Write a number so that nothing is lost: a whole number, or a/b in lowest terms."""
    return str(value)


def shown_interval(figure: Interval, decimals: int = 2, fixed: bool = False, below_hundred: bool = False) -> str:
    """Write a figure as it is shown, but with a decimal point and no grouping; `low..high` for several values.

    What is `below_hundred` percent is not written as 100, nor as 0 where it is above that.
    """

    def write_end(value: Fraction, rounded: Rounded) -> str:
        write = percentage if below_hundred else number
        enough = decimals_apart(value, Fraction(0), decimals) if below_hundred and 0 < value < 1 else decimals
        return write(value, "en", enough, fixed, rounded).replace(",", "")

    if figure.exact is not None:
        return write_end(figure.exact, "half-up")
    low = "" if figure.low is None else write_end(figure.low, "down")
    high = "" if figure.high is None else write_end(figure.high, "up")
    return f"{low}..{high}" if low != high else low
