"""Which language to speak: the one asked for, else the file's, else the environment's, else English."""

from __future__ import annotations

import os
import sys
from functools import cache

from partykpi.text import LANGUAGES, Language, Text

# How Windows numbers languages: the last ten bits say which, the others where it is spoken.
_PRIMARY, _VIETNAMESE = 0x3FF, 0x2A


@cache
def environment_language() -> Language:
    """Return the language of the environment's locale, else of the menus of Windows; English where it is neither."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "vi" if value.casefold().startswith("vi") else "en"
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY == _VIETNAMESE:
            return "vi"
    return "en"


@cache
def help_language() -> Language:
    """Return the language of help texts and of complaints about the command line itself."""
    # a shell that completes a command line hands it over in a variable
    given = os.environ["COMP_WORDS"].split() if "COMP_WORDS" in os.environ else sys.argv
    asked = [
        after if argument == "--lang" else argument.removeprefix("--lang=")
        for argument, after in zip(given, [*given[1:], ""], strict=True)
        if argument == "--lang" or argument.startswith("--lang=")
    ]
    if not asked or asked[-1] in LANGUAGES:
        return chosen_language(asked[-1] if asked else None)
    from partykpi.cli._words import find, languages

    return chosen_language(find(asked[-1], languages()))


def say(en: str, vi: str) -> str:
    """Return the text in the language of help texts."""
    return Text(en, vi)[help_language()]


def chosen_language(asked: str | None, *of_files: Language | None) -> Language:
    """Return the language asked for, else the one that all files are in, else the environment's."""
    for language in LANGUAGES:
        if language == asked:
            return language
    known = {language for language in of_files if language is not None}
    return known.pop() if len(known) == 1 else environment_language()
