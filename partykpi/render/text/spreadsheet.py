"""What a spreadsheet takes a text for."""

from __future__ import annotations

import re

# The signs of ASCII, then those in full width, which Excel reads alike.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def begins_like_formula(text: str) -> bool:
    """Say whether a text begins like a formula: a program may calculate it, or will once a person edits it."""
    return _FORMULA.match(text) is not None
