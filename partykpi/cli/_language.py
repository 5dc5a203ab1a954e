"""Which language to speak: the one asked for, else the file's, else the environment's, else English."""

from __future__ import annotations

import os
import sys
from functools import cache

from partykpi.text import LANGUAGES, Language, Text


@cache
def environment_language() -> Language:
    """Return the language of the environment's locale, English where it is neither."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "vi" if value.casefold().startswith("vi") else "en"
    return "en"


@cache
def help_language() -> Language:
    """Return the language of help texts and of complaints about the command line itself."""
    asked = [
        after if argument == "--lang" else argument.removeprefix("--lang=")
        for argument, after in zip(sys.argv, [*sys.argv[1:], ""], strict=True)
        if argument == "--lang" or argument.startswith("--lang=")
    ]
    return chosen_language(asked[-1] if asked else None)


def say(en: str, vi: str) -> str:
    """Return the text in the language of help texts."""
    return Text(en, vi)[help_language()]


def chosen_language(asked: str | None, of_file: Language | None = None) -> Language:
    """Return the language asked for, else the file's, else the environment's."""
    return next((language for language in LANGUAGES if language == asked), None) or of_file or environment_language()
